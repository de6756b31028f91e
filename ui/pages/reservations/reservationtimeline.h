// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tablemodel.h"
#include "ui/pages/reservations/reservationrow.h"
#include "ui/pages/reservations/reservationsource.h"

#include <QListView>

namespace ui {

/// The reservations as bars over time: a lane for each connector of the stations that have any, stations below each
/// other. A view of the model, so that arrow keys, selection and screen readers work as in a list. Hidden rows have no bar.
class ReservationTimeline : public QListView {
    Q_OBJECT
public:
    explicit ReservationTimeline(TableModel<ReservationRow> &model, QWidget *parent = nullptr);

    void setPlaces(const QList<ReservablePlace> &places);
    /// How much time is in sight at once.
    void setSpan(std::chrono::hours span);
    /// Time has passed.
    void tick();
    void showNow();
    /// Without giving it the focus; an invalid key: none.
    void select(qint64 key);

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosen(qint64 key);
    /// A lane was clicked twice where nothing is.
    void placeRequested(const QString &station, int connector);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void updateGeometries() override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    [[nodiscard]] QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override;
    [[nodiscard]] int verticalOffset() const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;

private:
    // px
    static constexpr int axisHeight = 28;
    static constexpr int gutter = 176; ///< with the names of the lanes
    static constexpr int trackHeight = 28;
    static constexpr int stationGap = 6;

    struct Lane {
        QString station{};
        int connector = 0;
        bool isFirst = false; ///< of its station
        int top = 0; ///< px below the axis, before scrolling
        int tracks = 1; ///< bars of the same time stand below each other
    };
    struct Bar {
        int lane = 0;
        int track = 0;
    };
    void layOut();
    void addLanes(const QString &station);
    void placeBars();
    /// Where nothing is reserved; null: elsewhere.
    [[nodiscard]] const Lane *freeLaneAt(const QPoint &point) const;
    [[nodiscard]] int laneOf(const QString &station, int connector) const;
    [[nodiscard]] int laneHeight(const Lane &lane) const;
    [[nodiscard]] int contentHeight() const;
    [[nodiscard]] double pixels(std::chrono::milliseconds time) const;
    [[nodiscard]] double xOf(ocpp::Timestamp time) const;
    [[nodiscard]] ocpp::Timestamp timeAt(double x) const;
    [[nodiscard]] QRectF barRect(int row) const;
    [[nodiscard]] double freeUntil(int row) const;
    [[nodiscard]] QList<int> inOrder() const;
    [[nodiscard]] int neighbour(int row, int lanes) const;
    void drawGrid(QPainter &painter) const;
    void drawLanes(QPainter &painter) const;
    void drawBar(QPainter &painter, int row) const;
    void drawBarText(QPainter &painter, int row) const;
    void drawNow(QPainter &painter) const;
    void drawNames(QPainter &painter) const;

    TableModel<ReservationRow> &rows_;
    QList<ReservablePlace> places_;
    std::chrono::milliseconds span_;
    ocpp::Timestamp from_{}; ///< where the axis begins
    ocpp::Timestamp to_{};
    QList<Lane> lanes_;
    QList<Bar> bars_; ///< as the rows of the model
    QList<int> shown_; ///< the rows that have a bar
    bool followsNow_ = true;
    bool quiet_ = false; ///< the selection is set from outside
};

} // namespace ui
