// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/locallistspage.h"

#include "store/error.h"
#include "store/stations.h"
#include "ui/models/roworder.h"
#include "ui/pages/locallists/listentries.h"
#include "ui/pages/locallists/listform.h"
#include "ui/pages/locallists/listjournal.h"
#include "ui/pages/locallists/listpanel.h"
#include "ui/pages/locallists/listsource.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

enum Shown { Lists, Nothing };
constexpr int firstDetailWidth = 640; // px: the stations with their versions
const DraftPlace newListPlace{.form = u"list"_s};

} // namespace

LocalListsPage::LocalListsPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new ListSource(backend, this)),
      order_(new RowOrder(source_->model(), this)),
      add_(new QAction(icon(u"plus"_s, Role::OnAccent), tr("Add list"), this)), done_(new NoticeBar(this)),
      aside_(new NoticeBar(this)), shelf_(new DraftShelf(*aside_, this)),
      journal_(new ListJournal(backend, *done_, this)), content_(new QStackedWidget(this)),
      empty_(new EmptyState(content_))
{
    add_->setToolTip(tr("A list of cards that stations know by themselves"));
    buildTable();
    setHome(table_);
    split_ = new MasterDetail(table_, buildSide(), u"locallists"_s, content_, Qt::Horizontal, firstDetailWidth);
    content_->addWidget(new Card(split_, content_));
    content_->addWidget(empty_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(done_);
    layout->addWidget(aside_);
    layout->addWidget(content_, 1);
    connectParts();
}

void LocalListsPage::buildTable()
{
    table_ = new TableView(u"locallists"_s, tr("Local lists"), content_);
    table_->setModel(order_);
    table_->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    table_->arrange(columnWidths<ListRow>(listColumns()));
    table_->setSortingEnabled(true);
}

QWidget *LocalListsPage::buildSide()
{
    side_ = new QStackedWidget(content_);
    panel_ = new ListPanel(backend_, *source_, *journal_, side_);
    panel_->setShelf(*shelf_);
    side_->addWidget(panel_);
    side_->addWidget(buildNewList());
    return side_;
}

QWidget *LocalListsPage::buildNewList()
{
    auto *panel = new QWidget(side_);
    auto *title = new Label(tr("Add a list"), TextSize::Section, Role::Text, panel);
    auto *close = new QPushButton(icon(u"close"_s), {}, panel);
    close->setAccessibleName(tr("Close without saving"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 8, 0);
    head->addWidget(title, 1);
    head->addWidget(close);
    newList_ = new ListForm(panel);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(newList_, 1);
    connect(close, &QPushButton::clicked, this, [this] { split_->closeDetail(); });
    return panel;
}

void LocalListsPage::connectParts()
{
    connect(source_, &ListSource::updated, this, [this] {
        read_ = true;
        presentContent();
    });
    connect(source_, &ListSource::failed, this, &LocalListsPage::presentError);
    connect(add_, &QAction::triggered, this, &LocalListsPage::openForm);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LocalListsPage::presentSelection);
    connect(shelf_, &DraftShelf::backRequested, this, &LocalListsPage::openDraft);
    connect(split_, &MasterDetail::detailClosed, this, [this] {
        putNewListAside();
        panel_->setAlone(false);
        table_->clearSelection();
        presentContent();
    });
    connect(panel_, &ListPanel::closeRequested, split_, &MasterDetail::closeDetail);
    connect(panel_, &ListPanel::aloneRequested, this, [this](bool alone) {
        split_->setDetailAlone(alone);
        panel_->setAlone(alone);
    });
    connect(panel_, &ListPanel::tagsRequested, this,
            [this] { emit linkActivated({.page = u"idtags"_s, .station = {}}); });
    connect(newList_, &ListForm::submitted, this,
            [this](const std::optional<store::LocalList> &, const store::LocalList &list) { create(list); });
    connect(journal_, &ListJournal::failed, newList_, &ListForm::release);
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_)
            source_->reload();
        else
            openForm();
    });
}

bool LocalListsPage::hasUnsaved() const
{
    return panel_->hasUnsaved() || newList_->isEdited();
}

QString LocalListsPage::headline() const
{
    if (!read_ || failed_)
        return {};
    int stations = 0;
    int inStep = 0;
    int stuck = 0;
    for (const ListRow &row : source_->model().rows()) {
        stations += row.stations;
        inStep += row.inStep;
        stuck += row.stuck;
    }
    QStringList parts{tr("%n list(s)", nullptr, int(source_->model().rows().size()))};
    if (stations > 0)
        parts.append(tr("%1 of %n station(s) in step", nullptr, stations).arg(inStep));
    if (stuck > 0)
        parts.append(tr("%n given up", nullptr, stuck));
    return parts.join(u", "_s);
}

QString LocalListsPage::searchHint() const
{
    return tr("Search lists");
}

void LocalListsPage::search(const QString &text)
{
    order_->setWords(text);
    presentContent();
}

void LocalListsPage::visit(const Target &target)
{
    wantedStation_ = target.station;
    selectWanted();
}

void LocalListsPage::showEvent(QShowEvent *event)
{
    source_->setOpen(true);
    Page::showEvent(event);
}

void LocalListsPage::hideEvent(QHideEvent *event)
{
    source_->setOpen(false);
    Page::hideEvent(event);
}

void LocalListsPage::presentContent()
{
    if (!read_)
        return;
    failed_ = false;
    const bool isOpen = split_->isDetailOpen() && side_->currentWidget() == panel_;
    if (isOpen && source_->model().find(panel_->key()) < 0)
        return split_->closeDetail(); // the list is gone
    if (isOpen)
        panel_->refresh();
    const bool none = order_->rowCount() == 0;
    if (none)
        presentNothing();
    content_->setCurrentIndex(none && !split_->isDetailOpen() ? Nothing : Lists);
    selectWanted();
    emit headlineChanged();
}

void LocalListsPage::presentNothing()
{
    empty_->presentDetail({});
    if (!source_->model().rows().isEmpty()) {
        empty_->present(u"search"_s, tr("No list matches"), tr("Search for fewer letters."));
        empty_->presentAction({});
        return;
    }
    empty_->present(
        u"locallist"_s, tr("No local list yet"),
        tr("With a local list a station knows by itself who may charge: at once, and also while the line is "
           "down. A list can follow the id tags, or be entered by hand, and many stations can share it."));
    empty_->presentAction(tr("Add a list"));
}

void LocalListsPage::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("The local lists cannot be read"), error);
    content_->setCurrentIndex(Nothing);
    emit headlineChanged();
}

void LocalListsPage::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    putNewListAside();
    side_->setCurrentWidget(panel_);
    split_->openDetail();
    panel_->present(source_->model().at(order_->mapToSource(selected.first()).row()));
}

/// It stays in its form.
void LocalListsPage::putNewListAside()
{
    if (side_->currentWidget() != panel_ && newList_->isEdited())
        shelf_->putAside(newListPlace, tr("the new list"));
}

void LocalListsPage::openDraft(const DraftPlace &place)
{
    if (place == newListPlace)
        return openForm();
    const QList<ListRow> &rows = source_->model().rows();
    const auto row =
        std::ranges::find_if(rows, [&](const ListRow &one) { return place.form == ListEntries::draftForm(one.key()); });
    if (row == rows.cend()) { // the list is gone, and its entries with it
        panel_->dropDrafts(place.form);
        return shelf_->remove(place);
    }
    selectList(row->key());
    panel_->openDraft(place.key);
}

void LocalListsPage::openForm()
{
    table_->clearSelection();
    QStringList names;
    for (const ListRow &row : source_->model().rows()) {
        if (!row.list.station)
            names.append(row.list.name);
    }
    newList_->setKnown(source_->stations(), names);
    side_->setCurrentIndex(1);
    content_->setCurrentIndex(Lists);
    split_->openDetail();
    if (!newList_->isEdited())
        newList_->begin();
    shelf_->remove(newListPlace);
}

void LocalListsPage::create(const store::LocalList &list)
{
    const QString saying = list.station ? tr("%1 has a list of its own from now on.").arg(*list.station)
                                        : tr("%1 was added. Which stations shall have it?").arg(list.name);
    journal_->carryOut(adding(list), saying, [this, list](bool done) {
        if (!done)
            return newList_->refuseDouble();
        newList_->release();
        newList_->settle();
        wantedName_ = list.name;
        wantedStation_ = list.station.value_or(QString());
        selectWanted();
    });
}

void LocalListsPage::selectWanted()
{
    const auto &stations = source_->stations();
    const auto station = std::ranges::find(stations, wantedStation_, &ListStation::id);
    const qint64 list = station == stations.cend() ? 0 : station->list.value_or(0);
    const QList<ListRow> &rows = source_->model().rows();
    const auto row = std::ranges::find_if(rows, [&](const ListRow &one) {
        const bool isNamed =
            !wantedName_.isEmpty() && !one.list.station && store::folded(one.list.name) == store::folded(wantedName_);
        return isNamed || one.key() == list;
    });
    if (row == rows.cend())
        return;
    const QString opened = std::exchange(wantedStation_, {});
    wantedName_.clear();
    selectList(row->key());
    if (!opened.isEmpty())
        panel_->selectStation(opened);
}

void LocalListsPage::selectList(qint64 key)
{
    const auto place = [this, key] {
        return order_->mapFromSource(source_->model().index(source_->model().find(key), 0));
    };
    if (!place().isValid()) {
        order_->setWords({});
        emit searchDropped();
    }
    table_->selectRow(place().row());
}

} // namespace ui
