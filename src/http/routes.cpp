// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/route.h"

#include "http/resources/certificates.h"
#include "http/resources/commands.h"
#include "http/resources/composite.h"
#include "http/resources/configuration.h"
#include "http/resources/contracts.h"
#include "http/resources/firmware.h"
#include "http/resources/idtags.h"
#include "http/resources/inbox.h"
#include "http/resources/locallists.h"
#include "http/resources/messages.h"
#include "http/resources/plugandcharge.h"
#include "http/resources/profiles.h"
#include "http/resources/reconciliations.h"
#include "http/resources/reservations.h"
#include "http/resources/securityevents.h"
#include "http/resources/service.h"
#include "http/resources/sites.h"
#include "http/resources/stationfiles.h"
#include "http/resources/stations.h"
#include "http/resources/transactions.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = Shape::Kind;

constexpr QLatin1StringView transactionStates[] = {"open"_L1, "closed"_L1};
constexpr QLatin1StringView yesNo[] = {"true"_L1, "false"_L1};

constexpr QueryParameter sinceQuery[] = {{"since"_L1, "From this time on"_L1, Kind::Time}};
constexpr QueryParameter waitQuery[] = {
    {"wait"_L1, "Answer when the command is finished, at the latest after this many seconds"_L1,
     Kind::Integer}};
constexpr QueryParameter transactionQuery[] = {
    {"station"_L1, "Of this station only"_L1},
    {"idTag"_L1, "Started with this tag only"_L1},
    {"state"_L1, "Only running ones, or only others"_L1, Kind::Text, transactionStates},
    {"from"_L1, "Started at this time or later"_L1, Kind::Time},
    {"to"_L1, "Started before this time"_L1, Kind::Time},
};
constexpr QueryParameter attentionQuery[] = {
    {"station"_L1, "Of this station only"_L1},
    {"resolved"_L1, "true: also what is done"_L1, Kind::Text, yesNo},
};

constexpr QueryParameter securityEventQuery[] = {
    {"alarming"_L1, "true: only critical and unknown ones"_L1, Kind::Text, yesNo},
    {"waiting"_L1, "true: only those that nobody has acknowledged"_L1, Kind::Text, yesNo},
};

constexpr QLatin1StringView reservationStates[] = {"Active"_L1, "Used"_L1, "Cancelled"_L1, "Expired"_L1, "Ended"_L1};
constexpr QueryParameter reservationQuery[] = {
    {"status"_L1, "Only those with this status"_L1, Kind::Text, reservationStates},
};
constexpr QLatin1StringView compositeSources[] = {"computed"_L1, "station"_L1, "kept"_L1};
constexpr QLatin1StringView compositeFormats[] = {"json"_L1, "csv"_L1, "svg"_L1, "png"_L1, "pdf"_L1, "xlsx"_L1};
constexpr QLatin1StringView compositeProfiles[] = {"desired"_L1, "installed"_L1};
constexpr QLatin1StringView compositeUnits[] = {"A"_L1, "W"_L1};
constexpr QueryParameter clearQuery[] = {
    {"id"_L1, "The chargingProfileId; then the others do not matter"_L1, Kind::Integer},
    {"connectorId"_L1, "Only of this connector"_L1, Kind::Integer},
    {"chargingProfilePurpose"_L1, "Only of this purpose"_L1},
    {"stackLevel"_L1, "Only of this level"_L1, Kind::Integer},
};
constexpr QueryParameter compositeQuery[] = {
    {"connectorId"_L1, "0, the grid connection, if missing; all: each connector"_L1},
    {"duration"_L1, "How far ahead, in seconds; a day if missing"_L1, Kind::Integer},
    {"chargingRateUnit"_L1, "As the station likes if missing"_L1, Kind::Text, compositeUnits},
    {"source"_L1, "computed, if missing; station: it is asked now; kept: what it said last"_L1, Kind::Text,
     compositeSources},
    {"format"_L1, "json if missing; csv is a table; the others are files to hand over"_L1, Kind::Text,
     compositeFormats},
    {"size"_L1, "Of a picture as svg or png, in px, as in 1120x480; a png has twice as many"_L1},
    {"from"_L1, "Computed: from this time on; now if missing"_L1, Kind::Time},
    {"profiles"_L1, "Computed: of those that it is to have, if missing, or of those it has accepted"_L1, Kind::Text,
     compositeProfiles},
    {"voltage"_L1, "Computed: of a phase, in volts; of its place in a site, or 230, if missing"_L1, Kind::Integer},
    {"phases"_L1, "Computed: of its connectors; of its place in a site, or 3, if missing"_L1, Kind::Integer},
    {"wait"_L1, "For the station's answer, in seconds; 30 if missing"_L1, Kind::Integer},
};

constexpr auto openRead = Access::Open;
constexpr auto read = Access::Read;
constexpr auto control = Access::Control;

const Route table[] = {
    {"GET"_L1, "/api/v1/health"_L1, openRead, showHealth, "Whether the engine works"_L1, Gives::Object,
     &healthSchema},
    {"GET"_L1, "/api/v1/metrics"_L1, read, showMetrics, "Figures for Prometheus"_L1, Gives::Text},
    {"GET"_L1, "/api/v1/events"_L1, read, streamEvents, "The change feed, as server-sent events"_L1,
     Gives::Events, &changeSchema},
    {"GET"_L1, "/api/v1/openapi.json"_L1, read, showOpenApi, "This document"_L1},

    {"GET"_L1, "/api/v1/stations"_L1, read, listStations, "All stations, by id"_L1, Gives::Page,
     &stationSchema},
    {"GET"_L1, "/api/v1/stations/{id}"_L1, read, showStation, "One station"_L1, Gives::Object,
     &stationSchema},
    {"PUT"_L1, "/api/v1/stations/{id}"_L1, control, setStation,
     "Enter a station (201), or change what is named and keep the rest"_L1, Gives::Object, &stationSchema,
     &stationSchema},
    {"DELETE"_L1, "/api/v1/stations/{id}"_L1, control, removeStation,
     "Remove a station; its transactions stay"_L1, Gives::Nothing, nullptr, nullptr, 204},
    {"GET"_L1, "/api/v1/stations/{id}/messages"_L1, read, listMessages, "Its messages, in order"_L1,
     Gives::Page, &messageSchema, nullptr, 200, sinceQuery},
    {"GET"_L1, "/api/v1/stations/{id}/findings"_L1, read, listFindings,
     "Its deviations from the specification, latest first"_L1, Gives::Page, &findingSchema},
    {"GET"_L1, "/api/v1/stations/{id}/configuration"_L1, read, listConfiguration,
     "Its configuration, by key"_L1, Gives::Page, &configurationKeySchema},
    {"PUT"_L1, "/api/v1/stations/{id}/configuration/{key}"_L1, control, desireConfiguration,
     "What a configuration key is to become"_L1, Gives::Object, &configurationKeySchema, &desiredValueSchema},
    {"GET"_L1, "/api/v1/stations/{id}/reconciliations"_L1, read, listReconciliations,
     "How far it is from what is desired, by topic"_L1, Gives::Page, &reconciliationSchema},
    {"GET"_L1, "/api/v1/reconciliations"_L1, read, listStuckReconciliations, "What was given up, by station"_L1,
     Gives::Page, &reconciliationSchema},
    {"POST"_L1, "/api/v1/stations/{id}/reconciliations/{topic}/pause"_L1, control, pauseReconciliation,
     "Show what differs, but leave it so"_L1, Gives::Object, &reconciliationSchema},
    {"POST"_L1, "/api/v1/stations/{id}/reconciliations/{topic}/resume"_L1, control, resumeReconciliation,
     "Work off what differs"_L1, Gives::Object, &reconciliationSchema},
    {"POST"_L1, "/api/v1/stations/{id}/reconciliations/{topic}/retry"_L1, control, retryReconciliation,
     "Try again what was given up"_L1, Gives::Object, &reconciliationSchema},
    {"GET"_L1, "/api/v1/stations/{id}/charging-profiles"_L1, read, listStationProfiles,
     "Its charging profiles, desired and reported, by connector"_L1, Gives::Page, &stationProfileSchema},
    {"PUT"_L1, "/api/v1/stations/{id}/charging-profiles"_L1, control, desireProfile,
     "Have a profile installed, and kept so"_L1, Gives::Object, &stationProfileSchema, &profileWishSchema},
    {"DELETE"_L1, "/api/v1/stations/{id}/charging-profiles"_L1, control, withdrawProfiles,
     "Have profiles cleared; without a filter all of them"_L1, Gives::Nothing, nullptr, nullptr, 204, clearQuery},
    {"GET"_L1, "/api/v1/stations/{id}/composite-schedule"_L1, read, showCompositeSchedule,
     "What it will draw at most"_L1, Gives::Object, &compositeScheduleSchema, nullptr, 200, compositeQuery},
    {"GET"_L1, "/api/v1/stations/{id}/commands"_L1, read, listCommands, "Its commands, newest first"_L1,
     Gives::Page, &commandSchema},
    {"POST"_L1, "/api/v1/stations/{id}/commands"_L1, control, sendCommand, "Have a station do something"_L1,
     Gives::Object, &commandSchema, &commandRequestSchema, 202, waitQuery},

    {"GET"_L1, "/api/v1/stations/{id}/reservations"_L1, read, listReservations, "Its reservations, newest first"_L1,
     Gives::Page, &reservationSchema, nullptr, 200, reservationQuery},
    {"GET"_L1, "/api/v1/reservations/{station}/{reservationId}"_L1, read, showReservation,
     "The latest reservation with this number"_L1, Gives::Object, &reservationSchema},

    {"GET"_L1, "/api/v1/stations/{id}/local-list"_L1, read, showStationLocalList,
     "The local list that it shall have, and what it has"_L1, Gives::Object, &stationLocalListSchema},
    {"PUT"_L1, "/api/v1/stations/{id}/local-list"_L1, control, setStationLocalList,
     "Give it a shared list, or one of its own"_L1, Gives::Object, &stationLocalListSchema, &stationLocalListSchema},
    {"POST"_L1, "/api/v1/stations/{id}/local-list/sync"_L1, control, syncStationLocalList,
     "Ask for its version, and bring its list to what is desired"_L1, Gives::Object, &stationLocalListSchema, nullptr,
     202},
    {"GET"_L1, "/api/v1/local-lists"_L1, read, listLocalLists, "The shared local lists, by name"_L1, Gives::Page,
     &localListSchema},
    {"GET"_L1, "/api/v1/local-lists/{name}"_L1, read, showLocalList, "One shared local list"_L1, Gives::Object,
     &localListSchema},
    {"PUT"_L1, "/api/v1/local-lists/{name}"_L1, control, setLocalList,
     "Enter a shared local list (201), or replace it"_L1, Gives::Object, &localListSchema, &localListSchema},
    {"DELETE"_L1, "/api/v1/local-lists/{name}"_L1, control, removeLocalList,
     "Remove a shared local list; stations keep what they have"_L1, Gives::Nothing, nullptr, nullptr, 204},

    {"GET"_L1, "/api/v1/commands/{id}"_L1, read, showCommand, "One command"_L1, Gives::Object,
     &commandSchema},
    {"DELETE"_L1, "/api/v1/commands/{id}"_L1, control, cancelCommand,
     "Cancel a command that is still queued"_L1, Gives::Object, &commandSchema},

    {"GET"_L1, "/api/v1/transactions"_L1, read, listTransactions, "Transactions, newest first"_L1,
     Gives::Page, &transactionSchema, nullptr, 200, transactionQuery},
    {"GET"_L1, "/api/v1/transactions/{id}"_L1, read, showTransaction, "One transaction"_L1, Gives::Object,
     &transactionSchema},
    {"GET"_L1, "/api/v1/transactions/{id}/meter-values"_L1, read, listMeterValues,
     "What was measured, in order"_L1, Gives::Page, &sampleSchema},
    {"POST"_L1, "/api/v1/transactions/{id}/close"_L1, control, closeTransaction,
     "Close one that never stopped"_L1, Gives::Object, &transactionSchema, &closeRequestSchema},
    {"POST"_L1, "/api/v1/transactions/{id}/reopen"_L1, control, reopenTransaction,
     "Open one again that was closed by hand"_L1, Gives::Object, &transactionSchema},

    {"GET"_L1, "/api/v1/charging-profiles"_L1, read, listNamedProfiles, "The library of charging profiles, by name"_L1,
     Gives::Page, &namedProfileSchema},
    {"GET"_L1, "/api/v1/charging-profiles/{name}"_L1, read, showNamedProfile, "One charging profile"_L1, Gives::Object,
     &namedProfileSchema},
    {"PUT"_L1, "/api/v1/charging-profiles/{name}"_L1, control, setNamedProfile,
     "Enter a charging profile (201), or replace it, also at the stations that use it"_L1, Gives::Object,
     &namedProfileSchema, &chargingProfileSchema},
    {"DELETE"_L1, "/api/v1/charging-profiles/{name}"_L1, control, removeNamedProfile,
     "Remove a charging profile that no station uses"_L1, Gives::Nothing, nullptr, nullptr, 204},

    {"GET"_L1, "/api/v1/id-tags"_L1, read, listIdTags, "All idTags, by tag"_L1, Gives::Page, &idTagSchema},
    {"GET"_L1, "/api/v1/id-tags/{tag}"_L1, read, showIdTag, "One idTag"_L1, Gives::Object, &idTagSchema},
    {"PUT"_L1, "/api/v1/id-tags/{tag}"_L1, control, setIdTag, "Enter an idTag (201), or replace it"_L1,
     Gives::Object, &idTagSchema, &idTagSchema},
    {"DELETE"_L1, "/api/v1/id-tags/{tag}"_L1, control, removeIdTag, "Remove an idTag"_L1, Gives::Nothing,
     nullptr, nullptr, 204},

    {"GET"_L1, "/api/v1/stations/{id}/files"_L1, read, listStationFiles, "Its diagnostics and logs, newest first"_L1,
     Gives::Page, &stationFileSchema},
    {"POST"_L1, "/api/v1/stations/{id}/files"_L1, control, requestStationFile, "Have it bring diagnostics or a log"_L1,
     Gives::Object, &stationFileSchema, &fileWishSchema, 202},
    {"GET"_L1, "/api/v1/stations/{id}/files/{file}"_L1, read, showStationFile, "One of them"_L1, Gives::Object,
     &stationFileSchema},
    {"POST"_L1, "/api/v1/stations/{id}/files/{file}/retry"_L1, control, retryStationFile,
     "Ask for the same again, with a new link: the one before has failed, or is over"_L1, Gives::Object,
     &stationFileSchema, nullptr, 202},
    {"GET"_L1, "/api/v1/stations/{id}/files/{file}/content"_L1, read, downloadStationFile, "The file itself"_L1,
     Gives::Text},
    {"DELETE"_L1, "/api/v1/stations/{id}/files/{file}"_L1, control, removeStationFile, "Delete it"_L1, Gives::Nothing,
     nullptr, nullptr, 204},

    {"GET"_L1, "/api/v1/firmware"_L1, read, listFirmware, "Firmware images, by name"_L1, Gives::Page,
     &firmwareImageSchema},
    {"POST"_L1, "/api/v1/firmware"_L1, control, addFirmware,
     "Enter an image; then PUT its file to the uploadUrl in the answer, which needs no token"_L1, Gives::Object,
     &firmwareImageSchema, &firmwareImageSchema, 201},
    {"POST"_L1, "/api/v1/firmware/{firmware}/upload-link"_L1, control, renewFirmwareUpload,
     "Another uploadUrl for an image whose file has not come; the one before is over"_L1, Gives::Object,
     &firmwareImageSchema},
    {"GET"_L1, "/api/v1/firmware/{firmware}"_L1, read, showFirmware, "One image"_L1, Gives::Object, &firmwareImageSchema},
    {"PUT"_L1, "/api/v1/firmware/{firmware}"_L1, control, setFirmware, "Change what is named and keep the rest"_L1,
     Gives::Object, &firmwareImageSchema, &firmwareImageSchema},
    {"DELETE"_L1, "/api/v1/firmware/{firmware}"_L1, control, removeFirmware, "Delete an image that no update needs"_L1,
     Gives::Nothing, nullptr, nullptr, 204},
    {"GET"_L1, "/api/v1/stations/{id}/firmware"_L1, read, listUpdates, "Its updates, newest first"_L1, Gives::Page,
     &firmwareJobSchema},
    {"POST"_L1, "/api/v1/stations/{id}/firmware"_L1, control, startUpdate, "Update a station"_L1, Gives::Object,
     &firmwareJobSchema, &updateRequestSchema, 202},
    {"GET"_L1, "/api/v1/firmware-updates/{update}"_L1, read, showUpdate, "One update"_L1, Gives::Object,
     &firmwareJobSchema},
    {"DELETE"_L1, "/api/v1/firmware-updates/{update}"_L1, control, cancelUpdate, "Cancel an update"_L1, Gives::Object,
     &firmwareJobSchema},
    {"POST"_L1, "/api/v1/firmware-updates/{update}/retry"_L1, control, retryUpdate,
     "The same once more, after one that is over"_L1, Gives::Object, &firmwareJobSchema, nullptr, 202},
    {"GET"_L1, "/api/v1/rollouts"_L1, read, listRollouts, "Roll-outs, newest first"_L1, Gives::Page,
     &firmwareRolloutSchema},
    {"POST"_L1, "/api/v1/rollouts"_L1, control, startRollout, "Update many stations, wave by wave"_L1, Gives::Object,
     &firmwareRolloutSchema, &rolloutRequestSchema, 202},
    {"GET"_L1, "/api/v1/rollouts/{rollout}"_L1, read, showRollout, "One roll-out, with its updates"_L1, Gives::Object,
     &firmwareRolloutSchema},
    {"DELETE"_L1, "/api/v1/rollouts/{rollout}"_L1, control, cancelRollout, "Cancel what is not over"_L1, Gives::Object,
     &firmwareRolloutSchema},

    {"GET"_L1, "/api/v1/certificates"_L1, read, listCertificates, "The certificates that are known here"_L1, Gives::Page,
     &certificateSchema},
    {"GET"_L1, "/api/v1/stations/{id}/certificates"_L1, read, listStationCertificates,
     "The root certificates that it is to have, and has"_L1, Gives::Page, &stationCertificateSchema},
    {"PUT"_L1, "/api/v1/stations/{id}/certificates"_L1, control, desireRoot,
     "Have a root certificate installed, and kept so"_L1, Gives::Object, &stationCertificateSchema, &rootWishSchema},
    {"POST"_L1, "/api/v1/stations/{id}/certificates"_L1, control, fulfilCertificateRequest,
     "Send it the certificate that it asked for"_L1, Gives::Object, &certificateRequestSchema, &signedChainSchema, 202},
    {"POST"_L1, "/api/v1/stations/{id}/certificates/refresh"_L1, control, refreshCertificates,
     "Have it asked for the root certificates that it has"_L1, Gives::Nothing, nullptr, nullptr, 204},
    {"DELETE"_L1, "/api/v1/stations/{id}/certificates/{certificate}"_L1, control, withdrawRoot,
     "Have a root certificate deleted"_L1, Gives::Nothing, nullptr, nullptr, 204},
    {"GET"_L1, "/api/v1/stations/{id}/certificate-requests"_L1, read, listCertificateRequests,
     "Its requests for a certificate of its own, newest first"_L1, Gives::Page, &certificateRequestSchema},
    {"GET"_L1, "/api/v1/stations/{id}/security-events"_L1, read, listSecurityEvents,
     "What it told about its security, newest first"_L1, Gives::Page, &securityEventSchema, nullptr, 200,
     securityEventQuery},
    {"POST"_L1, "/api/v1/stations/{id}/security-events/{event}/acknowledge"_L1, control, acknowledgeSecurityEvent,
     "Settle it, with all of its type that wait"_L1, Gives::Object, &securityEventSchema},
    {"GET"_L1, "/api/v1/sites"_L1, read, listSites, "Sites with load balancing, by name"_L1, Gives::Page, &siteSchema},
    {"GET"_L1, "/api/v1/sites/{name}"_L1, read, showSite, "A site: its fuses, what flows through them, who gets what"_L1,
     Gives::Object, &siteSchema},
    {"PUT"_L1, "/api/v1/sites/{name}"_L1, control, setSite, "Enter a site (201), or replace it"_L1, Gives::Object,
     &siteSchema, &siteSchema},
    {"DELETE"_L1, "/api/v1/sites/{name}"_L1, control, removeSite, "Leave its stations to themselves"_L1, Gives::Nothing,
     nullptr, nullptr, 204},
    {"GET"_L1, "/api/v1/contracts"_L1, read, listContracts, "Contracts for Plug & Charge, by eMAID"_L1, Gives::Page,
     &contractSchema},
    {"GET"_L1, "/api/v1/contracts/{emaid}"_L1, read, showContract, "One contract"_L1, Gives::Object, &contractSchema},
    {"PUT"_L1, "/api/v1/contracts/{emaid}"_L1, control, setContract, "Enter a contract (201), or replace it"_L1,
     Gives::Object, &contractSchema, &contractSchema},
    {"DELETE"_L1, "/api/v1/contracts/{emaid}"_L1, control, removeContract, "Remove a contract"_L1, Gives::Nothing, nullptr,
     nullptr, 204},
    {"POST"_L1, "/api/v1/stations/{id}/plug-and-charge"_L1, control, sendVendorCommand,
     "Send a message of Plug & Charge inside DataTransfer"_L1, Gives::Object, &commandSchema, &vendorCommandSchema, 202,
     waitQuery},
    {"GET"_L1, "/api/v1/stations/{id}/signing-orders"_L1, read, listSigningOrders,
     "Certificates that it wants for Plug & Charge, newest first"_L1, Gives::Page, &signingOrderSchema},
    {"POST"_L1, "/api/v1/stations/{id}/signing-orders/{order}/certificate"_L1, control, fulfilSigningOrder,
     "Bring the certificate for one that waits"_L1, Gives::Object, &signingOrderSchema, &orderedChainSchema, 202},
    {"POST"_L1, "/api/v1/stations/{id}/signing-orders/{order}/refuse"_L1, control, refuseSigningOrder,
     "Have one that waits not signed"_L1, Gives::Object, &signingOrderSchema},
    {"POST"_L1, "/api/v1/stations/{id}/signing-orders/{order}/retry"_L1, control, retrySigningOrder,
     "Have one that failed or was refused signed after all"_L1, Gives::Object, &signingOrderSchema},
    {"GET"_L1, "/api/v1/signing-orders"_L1, read, listUnsettledSigningOrders,
     "Of all stations, those that wait for a person, were not signed, or not taken, oldest first"_L1, Gives::Page,
     &signingOrderSchema},

    {"GET"_L1, "/api/v1/knocks"_L1, read, listKnocks, "Stations that were turned away, latest first"_L1,
     Gives::Page, &knockSchema},
    {"DELETE"_L1, "/api/v1/knocks/{station}"_L1, control, removeKnock, "Forget one until it comes again"_L1, Gives::Nothing,
     nullptr, nullptr, 204},
    {"GET"_L1, "/api/v1/attention"_L1, read, listAttention,
     "Messages that could not be booked or tell of an alarm, newest first"_L1, Gives::Page, &attentionSchema, nullptr, 200,
     attentionQuery},
    {"POST"_L1, "/api/v1/attention/{id}/resolve"_L1, control, resolveAttention, "Settle one that waits"_L1, Gives::Object,
     &attentionSchema, &resolutionSchema},
};

} // namespace

std::span<const Route> routes()
{
    return table;
}

} // namespace http
