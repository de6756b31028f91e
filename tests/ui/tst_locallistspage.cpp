// SPDX-License-Identifier: GPL-3.0-or-later
// Local lists, their stations and what is sent to them, beside the real engine and simulated stations.
#include "store/clock.h"
#include "store/commands.h"
#include "store/idtags.h"
#include "store/locallistplan.h"
#include "store/reader.h"
#include "store/reconciliations.h"
#include "ui/livesite.h"
#include "ui/pages/idtags/tagrules.h"
#include "ui/pages/locallists/entryform.h"
#include "ui/pages/locallists/entryrow.h"
#include "ui/pages/locallists/listpanel.h"
#include "ui/pages/locallists/locallistspage.h"
#include "ui/pages/locallists/stationlistcard.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/detailedge.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QTabBar>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::LocalListEntry;
using store::LocalLists;
using store::LocalListSource;

namespace {

constexpr int patience = 20'000; // ms
enum Columns { List, MadeOf, Entries, Stations, InStep };
enum StationColumns { Station, There, Here, Drift, State };
enum Tabs { StationsTab, EntriesTab, SettingsTab };

} // namespace

class TestLocalListsPage : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void emptyPageOffersAList();
    void listIsMadeGivenAndSent();
    void entriesAreChangedAndTakenBack();
    void statesLookAsThoseOfTheIdTags();
    void listThatIsRenamedElsewhereIsMeant();
    void listThatIsRemovedElsewhereIsSaid();
    void wholeWidthEndsWithTheDetail();
    void knownTagIsTakenOver();
    void nameIsNoTag();
    void closedStationStaysClosed();
    void nextEntryStaysOpen();
    void unfinishedEntriesArePutAside();
    void unfinishedListIsPutAside();
    void mistakesAreTold();
    void previewOfADifferential();
    void previewOfAWholeListInParts();
    void syncNowAsksTheStation();
    void stuckListOffersOneWayOn();
    void detailHasOneEdge();
    void listIsTakenAwayAndTakenBack();
    void listIsDeletedAndTakenBack();
    void listIsRenamed();
    void refusedNameStaysEntered();
    void listBeginsByHandWithItsTags();
    void stationHasAListOfItsOwn();
    void sharedAndOwnChangePlacesAndBack();
    void visitOpensTheListOfAStation();
    void everyControlHasAName();
    void unreadableDatabaseIsSaid();

private:
    void openSample();
    void openLive(const std::function<void(simulator::StationOptions &)> &adjust = {});
    void show(const ui::Backend &backend);
    void addList(const QString &name, LocalListSource source, const QStringList &tags = {},
                 const QStringList &stations = {});
    void pause(const QString &station);
    /// Nothing is read until it is released, or gone.
    std::shared_ptr<QSemaphore> holdReader();
    void openList(const QString &name);
    void openStation(const QString &station);
    void openTab(int tab) { panel().findChild<QTabBar *>()->setCurrentIndex(tab); }
    [[nodiscard]] ui::TableView &table(const QString &name = u"locallists"_s)
    {
        return *page_->findChild<ui::TableView *>(name);
    }
    [[nodiscard]] ui::ListPanel &panel() { return *page_->findChild<ui::ListPanel *>(); }
    [[nodiscard]] QString cell(const QString &table, int row, int column)
    {
        return this->table(table).model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString cell(int row, int column) { return cell(u"locallists"_s, row, column); }
    [[nodiscard]] QString stationCell(int column) { return cell(u"locallists/stations"_s, 0, column); }
    [[nodiscard]] int rows(const QString &table = u"locallists"_s) { return this->table(table).model()->rowCount(); }
    [[nodiscard]] QString text() { return uitest::visibleText(*page_); }
    [[nodiscard]] QStringList entriesOf(const QString &list);
    [[nodiscard]] QStringList stationsOf(const QString &list);
    void pick(const QString &station, bool picked);
    template<class Work>
    auto write(Work work)
    {
        return store_ ? store_->write(work) : live_->write(work);
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::LiveSite> live_;
    std::unique_ptr<ui::LocalListsPage> page_;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers_;
};

void TestLocalListsPage::cleanup()
{
    testers_.clear();
    page_.reset();
    live_.reset();
    store_.reset();
}

void TestLocalListsPage::show(const ui::Backend &backend)
{
    page_ = std::make_unique<ui::LocalListsPage>(backend);
    page_->resize(1100, 780);
    page_->show();
    for (auto *view : page_->findChildren<ui::TableView *>())
        testers_.push_back(std::make_unique<QAbstractItemModelTester>(
            view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
    QTRY_VERIFY(!page_->headline().isEmpty());
}

void TestLocalListsPage::openSample()
{
    store_ = std::make_unique<uitest::Store>();
    write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
        samplesite::addStation(db, u"CP2"_s);
        for (const QString &tag : {u"ADA"_s, u"BRUNO"_s}) {
            store::IdTag row;
            row.tag = tag;
            row.name = tag == "ADA"_L1 ? u"Ada Berg"_s : QString();
            row.parentIdTag = tag == "ADA"_L1 ? u"STAFF"_s : QString();
            store::IdTags(db).save(row);
        }
    });
    show(store_->backend());
}

void TestLocalListsPage::openLive(const std::function<void(simulator::StationOptions &)> &adjust)
{
    live_ = std::make_unique<uitest::LiveSite>();
    live_->add(u"CP1"_s, adjust);
    write([](store::Database &db) {
        store::IdTag tag;
        tag.tag = u"ADA"_s;
        store::IdTags(db).save(tag);
    });
    show(live_->backend());
}

void TestLocalListsPage::addList(const QString &name, LocalListSource source, const QStringList &tags,
                                 const QStringList &stations)
{
    write([=](store::Database &db) {
        store::LocalList list;
        list.name = name;
        list.source = source;
        QList<LocalListEntry> entries;
        for (const QString &tag : tags)
            entries.append({.tag = tag});
        LocalLists lists(db);
        lists.save(list, entries, store::now());
        for (const QString &station : stations)
            lists.share(station, *lists.find(name), store::now());
    });
}

void TestLocalListsPage::pause(const QString &station)
{
    write([station](store::Database &db) {
        store::Reconciliations(db).setPaused(station, LocalLists::topic, true, store::now());
    });
}

std::shared_ptr<QSemaphore> TestLocalListsPage::holdReader()
{
    const auto gate = std::make_shared<QSemaphore>();
    store_->backend().reader->read([gate](store::Database &) {
        gate->acquire();
        return true;
    });
    return {gate.get(), [gate](QSemaphore *held) { held->release(); }};
}

void TestLocalListsPage::openList(const QString &name)
{
    const auto found = [&] {
        const QAbstractItemModel &model = *table().model();
        return model.match(model.index(0, List), Qt::DisplayRole, name, 1, Qt::MatchExactly);
    };
    QTRY_COMPARE(found().size(), 1);
    table().selectRow(found().first().row());
    QTRY_VERIFY(panel().isVisible());
}

void TestLocalListsPage::openStation(const QString &station)
{
    ui::TableView &stations = table(u"locallists/stations"_s);
    const QAbstractItemModel &model = *stations.model();
    const auto found = [&] {
        return model.match(model.index(0, Station), Qt::DisplayRole, station, 1, Qt::MatchExactly);
    };
    QTRY_COMPARE(found().size(), 1);
    stations.selectRow(found().first().row());
    QTRY_VERIFY(page_->findChild<ui::StationListCard *>()->isVisible());
}

QStringList TestLocalListsPage::entriesOf(const QString &list)
{
    return write([list](store::Database &db) {
        QStringList tags;
        const auto known = LocalLists(db).find(list);
        for (const LocalListEntry &entry :
             known ? LocalLists(db).entries(*known, {}, store::now()) : QList<LocalListEntry>())
            tags.append(entry.tag);
        return tags;
    });
}

QStringList TestLocalListsPage::stationsOf(const QString &list)
{
    return write([list](store::Database &db) {
        const auto known = LocalLists(db).find(list);
        return known ? LocalLists(db).stationsOf(known->id) : QStringList();
    });
}

void TestLocalListsPage::pick(const QString &station, bool picked)
{
    auto *tree = page_->findChild<QTreeWidget *>();
    QTRY_VERIFY(tree->isVisible());
    const QList<QTreeWidgetItem *> found = tree->findItems(station, Qt::MatchStartsWith);
    QCOMPARE(found.size(), 1);
    found.first()->setCheckState(0, picked ? Qt::Checked : Qt::Unchecked);
}

void TestLocalListsPage::emptyPageOffersAList()
{
    openSample();
    QVERIFY(text().contains(u"No local list yet"_s));
    QVERIFY(uitest::press(*page_, u"Add a list"_s));
    QTRY_VERIFY(uitest::named<QLineEdit>(*page_, u"Name"_s));
    QVERIFY(uitest::press(*page_, u"Add"_s));
    QVERIFY(text().contains(u"Give the list a name."_s));
}

void TestLocalListsPage::listIsMadeGivenAndSent()
{
    openLive();
    page_->primaryAction()->trigger();
    QTest::keyClicks(uitest::named<QLineEdit>(*page_, u"Name"_s), u"Staff"_s);
    QVERIFY(uitest::press(*page_, u"Add"_s));
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(cell(0, MadeOf), u"All id tags"_s);
    QCOMPARE(cell(0, InStep), u"used nowhere"_s);
    QTRY_VERIFY(panel().isVisible()); // it goes on with its stations
    QVERIFY(uitest::press(panel(), u"Choose stations"_s));
    pick(u"CP1"_s, true);
    QVERIFY(uitest::press(panel(), u"Done"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stationCell(State), u"In step"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stationCell(There), u"1"_s, patience);
    QTRY_COMPARE(stationCell(Here), u"1"_s);
    QCOMPARE(stationCell(Drift), QString());
    QTRY_COMPARE(cell(0, InStep), u"1 of 1"_s);
    QVERIFY(page_->headline().contains(u"1 of 1 station"_s));
    openStation(u"CP1"_s);
    QTRY_VERIFY(text().contains(u"The station has this list"_s));
    QTRY_VERIFY(text().contains(u"In step."_s)); // the strip
}

void TestLocalListsPage::entriesAreChangedAndTakenBack()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"X1"_s});
    openList(u"Staff"_s);
    openTab(EntriesTab);
    QVERIFY(uitest::press(panel(), u"Add entry"_s));
    uitest::named<QComboBox>(panel(), u"Tag"_s)->setEditText(u"X2"_s);
    QVERIFY(uitest::press(panel(), u"Add"_s));
    QTRY_COMPARE(entriesOf(u"Staff"_s), (QStringList{u"X1"_s, u"X2"_s}));
    QTRY_COMPARE(rows(u"locallists/entries"_s), 2);
    table(u"locallists/entries"_s).selectRow(0);
    auto *status = uitest::named<QComboBox>(panel(), u"State"_s);
    status->setCurrentIndex(status->findText(u"Blocked"_s));
    QVERIFY(uitest::press(panel(), u"Save"_s));
    QTRY_COMPARE(cell(u"locallists/entries"_s, 0, 0), u"Blocked"_s);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(cell(u"locallists/entries"_s, 0, 0), u"Accepted"_s);
    QCOMPARE(entriesOf(u"Staff"_s).size(), 2);
    table(u"locallists/entries"_s).clearSelection();
    table(u"locallists/entries"_s).selectRow(1);
    QVERIFY(uitest::press(panel(), u"Remove the entry"_s));
    QTRY_COMPARE(entriesOf(u"Staff"_s), QStringList{u"X1"_s});
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(entriesOf(u"Staff"_s).size(), 2);
}

void TestLocalListsPage::statesLookAsThoseOfTheIdTags()
{
    const auto now = store::now();
    store::IdTag blocked;
    blocked.status = u"Blocked"_s;
    store::IdTag expired;
    expired.status = u"Accepted"_s;
    expired.expiryDate = now - 1h;
    for (const store::IdTag &tag : {blocked, expired}) {
        const ui::StateWord state = ui::tagState(tag, now);
        ui::EntryRow row;
        row.entry.status = state.term;
        const ui::MarkedTexts marks = ui::entryColumns().front().marks(row);
        QCOMPARE(marks.size(), 1);
        QVERIFY2(marks.first().mark == state.mark, qPrintable(state.term));
        QCOMPARE(marks.first().text, state.word);
    }
}

void TestLocalListsPage::listThatIsRenamedElsewhereIsMeant()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"X1"_s});
    openList(u"Staff"_s);
    QTRY_COMPARE(rows(u"locallists/entries"_s), 1);
    openTab(EntriesTab);
    const auto gate = holdReader(); // the window hears nothing of it
    write([](store::Database &db) { LocalLists(db).rename(u"Staff"_s, u"Crew"_s); });
    QVERIFY(uitest::press(panel(), u"Add entry"_s));
    uitest::named<QComboBox>(panel(), u"Tag"_s)->setEditText(u"X2"_s);
    QVERIFY(uitest::press(panel(), u"Add"_s));
    QTRY_COMPARE(entriesOf(u"Crew"_s).size(), 2);
    gate->release();
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(entriesOf(u"Crew"_s), QStringList{u"X1"_s});
}

void TestLocalListsPage::listThatIsRemovedElsewhereIsSaid()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"X1"_s});
    openList(u"Staff"_s);
    QTRY_COMPARE(rows(u"locallists/entries"_s), 1);
    openTab(EntriesTab);
    const auto gate = holdReader();
    write([](store::Database &db) { LocalLists(db).remove(u"Staff"_s); });
    QVERIFY(uitest::press(panel(), u"Add entry"_s));
    uitest::named<QComboBox>(panel(), u"Tag"_s)->setEditText(u"X2"_s);
    QVERIFY(uitest::press(panel(), u"Add"_s));
    QTRY_VERIFY2(text().contains(u"somebody has removed the list"_s), qPrintable(text()));
    gate->release();
    QTRY_COMPARE(rows(), 0);
}

void TestLocalListsPage::wholeWidthEndsWithTheDetail()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Tags);
    openList(u"Staff"_s);
    QVERIFY(uitest::press(panel(), u"Use the whole width"_s));
    QTRY_VERIFY(!table().isVisible());
    QVERIFY(uitest::named<QPushButton>(panel(), u"Show the table again"_s));
    QTest::keyClick(&panel(), Qt::Key_Escape);
    QTRY_VERIFY(table().isVisible());
    openList(u"Staff"_s);
    QVERIFY(table().isVisible());
    QVERIFY(uitest::press(panel(), u"Use the whole width"_s));
    QTRY_VERIFY(!table().isVisible());
}

void TestLocalListsPage::knownTagIsTakenOver()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries);
    openList(u"Staff"_s);
    QTRY_VERIFY(uitest::named<QPushButton>(panel(), u"Add entry"_s)); // nobody is in it: its entries are in sight
    QTRY_VERIFY(text().contains(u"Nobody is in this list yet"_s));
    QVERIFY(uitest::press(panel(), u"Add entry"_s));
    auto *tag = uitest::named<QComboBox>(panel(), u"Tag"_s);
    QTRY_VERIFY(tag->findText(u"Ada Berg · ADA"_s) >= 0);
    const int ada = tag->findText(u"Ada Berg · ADA"_s);
    tag->setCurrentIndex(ada);
    emit tag->activated(ada);
    QCOMPARE(uitest::named<QLineEdit>(panel(), u"Group"_s)->text(), u"STAFF"_s);
    QVERIFY(uitest::press(panel(), u"Add"_s));
    QTRY_COMPARE(cell(u"locallists/entries"_s, 0, 1), u"ADA"_s);
    QCOMPARE(cell(u"locallists/entries"_s, 0, 2), u"Ada Berg"_s);
    QCOMPARE(cell(u"locallists/entries"_s, 0, 3), u"STAFF"_s);
}

void TestLocalListsPage::nameIsNoTag()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries);
    openList(u"Staff"_s);
    QVERIFY(uitest::press(panel(), u"Add entry"_s));
    auto *tag = uitest::named<QComboBox>(panel(), u"Tag"_s);
    QTRY_VERIFY(tag->findText(u"Ada Berg · ADA"_s) >= 0);
    tag->setEditText(u"ada berg"_s);
    QVERIFY(uitest::press(panel(), u"Add"_s));
    QTRY_COMPARE(entriesOf(u"Staff"_s), QStringList{u"ADA"_s});
    QTRY_VERIFY(!tag->isVisible());
    QVERIFY(uitest::press(panel(), u"Add entry"_s));
    write([](store::Database &db) {
        store::IdTag other;
        other.tag = u"ADA2"_s;
        other.name = u"Ada Berg"_s;
        store::IdTags(db).save(other);
    });
    QTRY_VERIFY(tag->findText(u"Ada Berg · ADA2"_s) >= 0);
    tag->setEditText(u"Ada Berg"_s);
    QVERIFY(text().contains(u"Several tags belong to Ada Berg: choose one of them."_s));
    tag->setEditText(u"ada2"_s); // a tag is one, whoever has it
    QVERIFY(!text().contains(u"Several tags"_s));
}

void TestLocalListsPage::closedStationStaysClosed()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"X1"_s}, {u"CP1"_s, u"CP2"_s});
    openList(u"Staff"_s);
    QTRY_COMPARE(rows(u"locallists/stations"_s), 2);
    store::Reader *reader = store_->backend().reader;
    QSemaphore gate;
    const auto held = reader->read([&gate](store::Database &) {
        gate.acquire();
        return true;
    });
    table(u"locallists/stations"_s).selectRow(0);
    table(u"locallists/stations"_s).clearSelection(); // before it was read
    const auto last = reader->read([](store::Database &) { return true; });
    gate.release();
    QTRY_VERIFY(last.isFinished());
    QCoreApplication::processEvents(); // the answers before
    QVERIFY(!page_->findChild<ui::StationListCard *>()->isVisible());
    openStation(u"CP1"_s);
}

void TestLocalListsPage::nextEntryStaysOpen()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"X1"_s, u"X2"_s});
    openList(u"Staff"_s);
    openTab(EntriesTab);
    QTRY_COMPARE(rows(u"locallists/entries"_s), 2);
    const auto group = [this] { return uitest::named<QLineEdit>(panel(), u"Group"_s); };
    table(u"locallists/entries"_s).selectRow(0);
    group()->setText(u"ONE"_s);
    uitest::Halt halt(*store_);
    QVERIFY(uitest::press(panel(), u"Save"_s));
    table(u"locallists/entries"_s).selectRow(1);
    group()->setText(u"TWO"_s);
    halt.release();
    QTRY_COMPARE(cell(u"locallists/entries"_s, 0, 3), u"ONE"_s);
    store_->write([](store::Database &) {});
    QCoreApplication::processEvents();
    QVERIFY(group());
    QCOMPARE(group()->text(), u"TWO"_s);
}

void TestLocalListsPage::unfinishedEntriesArePutAside()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"X1"_s, u"X2"_s});
    addList(u"Guests"_s, LocalListSource::Entries, {u"Y1"_s});
    openList(u"Staff"_s);
    openTab(EntriesTab);
    QTRY_COMPARE(rows(u"locallists/entries"_s), 2);
    ui::TableView &entries = table(u"locallists/entries"_s);
    const auto group = [this] { return uitest::named<QLineEdit>(panel(), u"Group"_s); };
    entries.selectRow(0);
    QVERIFY(!page_->hasUnsaved());
    group()->setText(u"ONE"_s);
    entries.selectRow(1);
    QVERIFY(text().contains(u"Your changes to X1 in Staff were put aside."_s));
    QCOMPARE(group()->text(), QString());
    entries.selectRow(0);
    QCOMPARE(group()->text(), u"ONE"_s);
    QVERIFY(!text().contains(u"put aside"_s));
    openList(u"Guests"_s);
    QVERIFY(text().contains(u"Your changes to X1 in Staff were put aside."_s));
    QVERIFY(page_->hasUnsaved());
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_VERIFY(group() && group()->text() == u"ONE"_s);
    QVERIFY(uitest::press(panel(), u"Save"_s));
    QTRY_COMPARE(cell(u"locallists/entries"_s, 0, 3), u"ONE"_s);
    QTRY_VERIFY(!group());
    QVERIFY(!page_->hasUnsaved());
    QVERIFY(uitest::press(panel(), u"Add entry"_s));
    uitest::named<QComboBox>(panel(), u"Tag"_s)->setEditText(u"X9"_s);
    entries.selectRow(0);
    QVERIFY(text().contains(u"Your changes to X9 in Staff were put aside."_s));
    QVERIFY(uitest::press(panel(), u"Add entry"_s));
    QCOMPARE(uitest::named<QComboBox>(panel(), u"Tag"_s)->currentText(), u"X9"_s);
}

void TestLocalListsPage::unfinishedListIsPutAside()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"X1"_s});
    QTRY_COMPARE(rows(), 1);
    const auto name = [this] { return uitest::named<QLineEdit>(*page_, u"Name"_s); };
    page_->primaryAction()->trigger();
    name()->setText(u"Guests"_s);
    openList(u"Staff"_s);
    QVERIFY(text().contains(u"Your changes to the new list were put aside."_s));
    QVERIFY(page_->hasUnsaved());
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_VERIFY(name() && name()->text() == u"Guests"_s);
    QVERIFY(uitest::press(*page_, u"Add"_s));
    QTRY_COMPARE(rows(), 2);
    QTRY_VERIFY(!page_->hasUnsaved());
}

void TestLocalListsPage::mistakesAreTold()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"X1"_s});
    QTRY_COMPARE(rows(), 1);
    page_->primaryAction()->trigger();
    QTest::keyClicks(uitest::named<QLineEdit>(*page_, u"Name"_s), u"staff"_s);
    QVERIFY(text().contains(u"There is a list of this name already."_s));
    auto *source = uitest::named<QComboBox>(*page_, u"Made of"_s);
    source->setCurrentIndex(source->findText(u"Id tags of some groups"_s));
    QVERIFY(uitest::press(*page_, u"Add"_s));
    QVERIFY(text().contains(u"Name at least one group."_s));
    QCOMPARE(rows(), 1);
    openList(u"Staff"_s);
    openTab(EntriesTab);
    QVERIFY(uitest::press(panel(), u"Add entry"_s));
    uitest::named<QComboBox>(panel(), u"Tag"_s)->setEditText(u"x1"_s);
    QTRY_VERIFY(text().contains(u"This tag is in the list already."_s));
    uitest::named<QComboBox>(panel(), u"Tag"_s)->setEditText(u"far-too-long-for-any-card"_s);
    QVERIFY(uitest::press(panel(), u"Add"_s));
    QCOMPARE(entriesOf(u"Staff"_s), QStringList{u"X1"_s});
}

void TestLocalListsPage::previewOfADifferential()
{
    openLive();
    addList(u"Staff"_s, LocalListSource::Entries, {u"A"_s, u"B"_s}, {u"CP1"_s});
    openList(u"Staff"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stationCell(State), u"In step"_s, patience);
    openStation(u"CP1"_s);
    pause(u"CP1"_s);
    QTRY_COMPARE(stationCell(State), u"Paused"_s);
    addList(u"Staff"_s, LocalListSource::Entries, {u"B"_s, u"C"_s}, {});
    QTRY_VERIFY(text().contains(u"What differs is sent (Differential): 1 added, 0 changed, 1 removed."_s));
    QTRY_COMPARE(rows(u"locallists/sending"_s), 2);
    QCOMPARE(cell(u"locallists/sending"_s, 0, 0), u"removed"_s); // what goes makes room
    QCOMPARE(cell(u"locallists/sending"_s, 0, 1), u"A"_s);
    QCOMPARE(cell(u"locallists/sending"_s, 1, 0), u"added"_s);
    QVERIFY(table(u"locallists/sending"_s).isColumnHidden(3)); // all goes in one part
    QVERIFY(uitest::press(panel(), u"Resume"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stationCell(There), u"2"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"The station has this list"_s), patience);
}

void TestLocalListsPage::previewOfAWholeListInParts()
{
    openLive(
        [](simulator::StationOptions &options) { options.configuration.insert(u"SendLocalListMaxLength"_s, u"2"_s); });
    pause(u"CP1"_s);
    addList(u"Staff"_s, LocalListSource::Entries, {u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}, {u"CP1"_s});
    openList(u"Staff"_s);
    openStation(u"CP1"_s);
    QTRY_VERIFY2(text().contains(u"The whole list is sent (Full): 5 entr"_s), qPrintable(text()));
    QVERIFY(text().contains(u"First the station is asked for its version."_s));
    QVERIFY(text().contains(u"It goes in 3 part"_s));
    QTRY_COMPARE(rows(u"locallists/sending"_s), 5);
    QCOMPARE(cell(u"locallists/sending"_s, 4, 1), u"E"_s);
    QCOMPARE(cell(u"locallists/sending"_s, 4, 3), u"3 of 3"_s);
    QVERIFY(!table(u"locallists/sending"_s).isColumnHidden(3));
    QVERIFY(uitest::press(panel(), u"Resume"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stationCell(State), u"In step"_s, patience);
    const auto sent = write([](store::Database &db) {
        return store::Commands(db).list({.station = u"CP1"_s, .action = u"SendLocalList"_s}).size();
    });
    QCOMPARE(sent, 3);
}

void TestLocalListsPage::syncNowAsksTheStation()
{
    openLive();
    addList(u"Staff"_s, LocalListSource::Entries, {u"A"_s}, {u"CP1"_s});
    openList(u"Staff"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stationCell(State), u"In step"_s, patience);
    const auto asked = [this] {
        return write([](store::Database &db) {
            return store::Commands(db).list({.station = u"CP1"_s, .action = u"GetLocalListVersion"_s}).size();
        });
    };
    const auto before = asked();
    openStation(u"CP1"_s);
    QVERIFY(uitest::press(panel(), u"Sync now"_s));
    QTRY_COMPARE_WITH_TIMEOUT(asked(), before + 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stationCell(State), u"In step"_s, patience);
}

void TestLocalListsPage::stuckListOffersOneWayOn()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Tags, {}, {u"CP1"_s, u"CP2"_s});
    const auto setState = [this](store::ReconciliationState state) {
        write([state](store::Database &db) {
            store::Reconciliation row = store::Reconciliations(db).find(u"CP1"_s, LocalLists::topic);
            row.state = state;
            row.difference = state == store::ReconciliationState::InSync ? 0 : 1;
            store::Reconciliations(db).save(row, store::now());
        });
    };
    setState(store::ReconciliationState::GaveUp);
    openList(u"Staff"_s);
    openStation(u"CP1"_s);
    QTRY_VERIFY(uitest::named<QPushButton>(panel(), u"Try again: Local list"_s));
    QTRY_VERIFY(!uitest::named<QPushButton>(panel(), u"Sync now"_s));
    setState(store::ReconciliationState::InSync);
    QTRY_VERIFY(uitest::named<QPushButton>(panel(), u"Sync now"_s));
    QVERIFY(!uitest::named<QPushButton>(panel(), u"Try again: Local list"_s));
}

void TestLocalListsPage::detailHasOneEdge()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Tags, {}, {u"CP1"_s, u"CP2"_s});
    openList(u"Staff"_s);
    const auto left = [this](const QWidget &part) { return part.mapTo(&panel(), QPoint()).x(); };
    const QList<QLabel *> labels = panel().findChildren<QLabel *>();
    const auto title = std::ranges::find(labels, u"Staff"_s, &QLabel::text);
    QVERIFY(title != labels.cend());
    QTRY_COMPARE(left(**title), ui::detailEdge);
    QTRY_COMPARE(left(*panel().findChild<QTabBar *>()), ui::detailEdge - 4); // what the style leaves beside its words
    QTRY_COMPARE(left(*table(u"locallists/stations"_s).viewport()), ui::detailEdge - 8);
    openTab(EntriesTab);
    QTRY_COMPARE(left(*table(u"locallists/entries"_s).viewport()), ui::detailEdge - 8);
}

void TestLocalListsPage::listIsTakenAwayAndTakenBack()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Tags, {}, {u"CP1"_s, u"CP2"_s});
    openList(u"Staff"_s);
    openStation(u"CP2"_s);
    QVERIFY(uitest::press(panel(), u"Take the list away from this station"_s));
    QTRY_COMPARE(stationsOf(u"Staff"_s), QStringList{u"CP1"_s});
    QTRY_VERIFY(!page_->findChild<ui::StationListCard *>()->isVisible());
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(stationsOf(u"Staff"_s).size(), 2);
    QVERIFY(uitest::press(panel(), u"Choose the stations…"_s));
    pick(u"CP1"_s, false);
    QVERIFY(uitest::press(panel(), u"Done"_s));
    QTRY_COMPARE(stationsOf(u"Staff"_s), QStringList{u"CP2"_s});
}

void TestLocalListsPage::listIsDeletedAndTakenBack()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"A"_s, u"B"_s}, {u"CP1"_s});
    openList(u"Staff"_s);
    openTab(SettingsTab);
    QVERIFY(uitest::press(panel(), u"Delete the list"_s));
    QTRY_COMPARE(rows(), 0);
    QVERIFY(text().contains(u"Staff was deleted. Its stations keep what they have."_s));
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(entriesOf(u"Staff"_s), (QStringList{u"A"_s, u"B"_s}));
    QCOMPARE(stationsOf(u"Staff"_s), QStringList{u"CP1"_s});
}

void TestLocalListsPage::listIsRenamed()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"A"_s}, {u"CP1"_s});
    openList(u"Staff"_s);
    openTab(SettingsTab);
    auto *name = uitest::named<QLineEdit>(panel(), u"Name"_s);
    name->setText(u"Everybody"_s);
    QVERIFY(uitest::press(panel(), u"Save"_s));
    QTRY_COMPARE(cell(0, List), u"Everybody"_s);
    QCOMPARE(rows(), 1);
    QCOMPARE(stationsOf(u"Everybody"_s), QStringList{u"CP1"_s});
    QCOMPARE(entriesOf(u"Everybody"_s), QStringList{u"A"_s});
    QTRY_VERIFY(panel().isVisible()); // still the same list
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(cell(0, List), u"Staff"_s);
    QCOMPARE(stationsOf(u"Staff"_s), QStringList{u"CP1"_s});
    QVERIFY(stationsOf(u"Everybody"_s).isEmpty());
    QVERIFY(panel().isVisible()); // and still
    QTRY_COMPARE(uitest::named<QLineEdit>(panel(), u"Name"_s)->text(), u"Staff"_s);
}

/// Somebody else has taken the name meanwhile: what was entered stays, to be entered otherwise.
void TestLocalListsPage::refusedNameStaysEntered()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"A"_s});
    openList(u"Staff"_s);
    openTab(SettingsTab);
    auto *name = uitest::named<QLineEdit>(panel(), u"Name"_s);
    name->setText(u"Crew"_s);
    write([](store::Database &db) { // nobody hears of it
        db.run(u"INSERT INTO local_lists (role, name, name_key, source, groups, changed) "
               "VALUES ('shared', 'Crew', 'crew', 'entries', '[]', 0)"_s);
    });
    QVERIFY(uitest::press(panel(), u"Save"_s));
    QTRY_VERIFY(text().contains(u"Somebody has just entered a list of this name."_s));
    addList(u"Other"_s, LocalListSource::Tags); // the page is read anew
    QTRY_VERIFY(rows() > 1);
    QCOMPARE(name->text(), u"Crew"_s);
}

void TestLocalListsPage::listBeginsByHandWithItsTags()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Tags);
    openList(u"Staff"_s);
    openTab(EntriesTab);
    QTRY_COMPARE(rows(u"locallists/entries"_s), 2);
    QVERIFY(text().contains(u"These are id tags"_s));
    openTab(SettingsTab);
    auto *source = uitest::named<QComboBox>(panel(), u"Made of"_s);
    source->setCurrentIndex(source->findText(u"Entries by hand"_s));
    QVERIFY(text().contains(u"It begins with the tags that are in it now"_s));
    QVERIFY(uitest::press(panel(), u"Save"_s));
    QTRY_COMPARE(cell(0, MadeOf), u"By hand"_s);
    QCOMPARE(entriesOf(u"Staff"_s), (QStringList{u"ADA"_s, u"BRUNO"_s}));
}

void TestLocalListsPage::stationHasAListOfItsOwn()
{
    openSample();
    page_->primaryAction()->trigger();
    auto *users = uitest::named<QComboBox>(*page_, u"For"_s);
    QTRY_COMPARE(users->count(), 3);
    users->setCurrentIndex(users->findData(u"CP2"_s));
    QVERIFY(!uitest::named<QLineEdit>(*page_, u"Name"_s)); // it needs none
    auto *source = uitest::named<QComboBox>(*page_, u"Made of"_s);
    source->setCurrentIndex(source->findText(u"Entries by hand"_s));
    QVERIFY(uitest::press(*page_, u"Add"_s));
    QTRY_COMPARE(cell(0, List), u"CP2 only"_s);
    QTRY_VERIFY(panel().isVisible());
    openTab(SettingsTab);
    QVERIFY(uitest::press(panel(), u"Take the list away"_s));
    QTRY_COMPARE(rows(), 0);
}

/// A station that gets the shared list loses its own one; Undo brings that back with its entries.
void TestLocalListsPage::sharedAndOwnChangePlacesAndBack()
{
    openSample();
    write([](store::Database &db) {
        store::LocalList list;
        list.source = LocalListSource::Entries;
        LocalLists(db).own(u"CP1"_s, list, {{.tag = u"MINE"_s}}, store::now());
    });
    addList(u"Staff"_s, LocalListSource::Tags, {}, {u"CP2"_s});
    openList(u"Staff"_s);
    QVERIFY(uitest::press(panel(), u"Choose the stations…"_s));
    pick(u"CP1"_s, true);
    QVERIFY(uitest::press(panel(), u"Done"_s));
    QTRY_COMPARE(rows(), 1);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(rows(), 2);
    const auto mine =
        write([](store::Database &db) { return store::planLocalList(db, u"CP1"_s, store::now()).desired; });
    QCOMPARE(mine.size(), 1);
    QCOMPARE(mine.first().tag, u"MINE"_s);
}

void TestLocalListsPage::visitOpensTheListOfAStation()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Tags, {}, {u"CP1"_s, u"CP2"_s});
    addList(u"Other"_s, LocalListSource::Tags);
    page_->visit({.page = u"locallists"_s, .station = u"CP2"_s});
    QTRY_VERIFY(page_->findChild<ui::StationListCard *>()->isVisible());
    QVERIFY(uitest::visibleText(panel()).contains(u"CP2"_s));
}

void TestLocalListsPage::everyControlHasAName()
{
    openSample();
    addList(u"Staff"_s, LocalListSource::Entries, {u"A"_s}, {u"CP1"_s});
    openList(u"Staff"_s);
    for (const int tab : {StationsTab, EntriesTab, SettingsTab}) {
        openTab(tab);
        const QStringList nameless = uitest::namelessControls(*page_);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }
    page_->primaryAction()->trigger();
    QCOMPARE(uitest::namelessControls(*page_), QStringList());
}

void TestLocalListsPage::unreadableDatabaseIsSaid()
{
    openSample();
    write([](store::Database &db) {
        db.define(u"DROP TABLE station_lists"_s);
        db.noteChange(store::Table::LocalLists);
    });
    QTRY_VERIFY(text().contains(u"The local lists cannot be read"_s));
    QVERIFY(uitest::named<QPushButton>(*page_, u"Try again"_s));
}

UI_TEST_MAIN(TestLocalListsPage)
#include "tst_locallistspage.moc"
