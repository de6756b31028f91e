// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/momentstrip.h"

#include "ui/pages/schedules/momentwords.h"
#include "ui/pages/schedules/weekcanvas.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>
#include <QToolTip>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int limitWidth = 84; // px
constexpr int lines = 3;

/// All that can be done on the canvas, with its keys.
QString helpText(const WeekCanvas &canvas)
{
    QStringList texts{
        MomentStrip::tr("Drag on the canvas to draw a step; drag its top or an edge to change it."),
        MomentStrip::tr("Double-click splits a step. Shift and drag select. Esc ends a drag without a change."),
        QString(),
        MomentStrip::tr("Arrows: move the cursor; with Shift select, with Ctrl to the next edge"),
        MomentStrip::tr("Digits: the limit of what is selected"),
        MomentStrip::tr("+ and −, Ctrl and wheel: zoom; Page up and down: another week")};
    for (const QAction *action : canvas.actions()) {
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys.append(key.toString(QKeySequence::NativeText));
        texts.append(u"%1: %2"_s.arg(keys.join(u" / "_s), QString(action->text()).remove(u'…')));
    }
    return texts.join(u'\n');
}

} // namespace

MomentStrip::MomentStrip(WeekCanvas &canvas, QWidget *parent) : QWidget(parent), canvas_(canvas)
{
    when_ = new Label({}, TextSize::Body, Role::Muted, this);
    limit_ = new Label({}, TextSize::Section, Role::Accent, this);
    limit_->bold();
    limit_->setMinimumWidth(limitWidth);
    why_ = new Label({}, TextSize::Caption, Role::Text, this);
    why_->wrapping();
    // Always as high: a strip that grows under the mouse would move the canvas.
    why_->setFixedHeight(lines * why_->fontMetrics().lineSpacing());
    auto *help = new QToolButton(this);
    help->setIcon(icon(u"info"_s));
    help->setAutoRaise(true);
    help->setAccessibleName(tr("Mouse and keys of the canvas"));
    help->setAccessibleDescription(helpText(canvas));
    help->setToolTip(helpText(canvas));
    // Whoever needs the keys has no pointer to wait over it with.
    connect(help, &QToolButton::clicked, help,
            [help] { QToolTip::showText(help->mapToGlobal(help->rect().bottomLeft()), help->toolTip(), help); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(12);
    layout->addWidget(when_);
    layout->addWidget(limit_);
    layout->addWidget(why_, 1);
    layout->addWidget(help);
    connect(&canvas_, &WeekCanvas::lookedAtChanged, this, &MomentStrip::follow);
    connect(&canvas_, &WeekCanvas::refused, this, &MomentStrip::explain);
    follow();
}

/// What does not fit at all is in the tooltip; what fits is in the middle of the strip, else its beginning is to be read.
void MomentStrip::explain(const QString &text)
{
    why_->setText(text);
    why_->setToolTip(text);
    const bool fits = why_->heightForWidth(why_->width()) <= why_->height();
    why_->setAlignment(Qt::AlignLeft | (fits ? Qt::AlignVCenter : Qt::AlignTop));
}

void MomentStrip::follow()
{
    const MomentWords words = momentWords(canvas_.document(), canvas_.lookedAt());
    when_->setText(words.when);
    limit_->setText(words.limit);
    explain(words.why);
    canvas_.setAccessibleDescription(u"%1, %2. %3"_s.arg(words.when, words.limit, words.why));
}

} // namespace ui
