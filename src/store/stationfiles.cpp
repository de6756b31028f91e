// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/stationfiles.h"

#include "ocpp/messages.h"
#include "store/commands.h"
#include "store/filelinks.h"
#include "store/filter.h"
#include "store/words.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

// Stations gather logs for hours, and retry.
constexpr std::chrono::hours uploadLinkLife{24};

constexpr Word<StationFileKind> stationFileKinds[] = {
    {StationFileKind::Diagnostics, "diagnostics"_L1},
    {StationFileKind::DiagnosticsLog, "diagnosticsLog"_L1},
    {StationFileKind::SecurityLog, "securityLog"_L1},
};

constexpr Word<StationFileState> stationFileStates[] = {
    {StationFileState::Requested, "requested"_L1}, {StationFileState::Accepted, "accepted"_L1},
    {StationFileState::Received, "received"_L1},   {StationFileState::Elsewhere, "elsewhere"_L1},
    {StationFileState::Failed, "failed"_L1},       {StationFileState::Cancelled, "cancelled"_L1},
};

constexpr Column stationFileColumns[] = {
    column<&StationFile::id>("id"_L1, ColumnRole::Generated),
    column<&StationFile::station>("station"_L1),
    column<&StationFile::kind>("kind"_L1),
    column<&StationFile::name>("name"_L1),
    column<&StationFile::file>("file"_L1),
    column<&StationFile::size>("size"_L1),
    column<&StationFile::command>("command"_L1),
    column<&StationFile::requestId>("request_id"_L1),
    column<&StationFile::state>("state"_L1),
    column<&StationFile::status>("status"_L1),
    column<&StationFile::statusTime>("status_time"_L1),
    column<&StationFile::reason>("reason"_L1),
    column<&StationFile::isExternal>("external"_L1),
    column<&StationFile::node>("node"_L1),
    column<&StationFile::created>("created"_L1),
    column<&StationFile::expires>("expires"_L1),
    column<&StationFile::received>("received"_L1),
};
constexpr RowTable stationFileTable{"station_files"_L1, stationFileColumns};

template<class T> void insertIf(QJsonObject &json, QLatin1StringView member, const std::optional<T> &value)
{
    if constexpr (std::is_same_v<T, ocpp::Timestamp>) {
        if (value)
            json.insert(member, ocpp::formatTimestamp(*value));
    } else {
        if (value)
            json.insert(member, *value);
    }
}

QJsonObject diagnosticsPayload(const FileWish &wish)
{
    QJsonObject payload;
    insertIf(payload, "startTime"_L1, wish.from);
    insertIf(payload, "stopTime"_L1, wish.to);
    return payload;
}

QJsonObject logPayload(const FileWish &wish)
{
    QJsonObject log;
    insertIf(log, "oldestTimestamp"_L1, wish.from);
    insertIf(log, "latestTimestamp"_L1, wish.to);
    const bool isSecurity = wish.kind == StationFileKind::SecurityLog;
    return {{u"logType"_s, isSecurity ? u"SecurityLog"_s : u"DiagnosticsLog"_s}, {u"log"_s, log}};
}

std::optional<ocpp::Timestamp> wishedTime(const QJsonValue &json)
{
    const auto time = ocpp::parseTimestamp(json.toString(), ocpp::Zone::Utc);
    return time ? std::optional(time->value) : std::nullopt;
}

std::optional<int> wholeNumberOf(const QJsonValue &json)
{
    return json.isDouble() ? std::optional(json.toInt()) : std::nullopt;
}

/// What the payloads above were made of.
void readWish(const QJsonObject &payload, FileWish &wish)
{
    const bool isLog = wish.kind != StationFileKind::Diagnostics;
    const QJsonObject log = payload.value("log"_L1).toObject();
    wish.from = wishedTime(isLog ? log.value("oldestTimestamp"_L1) : payload.value("startTime"_L1));
    wish.to = wishedTime(isLog ? log.value("latestTimestamp"_L1) : payload.value("stopTime"_L1));
    wish.retries = wholeNumberOf(payload.value("retries"_L1));
    wish.retryIntervalSeconds = wholeNumberOf(payload.value("retryInterval"_L1));
}

} // namespace

QLatin1StringView toString(StationFileKind kind)
{
    return wordOf(stationFileKinds, kind);
}

bool fromString(QStringView text, StationFileKind &kind)
{
    return fromWord(stationFileKinds, text, kind);
}

QLatin1StringView toString(StationFileState state)
{
    return wordOf(stationFileStates, state);
}

bool fromString(QStringView text, StationFileState &state)
{
    return fromWord(stationFileStates, text, state);
}

const RowTable &StationFile::table()
{
    return stationFileTable;
}

std::optional<StationFile> StationFiles::find(qint64 id)
{
    return db_.row<StationFile>(u"WHERE id = ?"_s, {id});
}

QList<StationFile> StationFiles::list(const StationFileFilter &filter)
{
    Filter where;
    if (!filter.station.isEmpty())
        where.where(u"station = ?"_s, {filter.station});
    if (filter.after > 0)
        where.where(u"id < ?"_s, {filter.after});
    where.finish(u"ORDER BY id DESC"_s, filter.limit);
    return db_.rows<StationFile>(where.tail(), where.values());
}

qint64 StationFiles::totalSize()
{
    return db_.number(u"SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM station_files WHERE file <> ''"_s);
}

tl::expected<StationFile, CommandRefusal> StationFiles::request(const FileWish &wish)
{
    const bool isLog = wish.kind != StationFileKind::Diagnostics;
    CommandRequest request;
    request.station = wish.station;
    request.action = isLog ? ocpp::GetLog::action : ocpp::GetDiagnostics::action;
    request.payload = isLog ? logPayload(wish) : diagnosticsPayload(wish);
    insertIf(request.payload, "retries"_L1, wish.retries);
    insertIf(request.payload, "retryInterval"_L1, wish.retryIntervalSeconds);
    request.origin = wish.origin;
    return enqueue(db_, request).and_then([this](const Command &command) -> tl::expected<StationFile, CommandRefusal> {
        const auto file = findByCommand(command.id);
        return file ? *file : StationFile{};
    });
}

tl::expected<StationFile, CommandRefusal> StationFiles::requestAgain(const StationFile &file, const QString &origin)
{
    FileWish wish{.station = file.station, .kind = file.kind, .origin = origin};
    if (const auto command = file.command ? Commands(db_).find(*file.command) : std::nullopt)
        readWish(QJsonDocument::fromJson(command->payload).object(), wish);
    return request(wish);
}

tl::expected<StationFile, QString> StationFiles::prepare(const Station &station, StationFileKind kind,
                                                         std::optional<int> requestId, QString &url, ocpp::Timestamp now)
{
    const auto address = fileAddressFor(db_, station);
    if (!address)
        return tl::unexpected(address.error().reason);
    StationFile file;
    file.station = station.id;
    file.kind = kind;
    file.requestId = requestId;
    file.created = now;
    file.expires = now + uploadLinkLife;
    file.id = db_.insert(file);
    db_.noteChange(Table::Files, file.station, changeKey(file.id));
    url = address->base;
    return file;
}

tl::expected<QString, QString> StationFiles::openLink(StationFile file, const Station &station, ocpp::Timestamp now)
{
    const auto address = fileAddressFor(db_, station);
    if (!address)
        return tl::unexpected(address.error().reason);
    file.isExternal = address->isExternal;
    file.expires = now + uploadLinkLife;
    save(file);
    FileLinks(db_).revokeOfFile(file.id);
    const QString token = FileLinks::newToken();
    if (!address->isExternal) {
        FileLink link;
        link.tokenHash = FileLinks::hashOf(token);
        link.direction = LinkDirection::Up;
        link.station = station.id;
        link.stationFile = file.id;
        link.expires = file.expires;
        FileLinks(db_).add(link);
    }
    return address->url(token);
}

void StationFiles::setCommand(qint64 id, qint64 command)
{
    db_.run(u"UPDATE station_files SET command = ? WHERE id = ?"_s, {command, id});
}

std::optional<StationFile> StationFiles::findByCommand(qint64 command)
{
    return db_.row<StationFile>(u"WHERE command = ?"_s, {command});
}

std::optional<StationFile> StationFiles::findOpen(const QString &station, bool isLog, std::optional<int> requestId)
{
    if (requestId) {
        return db_.row<StationFile>(u"WHERE station = ? AND request_id = ? AND kind <> 'diagnostics' "
                                    "ORDER BY id DESC LIMIT 1"_s,
                                    {station, *requestId});
    }
    const QList<StationFile> candidates = open(station, isLog);
    return candidates.isEmpty() ? lastFailed(station, isLog) : std::optional(candidates.first());
}

/// What failed at the station, or may be there although nobody answered: it may try again. Not if a later one came to an end.
std::optional<StationFile> StationFiles::lastFailed(const QString &station, bool isLog)
{
    const auto last = db_.row<StationFile>(
        u"WHERE station = ? AND (kind <> 'diagnostics') = ? AND (state <> 'failed' OR status <> '' OR command IN "
        "(SELECT id FROM commands WHERE state IN ('timeout', 'unknown'))) ORDER BY id DESC LIMIT 1"_s,
        {station, isLog});
    return last && last->state == StationFileState::Failed ? last : std::nullopt;
}

QList<StationFile> StationFiles::open(const QString &station, bool isLog)
{
    // What was received waits for the station's last word.
    return db_.rows<StationFile>(u"WHERE station = ? AND (kind <> 'diagnostics') = ? AND (state IN ('requested', "
                                 "'accepted') OR (state = 'received' AND status NOT IN ('Uploaded', 'UploadFailed'))) "
                                 "ORDER BY id DESC"_s,
                                 {station, isLog});
}

QList<StationFile> StationFiles::inVain(ocpp::Timestamp now)
{
    return db_.rows<StationFile>(
        u"WHERE (state = 'requested' AND command IN (SELECT id FROM commands WHERE state IN ('rejected', 'error', "
        "'timeout', 'unknown', 'expired', 'cancelled'))) OR (state IN ('requested', 'accepted') AND expires <= ? AND "
        "NOT EXISTS (SELECT 1 FROM commands WHERE id = station_files.command AND state = 'queued')) ORDER BY id"_s,
        {now});
}

void StationFiles::save(const StationFile &file)
{
    if (db_.update(file))
        db_.noteChange(Table::Files, file.station, changeKey(file.id));
}

bool StationFiles::receive(qint64 id, const QString &tokenHash, const ReceivedFile &received, ocpp::Timestamp at)
{
    auto row = find(id);
    if (!row || !FileLinks(db_).use(tokenHash))
        return false;
    row->state = StationFileState::Received;
    row->name = received.name.isEmpty() ? row->name : received.name;
    row->file = received.file;
    row->size = received.size;
    row->node = received.node;
    row->received = at;
    row->reason.clear();
    save(*row);
    return true;
}

void StationFiles::uploadFailed(qint64 id, const QString &reason)
{
    auto row = find(id);
    if (!row || row->state == StationFileState::Received)
        return;
    row->reason = reason; // the station may try again: its own status ends it
    save(*row);
}

QString StationFiles::remove(qint64 id)
{
    const auto row = find(id);
    if (!row)
        return {};
    FileLinks(db_).revokeOfFile(id);
    db_.run(u"DELETE FROM station_files WHERE id = ?"_s, {id});
    db_.noteChange(Table::Files, row->station, changeKey(id));
    return row->file;
}

QStringList StationFiles::forgetReceivedBefore(ocpp::Timestamp moment)
{
    QStringList files;
    for (StationFile &row : db_.rows<StationFile>(u"WHERE received < ? AND file <> ''"_s, {moment})) {
        files.append(row.file);
        row.file.clear();
        save(row);
    }
    return files;
}

QStringList StationFiles::filesOnDisk()
{
    QStringList files;
    db_.each(u"SELECT file FROM station_files WHERE file <> ''"_s, {},
             [&files](const ResultRow &row) { files.append(row.value(0).toString()); });
    return files;
}

} // namespace store
