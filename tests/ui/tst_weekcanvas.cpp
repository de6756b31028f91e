// SPDX-License-Identifier: GPL-3.0-or-later
// The week canvas by mouse and by keyboard: the same comes of both, and all of it can be taken back.
#include "ui/pages/schedules/canvasrulers.h"
#include "ui/pages/schedules/daylane.h"
#include "ui/pages/schedules/layermodel.h"
#include "ui/pages/schedules/layerpanel.h"
#include "ui/pages/schedules/momentstrip.h"
#include "ui/pages/schedules/momentwords.h"
#include "ui/pages/schedules/scheduledocument.h"
#include "ui/pages/schedules/stepmodel.h"
#include "ui/pages/schedules/steptable.h"
#include "ui/pages/schedules/weekcanvas.h"
#include "ui/theme/palette.h"
#include "ui/uifixture.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QScopeGuard>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>
#include <QToolTip>

#include <cmath>
#include <functional>

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

/// What is seen where `veil` lies over `ground`.
QColor veiled(const QColor &ground, const QColor &veil)
{
    const auto channel = [share = veil.alphaF()](float below, float above) { return below + (above - below) * share; };
    return QColor::fromRgbF(channel(ground.redF(), veil.redF()), channel(ground.greenF(), veil.greenF()),
                            channel(ground.blueF(), veil.blueF()));
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
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); } // clocks of 24 hours
    void init();
    void cleanup();
    void everyMouseActionHasKeys_data();
    void everyMouseActionHasKeys();
    void everyMenuEntryHasKeys();
    void menuOpensWhereItIsClicked();
    void keysAreToldByKey();
    void edgeIsMovedBack();
    void levelIsLowered();
    void stepIsMerged();
    void rangeIsLetGo();
    void dragIsAbandoned();
    void dayIsCopied();
    void dayIsCopiedToAll();
    void weekIsTurned();
    void zoomStaysWhereOneLooks();
    void dayIsShownAlone();
    void cursorGoesFromEdgeToEdge();
    void everythingIsTakenBack();
    void oneDragIsOneChange();
    void stationsLayerIsCopiedFirst();
    void relativeLayerIsNotDrawn();
    void compositeIsOnTop();
    void compositeIsDrawnOverTheLayers();
    void labelsAreReadable_data();
    void labelsAreReadable();
    void momentIsExplained();
    void carComesLater();
    void longDayIsDrawnSo();
    void shortDayIsDrawnSo();
    void tableFollowsAndLeads();
    void tableRefusesNonsense();
    void tableTellsTimesAsTheLocaleDoes_data();
    void tableTellsTimesAsTheLocaleDoes();
    void layersAreArranged();
    void layerFormChangesTheLayer();
    void libraryAndTemplatesBeginLayers();

private:
    void drag(int from, double fromLimit, int to, double toLimit, Qt::KeyboardModifiers modifiers = {});
    void keys(const QList<std::pair<Qt::Key, Qt::KeyboardModifiers>> &pressed);
    void type(const QString &digits);
    [[nodiscard]] const WeekPlan &plan() const { return *document_->selected()->plan; }
    void keys(Qt::Key key, int times, Qt::KeyboardModifiers modifiers = {});
    void send(QEvent::Type type, const QPoint &at, Qt::MouseButtons buttons);
    void hover(int minute, double limit);
    void turnWheel(const QPoint &at, int notches);
    [[nodiscard]] QPoint at(int minute, double limit) const
    {
        return canvas_->mapFromScene(canvas_->pointOf(minute, limit));
    }
    [[nodiscard]] QWidget *dayRuler() const;
    [[nodiscard]] QAction *action(const QString &text) const;
    [[nodiscard]] QString planText() const;
    [[nodiscard]] QString lookText() const;

    struct MouseAction;
    static const std::vector<MouseAction> &mouseActions();

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
    canvas_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(canvas_.get()));
    canvas_->setFocus();
}

void TestWeekCanvas::cleanup()
{
    canvas_.reset();
    document_.reset();
}

void TestWeekCanvas::send(QEvent::Type type, const QPoint &at, Qt::MouseButtons buttons)
{
    QWidget *ground = canvas_->viewport();
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, QPointF(at), ground->mapToGlobal(QPointF(at)), button, buttons, {});
    QApplication::sendEvent(ground, &event);
}

void TestWeekCanvas::hover(int minute, double limit)
{
    send(QEvent::MouseMove, at(minute, limit), Qt::NoButton);
}

/// With Ctrl held.
void TestWeekCanvas::turnWheel(const QPoint &at, int notches)
{
    for (int i = 0; i < std::abs(notches); ++i) {
        QWheelEvent wheel(QPointF(at), canvas_->viewport()->mapToGlobal(QPointF(at)), {}, {0, notches > 0 ? 120 : -120},
                          Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas_->viewport(), &wheel);
    }
}

QWidget *TestWeekCanvas::dayRuler() const
{
    for (QWidget *child : canvas_->findChildren<QWidget *>()) {
        if (dynamic_cast<ui::DayRuler *>(child))
            return child;
    }
    return nullptr;
}

QAction *TestWeekCanvas::action(const QString &text) const
{
    const QList<QAction *> actions = canvas_->actions();
    const auto found = std::ranges::find(actions, text, &QAction::text);
    return found == actions.end() ? nullptr : *found;
}

void TestWeekCanvas::drag(int from, double fromLimit, int to, double toLimit, Qt::KeyboardModifiers modifiers)
{
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

void TestWeekCanvas::keys(Qt::Key key, int times, Qt::KeyboardModifiers modifiers)
{
    for (int i = 0; i < times; ++i)
        QTest::keyClick(canvas_.get(), key, modifiers);
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

QString TestWeekCanvas::planText() const
{
    QStringList texts;
    for (const charging::Step &step : plan().steps())
        texts.append(u"%1-%2: %3"_s.arg(step.span.from).arg(step.span.to).arg(step.stroke.limit.value_or(-1)));
    return texts.join(u", "_s);
}

QString TestWeekCanvas::lookText() const
{
    QStringList days;
    for (const int day : canvas_->shownDays())
        days.append(QString::number(day));
    const Span marked = document_->marked();
    return u"%1-%2, days %3, zoom %4"_s.arg(marked.from).arg(marked.to).arg(days.join(u' ')).arg(canvas_->zoomFactor());
}

/// All that the mouse does on the canvas, and the keys for it; what comes of both is compared.
struct TestWeekCanvas::MouseAction {
    using Deed = std::function<void(TestWeekCanvas &)>;
    using Face = QString (*)(const TestWeekCanvas &);
    const char *name;
    WeekPlan begun;
    Face face;
    Deed byMouse;
    Deed byKeys;
    QString expected{}; ///< of the face
};

const std::vector<TestWeekCanvas::MouseAction> &TestWeekCanvas::mouseActions()
{
    using Test = TestWeekCanvas;
    constexpr auto shift = Qt::ShiftModifier;
    constexpr auto ctrl = Qt::ControlModifier;
    constexpr int wednesday = 2 * dayMinutes;
    WeekPlan office;
    office.draw({8 * hour, 12 * hour}, {16, {}});
    const auto ofPlan = [](const Test &test) { return test.planText(); };
    const auto ofLook = [](const Test &test) { return test.lookText(); };
    const auto ofWords = [](const Test &test) {
        const ui::MomentWords words = ui::momentWords(*test.document_, test.canvas_->lookedAt());
        return u"%1, %2: %3"_s.arg(words.when, words.limit, words.why);
    };
    static const std::vector<MouseAction> actions{
        {"a step is drawn", WeekPlan(Repeats::Weekly), ofPlan,
         [](Test &t) { t.drag(wednesday + 8 * hour, 16, wednesday + 12 * hour, 16); },
         [](Test &t) {
             t.keys(Qt::Key_Down, 2);
             t.keys(Qt::Key_Right, 8);
             t.keys(Qt::Key_Right, 4, shift);
             t.type(u"16"_s);
         },
         u"0-3360: -1, 3360-3600: 16, 3600-10080: -1"_s},
        // In a day that is like all others the night is one step.
        {"a step is drawn over midnight", WeekPlan(), ofPlan,
         [](Test &t) {
             t.drag(22 * hour, 20, 24 * hour - 1, 20);
             t.drag(0, 20, 6 * hour, 20);
         },
         [](Test &t) {
             t.keys(Qt::Key_Right, 22);
             t.keys(Qt::Key_Right, 8, shift);
             t.type(u"20"_s);
         },
         u"0-360: 20, 360-1320: -1, 1320-1440: 20"_s},
        {"a pause is drawn", flat(16), ofPlan, [](Test &t) { t.drag(8 * hour, 1, 12 * hour, 1); },
         [](Test &t) {
             t.keys(Qt::Key_Right, 8);
             t.keys(Qt::Key_Right, 4, shift);
             t.type(u"0"_s);
         },
         u"0-480: 16, 480-720: 0, 720-1440: 16"_s},
        {"the first edge is moved", office, ofPlan, [](Test &t) { t.drag(8 * hour, 5, 6 * hour, 5); },
         [](Test &t) {
             t.keys(Qt::Key_Right, 9);
             t.keys(Qt::Key_BracketLeft, 1);
             t.keys(Qt::Key_Left, 1, Qt::AltModifier);
         },
         u"0-360: -1, 360-720: 16, 720-1440: -1"_s},
        {"the last edge is moved", office, ofPlan, [](Test &t) { t.drag(12 * hour, 5, 15 * hour, 5); },
         [](Test &t) {
             t.keys(Qt::Key_Right, 9);
             t.keys(Qt::Key_BraceRight, 2, shift);
             t.keys(Qt::Key_Right, 1, Qt::AltModifier | shift);
         },
         u"0-480: -1, 480-900: 16, 900-1440: -1"_s},
        {"a level is moved", office, ofPlan, [](Test &t) { t.drag(10 * hour, 16, 10 * hour, 20); },
         [](Test &t) {
             t.keys(Qt::Key_Right, 9);
             t.keys(Qt::Key_Up, 4, ctrl);
         },
         u"0-480: -1, 480-720: 20, 720-1440: -1"_s},
        {"a level is moved down to a pause", office, ofPlan, [](Test &t) { t.drag(10 * hour, 16, 10 * hour, 1); },
         [](Test &t) {
             t.keys(Qt::Key_Right, 9);
             t.keys(Qt::Key_Down, 11, ctrl); // there is nothing between 6 A and a pause
         },
         u"0-480: -1, 480-720: 0, 720-1440: -1"_s},
        {"a step is split", office, ofPlan,
         [](Test &t) { QTest::mouseDClick(t.canvas_->viewport(), Qt::LeftButton, {}, t.at(10 * hour, 5)); },
         [](Test &t) {
             t.keys(Qt::Key_Right, 10);
             t.keys(Qt::Key_S, 1);
         },
         u"0-480: -1, 480-600: 16, 600-720: 16, 720-1440: -1"_s},
        {"the cursor is put", office, ofLook,
         [](Test &t) {
             QTest::mouseClick(t.canvas_->viewport(), Qt::LeftButton, {}, t.at(dayMinutes + 10 * hour + 30, 5));
         },
         [](Test &t) {
             t.keys(Qt::Key_Down, 1);
             t.keys(Qt::Key_Right, 10);
         },
         u"2040-2040, days 0 1 2 3 4 5 6, zoom 1"_s},
        {"a range is selected", office, ofLook,
         [](Test &t) { t.drag(dayMinutes + 8 * hour, 10, dayMinutes + 12 * hour, 10, shift); },
         [](Test &t) {
             t.keys(Qt::Key_Down, 1);
             t.keys(Qt::Key_Right, 8);
             t.keys(Qt::Key_Right, 4, shift);
         },
         u"1920-2160, days 0 1 2 3 4 5 6, zoom 1"_s},
        {"a day is chosen", office, ofLook,
         [](Test &t) {
             const QPoint middle = t.canvas_->mapFromScene(t.canvas_->laneRect(2).center());
             QTest::mouseClick(t.dayRuler(), Qt::LeftButton, {}, {20, middle.y()});
         },
         [](Test &t) { t.keys(Qt::Key_Down, 2); }, u"2880-2880, days 0 1 2 3 4 5 6, zoom 1"_s},
        {"a day is shown alone", office, ofLook,
         [](Test &t) {
             const QPoint middle = t.canvas_->mapFromScene(t.canvas_->laneRect(3).center());
             QTest::mouseDClick(t.dayRuler(), Qt::LeftButton, {}, {20, middle.y()});
         },
         [](Test &t) {
             t.keys(Qt::Key_Down, 3);
             t.keys(Qt::Key_D, 1);
         },
         u"4320-4320, days 3, zoom 1"_s},
        {"time is zoomed", office, ofLook,
         [](Test &t) {
             t.turnWheel({300, 200}, 2);
         },
         [](Test &t) { t.keys(Qt::Key_Plus, 2); }, u"0-0, days 0 1 2 3 4 5 6, zoom 1.5625"_s},
        {"time is zoomed back", office, ofLook,
         [](Test &t) {
             t.turnWheel({300, 200}, 3);
             t.turnWheel({300, 200}, -2);
         },
         [](Test &t) {
             t.keys(Qt::Key_Plus, 3);
             t.keys(Qt::Key_Minus, 2);
         },
         u"0-0, days 0 1 2 3 4 5 6, zoom 1.25"_s},
        {"a moment is explained", office, ofWords, [](Test &t) { t.hover(11 * hour, 10); },
         [](Test &t) { t.keys(Qt::Key_Right, 11); },
         u"Mon 11:00, 16\u00a0A: “Drawn” (Every session, level 0) decides. Until Mon 12:00."_s},
    };
    return actions;
}

void TestWeekCanvas::everyMouseActionHasKeys_data()
{
    QTest::addColumn<int>("place");
    int place = 0;
    for (const MouseAction &action : mouseActions())
        QTest::newRow(action.name) << place++;
}

void TestWeekCanvas::everyMouseActionHasKeys()
{
    QFETCH(int, place);
    const MouseAction &action = mouseActions().at(std::size_t(place));
    QStringList seen;
    for (const auto &deed : {MouseAction::Deed([](TestWeekCanvas &) {}), action.byMouse, action.byKeys}) {
        cleanup();
        init();
        document_->add(layer(u"Drawn"_s, 0, action.begun), {});
        deed(*this);
        seen.append(action.face(*this));
    }
    QVERIFY(seen.at(1) != seen.at(0));
    QCOMPARE(seen.at(1), action.expected);
    QCOMPARE(seen.at(2), action.expected);
}

/// Of each entry: without it, by the menu, and by each of its keys. Two of seven days differ from the others, and what is
/// copied is pasted into a third one, so that each leaves a trace.
void TestWeekCanvas::everyMenuEntryHasKeys()
{
    WeekPlan begun = flat(16, Repeats::Weekly);
    begun.draw({8 * hour, 12 * hour}, {20, {}});
    begun.draw({dayMinutes + 8 * hour, dayMinutes + 12 * hour}, {24, {}});
    const auto trace = [&](const std::function<void()> &deed) {
        cleanup();
        init();
        document_->add(layer(u"Drawn"_s, 0, begun), {});
        canvas_->zoom(2);
        action(u"Copy the day"_s)->trigger();
        document_->setCursor(dayMinutes + 9 * hour);
        deed();
        const bool asksLimit = canvas_->findChild<QDoubleSpinBox *>()->isVisible();
        const QString look = lookText();
        document_->setCursor(2 * dayMinutes + 9 * hour);
        action(u"Paste the day"_s)->trigger();
        return u"%1, %2, %3, %4"_s.arg(planText(), look).arg(asksLimit).arg(document_->arrival().value_or(-1));
    };
    QStringList texts;
    QHash<QString, QList<QKeySequence>> shortcuts;
    for (const QAction *one : canvas_->actions()) {
        texts.append(one->text());
        shortcuts.insert(one->text(), one->shortcuts());
    }
    const QString untouched = trace([] {});
    for (const QString &text : texts) {
        const QString byMenu = trace([&] { action(text)->trigger(); });
        QVERIFY2(byMenu != untouched, qPrintable(text));
        QVERIFY2(!shortcuts.value(text).isEmpty(), qPrintable(text));
        for (const QKeySequence &sequence : shortcuts.value(text)) {
            const QKeyCombination key = sequence[0];
            const QString byKey = trace([&] { keys(key.key(), 1, key.keyboardModifiers()); });
            QVERIFY2(byKey == byMenu, qPrintable(u"%1 by %2:\n%3\n%4"_s.arg(text, sequence.toString(), byMenu, byKey)));
        }
    }
}

void TestWeekCanvas::menuOpensWhereItIsClicked()
{
    document_->add(layer(u"Drawn"_s, 0, flat(16)), {});
    const auto open = [&](QContextMenuEvent::Reason reason) {
        const QPoint point = at(dayMinutes + 10 * hour + 30, 34);
        QContextMenuEvent event(reason, point, canvas_->viewport()->mapToGlobal(point));
        QApplication::sendEvent(canvas_->viewport(), &event);
        QPointer<QMenu> menu = canvas_->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions(), canvas_->actions());
        menu->close();
        QTRY_VERIFY(!menu);
    };
    open(QContextMenuEvent::Mouse);
    QCOMPARE(document_->cursor(), dayMinutes + 10 * hour);
    document_->setCursor(3 * hour);
    open(QContextMenuEvent::Keyboard);
    QCOMPARE(document_->cursor(), 3 * hour);
}

void TestWeekCanvas::keysAreToldByKey()
{
    ui::MomentStrip strip(*canvas_);
    strip.show();
    strip.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&strip));
    auto *help = uitest::named<QToolButton>(strip, u"Mouse and keys of the canvas"_s);
    QVERIFY(help && (help->focusPolicy() & Qt::TabFocus));
    QTest::keyClick(help, Qt::Key_Space);
    QVERIFY(help->toolTip().contains(u"Split here"_s));
    QCOMPARE(QToolTip::text(), help->toolTip());
}

void TestWeekCanvas::edgeIsMovedBack()
{
    WeekPlan begun;
    begun.draw({6 * hour, 15 * hour}, {16, {}});
    document_->add(layer(u"Office"_s, 0, begun), {});
    document_->setCursor(9 * hour);
    keys({{Qt::Key_BracketRight, {}}, {Qt::Key_BraceLeft, Qt::ShiftModifier}});
    QCOMPARE(plan().stepAt(9 * hour).span, (Span{7 * hour, 14 * hour}));
}

void TestWeekCanvas::levelIsLowered()
{
    document_->add(layer(u"Flat"_s, 0, flat(7)), {});
    keys(Qt::Key_Down, 2, Qt::ControlModifier);
    QCOMPARE(plan().highest(), 0.0); // there is nothing between 6 A and a pause
    keys(Qt::Key_Up, 1, Qt::ControlModifier);
    QCOMPARE(plan().highest(), 6.0);
}

void TestWeekCanvas::stepIsMerged()
{
    WeekPlan begun;
    begun.draw({8 * hour, 10 * hour}, {16, {}});
    begun.draw({10 * hour, 12 * hour}, {20, {}});
    document_->add(layer(u"Office"_s, 0, begun), {});
    document_->setCursor(10 * hour);
    keys(Qt::Key_Delete, 1);
    QCOMPARE(plan().stepAt(9 * hour), (charging::Step{{8 * hour, 12 * hour}, {16, {}}}));
}

void TestWeekCanvas::rangeIsLetGo()
{
    keys(Qt::Key_Right, 4, Qt::ShiftModifier);
    QCOMPARE(document_->marked().length(), 4 * hour);
    keys(Qt::Key_Escape, 1);
    QCOMPARE(document_->marked().length(), 0);
}

void TestWeekCanvas::dragIsAbandoned()
{
    document_->add(layer(u"Base"_s, 0, flat(16)), {});
    const WeekPlan before = plan();
    send(QEvent::MouseButtonPress, at(8 * hour, 24), Qt::LeftButton);
    keys(Qt::Key_Escape, 1); // nothing is drawn yet: what was done before stays
    QCOMPARE(document_->layers().size(), 1);
    send(QEvent::MouseButtonRelease, at(8 * hour, 24), Qt::NoButton);
    send(QEvent::MouseButtonPress, at(8 * hour, 24), Qt::LeftButton);
    send(QEvent::MouseMove, at(10 * hour, 24), Qt::LeftButton);
    send(QEvent::MouseMove, at(12 * hour, 24), Qt::LeftButton);
    QCOMPARE(plan().strokeAt(9 * hour).limit, 24.0);
    keys(Qt::Key_Escape, 1);
    QVERIFY(plan() == before);
    send(QEvent::MouseMove, at(14 * hour, 24), Qt::LeftButton);
    send(QEvent::MouseButtonRelease, at(14 * hour, 24), Qt::NoButton);
    QVERIFY(plan() == before);
    drag(8 * hour, 24, 12 * hour, 24);
    QCOMPARE(plan().strokeAt(9 * hour).limit, 24.0);
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

void TestWeekCanvas::weekIsTurned()
{
    keys({{Qt::Key_PageDown, {}}});
    QCOMPARE(document_->week().monday(), monday.addDays(7));
    keys({{Qt::Key_PageUp, {}}});
    QCOMPARE(document_->week().monday(), monday);
}

/// Under the pointer, else at the cursor.
void TestWeekCanvas::zoomStaysWhereOneLooks()
{
    const auto minuteLookedAt = [&] { return int((canvas_->lookedAt() - document_->week().begin()) / 1min); };
    const auto isNear = [](int one, int other, int most) { return std::abs(one - other) <= most; };
    hover(18 * hour, 10);
    const QPoint pointer = at(18 * hour, 10);
    turnWheel(pointer, 4);
    QVERIFY(canvas_->pixelsPerHour() > 80);
    QVERIFY2(isNear(minuteLookedAt(), 18 * hour, 5), qPrintable(QString::number(minuteLookedAt())));
    QSignalSpy looked(canvas_.get(), &ui::WeekCanvas::lookedAtChanged);
    QScrollBar *bar = canvas_->horizontalScrollBar();
    bar->setValue(bar->value() - int(std::round(canvas_->pixelsPerHour())));
    QVERIFY(looked.count() > 0);
    QVERIFY2(isNear(minuteLookedAt(), 17 * hour, 6), qPrintable(QString::number(minuteLookedAt())));
    keys({{Qt::Key_0, Qt::ControlModifier}});
    QCOMPARE(canvas_->zoomFactor(), 1.0);
    keys({{Qt::Key_End, {}}}); // the keyboard leads now
    const int x = at(23 * hour, 10).x();
    keys(Qt::Key_Plus, 4);
    QVERIFY(canvas_->pixelsPerHour() > 80);
    QVERIFY2(isNear(at(23 * hour, 10).x(), x, 4), qPrintable(QString::number(at(23 * hour, 10).x())));
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

/// The layer that decides is not the selected one: its broken line does not show through.
void TestWeekCanvas::compositeIsDrawnOverTheLayers()
{
    compositeIsOnTop();
    const QImage picture = canvas_->viewport()->grab().toImage();
    const QPoint from = at(2 * dayMinutes + 8 * hour, 16);
    const int to = at(2 * dayMinutes + 20 * hour, 16).x();
    const ui::Palette &palette = ui::Palette::current();
    int accents = 0;
    int others = 0;
    for (int x = from.x(); x < to; ++x) {
        accents += picture.pixelColor(x, from.y()) == palette.color(ui::Role::Accent) ? 1 : 0;
        for (const int y : {from.y() - 1, from.y(), from.y() + 1})
            others += picture.pixelColor(x, y) == palette.color(ui::Role::Muted) ? 1 : 0;
    }
    QCOMPARE(others, 0);
    QVERIFY(accents > (to - from.x()) * 9 / 10);
}

void TestWeekCanvas::labelsAreReadable_data()
{
    using ui::Role;
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto scheme : {ui::Palette::Scheme::Light, ui::Palette::Scheme::Dark}) {
        const ui::Palette palette(scheme);
        const char *name = scheme == ui::Palette::Scheme::Light ? "light" : "dark";
        const QColor ink = palette.color(ui::labelRole);
        const QColor weekday = palette.color(Role::Surface);
        const std::pair<const char *, QColor> grounds[]{{"weekday", weekday},
                                                        {"weekend", veiled(weekday, ui::weekendVeil(palette))},
                                                        {"marked", palette.color(Role::Selection)}};
        for (const auto &[where, ground] : grounds) {
            QTest::addRow("%s, %s", name, where) << ink << ground;
            QTest::addRow("%s, %s, allowed", name, where) << ink << veiled(ground, ui::allowedVeil(palette));
        }
        for (const Role role : {Role::Caution, Role::Good})
            QTest::addRow("%s, moment %d", name, int(role)) << ink << palette.tint(role, ui::momentTint);
    }
}

void TestWeekCanvas::labelsAreReadable()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double ratio = ui::contrastRatio(ink, ground);
    QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(ratio)));
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
    QVERIFY2(night.why.contains(u"Until Tue 06:00."_s), qPrintable(night.why));
    QTest::mouseMove(canvas_->viewport(), canvas_->mapFromScene(canvas_->pointOf(12 * hour, 10)));
    QTRY_COMPARE(ui::momentWords(*document_, canvas_->lookedAt()).when, u"Mon 12:00"_s);
    QVERIFY(
        ui::momentWords(*document_, canvas_->lookedAt()).why.startsWith(u"“Base” (Every session, level 0) decides."_s));
}

/// What is for a session, or begins with it, counts from when the car comes.
void TestWeekCanvas::carComesLater()
{
    document_->add(layer(u"Base"_s, 0, flat(32)), {});
    Layer session = layer(u"Session"_s, 0, flat(10));
    session.like.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxProfile;
    document_->add(session, {});
    const auto limitAt = [&](int minute) {
        return document_->composite().periods.at(document_->periodAt(minute * 60)).limit;
    };
    QCOMPARE(limitAt(12 * hour), 10.0);
    document_->setCursor(dayMinutes + 18 * hour);
    keys(Qt::Key_A, 1);
    QCOMPARE(document_->arrival(), std::optional(dayMinutes + 18 * hour));
    QCOMPARE(limitAt(12 * hour), 32.0);
    QCOMPARE(limitAt(dayMinutes + 17 * hour), 32.0);
    QCOMPARE(limitAt(dayMinutes + 19 * hour), 10.0);
    const QString why = ui::momentWords(*document_, canvas_->lookedAt()).why;
    QVERIFY2(why.endsWith(u"As if a car came Tue 18:00."_s), qPrintable(why));
    keys(Qt::Key_A, 1);
    QCOMPARE(limitAt(12 * hour), 10.0);
    ocpp::ChargingProfile relative;
    relative.stackLevel = 1;
    relative.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxProfile;
    relative.chargingProfileKind = ocpp::ChargingProfileKindType::Relative;
    relative.chargingSchedule.chargingRateUnit = WeekPlan::Unit::A;
    relative.chargingSchedule.duration = 3600;
    relative.chargingSchedule.chargingSchedulePeriod = {{0, 6, {}}};
    const int slow = document_->add(ui::layerOf(relative, u"Slow start"_s, document_->week()), {});
    QCOMPARE(document_->shapeOf(slow).periods.first().limit, 6.0);
    keys(Qt::Key_A, 1);
    QCOMPARE(limitAt(dayMinutes + 18 * hour + 30), 6.0);
    QCOMPARE(limitAt(dayMinutes + 19 * hour + 30), 10.0);
    QVERIFY(!document_->shapeOf(slow).periods.first().limit);
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

void TestWeekCanvas::shortDayIsDrawnSo()
{
    document_->setWeek(QDate(2026, 3, 23));
    QCOMPARE(document_->week().dayMinutes(6), 23 * hour);
    QCOMPARE(canvas_->xOf(document_->week().dayMinutes(5)), canvas_->laneRect(5).width());
    // 8:00 comes an hour earlier than on other days.
    QCOMPARE(canvas_->pointOf(6 * dayMinutes + 8 * hour, 0).x(), canvas_->pointOf(5 * dayMinutes + 7 * hour, 0).x());
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
    QCOMPARE(model->index(0, ui::StepModel::From).data().toString(), u"08:00"_s);
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
    QVERIFY(!model.setData(model.index(0, ui::StepModel::To), u"noon"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, ui::StepModel::To), u"0:00"_s, Qt::EditRole)); // until midnight, as before
    QCOMPARE(model.index(0, ui::StepModel::To).data().toString(), u"24:00"_s);
    QVERIFY(!model.setData(model.index(0, ui::StepModel::Limit), u"much"_s, Qt::EditRole));
    QVERIFY(!model.setData(model.index(0, ui::StepModel::Phases), u"4"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, ui::StepModel::To), u"12:00"_s, Qt::EditRole));
    QVERIFY(model.setData(model.index(0, ui::StepModel::Day), u"Tuesday"_s, Qt::EditRole));
    QCOMPARE(plan().strokeAt(0), Stroke());
    QCOMPARE(ui::StepModel::minutesOf(u"730"_s), 7 * hour + 30);
    QCOMPARE(ui::StepModel::minutesOf(u"24:00"_s), 24 * hour);
    QCOMPARE(ui::StepModel::minutesOf(u"7:75"_s), -1);
}

void TestWeekCanvas::tableTellsTimesAsTheLocaleDoes_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("evening");
    QTest::newRow("24 hours") << u"de_DE"_s << u"18:30"_s;
    QTest::newRow("12 hours") << u"en_US"_s << u"6:30 PM"_s;
    QTest::newRow("a word between") << u"fr_CA"_s << u"18 h 30"_s;
    QTest::newRow("a word behind") << u"bg_BG"_s << u"18:30 ч."_s;
    QTest::newRow("other digits") << u"fa_IR"_s << u"۱۸:۳۰"_s;
}

void TestWeekCanvas::tableTellsTimesAsTheLocaleDoes()
{
    QFETCH(QString, locale);
    QFETCH(QString, evening);
    const auto restore = qScopeGuard([before = QLocale()] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(locale));
    WeekPlan plan;
    plan.draw({18 * hour + 30, 24 * hour}, {16, {}});
    document_->add(layer(u"Evening"_s, 0, plan), {});
    ui::StepModel model(*document_);
    const auto textIn = [&model](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(textIn(ui::StepModel::From).simplified(), evening); // some have another space before PM
    for (const int column : {int(ui::StepModel::From), int(ui::StepModel::To)})
        QVERIFY2(model.setData(model.index(0, column), textIn(column), Qt::EditRole), qPrintable(textIn(column)));
    for (const int minutes : {0, 30, 6 * hour, 12 * hour, 12 * hour + 15, 23 * hour + 59})
        QCOMPARE(ui::StepModel::minutesOf(ui::StepModel::textOf(minutes)), minutes);
    QCOMPARE(ui::StepModel::minutesOf(u"18:30"_s), 18 * hour + 30); // so it is understood everywhere
    const QString when = ui::momentWords(*document_, document_->week().timeOf(18 * hour + 30)).when;
    QVERIFY2(when.simplified().endsWith(evening), qPrintable(when));
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
