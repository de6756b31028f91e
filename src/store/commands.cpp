// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commands.h"

#include "ocpp/codec.h"
#include "ocpp/messages/core.h"
#include "store/filter.h"
#include "store/words.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Word<CommandState> commandStates[] = {
    {CommandState::Queued, "queued"_L1},       {CommandState::Sent, "sent"_L1},
    {CommandState::Accepted, "accepted"_L1},   {CommandState::Rejected, "rejected"_L1},
    {CommandState::Error, "error"_L1},         {CommandState::Timeout, "timeout"_L1},
    {CommandState::Unknown, "unknown"_L1},     {CommandState::Expired, "expired"_L1},
    {CommandState::Cancelled, "cancelled"_L1},
};

constexpr Column commandColumns[] = {
    column<&Command::id>("id"_L1, ColumnRole::Generated),
    column<&Command::station>("station"_L1),
    column<&Command::action>("action"_L1),
    column<&Command::payload>("payload"_L1),
    column<&Command::state>("state"_L1),
    column<&Command::origin>("origin"_L1),
    column<&Command::priority>("priority"_L1),
    column<&Command::created>("created"_L1),
    column<&Command::expires>("expires"_L1),
    column<&Command::sentAt>("sent_at"_L1),
    column<&Command::finishedAt>("finished_at"_L1),
    column<&Command::answer>("answer"_L1),
    column<&Command::error>("error"_L1),
    column<&Command::messageId>("message_id"_L1),
    column<&Command::outcome>("outcome"_L1),
    column<&Command::outcomeDue>("outcome_due"_L1),
    column<&Command::late>("late"_L1),
};
constexpr RowTable commandTable{"commands"_L1, commandColumns};

void note(Database &db, const QString &station, qint64 id)
{
    db.noteChange(Table::Commands, station, QString::number(id));
}

/// Oldest first. Told to order by id, SQLite reads the whole table in that order instead of the few rows that a partial
/// index has, and some of these are asked for every second.
QList<Command> inOrder(QList<Command> commands)
{
    std::ranges::sort(commands, {}, &Command::id);
    return commands;
}

} // namespace

QLatin1StringView toString(CommandState state)
{
    return wordOf(commandStates, state);
}

bool fromString(QStringView text, CommandState &state)
{
    return fromWord(commandStates, text, state);
}

bool isFinal(CommandState state)
{
    return state != CommandState::Queued && state != CommandState::Sent;
}

const RowTable &Command::table()
{
    return commandTable;
}

qint64 Commands::queue(const Command &command)
{
    const qint64 id = db_.insert(command);
    note(db_, command.station, id);
    return id;
}

std::optional<Command> Commands::find(qint64 id)
{
    return db_.row<Command>(u"WHERE id = ?"_s, {id});
}

QList<Command> Commands::find(const QList<qint64> &ids)
{
    // Portions of one size: one statement, prepared once.
    constexpr qsizetype portion = 100;
    static const QString tail = u"WHERE id IN (?%1)"_s.arg(u", ?"_s.repeated(portion - 1));
    QList<Command> found;
    for (qsizetype first = 0; first < ids.size(); first += portion) {
        std::vector<Value> values(std::size_t(portion), Value(ids.at(first)));
        for (qsizetype i = first; i < std::min(first + portion, ids.size()); ++i)
            values[std::size_t(i - first)] = Value(ids.at(i));
        found += db_.rows<Command>(tail, values);
    }
    return found;
}

std::optional<Command> Commands::findByMessageId(const QString &station, const QString &messageId)
{
    return db_.row<Command>(u"WHERE station = ? AND message_id = ? AND message_id <> '' ORDER BY id DESC LIMIT 1"_s,
                            {station, messageId});
}

QList<Command> Commands::list(const CommandFilter &filter)
{
    Filter where;
    if (!filter.station.isEmpty())
        where.where(u"station = ?"_s, {filter.station});
    if (!filter.action.isEmpty())
        where.where(u"action = ?"_s, {filter.action});
    if (!filter.states.isEmpty()) {
        QStringList words;
        for (const CommandState state : filter.states)
            words.append(u"'"_s + toString(state) + u"'"_s);
        where.where(u"state IN (%1)"_s.arg(words.join(u", "_s)), {});
    }
    if (filter.after > 0)
        where.where(u"id < ?"_s, {filter.after});
    where.finish(u"ORDER BY id DESC"_s, filter.limit);
    return db_.rows<Command>(where.tail(), where.values());
}

std::optional<Command> Commands::next(const QString &station, ocpp::Timestamp now, Reach reach)
{
    const QString queued = u"WHERE station = ? AND state = 'queued' AND (expires IS NULL OR expires > ?) "_s;
    const QString narrowed = u"AND action NOT IN ('RemoteStartTransaction', 'RemoteStopTransaction') "_s;
    const QString order = u"ORDER BY priority DESC, id LIMIT 1"_s;
    return db_.row<Command>(reach == Reach::All ? queued + order : queued + narrowed + order, {station, now});
}

QStringList Commands::stationsWithQueued()
{
    QStringList stations;
    db_.each(u"SELECT DISTINCT station FROM commands WHERE state = 'queued' ORDER BY station"_s, {},
             [&stations](const ResultRow &row) { stations.append(row.value(0).toString()); });
    return stations;
}

bool Commands::markSent(qint64 id, const QString &messageId, ocpp::Timestamp at)
{
    const QString station = db_.value(u"UPDATE commands SET state = 'sent', message_id = ?, sent_at = ? "
                                      "WHERE id = ? AND state = 'queued' RETURNING station"_s,
                                      {messageId, at, id})
                                .toString();
    if (!station.isEmpty())
        note(db_, station, id);
    return !station.isEmpty();
}

bool Commands::finish(qint64 id, const CommandEnd &end)
{
    static const QString update =
        u"UPDATE commands SET state = ?, answer = ?, error = ?, finished_at = ?, late = ? WHERE id = ? AND state "_s;
    static const QString inTime = update + u"= 'sent' RETURNING station"_s;
    static const QString late = update + u"IN ('sent', 'timeout', 'unknown') RETURNING station"_s;
    const QString station =
        db_.value(end.late ? late : inTime, {end.state, end.answer, end.error, end.at, end.late, id}).toString();
    if (station.isEmpty())
        return false;
    // Late, a station may still accept: then the value is needed once more.
    if (end.state != CommandState::Timeout && end.state != CommandState::Unknown)
        maskSecrets(id);
    note(db_, station, id);
    return true;
}

void Commands::requeue(qint64 id)
{
    changeAll(u"WHERE state = 'sent' AND id = ?"_s, {id}, CommandState::Queued, {}, std::nullopt);
}

void Commands::refuse(qint64 id, const QString &reason, ocpp::Timestamp at)
{
    changeAll(u"WHERE state = 'queued' AND id = ?"_s, {id}, CommandState::Error, reason, at);
}

/// What a secret was to become is of no use any more when the command is over, and the table is read by people.
void Commands::maskSecrets(qint64 id)
{
    const auto command = find(id);
    if (!command || command->action != ocpp::ChangeConfiguration::action)
        return;
    const QJsonObject payload = QJsonDocument::fromJson(command->payload).object();
    const QJsonObject masked = ocpp::masked(ocpp::ChangeConfiguration::Request::fields(), payload);
    if (masked != payload)
        db_.run(u"UPDATE commands SET payload = ? WHERE id = ?"_s,
                {QJsonDocument(masked).toJson(QJsonDocument::Compact), id});
}

void Commands::forgetSecrets(ocpp::Timestamp before)
{
    QList<qint64> ids;
    db_.each(u"SELECT id FROM commands WHERE action = 'ChangeConfiguration' AND state IN ('timeout', 'unknown') "
             "AND finished_at < ?"_s,
             {before}, [&ids](const ResultRow &row) { ids.append(row.value(0).toLongLong()); });
    std::ranges::sort(ids); // see inOrder()
    for (const qint64 id : std::as_const(ids))
        maskSecrets(id);
}

QList<Command> Commands::unansweredPasswords(const QString &station)
{
    CommandFilter filter;
    filter.station = station;
    filter.action = ocpp::ChangeConfiguration::action;
    filter.states = {CommandState::Sent, CommandState::Timeout, CommandState::Unknown};
    QList<Command> changes = list(filter);
    changes.removeIf([](const Command &command) {
        const QString key = QJsonDocument::fromJson(command.payload)["key"_L1].toString();
        return key.compare(ocpp::passwordKey, Qt::CaseInsensitive) != 0;
    });
    return changes;
}

void Commands::forgetPasswords(const QString &station)
{
    for (const Command &command : unansweredPasswords(station)) {
        if (command.state != CommandState::Sent) // its answer will tell
            maskSecrets(command.id);
    }
}

bool Commands::cancel(qint64 id, ocpp::Timestamp at)
{
    const QString station = db_.value(u"UPDATE commands SET state = 'cancelled', finished_at = ? "
                                      "WHERE id = ? AND state = 'queued' RETURNING station"_s,
                                      {at, id})
                                .toString();
    if (station.isEmpty())
        return false; // one that was sent needs its value: the station may accept it
    maskSecrets(id);
    note(db_, station, id);
    return true;
}

QList<Command> Commands::changeAll(const QString &tail, Values values, CommandState state, const QString &error,
                                   std::optional<ocpp::Timestamp> at)
{
    static const QString update =
        u"UPDATE commands SET state = ?, error = ?, finished_at = ? WHERE id = ? AND state = ? RETURNING id"_s;
    QList<Command> changed = inOrder(db_.rows<Command>(tail, values));
    changed.removeIf([&](const Command &command) { // what another node has just changed
        return db_.number(update, {state, error, at, command.id, command.state}) == 0;
    });
    for (Command &command : changed) {
        command.state = state;
        command.error = error;
        command.finishedAt = at;
        if (isFinal(state) && state != CommandState::Unknown && state != CommandState::Timeout)
            maskSecrets(command.id);
        note(db_, command.station, command.id);
    }
    return changed;
}

QList<Command> Commands::expireDue(ocpp::Timestamp now)
{
    return changeAll(u"WHERE state = 'queued' AND expires <= ?"_s, {now}, CommandState::Expired,
                     u"The station was not there in time."_s, now);
}

QList<Command> Commands::forgetSent(const QString &station, ocpp::Timestamp at)
{
    return changeAll(u"WHERE state = 'sent' AND station = ?"_s, {station}, CommandState::Unknown,
                     u"The connection was lost before the station answered."_s, at);
}

QList<Command> Commands::giveUpSent(const QString &node, ocpp::Timestamp now)
{
    constexpr std::chrono::minutes grace{1};
    return changeAll(u"WHERE state = 'sent' AND sent_at < (SELECT CAST(? AS BIGINT) "
                     "- CAST(call_timeout_seconds AS BIGINT) * 1000 "
                     "FROM stations WHERE stations.id = commands.station AND node = ?)"_s,
                     {now - grace, node}, CommandState::Timeout, u"No answer came in time."_s, now);
}

QList<Command> Commands::forgetSentByNode(const QString &node, ocpp::Timestamp at)
{
    return changeAll(u"WHERE state = 'sent' AND station IN (SELECT id FROM stations WHERE node = ?)"_s,
                     {node}, CommandState::Unknown,
                     u"The central system was stopped before the station answered."_s, at);
}

void Commands::expectOutcome(qint64 id, ocpp::Timestamp due)
{
    db_.run(u"UPDATE commands SET outcome_due = ? WHERE id = ?"_s, {due, id});
}

QList<Command> Commands::awaitingOutcome(const QString &station, const QString &action)
{
    return db_.rows<Command>(u"WHERE outcome_due IS NOT NULL AND outcome = '' AND station = ? "
                             "AND (action = ? OR CAST(? AS TEXT) = '') ORDER BY id"_s,
                             {station, action, action});
}

QList<Command> Commands::outcomesDue(ocpp::Timestamp now)
{
    return inOrder(db_.rows<Command>(u"WHERE outcome_due <= ? AND outcome = ''"_s, {now}));
}

void Commands::setOutcome(qint64 id, const QString &outcome)
{
    const QString station =
        db_.value(u"UPDATE commands SET outcome = ? WHERE id = ? AND outcome = '' RETURNING station"_s, {outcome, id})
            .toString();
    if (!station.isEmpty())
        note(db_, station, id);
}

} // namespace store
