// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reservations/reservationtimeline.h"

#include "store/clock.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSet>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace std::chrono_literals;

// px
constexpr int barHeight = 20;
constexpr int narrowestBar = 8;

/// How much of what is in sight lies before now.
constexpr double pastShare = 0.25;

} // namespace

ReservationTimeline::ReservationTimeline(TableModel<ReservationRow> &model, QWidget *parent)
    : QListView(parent), rows_(model), span_(12h)
{
    setAccessibleName(tr("Timeline of the reservations"));
    setAccessibleDescription(tr("Arrow keys go from one reservation to the next."));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    viewport()->setAutoFillBackground(false);
    setCornerWidget(new QWidget(this)); // between the scroll bars nothing is drawn
    // Before the view hears of it: whoever asks where a row is must find it.
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &ReservationTimeline::layOut);
    setModel(&model);
    // Who scrolls by hand wants to look elsewhere than at now.
    connect(horizontalScrollBar(), &QScrollBar::actionTriggered, this, [this] { followsNow_ = false; });
}

void ReservationTimeline::setPlaces(const QList<ReservablePlace> &places)
{
    if (places == places_)
        return;
    places_ = places;
    doItemsLayout();
}

void ReservationTimeline::setSpan(std::chrono::hours span)
{
    span_ = span;
    doItemsLayout();
    showNow();
}

void ReservationTimeline::tick()
{
    doItemsLayout();
    if (followsNow_)
        showNow();
}

void ReservationTimeline::showNow()
{
    followsNow_ = true;
    const double left = pixels(store::now() - from_) - pastShare * (viewport()->width() - gutter);
    horizontalScrollBar()->setValue(int(left));
}

void ReservationTimeline::select(qint64 key)
{
    const QScopedValueRollback quiet(quiet_, true);
    const int row = rows_.find(key);
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
    } else if (currentIndex().row() != row) {
        setCurrentIndex(rows_.index(row, 0));
    }
}

// What stands where

void ReservationTimeline::doItemsLayout()
{
    layOut();
    // Not the list's: rows would lie below each other. NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::doItemsLayout();
}

void ReservationTimeline::layOut()
{
    const ocpp::Timestamp now = store::now();
    const auto before = std::chrono::milliseconds(qint64(double(span_.count()) * pastShare));
    from_ = now - before;
    to_ = from_ + span_;
    shown_.clear();
    for (int row = 0; row < rows_.rowCount(); ++row) {
        if (!isRowHidden(row))
            shown_.append(row);
    }
    QSet<QString> stations;
    for (const int shown : std::as_const(shown_)) {
        const ReservationRow &row = rows_.at(shown);
        stations.insert(row.reservation.station);
        from_ = std::min(from_, row.reservation.created - before / 8);
        to_ = std::max(to_, row.end() + before / 2);
    }
    lanes_.clear();
    for (const ReservablePlace &place : std::as_const(places_)) {
        if (stations.remove(place.station))
            addLanes(place.station);
    }
    QStringList gone(stations.begin(), stations.end());
    gone.sort();
    for (const QString &station : std::as_const(gone))
        addLanes(station);
    placeBars();
}

/// Of all its connectors, also the free ones; of "any" if somebody has reserved that.
void ReservationTimeline::addLanes(const QString &station)
{
    QList<int> connectors;
    const auto place = std::ranges::find(places_, station, &ReservablePlace::station);
    if (place != places_.cend()) {
        for (const ReservablePlace::Plug &plug : place->plugs)
            connectors.append(plug.connector);
    }
    for (const int row : std::as_const(shown_)) {
        const store::Reservation &reservation = rows_.at(row).reservation;
        if (reservation.station == station && !connectors.contains(reservation.connector))
            connectors.append(reservation.connector);
    }
    std::ranges::sort(connectors);
    for (const int connector : std::as_const(connectors))
        lanes_.append({station, connector, connector == connectors.first()});
}

void ReservationTimeline::placeBars()
{
    bars_.fill({}, rows_.rowCount());
    QList<QList<ocpp::Timestamp>> ends(lanes_.size()); // of each track
    QList<int> order = shown_;
    std::ranges::sort(order, {}, [this](int row) { return rows_.at(row).reservation.created; });
    for (const int row : std::as_const(order)) {
        const ReservationRow &reservation = rows_.at(row);
        const int lane = laneOf(reservation.reservation.station, reservation.reservation.connector);
        QList<ocpp::Timestamp> &tracks = ends[lane];
        const auto free =
            std::ranges::find_if(tracks, [&](ocpp::Timestamp end) { return end <= reservation.reservation.created; });
        const int track = int(std::distance(tracks.begin(), free));
        if (free == tracks.end())
            tracks.append(reservation.end());
        else
            *free = reservation.end();
        bars_[row] = {lane, track};
    }
    int top = 0;
    for (qsizetype lane = 0; lane < lanes_.size(); ++lane) {
        top += lanes_.at(lane).isFirst && lane > 0 ? stationGap : 0;
        lanes_[lane].top = top;
        lanes_[lane].tracks = std::max(1, int(ends.at(lane).size()));
        top += laneHeight(lanes_.at(lane));
    }
}

int ReservationTimeline::laneOf(const QString &station, int connector) const
{
    const auto lane = std::ranges::find_if(
        lanes_, [&](const Lane &one) { return one.station == station && one.connector == connector; });
    return int(std::distance(lanes_.begin(), lane));
}

int ReservationTimeline::laneHeight(const Lane &lane) const
{
    return lane.tracks * trackHeight;
}

int ReservationTimeline::contentHeight() const
{
    return lanes_.isEmpty() ? 0 : lanes_.last().top + laneHeight(lanes_.last());
}

double ReservationTimeline::pixels(std::chrono::milliseconds time) const
{
    return double(time.count()) / double(span_.count()) * std::max(1, viewport()->width() - gutter);
}

double ReservationTimeline::xOf(ocpp::Timestamp time) const
{
    return gutter + pixels(time - from_) - horizontalOffset();
}

ocpp::Timestamp ReservationTimeline::timeAt(double x) const
{
    const double share = (x - gutter + horizontalOffset()) / std::max(1, viewport()->width() - gutter);
    return from_ + std::chrono::milliseconds(qint64(share * double(span_.count())));
}

QRectF ReservationTimeline::barRect(int row) const
{
    const ReservationRow &reservation = rows_.at(row);
    const Bar &bar = bars_.at(row);
    const double left = std::floor(xOf(reservation.reservation.created));
    const double right = std::ceil(xOf(reservation.end()));
    const double top = axisHeight + lanes_.at(bar.lane).top + bar.track * trackHeight - verticalOffset();
    return {left, top + (trackHeight - barHeight) / 2.0, std::max<double>(narrowestBar, right - left), barHeight};
}

QRect ReservationTimeline::visualRect(const QModelIndex &index) const
{
    return std::ranges::binary_search(shown_, index.row()) ? barRect(index.row()).toAlignedRect() : QRect();
}

QModelIndex ReservationTimeline::indexAt(const QPoint &point) const
{
    if (point.x() < gutter || point.y() < axisHeight)
        return {};
    for (const int row : shown_) {
        if (barRect(row).contains(point))
            return rows_.index(row, 0);
    }
    return {};
}

QSize ReservationTimeline::sizeHint() const
{
    const int lanes = std::clamp(contentHeight(), 3 * trackHeight, 11 * trackHeight);
    return {400, axisHeight + lanes + horizontalScrollBar()->sizeHint().height() + 4};
}

// Moving about

void ReservationTimeline::updateGeometries()
{
    const int width = std::max(0, viewport()->width() - gutter);
    const int height = std::max(0, viewport()->height() - axisHeight);
    horizontalScrollBar()->setRange(0, std::max(0, int(std::ceil(pixels(to_ - from_))) - width));
    horizontalScrollBar()->setPageStep(width);
    horizontalScrollBar()->setSingleStep(std::max(1, width / 12));
    verticalScrollBar()->setRange(0, std::max(0, contentHeight() - height));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(trackHeight);
    updateGeometry(); // lanes come and go
    // Not the list's: it would set the bars again. NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::updateGeometries();
}

void ReservationTimeline::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    updateGeometries();
    if (followsNow_)
        showNow();
}

void ReservationTimeline::scrollContentsBy(int, int)
{
    viewport()->update();
}

int ReservationTimeline::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int ReservationTimeline::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void ReservationTimeline::scrollTo(const QModelIndex &index, ScrollHint)
{
    const QRect bar = visualRect(index);
    if (bar.isNull())
        return;
    const int left = gutter + 8;
    if (bar.left() < left || bar.left() > viewport()->width() - 40) {
        followsNow_ = false;
        horizontalScrollBar()->setValue(horizontalOffset() + bar.left() - left);
    }
    if (bar.top() < axisHeight)
        verticalScrollBar()->setValue(verticalOffset() + bar.top() - axisHeight);
    else if (bar.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalOffset() + bar.bottom() - viewport()->height());
}

QList<int> ReservationTimeline::inOrder() const
{
    QList<int> order = shown_;
    std::ranges::sort(order, {},
                      [this](int row) { return std::pair(bars_.at(row).lane, rows_.at(row).reservation.created); });
    return order;
}

/// The bar of the next lane that has any, nearest in time.
int ReservationTimeline::neighbour(int row, int lanes) const
{
    int found = row;
    for (const int candidate : shown_) {
        const int distance = (bars_.at(candidate).lane - bars_.at(row).lane) * lanes;
        const int known = (bars_.at(found).lane - bars_.at(row).lane) * lanes;
        const auto apart = [&](int other) {
            return std::chrono::abs(rows_.at(other).reservation.created - rows_.at(row).reservation.created);
        };
        if (distance > 0 && (known == 0 || distance < known || (distance == known && apart(candidate) < apart(found))))
            found = candidate;
    }
    return found;
}

QModelIndex ReservationTimeline::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const QList<int> order = inOrder();
    if (order.isEmpty())
        return {};
    const qsizetype place = order.indexOf(currentIndex().row());
    if (place < 0)
        return rows_.index(order.first(), 0);
    const auto at = [&](qsizetype wanted) {
        return rows_.index(order.at(std::clamp<qsizetype>(wanted, 0, order.size() - 1)), 0);
    };
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        return at(place - 1);
    case MoveRight:
    case MoveNext:
        return at(place + 1);
    case MoveUp:
    case MovePageUp:
        return rows_.index(neighbour(currentIndex().row(), -1), 0);
    case MoveDown:
    case MovePageDown:
        return rows_.index(neighbour(currentIndex().row(), 1), 0);
    case MoveHome:
        return at(0);
    case MoveEnd:
        break;
    }
    return at(order.size() - 1);
}

void ReservationTimeline::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex index = indexAt(rect.center());
    selectionModel()->select(index.isValid() ? QItemSelection(index, index) : QItemSelection(), flags);
}

QRegion ReservationTimeline::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QModelIndex &index : selection.indexes())
        region += visualRect(index).adjusted(-3, -3, 3, 3);
    return region;
}

void ReservationTimeline::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (!selected.isEmpty() && !quiet_)
        emit chosen(rows_.at(selected.indexes().first().row()).key());
}

const ReservationTimeline::Lane *ReservationTimeline::freeLaneAt(const QPoint &point) const
{
    const int y = point.y() - axisHeight + verticalOffset();
    const auto lane =
        std::ranges::find_if(lanes_, [&](const Lane &one) { return y >= one.top && y < one.top + laneHeight(one); });
    const bool isFree = point.y() > axisHeight && lane != lanes_.cend() && !indexAt(point).isValid();
    return isFree ? &*lane : nullptr;
}

void ReservationTimeline::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const Lane *lane = freeLaneAt(event->position().toPoint()))
        emit placeRequested(lane->station, lane->connector);
}

bool ReservationTimeline::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (!freeLaneAt(help->pos()))
        return QListView::viewportEvent(event);
    QToolTip::showText(help->globalPos(), tr("Double-click to reserve this connector"), viewport());
    return true;
}

} // namespace ui
