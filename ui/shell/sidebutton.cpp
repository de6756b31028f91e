// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"

#include <QPainter>

namespace ui {

SideButton::SideButton(const QString &iconName, const QString &text, QWidget *parent)
    : QAbstractButton(parent), iconName_(iconName)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SideButton::setCollapsed(bool collapsed)
{
    collapsed_ = collapsed;
    setToolTip(collapsed ? text() : QString());
    update();
}

void SideButton::setHint(const QString &hint)
{
    hint_ = hint;
    update();
}

QSize SideButton::sizeHint() const
{
    return {collapsed_ ? 40 : 204, 36};
}

void SideButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    if (isChecked() || isDown())
        strokes::box(painter, rect(), 8, palette.color(Role::Selection), {});
    else if (underMouse())
        strokes::box(painter, rect(), 8, palette.tint(Role::Muted, 0.12), {});
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        strokes::box(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 7, {}, palette.color(Role::Accent), 2);
    ui::icon(iconName_, isChecked() ? Role::Accent : Role::Muted).paint(&painter, QRect(10, 8, 20, 20));
    if (collapsed_)
        return;
    const QRect words = rect().adjusted(42, 0, -12, 0);
    painter.setFont(textFont(TextSize::Body, isChecked() ? QFont::DemiBold : QFont::Normal));
    painter.setPen(palette.color(Role::Text));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
    const double taken = painter.fontMetrics().horizontalAdvance(text());
    painter.setFont(textFont(TextSize::Caption));
    painter.setPen(palette.color(Role::Muted));
    if (taken + 8 + painter.fontMetrics().horizontalAdvance(hint_) <= words.width()) // the menu says it, too
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, hint_);
}

void SideButton::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void SideButton::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace ui
