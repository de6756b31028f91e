// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/stationfileservice.h"

#include "store/commandrequest.h"
#include "store/filelinks.h"
#include "store/stationfiles.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using store::StationFile;
using store::StationFiles;
using store::StationFileState;

namespace csms::stationfiles {
namespace {

struct FailureRow {
    QLatin1StringView status;
    QLatin1StringView reason;
};
// 7.24 and W 6.17.
constexpr std::array failureRows{
    FailureRow{"UploadFailed"_L1, "The station could not bring the file. Check whether it reaches the file server."_L1},
    FailureRow{"UploadFailure"_L1, "The station could not bring the file. Check whether it reaches the file server."_L1},
    FailureRow{"BadMessage"_L1, "The station did not understand where to bring the file."_L1},
    FailureRow{"PermissionDenied"_L1, "The file server did not let the station in."_L1},
    FailureRow{"NotSupportedOperation"_L1, "The station cannot bring files in the way it was asked to."_L1},
};

constexpr auto notOverTls =
    "The station could not bring the file over HTTPS. Check whether it reaches the file server, and "
    "whether it has the root of the authority that signed the server's certificate. Without a "
    "certificate in the settings files go over HTTP."_L1;

/// What may be wrong with HTTPS beside.
QString reasonOf(store::Database &db, const StationFile &file, const FailureRow &failure)
{
    const bool isUpload = failure.status == "UploadFailed"_L1 || failure.status == "UploadFailure"_L1;
    return isUpload && store::leadsOverTls(db, file.command) ? notOverTls : failure.reason;
}

void fail(StationFiles &files, StationFile &file, const QString &reason)
{
    file.state = StationFileState::Failed;
    file.reason = reason;
    files.save(file);
}

bool isWaitedFor(const StationFile &file)
{
    return file.state == StationFileState::Requested || file.state == StationFileState::Accepted
           || file.state == StationFileState::Failed;
}

/// Also late, when it had been given up.
void accept(StationFiles &files, StationFile &file, const std::optional<QString> &name)
{
    if (name && file.name.isEmpty())
        file.name = *name;
    if (isWaitedFor(file)) {
        file.state = StationFileState::Accepted;
        file.reason.clear();
    }
    files.save(file);
}

/// N01.FR.11: the station drops what it was uploading.
void dropOlder(StationFiles &files, const StationFile &newer)
{
    for (StationFile &older : files.open(newer.station, true)) {
        if (older.id < newer.id && older.state != StationFileState::Received) {
            older.state = StationFileState::Cancelled;
            older.reason = u"The station dropped it for a newer request."_s;
            files.save(older);
        }
    }
}

/// Seen by the station: done. Seen by us: only if it is here.
void uploaded(StationFiles &files, StationFile &file)
{
    if (file.state == StationFileState::Received)
        return files.save(file);
    if (file.isExternal) {
        file.state = StationFileState::Elsewhere;
        file.reason.clear();
        return files.save(file);
    }
    fail(files, file, u"The station says that it brought the file, but none has arrived. Check whether it reaches the file "
                      "server; the link still works."_s);
}

QString reasonOf(store::Database &db, const StationFile &file)
{
    const auto command = file.command ? store::Commands(db).find(*file.command) : std::nullopt;
    if (file.state == StationFileState::Accepted || !command || !isFinal(command->state))
        return u"The station did not bring it in time."_s;
    if (!command->error.isEmpty())
        return command->error;
    return u"The station answered \"%1\"."_s.arg(toString(command->state));
}

} // namespace

tl::expected<QJsonObject, QString> payloadNow(store::Database &db, const store::Station &station,
                                              const store::Command &command, ocpp::Timestamp now)
{
    QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    const auto file = StationFiles(db).findByCommand(command.id);
    if (!file)
        return payload; // it names a place of its own
    const auto url = StationFiles(db).openLink(*file, station, now);
    if (!url)
        return tl::unexpected(url.error());
    if (command.action == ocpp::GetLog::action) {
        QJsonObject log = payload["log"_L1].toObject();
        log["remoteLocation"_L1] = *url;
        payload["log"_L1] = log;
    } else {
        payload["location"_L1] = *url;
    }
    store::setPayload(db, command.id, payload);
    return payload;
}

void answered(Context &context, const store::Command &command, const ocpp::GetDiagnostics::Response &response)
{
    StationFiles files(context.db);
    auto file = files.findByCommand(command.id);
    if (!file)
        return;
    if (response.fileName && !response.fileName->isEmpty())
        accept(files, *file, response.fileName);
    else if (isWaitedFor(*file)) // 6.26: no name means that there is nothing to upload
        fail(files, *file, u"The station has no diagnostics of that time."_s);
}

void answered(Context &context, const store::Command &command, const ocpp::GetLog::Response &response)
{
    StationFiles files(context.db);
    auto file = files.findByCommand(command.id);
    if (!file || response.status == ocpp::LogStatus::Rejected)
        return;
    accept(files, *file, response.filename);
    if (response.status == ocpp::LogStatus::AcceptedCanceled)
        dropOlder(files, *file);
}

void reported(Context &context, bool isLog, QLatin1StringView status, std::optional<int> requestId)
{
    StationFiles files(context.db);
    auto file = status == "Idle"_L1 ? std::nullopt : files.findOpen(context.station.id, isLog, requestId);
    if (!file)
        return;
    const bool isSaidAgain = file->state == StationFileState::Failed && file->status == status;
    file->status = status;
    file->statusTime = context.received;
    if (status == "Uploading"_L1 && file->state == StationFileState::Failed)
        return accept(files, *file, {}); // 6.25: it tries as often as it was told, or as it likes
    if (status == "Uploaded"_L1)
        return uploaded(files, *file);
    const auto failure = std::ranges::find(failureRows, status, &FailureRow::status);
    if (failure != failureRows.end() && isWaitedFor(*file) && !isSaidAgain) {
        const bool weKnowBetter = !file->reason.isEmpty() && file->state == StationFileState::Accepted;
        return fail(files, *file, weKnowBetter ? file->reason : reasonOf(context.db, *file, *failure));
    }
    files.save(*file);
}

void giveUpDue(store::Database &db, ocpp::Timestamp now)
{
    StationFiles files(db);
    for (StationFile &file : files.inVain(now))
        fail(files, file, reasonOf(db, file));
}

} // namespace csms::stationfiles
