// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/locallistplan.h"
#include "ui/backend.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/locallists/entryrow.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Label;
class StepStrip;
class TableView;

/// How one station stands with its list: the work on it, and what will be sent next.
class StationListCard : public QWidget {
    Q_OBJECT
public:
    explicit StationListCard(const Backend &backend, QWidget *parent = nullptr);

    void present(const store::LocalListPlan &plan, const QHash<QString, QString> &names);
    /// "The whole list is sent: 14 entries in 2 parts."
    static QString sentenceOf(const store::LocalListPlan &plan);

signals:
    void closeRequested();
    /// The station's list shall be left alone from now on.
    void releaseRequested(const QString &station);

private:
    QWidget *buildHeader();
    void arrange(bool inParts);
    void syncNow();

    Backend backend_;
    QString station_;
    TableModel<SendingRow> model_;
    Label *title_;
    StepStrip *strip_;
    Label *sentence_;
    Label *complaint_;
    QPushButton *sync_;
    TableView *table_;
    bool inParts_ = false; ///< the table shows which part brings what
};

} // namespace ui
