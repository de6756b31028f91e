// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/fault.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace simulator {

/// How a station answers one kind of request of the central system.
struct Behaviour {
    enum class Kind {
        Accept, ///< as a faithful station does; the default
        Reject, ///< the negative status of that message, without any effect
        Error, ///< a CALLERROR with `code`
        Silent, ///< no answer, no effect
        Slow, ///< as Accept, but `delay` later
        Drop, ///< no answer, no effect: the line breaks, and is tried again as after any loss
        Reboot ///< as Accept, and then the station restarts
    };
    Kind kind = Kind::Accept;
    ocpp::ErrorCode code = ocpp::ErrorCode::InternalError;
    std::chrono::milliseconds delay{0};
    int times = 0; ///< for so many requests, then Accept again; 0: for ever
    bool isOfContent = false; ///< of what a DataTransfer carries: it is that which Reject refuses; see Behaviours
};

/// "accept", "reject", "silent", "drop", "reboot", "error:NotSupported", "slow:1500" (milliseconds), each with an optional
/// "*3" for the number of requests it lasts. The error is a sentence for the person who typed it.
tl::expected<Behaviour, QString> parseBehaviour(const QString &text);

/// The behaviours of one station, by action; "*" stands for all actions without their own, "DataTransfer.InstallCertificate"
/// for a DataTransfer with this messageId (Plug & Charge).
class Behaviours {
public:
    void set(const QString &action, Behaviour behaviour);
    /// From {"Reset": "reject", "*": "slow:200"}; the error names the entry.
    static tl::expected<Behaviours, QString> fromJson(const QJsonObject &object);
    /// From "Action=behaviour", as on the command line.
    tl::expected<void, QString> add(const QString &assignment);
    /// What the next request of this action meets; counts `times` down. `messageId`: of a DataTransfer.
    Behaviour next(const QString &action, const QString &messageId = {});

private:
    QHash<QString, Behaviour> byAction_;
};

/// The payload with which a message says no, {"status": "Rejected"} for most; nothing when it has no way to.
std::optional<QJsonObject> refusalOf(const QString &action);

/// The payload with which what this DataTransfer.req carries is refused: accepted itself, with that message's own word for no
/// inside. A plain refusal where the message is not known or has no word for no.
std::optional<QJsonObject> refusalOfContent(const QJsonObject &request);

} // namespace simulator
