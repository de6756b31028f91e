// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

namespace ui {

/// Sorts and filters a live table without doing it at every change: rows stay where the eye left them. The order is made
/// when the person asks for it and when rows come. Words must all appear somewhere in the row.
class RowOrder : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RowOrder(QAbstractItemModel &source, QObject *parent = nullptr);

    void setWords(const QString &text);
    [[nodiscard]] bool isFiltering() const { return !words_.isEmpty(); }

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList words_;
    QCollator collator_; ///< CP2 before CP10
};

} // namespace ui
