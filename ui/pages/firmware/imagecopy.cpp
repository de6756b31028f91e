// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/imagecopy.h"

#include "config/diskspace.h"
#include "store/clock.h"
#include "store/filelinks.h"
#include "store/reader.h"
#include "store/writer.h"
#include "ui/exchange/onpool.h"
#include "ui/models/answerto.h"
#include "ui/pages/firmware/enginefolder.h"
#include "ui/text/format.h"
#include "ui/text/storewords.h"
#include "ui/widgets/noticebar.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qint64 stepBytes = qint64{4} * 1024 * 1024;
/// The database needs room, too.
constexpr qint64 reserveBytes = 512LL * 1024 * 1024;

/// Two images of one name, one after the other, must not write into one file.
QString ownName(const QString &name)
{
    static const QRegularExpression harmful(u"[^A-Za-z0-9._-]"_s);
    return store::FileLinks::newToken().left(8) + u'-' + QString(name).replace(harmful, u"_"_s).right(100);
}

bool isNameTaken(store::Database &db, const QString &name)
{
    return store::Firmware(db).image(name).has_value();
}

QString takenText(const QString &name)
{
    return ImageCopy::tr("There is an image %1 already. Give it another name.").arg(name);
}

} // namespace

struct ImageCopy::Run {
    store::FirmwareImage image;
    QFile from;
    QSaveFile to;
    QCryptographicHash hash{QCryptographicHash::Sha256};
    qint64 size = 0; ///< when it was opened
    qint64 done = 0;
    QString trouble{};

    Run(const QString &path, const QString &target) : from(path), to(target) {}

    bool isAtEnd() const { return done >= size; }

    void open()
    {
        if (!from.open(QIODevice::ReadOnly))
            trouble = ImageCopy::tr("%1 cannot be read: %2.").arg(from.fileName(), from.errorString());
        else if (size = from.size(); size == 0)
            trouble = ImageCopy::tr("%1 is empty.").arg(from.fileName());
        else if (config::freeBytes(QFileInfo(to.fileName()).path()) - size < reserveBytes)
            trouble = ImageCopy::tr("The disk has no room for it. Make some.");
        else if (!to.open(QIODevice::WriteOnly))
            trouble = ImageCopy::tr("%1 cannot be written: %2.").arg(to.fileName(), to.errorString());
    }

    void copySome()
    {
        if (!from.isOpen())
            open();
        if (!trouble.isEmpty())
            return;
        const QByteArray bytes = from.read(std::min(stepBytes, size - done));
        hash.addData(bytes);
        done += bytes.size();
        if (bytes.isEmpty())
            trouble = from.error() == QFileDevice::NoError
                          ? ImageCopy::tr("%1 was changed meanwhile.").arg(from.fileName())
                          : ImageCopy::tr("%1 cannot be read: %2.").arg(from.fileName(), from.errorString());
        else if (to.write(bytes) != bytes.size() || (isAtEnd() && !to.commit()))
            trouble = ImageCopy::tr("The disk does not take any more: %1.").arg(to.errorString());
    }
};

ImageCopy::ImageCopy(const Backend &backend, NoticeBar &notice, QObject *parent)
    : FileWork(parent), backend_(backend), notice_(notice)
{
    connect(&notice_, &NoticeBar::firstRequested, this, [this] {
        if (run_)
            fail(tr("Cancelled."));
    });
}

ImageCopy::~ImageCopy() = default;

void ImageCopy::start(const QString &path, const store::FirmwareImage &image)
{
    if (run_)
        return;
    const EngineFolder folder(backend_.setup.dataDir);
    QDir().mkpath(folder.firmware());
    const QString file = ownName(image.name);
    run_ = std::make_shared<Run>(path, folder.firmware(file));
    run_->image = image;
    run_->image.file = file;
    run_->image.node = folder.node();
    notice_.present(u"import"_s, Role::Accent, tr("%1 is being taken in…").arg(image.name));
    notice_.presentProgress(0);
    notice_.presentActions(tr("Cancel"));
    // A file takes its time: what the name says is known before.
    backend_.reader->read([name = image.name](store::Database &db) { return isNameTaken(db, name); })
        | answerTo(this, [this, run = run_](const store::Outcome<bool> &taken) {
              if (run != run_)
                  return; // it was cancelled
              if (!taken)
                  return fail(storeWords(taken.error()).sentence());
              if (*taken)
                  return fail(takenText(run->image.name));
              step();
          });
}

void ImageCopy::step()
{
    onPool([run = run_] {
        run->copySome();
        return true;
    }) | answerTo(this, [this, run = run_](bool) {
        if (run != run_)
            return; // it was cancelled
        if (!run->trouble.isEmpty())
            return fail(run->trouble);
        notice_.presentProgress(int(100 * run->done / run->size));
        if (run->isAtEnd())
            enter();
        else
            step();
    });
}

void ImageCopy::enter()
{
    notice_.presentActions({}); // too late for Cancel
    store::FirmwareImage image = run_->image;
    image.size = run_->done;
    image.sha256 = QString::fromLatin1(run_->hash.result().toHex());
    image.created = store::now();
    const auto work = [image](store::Database &db) {
        const bool isFree = !isNameTaken(db, image.name); // somebody may have been quicker
        if (isFree)
            store::Firmware(db).addImage(image);
        return isFree;
    };
    backend_.writer->submit(work) | answerTo(this, [this, run = run_, image](const store::Outcome<bool> &entered) {
        if (!entered || !*entered) {
            QFile::remove(run->to.fileName());
            return fail(entered ? takenText(image.name) : storeWords(entered.error()).sentence());
        }
        run_.reset();
        notice_.present(u"check"_s, Role::Good, tr("%1 is here, with %2.").arg(image.name, format::bytes(image.size)));
        emit ended(true);
    });
}

void ImageCopy::fail(const QString &text)
{
    run_.reset();
    notice_.present(u"warning"_s, Role::Caution, tr("The file was not taken in. %1").arg(text));
    emit ended(false);
}

} // namespace ui
