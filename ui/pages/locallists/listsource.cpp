// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/listsource.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/reader.h"
#include "store/stations.h"
#include "ui/models/answerto.h"

#include <algorithm>

namespace ui {
namespace {

using namespace std::chrono_literals;
using store::ReconciliationState;

constexpr quint32 shownTables = store::Table::LocalLists | store::Table::Reconciliations | store::Table::IdTags
                                | store::Table::Stations | store::Table::Configuration;
constexpr auto pace = 250ms;

QHash<QString, store::Reconciliation> readSteps(store::Database &db)
{
    QHash<QString, store::Reconciliation> steps;
    for (const store::Reconciliation &row : store::Reconciliations(db).ofTopic(store::LocalLists::topic))
        steps.insert(row.station, row);
    return steps;
}

ListRow listRow(store::Database &db, const store::LocalList &list)
{
    ListRow row{list};
    row.entries = int(store::LocalLists(db).entries(list, list.station.value_or(QString()), store::now()).size());
    return row;
}

void count(ListRow &list, const store::Reconciliation &step)
{
    ++list.stations;
    list.inStep += step.difference == 0 && step.state == ReconciliationState::InSync ? 1 : 0;
    list.stuck += !step.paused && step.state == ReconciliationState::GaveUp ? 1 : 0;
    list.paused += step.paused ? 1 : 0;
}

} // namespace

struct ListSource::Reading {
    QList<ListRow> lists;
    QList<StationListRow> standings;
    QList<ListStation> stations;
    QList<store::IdTag> tags;
};

ListSource::ListSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), model_(listColumns(), listColumnsContext, this),
      gate_(*backend.feed, shownTables, this, pace)
{
    connect(&gate_, &ChangeGate::due, this, &ListSource::read);
    clock_.setInterval(1s);
    connect(&clock_, &QTimer::timeout, this, &ListSource::ticked);
    gate_.requestAll();
}

void ListSource::setOpen(bool open)
{
    gate_.setOpen(open);
    if (open)
        clock_.start();
    else
        clock_.stop();
}

void ListSource::reload()
{
    gate_.requestAll();
}

QList<StationListRow> ListSource::stationsOf(qint64 list) const
{
    QList<StationListRow> rows = standings_;
    rows.removeIf([list](const StationListRow &row) { return row.standing.list != list; });
    return rows;
}

ListSource::Reading ListSource::everything(store::Database &db)
{
    store::LocalLists lists(db);
    Reading reading{.lists = {}, .standings = {}, .stations = {}, .tags = store::IdTags(db).list()};
    QHash<qint64, qsizetype> places;
    const auto add = [&](const store::LocalList &list) {
        places.insert(list.id, reading.lists.size());
        reading.lists.append(listRow(db, list));
    };
    for (const store::LocalList &list : lists.shared())
        add(list);
    QHash<QString, store::StationList> standings;
    for (const store::StationList &row : lists.ofStations())
        standings.insert(row.station, row);
    const QHash<QString, store::Reconciliation> steps = readSteps(db);
    for (const store::Station &station : store::Stations(db).list()) {
        const store::StationList standing = standings.value(station.id, {.station = station.id});
        reading.stations.append({station.id, station.description, standing.list});
        const auto own = standing.list && !places.contains(*standing.list) ? lists.find(*standing.list) : std::nullopt;
        if (own)
            add(*own);
        if (!standing.list)
            continue;
        const store::Reconciliation step = steps.value(station.id, store::Reconciliation{.station = station.id});
        reading.standings.append({standing, step, station.description, station.online});
        count(reading.lists[places.value(*standing.list)], step);
    }
    return reading;
}

void ListSource::read()
{
    backend_.reader->read(&ListSource::everything) | answerTo(this, [this](const store::Outcome<Reading> &reading) {
        gate_.finished();
        if (!reading) {
            emit failed(reading.error());
            return;
        }
        standings_ = reading->standings;
        stations_ = reading->stations;
        tags_ = reading->tags;
        model_.replaceAll(reading->lists);
        emit updated();
    });
}

} // namespace ui
