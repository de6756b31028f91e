// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QWebSocket>

#include <functional>
#include <optional>

/// The answer to a CALL of the station.
struct Answer {
    int type = 0; ///< 3 or 4; 0: none came in time
    QString messageId;
    QJsonObject payload; ///< of a CALLRESULT
    QString errorCode; ///< of a CALLERROR
    QString errorText;
    QJsonObject details;
};

/// A CALL of the central system.
struct Call {
    QString messageId;
    QString action;
    QJsonObject payload;
};

/// A station's side of the wire, for tests: sends what it is told, also what no station should send, and
/// answers only what it was told to. Waits for what is expected, at most some seconds.
class TestStation : public QObject {
    Q_OBJECT

public:
    struct Link {
        QStringList subprotocols{QLatin1StringView("ocpp1.6")};
        std::optional<QByteArray> password{};
        QByteArray user{}; ///< the station's id if empty
        QString host{QLatin1StringView("127.0.0.1")};
    };

    explicit TestStation(QString id);

    /// True when the connection stands.
    bool connectTo(quint16 port);
    bool connectTo(quint16 port, const Link &link);
    bool isConnected() const { return socket_.isValid(); }
    bool waitForClose();
    int closeCode() const { return int(socket_.closeCode()); }
    QString subprotocol() const { return socket_.subprotocol(); }
    /// Without a word, as a station that lost its power.
    void abort() { socket_.abort(); }

    void sendText(const QString &text) { socket_.sendTextMessage(text); }
    void sendBinary(const QByteArray &bytes) { socket_.sendBinaryMessage(bytes); }
    /// The message id.
    QString sendCall(const QString &action, const QJsonObject &payload = {}, const QString &messageId = {});
    Answer answerTo(const QString &messageId);
    Answer call(const QString &action, const QJsonObject &payload = {}, const QString &messageId = {});
    /// BootNotification with the least it needs; the status answered.
    QString boot();

    /// From now on every CALL of this action is answered so.
    void answer(const QString &action, const QJsonObject &payload);
    void answer(const QString &action, std::function<QJsonObject(const QJsonObject &)> answer);
    void reply(const Call &call, const QJsonObject &payload);
    void replyError(const Call &call, const QString &code, const QString &text);

    /// The `count`-th CALL of this action since the connection; waits for it.
    std::optional<Call> waitForCall(const QString &action, qsizetype count = 1);
    QList<Call> calls(const QString &action = {}) const;
    const QStringList &received() const { return received_; }
    bool waitUntil(const std::function<bool()> &holds);

signals:
    void happened();

private:
    void receive(const QString &text);
    void receiveCall(const Call &call);

    const QString id_;
    QWebSocket socket_;
    QStringList received_;
    QList<Call> calls_;
    QHash<QString, Answer> answers_;
    QHash<QString, std::function<QJsonObject(const QJsonObject &)>> handlers_;
    int lastMessage_ = 0;
};
