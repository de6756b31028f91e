// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"

#include "ui/models/column.h"
#include "ui/theme/icons.h"
#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double sideSpace = 8;
constexpr double afterNumber = 16; // or the number would touch the text of the next column
constexpr double markExtent = 16;
constexpr double symbolExtent = 18;
constexpr double narrowestText = 18;

bool isHovered(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const TableView *>(option.widget);
    return table && table->hoveredRow() == index.row();
}

void drawGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Palette &palette = Palette::current();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter.fillRect(option.rect, palette.color(Role::Selection));
    else if (isHovered(option, index))
        painter.fillRect(option.rect, palette.color(Role::Raised));
    if (selected && index.column() == 0)
        painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), palette.color(Role::Accent));
}

void drawElided(QPainter &painter, const QRectF &box, const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
{
    if (box.width() < narrowestText && painter.fontMetrics().horizontalAdvance(text) > box.width())
        return; // an ellipsis alone says nothing
    painter.drawText(box, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, int(box.width()) + 1));
}

void drawMarks(QPainter &painter, QRectF box, const MarkedTexts &marks)
{
    for (const auto &[mark, text] : marks) {
        if (box.width() < markExtent)
            return;
        drawMark(painter, QRectF(box.left(), box.center().y() - markExtent / 2, markExtent, markExtent), mark);
        box.setLeft(box.left() + markExtent + 6);
        drawElided(painter, box, text);
        box.setLeft(box.left() + painter.fontMetrics().horizontalAdvance(text) + 12);
    }
}

/// The number in its ink, the unit after the no-break space in Muted.
void drawNumber(QPainter &painter, QRectF box, const QString &text)
{
    const qsizetype unitAt = text.lastIndexOf(QChar::Nbsp);
    if (unitAt > 0) {
        const QString unit = text.mid(unitAt);
        const QPen ink = painter.pen();
        painter.setPen(Palette::current().color(Role::Muted));
        drawElided(painter, box, unit, Qt::AlignRight);
        painter.setPen(ink);
        box.setRight(box.right() - painter.fontMetrics().horizontalAdvance(unit));
    }
    tabular::draw(painter, box, Qt::AlignRight, unitAt > 0 ? text.left(unitAt) : text);
}

QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return index.data(StrongRole).toBool() ? textFont(TextSize::Body, QFont::DemiBold) : option.font;
}

/// Of all that paint() draws side by side.
double neededWidth(const QFont &font, const QModelIndex &index)
{
    const QFontMetricsF metrics(font);
    const double symbol = index.data(SymbolRole).toString().isEmpty() ? 0 : symbolExtent + 6;
    const QVariant marks = index.data(MarksRole);
    if (!marks.isValid())
        return symbol + metrics.horizontalAdvance(index.data().toString())
               + (index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight ? afterNumber : 0);
    double width = symbol;
    for (const auto &[mark, text] : marks.value<MarkedTexts>())
        width += (width > symbol ? 12 : 0) + markExtent + 6 + metrics.horizontalAdvance(text);
    return width;
}

QRectF drawSymbol(QPainter &painter, QRectF box, const QString &name, Role ink)
{
    if (name.isEmpty())
        return box;
    const QRect place(int(box.left()), int(box.center().y() - symbolExtent / 2), int(symbolExtent), int(symbolExtent));
    icon(name, ink).paint(&painter, place);
    box.setLeft(box.left() + symbolExtent + 6);
    return box;
}

} // namespace

int CellDelegate::columnWidth(const QFont &font, const QString &text)
{
    const double asItIs = QFontMetricsF(font).horizontalAdvance(text); // a font may space digits by their neighbours
    return int(std::ceil(std::max(asItIs, tabular::width(font, text)) + 2 * sideSpace));
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    drawGround(*painter, option, index);
    const QVariant inkValue = index.data(InkRole);
    const Role ink = inkValue.isValid() ? static_cast<Role>(inkValue.toInt()) : Role::Text;
    painter->setFont(fontOf(option, index));
    painter->setPen(Palette::current().color(ink));
    const QString text = index.data().toString();
    const QRectF box = drawSymbol(*painter, QRectF(option.rect).adjusted(sideSpace, 0, -sideSpace, 0),
                                  index.data(SymbolRole).toString(), ink);
    if (const QVariant marks = index.data(MarksRole); marks.isValid())
        drawMarks(*painter, box, marks.value<MarkedTexts>());
    else if (index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight)
        drawNumber(*painter, box.adjusted(0, 0, -afterNumber, 0), text);
    else
        drawElided(*painter, box, text);
    painter->restore();
}

QString CellDelegate::tooltip(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString more = index.data(Qt::ToolTipRole).toString();
    const QString whole = index.data().toString();
    const bool isCut = neededWidth(fontOf(option, index), index) > option.rect.width() - 2 * sideSpace + 1;
    if (!isCut || more.contains(whole))
        return more;
    return more.isEmpty() ? whole : whole + u'\n' + more;
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = tooltip(option, index);
    QToolTip::showText(event->globalPos(), Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text,
                       view->viewport(), option.rect);
    event->setAccepted(!text.isEmpty());
    return event->isAccepted();
}

} // namespace ui
