// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/station.h"

#include <QJsonObject>
#include <QStringList>

namespace simulator {

/// How lively a place is. Minutes and hours are the scenario's, which runs faster than real time by its
/// speed.
struct TrafficShape {
    double firstMinutes = 2; // the first car comes within this time
    double pauseMinutes = 40; // mean time between two cars at a connector
    double stayMinutesLeast = 20;
    double stayMinutesMost = 120;
    double strangers = 0.03; // share of tags that nobody knows
    double unplugsFirst = 0.15; // share of drivers who pull the cable without showing the tag again
    double throttled = 0.15; // share of sessions that the station pauses for a while
    double faultsPerHour = 0.05; // per station
    double faultMinutes = 10; // mean length
    double offlinePerHour = 0.05; // per station
    double offlineMinutes = 5; // mean length

    /// Members by their names; the error names what is not understood.
    static tl::expected<TrafficShape, QString> fromJson(const QJsonObject &object);
};

/// People who come and go at one station, and the accidents of its life.
class Traffic {
public:
    Traffic(Station &station, Timeline &timeline, const TrafficShape &shape, const QStringList &idTags,
            quint64 seed);
    void start();

private:
    struct Place {
        Place(int number, Timeline &timeline) : connector(number), next(timeline), pause(timeline) {}
        int connector;
        Alarm next; // the driver's next step
        Alarm pause; // the station's throttling
        QString tag;
    };

    std::chrono::milliseconds minutes(double count) const;
    void then(Place &place, double inMinutes, void (Traffic::*what)(Place &));
    void comeLater(Place &place);
    void arrive(Place &place);
    void plugIn(Place &place);
    void showTag(Place &place);
    void settleIn(Place &place);
    void leave(Place &place);
    void unplug(Place &place);
    void throttle(Place &place, double stayMinutes);
    void planFault();
    void planOutage();
    Vehicle someVehicle();

    Station &station_;
    const TrafficShape shape_;
    const QStringList idTags_;
    Random random_;
    std::vector<std::unique_ptr<Place>> places_;
    Alarm fault_;
    Alarm outage_;
};

} // namespace simulator
