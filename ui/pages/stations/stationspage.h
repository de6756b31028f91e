// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/stations/stationrow.h"
#include "ui/shell/page.h"

class QPushButton;
class QStackedWidget;

namespace store {
struct Error;
}

namespace ui {

class AddStationForm;
class BatchView;
class CommandBatch;
class DraftShelf;
struct DraftPlace;
class EmptyState;
class KnockNotice;
class ElidedLabel;
class ManyPanel;
class MasterDetail;
class NoticeBar;
class RowOrder;
class StationPanel;
class StationRemoval;
class StationSource;
class TableView;

/// All stations, live; that somebody knocks at the door; and at the right one station's detail, or the commands for
/// several.
class StationsPage : public Page {
    Q_OBJECT
public:
    explicit StationsPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool hasUnsaved() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return add_; }
    void visit(const Target &target) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildMaster();
    void buildTable();
    void buildDetail();
    void connectParts();
    void connectDetail();
    void setReading(bool reading);
    void presentSelection();
    void presentMany();
    void presentContent();
    void presentFoot();
    void presentError(const store::Error &error);
    void presentBatchNotice();
    void openForm();
    void openDraft(const DraftPlace &place);
    void leaveForm();
    void openBatch();
    void openDetail(QWidget *detail);
    void closeDetail();
    void select(const QString &station);
    [[nodiscard]] QList<StationRow> selectedRows() const;

    Backend backend_;
    StationSource *source_;
    RowOrder *order_;
    QAction *add_;
    KnockNotice *knocks_;
    NoticeBar *removalNotice_;
    StationRemoval *removal_;
    NoticeBar *batchNotice_;
    NoticeBar *aside_;
    DraftShelf *shelf_;
    QStackedWidget *content_;
    MasterDetail *split_;
    TableView *table_;
    ElidedLabel *hint_;
    QPushButton *selectAll_;
    QStackedWidget *detail_;
    StationPanel *panel_;
    AddStationForm *form_;
    ManyPanel *many_;
    CommandBatch *batch_;
    BatchView *batchView_;
    EmptyState *empty_;
    QString wanted_; ///< to be selected as soon as it is there
    QString batchTold_; ///< the last that was said of the batch
    bool failed_ = false;
};

} // namespace ui
