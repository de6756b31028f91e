// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/energy.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace store;

namespace {

/// Minutes after the start, and the register.
struct At {
    int minute;
    double wh;
};

RegisterReading reading(At at)
{
    constexpr ocpp::Timestamp start{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};
    return {start + std::chrono::minutes(at.minute), at.wh};
}

QList<RegisterReading> readings(const QList<At> &points)
{
    QList<RegisterReading> list;
    for (const At &point : points)
        list.append(reading(point));
    return list;
}

} // namespace

/// Behaviour 10: what the stations of this world make of a simple register.
class TestEnergy : public QObject {
    Q_OBJECT
private slots:
    void stopped_data();
    void stopped();
    void setBack_data();
    void setBack();
    void lost_data();
    void lost();
    void open_data();
    void open();
};

void TestEnergy::stopped_data()
{
    QTest::addColumn<double>("start");
    QTest::addColumn<QList<At>>("between");
    QTest::addColumn<At>("stop");
    QTest::addColumn<Energy>("energy");

    const auto row = [](const char *name, double start, const QList<At> &between, At stop, const Energy &energy) {
        QTest::newRow(name) << start << between << stop << energy;
    };
    const QString stop = u"meterStop"_s;
    const QString run = u"run"_s;
    const QString last = u"lastReading"_s;

    row("no readings", 1'000'000, {}, {60, 1'007'000}, {7000, stop, {}});
    row("with readings", 1'000'000, {{15, 1'002'000}, {30, 1'004'000}}, {60, 1'007'000}, {7000, stop, {}});
    row("nothing charged", 1'000'000, {{15, 1'000'000}}, {60, 1'000'000}, {0, stop, {}});
    row("register per session", 0, {{15, 2000}, {30, 4000}}, {60, 7000}, {7000, stop, {}});
    row("two sessions' time apart in one second", 500, {}, {0, 500}, {0, stop, {}});
    row("readings rounded to 0.1 kWh", 1'000'020, {{15, 1'002'000}, {30, 1'004'000}}, {45, 1'003'960},
        {3940, stop, {}});
    row("a reading rounded up", 1000, {{15, 1100}}, {30, 1080}, {80, stop, {}});
    row("a reading rounded up, nothing charged", 1040, {{15, 1100}}, {30, 1040}, {0, stop, {}});
    row("first reading rounded down", 1'000'040, {{1, 1'000'000}, {15, 1'002'000}}, {30, 1'004'040},
        {4000, stop, {}});

    row("reset at boot", 1000, {{15, 2000}, {30, 3000}, {45, 500}}, {60, 1000},
        {3000, run, {u"registerReset"_s}});
    row("reset to 0 at boot", 1000, {{15, 3000}, {30, 0}, {45, 400}}, {60, 900}, {2900, run, {u"registerReset"_s}});
    row("reset, then past the old level", 1000, {{15, 2000}, {30, 0}, {45, 1000}, {60, 2500}}, {75, 3000},
        {4000, run, {u"registerReset"_s, u"doubtful"_s}});
    row("reset twice", 1000, {{15, 3000}, {30, 500}, {45, 1500}, {60, 200}}, {75, 300},
        {3800, run, {u"registerReset"_s}});
    row("stop counts the session only", 1'000'000, {}, {60, 7000}, {7000, run, {u"registerReset"_s}});
    row("another meter", 9'000'000, {}, {1, 5'000'000}, {0, run, {u"registerReset"_s, u"doubtful"_s}});

    row("false 0 as start", 0, {{1, 1'234'000}, {30, 1'236'000}}, {60, 1'238'000}, {4000, run, {u"falseZero"_s}});
    row("two false 0", 0, {{1, 0}, {2, 1'234'000}}, {60, 1'238'000}, {4000, run, {u"falseZero"_s}});
    row("false 0 as start, nothing else", 0, {}, {60, 12'345'000}, {0, run, {u"falseZero"_s, u"doubtful"_s}});
    row("first reading a false 0", 1'234'000, {{1, 0}, {15, 1'235'000}}, {60, 1'238'000},
        {4000, stop, {u"falseZero"_s}});
    row("false 0 between", 1'234'000, {{15, 1'235'000}, {30, 0}, {45, 1'237'000}}, {60, 1'238'000},
        {4000, stop, {u"falseZero"_s}});
    row("false 0 between small readings", 4000, {{15, 4900}, {30, 0}, {45, 5000}}, {60, 5500},
        {1500, stop, {u"falseZero"_s}});
    row("false 0 as stop", 1'234'000, {{15, 1'235'000}, {30, 1'236'000}}, {60, 0},
        {2000, last, {u"falseZero"_s, u"doubtful"_s}});
    row("false 0 as stop, nothing else", 1'234'000, {}, {60, 0},
        {0, u"meterStart"_s, {u"falseZero"_s, u"doubtful"_s}});
    row("readings count the session only", 1'234'000, {{15, 1000}, {30, 2000}, {45, 3000}}, {60, 1'238'000},
        {4000, stop, {u"outlier"_s}});

    row("a leap and back", 1'000'000, {{15, 1'002'000}, {30, 99'000'000}, {45, 1'006'000}}, {60, 1'007'000},
        {7000, stop, {u"outlier"_s}});
    row("a leap that stays", 1'000'000, {{15, 1'002'000}, {30, 99'000'000}, {45, 99'002'000}}, {60, 99'003'000},
        {5000, run, {u"doubtful"_s}});
    row("a stop that leaps", 1'000'000, {{15, 1'002'000}}, {16, 99'000'000}, {2000, run, {u"doubtful"_s}});

    row("readings before and after do not count", 1'000'000, {{-15, 10}, {15, 1'002'000}, {90, 5'000'000}},
        {60, 1'007'000}, {7000, stop, {}});
}

void TestEnergy::stopped()
{
    QFETCH(double, start);
    QFETCH(QList<At>, between);
    QFETCH(At, stop);
    QFETCH(Energy, energy);
    EnergyEvidence evidence;
    evidence.start = reading({0, start});
    evidence.readings = readings(between);
    evidence.stop = reading(stop);
    evidence.over = true;
    const Energy derived = deriveEnergy(evidence);
    QCOMPARE(derived.wh, energy.wh);
    QCOMPARE(derived.source, energy.source);
    QCOMPARE(derived.flags, energy.flags);
}

/// The station's clock was corrected during the session: it stops before it starts.
void TestEnergy::setBack_data()
{
    QTest::addColumn<double>("start");
    QTest::addColumn<QList<At>>("between");
    QTest::addColumn<At>("stop");
    QTest::addColumn<int>("lasted"); // minutes, by our clock
    QTest::addColumn<Energy>("energy");

    const auto row = [](const char *name, double start, const QList<At> &between, At stop, int lasted,
                        const Energy &energy) { QTest::newRow(name) << start << between << stop << lasted << energy; };
    const QString stop = u"meterStop"_s;
    const QString run = u"run"_s;
    row("no readings", 1000, {}, {-30, 21'000}, 90, {20'000, stop, {}});
    row("long", 1000, {}, {-30, 701'000}, 120, {700'000, stop, {}});
    row("the start waited in the queue", 1000, {}, {-30, 21'000}, 1, {20'000, stop, {u"doubtful"_s}});
    row("readings in no order", 1000, {{-75, 11'000}, {-60, 16'000}, {15, 6000}}, {-30, 21'000}, 60,
        {20'000, stop, {}});
    row("a stop that leaps", 1000, {{15, 6000}}, {-30, 99'000'000}, 60, {5000, run, {u"doubtful"_s}});
    row("reset at boot", 5000, {{15, 8000}}, {-30, 1000}, 60, {4000, run, {u"registerReset"_s}});
}

void TestEnergy::setBack()
{
    QFETCH(double, start);
    QFETCH(QList<At>, between);
    QFETCH(At, stop);
    QFETCH(int, lasted);
    QFETCH(Energy, energy);
    EnergyEvidence evidence;
    evidence.start = reading({0, start});
    evidence.readings = readings(between);
    evidence.stop = reading(stop);
    evidence.lasted = std::chrono::minutes(lasted);
    evidence.over = true;
    const Energy derived = deriveEnergy(evidence);
    QCOMPARE(derived.wh, energy.wh);
    QCOMPARE(derived.source, energy.source);
    QCOMPARE(derived.flags, energy.flags);
}

void TestEnergy::lost_data()
{
    QTest::addColumn<double>("start");
    QTest::addColumn<QList<At>>("between");
    QTest::addColumn<double>("next");
    QTest::addColumn<Energy>("energy");

    const auto row = [](const char *name, double start, const QList<At> &between, double next, const Energy &energy) {
        QTest::newRow(name) << start << between << next << energy;
    };
    const double none = -1;
    row("last good reading", 1'000'000, {{15, 1'002'000}, {30, 1'004'000}}, 1'009'000,
        {4000, u"lastReading"_s, {u"lostStop"_s}});
    row("last good reading before a false 0", 1'000'000, {{15, 1'002'000}, {30, 0}}, 1'009'000,
        {2000, u"lastReading"_s, {u"falseZero"_s, u"lostStop"_s}});
    row("next session's start", 1'000'000, {}, 1'009'000, {9000, u"nextMeterStart"_s, {u"lostStop"_s}});
    row("next session's start after a reset", 1'000'000, {}, 0,
        {0, u"meterStart"_s, {u"lostStop"_s, u"doubtful"_s}});
    row("next session's start is another meter's", 1'000'000, {}, 999'000'000,
        {0, u"meterStart"_s, {u"lostStop"_s, u"doubtful"_s}});
    row("nothing", 1'000'000, {}, none, {0, u"meterStart"_s, {u"lostStop"_s}});
    row("readings and no next", 1'000'000, {{15, 1'002'000}}, none, {2000, u"lastReading"_s, {u"lostStop"_s}});
}

void TestEnergy::lost()
{
    QFETCH(double, start);
    QFETCH(QList<At>, between);
    QFETCH(double, next);
    QFETCH(Energy, energy);
    EnergyEvidence evidence;
    evidence.start = reading({0, start});
    evidence.readings = readings(between);
    evidence.over = true;
    if (next >= 0)
        evidence.nextStart = reading({120, next});
    const Energy derived = deriveEnergy(evidence);
    QCOMPARE(derived.wh, energy.wh);
    QCOMPARE(derived.source, energy.source);
    QCOMPARE(derived.flags, energy.flags);
}

void TestEnergy::open_data()
{
    QTest::addColumn<QList<At>>("between");
    QTest::addColumn<Energy>("energy");
    QTest::newRow("nothing yet") << QList<At>{} << Energy{std::nullopt, {}, {}};
    QTest::newRow("nothing but a false 0") << QList<At>{{15, 0}} << Energy{std::nullopt, {}, {u"falseZero"_s}};
    QTest::newRow("nothing charged yet") << QList<At>{{15, 1'000'000}} << Energy{0, u"soFar"_s, {}};
    QTest::newRow("charging") << QList<At>{{15, 1'002'000}, {30, 1'004'000}} << Energy{4000, u"soFar"_s, {}};
    QTest::newRow("false 0 now") << QList<At>{{15, 1'002'000}, {30, 0}}
                                 << Energy{2000, u"soFar"_s, {u"falseZero"_s}};
}

void TestEnergy::open()
{
    QFETCH(QList<At>, between);
    QFETCH(Energy, energy);
    EnergyEvidence evidence;
    evidence.start = reading({0, 1'000'000});
    evidence.readings = readings(between);
    const Energy derived = deriveEnergy(evidence);
    QCOMPARE(derived.wh, energy.wh);
    QCOMPARE(derived.source, energy.source);
    QCOMPARE(derived.flags, energy.flags);
}

QTEST_APPLESS_MAIN(TestEnergy)
#include "tst_energy.moc"
