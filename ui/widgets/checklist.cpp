// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/checklist.h"

#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>

namespace ui {
namespace {

constexpr int idRole = Qt::UserRole;
constexpr int rowHeight = 28; // px
constexpr int columnGap = 16; // px

} // namespace

CheckList::CheckList(const QString &title, const QStringList &columns, QWidget *parent) : QWidget(parent)
{
    auto *caption = new Label(title, TextSize::Body, Role::Text, this);
    caption->bold();
    remark_ = new Label({}, TextSize::Caption, Role::Muted, this);
    all_ = new QPushButton(tr("All"), this);
    all_->setAccessibleName(tr("Pick all: %1").arg(title));
    none_ = new QPushButton(tr("None"), this);
    none_->setAccessibleName(tr("Pick none: %1").arg(title));
    auto *head = new QHBoxLayout;
    head->addWidget(caption);
    head->addWidget(remark_, 1);
    for (QPushButton *button : {all_, none_}) {
        setButtonKind(*button, ButtonKind::Quiet);
        head->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, button] { checkAll(button == all_); });
    }
    tree_ = new QTreeWidget(this);
    tree_->setAccessibleName(title);
    tree_->setColumnCount(int(columns.size()));
    tree_->setHeaderLabels(columns);
    tree_->setRootIsDecorated(false);
    tree_->setUniformRowHeights(true);
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    tree_->header()->setStretchLastSection(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(tree_, 1);
    connect(tree_, &QTreeWidget::itemChanged, this, [this] {
        refreshRemark();
        emit changed();
    });
}

void CheckList::present(const QList<Row> &rows)
{
    {
        const QSignalBlocker quiet(tree_);
        tree_->clear();
        for (const Row &row : rows) {
            auto *item = new QTreeWidgetItem(tree_, row.texts);
            item->setData(0, idRole, row.id);
            item->setSizeHint(tree_->columnCount() - 1, {0, rowHeight}); // not the first: its width follows its texts
            item->setFlags(row.enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                       : Qt::ItemIsSelectable);
            if (row.enabled)
                item->setCheckState(0, row.checked ? Qt::Checked : Qt::Unchecked);
            for (int column = 0; column < tree_->columnCount(); ++column)
                item->setToolTip(column, row.tooltip.isEmpty() ? row.texts.value(column) : row.tooltip);
        }
    }
    tree_->resizeColumnToContents(0);
    tree_->setColumnWidth(0, tree_->columnWidth(0) + columnGap);
    refreshRemark();
    emit changed();
}

void CheckList::setText(const QString &id, int column, const QString &text, const QString &tooltip)
{
    const QSignalBlocker quiet(tree_);
    if (QTreeWidgetItem *item = find(id)) {
        item->setText(column, text);
        item->setToolTip(column, tooltip.isEmpty() ? text : tooltip);
    }
    tree_->viewport()->update();
}

void CheckList::setPicking(bool picking)
{
    all_->setEnabled(picking);
    none_->setEnabled(picking);
    const QSignalBlocker quiet(tree_);
    for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = tree_->topLevelItem(i);
        if (item->data(0, Qt::CheckStateRole).isValid())
            item->setFlags(item->flags().setFlag(Qt::ItemIsUserCheckable, picking));
    }
}

QStringList CheckList::checked() const
{
    QStringList ids;
    for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = tree_->topLevelItem(i);
        if (item->data(0, Qt::CheckStateRole).isValid() && item->checkState(0) == Qt::Checked)
            ids.append(item->data(0, idRole).toString());
    }
    return ids;
}

void CheckList::checkAll(bool checked)
{
    {
        const QSignalBlocker quiet(tree_);
        for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = tree_->topLevelItem(i);
            if (item->data(0, Qt::CheckStateRole).isValid())
                item->setCheckState(0, checked ? Qt::Checked : Qt::Unchecked);
        }
    }
    tree_->viewport()->update();
    refreshRemark();
    emit changed();
}

void CheckList::refreshRemark()
{
    remark_->setText(tr("%1 of %2", "picked of all").arg(checked().size()).arg(tree_->topLevelItemCount()));
}

QTreeWidgetItem *CheckList::find(const QString &id) const
{
    for (int i = 0; i < tree_->topLevelItemCount(); ++i) {
        if (tree_->topLevelItem(i)->data(0, idRole).toString() == id)
            return tree_->topLevelItem(i);
    }
    return nullptr;
}

} // namespace ui
