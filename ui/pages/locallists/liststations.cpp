// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/liststations.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/detailedge.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/tableview.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum ShownView { Table, NoStation, Giving };
constexpr int statePlace = 4;

} // namespace

ListStations::ListStations(const Backend &backend, QWidget *parent)
    : QWidget(parent), model_(stationListColumns(), stationListColumnsContext, this), order_(model_, this),
      stack_(new QStackedWidget(this)), card_(new StationListCard(backend, this)), empty_(new EmptyState(stack_))
{
    choose_ = new QPushButton(icon(u"station"_s), tr("Choose the stations…"), this);
    choose_->setObjectName(u"choose"_s);
    setButtonKind(*choose_, ButtonKind::Quiet);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(detailEdge - 12, 8, 8, 8); // a quiet button has room around its words
    tools->addWidget(choose_);
    tools->addStretch();
    stack_->addWidget(buildTable());
    stack_->addWidget(empty_);
    stack_->addWidget(buildGiving());
    empty_->present(u"station"_s, tr("No station has this list"),
                    tr("A station that has it knows by itself who may charge, also when the line is down."));
    empty_->presentAction(tr("Choose stations"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tools);
    layout->addWidget(stack_, 1);
    connect(choose_, &QPushButton::clicked, this, &ListStations::startGiving);
    connect(empty_, &EmptyState::actionRequested, this, &ListStations::startGiving);
}

QWidget *ListStations::buildTable()
{
    table_ = new TableView(u"locallists/stations"_s, tr("Stations with this list"), stack_);
    table_->setModel(&order_);
    table_->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    table_->arrange(columnWidths<StationListRow>(stationListColumns()));
    table_->setSortingEnabled(true);
    split_ = new MasterDetail(atDetailEdge(table_, stack_), card_, u"locallists/station"_s, stack_, Qt::Vertical, 320);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!openStation().isEmpty())
            emit stationOpened();
    });
    connect(split_, &MasterDetail::detailClosed, table_, &QAbstractItemView::clearSelection);
    connect(split_, &MasterDetail::detailClosed, table_, qOverload<>(&QWidget::setFocus));
    connect(card_, &StationListCard::closeRequested, split_, &MasterDetail::closeDetail);
    connect(card_, &StationListCard::releaseRequested, this, &ListStations::releaseRequested);
    return split_;
}

QWidget *ListStations::buildGiving()
{
    auto *giving = new QWidget(stack_);
    giving_ = new CheckList(tr("Stations that shall have this list"), {tr("Station"), tr("Has now")}, giving);
    giving_->tree().header()->setSectionResizeMode(0, QHeaderView::Stretch); // names are long
    give_ = new QPushButton(tr("Done"), giving);
    setButtonKind(*give_, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"), giving);
    cancel->setAccessibleName(tr("Cancel choosing stations"));
    setButtonKind(*cancel, ButtonKind::Quiet);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(give_);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(giving);
    layout->setContentsMargins(16, 0, 16, 12);
    layout->addWidget(giving_, 1);
    layout->addLayout(buttons);
    connect(give_, &QPushButton::clicked, this, &ListStations::give);
    connect(cancel, &QPushButton::clicked, this, &ListStations::showContent);
    return giving;
}

void ListStations::present(const ListRow &list, const QList<StationListRow> &rows, const QList<ListStation> &stations,
                           const QHash<qint64, QString> &titles)
{
    const bool isOther = !list_ || list_->key() != list.key();
    list_ = list;
    stations_ = stations;
    titles_ = titles;
    if (isOther) {
        split_->closeDetail();
        model_.clear();
    }
    const QString open = openStation();
    model_.replaceAll(rows);
    if (!open.isEmpty() && model_.find(open) < 0)
        split_->closeDetail();
    choose_->setVisible(!list.list.station);
    if (isOther || stack_->currentIndex() != Giving)
        showContent();
    if (isOther && rows.size() == 1)
        select(rows.first().key());
}

void ListStations::showContent()
{
    stack_->setCurrentIndex(model_.rows().isEmpty() ? NoStation : Table);
    choose_->setEnabled(stack_->currentIndex() == Table);
}

void ListStations::presentPlan(const store::LocalListPlan &plan, const QHash<QString, QString> &names)
{
    if (plan.row.station.compare(openStation(), Qt::CaseInsensitive) != 0)
        return; // it was closed meanwhile, or another one is open
    card_->present(plan, names);
    if (split_->isDetailOpen())
        return;
    split_->openDetail();
    // The row may be below what the table has left.
    QMetaObject::invokeMethod(
        table_, [this] { table_->scrollTo(table_->currentIndex()); }, Qt::QueuedConnection);
}

QString ListStations::openStation() const
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    return selected.isEmpty() ? QString() : model_.at(order_.mapToSource(selected.first()).row()).key();
}

void ListStations::select(const QString &station)
{
    const int place = model_.find(station);
    if (place >= 0)
        table_->selectRow(order_.mapFromSource(model_.index(place, 0)).row());
}

void ListStations::tick()
{
    model_.touchColumn(statePlace);
}

void ListStations::startGiving()
{
    QList<CheckList::Row> rows;
    for (const ListStation &station : std::as_const(stations_)) {
        const QString name =
            station.description.isEmpty() ? station.id : u"%1 · %2"_s.arg(station.id, station.description);
        const QString now = station.list ? titles_.value(*station.list) : tr("none");
        rows.append({.id = station.id, .texts = {name, now}, .checked = station.list == list_->key()});
    }
    giving_->present(rows);
    choose_->setEnabled(false);
    stack_->setCurrentIndex(Giving);
    giving_->tree().setFocus();
}

void ListStations::give()
{
    const QStringList chosen = giving_->checked();
    QStringList to;
    QStringList awayFrom;
    for (const ListStation &station : std::as_const(stations_)) {
        const bool has = station.list == list_->key();
        if (chosen.contains(station.id) && !has)
            to.append(station.id);
        else if (!chosen.contains(station.id) && has)
            awayFrom.append(station.id);
    }
    showContent();
    if (!to.isEmpty() || !awayFrom.isEmpty())
        emit givingRequested(to, awayFrom);
}

} // namespace ui
