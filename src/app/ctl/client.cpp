// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/client.h"

#include <httplib.h>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray bytes(const std::string &text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

httplib::Headers headers(const QByteArray &token)
{
    if (token.isEmpty())
        return {};
    return {{"Authorization", "Bearer " + token.toStdString()}};
}

} // namespace

tl::expected<Client, QString> Client::at(const QString &url, const QByteArray &token)
{
    const QUrl parsed(url.contains("://"_L1) ? url : u"http://"_s + url);
    const bool isHttp = parsed.scheme() == "http"_L1 || parsed.scheme() == "https"_L1;
    if (!isHttp || parsed.host().isEmpty())
        return tl::unexpected(
            u"\"%1\" is no address of a control API. It is like http://127.0.0.1:8180/api/v1"_s.arg(url));
    return Client(parsed, token);
}

Client::Client(const QUrl &url, const QByteArray &token) : token_(token)
{
    const QString host = url.host().contains(u':') ? u'[' + url.host() + u']' : url.host();
    origin_ = u"%1://%2:%3"_s.arg(url.scheme(), host).arg(url.port(url.scheme() == "https"_L1 ? 443 : 80));
    base_ = url.path(QUrl::FullyEncoded).toLatin1();
    while (base_.endsWith('/'))
        base_.chop(1);
    if (base_.isEmpty())
        base_ = "/api/v1";
}

QString Client::unreachable(const QString &reason) const
{
    return u"No engine answers at %1 (%2). Start Stationmaster, or say where it runs with --api."_s.arg(
        origin_, reason);
}

tl::expected<Response, QString> Client::request(const QByteArray &method, const QByteArray &path,
                                                const QByteArray &body, std::chrono::seconds patience) const
{
    httplib::Client client(origin_.toStdString());
    client.set_connection_timeout(std::chrono::seconds(5));
    client.set_read_timeout(patience);
    client.set_tcp_nodelay(true);
    httplib::Request request;
    request.method = method.toStdString();
    request.path = (base_ + path).toStdString();
    request.headers = headers(token_);
    request.body = body.toStdString();
    if (!body.isEmpty())
        request.set_header("Content-Type", "application/json");
    const httplib::Result result = client.send(request);
    if (!result)
        return tl::unexpected(unreachable(QString::fromStdString(httplib::to_string(result.error()))));
    return Response{result->status, bytes(result->body)};
}

tl::expected<Response, QString> Client::stream(const QByteArray &path,
                                               const std::function<bool(const QByteArray &)> &receive) const
{
    httplib::Client client(origin_.toStdString());
    client.set_connection_timeout(std::chrono::seconds(5));
    client.set_read_timeout(std::chrono::seconds(60)); // a comment comes every 15 seconds
    Response response;
    const auto begin = [&response](const httplib::Response &head) {
        response.status = head.status;
        return true;
    };
    const auto receiveSome = [&response, &receive](const char *data, size_t size) {
        const QByteArray piece(data, static_cast<qsizetype>(size));
        if (response.isSuccess())
            return receive(piece);
        response.body += piece;
        return true;
    };
    const httplib::Result result =
        client.Get((base_ + path).toStdString(), headers(token_), begin, receiveSome);
    if (!result && response.status == 0)
        return tl::unexpected(unreachable(QString::fromStdString(httplib::to_string(result.error()))));
    return response;
}

} // namespace ctl
