// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/schedulesource.h"

#include "ocpp/codec.h"
#include "store/changefeed.h"
#include "store/reader.h"
#include "store/stationcomposite.h"
#include "store/transactions.h"
#include "ui/models/answerto.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr quint32 shownTables = store::Table::ChargingProfiles | store::Table::Stations | store::Table::Connectors
                                | store::Table::Configuration | store::Table::Transactions | store::Table::Sites;
constexpr auto pace = 250ms;

std::optional<ocpp::ChargingProfile> readProfile(const QByteArray &json)
{
    QList<ocpp::Finding> findings;
    const auto profile = ocpp::decode<ocpp::ChargingProfile>(QJsonDocument::fromJson(json).object(), findings);
    return profile ? std::optional(*profile) : std::nullopt;
}

} // namespace

struct ScheduleSource::Reading {
    QString station;
    QList<NamedRow> library;
    QList<StationPlaces> stations;
    QList<store::StationProfile> profiles;
    charging::StationLimits limits;
    QHash<int, int> transactions; ///< that run, by their connectors
    std::optional<charging::Wiring> wiring; ///< by its place in a site
};

/// Equal as long as nothing that a place shows has changed: who is typing is not disturbed.
QByteArray ScheduleSource::printOf(const Reading &reading)
{
    QStringList parts{reading.station};
    for (const store::StationProfile &row : reading.profiles) {
        parts.append(u"%1 %2 %3"_s.arg(row.connector).arg(int(row.state)).arg(row.nameKey));
        parts.append(QString::fromUtf8(row.desired.value_or(row.accepted.value_or(QByteArray()))));
    }
    for (const NamedRow &row : reading.library)
        parts.append(row.named.name);
    for (const StationPlaces &station : reading.stations) {
        if (station.id != reading.station)
            continue;
        parts.append(QString::number(station.connectors));
        for (int connector = 1; connector <= station.connectors; ++connector)
            parts.append(QString::number(reading.transactions.value(connector, -1)));
    }
    const charging::StationLimits &limits = reading.limits;
    parts.append(u"%1 %2 %3 %4"_s.arg(limits.maxStackLevel.value_or(-1))
                     .arg(limits.maxPeriods.value_or(-1))
                     .arg(limits.maxInstalled.value_or(-1))
                     .arg(limits.switchesPhases.value_or(false)));
    if (reading.wiring)
        parts.append(u"%1 %2"_s.arg(reading.wiring->voltage).arg(reading.wiring->phases));
    parts += limits.rateUnits.value_or(QStringList());
    return parts.join(u'\n').toUtf8();
}

ScheduleSource::ScheduleSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), gate_(*backend.feed, shownTables, this, pace)
{
    connect(&gate_, &ChangeGate::due, this, &ScheduleSource::read);
    gate_.requestAll();
}

void ScheduleSource::setPlace(const QString &station, int connector)
{
    const bool isOther = station_ != station;
    station_ = station;
    connector_ = connector;
    if (isOther)
        gate_.requestAll();
    emit placeChanged();
}

void ScheduleSource::setOpen(bool open)
{
    gate_.setOpen(open);
}

void ScheduleSource::reload()
{
    gate_.requestAll();
}

void ScheduleSource::read()
{
    const auto work = [station = station_](store::Database &db) {
        Reading reading{station, readLibrary(db), readStationPlaces(db), {}, {}, {}, {}};
        if (!station.isEmpty()) {
            store::ChargingProfiles profiles(db);
            reading.profiles = profiles.list(station);
            reading.limits = profiles.limitsOf(station);
            reading.wiring = store::siteWiring(db, station);
        }
        const auto here = std::ranges::find(reading.stations, station, &StationPlaces::id);
        for (int connector = 1; here != reading.stations.end() && connector <= here->connectors; ++connector) {
            if (const auto running = store::Transactions(db).openOn(station, connector))
                reading.transactions.insert(connector, int(running->id));
        }
        return reading;
    };
    backend_.reader->read(work) | answerTo(this, [this](const store::Outcome<Reading> &reading) {
        gate_.finished();
        if (!reading) {
            emit failed(reading.error());
            return;
        }
        library_ = reading->library;
        stations_ = reading->stations;
        profiles_ = reading->profiles;
        limits_ = reading->limits;
        transactions_ = reading->transactions;
        wiring_ = reading->wiring;
        readStation_ = reading->station;
        emit updated();
        if (std::exchange(print_, printOf(*reading)) != print_)
            emit placeChanged();
    });
}

SchedulePlace ScheduleSource::place(const charging::WeekFrame &week) const
{
    const auto station = std::ranges::find(stations_, station_, &StationPlaces::id);
    SchedulePlace place;
    if (station_.isEmpty() || station == stations_.end())
        return place;
    place.station = station_;
    place.connector = std::min(connector_, station->connectors);
    place.connectors = std::max(1, station->connectors);
    if (readStation_ != station_)
        return place;
    place.limits = limits_;
    place.wiring = wiring_;
    if (transactions_.contains(place.connector))
        place.transaction = transactions_.value(place.connector);
    for (const store::StationProfile &row : profiles_) {
        const bool concerns = row.connector == 0 || place.connector == 0 || row.connector == place.connector;
        const auto profile = readProfile(row.desired.value_or(row.accepted.value_or(QByteArray())));
        if (!concerns || !profile || row.state == store::ProfileState::Clearing)
            continue;
        const auto named = std::ranges::find(library_, row.nameKey, &NamedRow::key);
        const QString name = named != library_.end() ? named->named.name : tr("Profile %1").arg(row.profileId);
        Layer layer = layerOf(*profile, name, week);
        layer.isDrawn = false;
        layer.connector = row.connector;
        layer.state = row.state;
        place.layers.append(layer);
    }
    return place;
}

} // namespace ui
