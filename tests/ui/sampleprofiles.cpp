// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sampleprofiles.h"

#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/compositeschedules.h"
#include "store/configuration.h"
#include "store/metervalues.h"
#include "store/reconciliations.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace sampleprofiles {
namespace {

QJsonObject schedule(const QString &unit, const QJsonArray &periods)
{
    const QString midnight = QDate::currentDate().startOfDay().toUTC().toString(Qt::ISODate);
    return {{u"startSchedule"_s, midnight}, {u"chargingRateUnit"_s, unit}, {u"chargingSchedulePeriod"_s, periods}};
}

void desire(store::Database &db, const QString &station, int connector, const QString &name)
{
    const auto desired = store::ChargingProfiles(db).desire({station, connector, name, {}}, store::now() - 5h);
    if (!desired)
        qFatal("%s", qPrintable(desired.error().text));
}

void tellPlan(store::Database &db, const QString &station, int connector)
{
    QJsonArray periods;
    for (const auto &[hours, limit] :
         {std::pair{0, 16.0}, std::pair{3, 10.0}, std::pair{7, 8.0}, std::pair{11, 32.0}, std::pair{18, 16.0}})
        periods.append(QJsonObject{{u"startPeriod"_s, hours * 3600}, {u"limit"_s, limit}});
    const QJsonObject told{
        {u"duration"_s, 86400}, {u"chargingRateUnit"_s, u"A"_s}, {u"chargingSchedulePeriod"_s, periods}};
    store::CompositeSchedules(db).report({station, connector, u"A"_s, store::now() - 12min, store::now() - 12min, 86400,
                                          QJsonDocument(told).toJson(QJsonDocument::Compact)});
}

} // namespace

QJsonObject daily(const QList<std::pair<int, double>> &limits, int level)
{
    QJsonArray periods;
    for (const auto &[hour, limit] : limits)
        periods.append(QJsonObject{{u"startPeriod"_s, hour * 3600}, {u"limit"_s, limit}});
    return {{u"stackLevel"_s, level},
            {u"chargingProfilePurpose"_s, u"TxDefaultProfile"_s},
            {u"chargingProfileKind"_s, u"Recurring"_s},
            {u"recurrencyKind"_s, u"Daily"_s},
            {u"chargingSchedule"_s, schedule(u"A"_s, periods)}};
}

QJsonObject stationLimit(double watts)
{
    return {{u"stackLevel"_s, 0},
            {u"chargingProfilePurpose"_s, u"ChargePointMaxProfile"_s},
            {u"chargingProfileKind"_s, u"Absolute"_s},
            {u"chargingSchedule"_s, schedule(u"W"_s, {QJsonObject{{u"startPeriod"_s, 0}, {u"limit"_s, watts}}})}};
}

void accept(store::Database &db, const QString &station, int connector)
{
    store::ChargingProfiles profiles(db);
    const QList<store::StationProfile> rows = profiles.list(station);
    for (const store::StationProfile &row : rows) {
        if (row.connector == connector && row.desired)
            profiles.setAccepted(station, connector, store::profileToSend(row, store::now()),
                                 {.isTopic = true, .asked = store::now()}, store::now() - 4h);
    }
}

void refuse(store::Database &db, const QString &station, int connector)
{
    store::ChargingProfiles profiles(db);
    const QList<store::StationProfile> rows = profiles.list(station);
    for (const store::StationProfile &row : rows) {
        if (row.connector == connector && row.desired)
            profiles.setRefused(station, connector, store::profileToSend(row, store::now()),
                                store::ProfileState::Rejected, {}, store::now());
    }
}

void fill(store::Database &db)
{
    store::ChargingProfiles profiles(db);
    profiles.saveNamed(u"Night"_s, daily({{0, 32}, {6, 10}, {22, 32}}), store::now() - 60h);
    profiles.saveNamed(u"Lunch break"_s, daily({{0, 16}, {11, 32}, {14, 16}}, 1), store::now() - 20min);
    profiles.saveNamed(u"Grid limit 22 kW"_s, stationLimit(22'000), store::now() - 400h);
    profiles.saveNamed(u"Old building"_s, stationLimit(11'000), store::now() - 300h);
    for (const QString &station : {u"CP01"_s, u"CP02"_s, u"CP09"_s}) {
        desire(db, station, 0, u"Grid limit 22 kW"_s);
        accept(db, station, 0);
        desire(db, station, 1, u"Night"_s);
        accept(db, station, 1);
    }
    desire(db, u"CP02"_s, 2, u"Lunch break"_s);
    desire(db, u"CP06"_s, 1, u"Night"_s);
    refuse(db, u"CP06"_s, 1);
    desire(db, u"CP14"_s, 0, u"Old building"_s);
    desire(db, u"CP12"_s, 1, u"Lunch break"_s);
    store::Configuration(db).report(u"CP12"_s, {{u"ChargeProfileMaxStackLevel"_s, u"0"_s, true}}, store::now());
    profiles.saveNamed(u"Lunch break"_s, daily({{0, 16}, {11, 32}, {14, 16}}, 1), store::now() - 20min);
    store::Reconciliation given{.station = u"CP12"_s, .topic = store::chargingProfilesTopic};
    given.state = store::ReconciliationState::GaveUp;
    given.difference = 1;
    given.reason = u"A profile does not fit the station: The station's highest stack level is 0 "
                   "(ChargeProfileMaxStackLevel), not 1."_s;
    store::Reconciliations(db).save(given, store::now());
    tellPlan(db, u"CP01"_s, 1);
}

void measure(store::Database &db)
{
    store::MeterMessage message{.station = u"CP01"_s, .connector = 1, .received = store::now()};
    for (auto before = 330min; before > 0min; before -= 5min) {
        const bool isTired = before < 150min && before > 60min; // the car takes less than it may
        const double amperes = (isTired ? 4.4 : 9.7) + double(before / 5min % 3) * 0.1;
        ocpp::SampledValue sample;
        sample.value = QString::number(amperes);
        sample.measurand = u"Current.Import"_s;
        message.values.append({store::now() - before, {sample}});
    }
    store::MeterValues(db).add(message);
}

} // namespace sampleprofiles
