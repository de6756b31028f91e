// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/computedcomposite.h"

#include "charging/localtime.h"
#include "ocpp/codec.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/connectors.h"
#include "store/transactions.h"

#include <QJsonDocument>

#include <algorithm>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestDuration = 366 * 86400; // s
constexpr int highestVoltage = 2000;
constexpr int mostConnectors = 1000;

/// One place of a station, as it counts.
struct Counted {
    charging::PlacedProfile placed;
    bool isKeptSo = false; // issued anew when the clocks change
};

std::optional<Counted> countedOf(const store::StationProfile &row, bool isInstalledOnly)
{
    using State = store::ProfileState;
    const bool isIssued = row.state == State::Pending || row.state == State::Installed;
    const bool isDesired = !isInstalledOnly && row.desired && isIssued;
    if (!isDesired && (!row.accepted || (!isInstalledOnly && row.state == State::Clearing)))
        return std::nullopt;
    QList<ocpp::Finding> findings;
    const QByteArray json = isDesired ? *row.desired : *row.accepted;
    const auto profile = ocpp::decode<ocpp::ChargingProfile>(QJsonDocument::fromJson(json).object(), findings);
    return profile ? std::optional(Counted{{row.connector, *profile}, isDesired}) : std::nullopt;
}

QList<Counted> countedOf(store::Database &db, const QString &station, bool isInstalledOnly)
{
    QList<Counted> counted;
    for (const store::StationProfile &row : store::ChargingProfiles(db).list(station)) {
        if (const auto one = countedOf(row, isInstalledOnly))
            counted.append(*one);
    }
    return counted;
}

int connectorsOf(store::Database &db, const QString &station, const QList<Counted> &counted)
{
    int connectors = store::ChargingProfiles(db).limitsOf(station).connectors.value_or(0);
    for (const store::Connector &connector : store::Connectors(db).list(station))
        connectors = std::max(connectors, connector.connector);
    for (const Counted &one : counted)
        connectors = std::max(connectors, one.placed.connectorId);
    return connectors;
}

charging::CompositeContext contextOf(store::Database &db, const QString &station, const charging::Wiring &wiring,
                                     int connectors)
{
    charging::CompositeContext context;
    context.grid = wiring;
    for (int connector = 1; connector <= connectors; ++connector) {
        charging::Outlet outlet{wiring, {}};
        if (const auto running = store::Transactions(db).openOn(station, connector))
            outlet.transaction = charging::Transaction{int(running->id), running->began};
        context.outlets.append(outlet);
    }
    return context;
}

ocpp::ChargingRateUnitType unitOf(store::Database &db, const QString &station)
{
    const auto units = store::ChargingProfiles(db).limitsOf(station).rateUnits;
    const bool onlyWatts = units && units->contains("W"_L1) && !units->contains("A"_L1);
    return onlyWatts ? ocpp::ChargingRateUnitType::W : ocpp::ChargingRateUnitType::A;
}

charging::IssuedProfiles issued(const QList<Counted> &counted)
{
    return [counted](ocpp::Timestamp moment) {
        QList<charging::PlacedProfile> profiles;
        for (Counted one : counted) {
            if (one.isKeptSo)
                one.placed.csChargingProfiles =
                    charging::asOf(one.placed.csChargingProfiles, moment, QTimeZone::systemTimeZone());
            profiles.append(one.placed);
        }
        return profiles;
    };
}

} // namespace

Answer<ComputedWish> computedWish(const Call &call)
{
    const auto connector = call.queryNumber(u"connectorId"_s);
    const auto from = call.queryTime(u"from"_s);
    const auto voltage = call.queryNumber(u"voltage"_s);
    const auto phases = call.queryNumber(u"phases"_s);
    const auto duration = call.querySeconds(u"duration"_s, std::chrono::seconds(longestDuration));
    if (!connector || !voltage || !phases)
        return tl::unexpected(!connector ? connector.error() : !voltage ? voltage.error() : phases.error());
    if (!from || !duration)
        return tl::unexpected(!from ? from.error() : duration.error());
    ComputedWish wish;
    wish.connector = connector->value_or(0);
    wish.from = *from;
    wish.duration = call.query(u"duration"_s).isEmpty() ? wish.duration : int(duration->count());
    wish.unit = ocpp::fromString<ocpp::ChargingRateUnitType>(call.query(u"chargingRateUnit"_s));
    wish.wiring = {double(voltage->value_or(230)), phases->value_or(3)};
    wish.isInstalledOnly = call.query(u"profiles"_s) == "installed"_L1;
    if (wish.wiring.voltage < 1 || wish.wiring.voltage > highestVoltage)
        return tl::unexpected(badParameter(u"voltage"_s, u"volts of a phase, from 1 to %1"_s.arg(highestVoltage)));
    if (wish.wiring.phases < 1 || wish.wiring.phases > 3)
        return tl::unexpected(badParameter(u"phases"_s, u"a number from 1 to 3"_s));
    if (!wish.isInstalledOnly && !QStringList{{}, u"desired"_s}.contains(call.query(u"profiles"_s)))
        return tl::unexpected(badParameter(u"profiles"_s, u"desired or installed"_s));
    return wish;
}

Answer<ComputedComposite> computedComposite(store::Database &db, const QString &station, const ComputedWish &wish)
{
    const QList<Counted> counted = countedOf(db, station, wish.isInstalledOnly);
    const int connectors = std::max(connectorsOf(db, station, counted), 1);
    if (connectors > mostConnectors || wish.connector > connectors)
        return tl::unexpected(
            Failure{404,
                    u"unknownConnector"_s,
                    u"%1 has %2 connectors, as far as is known; a composite can be computed for each of "
                    "at most %3. Ask for another one."_s.arg(station)
                        .arg(connectors)
                        .arg(mostConnectors),
                    {}});
    const ocpp::Timestamp now = store::now();
    const auto issuedAt = issued(counted);
    // Whole seconds, as stations count them.
    const ocpp::Timestamp from = wish.from.value_or(std::chrono::floor<std::chrono::seconds>(now));
    const auto context = contextOf(db, station, wish.wiring, connectors);
    return ComputedComposite{charging::composite(issuedAt, wish.connector, from, wish.duration,
                                                 wish.unit.value_or(unitOf(db, station)), context,
                                                 QTimeZone::systemTimeZone()),
                             issuedAt(from), now};
}

} // namespace http
