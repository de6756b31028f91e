// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using Code = ocpp::ChargePointErrorCode;

namespace {

struct ShapeRow {
    QLatin1StringView name;
    double TrafficShape::*member;
};

constexpr ShapeRow shapeTable[] = {
    {"firstMinutes"_L1, &TrafficShape::firstMinutes},
    {"pauseMinutes"_L1, &TrafficShape::pauseMinutes},
    {"stayMinutesLeast"_L1, &TrafficShape::stayMinutesLeast},
    {"stayMinutesMost"_L1, &TrafficShape::stayMinutesMost},
    {"strangers"_L1, &TrafficShape::strangers},
    {"unplugsFirst"_L1, &TrafficShape::unplugsFirst},
    {"throttled"_L1, &TrafficShape::throttled},
    {"faultsPerHour"_L1, &TrafficShape::faultsPerHour},
    {"faultMinutes"_L1, &TrafficShape::faultMinutes},
    {"offlinePerHour"_L1, &TrafficShape::offlinePerHour},
    {"offlineMinutes"_L1, &TrafficShape::offlineMinutes},
};

constexpr Vehicle vehicles[] = {
    {.batteryWh = 39000, .acPowerW = 7360, .phases = 1, .dcPowerW = 46000},
    {.batteryWh = 52000, .acPowerW = 22080, .phases = 3, .dcPowerW = 50000},
    {.batteryWh = 60000, .acPowerW = 11040, .phases = 3, .dcPowerW = 120000},
    {.batteryWh = 77000, .acPowerW = 11040, .phases = 3, .dcPowerW = 170000},
    {.batteryWh = 95000, .acPowerW = 11040, .phases = 3, .dcPowerW = 220000},
    {.batteryWh = 13000, .acPowerW = 3680, .phases = 1, .dcPowerW = 0},
};

constexpr Code faults[] = {Code::GroundFailure,      Code::HighTemperature,      Code::OverCurrentFailure,
                           Code::PowerSwitchFailure, Code::EVCommunicationError, Code::ConnectorLockFailure};

} // namespace

tl::expected<TrafficShape, QString> TrafficShape::fromJson(const QJsonObject &object)
{
    TrafficShape shape;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const auto row =
            std::find_if(std::begin(shapeTable), std::end(shapeTable),
                         [&](const ShapeRow &candidate) { return entry.key() == candidate.name; });
        if (row == std::end(shapeTable) || !entry->isDouble() || entry->toDouble() < 0)
            return tl::unexpected(u"traffic does not know \"%1\", or not with this value"_s.arg(entry.key()));
        shape.*row->member = entry->toDouble();
    }
    return shape;
}

Traffic::Traffic(Station &station, Timeline &timeline, const TrafficShape &shape, const QStringList &idTags,
                 quint64 seed)
    : station_(station), shape_(shape), idTags_(idTags), random_(seed), fault_(timeline), outage_(timeline)
{
    for (int connector = 1; connector <= station.options().connectors; ++connector)
        places_.push_back(std::make_unique<Place>(connector, timeline));
}

void Traffic::start()
{
    for (const auto &place : places_)
        then(*place, random_.between(0, shape_.firstMinutes), &Traffic::arrive);
    planFault();
    planOutage();
}

std::chrono::milliseconds Traffic::minutes(double count) const
{
    return std::chrono::milliseconds(qint64(count * 60000 / station_.options().speed));
}

void Traffic::then(Place &place, double inMinutes, void (Traffic::*what)(Place &))
{
    place.next.start(minutes(inMinutes), [this, &place, what] { (this->*what)(place); });
}

void Traffic::comeLater(Place &place)
{
    then(place, 0.2 + random_.waiting(shape_.pauseMinutes), &Traffic::arrive);
}

void Traffic::arrive(Place &place)
{
    if (station_.status(place.connector) != ocpp::ChargePointStatus::Available) {
        comeLater(place);
        return;
    }
    const bool stranger = idTags_.isEmpty() || random_.chance(shape_.strangers);
    place.tag = stranger ? u"STRANGER%1"_s.arg(random_.whole(1, 9))
                         : idTags_.at(random_.whole(0, int(idTags_.size()) - 1));
    // Most plug in first, some show the tag first.
    if (random_.chance(0.7)) {
        plugIn(place);
        then(place, random_.between(0.1, 0.4), &Traffic::showTag);
    } else {
        station_.presentTag(place.connector, place.tag);
        then(place, random_.between(0.1, 0.3), &Traffic::plugIn);
    }
}

void Traffic::plugIn(Place &place)
{
    station_.plugIn(place.connector, someVehicle());
    then(place, 0.5, &Traffic::settleIn);
}

void Traffic::showTag(Place &place)
{
    station_.presentTag(place.connector, place.tag);
    then(place, 0.5, &Traffic::settleIn);
}

void Traffic::settleIn(Place &place)
{
    if (!station_.transaction(place.connector)) {
        unplug(place); // refused: no use in waiting
        return;
    }
    const double stay = random_.between(shape_.stayMinutesLeast, shape_.stayMinutesMost);
    if (random_.chance(shape_.throttled))
        throttle(place, stay);
    then(place, stay, &Traffic::leave);
}

void Traffic::throttle(Place &place, double stayMinutes)
{
    const int connector = place.connector;
    place.pause.start(
        minutes(stayMinutes * random_.between(0.2, 0.5)), [this, &place, connector, stayMinutes] {
            station_.setOffer(connector, 0.0);
            place.pause.start(minutes(stayMinutes * random_.between(0.1, 0.2)),
                              [this, connector] { station_.setOffer(connector, std::nullopt); });
        });
}

void Traffic::leave(Place &place)
{
    if (random_.chance(shape_.unplugsFirst)) {
        unplug(place);
        return;
    }
    station_.presentTag(place.connector, place.tag);
    then(place, random_.between(0.1, 0.5), &Traffic::unplug);
}

void Traffic::unplug(Place &place)
{
    place.pause.stop();
    station_.setOffer(place.connector, std::nullopt);
    station_.unplug(place.connector);
    comeLater(place);
}

void Traffic::planFault()
{
    if (shape_.faultsPerHour <= 0)
        return;
    fault_.start(minutes(random_.waiting(60 / shape_.faultsPerHour)), [this] {
        const int connector = random_.whole(1, station_.options().connectors);
        station_.fault(connector, {faults[random_.whole(0, int(std::size(faults)) - 1)], {}, {}});
        fault_.start(minutes(random_.waiting(shape_.faultMinutes)), [this, connector] {
            station_.clearFault(connector);
            planFault();
        });
    });
}

void Traffic::planOutage()
{
    if (shape_.offlinePerHour <= 0)
        return;
    outage_.start(minutes(random_.waiting(60 / shape_.offlinePerHour)), [this] {
        station_.goOffline();
        outage_.start(minutes(random_.waiting(shape_.offlineMinutes)), [this] {
            station_.goOnline();
            planOutage();
        });
    });
}

Vehicle Traffic::someVehicle()
{
    const int last = int(std::size(vehicles)) - (station_.options().hardware.directCurrent ? 2 : 1);
    Vehicle vehicle = vehicles[random_.whole(0, last)]; // the last one has no plug for direct current
    vehicle.socPercent = random_.between(8, 65);
    vehicle.targetPercent = random_.chance(0.6) ? 80 : 100;
    return vehicle;
}

} // namespace simulator
