// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace store {
struct Error;
}

namespace ui {

class AddStationForm;
class EmptyState;
class KnockNotice;
class MasterDetail;
class RowOrder;
class StationPanel;
class StationSource;
class TableView;

/// All stations, live; that somebody knocks at the door; and one station's detail at the right.
class StationsPage : public Page {
    Q_OBJECT
public:
    explicit StationsPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return add_; }
    void visit(const Target &target) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    void buildDetail();
    void connectParts();
    void setReading(bool reading);
    void presentSelection();
    void presentContent();
    void presentError(const store::Error &error);
    void openForm();
    void closeDetail();
    void select(const QString &station);

    Backend backend_;
    StationSource *source_;
    RowOrder *order_;
    QAction *add_;
    KnockNotice *knocks_;
    QStackedWidget *content_;
    MasterDetail *split_;
    TableView *table_;
    QStackedWidget *detail_;
    StationPanel *panel_;
    AddStationForm *form_;
    EmptyState *empty_;
    QString wanted_; ///< to be selected as soon as it is there
    bool failed_ = false;
};

} // namespace ui
