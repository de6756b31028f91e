// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/exchange/filework.h"

#include <QTimer>

namespace store {
struct Error;
}

namespace ui {

class NoticeBar;

/// Backing up and restoring from the window, told step by step in a notice of the page: where to, progress, result.
class BackupFlow : public FileWork {
    Q_OBJECT
public:
    /// Both outlive the flow.
    BackupFlow(const Backend &backend, NoticeBar &notice, QObject *parent);

    void startBackup();
    void startRestore();
    /// A backup is being written.
    [[nodiscard]] bool isRunning() const override { return running_; }

private:
    void run(const QString &file);
    void showProgress();
    void showResult(const store::Error *error);
    void offerRestore(const QString &file);
    [[nodiscard]] QWidget *window() const;

    Backend backend_;
    NoticeBar &notice_;
    QString file_;
    QTimer progress_;
    std::stop_source stop_; ///< of the backup that runs, or ran last
    bool running_ = false;
    bool restoring_ = false;
};

} // namespace ui
