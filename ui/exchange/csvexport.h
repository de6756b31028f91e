// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/exchange/filework.h"

#include <QVariant>

#include <atomic>
#include <functional>
#include <memory>

class QSaveFile;

namespace store {
class Database;
}

namespace ui {

class NoticeBar;

/// A part of a table, as it goes into the file.
struct CsvPart {
    QByteArray bytes;
    qint64 rows = 0;
    QVariant next; ///< where the part after it begins; invalid: this was the last one
};

/// What an export writes, part by part, so that the reader serves the pages in between.
struct CsvTable {
    QByteArray header;
    /// On the reader's thread; `after` is invalid for the first part.
    std::function<CsvPart(store::Database &db, const QVariant &after)> part;
    qint64 expectedRows = 0; ///< for the progress
};

/// Writes a table of the database into a file, told step by step in a notice of the page: progress with Cancel, then the
/// result with the way to the folder. Reading is done by the reader, writing and saving on a thread of the pool; the file
/// appears when it is whole. GUI thread.
class CsvExport : public FileWork {
    Q_OBJECT
public:
    /// Both outlive the export.
    CsvExport(const Backend &backend, NoticeBar &notice, QObject *parent);
    ~CsvExport() override;

    /// Asks where to, then writes. Nothing happens while an export runs. What a file's name should not have is replaced in
    /// the suggested one.
    void start(const CsvTable &table, const QString &suggestedName);
    [[nodiscard]] bool isRunning() const override { return file_ != nullptr; }
    /// While the file is being saved the answer waits: it may be too late.
    void cancel();

signals:
    /// After success, failure and cancellation alike.
    void ended();

private:
    struct Written;
    struct Saved;
    void run(const QString &path);
    void readOn(const QVariant &after);
    void write(const store::Outcome<CsvPart> &part);
    void take(const Written &written);
    void finish();
    void conclude(const Saved &saved);
    void fail(const QString &text);
    void presentProgress();
    void openFolder() const;

    Backend backend_;
    NoticeBar &notice_;
    CsvTable table_;
    std::shared_ptr<QSaveFile> file_; ///< used by one thread at a time; null: nothing is being written
    std::shared_ptr<std::atomic_bool> isCancelled_; ///< while all is written and the file is being saved; else null
    QString path_; ///< of the last file
    qint64 rows_ = 0;
    int run_ = 0; ///< answers to an export that was cancelled are dropped
    bool mayOpen_ = false;
};

} // namespace ui
