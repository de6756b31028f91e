// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/scheduledocument.h"

#include <QAbstractTableModel>

namespace ui {

/// The steps of the selected layer as a table: day, from, to, limit, phases. Of a daily one each step once.
class StepModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Day, From, To, Limit, Phases, Columns };

    explicit StepModel(ScheduleDocument &document, QObject *parent = nullptr);

    /// Minutes since Monday 0:00.
    [[nodiscard]] charging::Span spanAt(int row) const;
    /// The row that tells of this minute; -1: none.
    [[nodiscard]] int rowOf(int minute) const;
    /// An hour from the cursor on, or from the next free place after it. The row; -1: there is none.
    int add();
    void remove(int row);
    /// "7", "7:30", "730", "24:00" as minutes, also with the locale's AM or PM, and as textOf() writes it; below 0: it
    /// is none.
    static int minutesOf(const QString &text);
    static QString textOf(int minutes);
    /// What may be chosen in these columns.
    [[nodiscard]] static QStringList choices(int column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        int day = 0;
        charging::Step step; ///< since 0:00
        bool operator==(const Row &) const = default;
    };
    void follow();
    [[nodiscard]] bool isDaily() const;
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] std::optional<Row> changed(Row row, int column, const QString &text) const;

    ScheduleDocument &document_;
    QList<Row> rows_;
    bool daily_ = true;
};

} // namespace ui
