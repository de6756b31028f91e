// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"

#include <QJsonObject>

#include <tl/expected.hpp>

namespace store {

/// What somebody wants a station to do: the API, the window, a service.
struct CommandRequest {
    QString station{}; ///< case-insensitive
    QString action{};  ///< as on the wire
    QJsonObject payload;
    QString origin{};  ///< "api", "window", a service's name
    int priority = Command::personPriority;
    /// How long it may wait in the queue. Nothing: as long as the action makes sense (a remote start 60 s, most
    /// others for ever). Zero: now or never.
    std::optional<std::chrono::seconds> expiresIn{};
};

struct CommandRefusal {
    enum class Kind { UnknownStation, UnknownAction, InvalidPayload, Offline };
    Kind kind;
    QString text{}; ///< what, why, what to do
    QString path{}; ///< JSON pointer into the payload, of InvalidPayload
};

/// Writes a command into the queue; whoever holds the station's socket sends it. The payload must satisfy the
/// official schema. Ids that the central system hands out (reservationId, requestId, listVersion) are filled in
/// where they are missing. On the writer, inside a transaction.
tl::expected<Command, CommandRefusal> enqueue(Database &db, const CommandRequest &request);

/// A person takes a command back. False unless it was still queued. One of the reconciler's would only be queued anew, so
/// its topic is paused.
bool cancelCommand(Database &db, qint64 id, ocpp::Timestamp now);

/// What a queued command says, made anew when it is sent.
void setPayload(Database &db, qint64 command, const QJsonObject &payload);

/// The next reservationId, requestId, ...: `member` as on the wire.
int handOutId(Database &db, QLatin1StringView member);

} // namespace store
