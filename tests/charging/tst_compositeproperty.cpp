// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/compositebyhand.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using charging::PlacedProfile;
using charging::Standing;
using chargingtest::ByHand;
using chargingtest::Case;
using chargingtest::Purpose;
using ocpp::ChargingProfileKindType;
using ocpp::ChargingRateUnitType;
using ocpp::Timestamp;

namespace {

/// Random cases in which something is going on: most moments that matter lie in or near the time that is asked for.
class Dice {
public:
    explicit Dice(quint32 seed) : random_(seed) {}

    Case made()
    {
        Case made;
        isLong_ = chance(15);
        made.duration = isLong_ ? number(1, 9 * 86400) : number(0, 60);
        made.from = Timestamp(1'770'000'000s) + std::chrono::seconds(number(0, 40'000'000))
                    + std::chrono::milliseconds(chance(70) ? 0 : number(0, 999));
        made.unit = unit();
        const int outlets = number(0, 3);
        made.context.grid = wiring();
        if (chance(20))
            made.context.expectedStart = moment(made);
        for (int i = 0; i < outlets; ++i)
            made.context.outlets.append({wiring(), transaction(made)});
        made.connector = number(0, outlets + (chance(10) ? 1 : 0));
        const int profiles = number(0, chance(10) ? 16 : 7);
        for (int i = 0; i < profiles; ++i)
            made.profiles.append(profile(made, outlets, i));
        return made;
    }

    int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
    bool isLong() const { return isLong_; }

private:
    bool chance(int percent) { return number(1, 100) <= percent; }
    ChargingRateUnitType unit() { return chance(75) ? ChargingRateUnitType::A : ChargingRateUnitType::W; }
    charging::Wiring wiring() { return {chance(80) ? 230.0 : 120.0, chance(75) ? 3 : number(1, 2)}; }

    Timestamp moment(const Case &of)
    {
        const int around = isLong_ ? 86400 : 40;
        return of.from + std::chrono::seconds(number(-around, of.duration + around))
               + std::chrono::milliseconds(chance(80) ? 0 : number(0, 999));
    }

    std::optional<charging::Transaction> transaction(const Case &of)
    {
        if (chance(40))
            return std::nullopt;
        return charging::Transaction{chance(80) ? std::optional(number(1, 2)) : std::nullopt, moment(of)};
    }

    PlacedProfile profile(const Case &of, int outlets, int index)
    {
        PlacedProfile placed;
        ocpp::ChargingProfile &profile = placed.csChargingProfiles;
        profile.chargingProfilePurpose = Purpose(number(0, 2));
        placed.connectorId = profile.chargingProfilePurpose == Purpose::ChargePointMaxProfile ? 0 : number(0, outlets);
        if (chance(5))
            placed.connectorId = number(0, outlets);
        profile.chargingProfileId = chance(95) ? 100 + index : 100 + number(0, index);
        profile.stackLevel = number(0, chargingtest::highestLevel);
        profile.chargingProfileKind = ChargingProfileKindType(number(0, 2));
        if (profile.chargingProfileKind == ChargingProfileKindType::Recurring)
            profile.recurrencyKind = ocpp::RecurrencyKindType(number(0, 1));
        if (profile.chargingProfilePurpose == Purpose::TxProfile && chance(60))
            profile.transactionId = number(1, 2);
        if (chance(25))
            profile.validFrom = moment(of);
        if (chance(25))
            profile.validTo = moment(of);
        schedule(of, profile);
        return placed;
    }

    void schedule(const Case &of, ocpp::ChargingProfile &profile)
    {
        ocpp::ChargingSchedule &schedule = profile.chargingSchedule;
        schedule.chargingRateUnit = unit();
        const bool recurs = profile.chargingProfileKind == ChargingProfileKindType::Recurring;
        const int length = !recurs                                                      ? 3 * 86400
                           : profile.recurrencyKind == ocpp::RecurrencyKindType::Weekly ? 7 * 86400
                                                                                        : 86400;
        // What lies in the schedule at the time asked for; periods and end are put near it.
        const int into = chance(60) ? number(0, 60) : number(0, length + 60);
        if (chance(85))
            schedule.startSchedule =
                moment(of) - std::chrono::seconds(into) - std::chrono::seconds(recurs ? length * number(-1, 3) : 0);
        const auto near = [&] { return std::max(1, into + number(-60, 60)); };
        if (chance(15))
            schedule.minChargingRate = number(0, 60) / 10.0;
        if (chance(50))
            schedule.duration = chance(10) ? 0 : chance(10) ? length + number(-2, 2) : near();
        std::set<int> starts{0};
        for (int i = number(0, 3); i > 0; --i)
            starts.insert(isLong_ ? number(1, length) : near());
        const double scale = schedule.chargingRateUnit == ChargingRateUnitType::A ? 1 : 690;
        for (const int start : starts) {
            const int tenths = chance(80) ? 10 * number(0, 6) : number(0, 60);
            schedule.chargingSchedulePeriod.append(
                {start, std::round(tenths * scale) / 10, chance(70) ? std::nullopt : std::optional(number(1, 3))});
        }
    }

    std::mt19937 random_;
    bool isLong_ = false;
};

bool isAbout(const std::optional<double> &a, const std::optional<double> &b)
{
    return a.has_value() == b.has_value() && std::abs(a.value_or(0) - b.value_or(0)) < 1e-6;
}

int numberFrom(const char *variable, int otherwise)
{
    const int number = qEnvironmentVariableIntValue(variable);
    return number > 0 ? number : otherwise;
}

} // namespace

/// The composite against what is worked out second by second, for random stacks of profiles. SM_COMPOSITE_CASES says
/// how many, SM_COMPOSITE_SEED from which seed on; a failure names the seed of its case.
class TestCompositeProperty : public QObject {
    Q_OBJECT

private slots:
    void agreesWithWhatIsWorkedOutByHand_data();
    void agreesWithWhatIsWorkedOutByHand();
    void cleanupTestCase();

private:
    void tryCase(int seed);
    ByHand::Answer compare(const ByHand &byHand, Timestamp moment, const charging::CompositePeriod &found);
    void compareEachSecond(const ByHand &byHand, Timestamp from, Timestamp end, const charging::CompositePeriod &found);
    void checkShape(const QList<charging::CompositePeriod> &periods, int duration);

    QString failure_;
    qint64 cases_ = 0;
    qint64 periods_ = 0;
    qint64 moments_ = 0;
};

ByHand::Answer TestCompositeProperty::compare(const ByHand &byHand, Timestamp moment,
                                              const charging::CompositePeriod &found)
{
    ++moments_;
    ByHand::Answer expected = byHand.answer(moment);
    std::set<std::pair<int, int>> deciders;
    double sum = 0;
    for (const charging::Decider &decider : found.deciders) {
        deciders.insert({decider.connector, decider.profile});
        sum += decider.limit;
    }
    if (!isAbout(found.limit, expected.limit) || deciders != expected.deciders || found.numberPhases != expected.phases
        || !isAbout(found.minChargingRate, expected.minChargingRate) || !isAbout(found.limit.value_or(0), sum))
        failure_ = u"At %1: %2 by %3 profiles, expected %4 by %5."_s.arg(ocpp::formatTimestamp(moment))
                       .arg(found.limit.value_or(-1))
                       .arg(deciders.size())
                       .arg(expected.limit.value_or(-1))
                       .arg(expected.deciders.size());
    return expected;
}

/// Beaten is each profile that was so in one of the seconds of the period, and no other.
void TestCompositeProperty::compareEachSecond(const ByHand &byHand, Timestamp from, Timestamp end,
                                              const charging::CompositePeriod &found)
{
    std::set<std::pair<int, Standing>> expected;
    for (Timestamp moment = from; moment < end; moment += 1s)
        expected.merge(compare(byHand, moment, found).beaten);
    std::set<std::pair<int, Standing>> beaten;
    for (const charging::Beaten &loser : found.beaten)
        beaten.insert({loser.profile, loser.why});
    if (beaten != expected || qsizetype(beaten.size()) != found.beaten.size())
        failure_ = u"Others are beaten from %1 on."_s.arg(ocpp::formatTimestamp(from));
}

/// From 0 to the end without a gap, and no two neighbours that are the same.
void TestCompositeProperty::checkShape(const QList<charging::CompositePeriod> &periods, int duration)
{
    if (periods.isEmpty() != (duration == 0) || (!periods.isEmpty() && periods.first().startPeriod != 0))
        failure_ = u"It does not begin at 0."_s;
    for (qsizetype i = 0; i < periods.size(); ++i) {
        const int end = i + 1 < periods.size() ? periods[i + 1].startPeriod : duration;
        if (periods[i].startPeriod >= end)
            failure_ = u"The period at %1 ends at %2."_s.arg(periods[i].startPeriod).arg(end);
        if (i == 0)
            continue;
        const charging::CompositePeriod &before = periods[i - 1];
        if (before.limit == periods[i].limit && before.numberPhases == periods[i].numberPhases
            && before.minChargingRate == periods[i].minChargingRate && before.deciders == periods[i].deciders)
            failure_ = u"The period at %1 is like the one before."_s.arg(periods[i].startPeriod);
    }
}

void TestCompositeProperty::tryCase(int seed)
{
    Dice dice(static_cast<quint32>(seed));
    const Case asked = dice.made();
    const auto periods =
        charging::composite(asked.profiles, asked.connector, asked.from, asked.duration, asked.unit, asked.context)
            .periods;
    ++cases_;
    periods_ += periods.size();
    checkShape(periods, asked.duration);
    const ByHand byHand(asked);
    for (qsizetype i = 0; failure_.isEmpty() && i < periods.size(); ++i) {
        const int start = periods[i].startPeriod;
        const int end = i + 1 < periods.size() ? periods[i + 1].startPeriod : asked.duration;
        const auto moment = [&asked](int second) { return asked.from + std::chrono::seconds(second); };
        if (!dice.isLong())
            compareEachSecond(byHand, moment(start), moment(end), periods[i]);
        else
            for (const int second : {start, end - 1, dice.number(start, end - 1), dice.number(start, end - 1)})
                compare(byHand, moment(second), periods[i]);
    }
}

void TestCompositeProperty::agreesWithWhatIsWorkedOutByHand_data()
{
    constexpr int atOnce = 5000;
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    const int begin = numberFrom("SM_COMPOSITE_SEED", 1);
    const int end = begin + numberFrom("SM_COMPOSITE_CASES", 100'000);
    for (int first = begin; first < end; first += atOnce)
        QTest::addRow("from seed %d", first) << first << std::min(first + atOnce, end) - 1;
}

void TestCompositeProperty::agreesWithWhatIsWorkedOutByHand()
{
    QFETCH(int, first);
    QFETCH(int, last);
    for (int seed = first; seed <= last; ++seed) {
        tryCase(seed);
        QVERIFY2(failure_.isEmpty(), qPrintable(u"SM_COMPOSITE_SEED=%1: %2"_s.arg(seed).arg(failure_)));
    }
}

/// Dice that make nothing of interest would prove nothing.
void TestCompositeProperty::cleanupTestCase()
{
    qInfo("%lld cases, %lld periods, %lld moments", cases_, periods_, moments_);
    QVERIFY(periods_ > cases_);
}

QTEST_GUILESS_MAIN(TestCompositeProperty)
#include "tst_compositeproperty.moc"
