// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QTcpServer>

#include <functional>
#include <memory>

/// A web server for tests, on a free port of this machine: one answer for each connection. Works while the test's event
/// loop does.
class WebServer {
public:
    struct Request {
        QByteArray method;
        QByteArray path;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };
    struct Response {
        int status = 200; ///< 0: none at all
        QByteArray contentType;
        QByteArray body;
        QByteArray moreHeaders; ///< lines that end with \r\n
    };
    using Handler = std::function<Response(const Request &)>;

    explicit WebServer(Handler handler, std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>());

    QString url(const QString &path = {}) const;
    const QList<Request> &requests() const { return requests_; }

private:
    void serve(QTcpSocket *socket);

    const Handler handler_;
    QList<Request> requests_;
    std::unique_ptr<QTcpServer> server_;
};
