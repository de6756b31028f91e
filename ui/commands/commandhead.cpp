// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandhead.h"

#include "ui/theme/icons.h"
#include "ui/theme/strokes.h"
#include "ui/theme/typography.h"

#include <QPainter>

#include <algorithm>

namespace ui {

CommandHead::CommandHead(const QString &iconName, const QString &title, const QString &term, QWidget *parent)
    : QAbstractButton(parent), iconName_(iconName), term_(term)
{
    setText(title);
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("OCPP: %1").arg(term));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CommandHead::setStory(const std::optional<CommandStory> &story)
{
    story_ = story;
    setToolTip(story ? story->text + u'\n' + story->explanation : tr("OCPP: %1").arg(term_));
    setAccessibleDescription(story ? story->text : QString());
    update();
}

void CommandHead::setUnfolded(bool unfolded)
{
    unfolded_ = unfolded;
    update();
}

void CommandHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    if (isDown() || underMouse())
        strokes::box(painter, rect(), 6, palette.tint(Role::Muted, isDown() ? 0.16 : 0.09), {});
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        strokes::box(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 5, {}, palette.color(Role::Accent), 2);
    ui::icon(iconName_, unfolded_ ? Role::Accent : Role::Muted).paint(&painter, QRect(8, 9, 18, 18));
    strokes::chevron(painter, QRectF(width() - 24, 0, 16, height()), unfolded_ ? Qt::UpArrow : Qt::DownArrow,
                     Role::Muted, 7);
    painter.setFont(textFont(TextSize::Body, unfolded_ ? QFont::DemiBold : QFont::Normal));
    painter.setPen(palette.color(Role::Text));
    QRect words = rect().adjusted(36, 0, -32, 0);
    painter.drawText(words, Qt::AlignVCenter, text());
    words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(text()) + 16);
    if (!story_)
        return;
    painter.setFont(textFont(TextSize::Caption));
    const QString story = painter.fontMetrics().elidedText(story_->text, Qt::ElideRight, std::max(0, words.width() - 20));
    const int left = words.right() - painter.fontMetrics().horizontalAdvance(story);
    painter.setPen(palette.color(story_->underWay ? Role::Muted : Role::Text));
    painter.drawText(QRect(left, 0, words.right() - left + 1, height()), Qt::AlignVCenter, story);
    drawMark(painter, QRectF(left - 20, height() / 2.0 - 7, 14, 14), story_->mark);
}

void CommandHead::enterEvent(QEnterEvent *event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void CommandHead::leaveEvent(QEvent *event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace ui
