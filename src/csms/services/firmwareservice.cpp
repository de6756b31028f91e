// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/firmwareservice.h"

#include "ocpp/codec.h"
#include "pki/firmwaresignature.h"
#include "pki/ocsp.h"
#include "store/certificates.h"
#include "store/commandrequest.h"
#include "store/filelinks.h"
#include "store/transactions.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::Firmware;
using store::FirmwareImage;
using store::FirmwareJob;
using store::FirmwareJobState;
using store::FirmwareKind;

namespace csms::firmware {
namespace {

// After DownloadFailed a station soon tries again, or not at all.
constexpr std::chrono::minutes patienceForRetry{15};
constexpr std::chrono::seconds usualRetryInterval{60};
// Where a boot looks for the update that it proves.
constexpr int latestUpdates = 10;

enum class Meaning { Progress, DownloadFailed, Failed, Installed, Idle };

/// 7.25 and W 6.6: how far a station is that says so.
struct StatusRow {
    QLatin1StringView status;
    Meaning meaning;
    int progress; ///< per cent
    QLatin1StringView reason{}; ///< of a failure
};
constexpr std::array statusRows{
    StatusRow{"Idle"_L1, Meaning::Idle, 0},
    StatusRow{"DownloadScheduled"_L1, Meaning::Progress, 0},
    StatusRow{"Downloading"_L1, Meaning::Progress, 5},
    StatusRow{"DownloadPaused"_L1, Meaning::Progress, 5},
    StatusRow{"Downloaded"_L1, Meaning::Progress, 50},
    StatusRow{"SignatureVerified"_L1, Meaning::Progress, 60},
    StatusRow{"InstallScheduled"_L1, Meaning::Progress, 60},
    StatusRow{"Installing"_L1, Meaning::Progress, 70},
    StatusRow{"InstallRebooting"_L1, Meaning::Progress, 80},
    StatusRow{"Installed"_L1, Meaning::Installed, 100},
    StatusRow{"DownloadFailed"_L1, Meaning::DownloadFailed, 0,
              "The station could not fetch the file. Check whether it reaches the file server at the address in its "
              "command."_L1},
    StatusRow{"InvalidSignature"_L1, Meaning::Failed, 0,
              "The station found that the signature is not that of the file. Get image and signature from the "
              "manufacturer again."_L1},
    StatusRow{"InstallVerificationFailed"_L1, Meaning::Failed, 0,
              "The station installed the firmware and then found it damaged or not meant for it."_L1},
    StatusRow{"InstallationFailed"_L1, Meaning::Failed, 0,
              "The station could not install the firmware. Its diagnostics may say why."_L1},
};

constexpr auto notOverTls =
    "The station could not fetch the file over HTTPS. Check whether it reaches the file server at the "
    "address in its command, and whether it has the root of the authority that signed the server's "
    "certificate. Without a certificate in the settings files go over HTTP."_L1;

const StatusRow *rowOf(QLatin1StringView status)
{
    const auto found = std::ranges::find(statusRows, status, &StatusRow::status);
    return found == statusRows.end() ? nullptr : &*found;
}

QString reasonOf(store::Database &db, const FirmwareJob &job, const StatusRow &row)
{
    const bool isTls = row.meaning == Meaning::DownloadFailed && store::leadsOverTls(db, job.command);
    return isTls ? notOverTls : row.reason;
}

std::chrono::seconds retryIntervalOf(const FirmwareJob &job)
{
    return job.retryIntervalSeconds ? std::chrono::seconds(*job.retryIntervalSeconds) : usualRetryInterval;
}

/// Until when something must have been heard.
ocpp::Timestamp dueOf(const FirmwareJob &job, ocpp::Timestamp now)
{
    const ocpp::Timestamp begins = std::max({now, job.retrieveDate, job.installDate.value_or(now)});
    return begins + Firmware::patience + retryIntervalOf(job) * job.retries.value_or(0);
}

void end(store::Database &db, FirmwareJob job, FirmwareJobState state, const QString &reason, ocpp::Timestamp now)
{
    Firmware(db).finish(job, state, reason, now);
}

QJsonObject plainPayload(const FirmwareJob &job, const QString &url)
{
    return ocpp::encode(ocpp::UpdateFirmware::Request{url, job.retries, job.retrieveDate, job.retryIntervalSeconds});
}

/// Called back by a request that leads to no file: L01.FR.26 cancels before it looks for the file.
QJsonObject signedPayload(const FirmwareJob &job, const FirmwareImage &image, const QString &url)
{
    const bool calledBack = job.state == FirmwareJobState::Cancelling;
    ocpp::SignedUpdateFirmware::Request request;
    request.requestId = calledBack ? job.cancelRequestId.value_or(0) : job.requestId.value_or(0);
    request.retries = calledBack ? std::optional(0) : job.retries;
    request.retryInterval = calledBack ? std::nullopt : job.retryIntervalSeconds;
    request.firmware = {url, job.retrieveDate, job.installDate, image.signingCertificate, image.signature};
    return ocpp::encode(request);
}

QString signatureProblem(const FirmwareImage &image, ocpp::Timestamp now)
{
    const auto verified =
        pki::verify({QByteArray::fromHex(image.sha256.toLatin1()), image.signature.toLatin1(),
                     image.signingCertificate.toUtf8()},
                    std::chrono::system_clock::time_point(now.time_since_epoch()));
    return verified ? QString() : verified.error();
}

enum class Issuer { Known, Unknown, Foreign };

/// L01: the station checks the signing certificate against its manufacturer's roots. Not all of them are always known here.
Issuer issuerOf(store::Database &db, const store::Station &station, const FirmwareImage &image, ocpp::Timestamp now)
{
    const QString type = toString(ocpp::CertificateUse::ManufacturerRootCertificate);
    const auto roots = store::Certificates(db).allRoots(station.id, type);
    if (!roots)
        return Issuer::Unknown;
    const auto moment = std::chrono::floor<std::chrono::seconds>(now);
    return pki::readPresentedChain(image.signingCertificate.toLatin1(), *roots, moment) ? Issuer::Known
                                                                                        : Issuer::Foreign;
}

QString foreignText(const QString &station)
{
    return u"The signature is valid, but none of the manufacturer's root certificates of %1 stands behind the signing "
           "certificate: the station would refuse it. Install the root certificate that does on the station, or get an image "
           "of its manufacturer."_s.arg(station);
}

QString toBeSentText(const QString &image, Issuer issuer)
{
    if (issuer != Issuer::Unknown)
        return u"Firmware %1 is to be sent."_s.arg(image);
    return u"Firmware %1 is to be sent. Its signature is valid, its issuer is not known: which manufacturer's root "
           "certificates the station has is not known in full here. Install the manufacturer's root on it, and the issuer "
           "is checked here, too."_s.arg(image);
}

/// A station without this message: trying again does not help (W L01.FR.20 for UpdateFirmware).
QString missingMessage(store::Database &db, const FirmwareJob &job, QLatin1StringView action)
{
    store::CommandFilter filter;
    filter.station = job.station;
    filter.action = action;
    filter.limit = 1;
    const auto last = store::Commands(db).list(filter);
    if (last.isEmpty() || last.first().created < job.created || last.first().state != store::CommandState::Error)
        return {};
    const QString &error = last.first().error;
    if (!error.startsWith("NotSupported"_L1) && !error.startsWith("NotImplemented"_L1))
        return {};
    return job.kind == FirmwareKind::Plain
               ? u"The station does not take UpdateFirmware (%1). If it wants signed firmware, send a signed update."_s.arg(
                     error)
               : u"The station does not take SignedUpdateFirmware (%1). Send an unsigned update instead."_s.arg(error);
}

reconciler::Difference hopeless(const QString &reason)
{
    return {1, std::nullopt, reason, true};
}

reconciler::Difference waiting(const QString &reason)
{
    return {1, std::nullopt, reason};
}

reconciler::Difference toBeSent(store::Database &db, const store::Station &station, const FirmwareJob &job,
                                ocpp::Timestamp now)
{
    const bool isSigned = job.kind == FirmwareKind::Signed;
    const QLatin1StringView action = isSigned ? ocpp::SignedUpdateFirmware::action : ocpp::UpdateFirmware::action;
    const auto image = Firmware(db).image(job.image);
    if (!image)
        return hopeless(u"The firmware image was removed."_s);
    if (const QString missing = missingMessage(db, job, action); !missing.isEmpty())
        return hopeless(missing);
    const bool isCalledBack = job.state == FirmwareJobState::Cancelling; // also when the certificate has expired since
    if (const QString problem = isSigned && !isCalledBack ? signatureProblem(*image, now) : QString(); !problem.isEmpty())
        return hopeless(problem);
    const Issuer issuer = isSigned && !isCalledBack ? issuerOf(db, station, *image, now) : Issuer::Known;
    if (issuer == Issuer::Foreign)
        return hopeless(foreignText(station.id));
    const auto address = store::fileAddressFor(db, station, image->node);
    if (!address)
        return address.error().mayComeYet ? waiting(address.error().reason) : hopeless(address.error().reason);
    // On the owner's own server the image has no link that could die: the station is sent where nothing is.
    const QString url = isCalledBack ? address->base + job.token : address->url(job.token, image->name);
    const QJsonObject payload = isSigned ? signedPayload(job, *image, url) : plainPayload(job, url);
    return {1, reconciler::Step{action, payload}, toBeSentText(image->name, issuer)};
}

/// The job that a command was for.
std::optional<FirmwareJob> jobOf(store::Database &db, const store::Command &command)
{
    if (command.origin != Firmware::topic)
        return std::nullopt; // a person's own command
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    if (payload.contains("requestId"_L1))
        return Firmware(db).findByRequestId(command.station, payload["requestId"_L1].toInt());
    const auto byToken = Firmware(db).findByToken(payload["location"_L1].toString().section(u'/', -2, -2));
    return byToken ? byToken : Firmware(db).current(command.station);
}

/// One update at a time: whatever the station did before, it does this one now.
void replaceOlder(store::Database &db, const FirmwareJob &job, ocpp::Timestamp now)
{
    for (const FirmwareJob &older : Firmware(db).jobs({.station = job.station, .openOnly = true})) {
        const bool isAtStation =
            older.state == FirmwareJobState::Running || older.state == FirmwareJobState::Cancelling;
        if (older.id < job.id && isAtStation)
            end(db, older, FirmwareJobState::Cancelled, u"Update %1 took its place."_s.arg(job.id), now);
    }
}

/// Also late, when nobody counted on the station any more.
bool mayStillRun(const FirmwareJob &job)
{
    return job.state == FirmwareJobState::Queued || (job.state == FirmwareJobState::Failed && !job.started);
}

void begin(Context &context, FirmwareJob &job)
{
    Firmware firmware(context.db);
    const bool hasNoLink = !job.isOpen();
    job.state = FirmwareJobState::Running;
    job.started = context.received;
    job.finished.reset();
    job.reason.clear();
    job.due = dueOf(job, context.received);
    firmware.save(job);
    if (hasNoLink)
        firmware.renewLink(job, context.received);
    replaceOlder(context.db, job, context.received);
}

void taken(Context &context, FirmwareJob job, const store::Command &command)
{
    if (!mayStillRun(job))
        return;
    job.command = command.id;
    begin(context, job);
}

void calledBack(Context &context, const FirmwareJob &job, ocpp::UpdateFirmwareStatus status)
{
    if (status == ocpp::UpdateFirmwareStatus::Accepted || status == ocpp::UpdateFirmwareStatus::AcceptedCanceled) {
        end(context.db, job, FirmwareJobState::Cancelled, u"The station dropped it."_s, context.received);
        return;
    }
    FirmwareJob goesOn = job; // L01.FR.27
    goesOn.state = FirmwareJobState::Running;
    goesOn.due = dueOf(job, context.received);
    goesOn.reason = u"The station would not drop it (%1): it goes on."_s.arg(toString(status));
    Firmware(context.db).save(goesOn);
}

std::optional<FirmwareJob> jobOfStatus(store::Database &db, const QString &station, std::optional<int> requestId)
{
    return requestId ? Firmware(db).findByRequestId(station, *requestId) : Firmware(db).atStation(station);
}

/// 5.19 does not say whether DownloadFailed is the last word: it is not while retries are left. Without a number the station
/// itself decides how often it tries (6.55). Of a signed update it is the last word (W 6.8).
bool mayRetry(const FirmwareJob &job)
{
    return job.kind == FirmwareKind::Plain && (!job.retries || job.failures <= *job.retries);
}

void failedBy(Context &context, FirmwareJob job, const StatusRow &row)
{
    job.failures += row.meaning == Meaning::DownloadFailed ? 1 : 0;
    if (row.meaning == Meaning::DownloadFailed && mayRetry(job)) {
        job.reason = job.retries
                         ? u"Fetching the file failed for the %1. time; the station tries again."_s.arg(job.failures)
                         : u"Fetching the file failed for the %1. time; the station may try again."_s.arg(job.failures);
        job.due = context.received + retryIntervalOf(job) + patienceForRetry;
        Firmware(context.db).save(job);
        return;
    }
    end(context.db, job, FirmwareJobState::Failed, reasonOf(context.db, job, row), context.received);
}

/// Whether a boot with this version can be this update's work.
bool isProvedBy(const FirmwareJob &job, const QString &version, const FirmwareImage &image)
{
    return !image.version.isEmpty() && version == image.version && version != job.versionBefore;
}

/// It said Installed, and has only ever run what it ran before.
bool isDisprovedBy(const FirmwareJob &job, const QString &version, const QString &before, const FirmwareImage &image)
{
    return !version.isEmpty() && version == job.versionBefore && version == before && !image.version.isEmpty()
           && version != image.version;
}

/// Of an update of which nothing more was heard.
QString silenceReason(store::Database &db, const FirmwareJob &job)
{
    const auto last =
        std::ranges::find_if(statusRows, [&job](const StatusRow &row) { return job.status == row.status; });
    if (last != statusRows.end() && last->meaning == Meaning::DownloadFailed)
        return reasonOf(db, job, *last); // it did not try again
    return u"Nothing more was heard of it; the station's last word was \"%1\". Ask for its diagnostics, or send it again."_s
        .arg(job.status.isEmpty() ? u"none"_s : job.status);
}

/// It is not there to say anything, or lets a session end before it installs (L01.FR.06).
bool mayBeSilent(store::Database &db, const QString &station)
{
    const auto known = store::Stations(db).find(station);
    store::TransactionFilter open;
    open.station = station;
    open.state = store::TransactionState::Open;
    open.limit = 1;
    return known && (!known->online || !store::Transactions(db).list(open).isEmpty());
}

} // namespace

reconciler::Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp now)
{
    const auto job = Firmware(db).current(station.id);
    if (!job)
        return {};
    if (job->state == FirmwareJobState::Running)
        return {1, std::nullopt, u"The station works on it; its last word: %1."_s.arg(job->status.isEmpty() ? u"none"_s : job->status)};
    return toBeSent(db, station, *job, now);
}

tl::expected<QJsonObject, QString> payloadNow(store::Database &db, const store::Station &station,
                                              const store::Command &command, ocpp::Timestamp now)
{
    const reconciler::Difference wanted = difference(db, station, now);
    if (!wanted.next || wanted.next->action != command.action)
        return tl::unexpected(wanted.reason.isEmpty() ? u"Not sent: the update is over."_s : wanted.reason);
    store::setPayload(db, command.id, wanted.next->payload);
    return wanted.next->payload;
}

void sent(store::Database &db, const store::Command &command, ocpp::Timestamp now)
{
    auto job = Firmware(db).current(command.station);
    if (!job || job->state == FirmwareJobState::Cancelling)
        return;
    job->sent = now;
    Firmware(db).save(*job);
    Firmware(db).renewLink(*job, now);
}

void unsent(store::Database &db, const store::Command &command)
{
    auto job = jobOf(db, command);
    if (!job || job->state != FirmwareJobState::Queued)
        return;
    job->sent.reset();
    Firmware(db).save(*job);
}

void failed(store::Database &db, const store::Command &command, store::CommandState state, const QString &, ocpp::Timestamp)
{
    if (state == store::CommandState::Rejected || state == store::CommandState::Error)
        unsent(db, command);
}

void answered(Context &context, const store::Command &command, const ocpp::UpdateFirmware::Response &)
{
    if (const auto job = jobOf(context.db, command))
        taken(context, *job, command);
}

void answered(Context &context, const store::Command &command, const ocpp::SignedUpdateFirmware::Response &response)
{
    using Status = ocpp::UpdateFirmwareStatus;
    const auto job = jobOf(context.db, command);
    if (!job)
        return;
    if (job->state == FirmwareJobState::Cancelling) {
        const int requestId = QJsonDocument::fromJson(command.payload)["requestId"_L1].toInt();
        if (requestId == job->cancelRequestId) // else the first request's late answer
            calledBack(context, *job, response.status);
        return;
    }
    switch (response.status) {
    case Status::Accepted:
    case Status::AcceptedCanceled:
        return taken(context, *job, command);
    case Status::InvalidCertificate:
    case Status::RevokedCertificate:
        if (job->isOpen()) {
            end(context.db, *job, FirmwareJobState::Failed,
                u"The station does not trust the signing certificate (%1). Install the manufacturer's root certificate on "
                "it, or ask the manufacturer."_s.arg(toString(response.status)),
                context.received);
        }
        return;
    case Status::Rejected:
        return; // the reconciler tries again
    }
}

void reported(Context &context, QLatin1StringView status, std::optional<int> requestId)
{
    auto job = jobOfStatus(context.db, context.station.id, requestId);
    const StatusRow *const row = rowOf(status);
    if (!job || !row || row->meaning == Meaning::Idle)
        return; // Idle answers a trigger and says nothing about an update
    const bool isAboutCancelling = job->cancelRequestId && job->cancelRequestId == requestId;
    if (isAboutCancelling && row->meaning != Meaning::Installed)
        return;
    job->status = status;
    job->statusTime = context.received;
    if (row->meaning == Meaning::Installed) // late, too: what the station says in the end is what is so
        return end(context.db, *job, FirmwareJobState::Installed, {}, context.received);
    if (row->meaning == Meaning::Progress && mayStillRun(*job)) // it overtook its own answer, or that was lost
        begin(context, *job);
    if (!job->isOpen())
        return Firmware(context.db).save(*job);
    if (row->meaning != Meaning::Progress)
        return failedBy(context, *job, *row);
    job->progress = std::max(job->progress, row->progress);
    job->due = dueOf(*job, context.received);
    Firmware(context.db).save(*job);
}

void booted(Context &context, const QString &version, const QString &before)
{
    Firmware firmware(context.db);
    for (const FirmwareJob &job : firmware.jobs({.station = context.station.id, .limit = latestUpdates})) {
        const auto image = job.sent ? firmware.image(job.image) : std::nullopt;
        if (!image)
            continue;
        const bool mayBeDone = job.isOpen() || job.state == FirmwareJobState::Failed;
        if (mayBeDone && isProvedBy(job, version, *image)) {
            return end(context.db, job, FirmwareJobState::Installed,
                       u"The station did not say so, but it booted with version %1."_s.arg(version), context.received);
        }
        if (job.state != FirmwareJobState::Installed)
            continue;
        if (isDisprovedBy(job, version, before, *image)) {
            end(context.db, job, FirmwareJobState::Failed,
                u"The station said Installed, but it boots with version %1 instead of %2."_s.arg(version, image->version),
                context.received);
        }
        return; // those before it say nothing any more
    }
}

void giveUpDue(store::Database &db, ocpp::Timestamp now)
{
    Firmware firmware(db);
    for (FirmwareJob &job : firmware.due(now)) {
        if (mayBeSilent(db, job.station)) {
            job.due = dueOf(job, now);
            firmware.save(job);
            continue;
        }
        end(db, job, FirmwareJobState::Failed, silenceReason(db, job), now);
    }
    for (const auto &[job, reason] : firmware.givenUp()) {
        if (job.state == FirmwareJobState::Queued) {
            end(db, job, FirmwareJobState::Failed, reason, now);
            continue;
        }
        FirmwareJob goesOn = job;
        goesOn.state = FirmwareJobState::Running;
        goesOn.due = dueOf(job, now);
        goesOn.reason = u"The station could not be asked to drop it: %1"_s.arg(reason);
        firmware.save(goesOn);
    }
    firmware.advanceRollouts(now);
}

} // namespace csms::firmware
