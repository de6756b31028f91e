// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/listentries.h"

#include "store/idtags.h"
#include "ui/pages/locallists/entryform.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

constexpr int tagPlace = 1;

ListEntries::ListEntries(QWidget *parent)
    : QWidget(parent), model_(entryColumns(), entryColumnsContext, this), order_(model_, this)
{
    remark_ = new Label({}, TextSize::Caption, Role::Muted, this);
    remark_->wrapping();
    search_ = new QLineEdit(this);
    search_->setPlaceholderText(tr("Search entries"));
    search_->setAccessibleName(tr("Search entries"));
    search_->setClearButtonEnabled(true);
    add_ = new QPushButton(icon(u"plus"_s), tr("Add entry"), this);
    tags_ = new QPushButton(icon(u"card"_s), tr("Show the id tags"), this);
    for (QPushButton *button : {add_, tags_})
        setButtonKind(*button, ButtonKind::Quiet);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 8, 8, 8);
    tools->addWidget(search_, 1);
    tools->addWidget(add_);
    tools->addWidget(tags_);
    table_ = new TableView(u"locallists/entries"_s, tr("Entries of the list"), this);
    table_->setModel(&order_);
    table_->horizontalHeader()->setSortIndicator(tagPlace, Qt::AscendingOrder);
    table_->arrange(columnWidths<EntryRow>(entryColumns()));
    table_->setSortingEnabled(true);
    form_ = new EntryForm(this);
    split_ = new MasterDetail(table_, form_, u"locallists/entry"_s, this, Qt::Vertical, 224);
    auto *remarkRow = new QHBoxLayout;
    remarkRow->setContentsMargins(16, 8, 16, 0);
    remarkRow->addWidget(remark_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(remarkRow);
    layout->addLayout(tools);
    layout->addWidget(split_, 1);
    connect(search_, &QLineEdit::textChanged, &order_, &RowOrder::setWords);
    connect(add_, &QPushButton::clicked, this, [this] {
        table_->clearSelection();
        split_->openDetail();
        form_->begin();
    });
    connect(tags_, &QPushButton::clicked, this, &ListEntries::tagsRequested);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListEntries::presentSelection);
    connect(split_, &MasterDetail::detailClosed, table_, &QAbstractItemView::clearSelection);
    connect(form_, &EntryForm::closeRequested, split_, &MasterDetail::closeDetail);
    connect(form_, &EntryForm::submitted, this, [this](const store::LocalListEntry &entry) {
        sent_ = form_->editedKey();
        emit entered(entry.tag, entry);
    });
    connect(form_, &EntryForm::removeRequested, this, [this](const QString &tag) {
        sent_ = form_->editedKey();
        emit entered(tag, std::nullopt);
    });
}

void ListEntries::setList(const store::LocalList &list)
{
    isByHand_ = list.source == store::LocalListSource::Entries;
    if (list_ != list.id || !isByHand_)
        split_->closeDetail();
    if (list_ != list.id)
        model_.clear();
    list_ = list.id;
    add_->setVisible(isByHand_);
    tags_->setHidden(isByHand_);
}

void ListEntries::present(const QList<EntryRow> &rows, const QList<store::IdTag> &tags)
{
    if (rows != model_.rows())
        model_.replaceAll(rows);
    QSet<QString> listed;
    for (const EntryRow &row : rows)
        listed.insert(row.key());
    form_->setKnown(tags, listed);
    if (!form_->editedKey().isEmpty() && !listed.contains(form_->editedKey()))
        split_->closeDetail(); // it is gone
    remark_->setText(!isByHand_       ? tr("These are id tags: what changes there changes here.")
                     : rows.isEmpty() ? tr("Nobody is in this list yet: its stations know no card by themselves.")
                                      : QString());
    remark_->setHidden(remark_->text().isEmpty());
    search_->setEnabled(!rows.isEmpty());
}

void ListEntries::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty() || !isByHand_)
        return;
    form_->edit(model_.at(order_.mapToSource(selected.first()).row()).entry);
    split_->openDetail();
}

void ListEntries::settle(bool done)
{
    if (form_->editedKey() != sent_)
        return; // the person has gone on to another one
    form_->release();
    if (done)
        split_->closeDetail();
}

} // namespace ui
