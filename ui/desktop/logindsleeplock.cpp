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
    take();
}

/// The new lock is there before the old one goes.
void LogindSleepLock::take()
{
    ++asked_;
    if (wanted_ == Hold::Nothing) {
        lock_ = {};
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(logind, logindPath, manager, u"Inhibit"_s);
    call << u"sleep"_s << u"Stationmaster"_s << why_ << (wanted_ == Hold::Block ? u"block"_s : u"delay"_s);
    auto *watcher = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, number = asked_] {
        watcher->deleteLater();
        if (number == asked_)
            taken(*watcher);
    });
}

void LogindSleepLock::taken(QDBusPendingCallWatcher &call)
{
    const QDBusPendingReply<QDBusUnixFileDescriptor> reply = call;
    if (!reply.isError()) {
        lock_ = reply.value();
        emit held();
        return;
    }
    lock_ = {};
    if (wanted_ != Hold::Block || isAbsent(reply.error()))
        return; // not even a delay, or nobody here who would put the computer to sleep
    emit refused();
    if (wanted_ == Hold::Block) { // unless who heard it wants something else already
        wanted_ = Hold::Delay;
        take();
    }
}

void LogindSleepLock::prepareForSleep(bool begins)
{
    if (begins) {
        emit aboutToSleep();
        lock_ = {}; // said; now it may
        return;
    }
    emit awoke();
    if (wanted_ != Hold::Nothing)
        take();
}

} // namespace ui
