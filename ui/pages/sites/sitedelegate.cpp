// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sites/sitedelegate.h"

#include "ui/text/format.h"
#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using charging::PhaseAmps;

// px
constexpr int margin = 16;
constexpr int indent = 28;
constexpr int markExtent = 16;
constexpr int markTop = 14;
constexpr int siteHeight = 52;
constexpr int fuseHeight = 76;
constexpr int memberHeight = 56;
constexpr int barHeight = 10;
constexpr int barPitch = 18;
constexpr int figureWidth = 104;
constexpr int narrowestText = 220;
constexpr int narrowestWord = 32;

/// What one bar shows, in A.
struct Bar {
    QString name{};
    std::optional<double> flow{};
    double base = 0; ///< of what may flow, what is not handed out
    double most = 0; ///< may flow
    double limit = 0; ///< the end of the bar
};

QList<Bar> barsOf(const SiteRow &row)
{
    QList<Bar> bars;
    if (row.kind == SiteRow::Kind::Member) {
        std::optional<double> flow;
        if (row.member.flow)
            flow = std::ranges::max(*row.member.flow);
        bars.append({{}, flow, 0, row.member.mayDraw, row.member.member.maximumA});
    }
    if (row.kind != SiteRow::Kind::Fuse)
        return bars;
    const PhaseAmps limits = store::limitOf(row.fuse.fuse);
    for (std::size_t phase = 0; phase < 3; ++phase) {
        Bar bar{u"L%1"_s.arg(phase + 1), {}, row.fuse.base[phase], row.fuse.base[phase] + row.fuse.handedOut[phase],
                limits[phase]};
        if (row.fuse.flow)
            bar.flow = (*row.fuse.flow)[phase];
        bars.append(bar);
    }
    return bars;
}

double indentOf(const SiteRow &row)
{
    return row.kind == SiteRow::Kind::Site ? 0 : row.depth * indent;
}

/// Filled: flows. Outlined: may flow. Beyond the end: more than the fuse bears.
void drawBar(QPainter &painter, const QRectF &rect, const Bar &bar)
{
    const Palette &palette = Palette::current();
    const auto upTo = [&](double amps) {
        const double share = bar.limit > 0 ? std::clamp(amps / bar.limit, 0.0, 1.0) : 0;
        return QRectF(rect.left(), rect.top(), rect.width() * share, rect.height());
    };
    const Role role = bar.most > bar.limit + 0.05 ? Role::Fault : Role::Accent;
    strokes::box(painter, rect, 3, palette.color(Role::Raised), {});
    if (bar.most > 0)
        strokes::box(painter, upTo(bar.most), 3, palette.tint(role, 0.12), palette.color(role));
    if (bar.flow && *bar.flow > 0)
        strokes::box(painter, upTo(*bar.flow).adjusted(0, 2, 0, -2), 2, palette.color(role), {});
    painter.setPen(strokes::pen(Role::Text, 2));
    painter.drawLine(QPointF(rect.right(), rect.top() - 2), QPointF(rect.right(), rect.bottom() + 2));
}

void drawBars(QPainter &painter, const QRectF &area, const QList<Bar> &bars)
{
    const Palette &palette = Palette::current();
    const QLocale locale;
    double y = area.center().y() - double(bars.size()) * barPitch / 2.0;
    painter.setFont(textFont(TextSize::Caption));
    for (const Bar &bar : bars) {
        const QRectF line(area.left(), y, area.width(), barPitch);
        painter.setPen(palette.color(Role::Muted));
        painter.drawText(QRectF(line.left(), line.top(), 22, line.height()), Qt::AlignVCenter, bar.name);
        drawBar(painter, QRectF(line.left() + 24, line.center().y() - barHeight / 2.0, line.width() - 24 - figureWidth, barHeight),
                bar);
        const QString now = locale.toString(bar.flow.value_or(bar.most), 'f', 1);
        const QString limit = locale.toString(bar.limit, 'f', bar.limit == std::floor(bar.limit) ? 0 : 1);
        painter.setPen(palette.color(bar.most > bar.limit + 0.05 ? Role::Fault : Role::Text));
        tabular::draw(painter, QRectF(line.right() - figureWidth + 8, line.top(), figureWidth - 8, line.height()),
                      Qt::AlignRight | Qt::AlignVCenter,
                      bar.flow ? u"%1 / %2 A"_s.arg(now, limit) : u"≤ %1 / %2 A"_s.arg(now, limit));
        y += barPitch;
    }
}

/// Where the bars begin: they stand below each other in all lines.
double barsLeft(const QRect &rect)
{
    return rect.left() + std::max(narrowestText + margin, rect.width() * 11 / 20);
}

/// The wires from what feeds to what is fed.
void drawWires(QPainter &painter, const QRectF &rect, const SiteRow &row)
{
    if (row.kind == SiteRow::Kind::Site)
        return;
    const auto xAt = [&rect](int depth) { return std::floor(rect.left() + margin + depth * indent + markExtent / 2.0) + 0.5; };
    const auto goesOn = [&row](int depth) { return (row.rails & (1u << depth)) != 0; };
    const double y = std::floor(rect.top() + markTop + markExtent / 2.0) + 0.5;
    painter.setPen(strokes::pen(Role::Outline));
    for (int depth = 0; depth < row.depth; ++depth) {
        const bool isParent = depth == row.depth - 1;
        if (goesOn(depth))
            painter.drawLine(QPointF(xAt(depth), rect.top()), QPointF(xAt(depth), rect.bottom() + 1));
        else if (isParent)
            painter.drawLine(QPointF(xAt(depth), rect.top()), QPointF(xAt(depth), y));
        if (isParent)
            painter.drawLine(QPointF(xAt(depth), y), QPointF(xAt(depth) + indent - markExtent / 2.0 - 3, y));
    }
    if (goesOn(row.depth))
        painter.drawLine(QPointF(xAt(row.depth), y + markExtent / 2.0 + 3), QPointF(xAt(row.depth), rect.bottom() + 1));
}

/// "63 A", or "63/63/20 A" where the phases differ.
QString limitText(const PhaseAmps &limits)
{
    const QLocale locale;
    QStringList texts;
    for (const double amps : limits)
        texts.append(locale.toString(amps, 'f', amps == std::floor(amps) ? 0 : 1));
    const bool isEven = texts[0] == texts[1] && texts[0] == texts[2];
    return u"%1\u00a0A"_s.arg(isEven ? texts.first() : texts.join(u'/'));
}

QString titleOf(const SiteRow &row)
{
    if (row.kind == SiteRow::Kind::Site)
        return row.site;
    if (row.kind == SiteRow::Kind::Member)
        return row.name;
    return u"%1 · %2"_s.arg(row.name, limitText(store::limitOf(row.fuse.fuse)));
}

void drawWords(QPainter &painter, const QRectF &area, const SiteRow &row)
{
    const Palette &palette = Palette::current();
    const StateWord state = row.state();
    const bool isSite = row.kind == SiteRow::Kind::Site;
    painter.setFont(textFont(isSite ? TextSize::Section : TextSize::Body, QFont::DemiBold));
    const QFontMetrics titleMetrics = painter.fontMetrics();
    const QString title = titleMetrics.elidedText(titleOf(row), Qt::ElideRight, int(area.width()));
    const QRectF first(area.left(), area.top() + 10, area.width(), 24);
    painter.setPen(palette.color(Role::Text));
    painter.drawText(first, Qt::AlignVCenter, title);
    const double used = titleMetrics.horizontalAdvance(title) + 10;
    painter.setFont(textFont(TextSize::Caption));
    painter.setPen(palette.color(Role::Muted));
    const int left = int(area.width() - used);
    if (left > narrowestWord)
        painter.drawText(first.adjusted(used, 0, 0, 0), Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(state.word, Qt::ElideRight, left));
    const QRectF rest(area.left(), first.bottom(), area.width(), area.bottom() - first.bottom() - 4);
    painter.drawText(rest, int(Qt::AlignTop) | int(Qt::TextWordWrap), row.sentence());
}

} // namespace

void SiteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &palette = Palette::current();
    const SiteRow &row = rows_.at(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, palette.color(Role::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, palette.tint(Role::Accent, 0.05));
    const QRectF rect(option.rect);
    drawWires(*painter, rect, row);
    const double left = rect.left() + margin + indentOf(row);
    drawMark(*painter, QRectF(left, rect.top() + markTop, markExtent, markExtent), row.state().mark);
    const bool isSite = row.kind == SiteRow::Kind::Site;
    const double right = isSite ? rect.right() - margin : barsLeft(option.rect) - margin;
    drawWords(*painter, QRectF(QPointF(left + markExtent + 10, rect.top()), QPointF(right, rect.bottom())), row);
    if (!isSite)
        drawBars(*painter, QRectF(QPointF(barsLeft(option.rect), rect.top()), QPointF(rect.right() - margin, rect.bottom())),
                 barsOf(row));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Selected))
        strokes::box(*painter, rect.adjusted(2, 2, -2, -2), 4, {}, palette.color(Role::Accent), 2);
    painter->restore();
}

/// The sentence takes the lines that it needs.
QSize SiteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SiteRow &row = rows_.at(index.row());
    if (row.kind == SiteRow::Kind::Site)
        return {option.rect.width(), siteHeight};
    const double width = barsLeft(option.rect) - option.rect.left() - 2 * margin - indentOf(row) - markExtent - 10;
    const QRect words = QFontMetrics(textFont(TextSize::Caption))
                            .boundingRect(QRect(0, 0, std::max(80, int(width)), 400), Qt::TextWordWrap, row.sentence());
    const int needed = 34 + words.height() + 10;
    return {option.rect.width(), std::max(needed, row.kind == SiteRow::Kind::Fuse ? fuseHeight : memberHeight)};
}

} // namespace ui
