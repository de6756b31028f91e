// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/figuretile.h"

#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace ui {

FigureTile::FigureTile(const QString &caption, const QString &tooltip, QWidget *parent) : QAbstractButton(parent)
{
    setText(caption);
    setAccessibleName(caption);
    setToolTip(tooltip);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureTile::present(const QString &figure, const QString &remark, double share)
{
    if (figure == figure_ && remark == remark_ && share == share_)
        return;
    figure_ = figure;
    remark_ = remark;
    share_ = share;
    setAccessibleDescription(remark.isEmpty() ? figure : figure + u' ' + remark);
    update();
}

void FigureTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Palette &palette = Palette::current();
    const Role ground = isDown() ? Role::Selection : underMouse() ? Role::Raised : Role::Surface;
    strokes::box(painter, rect(), 8, palette.color(ground), palette.color(Role::Hairline));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        strokes::box(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 7, {}, palette.color(Role::Accent), 2);
    const QRectF inner = QRectF(rect()).adjusted(16, 12, -16, -12);

    painter.setFont(textFont(TextSize::Caption, QFont::Medium));
    painter.setPen(palette.color(Role::Muted));
    painter.drawText(QRectF(inner.topLeft(), QSizeF(inner.width(), 16)), Qt::AlignLeft | Qt::AlignVCenter, text());

    QRectF line(inner.left(), inner.top() + 20, inner.width(), 32);
    const qsizetype unitAt = figure_.lastIndexOf(QChar::Nbsp);
    const QString number = unitAt > 0 ? figure_.left(unitAt) : figure_;
    const QFont large = textFont(TextSize::Title, QFont::DemiBold);
    painter.setFont(large);
    painter.setPen(palette.color(Role::Text));
    tabular::draw(painter, line, Qt::AlignLeft, number);
    line.setLeft(line.left() + tabular::width(large, number) + 5);
    painter.setPen(palette.color(Role::Muted));
    if (unitAt > 0) {
        painter.setFont(textFont(TextSize::Section));
        painter.drawText(line.adjusted(0, 3, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, figure_.mid(unitAt + 1));
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(figure_.mid(unitAt + 1)) + 5);
    }
    painter.setFont(textFont(TextSize::Caption));
    painter.drawText(line.adjusted(3, 5, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(remark_, Qt::ElideRight, int(line.width())));
    if (share_ < 0)
        return;
    const QRectF track(inner.left(), inner.bottom() - 4, inner.width(), 4);
    strokes::box(painter, track, 2, palette.color(Role::Raised), {});
    const double filled = track.width() * std::clamp(share_, 0.0, 1.0);
    if (filled >= 4)
        strokes::box(painter, QRectF(track.topLeft(), QSizeF(filled, 4)), 2, palette.color(Role::Accent), {});
}

void FigureTile::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void FigureTile::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace ui
