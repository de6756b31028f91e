// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/firmware/jobrow.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace ui {

class FactList;
class Label;
class MarkView;
class StepStrip;

/// One update: how far it is, why it waits or failed, and what can be done about it.
class JobPanel : public QWidget {
    Q_OBJECT
public:
    explicit JobPanel(const Backend &backend, QWidget *parent = nullptr);

    void present(const JobRow &row);
    [[nodiscard]] const JobRow &row() const { return row_; }

signals:
    void cancelRequested(const store::FirmwareJob &job);
    void retryRequested(const store::FirmwareJob &job);
    void stationRequested(const QString &station);
    void closeRequested();

private:
    QWidget *buildHeader();
    QWidget *buildBody();
    void presentFacts();

    JobRow row_;
    Label *title_;
    MarkView *mark_;
    Label *state_;
    StepStrip *steps_;
    Label *sentence_;
    Label *reason_;
    Label *issuer_;
    QProgressBar *progress_;
    QPushButton *cancel_;
    QPushButton *retry_;
    FactList *facts_;
};

} // namespace ui
