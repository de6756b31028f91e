// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/stationsource.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/nodes.h"
#include "store/reader.h"
#include "ui/models/answerto.h"

#include <algorithm>

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr auto clockPace = 10s;

constexpr quint32 listTables = store::Table::Stations | store::Table::Connectors | store::Table::Findings;

std::optional<ocpp::Timestamp> firstLeaseEnd(store::Database &db)
{
    const QList<store::Node> nodes = store::Nodes(db).list();
    const auto first = std::ranges::min_element(nodes, {}, &store::Node::leaseUntil);
    return first == nodes.end() ? std::nullopt : std::optional(first->leaseUntil);
}

} // namespace

struct StationSource::Reading {
    QList<StationRow> rows;
    QStringList gone;
    std::optional<ocpp::Timestamp> leaseEnd;
};

StationSource::Reading StationSource::everything(store::Database &db)
{
    return {readStations(db), {}, firstLeaseEnd(db)};
}

StationSource::Reading StationSource::some(store::Database &db, const QSet<QString> &stations)
{
    Reading result{{}, {}, firstLeaseEnd(db)};
    for (const QString &id : stations) {
        if (auto row = readStation(db, id))
            result.rows.append(*row);
        else
            result.gone.append(id);
    }
    return result;
}

StationSource::StationSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), model_(stationColumns(), stationColumnsContext, this),
      gate_(*backend.feed, listTables, this)
{
    connect(&gate_, &ChangeGate::due, this, &StationSource::read);
    clock_.setInterval(clockPace);
    connect(&clock_, &QTimer::timeout, this, &StationSource::refreshClock);
    gate_.requestAll();
}

void StationSource::setOpen(bool open)
{
    gate_.setOpen(open);
    if (open)
        clock_.start();
    else
        clock_.stop();
}

void StationSource::reload()
{
    gate_.requestAll();
}

void StationSource::setHiddenStation(const QString &station)
{
    hiddenStation_ = station;
    model_.remove(station);
    gate_.requestAll();
}

QList<StationRow> StationSource::inSight(QList<StationRow> rows) const
{
    rows.removeIf([this](const StationRow &row) { return row.station.id == hiddenStation_; });
    return rows;
}

void StationSource::read(const store::ChangeSet &changes)
{
    QSet<QString> stations;
    for (const store::Change &change : changes)
        stations.insert(change.station);
    if (stations.contains(QString()) || stations.size() > sweepAbove)
        readAll();
    else
        readSome(stations);
}

void StationSource::readAll()
{
    const auto answered = [this](const store::Outcome<Reading> &reading) {
        take(reading, [this](const Reading &read) { model_.replaceAll(inSight(read.rows)); });
    };
    backend_.reader->read(&StationSource::everything) | answerTo(this, answered);
}

void StationSource::readSome(const QSet<QString> &stations)
{
    backend_.reader->read([stations](store::Database &db) { return some(db, stations); })
        | answerTo(this, [this](const store::Outcome<Reading> &reading) {
              take(reading, [this](const Reading &read) {
                  for (const QString &id : read.gone)
                      model_.remove(id);
                  model_.upsert(inSight(read.rows));
              });
          });
}

template<class Use>
void StationSource::take(const store::Outcome<Reading> &reading, const Use &use)
{
    gate_.finished();
    if (!reading) {
        emit failed(reading.error());
        return;
    }
    leaseEnd_ = reading->leaseEnd;
    use(*reading);
    emit updated();
}

void StationSource::refreshClock()
{
    model_.touchColumn(lastHeardColumn());
    // An engine elsewhere that dies says nothing: what it held is online until its lease ends.
    if (!backend_.ownsEngine && leaseEnd_ && *leaseEnd_ <= store::now())
        gate_.requestAll();
}

} // namespace ui
