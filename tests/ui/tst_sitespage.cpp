// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of fuses: what it says, and how a site is entered.
#include "store/clock.h"
#include "store/siteview.h"
#include "ui/pages/sites/sitespage.h"
#include "ui/pages/sites/sitetree.h"
#include "ui/sampleloads.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <functional>

using namespace Qt::Literals::StringLiterals;

class TestSitesPage : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void emptyPageOffersASite();
    void treeSaysWhatIsTheCase();
    void refusalIsOneMatter();
    void searchNarrowsTheTree();
    void visitDropsTheSearch();
    void aSiteIsMadeWithFeederAndStation();
    void mistakesAreTold();
    void whatOthersChangedIsNotOverwritten();
    void aFuseIsRenamedWithAllBelowIt();
    void changesAreTakenBack();
    void whatOthersChangedSinceIsNotTakenBack();
    void unfinishedIsPutAside();
    void answerClosesOnlyWhatWasSaved();
    void refusalOfWhatWasPutAsideIsSaid();
    void newOneIsPutAside();
    void whatIsGoneIsForgotten();
    void aSiteIsDeletedAndTakenBack();
    void visitOpensTheStation();
    void everyControlHasAName();
    void unreadableDatabaseIsSaid();

private:
    void open(bool withSample);
    [[nodiscard]] ui::SiteTree &tree() { return *page_->findChild<ui::SiteTree *>(); }
    [[nodiscard]] QString line(int row)
    {
        return tree().model()->index(row, 0).data().toString().replace(QChar::Nbsp, u' ');
    }
    [[nodiscard]] int lines() { return tree().model()->rowCount(); }
    void select(int row) { tree().setCurrentIndex(tree().model()->index(row, 0)); }
    [[nodiscard]] store::SiteSetup setup(const QString &name);
    void changeByOthers(const std::function<void(store::SiteSetup &)> &change);
    template<class Widget>
    [[nodiscard]] Widget &field(const QString &name)
    {
        Widget *const widget = uitest::named<Widget>(*page_, name);
        if (!widget)
            qFatal("There is no field \"%s\".", qPrintable(name));
        return *widget;
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::SitesPage> page_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void TestSitesPage::cleanup()
{
    tester_.reset();
    page_.reset();
    store_.reset();
}

void TestSitesPage::open(bool withSample)
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([withSample](store::Database &db) {
        samplesite::fill(db);
        if (withSample)
            sampleloads::fill(db);
    });
    page_ = std::make_unique<ui::SitesPage>(store_->backend());
    page_->resize(1100, 780);
    page_->show();
    tester_ = std::make_unique<QAbstractItemModelTester>(tree().model(),
                                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(!page_->headline().isEmpty());
}

store::SiteSetup TestSitesPage::setup(const QString &name)
{
    return store_->write([name](store::Database &db) { return store::Sites(db).setup(name).value_or(store::SiteSetup()); });
}

void TestSitesPage::changeByOthers(const std::function<void(store::SiteSetup &)> &change)
{
    store_->write([change](store::Database &db) {
        store::SiteSetup setup = *store::Sites(db).setup(u"Depot"_s);
        change(setup);
        if (!store::Sites(db).save(setup, store::now()))
            qFatal("The sample does not fit.");
    });
}

void TestSitesPage::emptyPageOffersASite()
{
    open(false);
    QVERIFY(uitest::visibleText(*page_).contains(u"No site yet"_s));
    QVERIFY(uitest::press(*page_, u"Add a site"_s));
    QTRY_VERIFY(uitest::named<QLineEdit>(*page_, u"Name"_s));
}

void TestSitesPage::treeSaysWhatIsTheCase()
{
    open(true);
    QCOMPARE(lines(), 10);
    QVERIFY2(line(0).startsWith(u"Depot: All is well"_s), qPrintable(line(0)));
    QVERIFY2(line(1).startsWith(u"House connection: "_s), qPrintable(line(1)));
    QVERIFY2(line(2).contains(u"Shared out"_s), qPrintable(line(2)));
    QVERIFY2(line(3).contains(u"CP01: Charging. 22.0 A until"_s), qPrintable(line(3)));
    QVERIFY2(line(3).contains(u"its share of Car park on L1"_s), qPrintable(line(3)));
    QVERIFY2(line(7).contains(u"Waits for its turn"_s), qPrintable(line(7)));
    QVERIFY2(line(5).contains(u"kept for a car that pauses"_s), qPrintable(line(5)));
    QVERIFY2(page_->headline().contains(u"4 car"_s) && page_->headline().endsWith(u"1 waiting"_s), qPrintable(page_->headline()));
    store_->write([](store::Database &db) { store::Sites(db).doubtAll(u"CP08"_s); });
    QTRY_VERIFY(line(0).contains(u"to look at"_s));
    select(0);
    QTRY_VERIFY(uitest::visibleText(*page_)
                    .replace(QChar::Nbsp, u' ')
                    .contains(u"CP08 has not taken its fallback yet, so 32.0 A are kept free"_s));
}

/// One that takes no limit has taken no fallback, either: it is said once, and counted so.
void TestSitesPage::refusalIsOneMatter()
{
    open(true);
    store_->write([](store::Database &db) {
        store::Sites sites(db);
        sites.doubtAll(u"CP08"_s);
        const auto depot = sites.setup(u"Depot"_s);
        for (store::SiteMember member : depot->members) {
            if (member.station != "CP08"_L1)
                continue;
            member.refusal = u"The station took no limit: it answered \"rejected\"."_s;
            sites.saveLive(member);
        }
    });
    QTRY_VERIFY2(line(0).contains(u"2 matter"_s), qPrintable(line(0))); // and its fuse, which bears less
    QVERIFY2(page_->headline().contains(u"2 matter"_s), qPrintable(page_->headline()));
    QVERIFY2(line(9).contains(u"CP08: Took no limit. 32.0 A are kept free for it"_s), qPrintable(line(9)));
    select(0);
    const auto said = [this] { return uitest::visibleText(*page_).replace(QChar::Nbsp, u' '); };
    QTRY_VERIFY(said().contains(
        u"CP08: The station took no limit: it answered \"rejected\". So 32.0 A are kept free for it."_s));
    QVERIFY(!said().contains(u"has not taken its fallback"_s));
}

void TestSitesPage::searchNarrowsTheTree()
{
    open(true);
    page_->search(u"cp05"_s);
    QCOMPARE(lines(), 4); // with what it hangs on
    QVERIFY(line(0).startsWith(u"Depot"_s));
    QVERIFY(line(1).startsWith(u"House connection"_s));
    QVERIFY(line(2).startsWith(u"Delivery vans"_s));
    QVERIFY(line(3).startsWith(u"CP05"_s));
    page_->search(u"car park"_s);
    QCOMPARE(lines(), 6); // with what hangs on it
    QVERIFY(line(5).startsWith(u"CP04"_s));
    page_->search(u"nothing like it"_s);
    QCOMPARE(lines(), 0);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Nothing matches"_s));
    page_->search({});
    QCOMPARE(lines(), 10);
    QVERIFY(!page_->searchHint().isEmpty());
}

void TestSitesPage::visitDropsTheSearch()
{
    open(true);
    page_->search(u"cp05"_s);
    QSignalSpy dropped(page_.get(), &ui::Page::searchDropped);
    page_->visit({.page = u"sites"_s, .station = u"CP01"_s});
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(lines(), 10);
    QCOMPARE(tree().selected()->name, u"CP01"_s);
}

void TestSitesPage::aSiteIsMadeWithFeederAndStation()
{
    open(false);
    page_->primaryAction()->trigger();
    QVERIFY(uitest::visibleText(*page_).split(u'\n').contains(u"A"_s)); // the unit of the fuse
    field<QLineEdit>(u"Name"_s).setText(u"Yard"_s);
    field<QDoubleSpinBox>(u"Main fuse on L1, in A"_s).setValue(100);
    QVERIFY(uitest::press(*page_, u"Add the site"_s));
    QTRY_COMPARE(lines(), 2);
    QCOMPARE(setup(u"Yard"_s).fuses[0].limitL1, 100.0);
    select(1);
    QVERIFY(uitest::press(*page_, u"Add feeder"_s));
    field<QLineEdit>(u"Name"_s).setText(u"Row A"_s);
    field<QDoubleSpinBox>(u"Bears on L2, in A"_s).setValue(32);
    QVERIFY(uitest::press(*page_, u"Save"_s));
    QTRY_COMPARE(lines(), 3);
    QCOMPARE(setup(u"Yard"_s).fuses[1].parent, u"Main fuse"_s);
    QCOMPARE(setup(u"Yard"_s).fuses[1].limitL2, 32.0);
    select(2);
    QVERIFY(uitest::press(*page_, u"Add station"_s));
    field<QComboBox>(u"Station"_s).setCurrentText(u"CP05"_s);
    field<QComboBox>(u"Wired to"_s).setCurrentText(u"L2 L3 L1"_s);
    field<QCheckBox>(u"Fallback"_s).setChecked(false);
    field<QDoubleSpinBox>(u"Fallback, in A"_s).setValue(8);
    QCOMPARE(field<QDoubleSpinBox>(u"Voltage"_s).value(), 230.0);
    field<QDoubleSpinBox>(u"Voltage"_s).setValue(120);
    QVERIFY(uitest::press(*page_, u"Save"_s));
    QTRY_COMPARE(lines(), 4);
    const store::SiteMember member = setup(u"Yard"_s).members.value(0);
    QCOMPARE(member.station, u"CP05"_s);
    QCOMPARE(member.fuse, u"Row A"_s);
    QCOMPARE(member.phases.join(u' '), u"L2 L3 L1"_s);
    QCOMPARE(member.wantedFallbackA, std::optional(8.0));
    QCOMPARE(member.voltage, 120.0);
}

void TestSitesPage::mistakesAreTold()
{
    open(true);
    select(2);
    field<QDoubleSpinBox>(u"Bears on L1, in A"_s).setValue(7);
    QVERIFY(uitest::press(*page_, u"Save"_s));
    QTRY_COMPARE(setup(u"Depot"_s).fuses[1].limitL1, 7.0); // the fallbacks are chosen: they fit
    QTRY_VERIFY(line(2).contains(u"More may flow than it bears"_s));
    select(3);
    field<QCheckBox>(u"Fallback"_s).setChecked(false);
    field<QDoubleSpinBox>(u"Fallback, in A"_s).setValue(16);
    QVERIFY(uitest::press(*page_, u"Save"_s));
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"when this computer is off it would blow"_s));
    QVERIFY(!setup(u"Depot"_s).members[0].wantedFallbackA);
}

void TestSitesPage::whatOthersChangedIsNotOverwritten()
{
    open(true);
    select(1);
    changeByOthers([](store::SiteSetup &depot) { depot.members.removeLast(); });
    QTRY_COMPARE(lines(), 9);
    QVERIFY(uitest::press(*page_, u"Save"_s));
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Somebody has changed this site meanwhile"_s));
    page_->primaryAction()->trigger();
    field<QLineEdit>(u"Name"_s).setText(u"depot"_s);
    QVERIFY(uitest::press(*page_, u"Add the site"_s));
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"there is one of this name already"_s));
    QCOMPARE(setup(u"Depot"_s).members.size(), 5);
}

void TestSitesPage::aFuseIsRenamedWithAllBelowIt()
{
    open(true);
    select(1);
    field<QLineEdit>(u"Name"_s).setText(u"Grid"_s);
    QVERIFY(uitest::press(*page_, u"Save"_s));
    QTRY_COMPARE(setup(u"Depot"_s).fuses[0].name, u"Grid"_s);
    QCOMPARE(setup(u"Depot"_s).fuses[1].parent, u"Grid"_s);
    QTRY_VERIFY(line(1).startsWith(u"Grid"_s));
    select(2);
    QVERIFY(uitest::press(*page_, u"Take out"_s));
    QTRY_COMPARE(setup(u"Depot"_s).fuses.size(), 2);
    QCOMPARE(setup(u"Depot"_s).members[0].fuse, u"Grid"_s); // hangs on what fed it
}

void TestSitesPage::changesAreTakenBack()
{
    open(true);
    select(3);
    QVERIFY(field<QPushButton>(u"Take out of the site"_s).toolTip().contains(u"counts without it"_s));
    QVERIFY(uitest::press(*page_, u"Take out of the site"_s));
    QTRY_COMPARE(setup(u"Depot"_s).members.size(), 5);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(setup(u"Depot"_s).members.size(), 6);
}

void TestSitesPage::whatOthersChangedSinceIsNotTakenBack()
{
    open(true);
    select(3);
    QVERIFY(uitest::press(*page_, u"Take out of the site"_s));
    QTRY_COMPARE(lines(), 9);
    changeByOthers([](store::SiteSetup &depot) { depot.fuses[1].limitL1 = 41; });
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"It cannot be taken back"_s));
    QCOMPARE(setup(u"Depot"_s).members.size(), 5);
    QCOMPARE(setup(u"Depot"_s).fuses[1].limitL1, 41.0);
}

/// What was entered comes back, beside what others have changed meanwhile.
void TestSitesPage::unfinishedIsPutAside()
{
    open(true);
    select(2);
    QVERIFY(!page_->hasUnsaved());
    field<QDoubleSpinBox>(u"Bears on L1, in A"_s).setValue(41);
    QVERIFY(page_->hasUnsaved());
    select(3);
    QVERIFY(uitest::visibleText(*page_).contains(u"Your changes to Car park were put aside."_s));
    QVERIFY(page_->hasUnsaved());
    changeByOthers([](store::SiteSetup &depot) {
        depot.fuses[1].limitL2 = 42;
        depot.members.removeLast();
    });
    QTRY_COMPARE(lines(), 9);
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QCOMPARE(field<QDoubleSpinBox>(u"Bears on L1, in A"_s).value(), 41.0);
    QCOMPARE(field<QDoubleSpinBox>(u"Bears on L2, in A"_s).value(), 42.0);
    QCOMPARE(tree().selected()->name, u"Car park"_s);
    QVERIFY(!uitest::visibleText(*page_).contains(u"put aside"_s));
    QVERIFY(uitest::press(*page_, u"Save"_s));
    QTRY_COMPARE(setup(u"Depot"_s).fuses[1].limitL1, 41.0);
    QCOMPARE(setup(u"Depot"_s).fuses[1].limitL2, 42.0);
    QTRY_VERIFY(!page_->hasUnsaved());
    QVERIFY(!uitest::visibleText(*page_).contains(u"put aside"_s));
}

void TestSitesPage::answerClosesOnlyWhatWasSaved()
{
    open(true);
    select(2);
    field<QDoubleSpinBox>(u"Bears on L1, in A"_s).setValue(41);
    uitest::Halt halt(*store_);
    QVERIFY(uitest::press(*page_, u"Save"_s));
    QVERIFY(uitest::press(*page_, u"Save"_s)); // impatient
    select(1);
    field<QDoubleSpinBox>(u"Bears on L1, in A"_s).setValue(60);
    halt.release();
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Depot was changed."_s));
    QCOMPARE(setup(u"Depot"_s).fuses[1].limitL1, 41.0);
    QCOMPARE(field<QDoubleSpinBox>(u"Bears on L1, in A"_s).value(), 60.0);
    QVERIFY(page_->hasUnsaved());
    QVERIFY(!uitest::visibleText(*page_).contains(u"put aside"_s)); // it is saved
    QCoreApplication::processEvents();
    QVERIFY(uitest::visibleText(*page_).contains(u"Depot was changed."_s)); // once
}

void TestSitesPage::refusalOfWhatWasPutAsideIsSaid()
{
    open(true);
    select(2);
    field<QDoubleSpinBox>(u"Bears on L1, in A"_s).setValue(41);
    uitest::Halt halt(*store_);
    auto others = store_->writer().submit([](store::Database &db) {
        store::SiteSetup depot = *store::Sites(db).setup(u"Depot"_s);
        depot.members.removeLast();
        return store::Sites(db).save(depot, store::now()).has_value();
    });
    QVERIFY(uitest::press(*page_, u"Save"_s));
    select(1);
    halt.release();
    QTRY_VERIFY(
        uitest::visibleText(*page_).contains(u"Nothing was changed. Somebody has changed this site meanwhile"_s));
    QVERIFY(others.result().value_or(false));
    QVERIFY(uitest::visibleText(*page_).contains(u"Your changes to Car park were put aside."_s));
    QVERIFY(uitest::named<QDoubleSpinBox>(*page_, u"Bears on L1, in A"_s)); // what was opened stays open
}

void TestSitesPage::newOneIsPutAside()
{
    open(true);
    select(2);
    QVERIFY(uitest::press(*page_, u"Add feeder"_s));
    field<QLineEdit>(u"Name"_s).setText(u"Row A"_s);
    page_->primaryAction()->trigger();
    QVERIFY(uitest::visibleText(*page_).contains(u"Your changes to the new feeder were put aside."_s));
    field<QLineEdit>(u"Name"_s).setText(u"Yard"_s);
    select(3);
    QVERIFY(uitest::visibleText(*page_).contains(u"the new feeder, the new site"_s));
    QVERIFY(uitest::press(*page_, u"Back to the new site"_s));
    QCOMPARE(field<QLineEdit>(u"Name"_s).text(), u"Yard"_s);
    QVERIFY(uitest::press(*page_, u"Add the site"_s));
    QTRY_COMPARE(lines(), 12);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Yard was added"_s));
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QCOMPARE(field<QLineEdit>(u"Name"_s).text(), u"Row A"_s);
    QVERIFY(uitest::press(*page_, u"Save"_s));
    QTRY_COMPARE(lines(), 13);
    QTRY_VERIFY(!page_->hasUnsaved());
}

void TestSitesPage::whatIsGoneIsForgotten()
{
    open(true);
    select(9);
    QCOMPARE(tree().selected()->name, u"CP08"_s);
    field<QSpinBox>(u"Priority"_s).setValue(7);
    select(1);
    QVERIFY(uitest::visibleText(*page_).contains(u"Your changes to CP08 were put aside."_s));
    changeByOthers([](store::SiteSetup &depot) { depot.members.removeLast(); });
    QTRY_VERIFY(!page_->hasUnsaved());
    QVERIFY(!uitest::visibleText(*page_).contains(u"put aside"_s));
}

void TestSitesPage::aSiteIsDeletedAndTakenBack()
{
    open(true);
    select(0);
    QVERIFY(uitest::press(*page_, u"Delete the site"_s));
    QTRY_COMPARE(lines(), 0);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(lines(), 10);
}

void TestSitesPage::visitOpensTheStation()
{
    open(true);
    page_->visit({.page = u"sites"_s, .station = u"CP06"_s});
    QTRY_VERIFY(tree().selected() && tree().selected()->name == "CP06"_L1);
    QVERIFY(uitest::named<QComboBox>(*page_, u"Behind"_s));
}

void TestSitesPage::everyControlHasAName()
{
    open(true);
    for (const int row : {0, 1, 3}) {
        select(row);
        QCOMPARE(uitest::namelessControls(*page_), QStringList());
    }
    page_->primaryAction()->trigger();
    QCOMPARE(uitest::namelessControls(*page_), QStringList());
}

void TestSitesPage::unreadableDatabaseIsSaid()
{
    open(true);
    store_->write([](store::Database &db) {
        db.define(u"DROP TABLE site_flows"_s);
        db.noteChange(store::Table::Sites);
    });
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"The sites cannot be read"_s));
    QVERIFY(uitest::named<QPushButton>(*page_, u"Try again"_s));
}

UI_TEST_MAIN(TestSitesPage)
#include "tst_sitespage.moc"
