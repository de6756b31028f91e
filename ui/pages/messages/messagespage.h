// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/shell/page.h"

namespace ui {

class CsvExport;
class MessageFilterBar;
class MessageLog;
class NoticeBar;

/// The log of all messages, live, with a filter above it.
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
    void connectParts();
    void presentPause();
    void startExport();
    void readStations();

    Backend backend_;
    ChangeGate stations_;
    QAction *pause_;
    MessageFilterBar *filter_;
    MessageLog *log_;
    NoticeBar *notice_;
    CsvExport *exporter_;
};

} // namespace ui
