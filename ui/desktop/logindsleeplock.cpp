// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/logindsleeplock.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString logind = u"org.freedesktop.login1"_s;
const QString logindPath = u"/org/freedesktop/login1"_s;
const QString manager = u"org.freedesktop.login1.Manager"_s;

bool isAbsent(const QDBusError &error)
{
    static constexpr std::array absences{QDBusError::ServiceUnknown, QDBusError::UnknownObject,
                                         QDBusError::Disconnected, QDBusError::NoServer, QDBusError::NoReply};
    return std::ranges::find(absences, error.type()) != absences.end();
}

} // namespace

LogindSleepLock::LogindSleepLock(const QDBusConnection &systemBus) : bus_(systemBus)
{
    bus_.connect(logind, logindPath, manager, u"PrepareForSleep"_s, this, SLOT(prepareForSleep(bool)));
}

void LogindSleepLock::hold(Hold kind, const QString &why)
{
    if (kind == wanted_ && why == why_)
        return;
    wanted_ = kind;
    why_ = why;
    if (!goingToSleep_ || wanted_ == Hold::Nothing)
        takeAll();
}

void LogindSleepLock::takeAll()
{
    if (wanted_ == Hold::Nothing)
        drop(delay_);
    else
        take(Hold::Delay, delay_);
    if (wanted_ == Hold::Block)
        take(Hold::Block, block_);
    else
        drop(block_);
}

void LogindSleepLock::drop(Lock &lock)
{
    ++lock.asked;
    lock.descriptor = {};
    lock.why.reset();
}

/// The new lock is there before the old one goes.
void LogindSleepLock::take(Hold kind, Lock &lock)
{
    if (lock.why == why_)
        return;
    lock.why = why_;
    QDBusMessage call = QDBusMessage::createMethodCall(logind, logindPath, manager, u"Inhibit"_s);
    call << u"sleep"_s << u"Stationmaster"_s << why_ << (kind == Hold::Block ? u"block"_s : u"delay"_s);
    auto *watcher = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, kind, &lock, number = ++lock.asked] {
        watcher->deleteLater();
        if (number == lock.asked)
            taken(kind, lock, *watcher);
    });
}

void LogindSleepLock::taken(Hold kind, Lock &lock, QDBusPendingCallWatcher &call)
{
    const QDBusPendingReply<QDBusUnixFileDescriptor> reply = call;
    if (!reply.isError()) {
        lock.descriptor = reply.value();
        if (kind == wanted_)
            emit held();
        return;
    }
    drop(lock);
    if (kind != Hold::Block || isAbsent(reply.error()))
        return; // not even a delay, or nobody here who would put the computer to sleep
    emit refused();
    if (wanted_ == Hold::Block) // unless who heard it wants something else already
        wanted_ = Hold::Delay;
}

void LogindSleepLock::letSleep()
{
    if (goingToSleep_) // not what comes late, when it is awake again
        drop(delay_);
}

void LogindSleepLock::prepareForSleep(bool begins)
{
    goingToSleep_ = begins;
    if (begins) {
        emit aboutToSleep();
        return;
    }
    emit awoke();
    if (wanted_ != Hold::Nothing)
        takeAll();
}

} // namespace ui
