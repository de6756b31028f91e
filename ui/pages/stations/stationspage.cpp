// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/stationspage.h"

#include "store/error.h"
#include "ui/models/roworder.h"
#include "ui/pages/stations/addstationform.h"
#include "ui/pages/stations/knocknotice.h"
#include "ui/pages/stations/stationpanel.h"
#include "ui/pages/stations/stationsource.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace ui {

using namespace Qt::Literals::StringLiterals;

StationsPage::StationsPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new StationSource(backend, this)),
      order_(new RowOrder(source_->model(), this)), knocks_(new KnockNotice(backend, this)),
      content_(new QStackedWidget(this)), detail_(new QStackedWidget(this)), empty_(new EmptyState(content_))
{
    add_ = new QAction(icon(u"plus"_s, Role::OnAccent), tr("Add station"), this);
    add_->setToolTip(tr("Register a station before it connects"));
    buildTable();
    setHome(table_);
    buildDetail();
    split_ = new MasterDetail(table_, detail_, u"stations"_s, content_);
    auto *card = new Card(split_, content_);
    content_->addWidget(card);
    content_->addWidget(empty_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(knocks_);
    layout->addWidget(content_, 1);
    connectParts();
}

void StationsPage::buildTable()
{
    table_ = new TableView(u"stations"_s, tr("Stations"), content_);
    table_->setModel(order_);
    table_->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    table_->arrange(columnWidths<StationRow>(stationColumns()));
    table_->setSortingEnabled(true); // sorts by the indicator: what was remembered, else by station
}

void StationsPage::buildDetail()
{
    panel_ = new StationPanel(backend_, detail_);
    form_ = new AddStationForm(backend_, detail_);
    detail_->addWidget(panel_);
    detail_->addWidget(form_);
}

void StationsPage::connectParts()
{
    connect(source_, &StationSource::updated, this, &StationsPage::presentContent);
    connect(source_, &StationSource::failed, this, &StationsPage::presentError);
    connect(knocks_, &KnockNotice::countChanged, this, &Page::headlineChanged);
    connect(knocks_, &KnockNotice::openRequested, this, [this] { emit linkActivated({u"connect"_s, {}}); });
    connect(add_, &QAction::triggered, this, &StationsPage::openForm);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &StationsPage::presentSelection);
    connect(split_, &MasterDetail::detailClosed, this, &StationsPage::closeDetail);
    connect(panel_, &StationPanel::closeRequested, split_, &MasterDetail::closeDetail);
    connect(form_, &AddStationForm::closeRequested, split_, &MasterDetail::closeDetail);
    connect(form_, &AddStationForm::added, this, &StationsPage::select);
    connect(panel_, &StationPanel::messagesRequested, this, [this](const QString &station, bool findingsOnly) {
        emit linkActivated({u"messages"_s, station, findingsOnly});
    });
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_)
            source_->reload();
        else
            openForm();
    });
}

QString StationsPage::headline() const
{
    const QList<StationRow> &rows = source_->model().rows();
    if (rows.isEmpty() || failed_)
        return {};
    const auto online = std::ranges::count_if(rows, [](const StationRow &row) { return row.station.online; });
    const auto charging = std::ranges::count_if(rows, &StationRow::isCharging);
    const double power = std::accumulate(rows.begin(), rows.end(), 0.0, [](double sum, const StationRow &row) {
        return sum + row.powerW().value_or(0);
    });
    QStringList parts{tr("%1 of %2 online").arg(online).arg(rows.size())};
    if (charging > 0)
        parts << tr("%n charging", nullptr, int(charging)) << format::power(power);
    const auto waiting = std::ranges::count_if(
        rows, [](const StationRow &row) { return row.station.registration == store::Registration::Pending; });
    if (waiting > 0)
        parts << tr("%n wait(s) for you", nullptr, int(waiting));
    if (knocks_->count() > 0)
        parts << tr("%n knock(s)", nullptr, knocks_->count());
    return parts.join(u", "_s);
}

QString StationsPage::searchHint() const
{
    return tr("Search stations");
}

void StationsPage::search(const QString &text)
{
    order_->setWords(text);
    presentContent();
}

void StationsPage::visit(const Target &target)
{
    select(target.station);
}

void StationsPage::showEvent(QShowEvent *event)
{
    setReading(true);
    Page::showEvent(event);
}

void StationsPage::hideEvent(QHideEvent *event)
{
    setReading(false);
    Page::hideEvent(event);
}

void StationsPage::setReading(bool reading)
{
    source_->setOpen(reading);
    knocks_->setOpen(reading);
    panel_->setOpen(reading && split_->isDetailOpen());
}

void StationsPage::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    panel_->present(source_->model().at(order_->mapToSource(selected.first()).row()).key());
    detail_->setCurrentWidget(panel_);
    split_->openDetail();
    panel_->setOpen(isVisible());
}

void StationsPage::presentContent()
{
    failed_ = false;
    const bool none = source_->model().rows().isEmpty();
    const bool noMatch = !none && order_->rowCount() == 0;
    if (none) {
        empty_->present(u"station"_s, tr("No station yet"),
                        tr("Type this address into a charger, with a name of your choice at its end. It appears here "
                           "as soon as it calls, and you let it in with one click."));
        empty_->presentDetail(backend_.ocppAddress + tr("NAME"));
        empty_->presentAction(tr("Add station"));
    } else if (noMatch) {
        empty_->present(u"search"_s, tr("No station matches"), tr("Fewer letters match more."));
        empty_->presentDetail({});
        empty_->presentAction({});
    }
    const bool formOpen = split_->isDetailOpen() && detail_->currentWidget() == form_;
    content_->setCurrentIndex((none || noMatch) && !formOpen ? 1 : 0);
    if (!wanted_.isEmpty())
        select(wanted_);
    emit headlineChanged();
}

void StationsPage::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("The stations cannot be read"), error);
    content_->setCurrentIndex(1);
    emit headlineChanged();
}

void StationsPage::openForm()
{
    table_->clearSelection();
    content_->setCurrentIndex(0);
    detail_->setCurrentWidget(form_);
    split_->openDetail();
    panel_->setOpen(false);
    form_->begin();
}

void StationsPage::closeDetail()
{
    panel_->setOpen(false);
    table_->clearSelection();
    presentContent();
}

void StationsPage::select(const QString &station)
{
    const int place = source_->model().find(station);
    wanted_ = place < 0 ? station : QString();
    if (place < 0)
        return;
    const QModelIndex index = order_->mapFromSource(source_->model().index(place, 0));
    table_->selectRow(index.row());
    table_->scrollTo(index);
}

} // namespace ui
