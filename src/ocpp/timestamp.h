// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>

namespace ocpp {

// A point in time, UTC, in milliseconds since 1970.
using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

// How a time without a zone is read; a setting per station.
enum class Zone { Utc, Local };

struct ParsedTimestamp {
    Timestamp value{};
    bool zoneMissing = false; // read with the zone given by the caller
    bool irregular = false; // ISO 8601, but not RFC 3339: "+01", "+0100", a blank or comma, no seconds

    // RFC 3339 date-time, as the schemas' format "date-time" wants it.
    bool isStrict() const { return !zoneMissing && !irregular; }
};

// Reads an RFC 3339 date-time; a date without a time, 24:00 and days that do not exist are refused.
// Fractions beyond milliseconds are cut, a leap second is the first moment of the next minute. (3.15)
std::optional<ParsedTimestamp> parseTimestamp(QStringView text, Zone zoneless);

// "2026-11-22T19:41:00.123Z": always UTC, ".000" omitted (3.15), years outside 0-9999 clamped.
QString formatTimestamp(Timestamp time);

} // namespace ocpp
