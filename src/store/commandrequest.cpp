// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commandrequest.h"

#include "ocpp/codec.h"
#include "ocpp/messages.h"
#include "store/clock.h"
#include "store/locallists.h"
#include "store/reconciliations.h"
#include "store/reservations.h"
#include "store/stationfiles.h"
#include "store/stations.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace store {
namespace {

struct HandedOutId {
    QLatin1StringView action;
    QLatin1StringView member;
};
constexpr std::array handedOutIds{
    HandedOutId{ocpp::ReserveNow::action, "reservationId"_L1},
    HandedOutId{ocpp::GetLog::action, "requestId"_L1},
    HandedOutId{ocpp::SignedUpdateFirmware::action, "requestId"_L1},
    HandedOutId{ocpp::SendLocalList::action, "listVersion"_L1},
};

// What is of no use later: nobody stands at the station an hour after a remote start.
struct Lifetime {
    QLatin1StringView action;
    std::chrono::seconds time;
};
constexpr std::array lifetimes{
    Lifetime{ocpp::RemoteStartTransaction::action, 60s}, Lifetime{ocpp::RemoteStopTransaction::action, 60s},
    Lifetime{ocpp::UnlockConnector::action, 60s},        Lifetime{ocpp::TriggerMessage::action, 60s},
    Lifetime{ocpp::ExtendedTriggerMessage::action, 60s}, Lifetime{ocpp::GetCompositeSchedule::action, 60s},
    Lifetime{ocpp::Reset::action, 1h},
};

// "Now or never" still has to get through the queue.
constexpr std::chrono::seconds atOnce = 30s;

/// One that nobody used by hand either.
int nextReservationId(Database &db, const QString &station)
{
    int number = handOutId(db, "reservationId"_L1);
    while (Reservations(db).find(station, number))
        number = handOutId(db, "reservationId"_L1);
    return number;
}

int handedOut(Database &db, const QString &station, const HandedOutId &id)
{
    if (id.action == ocpp::ReserveNow::action)
        return nextReservationId(db, station);
    if (id.action == ocpp::SendLocalList::action)
        return LocalLists(db).nextVersion(station, true);
    return handOutId(db, id.member);
}

void fillIn(Database &db, const QString &station, const QString &action, QJsonObject &payload)
{
    const auto id = std::ranges::find_if(handedOutIds, [&](const HandedOutId &h) { return action == h.action; });
    if (id != handedOutIds.end() && !payload.contains(id->member))
        payload.insert(id->member, handedOut(db, station, *id));
}

/// Diagnostics and logs without a place to bring them to: they come here, by a link that is made when it is sent. Nothing if the payload names a place, or asks
/// for no file.
tl::expected<std::optional<StationFile>, QString> fillInUpload(Database &db, const Station &station, const QString &action,
                                                               QJsonObject &payload)
{
    const bool isLog = action == ocpp::GetLog::action;
    if (!isLog && action != ocpp::GetDiagnostics::action)
        return std::nullopt;
    QJsonObject log = payload.value("log"_L1).toObject(); // operator[] would make a member
    QJsonObject &place = isLog ? log : payload;
    const QString member = isLog ? u"remoteLocation"_s : u"location"_s;
    if (place.contains(member))
        return std::nullopt;
    const bool isSecurity = payload.value("logType"_L1).toString() == "SecurityLog"_L1;
    const auto kind = !isLog       ? StationFileKind::Diagnostics
                      : isSecurity ? StationFileKind::SecurityLog
                                   : StationFileKind::DiagnosticsLog;
    const auto requestId = isLog ? std::optional(payload.value("requestId"_L1).toInt()) : std::nullopt;
    QString url;
    const auto file = StationFiles(db).prepare(station, kind, requestId, url, now());
    if (!file)
        return tl::unexpected(file.error());
    place.insert(member, url);
    if (isLog)
        payload.insert("log"_L1, log);
    return *file;
}

std::optional<std::chrono::seconds> lifetime(const CommandRequest &request)
{
    if (request.expiresIn)
        return request.expiresIn->count() > 0 ? *request.expiresIn : atOnce;
    const auto usual = std::ranges::find_if(lifetimes, [&](const Lifetime &l) { return request.action == l.action; });
    return usual == lifetimes.end() ? std::nullopt : std::optional(usual->time);
}

CommandRefusal refusal(CommandRefusal::Kind kind, const QString &text, const QString &path = {})
{
    return {kind, text, path};
}

std::optional<CommandRefusal> refusalOf(const CommandRequest &request, const ocpp::MessageInfo &message,
                                        const Station &station, const QJsonObject &payload)
{
    using Kind = CommandRefusal::Kind;
    if (const auto fault = ocpp::check(message.request, payload))
        return refusal(Kind::InvalidPayload, fault->text, fault->path);
    if (request.expiresIn && request.expiresIn->count() == 0 && !station.online) {
        return refusal(Kind::Offline, u"%1 is offline and the command was not to wait. Send it without \"expiresIn\": 0 "
                                      "to have it wait."_s.arg(station.id));
    }
    return std::nullopt;
}

} // namespace

bool cancelCommand(Database &db, qint64 id, ocpp::Timestamp now)
{
    Commands commands(db);
    if (!commands.cancel(id, now))
        return false;
    const auto command = commands.find(id);
    Reconciliation row = Reconciliations(db).find(command->station, command->origin);
    if (row.state == ReconciliationState::Working) { // so its origin is a topic
        row.state = ReconciliationState::Waiting;
        row.paused = true;
        row.reason = u"A person cancelled its %1. Resume it to go on."_s.arg(command->action);
        Reconciliations(db).save(row, now);
    }
    return true;
}

/// Counts up in one statement, so that several nodes on one database never hand out a number twice.
int handOutId(Database &db, QLatin1StringView member)
{
    return int(db.number(u"INSERT INTO settings (key, value) VALUES (?, '1') ON CONFLICT (key) DO UPDATE SET value = "
                         "CAST(CAST(settings.value AS BIGINT) + 1 AS TEXT) RETURNING value"_s,
                         {QString(u"last."_s + member)}));
}

void setPayload(Database &db, qint64 command, const QJsonObject &payload)
{
    db.run(u"UPDATE commands SET payload = ? WHERE id = ? AND state = 'queued'"_s,
           {QJsonDocument(payload).toJson(QJsonDocument::Compact), command});
}

tl::expected<Command, CommandRefusal> enqueue(Database &db, const CommandRequest &request)
{
    using Kind = CommandRefusal::Kind;
    const auto station = Stations(db).find(request.station);
    if (!station)
        return tl::unexpected(refusal(Kind::UnknownStation, u"There is no station \"%1\"."_s.arg(request.station)));
    const ocpp::MessageInfo *const message = ocpp::messageInfo(request.action);
    if (!message || !message->toStation) {
        return tl::unexpected(refusal(Kind::UnknownAction, u"\"%1\" is not a message that OCPP 1.6 sends to a "
                                                           "station."_s.arg(request.action)));
    }
    QJsonObject payload = request.payload;
    fillIn(db, station->id, request.action, payload);
    const auto upload = fillInUpload(db, *station, request.action, payload);
    if (!upload)
        return tl::unexpected(refusal(Kind::InvalidPayload, upload.error(), u"/location"_s));
    if (const auto refused = refusalOf(request, *message, *station, payload)) {
        if (*upload)
            StationFiles(db).remove((*upload)->id);
        return tl::unexpected(*refused);
    }
    Command command;
    command.station = station->id;
    command.action = request.action;
    command.payload = QJsonDocument(payload).toJson(QJsonDocument::Compact);
    command.origin = request.origin;
    command.priority = request.priority;
    command.created = now();
    if (const auto time = lifetime(request))
        command.expires = command.created + *time;
    command.id = Commands(db).queue(command);
    if (*upload)
        StationFiles(db).setCommand((*upload)->id, command.id);
    return command;
}

} // namespace store
