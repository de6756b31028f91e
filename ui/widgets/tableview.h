// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/column.h"

#include <QTableView>

namespace ui {

/// The one look of every table: rows of 36 px, no grid, whole rows selected one at a time, hover by row. The selected
/// row stays in view when the table becomes lower, as beneath it a detail opens. Widths of
/// columns and by which the rows are sorted are remembered under `settingsKey`, which is also its object name.
class TableView : public QTableView {
    Q_OBJECT
public:
    static constexpr int rowHeight = 36;
    static constexpr int narrowBelow = 800; ///< px: then less important columns give way

    TableView(const QString &settingsKey, const QString &accessibleName, QWidget *parent = nullptr);
    ~TableView() override;

    /// Columns of width 0 share what is left. Restores what the person had chosen, in either state; a first sort indicator
    /// is set before, sorting is enabled after.
    void arrange(const QList<ColumnWidth> &widths);
    [[nodiscard]] int hoveredRow() const { return hoveredRow_; }

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

protected slots:
    /// Qt would select the neighbour of a selected row that goes; nobody asked for that one.
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    void hover(int row);
    void applyWidths();
    void fitStretched();
    [[nodiscard]] int neededWhenWide() const;
    /// Whether `index` is selected and all of its height fits into a viewport of this size (px).
    [[nodiscard]] bool isWholeInView(const QModelIndex &index, QSize view) const;
    void rememberWidths();
    [[nodiscard]] QString widthsKey() const;

    QString settingsKey_;
    QList<ColumnWidth> widths_;
    bool narrow_ = false;
    int hoveredRow_ = -1;
};

} // namespace ui
