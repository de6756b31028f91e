// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/addressbutton.h"

#include "ui/text/stationaddress.h"

#include <utility>

namespace ui {

using namespace std::chrono_literals;

AddressButton::AddressButton(const Backend &backend, QWidget *parent)
    : CopyButton(tr("Copy the address to type into a charger"), parent), backend_(backend), pace_(new QTimer(this))
{
    pace_->setInterval(10s);
    connect(pace_, &QTimer::timeout, this, &AddressButton::refresh);
    refresh();
}

void AddressButton::refresh()
{
    const QString now = currentAddress(backend_);
    if (std::exchange(address_, now) != now)
        setContent(now, true);
}

void AddressButton::showEvent(QShowEvent *event)
{
    refresh();
    pace_->start();
    CopyButton::showEvent(event);
}

void AddressButton::hideEvent(QHideEvent *event)
{
    pace_->stop();
    CopyButton::hideEvent(event);
}

} // namespace ui
