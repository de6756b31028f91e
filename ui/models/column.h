// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statemark.h"

#include <QList>
#include <QString>
#include <QVariant>

#include <span>

namespace ui {

/// A mark with the text beside it, as a cell shows it.
struct MarkedText {
    Mark mark;
    QString text;

    friend bool operator==(const MarkedText &, const MarkedText &) = default;
};
using MarkedTexts = QList<MarkedText>;

/// What a TableModel answers beyond Qt's own roles.
enum CellRole {
    SortRole = Qt::UserRole, ///< comparable value of the cell
    MarksRole,               ///< MarkedTexts; drawn instead of the text
    InkRole,                 ///< ui::Role of the text
    SymbolRole,              ///< name of an icon before the text
    StrongRole,              ///< bool: what the row is known by
};

/// One column of a table of `Row`s. Everything that shows, sorts or explains the column derives from here.
template<class Row> struct Column {
    const char *title = nullptr;                       ///< in the table's translation context
    QString (*text)(const Row &) = nullptr;            ///< also what a screen reader says
    int width = 120;                                   ///< px at first; 0: takes what is left
    int narrowWidth = -1;                              ///< px while a detail is open; 0: hidden, -1: as `width`
    Qt::Alignment alignment = Qt::AlignLeft;           ///< AlignRight for numbers: set tabular, unit lighter
    QString (*tooltip)(const Row &) = nullptr;         ///< null: none
    QVariant (*sortKey)(const Row &) = nullptr;        ///< null: by text
    MarkedTexts (*marks)(const Row &) = nullptr;       ///< null: plain text
    Role (*ink)(const Row &) = nullptr;                ///< null: Role::Text
    QString (*symbol)(const Row &) = nullptr;          ///< null: none
    bool strong = false;                               ///< what the row is known by
    bool ageing = false; ///< the text changes by itself: "3 min ago"
};

/// How wide a column is at first, in a table that has the page to itself and beside an open detail.
struct ColumnWidth {
    static constexpr int never = -1; ///< hidden in both

    int wide = 120;   ///< px; 0: takes what is left
    int narrow = 120; ///< px; 0: hidden
};

template<class Row> QList<ColumnWidth> columnWidths(std::span<const Column<Row>> columns)
{
    QList<ColumnWidth> widths;
    for (const Column<Row> &column : columns)
        widths.append({column.width, column.narrowWidth < 0 ? column.width : column.narrowWidth});
    return widths;
}

} // namespace ui

Q_DECLARE_METATYPE(ui::MarkedTexts)
