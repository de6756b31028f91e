// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/wakefulness.h"

#include "store/clock.h"
#include "ui/desktop/sitewatch.h"
#include "ui/shell/preferences.h"
#include "ui/text/format.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString sleepMessage = u"sleep"_s;

} // namespace

Wakefulness::Wakefulness(SiteWatch &watch, SleepLock &lock, Notifier *notifier, QObject *parent)
    : QObject(parent), lock_(lock), notifier_(notifier)
{
    connect(&watch, &SiteWatch::felt, this, &Wakefulness::follow);
    connect(&Preferences::shared(), &Preferences::changed, this, &Wakefulness::apply);
    connect(&lock_, &SleepLock::held, this, [this] {
        held_ = charging_ > 0 && !complained_ && Preferences::shared().staysAwake();
        emit changed();
    });
    connect(&lock_, &SleepLock::refused, this, &Wakefulness::tellRefusal);
    connect(&lock_, &SleepLock::aboutToSleep, this, &Wakefulness::warn);
    connect(&lock_, &SleepLock::awoke, this, &Wakefulness::tellSleep);
    if (notifier_)
        connect(notifier_, &Notifier::handedOver, this, [this](const QString &kind) {
            if (kind == sleepMessage)
                lock_.letSleep();
        });
}

QString Wakefulness::text() const
{
    return held_ ? tr("Stays awake: %1", "how many cars charge").arg(reason()) : QString();
}

QString Wakefulness::reason() const
{
    return tr("%n car(s) charging", nullptr, charging_);
}

void Wakefulness::follow(const SitePulse &pulse)
{
    if (pulse.charging == charging_)
        return;
    charging_ = pulse.charging;
    apply();
}

void Wakefulness::apply()
{
    const bool wanted = Preferences::shared().staysAwake();
    held_ = held_ && charging_ > 0 && wanted;
    if (charging_ == 0)
        lock_.hold(SleepLock::Hold::Nothing, {});
    else
        lock_.hold(wanted && !complained_ ? SleepLock::Hold::Block : SleepLock::Hold::Delay, reason());
    emit changed();
}

void Wakefulness::tellRefusal()
{
    held_ = false;
    complained_ = true; // once is enough
    apply();
    emit said(tr("This computer may go to sleep although cars charge: the system does not let Stationmaster keep it "
                 "awake. Switch off automatic suspend in the power settings, or the stations are offline meanwhile."));
}

void Wakefulness::warn()
{
    if (charging_ == 0)
        return lock_.letSleep();
    asleepSince_ = store::now();
    if (!notifier_)
        return lock_.letSleep();
    notifier_->present({.kind = sleepMessage,
                        .title = tr("Going to sleep with %1").arg(reason()),
                        .text = tr("The stations go on charging, but offline: cards may be refused, and sessions "
                                   "arrive here when the computer is awake again."),
                        .urgent = true});
}

void Wakefulness::tellSleep()
{
    if (!asleepSince_)
        return;
    const ocpp::Timestamp now = store::now();
    emit said(tr("This computer slept from %1 to %2 while cars charged. The stations were offline; what happened "
                 "meanwhile arrives as they come back.")
                  .arg(format::moment(*asleepSince_, now), format::moment(now, now)));
    asleepSince_.reset();
}

} // namespace ui
