// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/changehub.h"

#include <algorithm>

namespace http {

ChangeListener::ChangeListener(quint32 mask, const QString &key) : mask_(mask), key_(key) {}

bool ChangeListener::concerns(const store::Change &change) const
{
    return (mask_ & change.table) != 0 && (key_.isEmpty() || change.key.isEmpty() || change.key == key_);
}

void ChangeListener::note(const store::ChangeSet &changes)
{
    store::ChangeSet concerning;
    std::ranges::copy_if(changes, std::back_inserter(concerning),
                         [this](const auto &c) { return concerns(c); });
    if (concerning.isEmpty())
        return;
    {
        const std::lock_guard lock(mutex_);
        changes_.add(concerning);
    }
    wake_.notify_one();
}

void ChangeListener::end()
{
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    wake_.notify_one();
}

store::ChangeSet ChangeListener::next(std::chrono::milliseconds timeout)
{
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, timeout, [this] { return ended_ || !changes_.isEmpty(); });
    return changes_.take();
}

bool ChangeListener::hasEnded() const
{
    const std::lock_guard lock(mutex_);
    return ended_;
}

std::shared_ptr<ChangeListener> ChangeHub::listen(quint32 mask, const QString &key)
{
    auto listener = std::make_shared<ChangeListener>(mask, key);
    const std::lock_guard lock(mutex_);
    if (ended_)
        listener->end();
    listeners_.push_back(listener);
    return listener;
}

void ChangeHub::publish(const store::ChangeSet &changes)
{
    const std::lock_guard lock(mutex_);
    listeners_.remove_if([&changes](const std::weak_ptr<ChangeListener> &weak) {
        const auto listener = weak.lock();
        if (listener)
            listener->note(changes);
        return !listener;
    });
}

void ChangeHub::end()
{
    const std::lock_guard lock(mutex_);
    ended_ = true;
    for (const auto &weak : listeners_) {
        if (const auto listener = weak.lock())
            listener->end();
    }
}

int ChangeHub::listenerCount()
{
    const std::lock_guard lock(mutex_);
    return static_cast<int>(
        std::ranges::count_if(listeners_, [](const auto &weak) { return !weak.expired(); }));
}

Seat::Seat(std::atomic<int> &taken, int limit) : taken_(&taken)
{
    if (taken.fetch_add(1) < limit)
        return;
    taken.fetch_sub(1);
    taken_ = nullptr;
}

Seat::~Seat()
{
    if (taken_)
        taken_->fetch_sub(1);
}

} // namespace http
