// SPDX-License-Identifier: GPL-3.0-or-later
#include "teststation.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QWebSocketHandshakeOptions>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s;
constexpr auto failedSignal = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);

QString textOf(const QJsonArray &frame)
{
    return QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact));
}

Answer answerOf(const QJsonArray &frame)
{
    const int type = frame[0].toInt();
    if (type == 3)
        return {type, frame[1].toString(), frame[2].toObject(), {}, {}, {}};
    return {type, frame[1].toString(), {}, frame[2].toString(), frame[3].toString(), frame[4].toObject()};
}

} // namespace

TestStation::TestStation(QString id) : id_(std::move(id))
{
    connect(&socket_, &QWebSocket::textMessageReceived, this, &TestStation::receive);
    connect(&socket_, &QWebSocket::connected, this, &TestStation::happened);
    connect(&socket_, &QWebSocket::disconnected, this, &TestStation::happened);
    connect(&socket_, failedSignal, this, &TestStation::happened);
}

bool TestStation::connectTo(quint16 port)
{
    return connectTo(port, Link{});
}

bool TestStation::connectTo(quint16 port, const Link &link)
{
    QNetworkRequest request(QUrl(u"ws://%1:%2/ocpp/%3"_s.arg(link.host).arg(port).arg(id_)));
    if (link.password) {
        const QByteArray user = link.user.isEmpty() ? id_.toUtf8() : link.user;
        request.setRawHeader("Authorization", "Basic " + (user + ':' + *link.password).toBase64());
    }
    QWebSocketHandshakeOptions options;
    options.setSubprotocols(link.subprotocols);
    bool failed = false;
    const auto watch = connect(&socket_, failedSignal, this, [&failed] { failed = true; });
    socket_.open(request, options);
    waitUntil([&] { return failed || socket_.isValid(); });
    disconnect(watch);
    return socket_.isValid();
}

bool TestStation::waitForClose()
{
    return waitUntil([this] { return socket_.state() == QAbstractSocket::UnconnectedState; });
}

bool TestStation::waitUntil(const std::function<bool()> &holds)
{
    const QDeadlineTimer deadline(patience);
    QSignalSpy something(this, &TestStation::happened);
    while (!holds()) {
        if (deadline.hasExpired())
            return false;
        something.wait(int(deadline.remainingTime()));
    }
    return true;
}

QString TestStation::sendCall(const QString &action, const QJsonObject &payload, const QString &messageId)
{
    const QString id = messageId.isEmpty() ? QString::number(++lastMessage_) : messageId;
    answers_.remove(id);
    sendText(textOf({2, id, action, payload}));
    return id;
}

Answer TestStation::answerTo(const QString &messageId)
{
    waitUntil([&] { return answers_.contains(messageId); });
    return answers_.value(messageId);
}

Answer TestStation::call(const QString &action, const QJsonObject &payload, const QString &messageId)
{
    return answerTo(sendCall(action, payload, messageId));
}

QString TestStation::boot()
{
    const QJsonObject who{{u"chargePointVendor"_s, u"Vendor"_s}, {u"chargePointModel"_s, u"Model"_s}};
    return call(u"BootNotification"_s, who).payload[u"status"_s].toString();
}

void TestStation::answer(const QString &action, const QJsonObject &payload)
{
    answer(action, [payload](const QJsonObject &) { return payload; });
}

void TestStation::answer(const QString &action, std::function<QJsonObject(const QJsonObject &)> answer)
{
    handlers_.insert(action, std::move(answer));
}

void TestStation::reply(const Call &call, const QJsonObject &payload)
{
    sendText(textOf({3, call.messageId, payload}));
}

void TestStation::replyError(const Call &call, const QString &code, const QString &text)
{
    sendText(textOf({4, call.messageId, code, text, QJsonObject()}));
}

std::optional<Call> TestStation::waitForCall(const QString &action, qsizetype count)
{
    const bool came = waitUntil([&] { return calls(action).size() >= count; });
    return came ? std::optional(calls(action)[count - 1]) : std::nullopt;
}

QList<Call> TestStation::calls(const QString &action) const
{
    QList<Call> list = calls_;
    list.removeIf([&](const Call &call) { return !action.isEmpty() && call.action != action; });
    return list;
}

void TestStation::receive(const QString &text)
{
    received_.append(text);
    const QJsonArray frame = QJsonDocument::fromJson(text.toUtf8()).array();
    if (frame[0].toInt() == 2)
        receiveCall({frame[1].toString(), frame[2].toString(), frame[3].toObject()});
    else
        answers_.insert(frame[1].toString(), answerOf(frame));
    emit happened();
}

void TestStation::receiveCall(const Call &call)
{
    calls_.append(call);
    const auto handler = handlers_.constFind(call.action);
    if (handler != handlers_.constEnd())
        reply(call, (*handler)(call.payload));
}
