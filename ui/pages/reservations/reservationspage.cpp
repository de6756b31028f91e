// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reservations/reservationspage.h"

#include "store/clock.h"
#include "store/error.h"
#include "ui/pages/reservations/reservationorder.h"
#include "ui/pages/reservations/reservationpanel.h"
#include "ui/pages/reservations/reservationsource.h"
#include "ui/pages/reservations/reservationtimeline.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/rememberedchoice.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

enum Shown { Reservations, Nothing };

constexpr int usualHours = 12;

} // namespace

ReservationsPage::ReservationsPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new ReservationSource(backend, this)),
      order_(new ReservationOrder(source_->model(), this)),
      add_(new QAction(icon(u"plus"_s, Role::OnAccent), tr("Reserve"), this)), aside_(new NoticeBar(this)),
      shelf_(new DraftShelf(*aside_, this)), content_(new QStackedWidget(this)), empty_(new EmptyState(content_))
{
    add_->setToolTip(tr("Have a station keep a connector free for somebody"));
    buildTable();
    setHome(table_);
    side_ = new QStackedWidget(content_);
    form_ = new ReservationForm(backend, side_);
    panel_ = new ReservationPanel(backend, side_);
    side_->addWidget(form_);
    side_->addWidget(panel_);
    split_ = new MasterDetail(buildMaster(), side_, u"reservations"_s, content_);
    content_->addWidget(new Card(split_, content_));
    content_->addWidget(empty_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(aside_);
    layout->addWidget(buildTools());
    layout->addWidget(content_, 1);
    connectParts();
    connectSide();
    span_->setCurrentIndex(span_->findData(usualHours));
    rememberChoice(*choice_, u"reservations/choice"_s);
    rememberChoice(*span_, u"reservations/hours"_s);
}

void ReservationsPage::buildTable()
{
    table_ = new TableView(u"reservations"_s, tr("Reservations"), content_);
    table_->setModel(order_);
    table_->horizontalHeader()->setSortIndicator(reservationFromColumn(), Qt::DescendingOrder);
    table_->arrange(columnWidths<ReservationRow>(reservationColumns()));
    table_->setSortingEnabled(true);
}

QWidget *ReservationsPage::buildTools()
{
    tools_ = new QWidget(this);
    choice_ = new QComboBox(tools_);
    choice_->setAccessibleName(tr("State"));
    choice_->addItem(tr("All of these days"), int(ReservationFilterChoice::All));
    choice_->addItem(tr("Active"), int(ReservationFilterChoice::Active));
    choice_->addItem(tr("Over"), int(ReservationFilterChoice::Over));
    span_ = new QComboBox(tools_);
    span_->setAccessibleName(tr("Time in sight"));
    span_->addItem(tr("4 hours"), 4);
    span_->addItem(tr("12 hours"), 12);
    span_->addItem(tr("2 days"), 48);
    span_->addItem(tr("7 days"), 168);
    now_ = new QPushButton(icon(u"clock"_s), tr("Now"), tools_);
    now_->setToolTip(tr("Scroll the timeline to this moment"));
    auto *layout = new QHBoxLayout(tools_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(choice_);
    layout->addStretch();
    layout->addWidget(span_);
    layout->addWidget(now_);
    return tools_;
}

QWidget *ReservationsPage::buildMaster()
{
    auto *master = new QWidget(content_);
    timeline_ = new ReservationTimeline(source_->model(), master);
    auto *layout = new QVBoxLayout(master);
    layout->setContentsMargins(1, 4, 1, 0);
    layout->setSpacing(4);
    layout->addWidget(timeline_);
    layout->addWidget(table_, 1);
    return master;
}

void ReservationsPage::connectParts()
{
    connect(source_, &ReservationSource::updated, this, [this] {
        read_ = true;
        order_->refresh();
        presentContent();
    });
    connect(source_, &ReservationSource::failed, this, &ReservationsPage::presentError);
    connect(source_, &ReservationSource::ticked, this, &ReservationsPage::tick);
    connect(add_, &QAction::triggered, this, [this] { openForm(); });
    connect(choice_, &QComboBox::currentIndexChanged, this, [this] {
        order_->setChoice(ReservationFilterChoice(choice_->currentData().toInt()));
        presentContent();
    });
    connect(span_, &QComboBox::currentIndexChanged, this,
            [this] { timeline_->setSpan(std::chrono::hours(span_->currentData().toInt())); });
    connect(now_, &QPushButton::clicked, timeline_, &ReservationTimeline::showNow);
    connect(timeline_, &ReservationTimeline::chosen, this, &ReservationsPage::select);
    connect(timeline_, &ReservationTimeline::placeRequested, this, [this](const QString &station, int connector) {
        store::Reservation wish;
        wish.station = station;
        wish.connector = connector;
        openForm(wish);
    });
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_)
            source_->reload();
        else if (source_->model().rows().isEmpty())
            openForm();
        else
            choice_->setCurrentIndex(0);
    });
}

void ReservationsPage::connectSide()
{
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ReservationsPage::presentSelection);
    connect(shelf_, &DraftShelf::backRequested, this, [this](const DraftPlace &place) { openDraft(place.key); });
    connect(split_, &MasterDetail::detailClosed, this, [this] {
        putAside();
        table_->clearSelection();
        timeline_->select(0);
        table_->setFocus();
        presentContent();
    });
    connect(form_, &ReservationForm::closeRequested, split_, &MasterDetail::closeDetail);
    connect(panel_, &ReservationPanel::closeRequested, split_, &MasterDetail::closeDetail);
    connect(panel_, &ReservationPanel::againRequested, this, &ReservationsPage::openForm);
    connect(panel_, &ReservationPanel::stationRequested, this,
            [this](const QString &station) { emit linkActivated({.page = u"stations"_s, .station = station}); });
    connect(form_, &ReservationForm::showRequested, this, [this](const QString &station, int reservationId) {
        wanted_ = Wanted{station, reservationId};
        selectWanted();
    });
}

bool ReservationsPage::hasUnsaved() const
{
    return form_->isEdited() || !drafts_.isEmpty();
}

QString ReservationsPage::headline() const
{
    if (!read_ || failed_)
        return {};
    const ocpp::Timestamp now = store::now();
    std::optional<ocpp::Timestamp> next;
    int active = 0;
    for (const ReservationRow &row : source_->model().rows()) {
        if (!row.isActive(now))
            continue;
        ++active;
        next = std::min(next.value_or(row.end()), row.end());
    }
    if (!next)
        return tr("No connector is reserved");
    return tr("%n active", nullptr, active) + u", "_s + tr("the next ends at %1").arg(format::moment(*next, now));
}

QString ReservationsPage::searchHint() const
{
    return tr("Search reservations");
}

void ReservationsPage::search(const QString &text)
{
    order_->setWords(text);
    presentContent();
}

void ReservationsPage::showEvent(QShowEvent *event)
{
    source_->setOpen(true);
    Page::showEvent(event);
}

void ReservationsPage::hideEvent(QHideEvent *event)
{
    source_->setOpen(false);
    Page::hideEvent(event);
}

void ReservationsPage::tick()
{
    timeline_->tick();
    panel_->tick();
    const ocpp::Timestamp now = store::now();
    const auto active = int(
        std::ranges::count_if(source_->model().rows(), [now](const ReservationRow &row) { return row.isActive(now); }));
    if (active == activeCount_)
        return;
    activeCount_ = active; // one is over by the clock
    order_->refresh();
    presentContent();
}

void ReservationsPage::presentContent()
{
    if (!read_)
        return;
    failed_ = false;
    form_->setKnown(source_->places(), source_->tags());
    presentTimeline();
    const int place = source_->model().find(panel_->key());
    if (place >= 0)
        panel_->present(source_->model().at(place));
    const bool none = order_->rowCount() == 0;
    if (none)
        presentNothing();
    content_->setCurrentIndex(none && !split_->isDetailOpen() ? Nothing : Reservations);
    selectWanted();
    emit headlineChanged();
}

/// What the table does not show has no bar, either.
void ReservationsPage::presentTimeline()
{
    const TableModel<ReservationRow> &rows = source_->model();
    for (int row = 0; row < rows.rowCount(); ++row)
        timeline_->setRowHidden(row, !order_->mapFromSource(rows.index(row, 0)).isValid());
    timeline_->setPlaces(source_->places());
    timeline_->doItemsLayout();
    timeline_->setHidden(order_->rowCount() == 0);
}

void ReservationsPage::presentNothing()
{
    empty_->presentDetail({});
    if (!source_->model().rows().isEmpty()) {
        empty_->present(u"search"_s, tr("No reservation matches"),
                        tr("Choose another state, or search for fewer letters."));
        empty_->presentAction(order_->choice() == ReservationFilterChoice::All ? QString() : tr("Show all"));
        return;
    }
    empty_->present(
        u"reservation"_s, tr("Nothing is reserved"),
        tr("A reservation keeps a connector free for one card until a certain time. The station takes part in "
           "it: it turns other cards away."));
    empty_->presentAction(tr("Reserve a connector"));
}

void ReservationsPage::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("The reservations cannot be read"), error);
    content_->setCurrentIndex(Nothing);
    emit headlineChanged();
}

void ReservationsPage::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    const ReservationRow &row = source_->model().at(order_->mapToSource(selected.first()).row());
    putAside();
    panel_->present(row);
    side_->setCurrentWidget(panel_);
    split_->openDetail();
    timeline_->select(row.key());
}

/// Before the form goes out of sight or shows something else: what was entered is not lost.
void ReservationsPage::putAside()
{
    if (!form_->isEdited())
        return;
    const ReservationDraft draft = form_->draft();
    form_->settle();
    const QString key = u"%1/%2/%3"_s.arg(draft.station, QString::number(draft.connector), draft.whom);
    drafts_.insert(key, draft);
    shelf_->putAside({.key = key}, draft.station.isEmpty() ? tr("the new reservation")
                                                           : tr("the reservation at %1").arg(draft.station));
}

void ReservationsPage::openDraft(const QString &key)
{
    if (!drafts_.contains(key))
        return;
    openForm();
    form_->resume(drafts_.take(key));
    shelf_->remove({.key = key});
}

void ReservationsPage::openForm(const store::Reservation &wish)
{
    putAside();
    table_->clearSelection();
    timeline_->select(0);
    form_->setKnown(source_->places(), source_->tags());
    side_->setCurrentWidget(form_);
    content_->setCurrentIndex(Reservations);
    split_->openDetail();
    form_->begin(wish);
}

void ReservationsPage::select(qint64 key)
{
    const int place = source_->model().find(key);
    if (place < 0)
        return;
    const auto found = [this, place] { return order_->mapFromSource(source_->model().index(place, 0)); };
    if (!found().isValid()) {
        order_->setWords({});
        emit searchDropped();
        choice_->setCurrentIndex(0);
    }
    table_->selectRow(found().row());
    table_->scrollTo(found());
}

void ReservationsPage::selectWanted()
{
    if (!wanted_)
        return;
    const QList<ReservationRow> &rows = source_->model().rows();
    const auto row = std::ranges::find_if(rows, [this](const ReservationRow &one) {
        return one.reservation.station == wanted_->station && one.reservation.reservationId == wanted_->reservationId;
    });
    if (row == rows.cend())
        return;
    wanted_.reset();
    select(row->key());
}

} // namespace ui
