// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/dispatcher.h"

#include "config/password.h"
#include "http/filedownload.h"

#include <QUrlQuery>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArrayView view(const std::string &text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArrayView pathOf(const httplib::Request &request)
{
    const QByteArrayView target = view(request.target);
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.first(query);
}

QString decodedForm(QByteArray text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' ')));
}

// The last of several values with one name counts.
QHash<QString, QString> queryOf(const httplib::Request &request)
{
    QHash<QString, QString> query;
    const QByteArray text = view(request.target).sliced(pathOf(request).size()).toByteArray().mid(1);
    for (const QByteArray &item : text.split('&')) {
        const qsizetype equals = item.indexOf('=');
        if (!item.isEmpty())
            query.insert(decodedForm(equals < 0 ? item : item.first(equals)),
                         equals < 0 ? QString() : decodedForm(item.sliced(equals + 1)));
    }
    return query;
}

Failure notFound(const Found &found, const httplib::Request &request)
{
    const QString path = QString::fromUtf8(pathOf(request));
    if (found.otherMethods.isEmpty())
        return {404,
                u"notFound"_s,
                u"There is no %1 in this version. /api/v1/openapi.json lists what there is."_s.arg(path),
                {}};
    return {405,
            u"methodNotAllowed"_s,
            u"%1 does not understand %2, only %3."_s.arg(path, QString::fromUtf8(view(request.method)),
                                                         found.otherMethods.join(u", "_s)),
            {}};
}

// What httplib refuses by itself, before any handler.
Failure protocolFailure(int status)
{
    switch (status) {
    case 413:
        return {413, u"bodyTooLarge"_s, u"The body is too large: at most 1 MiB is read."_s, {}};
    case 414:
        return {414,
                u"addressTooLong"_s,
                u"The address is too long: at most 1 KiB of path and 8 KiB in all are read."_s,
                {}};
    case 416:
        return {416, u"badRange"_s, u"The Range header cannot be understood. Leave it out."_s, {}};
    case 500:
        return {500,
                u"internal"_s,
                u"The request failed inside the server. This is a bug; please report it."_s,
                {}};
    default:
        return {status,
                u"badRequest"_s,
                u"This is not a complete HTTP request, or its head is longer than 32 KiB, or its "
                "body did not come in time."_s,
                {}};
    }
}

// After these, what follows on the connection may be the rest of a request that was not read.
void refuse(httplib::Response &response, const Failure &failure)
{
    const QByteArray body = failureBody(failure);
    response.status = failure.status;
    response.set_content(body.constData(), static_cast<size_t>(body.size()), "application/json");
    response.set_header("Connection", "close");
}

void setStream(httplib::Response &response, const Reply &reply)
{
    response.set_header("Cache-Control", "no-store");
    response.set_chunked_content_provider(
        reply.contentType.toStdString(), [stream = reply.stream](size_t, httplib::DataSink &sink) {
            const Sink write = [&sink](const QByteArray &text) {
                return sink.write(text.constData(), static_cast<size_t>(text.size()));
            };
            // To its own end: httplib cuts streams off when the port closes, without the last chunk.
            while (stream(write)) {
                if (!sink.is_writable())
                    return false;
            }
            sink.done();
            return true;
        });
}

void set(httplib::Response &response, const Reply &reply)
{
    response.status = reply.status;
    if (reply.stream)
        setStream(response, reply);
    else if (!reply.contentType.isEmpty())
        response.set_content(reply.body.constData(), static_cast<size_t>(reply.body.size()),
                             reply.contentType.toStdString());
    if (!reply.fileName.isEmpty())
        response.set_header("Content-Disposition", asAttachment(reply.fileName));
    if (reply.status == 401)
        response.set_header("WWW-Authenticate", "Bearer");
}

void set(httplib::Response &response, const Answer<Reply> &answer)
{
    set(response, answer ? *answer : failureReply(answer.error()));
}

bool hasBody(const httplib::Request &request)
{
    return request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
}

// Reads to the end even if it is too much, so that the connection stays in step; nothing if it broke.
std::optional<QByteArray> readBody(const httplib::ContentReader &reader)
{
    QByteArray body;
    const bool read = reader([&body](const char *data, size_t size) {
        if (static_cast<size_t>(body.size()) <= Dispatcher::maximumBody)
            body.append(data, static_cast<qsizetype>(size));
        return true;
    });
    return read ? std::optional(body) : std::nullopt;
}

} // namespace

Dispatcher::Dispatcher(Context &context, config::ApiTokens tokens)
    : context_(context), tokens_(std::make_shared<config::ApiTokens>(std::move(tokens)))
{
}

void Dispatcher::setTokens(config::ApiTokens tokens)
{
    tokens_ = std::make_shared<config::ApiTokens>(std::move(tokens));
}

void Dispatcher::attach(httplib::Server &server)
{
    const auto plain = [this](const httplib::Request &request, httplib::Response &response) {
        serve(request, response);
    };
    const auto reading = [this](const httplib::Request &request, httplib::Response &response,
                                const httplib::ContentReader &reader) { serve(request, response, reader); };
    const std::string any = "[^]*"; // routes() decides, on the path as it was sent
    // Regular expressions take stack for each character: no long path may reach them.
    server.set_pre_routing_handler([](const httplib::Request &request, httplib::Response &response) {
        using Result = httplib::Server::HandlerResponse;
        if (request.path.size() <= maximumPath)
            return Result::Unhandled;
        refuse(response, protocolFailure(414));
        return Result::Handled;
    });
    server.Get(any, plain).Options(any, plain);
    server.Post(any, reading).Put(any, reading).Patch(any, reading).Delete(any, reading);
    server.set_payload_max_length(maximumBody);
    server.set_exception_handler([](const auto &, httplib::Response &response, const std::exception_ptr &) {
        refuse(response, protocolFailure(500));
    });
    server.set_error_handler([](const httplib::Request &, httplib::Response &response) {
        if (response.body.empty())
            refuse(response, protocolFailure(response.status));
    });
}

void Dispatcher::serve(const httplib::Request &request, httplib::Response &response)
{
    reply(request, response, answer(request, {}));
}

void Dispatcher::serve(const httplib::Request &request, httplib::Response &response,
                       const httplib::ContentReader &reader)
{
    if (request.is_multipart_form_data()) {
        refuse(response, {415, u"badMediaType"_s, u"A form was sent; the body must be JSON."_s, {}});
        return;
    }
    // Without either header httplib would read until the client gives up.
    const auto body = hasBody(request) ? readBody(reader) : QByteArray();
    if (!body)
        refuse(response, protocolFailure(response.status));
    else if (static_cast<size_t>(body->size()) > maximumBody)
        refuse(response, protocolFailure(413));
    else
        reply(request, response, answer(request, *body));
}

void Dispatcher::reply(const httplib::Request &request, httplib::Response &response, const Answer<Reply> &answer) const
{
    if (!answer || answer->file.isEmpty())
        return set(response, answer);
    if (!serveFile(request, response, {answer->file, answer->fileName}))
        set(response, failureReply({404, u"noFile"_s, u"The file is no longer on the disk."_s, {}}));
}

Answer<Reply> Dispatcher::answer(const httplib::Request &request, const QByteArray &body)
{
    const Found found = findRoute(view(request.method), pathOf(request));
    if (!found.route)
        return tl::unexpected(notFound(found, request));
    const Answer<void> allowed = authorize(*found.route, request);
    if (!allowed)
        return tl::unexpected(allowed.error());
    return found.route->handler(context_, Call(found.path, queryOf(request), body));
}

Answer<void> Dispatcher::authorize(const Route &route, const httplib::Request &request) const
{
    if (route.access == Access::Open)
        return {};
    const QByteArray header = QByteArray::fromStdString(request.get_header_value("Authorization"));
    const bool isBearer =
        header.first(std::min<qsizetype>(header.size(), 7)).compare("Bearer ", Qt::CaseInsensitive) == 0;
    const QByteArray given = isBearer ? header.sliced(7).trimmed() : QByteArray();
    const std::shared_ptr<const config::ApiTokens> tokens = tokens_;
    const config::ApiToken *match = nullptr;
    for (const config::ApiToken &token : *tokens) {
        if (config::equalInConstantTime(token.text, given))
            match = &token;
    }
    if (!match)
        return tl::unexpected(Failure{401,
                                      u"unauthorized"_s,
                                      u"A token is needed: Authorization: Bearer TOKEN. It is in the "
                                      "file api-token in the data directory."_s,
                                      {}});
    if (route.access == Access::Control && match->role == config::ApiRole::Read)
        return tl::unexpected(Failure{403,
                                      u"readOnlyToken"_s,
                                      u"This token may only read. Use a token with the role "
                                      "control."_s,
                                      {}});
    return {};
}

} // namespace http
