// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/stationlimits.h"
#include "ocpp/types.h"

namespace charging {

/// What may be wrong with a charging profile (behaviour 32).
enum class ProblemKind {
    UnknownConnector, ///< values: connector, connectors the station has
    MaxNotOnConnector0, ///< ChargePointMaxProfile on another connector (3.13.1)
    TxOnConnector0, ///< TxProfile on connector 0 (3.13.1)
    TxWithoutTransaction, ///< TxProfile without transactionId
    TransactionNotTx, ///< transactionId in a profile that is no TxProfile (7.8)
    StackLevelNegative,
    StackLevelTooHigh, ///< values: level, highest level
    UnitNotAllowed, ///< values: unit, allowed units
    NoPeriods,
    TooManyPeriods, ///< values: periods, most periods
    TooManyProfiles, ///< values: profiles with this one, most profiles
    FirstPeriodNotZero, ///< values: its startPeriod (7.13)
    PeriodsNotAscending, ///< values: startPeriod, the one before
    NegativeLimit, ///< values: limit
    TooManyDecimals, ///< values: the number (7.13, 7.14)
    DurationNotPositive, ///< values: duration
    RecurrencyMissing, ///< Recurring without recurrencyKind
    StartMissing, ///< Recurring without startSchedule
    ValidityEmpty, ///< validTo is not after validFrom
    BadPhases, ///< values: numberPhases
    HidesLoadBalancing, ///< values: level, the lowest that load balancing uses at this station
    // What goes out nevertheless.
    AbsoluteWithoutStart, ///< means: from the start of charging (7.13)
    RelativeWithStart, ///< startSchedule means nothing then
    RelativeMax, ///< a limit of the whole station that begins with a transaction
    RecurrencyIgnored, ///< recurrencyKind without Recurring
    PeriodNeverReached, ///< values: startPeriod, the end of the schedule in seconds
    LongerThanRecurrence, ///< values: duration, length of the recurrence; the rest is not executed (E 3.43)
    LimitMeansNothing, ///< values: limit; between 0 and 6 A no car charges (IEC 61851)
    PhaseSwitch, ///< the station did not say that it can change phases while it charges
    NoLongerValid, ///< values: validTo
};
/// "unknownConnector", "maxNotOnConnector0", ..., as in the API.
QLatin1StringView toString(ProblemKind kind);

enum class Severity {
    Warning, ///< it may be sent, but does not do what one might think
    Error, ///< the station would refuse it, or do something else
};
/// "warning", "error".
QLatin1StringView toString(Severity severity);

struct Problem {
    ProblemKind kind{};
    QString path{}; ///< JSON pointer into {"connectorId": ..., "profile": ...}
    Severity severity = Severity::Error;
    QStringList values{}; ///< what the words of a translation need, see ProblemKind
    QString text{}; ///< plain English: what, why, what to do
};

/// Where a profile is to go. Nothing is known of a profile of the library but itself.
struct Placement {
    std::optional<int> connector{};
    int otherProfiles = 0; ///< that the station has beside this one
    std::optional<ocpp::Timestamp> now{};
};

/// All that is wrong, errors first. Pure.
QList<Problem> problemsOf(const ocpp::ChargingProfile &profile, const Placement &placement,
                          const StationLimits &limits = {});
bool hasErrors(const QList<Problem> &problems);
/// The texts of the errors, one after the other.
QString errorText(const QList<Problem> &problems);

} // namespace charging
