// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

enum class CommandState { Queued, Sent, Accepted, Rejected, Error, Timeout, Unknown, Expired, Cancelled };
/// "queued", "sent", ..., as in the database and the API.
QLatin1StringView toString(CommandState state);
bool fromString(QStringView text, CommandState &state);
/// Neither queued nor sent.
bool isFinal(CommandState state);

/// Something a station is to do. Written first, sent by whoever holds the station's socket.
struct Command {
    static constexpr int personPriority = 100;     ///< a person's click goes before background work
    static constexpr int backgroundPriority = 10;

    qint64 id = 0;
    QString station{};
    QString action{};
    QByteArray payload{};      ///< OCPP JSON
    CommandState state = CommandState::Queued;
    QString origin{};          ///< who asked: "window", "api", a service's name
    int priority = personPriority; ///< higher goes first
    ocpp::Timestamp created{};
    std::optional<ocpp::Timestamp> expires{}; ///< still queued then: expired. Nothing: waits for ever
    std::optional<ocpp::Timestamp> sentAt{};
    std::optional<ocpp::Timestamp> finishedAt{};
    QByteArray answer{};       ///< payload of the CALLRESULT
    QString error{};           ///< of the CALLERROR, or why it did not happen
    QString messageId{};
    QString outcome{};         ///< what really happened: "transactionStarted:42", "notStarted", ...
    std::optional<ocpp::Timestamp> outcomeDue{}; ///< until when the outcome is waited for
    bool late = false;       ///< the answer came after the timeout

    static const RowTable &table();
};

/// An answer to a command, or the end of waiting for one.
struct CommandEnd {
    CommandState state = CommandState::Error;
    QByteArray answer{};
    QString error{};
    ocpp::Timestamp at{};
    bool late = false;
};

struct CommandFilter {
    QString station{};
    QString action{};
    QList<CommandState> states{}; ///< empty: any
    qint64 after = 0;           ///< id where the page before ended
    int limit = 0;              ///< 0: all
};

class Commands {
public:
    /// What may go to a station now; the rest stays queued.
    enum class Reach { All, NoRemoteStartOrStop };

    explicit Commands(Database &db) : db_(db) { }

    /// The id. `created` and `state` must be set.
    qint64 queue(const Command &command);
    std::optional<Command> find(qint64 id);
    /// Those that are there, in no order.
    QList<Command> find(const QList<qint64> &ids);
    std::optional<Command> findByMessageId(const QString &station, const QString &messageId);
    /// Newest first.
    QList<Command> list(const CommandFilter &filter = {});

    /// The one to send next to this station: highest priority, then oldest. Not what has expired at `now`.
    std::optional<Command> next(const QString &station, ocpp::Timestamp now, Reach reach = Reach::All);
    /// Stations with something queued, for a node that has just started.
    QStringList stationsWithQueued();
    /// False if it is no longer queued (cancelled meanwhile): then it must not be sent.
    bool markSent(qint64 id, const QString &messageId, ocpp::Timestamp at);
    /// From sent; with `late` also from timeout or unknown. False if it was finished otherwise.
    bool finish(qint64 id, const CommandEnd &end);
    /// Marked sent, but the frame never left: queued again.
    void requeue(qint64 id);
    /// A queued one that must not be sent ends as an error, with the reason.
    void refuse(qint64 id, const QString &reason, ocpp::Timestamp at);
    /// False unless it was still queued.
    bool cancel(qint64 id, ocpp::Timestamp at);
    /// Those expired just now.
    QList<Command> expireDue(ocpp::Timestamp now);
    /// The socket dropped, nobody knows whether it was done: sent becomes unknown (behaviour 15).
    QList<Command> forgetSent(const QString &station, ocpp::Timestamp at);
    /// Those sent by `node` whose station should have answered a minute ago: a timeout, if nobody else could write what
    /// became of them.
    QList<Command> giveUpSent(const QString &node, ocpp::Timestamp now);
    /// The sockets of that node are gone, nobody knows whether it was done: sent becomes unknown (behaviour 15).
    QList<Command> forgetSentByNode(const QString &node, ocpp::Timestamp at);

    /// The secrets in those to which no answer came before `before`: an answer that comes still later adopts nothing.
    void forgetSecrets(ocpp::Timestamp before);

    /// Changes of the station's password (ocpp::passwordKey) that were sent, and nobody knows whether it took them; newest
    /// first.
    QList<Command> unansweredPasswords(const QString &station);
    /// The station has a newer password than those that it did not answer: they are forgotten, as by forgetSecrets().
    void forgetPasswords(const QString &station);

    /// Follow an accepted command to its real outcome, at the latest until `due`.
    void expectOutcome(qint64 id, ocpp::Timestamp due);
    /// Those of this station (and action, unless empty) that wait for their outcome, oldest first.
    QList<Command> awaitingOutcome(const QString &station, const QString &action = {});
    /// Those whose time is over at `now`, of all stations.
    QList<Command> outcomesDue(ocpp::Timestamp now);
    /// Once: what was seen first is it.
    void setOutcome(qint64 id, const QString &outcome);

private:
    void maskSecrets(qint64 id);
    QList<Command> changeAll(const QString &tail, Values values, CommandState state, const QString &error,
                             std::optional<ocpp::Timestamp> at);

    Database &db_;
};

} // namespace store
