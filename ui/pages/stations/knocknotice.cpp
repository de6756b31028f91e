// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/knocknotice.h"

#include "ui/pages/connect/knocksource.h"
#include "ui/pages/connect/knockwords.h"
#include "ui/theme/strokes.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/symbol.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;

KnockNotice::KnockNotice(const Backend &backend, QWidget *parent)
    : QFrame(parent), source_(new KnockSource(backend, this))
{
    symbol_ = new Symbol(18, this);
    symbol_->present(u"knock"_s, Role::Accent);
    title_ = new Label({}, TextSize::Body, Role::Text, this);
    open_ = new QPushButton(tr("See who knocks"), this);
    setButtonKind(*open_, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 4, 4, 4);
    layout->setSpacing(10);
    layout->addWidget(symbol_);
    layout->addWidget(title_, 1);
    layout->addWidget(open_);
    connect(open_, &QPushButton::clicked, this, &KnockNotice::openRequested);
    connect(source_, &KnockSource::updated, this, &KnockNotice::present);
    hide();
}

void KnockNotice::setOpen(bool open)
{
    source_->setOpen(open);
}

int KnockNotice::count() const
{
    return int(source_->state().knocks.size());
}

void KnockNotice::present()
{
    setHidden(count() == 0);
    if (count() == 1)
        title_->setText(tr("%1 knocks and was not let in.").arg(knockName(source_->state().knocks.first().knock)));
    else
        title_->setText(tr("%n station(s) knock and were not let in.", nullptr, count()));
    emit countChanged();
}

void KnockNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    strokes::box(painter, rect(), 8, palette.tint(Role::Accent, 0.08), palette.tint(Role::Accent, 0.3));
}

} // namespace ui
