// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/epolldispatcher.h"

#include "csms/eventdispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>

namespace csms {
namespace {

constexpr uint32_t maskOf(int type)
{
    constexpr std::array<uint32_t, 3> masks{EPOLLIN, EPOLLOUT, EPOLLPRI};
    return masks[size_t(type)];
}

uint64_t tagOf(int descriptor, uint32_t generation)
{
    return uint64_t(generation) << 32 | uint32_t(descriptor);
}

} // namespace

std::unique_ptr<QAbstractEventDispatcher> makeSocketDispatcher()
{
    return std::make_unique<EpollDispatcher>();
}

EpollDispatcher::EpollDispatcher(QObject *parent)
    : QAbstractEventDispatcher(parent), epoll_(epoll_create1(EPOLL_CLOEXEC)),
      wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (epoll_ < 0 || wake_ < 0)
        qFatal("No event queue: the system refuses epoll or eventfd. Raise the limit on open files.");
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = tagOf(wake_, 0);
    epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event);
}

EpollDispatcher::~EpollDispatcher()
{
    ::close(wake_);
    ::close(epoll_);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    interrupted_ = false;
    emit awake();
    QCoreApplication::sendPostedEvents();
    if (interrupted_)
        return false;

    applyMasks();
    const int wait = timeoutMs(flags);
    if (wait != 0)
        emit aboutToBlock();
    std::array<epoll_event, 512> ready;
    const int count = epoll_wait(epoll_, ready.data(), int(ready.size()), wait);

    bool worked = false;
    for (int i = 0; i < count; ++i) {
        if (ready[size_t(i)].data.u64 == tagOf(wake_, 0)) {
            uint64_t drained = 0;
            [[maybe_unused]] const auto bytes = ::read(wake_, &drained, sizeof drained);
            wakePending_ = false;
        } else if (!(flags & QEventLoop::ExcludeSocketNotifiers)) {
            worked |= dispatch(ready[size_t(i)]);
        }
    }
    if (!(flags & QEventLoop::X11ExcludeTimers))
        worked |= runTimers();
    return worked;
}

int EpollDispatcher::timeoutMs(QEventLoop::ProcessEventsFlags flags) const
{
    if (!(flags & QEventLoop::WaitForMoreEvents))
        return 0;
    if (due_.empty() || (flags & QEventLoop::X11ExcludeTimers))
        return -1;
    // Rounded up: waking a moment early would spin until the timer is really due.
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due_.begin()->first - Clock::now()).count();
    return int(std::clamp<qint64>(left, 0, 60'000));
}

bool EpollDispatcher::dispatch(const epoll_event &event)
{
    const int descriptor = int(uint32_t(event.data.u64));
    const auto generation = uint32_t(event.data.u64 >> 32);
    bool worked = false;
    if (event.events & (EPOLLIN | EPOLLHUP | EPOLLERR))
        worked |= activate(descriptor, generation, QSocketNotifier::Read);
    if (event.events & (EPOLLOUT | EPOLLERR))
        worked |= activate(descriptor, generation, QSocketNotifier::Write);
    if (event.events & EPOLLPRI)
        worked |= activate(descriptor, generation, QSocketNotifier::Exception);
    return worked;
}

bool EpollDispatcher::activate(int descriptor, uint32_t generation, int type)
{
    const Watch &w = watches_[size_t(descriptor)];
    QSocketNotifier *const notifier = w.notifiers[size_t(type)];
    if (!notifier || w.generation != generation)
        return false;
    QEvent event(QEvent::SockAct);
    QCoreApplication::sendEvent(notifier, &event);
    return true;
}

EpollDispatcher::Watch &EpollDispatcher::watch(int descriptor)
{
    if (size_t(descriptor) >= watches_.size())
        watches_.resize(std::max(size_t(descriptor) + 1, watches_.size() * 2));
    return watches_[size_t(descriptor)];
}

void EpollDispatcher::markDirty(int descriptor, Watch &w)
{
    if (w.dirty)
        return;
    w.dirty = true;
    dirty_.push_back(descriptor);
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    Watch &w = watch(descriptor);
    w.notifiers[size_t(notifier->type())] = notifier;
    w.wanted |= maskOf(notifier->type());
    markDirty(descriptor, w);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    Watch &w = watch(descriptor);
    w.notifiers[size_t(notifier->type())] = nullptr;
    w.wanted &= ~maskOf(notifier->type());
    if (w.wanted != 0) {
        markDirty(descriptor, w);
        return;
    }
    // The descriptor may be closed and reused before the next round: the kernel must forget it now.
    if (w.applied != 0)
        epoll_ctl(epoll_, EPOLL_CTL_DEL, descriptor, nullptr);
    w.applied = 0;
    ++w.generation;
}

/// Masks are told to the kernel once a round: a write notifier that Qt switches on and off again while it sends
/// one small frame then costs no system call.
void EpollDispatcher::applyMasks()
{
    for (const int descriptor : dirty_) {
        Watch &w = watches_[size_t(descriptor)];
        w.dirty = false;
        if (w.wanted == w.applied)
            continue;
        epoll_event event{};
        event.events = w.wanted;
        event.data.u64 = tagOf(descriptor, w.generation);
        epoll_ctl(epoll_, w.applied == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &event);
        w.applied = w.wanted;
    }
    dirty_.clear();
}

void EpollDispatcher::registerTimer(int id, qint64 intervalMs, Qt::TimerType type, QObject *object)
{
    const Timer timer{intervalMs, type, object, Clock::now() + std::chrono::milliseconds(intervalMs)};
    timers_.insert_or_assign(id, timer);
    due_.emplace(timer.due, id);
}

bool EpollDispatcher::unregisterTimer(int id)
{
    const auto it = timers_.find(id);
    if (it == timers_.end())
        return false;
    due_.erase({it->second.due, id});
    timers_.erase(it);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    std::vector<int> ids;
    for (const auto &[id, timer] : timers_) {
        if (timer.object == object)
            ids.push_back(id);
    }
    for (const int id : ids)
        unregisterTimer(id);
    return !ids.empty();
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> list;
    for (const auto &[id, timer] : timers_) {
        if (timer.object == object)
            list.append(TimerInfo(id, int(timer.intervalMs), timer.type));
    }
    return list;
}

int EpollDispatcher::remainingTime(int id)
{
    const auto it = timers_.find(id);
    if (it == timers_.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(it->second.due - Clock::now()).count();
    return int(std::max<qint64>(left, 0));
}

bool EpollDispatcher::runTimers()
{
    bool worked = false;
    // One reading of the clock: a zero timer fires once a round and cannot starve the sockets.
    const auto now = Clock::now();
    while (!due_.empty() && due_.begin()->first <= now) {
        const int id = due_.begin()->second;
        due_.erase(due_.begin());
        Timer &timer = timers_.at(id);
        timer.due = now + std::chrono::milliseconds(std::max<qint64>(timer.intervalMs, 1));
        due_.emplace(timer.due, id);
        QTimerEvent event(id);
        QCoreApplication::sendEvent(timer.object, &event);
        worked = true;
    }
    return worked;
}

void EpollDispatcher::wakeUp()
{
    if (wakePending_.exchange(true))
        return;
    const uint64_t one = 1;
    [[maybe_unused]] const auto bytes = ::write(wake_, &one, sizeof one);
}

void EpollDispatcher::interrupt()
{
    interrupted_ = true;
    wakeUp();
}

} // namespace csms
