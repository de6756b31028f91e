// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

/// Tables as text (RFC 4180), as people bring them in and take them away. Pure; any thread.
namespace config::csv {

/// One cell. A text is kept from being taken for a formula by a spreadsheet: "=1+1" is written "'=1+1", and so is what follows
/// a semicolon, tab or line end in it, because that may begin a cell where the comma is none.
QByteArray text(const QString &text);

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

} // namespace config::csv
