// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock.h"
#include "store/commands.h"
#include "store/configuration.h"
#include "store/knocks.h"
#include "store/reconciliations.h"
#include "store/stations.h"
#include "ui/commands/commandhead.h"
#include "ui/commands/commandrow.h"
#include "ui/pages/stations/connectorcard.h"
#include "ui/pages/stations/stationpanel.h"
#include "ui/pages/stations/stationspage.h"
#include "ui/samplebook.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString cell(const QTableView &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

QString allText(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

} // namespace

class TestStationsPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyPageOffersTheFirstStep();
    void stationAppears();
    void statusChangesInPlace();
    void headlineCounts();
    void searchFilters();
    void detailOpensAndEscapeCloses();
    void detailFollowsTheStation();
    void lastHeardGrowsWithoutNews();
    void resetIsQueuedByAClick();
    void progressAndOutcomeInPlace();
    void offlineCommandCanBeCancelled();
    void failedCancellingIsTold();
    void cancelledStepPausesAndIsResumed();
    void hardResetAsksWhileCharging();
    void refusalIsShownAtTheField();
    void formKeepsWhatWasEntered();
    void formInUseIsLeftAlone();
    void commandIsPutAside();
    void refusedCommandIsPutAside();
    void commandRefusedLateIsPutAside();
    void typedNameBecomesItsTag();
    void socketFillsWithTheSession();
    void faultIsSaidInWords();
    void sortingIsRemembered();
    void knocksLeadToConnect();
    void unreadableKnocksAreSaid();
    void pendingStationIsAccepted();
    void decisionThatFailsIsSaid();
    void stationIsAdded();
    void doubleNameIsRefused();
    void complaintIsReadAtItsField();
    void addedStationIsShownInSpiteOfTheSearch();
    void newStationIsPutAside();
    void whatIsTypedWhileAStationIsAddedIsTheNextOne();
    void columnsFitBesideTheDetail();
    void findingsLeadToTheirMessages();
    void removedStationClosesItsDetail();
    void unreadableDatabaseIsSaid();

private:
    ui::TableView &table() { return *page_->findChild<ui::TableView *>(u"stations"_s); }
    ui::StationPanel &panel() { return *page_->findChild<ui::StationPanel *>(); }
    ui::CommandRow &command(const char *action)
    {
        return *panel().findChild<ui::CommandRow *>(QLatin1StringView(action));
    }
    QPushButton &sendButton(const char *action) { return *command(action).findChild<QPushButton *>(u"send"_s); }
    QComboBox &box(const char *action, const char *field)
    {
        return *command(action).findChild<QWidget *>(QLatin1StringView(field))->findChild<QComboBox *>();
    }
    void addStation(const QString &id);
    void openDetail(const QString &id);
    void unfold(const char *action);
    QList<store::Command> commands();
    void setCommand(qint64 id, store::CommandState state, const QString &outcome = {}, bool followed = false);

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::StationsPage> page_;
};

void TestStationsPage::init()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) { samplesite::startNode(db); });
    page_ = std::make_unique<ui::StationsPage>(store_->backend());
    page_->resize(1060, 700);
    page_->show();
    QTRY_VERIFY(page_->findChild<ui::EmptyState *>()->isVisible());
}

void TestStationsPage::cleanup()
{
    page_.reset();
    store_.reset();
}

void TestStationsPage::addStation(const QString &id)
{
    store_->write([id](store::Database &db) { samplesite::addStation(db, id); });
    QTRY_VERIFY(
        page_->findChild<ui::TableView *>(u"stations"_s)->model()->match(table().model()->index(0, 1), Qt::DisplayRole, id).size()
        == 1);
}

void TestStationsPage::openDetail(const QString &id)
{
    const QModelIndexList found = table().model()->match(table().model()->index(0, 1), Qt::DisplayRole, id);
    QCOMPARE(found.size(), 1);
    table().selectRow(found.first().row());
    QTRY_VERIFY(allText(panel()).contains(id));
}

void TestStationsPage::unfold(const char *action)
{
    QVERIFY(uitest::press(*command(action).findChild<ui::CommandHead *>()));
    QVERIFY(command(action).isUnfolded());
    QTRY_VERIFY(sendButton(action).visibleRegion().boundingRect().height() > 20); // it came into sight by itself
}

QList<store::Command> TestStationsPage::commands()
{
    return store_->write([](store::Database &db) { return store::Commands(db).list(); });
}

void TestStationsPage::setCommand(qint64 id, store::CommandState state, const QString &outcome, bool followed)
{
    store_->write([=](store::Database &db) {
        store::Commands commands(db);
        if (state == store::CommandState::Sent) {
            commands.markSent(id, u"m-1"_s, store::now());
            return;
        }
        commands.finish(id, {state, R"({"status":"Accepted"})", {}, store::now(), false});
        if (followed)
            commands.expectOutcome(id, store::now() + 1min);
        if (!outcome.isEmpty())
            commands.setOutcome(id, outcome);
    });
}

void TestStationsPage::emptyPageOffersTheFirstStep()
{
    QVERIFY(allText(*page_).contains(u"ws://192.168.1.20:9000/ocpp/"_s));
    QVERIFY(!table().isVisible());
}

void TestStationsPage::stationAppears()
{
    QAbstractItemModelTester tester(table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    addStation(u"CP1"_s);
    QVERIFY(table().isVisible());
    QCOMPARE(cell(table(), 0, 0), u"Available"_s);
    QCOMPARE(cell(table(), 0, 3), u"1 Available, 2 Available"_s);
}

void TestStationsPage::statusChangesInPlace()
{
    addStation(u"CP1"_s);
    addStation(u"CP2"_s);
    openDetail(u"CP2"_s);
    const QModelIndex selected = table().currentIndex();
    store_->write([](store::Database &db) {
        samplesite::setStatus(db, u"CP2"_s, 1, u"Charging"_s);
        samplesite::setLoad(db, u"CP2"_s, 1, 7400, 50);
    });
    QTRY_COMPARE(cell(table(), 1, 0), u"Charging"_s);
    QTRY_COMPARE(cell(table(), 1, 4), u"7.4"_s + QChar::Nbsp + u"kW"_s);
    QCOMPARE(table().currentIndex(), selected);
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP2"_s, 3); });
    QTRY_COMPARE(cell(table(), 1, 0), u"Offline"_s);
    QCOMPARE(cell(table(), 1, 5), u"3\u00a0min ago"_s);
    QCOMPARE(cell(table(), 1, 4), QString());
}

void TestStationsPage::headlineCounts()
{
    addStation(u"CP1"_s);
    addStation(u"CP2"_s);
    store_->write([](store::Database &db) {
        samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s);
        samplesite::setLoad(db, u"CP1"_s, 1, 11000, 50);
        samplesite::goOffline(db, u"CP2"_s, 3);
    });
    QTRY_COMPARE(page_->headline(), u"1 of 2 online, 1 charging, 11.0"_s + QChar::Nbsp + u"kW"_s);
    store_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Charging"_s); });
    QTRY_VERIFY(page_->headline().startsWith(u"1 of 2 online, 2 charging"_s)); // connectors, as on the Overview
}

void TestStationsPage::searchFilters()
{
    addStation(u"North 1"_s);
    addStation(u"South 1"_s);
    page_->search(u"sou"_s);
    QCOMPARE(table().model()->rowCount(), 1);
    page_->search(u"nowhere"_s);
    QVERIFY(allText(*page_).contains(u"No station matches"_s));
    page_->search({});
    QCOMPARE(table().model()->rowCount(), 2);
}

void TestStationsPage::detailOpensAndEscapeCloses()
{
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    QTRY_COMPARE(panel().findChildren<ui::ConnectorCard *>().size(), 2);
    QTest::keyClick(&table(), Qt::Key_Escape);
    QVERIFY(!panel().isVisible());
    QVERIFY(table().selectionModel()->selectedRows().isEmpty());
}

void TestStationsPage::detailFollowsTheStation()
{
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    store_->write([](store::Database &db) {
        store::Stations(db).reportBoot(u"CP1"_s,
                                       {.vendor = u"Keba"_s,
                                        .model = u"P30"_s,
                                        .serial = {},
                                        .chargeBoxSerial = {},
                                        .firmwareVersion = u"1.18.0"_s,
                                        .iccid = {},
                                        .imsi = {},
                                        .meterType = {},
                                        .meterSerial = {}},
                                       store::now());
    });
    panel().findChild<QTabBar *>()->setCurrentIndex(4);
    QTRY_VERIFY(allText(panel()).contains(u"Keba"_s));
    QVERIFY(allText(panel()).contains(u"1.18.0"_s));
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 3); });
    QTRY_VERIFY(allText(panel()).contains(u"Last heard 3\u00a0min ago"_s));
}

void TestStationsPage::lastHeardGrowsWithoutNews()
{
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    store_->write([](store::Database &db) {
        const auto row = store::Stations(db).find(u"CP1"_s);
        const ocpp::Timestamp last = store::now() - 20s;
        db.run(u"UPDATE stations SET last_heard = ? WHERE id_key = ?"_s, {last, row->idKey});
        db.noteChange(store::Table::Stations, row->id);
    });
    QTRY_VERIFY(allText(panel()).contains(u"\u00a0s ago"_s));
    const QString first = allText(panel());
    for (QTimer *timer : panel().findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly))
        timer->setInterval(1); // of ten seconds
    QTRY_VERIFY(allText(panel()) != first);
}

void TestStationsPage::resetIsQueuedByAClick()
{
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    unfold("Reset");
    QVERIFY(uitest::press(sendButton("Reset")));
    QTRY_COMPARE(commands().size(), 1);
    const store::Command queued = commands().first();
    QCOMPARE(queued.station, u"CP1"_s);
    QCOMPARE(queued.action, u"Reset"_s);
    QCOMPARE(queued.origin, u"window"_s);
    QCOMPARE(queued.payload, QByteArray(R"({"type":"Soft"})"));
}

void TestStationsPage::progressAndOutcomeInPlace()
{
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    unfold("Reset");
    QVERIFY(uitest::press(sendButton("Reset")));
    QTRY_COMPARE(sendButton("Reset").text(), u"Queued"_s);
    QVERIFY(!sendButton("Reset").isEnabled());
    const qint64 id = commands().first().id;
    setCommand(id, store::CommandState::Sent);
    QTRY_COMPARE(sendButton("Reset").text(), u"Sent, waiting for the answer"_s);
    setCommand(id, store::CommandState::Accepted, {}, true);
    QTRY_VERIFY(allText(command("Reset")).contains(u"Accepted, restarting"_s));
    setCommand(id, store::CommandState::Accepted, u"rebooted"_s);
    QTRY_VERIFY(allText(command("Reset")).startsWith(u"The station restarts"_s));
    QTRY_VERIFY(allText(command("Reset")).contains(u"Restarted\n"_s));
    QVERIFY(sendButton("Reset").isEnabled());
    QCOMPARE(sendButton("Reset").text(), u"Restart again"_s);
}

void TestStationsPage::offlineCommandCanBeCancelled()
{
    addStation(u"CP1"_s);
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 3); });
    openDetail(u"CP1"_s);
    QTRY_VERIFY(allText(panel()).contains(u"Offline"_s));
    unfold("ClearCache");
    QVERIFY(uitest::press(sendButton("ClearCache")));
    QTRY_COMPARE(sendButton("ClearCache").text(), u"Queued until the station is back"_s);
    auto *cancel = uitest::named<QPushButton>(command("ClearCache"), u"Cancel: Clear the tag cache"_s);
    QVERIFY(cancel);
    QVERIFY(uitest::press(*cancel));
    QTRY_VERIFY(allText(command("ClearCache")).contains(u"Cancelled before it was sent"_s));
    QVERIFY(commands().first().state == store::CommandState::Cancelled);
}

void TestStationsPage::failedCancellingIsTold()
{
    addStation(u"CP1"_s);
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 3); });
    openDetail(u"CP1"_s);
    unfold("ClearCache");
    QVERIFY(uitest::press(sendButton("ClearCache")));
    QTRY_COMPARE(sendButton("ClearCache").text(), u"Queued until the station is back"_s);
    store_->write([](store::Database &db) {
        db.define(u"CREATE TRIGGER refuse BEFORE UPDATE ON commands BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
    });
    QVERIFY(uitest::press(command("ClearCache"), u"Cancel: Clear the tag cache"_s));
    QTRY_VERIFY(allText(command("ClearCache")).contains(u"The database"_s));
    QVERIFY(!sendButton("ClearCache").isEnabled()); // it still waits
    store_->write([](store::Database &db) {
        db.define(u"DROP TRIGGER refuse"_s);
        samplesite::setStatus(db, u"CP1"_s, 1, u"Available"_s); // news take no complaint away
    });
    QTRY_VERIFY(allText(panel()).contains(u"Offline"_s));
    QVERIFY(allText(command("ClearCache")).contains(u"The database"_s));
    QVERIFY(uitest::press(command("ClearCache"), u"Cancel: Clear the tag cache"_s));
    QTRY_VERIFY(allText(command("ClearCache")).contains(u"Cancelled before it was sent"_s));
    QVERIFY(!allText(command("ClearCache")).contains(u"The database"_s));
}

void TestStationsPage::cancelledStepPausesAndIsResumed()
{
    page_->resize(1060, 2400); // nothing moves out of sight as it unfolds
    addStation(u"CP1"_s);
    store_->write([](store::Database &db) {
        store::Reconciliation row = store::Reconciliations(db).find(u"CP1"_s, store::configurationTopic);
        row.state = store::ReconciliationState::Working;
        row.difference = 2;
        store::Reconciliations(db).save(row, store::now());
        store::Command command;
        command.station = u"CP1"_s;
        command.action = u"ChangeConfiguration"_s;
        command.payload = R"({"key":"HeartbeatInterval","value":"60"})";
        command.origin = store::configurationTopic;
        command.created = store::now();
        store::Commands(db).queue(command);
    });
    const auto standing = [this] {
        return store_->write(
            [](store::Database &db) { return store::Reconciliations(db).find(u"CP1"_s, store::configurationTopic); });
    };
    openDetail(u"CP1"_s);
    ui::CommandRow &row = command("ChangeConfiguration");
    unfold("ChangeConfiguration");
    QTRY_VERIFY(allText(row).contains(u"Cancelling it pauses that (Configuration)"_s));
    QVERIFY(uitest::press(row, u"Cancel: "_s + row.spec().titleText()));
    QTRY_VERIFY(allText(row).contains(u"Cancelled before it was sent"_s));
    QVERIFY(standing().paused);
    QTRY_VERIFY(allText(row).contains(u"Paused: nothing is sent."_s));
    QVERIFY(allText(row).contains(u"A person cancelled its ChangeConfiguration."_s));
    QVERIFY(!allText(row).contains(u"Cancelling it pauses"_s));
    QVERIFY(uitest::press(row, u"Resume"_s));
    QTRY_VERIFY(!standing().paused);
    QTRY_VERIFY(!allText(row).contains(u"Paused"_s));
}

void TestStationsPage::hardResetAsksWhileCharging()
{
    addStation(u"CP1"_s);
    store_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s); });
    openDetail(u"CP1"_s);
    QTRY_VERIFY(allText(panel()).contains(u"Charging."_s));
    unfold("Reset");
    command("Reset").findChild<QPushButton *>(u"Hard"_s)->click();
    QStringList asked;
    bool agree = false;
    ui::modal::Answers person;
    person.question = [&](const ui::modal::Question &question) {
        asked.append(question.text);
        return agree;
    };
    QVERIFY(uitest::press(sendButton("Reset")));
    QCOMPARE(asked.size(), 1);
    QVERIFY(commands().isEmpty());
    agree = true;
    QVERIFY(uitest::press(sendButton("Reset")));
    QTRY_COMPARE(commands().size(), 1);
    QCOMPARE(asked.size(), 2);
}

void TestStationsPage::refusalIsShownAtTheField()
{
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    unfold("RemoteStartTransaction");
    QVERIFY(uitest::press(sendButton("RemoteStartTransaction")));
    QVERIFY(allText(command("RemoteStartTransaction")).contains(u"This is needed."_s));
    QVERIFY(sendButton("RemoteStartTransaction").isEnabled());
    QVERIFY(commands().isEmpty());
}

void TestStationsPage::formKeepsWhatWasEntered()
{
    addStation(u"CP1"_s);
    store_->write([](store::Database &db) { samplebook::addTag(db, u"A1"_s, u"Anna"_s); });
    openDetail(u"CP1"_s);
    unfold("RemoteStartTransaction");
    box("RemoteStartTransaction", "idTag").setCurrentText(u"A1 · Anna"_s);
    box("RemoteStartTransaction", "connectorId").setCurrentText(u"2 · Available"_s);
    QVERIFY(uitest::press(sendButton("RemoteStartTransaction")));
    QTRY_COMPARE(commands().size(), 1);
    store_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Preparing"_s); });
    QTRY_COMPARE(box("RemoteStartTransaction", "connectorId").currentText(), u"2 · Preparing"_s);
    QCOMPARE(box("RemoteStartTransaction", "idTag").currentText(), u"A1 · Anna"_s);
}

void TestStationsPage::formInUseIsLeftAlone()
{
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    unfold("ChangeAvailability");
    const QPointer<QComboBox> connectors = &box("ChangeAvailability", "connectorId");
    connectors->showPopup();
    store_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Charging"_s); });
    QTRY_VERIFY(allText(panel()).contains(u"Charging."_s)); // it was told
    QVERIFY(connectors);
    QVERIFY(connectors->view()->isVisible());
    connectors->hidePopup();
    table().setFocus();
    QTRY_VERIFY(box("ChangeAvailability", "connectorId").findText(u"2 · Charging"_s) >= 0);
}

void TestStationsPage::commandIsPutAside()
{
    addStation(u"CP1"_s);
    addStation(u"CP2"_s);
    store_->write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        samplebook::addTag(db, u"B2"_s, u"Ben"_s);
    });
    openDetail(u"CP1"_s);
    unfold("RemoteStartTransaction");
    const QString preset = box("RemoteStartTransaction", "idTag").currentText();
    box("RemoteStartTransaction", "idTag").setCurrentText(u"B2 · Ben"_s);
    QVERIFY(page_->hasUnsaved());
    openDetail(u"CP2"_s);
    const QString told = u"Your changes to the command “%1” of CP1 were put aside."_s.arg(
        command("RemoteStartTransaction").spec().titleText());
    QTRY_VERIFY(allText(*page_).contains(told));
    QVERIFY(!command("RemoteStartTransaction").isUnfolded());
    QVERIFY(page_->hasUnsaved());
    panel().showPart(u"security"_s);
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QCOMPARE(panel().station(), u"CP1"_s);
    QVERIFY(!allText(*page_).contains(u"put aside"_s));
    QTRY_VERIFY(sendButton("RemoteStartTransaction").visibleRegion().boundingRect().height() > 20);
    QTRY_COMPARE(box("RemoteStartTransaction", "idTag").currentText(), u"B2 · Ben"_s);
    QVERIFY(uitest::press(sendButton("RemoteStartTransaction")));
    QTRY_COMPARE(commands().size(), 1);
    QTRY_VERIFY(!page_->hasUnsaved());
    openDetail(u"CP2"_s);
    QVERIFY(!allText(*page_).contains(u"put aside"_s)); // what was sent is no draft
    unfold("RemoteStartTransaction");
    box("RemoteStartTransaction", "idTag").setCurrentText(u"B2 · Ben"_s);
    box("RemoteStartTransaction", "idTag").setCurrentText(preset);
    QVERIFY(!page_->hasUnsaved()); // nor is what was taken back
}

void TestStationsPage::refusedCommandIsPutAside()
{
    addStation(u"CP1"_s);
    addStation(u"CP2"_s);
    store_->write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        samplebook::addTag(db, u"B2"_s, u"Ben"_s);
    });
    openDetail(u"CP1"_s);
    unfold("RemoteStartTransaction");
    box("RemoteStartTransaction", "idTag").setCurrentText(u"B2 · Ben"_s);
    store_->write([](store::Database &db) {
        db.define(u"CREATE TRIGGER refuse BEFORE INSERT ON commands BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
    });
    QVERIFY(uitest::press(sendButton("RemoteStartTransaction")));
    QTRY_VERIFY(sendButton("RemoteStartTransaction").isEnabled());
    QVERIFY(page_->hasUnsaved());
    openDetail(u"CP2"_s);
    QTRY_VERIFY(allText(*page_).contains(u"put aside"_s));
}

void TestStationsPage::commandRefusedLateIsPutAside()
{
    addStation(u"CP1"_s);
    addStation(u"CP2"_s);
    store_->write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        samplebook::addTag(db, u"B2"_s, u"Ben"_s);
        db.define(u"CREATE TRIGGER refuse BEFORE INSERT ON commands BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
    });
    openDetail(u"CP1"_s);
    unfold("RemoteStartTransaction");
    box("RemoteStartTransaction", "idTag").setCurrentText(u"B2 · Ben"_s);
    uitest::Halt halt(*store_);
    QVERIFY(uitest::press(sendButton("RemoteStartTransaction")));
    openDetail(u"CP2"_s);
    QVERIFY(!page_->hasUnsaved()); // it is on its way
    halt.release();
    QTRY_VERIFY(allText(*page_).contains(u"of CP1 (not sent: "_s));
    QVERIFY(page_->hasUnsaved());
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QCOMPARE(panel().station(), u"CP1"_s);
    QTRY_COMPARE(box("RemoteStartTransaction", "idTag").currentText(), u"B2 · Ben"_s);
}

void TestStationsPage::typedNameBecomesItsTag()
{
    addStation(u"CP1"_s);
    store_->write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        samplebook::addTag(db, u"B2"_s, u"Twin"_s);
        samplebook::addTag(db, u"C3"_s, u"Twin"_s);
    });
    openDetail(u"CP1"_s);
    unfold("RemoteStartTransaction");
    auto &row = command("RemoteStartTransaction");
    for (const auto &[typed, complaint] : {std::pair{u"nobody"_s, u"no known tag and nobody's name"_s},
                                           std::pair{u"Twin"_s, u"Several tags belong to Twin"_s}}) {
        box("RemoteStartTransaction", "idTag").setEditText(typed);
        QVERIFY(uitest::press(sendButton("RemoteStartTransaction")));
        QTRY_VERIFY(allText(row).contains(complaint));
    }
    QVERIFY(commands().isEmpty());
    box("RemoteStartTransaction", "idTag").setEditText(u"anna"_s);
    QVERIFY(uitest::press(sendButton("RemoteStartTransaction")));
    QTRY_COMPARE(commands().size(), 1);
    QCOMPARE(commands().first().payload, QByteArray(R"({"idTag":"A1"})"));
}

void TestStationsPage::faultIsSaidInWords()
{
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    QTRY_COMPARE(panel().findChildren<ui::ConnectorCard *>().size(), 2);
    const auto &card = *panel().findChildren<ui::ConnectorCard *>().at(1);
    store_->write(
        [](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, u"Faulted"_s, u"GroundFailure"_s); });
    QTRY_COMPARE(card.accessibleName(), u"Connector 2: Faulted, current leaks to earth"_s);
    QVERIFY(card.toolTip().contains(u"GroundFailure"_s));
    QVERIFY(card.toolTip().contains(u"call an electrician"_s));
}

void TestStationsPage::socketFillsWithTheSession()
{
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    QTRY_COMPARE(panel().findChildren<ui::ConnectorCard *>().size(), 2);
    const auto &card = *panel().findChildren<ui::ConnectorCard *>().at(1);
    QVERIFY(!card.filling());
    store_->write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        const qint64 id = samplebook::start(db, u"CP1"_s, 2, u"A1"_s, store::now() - 90min);
        samplebook::measure(db, u"CP1"_s, 2, id, store::now(), 1'012'500, 7'000);
    });
    QTRY_COMPARE(card.filling().value_or(0), 0.25); // 12.5 of 50 kWh
    QVERIFY2(card.accessibleName().endsWith(u"Anna, 12.50\u00a0kWh in 1\u00a0h 30\u00a0min"_s),
             qPrintable(card.accessibleName()));
}

void TestStationsPage::sortingIsRemembered()
{
    addStation(u"CP1"_s);
    addStation(u"CP2"_s);
    table().sortByColumn(1, Qt::DescendingOrder);
    page_.reset();
    page_ = std::make_unique<ui::StationsPage>(store_->backend());
    page_->show();
    QTRY_COMPARE(table().model()->rowCount(), 2);
    QTRY_COMPARE(cell(table(), 0, 1), u"CP2"_s);
    table().sortByColumn(1, Qt::AscendingOrder);
}

void TestStationsPage::knocksLeadToConnect()
{
    store_->write([](store::Database &db) { samplesite::addKnock(db, u"WB-2207"_s, u"unknownStation"_s, 404); });
    QTRY_VERIFY(allText(*page_).contains(u"WB-2207 knocks and was not let in."_s));
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*page_, u"See who knocks"_s));
    QCOMPARE(links.takeFirst().first().value<ui::Target>().page, u"connect"_s);
    store_->write([](store::Database &db) { samplesite::addKnock(db, u"CP8"_s, u"passwordWrong"_s, 401); });
    QTRY_VERIFY(allText(*page_).contains(u"2 station"_s));
    store_->write([](store::Database &db) {
        store::Knocks(db).remove(u"WB-2207"_s);
        store::Knocks(db).remove(u"CP8"_s);
    });
    QTRY_VERIFY(!uitest::named<QPushButton>(*page_, u"See who knocks"_s));
}

void TestStationsPage::pendingStationIsAccepted()
{
    store_->write([](store::Database &db) {
        store::Station station;
        station.id = u"NEW"_s;
        station.registration = store::Registration::Pending;
        station.created = store::now();
        store::Stations(db).save(station);
    });
    QTRY_COMPARE(cell(table(), 0, 0), u"Waits for you"_s);
    openDetail(u"NEW"_s);
    const auto saysWhy = [this](const char *action) {
        const QList<QLabel *> labels = command(action).findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return !label->isHidden() && label->text().contains(u"Accept it first."_s);
        });
    };
    for (const char *action : {"RemoteStartTransaction", "RemoteStopTransaction"}) { // 4.2
        QTRY_VERIFY2(!sendButton(action).isEnabled(), action);
        QVERIFY2(saysWhy(action), action);
    }
    QVERIFY(sendButton("ChangeConfiguration").isEnabled());
    QVERIFY(uitest::press(panel(), u"Accept"_s));
    QTRY_COMPARE(cell(table(), 0, 0), u"Never seen"_s);
    QTRY_VERIFY(sendButton("RemoteStartTransaction").isEnabled());
    QVERIFY(!saysWhy("RemoteStartTransaction"));
    QTRY_VERIFY(!uitest::named<QPushButton>(panel(), u"Accept"_s));
}

void TestStationsPage::decisionThatFailsIsSaid()
{
    store_->write([](store::Database &db) {
        store::Station station;
        station.id = u"NEW"_s;
        station.registration = store::Registration::Pending;
        station.created = store::now();
        store::Stations(db).save(station);
    });
    QTRY_COMPARE(cell(table(), 0, 0), u"Waits for you"_s);
    openDetail(u"NEW"_s);
    store_->write([](store::Database &db) { db.run(u"ALTER TABLE stations RENAME TO hidden"_s); });
    QVERIFY(uitest::press(panel(), u"Accept"_s));
    QTRY_VERIFY(allText(panel()).contains(u"This was not decided."_s));
    store_->write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO stations"_s); });
    QVERIFY(uitest::press(panel(), u"Accept"_s));
    QTRY_COMPARE(cell(table(), 0, 0), u"Never seen"_s);
}

void TestStationsPage::stationIsAdded()
{
    page_->primaryAction()->trigger();
    auto *id = uitest::named<QLineEdit>(*page_, u"Name"_s);
    QVERIFY(id);
    QTest::keyClicks(id, u"CP77"_s);
    QVERIFY(allText(*page_).contains(u"ws://192.168.1.20:9000/ocpp/CP77"_s));
    QTest::keyClicks(uitest::named<QLineEdit>(*page_, u"Password"_s), u"short"_s);
    QTest::keyClick(id, Qt::Key_Return);
    QVERIFY(allText(*page_).contains(u"16 to 20 characters"_s));
    uitest::named<QLineEdit>(*page_, u"Password"_s)->setText(u"0123456789abcdef"_s);
    id->setText(u"CP:77"_s); // RFC 7617, 2
    QTest::keyClick(id, Qt::Key_Return);
    QVERIFY(allText(*page_).contains(u"A station with a colon in its name"_s));
    id->setText(u"CP77"_s);
    QTest::keyClick(id, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(table().model()->rowCount(), 1, 20'000); // the password is hashed slowly on purpose
    QTRY_COMPARE(panel().station(), u"CP77"_s);
    const auto station = store_->write([](store::Database &db) { return store::Stations(db).find(u"cp77"_s); });
    QCOMPARE(station->securityProfile, 1);
    QVERIFY(station->passwordHash.startsWith(u"$argon2id$"_s));
}

void TestStationsPage::doubleNameIsRefused()
{
    addStation(u"CP1"_s);
    page_->primaryAction()->trigger();
    auto *id = uitest::named<QLineEdit>(*page_, u"Name"_s);
    QTest::keyClicks(id, u"cp1"_s);
    QTest::keyClick(id, Qt::Key_Return);
    QTRY_VERIFY(allText(*page_).contains(u"There is a station of this name already."_s));
}

void TestStationsPage::complaintIsReadAtItsField()
{
    page_->primaryAction()->trigger();
    auto *id = uitest::named<QLineEdit>(*page_, u"Name"_s);
    auto *password = uitest::named<QLineEdit>(*page_, u"Password"_s);
    QTest::keyClick(id, Qt::Key_Return);
    QVERIFY(id->accessibleDescription().startsWith(u"The station needs a name"_s));
    id->setText(u"CP9"_s);
    password->setText(u"short"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QCOMPARE(id->accessibleDescription(), QString());
    QVERIFY2(password->accessibleDescription().endsWith(u"Leave it empty for none."_s),
             qPrintable(password->accessibleDescription()));
    password->clear();
    QTest::keyClick(password, Qt::Key_Return);
    QTRY_COMPARE(panel().station(), u"CP9"_s);
    QCOMPARE(password->accessibleDescription(), QString());
}

void TestStationsPage::addedStationIsShownInSpiteOfTheSearch()
{
    addStation(u"North 1"_s);
    page_->search(u"north"_s);
    const QSignalSpy dropped(page_.get(), &ui::Page::searchDropped);
    page_->primaryAction()->trigger();
    auto *id = uitest::named<QLineEdit>(*page_, u"Name"_s);
    QTest::keyClicks(id, u"South 1"_s);
    QTest::keyClick(id, Qt::Key_Return);
    QTRY_COMPARE(panel().station(), u"South 1"_s);
    QVERIFY(panel().isVisible());
    QCOMPARE(table().model()->rowCount(), 2);
    QCOMPARE(dropped.size(), 1);
}

void TestStationsPage::newStationIsPutAside()
{
    addStation(u"CP1"_s);
    page_->primaryAction()->trigger();
    uitest::named<QLineEdit>(*page_, u"Name"_s)->setText(u"CP9"_s);
    uitest::named<QLineEdit>(*page_, u"Description"_s)->setText(u"At the gate"_s);
    QVERIFY(page_->hasUnsaved());
    openDetail(u"CP1"_s);
    QVERIFY(allText(*page_).contains(u"Your changes to the new station CP9 were put aside."_s));
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QCOMPARE(uitest::named<QLineEdit>(*page_, u"Name"_s)->text(), u"CP9"_s);
    page_->primaryAction()->trigger(); // once more
    QCOMPARE(uitest::named<QLineEdit>(*page_, u"Description"_s)->text(), u"At the gate"_s);
    QVERIFY(!allText(*page_).contains(u"put aside"_s));
    QTest::keyClick(uitest::named<QLineEdit>(*page_, u"Name"_s), Qt::Key_Return);
    QTRY_COMPARE(panel().station(), u"CP9"_s);
    QVERIFY(!page_->hasUnsaved());
    page_->primaryAction()->trigger();
    QVERIFY(uitest::named<QLineEdit>(*page_, u"Name"_s)->text().isEmpty());
}

void TestStationsPage::whatIsTypedWhileAStationIsAddedIsTheNextOne()
{
    page_->primaryAction()->trigger();
    auto *id = uitest::named<QLineEdit>(*page_, u"Name"_s);
    QTest::keyClicks(id, u"CP1"_s);
    QTest::keyClick(id, Qt::Key_Return);
    QTest::keyClick(id, Qt::Key_Return); // twice is one station
    id->setText(u"CP2"_s);
    QTRY_COMPARE(panel().station(), u"CP1"_s);
    QTRY_VERIFY(allText(*page_).contains(u"Your changes to the new station CP2 were put aside."_s));
    QVERIFY(page_->hasUnsaved());
    const auto ids = store_->write([](store::Database &db) {
        QStringList all;
        for (const store::Station &station : store::Stations(db).list())
            all.append(station.id);
        return all;
    });
    QCOMPARE(ids, QStringList{u"CP1"_s});
}

void TestStationsPage::columnsFitBesideTheDetail()
{
    page_->resize(1060, 700); // a window of 1280 px
    addStation(u"CP1"_s);
    openDetail(u"CP1"_s);
    const auto end = [this] {
        int last = 0;
        for (int column = 0; column < table().model()->columnCount(); ++column) {
            if (!table().isColumnHidden(column))
                last = std::max(last, table().columnViewportPosition(column) + table().columnWidth(column));
        }
        return last;
    };
    QTRY_VERIFY(table().width() < ui::TableView::narrowBelow);
    QTRY_VERIFY2(end() <= table().viewport()->width(),
                 qPrintable(u"%1 of %2"_s.arg(end()).arg(table().viewport()->width())));
    QTest::keyClick(&table(), Qt::Key_Escape);
    QTRY_VERIFY(table().width() > ui::TableView::narrowBelow);
    QVERIFY(!table().isColumnHidden(2)); // the description has its room again
}

void TestStationsPage::findingsLeadToTheirMessages()
{
    addStation(u"CP05"_s);
    store_->write([](store::Database &db) { samplesite::fill(db); });
    openDetail(u"CP05"_s);
    auto *tabs = panel().findChild<QTabBar *>();
    QTRY_COMPARE(tabs->tabText(3), u"Findings (2)"_s);
    tabs->setCurrentIndex(3);
    QTRY_VERIFY(allText(panel()).contains(u"expected a text, found 184230"_s));
    QVERIFY(allText(panel()).contains(u"clause 7.43"_s));
    const auto marked = [this] {
        for (QLabel *label : panel().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"expected a text, found 184230"_s))
                return QPointer(label);
        }
        return QPointer<QLabel>();
    };
    const QPointer<QLabel> words = marked();
    words->setSelection(0, 8);
    store_->write([](store::Database &db) {
        auto station = *store::Stations(db).find(u"CP05"_s);
        station.description = u"By the lift"_s;
        store::Stations(db).save(station);
    });
    QTRY_VERIFY(allText(panel()).contains(u"By the lift"_s));
    QVERIFY(words && words->selectedText().size() == 8); // what is marked stays marked
    QSignalSpy link(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(panel(), u"Show the messages"_s));
    QCOMPARE(link.size(), 1);
    const auto target = link.first().first().value<ui::Target>();
    QCOMPARE(target.page, u"messages"_s);
    QCOMPARE(target.station, u"CP05"_s);
    QVERIFY(target.findingsOnly);
}

void TestStationsPage::removedStationClosesItsDetail()
{
    addStation(u"CP1"_s);
    addStation(u"CP2"_s);
    openDetail(u"CP1"_s);
    store_->write([](store::Database &db) { return store::Stations(db).remove(u"CP1"_s); });
    QTRY_COMPARE(table().model()->rowCount(), 1);
    QTRY_VERIFY(!panel().isVisible());
}

void TestStationsPage::unreadableKnocksAreSaid()
{
    store_->write([](store::Database &db) {
        db.run(u"ALTER TABLE knocks RENAME TO hidden"_s);
        db.noteChange(store::Table::Knocks);
    });
    QTRY_VERIFY(allText(*page_).contains(u"Who knocks cannot be read."_s));
    QVERIFY(uitest::named<QPushButton>(*page_, u"See why"_s));
    store_->write([](store::Database &db) {
        db.run(u"ALTER TABLE hidden RENAME TO knocks"_s);
        db.noteChange(store::Table::Knocks);
    });
    QTRY_VERIFY(!allText(*page_).contains(u"cannot be read"_s));
}

void TestStationsPage::unreadableDatabaseIsSaid()
{
    addStation(u"CP1"_s);
    store_->write([](store::Database &db) {
        db.run(u"ALTER TABLE stations RENAME TO hidden"_s);
        db.noteChange(store::Table::Stations, u"CP1"_s);
    });
    QTRY_VERIFY(allText(*page_).contains(u"The stations cannot be read"_s));
    store_->write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO stations"_s); });
    QVERIFY(uitest::press(*page_, u"Try again"_s));
    QTRY_VERIFY(table().isVisible());
}

UI_TEST_MAIN(TestStationsPage)
#include "tst_stationspage.moc"
