// SPDX-License-Identifier: GPL-3.0-or-later
// The page Overview: figures, sessions, first steps. What needs attention: tst_attention.cpp.
#include "store/idtags.h"
#include "store/metervalues.h"
#include "store/transactions.h"
#include "ui/overviewfixture.h"
#include "ui/samplebook.h"
#include "ui/widgets/figuretile.h"
#include "ui/widgets/section.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QLabel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using uitest::allText;

namespace {

const QChar nbsp = QChar::Nbsp;

enum Columns { State, Station, Connector, Person, Since, Energy, Power };

} // namespace

class TestOverviewPage : public QObject {
    Q_OBJECT

private slots:
    void init() { site_ = std::make_unique<uitest::Overview>(); }
    void cleanup() { site_.reset(); }
    void firstStartOffersTwoWays();
    void withoutAnEngineThereIsNoDemo();
    void figuresAndHeadline();
    void figuresLeadToTheirPages();
    void energyTodayCountsSinceMidnight();
    void energyTodayBearsAMeterThatBeganAnew();
    void chargingNowIsLive();
    void sessionThatIsOverIsNotShown();
    void doubleClickOpensTheStation();
    void calmSiteSaysSo();
    void unreadableDatabaseIsSaid();

private:
    ui::TableView &table() { return *site_->page->findChild<ui::TableView *>(); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    bool sectionSays(const QString &text);
    ui::FigureTile *tile(const QString &name) { return uitest::named<ui::FigureTile>(*site_->page, name); }
    QString figure(const QString &name) { return tile(name) ? tile(name)->accessibleDescription() : QString(); }

    std::unique_ptr<uitest::Overview> site_;
};

/// Beside the table of the sessions.
bool TestOverviewPage::sectionSays(const QString &text)
{
    for (const ui::Section *section : site_->page->findChildren<ui::Section *>()) {
        const QList<QLabel *> labels = section->findChildren<QLabel *>();
        if (section->isAncestorOf(&table())
            && std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; }))
            return true;
    }
    return false;
}

void TestOverviewPage::firstStartOffersTwoWays()
{
    ui::Backend backend = site_->store->backend();
    int demos = 0;
    backend.startDemo = [&demos] { ++demos; };
    site_->open(backend);
    QTRY_VERIFY(allText(*site_->page).contains(u"How do you want to begin?"_s));
    auto *address = uitest::named<QPushButton>(*site_->page, u"Copy the address to type into a charger"_s);
    QVERIFY(address);
    QCOMPARE(address->text(), u"ws://192.168.1.20:9000/ocpp/"_s);
    QSignalSpy links(site_->page.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*site_->page, u"Connect a charger"_s));
    QCOMPARE(links.takeFirst().first().value<ui::Target>().page, u"connect"_s);
    QVERIFY(uitest::press(*site_->page, u"Start the demo site"_s));
    QCOMPARE(demos, 1);
    QVERIFY(!uitest::named<QPushButton>(*site_->page, u"Starting…"_s)->isEnabled());
    site_->addStation(u"CP1"_s); // as the demo does
    QTRY_VERIFY(!allText(*site_->page).contains(u"How do you want to begin?"_s));
}

void TestOverviewPage::withoutAnEngineThereIsNoDemo()
{
    QTRY_VERIFY(uitest::named<QPushButton>(*site_->page, u"Start the demo site"_s));
    QVERIFY(!uitest::named<QPushButton>(*site_->page, u"Start the demo site"_s)->isEnabled());
    site_->write([](store::Database &db) { samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404); });
    QTRY_VERIFY(uitest::named<QPushButton>(*site_->page, u"See who knocks"_s));
}

void TestOverviewPage::figuresAndHeadline()
{
    site_->addStation(u"CP1"_s);
    site_->addStation(u"CP2"_s);
    site_->addStation(u"CP3"_s);
    site_->write([](store::Database &db) {
        samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s);
        samplesite::setLoad(db, u"CP1"_s, 1, 11000, 50);
        samplesite::setStatus(db, u"CP2"_s, 2, u"Charging"_s);
        samplesite::setLoad(db, u"CP2"_s, 2, 3400, 50);
        samplesite::setLoad(db, u"CP3"_s, 1, 9000, 50);
        samplesite::goOffline(db, u"CP3"_s, 10);
    });
    QTRY_VERIFY2(site_->page->headline().startsWith(u"2 of 3 online, 2 charging, 14.4%1kW, 1 "_s.arg(nbsp)),
                 qPrintable(site_->page->headline()));
    QCOMPARE(figure(u"Stations online"_s), u"2 of 3"_s);
    QVERIFY(figure(u"Charging now"_s).startsWith(u"2 of 4 connector"_s));
    QCOMPARE(figure(u"Power now"_s), u"14.4%1kW"_s.arg(nbsp)); // what an offline station measured last flows no more
    QCOMPARE(figure(u"Energy today"_s), u"0.00%1kWh"_s.arg(nbsp));
}

void TestOverviewPage::figuresLeadToTheirPages()
{
    site_->addStation(u"CP1"_s);
    QSignalSpy links(site_->page.get(), &ui::Page::linkActivated);
    QTRY_VERIFY(tile(u"Power now"_s));
    QVERIFY(uitest::press(*tile(u"Power now"_s)));
    QCOMPARE(links.takeFirst().first().value<ui::Target>().page, u"stations"_s);
    tile(u"Energy today"_s)->setFocus();
    QTest::keyClick(tile(u"Energy today"_s), Qt::Key_Space);
    const auto ofToday = links.takeFirst().first().value<ui::Target>();
    QCOMPARE(ofToday.page, u"transactions"_s);
    QCOMPARE(ofToday.part, u"today"_s);
    QVERIFY(uitest::press(*tile(u"Charging now"_s)));
    QCOMPARE(links.takeFirst().first().value<ui::Target>().part, u"charging"_s);
}

void TestOverviewPage::energyTodayCountsSinceMidnight()
{
    site_->addStation(u"CP1"_s);
    const ocpp::Timestamp midnight = ui::midnightBefore(store::now());
    site_->write([midnight](store::Database &db) {
        // One session from last evening until now: 4 kWh before midnight, 2 after.
        store::Transaction start;
        start.station = u"CP1"_s;
        start.connector = 1;
        start.idTag = u"T"_s;
        start.startedAt = start.startReceived = midnight - 3h;
        start.meterStartWh = 10'000;
        const qint64 id = store::Transactions(db).begin(start).transaction.id;
        const auto reading = [&](ocpp::Timestamp at, double wh) {
            store::MeterMessage message;
            message.station = u"CP1"_s;
            message.connector = 1;
            message.transactionId = id;
            message.received = at;
            ocpp::MeterValue value;
            value.timestamp = at;
            ocpp::SampledValue sample;
            sample.value = QString::number(wh);
            value.sampledValue.append(sample);
            message.values.append(value);
            store::MeterValues(db).add(message);
        };
        reading(midnight - 1h, 14'000);
        store::Stop stop;
        stop.station = u"CP1"_s;
        stop.transactionId = id;
        stop.meterStopWh = 16'000;
        stop.stoppedAt = stop.received = std::max(midnight, store::now() - 1s);
        store::Transactions(db).stop(stop);
    });
    QTRY_COMPARE(figure(u"Energy today"_s), u"2.00%1kWh"_s.arg(nbsp));
}

void TestOverviewPage::energyTodayBearsAMeterThatBeganAnew()
{
    site_->addStation(u"CP1"_s);
    const ocpp::Timestamp midnight = ui::midnightBefore(store::now());
    site_->write([midnight](store::Database &db) {
        // 3 kWh, then the meter begins at 0: 1 kWh more before midnight, 2 after.
        const qint64 id = samplebook::start(db, u"CP1"_s, 1, u"T"_s, midnight - 3h, 1'000'000);
        samplebook::measure(db, u"CP1"_s, 1, id, midnight - 2h, 1'003'000);
        samplebook::measure(db, u"CP1"_s, 1, id, midnight - 1h, 1'000);
        samplebook::stop(db, u"CP1"_s, id, std::max(midnight, store::now() - 1s), 3'000);
    });
    QTRY_COMPARE(figure(u"Energy today"_s), u"2.00%1kWh"_s.arg(nbsp));
}

void TestOverviewPage::chargingNowIsLive()
{
    QAbstractItemModelTester tester(table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    site_->addStation(u"CP1"_s);
    QTRY_VERIFY(allText(*site_->page).contains(u"No car is charging."_s));
    site_->write([](store::Database &db) {
        store::IdTag anna;
        anna.tag = u"A1"_s;
        anna.name = u"Anna"_s;
        store::IdTags(db).save(anna);
        samplesite::addSession(db, u"CP1"_s, 2, u"A1"_s, 20, 1'210'910);
        samplesite::setStatus(db, u"CP1"_s, 2, u"Charging"_s);
    });
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QCOMPARE(cell(0, Energy), QString()); // nothing was measured yet
    site_->write([](store::Database &db) {
        samplesite::setLoad(db, u"CP1"_s, 2, 7360, 50); // its register stands at 1,214.91 kWh
    });
    QTRY_COMPARE(cell(0, Power), u"7.4%1kW"_s.arg(nbsp));
    QCOMPARE(cell(0, State), u"Charging"_s);
    QCOMPARE(cell(0, Station), u"CP1"_s);
    QCOMPARE(cell(0, Connector), u"2"_s);
    QCOMPARE(cell(0, Person), u"Anna"_s);
    QCOMPARE(cell(0, Since), u"20\u00a0min ago"_s);
    QCOMPARE(cell(0, Energy), u"4.00%1kWh"_s.arg(nbsp));
    site_->write([](store::Database &db) {
        samplesite::setStatus(db, u"CP1"_s, 2, u"SuspendedEV"_s);
        samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s);
    });
    QTRY_COMPARE(table().model()->rowCount(), 2);
    QTRY_VERIFY(cell(0, State) + cell(1, State) == u"Paused by carCharging"_s
                || cell(0, State) + cell(1, State) == u"ChargingPaused by car"_s);
    QCOMPARE(cell(0, Person).size() + cell(1, Person).size(), u"Anna"_s.size() + u"no session"_s.size());
    QVERIFY(sectionSays(u"1"_s)); // sessions, not connectors
    site_->write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 0); });
    QTRY_COMPARE(table().model()->rowCount(), 0);
}

void TestOverviewPage::sessionThatIsOverIsNotShown()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s);
        samplesite::addSession(db, u"CP1"_s, 1, u"T"_s, 20);
    });
    QTRY_COMPARE(table().model()->rowCount(), 1);
    site_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 1, u"Available"_s); }); // its end is to come
    QTRY_COMPARE(table().model()->rowCount(), 0);
    QVERIFY(site_->page->findChildren<ui::AttentionRow *>().isEmpty());
}

void TestOverviewPage::doubleClickOpensTheStation()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s); });
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QSignalSpy links(site_->page.get(), &ui::Page::linkActivated);
    QTRY_VERIFY(table().isVisible() && !table().visualRect(table().model()->index(0, Station)).isEmpty());
    const QPoint place = table().visualRect(table().model()->index(0, Station)).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, place);
    QVERIFY(links.count() >= 1);
    QCOMPARE(links.first().first().value<ui::Target>().station, u"CP1"_s);
}

void TestOverviewPage::calmSiteSaysSo()
{
    site_->addStation(u"CP1"_s);
    QTRY_COMPARE(site_->page->headline(), u"1 of 1 online, all is well"_s);
    QVERIFY(allText(*site_->page).contains(u"Nothing needs you."_s));
    QVERIFY(site_->page->findChildren<ui::AttentionRow *>().isEmpty());
}

void TestOverviewPage::unreadableDatabaseIsSaid()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        db.run(u"ALTER TABLE stations RENAME TO hidden"_s);
        db.noteChange(store::Table::Stations, u"CP1"_s);
    });
    QTRY_VERIFY(allText(*site_->page).contains(u"The site cannot be read"_s));
    site_->write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO stations"_s); });
    QVERIFY(uitest::press(*site_->page, u"Try again"_s));
    QTRY_VERIFY(tile(u"Power now"_s));
}

UI_TEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
