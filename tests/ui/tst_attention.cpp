// SPDX-License-Identifier: GPL-3.0-or-later
// What needs attention on the Overview: how it is said, and the deeds that settle it.
#include "store/attention.h"
#include "store/certificates.h"
#include "store/chargingprofiles.h"
#include "store/commands.h"
#include "store/configuration.h"
#include "store/contracts.h"
#include "store/firmware.h"
#include "store/idtags.h"
#include "store/locallists.h"
#include "store/reconciliations.h"
#include "store/securityevents.h"
#include "store/stations.h"
#include "store/transactions.h"
#include "ui/overviewfixture.h"
#include "ui/pages/overview/attentionlist.h"
#include "ui/pages/overview/attentionwords.h"
#include "ui/widgets/figuretile.h"
#include "ui/widgets/tableview.h"

#include <QLabel>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using uitest::allText;
using Kind = ui::AttentionItem::Kind;

namespace {

const QChar nbsp = QChar::Nbsp;

} // namespace

class TestAttention : public QObject {
    Q_OBJECT

private slots:
    void init() { site_ = std::make_unique<uitest::Overview>(); }
    void cleanup() { site_.reset(); }
    void faultIsSaidInWords();
    void missingStation();
    void freshEngineWaitsForItsStations();
    void endlessSessionIsClosedAndReopened();
    void runningSessionIsLeftAlone();
    void unmatchedStopIsAssignedAndTakenBack();
    void unmatchedStopWithoutSessionIsDismissed();
    void undecodableLeadsToItsMessages();
    void filesWithoutHttpsAreExplained();
    void alarmsAreSaidInWords();
    void restartWaitsForTheSession();
    void restartShowsItsProgress();
    void refusedSettingIsGivenUp();
    void refusedSecretIsNotShown();
    void givenUpTopicLeadsToItsPlace_data();
    void givenUpTopicLeadsToItsPlace();
    void givenUpTopicIsTriedAgain();
    void refusedKeysAreToldOnce();
    void certificateOrdersAreTold();
    void clockIsTold();
    void unknownTagIsAddedAndUndone();
    void pendingStationIsAccepted();
    void knocksLeadToConnect();
    void whatIsSettledElsewhereIsSaid();
    void mostUrgentFirst();
    void manyMattersAreBounded();
    void whatIsNotReadIsCounted();
    void everyKindHasWords_data();
    void everyKindHasWords();

private:
    void giveUp(const QString &topic);
    [[nodiscard]] QString stationsOnline() const
    {
        const auto *tile = uitest::named<ui::FigureTile>(*site_->page, u"Stations online"_s);
        return tile ? tile->accessibleDescription() : QString();
    }
    [[nodiscard]] int sessionsShown() const { return site_->page->findChild<ui::TableView *>()->model()->rowCount(); }

    std::unique_ptr<uitest::Overview> site_;
};

void TestAttention::faultIsSaidInWords()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Faulted"_s, u"GroundFailure"_s); });
    QTRY_VERIFY(site_->row(Kind::Fault));
    QVERIFY(allText(*site_->row(Kind::Fault)).contains(u"CP1, connector 2 is out of order: current leaks to earth"_s));
    QVERIFY(allText(*site_->row(Kind::Fault)).contains(u"electrician"_s));
    QSignalSpy links(site_->page.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*site_->button(Kind::Fault, u"Open the station"_s)));
    QCOMPARE(links.takeFirst().first().value<ui::Target>().station, u"CP1"_s);
    site_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Charging"_s, u"HighTemperature"_s); });
    QTRY_VERIFY(site_->row(Kind::Warning));
    QVERIFY(!site_->row(Kind::Fault));
    site_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Available"_s); });
    QTRY_VERIFY(!site_->row(Kind::Warning));
}

void TestAttention::missingStation()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 1); }); // perhaps it restarts
    QTRY_COMPARE(stationsOnline(), u"0 of 1"_s);
    QVERIFY(!site_->row(Kind::Offline));
    site_->write([](store::Database &db) {
        db.run(u"UPDATE stations SET last_heard = ?"_s, {store::now() - 23min});
        db.noteChange(store::Table::Stations, u"CP1"_s);
    });
    QTRY_VERIFY(site_->row(Kind::Offline));
    QVERIFY(allText(*site_->row(Kind::Offline)).contains(u"23\u00a0min ago"_s));
}

void TestAttention::freshEngineWaitsForItsStations()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 600); }); // the program was off over night
    QTRY_VERIFY(site_->row(Kind::Offline));
    ui::Backend backend = site_->store->backend();
    backend.engineStarted = store::now() - 30s;
    site_->open(backend);
    QTRY_COMPARE(stationsOnline(), u"0 of 1"_s);
    QVERIFY(!site_->row(Kind::Offline));
}

void TestAttention::endlessSessionIsClosedAndReopened()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        samplesite::addSession(db, u"CP1"_s, 1, u"T"_s, 300);
        samplesite::goOffline(db, u"CP1"_s, 190);
    });
    QTRY_VERIFY(site_->row(Kind::Endless));
    const qint64 id = site_->row(Kind::Endless)->item().id;
    const auto session = [this, id] {
        return *site_->write([id](store::Database &db) { return store::Transactions(db).find(id); });
    };
    QVERIFY(uitest::press(*site_->button(Kind::Endless, u"Close the session"_s)));
    QTRY_VERIFY(!site_->row(Kind::Endless));
    QCOMPARE(session().closedBy, u"operator"_s);
    QVERIFY(!session().isOpen());
    QVERIFY(allText(*site_->page).contains(u"Session %1 is closed. Its energy is not known."_s.arg(id)));
    QVERIFY(uitest::press(*site_->page, u"Undo"_s));
    QTRY_VERIFY(site_->row(Kind::Endless));
    QVERIFY(session().isOpen());
    QVERIFY(!session().stopReceived);
}

void TestAttention::runningSessionIsLeftAlone()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        samplesite::addSession(db, u"CP1"_s, 1, u"T"_s, 600);
        samplesite::setStatus(db, u"CP1"_s, 1, u"SuspendedEV"_s); // over night the car is full
    });
    QTRY_COMPARE(sessionsShown(), 1);
    QVERIFY(!site_->row(Kind::Endless));
    site_->write([](store::Database &db) {
        samplesite::setStatus(db, u"CP1"_s, 1, u"Available"_s); // the car has left, the stop is still to come
        db.run(u"UPDATE connectors SET received = ?"_s, {store::now() - 6min});
    });
    QTRY_VERIFY(site_->row(Kind::Endless));
    QTRY_COMPARE(sessionsShown(), 0);
}

void TestAttention::unmatchedStopIsAssignedAndTakenBack()
{
    site_->addStation(u"CP1"_s);
    qint64 session = 0;
    site_->write([&session](store::Database &db) {
        session = samplesite::addSession(db, u"CP1"_s, 2, u"TAG"_s, 90, 5'000);
        samplesite::setStatus(db, u"CP1"_s, 2, u"Charging"_s);
        samplesite::addUnmatchedStop(db, u"CP1"_s, u"tag"_s, 17'000);
    });
    QTRY_VERIFY(site_->row(Kind::UnmatchedStop));
    const QString proposal = u"It is session %1"_s.arg(session);
    QVERIFY(site_->button(Kind::UnmatchedStop, proposal));
    QVERIFY(uitest::press(*site_->button(Kind::UnmatchedStop, proposal)));
    QTRY_VERIFY(!site_->row(Kind::UnmatchedStop));
    const auto find = [&] {
        return *site_->write([session](store::Database &db) { return store::Transactions(db).find(session); });
    };
    QCOMPARE(find().meterStopWh, std::optional<qint64>(17'000));
    QCOMPARE(find().energyWh, std::optional(12'000.0));
    QVERIFY(find().flags.contains(u"matched"_s));
    const auto openMatters = [this] {
        return site_->write([](store::Database &db) { return store::Attention(db).openCount(); });
    };
    QCOMPARE(openMatters(), 0);
    QVERIFY(uitest::press(*site_->page, u"Undo"_s));
    QTRY_VERIFY(site_->row(Kind::UnmatchedStop));
    QVERIFY(find().isOpen());
    QCOMPARE(openMatters(), 1);
}

void TestAttention::unmatchedStopWithoutSessionIsDismissed()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) { samplesite::addUnmatchedStop(db, u"CP1"_s, u"T"_s, 17'000); });
    QTRY_VERIFY(site_->row(Kind::UnmatchedStop));
    QVERIFY(uitest::press(*site_->button(Kind::UnmatchedStop, u"Dismiss"_s)));
    QTRY_VERIFY(!site_->row(Kind::UnmatchedStop));
    const auto parked = site_->write(
        [](store::Database &db) { return store::Attention(db).list({.station = {}, .resolvedToo = true}); });
    QCOMPARE(parked.size(), 1);
    QVERIFY(parked.first().resolvedAt);
    QVERIFY(uitest::press(*site_->page, u"Undo"_s));
    QTRY_VERIFY(site_->row(Kind::UnmatchedStop));
}

void TestAttention::undecodableLeadsToItsMessages()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        store::Parked parked;
        parked.station = u"CP1"_s;
        parked.kind = u"undecodable"_s;
        parked.time = parked.received = store::now();
        parked.reason = u"StartTransaction could not be booked."_s;
        parked.payload = "{}";
        store::Attention(db).park(parked);
    });
    QTRY_VERIFY(site_->row(Kind::Parked));
    QSignalSpy links(site_->page.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*site_->button(Kind::Parked, u"Messages"_s)));
    QCOMPARE(links.first().first().value<ui::Target>().page, u"messages"_s);
    QVERIFY(uitest::press(*site_->button(Kind::Parked, u"Dismiss"_s)));
    QTRY_VERIFY(!site_->row(Kind::Parked));
}

void TestAttention::filesWithoutHttpsAreExplained()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        store::Parked parked;
        parked.kind = u"fileTls"_s;
        parked.time = parked.received = store::now();
        parked.reason = u"The file server does not speak HTTPS: it needs a certificate and its key, and there is no "
                        "--file-key. Give both, or neither."_s;
        store::Attention(db).park(parked);
    });
    QTRY_VERIFY(site_->row(Kind::Parked));
    QVERIFY(allText(*site_->row(Kind::Parked)).contains(u"Files go over HTTP only"_s));
    QVERIFY(allText(*site_->row(Kind::Parked)).contains(u"--file-key"_s));
    QVERIFY(!site_->button(Kind::Parked, u"Messages"_s));
    QVERIFY(uitest::press(*site_->button(Kind::Parked, u"Dismiss"_s)));
    QTRY_VERIFY(!site_->row(Kind::Parked));
}

void TestAttention::alarmsAreSaidInWords()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        store::SecurityEvent event;
        event.station = u"CP1"_s;
        event.type = u"TamperDetectionActivated"_s;
        event.techInfo = u"lid"_s;
        for (int i = 0; i < 2; ++i) {
            event.time = event.received = store::now() + std::chrono::seconds(i);
            store::SecurityEvents(db).add(event);
        }
    });
    QTRY_VERIFY(site_->row(Kind::SecurityEvent));
    const QString said = allText(*site_->row(Kind::SecurityEvent));
    QVERIFY2(said.contains(u"CP1 reports: somebody has opened or moved it"_s), qPrintable(said));
    QVERIFY2(said.contains(u". Go there"_s), qPrintable(said));
    QCOMPARE(site_->row(Kind::SecurityEvent)->item().count, 2);
    QSignalSpy links(site_->page.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*site_->button(Kind::SecurityEvent, u"Security"_s)));
    QCOMPARE(links.first().first().value<ui::Target>().station, u"CP1"_s);
    QCOMPARE(links.first().first().value<ui::Target>().part, u"security"_s);
    QVERIFY(uitest::press(*site_->button(Kind::SecurityEvent, u"Dismiss"_s)));
    QTRY_VERIFY(!site_->row(Kind::SecurityEvent));
    QVERIFY(uitest::press(*site_->page, u"Undo"_s));
    QTRY_VERIFY(site_->row(Kind::SecurityEvent));
}

void TestAttention::restartWaitsForTheSession()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        store::Configuration configuration(db);
        configuration.desire(u"CP1"_s, u"HeartbeatInterval"_s, u"60"_s, store::now());
        configuration.setState(u"CP1"_s, u"HeartbeatInterval"_s, store::ConfigurationState::RebootRequired);
        samplesite::addSession(db, u"CP1"_s, 1, u"T"_s, 10);
        samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s);
    });
    QTRY_VERIFY(site_->row(Kind::Restart));
    QTRY_VERIFY(allText(*site_->row(Kind::Restart)).contains(u"A car is charging"_s));
    QVERIFY(!site_->button(Kind::Restart, u"Restart now"_s)->isEnabled());
}

void TestAttention::restartShowsItsProgress()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        store::Configuration configuration(db);
        configuration.desire(u"CP1"_s, u"HeartbeatInterval"_s, u"60"_s, store::now());
        configuration.setState(u"CP1"_s, u"HeartbeatInterval"_s, store::ConfigurationState::RebootRequired);
    });
    QTRY_VERIFY(site_->button(Kind::Restart, u"Restart now"_s));
    QVERIFY(uitest::press(*site_->button(Kind::Restart, u"Restart now"_s)));
    QTRY_VERIFY(allText(*site_->row(Kind::Restart)).contains(u"Queued…"_s));
    QVERIFY(!site_->button(Kind::Restart, u"Restart now"_s)->isEnabled());
    const auto queued = site_->write([](store::Database &db) { return store::Commands(db).list(); });
    QCOMPARE(queued.size(), 1);
    QCOMPARE(queued.first().payload, QByteArray(R"({"type":"Soft"})"));
    site_->write([](store::Database &db) { store::Configuration(db).rebooted(u"CP1"_s); });
    QTRY_VERIFY(!site_->row(Kind::Restart));
}

void TestAttention::refusedSettingIsGivenUp()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        store::Configuration configuration(db);
        configuration.report(u"CP1"_s, {{u"HeartbeatInterval"_s, u"600"_s, false}}, store::now());
        configuration.desire(u"CP1"_s, u"HeartbeatInterval"_s, u"30"_s, store::now());
        configuration.setState(u"CP1"_s, u"HeartbeatInterval"_s, store::ConfigurationState::Rejected);
    });
    QTRY_VERIFY(site_->row(Kind::RefusedKey));
    QVERIFY(allText(*site_->row(Kind::RefusedKey)).contains(u"CP1 refused HeartbeatInterval = 30"_s));
    QVERIFY(allText(*site_->row(Kind::RefusedKey)).contains(u"Keep what the station has: 600."_s));
    QVERIFY(uitest::press(*site_->button(Kind::RefusedKey, u"Keep the station's"_s)));
    QTRY_VERIFY(!site_->row(Kind::RefusedKey));
    const auto key = [this] {
        return *site_->write(
            [](store::Database &db) { return store::Configuration(db).find(u"CP1"_s, u"HeartbeatInterval"_s); });
    };
    QVERIFY(!key().desired);
    QVERIFY(uitest::press(*site_->page, u"Undo"_s));
    QTRY_VERIFY(site_->row(Kind::RefusedKey));
    QCOMPARE(key().desired, std::optional(u"30"_s));
}

// Behaviour 28: the old password stays valid, and the new one may be in use elsewhere.
void TestAttention::refusedSecretIsNotShown()
{
    const QString secret = u"0123456789abcdef0123456789abcdef"_s;
    site_->addStation(u"CP1"_s);
    site_->write([secret](store::Database &db) {
        store::Configuration configuration(db);
        configuration.desire(u"CP1"_s, u"AuthorizationKey"_s, secret, store::now());
        configuration.setState(u"CP1"_s, u"AuthorizationKey"_s, store::ConfigurationState::Rejected);
    });
    QTRY_VERIFY(site_->row(Kind::RefusedKey));
    const QString shown = allText(*site_->row(Kind::RefusedKey));
    QVERIFY2(shown.contains(u"CP1 refused a new value for AuthorizationKey"_s), qPrintable(shown));
    QVERIFY2(!shown.contains(secret), qPrintable(shown));
    QVERIFY(uitest::press(*site_->button(Kind::RefusedKey, u"Keep the station's"_s)));
    QTRY_VERIFY(!site_->row(Kind::RefusedKey));
    QTRY_VERIFY(uitest::visibleText(*site_->page).contains(u"AuthorizationKey of CP1 stays as the station has it."_s));
    QVERIFY(!uitest::named<QAbstractButton>(*site_->page, u"Undo"_s)); // it is not remembered
}

void TestAttention::giveUp(const QString &topic)
{
    site_->write([topic](store::Database &db) {
        store::Reconciliations rows(db);
        store::Reconciliation row = rows.find(u"CP1"_s, topic);
        row.state = store::ReconciliationState::GaveUp;
        row.difference = 2;
        row.attempts = 6;
        row.reason = u"SendLocalList: no room."_s;
        rows.save(row, store::now());
    });
}

void TestAttention::givenUpTopicLeadsToItsPlace_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("part");
    const auto row = [](QLatin1StringView topic, const QString &title, const QString &button, const QString &page,
                        const QString &part = {}) {
        QTest::newRow(topic.data()) << QString(topic) << title << button << page << part;
    };
    const QString station = u"Open the station"_s;
    row(store::configurationTopic, u"Changing the configuration of CP1 was given up"_s, station, u"stations"_s,
        u"configuration"_s);
    row(store::certificatesTopic, u"Bringing CP1 its certificates was given up"_s, station, u"stations"_s,
        u"security"_s);
    row(store::LocalLists::topic, u"Bringing CP1 its local list was given up"_s, u"Open its local list"_s,
        u"locallists"_s);
    row(store::chargingProfilesTopic, u"Bringing CP1 its charging profiles was given up"_s, u"Open its profiles"_s,
        u"profiles"_s);
    row(store::Firmware::topic, u"Updating the firmware of CP1 was given up"_s, u"Open its update"_s, u"firmware"_s);
}

void TestAttention::givenUpTopicLeadsToItsPlace()
{
    QFETCH(QString, topic);
    QFETCH(QString, title);
    QFETCH(QString, button);
    QFETCH(QString, page);
    QFETCH(QString, part);
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        store::Configuration(db).desire(u"CP1"_s, u"HeartbeatInterval"_s, u"60"_s, store::now());
    });
    giveUp(topic);
    QTRY_VERIFY(site_->row(Kind::Stuck));
    QVERIFY2(allText(*site_->row(Kind::Stuck)).contains(title), qPrintable(allText(*site_->row(Kind::Stuck))));
    QVERIFY(allText(*site_->row(Kind::Stuck)).contains(u"SendLocalList: no room."_s));
    QSignalSpy links(site_->page.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*site_->button(Kind::Stuck, button)));
    QCOMPARE(links.size(), 1);
    const auto target = links.first().first().value<ui::Target>();
    QCOMPARE(target.page, page);
    QCOMPARE(target.station, u"CP1"_s);
    QCOMPARE(target.part, part);
}

void TestAttention::givenUpTopicIsTriedAgain()
{
    site_->addStation(u"CP1"_s);
    giveUp(store::LocalLists::topic);
    QTRY_VERIFY(site_->row(Kind::Stuck));
    QVERIFY(uitest::press(*site_->button(Kind::Stuck, u"Try again"_s)));
    QTRY_VERIFY(!site_->row(Kind::Stuck));
    QVERIFY(allText(*site_->page).contains(u"It is tried again for CP1."_s));
    const auto row = site_->write(
        [](store::Database &db) { return store::Reconciliations(db).find(u"CP1"_s, store::LocalLists::topic); });
    QCOMPARE(row.attempts, 0);
    giveUp(store::LocalLists::topic);
    QTRY_VERIFY(site_->row(Kind::Stuck));
    site_->write([](store::Database &db) {
        store::Reconciliations(db).setPaused(u"CP1"_s, store::LocalLists::topic, true, store::now());
    });
    QTRY_VERIFY(!site_->row(Kind::Stuck)); // somebody has looked after it
}

void TestAttention::refusedKeysAreToldOnce()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        store::Configuration configuration(db);
        configuration.desire(u"CP1"_s, u"HeartbeatInterval"_s, u"30"_s, store::now());
        configuration.setState(u"CP1"_s, u"HeartbeatInterval"_s, store::ConfigurationState::Rejected);
    });
    giveUp(store::configurationTopic);
    giveUp(store::LocalLists::topic);
    QTRY_VERIFY(site_->row(Kind::RefusedKey));
    QTRY_VERIFY(site_->row(Kind::Stuck));
    QTRY_COMPARE(site_->page->findChildren<ui::AttentionRow *>().size(), 2);
    QCOMPARE(site_->row(Kind::Stuck)->item().code, QString(store::LocalLists::topic));
}

void TestAttention::certificateOrdersAreTold()
{
    site_->addStation(u"CP1"_s);
    const qint64 id = site_->write([](store::Database &db) {
        store::SigningOrder order;
        order.station = u"CP1"_s;
        order.received = store::now();
        return store::SigningOrders(db).add(order).id;
    });
    using Change = std::function<void(store::SigningOrders &, const store::SigningOrder &)>;
    const auto change = [this, id](const Change &work) {
        site_->write([id, work](store::Database &db) {
            store::SigningOrders orders(db);
            work(orders, *orders.find(id));
        });
    };
    const auto said = [this] {
        return site_->row(Kind::Signing) ? allText(*site_->row(Kind::Signing)) : QString();
    };
    QTRY_VERIFY(said().contains(u"CP1 waits for a certificate for Plug & Charge"_s));
    QSignalSpy links(site_->page.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*site_->button(Kind::Signing, u"Open the station"_s)));
    QCOMPARE(links.size(), 1);
    QCOMPARE(links.first().first().value<ui::Target>().station, u"CP1"_s);
    QCOMPARE(links.first().first().value<ui::Target>().part, u"security"_s);
    change([](auto &orders, const auto &order) {
        orders.wasNotSigned(order, u"HTTP status 503"_s, true, store::now());
    });
    QTRY_VERIFY(said().contains(u"The certificate of CP1 for Plug & Charge was not signed"_s));
    QVERIFY(said().contains(u"HTTP status 503"_s));
    QVERIFY(uitest::press(*site_->button(Kind::Signing, u"Try again"_s)));
    QTRY_VERIFY(!site_->row(Kind::Signing)); // the engine asks the provider
    change([](auto &orders, const auto &order) { orders.answered(order, false, u"Rejected"_s, store::now()); });
    QTRY_VERIFY(said().contains(u"CP1 refused its certificate for Plug & Charge"_s));
    change([](auto &orders, const auto &order) { orders.answered(order, true, {}, store::now()); });
    QTRY_VERIFY(!site_->row(Kind::Signing));
}

void TestAttention::clockIsTold()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) { store::Stations(db).reportClockDrift(u"CP1"_s, 299s); });
    site_->write([](store::Database &db) { store::Stations(db).reportClockDrift(u"CP1"_s, -7min); });
    QTRY_VERIFY(site_->row(Kind::Clock));
    QVERIFY(allText(*site_->row(Kind::Clock)).contains(u"The clock of CP1 is 7\u00a0min behind"_s));
    QVERIFY(uitest::press(*site_->button(Kind::Clock, u"Tell it the time"_s)));
    QTRY_COMPARE(site_->write([](store::Database &db) { return store::Commands(db).list(); }).size(), 1);
    const auto command = site_->write([](store::Database &db) { return store::Commands(db).list().first(); });
    QCOMPARE(command.payload, QByteArray(R"({"requestedMessage":"Heartbeat"})"));
    site_->write([](store::Database &db) { store::Stations(db).reportClockDrift(u"CP1"_s, 1s); });
    QTRY_VERIFY(!site_->row(Kind::Clock));
}

void TestAttention::unknownTagIsAddedAndUndone()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        for (int i = 0; i < 3; ++i)
            store::SeenTags(db).note(u"0499AA"_s, u"CP1"_s, store::now());
    });
    QTRY_VERIFY(site_->row(Kind::Tag));
    QVERIFY(allText(*site_->row(Kind::Tag)).contains(u"It was shown 3 times, last at CP1."_s));
    QVERIFY(uitest::press(*site_->button(Kind::Tag, u"Add the tag"_s)));
    QTRY_VERIFY(!site_->row(Kind::Tag));
    const auto known = [this] {
        return site_->write([](store::Database &db) { return store::IdTags(db).find(u"0499aa"_s).has_value(); });
    };
    QVERIFY(known());
    QVERIFY(uitest::press(*site_->page, u"Undo"_s));
    QTRY_VERIFY(site_->row(Kind::Tag));
    QVERIFY(!known());
    QCOMPARE(site_->row(Kind::Tag)->item().count, 3);
    QVERIFY(uitest::press(*site_->button(Kind::Tag, u"Ignore"_s)));
    QTRY_VERIFY(!site_->row(Kind::Tag));
    QVERIFY(!known());
}

void TestAttention::pendingStationIsAccepted()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        store::Station station;
        station.id = u"NEW"_s;
        station.registration = store::Registration::Pending;
        station.created = store::now();
        store::Stations(db).save(station);
    });
    QTRY_VERIFY(site_->row(Kind::Pending));
    const auto registration = [this] {
        return site_->write([](store::Database &db) { return store::Stations(db).find(u"NEW"_s)->registration; });
    };
    QVERIFY(uitest::press(*site_->button(Kind::Pending, u"Accept"_s)));
    QTRY_VERIFY(!site_->row(Kind::Pending));
    QVERIFY(registration() == store::Registration::Accepted);
    QVERIFY(uitest::press(*site_->page, u"Undo"_s));
    QTRY_VERIFY(site_->row(Kind::Pending));
    QVERIFY(uitest::press(*site_->button(Kind::Pending, u"Reject"_s)));
    QTRY_VERIFY(!site_->row(Kind::Pending));
    QVERIFY(registration() == store::Registration::Rejected);
}

void TestAttention::knocksLeadToConnect()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        samplesite::addKnock(db, u"WB-1"_s, u"unknownStation"_s, 404);
        samplesite::addKnock(db, u"CP1"_s, u"passwordWrong"_s, 401); // to be seen on Connect, nothing to accept
    });
    QTRY_VERIFY(site_->row(Kind::Knocks));
    QCOMPARE(site_->row(Kind::Knocks)->item().count, 1);
    QSignalSpy links(site_->page.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*site_->button(Kind::Knocks, u"See who knocks"_s)));
    QCOMPARE(links.first().first().value<ui::Target>().page, u"connect"_s);
}

void TestAttention::whatIsSettledElsewhereIsSaid()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        samplesite::addSession(db, u"CP1"_s, 1, u"T"_s, 300);
        samplesite::goOffline(db, u"CP1"_s, 190);
    });
    QTRY_VERIFY(site_->row(Kind::Endless));
    const qint64 id = site_->row(Kind::Endless)->item().id;
    site_->write([id](store::Database &db) {
        db.run(u"UPDATE transactions SET closed_by = 'nextStart' WHERE id = ?"_s, {id}); // no news of it yet
    });
    QVERIFY(uitest::press(*site_->button(Kind::Endless, u"Close the session"_s)));
    QTRY_VERIFY(allText(*site_->row(Kind::Endless)).contains(u"It has been settled meanwhile."_s));
}

void TestAttention::mostUrgentFirst()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        samplesite::fill(db);
        samplesite::addMatters(db);
    });
    QTRY_VERIFY(site_->page->findChildren<ui::AttentionRow *>().size() > 8);
    const auto byPlace = [this] {
        QList<ui::AttentionRow *> rows = site_->page->findChildren<ui::AttentionRow *>();
        std::ranges::sort(rows, {}, [](const ui::AttentionRow *r) { return r->y(); });
        return rows;
    };
    QTRY_VERIFY(std::ranges::is_sorted(byPlace(), {}, [](const ui::AttentionRow *r) { return r->item().kind; }));
    QCOMPARE(byPlace().first()->item().station, u"CP13"_s);
    const QStringList nameless = uitest::namelessControls(*site_->page);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestAttention::manyMattersAreBounded()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        for (int i = 0; i < ui::AttentionList::mostShown + 25; ++i) {
            samplesite::addStation(db, u"S%1"_s.arg(i), 1);
            samplesite::goOffline(db, u"S%1"_s.arg(i), 30);
        }
    });
    QTRY_COMPARE(site_->page->findChildren<ui::AttentionRow *>().size(), ui::AttentionList::mostShown);
    QTRY_VERIFY(site_->page->headline().contains(u", 65 "_s));
    QVERIFY(std::ranges::any_of(site_->page->findChildren<QLabel *>(),
                                [](const QLabel *label) { return label->text() == u"and 25 more"_s; }));
}

void TestAttention::whatIsNotReadIsCounted()
{
    site_->addStation(u"CP1"_s);
    site_->write([](store::Database &db) {
        for (int i = 0; i < 70; ++i) {
            const ocpp::Timestamp time = store::now() - std::chrono::minutes(i);
            store::Attention(db).park({.station = u"CP1"_s,
                                       .kind = u"repeatedStop"_s,
                                       .time = time,
                                       .received = time,
                                       .payload = QByteArray::number(i)});
        }
        for (int i = 0; i < 30; ++i)
            store::SeenTags(db).note(u"TAG%1"_s.arg(i), u"CP1"_s, store::now());
        store::SeenTags(db).note(u"FORGOTTEN"_s, u"CP1"_s, store::now() - std::chrono::days(40));
    });
    QTRY_VERIFY(site_->page->headline().contains(u", 100 "_s));
    const QString beyond = u"and %1 more"_s.arg(100 - ui::AttentionList::mostShown);
    QTRY_VERIFY(std::ranges::any_of(site_->page->findChildren<QLabel *>(),
                                    [&](const QLabel *label) { return label->text() == beyond; }));
}

void TestAttention::everyKindHasWords_data()
{
    QTest::addColumn<int>("kind");
    for (int kind = int(Kind::Fault); kind <= int(Kind::Demo); ++kind)
        QTest::addRow("%d", kind) << kind;
}

void TestAttention::everyKindHasWords()
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

UI_TEST_MAIN(TestAttention)
#include "tst_attention.moc"
