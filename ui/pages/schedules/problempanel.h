// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/drawnproblems.h"

#include <QTimer>
#include <QWidget>

namespace ui {

class ProblemList;

/// What is wrong with what is drawn, said while it is drawn, with a button for each way out.
class ProblemPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProblemPanel(ScheduleDocument &document, QWidget *parent = nullptr);

    [[nodiscard]] int count() const { return int(problems_.size()); }

signals:
    void countChanged();

private:
    void follow();

    ScheduleDocument &document_;
    QList<DrawnProblem> problems_;
    ProblemList *list_;
    QTimer timer_; ///< the hand goes on meanwhile
};

} // namespace ui
