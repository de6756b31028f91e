// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/profilecheck.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace charging {
namespace {

using Kind = ProblemKind;
using ocpp::ChargingProfileKindType;
using ocpp::ChargingProfilePurposeType;
using ocpp::ChargingRateUnitType;

constexpr QLatin1StringView problemWords[] = {
    "unknownConnector"_L1,    "maxNotOnConnector0"_L1,   "txOnConnector0"_L1,       "txWithoutTransaction"_L1,
    "transactionNotTx"_L1,    "stackLevelNegative"_L1,   "stackLevelTooHigh"_L1,    "unitNotAllowed"_L1,
    "noPeriods"_L1,           "tooManyPeriods"_L1,       "tooManyProfiles"_L1,      "firstPeriodNotZero"_L1,
    "periodsNotAscending"_L1, "negativeLimit"_L1,        "tooManyDecimals"_L1,      "durationNotPositive"_L1,
    "recurrencyMissing"_L1,   "startMissing"_L1,         "validityEmpty"_L1,        "badPhases"_L1,
    "hidesLoadBalancing"_L1,  "absoluteWithoutStart"_L1, "relativeWithStart"_L1,    "relativeMax"_L1,
    "recurrencyIgnored"_L1,   "periodNeverReached"_L1,   "longerThanRecurrence"_L1, "limitMeansNothing"_L1,
    "phaseSwitch"_L1,         "noLongerValid"_L1,
};
static_assert(std::size(problemWords) == std::size_t(Kind::NoLongerValid) + 1);

constexpr int day = 86400;

/// Collects what is wrong with one profile.
class Check {
public:
    Check(const ocpp::ChargingProfile &profile, const Placement &placement, const StationLimits &limits)
        : profile_(profile), schedule_(profile.chargingSchedule), placement_(placement), limits_(limits)
    {
    }

    QList<Problem> all()
    {
        checkPlace();
        checkTransaction();
        checkStation();
        checkKind();
        checkValidity();
        checkDuration();
        checkPeriods();
        checkRates();
        checkPhases();
        std::stable_sort(problems_.begin(), problems_.end(),
                         [](const Problem &a, const Problem &b) { return a.severity > b.severity; });
        return problems_;
    }

private:
    void error(Kind kind, const QString &path, const QString &text, const QStringList &values = {})
    {
        problems_.append({kind, path, Severity::Error, values, text});
    }
    void warning(Kind kind, const QString &path, const QString &text, const QStringList &values = {})
    {
        problems_.append({kind, path, Severity::Warning, values, text});
    }
    bool isPurpose(ChargingProfilePurposeType purpose) const { return profile_.chargingProfilePurpose == purpose; }
    bool isKind(ChargingProfileKindType kind) const { return profile_.chargingProfileKind == kind; }
    static QString periodPath(qsizetype index, QLatin1StringView member)
    {
        return u"/profile/chargingSchedule/chargingSchedulePeriod/%1/%2"_s.arg(index).arg(member);
    }
    std::optional<int> recurrence() const;

    void checkPlace();
    void checkTransaction();
    void checkStation();
    void checkKind();
    void checkValidity();
    void checkDuration();
    void checkPeriods();
    void checkRates();
    void checkRate(const QString &path, double rate);
    void checkPhases();

    const ocpp::ChargingProfile &profile_;
    const ocpp::ChargingSchedule &schedule_;
    const Placement &placement_;
    const StationLimits &limits_;
    QList<Problem> problems_;
};

std::optional<int> Check::recurrence() const
{
    if (!isKind(ChargingProfileKindType::Recurring) || !profile_.recurrencyKind)
        return std::nullopt;
    return *profile_.recurrencyKind == ocpp::RecurrencyKindType::Daily ? day : 7 * day;
}

void Check::checkPlace()
{
    if (!placement_.connector)
        return;
    const int connector = *placement_.connector;
    if (connector < 0 || (limits_.connectors && connector > *limits_.connectors))
        error(Kind::UnknownConnector, u"/connectorId"_s,
              u"There is no connector %1: the station has %2."_s.arg(connector).arg(limits_.connectors.value_or(0)),
              {QString::number(connector), QString::number(limits_.connectors.value_or(0))});
    if (isPurpose(ChargingProfilePurposeType::ChargePointMaxProfile) && connector != 0)
        error(Kind::MaxNotOnConnector0, u"/connectorId"_s,
              u"A ChargePointMaxProfile limits the whole station: it belongs on connector 0 (3.13.1)."_s);
    if (isPurpose(ChargingProfilePurposeType::TxProfile) && connector == 0)
        error(Kind::TxOnConnector0, u"/connectorId"_s,
              u"A TxProfile is for the transaction at one connector: it cannot be on connector 0 (3.13.1)."_s);
}

void Check::checkTransaction()
{
    const bool isTx = isPurpose(ChargingProfilePurposeType::TxProfile);
    if (isTx && placement_.connector && !profile_.transactionId)
        error(Kind::TxWithoutTransaction, u"/profile/transactionId"_s,
              u"A TxProfile needs the transaction that it is for, and none runs at this connector (3.13.1)."_s);
    if (!isTx && profile_.transactionId)
        error(Kind::TransactionNotTx, u"/profile/transactionId"_s,
              u"Only a TxProfile may name a transaction (7.8). Leave transactionId out."_s);
}

void Check::checkStation()
{
    const int level = profile_.stackLevel;
    if (level < 0)
        error(Kind::StackLevelNegative, u"/profile/stackLevel"_s, u"The lowest stack level is 0 (7.8)."_s);
    if (limits_.maxStackLevel && level > *limits_.maxStackLevel)
        error(Kind::StackLevelTooHigh, u"/profile/stackLevel"_s,
              u"The station's highest stack level is %2 (ChargeProfileMaxStackLevel), not %1."_s.arg(level).arg(
                  *limits_.maxStackLevel),
              {QString::number(level), QString::number(*limits_.maxStackLevel)});
    const QString unit(toString(schedule_.chargingRateUnit));
    if (limits_.rateUnits && !limits_.rateUnits->contains(unit))
        error(Kind::UnitNotAllowed, u"/profile/chargingSchedule/chargingRateUnit"_s,
              u"The station takes schedules in %2 only (ChargingScheduleAllowedChargingRateUnit), not in %1."_s.arg(
                  unit, limits_.rateUnits->join(u", "_s)),
              {unit, limits_.rateUnits->join(u", "_s)});
    const int profiles = placement_.otherProfiles + 1;
    if (limits_.maxInstalled && profiles > *limits_.maxInstalled)
        error(Kind::TooManyProfiles, u"/profile"_s,
              u"The station takes %2 profiles at most (MaxChargingProfilesInstalled); this would be number %1. "
              "Withdraw another one first."_s.arg(profiles)
                  .arg(*limits_.maxInstalled),
              {QString::number(profiles), QString::number(*limits_.maxInstalled)});
}

void Check::checkKind()
{
    const QString start = u"/profile/chargingSchedule/startSchedule"_s;
    const bool isRecurring = isKind(ChargingProfileKindType::Recurring);
    if (isRecurring && !profile_.recurrencyKind)
        error(Kind::RecurrencyMissing, u"/profile/recurrencyKind"_s,
              u"A Recurring profile must say whether it recurs Daily or Weekly (recurrencyKind)."_s);
    if (!isRecurring && profile_.recurrencyKind)
        warning(Kind::RecurrencyIgnored, u"/profile/recurrencyKind"_s,
                u"recurrencyKind means nothing unless the profile is Recurring."_s);
    if (isRecurring && !schedule_.startSchedule)
        error(Kind::StartMissing, start, u"A Recurring profile must say when it first begins (startSchedule)."_s);
    if (isKind(ChargingProfileKindType::Absolute) && !schedule_.startSchedule)
        warning(
            Kind::AbsoluteWithoutStart, start,
            u"Without startSchedule an Absolute profile begins with the charging, as a Relative one does (7.13)."_s);
    if (!isKind(ChargingProfileKindType::Relative))
        return;
    if (schedule_.startSchedule)
        warning(Kind::RelativeWithStart, start,
                u"A Relative profile begins with the transaction; its startSchedule means nothing."_s);
    if (isPurpose(ChargingProfilePurposeType::ChargePointMaxProfile))
        warning(Kind::RelativeMax, u"/profile/chargingProfileKind"_s,
                u"A ChargePointMaxProfile holds without a transaction: Relative says nothing about when it begins."_s);
}

void Check::checkValidity()
{
    if (profile_.validFrom && profile_.validTo && *profile_.validTo <= *profile_.validFrom)
        error(Kind::ValidityEmpty, u"/profile/validTo"_s,
              u"The profile is never valid: validTo is not after validFrom."_s);
    else if (profile_.validTo && placement_.now && *profile_.validTo <= *placement_.now)
        warning(Kind::NoLongerValid, u"/profile/validTo"_s, u"The profile is not valid any more."_s,
                {ocpp::formatTimestamp(*profile_.validTo)});
}

void Check::checkDuration()
{
    const QString path = u"/profile/chargingSchedule/duration"_s;
    if (!schedule_.duration)
        return;
    const QString duration = QString::number(*schedule_.duration);
    if (*schedule_.duration <= 0)
        error(Kind::DurationNotPositive, path, u"The schedule must last longer than %1 seconds."_s.arg(duration),
              {duration});
    if (const auto length = recurrence(); length && *schedule_.duration > *length)
        warning(Kind::LongerThanRecurrence, path,
                u"The schedule begins anew after %2 seconds; what follows until its duration of %1 is never executed "
                "(E 3.43)."_s.arg(duration)
                    .arg(*length),
                {duration, QString::number(*length)});
}

void Check::checkPeriods()
{
    const auto &periods = schedule_.chargingSchedulePeriod;
    const QString path = u"/profile/chargingSchedule/chargingSchedulePeriod"_s;
    if (periods.isEmpty())
        return error(Kind::NoPeriods, path, u"A schedule has at least one period (7.13)."_s);
    if (limits_.maxPeriods && periods.size() > *limits_.maxPeriods)
        error(Kind::TooManyPeriods, path,
              u"The station takes %2 periods at most (ChargingScheduleMaxPeriods), not %1."_s.arg(periods.size())
                  .arg(*limits_.maxPeriods),
              {QString::number(periods.size()), QString::number(*limits_.maxPeriods)});
    const int first = periods.first().startPeriod;
    if (first != 0)
        error(Kind::FirstPeriodNotZero, periodPath(0, "startPeriod"_L1),
              u"The first period begins at 0, not at %1 (7.13)."_s.arg(first), {QString::number(first)});
    const int end = std::min(schedule_.duration.value_or(std::numeric_limits<int>::max()),
                             recurrence().value_or(std::numeric_limits<int>::max()));
    for (qsizetype i = 1; i < periods.size(); ++i) {
        const int start = periods[i].startPeriod;
        const int before = periods[i - 1].startPeriod;
        if (start <= before)
            error(Kind::PeriodsNotAscending, periodPath(i, "startPeriod"_L1),
                  u"Each period begins after the one before: %1 does not follow %2."_s.arg(start).arg(before),
                  {QString::number(start), QString::number(before)});
        else if (start >= end)
            warning(Kind::PeriodNeverReached, periodPath(i, "startPeriod"_L1),
                    u"The schedule ends after %2 seconds, before this period begins at %1."_s.arg(start).arg(end),
                    {QString::number(start), QString::number(end)});
    }
}

void Check::checkRate(const QString &path, double rate)
{
    const QString text = QString::number(rate);
    if (rate < 0)
        error(Kind::NegativeLimit, path, u"A limit is never below 0."_s, {text});
    // 7.14: "Accepts at most one digit fraction".
    if (std::abs(rate * 10 - std::round(rate * 10)) > 1e-6)
        error(Kind::TooManyDecimals, path, u"%1 has more than one decimal (7.14)."_s.arg(text), {text});
}

void Check::checkRates()
{
    constexpr double leastCurrentA = 6;
    const auto &periods = schedule_.chargingSchedulePeriod;
    for (qsizetype i = 0; i < periods.size(); ++i) {
        const QString path = periodPath(i, "limit"_L1);
        const double limit = periods[i].limit;
        checkRate(path, limit);
        if (schedule_.chargingRateUnit == ChargingRateUnitType::A && limit > 0 && limit < leastCurrentA)
            warning(Kind::LimitMeansNothing, path,
                    u"No car charges with less than 6 A: %1 A is a pause. Say 0 or 6."_s.arg(limit),
                    {QString::number(limit)});
    }
    if (schedule_.minChargingRate)
        checkRate(u"/profile/chargingSchedule/minChargingRate"_s, *schedule_.minChargingRate);
}

void Check::checkPhases()
{
    const auto &periods = schedule_.chargingSchedulePeriod;
    bool switches = false;
    for (qsizetype i = 0; i < periods.size(); ++i) {
        const int phases = periods[i].numberPhases.value_or(3); // 7.14: 3 is assumed
        if (phases < 1 || phases > 3)
            error(Kind::BadPhases, periodPath(i, "numberPhases"_L1), u"A connector has 1 to 3 phases."_s,
                  {QString::number(phases)});
        const bool isSwitch = i > 0 && phases != periods[i - 1].numberPhases.value_or(3);
        if (isSwitch && !switches && !limits_.switchesPhases.value_or(false))
            warning(Kind::PhaseSwitch, periodPath(i, "numberPhases"_L1),
                    u"The station does not say that it can change the number of phases while it charges "
                    "(ConnectorSwitch3to1PhaseSupported)."_s);
        switches = switches || isSwitch;
    }
}

} // namespace

QLatin1StringView toString(ProblemKind kind)
{
    return problemWords[std::size_t(kind)];
}

QLatin1StringView toString(Severity severity)
{
    return severity == Severity::Error ? "error"_L1 : "warning"_L1;
}

QList<Problem> problemsOf(const ocpp::ChargingProfile &profile, const Placement &placement, const StationLimits &limits)
{
    return Check(profile, placement, limits).all();
}

bool hasErrors(const QList<Problem> &problems)
{
    return std::ranges::any_of(problems, [](const Problem &p) { return p.severity == Severity::Error; });
}

QString errorText(const QList<Problem> &problems)
{
    QStringList texts;
    for (const Problem &problem : problems) {
        if (problem.severity == Severity::Error)
            texts.append(problem.text);
    }
    return texts.join(u' ');
}

} // namespace charging
