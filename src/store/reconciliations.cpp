// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reconciliations.h"

#include "store/words.h"

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr Word<ReconciliationState> reconciliationStates[] = {
    {ReconciliationState::InSync, "inSync"_L1},
    {ReconciliationState::Working, "working"_L1},
    {ReconciliationState::Waiting, "waiting"_L1},
    {ReconciliationState::GaveUp, "gaveUp"_L1},
};

constexpr Column reconciliationColumns[] = {
    column<&Reconciliation::station>("station"_L1, ColumnRole::Key),
    column<&Reconciliation::topic>("topic"_L1, ColumnRole::Key),
    column<&Reconciliation::state>("state"_L1),
    column<&Reconciliation::paused>("paused"_L1),
    column<&Reconciliation::difference>("difference"_L1),
    column<&Reconciliation::attempts>("attempts"_L1),
    column<&Reconciliation::fewest>("fewest"_L1),
    column<&Reconciliation::nextTry>("next_try"_L1),
    column<&Reconciliation::reason>("reason"_L1),
    column<&Reconciliation::changed>("changed"_L1),
};
constexpr RowTable reconciliationTable{"reconciliations"_L1, reconciliationColumns};

bool saysTheSame(const Reconciliation &a, const Reconciliation &b)
{
    return a.state == b.state && a.paused == b.paused && a.difference == b.difference && a.attempts == b.attempts
           && a.fewest == b.fewest && a.nextTry == b.nextTry && a.reason == b.reason;
}

} // namespace

QLatin1StringView toString(ReconciliationState state)
{
    return wordOf(reconciliationStates, state);
}

bool fromString(QStringView text, ReconciliationState &state)
{
    return fromWord(reconciliationStates, text, state);
}

const RowTable &Reconciliation::table()
{
    return reconciliationTable;
}

Reconciliation Reconciliations::find(const QString &station, const QString &topic)
{
    Reconciliation fresh;
    fresh.station = station;
    fresh.topic = topic;
    return db_.row<Reconciliation>(u"WHERE station = ? AND topic = ?"_s, {station, topic}).value_or(fresh);
}

QList<Reconciliation> Reconciliations::list(const QString &station)
{
    return db_.rows<Reconciliation>(u"WHERE station = ? ORDER BY topic"_s, {station});
}

QList<Reconciliation> Reconciliations::ofTopic(const QString &topic)
{
    return db_.rows<Reconciliation>(u"WHERE topic = ? ORDER BY station"_s, {topic});
}

QList<Reconciliation> Reconciliations::stuck()
{
    return db_.rows<Reconciliation>(u"WHERE state = 'gaveUp' ORDER BY station, topic"_s);
}

void Reconciliations::save(Reconciliation row, ocpp::Timestamp now)
{
    if (saysTheSame(row, find(row.station, row.topic)))
        return;
    row.changed = now;
    db_.save(row);
    db_.noteChange(Table::Reconciliations, row.station, row.topic);
}

void Reconciliations::reset(const QString &station, const QString &topic, ocpp::Timestamp now)
{
    Reconciliation row = find(station, topic);
    row.attempts = 0;
    row.nextTry.reset();
    row.reason.clear();
    if (row.state != ReconciliationState::InSync)
        row.state = ReconciliationState::Waiting;
    save(row, now);
}

void Reconciliations::setPaused(const QString &station, const QString &topic, bool paused, ocpp::Timestamp now)
{
    Reconciliation row = find(station, topic);
    row.paused = paused;
    save(row, now);
}

QList<Reconciliation> Reconciliations::due(const QString &node, ocpp::Timestamp now)
{
    return db_.rows<Reconciliation>(u"WHERE next_try <= ? AND NOT paused "
                                    "AND station IN (SELECT id FROM stations WHERE online AND node = ?) "
                                    "ORDER BY next_try LIMIT 100"_s,
                                    {now, node});
}

std::optional<Command> Reconciliations::lastSent(const QString &station, const QString &topic)
{
    return db_.row<Command>(u"WHERE station = ? AND origin = ? AND sent_at IS NOT NULL ORDER BY id DESC LIMIT 1"_s, {station, topic});
}

} // namespace store
