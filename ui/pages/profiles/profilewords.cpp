// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profilewords.h"

#include "ocpp/timestamp.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using charging::ProblemKind;
using store::ProfileState;

struct ProfileWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ProfileWords)
};

struct StateRow {
    ProfileState state;
    Mark mark;
    const char *word;
    const char *sentence;
    const char *offline = nullptr; ///< the sentence while the station is not there
};

constexpr std::array states{
    StateRow{ProfileState::Pending,
             {Shape::Clock, Role::Accent},
             QT_TRANSLATE_NOOP("ui::ProfileWords", "To be sent"),
             QT_TRANSLATE_NOOP("ui::ProfileWords", "It is sent to the station in a moment."),
             QT_TRANSLATE_NOOP("ui::ProfileWords", "It is sent as soon as the station is back.")},
    StateRow{ProfileState::Installed,
             {Shape::Check, Role::Good},
             QT_TRANSLATE_NOOP("ui::ProfileWords", "Installed"),
             QT_TRANSLATE_NOOP("ui::ProfileWords", "The station has accepted it and keeps it.")},
    StateRow{ProfileState::Rejected,
             {Shape::Cross, Role::Fault},
             QT_TRANSLATE_NOOP("ui::ProfileWords", "Refused"),
             QT_TRANSLATE_NOOP("ui::ProfileWords", "The station said no. It is asked again some times; then change the "
                                                   "profile, or withdraw it.")},
    StateRow{ProfileState::NotSupported,
             {Shape::Cross, Role::Fault},
             QT_TRANSLATE_NOOP("ui::ProfileWords", "Not supported"),
             QT_TRANSLATE_NOOP("ui::ProfileWords", "The station knows no charging profiles. A firmware update may "
                                                   "teach it; until then withdraw the profile.")},
    StateRow{ProfileState::Unfit,
             {Shape::Triangle, Role::Caution},
             QT_TRANSLATE_NOOP("ui::ProfileWords", "Does not fit"),
             QT_TRANSLATE_NOOP("ui::ProfileWords", "It was not sent, because it breaks a limit that the station "
                                                   "itself has told. Change the profile, or withdraw it.")},
    StateRow{ProfileState::Clearing,
             {Shape::Clock, Role::Inactive},
             QT_TRANSLATE_NOOP("ui::ProfileWords", "Being cleared"),
             QT_TRANSLATE_NOOP("ui::ProfileWords", "It is no longer wanted; the station is told to drop it."),
             QT_TRANSLATE_NOOP("ui::ProfileWords", "It is no longer wanted; the station is told as soon as it is "
                                                   "back.")},
    StateRow{ProfileState::Reported,
             {Shape::Dot, Role::Inactive},
             QT_TRANSLATE_NOOP("ui::ProfileWords", "Not wanted"),
             QT_TRANSLATE_NOOP("ui::ProfileWords", "The station has it by an earlier command, but nobody wants it "
                                                   "now.")},
};

const StateRow &rowOf(ProfileState state)
{
    return *std::ranges::find(states, state, &StateRow::state);
}

struct ProblemRow {
    ProblemKind kind;
    const char *text; ///< %1, %2: its values
};

constexpr std::array problems{
    ProblemRow{ProblemKind::UnknownConnector,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "There is no connector %1: the station has %2.")},
    ProblemRow{ProblemKind::MaxNotOnConnector0,
               QT_TRANSLATE_NOOP("ui::ProfileWords",
                                 "A limit of the whole station belongs to the whole station, not to "
                                 "a connector.")},
    ProblemRow{ProblemKind::TxOnConnector0,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "A profile for one session belongs to a connector, not to the "
                                                     "whole station.")},
    ProblemRow{ProblemKind::TxWithoutTransaction,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "A profile for one session needs a session, and none runs at this "
                                                     "connector.")},
    ProblemRow{ProblemKind::TransactionNotTx,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "Only a profile for one session may name a session.")},
    ProblemRow{ProblemKind::StackLevelNegative, QT_TRANSLATE_NOOP("ui::ProfileWords", "The lowest stack level is 0.")},
    ProblemRow{ProblemKind::StackLevelTooHigh,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "The station's highest stack level is %2, not %1.")},
    ProblemRow{ProblemKind::UnitNotAllowed,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "The station takes schedules in %2 only, not in %1.")},
    ProblemRow{ProblemKind::NoPeriods, QT_TRANSLATE_NOOP("ui::ProfileWords", "A schedule has at least one period.")},
    ProblemRow{ProblemKind::TooManyPeriods,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "The station takes %2 periods at most, not %1.")},
    ProblemRow{ProblemKind::TooManyProfiles,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "The station takes %2 profiles at most; this would be number %1. "
                                                     "Withdraw another one first.")},
    ProblemRow{ProblemKind::FirstPeriodNotZero,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "The first period begins at 0:00.")},
    ProblemRow{
        ProblemKind::PeriodsNotAscending,
        QT_TRANSLATE_NOOP("ui::ProfileWords", "Each period begins after the one before: %1 does not follow %2.")},
    ProblemRow{ProblemKind::NegativeLimit, QT_TRANSLATE_NOOP("ui::ProfileWords", "A limit is never below 0.")},
    ProblemRow{ProblemKind::TooManyDecimals, QT_TRANSLATE_NOOP("ui::ProfileWords", "%1 has more than one decimal.")},
    ProblemRow{ProblemKind::DurationNotPositive,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "The schedule must last longer than 0 seconds.")},
    ProblemRow{ProblemKind::RecurrencyMissing,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "Choose whether it repeats every day or every week.")},
    ProblemRow{ProblemKind::StartMissing,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "A profile that repeats must say when it begins first.")},
    ProblemRow{ProblemKind::ValidityEmpty,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "It is never valid: its end is not after its beginning.")},
    ProblemRow{ProblemKind::BadPhases, QT_TRANSLATE_NOOP("ui::ProfileWords", "A connector has 1 to 3 phases.")},
    ProblemRow{ProblemKind::HidesLoadBalancing,
               QT_TRANSLATE_NOOP("ui::ProfileWords",
                                 "The station is in a site: for the whole station, stack level %2 and "
                                 "above are for load balancing, and this profile has %1. Choose a lower "
                                 "one, or take the station out of its site.")},
    ProblemRow{ProblemKind::AbsoluteWithoutStart,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "Without a start it begins with the charging.")},
    ProblemRow{ProblemKind::RelativeWithStart,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "It begins with the charging; its start means nothing.")},
    ProblemRow{ProblemKind::RelativeMax,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "A limit of the whole station holds without a session: \"from the "
                                                     "start of charging\" says nothing about when it begins.")},
    ProblemRow{ProblemKind::RecurrencyIgnored,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "It does not repeat, so how often means nothing.")},
    ProblemRow{ProblemKind::PeriodNeverReached,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "The schedule ends at %2, before the period that begins at %1.")},
    ProblemRow{ProblemKind::LongerThanRecurrence,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "The schedule begins anew after %2; what follows until %1 never "
                                                     "comes.")},
    ProblemRow{
        ProblemKind::LimitMeansNothing,
        QT_TRANSLATE_NOOP("ui::ProfileWords", "No car charges with less than 6 A: %1 A is a pause. Say 0 or 6.")},
    ProblemRow{ProblemKind::PhaseSwitch,
               QT_TRANSLATE_NOOP("ui::ProfileWords", "The station does not say that it can change the number of phases "
                                                     "while it charges.")},
    ProblemRow{ProblemKind::NoLongerValid, QT_TRANSLATE_NOOP("ui::ProfileWords", "It is not valid any more since %1.")},
};

/// As a person reads it: seconds of a schedule as hours, a moment in local time, numbers with the person's comma.
QString valueText(const charging::Problem &problem, const QString &value)
{
    switch (problem.kind) {
    case ProblemKind::PeriodsNotAscending:
    case ProblemKind::PeriodNeverReached:
    case ProblemKind::LongerThanRecurrence:
        return offsetText(value.toInt());
    case ProblemKind::NoLongerValid: {
        const auto time = ocpp::parseTimestamp(value, ocpp::Zone::Utc);
        return time ? format::dateTime(time->value) : value;
    }
    case ProblemKind::LimitMeansNothing:
    case ProblemKind::TooManyDecimals:
        return QLocale().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    default:
        return value;
    }
}

QJsonArray periodsOf(const QJsonObject &profile)
{
    return profile["chargingSchedule"_L1].toObject()["chargingSchedulePeriod"_L1].toArray();
}

QString unitOf(const QJsonObject &profile)
{
    return profile["chargingSchedule"_L1].toObject()["chargingRateUnit"_L1].toString();
}

} // namespace

StateWord profileState(ProfileState state, bool online)
{
    const StateRow &row = rowOf(state);
    Mark mark = row.mark;
    mark.offline = !online;
    return {mark, ProfileWords::tr(row.word), toString(state)};
}

QString profileStateSentence(ProfileState state, bool online)
{
    const StateRow &row = rowOf(state);
    return ProfileWords::tr(!online && row.offline ? row.offline : row.sentence);
}

QString problemText(const charging::Problem &problem)
{
    const auto row = std::ranges::find(problems, problem.kind, &ProblemRow::kind);
    if (row == problems.end())
        return problem.text;
    QString text = ProfileWords::tr(row->text);
    for (qsizetype i = 0; i < problem.values.size(); ++i)
        text.replace(u"%%1"_s.arg(i + 1), valueText(problem, problem.values.at(i)));
    return format::unbroken(text);
}

QString refusalText(const store::ProfileRefusal &refusal)
{
    if (refusal.kind == store::ProfileRefusal::Kind::UnknownName)
        return ProfileWords::tr("This profile is not in the library any more.");
    QStringList texts;
    for (const charging::Problem &problem : refusal.problems) {
        if (problem.severity == charging::Severity::Error)
            texts.append(problemText(problem));
    }
    return texts.isEmpty() ? refusal.text : texts.join(u' ');
}

QString placeWord(int connector)
{
    return connector == 0 ? ProfileWords::tr("whole station") : ProfileWords::tr("connector %1").arg(connector);
}

QString wiringText(const std::optional<charging::Wiring> &wiring)
{
    const charging::Wiring used = wiring.value_or(charging::Wiring());
    const QString text =
        wiring ? ProfileWords::tr(
            "Watt and ampere are converted by %1 × %2, as entered for the station on the page Load balancing.")
               : ProfileWords::tr(
                   "Watt and ampere are converted by %1 × %2. What the station has can be entered on the page Load "
                   "balancing.");
    return text.arg(used.phases).arg(format::voltage(used.voltage));
}

QString limitText(double limit, const QString &unit)
{
    if (unit == "W"_L1)
        return format::power(limit);
    return QLocale().toString(limit, 'f', QLocale::FloatingPointShortest) + QChar::Nbsp + unit;
}

QString offsetText(int seconds)
{
    const int days = seconds / 86'400;
    const int rest = seconds % 86'400;
    QString text = u"%1:%2"_s.arg(rest / 3600).arg(rest / 60 % 60, 2, 10, QChar(u'0'));
    if (rest % 60 != 0)
        text += u":%1"_s.arg(rest % 60, 2, 10, QChar(u'0'));
    return days == 0 ? text
                     : format::unbroken(ProfileWords::tr("%1 d %2", "days, hours and minutes").arg(days).arg(text));
}

QString limitsText(const QJsonObject &profile)
{
    const QJsonArray periods = periodsOf(profile);
    if (periods.isEmpty())
        return {};
    double low = periods.first()["limit"_L1].toDouble();
    double high = low;
    for (const QJsonValue &period : periods) {
        low = std::min(low, period["limit"_L1].toDouble());
        high = std::max(high, period["limit"_L1].toDouble());
    }
    const QString text = limitText(high, unitOf(profile));
    if (low == high)
        return text;
    const QString from = limitText(low, unitOf(profile));
    const bool sameUnit = from.section(QChar::Nbsp, -1) == text.section(QChar::Nbsp, -1);
    return u"%1 – %2"_s.arg(sameUnit ? from.section(QChar::Nbsp, 0, 0) : from, text);
}

QString kindText(const QJsonObject &profile)
{
    const QString kind = profile["chargingProfileKind"_L1].toString();
    if (kind == "Recurring"_L1)
        return profile["recurrencyKind"_L1].toString() == "Weekly"_L1 ? ProfileWords::tr("every week")
                                                                      : ProfileWords::tr("every day");
    if (kind == "Relative"_L1)
        return ProfileWords::tr("from the start of charging");
    const auto start =
        ocpp::parseTimestamp(profile["chargingSchedule"_L1].toObject()["startSchedule"_L1].toString(), ocpp::Zone::Utc);
    return start ? ProfileWords::tr("once, from %1").arg(format::dateTime(start->value)) : ProfileWords::tr("once");
}

QString periodsText(const QJsonObject &profile)
{
    QStringList texts;
    const QJsonArray periods = periodsOf(profile);
    for (const QJsonValue &period : periods) {
        QString text = offsetText(period["startPeriod"_L1].toInt()) + u' '
                       + limitText(period["limit"_L1].toDouble(), unitOf(profile));
        if (const int phases = period["numberPhases"_L1].toInt(); phases > 0)
            text += u' ' + ProfileWords::tr("on %n phase(s)", nullptr, phases);
        texts.append(text);
    }
    return texts.join(u" · "_s);
}

} // namespace ui
