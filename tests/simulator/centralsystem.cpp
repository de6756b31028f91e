// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/centralsystem.h"

#include "ocpp/messages.h"

#include <QTest>

#include <memory>

namespace simtest {

using namespace Qt::Literals::StringLiterals;

CentralSystem::CentralSystem(std::function<ocpp::Timestamp()> now)
    : server_(u"test"_s, QWebSocketServer::NonSecureMode), now_(std::move(now))
{
    server_.setSupportedSubprotocols({u"ocpp1.6"_s});
    server_.listen(QHostAddress::LocalHost);
    port_ = server_.serverPort();
    connect(&server_, &QWebSocketServer::newConnection, this, [this] { serve(server_.nextPendingConnection()); });
}

QUrl CentralSystem::endpoint() const
{
    return QUrl(u"ws://127.0.0.1:%1/ocpp/"_s.arg(port_));
}

void CentralSystem::listenAgain()
{
    QVERIFY(server_.listen(QHostAddress::LocalHost, port_));
}

void CentralSystem::serve(QWebSocket *socket)
{
    socket->setParent(this);
    line_ = socket;
    const int line = ++lines_;
    ++openLines_;
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket, line](const QString &text) { received(socket, line, text.toUtf8()); });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        --openLines_;
        socket->deleteLater();
    });
}

void CentralSystem::received(QWebSocket *socket, int line, const QByteArray &text)
{
    const auto frame = ocpp::parseFrame(text);
    if (!frame || !frame->findings.isEmpty())
        violations += QString::fromUtf8(text);
    else if (frame->type == ocpp::MessageType::Call)
        receivedCall(socket, line, *frame);
    else
        receivedAnswer(*frame);
}

void CentralSystem::receivedCall(QWebSocket *socket, int line, const ocpp::Frame &frame)
{
    const ocpp::MessageInfo *message = ocpp::messageInfo(frame.action);
    const auto fault = ocpp::check(message->request, frame.payload);
    if (fault)
        violations += frame.action + fault->path + fault->text;
    const QString station = socket->requestUrl().path().section(u'/', -1);
    calls.append({station, frame.action, frame.payload, line, frame.messageId});
    if (const auto answerer = answerers_.value(frame.action)) {
        if (const QByteArray text = answerer(frame.messageId, frame.payload); !text.isEmpty())
            socket->sendTextMessage(QString::fromUtf8(text));
        return;
    }
    socket->sendTextMessage(QString::fromUtf8(ocpp::resultFrame(frame.messageId, usualAnswer(frame.action))));
}

void CentralSystem::receivedAnswer(const ocpp::Frame &frame)
{
    const QString action = asked_.value(frame.messageId);
    if (frame.type == ocpp::MessageType::CallResult) {
        if (const auto fault = ocpp::check(ocpp::messageInfo(action)->response, frame.payload))
            violations += action + u" answer: "_s + fault->path + fault->text;
    }
    replies_.insert(frame.messageId, {frame.payload, frame.errorCode});
}

QJsonObject CentralSystem::usualAnswer(const QString &action)
{
    const QJsonObject accepted{{u"status"_s, u"Accepted"_s}};
    const QString time = ocpp::formatTimestamp(now_());
    if (action == "BootNotification"_L1)
        return {{u"status"_s, u"Accepted"_s}, {u"currentTime"_s, time}, {u"interval"_s, 300}};
    if (action == "Heartbeat"_L1)
        return {{u"currentTime"_s, time}};
    if (action == "Authorize"_L1)
        return {{u"idTagInfo"_s, accepted}};
    if (action == "StartTransaction"_L1)
        return {{u"idTagInfo"_s, accepted}, {u"transactionId"_s, ++lastTransaction_}};
    if (action == "DataTransfer"_L1)
        return accepted;
    return {};
}

void CentralSystem::answer(const QString &action, const QJsonObject &payload)
{
    answerers_.insert(action,
                      [payload](const QString &id, const QJsonObject &) { return ocpp::resultFrame(id, payload); });
}

void CentralSystem::answerStart(const QString &status, const QString &parentIdTag)
{
    QJsonObject info{{u"status"_s, status}};
    if (!parentIdTag.isEmpty())
        info.insert(u"parentIdTag"_s, parentIdTag);
    answerers_.insert(u"StartTransaction"_s, [this, info](const QString &id, const QJsonObject &) {
        return ocpp::resultFrame(id, {{u"idTagInfo"_s, info}, {u"transactionId"_s, ++lastTransaction_}});
    });
}

void CentralSystem::fail(const QString &action, ocpp::ErrorCode code, int times)
{
    // Shared, because an answerer is copied before it is called: it may be replaced meanwhile.
    const auto left = std::make_shared<int>(times);
    answerers_.insert(action, [this, action, code, left](const QString &id, const QJsonObject &) {
        if (*left > 0 && --*left == 0)
            answerAsUsual(action);
        return ocpp::errorFrame(id, code, u"told to"_s);
    });
}

void CentralSystem::ignore(const QString &action)
{
    answerers_.insert(action, [](const QString &, const QJsonObject &) { return QByteArray(); });
}

QString CentralSystem::send(const QString &action, const QJsonObject &payload)
{
    const QString id = u"request-%1"_s.arg(++lastRequest_);
    asked_.insert(id, action);
    line()->sendTextMessage(QString::fromUtf8(ocpp::callFrame(id, action, payload)));
    return id;
}

CentralSystem::Reply CentralSystem::ask(const QString &action, const QJsonObject &payload)
{
    const QString id = send(action, payload);
    const bool answered = QTest::qWaitFor([&] { return hasReplyTo(id); });
    if (!answered)
        QTest::qFail("the station does not answer", __FILE__, __LINE__);
    return replyTo(id);
}

QList<QJsonObject> CentralSystem::all(const QString &action) const
{
    QList<QJsonObject> payloads;
    for (const Call &call : calls) {
        if (call.action == action)
            payloads += call.payload;
    }
    return payloads;
}

QJsonObject CentralSystem::last(const QString &action) const
{
    const QList<QJsonObject> payloads = all(action);
    return payloads.isEmpty() ? QJsonObject() : payloads.last();
}

QStringList CentralSystem::statuses(int connector) const
{
    QStringList statuses;
    for (const QJsonObject &payload : all(u"StatusNotification"_s)) {
        if (payload.value("connectorId"_L1).toInt() == connector)
            statuses += payload.value("status"_L1).toString();
    }
    return statuses;
}

QStringList CentralSystem::actions() const
{
    QStringList actions;
    for (const Call &call : calls)
        actions += call.action;
    return actions;
}

} // namespace simtest
