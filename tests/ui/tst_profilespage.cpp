// SPDX-License-Identifier: GPL-3.0-or-later
// Charging profiles: the library, and what stations have, beside a sample and beside the real engine.
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/commands.h"
#include "store/configuration.h"
#include "store/sites.h"
#include "ui/livesite.h"
#include "ui/pages/profiles/applyform.h"
#include "ui/pages/profiles/compositeview.h"
#include "ui/pages/profiles/periodtable.h"
#include "ui/pages/profiles/placepanel.h"
#include "ui/pages/profiles/profiledeeds.h"
#include "ui/pages/profiles/profileeditor.h"
#include "ui/pages/profiles/profileform.h"
#include "ui/pages/profiles/profilespage.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/pages/profiles/schedulechart.h"
#include "ui/sampleprofiles.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum LibraryColumns { Name, For, When, Limits, Level, Used };
enum PlaceColumns { State, Station, At, Profile };
constexpr int patience = 30'000; // ms: after a boot the reconciler waits some seconds

} // namespace

class TestProfilesPage : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void emptyPageOffersANewProfile();
    void profileIsEnteredAndTakenBack();
    void mistakesAreToldAtTheirFields();
    void whatMeansNothingIsLeftOut();
    void profileIsChangedWhereItIsUsed();
    void usedProfileIsNotDeleted();
    void profileIsDeletedAndTakenBack();
    void changesArePutAside();
    void statesAreInWords();
    void connectorsWithoutAProfileAreShownOnDemand();
    void visitOpensTheProfilesOfAStation();
    void linksLeadToSchedules();
    void checkTellsBeforehand();
    void searchLooksInBothTables();
    void planIsDrawn();
    void limitsAreExported_data();
    void limitsAreExported();
    void exportThatFailsIsSaid();
    void limitsAreConvertedAsTheStationIsWired();
    void offsetsAreReadAndWritten_data();
    void offsetsAreReadAndWritten();
    void problemIsReadAtItsField();
    void everyProblemHasItsWords();
    void unreadableDatabaseIsSaid();
    void profileReachesTheStation();
    void refusalIsShown();
    void profileIsWithdrawnAndComesBack();
    void everythingIsCleared();
    void reportedProfileComesBack();
    void overwrittenWishComesBack();
    void usedProfileIsNotTakenBack();
    void stationTellsItsPlan();

private:
    void openSample(bool filled = true);
    void openLive(const std::function<void(simulator::StationOptions &)> &adjust = {});
    void show(const ui::Backend &backend);
    [[nodiscard]] ui::TableView &table(const QString &name) { return *page_->findChild<ui::TableView *>(name); }
    [[nodiscard]] QAbstractItemModel &library() { return *table(u"profileLibrary"_s).model(); }
    [[nodiscard]] QAbstractItemModel &places() { return *table(u"profilePlaces"_s).model(); }
    [[nodiscard]] ui::ProfileForm &form() { return *page_->findChild<ui::ProfileForm *>(); }
    [[nodiscard]] ui::PlacePanel &panel() { return *page_->findChild<ui::PlacePanel *>(); }
    [[nodiscard]] ui::ApplyForm &applyForm() { return *page_->findChild<ui::ApplyForm *>(); }
    void showStations() { uitest::named<QTabBar>(*page_, u"Parts of the page"_s)->setCurrentIndex(1); }
    void selectProfile(const QString &name);
    /// "Station, At".
    [[nodiscard]] int rowOf(const QString &place);
    [[nodiscard]] QString stateOf(const QString &place);
    void selectPlace(const QString &place);
    /// An entry of a menu, by its whole meaning.
    void trigger(const QString &toolTip);
    void apply(const QString &profile, const QString &station, const QString &at);
    void addPeriod();
    /// The control of the form, as soon as it is in sight.
    template<class Control>
    Control &control(const QString &name)
    {
        Control *found = nullptr;
        const bool there = QTest::qWaitFor([&] {
            found = uitest::named<Control>(form(), name);
            return found != nullptr;
        });
        if (!there)
            qFatal("There is no '%s'.", qPrintable(name));
        return *found;
    }
    template<class Work>
    auto write(Work work)
    {
        return live_ ? live_->write(work) : store_->write(work);
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::LiveSite> live_;
    simulator::Station *station_ = nullptr;
    std::unique_ptr<ui::ProfilesPage> page_;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers_;
};

void TestProfilesPage::cleanup()
{
    testers_.clear();
    page_.reset();
    live_.reset();
    store_.reset();
    QSettings().clear();
}

void TestProfilesPage::show(const ui::Backend &backend)
{
    page_ = std::make_unique<ui::ProfilesPage>(backend);
    page_->resize(1060, 760);
    page_->show();
    for (QAbstractItemModel *model : {&library(), &places()})
        testers_.push_back(
            std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::QtTest));
}

void TestProfilesPage::openSample(bool filled)
{
    store_ = std::make_unique<uitest::Store>();
    write([filled](store::Database &db) {
        samplesite::startNode(db);
        if (!filled)
            return;
        samplesite::fill(db);
        sampleprofiles::fill(db);
    });
    show(store_->backend());
    if (filled)
        QTRY_COMPARE(library().rowCount(), 4);
    else
        QTRY_VERIFY(page_->findChild<ui::EmptyState *>()->isVisible());
}

void TestProfilesPage::openLive(const std::function<void(simulator::StationOptions &)> &adjust)
{
    live_ = std::make_unique<uitest::LiveSite>();
    station_ = &live_->add(u"CP1"_s, adjust);
    write([](store::Database &db) {
        store::ChargingProfiles(db).saveNamed(u"Night"_s, sampleprofiles::daily({{0, 32}, {6, 10}}), store::now());
    });
    show(live_->backend());
    QTRY_COMPARE(library().rowCount(), 1);
    showStations();
}

void TestProfilesPage::selectProfile(const QString &name)
{
    const auto found = [&] {
        return library().match(library().index(0, Name), Qt::DisplayRole, name, 1, Qt::MatchExactly);
    };
    QTRY_COMPARE(found().size(), 1);
    table(u"profileLibrary"_s).selectRow(found().first().row());
    QTRY_VERIFY(form().isVisible());
}

/// The form may be longer than the page.
void TestProfilesPage::addPeriod()
{
    auto &button = control<QPushButton>(u"Add a period"_s);
    form().findChild<QScrollArea *>()->ensureWidgetVisible(&button);
    QVERIFY(uitest::press(button));
}

int TestProfilesPage::rowOf(const QString &place)
{
    for (int row = 0; row < places().rowCount(); ++row) {
        if (u"%1, %2"_s.arg(places().index(row, Station).data().toString(), places().index(row, At).data().toString())
            == place)
            return row;
    }
    return -1;
}

QString TestProfilesPage::stateOf(const QString &place)
{
    const int row = rowOf(place);
    return row < 0 ? u"none"_s : places().index(row, State).data().toString();
}

void TestProfilesPage::selectPlace(const QString &place)
{
    QTRY_VERIFY(rowOf(place) >= 0);
    table(u"profilePlaces"_s).selectRow(rowOf(place));
    QTRY_VERIFY(panel().isVisible());
}

void TestProfilesPage::apply(const QString &profile, const QString &station, const QString &at)
{
    QVERIFY(uitest::press(*page_, u"Apply a profile…"_s));
    QTRY_VERIFY(applyForm().isVisible());
    uitest::named<QComboBox>(applyForm(), u"Profile"_s)->setCurrentText(profile);
    uitest::named<QComboBox>(applyForm(), u"Station"_s)->setCurrentText(station);
    uitest::named<QComboBox>(applyForm(), u"At"_s)->setCurrentText(at);
    QVERIFY(uitest::press(applyForm(), u"Apply"_s));
    QTRY_VERIFY(!applyForm().isVisible());
}

void TestProfilesPage::emptyPageOffersANewProfile()
{
    openSample(false);
    QVERIFY(uitest::visibleText(*page_).contains(u"No profile yet"_s));
    QVERIFY(page_->headline().startsWith(u"0 profile"_s));
    QVERIFY(uitest::press(*page_->findChild<ui::EmptyState *>(), u"New profile"_s));
    QTRY_VERIFY(form().isVisible());
}

void TestProfilesPage::profileIsEnteredAndTakenBack()
{
    openSample(false);
    page_->primaryAction()->trigger();
    uitest::named<QLineEdit>(form(), u"Name"_s)->setText(u"Night"_s);
    control<QDoubleSpinBox>(u"Period 1: limit"_s).setValue(32);
    addPeriod();
    control<QSpinBox>(u"Period 2: from"_s).setValue(6 * 3600);
    control<QDoubleSpinBox>(u"Period 2: limit"_s).setValue(10);
    QVERIFY(uitest::press(form(), u"Add"_s));
    QTRY_COMPARE(library().rowCount(), 1);
    QCOMPARE(library().index(0, Name).data().toString(), u"Night"_s);
    QCOMPARE(library().index(0, For).data().toString(), u"Every session"_s);
    QCOMPARE(library().index(0, When).data().toString(), u"every day"_s);
    QCOMPARE(library().index(0, Limits).data().toString(), u"10 – 32\u00a0A"_s);
    QTRY_VERIFY(!form().isVisible());
    const auto known = [this] {
        return write([](store::Database &db) { return store::ChargingProfiles(db).library().size(); });
    };
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(known(), 0);
}

void TestProfilesPage::mistakesAreToldAtTheirFields()
{
    openSample();
    page_->primaryAction()->trigger();
    QTRY_VERIFY(form().isVisible());
    QVERIFY(uitest::press(form(), u"Add"_s));
    QVERIFY(uitest::visibleText(form()).contains(u"needs a name"_s));
    auto *name = uitest::named<QLineEdit>(form(), u"Name"_s);
    name->setText(u"nIGHT"_s);
    QVERIFY(uitest::visibleText(form()).contains(u"of this name already"_s));
    name->setText(u"Other"_s);
    addPeriod();
    control<QSpinBox>(u"Period 2: from"_s).setValue(0);
    QVERIFY(uitest::visibleText(form()).contains(u"0:00 does not follow 0:00"_s));
    control<QSpinBox>(u"Period 2: from"_s).setValue(3600);
    control<QDoubleSpinBox>(u"Period 2: limit"_s).setValue(4);
    QVERIFY(!uitest::visibleText(form()).contains(u"does not follow"_s));
    QVERIFY(uitest::visibleText(form()).contains(u"4\u00a0A is a pause"_s)); // a warning: it may be saved
    QVERIFY(uitest::press(form(), u"Add"_s));
    QTRY_COMPARE(library().rowCount(), 5);
}

void TestProfilesPage::whatMeansNothingIsLeftOut()
{
    openSample();
    page_->primaryAction()->trigger();
    QTRY_VERIFY(form().isVisible());
    const auto *editor = form().findChild<ui::ProfileEditor *>();
    QVERIFY(uitest::named<QComboBox>(form(), u"Repeats"_s));
    uitest::named<QComboBox>(form(), u"Kind"_s)->setCurrentText(u"From the start of charging"_s);
    QVERIFY(!uitest::named<QComboBox>(form(), u"Repeats"_s));
    QVERIFY(!editor->profile().contains("recurrencyKind"_L1));
    QVERIFY(!editor->profile()["chargingSchedule"_L1].toObject().contains("startSchedule"_L1));
    uitest::named<QComboBox>(form(), u"Kind"_s)->setCurrentText(u"Again and again"_s);
    QCOMPARE(editor->profile()["recurrencyKind"_L1].toString(), u"Daily"_s);
}

void TestProfilesPage::profileIsChangedWhereItIsUsed()
{
    openSample();
    selectProfile(u"Night"_s);
    QTRY_VERIFY(uitest::visibleText(form()).contains(u"Wanted at 4 place"_s));
    control<QDoubleSpinBox>(u"Period 2: limit"_s).setValue(12);
    QVERIFY(uitest::press(form(), u"Save"_s));
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"4 station"_s));
    showStations();
    QTRY_COMPARE(stateOf(u"CP01, connector 1"_s), u"To be sent"_s);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(stateOf(u"CP01, connector 1"_s), u"Installed"_s);
}

void TestProfilesPage::usedProfileIsNotDeleted()
{
    openSample();
    selectProfile(u"Night"_s);
    QVERIFY(!uitest::named<QPushButton>(form(), u"Delete"_s)->isEnabled());
}

void TestProfilesPage::profileIsDeletedAndTakenBack()
{
    openSample();
    write([](store::Database &db) {
        store::ChargingProfiles(db).saveNamed(u"Spare"_s, sampleprofiles::daily({{0, 6}}), store::now());
    });
    selectProfile(u"Spare"_s);
    QVERIFY(uitest::press(form(), u"Delete"_s));
    QTRY_COMPARE(library().rowCount(), 4);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(library().rowCount(), 5);
}

void TestProfilesPage::changesArePutAside()
{
    openSample();
    selectProfile(u"Night"_s);
    control<QDoubleSpinBox>(u"Period 2: limit"_s).setValue(13);
    QVERIFY(form().isEdited());
    selectProfile(u"Lunch break"_s);
    QVERIFY(!form().isEdited());
    QVERIFY(uitest::visibleText(*page_).contains(u"Your changes to Night"_s));
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_COMPARE(form().editedKey(), u"night"_s);
    QCOMPARE(control<QDoubleSpinBox>(u"Period 2: limit"_s).value(), 13.0);
    QVERIFY(form().isEdited());
}

void TestProfilesPage::statesAreInWords()
{
    openSample();
    showStations();
    QTRY_COMPARE(stateOf(u"CP01, whole station"_s), u"Installed"_s);
    QCOMPARE(stateOf(u"CP02, connector 2"_s), u"To be sent"_s);
    QCOMPARE(stateOf(u"CP06, connector 1"_s), u"Refused"_s);
    QCOMPARE(stateOf(u"CP12, connector 1"_s), u"Does not fit"_s);
    QVERIFY(page_->headline().contains(u"2 refused"_s));
    selectPlace(u"CP12, connector 1"_s);
    QTRY_VERIFY(uitest::visibleText(panel()).contains(u"The station's highest stack level is 0, not 1."_s));
    selectPlace(u"CP06, connector 1"_s);
    QTRY_VERIFY(uitest::visibleText(panel()).contains(u"The station said no."_s));
}

void TestProfilesPage::connectorsWithoutAProfileAreShownOnDemand()
{
    openSample();
    showStations();
    QCOMPARE(stateOf(u"CP03, connector 1"_s), u"none"_s);
    QVERIFY(uitest::press(*page_, u"Connectors without a profile, too"_s));
    QTRY_COMPARE(stateOf(u"CP03, connector 1"_s), u"No profile"_s);
    selectPlace(u"CP03, connector 1"_s);
    QVERIFY(uitest::press(panel(), u"Apply a profile…"_s));
    QTRY_VERIFY(applyForm().isVisible());
    QCOMPARE(uitest::named<QComboBox>(applyForm(), u"Station"_s)->currentText(), u"CP03"_s);
    QCOMPARE(uitest::named<QComboBox>(applyForm(), u"At"_s)->currentText(), u"connector 1"_s);
}

void TestProfilesPage::visitOpensTheProfilesOfAStation()
{
    openSample();
    testers_.clear();
    show(store_->backend());
    page_->visit({.page = u"profiles"_s, .station = u"CP06"_s}); // nothing is read yet
    QTRY_VERIFY(panel().isVisible());
    QVERIFY(uitest::visibleText(panel()).contains(u"CP06"_s));
    page_->visit({.page = u"profiles"_s, .station = u"CP12"_s});
    QTRY_VERIFY(uitest::visibleText(panel()).contains(u"CP12"_s));
}

void TestProfilesPage::linksLeadToSchedules()
{
    openSample();
    ui::Target target;
    connect(page_.get(), &ui::Page::linkActivated, page_.get(), [&target](const ui::Target &link) { target = link; });
    selectProfile(u"Night"_s);
    QVERIFY(uitest::press(form(), u"Edit in Schedules"_s));
    QCOMPARE(target.page, u"schedules"_s);
    QCOMPARE(target.part, u"Night"_s);
    page_->primaryAction()->trigger(); // a new one is not there yet
    QVERIFY(!uitest::named<QPushButton>(form(), u"Edit in Schedules"_s));
    showStations();
    selectPlace(u"CP02, connector 2"_s);
    QVERIFY(uitest::press(panel(), u"Edit in Schedules"_s));
    QCOMPARE(target.station, u"CP02"_s);
    QCOMPARE(target.connector, 2);
}

void TestProfilesPage::checkTellsBeforehand()
{
    openSample();
    selectProfile(u"Grid limit 22 kW"_s);
    QVERIFY(uitest::press(form(), u"Apply to a station…"_s));
    QTRY_VERIFY(applyForm().isVisible());
    QCOMPARE(uitest::named<QComboBox>(applyForm(), u"Profile"_s)->currentText(), u"Grid limit 22 kW"_s);
    uitest::named<QComboBox>(applyForm(), u"Station"_s)->setCurrentText(u"CP12"_s);
    uitest::named<QComboBox>(applyForm(), u"At"_s)->setCurrentText(u"connector 1"_s);
    QTRY_VERIFY(uitest::visibleText(applyForm()).contains(u"belongs to the whole station"_s));
    QVERIFY(!uitest::named<QPushButton>(applyForm(), u"Apply"_s)->isEnabled());
    uitest::named<QComboBox>(applyForm(), u"At"_s)->setCurrentText(u"whole station"_s);
    QTRY_VERIFY(uitest::visibleText(applyForm()).contains(u"It fits"_s));
    QVERIFY(uitest::press(applyForm(), u"Apply"_s));
    QTRY_COMPARE(stateOf(u"CP12, whole station"_s), u"To be sent"_s);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(stateOf(u"CP12, whole station"_s), u"none"_s);
}

void TestProfilesPage::searchLooksInBothTables()
{
    openSample();
    page_->search(u"lunch"_s);
    QCOMPARE(library().rowCount(), 1);
    QCOMPARE(places().rowCount(), 2);
    page_->search(u"nothing of this"_s);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"No profile matches"_s));
}

void TestProfilesPage::planIsDrawn()
{
    openSample();
    write(sampleprofiles::measure);
    showStations();
    selectPlace(u"CP01, connector 1"_s);
    uitest::named<QTabBar>(panel(), u"Parts of the detail"_s)->setCurrentIndex(1);
    auto *chart = page_->findChild<ui::ScheduleChart *>();
    QTRY_VERIFY(chart->isVisible());
    QTRY_VERIFY2(chart->readout().contains(u"measured 4.4"_s), qPrintable(chart->readout()));
    QVERIFY2(chart->readout().contains(u"told 8\u00a0A – 32\u00a0A"_s), qPrintable(chart->readout()));
    QCOMPARE(chart->accessibleDescription(), chart->readout());
    QVERIFY(uitest::visibleText(panel()).contains(u"The station allows less"_s));
    // Each change of any limit is a step; before the station told, only what is computed is known.
    QTest::keyClick(chart, Qt::Key_Home);
    QVERIFY2(chart->readout().contains(u"computed "_s) && !chart->readout().contains(u"told"_s),
             qPrintable(chart->readout()));
    QStringList walked;
    QString before;
    while (chart->readout() != before) {
        before = chart->readout();
        walked.append(before);
        QTest::keyClick(chart, Qt::Key_Right);
    }
    QVERIFY(walked.size() > 6);
    const QString told = walked.join(u'\n');
    for (const QString &limit : {u"told 16\u00a0A"_s, u"told 10\u00a0A"_s, u"told 8\u00a0A"_s})
        QVERIFY2(told.contains(limit), qPrintable(told));
    QVERIFY(uitest::visibleText(panel()).contains(chart->readout()));
}

void TestProfilesPage::limitsAreExported_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("pdf") << u"This connector as PDF, to hand over"_s << u"pdf"_s << "%PDF-1."_ba;
    QTest::newRow("png") << u"All connectors as PNG, a picture"_s << u"png"_s << "\x89PNG"_ba;
    QTest::newRow("svg") << u"This connector as SVG, a drawing"_s << u"svg"_s << "<?xml"_ba;
    QTest::newRow("xlsx") << u"All connectors as XLSX, a workbook"_s << u"xlsx"_s << "PK"_ba;
    QTest::newRow("csv") << u"All connectors as CSV, a table"_s << u"csv"_s << "connector,start,"_ba;
    QTest::newRow("json") << u"This connector as JSON, for programs"_s << u"json"_s << "["_ba;
}

void TestProfilesPage::limitsAreExported()
{
    QFETCH(QString, action);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begin);
    openSample();
    showStations();
    selectPlace(u"CP01, connector 1"_s);
    uitest::named<QTabBar>(panel(), u"Parts of the detail"_s)->setCurrentIndex(1);
    QTRY_VERIFY(page_->findChild<ui::ScheduleChart *>()->isVisible());
    const QTemporaryDir folder;
    QString suggestion;
    ui::modal::Answers answers;
    answers.file = [&](const ui::modal::FileRequest &request) {
        suggestion = request.suggestion;
        return folder.filePath(u"limits"_s); // without an end
    };
    trigger(action);
    QVERIFY2(suggestion.endsWith(u'.' + suffix) && suggestion.contains(u"CP01"_s), qPrintable(suggestion));
    QTRY_VERIFY_WITH_TIMEOUT(uitest::visibleText(panel()).contains(u"Exported to"_s), patience);
    QFile file(folder.filePath(u"limits."_s + suffix));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(begin));
}

void TestProfilesPage::exportThatFailsIsSaid()
{
    openSample();
    showStations();
    selectPlace(u"CP01, connector 1"_s);
    uitest::named<QTabBar>(panel(), u"Parts of the detail"_s)->setCurrentIndex(1);
    QTRY_VERIFY(page_->findChild<ui::ScheduleChart *>()->isVisible());
    ui::modal::Answers answers;
    answers.file = [](const ui::modal::FileRequest &) { return u"/no/such/folder/limits.pdf"_s; };
    trigger(u"This connector as PDF, to hand over"_s);
    const QString said = u"The export to /no/such/folder/limits.pdf has stopped"_s;
    QTRY_VERIFY_WITH_TIMEOUT(uitest::visibleText(panel()).contains(said), patience);
}

void TestProfilesPage::limitsAreConvertedAsTheStationIsWired()
{
    openSample();
    write([](store::Database &db) {
        store::SiteFuse fuse;
        fuse.name = u"Main"_s;
        fuse.limitL1 = fuse.limitL2 = fuse.limitL3 = 63;
        store::SiteMember member;
        member.station = u"CP09"_s;
        member.fuse = fuse.name;
        member.phases = {u"L1"_s};
        member.voltage = 120;
        if (!store::Sites(db).save({u"Depot"_s, {fuse}, {member}}, store::now()))
            qFatal("The site does not fit.");
    });
    showStations();
    selectPlace(u"CP09, connector 1"_s);
    uitest::named<QTabBar>(panel(), u"Parts of the detail"_s)->setCurrentIndex(1);
    auto *chart = page_->findChild<ui::ScheduleChart *>();
    QTRY_VERIFY(chart->isVisible());
    auto *unit = uitest::named<QComboBox>(panel(), u"Unit"_s);
    QVERIFY2(unit->toolTip().contains(u"1 × 120"_s), qPrintable(unit->toolTip()));
    unit->setCurrentText(u"in watt"_s);
    QTRY_VERIFY2(chart->readout().contains(u"computed 1.2"_s), qPrintable(chart->readout())); // kW, of 10 A
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"limits.json"_s);
    ui::modal::Answers answers;
    answers.file = [&path](const ui::modal::FileRequest &) { return path; };
    trigger(u"This connector as JSON, for programs"_s);
    QTRY_VERIFY_WITH_TIMEOUT(uitest::visibleText(panel()).contains(u"Exported to"_s), patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray json = file.readAll();
    QVERIFY2(json.contains("3840") && json.contains("1200"), json.constData());
}

void TestProfilesPage::trigger(const QString &toolTip)
{
    for (QAction *action : panel().findChildren<QAction *>()) {
        if (action->toolTip() == toolTip)
            return action->trigger();
    }
    QFAIL(qPrintable(toolTip));
}

void TestProfilesPage::offsetsAreReadAndWritten_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("seconds");
    QTest::newRow("hours") << u"7"_s << u"7:00"_s << 7 * 3600;
    QTest::newRow("minutes") << u"22:30"_s << u"22:30"_s << 22 * 3600 + 1800;
    QTest::newRow("seconds") << u"0:00:15"_s << u"0:00:15"_s << 15;
    QTest::newRow("second day") << u"30:05"_s << u"30:05"_s << 30 * 3600 + 300;
}

void TestProfilesPage::offsetsAreReadAndWritten()
{
    QFETCH(QString, typed);
    QFETCH(QString, shown);
    QFETCH(int, seconds);
    ui::OffsetBox box;
    box.show();
    box.setValue(5);
    box.selectAll();
    QTest::keyClicks(&box, typed);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.value(), seconds);
    QCOMPARE(box.text(), shown);
}

void TestProfilesPage::problemIsReadAtItsField()
{
    ui::PeriodTable periods;
    periods.show();
    const auto readAt = [&](const QString &field) {
        return uitest::named<QAbstractSpinBox>(periods, field)->accessibleDescription();
    };
    periods.complain(0, u"limit"_s, u"Too much."_s);
    QCOMPARE(readAt(u"Period 1: limit"_s), u"Too much."_s);
    periods.complain(0, u"startPeriod"_s, u"Too late."_s);
    QCOMPARE(readAt(u"Period 1: limit"_s), QString());
    QCOMPARE(readAt(u"Period 1: from"_s), u"Too late."_s);
    periods.complain(-1, {}, {});
    QCOMPARE(readAt(u"Period 1: from"_s), QString());
}

/// No value is left where a word should stand, and no problem has only the store's English.
void TestProfilesPage::everyProblemHasItsWords()
{
    for (int kind = 0; kind <= int(charging::ProblemKind::NoLongerValid); ++kind) {
        charging::Problem problem;
        problem.kind = charging::ProblemKind(kind);
        problem.values = {u"7"_s, u"5"_s};
        problem.text = u"untranslated"_s;
        const QString text = ui::problemText(problem);
        QVERIFY2(text != problem.text && text.endsWith(u'.') && !text.contains(u'%'), qPrintable(text));
    }
}

void TestProfilesPage::unreadableDatabaseIsSaid()
{
    openSample();
    write([](store::Database &db) {
        db.run(u"DROP TABLE charging_profiles"_s);
        db.noteChange(store::Table::ChargingProfiles, {}, {});
    });
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"The profiles cannot be read"_s));
    QCOMPARE(page_->headline(), QString());
}

void TestProfilesPage::profileReachesTheStation()
{
    openLive();
    apply(u"Night"_s, u"CP1"_s, u"connector 1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"Installed"_s, patience);
    QCOMPARE(station_->profiles().installed().size(), 1);
    QVERIFY(page_->headline().contains(u"installed at 1 of 1 place"_s));
    station_->reboot();
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"To be sent"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"Installed"_s, patience);
}

void TestProfilesPage::refusalIsShown()
{
    openLive([](simulator::StationOptions &options) {
        options.behaviours.set(u"SetChargingProfile"_s, {.kind = simulator::Behaviour::Kind::Reject});
    });
    apply(u"Night"_s, u"CP1"_s, u"connector 1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"Refused"_s, patience);
    selectPlace(u"CP1, connector 1"_s);
    QVERIFY(uitest::visibleText(panel()).contains(u"The station said no."_s));
}

void TestProfilesPage::profileIsWithdrawnAndComesBack()
{
    openLive();
    apply(u"Night"_s, u"CP1"_s, u"connector 1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"Installed"_s, patience);
    selectPlace(u"CP1, connector 1"_s);
    QVERIFY(uitest::press(panel(), u"Withdraw"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"none"_s, patience);
    QCOMPARE(station_->profiles().installed().size(), 0);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"Installed"_s, patience);
    QCOMPARE(places().index(0, Profile).data().toString(), u"Night"_s);
}

void TestProfilesPage::everythingIsCleared()
{
    openLive();
    apply(u"Night"_s, u"CP1"_s, u"connector 1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"Installed"_s, patience);
    selectPlace(u"CP1, connector 1"_s);
    ui::modal::Answers person;
    person.question = [](const ui::modal::Question &) { return false; };
    QVERIFY(uitest::press(panel(), u"Clear all here"_s));
    QVERIFY(write([](store::Database &db) {
        return store::Commands(db).list({.station = u"CP1"_s, .action = u"ClearChargingProfile"_s}).isEmpty();
    }));
    person.question = [](const ui::modal::Question &question) { return question.text.contains("CP1, connector 1"_L1); };
    QVERIFY(uitest::press(panel(), u"Clear all here"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"none"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(station_->profiles().installed().size(), 0, patience);
    QVERIFY(uitest::visibleText(*page_).contains(u"1 known here"_s));
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"Installed"_s, patience);
}

void TestProfilesPage::reportedProfileComesBack()
{
    openSample(false);
    QJsonObject profile = sampleprofiles::daily({{0, 16}});
    profile.insert("chargingProfileId"_L1, 77);
    const auto row = write([profile](store::Database &db) {
        samplesite::addStation(db, u"CP1"_s);
        store::ChargingProfiles(db).setAccepted(u"CP1"_s, 1, profile, {}, store::now());
        return store::ChargingProfiles(db).list(u"CP1"_s).first();
    });
    QVERIFY(row.state == store::ProfileState::Reported);
    ui::NoticeBar notice;
    notice.show();
    ui::ProfileDeeds deeds(store_->backend(), notice, nullptr);
    deeds.withdraw(row, u"It"_s);
    QVERIFY(uitest::press(notice, u"Undo"_s));
    QTRY_VERIFY(uitest::visibleText(notice).contains(u"Taken back."_s));
    const auto rows = write([](store::Database &db) { return store::ChargingProfiles(db).list(u"CP1"_s); });
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first().desired);
    deeds.clear(u"CP1"_s, 2); // nothing is known there
    QTRY_VERIFY(uitest::visibleText(notice).contains(u"are cleared"_s));
    QVERIFY(!uitest::named<QPushButton>(notice, u"Undo"_s));
}

void TestProfilesPage::overwrittenWishComesBack()
{
    openSample(false);
    write([](store::Database &db) {
        samplesite::addStation(db, u"CP1"_s);
        store::ChargingProfiles profiles(db);
        for (const auto &[name, level] : {std::pair{u"One"_s, 0}, std::pair{u"Two"_s, 1}}) {
            profiles.saveNamed(name, sampleprofiles::daily({{0, 16}}, level), store::now());
            (void)profiles.desire({u"CP1"_s, 1, name, {}}, store::now());
        }
    });
    const auto wanted = [this] {
        QStringList names;
        for (const auto &row : write([](store::Database &db) { return store::ChargingProfiles(db).list(u"CP1"_s); })) {
            if (row.desired)
                names.append(u"%1 %2"_s.arg(row.nameKey).arg(row.stackLevel));
        }
        return names;
    };
    QCOMPARE(wanted(), (QStringList{u"one 0"_s, u"two 1"_s}));
    ui::NoticeBar notice;
    notice.show();
    ui::ProfileDeeds deeds(store_->backend(), notice, nullptr);
    deeds.save(u"One"_s, sampleprofiles::daily({{0, 16}}, 1), {});
    QVERIFY(uitest::press(notice, u"Undo"_s));
    QTRY_VERIFY(uitest::visibleText(notice).contains(u"Taken back."_s));
    QCOMPARE(wanted(), (QStringList{u"one 0"_s, u"two 1"_s}));
}

void TestProfilesPage::usedProfileIsNotTakenBack()
{
    openSample(false);
    ui::NoticeBar notice;
    notice.show();
    ui::ProfileDeeds deeds(store_->backend(), notice, nullptr);
    deeds.save(u"New"_s, sampleprofiles::daily({{0, 16}}), {});
    QTRY_VERIFY(uitest::named<QPushButton>(notice, u"Undo"_s));
    write([](store::Database &db) {
        samplesite::addStation(db, u"CP1"_s);
        (void)store::ChargingProfiles(db).desire({u"CP1"_s, 1, u"New"_s, {}}, store::now());
    });
    QVERIFY(uitest::press(notice, u"Undo"_s));
    QTRY_VERIFY(uitest::visibleText(notice).contains(u"New is wanted at CP1. Withdraw it there first."_s));
}

void TestProfilesPage::stationTellsItsPlan()
{
    openLive();
    apply(u"Night"_s, u"CP1"_s, u"connector 1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"CP1, connector 1"_s), u"Installed"_s, patience);
    selectPlace(u"CP1, connector 1"_s);
    uitest::named<QTabBar>(panel(), u"Parts of the detail"_s)->setCurrentIndex(1);
    QTRY_VERIFY(uitest::visibleText(panel()).contains(u"has not told it yet"_s));
    QVERIFY(uitest::press(panel(), u"Ask the station"_s));
    auto *chart = page_->findChild<ui::ScheduleChart *>();
    QTRY_VERIFY_WITH_TIMEOUT(uitest::visibleText(panel()).contains(u"Told just now"_s), patience);
    QVERIFY(chart->isVisible());
    QVERIFY2(chart->readout().contains(u"told 10\u00a0A – 32\u00a0A"_s), qPrintable(chart->readout()));
    // Both arithmetics agree.
    QVERIFY2(!uitest::visibleText(panel()).contains(u"The station allows"_s), qPrintable(uitest::visibleText(panel())));
    station_->goOffline();
    QTRY_VERIFY_WITH_TIMEOUT(uitest::visibleText(panel()).contains(u"offline"_s), patience);
    QVERIFY(uitest::press(panel(), u"Ask the station"_s));
    QTRY_VERIFY(uitest::visibleText(panel()).contains(u"not connected"_s)
                || uitest::visibleText(panel()).count(u"offline"_s) > 1);
}

UI_TEST_MAIN(TestProfilesPage)
#include "tst_profilespage.moc"
