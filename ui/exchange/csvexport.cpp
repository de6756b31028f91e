// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/csvexport.h"

#include "store/reader.h"
#include "ui/exchange/csv.h"
#include "ui/exchange/onpool.h"
#include "ui/models/answerto.h"
#include "ui/text/format.h"
#include "ui/text/storewords.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"

#include <QDate>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

/// How far a part came.
struct CsvExport::Written {
    qint64 rows = 0;
    QVariant next;
    QString trouble; ///< empty: none
};

/// What became of the whole file.
struct CsvExport::Saved {
    bool isCancelled = false;
    qint64 bytes = 0;
    QString trouble; ///< empty: none
};

CsvExport::CsvExport(const Backend &backend, NoticeBar &notice, QObject *parent)
    : FileWork(parent), backend_(backend), notice_(notice)
{
    connect(&notice_, &NoticeBar::firstRequested, this, [this] {
        if (isRunning())
            cancel();
        else if (mayOpen_)
            openFolder();
    });
}

CsvExport::~CsvExport() = default;

void CsvExport::start(const CsvTable &table, const QString &suggestedName)
{
    if (isRunning())
        return;
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    static const QRegularExpression notInFileNames(u"[^\\w.-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    const QString safe = QString(suggestedName).replace(notInFileNames, u"-"_s);
    const QString name = u"%1-%2.csv"_s.arg(safe, QDate::currentDate().toString(Qt::ISODate));
    modal::chooseFile(notice_.window(),
                      {modal::FileRequest::Kind::Save, tr("Export to"), documents.filePath(name), tr("Tables (*.csv)")},
                      [this, table](const QString &path) {
                          if (isRunning())
                              return;
                          table_ = table;
                          run(path);
                      });
}

void CsvExport::run(const QString &path)
{
    path_ = QFileInfo(path).suffix().isEmpty() ? path + ".csv"_L1 : path;
    rows_ = 0;
    ++run_;
    mayOpen_ = false;
    file_ = std::make_shared<QSaveFile>(path_);
    if (!file_->open(QIODevice::WriteOnly)) {
        fail(tr("%1 cannot be written: %2. Choose another folder.").arg(path_, file_->errorString()));
        return;
    }
    file_->write(csv::byteOrderMark + table_.header);
    notice_.present(u"export"_s, Role::Accent, tr("Exporting to %1").arg(QDir::toNativeSeparators(path_)));
    notice_.presentActions(tr("Cancel"));
    presentProgress();
    readOn({});
}

void CsvExport::readOn(const QVariant &after)
{
    backend_.reader->read([part = table_.part, after](store::Database &db) { return part(db, after); })
        | answerTo(this, [this, run = run_](const store::Outcome<CsvPart> &part) {
              if (run == run_ && isRunning())
                  write(part);
          });
}

void CsvExport::write(const store::Outcome<CsvPart> &part)
{
    if (!part)
        return take({.rows = 0, .next = {}, .trouble = storeWords(part.error()).sentence()});
    const auto writing = [file = file_, part = *part]() -> Written {
        if (file->write(part.bytes) != part.bytes.size())
            return {.rows = 0, .next = {}, .trouble = file->errorString()};
        return {.rows = part.rows, .next = part.next, .trouble = {}};
    };
    onPool(writing) | answerTo(this, [this, run = run_](const Written &written) {
        if (run == run_ && isRunning())
            take(written);
    });
}

void CsvExport::take(const Written &written)
{
    rows_ += written.rows;
    if (!written.trouble.isEmpty())
        fail(tr("The export to %1 has stopped: %2").arg(path_, written.trouble));
    else if (written.next.isValid()) {
        presentProgress();
        readOn(written.next);
    } else {
        finish();
    }
}

/// The disk may take its time for the file: the pool waits for it.
void CsvExport::finish()
{
    notice_.presentProgress(-1);
    isCancelled_ = std::make_shared<std::atomic_bool>(false);
    const auto saving = [file = file_, isCancelled = isCancelled_]() -> Saved {
        if (*isCancelled)
            return {.isCancelled = true, .bytes = 0, .trouble = {}};
        // What commit() itself flushes may get lost without a word.
        if (!file->flush() || !file->commit())
            return {.isCancelled = false, .bytes = 0, .trouble = file->errorString()};
        return {.isCancelled = false, .bytes = QFileInfo(file->fileName()).size(), .trouble = {}};
    };
    onPool(saving) | answerTo(this, [this](const Saved &saved) { conclude(saved); });
}

void CsvExport::conclude(const Saved &saved)
{
    isCancelled_.reset();
    if (saved.isCancelled)
        return cancel();
    if (!saved.trouble.isEmpty())
        return fail(tr("%1 cannot be written: %2").arg(path_, saved.trouble));
    file_.reset();
    mayOpen_ = true;
    notice_.present(u"check"_s, Role::Good,
                    tr("%Ln line(s) exported to %1 (%2).", nullptr, int(rows_))
                        .arg(QDir::toNativeSeparators(path_), format::bytes(saved.bytes)));
    notice_.presentActions(tr("Show in folder"));
    emit ended();
}

void CsvExport::cancel()
{
    if (!isRunning())
        return;
    if (isCancelled_) { // it may be whole just now: what came of it is told when the pool knows
        *isCancelled_ = true;
        notice_.present(u"info"_s, Role::Accent, tr("The export is being cancelled."));
        return;
    }
    // A part may still be on its way into the file: the last who holds it throws it away.
    file_.reset();
    ++run_;
    notice_.present(u"info"_s, Role::Accent, tr("The export was cancelled. Nothing was written."));
    emit ended();
}

void CsvExport::fail(const QString &text)
{
    file_.reset();
    notice_.present(u"warning"_s, Role::Fault, text);
    emit ended();
}

/// The button stays where it is: it may be pressed just now.
void CsvExport::presentProgress()
{
    const qint64 percent = table_.expectedRows > 0 ? rows_ * 100 / table_.expectedRows : -1;
    notice_.presentProgress(int(std::min<qint64>(99, percent)));
}

void CsvExport::openFolder() const
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path_).path()));
}

} // namespace ui
