// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reservations/reservationsource.h"

#include "store/changefeed.h"
#include "store/clock.h"
#include "store/connectors.h"
#include "store/reader.h"
#include "store/stations.h"
#include "ui/models/answerto.h"

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr quint32 shownTables =
    store::Table::Reservations | store::Table::Stations | store::Table::Connectors | store::Table::IdTags;
/// Connectors of a busy site change all the time.
constexpr auto pace = 250ms;

QList<ReservablePlace> readPlaces(store::Database &db)
{
    QList<ReservablePlace> places;
    QHash<QString, qsizetype> known;
    for (const store::Station &station : store::Stations(db).list()) {
        if (station.registration != store::Registration::Accepted)
            continue;
        known.insert(station.id, places.size());
        places.append({station.id, station.description, station.online});
    }
    for (const store::Connector &connector : store::Connectors(db).list()) {
        if (connector.connector > 0 && known.contains(connector.station))
            places[known.value(connector.station)].plugs.append({connector.connector, connector.status});
    }
    return places;
}

} // namespace

struct ReservationSource::Reading {
    QList<ReservationRow> rows;
    QList<ReservablePlace> places;
    QList<store::IdTag> tags;
};

ReservationSource::ReservationSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), model_(reservationColumns(), reservationColumnsContext, this),
      gate_(*backend.feed, shownTables, this, pace)
{
    connect(&gate_, &ChangeGate::due, this, &ReservationSource::read);
    clock_.setInterval(1s);
    connect(&clock_, &QTimer::timeout, this, &ReservationSource::tick);
    gate_.requestAll();
}

void ReservationSource::setOpen(bool open)
{
    gate_.setOpen(open);
    if (open)
        clock_.start();
    else
        clock_.stop();
}

void ReservationSource::reload()
{
    gate_.requestAll();
}

ReservationSource::Reading ReservationSource::everything(store::Database &db)
{
    Reading reading{{}, readPlaces(db), store::IdTags(db).list()};
    QHash<QString, QString> names;
    for (const store::IdTag &tag : std::as_const(reading.tags))
        names.insert(tag.tagKey, tag.name);
    for (const store::Reservation &row : store::Reservations(db).list({.from = store::now() - memory}))
        reading.rows.append({row, names.value(row.idTagKey)});
    return reading;
}

void ReservationSource::read()
{
    backend_.reader->read(&ReservationSource::everything)
        | answerTo(this, [this](const store::Outcome<Reading> &reading) {
              gate_.finished();
              if (!reading) {
                  emit failed(reading.error());
                  return;
              }
              places_ = reading->places;
              tags_ = reading->tags;
              model_.replaceAll(reading->rows);
              emit updated();
          });
}

void ReservationSource::tick()
{
    for (const int column : {reservationStateColumn(), reservationOutcomeColumn()})
        model_.touchColumn(column);
    emit ticked();
}

} // namespace ui
