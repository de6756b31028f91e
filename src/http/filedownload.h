// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <functional>
#include <httplib.h>
#include <memory>
#include <optional>

namespace http {

// A part of a file. `status` 200: all of it; 206; 416: there is no such part.
struct FileRange {
    int status = 200;
    qint64 first = 0;
    qint64 length = 0;
};
// Of one range; several at once are answered with the whole file (RFC 9110, 14.2), and so is what cannot be read.
FileRange rangeOf(const std::string &header, qint64 size);

struct Download {
    QString path{};
    QString name{}; // as the client is to call it
    QByteArray etag{}; // without quotes; empty: none
    std::function<void(qint64 upTo)> progress{}; // now and then; may be empty
};

// The value of Content-Disposition (RFC 6266).
std::string asAttachment(const QString &name);

// Answers GET and HEAD with the file, as a stream. False if it cannot be opened.
bool serveFile(const httplib::Request &request, httplib::Response &response, const Download &download);

} // namespace http
