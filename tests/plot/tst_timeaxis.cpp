// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/samplepicture.h"
#include "plot/timeaxis.h"

#include <QTest>

using namespace sample;

namespace {

QStringList texts(const QList<ocpp::Timestamp> &times, const QTimeZone &zone, const QString &format)
{
    QStringList list;
    for (const ocpp::Timestamp time : times)
        list.append(plot::localTime(time, zone).toString(format));
    return list;
}

const QTimeZone berlin("Europe/Berlin");

} // namespace

class tst_TimeAxis : public QObject {
    Q_OBJECT
private slots:
    void ticks_data();
    void ticks();
    void bounds();
    void shortDays();
    void days();
    void niceSteps();
};

void tst_TimeAxis::ticks_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a day") << "2026-11-22T23:00:00Z"
                           << "2026-11-23T23:00:00Z" << 8
                           << "00:00 03:00 06:00 09:00 12:00 "
                              "15:00 18:00 21:00 00:00";
    QTest::newRow("odd begin") << "2026-11-23T10:07:31Z"
                               << "2026-11-23T12:20:00Z" << 5 << "11:30 12:00 12:30 13:00";
    // The clock is put forward at 2:00 and back at 3:00.
    QTest::newRow("23 hours") << "2026-03-28T23:00:00Z"
                              << "2026-03-29T06:00:00Z" << 12 << "00:00 01:00 03:00 04:00 05:00 06:00 07:00 08:00";
    QTest::newRow("23 hours, coarse") << "2026-03-28T23:00:00Z"
                                      << "2026-03-29T22:00:00Z" << 12
                                      << "00:00 04:00 06:00 08:00 10:00 12:00 14:00 16:00 18:00 20:00 22:00 00:00";
    QTest::newRow("25 hours") << "2026-10-24T22:00:00Z"
                              << "2026-10-25T04:00:00Z" << 12
                              << "00:00 00:30 01:00 01:30 02:00 02:30 02:00 02:30 03:00 03:30 04:00 04:30 05:00";
    QTest::newRow("25 hours, coarse")
        << "2026-10-24T22:00:00Z"
        << "2026-10-25T23:00:00Z" << 13
        << "00:00 02:00 04:00 06:00 08:00 10:00 12:00 14:00 16:00 18:00 20:00 22:00 00:00";
    QTest::newRow("seconds") << "2026-11-23T10:00:00Z"
                             << "2026-11-23T10:00:20Z" << 4 << "11:00 11:00 11:00 11:00 11:00";
}

void tst_TimeAxis::ticks()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, most);
    const auto ticks = plot::timeTicks(at(from), at(to), most, berlin);
    QTEST(texts(ticks, berlin, u"hh:mm"_s).join(u' '), "expected");
}

void tst_TimeAxis::bounds()
{
    const auto from = at(u"2026-11-23T12:00:00Z");
    QVERIFY(plot::timeTicks(from, from, 5, berlin).isEmpty());
    QVERIFY(plot::timeTicks(from, from + std::chrono::hours(1), 0, berlin).isEmpty());
    for (const int hours : {1, 7, 24, 100, 24 * 365, 24 * 3660}) {
        const auto ticks = plot::timeTicks(from, from + std::chrono::hours(hours), 10, berlin);
        QVERIFY2(ticks.size() >= 2 && ticks.size() <= 13, qPrintable(u"%1 h: %2"_s.arg(hours).arg(ticks.size())));
        QVERIFY(std::ranges::is_sorted(ticks));
    }
}

void tst_TimeAxis::shortDays()
{
    // In Beirut the day of the change begins at 1:00.
    const QTimeZone beirut("Asia/Beirut");
    const auto days = plot::dayBoundaries(at(u"2026-03-28T10:00:00Z"), at(u"2026-03-30T10:00:00Z"), beirut);
    QCOMPARE(texts(days, beirut, u"d hh:mm"_s), (QStringList{u"29 01:00"_s, u"30 00:00"_s}));
}

void tst_TimeAxis::days()
{
    const auto spring = plot::dayBoundaries(at(u"2026-03-28T12:00:00Z"), at(u"2026-03-30T12:00:00Z"), berlin);
    QCOMPARE(spring.size(), 2);
    QCOMPARE(spring.at(1) - spring.at(0), std::chrono::hours(23));
    const auto autumn = plot::dayBoundaries(at(u"2026-10-24T12:00:00Z"), at(u"2026-10-26T12:00:00Z"), berlin);
    QCOMPARE(autumn.at(1) - autumn.at(0), std::chrono::hours(25));
    // The day that begins with the first moment has its boundary there already.
    QVERIFY(plot::dayBoundaries(at(u"2026-11-22T23:00:00Z"), at(u"2026-11-23T23:00:00Z"), berlin).isEmpty());
}

void tst_TimeAxis::niceSteps()
{
    QCOMPARE(plot::niceStep(16), 5.0);
    QCOMPARE(plot::niceStep(32), 10.0);
    QCOMPARE(plot::niceStep(11.04), 5.0);
    QCOMPARE(plot::niceStep(0.8), 0.2);
    QVERIFY(plot::niceStep(0) > 0);
}

QTEST_GUILESS_MAIN(tst_TimeAxis)
#include "tst_timeaxis.moc"
