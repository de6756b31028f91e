// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/csv.h"
#include "ocpp/timestamp.h"

#include <optional>

/// Tables as text (RFC 4180): UTF-8, lines end with CR LF, decimal point and ISO times whatever the locale. Pure; any
/// thread.
namespace ui::csv {

using config::csv::parse;
using config::csv::Parsed;
using config::csv::Record;
using config::csv::text;

QByteArray number(double value, int decimals);
QByteArray number(qint64 value);
/// Local time with its offset: "2026-11-22T20:41:00+01:00", with milliseconds where there are any.
QByteArray time(ocpp::Timestamp time);
QByteArray time(const std::optional<ocpp::Timestamp> &time); ///< empty for nothing

/// Stands before the first line: without it spreadsheets take "ö" for two letters.
inline constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

/// A whole line with its end, of cells as they come from above.
QByteArray line(const QList<QByteArray> &cells);

} // namespace ui::csv
