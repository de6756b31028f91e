// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/upload.h"

#include "app/ctl/printing.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

#include <algorithm>

#include <httplib.h>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 pieceBytes = qint64{256} * 1024;

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1);
}

class Progress {
public:
    Progress(const QString &name, qint64 size) : name_(name), size_(size), isShown_(hasTerminal()) {}
    ~Progress()
    {
        if (isShown_)
            printProgress({});
    }
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    void show(qint64 done)
    {
        const int percent = int(100 * done / size_);
        if (!isShown_ || percent == percent_)
            return;
        percent_ = percent;
        printProgress(u"%1: %2 % of %3"_s.arg(name_, QString::number(percent), sizeText(size_)));
    }

private:
    const QString name_;
    const qint64 size_;
    const bool isShown_;
    int percent_ = -1;
};

QString refusalText(int status, const QString &name)
{
    switch (status) {
    case 404:
        return u"The file server does not know the link for %1: another upload was faster, or it took more than an hour."_s
            .arg(name);
    case 413:
        return u"%1 is larger than what the file server takes."_s.arg(name);
    case 503:
        return u"The file server has no database now. Try again later."_s;
    case 507:
        return u"The disk of the file server has no room for %1. Make some."_s.arg(name);
    default:
        return u"The file server did not take %1: it answered with the HTTP status %2."_s.arg(name,
                                                                                              QString::number(status));
    }
}

// It refuses by closing, where the file is too large to have been sent before its answer came.
QString breakText(httplib::Error error, const QString &origin)
{
    const QString reason = QString::fromStdString(httplib::to_string(error));
    if (error == httplib::Error::Write || error == httplib::Error::Read)
        return u"The file server broke off (%1). Its disk may be full: see attention list."_s.arg(reason);
    return u"No file server answers at %1 (%2). Its port has to be reached from here, too."_s.arg(origin, reason);
}

} // namespace

QString problemWithFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile())
        return u"%1 is no file."_s.arg(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"%1 cannot be read: %2"_s.arg(path, file.errorString());
    return file.size() > 0 ? QString() : u"%1 is empty."_s.arg(path);
}

tl::expected<void, QString> upload(const Upload &upload)
{
    const QString name = QFileInfo(upload.path).fileName();
    QFile file(upload.path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(u"%1 cannot be read: %2"_s.arg(upload.path, file.errorString()));
    const qint64 size = file.size();
    if (upload.limit > 0 && size > upload.limit) {
        return tl::unexpected(u"%1 has %2, and the file server takes %3 at most. Allow more in its settings."_s.arg(
            name, sizeText(size), sizeText(upload.limit)));
    }
    const QUrl url(upload.url);
    const QString origin = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString();
    Progress progress(name, size);
    const auto read = [&](size_t offset, size_t length, httplib::DataSink &sink) {
        const bool isThere = file.seek(qint64(offset));
        const QByteArray bytes = file.read(std::min(qint64(length), pieceBytes));
        if (!isThere || bytes.isEmpty())
            return false;
        progress.show(qint64(offset) + bytes.size());
        return sink.write(bytes.constData(), size_t(bytes.size()));
    };
    httplib::Client client(origin.toStdString());
    client.set_connection_timeout(std::chrono::seconds(5));
    client.set_write_timeout(std::chrono::seconds(60));
    client.set_read_timeout(std::chrono::minutes(5)); // it puts the file on its disk
    const httplib::Result result =
        client.Put(url.path(QUrl::FullyEncoded).toStdString(), size_t(size), read, "application/octet-stream");
    if (!result && file.error() != QFileDevice::NoError)
        return tl::unexpected(u"%1 cannot be read: %2"_s.arg(upload.path, file.errorString()));
    if (!result)
        return tl::unexpected(breakText(result.error(), origin));
    if (result->status != 201)
        return tl::unexpected(refusalText(result->status, name));
    return {};
}

} // namespace ctl
