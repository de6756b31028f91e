// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/profilecheck.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using charging::Placement;
using charging::ProblemKind;
using charging::StationLimits;
using ocpp::ChargingProfile;
using ocpp::ChargingProfileKindType;
using ocpp::ChargingProfilePurposeType;

namespace {

/// Nothing is wrong with it, on connector 1 of a station that says nothing.
ChargingProfile sound()
{
    ChargingProfile profile;
    profile.chargingProfileId = 1;
    profile.chargingProfilePurpose = ChargingProfilePurposeType::TxDefaultProfile;
    profile.chargingProfileKind = ChargingProfileKindType::Relative;
    profile.chargingSchedule.chargingRateUnit = ocpp::ChargingRateUnitType::A;
    profile.chargingSchedule.chargingSchedulePeriod = {{0, 16, {}}, {3600, 6.1, {}}};
    return profile;
}

ChargingProfile daily()
{
    ChargingProfile profile = sound();
    profile.chargingProfileKind = ChargingProfileKindType::Recurring;
    profile.recurrencyKind = ocpp::RecurrencyKindType::Daily;
    profile.chargingSchedule.startSchedule = ocpp::Timestamp(std::chrono::hours(24));
    return profile;
}

struct Case {
    const char *name;
    QString found; // "kind path", nothing: no problem
    bool isError;
    ChargingProfile (*profile)();
    void (*change)(ChargingProfile &, Placement &, StationLimits &);
};

const QString schedulePath = u"/profile/chargingSchedule"_s;
const QString periodsPath = schedulePath + u"/chargingSchedulePeriod"_s;

const Case cases[] = {
    {"sound", {}, false, sound, [](auto &, auto &, auto &) {}},
    {"sound daily", {}, false, daily, [](auto &, auto &, auto &) {}},
    {"no such connector", u"unknownConnector /connectorId"_s, true, sound,
     [](auto &, auto &at, auto &limits) { at.connector = 3, limits.connectors = 2; }},
    {"last connector", {}, false, sound, [](auto &, auto &at, auto &limits) { at.connector = 2, limits.connectors = 2; }},
    {"maximum on a connector", u"maxNotOnConnector0 /connectorId"_s, true, daily,
     [](auto &p, auto &, auto &) { p.chargingProfilePurpose = ChargingProfilePurposeType::ChargePointMaxProfile; }},
    {"maximum on the station", {}, false, daily,
     [](auto &p, auto &at, auto &) {
         p.chargingProfilePurpose = ChargingProfilePurposeType::ChargePointMaxProfile;
         at.connector = 0;
     }},
    {"transaction on the station", u"txOnConnector0 /connectorId"_s, true, sound,
     [](auto &p, auto &at, auto &) {
         p.chargingProfilePurpose = ChargingProfilePurposeType::TxProfile;
         p.transactionId = 7;
         at.connector = 0;
     }},
    {"no transaction", u"txWithoutTransaction /profile/transactionId"_s, true, sound,
     [](auto &p, auto &, auto &) { p.chargingProfilePurpose = ChargingProfilePurposeType::TxProfile; }},
    {"no transaction in the library", {}, false, sound,
     [](auto &p, auto &at, auto &) {
         p.chargingProfilePurpose = ChargingProfilePurposeType::TxProfile;
         at.connector.reset();
     }},
    {"transaction of a default", u"transactionNotTx /profile/transactionId"_s, true, sound,
     [](auto &p, auto &, auto &) { p.transactionId = 7; }},
    {"negative level", u"stackLevelNegative /profile/stackLevel"_s, true, sound,
     [](auto &p, auto &, auto &) { p.stackLevel = -1; }},
    {"level too high", u"stackLevelTooHigh /profile/stackLevel"_s, true, sound,
     [](auto &p, auto &, auto &limits) { p.stackLevel = 9, limits.maxStackLevel = 8; }},
    {"highest level", {}, false, sound, [](auto &p, auto &, auto &limits) { p.stackLevel = 8, limits.maxStackLevel = 8; }},
    {"unit", u"unitNotAllowed "_s + schedulePath + u"/chargingRateUnit"_s, true, sound,
     [](auto &, auto &, auto &limits) { limits.rateUnits = QStringList{u"W"_s}; }},
    {"no periods", u"noPeriods "_s + periodsPath, true, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod.clear(); }},
    {"too many periods", u"tooManyPeriods "_s + periodsPath, true, sound,
     [](auto &, auto &, auto &limits) { limits.maxPeriods = 1; }},
    {"most periods", {}, false, sound, [](auto &, auto &, auto &limits) { limits.maxPeriods = 2; }},
    {"too many profiles", u"tooManyProfiles /profile"_s, true, sound,
     [](auto &, auto &at, auto &limits) { at.otherProfiles = 4, limits.maxInstalled = 4; }},
    {"most profiles", {}, false, sound, [](auto &, auto &at, auto &limits) { at.otherProfiles = 3, limits.maxInstalled = 4; }},
    {"first period", u"firstPeriodNotZero "_s + periodsPath + u"/0/startPeriod"_s, true, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod[0].startPeriod = 60; }},
    {"order of periods", u"periodsNotAscending "_s + periodsPath + u"/1/startPeriod"_s, true, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod[1].startPeriod = 0; }},
    {"negative limit", u"negativeLimit "_s + periodsPath + u"/0/limit"_s, true, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod[0].limit = -1; }},
    {"two decimals", u"tooManyDecimals "_s + periodsPath + u"/1/limit"_s, true, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod[1].limit = 6.25; }},
    {"two decimals of the least", u"tooManyDecimals "_s + schedulePath + u"/minChargingRate"_s, true, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.minChargingRate = 8.15; }},
    {"no duration", u"durationNotPositive "_s + schedulePath + u"/duration"_s, true, sound,
     [](auto &p, auto &, auto &) {
         p.chargingSchedule.duration = 0;
         p.chargingSchedule.chargingSchedulePeriod.resize(1);
     }},
    {"no recurrency", u"recurrencyMissing /profile/recurrencyKind"_s, true, daily,
     [](auto &p, auto &, auto &) { p.recurrencyKind.reset(); }},
    {"no start", u"startMissing "_s + schedulePath + u"/startSchedule"_s, true, daily,
     [](auto &p, auto &, auto &) { p.chargingSchedule.startSchedule.reset(); }},
    {"never valid", u"validityEmpty /profile/validTo"_s, true, sound,
     [](auto &p, auto &, auto &) { p.validFrom = p.validTo = ocpp::Timestamp(std::chrono::hours(1)); }},
    {"four phases", u"badPhases "_s + periodsPath + u"/0/numberPhases"_s, true, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod = {{0, 16, 4}}; }},
    {"absolute without a start", u"absoluteWithoutStart "_s + schedulePath + u"/startSchedule"_s, false, sound,
     [](auto &p, auto &, auto &) { p.chargingProfileKind = ChargingProfileKindType::Absolute; }},
    {"relative with a start", u"relativeWithStart "_s + schedulePath + u"/startSchedule"_s, false, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.startSchedule = ocpp::Timestamp(std::chrono::hours(1)); }},
    {"relative maximum", u"relativeMax /profile/chargingProfileKind"_s, false, sound,
     [](auto &p, auto &at, auto &) {
         p.chargingProfilePurpose = ChargingProfilePurposeType::ChargePointMaxProfile;
         at.connector = 0;
     }},
    {"recurrency of another kind", u"recurrencyIgnored /profile/recurrencyKind"_s, false, sound,
     [](auto &p, auto &, auto &) { p.recurrencyKind = ocpp::RecurrencyKindType::Daily; }},
    {"after the end", u"periodNeverReached "_s + periodsPath + u"/1/startPeriod"_s, false, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.duration = 3600; }},
    {"after the day", u"periodNeverReached "_s + periodsPath + u"/1/startPeriod"_s, false, daily,
     [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod[1].startPeriod = 86400; }},
    {"longer than a day", u"longerThanRecurrence "_s + schedulePath + u"/duration"_s, false, daily,
     [](auto &p, auto &, auto &) { p.chargingSchedule.duration = 86401; }},
    {"five amperes", u"limitMeansNothing "_s + periodsPath + u"/1/limit"_s, false, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod[1].limit = 5.9; }},
    {"five watts", {}, false, sound,
     [](auto &p, auto &, auto &) {
         p.chargingSchedule.chargingRateUnit = ocpp::ChargingRateUnitType::W;
         p.chargingSchedule.chargingSchedulePeriod[1].limit = 5;
     }},
    {"zero", {}, false, sound, [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod[1].limit = 0; }},
    {"phase switch", u"phaseSwitch "_s + periodsPath + u"/1/numberPhases"_s, false, sound,
     [](auto &p, auto &, auto &) { p.chargingSchedule.chargingSchedulePeriod[1].numberPhases = 1; }},
    {"phase switch allowed", {}, false, sound,
     [](auto &p, auto &, auto &limits) {
         p.chargingSchedule.chargingSchedulePeriod[1].numberPhases = 1;
         limits.switchesPhases = true;
     }},
    {"over", u"noLongerValid /profile/validTo"_s, false, sound,
     [](auto &p, auto &at, auto &) {
         p.validTo = ocpp::Timestamp(std::chrono::hours(1));
         at.now = ocpp::Timestamp(std::chrono::hours(2));
     }},
};

} // namespace

/// Behaviour 32.
class TestProfileCheck : public QObject {
    Q_OBJECT

private slots:
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void errorsComeFirst();
    void limitsAreReadFromTheConfiguration();
    void whatCannotBeReadWasNotSaid();
};

void TestProfileCheck::findsWhatIsWrong_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(cases); ++i)
        QTest::newRow(cases[i].name) << int(i);
}

void TestProfileCheck::findsWhatIsWrong()
{
    QFETCH(int, index);
    const Case &row = cases[index];
    ChargingProfile profile = row.profile();
    Placement place{1, 0, {}};
    StationLimits limits;
    row.change(profile, place, limits);
    QStringList found;
    for (const charging::Problem &problem : charging::problemsOf(profile, place, limits)) {
        found.append(QString(toString(problem.kind)) + u' ' + problem.path);
        QCOMPARE(problem.severity == charging::Severity::Error, row.isError);
        QVERIFY(problem.text.endsWith(u'.') && !problem.text.contains(u'%'));
    }
    QCOMPARE(found.join(u';'), row.found);
    QCOMPARE(charging::hasErrors(charging::problemsOf(profile, place, limits)), row.isError);
}

void TestProfileCheck::errorsComeFirst()
{
    ChargingProfile profile = sound();
    profile.chargingProfileKind = ChargingProfileKindType::Absolute;
    profile.chargingSchedule.chargingSchedulePeriod = {{0, 5.25, {}}};
    const auto problems = charging::problemsOf(profile, {1, 0, {}});
    QCOMPARE(problems.size(), 3);
    QVERIFY(problems.first().kind == ProblemKind::TooManyDecimals);
    QCOMPARE(charging::errorText(problems), u"5.25 has more than one decimal (7.14)."_s);
    QCOMPARE(problems.first().values, QStringList{u"5.25"_s});
}

void TestProfileCheck::limitsAreReadFromTheConfiguration()
{
    const QHash<QString, QString> keys{{u"ChargeProfileMaxStackLevel"_s, u"8"_s},
                                       {u"ChargingScheduleAllowedChargingRateUnit"_s, u"Current, Power"_s},
                                       {u"ChargingScheduleMaxPeriods"_s, u"24"_s},
                                       {u"MaxChargingProfilesInstalled"_s, u" 10 "_s},
                                       {u"ConnectorSwitch3to1PhaseSupported"_s, u"TRUE"_s},
                                       {u"NumberOfConnectors"_s, u"2"_s}};
    const auto limits = charging::stationLimits([&](QLatin1StringView key) { return std::optional(keys[key]); });
    QCOMPARE(limits.maxStackLevel, 8);
    QCOMPARE(limits.rateUnits, (QStringList{u"A"_s, u"W"_s}));
    QCOMPARE(limits.maxPeriods, 24);
    QCOMPARE(limits.maxInstalled, 10);
    QCOMPARE(limits.switchesPhases, true);
    QCOMPARE(limits.connectors, 2);
}

void TestProfileCheck::whatCannotBeReadWasNotSaid()
{
    for (const std::optional<QString> &value :
         {std::optional<QString>(), std::optional(u"many"_s), std::optional(u"-1"_s)}) {
        const auto limits = charging::stationLimits([&](QLatin1StringView) { return value; });
        QVERIFY(!limits.maxStackLevel && !limits.rateUnits && !limits.maxPeriods && !limits.maxInstalled
                && !limits.switchesPhases && !limits.connectors);
    }
}

QTEST_GUILESS_MAIN(TestProfileCheck)
#include "tst_profilecheck.moc"
