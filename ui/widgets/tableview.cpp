// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tableview.h"

#include "ui/widgets/celldelegate.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QSettings>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

constexpr int narrowestStretched = 48; ///< px
constexpr int readableStretched = 150; ///< px
constexpr auto sortColumnKey = "/sortColumn"_L1;
constexpr auto sortDownKey = "/sortDown"_L1;

TableView::TableView(const QString &settingsKey, const QString &accessibleName, QWidget *parent)
    : QTableView(parent), settingsKey_(settingsKey)
{
    setObjectName(settingsKey);
    setAccessibleName(accessibleName);
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

TableView::~TableView()
{
    rememberWidths();
    if (!isSortingEnabled())
        return;
    QSettings().setValue(settingsKey_ + sortColumnKey, horizontalHeader()->sortIndicatorSection());
    QSettings().setValue(settingsKey_ + sortDownKey, horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder);
}

void TableView::arrange(const QList<ColumnWidth> &widths)
{
    widths_ = widths;
    horizontalHeader()->setMinimumSectionSize(32);
    applyWidths();
    const int sorted = QSettings().value(settingsKey_ + sortColumnKey, -1).toInt();
    if (sorted >= 0 && sorted < widths.size())
        horizontalHeader()->setSortIndicator(
            sorted, QSettings().value(settingsKey_ + sortDownKey).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void TableView::applyWidths()
{
    QHeaderView &header = *horizontalHeader();
    for (int column = 0; column < widths_.size(); ++column) {
        const auto [wide, narrow] = widths_.at(column);
        const bool stretches = wide == 0;
        const bool never = wide == ColumnWidth::never;
        header.setSectionHidden(column, never || (narrow_ && narrow == 0 && !stretches));
        header.setSectionResizeMode(column, stretches ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!stretches && !never)
            header.resizeSection(column, narrow_ ? narrow : wide);
    }
    const QVariantList chosen = QSettings().value(widthsKey()).toList();
    for (int column = 0; column < std::min(chosen.size(), widths_.size()); ++column) {
        if (widths_.at(column).wide > 0 && chosen.at(column).toInt() > 0)
            header.resizeSection(column, chosen.at(column).toInt());
    }
}

/// All columns, and what stretches so wide that a name can be read.
int TableView::neededWhenWide() const
{
    int needed = 0;
    for (const ColumnWidth &column : widths_)
        needed += column.wide == 0 ? readableStretched : column.wide == ColumnWidth::never ? 0 : column.wide;
    return needed;
}

/// What takes the room that is left, beside a detail, needs some to be read; else it goes.
void TableView::fitStretched()
{
    int taken = 0;
    for (int column = 0; column < widths_.size(); ++column) {
        if (widths_.at(column).wide != 0 && !isColumnHidden(column))
            taken += columnWidth(column);
    }
    const bool fits = !narrow_ || viewport()->width() - taken >= narrowestStretched;
    for (int column = 0; column < widths_.size(); ++column) {
        if (widths_.at(column).wide == 0 && isColumnHidden(column) == fits)
            setColumnHidden(column, !fits);
    }
}

void TableView::rememberWidths()
{
    QVariantList chosen;
    for (int column = 0; column < widths_.size(); ++column)
        chosen.append(columnWidth(column));
    if (!chosen.isEmpty())
        QSettings().setValue(widthsKey(), chosen);
}

QString TableView::widthsKey() const
{
    return settingsKey_ + (narrow_ ? "/narrowColumns"_L1 : "/columns"_L1);
}

bool TableView::isWholeInView(const QModelIndex &index, QSize view) const
{
    if (!index.isValid() || !selectionModel()->isSelected(index))
        return false;
    const QRect row = visualRect(index);
    return row.top() >= 0 && row.bottom() < view.height();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    const QModelIndex chosen = currentIndex();
    const bool staysInView =
        isWholeInView(chosen, event->oldSize()) && event->size().height() < event->oldSize().height();
    if (const bool narrow = width() < narrowBelow || width() < neededWhenWide(); narrow != narrow_) {
        rememberWidths();
        narrow_ = narrow;
        applyWidths();
    }
    fitStretched();
    QTableView::resizeEvent(event);
    if (staysInView)
        scrollTo(chosen);
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    hover(indexAt(event->position().toPoint()).row());
    QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent *event)
{
    hover(-1);
    QTableView::leaveEvent(event);
}

void TableView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    const int current = currentIndex().row();
    if (current >= first && current <= last) {
        clearSelection();
        setCurrentIndex({});
    }
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

void TableView::hover(int row)
{
    if (row == hoveredRow_)
        return;
    hoveredRow_ = row;
    viewport()->update();
}

} // namespace ui
