// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace simulator {

/// The time that all stations of one thread live in, and their one list of things to do later. One timer
/// serves thousands of stations. Not thread-safe: belongs to one thread.
class Timeline {
public:
    using Task = std::function<void()>;
    struct Ticket {
        ocpp::Timestamp due{};
        quint64 serial = 0; // 0: nothing is planned
        auto operator<=>(const Ticket &) const = default;
    };

    Timeline() = default;
    Timeline(const Timeline &) = delete;
    Timeline &operator=(const Timeline &) = delete;
    virtual ~Timeline() = default;

    virtual ocpp::Timestamp now() const = 0;
    /// Runs the task `delay` from now (at once in order when negative). The ticket cancels it.
    Ticket after(std::chrono::milliseconds delay, Task task);
    void cancel(const Ticket &ticket);
    std::size_t planned() const { return tasks_.size(); }
    /// When the first of them is due; nothing when there is none.
    std::optional<ocpp::Timestamp> nextDue() const;

protected:
    /// Runs everything that is due now, in order of time.
    void runDue();

private:
    virtual void planChanged() = 0;

    std::map<Ticket, Task> tasks_;
    quint64 lastSerial_ = 0;
};

/// The real time: starts at the system's clock and runs steadily, whatever is done to that clock later.
/// Needs an event loop in its thread.
class WallTimeline final : public Timeline {
public:
    WallTimeline();
    ocpp::Timestamp now() const override;

private:
    void planChanged() override;

    ocpp::Timestamp started_;
    QElapsedTimer elapsed_;
    QTimer timer_;
};

/// Time that moves only when told to; for tests.
class ManualTimeline final : public Timeline {
public:
    explicit ManualTimeline(ocpp::Timestamp start) : now_(start) {}
    ocpp::Timestamp now() const override { return now_; }
    /// Lets time pass; what falls due on the way runs at its own moment.
    void advance(std::chrono::milliseconds span);

private:
    void planChanged() override {}

    ocpp::Timestamp now_;
};

/// One thing to do later, forgotten when this object goes.
class Alarm {
public:
    explicit Alarm(Timeline &timeline) : timeline_(timeline) {}
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;
    ~Alarm() { stop(); }

    /// Replaces what was planned before.
    void start(std::chrono::milliseconds delay, Timeline::Task task);
    void stop();
    bool isSet() const { return ticket_.serial != 0; }

private:
    Timeline &timeline_;
    Timeline::Ticket ticket_;
};

} // namespace simulator
