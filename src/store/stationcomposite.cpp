// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stationcomposite.h"

#include "charging/localtime.h"
#include "ocpp/codec.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/connectors.h"
#include "store/sites.h"
#include "store/transactions.h"

#include <QJsonDocument>

#include <algorithm>

namespace store {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One place of a station, as it counts.
struct CountedProfile {
    charging::PlacedProfile placed;
    bool isKeptSo = false; // issued anew when the clocks change
};

std::optional<CountedProfile> countedProfiles(const StationProfile &row, bool isInstalledOnly)
{
    using State = ProfileState;
    const bool isIssued = row.state == State::Pending || row.state == State::Installed;
    const bool isDesired = !isInstalledOnly && row.desired && isIssued;
    if (!isDesired && (!row.accepted || (!isInstalledOnly && row.state == State::Clearing)))
        return std::nullopt;
    QList<ocpp::Finding> findings;
    const QByteArray json = isDesired ? *row.desired : *row.accepted;
    const auto profile = ocpp::decode<ocpp::ChargingProfile>(QJsonDocument::fromJson(json).object(), findings);
    return profile ? std::optional(CountedProfile{{row.connector, *profile}, isDesired}) : std::nullopt;
}

QList<CountedProfile> countedProfiles(Database &db, const QString &station, bool isInstalledOnly)
{
    QList<CountedProfile> counted;
    for (const StationProfile &row : ChargingProfiles(db).list(station)) {
        if (const auto one = countedProfiles(row, isInstalledOnly))
            counted.append(*one);
    }
    for (const charging::PlacedProfile &placed : Sites(db).installed(station))
        counted.append({placed, false});
    return counted;
}

int connectorsWith(Database &db, const QString &station, const QList<CountedProfile> &counted)
{
    int connectors = ChargingProfiles(db).limitsOf(station).connectors.value_or(0);
    for (const Connector &connector : Connectors(db).list(station))
        connectors = std::max(connectors, connector.connector);
    for (const CountedProfile &one : counted)
        connectors = std::max(connectors, one.placed.connectorId);
    return connectors;
}

charging::CompositeContext compositeContext(Database &db, const QString &station, const charging::Wiring &wiring,
                                            int connectors)
{
    charging::CompositeContext context;
    context.grid = wiring;
    context.mostLooks = mostCompositeLooks;
    for (int connector = 1; connector <= connectors; ++connector) {
        charging::Outlet outlet{wiring, {}};
        if (const auto running = Transactions(db).openOn(station, connector))
            outlet.transaction = charging::Transaction{int(running->id), running->began};
        context.outlets.append(outlet);
    }
    return context;
}

ocpp::ChargingRateUnitType compositeUnit(Database &db, const QString &station)
{
    const auto units = ChargingProfiles(db).limitsOf(station).rateUnits;
    const bool onlyWatts = units && units->contains("W"_L1) && !units->contains("A"_L1);
    return onlyWatts ? ocpp::ChargingRateUnitType::W : ocpp::ChargingRateUnitType::A;
}

charging::IssuedProfiles issuedFrom(const QList<CountedProfile> &counted)
{
    return [counted](ocpp::Timestamp moment) {
        QList<charging::PlacedProfile> profiles;
        for (CountedProfile one : counted) {
            if (one.isKeptSo)
                one.placed.csChargingProfiles =
                    charging::asOf(one.placed.csChargingProfiles, moment, QTimeZone::systemTimeZone());
            profiles.append(one.placed);
        }
        return profiles;
    };
}

} // namespace

std::optional<charging::Wiring> siteWiring(Database &db, const QString &station)
{
    const auto member = Sites(db).member(station);
    return member ? std::optional(charging::Wiring{member->voltage, std::clamp(int(member->phases.size()), 1, 3)})
                  : std::nullopt;
}

charging::Wiring wiringOf(Database &db, const QString &station, const CompositeWish &wish)
{
    const charging::Wiring placed = siteWiring(db, station).value_or(charging::Wiring());
    return {wish.voltage.value_or(placed.voltage), wish.phases.value_or(placed.phases)};
}

int knownConnectors(Database &db, const QString &station)
{
    return std::max(connectorsWith(db, station, countedProfiles(db, station, false)), 1);
}

StationComposites::StationComposites(Database &db, const QString &station, const CompositeWish &wish)
    : at_(now()), unit_(compositeUnit(db, station))
{
    const QList<CountedProfile> counted = countedProfiles(db, station, wish.isInstalledOnly);
    connectors_ = std::max(connectorsWith(db, station, counted), 1);
    if (connectors_ > mostCompositeConnectors)
        return;
    issuedAt_ = issuedFrom(counted);
    context_ = compositeContext(db, station, wiringOf(db, station, wish), connectors_);
}

std::optional<StationComposite> StationComposites::of(const CompositeWish &wish) const
{
    if (connectors_ > mostCompositeConnectors || wish.connector > connectors_)
        return std::nullopt;
    // Whole seconds, as stations count them.
    const ocpp::Timestamp from = wish.from.value_or(std::chrono::floor<std::chrono::seconds>(at_));
    return StationComposite{charging::composite(issuedAt_, wish.connector, from, wish.duration,
                                                wish.unit.value_or(unit_), context_, QTimeZone::systemTimeZone()),
                            issuedAt_(from), at_};
}

std::optional<StationComposite> compositeOf(Database &db, const QString &station, const CompositeWish &wish)
{
    return StationComposites(db, station, wish).of(wish);
}

} // namespace store
