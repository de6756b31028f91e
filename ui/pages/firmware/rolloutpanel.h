// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/tablemodel.h"
#include "ui/pages/firmware/rolloutrow.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace ui {

class Label;
class MarkView;
class TableView;

/// One roll-out: wave by wave, station by station.
class RolloutPanel : public QWidget {
    Q_OBJECT
public:
    explicit RolloutPanel(QWidget *parent = nullptr);

    void present(const RolloutRow &row);
    [[nodiscard]] const RolloutRow &row() const { return row_; }

signals:
    void stopRequested(qint64 rollout);
    void jobRequested(qint64 job);
    void closeRequested();

private:
    QWidget *buildHeader();
    [[nodiscard]] QString wavesText() const;

    RolloutRow row_;
    TableModel<JobRow> jobs_;
    Label *title_;
    MarkView *mark_;
    Label *state_;
    Label *reason_;
    Label *waves_;
    QProgressBar *progress_;
    QPushButton *stop_;
    TableView *table_;
};

} // namespace ui
