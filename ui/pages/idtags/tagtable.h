// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/exchange/csvexport.h"

#include <span>

namespace ui {

/// One column of a table of tags in a file: the same in both directions.
struct TagCell {
    QLatin1StringView name; ///< for programs: never translated
    std::span<const QLatin1StringView> alsoCalled;
    QByteArray (*write)(const store::IdTag &);
    /// What is wrong with the cell; empty: it was read into the tag.
    QString (*read)(const QString &cell, store::IdTag &);
};

/// The first one is the tag itself.
std::span<const TagCell> tagCells();

/// A file of tags, cut into cells.
struct TagFile {
    struct Line {
        int number = 0; ///< from 1, as an editor counts
        QStringList cells;
    };
    QString trouble; ///< why nothing in it can be used; empty: nothing
    QStringList headings; ///< as they stand there
    QList<const TagCell *> columns; ///< in the order of the file; null: not one of ours
    QStringList foreign; ///< headings of those
    QList<Line> lines;
};

/// Pure; any thread.
TagFile readTagFile(const QByteArray &bytes);

/// All tags as a table for a file.
CsvTable tagTable(qint64 expectedRows);

} // namespace ui
