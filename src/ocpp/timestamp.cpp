// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/timestamp.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace ocpp {

using namespace std::chrono;

namespace {

// Reads a text from left to right; nothing is consumed by what does not match.
struct Reader {
    QStringView rest;

    bool take(char16_t wanted)
    {
        if (rest.isEmpty() || rest.front() != wanted)
            return false;
        rest = rest.sliced(1);
        return true;
    }

    bool takeEither(char16_t one, char16_t other) { return take(one) || take(other); }

    std::optional<int> digit()
    {
        if (rest.isEmpty() || rest.front() < u'0' || rest.front() > u'9')
            return std::nullopt;
        const int value = rest.front().unicode() - u'0';
        rest = rest.sliced(1);
        return value;
    }

    // Exactly `count` digits, at most `highest`.
    std::optional<int> number(int count, int highest)
    {
        int value = 0;
        for (int i = 0; i < count; ++i) {
            const std::optional<int> next = digit();
            if (!next)
                return std::nullopt;
            value = value * 10 + *next;
        }
        return value <= highest ? std::optional<int>(value) : std::nullopt;
    }
};

struct Clock {
    int hour = 0;
    int minute = 0;
    int second = 0; // 60: leap second
    milliseconds fraction{0};
};

struct Offset {
    bool known = false;
    minutes east{0};
};

std::optional<year_month_day> readDate(Reader &in)
{
    const std::optional<int> y = in.number(4, 9999);
    if (!y || !in.take(u'-'))
        return std::nullopt;
    const std::optional<int> m = in.number(2, 12);
    if (!m || !in.take(u'-'))
        return std::nullopt;
    const std::optional<int> d = in.number(2, 31);
    if (!d)
        return std::nullopt;
    const year_month_day date = year(*y) / *m / *d;
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<milliseconds> readFraction(Reader &in)
{
    int value = 0;
    int weight = 100;
    std::optional<int> next = in.digit();
    if (!next)
        return std::nullopt;
    for (; next; next = in.digit()) {
        value += *next * weight;
        weight /= 10;
    }
    return milliseconds(value);
}

std::optional<Clock> readClock(Reader &in, bool &irregular)
{
    const std::optional<int> hour = in.number(2, 23); // RFC 3339 knows no 24:00
    if (!hour || !in.take(u':'))
        return std::nullopt;
    const std::optional<int> minute = in.number(2, 59);
    if (!minute)
        return std::nullopt;
    Clock clock{.hour = *hour, .minute = *minute};
    if (!in.take(u':')) {
        irregular = true;
        return clock;
    }
    const std::optional<int> second = in.number(2, 60);
    if (!second)
        return std::nullopt;
    clock.second = *second;
    const bool comma = in.take(u',');
    irregular = irregular || comma;
    if (comma || in.take(u'.')) {
        const std::optional<milliseconds> fraction = readFraction(in);
        if (!fraction)
            return std::nullopt;
        clock.fraction = *fraction;
    }
    return clock;
}

std::optional<Offset> readOffset(Reader &in, bool &irregular)
{
    if (in.takeEither(u'Z', u'z'))
        return Offset{.known = true};
    const bool west = in.take(u'-');
    if (!west && !in.take(u'+'))
        return Offset{};
    const std::optional<int> hour = in.number(2, 23);
    if (!hour)
        return std::nullopt;
    const bool colon = in.take(u':');
    const bool bare = !colon && in.rest.isEmpty(); // "+01"
    irregular = irregular || !colon;
    const std::optional<int> minute = bare ? 0 : in.number(2, 59);
    if (!minute)
        return std::nullopt;
    const minutes east = hours(*hour) + minutes(*minute);
    return Offset{.known = true, .east = west ? -east : east};
}

Timestamp localTime(const year_month_day &date, const Clock &clock, int second)
{
    const QDate day(int(date.year()), int(unsigned(date.month())), int(unsigned(date.day())));
    const QTime time(clock.hour, clock.minute, second);
    return Timestamp(milliseconds(QDateTime(day, time, Qt::LocalTime).toMSecsSinceEpoch()));
}

// A leap second is the last of a UTC day (RFC 3339, 5.7). "23:59:60" of another zone is read, but not
// regular.
bool isLeapSecondPlausible(Timestamp before, const Clock &clock, bool &irregular)
{
    if (before - floor<days>(before) == hours(24) - seconds(1))
        return true;
    irregular = true;
    return clock.hour == 23 && clock.minute == 59;
}

} // namespace

std::optional<ParsedTimestamp> parseTimestamp(QStringView text, Zone zoneless)
{
    Reader in{text};
    ParsedTimestamp parsed;
    const std::optional<year_month_day> date = readDate(in);
    if (!date)
        return std::nullopt;
    if (!in.takeEither(u'T', u't')) {
        if (!in.take(u' '))
            return std::nullopt;
        parsed.irregular = true;
    }
    const std::optional<Clock> clock = readClock(in, parsed.irregular);
    if (!clock)
        return std::nullopt;
    const std::optional<Offset> offset = readOffset(in, parsed.irregular);
    if (!offset || !in.rest.isEmpty())
        return std::nullopt;

    parsed.zoneMissing = !offset->known;
    const int second = std::min(clock->second, 59);
    if (parsed.zoneMissing && zoneless == Zone::Local)
        parsed.value = localTime(*date, *clock, second);
    else
        parsed.value =
            sys_days(*date) + hours(clock->hour) + minutes(clock->minute) + seconds(second) - offset->east;
    if (clock->second == 60) {
        if (!isLeapSecondPlausible(parsed.value, *clock, parsed.irregular))
            return std::nullopt;
        parsed.value += seconds(1);
    }
    parsed.value += clock->fraction;
    return parsed;
}

QString formatTimestamp(Timestamp time)
{
    constexpr Timestamp first = sys_days(year(0) / 1 / 1);
    constexpr Timestamp last = sys_days(year(10000) / 1 / 1) - milliseconds(1);
    time = std::clamp(time, first, last);
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<milliseconds> clock(time - day);

    std::array<char16_t, 24> buffer;
    char16_t *out = buffer.data();
    const auto put = [&out](int value, int digits, char16_t after) {
        for (int i = digits - 1; i >= 0; --i, value /= 10)
            out[i] = char16_t(u'0' + value % 10);
        out[digits] = after;
        out += digits + 1;
    };
    put(int(date.year()), 4, u'-');
    put(int(unsigned(date.month())), 2, u'-');
    put(int(unsigned(date.day())), 2, u'T');
    put(int(clock.hours().count()), 2, u':');
    put(int(clock.minutes().count()), 2, u':');
    const int fraction = int(clock.subseconds().count());
    put(int(clock.seconds().count()), 2, fraction ? u'.' : u'Z');
    if (fraction)
        put(fraction, 3, u'Z');
    return QStringView(buffer.data(), out).toString();
}

} // namespace ocpp
