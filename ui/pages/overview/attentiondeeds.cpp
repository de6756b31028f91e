// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/attentiondeeds.h"

#include "store/certificates.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/configuration.h"
#include "store/contracts.h"
#include "store/firmware.h"
#include "store/inbox.h"
#include "store/locallists.h"
#include "store/reconciliations.h"
#include "store/writer.h"
#include "ui/commands/quietrestart.h"
#include "ui/commands/sessionclosing.h"
#include "ui/models/answerto.h"
#include "ui/models/sessionenergy.h"
#include "ui/models/sleepingdemo.h"
#include "ui/text/format.h"
#include "ui/text/refusalwords.h"
#include "ui/text/storewords.h"

#include <QJsonObject>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = AttentionItem::Kind;

// Each runs on the writer's thread and looks again: the list may be a moment old.

DeedResult decideStation(store::Database &db, const QString &id, store::Registration registration)
{
    store::Stations stations(db);
    auto station = stations.find(id);
    if (!station || station->registration != store::Registration::Pending)
        return {};
    station->registration = registration;
    stations.save(*station);
    return {.happened = true};
}

DeedResult assignStop(store::Database &db, qint64 parked, qint64 transaction)
{
    const auto matter = store::Attention(db).find(parked);
    const auto before = store::Inbox(db).assign(parked, transaction, store::now());
    if (!before)
        return {};
    const auto closed = store::Transactions(db).find(transaction);
    return {.happened = true,
            .energyWh = closed ? knownEnergy(*closed) : std::nullopt,
            .before = before,
            .canUndo = store::Inbox::canUnassign(*matter)};
}

DeedResult dismiss(store::Database &db, qint64 parked)
{
    return {.happened = store::Attention(db).resolve(parked, u"Dismissed."_s, store::now())};
}

DeedResult queue(store::Database &db, const QString &station, const QString &action, const QJsonObject &payload)
{
    const auto queued = store::enqueue(db, {.station = station,
                                            .action = action,
                                            .payload = payload,
                                            .origin = u"window"_s,
                                            .expiresIn = std::chrono::minutes(5)});
    if (!queued)
        return {.refusal = refusalWords(queued.error())};
    return {.happened = true, .canUndo = false};
}

DeedResult restart(store::Database &db, const QString &station)
{
    const QuietRestart restart = queueQuietRestart(db, station);
    if (restart.sessionRuns)
        return {};
    return {.happened = restart.refusal.isEmpty(), .refusal = restart.refusal, .canUndo = false};
}

DeedResult giveUpSetting(store::Database &db, const QString &station, const QString &key)
{
    store::Configuration configuration(db);
    const auto row = configuration.find(station, key);
    if (!row || !row->desired)
        return {};
    configuration.desire(station, key, {}, store::now());
    return {.happened = true, .canUndo = !row->isSecret()};
}

DeedResult tryAgain(store::Database &db, const QString &station, const QString &topic)
{
    store::Reconciliations rows(db);
    if (rows.find(station, topic).state != store::ReconciliationState::GaveUp)
        return {};
    rows.reset(station, topic, store::now());
    return {.happened = true, .canUndo = false};
}

DeedResult signAgain(store::Database &db, qint64 order)
{
    return {.happened = store::SigningOrders(db).resume(order, store::now()), .canUndo = false};
}

/// Where a topic of a station is seen and changed.
Target placeOf(const QString &station, const QString &topic)
{
    if (topic == store::LocalLists::topic)
        return {.page = u"locallists"_s, .station = station};
    if (topic == store::chargingProfilesTopic)
        return {.page = u"profiles"_s, .station = station};
    if (topic == store::Firmware::topic)
        return {.page = u"firmware"_s, .station = station};
    const bool isSecurity = topic == store::certificatesTopic;
    return {.page = u"stations"_s, .station = station, .part = isSecurity ? u"security"_s : u"configuration"_s};
}

/// Where a click leads that does nothing by itself.
std::optional<Target> destinationOf(const AttentionItem &item, bool primary)
{
    switch (item.kind) {
    case Kind::Fault:
    case Kind::Warning:
    case Kind::Offline:
        return Target{u"stations"_s, item.station};
    case Kind::Knocks:
        return Target{u"connect"_s, {}};
    case Kind::Clock:
        return primary ? std::nullopt : std::optional(Target{u"stations"_s, item.station});
    case Kind::RefusedKey:
        return primary ? std::nullopt : std::optional(placeOf(item.station, store::configurationTopic));
    case Kind::Stuck:
        return primary ? std::optional(placeOf(item.station, item.code)) : std::nullopt;
    case Kind::Signing:
        return primary ? std::optional(placeOf(item.station, store::certificatesTopic)) : std::nullopt;
    default:
        return std::nullopt;
    }
}

DeedResult addTag(store::Database &db, const QString &tag)
{
    store::IdTags tags(db);
    if (tags.find(tag))
        return {};
    store::IdTag row;
    row.tag = tag;
    tags.save(row);
    return {.happened = true};
}

/// Its sessions stay in the books, with an end; its cards, which are valid nowhere else, leave with it.
DeedResult removeDemo(store::Database &db)
{
    store::Stations stations(db);
    store::IdTags tags(db);
    const QSet<QString> demo = sleepingDemo(stations.list());
    QList<store::Station> leaving;
    QList<store::IdTag> cards;
    QList<qint64> closed;
    for (const store::IdTag &tag : tags.list()) {
        const bool isDemo = !tag.stations.isEmpty()
                            && std::ranges::all_of(tag.stations, [&](const QString &id) { return demo.contains(id); });
        if (isDemo && tags.remove(tag.tag))
            cards.append(tag);
    }
    for (const QString &id : demo) {
        store::TransactionFilter open;
        open.station = id;
        open.state = store::TransactionState::Open;
        for (const store::Transaction &session : store::Transactions(db).list(open)) {
            if (closeByHand(db, session.id).happened)
                closed.append(session.id);
        }
        leaving.append(*stations.find(id));
        stations.remove(id);
    }
    const auto undo = [leaving, cards, closed](store::Database &back) {
        for (const store::Station &station : leaving)
            store::Stations(back).save(station);
        for (const store::IdTag &card : cards)
            store::IdTags(back).save(card);
        for (const qint64 session : closed)
            store::Transactions(back).reopen(session);
    };
    return {.happened = !demo.isEmpty(), .undo = undo};
}

store::SeenTag seenTagOf(const AttentionItem &item)
{
    const ocpp::Timestamp seen = item.since.value_or(store::now());
    return {item.code, store::folded(item.code), item.station, seen, seen, item.count};
}

/// How to take it back; none where that cannot be done.
AttentionDeeds::Undo undoOf(const AttentionItem &item, bool primary, const DeedResult &result)
{
    switch (item.kind) {
    case Kind::Pending:
        return [id = item.station](store::Database &db) {
            store::Stations stations(db);
            if (auto station = stations.find(id)) {
                station->registration = store::Registration::Pending;
                stations.save(*station);
            }
        };
    case Kind::Endless:
        return [id = item.id](store::Database &db) { store::Transactions(db).reopen(id); };
    case Kind::UnmatchedStop:
        if (primary && result.before)
            return
                [id = item.id, before = *result.before](store::Database &db) { store::Inbox(db).unassign(id, before); };
        [[fallthrough]];
    case Kind::SecurityEvent:
    case Kind::Parked:
        return [id = item.id](store::Database &db) { store::Attention(db).reopen(id); };
    case Kind::RefusedKey:
        return [item](store::Database &db) {
            store::Configuration configuration(db);
            configuration.desire(item.station, item.code, item.desired, store::now());
            configuration.setState(item.station, item.code,
                                   item.count == 0 ? store::ConfigurationState::NotSupported
                                                   : store::ConfigurationState::Rejected);
        };
    case Kind::Tag:
        return [item, primary](store::Database &db) {
            if (primary)
                store::IdTags(db).remove(item.code);
            store::SeenTags(db).restore(seenTagOf(item));
        };
    default:
        return {};
    }
}

QString said(const AttentionItem &item, bool primary, const DeedResult &result)
{
    switch (item.kind) {
    case Kind::Pending:
        return primary ? AttentionDeeds::tr("%1 is accepted.").arg(item.station)
                       : AttentionDeeds::tr("%1 is rejected.").arg(item.station);
    case Kind::Endless:
        return closedWords(item.id, {true, result.energyWh});
    case Kind::UnmatchedStop:
        if (primary && result.before)
            return result.energyWh
                       ? AttentionDeeds::tr("Session %1 has its end, with %2.")
                             .arg(item.candidate)
                             .arg(format::energy(*result.energyWh))
                       : AttentionDeeds::tr("Session %1 has its end. Its energy is not known.").arg(item.candidate);
        [[fallthrough]];
    case Kind::SecurityEvent:
    case Kind::Parked:
        return AttentionDeeds::tr("Dismissed.");
    case Kind::Restart:
        return AttentionDeeds::tr("%1 is asked to restart.").arg(item.station);
    case Kind::Clock:
        return AttentionDeeds::tr("%1 is asked to fetch the time.").arg(item.station);
    case Kind::RefusedKey:
        return AttentionDeeds::tr("%1 of %2 stays as the station has it.").arg(item.code, item.station);
    case Kind::Signing:
    case Kind::Stuck:
        return AttentionDeeds::tr("It is tried again for %1.").arg(item.station);
    case Kind::Demo:
        return AttentionDeeds::tr("The demo site is removed, with its cards.");
    case Kind::Tag:
        return primary ? AttentionDeeds::tr("Tag %1 may charge from now on.").arg(item.code)
                       : AttentionDeeds::tr("Tag %1 is ignored until it is shown again.").arg(item.code);
    default:
        return {};
    }
}

} // namespace

AttentionDeeds::AttentionDeeds(const Backend &backend, QObject *parent) : QObject(parent), backend_(backend) {}

void AttentionDeeds::act(const AttentionItem &item, bool primary)
{
    using Database = store::Database;
    if (const auto target = destinationOf(item, primary)) {
        emit linkActivated(*target);
        return;
    }
    const QString &station = item.station;
    switch (item.kind) {
    case Kind::Fault:
    case Kind::Warning:
    case Kind::Offline:
    case Kind::Knocks:
        break;
    case Kind::Pending:
        run(item, primary, [station, primary](Database &db) {
            return decideStation(db, station, primary ? store::Registration::Accepted : store::Registration::Rejected);
        });
        break;
    case Kind::Endless:
        run(item, primary, [id = item.id](Database &db) {
            const ClosedSession closed = closeByHand(db, id);
            return DeedResult{.happened = closed.happened, .energyWh = closed.energyWh};
        });
        break;
    case Kind::UnmatchedStop:
    case Kind::SecurityEvent:
    case Kind::Parked:
        settle(item, primary);
        break;
    case Kind::Restart:
        run(item, primary, [station](Database &db) { return restart(db, station); });
        break;
    case Kind::Clock: // its answer carries the time (4.6)
        run(item, primary, [station](Database &db) {
            return queue(db, station, u"TriggerMessage"_s, {{u"requestedMessage"_s, u"Heartbeat"_s}});
        });
        break;
    case Kind::RefusedKey:
        run(item, primary, [station, key = item.code](Database &db) { return giveUpSetting(db, station, key); });
        break;
    case Kind::Stuck:
        run(item, primary, [station, topic = item.code](Database &db) { return tryAgain(db, station, topic); });
        break;
    case Kind::Signing:
        run(item, primary, [id = item.id](Database &db) { return signAgain(db, id); });
        break;
    case Kind::Demo:
        actOnDemo(item, primary);
        break;
    case Kind::Tag:
        run(item, primary, [tag = item.code, primary](Database &db) {
            return primary ? addTag(db, tag) : DeedResult{.happened = store::SeenTags(db).remove(tag)};
        });
        break;
    }
}

void AttentionDeeds::actOnDemo(const AttentionItem &item, bool primary)
{
    if (!primary) {
        run(item, primary, removeDemo);
    } else if (backend_.startDemo) {
        emit began(item.key());
        backend_.startDemo();
    }
}

void AttentionDeeds::settle(const AttentionItem &item, bool primary)
{
    if (primary && item.candidate > 0)
        run(item, true, [item](store::Database &db) { return assignStop(db, item.id, item.candidate); });
    else if (primary || item.candidate > 0)
        run(item, primary, [id = item.id](store::Database &db) { return dismiss(db, id); });
    else if (item.kind == AttentionItem::Kind::SecurityEvent)
        emit linkActivated({.page = u"stations"_s, .station = item.station, .part = u"security"_s});
    else
        emit linkActivated({u"messages"_s, item.station});
}

void AttentionDeeds::run(const AttentionItem &item, bool primary, const Work &work)
{
    emit began(item.key());
    backend_.writer->submit(work) | answerTo(this, [this, item, primary](const store::Outcome<DeedResult> &result) {
        if (!result)
            emit failed(item.key(), storeWords(result.error()).sentence());
        else
            finish(item, primary, *result);
    });
}

void AttentionDeeds::finish(const AttentionItem &item, bool primary, const DeedResult &result)
{
    if (!result.happened) {
        const QString why = item.kind == Kind::Restart ? tr("A session has begun there meanwhile.")
                                                       : tr("It has been settled meanwhile.");
        emit failed(item.key(), result.refusal.isEmpty() ? why : result.refusal);
        return;
    }
    undo_ = result.undo ? result.undo : result.canUndo ? undoOf(item, primary, result) : Undo();
    emit done(said(item, primary, result), bool(undo_));
}

void AttentionDeeds::undo()
{
    if (!undo_)
        return;
    const Undo work = std::exchange(undo_, {});
    backend_.writer->submit(work) | answerTo(this, [this, work](const store::Outcome<void> &outcome) {
        if (outcome)
            return;
        undo_ = work;
        emit undoFailed(tr("It was not taken back. %1").arg(storeWords(outcome.error()).sentence()));
    });
}

} // namespace ui
