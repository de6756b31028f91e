// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/codec.h"
#include "ocpp/messages/core.h"
#include "ocpp/messages/firmware.h"
#include "ocpp/messages/locallist.h"
#include "ocpp/messages/reservation.h"
#include "ocpp/messages/security.h"
#include "ocpp/messages/smartcharging.h"
#include "ocpp/messages/trigger.h"

#include <variant>

// The two lists from which names, directions and dispatch are derived. A new message is a struct, its table
// and one entry here.
namespace ocpp {

template<class... M>
struct List {
};

using FromStation =
    List<Authorize, BootNotification, DataTransfer, DiagnosticsStatusNotification, FirmwareStatusNotification,
         Heartbeat, LogStatusNotification, MeterValues, SecurityEventNotification, SignCertificate,
         SignedFirmwareStatusNotification, StartTransaction, StatusNotification, StopTransaction>;

using ToStation =
    List<CancelReservation, CertificateSigned, ChangeAvailability, ChangeConfiguration, ClearCache,
         ClearChargingProfile, DataTransfer, DeleteCertificate, ExtendedTriggerMessage, GetCompositeSchedule,
         GetConfiguration, GetDiagnostics, GetInstalledCertificateIds, GetLocalListVersion, GetLog,
         InstallCertificate, RemoteStartTransaction, RemoteStopTransaction, ReserveNow, Reset, SendLocalList,
         SetChargingProfile, SignedUpdateFirmware, TriggerMessage, UnlockConnector, UpdateFirmware>;

namespace detail {

template<class L>
struct VariantsOf;
template<class... M>
struct VariantsOf<List<M...>> {
    using Requests = std::variant<typename M::Request...>;
    using Responses = std::variant<typename M::Response...>;
};

} // namespace detail

using AnyRequest = detail::VariantsOf<FromStation>::Requests; // what a station asks
using AnyResponse = detail::VariantsOf<ToStation>::Responses; // what a station answers
using AnyCommand = detail::VariantsOf<ToStation>::Requests; // what a station is asked

// A station's CALL. An unknown action is NotImplemented; one that only a central system may send is
// NotSupported (J 4.2.3). Actions are case-sensitive (J 4.2.1).
Result<AnyRequest> decodeRequest(QStringView action, const QJsonObject &payload, QList<Finding> &findings,
                                 const DecodeOptions &options = {});

// A station's CALLRESULT to our `action`.
Result<AnyResponse> decodeResponse(QStringView action, const QJsonObject &payload, QList<Finding> &findings,
                                   const DecodeOptions &options = {});

// The central system's CALL, seen from a station (simulator). Codes as in decodeRequest().
Result<AnyCommand> decodeCommand(QStringView action, const QJsonObject &payload, QList<Finding> &findings,
                                 const DecodeOptions &options = {});

struct MessageInfo {
    QLatin1StringView action{};
    bool fromStation = false;
    bool toStation = false;
    Profile profile = Profile::Core;
    std::span<const Field> request{};
    std::span<const Field> response{};
};

// All 39 messages, sorted by action.
std::span<const MessageInfo> messages();

// Null when the action is unknown. Case-sensitive.
const MessageInfo *messageInfo(QStringView action);

} // namespace ocpp
