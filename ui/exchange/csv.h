// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

/// Tables as text (RFC 4180): UTF-8, lines end with CR LF, decimal point and ISO times whatever the locale. Pure; any
/// thread.
namespace ui::csv {

/// One cell. A text is kept from being taken for a formula by a spreadsheet: "=1+1" is written "'=1+1".
QByteArray text(const QString &text);
QByteArray number(double value, int decimals);
QByteArray number(qint64 value);
/// Local time with its offset: "2026-11-22T20:41:00+01:00", with milliseconds where there are any.
QByteArray time(ocpp::Timestamp time);
QByteArray time(const std::optional<ocpp::Timestamp> &time); ///< empty for nothing

/// Stands before the first line: without it spreadsheets take "ö" for two letters.
inline constexpr char byteOrderMark[] = "\xEF\xBB\xBF";

/// A whole line with its end, of cells as they come from above.
QByteArray line(const QList<QByteArray> &cells);

struct Record {
    int line = 0; ///< where it begins in the file, from 1
    QStringList cells;
};

struct Parsed {
    QList<Record> records; ///< without empty lines
    int brokenLine = 0; ///< where a quoted cell begins that never ends; 0: none
};

/// Reads what spreadsheets write: comma, semicolon or tab (whichever the first line has most of), any line end, quoted
/// cells over several lines. Takes back what text() did against formulas. A byte order mark names the encoding; without
/// one it is UTF-8, and what is no UTF-8 is read as Latin-1.
Parsed parse(const QByteArray &bytes);

} // namespace ui::csv
