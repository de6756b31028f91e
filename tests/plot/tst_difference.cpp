// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/difference.h"
#include "plot/samplepicture.h"

#include <QTest>

using namespace sample;
using namespace std::chrono_literals;
using plot::Cause;
using plot::Source;

namespace {

using Hours = QList<std::optional<double>>;
constexpr auto A = ocpp::ChargingRateUnitType::A;

QList<plot::Difference> between(const Hours &computed, Source source, const Hours &other)
{
    return plot::differencesBetween(line(Source::Computed, computed), line(source, other), A);
}

} // namespace

class tst_Difference : public QObject {
    Q_OBJECT
private slots:
    void limits_data();
    void limits();
    void tellsWhen();
    void ofDifferentExtent();
    void ofWatts();
    void ofHours();
    void ofTheMeter();
    void shortMomentsOfTheMeter();
    void valueAt();
};

void tst_Difference::limits_data()
{
    QTest::addColumn<Hours>("computed");
    QTest::addColumn<Hours>("reported");
    QTest::addColumn<QList<int>>("causes");
    const int less = int(Cause::StationAllowsLess);
    const int more = int(Cause::StationAllowsMore);
    QTest::newRow("same") << Hours{16, 10} << Hours{16, 10} << QList<int>();
    QTest::newRow("rounded") << Hours{8.695} << Hours{8.7} << QList<int>();
    QTest::newRow("one per cent") << Hours{100} << Hours{99.2} << QList<int>();
    QTest::newRow("less") << Hours{16, 16} << Hours{16, 10} << QList{less};
    QTest::newRow("more") << Hours{16, 10} << Hours{16, 16} << QList{more};
    QTest::newRow("both") << Hours{16, 10, 9} << Hours{10, 16, 9} << QList{less, more};
    QTest::newRow("no limit at the station") << Hours{16} << Hours{std::nullopt} << QList{more};
    QTest::newRow("a limit of its own") << Hours{std::nullopt} << Hours{32} << QList{less};
    QTest::newRow("no limits") << Hours{std::nullopt} << Hours{std::nullopt} << QList<int>();
    QTest::newRow("zero") << Hours{0} << Hours{0} << QList<int>();
    QTest::newRow("nothing") << Hours{} << Hours{16} << QList<int>();
}

void tst_Difference::limits()
{
    QFETCH(Hours, computed);
    QFETCH(Hours, reported);
    QList<int> causes;
    for (const plot::Difference &difference : between(computed, Source::Reported, reported))
        causes.append(int(difference.cause));
    QTEST(causes, "causes");
}

void tst_Difference::tellsWhen()
{
    const auto found = between({16, 16, 16, 10}, Source::Reported, {16, 10, 10, 10});
    QCOMPARE(found.size(), 1); // two hours of the same cause are one
    QCOMPARE(found.first(), (plot::Difference{at(u"2026-11-23T13:00:00Z"), at(u"2026-11-23T15:00:00Z"),
                                              Source::Computed, Source::Reported, Cause::StationAllowsLess}));
    const auto wish = between({16}, Source::Desired, {10});
    QCOMPARE(wish.first().cause, Cause::WouldBeLess);
    QCOMPARE(between({16}, Source::Desired, {20}).first().cause, Cause::WouldBeMore);
}

void tst_Difference::ofDifferentExtent()
{
    const auto computed = line(Source::Computed, {16, 16, 16, 16});
    const auto reported = line(Source::Reported, {10, 10, 10, 10}, at(u"2026-11-23T14:30:00Z"));
    const auto found = plot::differencesBetween(computed, reported, A);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().from, at(u"2026-11-23T14:30:00Z"));
    QCOMPARE(found.first().to, at(u"2026-11-23T16:00:00Z"));
}

void tst_Difference::ofWatts()
{
    constexpr auto W = ocpp::ChargingRateUnitType::W;
    const auto computed = line(Source::Computed, {11040});
    QVERIFY(plot::differencesBetween(computed, line(Source::Reported, {11000}), W).isEmpty());
    QCOMPARE(plot::differencesBetween(computed, line(Source::Reported, {7360}), W).size(), 1);
}

void tst_Difference::ofHours()
{
    const Hours day{16, 16, 10, 10, 10, 20, 20, 6};
    const Hours late{16, 16, 16, 10, 10, 10, 20, 20};
    const Hours early{16, 10, 10, 10, 20, 20, 6, 6};
    const auto oneLate = between(day, Source::Reported, late);
    QVERIFY(!oneLate.isEmpty());
    for (const plot::Difference &difference : oneLate)
        QCOMPARE(difference.cause, Cause::HourOff);
    QCOMPARE(between(day, Source::Reported, early).first().cause, Cause::HourOff);
    // A level that is nowhere else is no matter of clocks, nor is a limit throughout.
    const Hours cut{8, 8, 8, 8, 8, 8, 8, 6};
    QCOMPARE(between(day, Source::Reported, cut).first().cause, Cause::StationAllowsLess);
    QCOMPARE(between({16, 16, 16}, Source::Reported, {10, 10, 10}).first().cause, Cause::StationAllowsLess);
}

void tst_Difference::ofTheMeter()
{
    QVERIFY(between({16, 16}, Source::Measured, {15.8, 16.3}).isEmpty());
    QCOMPARE(between({16, 16}, Source::Measured, {15.8, 20}).first().cause, Cause::TakesMore);
    QCOMPARE(between({16, 16}, Source::Measured, {15.8, 6}).first().cause, Cause::TakesLess);
    QVERIFY(between({16, 16}, Source::Measured, {0, 0.05}).isEmpty()); // no car, or a full one
    QVERIFY(between({16, 16}, Source::Measured, {std::nullopt, std::nullopt}).isEmpty());
    QVERIFY(between({std::nullopt}, Source::Measured, {32}).isEmpty());
    QCOMPARE(between({0}, Source::Measured, {10}).first().cause, Cause::TakesMore);
}

void tst_Difference::shortMomentsOfTheMeter()
{
    const auto computed = line(Source::Computed, {16, 6});
    plot::Line measured = line(Source::Measured, {16, 16});
    measured.points[1].time += 1min; // it follows a minute late
    measured.points[1].value = 6;
    QVERIFY(plot::differencesBetween(computed, measured, A).isEmpty());
    measured.points[1].time += 9min;
    QCOMPARE(plot::differencesBetween(computed, measured, A).size(), 1);
}

void tst_Difference::valueAt()
{
    const auto drawn = line(Source::Computed, {16, std::nullopt, 8});
    QCOMPARE(drawn.valueAt(at(u"2026-11-23T11:59:59Z")), std::nullopt);
    QCOMPARE(drawn.valueAt(at(u"2026-11-23T12:00:00Z")), 16.0);
    QCOMPARE(drawn.valueAt(at(u"2026-11-23T12:59:59Z")), 16.0);
    QCOMPARE(drawn.valueAt(at(u"2026-11-23T13:00:00Z")), std::nullopt);
    QCOMPARE(drawn.valueAt(at(u"2026-11-23T14:00:00Z")), 8.0);
    QCOMPARE(drawn.valueAt(at(u"2026-11-23T15:00:00Z")), std::nullopt);
}

QTEST_GUILESS_MAIN(tst_Difference)
#include "tst_difference.moc"
