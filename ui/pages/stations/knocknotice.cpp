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
    connect(source_, &KnockSource::failed, this, &KnockNotice::presentFailure);
    hide();
}

void KnockNotice::setOpen(bool open)
{
    source_->setOpen(open);
}

void KnockNotice::reload()
{
    source_->reload();
}

int KnockNotice::count() const
{
    return failed_ ? 0 : int(source_->state().knocks.size());
}

void KnockNotice::present()
{
    failed_ = false;
    open_->setText(tr("See who knocks"));
    role_ = Role::Accent;
    symbol_->present(u"knock"_s, role_);
    setHidden(count() == 0);
    if (count() == 1)
        title_->setText(tr("%1 knocks and was not let in.").arg(knockName(source_->state().knocks.first().knock)));
    else
        title_->setText(tr("%n station(s) knock and were not let in.", nullptr, count()));
    emit countChanged();
}

/// Why, and another try, is where the button leads.
void KnockNotice::presentFailure()
{
    failed_ = true;
    open_->setText(tr("See why"));
    role_ = Role::Fault;
    symbol_->present(u"warning"_s, role_);
    title_->setText(tr("Who knocks cannot be read."));
    show();
    update();
    emit countChanged();
}

void KnockNotice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    strokes::box(painter, rect(), 8, palette.tint(role_, 0.08), palette.tint(role_, 0.3));
}

} // namespace ui
