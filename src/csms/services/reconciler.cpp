// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/reconciler.h"

#include "csms/services/loadbalancer.h"
#include "csms/services/reservationservice.h"
#include "ocpp/jsontext.h"
#include "store/reconciliations.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::CommandState;
using store::ReconciliationState;

namespace csms::reconciler {
namespace {

constexpr std::chrono::seconds firstPause = 10s;
constexpr std::chrono::seconds longestPause = 1h;
constexpr int mostAttempts = 6;
// A station has more important things to say right after its boot.
constexpr std::chrono::seconds pauseAfterBoot = 5s;

std::chrono::seconds pauseAfter(int attempts)
{
    return std::min(longestPause, firstPause * (1 << std::min(attempts - 1, 10)));
}

QList<store::Command> openCommands(store::Database &db, const QString &station, const Topic &topic)
{
    store::CommandFilter filter;
    filter.station = station;
    filter.states = {CommandState::Queued, CommandState::Sent};
    QList<store::Command> open = store::Commands(db).list(filter);
    open.removeIf([&](const store::Command &c) { return c.origin != topic.name; });
    return open;
}

/// Whether a command of this topic is on its way. Those that still wait and would do something else by now are
/// withdrawn: sent after a newer wish they would undo it.
bool isUnderWay(store::Database &db, const QString &station, const Topic &topic, const std::optional<Step> &wanted,
                ocpp::Timestamp now)
{
    bool underWay = false;
    for (const store::Command &command : openCommands(db, station, topic)) {
        const bool isOutdated = command.state == CommandState::Queued
                                && (!wanted || command.action != wanted->action
                                    || command.payload != ocpp::compactBytes(wanted->payload));
        if (isOutdated)
            store::Commands(db).cancel(command.id, now);
        else
            underWay = true;
    }
    return underWay;
}

void queue(store::Database &db, const QString &station, const Topic &topic, const Step &step, ocpp::Timestamp now)
{
    store::Command command;
    command.station = station;
    command.action = step.action;
    command.payload = ocpp::compactBytes(step.payload);
    command.origin = topic.name;
    command.priority = store::Command::backgroundPriority;
    command.created = now;
    store::Commands(db).queue(command);
}

/// Where the row stands after a look at the difference.
void work(store::Database &db, store::Reconciliation &row, const Topic &topic, const Difference &difference,
          bool isOnline, ocpp::Timestamp now)
{
    const bool underWay = isUnderWay(db, row.station, topic, isOnline ? difference.next : std::nullopt, now);
    const bool isTime = !row.nextTry || *row.nextTry <= now;
    if (difference.isHopeless) {
        row.state = ReconciliationState::GaveUp;
        row.reason = difference.reason;
        row.nextTry.reset();
    } else if (underWay) {
        row.state = ReconciliationState::Working;
    } else if (!difference.next || !isOnline) {
        row.state = ReconciliationState::Waiting;
        if (!difference.next)
            row.reason = difference.reason;
        else if (row.attempts == 0)
            row.reason = u"The station is offline. It goes on when it connects."_s;
    } else if (isTime || (difference.isOtherWay && row.attempts > 0)) {
        row.state = ReconciliationState::Working;
        if (isTime)
            row.nextTry.reset();
        if (row.attempts < mostAttempts) // else that of giving up is still true
            row.reason = difference.reason;
        queue(db, row.station, topic, *difference.next, now);
    } else {
        row.state = ReconciliationState::Waiting;
    }
}

void failed(store::Reconciliation &row, const store::Command &command, const QString &why, ocpp::Timestamp now)
{
    if (row.attempts++ == 0)
        row.fewest = row.difference;
    row.reason = u"%1: %2"_s.arg(command.action, why);
    if (row.attempts >= mostAttempts) {
        row.state = ReconciliationState::GaveUp;
        row.nextTry.reset();
        row.reason += u" It was tried %1 times. Retry it when the station is well."_s.arg(row.attempts);
    } else {
        row.state = ReconciliationState::Waiting;
        row.nextTry = now + pauseAfter(row.attempts);
    }
}

/// An answer alone is no progress: the station may go on without doing what matters. Fewer differences than ever since it
/// began to fail are, and so is having nothing left to send.
bool isProgress(const Difference &difference, const store::Reconciliation &row)
{
    return difference.count < row.fewest || (!difference.next && !difference.isHopeless);
}

/// Nobody knows what became of the last command: it looks as if the station crashed at it.
bool mayHaveMadeItBoot(store::Database &db, const store::Reconciliation &row, ocpp::Timestamp now)
{
    constexpr std::chrono::minutes memory{10};
    const auto last = store::Reconciliations(db).lastSent(row.station, row.topic);
    if (!last || now - *last->sentAt > memory)
        return false;
    return last->state == CommandState::Sent || last->state == CommandState::Unknown
           || last->state == CommandState::Timeout;
}

enum class Occasion { Any, CommandAccepted };

void look(store::Database &db, const QString &station, const Topic &topic, Occasion occasion, ocpp::Timestamp now)
{
    const auto known = store::Stations(db).find(station);
    if (!known || known->registration != store::Registration::Accepted)
        return;
    store::Reconciliations rows(db);
    store::Reconciliation row = rows.find(known->id, topic.name);
    const Difference difference = topic.difference(db, *known, now);
    row.difference = difference.count;
    if (occasion == Occasion::CommandAccepted && isProgress(difference, row)) {
        row.attempts = 0;
        row.nextTry.reset();
    }
    if (difference.count == 0) {
        isUnderWay(db, known->id, topic, std::nullopt, now);
        row.state = ReconciliationState::InSync;
        row.attempts = 0;
        row.nextTry.reset();
        row.reason.clear();
    } else if (row.paused) {
        const bool underWay = isUnderWay(db, known->id, topic, std::nullopt, now);
        if (!underWay && row.state == ReconciliationState::Working)
            row.state = ReconciliationState::Waiting;
    } else if (row.attempts >= mostAttempts && !difference.isOtherWay && !difference.isHopeless) {
        row.state = ReconciliationState::GaveUp;
        row.nextTry.reset();
    } else {
        work(db, row, topic, difference, known->online, now);
    }
    rows.save(row, now);
}

} // namespace

const Topic *topicOf(QStringView name)
{
    const auto all = topics();
    const auto found = std::ranges::find_if(all, [name](const Topic &t) { return name == t.name; });
    return found == all.end() ? nullptr : &*found;
}

void run(store::Database &db, const QString &station, const Topic &topic, ocpp::Timestamp now)
{
    look(db, station, topic, Occasion::Any, now);
}

void runAll(store::Database &db, const QString &station, ocpp::Timestamp now)
{
    for (const Topic &topic : topics())
        run(db, station, topic, now);
    if (const auto known = store::Stations(db).find(station))
        reservations::keepTrue(db, *known, now);
}

void renew(store::Database &db, const QString &station, const Topic &topic, ocpp::Timestamp now)
{
    store::Reconciliations(db).reset(station, topic.name, now);
    run(db, station, topic, now);
}

void connected(store::Database &db, const QString &station, ocpp::Timestamp now)
{
    store::Reconciliations rows(db);
    for (store::Reconciliation row : rows.list(station)) {
        const Topic *const topic = topicOf(row.topic);
        if (!topic)
            continue;
        isUnderWay(db, station, *topic, std::nullopt, now);
        if (row.state == ReconciliationState::Working)
            row.state = ReconciliationState::Waiting;
        const bool mustAsk = topic->connected && topic->connected(db, station);
        if (mustAsk && row.state != ReconciliationState::GaveUp)
            row.nextTry = std::max(row.nextTry.value_or(now), now + pauseAfterBoot);
        rows.save(row, now);
    }
}

void booted(store::Database &db, const QString &station, ocpp::Timestamp now)
{
    store::Reconciliations rows(db);
    for (store::Reconciliation row : rows.list(station)) { // what was never out of step is looked at with the rest
        const Topic *const topic = topicOf(row.topic);
        if (!topic)
            continue;
        isUnderWay(db, station, *topic, std::nullopt, now);
        const bool isSuspect = mayHaveMadeItBoot(db, row, now);
        if (!isSuspect)
            row.attempts = 0;
        if (!isSuspect || row.state != ReconciliationState::GaveUp) {
            row.state = ReconciliationState::Waiting;
            row.nextTry = std::max(isSuspect ? row.nextTry.value_or(now) : now, now + pauseAfterBoot);
        }
        rows.save(row, now);
    }
    for (const Topic &topic : topics()) {
        if (topic.booted)
            topic.booted(db, station);
    }
}

void ended(store::Database &db, const store::Command &command, CommandState state, const QString &error,
           ocpp::Timestamp now)
{
    if (loadbalancer::isOurs(command))
        return loadbalancer::ended(db, command, now);
    const Topic *const topic = topicOf(command.origin);
    if (!topic)
        return;
    store::Reconciliations rows(db);
    if (state == CommandState::Accepted) {
        store::Reconciliation row = rows.find(command.station, topic->name);
        if (row.state == ReconciliationState::Working)
            row.state = ReconciliationState::Waiting;
        rows.save(row, now);
        return look(db, command.station, *topic, Occasion::CommandAccepted, now);
    }
    if (topic->failed)
        topic->failed(db, command, state, error, now);
    store::Reconciliation row = rows.find(command.station, topic->name);
    if (row.state == ReconciliationState::GaveUp)
        return;
    failed(row, command, error.isEmpty() ? u"the station answered \"%1\"."_s.arg(toString(state)) : error, now);
    rows.save(row, now);
    run(db, command.station, *topic, now);
}

void runDue(store::Database &db, const QString &node, ocpp::Timestamp now)
{
    for (const store::Reconciliation &row : store::Reconciliations(db).due(node, now)) {
        if (const Topic *const topic = topicOf(row.topic))
            run(db, row.station, *topic, now);
    }
}

} // namespace csms::reconciler
