// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/steptable.h"

#include "ui/pages/schedules/stepmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int rowHeight = 28; // px

/// Days and phases are chosen, times and limits written.
class StepDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QStringList choices = StepModel::choices(index.column());
        if (choices.isEmpty())
            return CellDelegate::createEditor(parent, option, index);
        auto *box = new QComboBox(parent);
        box->addItems(choices);
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentText(index.data(Qt::EditRole).toString());
        else
            CellDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            model->setData(index, box->currentText());
        else
            CellDelegate::setModelData(editor, model, index);
    }
};

} // namespace

StepTable::StepTable(ScheduleDocument &document, QWidget *parent)
    : QWidget(parent), document_(document), model_(new StepModel(document, this)),
      table_(new TableView(u"scheduleSteps"_s, tr("Steps of the layer"), this))
{
    table_->setModel(model_);
    table_->arrange({{0, 0}, {110, 110}, {110, 110}, {120, 120}, {100, 100}});
    table_->verticalHeader()->setDefaultSectionSize(rowHeight);
    table_->setItemDelegate(new StepDelegate(table_));
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::AnyKeyPressed);
    none_ = new Label(tr("Nothing is drawn in this layer. Drag on the canvas, or add a step."), TextSize::Body,
                      Role::Muted, this);
    none_->wrapping().setAlignment(Qt::AlignCenter);
    add_ = new QPushButton(icon(u"plus"_s), tr("Add a step"), this);
    remove_ = new QPushButton(icon(u"minus"_s), tr("Remove the step"), this);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    for (QPushButton *button : {add_, remove_}) {
        setButtonKind(*button, ButtonKind::Quiet);
        buttons->addWidget(button, 0, Qt::AlignLeft);
    }
    buttons->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(table_, 1);
    layout->addWidget(none_, 1);
    layout->addLayout(buttons);
    connect(add_, &QPushButton::clicked, this, &StepTable::add);
    connect(remove_, &QPushButton::clicked, this, [this] {
        const QModelIndexList rows = table_->selectionModel()->selectedRows();
        if (!rows.isEmpty())
            model_->remove(rows.first().row());
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &StepTable::markRow);
    for (const auto signal : {&ScheduleDocument::layersChanged, &ScheduleDocument::selectionChanged})
        connect(&document_, signal, this, &StepTable::follow);
    connect(&document_, &ScheduleDocument::cursorChanged, this, &StepTable::followCursor);
    follow();
}

void StepTable::follow()
{
    const Layer *layer = document_.selected();
    const bool isNone = model_->rowCount() == 0;
    table_->setHidden(isNone);
    none_->setVisible(isNone);
    add_->setEnabled(!layer || layer->plan);
    followCursor();
}

void StepTable::followCursor()
{
    if (following_)
        return;
    const QScopedValueRollback guard(following_, true);
    const int row = model_->rowOf(document_.marked().from);
    if (row >= 0)
        table_->selectRow(row);
    else
        table_->clearSelection();
    remove_->setEnabled(row >= 0);
}

void StepTable::markRow()
{
    const QModelIndexList rows = table_->selectionModel()->selectedRows();
    remove_->setEnabled(!rows.isEmpty());
    if (following_ || rows.isEmpty())
        return;
    const QScopedValueRollback guard(following_, true);
    document_.mark(model_->spanAt(rows.first().row()));
}

void StepTable::add()
{
    const int row = model_->add();
    if (row < 0)
        return;
    table_->selectRow(row);
    table_->setCurrentIndex(model_->index(row, StepModel::Limit));
    table_->edit(model_->index(row, StepModel::Limit));
}

} // namespace ui
