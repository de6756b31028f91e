// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/alertbook.h"
#include "ui/desktop/alertsender.h"
#include "ui/uifixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using ui::Alert;
using ui::AlertBook;
using ui::SitePulse;

namespace {

const ocpp::Timestamp start{1'800'000'000s};

SitePulse absent(const QList<SitePulse::Absent> &stations)
{
    return {.absent = stations};
}

SitePulse faulted(const QList<SitePulse::Fault> &faults)
{
    return {.faults = faults};
}

} // namespace

/// When a message on the desktop is due; all times are given, nothing waits.
class TestAlertBook : public QObject {
    Q_OBJECT

private slots:
    void shortAbsenceIsNoNews();
    void longAbsenceIsToldOnce();
    void afterTheStartStationsHaveTimeToComeBack();
    void whoWasGoneForLongIsNoNews();
    void faultIsToldAtOnceAndOnce();
    void faultsAtTheStartStandOnTheOverview();
    void manyShareOneMessage();
    void messagesKeepTheirDistance();
    void flappingIsToldAgainOnlyAfterAWhile();
    void lastingForHoursIsToldOnce();
    void anotherCodeIsNews();
    void wordsOfOneStation();
    void countsAreInTheLocale();
    void wordsOfSeveralStations();
};

void TestAlertBook::shortAbsenceIsNoNews()
{
    AlertBook book(start);
    QVERIFY(book.look({}, start).isEmpty());
    const ocpp::Timestamp gone = start + 1h;
    QVERIFY(book.look(absent({{u"CP01"_s, gone}}), gone + 1s).isEmpty());
    QCOMPARE(book.nextLook(), gone + 3min);
    QVERIFY(book.look({}, gone + 2min).isEmpty());
    QVERIFY(!book.nextLook());
}

void TestAlertBook::longAbsenceIsToldOnce()
{
    AlertBook book(start);
    book.look({}, start);
    const SitePulse gone = absent({{u"CP01"_s, start + 1h}});
    const QList<Alert> alerts = book.look(gone, start + 1h + 3min);
    QCOMPARE(alerts.size(), 1);
    QCOMPARE(alerts.first().kind, Alert::Kind::Offline);
    QCOMPARE(alerts.first().stations, QStringList{u"CP01"_s});
    QVERIFY(book.look(gone, start + 1h + 4min).isEmpty());
    QVERIFY(book.look(gone, start + 2h).isEmpty());
    QVERIFY(!book.nextLook());
}

void TestAlertBook::afterTheStartStationsHaveTimeToComeBack()
{
    AlertBook book(start);
    const SitePulse gone = absent({{u"CP01"_s, start - 1h}, {u"CP02"_s, start - 5min}});
    QVERIFY(book.look(gone, start).isEmpty());
    QCOMPARE(book.nextLook(), start + 3min);
    QCOMPARE(book.look(absent({{u"CP02"_s, start - 5min}}), start + 3min).first().stations, QStringList{u"CP02"_s});
}

void TestAlertBook::whoWasGoneForLongIsNoNews()
{
    AlertBook book(start);
    const SitePulse gone = absent({{u"CP01"_s, start - 13h}});
    QVERIFY(book.look(gone, start).isEmpty());
    QVERIFY(book.look(gone, start + 1h).isEmpty());
    QVERIFY(!book.nextLook());
}

void TestAlertBook::faultIsToldAtOnceAndOnce()
{
    AlertBook book(start);
    book.look({}, start);
    const SitePulse fault = faulted({{u"CP01"_s, 2, u"GroundFailure"_s}});
    const QList<Alert> alerts = book.look(fault, start + 1min);
    QCOMPARE(alerts.size(), 1);
    QCOMPARE(alerts.first().kind, Alert::Kind::Fault);
    QCOMPARE(alerts.first().faults, fault.faults);
    QVERIFY(book.look(fault, start + 10min).isEmpty());
}

void TestAlertBook::faultsAtTheStartStandOnTheOverview()
{
    AlertBook book(start);
    const SitePulse fault = faulted({{u"CP01"_s, 2, u"GroundFailure"_s}});
    QVERIFY(book.look(fault, start).isEmpty());
    QVERIFY(book.look(fault, start + 10min).isEmpty());
}

void TestAlertBook::manyShareOneMessage()
{
    AlertBook book(start);
    book.look({}, start);
    SitePulse pulse = faulted({{u"CP07"_s, 1, u"OverVoltage"_s}, {u"CP07"_s, 2, u"OverVoltage"_s}});
    for (int i = 0; i < 200; ++i)
        pulse.absent.append({u"CP%1"_s.arg(100 + i), start + 1h});
    const QList<Alert> alerts = book.look(pulse, start + 2h);
    QCOMPARE(alerts.size(), 2);
    QCOMPARE(alerts.at(0).stations, QStringList{u"CP07"_s});
    QCOMPARE(alerts.at(0).faults.size(), 2);
    QCOMPARE(alerts.at(1).stations.size(), 200);
}

void TestAlertBook::messagesKeepTheirDistance()
{
    AlertBook book(start);
    book.look({}, start);
    SitePulse pulse = faulted({{u"CP01"_s, 1, u"OverVoltage"_s}});
    QCOMPARE(book.look(pulse, start + 10s).size(), 1);
    pulse.faults.append({u"CP02"_s, 1, u"OverVoltage"_s});
    QVERIFY(book.look(pulse, start + 20s).isEmpty());
    QCOMPARE(book.nextLook(), start + 70s);
    pulse.faults.append({u"CP03"_s, 1, u"OverVoltage"_s});
    QVERIFY(book.look(pulse, start + 30s).isEmpty());
    const QStringList both{u"CP02"_s, u"CP03"_s};
    QCOMPARE(book.look(pulse, start + 70s).first().stations, both);
}

void TestAlertBook::flappingIsToldAgainOnlyAfterAWhile()
{
    AlertBook book(start);
    book.look({}, start);
    const SitePulse fault = faulted({{u"CP01"_s, 1, u"WeakSignal"_s}});
    QCOMPARE(book.look(fault, start + 1min).size(), 1);
    for (int minute = 2; minute < 40; minute += 2) {
        QVERIFY(book.look({}, start + std::chrono::minutes(minute)).isEmpty());
        QVERIFY(book.look(fault, start + std::chrono::minutes(minute + 1)).isEmpty());
    }
    QVERIFY(book.look({}, start + 41min).isEmpty());
    QCOMPARE(book.look(fault, start + 71min).size(), 1);
}

void TestAlertBook::lastingForHoursIsToldOnce()
{
    AlertBook book(start);
    book.look({}, start);
    const SitePulse fault = faulted({{u"CP01"_s, 1, u"WeakSignal"_s}});
    QCOMPARE(book.look(fault, start + 1min).size(), 1);
    QVERIFY(book.look(fault, start + 5h).isEmpty());
}

void TestAlertBook::anotherCodeIsNews()
{
    AlertBook book(start);
    book.look({}, start);
    QCOMPARE(book.look(faulted({{u"CP01"_s, 1, u"WeakSignal"_s}}), start + 1min).size(), 1);
    QCOMPARE(book.look(faulted({{u"CP01"_s, 1, u"GroundFailure"_s}}), start + 3min).size(), 1);
}

void TestAlertBook::wordsOfOneStation()
{
    const auto offline = ui::messageFor({.kind = Alert::Kind::Offline, .stations = {u"CP01"_s}});
    QCOMPARE(offline.title, u"CP01 is offline"_s);
    QCOMPARE(offline.station, u"CP01"_s);
    QVERIFY(!offline.urgent);
    const auto fault = ui::messageFor(
        {.kind = Alert::Kind::Fault, .stations = {u"CP01"_s}, .faults = {{u"CP01"_s, 2, u"GroundFailure"_s}}});
    QCOMPARE(fault.title, u"CP01, connector 2 is out of order"_s);
    QVERIFY2(fault.text.startsWith(u"Current leaks to earth. Unplug"_s), qPrintable(fault.text));
    QVERIFY(fault.urgent);
    const QString odd = u"Bay %2"_s; // no place for the number
    const auto oddFault =
        ui::messageFor({.kind = Alert::Kind::Fault, .stations = {odd}, .faults = {{odd, 3, u"GroundFailure"_s}}});
    QCOMPARE(oddFault.title, u"Bay %2, connector 3 is out of order"_s);
}

void TestAlertBook::countsAreInTheLocale()
{
    SitePulse pulse;
    pulse.stations = 2000;
    pulse.online = 1999;
    QCOMPARE(ui::pulseText(pulse), u"1,999 of 2,000 online"_s);
}

void TestAlertBook::wordsOfSeveralStations()
{
    const QStringList stations{u"CP01"_s, u"CP02"_s, u"CP03"_s, u"CP04"_s, u"CP05"_s, u"CP06"_s};
    const auto offline = ui::messageFor({.kind = Alert::Kind::Offline, .stations = stations});
    QCOMPARE(offline.title, u"6 stations are offline"_s);
    QVERIFY2(offline.text.startsWith(u"CP01, CP02, CP03, CP04 and 2 more."_s), qPrintable(offline.text));
    QVERIFY(offline.station.isEmpty());
}

UI_TEST_MAIN(TestAlertBook)
#include "tst_alertbook.moc"
