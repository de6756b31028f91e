// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/shell/page.h"

class QStackedWidget;

namespace store {
struct Error;
}

namespace ui {

class EmptyState;
class MasterDetail;
class MessageDetail;
class MessageFilterBar;
class MessageSource;
class TableView;

/// The log of all messages, live: newest at the end, followed while the end is in sight.
class MessagesPage : public Page {
    Q_OBJECT
public:
    explicit MessagesPage(const Backend &backend, QWidget *parent = nullptr);

    [[nodiscard]] QString headline() const override;
    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] QAction *primaryAction() override { return pause_; }
    void visit(const Target &target) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTable();
    void connectParts();
    void connectScrolling();
    void presentPause();
    void presentContent();
    void presentSelection();
    void presentError(const store::Error &error);
    void keepPlace(int olderRows);
    void goToLatest();
    void readStations();
    [[nodiscard]] QString pairText(int row) const;
    void setFollowing(bool following);

    Backend backend_;
    MessageSource *source_;
    ChangeGate stations_;
    QAction *pause_;
    MessageFilterBar *filter_;
    QStackedWidget *content_;
    TableView *table_;
    MessageDetail *detail_;
    MasterDetail *split_;
    EmptyState *empty_;
    bool failed_ = false; ///< the database did not answer
    bool following_ = true;
};

} // namespace ui
