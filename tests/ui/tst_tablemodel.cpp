// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/changegate.h"
#include "ui/models/roworder.h"
#include "ui/models/tablemodel.h"
#include "ui/uifixture.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QItemSelectionModel>
#include <QStandardItemModel>
#include <QStyleOptionViewItem>

#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Fruit {
    QString name;
    int weight = 0;

    [[nodiscard]] const QString &key() const { return name; }
};

QString nameText(const Fruit &fruit)
{
    return fruit.name;
}

QString weightText(const Fruit &fruit)
{
    return u"%1 g"_s.arg(fruit.weight);
}

QVariant weightKey(const Fruit &fruit)
{
    return fruit.weight;
}

constexpr std::array columns{
    ui::Column<Fruit>{.title = "Name", .text = nameText},
    ui::Column<Fruit>{.title = "Weight", .text = weightText, .alignment = Qt::AlignRight, .sortKey = weightKey},
};

QStringList namesIn(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, 0).data().toString());
    return names;
}

store::ChangeSet change(store::Table table, const QString &station)
{
    return {{table, station, {}}};
}

} // namespace

class TestTableModel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void columnsAnswerTheRoles();
    void upsertChangesInPlace();
    void replaceAllKeepsWhatStays();
    void insertAndRemoveKeepThePlaces();
    void selectionSurvives();
    void selectedRowStaysInView();
    void cutTextStandsInTheTooltip();
    void orderIsNumericAndStands();
    void newRowsAreSortedIn();
    void wordsFilter();
    void ageingColumnsAreWrittenAnew();
    void gateGathers();
    void gateWaitsForTheReading();
    void gateKeepsWhileClosed();
    void gateDropsOtherTables();

private:
    using Model = ui::TableModel<Fruit>;
    std::unique_ptr<Model> model_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void TestTableModel::init()
{
    model_ = std::make_unique<Model>(columns, "test");
    tester_ = std::make_unique<QAbstractItemModelTester>(model_.get(),
                                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
    model_->upsert({{u"Apple"_s, 150}, {u"Pear"_s, 180}, {u"Plum"_s, 30}});
}

void TestTableModel::columnsAnswerTheRoles()
{
    QCOMPARE(model_->columnCount(), 2);
    QCOMPARE(model_->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Weight"_s);
    QCOMPARE(model_->index(1, 1).data().toString(), u"180 g"_s);
    QCOMPARE(model_->index(1, 1).data(ui::SortRole).toInt(), 180);
    QCOMPARE(model_->index(1, 0).data(ui::SortRole).toString(), u"Pear"_s);
    QVERIFY(model_->index(1, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QVERIFY(!model_->index(1, 1).data(ui::MarksRole).isValid());
}

void TestTableModel::upsertChangesInPlace()
{
    QSignalSpy changed(model_.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(model_.get(), &QAbstractItemModel::rowsInserted);
    model_->upsert({{u"Pear"_s, 200}, {u"Quince"_s, 250}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(namesIn(*model_), (QStringList{u"Apple"_s, u"Pear"_s, u"Plum"_s, u"Quince"_s}));
    QCOMPARE(model_->at(1).weight, 200);
}

void TestTableModel::replaceAllKeepsWhatStays()
{
    QSignalSpy reset(model_.get(), &QAbstractItemModel::modelReset);
    QSignalSpy removed(model_.get(), &QAbstractItemModel::rowsRemoved);
    model_->replaceAll({{u"Fig"_s, 50}, {u"Plum"_s, 31}});
    QCOMPARE(namesIn(*model_), (QStringList{u"Plum"_s, u"Fig"_s}));
    QCOMPARE(model_->at(0).weight, 31);
    QCOMPARE(removed.size(), 1); // Apple and Pear are neighbours: one signal
    QCOMPARE(reset.size(), 0);
}

void TestTableModel::insertAndRemoveKeepThePlaces()
{
    model_->insert(1, {{u"Fig"_s, 50}, {u"Lime"_s, 60}});
    QCOMPARE(model_->find(u"Pear"_s), 3);
    model_->removeRange(0, 2);
    QCOMPARE(model_->find(u"Apple"_s), -1);
    QCOMPARE(model_->find(u"Lime"_s), 0);
    QCOMPARE(model_->find(u"Plum"_s), 2);
    model_->remove(u"Lime"_s);
    QCOMPARE(namesIn(*model_), (QStringList{u"Pear"_s, u"Plum"_s}));
    model_->clear();
    QCOMPARE(model_->rowCount(), 0);
    QCOMPARE(model_->find(u"Pear"_s), -1);
}

void TestTableModel::selectionSurvives()
{
    QItemSelectionModel selection(model_.get());
    selection.select(model_->index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    model_->upsert({{u"Plum"_s, 33}, {u"Fig"_s, 50}});
    model_->remove(u"Apple"_s);
    model_->replaceAll({{u"Pear"_s, 1}, {u"Plum"_s, 2}});
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().first().data().toString(), u"Plum"_s);
}

/// As beneath a table a detail opens.
void TestTableModel::selectedRowStaysInView()
{
    QList<Fruit> fruits;
    for (int i = 0; i < 60; ++i)
        fruits.append({u"Fruit %1"_s.arg(i), i});
    model_->upsert(fruits);
    ui::TableView table(u"fruits"_s, u"Fruits"_s);
    table.setModel(model_.get());
    table.arrange(ui::columnWidths(std::span<const ui::Column<Fruit>>(columns)));
    table.resize(400, 600);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    table.selectRow(12);
    const auto isInView = [&table] {
        return table.viewport()->rect().contains(table.visualRect(table.currentIndex()));
    };
    QTRY_VERIFY(isInView());
    table.resize(400, 200);
    QTRY_VERIFY(table.viewport()->height() < 200);
    QTRY_VERIFY(isInView());
}

void TestTableModel::cutTextStandsInTheTooltip()
{
    QStandardItemModel model(1, 1);
    const QModelIndex cell = model.index(0, 0);
    const QString words = u"The station has it no more"_s;
    model.setData(cell, words);
    QStyleOptionViewItem wide;
    wide.font = QApplication::font();
    wide.rect = QRect(0, 0, 1000, 36);
    QStyleOptionViewItem narrow = wide;
    narrow.rect.setWidth(60);
    QCOMPARE(ui::CellDelegate::tooltip(wide, cell), QString());
    QCOMPARE(ui::CellDelegate::tooltip(narrow, cell), words);
    model.setData(cell, u"Since noon"_s, Qt::ToolTipRole);
    QCOMPARE(ui::CellDelegate::tooltip(wide, cell), u"Since noon"_s);
    QCOMPARE(ui::CellDelegate::tooltip(narrow, cell), words + u"\nSince noon"_s);
    model.setData(cell, QVariant::fromValue(ui::MarkedTexts{{{ui::Shape::Cross, ui::Role::Fault}, words}}),
                  ui::MarksRole);
    QCOMPARE(ui::CellDelegate::tooltip(wide, cell), u"Since noon"_s);
    QCOMPARE(ui::CellDelegate::tooltip(narrow, cell), words + u"\nSince noon"_s);
}

void TestTableModel::orderIsNumericAndStands()
{
    model_->replaceAll({{u"CP10"_s, 1}, {u"CP9"_s, 2}, {u"cp1"_s, 3}});
    ui::RowOrder order(*model_);
    order.sort(0);
    QCOMPARE(namesIn(order), (QStringList{u"cp1"_s, u"CP9"_s, u"CP10"_s}));
    order.sort(1, Qt::DescendingOrder);
    const QStringList standing = namesIn(order);
    model_->upsert({{u"CP10"_s, 99}}); // would come first now
    QCOMPARE(namesIn(order), standing);
}

void TestTableModel::newRowsAreSortedIn()
{
    ui::RowOrder order(*model_);
    order.sort(0);
    model_->upsert({{u"Banana"_s, 120}});
    QTRY_COMPARE(namesIn(order), (QStringList{u"Apple"_s, u"Banana"_s, u"Pear"_s, u"Plum"_s}));
}

void TestTableModel::wordsFilter()
{
    ui::RowOrder order(*model_);
    order.setWords(u"p 30"_s);
    QCOMPARE(namesIn(order), QStringList{u"Plum"_s});
    order.setWords(u"  "_s);
    QCOMPARE(order.rowCount(), 3);
}

void TestTableModel::ageingColumnsAreWrittenAnew()
{
    static constexpr std::array ageing{
        ui::Column<Fruit>{.title = "Name", .text = nameText},
        ui::Column<Fruit>{.title = "Picked", .text = weightText, .ageing = true},
    };
    Model model(ageing, "");
    model.append({{u"apple"_s, 1}, {u"pear"_s, 2}});
    QSignalSpy written(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy others(model_.get(), &QAbstractItemModel::dataChanged);
    const int usual = ui::ageTick().interval();
    const auto restore = qScopeGuard([usual] { ui::ageTick().setInterval(usual); });
    ui::ageTick().setInterval(1);
    QTRY_VERIFY(!written.isEmpty());
    QCOMPARE(written.first().at(0).toModelIndex(), model.index(0, 1));
    QCOMPARE(written.first().at(1).toModelIndex(), model.index(1, 1));
    QVERIFY(others.isEmpty());
}

void TestTableModel::gateGathers()
{
    uitest::Store data;
    ui::ChangeGate gate(*data.backend().feed, quint32(store::Table::Stations), this);
    QSignalSpy due(&gate, &ui::ChangeGate::due);
    gate.setOpen(true);
    for (int i = 0; i < 50; ++i)
        emit data.backend().feed->changed(change(store::Table::Stations, u"CP%1"_s.arg(i % 5)));
    QTRY_COMPARE(due.size(), 1);
    QCOMPARE(due.first().first().value<store::ChangeSet>().size(), 5);
}

void TestTableModel::gateWaitsForTheReading()
{
    uitest::Store data;
    ui::ChangeGate gate(*data.backend().feed, quint32(store::Table::Stations), this, 1ms);
    QSignalSpy due(&gate, &ui::ChangeGate::due);
    gate.setOpen(true);
    emit data.backend().feed->changed(change(store::Table::Stations, u"CP1"_s));
    QTRY_COMPARE(due.size(), 1);
    emit data.backend().feed->changed(change(store::Table::Stations, u"CP2"_s));
    QVERIFY(!due.wait(50)); // the reading has not ended
    gate.finished();
    QTRY_COMPARE(due.size(), 2);
}

void TestTableModel::gateKeepsWhileClosed()
{
    uitest::Store data;
    ui::ChangeGate gate(*data.backend().feed, quint32(store::Table::Stations), this, 1ms);
    QSignalSpy due(&gate, &ui::ChangeGate::due);
    emit data.backend().feed->changed(change(store::Table::Stations, u"CP1"_s));
    QVERIFY(!due.wait(50));
    gate.setOpen(true);
    QTRY_COMPARE(due.size(), 1);
}

void TestTableModel::gateDropsOtherTables()
{
    uitest::Store data;
    ui::ChangeGate gate(*data.backend().feed, quint32(store::Table::Stations), this, 1ms);
    QSignalSpy due(&gate, &ui::ChangeGate::due);
    gate.setOpen(true);
    emit data.backend().feed->changed(change(store::Table::Frames, u"CP1"_s));
    QVERIFY(!due.wait(50));
    emit data.backend().feed->changed(store::resyncChanges());
    QTRY_COMPARE(due.size(), 1);
    QCOMPARE(due.first().first().value<store::ChangeSet>().size(), 1);
}

UI_TEST_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
