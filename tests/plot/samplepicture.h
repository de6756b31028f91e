// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/picture.h"

namespace sample {

using namespace Qt::Literals::StringLiterals;

inline ocpp::Timestamp at(QStringView text)
{
    return ocpp::parseTimestamp(text, ocpp::Zone::Utc)->value;
}

/// A TxDefaultProfile with these limits, one for each hour from noon on.
inline charging::PlacedProfile hourly(int id, const QList<double> &limits, int connector = 1)
{
    charging::PlacedProfile placed;
    placed.connectorId = connector;
    ocpp::ChargingProfile &profile = placed.csChargingProfiles;
    profile.chargingProfileId = id;
    profile.stackLevel = 2;
    profile.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
    profile.chargingProfileKind = ocpp::ChargingProfileKindType::Absolute;
    profile.chargingSchedule.startSchedule = at(u"2026-11-23T12:00:00Z");
    profile.chargingSchedule.chargingRateUnit = ocpp::ChargingRateUnitType::A;
    for (qsizetype i = 0; i < limits.size(); ++i)
        profile.chargingSchedule.chargingSchedulePeriod.append({int(i) * 3600, limits.at(i), {}});
    return placed;
}

/// Of the hours from noon on.
inline plot::CompositePicture picture(const QList<double> &limits, int hours)
{
    const QList<charging::PlacedProfile> profiles =
        limits.isEmpty() ? QList<charging::PlacedProfile>() : QList{hourly(5, limits)};
    const auto composite =
        charging::composite(profiles, 1, at(u"2026-11-23T12:00:00Z"), hours * 3600, ocpp::ChargingRateUnitType::A);
    plot::CompositePicture picture = plot::pictureOf(composite, profiles, plot::Source::Computed);
    picture.station = u"GARAGE-1"_s;
    picture.model = u"Nordkai N11"_s;
    picture.firmware = u"2.4.1"_s;
    picture.connector = 1;
    picture.zone = QTimeZone("Europe/Berlin");
    picture.madeAt = at(u"2026-11-23T13:30:00Z");
    return picture;
}

inline plot::Line line(plot::Source source, const QList<std::optional<double>> &hours,
                       ocpp::Timestamp from = at(u"2026-11-23T12:00:00Z"))
{
    plot::Line line{source, {}, from + std::chrono::hours(hours.size())};
    for (qsizetype i = 0; i < hours.size(); ++i)
        line.points.append({from + std::chrono::hours(i), hours.at(i)});
    return line;
}

} // namespace sample
