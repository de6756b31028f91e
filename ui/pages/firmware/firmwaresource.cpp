// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/firmwaresource.h"

#include "store/certificates.h"
#include "store/changefeed.h"
#include "store/reader.h"
#include "ui/models/answerto.h"

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr quint32 shownTables =
    store::Table::Firmware | store::Table::Files | store::Table::Stations | store::Table::Certificates;
/// Progress comes by the megabyte.
constexpr auto pace = 250ms;

/// L01: the station checks the signing certificate against its manufacturer's roots, and so does the engine where it knows
/// all of them.
bool isIssuerKnown(store::Database &db, const store::FirmwareJob &job)
{
    if (!job.isOpen() || job.kind != store::FirmwareKind::Signed)
        return true;
    const QString type = toString(ocpp::CertificateUse::ManufacturerRootCertificate);
    return store::Certificates(db).allRoots(job.station, type).has_value();
}

} // namespace

struct FirmwareSource::Reading {
    QList<ImageRow> images;
    QList<JobRow> jobs;
    QList<RolloutRow> rollouts;
    QList<FileRow> files;
    QList<store::Station> stations;
};

FirmwareSource::FirmwareSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), images_(imageColumns(), imageColumnsContext, this),
      jobs_(jobColumns(), jobColumnsContext, this), rollouts_(rolloutColumns(), rolloutColumnsContext, this),
      files_(fileColumns(), fileColumnsContext, this), gate_(*backend.feed, shownTables, this, pace)
{
    connect(&gate_, &ChangeGate::due, this, &FirmwareSource::read);
    gate_.requestAll();
}

void FirmwareSource::setOpen(bool open)
{
    gate_.setOpen(open);
}

void FirmwareSource::reload()
{
    gate_.requestAll();
}

QString FirmwareSource::headline() const
{
    const QList<JobRow> &jobs = jobs_.rows();
    const auto running = std::ranges::count_if(jobs, [](const JobRow &row) { return row.job.isOpen(); });
    const auto rollouts = std::ranges::count_if(
        rollouts_.rows(), [](const RolloutRow &row) { return row.rollout.state == store::RolloutState::Running; });
    const auto files = std::ranges::count_if(files_.rows(), [](const FileRow &row) { return row.isHere(); });
    QStringList parts{tr("%n firmware image(s)", nullptr, int(images_.rows().size()))};
    if (running > 0)
        parts.append(tr("%n update(s) under way", nullptr, int(running)));
    if (rollouts > 0)
        parts.append(tr("%n roll-out(s)", nullptr, int(rollouts)));
    if (files > 0)
        parts.append(tr("%n file(s) received", nullptr, int(files)));
    return parts.join(u", "_s);
}

FirmwareSource::Reading FirmwareSource::readAll(store::Database &db)
{
    Reading reading;
    QHash<QString, bool> online;
    reading.stations = store::Stations(db).list();
    for (const store::Station &station : std::as_const(reading.stations))
        online.insert(station.id, station.online);
    store::Firmware firmware(db);
    QHash<qint64, store::FirmwareImage> images;
    QHash<qint64, int> open;
    const auto rowOf = [&](const store::FirmwareJob &job) {
        const store::FirmwareImage image = images.value(job.image);
        return JobRow{job, image.name, image.version, online.value(job.station), isIssuerKnown(db, job)};
    };
    const QList<store::FirmwareImage> all = firmware.images();
    for (const store::FirmwareImage &image : all)
        images.insert(image.id, image);
    for (const store::FirmwareJob &job : firmware.jobs({.limit = mostRows})) {
        open[job.image] += job.isOpen() ? 1 : 0;
        reading.jobs.append(rowOf(job));
    }
    for (const store::FirmwareImage &image : all)
        reading.images.append({image, open.value(image.id)});
    for (const store::FirmwareRollout &rollout : firmware.rollouts()) {
        const store::FirmwareImage image = images.value(rollout.image);
        RolloutRow row{rollout, image.name, image.version, {}};
        for (const store::FirmwareJob &job : firmware.jobs({.rollout = rollout.id}))
            row.jobs.prepend(rowOf(job));
        reading.rollouts.append(row);
    }
    for (const store::StationFile &file : store::StationFiles(db).list({.limit = mostRows}))
        reading.files.append({file, online.value(file.station)});
    return reading;
}

void FirmwareSource::read()
{
    backend_.reader->read(&FirmwareSource::readAll) | answerTo(this, [this](const store::Outcome<Reading> &reading) {
        gate_.finished();
        if (!reading) {
            emit failed(reading.error());
            return;
        }
        stations_ = reading->stations;
        images_.replaceAll(reading->images);
        jobs_.replaceAll(reading->jobs);
        rollouts_.replaceAll(reading->rollouts);
        files_.replaceAll(reading->files);
        emit updated();
    });
}

} // namespace ui
