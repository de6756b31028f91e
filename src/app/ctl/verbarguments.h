// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the verbs take. Only for the table of verbs.
#include "app/ctl/verbs.h"

namespace ctl::arguments {

using namespace Qt::Literals::StringLiterals;
using Place = Argument::Place;
using Kind = Argument::Kind;

inline constexpr Argument stationId{"STATION"_L1, "id"_L1, "Its id"_L1, Place::Path, Kind::Text, true};
inline constexpr Argument transactionId{"TRANSACTION"_L1, "id"_L1,    "The transactionId"_L1,
                                        Place::Path,      Kind::Text, true};
inline constexpr Argument commandId{"COMMAND"_L1, "id"_L1, "Its number"_L1, Place::Path, Kind::Text, true};
inline constexpr Argument idTag{"TAG"_L1, "tag"_L1, "The idTag"_L1, Place::Path, Kind::Text, true};
inline constexpr Argument limit{"--limit"_L1, "limit"_L1, "At most this many, 1000 by default"_L1};
inline constexpr Argument after{"--after"_L1, "after"_L1, "Continue after this one"_L1};

inline constexpr Argument wait{"--wait"_L1, "wait"_L1, "Wait for the end, at most this many seconds"_L1};
inline constexpr Argument expiresIn{"--expires-in"_L1, "expiresIn"_L1,
                                    "Seconds that it may wait for the station; 0: now or never"_L1, Place::Body,
                                    Kind::Number};

inline constexpr Argument page[] = {limit, after};
inline constexpr Argument onStation[] = {stationId};
inline constexpr Argument pageOfStation[] = {stationId, limit, after};
inline constexpr Argument onTransaction[] = {transactionId};
inline constexpr Argument onCommand[] = {commandId};
inline constexpr Argument onTag[] = {idTag};

inline constexpr Argument setStation[] = {
    stationId,
    {"--registration"_L1, "registration"_L1, "accepted, pending or rejected"_L1, Place::Body},
    {"--security-profile"_L1, "securityProfile"_L1, "0 to 3"_L1, Place::Body, Kind::Number},
    {"--password"_L1, "password"_L1, "Visible to other users of this computer: rather use --password-file"_L1,
     Place::Body},
    {"--password-file"_L1, "password"_L1, "The first line of this file, - for the standard input"_L1, Place::Body,
     Kind::FirstLine},
    {"--description"_L1, "description"_L1, "Free text"_L1, Place::Body},
    {"--site"_L1, "site"_L1, "Where it stands"_L1, Place::Body},
    {"--call-timeout"_L1, "callTimeout"_L1, "Seconds that it may take to answer"_L1, Place::Body, Kind::Number},
    {"--tag-suffix"_L1, "tagSuffix"_L1, "What it appends to idTags, to be ignored"_L1, Place::Body},
};
inline constexpr Argument messages[] = {
    stationId, {"--since"_L1, "since"_L1, "From this time on, e.g. 2026-11-22T19:41:00Z"_L1}, limit, after};
inline constexpr Argument send[] = {
    stationId,
    {"ACTION"_L1, "action"_L1, "A message of OCPP 1.6, e.g. Reset"_L1, Place::Body, Kind::Text, true},
    {"PAYLOAD"_L1, "payload"_L1, "Its payload, e.g. '{\"type\":\"Soft\"}', or @FILE"_L1, Place::Body, Kind::Json},
    wait,
    expiresIn,
};
inline constexpr Argument transactions[] = {
    {"--station"_L1, "station"_L1, "Of this station only"_L1},
    {"--id-tag"_L1, "idTag"_L1, "Started with this tag only"_L1},
    {"--state"_L1, "state"_L1, "open or closed"_L1},
    {"--from"_L1, "from"_L1, "Started at this time or later"_L1},
    {"--to"_L1, "to"_L1, "Started before this time"_L1},
    limit,
    after,
};
inline constexpr Argument meterValues[] = {transactionId, limit, after};
inline constexpr Argument close[] = {
    transactionId, {"--reason"_L1, "reason"_L1, "Why it is closed by hand"_L1, Place::Body, Kind::Text, true}};
inline constexpr Argument onParked[] = {{"ID"_L1, "id"_L1, "Its number"_L1, Place::Path, Kind::Text, true},
                                        {"--resolution"_L1, "resolution"_L1, "What you decided"_L1, Place::Body}};
inline constexpr Argument onKnock[] = {
    {"STATION"_L1, "station"_L1, "As it called itself"_L1, Place::Path, Kind::Text, true}};
inline constexpr Argument setTag[] = {
    idTag,
    {"--status"_L1, "status"_L1, "Accepted or Blocked"_L1, Place::Body, Kind::Text, false, "Accepted"_L1},
    {"--expiry-date"_L1, "expiryDate"_L1, "A time, e.g. 2026-11-22T19:41:00Z"_L1, Place::Body},
    {"--parent-id-tag"_L1, "parentIdTag"_L1, "Tags with the same parent may stop each other's sessions"_L1,
     Place::Body},
    {"--max-concurrent"_L1, "maxConcurrent"_L1, "Transactions it may have open at once"_L1, Place::Body, Kind::Number},
    {"--name"_L1, "name"_L1, "Whose it is"_L1, Place::Body},
    {"--station"_L1, "stations"_L1, "Valid on this station; may be given several times"_L1, Place::Body,
     Kind::TextList},
};
inline constexpr Argument setKey[] = {
    stationId,
    {"KEY"_L1, "key"_L1, "The configuration key"_L1, Place::Path, Kind::Text, true},
    {"VALUE"_L1, "value"_L1, "What it is to become"_L1, Place::Body, Kind::Text, true},
};
inline constexpr Argument onKey[] = {
    stationId, {"KEY"_L1, "key"_L1, "The configuration key"_L1, Place::Path, Kind::Text, true}};
inline constexpr Argument onTopic[] = {
    stationId,
    {"TOPIC"_L1, "topic"_L1, "What is kept as desired, see list"_L1, Place::Path, Kind::Text, true},
};
inline constexpr Argument listName{"NAME"_L1, "name"_L1, "Its name"_L1, Place::Path, Kind::Text, true};
inline constexpr Argument onList[] = {listName};
inline constexpr Argument entriesOfList{
    "--entries"_L1, "entries"_L1,
    "Made by hand, of this file, - for the standard input: a table with the columns idTag, status, expiryDate and "
    "parentIdTag, or JSON"_L1,
    Place::Body, Kind::ListEntries};
inline constexpr Argument setList[] = {
    listName,
    {"--source"_L1, "source"_L1, "tags, if there are no entries: the idTags valid at a station"_L1, Place::Body},
    {"--group"_L1, "groups"_L1, "Only tags with this parent; may be given several times"_L1, Place::Body,
     Kind::TextList},
    entriesOfList,
};
inline constexpr Argument giveList[] = {
    stationId,
    {"--list"_L1, "list"_L1, "Name of a shared list"_L1, Place::Body},
    {"--source"_L1, "source"_L1, "tags: a list of its own, of the idTags valid there"_L1, Place::Body},
    {"--group"_L1, "groups"_L1, "Only tags with this parent; may be given several times"_L1, Place::Body,
     Kind::TextList},
    entriesOfList,
};
inline constexpr Argument askStation[] = {stationId, wait, expiresIn};
inline constexpr Argument makeReservation[] = {
    stationId,
    {"CONNECTOR"_L1, "payload.connectorId"_L1, "0: any one"_L1, Place::Body, Kind::Number, true},
    {"TAG"_L1, "payload.idTag"_L1, "For whom"_L1, Place::Body, Kind::Text, true},
    {"--until"_L1, "payload.expiryDate"_L1, "A time, e.g. 2026-11-22T19:41:00Z"_L1, Place::Body, Kind::Text, true},
    {"--parent-id-tag"_L1, "payload.parentIdTag"_L1, "Tags with this parent may use it too"_L1, Place::Body},
    {"--id"_L1, "payload.reservationId"_L1, "Its number; that of one that is there changes it"_L1, Place::Body,
     Kind::Number},
    wait,
    expiresIn,
};
inline constexpr Argument cancelReservation[] = {
    stationId,
    {"RESERVATION"_L1, "payload.reservationId"_L1, "Its number"_L1, Place::Body, Kind::Number, true},
    wait,
    expiresIn,
};
inline constexpr Argument reservations[] = {
    stationId, {"--status"_L1, "status"_L1, "Active, Used, Cancelled, Expired or Ended"_L1}, limit, after};
inline constexpr Argument onReservation[] = {
    {"STATION"_L1, "station"_L1, "Its id"_L1, Place::Path, Kind::Text, true},
    {"RESERVATION"_L1, "reservationId"_L1, "Its number"_L1, Place::Path, Kind::Text, true},
};
inline constexpr Argument emaid{"EMAID"_L1,  "emaid"_L1, "The account of the contract"_L1,
                                Place::Path, Kind::Text, true};
inline constexpr Argument onContract[] = {emaid};
inline constexpr Argument setContract[] = {
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
inline constexpr Argument sendVendor[] = {
    stationId,
    {"MESSAGE"_L1, "messageId"_L1, "E.g. GetInstalledCertificateIds"_L1, Place::Body, Kind::Text, true},
    {"PAYLOAD"_L1, "payload"_L1, "Its data, as JSON, or @FILE"_L1, Place::Body, Kind::Json},
    {"--vendor"_L1, "vendorId"_L1, "Whose form the station speaks, e.g. iso15118"_L1, Place::Body},
    wait,
    expiresIn,
};
inline constexpr Argument orderNumber{"ORDER"_L1,  "order"_L1, "Its number, see orders"_L1,
                                      Place::Path, Kind::Text, true};
inline constexpr Argument onOrder[] = {stationId, orderNumber};
inline constexpr Argument bringCertificate[] = {
    stationId,
    orderNumber,
    {"--file"_L1, "certificateChain"_L1, "PEM: the certificate, then who signed it"_L1, Place::Body, Kind::WholeFile,
     true},
};
inline constexpr Argument profileName{"NAME"_L1, "name"_L1, "Of the library"_L1, Place::Path, Kind::Text, true};
inline constexpr Argument onProfile[] = {profileName};
inline constexpr Argument siteName{"NAME"_L1, "name"_L1, "Of the site"_L1, Place::Path, Kind::Text, true};
inline constexpr Argument onSite[] = {siteName};
inline constexpr Argument setSite[] = {
    siteName,
    {"SITE"_L1,
     {},
     "As JSON, or @FILE: {\"fuses\": [{\"name\", \"amps\", \"parent\"?, ...}], \"members\": [{\"station\", "
     "\"fuse\", ...}]}"_L1,
     Place::Body,
     Kind::Json,
     true},
};
inline constexpr Argument setProfile[] = {
    profileName,
    {"PROFILE"_L1,
     {},
     "A ChargingProfile of OCPP 1.6 as JSON, with or without chargingProfileId, or @FILE"_L1,
     Place::Body,
     Kind::Json,
     true},
};
inline constexpr Argument applyProfile[] = {
    stationId,
    {"CONNECTOR"_L1, "connectorId"_L1, "0: the whole station, or all connectors"_L1, Place::Body, Kind::Number, true},
    {"NAME"_L1, "profile"_L1, "Of the library"_L1, Place::Body},
    {"--profile"_L1, "profile"_L1, "The profile itself, as JSON, or @FILE"_L1, Place::Body, Kind::Json},
};
inline constexpr Argument clearProfiles[] = {
    stationId,
    {"--id"_L1, "id"_L1, "The chargingProfileId; then the others do not matter"_L1},
    {"--connector"_L1, "connectorId"_L1, "Only of this connector"_L1},
    {"--purpose"_L1, "chargingProfilePurpose"_L1, "Only of this purpose"_L1},
    {"--stack-level"_L1, "stackLevel"_L1, "Only of this level"_L1},
};
inline constexpr Argument compositeSchedule[] = {
    stationId,
    {"--connector"_L1, "connectorId"_L1, "0, the grid connection, if it is not given; all: each connector"_L1},
    {"--duration"_L1, "duration"_L1, "How far ahead, in seconds; a day if it is not given"_L1},
    {"--unit"_L1, "chargingRateUnit"_L1, "A or W"_L1},
    {"--source"_L1, "source"_L1, "computed, if it is not given; station: it is asked now; kept: what it said last"_L1},
    {"--from"_L1, "from"_L1, "Computed from this time on; now, if it is not given"_L1},
    {"--profiles"_L1, "profiles"_L1, "Computed of those desired, if it is not given, or of those installed"_L1},
    {"--voltage"_L1, "voltage"_L1,
     "Computed with these volts of a phase; of its place in a site, or 230, if it is not given"_L1},
    {"--phases"_L1, "phases"_L1,
     "Computed with connectors of so many phases; of its place in a site, or 3, if it is not given"_L1},
    {"--wait"_L1, "wait"_L1, "Seconds that the station may take to answer, 30 if it is not given"_L1},
    {"--format"_L1, "format"_L1,
     "json, if it is not given; csv: a table; svg, png, pdf or xlsx: a file to hand over"_L1},
    {"--size"_L1, "size"_L1, "Of a picture as svg or png, in px, as in 1120x480"_L1},
};
inline constexpr Argument securityEvents[] = {
    stationId,
    {"--alarming"_L1, "alarming"_L1, "true: only critical and unknown ones"_L1},
    {"--waiting"_L1, "waiting"_L1, "true: only those that nobody has acknowledged"_L1},
    limit,
    after,
};
inline constexpr Argument onEvent[] = {stationId,
                                       {"EVENT"_L1, "event"_L1, "Its number"_L1, Place::Path, Kind::Text, true}};
inline constexpr Argument onRoot[] = {
    stationId, {"ROOT"_L1, "certificate"_L1, "Its number, see station"_L1, Place::Path, Kind::Text, true}};
inline constexpr Argument installRoot[] = {
    stationId,
    {"FILE"_L1, "certificate"_L1, "PEM, - for the standard input"_L1, Place::Body, Kind::WholeFile, true},
    {"--type"_L1, "certificateType"_L1, "CentralSystemRootCertificate or ManufacturerRootCertificate"_L1, Place::Body,
     Kind::Text, false, "CentralSystemRootCertificate"_L1},
};
inline constexpr Argument signedChain[] = {
    stationId,
    {"FILE"_L1, "certificateChain"_L1, "PEM, the station's own certificate first; - for the standard input"_L1,
     Place::Body, Kind::WholeFile, true},
    {"--request"_L1, "request"_L1, "The request that it is for; the latest if it is not given"_L1, Place::Body,
     Kind::Number},
};
inline constexpr Argument attention[] = {
    {"--station"_L1, "station"_L1, "Of this station only"_L1},
    {"--resolved"_L1, "resolved"_L1, "true: also what is done"_L1},
    limit,
    after,
};

inline constexpr Argument firmwareId{"FIRMWARE"_L1, "firmware"_L1, "The image's number"_L1,
                                     Place::Path,   Kind::Text,    true};
inline constexpr Argument onFirmware[] = {firmwareId};
inline constexpr Argument updateNumber[] = {{"UPDATE"_L1, "update"_L1, "Its number"_L1, Place::Path, Kind::Text, true}};
inline constexpr Argument rolloutNumber[] = {
    {"ROLLOUT"_L1, "rollout"_L1, "Its number"_L1, Place::Path, Kind::Text, true}};
inline constexpr Argument imageVersion{"--version"_L1, "version"_L1, "As a station's BootNotification says it"_L1,
                                       Place::Body};
inline constexpr Argument imageVendor{"--vendor"_L1, "vendor"_L1, "Only for stations of this vendor"_L1, Place::Body};
inline constexpr Argument imageModel{"--model"_L1, "model"_L1, "Only for stations of this model"_L1, Place::Body};
inline constexpr Argument imageSignature{"--signature-file"_L1, "signature"_L1,
                                         "The manufacturer's, base64, in one line"_L1, Place::Body, Kind::FirstLine};
inline constexpr Argument imageCertificate{"--certificate-file"_L1, "signingCertificate"_L1, "The signer's, PEM"_L1,
                                           Place::Body, Kind::WholeFile};
inline constexpr Argument addFirmware[] = {
    {"NAME"_L1, "name"_L1, "The file name that stations see"_L1, Place::Body, Kind::Text, true},
    imageVersion,
    imageVendor,
    imageModel,
    imageSignature,
    imageCertificate};
inline constexpr Argument uploadFirmware[] = {
    {"FILE"_L1, "name"_L1, "The image"_L1, Place::Body, Kind::UploadedFile, true},
    {"--name"_L1, "name"_L1, "The file name that stations see; that of the file by default"_L1, Place::Body},
    imageVersion,
    imageVendor,
    imageModel,
    imageSignature,
    imageCertificate};
inline constexpr Argument bringFirmware[] = {
    firmwareId, {"FILE"_L1, {}, "The image"_L1, Place::Upload, Kind::UploadedFile, true}};
inline constexpr Argument setFirmware[] = {
    firmwareId,      {"--name"_L1, "name"_L1, "The file name that stations see"_L1, Place::Body},
    imageVersion,    imageVendor,
    imageModel,      imageSignature,
    imageCertificate};
inline constexpr Argument whichFirmware{"--firmware"_L1, "firmware"_L1, "The image's number"_L1,
                                        Place::Body,     Kind::Number,  true};
inline constexpr Argument updateKind{"--kind"_L1, "kind"_L1, "plain or signed"_L1, Place::Body};
inline constexpr Argument retrieveDate{"--retrieve-date"_L1, "retrieveDate"_L1,
                                       "When stations may fetch it; at once by default"_L1, Place::Body};
inline constexpr Argument installDate{"--install-date"_L1, "installDate"_L1, "When they may install it; signed only"_L1,
                                      Place::Body};
inline constexpr Argument retries{"--retries"_L1, "retries"_L1, "How often the station is to try"_L1, Place::Body,
                                  Kind::Number};
inline constexpr Argument retryInterval{"--retry-interval"_L1, "retryInterval"_L1, "Seconds between two attempts"_L1,
                                        Place::Body, Kind::Number};
inline constexpr Argument startUpdate[] = {stationId,   whichFirmware, updateKind,   retrieveDate,
                                           installDate, retries,       retryInterval};
inline constexpr Argument startRollout[] = {whichFirmware,
                                            {"--wave"_L1, "waves"_L1,
                                             "Stations of one wave, separated by commas; may be given several times"_L1,
                                             Place::Body, Kind::ListOfLists, true},
                                            updateKind,
                                            retrieveDate,
                                            installDate,
                                            retries,
                                            retryInterval};
inline constexpr Argument requestFile[] = {
    stationId,
    {"--kind"_L1, "kind"_L1, "diagnostics, diagnosticsLog or securityLog"_L1, Place::Body},
    {"--from"_L1, "from"_L1, "Leave out what is older"_L1, Place::Body},
    {"--to"_L1, "to"_L1, "Leave out what is newer"_L1, Place::Body},
    retries,
    retryInterval};
inline constexpr Argument onFile[] = {stationId,
                                      {"FILE"_L1, "file"_L1, "Its number"_L1, Place::Path, Kind::Text, true}};

} // namespace ctl::arguments
