// SPDX-License-Identifier: GPL-3.0-or-later
// The page Schedules beside a sample and beside the real engine.
#include "charging/profilelist.h"
#include "ocpp/codec.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/compositeschedules.h"
#include "ui/livesite.h"
#include "ui/pages/profiles/placepanel.h"
#include "ui/pages/profiles/profilespage.h"
#include "ui/pages/profiles/schedulechart.h"
#include "ui/pages/schedules/drawnlayers.h"
#include "ui/pages/schedules/scheduledocument.h"
#include "ui/pages/schedules/schedulefile.h"
#include "ui/pages/schedules/schedulespage.h"
#include "ui/pages/schedules/weekcanvas.h"
#include "ui/sampleprofiles.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDoubleSpinBox>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using charging::WeekPlan;

namespace {

constexpr int hour = 60; // min
constexpr int patience = 30'000; // ms: after a boot the reconciler waits some seconds

ui::Layer nightLayer(const QString &name = u"Cheap night"_s)
{
    ui::Layer layer;
    layer.name = name;
    layer.like.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
    layer.like.stackLevel = 3;
    layer.plan = charging::templatePlan(charging::PlanTemplate::NightTariff, WeekPlan::Unit::A, 32);
    return layer;
}

/// What a program of poppler prints; empty: it failed.
QString printedBy(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool isDone = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    return isDone && process.exitCode() == 0 ? QString::fromUtf8(process.readAllStandardOutput()) : QString();
}

/// Pixels that are not paper.
qsizetype inkOf(const QImage &image)
{
    qsizetype ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += qGray(image.pixel(x, y)) < 200 ? 1 : 0;
    }
    return ink;
}

} // namespace

class TestSchedulesPage : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void drawingBeginsAnywhere();
    void stationShowsWhatItHas();
    void linkChoosesConnectorOrProfile();
    void drawingStaysWhenThePageIsLeft();
    void drawingOutlivesTheProgram();
    void whatIsKeptIsWhatWasDrawn();
    void damagedDrawingIsLeftOut();
    void layerCountsForATime();
    void changesAreTakenBackByKeys();
    void layerIsSavedIntoTheLibrary();
    void severalGapsAreNotSaved();
    void templateIsChosenFromTheMenu();
    void libraryBeginsALayer();
    void filesGoOutAndComeBack();
    void brokenFileIsRefused();
    void unreadableDatabaseIsSaid();
    void problemsAreToldWithAWayOut();
    void equalLevelsAreTold();
    void drawnNightReachesTwoStations();
    void whatDoesNotFitIsLeftOut();
    void layersOfOneNameAreAllSent();

private:
    void openSample();
    void openLive();
    void drag(int from, int to, double limit);
    void checkPlaces(const QStringList &stations);
    /// Before they are sent, and as they stand then.
    [[nodiscard]] QAbstractItemModel &commandsToSend()
    {
        return *page_->findChild<ui::TableView *>(u"scheduleCommands"_s)->model();
    }
    [[nodiscard]] bool pressAction(const QString &start);
    /// What the station says it will allow for a day, as seconds and limits.
    QList<std::pair<int, double>> toldBy(const QString &station, ocpp::Timestamp &from);
    [[nodiscard]] QList<std::pair<int, double>> computed(ocpp::Timestamp from, int duration);
    /// The limits at connector 1, on the page Profiles.
    void exportPdf(const QString &station, const QString &path);
    void show(const ui::Backend &backend);
    void chooseStation(const QString &station, const QString &at);
    void trigger(const QString &menuButton, const QString &text);
    [[nodiscard]] ui::ScheduleDocument &document() { return page_->document(); }
    [[nodiscard]] ui::WeekCanvas &canvas() { return *page_->findChild<ui::WeekCanvas *>(); }
    [[nodiscard]] QStringList layerNames();

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::LiveSite> live_;
    std::unique_ptr<ui::SchedulesPage> page_;
};

void TestSchedulesPage::cleanup()
{
    page_.reset();
    live_.reset();
    store_.reset();
    QSettings().clear();
}

void TestSchedulesPage::show(const ui::Backend &backend)
{
    page_ = std::make_unique<ui::SchedulesPage>(backend);
    page_->resize(1060, 700);
    page_->show();
    QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
}

void TestSchedulesPage::openSample()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::fill(db);
        sampleprofiles::fill(db);
    });
    show(store_->backend());
    QTRY_VERIFY(uitest::named<QComboBox>(*page_, u"Station"_s)->count() > 3);
}

void TestSchedulesPage::chooseStation(const QString &station, const QString &at)
{
    uitest::named<QComboBox>(*page_, u"Station"_s)->setCurrentText(station);
    QTRY_VERIFY(uitest::named<QComboBox>(*page_, u"At"_s));
    uitest::named<QComboBox>(*page_, u"At"_s)->setCurrentText(at);
    QTRY_COMPARE(document().place().station, station);
}

void TestSchedulesPage::trigger(const QString &menuButton, const QString &text)
{
    QMenu *menu = uitest::named<QPushButton>(*page_, menuButton)->menu();
    emit menu->aboutToShow();
    const QList<QAction *> actions = menu->actions();
    const auto action = std::ranges::find(actions, text, &QAction::text);
    QVERIFY(action != actions.end());
    QVERIFY((*action)->isEnabled());
    (*action)->trigger();
}

QStringList TestSchedulesPage::layerNames()
{
    QStringList names;
    for (const ui::Layer &layer : document().layers())
        names.append(layer.isDrawn ? layer.name : u"(%1)"_s.arg(layer.name));
    return names;
}

void TestSchedulesPage::drawingBeginsAnywhere()
{
    openSample();
    QCOMPARE(page_->headline(), u"Nothing drawn yet"_s);
    QTest::keyClicks(&canvas(), u"1"_s);
    QTest::keyClick(canvas().findChild<QDoubleSpinBox *>(), Qt::Key_Return);
    QCOMPARE(layerNames(), QStringList{u"New profile"_s});
    QVERIFY(page_->headline().contains(u"1 drawn here"_s));
}

void TestSchedulesPage::stationShowsWhatItHas()
{
    openSample();
    chooseStation(u"CP01"_s, u"connector 1"_s);
    QTRY_COMPARE(layerNames(), (QStringList{u"(Grid limit 22 kW)"_s, u"(Night)"_s}));
    QVERIFY(page_->headline().contains(u"CP01, connector 1: 2 profile"_s));
    chooseStation(u"CP03"_s, u"connector 1"_s);
    QTRY_COMPARE(layerNames(), QStringList());
    page_->visit({.page = u"schedules"_s, .station = u"CP02"_s});
    QTRY_COMPARE(document().place().station, u"CP02"_s);
}

void TestSchedulesPage::linkChoosesConnectorOrProfile()
{
    openSample();
    page_->visit({.page = u"schedules"_s, .station = u"CP02"_s, .connector = 2});
    QTRY_COMPARE(document().place().station, u"CP02"_s);
    QTRY_COMPARE(document().place().connector, 2);
    page_->visit({.page = u"schedules"_s, .station = u"CP02"_s, .connector = 0});
    QTRY_COMPARE(document().place().connector, 0);
    page_->visit({.page = u"schedules"_s, .station = {}, .part = u"Night"_s});
    QTRY_VERIFY(layerNames().contains(u"Night"_s));
    QCOMPARE(document().place().station, u"CP02"_s);
    document().select(0);
    page_->visit({.page = u"schedules"_s, .station = {}, .part = u"Night"_s});
    QCOMPARE(layerNames().count(u"Night"_s), 1);
    QVERIFY(document().selected() && document().selected()->name == "Night"_L1);
}

void TestSchedulesPage::drawingStaysWhenThePageIsLeft()
{
    openSample();
    document().add(nightLayer(), u"Add"_s);
    const int count = document().history().count();
    page_->hide();
    page_->show();
    chooseStation(u"CP01"_s, u"connector 1"_s);
    QTRY_COMPARE(layerNames().size(), 3);
    QVERIFY(layerNames().contains(u"Cheap night"_s));
    QCOMPARE(document().history().count(), count);
    document().history().undo();
    QVERIFY(!layerNames().contains(u"Cheap night"_s));
}

void TestSchedulesPage::drawingOutlivesTheProgram()
{
    openSample();
    drag(22 * hour, 24 * hour, 16);
    document().addAll({nightLayer(u"Other"_s)}, u"Add"_s);
    const QList<ui::Layer> drawn = document().drawn();
    QTRY_VERIFY(!QSettings().value(u"schedules/drawn"_s).toByteArray().isEmpty()); // also if it crashes later
    page_.reset();
    show(store_->backend());
    QCOMPARE(document().drawn().size(), 2);
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(document().drawn().at(i).name, drawn.at(i).name);
        QVERIFY(document().drawn().at(i).plan == drawn.at(i).plan);
        QVERIFY(document().drawn().at(i).isDrawn);
    }
    QVERIFY(!document().history().canUndo());
    for (const ui::Layer &layer : document().drawn())
        document().remove(layer.id, u"Remove"_s);
    page_.reset();
    show(store_->backend());
    QVERIFY(document().drawn().isEmpty());
}

void TestSchedulesPage::whatIsKeptIsWhatWasDrawn()
{
    const charging::WeekFrame week(QDate(2026, 11, 23), QTimeZone("Europe/Berlin"));
    ui::Layer gaps = nightLayer();
    gaps.isWholeStation = true;
    gaps.like.validTo = ocpp::Timestamp(std::chrono::sys_days(std::chrono::year(2027) / 1 / 1));
    gaps.plan = WeekPlan(charging::Repeats::Weekly, WeekPlan::Unit::W);
    gaps.plan->draw({60, 120}, {4200.0, 1});
    gaps.plan->draw({180, 240}, {0.0, {}});
    gaps.plan->draw({10'000, 10'080}, {11'000.0, 3});
    ui::Layer once = nightLayer(u"Once"_s);
    once.plan = WeekPlan(charging::Repeats::Once, WeekPlan::Unit::A, week.monday());
    once.plan->draw({0, 30}, {6.5, {}});
    ocpp::ChargingProfile relative = nightLayer().like;
    relative.chargingProfileKind = ocpp::ChargingProfileKindType::Relative;
    relative.chargingSchedule.chargingSchedulePeriod = {{.startPeriod = 0, .limit = 8}};
    const ui::Layer undrawable = ui::layerOf(relative, u"From the plug on"_s, week);
    QVERIFY(!undrawable.plan);
    const QList<ui::Layer> all{gaps, once, undrawable};
    const QList<ui::Layer> read = ui::layersKept(ui::keptLayers(all));
    QCOMPARE(read.size(), all.size());
    for (int i = 0; i < all.size(); ++i) {
        QCOMPARE(read.at(i).name, all.at(i).name);
        QCOMPARE(read.at(i).isWholeStation, all.at(i).isWholeStation);
        QVERIFY(read.at(i).plan == all.at(i).plan);
        QVERIFY(read.at(i).why == all.at(i).why);
        QCOMPARE(ocpp::encode(read.at(i).like), ocpp::encode(all.at(i).like));
    }
    QVERIFY(ui::keptLayers({}).isEmpty());
}

void TestSchedulesPage::damagedDrawingIsLeftOut()
{
    QVERIFY(ui::layersKept("not compressed").isEmpty());
    QByteArray json = qUncompress(ui::keptLayers({nightLayer(u"One"_s), nightLayer(u"Two"_s)}));
    json.replace("\"daily\"", "\"hourly\"");
    QVERIFY(ui::layersKept(qCompress(json)).isEmpty());
    json = qUncompress(ui::keptLayers({nightLayer(u"One"_s), nightLayer(u"Two"_s)}));
    json.replace(json.indexOf("\"daily\""), 7, "\"never\"");
    const QList<ui::Layer> rest = ui::layersKept(qCompress(json));
    QCOMPARE(rest.size(), 1);
    QCOMPARE(rest.first().name, u"Two"_s);
}

void TestSchedulesPage::layerCountsForATime()
{
    openSample();
    drag(6 * hour, 12 * hour, 16);
    const charging::WeekFrame week = document().week();
    QVERIFY(uitest::press(*page_, u"Only for a time"_s));
    QVERIFY(document().selected()->like.validFrom == week.begin());
    QVERIFY(document().selected()->like.validTo == week.end());
    QVERIFY(!uitest::named<QPushButton>(*page_, u"Only for a time"_s));
    auto *to = uitest::named<QDateTimeEdit>(*page_, u"To"_s);
    QVERIFY(to);
    to->setDateTime(QDateTime(week.monday().addDays(2), QTime(9, 0)));
    const int wednesday = 2 * 24 * hour;
    const auto limitAt = [&](int minute) {
        const auto second = (week.timeOf(minute) - week.begin()) / 1s;
        return document().composite().periods.at(document().periodAt(int(second))).limit;
    };
    QCOMPARE(limitAt(wednesday + 8 * hour), std::optional(16.0));
    QCOMPARE(limitAt(wednesday + 10 * hour), std::optional<double>());
    document().history().undo(); // the end
    QCOMPARE(limitAt(wednesday + 10 * hour), std::optional(16.0));
    QVERIFY(uitest::press(*page_, u"Always valid"_s));
    QVERIFY(!document().selected()->like.validFrom && !document().selected()->like.validTo);
    QVERIFY(!uitest::named<QDateTimeEdit>(*page_, u"From"_s));
}

void TestSchedulesPage::changesAreTakenBackByKeys()
{
    openSample();
    document().add(nightLayer(), u"Add"_s);
    canvas().setFocus();
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(layerNames(), QStringList());
    QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(layerNames(), QStringList{u"Cheap night"_s});
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QCOMPARE(layerNames(), QStringList());
    QVERIFY(uitest::press(*page_, u"Redo"_s));
    QCOMPARE(layerNames(), QStringList{u"Cheap night"_s});
}

void TestSchedulesPage::layerIsSavedIntoTheLibrary()
{
    openSample();
    document().add(nightLayer(), u"Add"_s);
    document().setWeek(document().week().monday().addDays(70)); // where one looks is not when it begins
    trigger(u"More about layers"_s, u"Save into the library"_s);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Cheap night was saved."_s));
    const auto saved =
        store_->write([](store::Database &db) { return store::ChargingProfiles(db).named(u"cheap night"_s); });
    QVERIFY(saved);
    const QJsonObject profile = QJsonDocument::fromJson(saved->profile).object();
    QCOMPARE(profile["recurrencyKind"_L1].toString(), u"Daily"_s);
    const QString start = profile["chargingSchedule"_L1].toObject()["startSchedule"_L1].toString();
    QVERIFY(ocpp::parseTimestamp(start, ocpp::Zone::Utc)->value < store::now());
}

void TestSchedulesPage::severalGapsAreNotSaved()
{
    openSample();
    ui::Layer layer = nightLayer();
    layer.plan = WeekPlan();
    layer.plan->draw({hour, 2 * hour}, {16, {}});
    layer.plan->draw({3 * hour, 4 * hour}, {16, {}});
    document().add(layer, u"Add"_s);
    trigger(u"More about layers"_s, u"Save into the library"_s);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Cheap night has several gaps"_s));
    bool asked = false;
    ui::modal::Answers answers;
    answers.file = [&asked](const ui::modal::FileRequest &) {
        asked = true;
        return QString();
    };
    trigger(u"More about layers"_s, u"Export what is drawn…"_s);
    QVERIFY(!asked);
    document().edit(u"Fill"_s, [](WeekPlan &plan) { plan.draw({hour, 4 * hour}, {16, {}}); });
    trigger(u"More about layers"_s, u"Export what is drawn…"_s);
    QVERIFY(asked);
}

void TestSchedulesPage::templateIsChosenFromTheMenu()
{
    openSample();
    for (const QString &name : {u"Night tariff"_s, u"Office hours"_s, u"Solar noon"_s, u"Site cap"_s, u"Empty layer"_s})
        trigger(u"Add"_s, name);
    QCOMPARE(layerNames(),
             (QStringList{u"Site cap"_s, u"New profile"_s, u"Solar noon"_s, u"Office hours"_s, u"Night tariff"_s}));
}

void TestSchedulesPage::libraryBeginsALayer()
{
    openSample();
    QMenu *menu = uitest::named<QPushButton>(*page_, u"Add"_s)->menu();
    emit menu->aboutToShow();
    const QList<QAction *> profiles = menu->actions().last()->menu()->actions();
    const auto night = std::ranges::find(profiles, u"Night"_s, &QAction::text);
    QVERIFY(night != profiles.end());
    (*night)->trigger();
    QCOMPARE(layerNames(), QStringList{u"Night"_s});
    QCOMPARE(document().selected()->plan->strokeAt(12 * hour).limit, 10.0);
    QCOMPARE(document().selected()->plan->repeats(), charging::Repeats::Daily);
}

void TestSchedulesPage::filesGoOutAndComeBack()
{
    openSample();
    trigger(u"Add"_s, u"Office hours"_s);
    trigger(u"Add"_s, u"Site cap"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"plans.json"_s);
    ui::modal::Answers answers;
    answers.file = [&](const ui::modal::FileRequest &) { return path; };
    trigger(u"More about layers"_s, u"Export what is drawn…"_s);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Written to"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = charging::readProfiles(file.readAll());
    QVERIFY(read);
    QCOMPARE(read->size(), 2);
    const auto plan = [this](int layer) { return document().layers().at(layer).plan; };
    const auto before = std::pair(plan(0), plan(1));
    document().history().undo();
    document().history().undo();
    trigger(u"More about layers"_s, u"Import…"_s);
    QTRY_COMPARE(layerNames().size(), 2);
    QCOMPARE(std::pair(plan(0), plan(1)), before);
    QCOMPARE(document().layers().first().purpose(), ocpp::ChargingProfilePurposeType::ChargePointMaxProfile);
}

void TestSchedulesPage::brokenFileIsRefused()
{
    openSample();
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"broken.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[{\"connectorId\": 1}]");
    file.close();
    ui::modal::Answers answers;
    answers.file = [&](const ui::modal::FileRequest &) { return path; };
    trigger(u"More about layers"_s, u"Import…"_s);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"broken.json holds no charging profiles."_s));
    QCOMPARE(layerNames(), QStringList());
    // A bare profile of the library is taken, too.
    const auto layers =
        ui::layersOfFile(QJsonDocument(sampleprofiles::daily({{0, 16}})).toJson(), u"One"_s, document().week());
    QVERIFY(layers);
    QCOMPARE(layers->first().name, u"One"_s);
}

void TestSchedulesPage::unreadableDatabaseIsSaid()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::fill(db);
        db.run(u"ALTER TABLE stations RENAME TO hidden"_s);
    });
    show(store_->backend());
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"The stations and their profiles cannot be read."_s));
    QVERIFY(uitest::visibleText(*page_).contains(u"The database could not do that."_s));
    document().add(nightLayer(), u"Add"_s); // drawing goes on
    QCOMPARE(layerNames().size(), 1);
    QVERIFY(!page_->primaryAction()->isEnabled());
    QVERIFY(page_->primaryAction()->toolTip().contains(u"cannot be read"_s));
    store_->write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO stations"_s); });
    QVERIFY(uitest::press(*page_, u"Try again"_s));
    QTRY_VERIFY(page_->primaryAction()->isEnabled());
    QVERIFY(!uitest::visibleText(*page_).contains(u"cannot be read"_s));
}

void TestSchedulesPage::openLive()
{
    live_ = std::make_unique<uitest::LiveSite>();
    for (const QString &station : {u"CP1"_s, u"CP2"_s})
        live_->add(station);
    show(live_->backend());
    QTRY_COMPARE(uitest::named<QComboBox>(*page_, u"Station"_s)->count(), 3);
}

void TestSchedulesPage::drag(int from, int to, double limit)
{
    QWidget *ground = canvas().viewport();
    const auto at = [&](int minute) { return canvas().mapFromScene(canvas().pointOf(minute, limit)); };
    QTest::mousePress(ground, Qt::LeftButton, {}, at(from));
    for (const QPoint &point : {(at(from) + at(to)) / 2, at(to)}) {
        QMouseEvent move(QEvent::MouseMove, QPointF(point), ground->mapToGlobal(QPointF(point)), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(ground, &move);
    }
    QTest::mouseRelease(ground, Qt::LeftButton, {}, at(to));
}

bool TestSchedulesPage::pressAction(const QString &start)
{
    QPushButton *found = nullptr;
    const bool there = QTest::qWaitFor([&] {
        for (QPushButton *button : page_->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().startsWith(start))
                found = button;
        }
        return found && found->isEnabled();
    });
    return there && uitest::press(*found);
}

void TestSchedulesPage::checkPlaces(const QStringList &stations)
{
    auto *tree = uitest::named<QTreeWidget>(*page_, u"Where"_s);
    QVERIFY(tree);
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = tree->topLevelItem(i);
        const bool isFirst = item->text(1) == u"connector 1"_s;
        item->setCheckState(0, isFirst && stations.contains(item->text(0)) ? Qt::Checked : Qt::Unchecked);
    }
}

QList<std::pair<int, double>> TestSchedulesPage::toldBy(const QString &station, ocpp::Timestamp &from)
{
    live_->write([station](store::Database &db) {
        (void)store::enqueue(
            db, {.station = station,
                 .action = u"GetCompositeSchedule"_s,
                 .payload = {{u"connectorId"_s, 1}, {u"duration"_s, 86'400}, {u"chargingRateUnit"_s, u"A"_s}},
                 .origin = u"test"_s,
                 .expiresIn = {}});
    });
    std::optional<store::CompositeSchedule> told;
    const bool hasTold = QTest::qWaitFor(
        [&] {
            told =
                live_->write([station](store::Database &db) { return store::CompositeSchedules(db).find(station, 1); });
            return told.has_value();
        },
        patience);
    QList<std::pair<int, double>> periods;
    if (!hasTold)
        return periods;
    from = told->start;
    const QJsonArray list = QJsonDocument::fromJson(told->schedule).object()["chargingSchedulePeriod"_L1].toArray();
    for (const QJsonValue &period : list)
        periods.append({period["startPeriod"_L1].toInt(), period["limit"_L1].toDouble()});
    return periods;
}

QList<std::pair<int, double>> TestSchedulesPage::computed(ocpp::Timestamp from, int duration)
{
    const auto whole = charging::composite(document().profiles(), 1, from, duration, WeekPlan::Unit::A);
    QList<std::pair<int, double>> periods;
    for (const charging::CompositePeriod &period : whole.periods) {
        if (period.limit)
            periods.append({period.startPeriod, *period.limit});
    }
    return periods;
}

void TestSchedulesPage::problemsAreToldWithAWayOut()
{
    openSample();
    ui::Layer layer = nightLayer();
    layer.plan->setLimit({6 * hour, 22 * hour}, 4);
    document().add(layer, u"Add"_s);
    auto *tabs = uitest::named<QTabBar>(*page_, u"Below the canvas"_s);
    QTRY_COMPARE(tabs->tabText(1), u"1 problem"_s);
    tabs->setCurrentIndex(1);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"4\u00a0A is a pause"_s));
    QVERIFY(uitest::press(*page_, u"Round to 0 or 6 A"_s));
    QTRY_COMPARE(document().selected()->plan->strokeAt(12 * hour).limit, 6.0);
    QTRY_COMPARE(tabs->tabText(1), u"Problems"_s);
    document().edit(u"Clear"_s, [](WeekPlan &plan) {
        plan.draw({8 * hour, 9 * hour}, {});
        plan.draw({10 * hour, 11 * hour}, {});
    });
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"has 2 gaps"_s));
    QVERIFY(uitest::press(*page_, u"Fill with 32\u00a0A"_s));
    QTRY_COMPARE(document().selected()->plan->gaps().size(), 0);
    chooseStation(u"CP12"_s, u"connector 1"_s); // its highest level is 0
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"The station's highest stack level is 0, not 3."_s));
    QVERIFY(uitest::press(*page_, u"Lower to level 0"_s));
    QTRY_COMPARE(document().selected()->level(), 0);
}

void TestSchedulesPage::equalLevelsAreTold()
{
    openSample();
    ui::Layer night = nightLayer(u"Night"_s);
    night.plan->draw({6 * hour, 22 * hour}, {});
    document().add(night, u"Add"_s);
    document().add(nightLayer(u"Other"_s), u"Add"_s);
    uitest::named<QTabBar>(*page_, u"Below the canvas"_s)->setCurrentIndex(1);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"“Night” and “Other” are for the same at the same level"_s));
    QVERIFY(uitest::press(*page_, u"Raise to level 4"_s));
    QTRY_COMPARE(document().selected()->level(), 4);
    // It never ends, so that the one below it never counts.
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"“Other” speaks at every moment"_s));
    document().remove(document().selectedId(), u"Delete"_s);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"nothing limits"_s));
    QVERIFY(uitest::press(*page_, u"Add a base of 32\u00a0A"_s));
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Nothing speaks against what is drawn."_s));
    QCOMPARE(layerNames(), (QStringList{u"Night"_s, u"Base"_s}));
}

void TestSchedulesPage::exportPdf(const QString &station, const QString &path)
{
    ui::ProfilesPage profiles(live_->backend());
    profiles.resize(1060, 760);
    profiles.show();
    QTRY_VERIFY(uitest::named<QTabBar>(profiles, u"Parts of the page"_s));
    uitest::named<QTabBar>(profiles, u"Parts of the page"_s)->setCurrentIndex(1);
    auto *places = profiles.findChild<ui::TableView *>(u"profilePlaces"_s);
    const auto rowOfPlace = [&] {
        const QAbstractItemModel &model = *places->model();
        int row = model.rowCount() - 1;
        while (row >= 0
               && (model.index(row, 1).data().toString() != station
                   || model.index(row, 2).data().toString() != "connector 1"_L1))
            --row;
        return row;
    };
    QTRY_VERIFY(rowOfPlace() >= 0);
    places->selectRow(rowOfPlace());
    auto *panel = profiles.findChild<ui::PlacePanel *>();
    QTRY_VERIFY(panel->isVisible());
    uitest::named<QTabBar>(*panel, u"Parts of the detail"_s)->setCurrentIndex(1);
    QTRY_VERIFY(profiles.findChild<ui::ScheduleChart *>()->isVisible());
    ui::modal::Answers person;
    person.file = [&path](const ui::modal::FileRequest &) { return path; };
    const QList<QAction *> actions = panel->findChildren<QAction *>();
    const auto action = std::ranges::find(actions, u"This connector as PDF, to hand over"_s, &QAction::toolTip);
    QVERIFY(action != actions.end());
    (*action)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(uitest::visibleText(*panel).contains(u"Exported to"_s), patience);
}

/// A new user's path: draw, see what comes of it, send, the stations say the same, period by period, and it is handed over
/// on paper.
void TestSchedulesPage::drawnNightReachesTwoStations()
{
    openLive();
    chooseStation(u"CP1"_s, u"connector 1"_s);
    drag(0, 24 * hour - 1, 10);
    drag(22 * hour, 24 * hour - 1, 32);
    drag(0, 6 * hour, 32);
    QCOMPARE(document().selected()->plan->steps().size(), 3);
    const auto limitAt = [this](int minute) {
        return document().composite().periods.at(document().periodAt(minute * 60)).limit;
    };
    QCOMPARE(limitAt(2 * 1440 + 23 * hour), 32.0);
    QCOMPARE(limitAt(2 * 1440 + 12 * hour), 10.0);
    page_->primaryAction()->trigger();
    const QAbstractItemModelTester commands(&commandsToSend(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    checkPlaces({u"CP1"_s, u"CP2"_s});
    QVERIFY(pressAction(u"Send 2"_s));
    QTRY_VERIFY_WITH_TIMEOUT(uitest::visibleText(*page_).contains(u"2 of 2 installed"_s), patience);
    for (const QString &station : {u"CP1"_s, u"CP2"_s}) {
        ocpp::Timestamp from;
        const auto told = toldBy(station, from);
        QVERIFY(told.size() >= 3);
        QCOMPARE(told, computed(from, 86'400));
    }
    const QTemporaryDir folder;
    const QString pdf = folder.filePath(u"night.pdf"_s);
    exportPdf(u"CP1"_s, pdf);
    QVERIFY(QFile::exists(pdf));
    const QString facts = printedBy(u"pdfinfo"_s, {pdf});
    QVERIFY2(facts.contains(QRegularExpression(u"Pages: +1\\n"_s)), qPrintable(facts));
    const QString text = printedBy(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
    for (const QString &word : {u"CP1"_s, u"32 A"_s, u"10 A"_s})
        QVERIFY2(text.contains(word), qPrintable(text));
    printedBy(u"pdftoppm"_s, {u"-r"_s, u"96"_s, u"-singlefile"_s, u"-png"_s, pdf, folder.filePath(u"night"_s)});
    const QImage page(folder.filePath(u"night.png"_s));
    QVERIFY(page.width() > page.height() && page.height() > 700);
    QVERIFY2(inkOf(page) > 2000, qPrintable(QString::number(inkOf(page))));
    QVERIFY(pressAction(u"Back to drawing"_s));
    QTRY_COMPARE(layerNames(), (QStringList{u"New profile"_s, u"(Profile 1)"_s}));
    QVERIFY(uitest::press(*page_->findChild<ui::NoticeBar *>(), u"Undo"_s));
    QTRY_COMPARE_WITH_TIMEOUT(layerNames(), QStringList{u"New profile"_s}, patience);
}

void TestSchedulesPage::whatDoesNotFitIsLeftOut()
{
    openSample();
    document().add(nightLayer(), u"Add"_s);
    page_->primaryAction()->trigger();
    const QAbstractItemModelTester commands(&commandsToSend(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    checkPlaces({u"CP03"_s, u"CP12"_s});
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"1 does not fit"_s));
    QVERIFY(pressAction(u"Send 1"_s));
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"0 of 1 installed"_s));
    const auto wanted = store_->write([](store::Database &db) { return store::ChargingProfiles(db).list(u"CP03"_s); });
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted.first().desired);
}

void TestSchedulesPage::layersOfOneNameAreAllSent()
{
    openSample();
    ui::Layer other = nightLayer();
    ++other.like.stackLevel;
    document().add(nightLayer(), u"Add"_s);
    document().add(other, u"Add"_s);
    QCOMPARE(layerNames(), (QStringList{u"Cheap night"_s, u"Cheap night"_s}));
    page_->primaryAction()->trigger();
    checkPlaces({u"CP03"_s});
    QTRY_COMPARE(commandsToSend().rowCount(), 2);
}

UI_TEST_MAIN(TestSchedulesPage)
#include "tst_schedulespage.moc"
