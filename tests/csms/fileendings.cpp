// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about files: firmware, diagnostics, logs.
#include "endings.h"
#include "store/clock.h"
#include "store/firmware.h"
#include "store/stationfiles.h"

using namespace Qt::Literals::StringLiterals;

namespace endings {
namespace {

/// Where the update is, and the station's last word about it.
QString updateWords(const Part &part)
{
    const auto jobs = part.engine.onStore(
        [station = part.id](store::Database &db) { return store::Firmware(db).jobs({.station = station}); });
    return jobs.isEmpty() ? u"none"_s : u"%1 %2"_s.arg(toString(jobs.first().state), jobs.first().status).trimmed();
}

Feature update(const QString &action, store::FirmwareKind kind)
{
    Feature feature;
    feature.request = action;
    feature.ask = [kind](const Part &part) {
        part.engine.onStore([=, station = part.id](store::Database &db) {
            store::Firmware firmware(db);
            store::UpdatePlan plan;
            plan.image = firmware.images().first().id;
            plan.kind = kind;
            if (const auto job = firmware.plan(station, plan, store::now()); !job)
                qFatal("%s", qPrintable(job.error().text));
        });
    };
    feature.record = updateWords;
    feature.accepted = u"running Downloading"_s;
    const QString refused =
        kind == store::FirmwareKind::Signed ? u"rejected"_s : u"error"_s; // UpdateFirmware has no status
    feature.rejected = {refused, u"queued"_s}; // to be tried again
    feature.notSupported = {u"error"_s, u"failed"_s};
    feature.callError = {u"error"_s, u"queued"_s};
    feature.unanswered = u"queued"_s;
    return feature;
}

/// Where the file is, and the station's last word about it.
QString fileWords(const Part &part)
{
    const auto files = part.engine.onStore(
        [station = part.id](store::Database &db) { return store::StationFiles(db).list({.station = station}); });
    return files.isEmpty() ? u"none"_s : u"%1 %2"_s.arg(toString(files.first().state), files.first().status).trimmed();
}

Feature fileRequest(const QString &action, store::StationFileKind kind)
{
    Feature feature;
    feature.request = action;
    feature.ask = [kind](const Part &part) {
        part.engine.onStore([=, station = part.id](store::Database &db) {
            const auto file = store::StationFiles(db).request({.station = station, .kind = kind, .origin = u"test"_s});
            if (!file)
                qFatal("%s", qPrintable(file.error().text));
        });
    };
    feature.record = fileWords;
    feature.accepted = u"accepted Uploading"_s;
    const bool hasStatus = kind != store::StationFileKind::Diagnostics;
    feature.rejected = {hasStatus ? u"rejected"_s : u"error"_s, u"failed"_s};
    feature.notSupported = feature.callError = {u"error"_s, u"failed"_s};
    feature.unanswered = u"failed"_s;
    return feature;
}

} // namespace

std::vector<Feature> fileFeatures()
{
    return {update(u"UpdateFirmware"_s, store::FirmwareKind::Plain),
            update(u"SignedUpdateFirmware"_s, store::FirmwareKind::Signed),
            fileRequest(u"GetDiagnostics"_s, store::StationFileKind::Diagnostics),
            fileRequest(u"GetLog"_s, store::StationFileKind::DiagnosticsLog)};
}

} // namespace endings
