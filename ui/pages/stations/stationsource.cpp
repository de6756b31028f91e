// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/stationsource.h"

#include "store/changefeed.h"
#include "store/reader.h"

#include <algorithm>

namespace ui {
namespace {

using namespace std::chrono_literals;

/// "Last heard" alone wakes nobody (store::Stations::heard), so the column asks by itself.
constexpr auto clockPace = 10s;

constexpr quint32 shownTables = store::Table::Stations | store::Table::Connectors | store::Table::Findings;

struct Reread {
    QList<StationRow> rows;
    QStringList gone;
};

Reread reread(store::Database &db, const QSet<QString> &stations)
{
    Reread result;
    for (const QString &id : stations) {
        if (auto row = readStation(db, id))
            result.rows.append(*row);
        else
            result.gone.append(id);
    }
    return result;
}

} // namespace

StationSource::StationSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), model_(stationColumns(), stationColumnsContext, this),
      gate_(*backend.feed, shownTables, this)
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
    backend_.reader->read(readStations).then(this, [this](const store::Outcome<QList<StationRow>> &rows) {
        gate_.finished();
        if (!rows) {
            emit failed(rows.error());
            return;
        }
        model_.replaceAll(inSight(*rows));
        emit updated();
    });
}

void StationSource::readSome(const QSet<QString> &stations)
{
    backend_.reader->read([stations](store::Database &db) { return reread(db, stations); })
        .then(this, [this](const store::Outcome<Reread> &result) {
            gate_.finished();
            if (!result) {
                emit failed(result.error());
                return;
            }
            for (const QString &id : result->gone)
                model_.remove(id);
            model_.upsert(inSight(result->rows));
            emit updated();
        });
}

void StationSource::refreshClock()
{
    gate_.requestAll();
}

} // namespace ui
