// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/frame.h"
#include "ocpp/timestamp.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>

namespace simtest {

/// A central system for tests: writes down what stations send, holds it against the strict tables, and
/// answers as it is told to.
class CentralSystem : public QObject {
    Q_OBJECT

public:
    struct Call {
        QString station;
        QString action;
        QJsonObject payload;
        int line = 0; // the connection it came by, counted from 1
        QString messageId;
    };
    struct Reply {
        QJsonObject payload;
        QString errorCode; // empty: a CALLRESULT
    };
    using Answerer = std::function<QByteArray(const QString &messageId, const QJsonObject &payload)>;

    explicit CentralSystem(std::function<ocpp::Timestamp()> now);

    QUrl endpoint() const;
    void stopListening() { server_.close(); }
    void listenAgain();

    /// From now on calls of this action get this payload.
    void answer(const QString &action, const QJsonObject &payload);
    /// ... this error; `times` 0: for ever.
    void fail(const QString &action, ocpp::ErrorCode code, int times = 0);
    /// ... no answer.
    void ignore(const QString &action);
    void answerAsUsual(const QString &action) { answerers_.remove(action); }
    /// The answer to StartTransaction, whose id is always a new one.
    void answerStart(const QString &status, const QString &parentIdTag = {});

    /// Sends a request to the last station that connected, and waits for what it says; a test fails when it
    /// says nothing.
    Reply ask(const QString &action, const QJsonObject &payload = {});
    /// Sends a request and does not wait. The id is for replyTo().
    QString send(const QString &action, const QJsonObject &payload = {});
    bool hasReplyTo(const QString &messageId) const { return replies_.contains(messageId); }
    Reply replyTo(const QString &messageId) const { return replies_.value(messageId); }
    void sendText(const QString &text) { line()->sendTextMessage(text); }

    /// Payloads of that action, oldest first.
    QList<QJsonObject> all(const QString &action) const;
    qsizetype count(const QString &action) const { return all(action).size(); }
    QJsonObject last(const QString &action) const;
    /// Statuses told for a connector, oldest first.
    QStringList statuses(int connector) const;
    /// Actions in the order they came.
    QStringList actions() const;
    void forget() { calls.clear(); }

    QWebSocket *line() const { return line_; }
    int lines() const { return lines_; }
    int openLines() const { return openLines_; }

    QList<Call> calls;
    QStringList violations; // of the official schemas, by stations

private:
    void serve(QWebSocket *socket);
    void received(QWebSocket *socket, int line, const QByteArray &text);
    void receivedCall(QWebSocket *socket, int line, const ocpp::Frame &frame);
    void receivedAnswer(const ocpp::Frame &frame);
    QJsonObject usualAnswer(const QString &action);

    QWebSocketServer server_;
    quint16 port_ = 0;
    std::function<ocpp::Timestamp()> now_;
    QPointer<QWebSocket> line_;
    int lines_ = 0;
    int openLines_ = 0;
    int lastTransaction_ = 100;
    int lastRequest_ = 0;
    QHash<QString, Answerer> answerers_;
    QHash<QString, QString> asked_; // message id, action
    QHash<QString, Reply> replies_;
};

} // namespace simtest
