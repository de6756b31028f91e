// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QDate>
#include <QList>
#include <QTimeZone>

#include <array>

namespace charging {

inline constexpr int minutesPerDay = 24 * 60;
inline constexpr int minutesPerWeek = 7 * minutesPerDay;

/// Minutes that clocks show, since Monday 0:00; of a daily plan since 0:00. `to` is not part of it, and what lies
/// beyond the end of the plan goes on at its beginning.
struct Span {
    int from = 0;
    int to = 0;
    [[nodiscard]] int length() const { return to - from; }
    bool operator==(const Span &) const = default;
};

/// A certain week in a zone, Monday to Sunday, and what its clocks show: days may have 23 or 25 hours. Pure.
class WeekFrame {
public:
    WeekFrame(QDate monday, const QTimeZone &zone);

    [[nodiscard]] QDate monday() const { return monday_; }
    [[nodiscard]] const QTimeZone &zone() const { return zone_; }
    [[nodiscard]] ocpp::Timestamp begin() const { return days_.front(); }
    [[nodiscard]] ocpp::Timestamp end() const { return days_.back(); }
    [[nodiscard]] int seconds() const; ///< from begin to end
    [[nodiscard]] ocpp::Timestamp dayBegin(int day) const { return days_[std::size_t(day)]; } ///< 0 to 7
    [[nodiscard]] int dayMinutes(int day) const; ///< that really pass, 1440 on most days

    /// Time during which clocks go on evenly.
    struct Stretch {
        ocpp::Timestamp from{};
        ocpp::Timestamp to{};
        int minute = 0; ///< that clocks show at `from`, since Monday 0:00
    };
    [[nodiscard]] const QList<Stretch> &stretches() const { return stretches_; }
    /// What clocks show, in minutes since Monday 0:00; clamped into the week.
    [[nodiscard]] int minuteAt(ocpp::Timestamp time) const;
    /// The first moment at which clocks show this minute; where they leave it out, the moment at which they do.
    [[nodiscard]] ocpp::Timestamp timeOf(int minute) const;
    /// When on a day clocks show a time of `clock`, in minutes since the day began: twice, or not at all, where they
    /// are changed.
    [[nodiscard]] QList<Span> shownOn(int day, Span clock) const;

private:
    QDate monday_;
    QTimeZone zone_;
    std::array<ocpp::Timestamp, 8> days_{};
    QList<Stretch> stretches_;
};

/// The Monday of the week in which it is this time there.
QDate mondayOf(ocpp::Timestamp time, const QTimeZone &zone);

} // namespace charging
