// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/profiles/placerow.h"
#include "ui/pages/schedules/applyrow.h"
#include "ui/pages/schedules/scheduledocument.h"

#include <QWidget>

class QPushButton;

namespace ui {

class CheckList;
class Label;
class ProfileDeeds;
class TableView;

/// Which of the drawn layers go where: shows each command before it is sent, sends them, and follows what happens.
class ApplyView : public QWidget {
    Q_OBJECT
public:
    ApplyView(const Backend &backend, ScheduleDocument &document, ProfileDeeds &deeds, QWidget *parent = nullptr);

    /// With the place that is looked at chosen.
    void begin(const QList<StationPlaces> &stations);

signals:
    void closeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildChoice();
    QWidget *buildCommands();
    void presentLayers();
    void presentPlaces(const QList<StationPlaces> &stations);
    /// The commands that the choice amounts to.
    [[nodiscard]] QList<ApplyRow> chosen() const;
    void list();
    void check();
    void send();
    void follow();
    void presentSum();

    Backend backend_;
    ScheduleDocument &document_;
    ProfileDeeds &deeds_;
    TableModel<ApplyRow> rows_;
    ChangeGate gate_;
    CheckList *layers_;
    CheckList *places_;
    TableView *table_;
    Label *sum_;
    QPushButton *send_;
    QPushButton *back_;
    bool sent_ = false;
    int question_ = 0; ///< answers to older ones are dropped
};

} // namespace ui
