// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/overview/overviewfacts.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace store {
struct Error;
}

namespace ui {

class AttentionList;
class EmptyState;
class FigureTile;
class FirstSteps;
class Label;
class OverviewSource;
class PowerCell;
class RowOrder;
class Section;
class TableView;

/// The page that an owner opens in the morning: what needs a person, who charges, how much flows.
class OverviewPage : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildFigures();
    QWidget *buildCharging();
    QWidget *buildSite(const Backend &backend);
    void connectParts();
    void present(const Overview &overview);
    void presentFigures();
    void presentCharging(const QList<ChargingRow> &rows);
    void presentError(const store::Error &error);
    void openStation(const QModelIndex &index);

    OverviewSource *source_;
    TableModel<ChargingRow> charging_;
    RowOrder *order_;
    QStackedWidget *content_;
    FigureTile *online_;
    FigureTile *cars_;
    FigureTile *power_;
    FigureTile *energy_;
    AttentionList *attention_;
    Section *chargingSection_;
    TableView *table_;
    PowerCell *powerCell_;
    Label *nobody_;
    FirstSteps *firstSteps_;
    EmptyState *failure_;
    Figures figures_;
    int matters_ = 0;
};

} // namespace ui
