// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changes.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>

namespace http {

// What one waiting request has not yet taken. Bounded: a slow reader gets "anything in this table" instead
// of a thousand single changes. The locks here are the price of a server whose requests wait on threads.
class ChangeListener {
public:
    // `mask`: store::Table flags. A `key` leaves only changes of that key, and unbounded ones.
    explicit ChangeListener(quint32 mask, const QString &key = {});

    // Waits until there are changes, the time is over, or the hub ends. Any thread, one at a time.
    store::ChangeSet next(std::chrono::milliseconds timeout);
    bool hasEnded() const;

private:
    friend class ChangeHub;
    void note(const store::ChangeSet &changes);
    void end();
    bool concerns(const store::Change &change) const;

    const quint32 mask_;
    const QString key_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    store::ChangeCollector changes_;
    bool ended_ = false;
};

// Hands the change feed out to requests that wait: `?wait=` and event streams. Any thread.
class ChangeHub {
public:
    // Listens from now until the pointer goes.
    std::shared_ptr<ChangeListener> listen(quint32 mask, const QString &key = {});
    void publish(const store::ChangeSet &changes);
    void end(); // wakes all listeners, present and future
    int listenerCount();

private:
    std::mutex mutex_;
    std::list<std::weak_ptr<ChangeListener>> listeners_;
    bool ended_ = false;
};

// A place among a limited number of waiting requests; false if all are taken.
class Seat {
public:
    Seat(std::atomic<int> &taken, int limit);
    ~Seat();
    Seat(const Seat &) = delete;
    Seat &operator=(const Seat &) = delete;
    explicit operator bool() const { return taken_; }

private:
    std::atomic<int> *taken_;
};

} // namespace http
