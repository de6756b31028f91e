// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/attentionrow.h"

#include "store/clock.h"
#include "ui/pages/overview/attentionwords.h"
#include "ui/text/format.h"
#include "ui/theme/strokes.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

namespace ui {

AttentionRow::AttentionRow(QWidget *parent) : QWidget(parent)
{
    mark_ = new MarkView(this);
    title_ = new ElidedLabel({}, TextSize::Body, Role::Text, this);
    title_->bold();
    since_ = new Label({}, TextSize::Caption, Role::Muted, this);
    proposal_ = new Label({}, TextSize::Body, Role::Muted, this);
    proposal_->wrapping();
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().hide();
    primary_ = new QPushButton(this);
    secondary_ = new QPushButton(this);
    setButtonKind(*secondary_, ButtonKind::Quiet);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(12);
    heading->addWidget(title_, 1);
    heading->addWidget(since_);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addLayout(heading);
    words->addWidget(proposal_);
    words->addWidget(complaint_);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 12, 9);
    layout->setSpacing(12);
    layout->addWidget(mark_, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(secondary_);
    layout->addWidget(primary_);
    connect(primary_, &QPushButton::clicked, this, [this] { act(true); });
    connect(secondary_, &QPushButton::clicked, this, [this] { act(false); });
}

void AttentionRow::present(const AttentionItem &item)
{
    item_ = item;
    busy_ = false;
    const AttentionWords words = attentionWords(item);
    mark_->present(words.mark, words.title);
    title_->setWholeText(words.title);
    proposal_->setText(words.proposal);
    proposal_->setToolTip(words.tooltip);
    since_->setToolTip(item.since ? format::utc(*item.since) : QString());
    since_->setText(item.since ? format::ago(*item.since, store::now()) : QString());
    presentButtons();
}

void AttentionRow::presentButtons()
{
    const AttentionWords words = attentionWords(item_);
    for (const auto &[button, text] : {std::pair{primary_, words.primary}, std::pair{secondary_, words.secondary}}) {
        button->setText(text);
        button->setAccessibleName(tr("%1: %2", "button, what it is about").arg(text, words.title));
        button->setHidden(text.isEmpty());
        button->setEnabled(!busy_);
    }
    primary_->setEnabled(words.canAct && !busy_);
}

void AttentionRow::complain(const QString &text)
{
    complaint_->setText(text);
    complaint_->show();
    busy_ = false;
    presentButtons();
}

void AttentionRow::act(bool primary)
{
    complaint_->hide();
    emit actRequested(primary);
}

void AttentionRow::setBusy()
{
    busy_ = true;
    presentButtons();
}

void AttentionRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(strokes::pen(Role::Hairline));
    painter.drawLine(QPointF(16, 0.5), QPointF(width() - 16, 0.5));
}

} // namespace ui
