// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/shell/page.h"

class QStackedWidget;
class QTimer;

namespace store {
struct Error;
}

namespace ui {

class CsvExport;
class EmptyState;
class MasterDetail;
class NoticeBar;
class SessionFilterBar;
class SessionPanel;
class SessionSource;
class TableView;

/// Who charged where, when and how much: all sessions, live, newest first, with their sum; one session's detail at the
/// right; what is shown as a file.
class TransactionsPage : public Page {
    Q_OBJECT
public:
    explicit TransactionsPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return export_; }
    /// Shows the sessions of the target's station.
    void visit(const Target &target) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    void connectParts();
    void connectScrolling();
    void setReading(bool reading);
    void applyFilter();
    void readChoices();
    void presentContent();
    void presentNothing();
    void presentError(const store::Error &error);
    void presentSelection();
    void startExport();

    Backend backend_;
    SessionSource *source_;
    ChangeGate choices_;
    QAction *export_;
    NoticeBar *notice_;
    CsvExport *exporter_;
    SessionFilterBar *filter_;
    QStackedWidget *content_;
    TableView *table_;
    SessionPanel *panel_;
    MasterDetail *split_;
    EmptyState *empty_;
    QTimer *clock_; ///< today becomes yesterday while nobody touches the filter
    bool failed_ = false;
    bool read_ = false; ///< something was read at all
};

} // namespace ui
