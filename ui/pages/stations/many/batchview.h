// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace ui {

class CommandBatch;
class Label;
class RowOrder;
class TableView;

/// How far a command to many has come: counts, a line for each station, failures with their reason and another try.
class BatchView : public QWidget {
    Q_OBJECT
public:
    explicit BatchView(CommandBatch &batch, QWidget *parent = nullptr);

    /// "Restart: 3 of 5 done, 1 failed".
    [[nodiscard]] QString headline() const;

signals:
    void closeRequested();
    /// A station's own detail.
    void stationRequested(const QString &station);

private:
    QWidget *buildHeader();
    QWidget *buildButtons();
    void present();

    CommandBatch &batch_;
    RowOrder *order_;
    Label *title_;
    Label *counts_;
    QProgressBar *progress_;
    TableView *table_;
    QPushButton *retry_;
    QPushButton *cancel_;
    Label *complaint_; ///< about the cancelling
};

} // namespace ui
