// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/timeline.h"

#include <algorithm>

namespace simulator {

Timeline::Ticket Timeline::after(std::chrono::milliseconds delay, Task task)
{
    const Ticket ticket{now() + std::max(delay, std::chrono::milliseconds(0)), ++lastSerial_};
    const bool first = tasks_.empty() || ticket < tasks_.begin()->first;
    tasks_.emplace(ticket, std::move(task));
    if (first)
        planChanged();
    return ticket;
}

void Timeline::cancel(const Ticket &ticket)
{
    tasks_.erase(ticket);
}

std::optional<ocpp::Timestamp> Timeline::nextDue() const
{
    if (tasks_.empty())
        return std::nullopt;
    return tasks_.begin()->first.due;
}

void Timeline::runDue()
{
    const ocpp::Timestamp moment = now();
    while (!tasks_.empty() && tasks_.begin()->first.due <= moment) {
        const auto node = tasks_.extract(tasks_.begin());
        node.mapped()();
    }
}

WallTimeline::WallTimeline()
    : started_(std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now()))
{
    elapsed_.start();
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] {
        runDue();
        planChanged();
    });
}

ocpp::Timestamp WallTimeline::now() const
{
    return started_ + std::chrono::milliseconds(elapsed_.elapsed());
}

void WallTimeline::planChanged()
{
    constexpr std::chrono::milliseconds longest{std::chrono::hours(1)}; // QTimer counts in int milliseconds
    if (const auto due = nextDue())
        timer_.start(std::clamp(*due - now(), std::chrono::milliseconds(0), longest));
}

void ManualTimeline::advance(std::chrono::milliseconds span)
{
    const ocpp::Timestamp target = now_ + span;
    while (nextDue().value_or(ocpp::Timestamp::max()) <= target) {
        now_ = std::max(now_, *nextDue());
        runDue();
    }
    now_ = target;
}

void Alarm::start(std::chrono::milliseconds delay, Timeline::Task task)
{
    stop();
    ticket_ = timeline_.after(delay, [this, task = std::move(task)] {
        ticket_ = {};
        task();
    });
}

void Alarm::stop()
{
    if (isSet())
        timeline_.cancel(ticket_);
    ticket_ = {};
}

} // namespace simulator
