// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/formreader.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t longestHead = size_t{16} * 1024; // of a part
constexpr std::string_view lineEnd = "\r\n";
constexpr std::string_view headEnd = "\r\n\r\n";

// The value of `name=value` or `name="value"`.
std::optional<QString> parameter(const QString &text, const QString &name)
{
    const QRegularExpression wanted(u"[;\\s]%1\\s*=\\s*(?:\"([^\"\\r\\n]*)\"|([^;\\s]+))"_s.arg(QRegularExpression::escape(name)),
                                    QRegularExpression::CaseInsensitiveOption);
    const auto match = wanted.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1) + match.captured(2);
}

// Of a part with these headers: RFC 5987 before RFC 7578, as that is the one that is exact.
QString fileNameIn(const QString &head)
{
    static const QRegularExpression disposition(u"^content-disposition:(.*)$"_s,
                                                QRegularExpression::CaseInsensitiveOption
                                                    | QRegularExpression::MultilineOption);
    const QString value = disposition.match(head).captured(1);
    if (const auto exact = parameter(value, u"filename*"_s))
        return QUrl::fromPercentEncoding(exact->section(u'\'', 2).toUtf8());
    return parameter(value, u"filename"_s).value_or(QString());
}

} // namespace

FormReader::FormReader(std::string_view contentType, Sink sink)
    : sink_(std::move(sink)), pending_(lineEnd) // the first boundary may stand at the very beginning
{
    const auto boundary = parameter(QString::fromUtf8(contentType.data(), qsizetype(contentType.size())), u"boundary"_s);
    if (boundary && !boundary->isEmpty())
        delimiter_ = "\r\n--" + boundary->toStdString();
    else
        state_ = State::Broken;
}

bool FormReader::take(std::string_view bytes)
{
    if (state_ != State::After)
        pending_ += bytes;
    while (step())
        continue;
    return state_ != State::Broken;
}

bool FormReader::step()
{
    switch (state_) {
    case State::Before:
    case State::Part:
        return skipToBoundary();
    case State::Boundary:
        return readBoundary();
    case State::Head:
        return readHead();
    case State::After:
        pending_.clear();
        return false;
    case State::Broken:
        return false;
    }
    Q_UNREACHABLE();
}

bool FormReader::skipToBoundary()
{
    const size_t at = pending_.find(delimiter_);
    const bool found = at != std::string::npos;
    const size_t sure = found ? at : pending_.size() - std::min(pending_.size(), delimiter_.size() - 1);
    if (isOurs_ && sure > 0 && !sink_(std::string_view(pending_).substr(0, sure)))
        state_ = State::Broken;
    pending_.erase(0, found ? sure + delimiter_.size() : sure);
    if (found && state_ != State::Broken)
        state_ = State::Boundary;
    return found;
}

// What follows a boundary: "--" behind the last part, else white space and the end of the line, which is left to readHead().
bool FormReader::readBoundary()
{
    if (pending_.size() < 2)
        return false;
    if (pending_.starts_with("--")) {
        state_ = State::After;
        return true;
    }
    const size_t at = pending_.find(lineEnd);
    const bool isTooLong = at == std::string::npos && pending_.size() > longestHead;
    if (isTooLong || pending_.find_first_not_of(" \t\r") < at)
        state_ = State::Broken;
    else if (at != std::string::npos)
        state_ = State::Head;
    return state_ != State::Boundary;
}

bool FormReader::readHead()
{
    const size_t end = pending_.find(headEnd);
    if (end == std::string::npos) {
        if (pending_.size() > longestHead)
            state_ = State::Broken;
        return false;
    }
    const QString name = fileNameIn(QString::fromUtf8(pending_.data(), qsizetype(end)).replace(u"\r\n"_s, u"\n"_s));
    isOurs_ = !fileName_ && !name.isEmpty();
    if (isOurs_)
        fileName_ = name;
    pending_.erase(0, end + headEnd.size());
    state_ = State::Part;
    return true;
}

} // namespace http
