// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connect/connectpage.h"

#include "store/error.h"
#include "ui/pages/connect/addresspicker.h"
#include "ui/pages/connect/connecthints.h"
#include "ui/pages/connect/knocklist.h"
#include "ui/pages/connect/knocksource.h"
#include "ui/widgets/section.h"

#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr auto clockPace = 10s;

} // namespace

ConnectPage::ConnectPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new KnockSource(backend, this))
{
    address_ = new Section(tr("Address for the charger"), this);
    picker_ = new AddressPicker(backend, address_);
    address_->addInset(picker_);
    address_->setRemark(backend.ownsEngine
                            ? tr("listening on port %1").arg(QUrl(backend.ocppAddress).port())
                            : tr("port %1, of the engine that runs elsewhere").arg(QUrl(backend.ocppAddress).port()));
    auto *hints = new Section(tr("If it does not knock"), this);
    hints->addInset(new ConnectHints(backend.ocppAddress, hints), 1);
    knocks_ = new KnockList(backend, *source_, this);
    auto *upper = new QHBoxLayout;
    upper->setSpacing(12);
    upper->addWidget(address_, 3);
    upper->addWidget(hints, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addLayout(upper);
    layout->addWidget(knocks_, 1);
    layout->addStretch();
    clock_.setInterval(clockPace);
    connect(&clock_, &QTimer::timeout, this, &ConnectPage::refreshClock);
    connect(source_, &KnockSource::updated, this, &ConnectPage::present);
    connect(source_, &KnockSource::failed, this, &ConnectPage::presentError);
    connect(knocks_, &KnockList::linkActivated, this, &Page::linkActivated);
}

QString ConnectPage::headline() const
{
    if (!known_)
        return {};
    const DoorState &door = source_->state();
    QStringList parts;
    if (!door.knocks.isEmpty())
        parts << tr("%n knock(s) and was not let in", nullptr, int(door.knocks.size()));
    if (door.stations > 0)
        parts << tr("%1 of %2 stations connected")
                     .arg(QLocale().toString(door.online), QLocale().toString(door.stations));
    else
        parts << tr("no station is registered yet");
    return parts.join(u", "_s);
}

bool ConnectPage::hasUnsaved() const
{
    return knocks_->hasUnsaved();
}

void ConnectPage::showEvent(QShowEvent *event)
{
    source_->setOpen(true);
    refreshClock();
    clock_.start();
    Page::showEvent(event);
}

void ConnectPage::hideEvent(QHideEvent *event)
{
    source_->setOpen(false);
    clock_.stop();
    Page::hideEvent(event);
}

void ConnectPage::refreshClock()
{
    picker_->refresh();
    knocks_->refreshClock();
}

void ConnectPage::present()
{
    known_ = true;
    knocks_->present();
    emit headlineChanged();
}

void ConnectPage::presentError(const store::Error &error)
{
    known_ = false;
    knocks_->presentFailure(error);
    emit headlineChanged();
}

} // namespace ui
