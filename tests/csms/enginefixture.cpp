// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"

#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/reconciliations.h"
#include "store/storetest.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

csms::Policy EngineFixture::quietPolicy()
{
    csms::Policy policy;
    policy.statusTriggerAfter = 1h;
    policy.configurationReadAfter = 1h;
    policy.pingInterval = 1h;
    policy.pauseBeforeLive = 0s;
    return policy;
}

EngineFixture::EngineFixture(const csms::Policy &policy)
    : policy_(policy), location_(storetest::ownLocation(directory_.path()))
{
    start();
}

void EngineFixture::start()
{
    csms::EngineOptions options;
    options.location = location_;
    options.node = u"node"_s;
    options.bind = u"127.0.0.1"_s;
    options.port = 0;
    options.policy = policy_;
    engine_ = std::make_unique<csms::Engine>(options);
    if (const auto started = engine_->start(); !started)
        qFatal("The engine does not start: %s", qPrintable(started.error()));
}

void EngineFixture::stop()
{
    engine_->stop();
}

void EngineFixture::restart()
{
    engine_.reset();
    start();
}

void EngineFixture::addStation(const QString &id, const std::function<void(store::Station &)> &adjust)
{
    store::Station station;
    station.id = id;
    if (adjust)
        adjust(station);
    onStore([station](store::Database &db) { store::Stations(db).save(station); });
}

void EngineFixture::changeStation(const QString &id, const std::function<void(store::Station &)> &change)
{
    onStore([=](store::Database &db) {
        store::Stations stations(db);
        store::Station station = stations.find(id).value();
        change(station);
        stations.save(station);
    });
}

store::Station EngineFixture::station(const QString &id)
{
    return onStore([id](store::Database &db) { return store::Stations(db).find(id).value_or(store::Station()); });
}

void EngineFixture::addTag(const QString &name, const std::function<void(store::IdTag &)> &adjust)
{
    store::IdTag tag;
    tag.tag = name;
    if (adjust)
        adjust(tag);
    onStore([tag](store::Database &db) { store::IdTags(db).save(tag); });
}

qint64 EngineFixture::command(const QString &station, const QString &action, const QJsonObject &payload, int priority,
                              const QString &origin)
{
    const store::CommandRequest request{station, action, payload, origin, priority, {}};
    return onStore([request](store::Database &db) -> qint64 {
        const auto command = store::enqueue(db, request);
        return command ? command->id : 0;
    });
}

store::Command EngineFixture::command(qint64 id)
{
    return onStore([id](store::Database &db) { return store::Commands(db).find(id).value_or(store::Command()); });
}

QString EngineFixture::stateOf(qint64 id)
{
    return toString(command(id).state);
}

QString EngineFixture::outcomeOf(qint64 id)
{
    return command(id).outcome;
}

void EngineFixture::endPauses(const QString &station)
{
    onStore([station](store::Database &db) {
        store::Reconciliations rows(db);
        for (store::Reconciliation row : rows.list(station)) {
            if (row.nextTry)
                row.nextTry = store::now();
            rows.save(row, store::now());
        }
        db.noteChange(store::Table::Reconciliations, station);
    });
}

QList<store::Transaction> EngineFixture::transactions(const QString &station)
{
    store::TransactionFilter filter;
    filter.station = station;
    auto list = onStore([filter](store::Database &db) { return store::Transactions(db).list(filter); });
    std::ranges::reverse(list);
    return list;
}

QList<store::Parked> EngineFixture::parked(const QString &station)
{
    store::AttentionFilter filter;
    filter.station = station;
    return onStore([filter](store::Database &db) { return store::Attention(db).list(filter); });
}

QList<store::FindingRow> EngineFixture::findings(const QString &station)
{
    return onStore([station](store::Database &db) { return store::Findings(db).list(station); });
}

QString EngineFixture::findingTexts(const QString &station)
{
    QStringList texts;
    for (const store::FindingRow &finding : findings(station))
        texts.append(finding.path + u' ' + finding.text);
    return texts.join(u'\n');
}

std::optional<store::Knock> EngineFixture::knock(const QString &station)
{
    return onStore([station](store::Database &db) { return store::Knocks(db).find(station); });
}

QList<store::FrameRow> EngineFixture::frames(const QString &station)
{
    return onStore([station](store::Database &db) { return store::Frames(db).since(station, {}, 1000); });
}
