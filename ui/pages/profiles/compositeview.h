// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"
#include "store/compositeschedules.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace ui {

class Label;
class MarkView;
class ScheduleChart;

/// What a station says it will draw at most at a connector (GetCompositeSchedule), and a button that asks it.
class CompositeView : public QWidget {
    Q_OBJECT
public:
    explicit CompositeView(const Backend &backend, QWidget *parent = nullptr);

    void setPlace(const QString &station, int connector);
    /// Nothing is read while closed.
    void setOpen(bool open);

private:
    struct Reading;
    QWidget *buildQuestion();
    void read();
    void present(const Reading &reading);
    void presentStory(const Reading &reading);
    void ask();
    void tell(const QString &trouble);

    Backend backend_;
    ChangeGate gate_;
    QString station_;
    int connector_ = 0;
    QComboBox *ahead_;
    QComboBox *unit_;
    QPushButton *ask_;
    MarkView *mark_;
    Label *story_;
    Label *readout_;
    ScheduleChart *chart_;
    Label *told_;
};

} // namespace ui
