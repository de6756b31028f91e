// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/backupflow.h"

#include "store/backup.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/text/format.h"
#include "ui/text/storewords.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QFuture>
#include <QPromise>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>
#include <memory>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

QString suggestedFile()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString now = QDateTime::currentDateTime().toString(u"yyyy-MM-dd-HHmmss"_s);
    return documents.filePath(u"stationmaster-%1.sqlite"_s.arg(now));
}

/// Copying blocks, so it runs on a thread of the pool.
QFuture<store::Outcome<void>> backUp(const store::Location &location, const QString &file, const std::stop_token &stop)
{
    auto promise = std::make_shared<QPromise<store::Outcome<void>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, location, file, stop] {
        promise->addResult(store::backup(location, file, stop));
        promise->finish();
    });
    return promise->future();
}

} // namespace

BackupFlow::BackupFlow(const Backend &backend, NoticeBar &notice, QObject *parent)
    : FileWork(parent), backend_(backend), notice_(notice)
{
    progress_.setInterval(200ms);
    connect(&progress_, &QTimer::timeout, this, &BackupFlow::showProgress);
    connect(&notice_, &NoticeBar::firstRequested, this, [this] {
        if (running_)
            stop_.request_stop();
        else if (restoring_)
            backend_.restoreAndRestart(file_);
        else
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file_).path()));
    });
    connect(&notice_, &NoticeBar::secondRequested, &notice_, &NoticeBar::dismiss);
}

void BackupFlow::startBackup()
{
    if (running_)
        return;
    if (backend_.writer->location().backend == store::Backend::PostgreSql) {
        notice_.present(u"info"_s, Role::Accent,
                        tr("A PostgreSQL database is backed up with its own tool: pg_dump --format=custom --file=BACKUP "
                           "\"%1\"")
                            .arg(backend_.writer->location().display()));
        return;
    }
    modal::chooseFile(window(), {modal::FileRequest::Kind::Save, tr("Back up to"), suggestedFile(),
                                 tr("Databases (*.sqlite)"), false},
                      [this](const QString &file) { run(file); });
}

void BackupFlow::run(const QString &file)
{
    file_ = file;
    const QString folder = QFileInfo(file).path();
    if (!QFileInfo(folder).isWritable()) {
        notice_.present(u"warning"_s, Role::Fault,
                        tr("There is no folder %1, or it may not be written to. Choose another one.").arg(folder));
        return;
    }
    if (QFileInfo::exists(file)) {
        notice_.present(u"warning"_s, Role::Fault,
                        tr("%1 exists already, and a backup overwrites nothing. Choose another name.").arg(file));
        return;
    }
    running_ = true;
    restoring_ = false;
    notice_.present(u"backup"_s, Role::Accent, tr("Backing up to %1. Charging goes on meanwhile.").arg(file));
    notice_.presentActions(tr("Cancel"));
    notice_.presentProgress(-1);
    progress_.start();
    stop_ = std::stop_source();
    backUp(backend_.writer->location(), file, stop_.get_token())
        | answerTo(this,
                   [this](const store::Outcome<void> &outcome) { showResult(outcome ? nullptr : &outcome.error()); });
}

void BackupFlow::showProgress()
{
    const qint64 whole = QFileInfo(backend_.writer->location().file).size();
    const qint64 done = QFileInfo(store::unfinishedBackup(file_)).size();
    notice_.presentProgress(whole > 0 && done > 0 ? int(std::min<qint64>(99, done * 100 / whole)) : -1);
}

void BackupFlow::showResult(const store::Error *error)
{
    running_ = false;
    progress_.stop();
    if (error && stop_.stop_requested()) {
        notice_.present(u"info"_s, Role::Accent, tr("The backup was cancelled. Nothing was written."));
        return;
    }
    if (error) {
        const StoreWords words = storeWords(*error);
        notice_.present(u"warning"_s, Role::Fault, words.sentence());
        notice_.presentDetail(words.detail);
        return;
    }
    notice_.present(u"check"_s, Role::Good,
                    tr("Backed up to %1 (%2), and checked.").arg(file_, format::bytes(QFileInfo(file_).size())));
    notice_.presentActions(tr("Show folder"));
}

void BackupFlow::startRestore()
{
    if (running_)
        return;
    if (!backend_.restoreAndRestart) {
        notice_.present(u"info"_s, Role::Accent,
                        tr("A backup replaces the whole database, so nothing may be using it. Stop the engine that this "
                           "window has joined, and run: stationmasterctl restore FILE"));
        return;
    }
    modal::chooseFile(window(), {modal::FileRequest::Kind::Open, tr("Restore from"), suggestedFile(),
                                 tr("Databases (*.sqlite)")},
                      [this](const QString &file) { offerRestore(file); });
}

void BackupFlow::offerRestore(const QString &file)
{
    file_ = file;
    restoring_ = true;
    notice_.present(u"restore"_s, Role::Caution,
                    tr("Stationmaster will check %1, put it in the place of the present database, and start again. The "
                       "present database is kept beside it. Stations reconnect by themselves.")
                        .arg(file));
    notice_.presentActions(tr("Replace and restart"), tr("Cancel"));
}

QWidget *BackupFlow::window() const
{
    return notice_.window();
}

} // namespace ui
