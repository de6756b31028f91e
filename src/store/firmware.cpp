// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/firmware.h"

#include "store/commandrequest.h"
#include "store/filelinks.h"
#include "store/filter.h"
#include "store/reconciliations.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

// The link of an update ends with the update; this is for those that nobody ends.
constexpr std::chrono::hours downloadLinkLife{14 * 24};
constexpr std::chrono::hours imageLinkLife{1};

tl::unexpected<FirmwareRefusal> refused(FirmwareRefusal::Kind kind, const QString &text)
{
    return tl::unexpected(FirmwareRefusal{kind, text});
}

/// A filter and what the station reports, as people write them.
bool fits(const QString &filter, const QString &reported)
{
    return filter.isEmpty() || reported.isEmpty() || folded(filter) == folded(reported);
}

} // namespace

QString mismatchOf(const FirmwareImage &image, const Station &station)
{
    if (fits(image.vendor, station.vendor) && fits(image.model, station.model))
        return {};
    return u"%1 is for %2 %3, but %4 is a %5 %6. Choose an image that was made for it."_s.arg(
        image.name, image.vendor, image.model, station.id, station.vendor, station.model);
}

qint64 Firmware::addImage(const FirmwareImage &image)
{
    const qint64 id = db_.insert(image);
    db_.noteChange(Table::Files, {}, changeKey(id));
    return id;
}

std::optional<FirmwareImage> Firmware::image(qint64 id)
{
    return db_.row<FirmwareImage>(u"WHERE id = ?"_s, {id});
}

std::optional<FirmwareImage> Firmware::image(const QString &name)
{
    return db_.row<FirmwareImage>(u"WHERE name = ?"_s, {name});
}

QList<FirmwareImage> Firmware::images()
{
    return db_.rows<FirmwareImage>(u"ORDER BY name"_s);
}

void Firmware::saveImage(const FirmwareImage &image)
{
    if (db_.update(image))
        db_.noteChange(Table::Files, {}, changeKey(image.id));
}

QString Firmware::addUploadLink(qint64 image, ocpp::Timestamp now)
{
    const QString token = FileLinks::newToken();
    FileLink link;
    link.tokenHash = FileLinks::hashOf(token);
    link.direction = LinkDirection::Up;
    link.image = image;
    link.expires = now + imageLinkLife;
    FileLinks(db_).revokeOfImage(image);
    FileLinks(db_).add(link);
    return token;
}

bool Firmware::completeImage(const FirmwareImage &file, const QString &tokenHash, QString &replaced)
{
    auto known = image(file.id);
    if (!known || !FileLinks(db_).use(tokenHash))
        return false;
    replaced = known->file;
    known->file = file.file;
    known->size = file.size;
    known->sha256 = file.sha256;
    known->node = file.node;
    saveImage(*known);
    return true;
}

tl::expected<QString, FirmwareRefusal> Firmware::removeImage(qint64 id)
{
    using Kind = FirmwareRefusal::Kind;
    const auto known = image(id);
    if (!known)
        return refused(Kind::UnknownImage, u"There is no firmware image %1."_s.arg(id));
    if (!jobs({.image = id, .openOnly = true, .limit = 1}).isEmpty()) {
        return refused(Kind::InUse, u"%1 is needed by an update that is not over. Wait for it or cancel it first."_s.arg(
                                        known->name));
    }
    db_.run(u"DELETE FROM firmware_images WHERE id = ?"_s, {id});
    db_.noteChange(Table::Files, {}, changeKey(id));
    return known->file;
}

QStringList Firmware::filesOnDisk()
{
    QStringList files;
    db_.each(u"SELECT file FROM firmware_images WHERE file <> ''"_s, {},
             [&files](const ResultRow &row) { files.append(row.value(0).toString()); });
    return files;
}

tl::expected<FirmwareImage, FirmwareRefusal> Firmware::imageFor(const UpdatePlan &plan)
{
    using Kind = FirmwareRefusal::Kind;
    const auto known = image(plan.image);
    if (!known)
        return refused(Kind::UnknownImage, u"There is no firmware image %1."_s.arg(plan.image));
    if (known->file.isEmpty())
        return refused(Kind::NotComplete, u"The file of %1 has not been uploaded yet."_s.arg(known->name));
    if (plan.kind == FirmwareKind::Signed && (known->signature.isEmpty() || known->signingCertificate.isEmpty())) {
        return refused(Kind::NotSigned, u"%1 has no signature and certificate, so it cannot be sent as a signed update. "
                                        "Enter them, or send it unsigned."_s.arg(known->name));
    }
    return *known;
}

FirmwareJob Firmware::makeJob(const Station &station, const FirmwareImage &image, const UpdatePlan &plan,
                              ocpp::Timestamp now)
{
    FirmwareJob job;
    job.station = station.id;
    job.image = image.id;
    job.kind = plan.kind;
    job.retrieveDate = plan.retrieveDate.value_or(now);
    if (plan.kind == FirmwareKind::Signed)
        job.installDate = plan.installDate;
    job.retries = plan.retries;
    job.retryIntervalSeconds = plan.retryIntervalSeconds;
    job.token = FileLinks::newToken();
    job.versionBefore = station.firmwareVersion;
    job.created = now;
    return job;
}

void Firmware::insert(FirmwareJob &job)
{
    job.id = db_.insert(job);
    db_.noteChange(Table::Firmware, job.station, changeKey(job.id));
}

/// From now on the engine sends it.
void Firmware::release(FirmwareJob &job, ocpp::Timestamp now)
{
    for (FirmwareJob other : jobs({.station = job.station, .openOnly = true})) {
        const bool isNotSent = other.state == FirmwareJobState::Queued || other.state == FirmwareJobState::Planned;
        if (other.id != job.id && other.id < job.id && isNotSent)
            finish(other, FirmwareJobState::Cancelled, u"Update %1 took its place."_s.arg(job.id), now);
    }
    job.state = FirmwareJobState::Queued;
    if (job.kind == FirmwareKind::Signed && !job.requestId)
        job.requestId = handOutId(db_, "requestId"_L1);
    save(job);
    Reconciliations(db_).reset(job.station, topic, now);
}

void Firmware::renewLink(const FirmwareJob &job, ocpp::Timestamp now)
{
    FileLinks(db_).revokeOfJob(job.id);
    FileLink link;
    link.tokenHash = FileLinks::hashOf(job.token);
    link.direction = LinkDirection::Down;
    link.station = job.station;
    link.image = job.image;
    link.job = job.id;
    link.expires = std::max(now, job.retrieveDate) + downloadLinkLife;
    FileLinks(db_).add(link);
}

tl::expected<FirmwareJob, FirmwareRefusal> Firmware::plan(const QString &station, const UpdatePlan &plan,
                                                          ocpp::Timestamp now)
{
    using Kind = FirmwareRefusal::Kind;
    const auto known = Stations(db_).find(station);
    if (!known)
        return refused(Kind::UnknownStation, u"There is no station \"%1\"."_s.arg(station));
    const auto image = imageFor(plan);
    if (!image)
        return tl::unexpected(image.error());
    if (const QString mismatch = mismatchOf(*image, *known); !mismatch.isEmpty())
        return refused(Kind::DoesNotFit, mismatch);
    FirmwareJob job = makeJob(*known, *image, plan, now);
    insert(job);
    release(job, now);
    return job;
}

tl::expected<FirmwareJob, FirmwareRefusal> Firmware::planAgain(const FirmwareJob &job, ocpp::Timestamp now)
{
    UpdatePlan again{.image = job.image, .kind = job.kind};
    again.retries = job.retries;
    again.retryIntervalSeconds = job.retryIntervalSeconds;
    return plan(job.station, again, now);
}

bool Firmware::cancel(qint64 id, ocpp::Timestamp now)
{
    auto known = job(id);
    if (!known || !known->isOpen())
        return false;
    if (known->state == FirmwareJobState::Cancelling)
        return true;
    if (!known->sent) {
        finish(*known, FirmwareJobState::Cancelled, u"It was cancelled before it was sent."_s, now);
    } else if (known->kind == FirmwareKind::Plain) {
        finish(*known, FirmwareJobState::Cancelled,
               u"OCPP 1.6 cannot call back an UpdateFirmware. From our file server the station gets nothing any more; what "
               "it has, or finds on a server of your own, it may still install."_s,
               now);
    } else {
        // L01.FR.26: a new request cancels the one before.
        known->state = FirmwareJobState::Cancelling;
        known->cancelRequestId = handOutId(db_, "requestId"_L1);
        FileLinks(db_).revokeOfJob(id);
        save(*known);
    }
    Reconciliations(db_).reset(known->station, topic, now);
    return true;
}

std::optional<FirmwareJob> Firmware::job(qint64 id)
{
    return db_.row<FirmwareJob>(u"WHERE id = ?"_s, {id});
}

QList<FirmwareJob> Firmware::jobs(const FirmwareJobFilter &filter)
{
    Filter where;
    if (!filter.station.isEmpty())
        where.where(u"station = ?"_s, {filter.station});
    if (filter.image)
        where.where(u"image = ?"_s, {*filter.image});
    if (filter.rollout)
        where.where(u"rollout = ?"_s, {*filter.rollout});
    if (filter.openOnly)
        where.where(u"finished IS NULL"_s, {});
    if (filter.after > 0)
        where.where(u"id < ?"_s, {filter.after});
    where.finish(u"ORDER BY id DESC"_s, filter.limit);
    return db_.rows<FirmwareJob>(where.tail(), where.values());
}

std::optional<FirmwareJob> Firmware::current(const QString &station)
{
    return db_.row<FirmwareJob>(u"WHERE station = ? AND finished IS NULL AND state <> 'planned' ORDER BY id DESC LIMIT 1"_s,
                                {station});
}

std::optional<FirmwareJob> Firmware::atStation(const QString &station)
{
    // What was sent a moment ago has said nothing yet while another one runs.
    return db_.row<FirmwareJob>(u"WHERE station = ? AND sent IS NOT NULL ORDER BY finished IS NOT NULL, "
                                "(finished IS NULL AND started IS NULL), (finished IS NULL AND kind <> 'plain'), id DESC "
                                "LIMIT 1"_s,
                                {station});
}

std::optional<FirmwareJob> Firmware::findByRequestId(const QString &station, int requestId)
{
    return db_.row<FirmwareJob>(u"WHERE station = ? AND (request_id = ? OR cancel_request_id = ?) ORDER BY id DESC LIMIT 1"_s,
                                {station, requestId, requestId});
}

std::optional<FirmwareJob> Firmware::findByToken(const QString &token)
{
    if (token.isEmpty())
        return std::nullopt;
    return db_.row<FirmwareJob>(u"WHERE token = ?"_s, {token});
}

void Firmware::save(const FirmwareJob &job)
{
    if (db_.update(job))
        db_.noteChange(Table::Firmware, job.station, changeKey(job.id));
}

void Firmware::finish(FirmwareJob &job, FirmwareJobState state, const QString &reason, ocpp::Timestamp now)
{
    job.state = state;
    job.reason = reason;
    job.finished = now;
    job.due.reset();
    if (state == FirmwareJobState::Installed)
        job.progress = 100;
    FileLinks(db_).revokeOfJob(job.id);
    save(job);
    if (job.rollout)
        advance(*job.rollout, now);
}

void Firmware::downloaded(qint64 id, qint64 bytes, ocpp::Timestamp now)
{
    constexpr std::chrono::minutes seldom{1}; // not with each piece of the file
    constexpr int before = 5;
    constexpr int after = 50; // the rest is the installation
    auto known = job(id);
    const auto of = known ? image(known->image) : std::nullopt;
    if (!of || !known->isOpen() || of->size <= 0)
        return;
    const int progress = before + int((after - before) * std::min(bytes, of->size) / of->size);
    const bool isLater = known->due && *known->due + seldom < now + patience;
    if (progress <= known->progress && !isLater)
        return;
    known->progress = std::max(known->progress, progress);
    if (isLater)
        known->due = now + patience;
    save(*known);
}

QList<FirmwareJob> Firmware::due(ocpp::Timestamp now)
{
    return db_.rows<FirmwareJob>(u"WHERE finished IS NULL AND due <= ? ORDER BY id"_s, {now});
}

QList<std::pair<FirmwareJob, QString>> Firmware::givenUp()
{
    QList<std::pair<FirmwareJob, QString>> list;
    const auto stuck = db_.rows<FirmwareJob>(
        u"WHERE finished IS NULL AND state IN ('queued', 'cancelling') AND station IN "
        "(SELECT station FROM reconciliations WHERE topic = 'firmware' AND state = 'gaveUp') ORDER BY id"_s);
    for (const FirmwareJob &job : stuck)
        list.append({job, Reconciliations(db_).find(job.station, topic).reason});
    return list;
}

tl::expected<FirmwareRollout, FirmwareRefusal> Firmware::rollOut(const QList<QStringList> &waves, const UpdatePlan &plan,
                                                                 ocpp::Timestamp now)
{
    using Kind = FirmwareRefusal::Kind;
    const auto image = imageFor(plan);
    if (!image)
        return tl::unexpected(image.error());
    QList<FirmwareJob> planned;
    int wave = 0;
    for (const QStringList &stations : waves) {
        const qsizetype before = planned.size();
        for (const QString &id : stations) {
            const auto station = Stations(db_).find(id);
            if (!station)
                return refused(Kind::UnknownStation, u"There is no station \"%1\"."_s.arg(id));
            if (const QString mismatch = mismatchOf(*image, *station); !mismatch.isEmpty())
                return refused(Kind::DoesNotFit, mismatch);
            const bool hasIt = !image->version.isEmpty() && station->firmwareVersion == image->version;
            const bool isNamedTwice =
                std::ranges::any_of(planned, [&](const FirmwareJob &j) { return j.station == station->id; });
            if (hasIt || isNamedTwice)
                continue;
            planned.append(makeJob(*station, *image, plan, now));
            planned.last().wave = wave + 1;
        }
        wave += planned.size() > before ? 1 : 0; // a wave of those that have it already is none
    }
    if (planned.isEmpty())
        return refused(Kind::Empty, u"No station is left to be updated: all of them report version %1."_s.arg(image->version));
    FirmwareRollout rollout;
    rollout.image = image->id;
    rollout.kind = plan.kind;
    rollout.created = now;
    rollout.id = db_.insert(rollout);
    for (FirmwareJob &job : planned) {
        job.rollout = rollout.id;
        job.state = FirmwareJobState::Planned;
        insert(job);
        if (job.wave == 1)
            release(job, now);
    }
    db_.noteChange(Table::Firmware, {}, changeKey(rollout.id));
    return rollout;
}

std::optional<FirmwareRollout> Firmware::rollout(qint64 id)
{
    return db_.row<FirmwareRollout>(u"WHERE id = ?"_s, {id});
}

QList<FirmwareRollout> Firmware::rollouts()
{
    return db_.rows<FirmwareRollout>(u"ORDER BY id DESC"_s);
}

void Firmware::endRollout(FirmwareRollout &rollout, RolloutState state, const QString &reason, ocpp::Timestamp now)
{
    rollout.state = state;
    rollout.reason = reason;
    rollout.finished = now;
    db_.update(rollout);
    for (FirmwareJob job : jobs({.rollout = rollout.id, .openOnly = true})) {
        const bool isNotTaken = job.state == FirmwareJobState::Planned || job.state == FirmwareJobState::Queued;
        if (isNotTaken && job.sent)
            cancel(job.id, now);
        else if (isNotTaken)
            finish(job, FirmwareJobState::Cancelled, reason, now);
    }
    db_.noteChange(Table::Firmware, {}, changeKey(rollout.id));
}

void Firmware::advance(qint64 id, ocpp::Timestamp now)
{
    auto known = rollout(id);
    if (!known || known->state != RolloutState::Running)
        return;
    const QList<FirmwareJob> all = jobs({.rollout = id});
    const auto failed = std::ranges::find(all, FirmwareJobState::Failed, &FirmwareJob::state);
    if (failed != all.end()) {
        return endRollout(*known, RolloutState::Stopped,
                          u"The roll-out stopped when %1 failed: %2"_s.arg(failed->station, failed->reason), now);
    }
    const bool waveIsOpen =
        std::ranges::any_of(all, [&](const FirmwareJob &j) { return j.isOpen() && j.wave <= known->wave; });
    if (waveIsOpen)
        return;
    const auto next = std::ranges::find_if(all.rbegin(), all.rend(), [](const FirmwareJob &j) { return j.isOpen(); });
    if (next == all.rend())
        return endRollout(*known, RolloutState::Finished, {}, now);
    known->wave = next->wave;
    db_.update(*known);
    for (auto one = next; one != all.rend(); ++one) {
        auto job = this->job(one->id); // those before it may have changed it
        if (job && job->isOpen() && job->wave == known->wave)
            release(*job, now);
    }
    db_.noteChange(Table::Firmware, {}, changeKey(id));
}

void Firmware::advanceRollouts(ocpp::Timestamp now)
{
    const auto stuck = db_.rows<FirmwareRollout>(
        u"WHERE state = 'running' AND NOT EXISTS (SELECT 1 FROM firmware_jobs WHERE rollout = firmware_rollouts.id AND "
        "finished IS NULL AND firmware_jobs.wave <= firmware_rollouts.wave) ORDER BY id"_s);
    for (const FirmwareRollout &rollout : stuck)
        advance(rollout.id, now);
}

bool Firmware::cancelRollout(qint64 id, ocpp::Timestamp now)
{
    auto known = rollout(id);
    if (!known || known->state != RolloutState::Running)
        return false;
    endRollout(*known, RolloutState::Cancelled, u"The roll-out was cancelled."_s, now);
    for (const FirmwareJob &job : jobs({.rollout = id, .openOnly = true}))
        cancel(job.id, now);
    return true;
}

} // namespace store
