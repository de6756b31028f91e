// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profilesource.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "ui/models/answerto.h"

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
    QList<PlaceRow> places;
};

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
    const auto work = [](store::Database &db) {
        Reading reading{readLibrary(db), readStationPlaces(db), {}};
        reading.places = readPlaces(db, reading.stations);
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
        places_.replaceAll(reading->places);
        emit updated();
    });
}

} // namespace ui
