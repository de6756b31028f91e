// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/listentries.h"

#include "store/idtags.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/detailedge.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/label.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {

using namespace Qt::Literals::StringLiterals;

constexpr int tagPlace = 1;

namespace {

/// Of an entry, or of a new one: there is one of these in each list.
QString entryKeyOf(const EntryDraft &draft)
{
    return draft.edited ? draft.edited->tagKey : QString();
}

} // namespace

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
    split_ = new MasterDetail(atDetailEdge(table_, this), form_, u"locallists/entry"_s, this, Qt::Vertical, 224);
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
    connect(add_, &QPushButton::clicked, this, [this] { openNew(); });
    connect(tags_, &QPushButton::clicked, this, &ListEntries::tagsRequested);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListEntries::presentSelection);
    connect(split_, &MasterDetail::detailClosed, table_, qOverload<>(&QWidget::setFocus));
    connect(split_, &MasterDetail::detailClosed, this, [this] {
        putAside();
        table_->clearSelection();
    });
    connectForm();
}

void ListEntries::connectForm()
{
    connect(form_, &EntryForm::closeRequested, split_, &MasterDetail::closeDetail);
    connect(form_, &EntryForm::submitted, this, [this](const store::LocalListEntry &entry) {
        sent_ = Left{*list_, title_, form_->draft()};
        form_->settle(); // it is on its way
        emit entered(entry.tag, entry);
    });
    connect(form_, &EntryForm::removeRequested, this, [this](const QString &tag) {
        sent_ = Left{*list_, title_, form_->draft()};
        form_->settle();
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
    title_ = list.station.value_or(list.name);
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
    if (!form_->editedKey().isEmpty() && !listed.contains(form_->editedKey())) { // it is gone
        if (form_->isEdited())
            form_->resume(form_->draft(), std::nullopt);
        else
            split_->closeDetail();
    }
    remark_->setText(!isByHand_       ? tr("These are id tags: what changes there changes here.")
                     : rows.isEmpty() ? tr("Nobody is in this list yet: its stations know no card by themselves.")
                                      : QString());
    remark_->setHidden(remark_->text().isEmpty());
    search_->setEnabled(!rows.isEmpty());
    openWanted();
}

void ListEntries::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty() || !isByHand_)
        return;
    const store::LocalListEntry &entry = model_.at(order_.mapToSource(selected.first()).row()).entry;
    if (!split_->isDetailOpen() || form_->editedKey() != entry.tagKey) {
        putAside();
        if (!resume(entry.tagKey, entry))
            form_->edit(entry);
    }
    split_->openDetail();
}

/// A new entry, with what was put aside of it. `draft`: or of one that is gone.
void ListEntries::openNew(const QString &draft)
{
    putAside();
    table_->clearSelection();
    split_->openDetail();
    form_->begin();
    resume(draft, std::nullopt);
}

/// Before the form shows something else: what was changed in it is not lost.
void ListEntries::putAside()
{
    if (!form_->isEdited() || !list_)
        return;
    const Left left{*list_, title_, form_->draft()};
    form_->settle();
    keep(left);
}

void ListEntries::keep(const Left &left)
{
    const QString key = entryKeyOf(left.draft);
    drafts_[draftForm(left.list)].insert(key, left.draft);
    if (shelf_)
        shelf_->putAside({.form = draftForm(left.list), .key = key},
                         left.draft.typed.isEmpty() ? tr("a new entry of %1").arg(left.title)
                                                    : tr("%1 in %2", "tag, list").arg(left.draft.typed, left.title));
}

/// True if there was a draft: it is in the form now.
bool ListEntries::resume(const QString &key, const std::optional<store::LocalListEntry> &current)
{
    QHash<QString, EntryDraft> &drafts = drafts_[draftForm(*list_)];
    if (!drafts.contains(key))
        return false;
    form_->resume(drafts.take(key), current);
    if (shelf_)
        shelf_->remove({.form = draftForm(*list_), .key = key});
    return true;
}

QString ListEntries::draftForm(qint64 list)
{
    return u"entries/%1"_s.arg(list);
}

void ListEntries::openDraft(const QString &key)
{
    wanted_ = key;
}

void ListEntries::openWanted()
{
    if (!wanted_)
        return;
    const QString key = *std::exchange(wanted_, std::nullopt);
    const int place = model_.find(key);
    if (!isByHand_) // by now
        return;
    if (place < 0)
        return openNew(key);
    search_->clear();
    table_->selectRow(order_.mapFromSource(model_.index(place, 0)).row());
}

bool ListEntries::hasUnsaved() const
{
    return form_->isEdited() || std::ranges::any_of(drafts_, [](const auto &ofOne) { return !ofOne.isEmpty(); });
}

void ListEntries::settle(bool done)
{
    if (!sent_)
        return;
    const Left sent = *std::exchange(sent_, std::nullopt);
    const bool isShown = list_ == sent.list && split_->isDetailOpen() && form_->editedKey() == entryKeyOf(sent.draft);
    if (isShown)
        form_->release();
    const bool isAsSent = isShown && !form_->isEdited();
    if (isAsSent && done)
        split_->closeDetail();
    else if (isAsSent)
        form_->unsettle();
    else if (!done && !isShown) // the person has gone on to another one
        keep(sent);
}

} // namespace ui
