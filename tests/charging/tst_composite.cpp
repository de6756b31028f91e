// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/composite.h"

#include "charging/compositetext.h"
#include "charging/localtime.h"
#include "charging/profiles.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace chargingtest;
using charging::CompositeContext;
using charging::Outlet;
using charging::PlacedProfile;
using charging::Standing;
using charging::Transaction;

using Profiles = QList<PlacedProfile>;

namespace {

constexpr auto amperes = ocpp::ChargingRateUnitType::A;
constexpr auto watts = ocpp::ChargingRateUnitType::W;
constexpr int hour = 3600;
constexpr int day = 24 * hour;
const QString noon = u"2026-03-10T12:00:00Z"_s;

/// "second:limit/phases#profile" of each period, "-" where nothing limits, "+" between the connectors of a sum.
QString periodsOf(const charging::Composite &composite, const Profiles &profiles)
{
    QStringList texts;
    for (const auto &period : composite.periods) {
        QString text =
            u"%1:%2"_s.arg(period.startPeriod).arg(period.limit ? QString::number(*period.limit, 'g', 12) : u"-"_s);
        if (period.numberPhases)
            text += u"/%1"_s.arg(*period.numberPhases);
        QStringList ids;
        for (const auto &decider : period.deciders)
            ids.append(QString::number(profiles[decider.profile].csChargingProfiles.chargingProfileId));
        texts.append(ids.isEmpty() ? text : text + u'#' + ids.join(u'+'));
    }
    return texts.join(u' ');
}

struct Question {
    int connector = 1;
    QString from = noon;
    int duration = 4 * hour;
    ocpp::ChargingRateUnitType unit = amperes;
    CompositeContext context{};
};

QString plan(const Profiles &profiles, const Question &question = {})
{
    return periodsOf(charging::composite(profiles, question.connector, time(question.from), question.duration,
                                         question.unit, question.context),
                     profiles);
}

/// All of them kept at their hour of the day.
charging::IssuedProfiles issued(const Profiles &profiles, const QTimeZone &zone)
{
    return [profiles, zone](ocpp::Timestamp moment) {
        Profiles then = profiles;
        for (PlacedProfile &placed : then)
            placed.csChargingProfiles = charging::asOf(placed.csChargingProfiles, moment, zone);
        return then;
    };
}

CompositeContext running(const QString &start, std::optional<int> id = 7)
{
    CompositeContext context;
    context.outlets = {Outlet{{}, Transaction{id, time(start)}}};
    return context;
}

CompositeContext outlets(int count)
{
    CompositeContext context;
    context.outlets.resize(count);
    return context;
}

} // namespace

/// Behaviours 32, 33 and 35.
class TestComposite : public QObject {
    Q_OBJECT

private slots:
    void worked_data();
    void worked();
    void saysWhatWasBeaten();
    void standings();
    void savingNights_data();
    void savingNights();
    void reissuedKeepsTheHourOfTheDay();
    void reissuedTellsAsOneWhatDoesNotChange();
    void costlyQuestionsEndEarly();
    void minChargingRate();
    void json();
    void jsonOfASum();
    void csv();
    void everyStandingHasWords();
};

void TestComposite::worked_data()
{
    QTest::addColumn<Profiles>("profiles");
    QTest::addColumn<Question>("question");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Profiles &profiles, const Question &question, const QString &expected) {
        QTest::newRow(name) << profiles << question << expected;
    };
    const Made base = Made(1, byDefault, 1, 0).at(0, 16);

    row("nothing", {}, {}, u"0:-"_s);
    row("no time", {base}, {.duration = 0}, {});
    row("less than no time", {base}, {.duration = -5}, {});
    row("one second", {base}, {.duration = 1}, u"0:16#1"_s);
    // 3.13.7: at most 6 kW from 8 to 20 o'clock.
    const Made example = Made(0, byDefault, 100, 0)
                             .daily(u"2013-01-01T00:00:00Z"_s)
                             .lasts(day)
                             .in(watts)
                             .at(0, 11000, 3)
                             .at(8 * hour, 6000, 3)
                             .at(20 * hour, 11000, 3);
    row("3.13.7", {example}, {.from = u"2026-03-10T00:00:00Z"_s, .duration = 2 * day, .unit = watts},
        u"0:11000/3#100 28800:6000/3#100 72000:11000/3#100 115200:6000/3#100 158400:11000/3#100"_s);
    row("3.13.7 before it begins", {example}, {.from = u"2012-12-31T23:00:00Z"_s, .duration = 2 * hour, .unit = watts},
        u"0:- 3600:11000/3#100"_s);
    // 3.13.2.
    row("the higher level", {base, Made(1, byDefault, 2, 3).lasts(hour).at(0, 20)}, {}, u"0:20#2 3600:16#1"_s);
    Made calendar = Made(0, byDefault, 1, 0).weekly(u"2026-01-05T00:00:00Z"_s).lasts(7 * day).at(0, 32);
    for (int weekday = 0; weekday < 5; ++weekday)
        calendar.at(weekday * day + 6 * hour, 10).at(weekday * day + 23 * hour, 32);
    row("3.13.2: full power at night and at weekends, and on a holiday",
        {calendar, Made(0, byDefault, 2, 1).absolute(u"2026-04-06T00:00:00Z"_s).lasts(day).at(0, 32)},
        {.from = u"2026-04-05T12:00:00Z"_s, .duration = 3 * day},
        u"0:32#1 43200:32#2 129600:32#1 151200:10#1 212400:32#1 237600:10#1"_s);
    row("E 3.7: without an end it hides all below", {base, Made(1, byDefault, 2, 1).at(0, 32).at(hour, 20)}, {},
        u"0:32#2 3600:20#2"_s);
    row("E 3.43: over, the next lower level, then nothing",
        {Made(1, byDefault, 1, 0).lasts(2 * hour).at(0, 16), Made(1, byDefault, 2, 1).lasts(hour).at(0, 20)}, {},
        u"0:20#2 3600:16#1 7200:-"_s);
    row("not valid yet, not valid any more",
        {base,
         Made(1, byDefault, 2, 1).at(0, 10).valid(time(u"2026-03-10T13:00:00Z"_s), time(u"2026-03-10T14:00:00Z"_s))},
        {}, u"0:16#1 3600:10#2 7200:16#1"_s);
    row("never valid",
        {base,
         Made(1, byDefault, 2, 1).at(0, 10).valid(time(u"2026-03-10T14:00:00Z"_s), time(u"2026-03-10T13:00:00Z"_s))},
        {}, u"0:16#1"_s);
    row("E 3.43: the rest of one longer than its recurrence is not executed",
        {Made(1, byDefault, 1, 0)
             .daily(u"2026-03-01T12:00:00Z"_s)
             .lasts(3 * day)
             .at(0, 16)
             .at(day - hour, 10)
             .at(day + hour, 32)},
        {.duration = day + 2 * hour}, u"0:16#1 82800:10#1 86400:16#1"_s);
    row("5.16.4: periods after the duration are not executed",
        {Made(1, byDefault, 1, 0).lasts(hour).at(0, 16).at(2 * hour, 10)}, {}, u"0:16#1 3600:-"_s);
    row("E 3.43: weekly, and longer than a week",
        {Made(1, byDefault, 1, 0)
             .weekly(u"2026-03-04T12:00:00Z"_s)
             .lasts(8 * day)
             .at(0, 16)
             .at(6 * day, 10)
             .at(7 * day + hour, 32)},
        {.duration = 2 * day}, u"0:10#1 86400:16#1"_s);
    row("validTo in the middle of a period",
        {base, Made(1, byDefault, 2, 1)
                   .daily(u"2026-03-01T11:00:00Z"_s)
                   .lasts(4 * hour)
                   .at(0, 10)
                   .at(3 * hour, 6)
                   .valid({}, time(u"2026-03-10T13:30:00Z"_s))},
        {}, u"0:10#2 5400:16#1"_s);
    row("validFrom in the middle of a period moves no period",
        {base,
         Made(1, byDefault, 2, 1).absolute(noon).at(0, 10).at(2 * hour, 6).valid(time(u"2026-03-10T13:00:00Z"_s), {})},
        {}, u"0:16#1 3600:10#2 7200:6#2"_s);
    row("absolute, and begins later", {base, Made(1, byDefault, 2, 1).absolute(u"2026-03-10T13:00:00Z"_s).at(0, 6)}, {},
        u"0:16#1 3600:6#2"_s);
    row("recurring, and begins later",
        {base, Made(1, byDefault, 2, 1).daily(u"2026-03-10T13:00:00Z"_s).lasts(hour).at(0, 6)},
        {.duration = day + 3 * hour}, u"0:16#1 3600:6#2 7200:16#1 90000:6#2 93600:16#1"_s);
    row("a duration of 0 says nothing", {base, Made(1, byDefault, 2, 1).lasts(0).at(0, 6)}, {}, u"0:16#1"_s);
    row("a daily one with a duration of 0",
        {base, Made(1, byDefault, 2, 1).daily(u"2026-03-01T13:00:00Z"_s).lasts(0).at(0, 6)}, {}, u"0:16#1"_s);
    row("first period later", {base, Made(1, byDefault, 2, 1).at(hour, 6)}, {}, u"0:16#1 3600:6#2"_s);
    row("periods in disorder", {Made(1, byDefault, 1, 0).at(2 * hour, 6).at(0, 16).at(hour, 10)}, {},
        u"0:16#1 3600:10#1 7200:6#1"_s);
    row("the same again is told once", {Made(1, byDefault, 1, 0).at(0, 16).at(hour, 16).at(2 * hour, 10)}, {},
        u"0:16#1 7200:10#1"_s);
    row("the same from another is told", {base, Made(1, byDefault, 2, 1).lasts(hour).at(0, 16)}, {},
        u"0:16#2 3600:16#1"_s);
    // 3.13.1, 3.13.3.
    row("the maximum caps", {base, Made(0, maximum, 2, 0).absolute(noon).at(0, 32).at(hour, 10)}, {},
        u"0:16#1 3600:10#2"_s);
    row("the maximum alone", {Made(0, maximum, 2, 0).absolute(noon).at(0, 32)}, {}, u"0:32#2"_s);
    row("of equal limits the connector's", {base, Made(0, maximum, 2, 0).absolute(noon).at(0, 16)}, {}, u"0:16#1"_s);
    row("levels of the maximum",
        {Made(0, maximum, 2, 0).absolute(noon).at(0, 32), Made(0, maximum, 3, 1).absolute(noon).lasts(hour).at(0, 40)},
        {}, u"0:40#3 3600:32#2"_s);
    row("a maximum on a connector is refused", {Made(1, maximum, 2, 0).at(0, 6)}, {}, u"0:-"_s);
    row("a transaction's on connector 0 is refused", {Made(0, ofTransaction, 2, 0).at(0, 6)},
        {.context = running(noon)}, u"0:-"_s);
    row("connector 0's default is for all", {Made(0, byDefault, 1, 0).at(0, 16)}, {.connector = 3}, u"0:16#1"_s);
    row("another connector's is not", {base}, {.connector = 2}, u"0:-"_s);
    row("its own replaces that of all, also where it is over",
        {Made(0, byDefault, 1, 1).at(0, 20), Made(1, byDefault, 2, 1).lasts(hour).at(0, 10),
         Made(0, byDefault, 3, 0).at(0, 6)},
        {}, u"0:10#2 3600:6#3"_s);
    row("its own, also if that of all comes later",
        {Made(1, byDefault, 2, 1).at(0, 10), Made(0, byDefault, 1, 1).at(0, 20)}, {}, u"0:10#2"_s);
    row("its own on a lower level where that of all is over",
        {Made(0, byDefault, 1, 1).lasts(hour).at(0, 20), Made(1, byDefault, 2, 0).at(0, 10)}, {},
        u"0:20#1 3600:10#2"_s);
    row("but not on another level", {Made(0, byDefault, 1, 1).at(0, 20), Made(1, byDefault, 2, 0).at(0, 10)}, {},
        u"0:20#1"_s);
    row("nor for another connector", {Made(0, byDefault, 1, 1).at(0, 20), Made(1, byDefault, 2, 1).at(0, 10)},
        {.connector = 2}, u"0:20#1"_s);
    row("the same place again", {base, Made(1, byDefault, 2, 0).lasts(hour).at(0, 10)}, {}, u"0:10#2 3600:-"_s);
    row("3.13.2: replaced by one that is valid later, a gap",
        {base, Made(1, byDefault, 2, 0).at(0, 10).valid(time(u"2026-03-10T13:00:00Z"_s), {})}, {}, u"0:- 3600:10#2"_s);
    row("the same id again", {base, Made(2, byDefault, 1, 5).at(0, 10)}, {}, u"0:-"_s);
    // Transactions.
    const Made tx = Made(1, ofTransaction, 9, 0).at(0, 8);
    row("no transaction", {base, tx}, {}, u"0:16#1"_s);
    row("a transaction's overrules, whatever its level", {Made(1, byDefault, 1, 5).at(0, 6), tx},
        {.context = running(noon)}, u"0:8#9"_s);
    row("the maximum caps a transaction's too", {tx, Made(0, maximum, 2, 0).absolute(noon).at(0, 6)},
        {.context = running(noon)}, u"0:6#2"_s);
    row("E 3.8: a new default is for the session that runs", {base, Made(1, byDefault, 2, 0).at(0, 10)},
        {.context = running(u"2026-03-10T11:00:00Z"_s)}, u"0:10#2"_s);
    row("E 3.8: but not where the session has its own", {base, tx, Made(1, byDefault, 2, 0).at(0, 10)},
        {.context = running(u"2026-03-10T11:00:00Z"_s)}, u"0:8#9"_s);
    row("its own transaction", {base, Made(tx).of(7)}, {.context = running(noon)}, u"0:8#9"_s);
    row("another transaction", {base, Made(tx).of(6)}, {.context = running(noon)}, u"0:16#1"_s);
    row("what another transaction's could not replace", {tx, Made(1, ofTransaction, 9, 0).of(6).at(0, 6)},
        {.context = running(noon)}, u"0:8#9"_s);
    row("a transaction without an id yet", {base, Made(tx).of(6)}, {.context = running(noon, std::nullopt)},
        u"0:8#9"_s);
    row("E 3.43: after it the default", {base, Made(tx).lasts(hour)}, {.context = running(noon)}, u"0:8#9 3600:16#1"_s);
    row("relative to the start of the transaction", {base, Made(tx).at(hour, 6).lasts(2 * hour)},
        {.context = running(u"2026-03-10T11:30:00Z"_s)}, u"0:8#9 1800:6#9 5400:16#1"_s);
    row("an expected transaction", {base, Made(tx).absolute(u"2026-03-01T00:00:00Z"_s)},
        {.context = running(u"2026-03-10T13:00:00Z"_s)}, u"0:- 3600:8#9"_s);
    row("an absolute default before it", {Made(base).absolute(u"2026-03-01T00:00:00Z"_s), tx},
        {.context = running(u"2026-03-10T13:00:00Z"_s)}, u"0:16#1 3600:8#9"_s);
    CompositeContext later;
    later.expectedStart = time(u"2026-03-10T13:00:00Z"_s);
    row("relative, and a car is expected", {Made(1, byDefault, 1, 0).at(0, 16).at(hour, 10)}, {.context = later},
        u"0:- 3600:16#1 7200:10#1"_s);
    Made timeless = Made(1, byDefault, 1, 0).at(0, 16).at(hour, 10);
    timeless.csChargingProfiles.chargingProfileKind = ocpp::ChargingProfileKindType::Absolute;
    row("7.13: without startSchedule from the start of charging", {timeless},
        {.context = running(u"2026-03-10T11:30:00Z"_s)}, u"0:16#1 1800:10#1"_s);
    timeless.csChargingProfiles.chargingProfileKind = ocpp::ChargingProfileKindType::Recurring;
    timeless.csChargingProfiles.recurrencyKind = ocpp::RecurrencyKindType::Daily;
    row("recurring from the start of charging", {timeless},
        {.duration = day + 2 * hour, .context = running(u"2026-03-10T11:30:00Z"_s)},
        u"0:16#1 1800:10#1 84600:16#1 88200:10#1"_s);
    Made started = Made(1, byDefault, 1, 0).absolute(u"2020-01-01T00:00:00Z"_s).at(0, 16).at(hour, 10);
    started.csChargingProfiles.chargingProfileKind = ocpp::ChargingProfileKindType::Relative;
    row("relative with a startSchedule, which means nothing", {started}, {}, u"0:16#1 3600:10#1"_s);
    // Time.
    row("midnight",
        {Made(1, byDefault, 1, 0).daily(u"2026-01-01T22:00:00Z"_s).lasts(4 * hour).at(0, 16).at(2 * hour, 10)},
        {.from = u"2026-03-10T21:00:00Z"_s, .duration = 6 * hour}, u"0:- 3600:16#1 10800:10#1 18000:-"_s);
    row("year's end", {Made(1, byDefault, 1, 0).daily(u"2026-06-01T00:00:00Z"_s).at(0, 16).at(hour, 10)},
        {.from = u"2026-12-31T23:00:00Z"_s, .duration = 3 * hour}, u"0:10#1 3600:16#1 7200:10#1"_s);
    row("29 February", {Made(1, byDefault, 1, 0).daily(u"2028-02-01T00:00:00Z"_s).at(0, 16).at(hour, 10)},
        {.from = u"2028-02-28T23:30:00Z"_s, .duration = 26 * hour},
        u"0:10#1 1800:16#1 5400:10#1 88200:16#1 91800:10#1"_s);
    row("weekly", {base, Made(1, byDefault, 2, 1).weekly(u"2026-03-03T13:00:00Z"_s).lasts(hour).at(0, 6)},
        {.duration = 8 * day}, u"0:16#1 3600:6#2 7200:16#1 608400:6#2 612000:16#1"_s);
    row("before 1970", {Made(1, byDefault, 1, 0).daily(u"1969-12-01T06:00:00Z"_s).lasts(hour).at(0, 16)},
        {.from = u"1969-12-31T05:00:00Z"_s}, u"0:- 3600:16#1 7200:-"_s);
    row("parts of a second",
        {base, Made(1, byDefault, 2, 1).absolute(u"2026-03-10T12:00:10.500Z"_s).lasts(10).at(0, 6)},
        {.from = u"2026-03-10T12:00:00.250Z"_s}, u"0:16#1 11:6#2 21:16#1"_s);
    row("shorter than a second is not seen",
        {base, Made(1, byDefault, 2, 1)
                   .at(0, 6)
                   .valid(time(u"2026-03-10T12:00:10.100Z"_s), time(u"2026-03-10T12:00:10.900Z"_s))},
        {}, u"0:16#1"_s);
    // Units and phases: 7.12, 7.14, E 3.34.
    row("amperes to watts", {Made(1, byDefault, 1, 0).at(0, 16.1)}, {.unit = watts}, u"0:11109#1"_s);
    row("watts to amperes", {Made(1, byDefault, 1, 0).in(watts).at(0, 11040).at(hour, 3680, 1)}, {},
        u"0:16#1 3600:16/1#1"_s);
    row("the lower one after the conversion", {base, Made(0, maximum, 2, 0).in(watts).absolute(noon).at(0, 6900)}, {},
        u"0:10#2"_s);
    CompositeContext onePhase = outlets(1);
    onePhase.outlets[0].wiring = {120, 1};
    row("no more phases than there are", {Made(1, byDefault, 1, 0).at(0, 16, 3)}, {.unit = watts, .context = onePhase},
        u"0:1920/1#1"_s);
    row("the limit as it is given", {Made(1, byDefault, 1, 0).in(watts).at(0, 1920, 3)}, {.context = onePhase},
        u"0:16/1#1"_s);
    row("the fewest phases",
        {Made(1, byDefault, 1, 0).at(0, 20, 1), Made(0, maximum, 2, 0).absolute(noon).at(0, 16, 3)}, {}, u"0:16/1#2"_s);
    // Connector 0.
    row("the sum", {base, Made(2, byDefault, 2, 0).at(0, 10.2).at(hour, 6)}, {.connector = 0, .context = outlets(2)},
        u"0:26.2#1+2 3600:22#1+2"_s);
    row("the sum, capped",
        {base, Made(2, byDefault, 2, 0).at(0, 10).at(hour, 6), Made(0, maximum, 3, 0).absolute(noon).at(0, 25)},
        {.connector = 0, .context = outlets(2)}, u"0:25#3 3600:22#1+2"_s);
    row("one without a limit", {base}, {.connector = 0, .context = outlets(2)}, u"0:-"_s);
    row("one without a limit, capped", {base, Made(0, maximum, 3, 0).absolute(noon).at(0, 25)},
        {.connector = 0, .context = outlets(2)}, u"0:25#3"_s);
    row("one default for all", {Made(0, byDefault, 1, 0).at(0, 16)}, {.connector = 0, .context = outlets(3)},
        u"0:48#1+1+1"_s);
    row("no connectors", {Made(0, byDefault, 1, 0).at(0, 16)}, {.connector = 0}, u"0:-"_s);
    CompositeContext two = outlets(2);
    two.outlets[1].transaction = Transaction{7, time(u"2026-03-10T11:30:00Z"_s)};
    row("each with its transaction", {Made(0, byDefault, 1, 0).at(0, 16).at(hour, 6)}, {.connector = 0, .context = two},
        u"0:32#1+1 1800:22#1+1 3600:12#1+1"_s);
    row("a relative maximum begins with the first transaction", {Made(0, maximum, 1, 0).at(0, 16).at(hour, 6)},
        {.connector = 0, .context = two}, u"0:16#1 1800:6#1"_s);
}

void TestComposite::worked()
{
    QFETCH(Profiles, profiles);
    QFETCH(Question, question);
    QTEST(plan(profiles, question), "expected");
}

void TestComposite::saysWhatWasBeaten()
{
    const Profiles profiles{Made(1, byDefault, 1, 0).at(0, 16), Made(1, byDefault, 2, 1).lasts(hour).at(0, 20),
                            Made(1, ofTransaction, 3, 0).lasts(2 * hour).at(0, 12),
                            Made(0, maximum, 4, 0).absolute(noon).at(0, 32)};
    const auto composite = charging::composite(profiles, 1, time(noon), 4 * hour, amperes, running(noon));
    QCOMPARE(periodsOf(composite, profiles), u"0:12#3 7200:16#1"_s);
    const auto &first = composite.periods[0].beaten;
    QCOMPARE(first,
             (QList<charging::Beaten>{{3, Standing::NotLower}, {1, Standing::Overruled}, {0, Standing::Overruled}}));
    QCOMPARE(composite.periods[1].beaten, (QList<charging::Beaten>{{3, Standing::NotLower}}));
    QCOMPARE(charging::explained(composite, composite.periods[1], profiles),
             u"16 A: TxDefaultProfile 1 of level 0. ChargePointMaxProfile 4 of level 0 does not allow less."_s);
}

void TestComposite::standings()
{
    const Profiles profiles{
        Made(1, byDefault, 1, 3).at(0, 16),
        Made(1, byDefault, 2, 2).at(0, 20),
        Made(0, byDefault, 3, 3).at(0, 20),
        Made(2, byDefault, 4, 0).at(0, 20),
        Made(1, byDefault, 5, 4).at(0, 6).valid({}, time(noon)),
        Made(1, byDefault, 6, 5).at(0, 6).valid(time(u"2027-01-01T00:00:00Z"_s), {}),
        Made(1, byDefault, 7, 6).at(0, 6).absolute(u"2027-01-01T00:00:00Z"_s),
        Made(1, byDefault, 8, 7).at(0, 6).absolute(u"2025-01-01T00:00:00Z"_s).lasts(hour),
        Made(1, ofTransaction, 9, 0).at(0, 6),
        Made(1, maximum, 10, 0).at(0, 6),
        Made(0, maximum, 11, 0).at(0, 32),
    };
    const QList<Standing> expected{Standing::Decides,        Standing::LowerLevel,    Standing::Replaced,
                                   Standing::OtherConnector, Standing::NoLongerValid, Standing::NotYetValid,
                                   Standing::NotBegun,       Standing::Ended,         Standing::NoTransaction,
                                   Standing::WrongPlace,     Standing::NotLower};
    QCOMPARE(charging::standings(profiles, 1, time(noon), amperes), expected);
    const Profiles other{Made(1, ofTransaction, 1, 0).of(6).at(0, 6)};
    QCOMPARE(charging::standings(other, 1, time(noon), amperes, running(noon)), QList{Standing::OtherTransaction});
    const Profiles half{Made(1, byDefault, 1, 0).at(0, 6)};
    QCOMPARE(charging::standings(half, 0, time(noon), amperes, outlets(2)), QList{Standing::Open});
}

void TestComposite::savingNights_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("onTheWire");
    QTest::addColumn<QString>("reissued");
    // 22 to 6 o'clock in Berlin's winter; from noon to noon.
    QTest::newRow("23 hours") << u"2026-03-28T11:00:00Z"_s << u"0:32#1 36000:16#2 64800:32#1"_s
                              << u"0:32#1 36000:16#2 61200:32#1"_s;
    QTest::newRow("25 hours") << u"2026-10-24T10:00:00Z"_s << u"0:32#1 39600:16#2 68400:32#1"_s
                              << u"0:32#1 36000:16#2 68400:32#1"_s;
    QTest::newRow("24 hours") << u"2026-02-10T11:00:00Z"_s << u"0:32#1 36000:16#2 64800:32#1"_s
                              << u"0:32#1 36000:16#2 64800:32#1"_s;
}

void TestComposite::savingNights()
{
    QFETCH(QString, from);
    const Profiles profiles{Made(1, byDefault, 1, 0).at(0, 32),
                            Made(1, byDefault, 2, 1).daily(u"2026-01-10T21:00:00Z"_s).lasts(8 * hour).at(0, 16)};
    QTEST(periodsOf(charging::composite(profiles, 1, time(from), day, amperes), profiles), "onTheWire");
    const QTimeZone berlin("Europe/Berlin");
    QVERIFY(berlin.isValid());
    QTEST(periodsOf(charging::composite(issued(profiles, berlin), 1, time(from), day, amperes, {}, berlin), profiles),
          "reissued");
}

void TestComposite::reissuedKeepsTheHourOfTheDay()
{
    const Profiles profiles{Made(1, byDefault, 1, 0).daily(u"2026-01-10T21:00:00Z"_s).lasts(hour).at(0, 16)};
    const QTimeZone berlin("Europe/Berlin");
    const auto year = charging::composite(issued(profiles, berlin), 1, time(u"2026-01-01T00:00:00Z"_s), 365 * day,
                                          amperes, {}, berlin);
    int nights = 0;
    for (const auto &period : year.periods) {
        if (!period.limit)
            continue;
        const auto start = year.from + std::chrono::seconds(period.startPeriod);
        const auto local = QDateTime::fromMSecsSinceEpoch(start.time_since_epoch().count(), berlin);
        QCOMPARE(local.time(), QTime(22, 0));
        ++nights;
    }
    QCOMPARE(nights, 365 - 9);
}

void TestComposite::reissuedTellsAsOneWhatDoesNotChange()
{
    const Profiles profiles{Made(1, byDefault, 1, 0).at(0, 32).at(12 * hour, 16)};
    const QTimeZone berlin("Europe/Berlin");
    const auto night =
        charging::composite(issued(profiles, berlin), 1, time(u"2026-03-28T22:00:00Z"_s), day, amperes, {}, berlin);
    QCOMPARE(periodsOf(night, profiles), u"0:32#1 43200:16#1"_s); // begun once, not anew at the change
}

void TestComposite::costlyQuestionsEndEarly()
{
    const Profiles profiles{Made(0, byDefault, 1, 0).daily(u"2026-01-01T00:00:00Z"_s).lasts(day).at(0, 16).at(12 * hour, 10)};
    CompositeContext context = outlets(4);
    context.mostLooks = 50; // ten moments, and five limits at each
    const QTimeZone berlin("Europe/Berlin");
    const auto asked = [&](int duration) {
        return charging::composite(profiles, 0, time(u"2026-01-01T00:00:00Z"_s), duration, amperes, context);
    };
    QCOMPARE(asked(5 * day).duration, 5 * day);
    const auto week = asked(7 * day);
    QCOMPARE(week.duration, 5 * day);
    QCOMPARE(week.periods.size(), 10);
    // Of each stretch between two changes of the clocks.
    const auto spring = charging::composite(issued(profiles, berlin), 0, time(u"2026-03-26T00:00:00Z"_s), 30 * day, amperes,
                                            context, berlin);
    QCOMPARE(spring.duration, 8 * day - hour);
}

void TestComposite::minChargingRate()
{
    const Profiles profiles{
        Made(1, byDefault, 1, 0).at(0, 16).atLeast(6).at(hour, 4),
        Made(0, maximum, 2, 0).in(watts).absolute(noon).at(0, 50000).at(2 * hour, 2760).atLeast(1380)};
    const auto composite = charging::composite(profiles, 1, time(noon), 3 * hour, amperes);
    QCOMPARE(periodsOf(composite, profiles), u"0:16#1 3600:4#1"_s); // it changes no limit
    QCOMPARE(composite.periods[1].minChargingRate, std::optional(6.0));
    QVERIFY(
        charging::explained(composite, composite.periods[1], profiles).contains(u"below the minChargingRate of 6 A"_s));
    const auto station = charging::composite(profiles, 0, time(noon), hour, watts, outlets(1));
    QCOMPARE(station.periods[0].minChargingRate, std::optional(1380.0));
}

void TestComposite::json()
{
    const Profiles profiles{Made(1, byDefault, 5, 2).lasts(hour).at(0, 16, 3).atLeast(6),
                            Made(0, byDefault, 4, 0).lasts(hour).at(0, 10)};
    const auto json = charging::toJson(charging::composite(profiles, 1, time(noon), 2 * hour, amperes), profiles);
    QCOMPARE(json["chargingRateUnit"_L1].toString(), u"A"_s);
    QCOMPARE(json["startSchedule"_L1].toString(), noon);
    QCOMPARE(json["duration"_L1].toInt(), 2 * hour);
    const QJsonArray periods = json["chargingSchedulePeriod"_L1].toArray();
    QCOMPARE(periods.size(), 2);
    const QJsonObject expected{
        {u"startPeriod"_s, 0},
        {u"limit"_s, 16},
        {u"numberPhases"_s, 3},
        {u"minChargingRate"_s, 6},
        {u"source"_s,
         QJsonObject{
             {u"chargingProfileId"_s, 5},
             {u"connectorId"_s, 1},
             {u"chargingProfilePurpose"_s, u"TxDefaultProfile"_s},
             {u"stackLevel"_s, 2},
             {u"text"_s, u"16 A: TxDefaultProfile 5 of level 2. TxDefaultProfile 4 of level 0 is of a lower level."_s},
             {u"beaten"_s, QJsonArray{QJsonObject{{u"chargingProfileId"_s, 4},
                                                  {u"connectorId"_s, 0},
                                                  {u"chargingProfilePurpose"_s, u"TxDefaultProfile"_s},
                                                  {u"stackLevel"_s, 0},
                                                  {u"reason"_s, u"lowerLevel"_s},
                                                  {u"text"_s, u"is of a lower level"_s}}}}}}};
    QCOMPARE(periods[0].toObject(), expected);
    const QJsonObject free{{u"startPeriod"_s, hour}, {u"limit"_s, QJsonValue::Null}, {u"source"_s, QJsonValue::Null}};
    QCOMPARE(periods[1].toObject(), free);
}

void TestComposite::jsonOfASum()
{
    const Profiles profiles{Made(1, byDefault, 1, 0).at(0, 16), Made(2, byDefault, 2, 0).at(0, 10)};
    const auto json =
        charging::toJson(charging::composite(profiles, 0, time(noon), hour, amperes, outlets(2)), profiles);
    const QJsonValue source = json["chargingSchedulePeriod"_L1][0]["source"_L1];
    QVERIFY(source["chargingProfileId"_L1].isUndefined());
    QCOMPARE(source["sum"_L1][1]["connectorId"_L1].toInt(), 2);
    QCOMPARE(source["sum"_L1][1]["limit"_L1].toDouble(), 10);
    QCOMPARE(source["sum"_L1][1]["source"_L1]["chargingProfileId"_L1].toInt(), 2);
    QCOMPARE(
        source["text"_L1].toString(),
        u"26 A: 16 A at connector 1 by TxDefaultProfile 1 of level 0 + 10 A at connector 2 by TxDefaultProfile 2 of "
        "level 0."_s);
}

void TestComposite::csv()
{
    const Profiles profiles{Made(1, byDefault, 5, 2).lasts(hour).at(0, 16.5)};
    const auto csv = charging::toCsv(charging::composite(profiles, 1, time(noon), 2 * hour, amperes), profiles);
    QCOMPARE(csv.split('\n').size(), 4);
    QVERIFY(csv.startsWith("start,end,start_period_s,duration_s,limit,unit,"));
    QVERIFY(csv.contains(
        "\r\n2026-03-10T12:00:00Z,2026-03-10T13:00:00Z,0,3600,16.5,A,,,5,TxDefaultProfile,2,16.5 A: TxDefault"));
    QVERIFY(csv.contains("\r\n2026-03-10T13:00:00Z,2026-03-10T14:00:00Z,3600,3600,,A,,,,,,No profile limits.\r\n"));
}

void TestComposite::everyStandingHasWords()
{
    QStringList words;
    for (int i = 0; i <= int(Standing::OtherConnector); ++i) {
        words.append(charging::wordOf(Standing(i)));
        QVERIFY(!charging::explained(Standing(i)).isEmpty());
    }
    QCOMPARE(words.first(), u"decides"_s);
    QCOMPARE(words.last(), u"otherConnector"_s);
    QCOMPARE(words.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestComposite)
#include "tst_composite.moc"
