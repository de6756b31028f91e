// SPDX-License-Identifier: GPL-3.0-or-later
#include "webserver.h"

#include <QHostAddress>
#include <QSslServer>
#include <QTcpSocket>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nothing as long as it is not complete.
std::optional<WebServer::Request> requestIn(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    QList<QByteArray> lines = bytes.first(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().split(' ');
    WebServer::Request request{first.value(0), first.value(1), {}, {}};
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    request.body = bytes.sliced(end + 4);
    const bool isWhole = request.body.size() >= request.headers.value("content-length").toLongLong();
    return isWhole ? std::optional(request) : std::nullopt;
}

} // namespace

WebServer::WebServer(Handler handler, std::unique_ptr<QTcpServer> server)
    : handler_(std::move(handler)), server_(std::move(server))
{
    QObject::connect(server_.get(), &QTcpServer::pendingConnectionAvailable, server_.get(), [this] {
        while (QTcpSocket *const socket = server_->nextPendingConnection())
            serve(socket);
    });
    if (!server_->listen(QHostAddress::LocalHost))
        qFatal("The test's web server found no port: %s", qPrintable(server_->errorString()));
}

QString WebServer::url(const QString &path) const
{
    const bool isTls = qobject_cast<QSslServer *>(server_.get()) != nullptr;
    return u"%1://127.0.0.1:%2%3"_s.arg(isTls ? u"https"_s : u"http"_s).arg(server_->serverPort()).arg(path);
}

void WebServer::serve(QTcpSocket *socket)
{
    const auto received = std::make_shared<QByteArray>();
    const auto read = [this, socket, received] {
        *received += socket->readAll();
        const auto request = requestIn(*received);
        if (!request)
            return;
        received->clear();
        requests_.append(*request);
        const Response response = handler_(*request);
        if (response.status == 0)
            return;
        socket->write("HTTP/1.1 " + QByteArray::number(response.status) + " Said\r\nContent-Length: "
                      + QByteArray::number(response.body.size()) + "\r\nContent-Type: " + response.contentType
                      + "\r\nConnection: close\r\n" + response.moreHeaders + "\r\n" + response.body);
        socket->disconnectFromHost();
    };
    QObject::connect(socket, &QTcpSocket::readyRead, server_.get(), read);
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    read();
}
