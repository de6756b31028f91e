// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/messages/smartcharging.h"

#include <QTimeZone>

#include <functional>
#include <limits>

/// What charging profiles amount to (3.13.3). Pure.
///
/// Where the specification is silent (docs/adr/0008-composite-schedules.md):
/// - A limit holds from its moment on, ends are exclusive, and moments are looked at in whole seconds from `from` on.
/// - A level that says nothing at a moment (not valid, not begun, over) leaves the moment to the next lower one; if no
///   TxProfile says anything, to the TxDefaultProfiles. If nothing says anything, nothing limits.
/// - Of one stack level the connector's own TxDefaultProfile takes the place of that of connector 0, also where it is
///   silent. A later request takes the place of an earlier one with its id, or with its connector, purpose and level.
/// - What has no start of its own begins with the transaction of its connector; without one at `from`, as if a car came
///   then. A ChargePointMaxProfile begins with the first transaction of the station. Recurring ones recur from there.
/// - A TxProfile counts while there is a transaction, and only if it names that one or none; all do when its id is not
///   known.
/// - minChargingRate changes no limit. It is handed on where limits of its prevailing profile are.
/// - Of two equal limits that of the connector decides, not that of the station.
namespace charging {

using PlacedProfile = ocpp::SetChargingProfile::Request;

/// The transaction that runs at a connector, or is expected there.
struct Transaction {
    std::optional<int> id{}; ///< not known before StartTransaction.conf
    ocpp::Timestamp start{};
};

/// How power and current belong together (7.12).
struct Wiring {
    double voltage = 230; ///< V, of a phase, as set for the area; above 0
    int phases = 3; ///< that can be used, 1 to 3; more than these count as these (E 3.34)
};

struct Outlet {
    Wiring wiring{};
    std::optional<Transaction> transaction{};
};

struct CompositeContext {
    Wiring grid{}; ///< of the whole station
    QList<Outlet> outlets{}; ///< connector 1, 2, ...: connector 0 is their sum; others are like the grid
    std::optional<ocpp::Timestamp> expectedStart{}; ///< of charging where no transaction is; nothing: at `from`
    /// Limits that may be looked at, one of each connector at each moment at which something changes (between two changes of
    /// a time zone's offset). A question for a long time, many connectors and periods costs as much as that.
    qint64 mostLooks = std::numeric_limits<qint64>::max();
};

/// What a profile has to say at a moment, and what comes of it.
enum class Standing {
    Decides,
    NotLower, ///< it prevails, but another purpose allows as little or less (3.13.3)
    LowerLevel, ///< a higher level of its purpose says something (3.13.2)
    Overruled, ///< a TxDefaultProfile where a TxProfile says something (3.13.1)
    Open, ///< it limits its connector, but another connector of the sum has no limit
    NoLongerValid, ///< validTo has come
    NotYetValid, ///< before validFrom
    NotBegun, ///< before its schedule, or before its first period
    Ended, ///< its duration is over (E 3.43), for a recurring one until the next time
    Replaced, ///< by a later one, or by the connector's own of its level (3.13.1, 3.13.2)
    NoTransaction, ///< a TxProfile before there is a transaction
    OtherTransaction, ///< a TxProfile for another one
    WrongPlace, ///< a ChargePointMaxProfile on a connector, a TxProfile on connector 0: no station takes it (3.13.1)
    OtherConnector,
};
/// "decides", "notLower", ..., for programs.
QLatin1StringView wordOf(Standing standing);
/// Plain English, to follow the profile's name: "is of a lower level".
QString explained(Standing standing);

/// A profile by its place in the list of profiles.
struct Decider {
    int profile = 0;
    int connector = 0; ///< whose limit it is: 0 for a ChargePointMaxProfile
    double limit = 0; ///< in the unit of the composite
    bool operator==(const Decider &) const = default;
};
struct Beaten {
    int profile = 0;
    Standing why{}; ///< NotLower, LowerLevel or Overruled
    bool operator==(const Beaten &) const = default;
};

/// From startPeriod to that of the next, or to the end.
struct CompositePeriod {
    int startPeriod = 0; ///< s from the composite's `from`
    std::optional<double> limit{}; ///< A per phase, or W in total, not rounded; nothing: no profile limits
    std::optional<int> numberPhases{}; ///< that may be used; nothing: the decider does not say and all three may (7.14)
    std::optional<double> minChargingRate{}; ///< the highest of those that prevail, in the unit of the composite
    QList<Decider> deciders{}; ///< one; none without a limit; for connector 0 one of each connector, or the maximum
    QList<Beaten> beaten{}; ///< all that it beat at some time of the period, each with each reason once
};

struct Composite {
    ocpp::Timestamp from{};
    int duration = 0; ///< s; less than was asked for only where `mostLooks` were used up
    ocpp::ChargingRateUnitType unit{};
    QList<CompositePeriod> periods{}; ///< neighbours differ in more than `beaten`; none if the duration is 0
};

/// `profiles` in the order in which the station got them; `connector` 0 is the sum of the outlets, no more than the
/// maximum. Of a negative duration nothing comes.
Composite composite(const QList<PlacedProfile> &profiles, int connector, ocpp::Timestamp from, int duration,
                    ocpp::ChargingRateUnitType unit, const CompositeContext &context = {});

/// What a station has at a moment, always as many profiles in the same order.
using IssuedProfiles = std::function<QList<PlacedProfile>(ocpp::Timestamp moment)>;

/// The same for profiles that are issued anew whenever the offset of `zone` changes (behaviour 35): from each change on
/// with what the station then has.
Composite composite(const IssuedProfiles &issuedAt, int connector, ocpp::Timestamp from, int duration,
                    ocpp::ChargingRateUnitType unit, const CompositeContext &context, const QTimeZone &zone);

/// Of each profile at one moment, for those who want to know why one does not count.
QList<Standing> standings(const QList<PlacedProfile> &profiles, int connector, ocpp::Timestamp moment,
                          ocpp::ChargingRateUnitType unit, const CompositeContext &context = {});

} // namespace charging
