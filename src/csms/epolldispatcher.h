// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <sys/epoll.h>

#include <array>
#include <atomic>
#include <chrono>
#include <set>
#include <unordered_map>
#include <vector>

class QSocketNotifier;

namespace csms {

/// QAbstractEventDispatcher on epoll(7), level triggered.
///
/// Qt's dispatcher hands every descriptor to poll() in every round, so 5,000 silent stations make each message
/// of a talking one cost more than a millisecond. Here a round costs what its ready descriptors cost.
/// One instance belongs to one thread; only wakeUp() and interrupt() may be called from others.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject *parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void registerTimer(int id, qint64 intervalMs, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int id) override;

    void wakeUp() override;
    void interrupt() override;

private:
    using Clock = std::chrono::steady_clock;

    struct Watch {
        std::array<QSocketNotifier *, 3> notifiers{}; // by QSocketNotifier::Type
        uint32_t wanted = 0;                          // what the notifiers ask for
        uint32_t applied = 0;                         // what the kernel was told
        uint32_t generation = 0;                      // descriptors are reused: events of an older owner are void
        bool dirty = false;
    };
    struct Timer {
        qint64 intervalMs;
        Qt::TimerType type;
        QObject *object;
        Clock::time_point due;
    };

    Watch &watch(int descriptor);
    void markDirty(int descriptor, Watch &watch);
    void applyMasks();
    int timeoutMs(QEventLoop::ProcessEventsFlags flags) const;
    bool dispatch(const epoll_event &event);
    bool activate(int descriptor, uint32_t generation, int type);
    bool runTimers();

    const int epoll_;
    const int wake_;
    std::atomic<bool> wakePending_ = false;
    std::atomic<bool> interrupted_ = false;
    std::vector<Watch> watches_; // by descriptor
    std::vector<int> dirty_;
    std::unordered_map<int, Timer> timers_;
    std::set<std::pair<Clock::time_point, int>> due_;
};

} // namespace csms
