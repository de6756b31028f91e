// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/agetick.h"
#include "ui/models/column.h"

#include <QAbstractTableModel>
#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <span>

namespace ui {

/// Rows in memory behind a column table. Rows are found by `row.key()`; what did not change keeps its place, so that
/// selection and scroll position survive every update. GUI thread.
template<class Row> class TableModel : public QAbstractTableModel {
public:
    using Key = std::decay_t<decltype(std::declval<const Row &>().key())>;

    /// `columns` lives as long as the model; `context` is the translation context of its titles.
    TableModel(std::span<const Column<Row>> columns, const char *context, QObject *parent = nullptr)
        : QAbstractTableModel(parent), columns_(columns), context_(context)
    {
        if (std::ranges::any_of(columns_, &Column<Row>::ageing))
            connect(&ageTick(), &QTimer::timeout, this, &TableModel::touchAgeing);
    }

    [[nodiscard]] const Row &at(int row) const { return rows_.at(row); }
    [[nodiscard]] const QList<Row> &rows() const { return rows_; }
    [[nodiscard]] std::span<const Column<Row>> columns() const { return columns_; }
    /// -1 when there is no such row.
    [[nodiscard]] int find(const Key &key) const { return places_.value(key, -1); }

    /// These rows and no others: what is gone goes, what is new comes at the end, the rest stays where it is.
    void replaceAll(const QList<Row> &rows)
    {
        QSet<Key> staying;
        for (const Row &row : rows)
            staying.insert(row.key());
        removeIf([&](const Row &row) { return !staying.contains(row.key()); });
        upsert(rows);
    }

    /// Rows that are there are updated in place, others come at the end.
    void upsert(const QList<Row> &rows)
    {
        QList<Row> fresh;
        int first = 0;
        int end = 0; // of neighbours that changed and were not told yet
        for (const Row &row : rows) {
            const int place = find(row.key());
            if (place < 0) {
                fresh.append(row);
                continue;
            }
            rows_[place] = row;
            if (place != end) {
                tell(first, end);
                first = place;
            }
            end = place + 1;
        }
        tell(first, end);
        append(fresh);
    }

    void append(const QList<Row> &rows) { insert(int(rows_.size()), rows); }

    void insert(int place, const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, place, place + int(rows.size()) - 1);
        if (place == rows_.size())
            rows_.append(rows);
        else
            rows_ = rows_.first(place) + rows + rows_.sliced(place);
        remember(place);
        endInsertRows();
    }

    void remove(const Key &key)
    {
        if (const int place = find(key); place >= 0)
            removeRange(place, 1);
    }

    template<class Condition> void removeIf(const Condition &condition)
    {
        for (int last = int(rows_.size()) - 1; last >= 0; --last) {
            if (!condition(rows_.at(last)))
                continue;
            int first = last;
            while (first > 0 && condition(rows_.at(first - 1)))
                --first;
            removeRange(first, last - first + 1);
            last = first;
        }
    }

    void removeRange(int first, int count)
    {
        if (count <= 0)
            return;
        beginRemoveRows({}, first, first + count - 1);
        for (int place = first; place < first + count; ++place)
            places_.remove(rows_.at(place).key());
        rows_.remove(first, count);
        remember(first);
        endRemoveRows();
    }

    void clear()
    {
        beginResetModel();
        rows_.clear();
        places_.clear();
        endResetModel();
    }

    /// The text of a column has changed by itself: time has passed.
    void touchColumn(int column)
    {
        if (!rows_.isEmpty())
            emit dataChanged(index(0, column), index(int(rows_.size()) - 1, column));
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(rows_.size());
    }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(columns_.size());
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column<Row> &column = columns_[std::size_t(section)];
        if (role == Qt::DisplayRole)
            return QCoreApplication::translate(context_, column.title);
        if (role == Qt::TextAlignmentRole)
            return int(column.alignment | Qt::AlignVCenter);
        return {};
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Row &row = rows_.at(index.row());
        const Column<Row> &column = columns_[std::size_t(index.column())];
        switch (role) {
        case Qt::DisplayRole: return column.text(row);
        case Qt::TextAlignmentRole: return int(column.alignment | Qt::AlignVCenter);
        case Qt::ToolTipRole: return column.tooltip ? column.tooltip(row) : QVariant();
        case SortRole: return column.sortKey ? column.sortKey(row) : column.text(row);
        case MarksRole: return column.marks ? QVariant::fromValue(column.marks(row)) : QVariant();
        case InkRole: return column.ink ? QVariant(int(column.ink(row))) : QVariant();
        case SymbolRole: return column.symbol ? column.symbol(row) : QVariant();
        case StrongRole: return column.strong;
        default: return {};
        }
    }

private:
    void touchAgeing()
    {
        for (int column = 0; column < columnCount(); ++column) {
            if (columns_[std::size_t(column)].ageing)
                touchColumn(column);
        }
    }

    /// Thousands of rows that change together cost their views one signal, not thousands.
    void tell(int first, int end)
    {
        if (first < end)
            emit dataChanged(index(first, 0), index(end - 1, columnCount() - 1));
    }

    void remember(int from)
    {
        for (int place = from; place < rows_.size(); ++place)
            places_.insert(rows_.at(place).key(), place);
    }

    std::span<const Column<Row>> columns_;
    const char *context_;
    QList<Row> rows_;
    QHash<Key, int> places_;
};

} // namespace ui
