// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samplefirmware.h"

#include "store/clock.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::Firmware;
using store::FirmwareJobState;
using store::StationFileKind;
using store::StationFileState;

namespace samplefirmware {
namespace {

void advance(store::Database &db, const QString &station, FirmwareJobState state, const QString &status, int progress,
             const QString &reason = {})
{
    const QList<store::FirmwareJob> jobs = Firmware(db).jobs({.station = station, .limit = 1});
    if (jobs.isEmpty())
        qFatal("%s has no update.", qPrintable(station));
    store::FirmwareJob job = jobs.first();
    job.state = state;
    job.status = status;
    job.statusTime = store::now() - 2min;
    job.progress = progress;
    job.reason = reason;
    const bool isOver = state == FirmwareJobState::Installed || state == FirmwareJobState::Failed;
    if (isOver)
        Firmware(db).finish(job, state, reason, store::now() - 1min);
    else
        Firmware(db).save(job);
}

void plan(store::Database &db, const QString &station, const store::FirmwareImage &image, store::FirmwareKind kind)
{
    const auto job = Firmware(db).plan(station, {.image = image.id, .kind = kind}, store::now() - 40min);
    if (!job)
        qFatal("%s", qPrintable(job.error().text));
}

void addUpdates(store::Database &db)
{
    const auto plain = store::FirmwareKind::Plain;
    const store::FirmwareImage keba = addImage(db, u"keba-p30-1.18.0.bin"_s, u"1.18.0"_s, u"Keba"_s);
    store::FirmwareImage alfen = addImage(db, u"alfen-eve-6.5.2.fwi"_s, u"6.5.2"_s, u"Alfen"_s);
    alfen.signature = u"MEUCIQDx1b6p0k3JvQ=="_s;
    alfen.signingCertificate = u"-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\n-----END CERTIFICATE-----"_s;
    Firmware(db).saveImage(alfen);
    const store::FirmwareImage abl = addImage(db, u"abl-emh3-2.0.5.bin"_s, u"2.0.5"_s, u"ABL"_s);
    plan(db, u"CP08"_s, keba, plain);
    advance(db, u"CP08"_s, FirmwareJobState::Failed, u"InstallationFailed"_s, 70,
            u"The station could not install the firmware. Its diagnostics may say why."_s);
    plan(db, u"CP03"_s, alfen, store::FirmwareKind::Signed);
    advance(db, u"CP03"_s, FirmwareJobState::Running, u"Downloading"_s, 42);
    plan(db, u"CP04"_s, alfen, store::FirmwareKind::Signed);
    const auto rollout =
        Firmware(db).rollOut({{u"CP09"_s}, {u"CP10"_s, u"CP11"_s}}, {.image = abl.id}, store::now() - 30min);
    if (!rollout)
        qFatal("%s", qPrintable(rollout.error().text));
    advance(db, u"CP09"_s, FirmwareJobState::Installed, u"Installed"_s, 100);
    advance(db, u"CP10"_s, FirmwareJobState::Running, u"Installing"_s, 80);
}

void addFiles(store::Database &db)
{
    addFile(db, u"CP13"_s, StationFileKind::Diagnostics, u"diag-CP13.log"_s, 620'000);
    addFile(db, u"CP12"_s, StationFileKind::Diagnostics, u"CP12-support.zip"_s, 4'300'000);
    store::StationFile failed = addFile(db, u"CP05"_s, StationFileKind::SecurityLog, {}, 0);
    failed.state = StationFileState::Failed;
    failed.reason = u"The station did not bring it in time."_s;
    failed.file.clear();
    failed.received.reset();
    store::StationFiles(db).save(failed);
    store::StationFile waiting = addFile(db, u"CP01"_s, StationFileKind::DiagnosticsLog, {}, 0);
    waiting.state = StationFileState::Accepted;
    waiting.status = u"Uploading"_s;
    waiting.file.clear();
    waiting.received.reset();
    store::StationFiles(db).save(waiting);
}

} // namespace

store::FirmwareImage addImage(store::Database &db, const QString &name, const QString &version, const QString &vendor)
{
    store::FirmwareImage image;
    image.name = name;
    image.version = version;
    image.vendor = vendor;
    image.file = u"sample-"_s + name;
    image.size = 18'400'000;
    image.sha256 = u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s;
    image.created = store::now() - 90h;
    image.id = Firmware(db).addImage(image);
    return image;
}

store::StationFile addFile(store::Database &db, const QString &station, StationFileKind kind, const QString &name,
                           qint64 size)
{
    store::StationFile file;
    file.station = station;
    file.kind = kind;
    file.name = name;
    file.file = name;
    file.size = size;
    file.state = StationFileState::Received;
    file.created = store::now() - 50min;
    file.expires = store::now() + 10h;
    file.received = store::now() - 45min;
    file.id = db.insert(file);
    db.noteChange(store::Table::Files, station, store::changeKey(file.id));
    return file;
}

void writeFile(const QString &dataDir, const QString &name, const QByteArray &bytes)
{
    QDir(dataDir).mkpath(u"station-files"_s);
    QFile file(QDir(dataDir).filePath(u"station-files/"_s + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("Cannot write %s", qPrintable(file.fileName()));
}

void fill(store::Database &db)
{
    addUpdates(db);
    addFiles(db);
}

void writeFiles(const QString &dataDir)
{
    QByteArray log;
    for (int line = 0; log.size() < 620'000; ++line)
        log += "2026-11-22T19:" + QByteArray::number(10 + line / 60 % 50) + ':' + QByteArray::number(10 + line % 50)
               + "Z connector 1: contactor closed, pilot 6.0 V, 16.0 A offered, line " + QByteArray::number(line)
               + '\n';
    writeFile(dataDir, u"diag-CP13.log"_s, log);
    writeFile(dataDir, u"CP12-support.zip"_s, QByteArray("PK\x03\x04 and more"));
}

} // namespace samplefirmware
