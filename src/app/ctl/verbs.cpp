// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/verbs.h"

#include "app/ctl/verbarguments.h"

#include <algorithm>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

using namespace arguments;
using Gives = Verb::Gives;

constexpr Column firmwareColumns[] = {{"FIRMWARE"_L1, "id"_L1},  {"NAME"_L1, "name"_L1},   {"VERSION"_L1, "version"_L1},
                                      {"VENDOR"_L1, "vendor"_L1}, {"MODEL"_L1, "model"_L1}, {"SIZE"_L1, "size"_L1},
                                      {"SIGNATURE"_L1, "signatureCheck"_L1}};
constexpr Column updateColumns[] = {{"UPDATE"_L1, "id"_L1},         {"FIRMWARE"_L1, "firmware"_L1}, {"KIND"_L1, "kind"_L1},
                                    {"STATE"_L1, "state"_L1},       {"STATUS"_L1, "status"_L1},     {"%"_L1, "progress"_L1},
                                    {"CREATED"_L1, "created"_L1},   {"REASON"_L1, "reason"_L1}};
constexpr Column rolloutColumns[] = {{"ROLLOUT"_L1, "id"_L1}, {"FIRMWARE"_L1, "firmware"_L1}, {"STATE"_L1, "state"_L1},
                                     {"WAVE"_L1, "wave"_L1},  {"CREATED"_L1, "created"_L1},   {"REASON"_L1, "reason"_L1}};
constexpr Column fileColumns[] = {{"FILE"_L1, "id"_L1},     {"KIND"_L1, "kind"_L1},       {"STATE"_L1, "state"_L1},
                                  {"NAME"_L1, "name"_L1},   {"SIZE"_L1, "size"_L1},       {"STATUS"_L1, "status"_L1},
                                  {"RECEIVED"_L1, "received"_L1}, {"REASON"_L1, "reason"_L1}};

constexpr Column stationColumns[] = {{"STATION"_L1, "id"_L1},
                                     {"ONLINE"_L1, "online"_L1},
                                     {"REGISTRATION"_L1, "registration"_L1},
                                     {"VENDOR"_L1, "boot.chargePointVendor"_L1},
                                     {"MODEL"_L1, "boot.chargePointModel"_L1},
                                     {"LAST HEARD"_L1, "lastHeard"_L1},
                                     {"SITE"_L1, "site"_L1}};
constexpr Column messageColumns[] = {{"TIME"_L1, "time"_L1},       {"DIR"_L1, "direction"_L1},
                                     {"TYPE"_L1, "type"_L1},       {"ACTION"_L1, "action"_L1},
                                     {"PAYLOAD"_L1, "payload"_L1}, {"FINDING"_L1, "finding"_L1}};
constexpr Column findingColumns[] = {{"LAST"_L1, "last"_L1},     {"COUNT"_L1, "count"_L1},
                                     {"ACTION"_L1, "action"_L1}, {"PATH"_L1, "path"_L1},
                                     {"TEXT"_L1, "text"_L1},     {"CLAUSE"_L1, "clause"_L1}};
constexpr Column commandColumns[] = {{"COMMAND"_L1, "id"_L1},          {"ACTION"_L1, "action"_L1},
                                     {"STATE"_L1, "state"_L1},         {"CREATED"_L1, "created"_L1},
                                     {"FINISHED"_L1, "finishedAt"_L1}, {"OUTCOME"_L1, "outcome"_L1},
                                     {"ERROR"_L1, "error"_L1}};
constexpr Column transactionColumns[] = {
    {"TRANSACTION"_L1, "id"_L1},     {"STATION"_L1, "station"_L1},   {"CONNECTOR"_L1, "connector"_L1},
    {"ID TAG"_L1, "idTag"_L1},       {"STARTED"_L1, "startedAt"_L1}, {"STOPPED"_L1, "stoppedAt"_L1},
    {"ENERGY WH"_L1, "energyWh"_L1}, {"REASON"_L1, "stopReason"_L1}, {"FLAGS"_L1, "flags"_L1}};
constexpr Column sampleColumns[] = {{"TIME"_L1, "timestamp"_L1},   {"VALUE"_L1, "value"_L1},
                                    {"UNIT"_L1, "unit"_L1},        {"MEASURAND"_L1, "measurand"_L1},
                                    {"PHASE"_L1, "phase"_L1},      {"CONTEXT"_L1, "context"_L1},
                                    {"LOCATION"_L1, "location"_L1}};
constexpr Column tagColumns[] = {{"TAG"_L1, "tag"_L1},
                                 {"STATUS"_L1, "status"_L1},
                                 {"EXPIRES"_L1, "expiryDate"_L1},
                                 {"PARENT"_L1, "parentIdTag"_L1},
                                 {"MAX"_L1, "maxConcurrent"_L1},
                                 {"NAME"_L1, "name"_L1},
                                 {"STATIONS"_L1, "stations"_L1}};
constexpr Column keyColumns[] = {{"KEY"_L1, "key"_L1},
                                 {"VALUE"_L1, "value"_L1},
                                 {"DESIRED"_L1, "desired"_L1},
                                 {"READ ONLY"_L1, "readonly"_L1},
                                 {"STATE"_L1, "state"_L1}};
constexpr Column reconciliationColumns[] = {{"TOPIC"_L1, "topic"_L1},
                                            {"STATE"_L1, "state"_L1},
                                            {"PAUSED"_L1, "paused"_L1},
                                            {"DIFFERENCE"_L1, "difference"_L1},
                                            {"REASON"_L1, "reason"_L1}};
constexpr Column stuckColumns[] = {{"STATION"_L1, "station"_L1},
                                   {"TOPIC"_L1, "topic"_L1},
                                   {"DIFFERENCE"_L1, "difference"_L1},
                                   {"REASON"_L1, "reason"_L1}};
constexpr Column listColumns[] = {{"NAME"_L1, "name"_L1},
                                  {"SOURCE"_L1, "source"_L1},
                                  {"GROUPS"_L1, "groups"_L1},
                                  {"STATIONS"_L1, "stations"_L1}};
constexpr Column reservationColumns[] = {
    {"RESERVATION"_L1, "reservationId"_L1}, {"CONNECTOR"_L1, "connector"_L1}, {"ID TAG"_L1, "idTag"_L1},
    {"STATUS"_L1, "status"_L1},             {"UNTIL"_L1, "expiryDate"_L1},    {"ENDED"_L1, "ended"_L1},
    {"REASON"_L1, "reason"_L1},             {"TRANSACTION"_L1, "transactionId"_L1}};
constexpr Column profileColumns[] = {{"NAME"_L1, "name"_L1},
                                     {"PURPOSE"_L1, "profile.chargingProfilePurpose"_L1},
                                     {"LEVEL"_L1, "profile.stackLevel"_L1},
                                     {"KIND"_L1, "profile.chargingProfileKind"_L1},
                                     {"PLACES"_L1, "places"_L1}};
constexpr Column placeColumns[] = {{"CONNECTOR"_L1, "connectorId"_L1},
                                   {"PURPOSE"_L1, "chargingProfilePurpose"_L1},
                                   {"LEVEL"_L1, "stackLevel"_L1},
                                   {"ID"_L1, "chargingProfileId"_L1},
                                   {"NAME"_L1, "name"_L1},
                                   {"STATE"_L1, "state"_L1},
                                   {"REASON"_L1, "reason"_L1}};
constexpr Column certificateColumns[] = {{"CERTIFICATE"_L1, "id"_L1}, {"KIND"_L1, "kind"_L1},
                                         {"STATION"_L1, "station"_L1}, {"SUBJECT"_L1, "subject"_L1},
                                         {"KEY"_L1, "key"_L1},         {"VALID UNTIL"_L1, "notAfter"_L1}};
constexpr Column rootColumns[] = {{"ROOT"_L1, "id"_L1},           {"TYPE"_L1, "certificateType"_L1},
                                  {"STATE"_L1, "state"_L1},       {"DESIRED"_L1, "desired"_L1},
                                  {"SUBJECT"_L1, "subject"_L1},   {"SERIAL"_L1, "serialNumber"_L1},
                                  {"REASON"_L1, "reason"_L1}};
constexpr Column requestColumns[] = {{"REQUEST"_L1, "id"_L1},   {"STATE"_L1, "state"_L1},
                                     {"SUBJECT"_L1, "subject"_L1}, {"KEY"_L1, "key"_L1},
                                     {"RECEIVED"_L1, "received"_L1}, {"REASON"_L1, "reason"_L1}};
constexpr Column securityEventColumns[] = {{"EVENT"_L1, "id"_L1},         {"TIME"_L1, "timestamp"_L1},
                                           {"TYPE"_L1, "type"_L1},        {"SEVERITY"_L1, "severity"_L1},
                                           {"INFO"_L1, "techInfo"_L1},    {"ACKNOWLEDGED"_L1, "acknowledged"_L1}};
constexpr Column contractColumns[] = {{"EMAID"_L1, "emaid"_L1},
                                      {"STATUS"_L1, "status"_L1},
                                      {"ID TAG"_L1, "idTag"_L1},
                                      {"VALID UNTIL"_L1, "validUntil"_L1},
                                      {"NAME"_L1, "name"_L1},
                                      {"LAST STATION"_L1, "lastStation"_L1},
                                      {"LAST SEEN"_L1, "lastSeen"_L1},
                                      {"LAST STATUS"_L1, "lastStatus"_L1},
                                      {"CERTIFICATES"_L1, "certificateStatus"_L1}};
constexpr Column siteColumns[] = {{"SITE"_L1, "name"_L1}, {"WARNINGS"_L1, "warnings"_L1}};
constexpr Column orderColumns[] = {{"ORDER"_L1, "id"_L1},       {"FOR"_L1, "certificateType"_L1}, {"STATE"_L1, "state"_L1},
                                   {"REASON"_L1, "reason"_L1},  {"TRIES"_L1, "tries"_L1},         {"NEXT TRY"_L1, "nextTry"_L1},
                                   {"ASKED"_L1, "received"_L1}, {"ENDED"_L1, "ended"_L1}};
constexpr Column unsettledColumns[] = {{"STATION"_L1, "station"_L1},     {"ORDER"_L1, "id"_L1},
                                       {"FOR"_L1, "certificateType"_L1}, {"STATE"_L1, "state"_L1},
                                       {"ASKED"_L1, "received"_L1},      {"REASON"_L1, "reason"_L1}};
constexpr Column knockColumns[] = {{"STATION"_L1, "station"_L1}, {"REASON"_L1, "reason"_L1},
                                   {"HTTP"_L1, "httpStatus"_L1}, {"FROM"_L1, "remoteAddress"_L1},
                                   {"LAST"_L1, "last"_L1},       {"COUNT"_L1, "count"_L1}};
constexpr Column attentionColumns[] = {{"ID"_L1, "id"_L1},
                                       {"STATION"_L1, "station"_L1},
                                       {"KIND"_L1, "kind"_L1},
                                       {"TIME"_L1, "time"_L1},
                                       {"REASON"_L1, "reason"_L1}};

constexpr Verb table[] = {
    {"stations"_L1, "list"_L1, "List all stations"_L1, "GET"_L1, "/stations"_L1, Gives::Page, page,
     stationColumns},
    {"stations"_L1, "show"_L1, "Show one station"_L1, "GET"_L1, "/stations/{id}"_L1, Gives::Object,
     onStation},
    {"stations"_L1, "set"_L1, "Enter a station, or change it"_L1, "PUT"_L1, "/stations/{id}"_L1,
     Gives::Object, setStation},
    {"stations"_L1, "remove"_L1, "Remove a station; its transactions stay"_L1, "DELETE"_L1,
     "/stations/{id}"_L1, Gives::Nothing, onStation},
    {"stations"_L1, "messages"_L1, "List what it sent and received"_L1, "GET"_L1,
     "/stations/{id}/messages"_L1, Gives::Page, messages, messageColumns},
    {"stations"_L1, "findings"_L1, "List its deviations from the specification"_L1, "GET"_L1,
     "/stations/{id}/findings"_L1, Gives::Page, pageOfStation, findingColumns},

    {"command"_L1, "send"_L1, "Have a station do something"_L1, "POST"_L1, "/stations/{id}/commands"_L1,
     Gives::Command, send},
    {"command"_L1, "list"_L1, "List a station's commands, newest first"_L1, "GET"_L1,
     "/stations/{id}/commands"_L1, Gives::Page, pageOfStation, commandColumns},
    {"command"_L1, "show"_L1, "Show one command"_L1, "GET"_L1, "/commands/{id}"_L1, Gives::Object, onCommand},
    {"command"_L1, "cancel"_L1, "Cancel a command that is still queued"_L1, "DELETE"_L1, "/commands/{id}"_L1,
     Gives::Object, onCommand},

    {"transactions"_L1, "list"_L1, "List transactions, newest first"_L1, "GET"_L1, "/transactions"_L1,
     Gives::Page, transactions, transactionColumns},
    {"transactions"_L1, "show"_L1, "Show one transaction"_L1, "GET"_L1, "/transactions/{id}"_L1,
     Gives::Object, onTransaction},
    {"transactions"_L1, "meter-values"_L1, "List what was measured"_L1, "GET"_L1,
     "/transactions/{id}/meter-values"_L1, Gives::Page, meterValues, sampleColumns},
    {"transactions"_L1, "close"_L1, "Close one that never stopped"_L1, "POST"_L1,
     "/transactions/{id}/close"_L1, Gives::Object, close},
    {"transactions"_L1, "reopen"_L1, "Open one again that was closed by hand"_L1, "POST"_L1,
     "/transactions/{id}/reopen"_L1, Gives::Object, onTransaction},

    {"id-tags"_L1, "list"_L1, "List all idTags"_L1, "GET"_L1, "/id-tags"_L1, Gives::Page, page, tagColumns},
    {"id-tags"_L1, "show"_L1, "Show one idTag"_L1, "GET"_L1, "/id-tags/{tag}"_L1, Gives::Object, onTag},
    {"id-tags"_L1,
     "set"_L1,
     "Enter an idTag, or change it"_L1,
     "PUT"_L1,
     "/id-tags/{tag}"_L1,
     Gives::Object,
     setTag,
     {},
     true},
    {"id-tags"_L1, "remove"_L1, "Remove an idTag"_L1, "DELETE"_L1, "/id-tags/{tag}"_L1, Gives::Nothing,
     onTag},

    {"configuration"_L1, "list"_L1, "List a station's keys"_L1, "GET"_L1, "/stations/{id}/configuration"_L1,
     Gives::Page, pageOfStation, keyColumns},
    {"configuration"_L1, "set"_L1, "Say what a key is to become"_L1, "PUT"_L1,
     "/stations/{id}/configuration/{key}"_L1, Gives::Object, setKey},
    {"configuration"_L1, "release"_L1, "Leave a key as the station has it"_L1, "PUT"_L1,
     "/stations/{id}/configuration/{key}"_L1, Gives::Object, onKey, {}, false, R"({"value":null})"_L1},

    {"reconciliations"_L1, "list"_L1, "Say how far a station is from what is desired"_L1, "GET"_L1,
     "/stations/{id}/reconciliations"_L1, Gives::Page, pageOfStation, reconciliationColumns},
    {"reconciliations"_L1, "stuck"_L1, "List what was given up, of all stations"_L1, "GET"_L1, "/reconciliations"_L1,
     Gives::Page, page, stuckColumns},
    {"reconciliations"_L1, "pause"_L1, "Show what differs, but leave it so"_L1, "POST"_L1,
     "/stations/{id}/reconciliations/{topic}/pause"_L1, Gives::Object, onTopic},
    {"reconciliations"_L1, "resume"_L1, "Work off what differs"_L1, "POST"_L1,
     "/stations/{id}/reconciliations/{topic}/resume"_L1, Gives::Object, onTopic},
    {"reconciliations"_L1, "retry"_L1, "Try again what was given up"_L1, "POST"_L1,
     "/stations/{id}/reconciliations/{topic}/retry"_L1, Gives::Object, onTopic},

    {"local-list"_L1, "show"_L1, "Show the list a station shall have, and what it has"_L1, "GET"_L1,
     "/stations/{id}/local-list"_L1, Gives::Object, onStation},
    {"local-list"_L1, "set"_L1, "Give a station a shared list, or one of its own"_L1, "PUT"_L1, "/stations/{id}/local-list"_L1, Gives::Object,
     giveList},
    {"local-list"_L1, "release"_L1, "Leave the list of a station as it is"_L1, "PUT"_L1, "/stations/{id}/local-list"_L1,
     Gives::Object, onStation, {}, false, R"({"list":null})"_L1},
    {"local-list"_L1, "sync"_L1, "Bring a station's list to what is desired, now"_L1, "POST"_L1,
     "/stations/{id}/local-list/sync"_L1, Gives::Object, onStation},
    {"local-lists"_L1, "list"_L1, "List the shared lists"_L1, "GET"_L1, "/local-lists"_L1, Gives::Page, page,
     listColumns},
    {"local-lists"_L1, "show"_L1, "Show one shared list"_L1, "GET"_L1, "/local-lists/{name}"_L1, Gives::Object, onList},
    {"local-lists"_L1, "set"_L1, "Enter a shared list, of idTags or made by hand, or replace it"_L1, "PUT"_L1, "/local-lists/{name}"_L1,
     Gives::Object, setList},
    {"local-lists"_L1, "remove"_L1, "Remove a shared list; stations keep what they have"_L1, "DELETE"_L1,
     "/local-lists/{name}"_L1, Gives::Nothing, onList},

    {"reservations"_L1, "list"_L1, "List a station's reservations, newest first"_L1, "GET"_L1,
     "/stations/{id}/reservations"_L1, Gives::Page, reservations, reservationColumns},
    {"reservations"_L1, "show"_L1, "Show one reservation"_L1, "GET"_L1,
     "/reservations/{station}/{reservationId}"_L1, Gives::Object, onReservation},
    {"reservations"_L1, "make"_L1, "Have a connector kept free for a tag"_L1, "POST"_L1, "/stations/{id}/commands"_L1,
     Gives::Command, makeReservation, {}, false, R"({"action":"ReserveNow"})"_L1},
    {"reservations"_L1, "cancel"_L1, "Have a station give a reservation up"_L1, "POST"_L1, "/stations/{id}/commands"_L1,
     Gives::Command, cancelReservation, {}, false, R"({"action":"CancelReservation"})"_L1},

    {"charging-profiles"_L1, "list"_L1, "List the library"_L1, "GET"_L1, "/charging-profiles"_L1, Gives::Page, page,
     profileColumns},
    {"charging-profiles"_L1, "show"_L1, "Show one of the library"_L1, "GET"_L1, "/charging-profiles/{name}"_L1,
     Gives::Object, onProfile},
    {"charging-profiles"_L1, "set"_L1, "Enter one into the library, or replace it, also where it is used"_L1, "PUT"_L1,
     "/charging-profiles/{name}"_L1, Gives::Object, setProfile},
    {"charging-profiles"_L1, "remove"_L1, "Remove one that no station uses"_L1, "DELETE"_L1,
     "/charging-profiles/{name}"_L1, Gives::Nothing, onProfile},
    {"charging-profiles"_L1, "station"_L1, "List what a station is to have, and has"_L1, "GET"_L1,
     "/stations/{id}/charging-profiles"_L1, Gives::Page, pageOfStation, placeColumns},
    {"charging-profiles"_L1, "apply"_L1, "Have one installed at a station, and kept so"_L1, "PUT"_L1,
     "/stations/{id}/charging-profiles"_L1, Gives::Object, applyProfile},
    {"charging-profiles"_L1, "clear"_L1, "Have those of a station cleared; without a filter all"_L1, "DELETE"_L1,
     "/stations/{id}/charging-profiles"_L1, Gives::Nothing, clearProfiles},
    {"charging-profiles"_L1, "composite"_L1, "Show what a station will draw at most"_L1, "GET"_L1,
     "/stations/{id}/composite-schedule"_L1, Gives::Object, compositeSchedule},

    {"firmware"_L1, "list"_L1, "List firmware images"_L1, "GET"_L1, "/firmware"_L1, Gives::Page, page, firmwareColumns},
    {"firmware"_L1, "add"_L1, "Enter an image; its file is then PUT to the uploadUrl that is printed"_L1, "POST"_L1,
     "/firmware"_L1, Gives::Object, addFirmware},
    {"firmware"_L1, "upload"_L1, "Enter an image and bring its file"_L1, "POST"_L1, "/firmware"_L1, Gives::Upload,
     uploadFirmware},
    {"firmware"_L1, "bring"_L1, "Bring the file of an image that was entered without"_L1, "POST"_L1,
     "/firmware/{firmware}/upload-link"_L1, Gives::Upload, bringFirmware},
    {"firmware"_L1, "show"_L1, "Show one image"_L1, "GET"_L1, "/firmware/{firmware}"_L1, Gives::Object, onFirmware},
    {"firmware"_L1, "set"_L1, "Change an image"_L1, "PUT"_L1, "/firmware/{firmware}"_L1, Gives::Object, setFirmware},
    {"firmware"_L1, "remove"_L1, "Delete an image that no update needs"_L1, "DELETE"_L1, "/firmware/{firmware}"_L1,
     Gives::Nothing, onFirmware},
    {"updates"_L1, "list"_L1, "List a station's updates, newest first"_L1, "GET"_L1, "/stations/{id}/firmware"_L1,
     Gives::Page, pageOfStation, updateColumns},
    {"updates"_L1, "start"_L1, "Update a station"_L1, "POST"_L1, "/stations/{id}/firmware"_L1, Gives::Object, startUpdate},
    {"updates"_L1, "show"_L1, "Show one update"_L1, "GET"_L1, "/firmware-updates/{update}"_L1, Gives::Object, updateNumber},
    {"updates"_L1, "cancel"_L1, "Cancel an update"_L1, "DELETE"_L1, "/firmware-updates/{update}"_L1, Gives::Object,
     updateNumber},
    {"updates"_L1, "retry"_L1, "Do an update that is over once more"_L1, "POST"_L1, "/firmware-updates/{update}/retry"_L1,
     Gives::Object, updateNumber},
    {"rollouts"_L1, "list"_L1, "List roll-outs, newest first"_L1, "GET"_L1, "/rollouts"_L1, Gives::Page, page,
     rolloutColumns},
    {"rollouts"_L1, "start"_L1, "Update many stations, wave by wave"_L1, "POST"_L1, "/rollouts"_L1, Gives::Object,
     startRollout},
    {"rollouts"_L1, "show"_L1, "Show one roll-out with its updates"_L1, "GET"_L1, "/rollouts/{rollout}"_L1, Gives::Object,
     rolloutNumber},
    {"rollouts"_L1, "cancel"_L1, "Cancel what is not over"_L1, "DELETE"_L1, "/rollouts/{rollout}"_L1, Gives::Object,
     rolloutNumber},
    {"files"_L1, "list"_L1, "List a station's diagnostics and logs"_L1, "GET"_L1, "/stations/{id}/files"_L1, Gives::Page,
     pageOfStation, fileColumns},
    {"files"_L1, "request"_L1, "Have a station bring diagnostics or a log"_L1, "POST"_L1, "/stations/{id}/files"_L1,
     Gives::Object, requestFile},
    {"files"_L1, "retry"_L1, "Ask a station for a file again, with a new link"_L1, "POST"_L1,
     "/stations/{id}/files/{file}/retry"_L1, Gives::Object, onFile},
    {"files"_L1, "status"_L1, "Say what became of a file that was asked for"_L1, "GET"_L1, "/stations/{id}/files/{file}"_L1,
     Gives::Object, onFile},
    {"files"_L1, "show"_L1, "Print a file"_L1, "GET"_L1, "/stations/{id}/files/{file}/content"_L1, Gives::Text, onFile},
    {"files"_L1, "remove"_L1, "Delete a file"_L1, "DELETE"_L1, "/stations/{id}/files/{file}"_L1, Gives::Nothing, onFile},

    {"certificates"_L1, "list"_L1, "List the certificates that are known"_L1, "GET"_L1, "/certificates"_L1, Gives::Page,
     page, certificateColumns},
    {"certificates"_L1, "station"_L1, "List the roots that a station is to have, and has"_L1, "GET"_L1,
     "/stations/{id}/certificates"_L1, Gives::Page, pageOfStation, rootColumns},
    {"certificates"_L1, "install"_L1, "Have a root installed at a station, and kept so"_L1, "PUT"_L1,
     "/stations/{id}/certificates"_L1, Gives::Object, installRoot},
    {"certificates"_L1, "delete"_L1, "Have a root of a station deleted"_L1, "DELETE"_L1,
     "/stations/{id}/certificates/{certificate}"_L1, Gives::Nothing, onRoot},
    {"certificates"_L1, "refresh"_L1, "Have a station asked for the roots that it has"_L1, "POST"_L1,
     "/stations/{id}/certificates/refresh"_L1, Gives::Nothing, onStation},
    {"certificates"_L1, "ask"_L1, "Have a station make a request for a certificate of its own"_L1, "POST"_L1,
     "/stations/{id}/commands"_L1, Gives::Command, askStation, {}, false,
     R"({"action":"ExtendedTriggerMessage","payload":{"requestedMessage":"SignChargePointCertificate"}})"_L1},
    {"certificates"_L1, "requests"_L1, "List a station's requests for a certificate of its own, newest first"_L1, "GET"_L1,
     "/stations/{id}/certificate-requests"_L1, Gives::Page, pageOfStation, requestColumns},
    {"certificates"_L1, "send"_L1, "Send a station the certificate that it asked for"_L1, "POST"_L1,
     "/stations/{id}/certificates"_L1, Gives::Object, signedChain},
    {"security-events"_L1, "list"_L1, "List what a station told about its security, newest first"_L1, "GET"_L1,
     "/stations/{id}/security-events"_L1, Gives::Page, securityEvents, securityEventColumns},
    {"security-events"_L1, "acknowledge"_L1, "Settle an event, with all of its type that wait"_L1, "POST"_L1,
     "/stations/{id}/security-events/{event}/acknowledge"_L1, Gives::Object, onEvent},
    {"sites"_L1, "list"_L1, "List sites with load balancing"_L1, "GET"_L1, "/sites"_L1, Gives::Page, page, siteColumns},
    {"sites"_L1, "show"_L1, "Show a site: what flows, who gets what and why"_L1, "GET"_L1, "/sites/{name}"_L1,
     Gives::Object, onSite},
    {"sites"_L1, "set"_L1, "Enter a site, or replace it"_L1, "PUT"_L1, "/sites/{name}"_L1, Gives::Object, setSite},
    {"sites"_L1, "remove"_L1, "Leave a site's stations to themselves"_L1, "DELETE"_L1, "/sites/{name}"_L1, Gives::Nothing,
     onSite},
    {"contracts"_L1, "list"_L1, "List contracts for Plug & Charge"_L1, "GET"_L1, "/contracts"_L1, Gives::Page, page,
     contractColumns},
    {"contracts"_L1, "show"_L1, "Show one contract"_L1, "GET"_L1, "/contracts/{emaid}"_L1, Gives::Object, onContract},
    {"contracts"_L1, "set"_L1, "Enter a contract, or change it"_L1, "PUT"_L1, "/contracts/{emaid}"_L1, Gives::Object,
     setContract, {}, true},
    {"contracts"_L1, "remove"_L1, "Remove a contract"_L1, "DELETE"_L1, "/contracts/{emaid}"_L1, Gives::Nothing, onContract},
    {"plug-and-charge"_L1, "send"_L1, "Send a message of Plug & Charge to a station"_L1, "POST"_L1,
     "/stations/{id}/plug-and-charge"_L1, Gives::Command, sendVendor},
    {"plug-and-charge"_L1, "orders"_L1, "List the certificates that a station wants"_L1, "GET"_L1,
     "/stations/{id}/signing-orders"_L1, Gives::Page, pageOfStation, orderColumns},
    {"plug-and-charge"_L1, "certificate"_L1, "Bring the certificate for an order that waits"_L1, "POST"_L1,
     "/stations/{id}/signing-orders/{order}/certificate"_L1, Gives::Object, bringCertificate},
    {"plug-and-charge"_L1, "waiting"_L1, "List the orders of all stations on which you have to decide"_L1, "GET"_L1,
     "/signing-orders"_L1, Gives::Page, page, unsettledColumns},
    {"plug-and-charge"_L1, "refuse"_L1, "Have an order that waits not signed"_L1, "POST"_L1,
     "/stations/{id}/signing-orders/{order}/refuse"_L1, Gives::Object, onOrder},
    {"plug-and-charge"_L1, "retry"_L1, "Have an order that failed or was refused signed after all"_L1, "POST"_L1,
     "/stations/{id}/signing-orders/{order}/retry"_L1, Gives::Object, onOrder},

    {"knocks"_L1, "list"_L1, "List stations that were turned away"_L1, "GET"_L1, "/knocks"_L1, Gives::Page,
     page, knockColumns},
    {"knocks"_L1, "remove"_L1, "Forget one until it comes again"_L1, "DELETE"_L1, "/knocks/{station}"_L1, Gives::Nothing,
     onKnock},
    {"attention"_L1, "list"_L1, "List messages that could not be booked"_L1, "GET"_L1, "/attention"_L1,
     Gives::Page, attention, attentionColumns},
    {"attention"_L1, "resolve"_L1, "Settle one that waits"_L1, "POST"_L1, "/attention/{id}/resolve"_L1, Gives::Object,
     onParked},

    {"health"_L1, {}, "Say whether the engine works"_L1, "GET"_L1, "/health"_L1, Gives::Object},
    {"metrics"_L1, {}, "Print the figures for Prometheus"_L1, "GET"_L1, "/metrics"_L1, Gives::Text},
    {"events"_L1,
     {},
     "Print changes as they happen, until interrupted"_L1,
     "GET"_L1,
     "/events"_L1,
     Gives::Events},
};

struct NounHelp {
    QLatin1StringView noun;
    QLatin1StringView help;
};
constexpr NounHelp nouns[] = {
    {"stations"_L1, "Charge points"_L1},
    {"command"_L1, "What stations are to do"_L1},
    {"transactions"_L1, "Charging sessions"_L1},
    {"id-tags"_L1, "Tokens that start and stop sessions"_L1},
    {"configuration"_L1, "Configuration keys of a station"_L1},
    {"reconciliations"_L1, "What is desired of a station, and how far it is"_L1},
    {"local-list"_L1, "The local authorization list of a station"_L1},
    {"local-lists"_L1, "Local authorization lists for many stations"_L1},
    {"reservations"_L1, "Connectors kept free for a tag"_L1},
    {"charging-profiles"_L1, "Limits of power and current, in a library and at stations"_L1},
    {"firmware"_L1, "Files to hand out"_L1},
    {"updates"_L1, "Firmware updates of a station"_L1},
    {"rollouts"_L1, "Firmware updates of many stations"_L1},
    {"files"_L1, "Diagnostics and logs of a station"_L1},
    {"certificates"_L1, "Certificates of stations, and those that they trust in"_L1},
    {"security-events"_L1, "What stations tell about their security"_L1},
    {"sites"_L1, "Fuses, and the stations that share them"_L1},
    {"contracts"_L1, "Contracts for Plug & Charge"_L1},
    {"plug-and-charge"_L1, "ISO 15118 with a station: messages and certificates"_L1},
    {"knocks"_L1, "Stations that were turned away"_L1},
    {"attention"_L1, "What a person should look at"_L1},
};

} // namespace

std::span<const Verb> verbs()
{
    return table;
}

QString nounHelp(QLatin1StringView noun)
{
    const auto found = std::ranges::find(nouns, noun, &NounHelp::noun);
    return found == std::end(nouns) ? QString() : QString(found->help);
}

} // namespace ctl
