// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/profiles/placerow.h"

#include <QWidget>

class QPushButton;
class QTabBar;
class QVBoxLayout;

namespace ui {

class CompositeView;
class FactList;
class Label;
class MarkView;
class StepStrip;

/// One profile at a connector: how it stands, what it says, and what the station makes of all its profiles.
class PlacePanel : public QWidget {
    Q_OBJECT
public:
    explicit PlacePanel(const Backend &backend, QWidget *parent = nullptr);

    void present(const PlaceRow &row);
    [[nodiscard]] const PlaceRow &row() const { return row_; }
    /// Nothing is read while closed.
    void setOpen(bool open);

signals:
    void applyRequested(const QString &station, int connector);
    void withdrawRequested(const ui::PlaceRow &row);
    void clearRequested(const QString &station, int connector);
    void stationRequested(const QString &station);
    /// To look at this connector on the page Schedules, and draw there.
    void drawRequested(const QString &station, int connector);
    void closeRequested();

private:
    QWidget *buildHeader();
    QWidget *buildProfile();
    void presentFacts();

    PlaceRow row_;
    Label *title_;
    MarkView *mark_;
    Label *state_;
    StepStrip *steps_;
    QTabBar *tabs_;
    Label *sentence_;
    Label *reason_;
    FactList *facts_;
    QPushButton *apply_;
    QPushButton *withdraw_;
    QPushButton *clear_;
    CompositeView *composite_;
};

} // namespace ui
