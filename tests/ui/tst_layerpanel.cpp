// SPDX-License-Identifier: GPL-3.0-or-later
// The layers above each other: moved by mouse and by keys, between those of their purpose.
#include "ui/pages/schedules/layermodel.h"
#include "ui/pages/schedules/layerorder.h"
#include "ui/pages/schedules/layerpanel.h"
#include "ui/pages/schedules/scheduledocument.h"
#include "ui/uifixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSpinBox>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using charging::WeekPlan;
using ocpp::ChargingProfilePurposeType;
using ui::Layer;

namespace {

/// "A3" is drawn with level 3, "a3" the station's; "!A3" is for the whole station.
Layer layerOf(const QString &word, int id)
{
    const bool isMax = word.startsWith(u'!');
    const QString text = isMax ? word.mid(1) : word;
    WeekPlan plan;
    plan.draw({0, plan.cycle()}, {6.0 + id, {}});
    Layer layer;
    layer.id = id;
    layer.name = text.left(1);
    layer.isDrawn = text.at(0).isUpper();
    layer.like.chargingProfilePurpose =
        isMax ? ChargingProfilePurposeType::ChargePointMaxProfile : ChargingProfilePurposeType::TxDefaultProfile;
    layer.like.stackLevel = text.mid(1).toInt();
    layer.plan = plan;
    return layer;
}

QList<Layer> layersOf(const QString &words)
{
    QList<Layer> layers;
    for (const QString &word : words.split(u' '))
        layers.append(layerOf(word, int(layers.size()) + 1));
    return layers;
}

QString wordsOf(const QList<Layer> &layers)
{
    QStringList words;
    for (const Layer &layer : layers) {
        const bool isMax = layer.purpose() == ChargingProfilePurposeType::ChargePointMaxProfile;
        words.append(u"%1%2%3"_s.arg(isMax ? u"!"_s : QString(), layer.name).arg(layer.level()));
    }
    return words.join(u' ');
}

} // namespace

class TestLayerPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void levelsAreFound_data();
    void levelsAreFound();
    void layerIsDragged();
    void layerIsDroppedOnlyWhereItCanBe();
    void foreignThingsAreNotDropped();
    void keysMoveAsTheMouseDoes();
    void everyMouseActionHasKeys_data();
    void everyMouseActionHasKeys();
    void stationsHighestLevelBinds();
    void namesDiffer();
    void unitIsConvertedAsTheStationIsWired();

private:
    void fill(const QString &words);
    /// Whether it may be dropped there.
    bool drag(const QString &name, int before);
    [[nodiscard]] QString drawn() const { return wordsOf(document_->layers()); }
    [[nodiscard]] int rowOf(const QString &name) const;
    void click(const QPoint &at) { QTest::mouseClick(list_->viewport(), Qt::LeftButton, {}, at); }
    [[nodiscard]] QPoint checkMark(int row) const;
    void rename(const QString &name);

    std::unique_ptr<ui::ScheduleDocument> document_;
    std::unique_ptr<ui::LayerPanel> panel_;
    QListView *list_ = nullptr;
};

void TestLayerPanel::init()
{
    document_ = std::make_unique<ui::ScheduleDocument>(QTimeZone("Europe/Berlin"));
    panel_ = std::make_unique<ui::LayerPanel>(*document_);
    panel_->resize(280, 900);
    panel_->show();
    panel_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(panel_.get()));
    list_ = panel_->findChild<QListView *>();
}

void TestLayerPanel::cleanup()
{
    panel_.reset();
    document_.reset();
}

/// The station's come as they are there, the drawn ones one by one.
void TestLayerPanel::fill(const QString &words)
{
    ui::SchedulePlace place{.station = u"CP1"_s};
    for (Layer &layer : layersOf(words)) {
        if (layer.isDrawn) {
            document_->add(layer, {});
        } else {
            layer.like = charging::profilesOf(*layer.plan, layer.like, document_->week()).first();
            place.layers.append(layer);
        }
    }
    document_->setPlace(place);
    QCOMPARE(drawn(), words);
}

int TestLayerPanel::rowOf(const QString &name) const
{
    const auto &layers = document_->layers();
    return int(std::ranges::find(layers, name, &Layer::name) - layers.begin());
}

/// As the window system tells the list: there is no such system in a test.
bool TestLayerPanel::drag(const QString &name, int before)
{
    const auto &model = *list_->model();
    const std::unique_ptr<QMimeData> data(model.mimeData({model.index(rowOf(name), 0)}));
    const bool isLast = before == model.rowCount();
    QPoint at;
    const bool isInSight = QTest::qWaitFor([&] {
        const QRect row = list_->visualRect(model.index(isLast ? before - 1 : before, 0));
        at = QPoint(row.center().x(), isLast ? row.bottom() - 1 : row.top() + 1);
        return list_->viewport()->rect().contains(row);
    });
    if (!isInSight)
        qWarning("The row %d is not in sight.", before);
    const auto tell = [&](auto event) {
        event.setDropAction(Qt::MoveAction);
        QApplication::sendEvent(list_->viewport(), &event);
        return event.isAccepted();
    };
    tell(QDragEnterEvent(at, Qt::MoveAction, data.get(), Qt::LeftButton, {}));
    const bool isOffered = tell(QDragMoveEvent(at, Qt::MoveAction, data.get(), Qt::LeftButton, {}));
    tell(QDropEvent(at, Qt::MoveAction, data.get(), Qt::LeftButton, {}));
    return isOffered && list_->showDropIndicator();
}

void TestLayerPanel::levelsAreFound_data()
{
    QTest::addColumn<QString>("layers");
    QTest::addColumn<QString>("moved");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("top");
    QTest::addColumn<QString>("expected"); // empty: it cannot be
    const auto row = [](const char *name, const QString &layers, const QString &moved, int before,
                        const QString &expected,
                        int top = 99) { QTest::newRow(name) << layers << moved << before << top << expected; };
    row("one up", u"A1 B0"_s, u"B"_s, 0, u"B1 A0"_s);
    row("to the top", u"A2 B1 C0"_s, u"C"_s, 0, u"C2 A1 B0"_s);
    row("to the bottom", u"A2 B1 C0"_s, u"A"_s, 3, u"B2 C1 A0"_s);
    row("levels stay as far apart", u"A9 B4 C0"_s, u"C"_s, 1, u"A9 C4 B0"_s);
    row("already there", u"A2 B1 C0"_s, u"B"_s, 1, {});
    row("already there, said by the next", u"A2 B1 C0"_s, u"B"_s, 2, {});
    row("above the station's", u"s3 A1"_s, u"A"_s, 0, u"A4 s3"_s);
    row("below the station's", u"A4 s3"_s, u"A"_s, 2, u"s3 A2"_s);
    row("below level 0", u"A4 s0"_s, u"A"_s, 2, {});
    row("between the station's", u"A9 s5 t2"_s, u"A"_s, 2, u"s5 A4 t2"_s);
    row("between the station's, where no level is", u"A9 s3 t2"_s, u"A"_s, 2, u"s3 A2 t2"_s);
    row("the station's itself", u"A4 s3"_s, u"s"_s, 0, {});
    row("over the station's and a drawn one", u"A5 s3 B1"_s, u"B"_s, 0, u"B5 A4 s3"_s);
    row("of equal levels", u"A0 B0"_s, u"B"_s, 0, u"B1 A0"_s);
    row("between equal levels", u"A1 B1 C0"_s, u"C"_s, 1, u"A2 C1 B0"_s);
    row("above the station's highest level", u"s3 A1"_s, u"A"_s, 0, u"A3 s3"_s, 3);
    row("no level left", u"A0 B0"_s, u"B"_s, 0, {}, 0);
    row("was too high before", u"A7 B6"_s, u"B"_s, 0, u"B7 A6"_s, 3);
    row("among another purpose", u"!M0 A1 B0"_s, u"B"_s, 0, {});
    row("out of its purpose", u"!M0 A1 B0"_s, u"M"_s, 3, {});
    row("to the top of its purpose", u"!M0 A1 B0"_s, u"B"_s, 1, u"B1 A0"_s);
    row("to the bottom of its purpose", u"!M1 !N0 A1"_s, u"M"_s, 2, u"!N1 !M0"_s);
}

void TestLayerPanel::levelsAreFound()
{
    QFETCH(QString, layers);
    QFETCH(QString, moved);
    QFETCH(int, before);
    QFETCH(int, top);
    QFETCH(QString, expected);
    const QList<Layer> all = layersOf(layers);
    QVERIFY(std::ranges::is_sorted(all, ui::isAbove));
    const auto found = ui::reordered(all, std::ranges::find(all, moved, &Layer::name)->id, before, top);
    QCOMPARE(found ? wordsOf(*found) : QString(), expected);
}

void TestLayerPanel::layerIsDragged()
{
    fill(u"!M0 A2 B1 C0"_s);
    document_->select(document_->layers().at(rowOf(u"C"_s)).id);
    const int changes = document_->history().count();
    QVERIFY(list_->model()->flags(list_->model()->index(rowOf(u"C"_s), 0)) & Qt::ItemIsDragEnabled);
    QVERIFY(drag(u"C"_s, 1));
    QCOMPARE(drawn(), u"!M0 C2 A1 B0"_s);
    QCOMPARE(document_->history().count(), changes + 1);
    QCOMPARE(document_->selected()->name, u"C"_s);
    QCOMPARE(list_->currentIndex().row(), rowOf(u"C"_s));
    QVERIFY(drag(u"C"_s, 4));
    QCOMPARE(drawn(), u"!M0 A2 B1 C0"_s);
    QVERIFY(drag(u"A"_s, 3));
    QCOMPARE(drawn(), u"!M0 B2 A1 C0"_s);
    document_->history().undo();
    QCOMPARE(drawn(), u"!M0 A2 B1 C0"_s);
}

void TestLayerPanel::layerIsDroppedOnlyWhereItCanBe()
{
    fill(u"!M0 s3 A2 B1"_s);
    const int changes = document_->history().count();
    QVERIFY(!drag(u"A"_s, 0)); // among the limits of the whole station
    QVERIFY(!drag(u"M"_s, 4));
    QVERIFY(!drag(u"A"_s, 2)); // where it is
    QVERIFY(!drag(u"A"_s, 3));
    QVERIFY(!(list_->model()->flags(list_->model()->index(rowOf(u"s"_s), 0)) & Qt::ItemIsDragEnabled));
    QVERIFY(!drag(u"s"_s, 4));
    QCOMPARE(document_->history().count(), changes);
    QCOMPARE(drawn(), u"!M0 s3 A2 B1"_s);
    QVERIFY(drag(u"B"_s, 1));
    QCOMPARE(drawn(), u"!M0 B4 s3 A1"_s);
}

void TestLayerPanel::foreignThingsAreNotDropped()
{
    fill(u"A2 B1"_s);
    auto &model = *list_->model();
    QMimeData text;
    text.setText(u"1"_s);
    QVERIFY(!model.dropMimeData(&text, Qt::MoveAction, 0, 0, {}));
    const std::unique_ptr<QMimeData> own(model.mimeData({model.index(1, 0)}));
    QMimeData other; // of another process
    const QString format = own->formats().first();
    other.setData(format, '0' + own->data(format));
    QVERIFY(!model.dropMimeData(&other, Qt::MoveAction, 0, 0, {}));
    QVERIFY(!model.dropMimeData(own.get(), Qt::CopyAction, 0, 0, {}));
    QVERIFY(!model.dropMimeData(own.get(), Qt::MoveAction, -1, -1, model.index(0, 0))); // on a layer
    QVERIFY(!model.dropMimeData(own.get(), Qt::MoveAction, -1, -1, {})); // below all: it is there
    QCOMPARE(drawn(), u"A2 B1"_s);
    QVERIFY(model.dropMimeData(own.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(drawn(), u"B2 A1"_s);
}

void TestLayerPanel::keysMoveAsTheMouseDoes()
{
    fill(u"!M0 A5 s3 B1 C0"_s);
    document_->select(document_->layers().at(rowOf(u"C"_s)).id);
    list_->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(list_, Qt::Key_Up, Qt::AltModifier);
    const QString byKeys = drawn();
    QCOMPARE(rowOf(u"C"_s), 1);
    for (int i = 0; i < 3; ++i)
        document_->history().undo();
    QCOMPARE(drawn(), u"!M0 A5 s3 B1 C0"_s);
    QVERIFY(drag(u"C"_s, 1));
    QCOMPARE(drawn(), byKeys);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(list_, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(rowOf(u"C"_s), 4);
    QTest::keyClick(list_, Qt::Key_Down, Qt::AltModifier); // there is nothing below it
    document_->select(document_->layers().at(1).id);
    QCOMPARE(document_->selected()->name, u"A"_s);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(list_, Qt::Key_Up, Qt::AltModifier); // away from all of them, and no other is selected
    QCOMPARE(document_->selected()->name, u"A"_s);
    QCOMPARE(document_->selected()->level(), 7);
    document_->select(document_->layers().at(rowOf(u"s"_s)).id);
    QTest::keyClick(list_, Qt::Key_Up, Qt::AltModifier); // the station's stays where it is
    QCOMPARE(document_->selected()->name, u"s"_s);
    document_->select(document_->layers().at(rowOf(u"C"_s)).id);
    QCOMPARE(document_->selected()->name, u"C"_s);
    QCOMPARE(document_->selected()->level(), 0);
}

/// Where the style has it.
QPoint TestLayerPanel::checkMark(int row) const
{
    QStyleOptionViewItem option;
    option.initFrom(list_);
    option.rect = list_->visualRect(list_->model()->index(row, 0));
    option.features = QStyleOptionViewItem::HasCheckIndicator | QStyleOptionViewItem::HasDisplay;
    return list_->style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option, list_).center();
}

/// In the field that is open.
void TestLayerPanel::rename(const QString &name)
{
    auto *field = list_->findChild<QLineEdit *>();
    QVERIFY(field);
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(document_->layers().first().name, name);
}

void TestLayerPanel::everyMouseActionHasKeys_data()
{
    using Deed = std::function<void()>;
    QTest::addColumn<Deed>("byMouse");
    QTest::addColumn<Deed>("byKeys");
    QTest::addColumn<QString>("expected");
    const auto middle = [this](int row) { return list_->visualRect(list_->model()->index(row, 0)).center(); };
    QTest::newRow("select") << Deed([=, this] { click(middle(2)); }) << Deed([this] {
        QTest::keyClick(list_, Qt::Key_Down);
        QTest::keyClick(list_, Qt::Key_Down);
    }) << u"A2 B1 C0, C, all"_s;
    QTest::newRow("hide") << Deed([this] { click(checkMark(0)); })
                          << Deed([this] { QTest::keyClick(list_, Qt::Key_Space); }) << u"A2 B1 C0, A, not all"_s;
    QTest::newRow("rename") << Deed([=, this] {
        click(middle(0));
        QTest::mouseDClick(list_->viewport(), Qt::LeftButton, {}, middle(0));
        rename(u"X"_s);
    }) << Deed([this] {
        QTest::keyClick(list_, Qt::Key_F2);
        rename(u"X"_s);
    }) << u"X2 B1 C0, X, all"_s;
    QTest::newRow("move") << Deed([this] { drag(u"A"_s, 3); }) << Deed([this] {
        QTest::keyClick(list_, Qt::Key_Down, Qt::AltModifier);
        QTest::keyClick(list_, Qt::Key_Down, Qt::AltModifier);
    }) << u"B2 C1 A0, A, all"_s;
}

void TestLayerPanel::everyMouseActionHasKeys()
{
    using Deed = std::function<void()>;
    QFETCH(Deed, byMouse);
    QFETCH(Deed, byKeys);
    QFETCH(QString, expected);
    for (const Deed &deed : {byMouse, byKeys}) {
        cleanup();
        init();
        fill(u"A2 B1 C0"_s);
        document_->select(document_->layers().first().id);
        list_->setFocus();
        QTRY_VERIFY(list_->viewport()->rect().contains(list_->visualRect(list_->model()->index(2, 0))));
        deed();
        const bool areAllShown = std::ranges::all_of(document_->layers(), &Layer::isVisible);
        QCOMPARE(u"%1, %2, %3"_s.arg(drawn(), document_->selected()->name, areAllShown ? u"all"_s : u"not all"_s),
                 expected);
    }
}

void TestLayerPanel::stationsHighestLevelBinds()
{
    fill(u"A1 B0"_s);
    document_->setPlace({.station = u"CP1"_s, .limits = {.maxStackLevel = 2}});
    auto *level = uitest::named<QSpinBox>(*panel_, u"Level"_s);
    QVERIFY(level);
    document_->select(document_->layers().at(rowOf(u"A"_s)).id);
    QCOMPARE(level->maximum(), 2);
    QVERIFY(uitest::press(*panel_, u"Move the layer up"_s));
    QCOMPARE(drawn(), u"A2 B0"_s);
    QTRY_VERIFY(!uitest::named<QAbstractButton>(*panel_, u"Move the layer up"_s)->isEnabled());
    document_->setPlace({}); // drawn freely
    QCOMPARE(level->maximum(), 99);
    document_->setPlace({.station = u"CP2"_s, .limits = {.maxStackLevel = 1}});
    QCOMPARE(level->value(), 2); // said to be too high, not changed
    QCOMPARE(level->maximum(), 2);
}

/// The library and links know a layer by its name.
void TestLayerPanel::namesDiffer()
{
    fill(u"A2 B1"_s);
    auto &model = *list_->model();
    QVERIFY(model.setData(model.index(1, 0), u"A"_s));
    QCOMPARE(drawn(), u"A2 A 21"_s);
    QVERIFY(!model.setData(model.index(1, 0), u"A"_s)); // it is that already
    document_->addAll(layersOf(u"A0 C0 C0"_s), {});
    QStringList names;
    for (const Layer &layer : document_->drawn())
        names.append(layer.name);
    QCOMPARE(names, (QStringList{u"A"_s, u"A 2"_s, u"A 3"_s, u"C"_s, u"C 2"_s}));
}

void TestLayerPanel::unitIsConvertedAsTheStationIsWired()
{
    fill(u"A0"_s);
    auto *unit = uitest::named<QComboBox>(*panel_, u"Unit"_s);
    QVERIFY(unit);
    QVERIFY2(unit->toolTip().contains(u"3 × 230"_s), qPrintable(unit->toolTip()));
    document_->setPlace({.station = u"CP1"_s, .wiring = charging::Wiring{120, 1}});
    QVERIFY2(unit->toolTip().contains(u"1 × 120"_s), qPrintable(unit->toolTip()));
    unit->setCurrentText(u"Watt in total"_s);
    emit unit->activated(unit->currentIndex());
    QCOMPARE(document_->selected()->plan->highest(), 7 * 120.0);
}

UI_TEST_MAIN(TestLayerPanel)
#include "tst_layerpanel.moc"
