// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profilesource.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "ui/models/answerto.h"

#include <QHash>
#include <QSet>

namespace ui {
namespace {

using namespace std::chrono_literals;

constexpr quint32 pageTables = store::Table::ChargingProfiles | store::Table::Stations | store::Table::Connectors;
/// All places are read at once.
constexpr auto pace = 250ms;

} // namespace

struct ProfileSource::Reading {
    QList<NamedRow> library;
    QList<StationPlaces> stations;
    QList<PlaceRow> changed; ///< or new
    QSet<QString> gone; ///< keys of places
};

/// On the reader's thread: of thousands of places a few change at a time, and the window's thread need only hear of those.
void ProfileSource::compare(const QList<PlaceRow> &before, const QList<PlaceRow> &now, Reading &reading)
{
    QHash<QString, const PlaceRow *> known;
    for (const PlaceRow &place : before)
        known.insert(place.key(), &place);
    for (const PlaceRow &place : now) {
        const PlaceRow *const same = known.take(place.key());
        if (!same || *same != place)
            reading.changed.append(place);
    }
    const QStringList gone = known.keys();
    reading.gone = QSet<QString>(gone.begin(), gone.end());
}

ProfileSource::ProfileSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), library_(namedColumns(), namedColumnsContext, this),
      places_(placeColumns(), placeColumnsContext, this), gate_(*backend.feed, pageTables, this, pace)
{
    connect(&gate_, &ChangeGate::due, this, &ProfileSource::read);
    gate_.requestAll();
}

void ProfileSource::setOpen(bool open)
{
    gate_.setOpen(open);
}

void ProfileSource::reload()
{
    gate_.requestAll();
}

void ProfileSource::read()
{
    const auto work = [before = places_.rows()](store::Database &db) {
        Reading reading{readLibrary(db), readStationPlaces(db), {}, {}};
        compare(before, readPlaces(db, reading.stations), reading);
        return reading;
    };
    backend_.reader->read(work) | answerTo(this, [this](const store::Outcome<Reading> &reading) {
        gate_.finished();
        if (!reading) {
            emit failed(reading.error());
            return;
        }
        stations_ = reading->stations;
        library_.replaceAll(reading->library);
        if (!reading->gone.isEmpty())
            places_.removeIf([&](const PlaceRow &place) { return reading->gone.contains(place.key()); });
        places_.upsert(reading->changed);
        emit updated();
    });
}

} // namespace ui
