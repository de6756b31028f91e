// SPDX-License-Identifier: GPL-3.0-or-later
// The week canvas by mouse and by keyboard: the same comes of both, and all of it can be taken back.
#include "ui/pages/schedules/layermodel.h"
#include "ui/pages/schedules/layerpanel.h"
#include "ui/pages/schedules/momentwords.h"
#include "ui/pages/schedules/scheduledocument.h"
#include "ui/pages/schedules/stepmodel.h"
#include "ui/pages/schedules/steptable.h"
#include "ui/pages/schedules/weekcanvas.h"
#include "ui/uifixture.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QListView>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using charging::Repeats;
using charging::Span;
using charging::Stroke;
using charging::WeekPlan;
using ui::Layer;

namespace {

constexpr int hour = 60; // min
constexpr int dayMinutes = 1440;
/// Without a change of the clocks.
const QDate monday(2026, 11, 23);

Layer layer(const QString &name, int level, const WeekPlan &plan)
{
    Layer layer;
    layer.name = name;
    layer.like.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
    layer.like.stackLevel = level;
    layer.plan = plan;
    return layer;
}

WeekPlan flat(double limit, Repeats repeats = Repeats::Daily)
{
    WeekPlan plan(repeats);
    plan.draw({0, plan.cycle()}, {limit, {}});
    return plan;
}

} // namespace

class TestWeekCanvas : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void stepIsDrawn();
    void stepIsDrawnOverMidnight();
    void edgeIsMoved();
    void levelIsMoved();
    void stepIsSplitAndMerged();
    void stepIsCleared();
    void rangeIsSelected();
    void dayIsCopied();
    void dayIsCopiedToAll();
    void weekIsTurnedAndZoomed();
    void dayIsShownAlone();
    void cursorGoesFromEdgeToEdge();
    void everythingIsTakenBack();
    void oneDragIsOneChange();
    void stationsLayerIsCopiedFirst();
    void relativeLayerIsNotDrawn();
    void compositeIsOnTop();
    void momentIsExplained();
    void longDayIsDrawnSo();
    void tableFollowsAndLeads();
    void tableRefusesNonsense();
    void layersAreArranged();
    void layerFormChangesTheLayer();
    void libraryAndTemplatesBeginLayers();

private:
    void drag(int from, double fromLimit, int to, double toLimit, Qt::KeyboardModifiers modifiers = {});
    void keys(const QList<std::pair<Qt::Key, Qt::KeyboardModifiers>> &pressed);
    void type(const QString &digits);
    [[nodiscard]] const WeekPlan &plan() const { return *document_->selected()->plan; }
    /// The same by mouse and by keyboard from the same beginning.
    void compare(const WeekPlan &begun, const std::function<void()> &byMouse, const std::function<void()> &byKeys);

    std::unique_ptr<ui::ScheduleDocument> document_;
    std::unique_ptr<ui::WeekCanvas> canvas_;
};

void TestWeekCanvas::init()
{
    document_ = std::make_unique<ui::ScheduleDocument>(QTimeZone("Europe/Berlin"));
    document_->setWeek(monday);
    document_->setCursor(0);
    canvas_ = std::make_unique<ui::WeekCanvas>(*document_);
    canvas_->setGrid(60);
    canvas_->resize(92 + 7 * 24 * 6, 28 + 7 * 100);
    canvas_->show();
    QVERIFY(QTest::qWaitForWindowExposed(canvas_.get()));
    canvas_->setFocus();
}

void TestWeekCanvas::cleanup()
{
    canvas_.reset();
    document_.reset();
}

void TestWeekCanvas::drag(int from, double fromLimit, int to, double toLimit, Qt::KeyboardModifiers modifiers)
{
    const auto at = [&](int minute, double limit) { return canvas_->mapFromScene(canvas_->pointOf(minute, limit)); };
    QWidget *ground = canvas_->viewport();
    QTest::mouseMove(ground, at(from, fromLimit));
    QTest::mousePress(ground, Qt::LeftButton, modifiers, at(from, fromLimit));
    for (const int part : {1, 2, 3, 4}) {
        const QPoint begin = at(from, fromLimit);
        const QPoint way = (at(to, toLimit) - begin) * part / 4;
        QMouseEvent move(QEvent::MouseMove, QPointF(begin + way), ground->mapToGlobal(QPointF(begin + way)),
                         Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(ground, &move);
    }
    QTest::mouseRelease(ground, Qt::LeftButton, modifiers, at(to, toLimit));
}

void TestWeekCanvas::keys(const QList<std::pair<Qt::Key, Qt::KeyboardModifiers>> &pressed)
{
    for (const auto &[key, modifiers] : pressed)
        QTest::keyClick(canvas_.get(), key, modifiers);
}

void TestWeekCanvas::type(const QString &digits)
{
    QTest::keyClicks(canvas_.get(), digits.left(1));
    auto *box = canvas_->findChild<QDoubleSpinBox *>();
    QVERIFY(box->isVisible());
    QTest::keyClicks(box, digits.mid(1));
    QTest::keyClick(box, Qt::Key_Return);
    QVERIFY(!box->isVisible());
}

void TestWeekCanvas::compare(const WeekPlan &begun, const std::function<void()> &byMouse,
                             const std::function<void()> &byKeys)
{
    document_->add(layer(u"Mouse"_s, 0, begun), {});
    byMouse();
    const WeekPlan mouse = plan();
    QVERIFY(mouse != begun);
    document_->add(layer(u"Keys"_s, 1, begun), {});
    document_->setCursor(0);
    canvas_->setFocus();
    byKeys();
    QCOMPARE(plan().steps(), mouse.steps());
}

void TestWeekCanvas::stepIsDrawn()
{
    compare(
        WeekPlan(Repeats::Weekly), [&] { drag(2 * dayMinutes + 8 * hour, 16, 2 * dayMinutes + 12 * hour, 16); },
        [&] {
            keys({{Qt::Key_Down, {}}, {Qt::Key_Down, {}}});
            for (int i = 0; i < 8; ++i)
                keys({{Qt::Key_Right, {}}});
            for (int i = 0; i < 4; ++i)
                keys({{Qt::Key_Right, Qt::ShiftModifier}});
            type(u"16"_s);
        });
    QCOMPARE(plan().stepAt(2 * dayMinutes + 9 * hour).span,
             (Span{2 * dayMinutes + 8 * hour, 2 * dayMinutes + 12 * hour}));
    QCOMPARE(plan().highest(), 16.0);
}

/// In a day that is like all others the night is one step.
void TestWeekCanvas::stepIsDrawnOverMidnight()
{
    compare(
        WeekPlan(),
        [&] {
            drag(22 * hour, 20, 24 * hour - 1, 20);
            drag(0, 20, 6 * hour, 20);
        },
        [&] {
            document_->setCursor(22 * hour);
            for (int i = 0; i < 8; ++i)
                keys({{Qt::Key_Right, Qt::ShiftModifier}});
            type(u"20"_s);
        });
    QCOMPARE(plan().gaps(), (QList<Span>{{6 * hour, 22 * hour}}));
}

void TestWeekCanvas::edgeIsMoved()
{
    WeekPlan begun;
    begun.draw({8 * hour, 12 * hour}, {16, {}});
    compare(
        begun,
        [&] {
            drag(8 * hour, 5, 6 * hour, 5);
            drag(12 * hour, 5, 15 * hour, 5);
        },
        [&] {
            document_->setCursor(9 * hour);
            keys({{Qt::Key_BracketLeft, {}}, {Qt::Key_Left, Qt::AltModifier}});
            for (int i = 0; i < 3; ++i)
                keys({{Qt::Key_BraceRight, Qt::ShiftModifier}});
        });
    QCOMPARE(plan().stepAt(9 * hour).span, (Span{6 * hour, 15 * hour}));
    keys({{Qt::Key_BracketRight, {}}, {Qt::Key_BraceLeft, Qt::ShiftModifier}});
    QCOMPARE(plan().stepAt(9 * hour).span, (Span{7 * hour, 14 * hour}));
}

void TestWeekCanvas::levelIsMoved()
{
    WeekPlan begun;
    begun.draw({8 * hour, 12 * hour}, {16, {}});
    compare(
        begun, [&] { drag(10 * hour, 16, 10 * hour, 20); },
        [&] {
            document_->setCursor(9 * hour);
            for (int i = 0; i < 4; ++i)
                keys({{Qt::Key_Up, Qt::ControlModifier}});
        });
    QCOMPARE(plan().highest(), 20.0);
    for (int i = 0; i < 15; ++i)
        keys({{Qt::Key_Down, Qt::ControlModifier}});
    QCOMPARE(plan().highest(), 0.0); // there is nothing between 6 A and a pause
    keys({{Qt::Key_Up, Qt::ControlModifier}});
    QCOMPARE(plan().highest(), 6.0);
}

void TestWeekCanvas::stepIsSplitAndMerged()
{
    WeekPlan begun;
    begun.draw({8 * hour, 12 * hour}, {16, {}});
    compare(
        begun,
        [&] {
            QTest::mouseDClick(canvas_->viewport(), Qt::LeftButton, {},
                               canvas_->mapFromScene(canvas_->pointOf(10 * hour, 5)));
        },
        [&] {
            document_->setCursor(10 * hour);
            keys({{Qt::Key_S, {}}});
        });
    QCOMPARE(plan().stepAt(9 * hour).span, (Span{8 * hour, 10 * hour}));
    keys({{Qt::Key_Delete, {}}});
    QCOMPARE(plan().stepAt(9 * hour).span, (Span{8 * hour, 12 * hour}));
}

void TestWeekCanvas::stepIsCleared()
{
    WeekPlan begun = flat(16);
    begun.draw({8 * hour, 12 * hour}, {20, {}});
    compare(
        begun,
        [&] {
            QTest::mouseClick(canvas_->viewport(), Qt::LeftButton, {},
                              canvas_->mapFromScene(canvas_->pointOf(10 * hour, 5)));
            const auto actions = canvas_->actions(); // as the menu has them
            const auto clear = std::ranges::find(actions, u"Say nothing here"_s, &QAction::text);
            QVERIFY(clear != actions.end());
            (*clear)->trigger();
        },
        [&] {
            document_->setCursor(9 * hour);
            keys({{Qt::Key_Backspace, {}}});
        });
    QCOMPARE(plan().gaps(), (QList<Span>{{8 * hour, 12 * hour}}));
}

void TestWeekCanvas::rangeIsSelected()
{
    drag(dayMinutes + 8 * hour, 10, dayMinutes + 12 * hour, 10, Qt::ShiftModifier);
    const Span marked = document_->marked();
    QCOMPARE(marked, (Span{dayMinutes + 8 * hour, dayMinutes + 12 * hour}));
    document_->setCursor(dayMinutes + 8 * hour);
    for (int i = 0; i < 4; ++i)
        keys({{Qt::Key_Right, Qt::ShiftModifier}});
    QCOMPARE(document_->marked(), marked);
    keys({{Qt::Key_Escape, {}}});
    QCOMPARE(document_->marked().length(), 0);
}

void TestWeekCanvas::dayIsCopied()
{
    WeekPlan begun(Repeats::Weekly);
    begun.draw({8 * hour, 12 * hour}, {16, {}});
    document_->add(layer(u"Office"_s, 0, begun), {});
    document_->setCursor(9 * hour);
    keys({{Qt::Key_C, Qt::ControlModifier}, {Qt::Key_Down, {}}, {Qt::Key_V, Qt::ControlModifier}});
    QCOMPARE(plan().day(1), plan().day(0));
    QVERIFY(plan().day(2) != plan().day(0));
}

void TestWeekCanvas::dayIsCopiedToAll()
{
    WeekPlan begun(Repeats::Weekly);
    begun.draw({8 * hour, 12 * hour}, {16, {}});
    document_->add(layer(u"Office"_s, 0, begun), {});
    document_->setCursor(9 * hour);
    keys({{Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier}});
    QCOMPARE(plan().day(4), plan().day(0));
    QVERIFY(plan().day(5) != plan().day(0));
    keys({{Qt::Key_D, Qt::ControlModifier}});
    QVERIFY(plan().areDaysEqual());
}

void TestWeekCanvas::weekIsTurnedAndZoomed()
{
    keys({{Qt::Key_PageDown, {}}});
    QCOMPARE(document_->week().monday(), monday.addDays(7));
    keys({{Qt::Key_PageUp, {}}});
    QCOMPARE(document_->week().monday(), monday);
    const double before = canvas_->pixelsPerHour();
    keys({{Qt::Key_Plus, {}}, {Qt::Key_Plus, {}}});
    const double byKeys = canvas_->pixelsPerHour();
    QVERIFY(byKeys > before * 1.5);
    keys({{Qt::Key_Minus, {}}, {Qt::Key_Minus, {}}});
    QCOMPARE(canvas_->pixelsPerHour(), before);
    const QPointF middle(300, 200);
    for (int i = 0; i < 2; ++i) {
        QWheelEvent wheel(middle, canvas_->viewport()->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas_->viewport(), &wheel);
    }
    QCOMPARE(canvas_->pixelsPerHour(), byKeys);
}

void TestWeekCanvas::dayIsShownAlone()
{
    document_->setCursor(3 * dayMinutes);
    canvas_->showOneDay(true);
    QCOMPARE(canvas_->shownDays(), QList<int>{3});
    drag(3 * dayMinutes + 8 * hour, 16, 3 * dayMinutes + 12 * hour, 16);
    QCOMPARE(plan().strokeAt(9 * hour).limit, 16.0); // the first one drawn is the same every day
    keys({{Qt::Key_Down, {}}});
    QCOMPARE(canvas_->shownDays(), QList<int>{4});
}

void TestWeekCanvas::cursorGoesFromEdgeToEdge()
{
    WeekPlan begun;
    begun.draw({8 * hour, 12 * hour}, {16, {}});
    document_->add(layer(u"Office"_s, 0, begun), {});
    keys({{Qt::Key_Right, Qt::ControlModifier}});
    QCOMPARE(document_->cursor(), 8 * hour);
    keys({{Qt::Key_Right, Qt::ControlModifier}});
    QCOMPARE(document_->cursor(), 12 * hour);
    keys({{Qt::Key_Left, Qt::ControlModifier}, {Qt::Key_Home, {}}});
    QCOMPARE(document_->cursor(), 0);
    keys({{Qt::Key_End, {}}});
    QCOMPARE(document_->cursor(), 23 * hour);
}

void TestWeekCanvas::everythingIsTakenBack()
{
    QList<QList<charging::Step>> states;
    document_->add(layer(u"Base"_s, 0, flat(16, Repeats::Weekly)), {});
    states.append(plan().steps());
    const QList<std::function<void()>> deeds{[&] { drag(8 * hour, 24, 12 * hour, 24); },
                                             [&] { drag(dayMinutes + 8 * hour, 8, dayMinutes + 9 * hour, 8); },
                                             [&] {
                                                 document_->setCursor(10 * hour);
                                                 keys({{Qt::Key_S, {}}});
                                             },
                                             [&] {
                                                 keys({{Qt::Key_Up, Qt::ControlModifier}});
                                             },
                                             [&] {
                                                 keys({{Qt::Key_BracketRight, {}}});
                                             },
                                             [&] {
                                                 keys({{Qt::Key_Backspace, {}}});
                                             },
                                             [&] {
                                                 keys({{Qt::Key_D, Qt::ControlModifier}});
                                             }};
    for (const auto &deed : deeds) {
        deed();
        QVERIFY(plan().steps() != states.last());
        states.append(plan().steps());
    }
    QCOMPARE(document_->history().count(), int(states.size()));
    for (qsizetype i = states.size() - 1; i > 0; --i) {
        QCOMPARE(plan().steps(), states.at(i));
        document_->history().undo();
    }
    QCOMPARE(plan().steps(), states.first());
    document_->history().undo();
    QVERIFY(document_->layers().isEmpty());
    for (const auto &state : states) {
        document_->history().redo();
        QCOMPARE(plan().steps(), state);
    }
}

void TestWeekCanvas::oneDragIsOneChange()
{
    drag(8 * hour, 16, 20 * hour, 24);
    QCOMPARE(document_->history().count(), 1);
    document_->history().undo();
    QVERIFY(document_->layers().isEmpty());
}

void TestWeekCanvas::stationsLayerIsCopiedFirst()
{
    ui::SchedulePlace place{.station = u"CP1"_s, .connector = 1, .connectors = 2};
    Layer installed = layer(u"Night"_s, 3, flat(16));
    installed.isDrawn = false;
    installed.like = charging::profilesOf(*installed.plan, installed.like, document_->week()).first();
    place.layers = {installed};
    document_->setPlace(place);
    QVERIFY(!document_->selected()->isDrawn);
    drag(8 * hour, 24, 12 * hour, 24);
    QCOMPARE(document_->layers().size(), 2);
    QVERIFY(document_->selected()->isDrawn);
    QCOMPARE(document_->selected()->name, u"Night"_s);
    QCOMPARE(document_->selected()->level(), 3);
    QCOMPARE(plan().strokeAt(0).limit, 16.0);
    // The copy stands in the place of what is there.
    const ui::MomentWords words = ui::momentWords(*document_, document_->week().timeOf(9 * hour));
    QCOMPARE(words.limit, u"24\u00a0A"_s);
    QCOMPARE(document_->find(document_->layers().last().id)->isDrawn, false);
    document_->history().undo();
    QCOMPARE(document_->layers().size(), 1);
    QVERIFY(document_->selected()); // what the station has is still there
}

void TestWeekCanvas::relativeLayerIsNotDrawn()
{
    ocpp::ChargingProfile relative;
    relative.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
    relative.chargingProfileKind = ocpp::ChargingProfileKindType::Relative;
    relative.chargingSchedule.chargingSchedulePeriod = {{0, 12, {}}};
    document_->add(ui::layerOf(relative, u"Slow start"_s, document_->week()), {});
    QSignalSpy refused(canvas_.get(), &ui::WeekCanvas::refused);
    drag(8 * hour, 24, 12 * hour, 24);
    QVERIFY(refused.count() > 0);
    QCOMPARE(document_->layers().size(), 1);
    QCOMPARE(document_->composite().periods.first().limit, 12.0); // and still counts
}

void TestWeekCanvas::compositeIsOnTop()
{
    document_->add(layer(u"Base"_s, 0, flat(16)), {});
    WeekPlan night;
    night.draw({22 * hour, 30 * hour}, {32, {}});
    const int top = document_->add(layer(u"Night"_s, 2, night), {});
    Layer cap = layer(u"Cap"_s, 0, flat(25));
    cap.like.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::ChargePointMaxProfile;
    document_->add(cap, {});
    const auto limitAt = [&](int minute) {
        return document_->composite().periods.at(document_->periodAt(minute * 60)).limit;
    };
    QCOMPARE(limitAt(3 * hour), 25.0);
    QCOMPARE(limitAt(12 * hour), 16.0);
    document_->setVisible(top, false);
    QCOMPARE(limitAt(3 * hour), 16.0);
    document_->setVisible(top, true);
    QCOMPARE(limitAt(6 * dayMinutes + 23 * hour), 25.0);
}

void TestWeekCanvas::momentIsExplained()
{
    compositeIsOnTop();
    document_->setCursor(23 * hour);
    const ui::MomentWords night = ui::momentWords(*document_, canvas_->lookedAt());
    QCOMPARE(night.when, u"Mon 23:00"_s);
    QCOMPARE(night.limit, u"25\u00a0A"_s);
    QVERIFY2(night.why.contains(u"Capped by “Cap”"_s), qPrintable(night.why));
    QVERIFY2(night.why.contains(u"“Night” allows no less."_s), qPrintable(night.why));
    QVERIFY2(night.why.contains(u"“Base” is beaten: it is of a lower level."_s), qPrintable(night.why));
    QVERIFY2(night.why.contains(u"Until Tue 6:00."_s), qPrintable(night.why));
    QTest::mouseMove(canvas_->viewport(), canvas_->mapFromScene(canvas_->pointOf(12 * hour, 10)));
    QTRY_COMPARE(ui::momentWords(*document_, canvas_->lookedAt()).when, u"Mon 12:00"_s);
    QVERIFY(
        ui::momentWords(*document_, canvas_->lookedAt()).why.startsWith(u"“Base” (Every session, level 0) decides."_s));
}

void TestWeekCanvas::longDayIsDrawnSo()
{
    document_->setWeek(QDate(2026, 10, 19));
    QCOMPARE(document_->week().dayMinutes(6), 25 * hour);
    const double length = canvas_->xOf(document_->week().dayMinutes(6));
    QCOMPARE(length, canvas_->laneRect(6).width());
    QVERIFY(canvas_->xOf(document_->week().dayMinutes(5)) < length);
    // 8:00 comes an hour later than on other days.
    QCOMPARE(canvas_->pointOf(6 * dayMinutes + 8 * hour, 0).x(), canvas_->pointOf(5 * dayMinutes + 9 * hour, 0).x());
    drag(6 * dayMinutes + 8 * hour, 16, 6 * dayMinutes + 12 * hour, 16);
    QCOMPARE(plan().stepAt(9 * hour).span, (Span{8 * hour, 12 * hour}));
}

void TestWeekCanvas::tableFollowsAndLeads()
{
    ui::StepTable table(*document_);
    table.resize(600, 300);
    table.show();
    auto *view = table.findChild<ui::TableView *>();
    auto *model = qobject_cast<ui::StepModel *>(view->model());
    QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    drag(8 * hour, 16, 12 * hour, 16);
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, ui::StepModel::Day).data().toString(), u"Every day"_s);
    QCOMPARE(model->index(0, ui::StepModel::From).data().toString(), u"8:00"_s);
    QVERIFY(model->setData(model->index(0, ui::StepModel::To), u"14"_s, Qt::EditRole));
    QCOMPARE(plan().stepAt(9 * hour).span, (Span{8 * hour, 14 * hour}));
    QVERIFY(model->setData(model->index(0, ui::StepModel::Limit), u"20.5 A"_s, Qt::EditRole));
    QVERIFY(model->setData(model->index(0, ui::StepModel::Phases), u"1"_s, Qt::EditRole));
    QCOMPARE(plan().strokeAt(9 * hour), (Stroke{20.5, 1}));
    QVERIFY(uitest::press(table, u"Add a step"_s));
    QCOMPARE(model->rowCount(), 2);
    view->selectRow(0);
    document_->setCursor(9 * hour);
    QCOMPARE(view->selectionModel()->selectedRows().first().row(), model->rowOf(9 * hour));
    view->selectRow(model->rowOf(9 * hour));
    QVERIFY(uitest::press(table, u"Remove the step"_s));
    QCOMPARE(model->rowCount(), 1);
    document_->history().undo();
    QCOMPARE(model->rowCount(), 2);
}

void TestWeekCanvas::tableRefusesNonsense()
{
    document_->add(layer(u"Week"_s, 0, flat(16, Repeats::Weekly)), {});
    ui::StepModel model(*document_);
    QCOMPARE(model.rowCount(), 7);
    QVERIFY(!model.setData(model.index(0, ui::StepModel::From), u"25:00"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(0, ui::StepModel::To), u"0:00"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(0, ui::StepModel::Limit), u"much"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(0, ui::StepModel::Phases), u"4"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, ui::StepModel::To), u"12:00"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, ui::StepModel::Day), u"Tuesday"_s, Qt::EditRole));
    QCOMPARE(plan().strokeAt(0), Stroke());
    QCOMPARE(ui::StepModel::minutesOf(u"730"_s), 7 * hour + 30);
    QCOMPARE(ui::StepModel::minutesOf(u"24:00"_s), 24 * hour);
    QCOMPARE(ui::StepModel::minutesOf(u"7:75"_s), -1);
}

void TestWeekCanvas::layersAreArranged()
{
    ui::LayerPanel panel(*document_);
    panel.resize(280, 600);
    panel.show();
    auto *list = panel.findChild<QListView *>();
    QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    document_->add(layer(u"Base"_s, 0, flat(16)), {});
    document_->add(layer(u"Night"_s, 1, flat(20)), {});
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Night"_s);
    QVERIFY(uitest::press(panel, u"Move the layer down"_s));
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"Base"_s);
    QCOMPARE(document_->composite().periods.first().limit, 16.0);
    QVERIFY(list->model()->setData(list->model()->index(0, 0), u"Ground"_s, Qt::EditRole));
    QVERIFY(list->model()->setData(list->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(document_->composite().periods.first().limit, 20.0);
    QVERIFY(uitest::press(panel, u"Duplicate the layer"_s));
    QCOMPARE(document_->selected()->name, u"Night 2"_s);
    QCOMPARE(document_->selected()->level(), 2);
    QVERIFY(uitest::press(panel, u"Delete the layer"_s));
    QCOMPARE(document_->layers().size(), 2);
    for (int i = 0; i < 5; ++i)
        document_->history().undo();
    QVERIFY(document_->layers().size() < 2);
}

void TestWeekCanvas::layerFormChangesTheLayer()
{
    ui::LayerPanel panel(*document_);
    panel.resize(280, 700);
    panel.show();
    document_->add(layer(u"Base"_s, 0, flat(16)), {});
    const auto choose = [&](const QString &name, const QString &text) {
        auto *box = uitest::named<QComboBox>(panel, name);
        QVERIFY(box);
        box->setCurrentText(text);
        emit box->activated(box->currentIndex());
    };
    choose(u"Repeats"_s, u"every week"_s);
    QCOMPARE(plan().repeats(), Repeats::Weekly);
    choose(u"Unit"_s, u"Watt in total"_s);
    QCOMPARE(plan().highest(), 11'040.0);
    QCOMPARE(document_->composite().unit, WeekPlan::Unit::W);
    uitest::named<QSpinBox>(panel, u"Level"_s)->setValue(4);
    QCOMPARE(document_->selected()->level(), 4);
    choose(u"For"_s, u"The whole station"_s);
    QCOMPARE(document_->selected()->purpose(), ocpp::ChargingProfilePurposeType::ChargePointMaxProfile);
    choose(u"Repeats"_s, u"once, in this week"_s);
    QCOMPARE(plan().monday(), monday);
}

void TestWeekCanvas::libraryAndTemplatesBeginLayers()
{
    for (const auto which : {charging::PlanTemplate::NightTariff, charging::PlanTemplate::SolarNoon})
        document_->add(layer(u"T"_s, document_->freeLevel({}), charging::templatePlan(which, WeekPlan::Unit::A, 32)),
                       {});
    QCOMPARE(document_->layers().size(), 2);
    QCOMPARE(document_->freeName(u"T"_s), u"T 2"_s);
    QCOMPARE(document_->fullLimit(WeekPlan::Unit::A), 32.0);
    Layer cap = layer(u"Cap"_s, 0, flat(25));
    cap.like.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::ChargePointMaxProfile;
    document_->add(cap, {});
    QCOMPARE(document_->fullLimit(WeekPlan::Unit::A), 25.0);
}

UI_TEST_MAIN(TestWeekCanvas)
#include "tst_weekcanvas.moc"
