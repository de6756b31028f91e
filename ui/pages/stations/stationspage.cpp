// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/stationspage.h"

#include "store/error.h"
#include "ui/models/roworder.h"
#include "ui/pages/stations/addstationform.h"
#include "ui/pages/stations/knocknotice.h"
#include "ui/pages/stations/many/batchview.h"
#include "ui/pages/stations/many/commandbatch.h"
#include "ui/pages/stations/many/manypanel.h"
#include "ui/pages/stations/settings/stationremoval.h"
#include "ui/pages/stations/stationpanel.h"
#include "ui/pages/stations/stationsource.h"
#include "ui/text/format.h"
#include "ui/text/stationaddress.h"
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
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace ui {

using namespace Qt::Literals::StringLiterals;

constexpr int firstDetailWidth = 572; // px: the configuration's columns, and all tabs

StationsPage::StationsPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new StationSource(backend, this)),
      order_(new RowOrder(source_->model(), this)), knocks_(new KnockNotice(backend, this)),
      removalNotice_(new NoticeBar(this)), removal_(new StationRemoval(backend, *removalNotice_, this)),
      batchNotice_(new NoticeBar(this)), aside_(new NoticeBar(this)), shelf_(new DraftShelf(*aside_, this)),
      content_(new QStackedWidget(this)), detail_(new QStackedWidget(this)),
      empty_(new EmptyState(content_))
{
    add_ = new QAction(icon(u"plus"_s, Role::OnAccent), tr("Add station"), this);
    add_->setToolTip(tr("Register a station before it connects"));
    QWidget *master = buildMaster();
    setHome(table_);
    buildDetail();
    split_ = new MasterDetail(master, detail_, u"stations"_s, content_, Qt::Horizontal, firstDetailWidth);
    auto *card = new Card(split_, content_);
    content_->addWidget(card);
    content_->addWidget(empty_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(knocks_);
    layout->addWidget(removalNotice_);
    layout->addWidget(batchNotice_);
    layout->addWidget(aside_);
    layout->addWidget(content_, 1);
    connectParts();
    connectDetail();
}

QWidget *StationsPage::buildMaster()
{
    auto *master = new QWidget(content_);
    buildTable();
    master->setFocusProxy(table_);
    hint_ = new ElidedLabel({}, TextSize::Caption, Role::Muted, master);
    selectAll_ = new QPushButton(master);
    selectAll_->setToolTip(tr("Commands for all that are shown (Ctrl+A)"));
    setButtonKind(*selectAll_, ButtonKind::Quiet);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 4, 8, 4);
    foot->addWidget(hint_, 1);
    foot->addWidget(selectAll_);
    auto *layout = new QVBoxLayout(master);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(table_, 1);
    layout->addLayout(foot);
    presentFoot();
    return master;
}

void StationsPage::buildTable()
{
    table_ = new TableView(u"stations"_s, tr("Stations"), content_);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setModel(order_);
    table_->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
    table_->arrange(columnWidths<StationRow>(stationColumns()));
    table_->setSortingEnabled(true); // sorts by the indicator: what was remembered, else by station
}

void StationsPage::buildDetail()
{
    panel_ = new StationPanel(backend_, detail_);
    panel_->setShelf(*shelf_);
    form_ = new AddStationForm(backend_, detail_);
    many_ = new ManyPanel(backend_, detail_);
    const auto isOnline = [this](const QString &id) {
        const int place = source_->model().find(id);
        return place >= 0 && source_->model().at(place).station.online;
    };
    batch_ = new CommandBatch(backend_, isOnline, this);
    batchView_ = new BatchView(*batch_, detail_);
    for (QWidget *part : {static_cast<QWidget *>(panel_), static_cast<QWidget *>(form_), static_cast<QWidget *>(many_),
                          static_cast<QWidget *>(batchView_)})
        detail_->addWidget(part);
}

void StationsPage::connectParts()
{
    connect(source_, &StationSource::updated, this, &StationsPage::presentContent);
    connect(source_, &StationSource::failed, this, &StationsPage::presentError);
    connect(knocks_, &KnockNotice::countChanged, this, &Page::headlineChanged);
    connect(knocks_, &KnockNotice::openRequested, this, [this] { emit linkActivated({u"connect"_s, {}}); });
    connect(add_, &QAction::triggered, this, &StationsPage::openForm);
    connect(selectAll_, &QPushButton::clicked, table_, &QTableView::selectAll);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &StationsPage::presentSelection);
    connect(split_, &MasterDetail::detailClosed, this, &StationsPage::closeDetail);
    connect(removal_, &StationRemoval::leavingChanged, this, [this] { source_->setHiddenStation(removal_->leaving()); });
    connect(removal_, &StationRemoval::restored, this, &StationsPage::select);
    connect(batch_, &CommandBatch::updated, this, &StationsPage::presentBatchNotice);
    connect(batchNotice_, &NoticeBar::firstRequested, this, &StationsPage::openBatch);
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_) {
            source_->reload();
            knocks_->reload();
        } else {
            openForm();
        }
    });
}

void StationsPage::connectDetail()
{
    connect(panel_, &StationPanel::closeRequested, split_, &MasterDetail::closeDetail);
    connect(panel_, &StationPanel::aloneRequested, this, [this](bool alone) {
        split_->setDetailAlone(alone);
        panel_->setAlone(alone);
    });
    connect(panel_, &StationPanel::removeRequested, this, [this](const QString &station) {
        split_->closeDetail();
        removal_->remove(station);
    });
    connect(panel_, &StationPanel::messagesRequested, this, [this](const QString &station, bool findingsOnly) {
        emit linkActivated({u"messages"_s, station, findingsOnly});
    });
    connect(form_, &AddStationForm::closeRequested, split_, &MasterDetail::closeDetail);
    connect(form_, &AddStationForm::added, this, [this](const QString &station) {
        if (!form_->draft())
            shelf_->remove({.form = u"add"_s});
        if (split_->isDetailOpen() && detail_->currentWidget() == form_)
            select(station); // else the person has gone on
    });
    connect(shelf_, &DraftShelf::backRequested, this, &StationsPage::openDraft);
    connect(many_, &ManyPanel::closeRequested, split_, &MasterDetail::closeDetail);
    connect(many_, &ManyPanel::sendRequested, this, [this](const CommandSpec &spec, const QJsonObject &payload) {
        QStringList stations;
        for (const StationRow &row : selectedRows())
            stations.append(row.station.id);
        batch_->start(spec, payload, stations);
        openBatch();
    });
    connect(batchView_, &BatchView::closeRequested, this, [this] {
        if (selectedRows().isEmpty())
            split_->closeDetail();
        else
            presentSelection();
    });
    connect(batchView_, &BatchView::stationRequested, this, &StationsPage::select);
}

bool StationsPage::hasUnsaved() const
{
    return panel_->hasUnsaved() || many_->hasUnsaved() || form_->draft();
}

QString StationsPage::headline() const
{
    const QList<StationRow> &rows = source_->model().rows();
    if (rows.isEmpty() || failed_)
        return {};
    const auto online = std::ranges::count_if(rows, [](const StationRow &row) { return row.station.online; });
    const int charging = std::accumulate(rows.begin(), rows.end(), 0,
                                         [](int sum, const StationRow &row) { return sum + row.charging(); });
    const double power = std::accumulate(rows.begin(), rows.end(), 0.0, [](double sum, const StationRow &row) {
        return sum + row.powerW().value_or(0);
    });
    QStringList parts{tr("%1 of %2 online").arg(QLocale().toString(online), QLocale().toString(rows.size()))};
    if (charging > 0)
        parts << tr("%n charging", nullptr, charging) << format::power(power);
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
    panel_->showPart(target.part);
}

void StationsPage::showEvent(QShowEvent *event)
{
    setReading(true);
    if (content_->currentIndex() == 1 && !failed_)
        presentContent(); // this computer may have another address by now
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
    panel_->setOpen(reading && split_->isDetailOpen() && detail_->currentWidget() == panel_);
}

QList<StationRow> StationsPage::selectedRows() const
{
    QList<StationRow> rows;
    for (const QModelIndex &index : table_->selectionModel()->selectedRows())
        rows.append(source_->model().at(order_->mapToSource(index).row()));
    return rows;
}

void StationsPage::presentSelection()
{
    const QList<StationRow> selected = selectedRows();
    presentFoot();
    if (selected.isEmpty())
        return;
    if (selected.size() == 1) {
        panel_->present(selected.first().key());
        openDetail(panel_);
    } else {
        presentMany();
        openDetail(many_);
    }
    presentBatchNotice();
}

void StationsPage::presentMany()
{
    many_->present(selectedRows());
}

void StationsPage::openDetail(QWidget *detail)
{
    if (detail != form_ && split_->isDetailOpen() && detail_->currentWidget() == form_)
        leaveForm();
    detail_->setCurrentWidget(detail);
    split_->openDetail();
    panel_->setOpen(detail == panel_ && isVisible());
}

void StationsPage::openBatch()
{
    content_->setCurrentIndex(0);
    openDetail(batchView_);
    presentBatchNotice();
}

/// While nobody looks at the batch itself, one line tells how far it is.
void StationsPage::presentBatchNotice()
{
    const QString headline = batchView_->headline();
    const CommandBatch::Counts counts = batch_->counts();
    if (split_->isDetailOpen() && detail_->currentWidget() == batchView_) {
        batchNotice_->dismiss();
        batchTold_ = counts.unsettled == 0 && counts.failed == 0 ? headline : QString();
        return;
    }
    if (headline.isEmpty() || headline == batchTold_)
        return; // a line that was closed stays closed until there is news
    batchTold_ = headline;
    batchNotice_->present(counts.failed > 0 ? u"warning"_s : u"command-reset"_s,
                          counts.failed > 0 ? Role::Caution : Role::Accent, headline);
    batchNotice_->presentActions(tr("Show"));
}

void StationsPage::presentFoot()
{
    const int shown = order_->rowCount();
    const int selected = int(table_->selectionModel()->selectedRows().size());
    hint_->setWholeText(selected > 1
                            ? tr("%1 of %2 picked").arg(QLocale().toString(selected), QLocale().toString(shown))
                            : tr("Ctrl or Shift picks several."));
    selectAll_->setText(tr("Pick all %1").arg(QLocale().toString(shown)));
    for (QWidget *part : {static_cast<QWidget *>(hint_), static_cast<QWidget *>(selectAll_)})
        part->setHidden(shown < 2);
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
        empty_->presentDetail(currentAddress(backend_) + tr("NAME"));
        empty_->presentAction(tr("Add station"));
    } else if (noMatch) {
        empty_->present(u"search"_s, tr("No station matches"), tr("Fewer letters match more."));
        empty_->presentDetail({});
        empty_->presentAction({});
    }
    const bool formOpen = split_->isDetailOpen() && detail_->currentWidget() == form_;
    content_->setCurrentIndex((none || noMatch) && !formOpen ? 1 : 0);
    presentFoot();
    if (split_->isDetailOpen() && detail_->currentWidget() == many_)
        presentMany();
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
    openDetail(form_);
    shelf_->remove({.form = u"add"_s});
    form_->begin();
}

void StationsPage::openDraft(const DraftPlace &place)
{
    if (place.form == "add"_L1)
        return openForm();
    if (source_->model().find(place.station) < 0)
        return shelf_->remove(place); // the station is gone
    select(place.station);
    panel_->openDraft(place);
}

void StationsPage::leaveForm()
{
    if (const auto draft = form_->draft())
        shelf_->putAside({.form = u"add"_s}, draft->isEmpty() ? tr("the new station") : tr("the new station %1").arg(*draft));
}

void StationsPage::closeDetail()
{
    if (detail_->currentWidget() == form_)
        leaveForm();
    panel_->setOpen(false);
    panel_->setAlone(false);
    table_->clearSelection();
    presentContent();
    presentBatchNotice();
}

void StationsPage::select(const QString &station)
{
    const int place = source_->model().find(station);
    wanted_ = place < 0 ? station : QString();
    if (place < 0)
        return;
    const auto found = [this, place] { return order_->mapFromSource(source_->model().index(place, 0)); };
    if (!found().isValid()) {
        order_->setWords({});
        emit searchDropped();
        presentContent();
    }
    const QModelIndex index = found();
    table_->selectRow(index.row());
    table_->scrollTo(index);
}

} // namespace ui
