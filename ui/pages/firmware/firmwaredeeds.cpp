// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/firmwaredeeds.h"

#include "store/clock.h"
#include "store/writer.h"
#include "ui/exchange/onpool.h"
#include "ui/models/answerto.h"
#include "ui/pages/firmware/enginefolder.h"
#include "ui/pages/firmware/firmwarewords.h"
#include "ui/text/refusalwords.h"
#include "ui/text/storewords.h"
#include "ui/widgets/noticebar.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using store::Firmware;

namespace {

constexpr qint64 pieceBytes = qint64{1024} * 1024;

/// Why it could not be saved; empty: it is.
QString copyFile(const QString &from, const QString &to)
{
    if (QFile::exists(to) && QFileInfo(to).canonicalFilePath() == QFileInfo(from).canonicalFilePath())
        return FirmwareDeeds::tr("%1 cannot be replaced.").arg(to);
    const auto failure = [&to](const QFileDevice &file) {
        return FirmwareDeeds::tr("%1 was not saved: %2.").arg(to, file.errorString());
    };
    QFile file(from);
    QSaveFile copy(to); // what was there stays until all is written
    if (!file.open(QIODevice::ReadOnly))
        return failure(file);
    if (!copy.open(QIODevice::WriteOnly))
        return failure(copy);
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(pieceBytes);
        if (bytes.isEmpty())
            return failure(file);
        if (copy.write(bytes) != bytes.size())
            return failure(copy);
    }
    return copy.commit() ? QString() : failure(copy);
}

} // namespace

FirmwareDeeds::FirmwareDeeds(const Backend &backend, NoticeBar &notice, QObject *parent)
    : QObject(parent), backend_(backend), notice_(notice)
{
}

void FirmwareDeeds::carryOut(const Deed &deed, const QString &saying, const Then &then)
{
    backend_.writer->submit(deed) | answerTo(this, [this, saying, then](const store::Outcome<QString> &outcome) {
        const QString trouble = outcome ? *outcome : storeWords(outcome.error()).sentence();
        if (trouble.isEmpty())
            notice_.present(u"check"_s, Role::Good, saying);
        else
            notice_.present(u"warning"_s, Role::Fault, trouble);
        if (then)
            then(trouble.isEmpty());
        if (!trouble.isEmpty())
            emit failed();
    });
}

/// What lies on another machine goes there, in time, with what no row speaks of.
void FirmwareDeeds::removeOnDisk(const QString &path) const
{
    if (EngineFolder(backend_.setup.dataDir).isHere())
        onPool([path] { return QFile::remove(path); });
}

void FirmwareDeeds::saveImage(const store::FirmwareImage &image, const Then &then)
{
    const auto deed = [image](store::Database &db) {
        const auto namesake = Firmware(db).image(image.name);
        auto known = Firmware(db).image(image.id);
        if (!known)
            return tr("This image is gone.");
        if (namesake && namesake->id != image.id)
            return tr("There is an image %1 already. Give it another name.").arg(image.name);
        known->name = image.name; // its file may have come meanwhile
        known->version = image.version;
        known->vendor = image.vendor;
        known->model = image.model;
        known->signature = image.signature;
        known->signingCertificate = image.signingCertificate;
        Firmware(db).saveImage(*known);
        return QString();
    };
    carryOut(deed, tr("%1 was saved.").arg(image.name), then);
}

void FirmwareDeeds::removeImage(const store::FirmwareImage &image)
{
    const auto deed = [id = image.id](store::Database &db) {
        const auto removed = Firmware(db).removeImage(id);
        return removed ? QString() : firmwareRefusal(removed.error());
    };
    carryOut(deed, tr("%1 was deleted.").arg(image.name), [this, file = image.file](bool done) {
        if (done && !file.isEmpty())
            removeOnDisk(EngineFolder(backend_.setup.dataDir).firmware(file));
    });
}

void FirmwareDeeds::update(const QList<QStringList> &waves, const store::UpdatePlan &plan, const Then &then)
{
    int stations = 0;
    for (const QStringList &wave : waves)
        stations += int(wave.size());
    const auto deed = [waves, plan, stations](store::Database &db) {
        if (stations == 1) {
            const auto job = Firmware(db).plan(waves.first().first(), plan, store::now());
            return job ? QString() : firmwareRefusal(job.error());
        }
        const auto rollout = Firmware(db).rollOut(waves, plan, store::now());
        return rollout ? QString() : firmwareRefusal(rollout.error());
    };
    carryOut(deed,
             stations == 1
                 ? tr("%1 is to be updated.").arg(waves.first().first())
                 : tr("%n station(s) are to be updated, wave by wave; the first failure stops it.", nullptr, stations),
             then);
}

void FirmwareDeeds::cancelUpdate(const store::FirmwareJob &job)
{
    const auto deed = [id = job.id](store::Database &db) {
        return Firmware(db).cancel(id, store::now()) ? QString() : tr("It was over already.");
    };
    carryOut(deed, tr("The update of %1 is called off.").arg(job.station));
}

void FirmwareDeeds::tryAgain(const store::FirmwareJob &job)
{
    const auto deed = [job](store::Database &db) {
        const auto again = Firmware(db).planAgain(job, store::now());
        return again ? QString() : firmwareRefusal(again.error());
    };
    carryOut(deed, tr("%1 is to be updated again.").arg(job.station));
}

void FirmwareDeeds::stopRollout(qint64 rollout)
{
    const auto deed = [rollout](store::Database &db) {
        return Firmware(db).cancelRollout(rollout, store::now()) ? QString() : tr("It was over already.");
    };
    carryOut(deed, tr("The roll-out is stopped. What is installed stays."));
}

void FirmwareDeeds::ask(const store::FileWish &wish, const Then &then)
{
    const auto deed = [wish](store::Database &db) {
        const auto file = store::StationFiles(db).request(wish);
        return file ? QString() : refusalWords(file.error());
    };
    carryOut(deed, tr("%1 is asked for: %2.").arg(wish.station, fileKindWord(wish.kind)), then);
}

void FirmwareDeeds::askAgain(const store::StationFile &former)
{
    const auto deed = [former](store::Database &db) {
        const auto file = store::StationFiles(db).requestAgain(former, u"window"_s);
        return file ? QString() : refusalWords(file.error());
    };
    carryOut(deed, tr("%1 is asked for: %2.").arg(former.station, fileKindWord(former.kind)));
}

void FirmwareDeeds::removeFile(const store::StationFile &file)
{
    const auto deed = [id = file.id](store::Database &db) {
        store::StationFiles(db).remove(id);
        return QString();
    };
    carryOut(deed, tr("The file of %1 was deleted.").arg(file.station), [this, name = file.file](bool done) {
        if (done && !name.isEmpty())
            removeOnDisk(EngineFolder(backend_.setup.dataDir).received(name));
    });
}

void FirmwareDeeds::saveAs(const QString &path, const QString &target)
{
    notice_.present(u"clock"_s, Role::Accent, tr("%1 is being saved.").arg(target));
    onPool([path, target] { return copyFile(path, target); }) | answerTo(this, [this, target](const QString &trouble) {
        if (trouble.isEmpty())
            notice_.present(u"check"_s, Role::Good, tr("Saved as %1.").arg(target));
        else
            notice_.present(u"warning"_s, Role::Fault, trouble);
    });
}

} // namespace ui
