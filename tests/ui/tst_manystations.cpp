// SPDX-License-Identifier: GPL-3.0-or-later
// One command to several stations, beside the real engine and simulated stations.
#include "store/clock.h"
#include "store/commands.h"
#include "store/stations.h"
#include "ui/commands/commandhead.h"
#include "ui/commands/commandrow.h"
#include "ui/livesite.h"
#include "ui/pages/stations/many/batchview.h"
#include "ui/pages/stations/many/commandbatch.h"
#include "ui/pages/stations/many/manypanel.h"
#include "ui/pages/stations/stationpanel.h"
#include "ui/pages/stations/stationspage.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms: stations restart

} // namespace

class TestManyStations : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void severalPickedOfferCommands();
    void allShownArePicked();
    void oneCommandForEachStation();
    void offlineOnesWaitAndAreCancelled();
    void failedCancellingIsTold();
    void hardRestartAsksOnce();
    void progressIsToldElsewhere();
    void everyControlHasAName();
    void manyAreRestartedAndOneFails();
    void unansweredOneIsTriedAgainAlone();

private:
    void openSample();
    void openLive();
    void show(const ui::Backend &backend);
    void pick(const QStringList &stations);
    void unfold(const char *action);
    void send(const char *action);
    [[nodiscard]] ui::TableView &table() { return *page_->findChild<ui::TableView *>(u"stations"_s); }
    [[nodiscard]] ui::ManyPanel &many() { return *page_->findChild<ui::ManyPanel *>(); }
    [[nodiscard]] ui::BatchView &batchView() { return *page_->findChild<ui::BatchView *>(); }
    [[nodiscard]] ui::CommandBatch &batch() { return *page_->findChild<ui::CommandBatch *>(); }
    [[nodiscard]] QString storyOf(const QString &station);
    [[nodiscard]] QStringList commandsOf(const QString &station);

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::LiveSite> live_;
    std::unique_ptr<ui::StationsPage> page_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void TestManyStations::cleanup()
{
    tester_.reset();
    page_.reset();
    live_.reset();
    store_.reset();
}

void TestManyStations::show(const ui::Backend &backend)
{
    page_ = std::make_unique<ui::StationsPage>(backend);
    page_->resize(1200, 800);
    page_->show();
    tester_ = std::make_unique<QAbstractItemModelTester>(&batch().model(),
                                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestManyStations::openSample()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        for (const QString &id : {u"CP1"_s, u"CP2"_s, u"CP3"_s, u"Yard"_s})
            samplesite::addStation(db, id);
    });
    show(store_->backend());
    QTRY_COMPARE(table().model()->rowCount(), 4);
}

void TestManyStations::openLive()
{
    live_ = std::make_unique<uitest::LiveSite>();
    for (const QString &id : {u"CP1"_s, u"CP2"_s})
        live_->add(id);
    show(live_->backend());
}

void TestManyStations::pick(const QStringList &stations)
{
    table().clearSelection();
    QAbstractItemModel &model = *table().model();
    for (const QString &station : stations) {
        const QModelIndexList found = model.match(model.index(0, 1), Qt::DisplayRole, station, 1, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        table().selectionModel()->select(found.first(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void TestManyStations::unfold(const char *action)
{
    auto *row = many().findChild<ui::CommandRow *>(QLatin1StringView(action));
    QVERIFY(row);
    if (!row->isUnfolded())
        QVERIFY(uitest::press(*row->findChild<ui::CommandHead *>()));
}

void TestManyStations::send(const char *action)
{
    unfold(action);
    auto *row = many().findChild<ui::CommandRow *>(QLatin1StringView(action));
    QVERIFY(uitest::press(*row->findChild<QPushButton *>(u"send"_s)));
}

QString TestManyStations::storyOf(const QString &station)
{
    const int place = batch().model().find(station);
    return place < 0 ? QString() : batch().model().at(place).story().text;
}

QStringList TestManyStations::commandsOf(const QString &station)
{
    const auto read = [station](store::Database &db) {
        QStringList actions;
        for (const store::Command &command : store::Commands(db).list({.station = station})) {
            if (command.origin == u"window"_s)
                actions.append(command.action + u' ' + QString::fromUtf8(command.payload));
        }
        return actions;
    };
    return store_ ? store_->write(read) : live_->write(read);
}

void TestManyStations::severalPickedOfferCommands()
{
    openSample();
    pick({u"CP1"_s, u"CP3"_s});
    QVERIFY(many().isVisible());
    QVERIFY(uitest::visibleText(many()).contains(u"2 station"_s));
    QVERIFY(uitest::visibleText(many()).contains(u"2 of 2 online"_s));
    QVERIFY(!many().findChild<ui::CommandRow *>(u"RemoteStopTransaction"_s)); // a session belongs to one station
    unfold("ClearCache");
    QCOMPARE(many().findChild<ui::CommandRow *>(u"ClearCache"_s)->findChild<QPushButton *>(u"send"_s)->text(),
             u"Clear: 2 stations"_s);
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP3"_s, 3); });
    QTRY_VERIFY(uitest::visibleText(many()).contains(u"1 of 2 online"_s));
    pick({u"CP1"_s});
    QVERIFY(!many().isVisible());
    QCOMPARE(page_->findChild<ui::StationPanel *>()->station(), u"CP1"_s);
}

void TestManyStations::allShownArePicked()
{
    openSample();
    page_->search(u"CP"_s);
    QVERIFY(uitest::press(*page_, u"Pick all 3"_s));
    QVERIFY(uitest::visibleText(many()).contains(u"3 station"_s));
    QTest::keyClick(&table(), Qt::Key_Escape);
    QVERIFY(!many().isVisible());
    QVERIFY(table().selectionModel()->selectedRows().isEmpty());
}

void TestManyStations::oneCommandForEachStation()
{
    openSample();
    pick({u"CP1"_s, u"CP2"_s});
    unfold("ChangeAvailability");
    auto *row = many().findChild<ui::CommandRow *>(u"ChangeAvailability"_s);
    const auto connector = [row] { return uitest::named<QComboBox>(*row, u"Connector"_s); };
    QTRY_VERIFY(connector() && connector()->findData(u"2"_s) >= 0); // both have a second one
    row->findChild<QPushButton *>(u"Inoperative"_s)->click();
    connector()->setCurrentIndex(connector()->findData(u"2"_s));
    send("ChangeAvailability");
    QTRY_COMPARE(commandsOf(u"CP1"_s), QStringList(u"ChangeAvailability {\"connectorId\":2,\"type\":\"Inoperative\"}"_s));
    QCOMPARE(commandsOf(u"CP2"_s), commandsOf(u"CP1"_s));
    QVERIFY(commandsOf(u"CP3"_s).isEmpty());
    QVERIFY(batchView().isVisible());
    QTRY_COMPARE(storyOf(u"CP2"_s), u"Queued"_s);
    QTRY_COMPARE(batchView().headline(), u"Put in or out of service: 0 of 2 done, 2 queued"_s);
    const auto sendFirst = [](store::Database &db) {
        store::Commands commands(db);
        return commands.markSent(commands.list({.station = u"CP1"_s}).first().id, u"m1"_s, store::now());
    };
    QVERIFY(store_->write(sendFirst));
    QTRY_COMPARE(batchView().headline(), u"Put in or out of service: 0 of 2 done, 1 under way, 1 queued"_s);
    QVERIFY(uitest::named<QPushButton>(batchView(), u"Cancel 1 queued"_s));
}

void TestManyStations::offlineOnesWaitAndAreCancelled()
{
    openSample();
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP2"_s, 3); });
    QTRY_COMPARE(page_->headline(), u"3 of 4 online"_s);
    pick({u"CP1"_s, u"CP2"_s});
    send("ClearCache");
    QTRY_COMPARE(storyOf(u"CP2"_s), u"Queued until the station is back"_s);
    QVERIFY(uitest::press(batchView(), u"Cancel 2 queued"_s));
    QTRY_COMPARE(storyOf(u"CP2"_s), u"Cancelled before it was sent"_s);
    QTRY_COMPARE(batch().counts().failed, 2);
    store_->write([](store::Database &db) { return store::Stations(db).remove(u"CP2"_s); });
    QVERIFY(uitest::press(batchView(), u"Try 2 again"_s));
    QTRY_COMPARE(storyOf(u"CP2"_s), u"Not queued"_s); // it is gone meanwhile, and says so
    QTRY_COMPARE(storyOf(u"CP1"_s), u"Queued"_s);
}

void TestManyStations::failedCancellingIsTold()
{
    openSample();
    pick({u"CP1"_s, u"CP2"_s});
    send("ClearCache");
    QTRY_COMPARE(storyOf(u"CP2"_s), u"Queued"_s);
    store_->write([](store::Database &db) {
        db.define(u"CREATE TRIGGER refuse BEFORE UPDATE ON commands BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
    });
    QVERIFY(uitest::press(batchView(), u"Cancel 2 queued"_s));
    QTRY_VERIFY(uitest::visibleText(batchView()).contains(u"The database"_s));
    QCOMPARE(batch().counts().cancellable, 2);
    store_->write([](store::Database &db) { db.define(u"DROP TRIGGER refuse"_s); });
    QVERIFY(uitest::press(batchView(), u"Cancel 2 queued"_s));
    QTRY_COMPARE(storyOf(u"CP2"_s), u"Cancelled before it was sent"_s);
    QVERIFY(!uitest::visibleText(batchView()).contains(u"The database"_s));
}

void TestManyStations::hardRestartAsksOnce()
{
    openSample();
    store_->write([](store::Database &db) { samplesite::setStatus(db, u"CP2"_s, 1, u"Charging"_s); });
    QTRY_VERIFY(page_->headline().contains(u"1 charging"_s));
    pick({u"CP1"_s, u"CP2"_s});
    unfold("Reset");
    many().findChild<ui::CommandRow *>(u"Reset"_s)->findChild<QPushButton *>(u"Hard"_s)->click();
    QStringList asked;
    bool agrees = false;
    ui::modal::Answers person;
    person.question = [&](const ui::modal::Question &question) {
        asked.append(question.text);
        return agrees;
    };
    send("Reset");
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.first().startsWith(u"At 1 of them: A car is charging."_s));
    QVERIFY(commandsOf(u"CP1"_s).isEmpty());
    agrees = true;
    send("Reset");
    QTRY_COMPARE(commandsOf(u"CP2"_s), QStringList(u"Reset {\"type\":\"Hard\"}"_s));
}

void TestManyStations::progressIsToldElsewhere()
{
    openSample();
    pick({u"CP1"_s, u"CP2"_s});
    send("ClearCache");
    QTRY_COMPARE(batch().counts().unsettled, 2);
    pick({u"Yard"_s}); // looks at another station meanwhile
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Clear the tag cache: 0 of 2 done, 2 queued"_s));
    QVERIFY(uitest::press(*page_, u"Show"_s));
    QVERIFY(batchView().isVisible());
    QTRY_VERIFY(!uitest::named<QPushButton>(*page_, u"Show"_s));
}

void TestManyStations::everyControlHasAName()
{
    openSample();
    pick({u"CP1"_s, u"CP2"_s});
    unfold("ChangeAvailability");
    QStringList nameless = uitest::namelessControls(*page_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    send("ClearCache");
    QTRY_VERIFY(batchView().isVisible());
    nameless = uitest::namelessControls(*page_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestManyStations::manyAreRestartedAndOneFails()
{
    openLive();
    simulator::Station &stubborn = live_->add(u"CP3"_s);
    stubborn.setBehaviour(u"Reset"_s, {.kind = simulator::Behaviour::Kind::Reject, .times = 1});
    QTRY_COMPARE(table().model()->rowCount(), 3);
    table().selectAll();
    send("Reset");
    QTRY_COMPARE_WITH_TIMEOUT(storyOf(u"CP1"_s), u"Restarted"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(storyOf(u"CP2"_s), u"Restarted"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(storyOf(u"CP3"_s), u"Rejected by the station"_s, patience);
    QTRY_COMPARE(batchView().headline(), u"Restart: 2 of 3 done, 1 failed"_s);
    QVERIFY(uitest::press(batchView(), u"Try 1 again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(storyOf(u"CP3"_s), u"Restarted"_s, patience);
    QTRY_COMPARE(batchView().headline(), u"Restart: 3 of 3 done"_s);
    QCOMPARE(commandsOf(u"CP1"_s).size(), 1); // those that had done it were left alone
    QCOMPARE(commandsOf(u"CP3"_s).size(), 2);
}

void TestManyStations::unansweredOneIsTriedAgainAlone()
{
    openLive();
    simulator::Station &broken = live_->add(u"CP3"_s);
    broken.setBehaviour(u"ClearCache"_s, {.kind = simulator::Behaviour::Kind::Error, .times = 1});
    live_->add(u"CP4"_s).setBehaviour(u"ClearCache"_s, {.kind = simulator::Behaviour::Kind::Reject});
    QTRY_COMPARE(table().model()->rowCount(), 4);
    table().selectAll();
    send("ClearCache");
    QTRY_COMPARE_WITH_TIMEOUT(batch().counts().failed, 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(batch().counts().done(), 2, patience);
    QCOMPARE(storyOf(u"CP3"_s), u"Answered with an error"_s);
    QVERIFY(batch().model().at(batch().model().find(u"CP3"_s)).command.error.contains(u"InternalError"_s));
    auto *list = batchView().findChild<ui::TableView *>();
    const QAbstractItemModel &rows = *list->model();
    list->selectRow(rows.match(rows.index(0, 0), Qt::DisplayRole, u"CP3"_s).first().row());
    QVERIFY(uitest::press(batchView(), u"Try CP3 again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(batch().counts().failed, 1, patience);
    QCOMPARE(commandsOf(u"CP4"_s).size(), 1);
}

UI_TEST_MAIN(TestManyStations)
#include "tst_manystations.moc"
