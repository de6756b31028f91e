// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/scheduledocument.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Label;
class StepModel;
class TableView;

/// The steps of the selected layer as a table that can be changed. Follows the canvas, and the canvas it.
class StepTable : public QWidget {
    Q_OBJECT
public:
    explicit StepTable(ScheduleDocument &document, QWidget *parent = nullptr);

private:
    void follow();
    void followCursor();
    void markRow();
    void add();

    ScheduleDocument &document_;
    StepModel *model_;
    TableView *table_;
    Label *none_;
    QPushButton *add_;
    QPushButton *remove_;
    bool following_ = false;
};

} // namespace ui
