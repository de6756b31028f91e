// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/filedownload.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace http {

namespace {

constexpr qint64 pieceBytes = qint64{64} * 1024;
constexpr auto progressEvery = std::chrono::seconds(2);

std::optional<qint64> numberOf(std::string_view text)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = !text.empty() && error == std::errc() && end == text.data() + text.size() && number >= 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

FileRange partOf(qint64 first, qint64 last, qint64 size)
{
    if (first >= size || first > last)
        return {416, 0, 0};
    return {206, first, std::min(last, size - 1) - first + 1};
}

// One answer's way through the file.
class Stream {
public:
    Stream(const Download &download, const FileRange &range, qint64 size)
        : download_(download), range_(range), size_(size), file_(download.path)
    {
    }

    bool open() { return file_.open(QIODevice::ReadOnly) && file_.seek(range_.first); }

    bool write(qint64 offset, qint64 length, httplib::DataSink &sink)
    {
        std::array<char, pieceBytes> piece; // NOLINT: filled by read()
        if (file_.pos() != range_.first + offset && !file_.seek(range_.first + offset))
            return false;
        const qint64 count = file_.read(piece.data(), std::min(length, pieceBytes));
        if (count <= 0 || !sink.write(piece.data(), static_cast<size_t>(count)))
            return false;
        tell(range_.first + offset + count);
        return true;
    }

private:
    void tell(qint64 upTo)
    {
        const auto now = std::chrono::steady_clock::now();
        if (download_.progress && (upTo == size_ || now - told_ >= progressEvery)) {
            told_ = now;
            download_.progress(upTo);
        }
    }

    const Download download_;
    const FileRange range_;
    const qint64 size_;
    QFile file_;
    std::chrono::steady_clock::time_point told_ = std::chrono::steady_clock::now();
};

std::string quoted(const QByteArray &etag)
{
    return '"' + etag.toStdString() + '"';
}

// A part of something that changed meanwhile would be put behind a part of what it was.
FileRange wantedRange(const httplib::Request &request, const Download &download, qint64 size)
{
    const std::string condition = request.get_header_value("If-Range");
    const bool isStale = !condition.empty() && condition != quoted(download.etag);
    return isStale ? FileRange{200, 0, size} : rangeOf(request.get_header_value("Range"), size);
}

void setHeaders(httplib::Response &response, const Download &download, const FileRange &range, qint64 size)
{
    const std::string total = std::to_string(size);
    response.status = range.status;
    response.set_header("Accept-Ranges", "bytes");
    response.set_header("Cache-Control", "no-store");
    if (!download.etag.isEmpty())
        response.set_header("ETag", quoted(download.etag));
    if (!download.name.isEmpty())
        response.set_header("Content-Disposition", asAttachment(download.name));
    if (range.status == 416)
        response.set_header("Content-Range", "bytes */" + total);
    if (range.status == 206) {
        const std::string last = std::to_string(range.first + range.length - 1);
        response.set_header("Content-Range", "bytes " + std::to_string(range.first) + "-" + last + "/" + total);
    }
}

} // namespace

std::string asAttachment(const QString &name)
{
    return "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(name).toStdString();
}

FileRange rangeOf(const std::string &header, qint64 size)
{
    const FileRange whole{200, 0, size};
    static constexpr std::string_view unit = "bytes=";
    const std::string_view text = header;
    if (!text.starts_with(unit) || text.find(',') != std::string_view::npos)
        return whole;
    const std::string_view range = text.substr(unit.size());
    const size_t dash = range.find('-');
    if (dash == std::string_view::npos)
        return whole;
    const auto first = numberOf(range.substr(0, dash));
    const auto last = numberOf(range.substr(dash + 1));
    if (first)
        return last || range.ends_with('-') ? partOf(*first, last.value_or(size - 1), size) : whole;
    if (dash != 0 || !last)
        return whole;
    return *last == 0 ? FileRange{416, 0, 0} : partOf(std::max<qint64>(0, size - *last), size - 1, size);
}

bool serveFile(const httplib::Request &request, httplib::Response &response, const Download &download)
{
    const qint64 size = QFileInfo(download.path).size();
    const FileRange range = wantedRange(request, download, size);
    const auto stream = std::make_shared<Stream>(download, range, size);
    if (!stream->open())
        return false;
    setHeaders(response, download, range, size);
    if (range.length == 0)
        return true;
    response.set_content_provider(static_cast<size_t>(range.length), "application/octet-stream",
                                  [stream](size_t offset, size_t length, httplib::DataSink &sink) {
                                      return stream->write(static_cast<qint64>(offset), static_cast<qint64>(length), sink);
                                  });
    return true;
}

} // namespace http
