// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/verbs.h"

#include <algorithm>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

using Place = Argument::Place;
using Kind = Argument::Kind;
using Gives = Verb::Gives;

constexpr Argument stationId{"STATION"_L1, "id"_L1, "Its id"_L1, Place::Path, Kind::Text, true};
constexpr Argument transactionId{"TRANSACTION"_L1, "id"_L1,    "The transactionId"_L1,
                                 Place::Path,      Kind::Text, true};
constexpr Argument commandId{"COMMAND"_L1, "id"_L1, "Its number"_L1, Place::Path, Kind::Text, true};
constexpr Argument idTag{"TAG"_L1, "tag"_L1, "The idTag"_L1, Place::Path, Kind::Text, true};
constexpr Argument limit{"--limit"_L1, "limit"_L1, "At most this many, 1000 by default"_L1};
constexpr Argument after{"--after"_L1, "after"_L1, "Continue after this one"_L1};

constexpr Argument page[] = {limit, after};
constexpr Argument onStation[] = {stationId};
constexpr Argument pageOfStation[] = {stationId, limit, after};
constexpr Argument onTransaction[] = {transactionId};
constexpr Argument onCommand[] = {commandId};
constexpr Argument onTag[] = {idTag};

constexpr Argument setStation[] = {
    stationId,
    {"--registration"_L1, "registration"_L1, "accepted, pending or rejected"_L1, Place::Body},
    {"--security-profile"_L1, "securityProfile"_L1, "0 to 3"_L1, Place::Body, Kind::Number},
    {"--password"_L1, "password"_L1, "Visible to other users of this computer: rather use --password-file"_L1,
     Place::Body},
    {"--password-file"_L1, "password"_L1, "The first line of this file, - for the standard input"_L1,
     Place::Body, Kind::FirstLine},
    {"--description"_L1, "description"_L1, "Free text"_L1, Place::Body},
    {"--site"_L1, "site"_L1, "Where it stands"_L1, Place::Body},
    {"--call-timeout"_L1, "callTimeout"_L1, "Seconds that it may take to answer"_L1, Place::Body,
     Kind::Number},
    {"--tag-suffix"_L1, "tagSuffix"_L1, "What it appends to idTags, to be ignored"_L1, Place::Body},
};
constexpr Argument messages[] = {
    stationId, {"--since"_L1, "since"_L1, "From this time on, e.g. 2026-11-22T19:41:00Z"_L1}, limit, after};
constexpr Argument send[] = {
    stationId,
    {"ACTION"_L1, "action"_L1, "A message of OCPP 1.6, e.g. Reset"_L1, Place::Body, Kind::Text, true},
    {"PAYLOAD"_L1, "payload"_L1, "Its payload, e.g. '{\"type\":\"Soft\"}'"_L1, Place::Body, Kind::Json},
    {"--wait"_L1, "wait"_L1, "Wait for the end, at most this many seconds"_L1},
    {"--expires-in"_L1, "expiresIn"_L1, "Seconds that it may wait for the station; 0: now or never"_L1,
     Place::Body, Kind::Number},
};
constexpr Argument transactions[] = {
    {"--station"_L1, "station"_L1, "Of this station only"_L1},
    {"--id-tag"_L1, "idTag"_L1, "Started with this tag only"_L1},
    {"--state"_L1, "state"_L1, "open or closed"_L1},
    {"--from"_L1, "from"_L1, "Started at this time or later"_L1},
    {"--to"_L1, "to"_L1, "Started before this time"_L1},
    limit,
    after,
};
constexpr Argument meterValues[] = {transactionId, limit, after};
constexpr Argument close[] = {
    transactionId,
    {"--reason"_L1, "reason"_L1, "Why it is closed by hand"_L1, Place::Body, Kind::Text, true}};
constexpr Argument setTag[] = {
    idTag,
    {"--status"_L1, "status"_L1, "Accepted or Blocked"_L1, Place::Body, Kind::Text, false, "Accepted"_L1},
    {"--expiry-date"_L1, "expiryDate"_L1, "A time, e.g. 2026-11-22T19:41:00Z"_L1, Place::Body},
    {"--parent-id-tag"_L1, "parentIdTag"_L1, "Tags with the same parent may stop each other's sessions"_L1,
     Place::Body},
    {"--max-concurrent"_L1, "maxConcurrent"_L1, "Transactions it may have open at once"_L1, Place::Body,
     Kind::Number},
    {"--name"_L1, "name"_L1, "Whose it is"_L1, Place::Body},
    {"--station"_L1, "stations"_L1, "Valid on this station; may be given several times"_L1, Place::Body,
     Kind::TextList},
};
constexpr Argument setKey[] = {
    stationId,
    {"KEY"_L1, "key"_L1, "The configuration key"_L1, Place::Path, Kind::Text, true},
    {"VALUE"_L1, "value"_L1, "What it is to become"_L1, Place::Body, Kind::Text, true},
};
constexpr Argument onTopic[] = {
    stationId,
    {"TOPIC"_L1, "topic"_L1, "What is kept as desired, see list"_L1, Place::Path, Kind::Text, true},
};
constexpr Argument listName{"NAME"_L1, "name"_L1, "Its name"_L1, Place::Path, Kind::Text, true};
constexpr Argument onList[] = {listName};
constexpr Argument setList[] = {
    listName,
    {"--source"_L1, "source"_L1, "tags: the idTags valid at a station"_L1, Place::Body, Kind::Text,
     false, "tags"_L1},
    {"--group"_L1, "groups"_L1, "Only tags with this parent; may be given several times"_L1, Place::Body, Kind::TextList},
};
constexpr Argument giveList[] = {
    stationId,
    {"--list"_L1, "list"_L1, "Name of a shared list"_L1, Place::Body},
    {"--source"_L1, "source"_L1, "tags: a list of its own, of the idTags valid there"_L1, Place::Body},
    {"--group"_L1, "groups"_L1, "Only tags with this parent; may be given several times"_L1, Place::Body, Kind::TextList},
};
constexpr Argument reservations[] = {
    stationId, {"--status"_L1, "status"_L1, "Active, Used, Cancelled, Expired or Ended"_L1}, limit, after};
constexpr Argument onReservation[] = {
    {"STATION"_L1, "station"_L1, "Its id"_L1, Place::Path, Kind::Text, true},
    {"RESERVATION"_L1, "reservationId"_L1, "Its number"_L1, Place::Path, Kind::Text, true},
};
constexpr Argument emaid{"EMAID"_L1, "emaid"_L1, "The account of the contract"_L1, Place::Path, Kind::Text, true};
constexpr Argument onContract[] = {emaid};
constexpr Argument setContract[] = {
    emaid,
    {"--status"_L1, "status"_L1, "Accepted, Blocked or Cancelled"_L1, Place::Body, Kind::Text, false, "Accepted"_L1},
    {"--id-tag"_L1, "idTag"_L1, "To whom its sessions belong"_L1, Place::Body},
    {"--valid-until"_L1, "validUntil"_L1, "A time, e.g. 2026-11-22T19:41:00Z"_L1, Place::Body},
    {"--name"_L1, "name"_L1, "Whose it is"_L1, Place::Body},
    {"--hash-algorithm"_L1, "hashAlgorithm"_L1, "With the next three: only this certificate counts"_L1, Place::Body},
    {"--issuer-name-hash"_L1, "issuerNameHash"_L1, "In hex"_L1, Place::Body},
    {"--issuer-key-hash"_L1, "issuerKeyHash"_L1, "In hex"_L1, Place::Body},
    {"--serial-number"_L1, "serialNumber"_L1, "In hex"_L1, Place::Body},
    {"--certificate-answer"_L1, "certificateAnswer"_L1, "Told of its certificates without regard to responders"_L1,
     Place::Body},
};
constexpr Argument sendVendor[] = {
    stationId,
    {"MESSAGE"_L1, "messageId"_L1, "E.g. GetInstalledCertificateIds"_L1, Place::Body, Kind::Text, true},
    {"PAYLOAD"_L1, "payload"_L1, "Its data, as JSON"_L1, Place::Body, Kind::Json},
    {"--vendor"_L1, "vendorId"_L1, "Whose form the station speaks, e.g. iso15118"_L1, Place::Body},
    {"--wait"_L1, "wait"_L1, "Wait for the end, at most this many seconds"_L1},
    {"--expires-in"_L1, "expiresIn"_L1, "Seconds that it may wait for the station; 0: now or never"_L1, Place::Body,
     Kind::Number},
};
constexpr Argument bringCertificate[] = {
    stationId,
    {"ORDER"_L1, "order"_L1, "Its number, see orders"_L1, Place::Path, Kind::Text, true},
    {"--file"_L1, "certificateChain"_L1, "PEM: the certificate, then who signed it"_L1, Place::Body, Kind::WholeFile, true},
};
constexpr Argument profileName{"NAME"_L1, "name"_L1, "Of the library"_L1, Place::Path, Kind::Text, true};
constexpr Argument onProfile[] = {profileName};
constexpr Argument setProfile[] = {
    profileName,
    {"PROFILE"_L1, {}, "A ChargingProfile of OCPP 1.6 as JSON, with or without chargingProfileId"_L1, Place::Body, Kind::Json, true},
};
constexpr Argument applyProfile[] = {
    stationId,
    {"CONNECTOR"_L1, "connectorId"_L1, "0: the whole station, or all connectors"_L1, Place::Body, Kind::Number, true},
    {"NAME"_L1, "profile"_L1, "Of the library"_L1, Place::Body},
    {"--profile"_L1, "profile"_L1, "The profile itself, as JSON"_L1, Place::Body, Kind::Json},
};
constexpr Argument clearProfiles[] = {
    stationId,
    {"--id"_L1, "id"_L1, "The chargingProfileId; then the others do not matter"_L1},
    {"--connector"_L1, "connectorId"_L1, "Only of this connector"_L1},
    {"--purpose"_L1, "chargingProfilePurpose"_L1, "Only of this purpose"_L1},
    {"--stack-level"_L1, "stackLevel"_L1, "Only of this level"_L1},
};
constexpr Argument compositeSchedule[] = {
    stationId,
    {"--connector"_L1, "connectorId"_L1, "0, the grid connection, if it is not given"_L1},
    {"--duration"_L1, "duration"_L1, "How far ahead, in seconds; a day if it is not given"_L1},
    {"--unit"_L1, "chargingRateUnit"_L1, "A or W"_L1},
    {"--source"_L1, "source"_L1, "station: it is asked now; kept: what it said last"_L1},
    {"--wait"_L1, "wait"_L1, "Seconds that the station may take to answer, 30 if it is not given"_L1},
};
constexpr Argument securityEvents[] = {
    stationId,
    {"--alarming"_L1, "alarming"_L1, "true: only critical and unknown ones"_L1},
    {"--waiting"_L1, "waiting"_L1, "true: only those that nobody has acknowledged"_L1},
    limit,
    after,
};
constexpr Argument onEvent[] = {stationId,
                                {"EVENT"_L1, "event"_L1, "Its number"_L1, Place::Path, Kind::Text, true}};
constexpr Argument onRoot[] = {stationId,
                               {"ROOT"_L1, "certificate"_L1, "Its number, see station"_L1, Place::Path, Kind::Text, true}};
constexpr Argument installRoot[] = {
    stationId,
    {"FILE"_L1, "certificate"_L1, "PEM, - for the standard input"_L1, Place::Body, Kind::WholeFile, true},
    {"--type"_L1, "certificateType"_L1, "CentralSystemRootCertificate or ManufacturerRootCertificate"_L1, Place::Body,
     Kind::Text, false, "CentralSystemRootCertificate"_L1},
};
constexpr Argument signedChain[] = {
    stationId,
    {"FILE"_L1, "certificateChain"_L1, "PEM, the station's own certificate first; - for the standard input"_L1, Place::Body,
     Kind::WholeFile, true},
    {"--request"_L1, "request"_L1, "The request that it is for; the latest if it is not given"_L1, Place::Body,
     Kind::Number},
};
constexpr Argument attention[] = {
    {"--station"_L1, "station"_L1, "Of this station only"_L1},
    {"--resolved"_L1, "resolved"_L1, "true: also what is done"_L1},
    limit,
    after,
};

constexpr Argument firmwareId{"FIRMWARE"_L1, "firmware"_L1, "The image's number"_L1, Place::Path, Kind::Text, true};
constexpr Argument onFirmware[] = {firmwareId};
constexpr Argument updateNumber[] = {{"UPDATE"_L1, "update"_L1, "Its number"_L1, Place::Path, Kind::Text, true}};
constexpr Argument rolloutNumber[] = {{"ROLLOUT"_L1, "rollout"_L1, "Its number"_L1, Place::Path, Kind::Text, true}};
constexpr Argument imageVersion{"--version"_L1, "version"_L1, "As a station's BootNotification says it"_L1, Place::Body};
constexpr Argument imageVendor{"--vendor"_L1, "vendor"_L1, "Only for stations of this vendor"_L1, Place::Body};
constexpr Argument imageModel{"--model"_L1, "model"_L1, "Only for stations of this model"_L1, Place::Body};
constexpr Argument imageSignature{"--signature-file"_L1, "signature"_L1, "The manufacturer's, base64, in one line"_L1,
                                  Place::Body, Kind::FirstLine};
constexpr Argument imageCertificate{"--certificate-file"_L1, "signingCertificate"_L1, "The signer's, PEM"_L1, Place::Body,
                                    Kind::WholeFile};
constexpr Argument addFirmware[] = {
    {"NAME"_L1, "name"_L1, "The file name that stations see"_L1, Place::Body, Kind::Text, true},
    imageVersion, imageVendor, imageModel, imageSignature, imageCertificate};
constexpr Argument setFirmware[] = {firmwareId,
                                    {"--name"_L1, "name"_L1, "The file name that stations see"_L1, Place::Body},
                                    imageVersion, imageVendor, imageModel, imageSignature, imageCertificate};
constexpr Argument whichFirmware{"--firmware"_L1, "firmware"_L1, "The image's number"_L1, Place::Body, Kind::Number, true};
constexpr Argument updateKind{"--kind"_L1, "kind"_L1, "plain or signed"_L1, Place::Body};
constexpr Argument retrieveDate{"--retrieve-date"_L1, "retrieveDate"_L1, "When stations may fetch it; at once by default"_L1,
                                Place::Body};
constexpr Argument installDate{"--install-date"_L1, "installDate"_L1, "When they may install it; signed only"_L1,
                               Place::Body};
constexpr Argument retries{"--retries"_L1, "retries"_L1, "How often the station is to try"_L1, Place::Body, Kind::Number};
constexpr Argument retryInterval{"--retry-interval"_L1, "retryInterval"_L1, "Seconds between two attempts"_L1, Place::Body,
                                 Kind::Number};
constexpr Argument startUpdate[] = {stationId,   whichFirmware, updateKind,   retrieveDate,
                                    installDate, retries,       retryInterval};
constexpr Argument startRollout[] = {
    whichFirmware,
    {"--wave"_L1, "waves"_L1, "Stations of one wave, separated by commas; may be given several times"_L1, Place::Body,
     Kind::ListOfLists, true},
    updateKind, retrieveDate, installDate, retries, retryInterval};
constexpr Argument requestFile[] = {
    stationId,
    {"--kind"_L1, "kind"_L1, "diagnostics, diagnosticsLog or securityLog"_L1, Place::Body},
    {"--from"_L1, "from"_L1, "Leave out what is older"_L1, Place::Body},
    {"--to"_L1, "to"_L1, "Leave out what is newer"_L1, Place::Body},
    retries, retryInterval};
constexpr Argument onFile[] = {stationId,
                               {"FILE"_L1, "file"_L1, "Its number"_L1, Place::Path, Kind::Text, true}};

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
constexpr Column orderColumns[] = {{"ORDER"_L1, "id"_L1},       {"FOR"_L1, "certificateType"_L1}, {"STATE"_L1, "state"_L1},
                                   {"REASON"_L1, "reason"_L1},  {"TRIES"_L1, "tries"_L1},         {"NEXT TRY"_L1, "nextTry"_L1},
                                   {"ASKED"_L1, "received"_L1}, {"ENDED"_L1, "ended"_L1}};
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

    {"reconciliations"_L1, "list"_L1, "Say how far a station is from what is desired"_L1, "GET"_L1,
     "/stations/{id}/reconciliations"_L1, Gives::Page, pageOfStation, reconciliationColumns},
    {"reconciliations"_L1, "pause"_L1, "Show what differs, but leave it so"_L1, "POST"_L1,
     "/stations/{id}/reconciliations/{topic}/pause"_L1, Gives::Object, onTopic},
    {"reconciliations"_L1, "resume"_L1, "Work off what differs"_L1, "POST"_L1,
     "/stations/{id}/reconciliations/{topic}/resume"_L1, Gives::Object, onTopic},
    {"reconciliations"_L1, "retry"_L1, "Try again what was given up"_L1, "POST"_L1,
     "/stations/{id}/reconciliations/{topic}/retry"_L1, Gives::Object, onTopic},

    {"local-list"_L1, "show"_L1, "Show the list a station shall have, and what it has"_L1, "GET"_L1,
     "/stations/{id}/local-list"_L1, Gives::Object, onStation},
    {"local-list"_L1, "set"_L1, "Give a station a list"_L1, "PUT"_L1, "/stations/{id}/local-list"_L1, Gives::Object,
     giveList},
    {"local-list"_L1, "sync"_L1, "Bring a station's list to what is desired, now"_L1, "POST"_L1,
     "/stations/{id}/local-list/sync"_L1, Gives::Object, onStation},
    {"local-lists"_L1, "list"_L1, "List the shared lists"_L1, "GET"_L1, "/local-lists"_L1, Gives::Page, page,
     listColumns},
    {"local-lists"_L1, "show"_L1, "Show one shared list"_L1, "GET"_L1, "/local-lists/{name}"_L1, Gives::Object, onList},
    {"local-lists"_L1, "set"_L1, "Enter a shared list made of idTags"_L1, "PUT"_L1, "/local-lists/{name}"_L1,
     Gives::Object, setList},
    {"local-lists"_L1, "remove"_L1, "Remove a shared list; stations keep what they have"_L1, "DELETE"_L1,
     "/local-lists/{name}"_L1, Gives::Nothing, onList},

    {"reservations"_L1, "list"_L1, "List a station's reservations, newest first"_L1, "GET"_L1,
     "/stations/{id}/reservations"_L1, Gives::Page, reservations, reservationColumns},
    {"reservations"_L1, "show"_L1, "Show one reservation"_L1, "GET"_L1,
     "/reservations/{station}/{reservationId}"_L1, Gives::Object, onReservation},

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
    {"firmware"_L1, "set"_L1, "Change an image"_L1, "PUT"_L1, "/firmware/{firmware}"_L1, Gives::Object, setFirmware},
    {"firmware"_L1, "remove"_L1, "Delete an image that no update needs"_L1, "DELETE"_L1, "/firmware/{firmware}"_L1,
     Gives::Nothing, onFirmware},
    {"updates"_L1, "list"_L1, "List a station's updates, newest first"_L1, "GET"_L1, "/stations/{id}/firmware"_L1,
     Gives::Page, pageOfStation, updateColumns},
    {"updates"_L1, "start"_L1, "Update a station"_L1, "POST"_L1, "/stations/{id}/firmware"_L1, Gives::Object, startUpdate},
    {"updates"_L1, "show"_L1, "Show one update"_L1, "GET"_L1, "/firmware-updates/{update}"_L1, Gives::Object, updateNumber},
    {"updates"_L1, "cancel"_L1, "Cancel an update"_L1, "DELETE"_L1, "/firmware-updates/{update}"_L1, Gives::Object,
     updateNumber},
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
    {"certificates"_L1, "requests"_L1, "List a station's requests for a certificate of its own, newest first"_L1, "GET"_L1,
     "/stations/{id}/certificate-requests"_L1, Gives::Page, pageOfStation, requestColumns},
    {"certificates"_L1, "send"_L1, "Send a station the certificate that it asked for"_L1, "POST"_L1,
     "/stations/{id}/certificates"_L1, Gives::Object, signedChain},
    {"security-events"_L1, "list"_L1, "List what a station told about its security, newest first"_L1, "GET"_L1,
     "/stations/{id}/security-events"_L1, Gives::Page, securityEvents, securityEventColumns},
    {"security-events"_L1, "acknowledge"_L1, "Settle an event, with all of its type that wait"_L1, "POST"_L1,
     "/stations/{id}/security-events/{event}/acknowledge"_L1, Gives::Object, onEvent},
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

    {"knocks"_L1, "list"_L1, "List stations that were turned away"_L1, "GET"_L1, "/knocks"_L1, Gives::Page,
     page, knockColumns},
    {"attention"_L1, "list"_L1, "List messages that could not be booked"_L1, "GET"_L1, "/attention"_L1,
     Gives::Page, attention, attentionColumns},

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
