// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"
#include "store/clock.h"
#include "store/commands.h"
#include "store/configuration.h"
#include "store/idtags.h"
#include "store/metervalues.h"
#include "store/stations.h"
#include "store/transactions.h"
#include "ui/pages/overview/attentionlist.h"
#include "ui/pages/overview/attentionrow.h"
#include "ui/pages/overview/attentionwords.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/figuretile.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Kind = ui::AttentionItem::Kind;

namespace {

const QChar nbsp = QChar::Nbsp;

enum Columns { State, Station, Connector, Person, Since, Energy, Power };

QString allText(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->accessibleName().isEmpty() ? label->text() : label->accessibleName());
    }
    return texts.join(u'\n');
}

} // namespace

class TestOverviewPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void firstStartOffersTwoWays();
    void withoutAnEngineThereIsNoDemo();
    void figuresAndHeadline();
    void figuresLeadToTheirPages();
    void energyTodayCountsSinceMidnight();
    void chargingNowIsLive();
    void doubleClickOpensTheStation();
    void calmSiteSaysSo();
    void faultIsSaidInWords();
    void missingStation();
    void freshEngineWaitsForItsStations();
    void endlessSessionIsClosedAndReopened();
    void runningSessionIsLeftAlone();
    void unmatchedStopIsAssignedAndTakenBack();
    void unmatchedStopWithoutSessionIsDismissed();
    void undecodableLeadsToItsMessages();
    void restartWaitsForTheSession();
    void restartShowsItsProgress();
    void refusedSettingIsGivenUp();
    void clockIsTold();
    void unknownTagIsAddedAndUndone();
    void pendingStationIsAccepted();
    void knocksLeadToConnect();
    void whatIsSettledElsewhereIsSaid();
    void mostUrgentFirst();
    void manyMattersAreBounded();
    void everyKindHasWords_data();
    void everyKindHasWords();
    void unreadableDatabaseIsSaid();

private:
    ui::TableView &table() { return *page_->findChild<ui::TableView *>(); }
    QString cell(int row, int column) { return table().model()->index(row, column).data().toString(); }
    ui::FigureTile *tile(const QString &name) { return uitest::named<ui::FigureTile>(*page_, name); }
    QString figure(const QString &name) { return tile(name) ? tile(name)->accessibleDescription() : QString(); }
    ui::AttentionRow *row(Kind kind);
    QPushButton *button(Kind kind, const QString &text);
    void open(const ui::Backend &backend);
    void addStation(const QString &id);
    template<class Work>
    void write(Work work)
    {
        store_->write(work);
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::OverviewPage> page_;
};

void TestOverviewPage::init()
{
    store_ = std::make_unique<uitest::Store>();
    write([](store::Database &db) { samplesite::startNode(db); });
    open(store_->backend());
}

void TestOverviewPage::cleanup()
{
    page_.reset();
    store_.reset();
}

void TestOverviewPage::open(const ui::Backend &backend)
{
    page_ = std::make_unique<ui::OverviewPage>(backend);
    page_->resize(1060, 900);
    page_->show();
}

void TestOverviewPage::addStation(const QString &id)
{
    write([id](store::Database &db) { samplesite::addStation(db, id); });
    QTRY_VERIFY(!page_->headline().isEmpty());
}

ui::AttentionRow *TestOverviewPage::row(Kind kind)
{
    for (ui::AttentionRow *row : page_->findChildren<ui::AttentionRow *>()) {
        if (row->isVisible() && row->item().kind == kind)
            return row;
    }
    return nullptr;
}

QPushButton *TestOverviewPage::button(Kind kind, const QString &text)
{
    const ui::AttentionRow *where = row(kind);
    if (!where)
        return nullptr;
    for (QPushButton *candidate : where->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

void TestOverviewPage::firstStartOffersTwoWays()
{
    ui::Backend backend = store_->backend();
    int demos = 0;
    backend.startDemo = [&demos] { ++demos; };
    open(backend);
    QTRY_VERIFY(allText(*page_).contains(u"How do you want to begin?"_s));
    auto *address = uitest::named<QPushButton>(*page_, u"Copy the address to type into a charger"_s);
    QVERIFY(address);
    QCOMPARE(address->text(), u"ws://192.168.1.20:9000/ocpp/"_s);
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*page_, u"Connect a charger"_s));
    QCOMPARE(links.takeFirst().first().value<ui::Target>().page, u"connect"_s);
    QVERIFY(uitest::press(*page_, u"Start the demo site"_s));
    QCOMPARE(demos, 1);
    QVERIFY(!uitest::named<QPushButton>(*page_, u"Starting…"_s)->isEnabled());
    addStation(u"CP1"_s); // as the demo does
    QTRY_VERIFY(!allText(*page_).contains(u"How do you want to begin?"_s));
}

void TestOverviewPage::withoutAnEngineThereIsNoDemo()
{
    QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"Start the demo site"_s));
    QVERIFY(!uitest::named<QPushButton>(*page_, u"Start the demo site"_s)->isEnabled());
    write([](store::Database &db) { samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404); });
    QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"See who knocks"_s));
}

void TestOverviewPage::figuresAndHeadline()
{
    addStation(u"CP1"_s);
    addStation(u"CP2"_s);
    addStation(u"CP3"_s);
    write([](store::Database &db) {
        samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s);
        samplesite::setLoad(db, u"CP1"_s, 1, 11000, 50);
        samplesite::setStatus(db, u"CP2"_s, 2, u"Charging"_s);
        samplesite::setLoad(db, u"CP2"_s, 2, 3400, 50);
        samplesite::setLoad(db, u"CP3"_s, 1, 9000, 50);
        samplesite::goOffline(db, u"CP3"_s, 10);
    });
    QTRY_VERIFY2(page_->headline().startsWith(u"2 of 3 online, 2 charging, 14.4%1kW, 1 "_s.arg(nbsp)),
                 qPrintable(page_->headline()));
    QCOMPARE(figure(u"Stations online"_s), u"2 of 3"_s);
    QVERIFY(figure(u"Charging now"_s).startsWith(u"2 of 4 connector"_s));
    QCOMPARE(figure(u"Power now"_s), u"14.4%1kW"_s.arg(nbsp)); // what an offline station measured last flows no more
    QCOMPARE(figure(u"Energy today"_s), u"0.00%1kWh"_s.arg(nbsp));
}

void TestOverviewPage::figuresLeadToTheirPages()
{
    addStation(u"CP1"_s);
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
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
    addStation(u"CP1"_s);
    const ocpp::Timestamp midnight = ui::midnightBefore(store::now());
    write([midnight](store::Database &db) {
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

void TestOverviewPage::chargingNowIsLive()
{
    QAbstractItemModelTester tester(table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    addStation(u"CP1"_s);
    QTRY_VERIFY(allText(*page_).contains(u"No car is charging."_s));
    write([](store::Database &db) {
        store::IdTag anna;
        anna.tag = u"A1"_s;
        anna.name = u"Anna"_s;
        store::IdTags(db).save(anna);
        samplesite::addSession(db, u"CP1"_s, 2, u"A1"_s, 20, 1'210'910);
        samplesite::setStatus(db, u"CP1"_s, 2, u"Charging"_s);
        samplesite::setLoad(db, u"CP1"_s, 2, 7360, 50); // its register stands at 1,214.91 kWh
    });
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QTRY_COMPARE(cell(0, Power), u"7.4%1kW"_s.arg(nbsp));
    QCOMPARE(cell(0, State), u"Charging"_s);
    QCOMPARE(cell(0, Station), u"CP1"_s);
    QCOMPARE(cell(0, Connector), u"2"_s);
    QCOMPARE(cell(0, Person), u"Anna"_s);
    QCOMPARE(cell(0, Since), u"20 min ago"_s);
    QCOMPARE(cell(0, Energy), u"4.00%1kWh"_s.arg(nbsp));
    write([](store::Database &db) {
        samplesite::setStatus(db, u"CP1"_s, 2, u"SuspendedEV"_s);
        samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s);
    });
    QTRY_COMPARE(table().model()->rowCount(), 2);
    QTRY_VERIFY(cell(0, State) + cell(1, State) == u"Paused by carCharging"_s
                || cell(0, State) + cell(1, State) == u"ChargingPaused by car"_s);
    QCOMPARE(cell(0, Person).size() + cell(1, Person).size(), u"Anna"_s.size() + u"no session"_s.size());
    write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 0); });
    QTRY_COMPARE(table().model()->rowCount(), 0);
}

void TestOverviewPage::doubleClickOpensTheStation()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s); });
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QTRY_VERIFY(table().isVisible() && !table().visualRect(table().model()->index(0, Station)).isEmpty());
    const QPoint place = table().visualRect(table().model()->index(0, Station)).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, place);
    QVERIFY(links.count() >= 1);
    QCOMPARE(links.first().first().value<ui::Target>().station, u"CP1"_s);
}

void TestOverviewPage::calmSiteSaysSo()
{
    addStation(u"CP1"_s);
    QTRY_COMPARE(page_->headline(), u"1 of 1 online, all is well"_s);
    QVERIFY(allText(*page_).contains(u"Nothing needs you."_s));
    QVERIFY(page_->findChildren<ui::AttentionRow *>().isEmpty());
}

void TestOverviewPage::faultIsSaidInWords()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Faulted"_s, u"GroundFailure"_s); });
    QTRY_VERIFY(row(Kind::Fault));
    QVERIFY(allText(*row(Kind::Fault)).contains(u"CP1, connector 2 is out of order: current leaks to earth"_s));
    QVERIFY(allText(*row(Kind::Fault)).contains(u"electrician"_s));
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*button(Kind::Fault, u"Open the station"_s)));
    QCOMPARE(links.takeFirst().first().value<ui::Target>().station, u"CP1"_s);
    write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Charging"_s, u"HighTemperature"_s); });
    QTRY_VERIFY(row(Kind::Warning));
    QVERIFY(!row(Kind::Fault));
    write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Available"_s); });
    QTRY_VERIFY(!row(Kind::Warning));
}

void TestOverviewPage::missingStation()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 1); }); // perhaps it restarts
    QTRY_COMPARE(figure(u"Stations online"_s), u"0 of 1"_s);
    QVERIFY(!row(Kind::Offline));
    write([](store::Database &db) {
        db.run(u"UPDATE stations SET last_heard = ?"_s, {store::now() - 23min});
        db.noteChange(store::Table::Stations, u"CP1"_s);
    });
    QTRY_VERIFY(row(Kind::Offline));
    QVERIFY(allText(*row(Kind::Offline)).contains(u"23 min ago"_s));
}

void TestOverviewPage::freshEngineWaitsForItsStations()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 600); }); // the program was off over night
    QTRY_VERIFY(row(Kind::Offline));
    ui::Backend backend = store_->backend();
    backend.engineStarted = store::now() - 30s;
    open(backend);
    QTRY_COMPARE(figure(u"Stations online"_s), u"0 of 1"_s);
    QVERIFY(!row(Kind::Offline));
}

void TestOverviewPage::endlessSessionIsClosedAndReopened()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        samplesite::addSession(db, u"CP1"_s, 1, u"T"_s, 300);
        samplesite::goOffline(db, u"CP1"_s, 190);
    });
    QTRY_VERIFY(row(Kind::Endless));
    const qint64 id = row(Kind::Endless)->item().id;
    const auto session = [this, id] {
        return *store_->write([id](store::Database &db) { return store::Transactions(db).find(id); });
    };
    QVERIFY(uitest::press(*button(Kind::Endless, u"Close the session"_s)));
    QTRY_VERIFY(!row(Kind::Endless));
    QCOMPARE(session().closedBy, u"operator"_s);
    QVERIFY(!session().isOpen());
    QVERIFY(allText(*page_).contains(u"Session %1 is closed with 0.00%2kWh."_s.arg(id).arg(nbsp)));
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(row(Kind::Endless));
    QVERIFY(session().isOpen());
    QVERIFY(!session().stopReceived);
}

void TestOverviewPage::runningSessionIsLeftAlone()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        samplesite::addSession(db, u"CP1"_s, 1, u"T"_s, 600);
        samplesite::setStatus(db, u"CP1"_s, 1, u"SuspendedEV"_s); // over night the car is full
    });
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QVERIFY(!row(Kind::Endless));
    write([](store::Database &db) {
        samplesite::setStatus(db, u"CP1"_s, 1, u"Available"_s); // the car has left, the stop is still to come
        db.run(u"UPDATE connectors SET received = ?"_s, {store::now() - 6min});
    });
    QTRY_VERIFY(row(Kind::Endless));
    QTRY_COMPARE(table().model()->rowCount(), 0);
}

void TestOverviewPage::unmatchedStopIsAssignedAndTakenBack()
{
    addStation(u"CP1"_s);
    qint64 session = 0;
    write([&session](store::Database &db) {
        session = samplesite::addSession(db, u"CP1"_s, 2, u"TAG"_s, 90, 5'000);
        samplesite::setStatus(db, u"CP1"_s, 2, u"Charging"_s);
        samplesite::addUnmatchedStop(db, u"CP1"_s, u"tag"_s, 17'000);
    });
    QTRY_VERIFY(row(Kind::UnmatchedStop));
    const QString proposal = u"It is session %1"_s.arg(session);
    QVERIFY(button(Kind::UnmatchedStop, proposal));
    QVERIFY(uitest::press(*button(Kind::UnmatchedStop, proposal)));
    QTRY_VERIFY(!row(Kind::UnmatchedStop));
    const auto find = [&] {
        return *store_->write([session](store::Database &db) { return store::Transactions(db).find(session); });
    };
    QCOMPARE(find().meterStopWh, std::optional<qint64>(17'000));
    QCOMPARE(find().energyWh, std::optional(12'000.0));
    QVERIFY(find().flags.contains(u"matched"_s));
    const auto openMatters = [this] {
        return store_->write([](store::Database &db) { return store::Attention(db).openCount(); });
    };
    QCOMPARE(openMatters(), 0);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(row(Kind::UnmatchedStop));
    QVERIFY(find().isOpen());
    QCOMPARE(openMatters(), 1);
}

void TestOverviewPage::unmatchedStopWithoutSessionIsDismissed()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) { samplesite::addUnmatchedStop(db, u"CP1"_s, u"T"_s, 17'000); });
    QTRY_VERIFY(row(Kind::UnmatchedStop));
    QVERIFY(uitest::press(*button(Kind::UnmatchedStop, u"Dismiss"_s)));
    QTRY_VERIFY(!row(Kind::UnmatchedStop));
    const auto parked = store_->write(
        [](store::Database &db) { return store::Attention(db).list({.station = {}, .resolvedToo = true}); });
    QCOMPARE(parked.size(), 1);
    QVERIFY(parked.first().resolvedAt);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(row(Kind::UnmatchedStop));
}

void TestOverviewPage::undecodableLeadsToItsMessages()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        store::Parked parked;
        parked.station = u"CP1"_s;
        parked.kind = u"undecodable"_s;
        parked.time = parked.received = store::now();
        parked.reason = u"StartTransaction could not be booked."_s;
        parked.payload = "{}";
        store::Attention(db).park(parked);
    });
    QTRY_VERIFY(row(Kind::Parked));
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*button(Kind::Parked, u"Messages"_s)));
    QCOMPARE(links.first().first().value<ui::Target>().page, u"messages"_s);
    QVERIFY(uitest::press(*button(Kind::Parked, u"Dismiss"_s)));
    QTRY_VERIFY(!row(Kind::Parked));
}

void TestOverviewPage::restartWaitsForTheSession()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        store::Configuration configuration(db);
        configuration.desire(u"CP1"_s, u"HeartbeatInterval"_s, u"60"_s, store::now());
        configuration.setState(u"CP1"_s, u"HeartbeatInterval"_s, store::ConfigurationState::RebootRequired);
        samplesite::addSession(db, u"CP1"_s, 1, u"T"_s, 10);
        samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s);
    });
    QTRY_VERIFY(row(Kind::Restart));
    QTRY_VERIFY(allText(*row(Kind::Restart)).contains(u"A car is charging"_s));
    QVERIFY(!button(Kind::Restart, u"Restart now"_s)->isEnabled());
}

void TestOverviewPage::restartShowsItsProgress()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        store::Configuration configuration(db);
        configuration.desire(u"CP1"_s, u"HeartbeatInterval"_s, u"60"_s, store::now());
        configuration.setState(u"CP1"_s, u"HeartbeatInterval"_s, store::ConfigurationState::RebootRequired);
    });
    QTRY_VERIFY(button(Kind::Restart, u"Restart now"_s));
    QVERIFY(uitest::press(*button(Kind::Restart, u"Restart now"_s)));
    QTRY_VERIFY(allText(*row(Kind::Restart)).contains(u"Queued…"_s));
    QVERIFY(!button(Kind::Restart, u"Restart now"_s)->isEnabled());
    const auto queued = store_->write([](store::Database &db) { return store::Commands(db).list(); });
    QCOMPARE(queued.size(), 1);
    QCOMPARE(queued.first().payload, QByteArray(R"({"type":"Soft"})"));
    write([](store::Database &db) { store::Configuration(db).rebooted(u"CP1"_s); });
    QTRY_VERIFY(!row(Kind::Restart));
}

void TestOverviewPage::refusedSettingIsGivenUp()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        store::Configuration configuration(db);
        configuration.report(u"CP1"_s, {{u"HeartbeatInterval"_s, u"600"_s, false}}, store::now());
        configuration.desire(u"CP1"_s, u"HeartbeatInterval"_s, u"30"_s, store::now());
        configuration.setState(u"CP1"_s, u"HeartbeatInterval"_s, store::ConfigurationState::Rejected);
    });
    QTRY_VERIFY(row(Kind::RefusedKey));
    QVERIFY(allText(*row(Kind::RefusedKey)).contains(u"CP1 refused HeartbeatInterval = 30"_s));
    QVERIFY(allText(*row(Kind::RefusedKey)).contains(u"Keep what the station has: 600."_s));
    QVERIFY(uitest::press(*button(Kind::RefusedKey, u"Keep the station's"_s)));
    QTRY_VERIFY(!row(Kind::RefusedKey));
    const auto key = [this] {
        return *store_->write(
            [](store::Database &db) { return store::Configuration(db).find(u"CP1"_s, u"HeartbeatInterval"_s); });
    };
    QVERIFY(!key().desired);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(row(Kind::RefusedKey));
    QCOMPARE(key().desired, std::optional(u"30"_s));
}

void TestOverviewPage::clockIsTold()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) { store::Stations(db).reportClockDrift(u"CP1"_s, 299s); });
    write([](store::Database &db) { store::Stations(db).reportClockDrift(u"CP1"_s, -7min); });
    QTRY_VERIFY(row(Kind::Clock));
    QVERIFY(allText(*row(Kind::Clock)).contains(u"The clock of CP1 is 7 min behind"_s));
    QVERIFY(uitest::press(*button(Kind::Clock, u"Tell it the time"_s)));
    QTRY_COMPARE(store_->write([](store::Database &db) { return store::Commands(db).list(); }).size(), 1);
    const auto command = store_->write([](store::Database &db) { return store::Commands(db).list().first(); });
    QCOMPARE(command.payload, QByteArray(R"({"requestedMessage":"Heartbeat"})"));
    write([](store::Database &db) { store::Stations(db).reportClockDrift(u"CP1"_s, 1s); });
    QTRY_VERIFY(!row(Kind::Clock));
}

void TestOverviewPage::unknownTagIsAddedAndUndone()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        for (int i = 0; i < 3; ++i)
            store::SeenTags(db).note(u"0499AA"_s, u"CP1"_s, store::now());
    });
    QTRY_VERIFY(row(Kind::Tag));
    QVERIFY(allText(*row(Kind::Tag)).contains(u"It was shown 3 times, last at CP1."_s));
    QVERIFY(uitest::press(*button(Kind::Tag, u"Add the tag"_s)));
    QTRY_VERIFY(!row(Kind::Tag));
    const auto known = [this] {
        return store_->write([](store::Database &db) { return store::IdTags(db).find(u"0499aa"_s).has_value(); });
    };
    QVERIFY(known());
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(row(Kind::Tag));
    QVERIFY(!known());
    QCOMPARE(row(Kind::Tag)->item().count, 3);
    QVERIFY(uitest::press(*button(Kind::Tag, u"Ignore"_s)));
    QTRY_VERIFY(!row(Kind::Tag));
    QVERIFY(!known());
}

void TestOverviewPage::pendingStationIsAccepted()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        store::Station station;
        station.id = u"NEW"_s;
        station.registration = store::Registration::Pending;
        station.created = store::now();
        store::Stations(db).save(station);
    });
    QTRY_VERIFY(row(Kind::Pending));
    const auto registration = [this] {
        return store_->write([](store::Database &db) { return store::Stations(db).find(u"NEW"_s)->registration; });
    };
    QVERIFY(uitest::press(*button(Kind::Pending, u"Accept"_s)));
    QTRY_VERIFY(!row(Kind::Pending));
    QVERIFY(registration() == store::Registration::Accepted);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(row(Kind::Pending));
    QVERIFY(uitest::press(*button(Kind::Pending, u"Reject"_s)));
    QTRY_VERIFY(!row(Kind::Pending));
    QVERIFY(registration() == store::Registration::Rejected);
}

void TestOverviewPage::knocksLeadToConnect()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404);
        samplesite::addKnock(db, u"CP1"_s, u"passwordWrong"_s, 401); // to be seen on Connect, nothing to accept
    });
    QTRY_VERIFY(row(Kind::Knocks));
    QCOMPARE(row(Kind::Knocks)->item().count, 1);
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*button(Kind::Knocks, u"See who knocks"_s)));
    QCOMPARE(links.first().first().value<ui::Target>().page, u"connect"_s);
}

void TestOverviewPage::whatIsSettledElsewhereIsSaid()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        samplesite::addSession(db, u"CP1"_s, 1, u"T"_s, 300);
        samplesite::goOffline(db, u"CP1"_s, 190);
    });
    QTRY_VERIFY(row(Kind::Endless));
    const qint64 id = row(Kind::Endless)->item().id;
    write([id](store::Database &db) {
        db.run(u"UPDATE transactions SET closed_by = 'nextStart' WHERE id = ?"_s, {id}); // no news of it yet
    });
    QVERIFY(uitest::press(*button(Kind::Endless, u"Close the session"_s)));
    QTRY_VERIFY(allText(*row(Kind::Endless)).contains(u"It has been settled meanwhile."_s));
}

void TestOverviewPage::mostUrgentFirst()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        samplesite::fill(db);
        samplesite::addMatters(db);
    });
    QTRY_VERIFY(page_->findChildren<ui::AttentionRow *>().size() > 8);
    const auto byPlace = [this] {
        QList<ui::AttentionRow *> rows = page_->findChildren<ui::AttentionRow *>();
        std::ranges::sort(rows, {}, [](const ui::AttentionRow *r) { return r->y(); });
        return rows;
    };
    QTRY_VERIFY(std::ranges::is_sorted(byPlace(), {}, [](const ui::AttentionRow *r) { return r->item().kind; }));
    QCOMPARE(byPlace().first()->item().station, u"CP13"_s);
    const QStringList nameless = uitest::namelessControls(*page_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestOverviewPage::manyMattersAreBounded()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        for (int i = 0; i < ui::AttentionList::mostShown + 25; ++i) {
            samplesite::addStation(db, u"S%1"_s.arg(i), 1);
            samplesite::goOffline(db, u"S%1"_s.arg(i), 30);
        }
    });
    QTRY_COMPARE(page_->findChildren<ui::AttentionRow *>().size(), ui::AttentionList::mostShown);
    QTRY_VERIFY(page_->headline().contains(u", 65 "_s));
    QVERIFY(std::ranges::any_of(page_->findChildren<QLabel *>(),
                                [](const QLabel *label) { return label->text() == u"and 25 more"_s; }));
}

void TestOverviewPage::everyKindHasWords_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = int(Kind::Fault); kind <= int(Kind::Demo); ++kind)
        QTest::addRow("%d", kind) << kind;
}

void TestOverviewPage::everyKindHasWords()
{
    QFETCH(int, kind);
    ui::AttentionItem item{.kind = static_cast<Kind>(kind)};
    item.station = u"CP1"_s;
    item.code = u"undecodable"_s;
    item.count = 1;
    const ui::AttentionWords words = ui::attentionWords(item);
    QVERIFY(!words.title.isEmpty());
    QVERIFY(!words.proposal.isEmpty());
    QVERIFY(!words.primary.isEmpty());
    QVERIFY(!words.title.contains(u'%'));
    QVERIFY(!words.proposal.contains(u'%'));
}

void TestOverviewPage::unreadableDatabaseIsSaid()
{
    addStation(u"CP1"_s);
    write([](store::Database &db) {
        db.run(u"ALTER TABLE stations RENAME TO hidden"_s);
        db.noteChange(store::Table::Stations, u"CP1"_s);
    });
    QTRY_VERIFY(allText(*page_).contains(u"The site cannot be read"_s));
    write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO stations"_s); });
    QVERIFY(uitest::press(*page_, u"Try again"_s));
    QTRY_VERIFY(tile(u"Power now"_s));
}

UI_TEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
