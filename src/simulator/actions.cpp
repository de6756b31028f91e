// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/actions.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

Trouble troubleOf(const Parameters &p)
{
    using Code = ocpp::ChargePointErrorCode;
    return {ocpp::fromString<Code>(p.text(u"code"_s)).value_or(Code::OtherError), p.text(u"info"_s),
            p.text(u"vendorCode"_s)};
}

void setSuspended(Station &station, const Parameters &p, bool suspended)
{
    const std::optional<double> watts = suspended ? std::optional(0.0) : std::nullopt;
    if (p.text(u"by"_s) != "evse"_L1)
        station.setDemand(p.connector(), watts);
    if (p.text(u"by"_s) != "ev"_L1)
        station.setOffer(p.connector(), watts);
}

void setBehaviour(Station &station, const Parameters &p)
{
    if (const auto behaviour = parseBehaviour(p.text(u"as"_s, u"accept"_s)))
        station.setBehaviour(p.text(u"action"_s, u"*"_s), *behaviour);
}

void setFileManner(Station &station, const Parameters &p)
{
    if (const auto manner = parseFileManner(p.text(u"as"_s, u"good"_s)))
        station.setFileManner(*manner);
}

void setCertificateManner(Station &station, const Parameters &p)
{
    if (const auto manner = parseCertificateManner(p.text(u"as"_s, u"good"_s)))
        station.setCertificateManner(*manner);
}

void setPlugAndChargeForm(Station &station, const Parameters &p)
{
    if (const auto form = parsePlugAndChargeForm(p.text(u"as"_s, u"current"_s)))
        station.setPlugAndChargeForm(*form);
}

QString behaviourObjection(const QString &as)
{
    const auto behaviour = parseBehaviour(as);
    return behaviour ? QString() : behaviour.error();
}

template<auto parse> QString mannerObjection(const QString &as)
{
    return parse(as) ? QString() : u"there is no \"%1\" for \"as\""_s.arg(as);
}

bool hasStatus(const Station &station, const Parameters &p)
{
    const auto status = station.status(int(p.number(u"connector"_s, 1)));
    return status && p.text(u"is"_s) == ocpp::toString(*status);
}

bool hasTransaction(const Station &station, const Parameters &p)
{
    // Acknowledged: with the id of the central system.
    const TransactionPtr transaction = station.transaction(int(p.number(u"connector"_s, 1)));
    return transaction && transaction->id;
}

constexpr ActionRow actionTable[] = {
    {"plug"_L1, "connector battery soc target kw phases"_L1, "A car is plugged in."_L1,
     [](Station &s, const Parameters &p) { s.plugIn(p.connector(), p.vehicle()); }, nullptr},
    {"unplug"_L1, "connector"_L1, "The car is unplugged, whatever goes on."_L1,
     [](Station &s, const Parameters &p) { s.unplug(p.connector()); }, nullptr},
    {"authorize"_L1, "connector tag"_L1, "A tag is shown: to start, or to stop."_L1,
     [](Station &s, const Parameters &p) { s.presentTag(p.connector(), p.tag()); }, nullptr},
    {"stop"_L1, "connector"_L1, "The tag that started the transaction is shown again."_L1,
     [](Station &s, const Parameters &p) { s.stopLocally(p.connector()); }, nullptr},
    {"emergencyStop"_L1, "connector"_L1, "The emergency button is pressed."_L1,
     [](Station &s, const Parameters &p) { s.emergencyStop(p.connector()); }, nullptr},
    {"setPower"_L1, "connector kw"_L1, "The car takes this power; without kw what it wants."_L1,
     [](Station &s, const Parameters &p) { s.setDemand(p.connector(), p.watts(u"kw"_s)); }, nullptr},
    {"setLimit"_L1, "connector kw"_L1, "The outlet offers this power; without kw all it has."_L1,
     [](Station &s, const Parameters &p) { s.setOffer(p.connector(), p.watts(u"kw"_s)); }, nullptr},
    {"suspend"_L1, "connector by"_L1, "Charging pauses, by \"ev\" or \"evse\" or both."_L1,
     [](Station &s, const Parameters &p) { setSuspended(s, p, true); }, nullptr},
    {"resume"_L1, "connector by"_L1, "The pause is over."_L1,
     [](Station &s, const Parameters &p) { setSuspended(s, p, false); }, nullptr},
    {"setRegister"_L1, "connector kwh"_L1, "The energy meter shows something else from now on."_L1,
     [](Station &s, const Parameters &p) { s.setRegister(p.connector(), 1000 * p.number(u"kwh"_s, 0)); }, nullptr},
    {"fault"_L1, "connector code info vendorCode"_L1, "A fault keeps the connector from charging; 0: the station."_L1,
     [](Station &s, const Parameters &p) { s.fault(p.connector(), troubleOf(p)); }, nullptr},
    {"clearFault"_L1, "connector"_L1, "The fault or warning is gone."_L1,
     [](Station &s, const Parameters &p) { s.clearFault(p.connector()); }, nullptr},
    {"warn"_L1, "connector code info vendorCode"_L1, "Something is wrong, charging goes on."_L1,
     [](Station &s, const Parameters &p) { s.warn(p.connector(), troubleOf(p)); }, nullptr},
    {"jam"_L1, "connector on"_L1, "The cable lock does not open any more."_L1,
     [](Station &s, const Parameters &p) { s.setJammed(p.connector(), p.flag(u"on"_s, true)); }, nullptr},
    {"offline"_L1, ""_L1, "The network is cut."_L1, [](Station &s, const Parameters &) { s.goOffline(); }, nullptr},
    {"online"_L1, ""_L1, "The network is back."_L1, [](Station &s, const Parameters &) { s.goOnline(); }, nullptr},
    {"reset"_L1, ""_L1, "The station restarts by itself, reason Reboot."_L1,
     [](Station &s, const Parameters &) { s.reboot(); }, nullptr},
    {"factoryReset"_L1, ""_L1,
     "The station restarts with factory settings: configuration, local list, reservations, charging profiles and certificates are forgotten."_L1,
     [](Station &s, const Parameters &) { s.resetToFactory(); }, nullptr},
    {"powerLoss"_L1, "for"_L1, "No mains for so many seconds."_L1,
     [](Station &s, const Parameters &p) { s.losePower(p.span(u"for"_s, 10)); }, nullptr},
    {"dataTransfer"_L1, "vendorId messageId data"_L1, "A vendor's message is sent."_L1,
     [](Station &s, const Parameters &p) {
         s.sendData(p.text(u"vendorId"_s, s.options().vendor), p.text(u"messageId"_s), p.text(u"data"_s));
     },
     nullptr},
    {"configure"_L1, "key value"_L1, "A configuration key is set at the station itself."_L1,
     [](Station &s, const Parameters &p) { s.configure(p.text(u"key"_s), p.text(u"value"_s)); }, nullptr},
    {"behave"_L1, "action as"_L1, "From now on such requests are answered like this: reject, error:CODE, ..."_L1,
     [](Station &s, const Parameters &p) { setBehaviour(s, p); }, nullptr, behaviourObjection},
    {"files"_L1, "as"_L1,
     "How it goes about firmware and logs: good, downloadFails, installFails, invalidSignature, invalidCertificate, "
     "noStatus, stuck, uploadFails, none."_L1,
     [](Station &s, const Parameters &p) { setFileManner(s, p); }, nullptr, mannerObjection<parseFileManner>},
    {"certificates"_L1, "as"_L1, "How it goes about certificates: good, forgetful, none."_L1,
     [](Station &s, const Parameters &p) { setCertificateManner(s, p); }, nullptr, mannerObjection<parseCertificateManner>},
    {"signCertificate"_L1, ""_L1, "It makes a new key and asks for a certificate."_L1,
     [](Station &s, const Parameters &) { s.requestCertificate(); }, nullptr},
    {"securityEvent"_L1, "type techInfo"_L1, "It tells of a security event, also later."_L1,
     [](Station &s, const Parameters &p) {
         s.tellSecurityEvent(p.text(u"type"_s, u"TamperDetectionActivated"_s), p.text(u"techInfo"_s));
     },
     nullptr},
    {"plugAndCharge"_L1, "as"_L1, "In whose form it speaks Plug & Charge: current, older, none."_L1,
     [](Station &s, const Parameters &p) { setPlugAndChargeForm(s, p); }, nullptr, mannerObjection<parsePlugAndChargeForm>},
    {"contract"_L1, "connector emaid responder"_L1, "The plugged car identifies itself: Plug & Charge."_L1,
     [](Station &s, const Parameters &p) {
         s.presentContract(p.connector(), p.text(u"emaid"_s), p.text(u"responder"_s));
     },
     nullptr},
    {"certificateStatus"_L1, "emaid responder"_L1, "It asks whether the certificate of a car was revoked."_L1,
     [](Station &s, const Parameters &p) { s.askCertificateStatus(p.text(u"emaid"_s), p.text(u"responder"_s)); },
     nullptr},
    {"evCertificate"_L1, "exi"_L1, "It asks for a contract certificate for the car, base64."_L1,
     [](Station &s, const Parameters &p) { s.askEvCertificate(p.text(u"exi"_s, u"AA=="_s)); }, nullptr},
    {"signV2gCertificate"_L1, ""_L1, "It asks for a certificate for the line to the car."_L1,
     [](Station &s, const Parameters &) { s.requestV2gCertificate(); }, nullptr},
    {"wait"_L1, ""_L1, "Nothing; for the time before the next step."_L1, [](Station &, const Parameters &) {}, nullptr},

    {"awaitAccepted"_L1, "boots timeout"_L1, "Until the central system has accepted the station (so many times)."_L1,
     nullptr,
     [](const Station &s, const Parameters &p) {
         return s.isAccepted() && s.bootsAccepted() >= int(p.number(u"boots"_s, 1));
     }},
    {"awaitOnline"_L1, "timeout"_L1, "Until requests can be sent."_L1, nullptr,
     [](const Station &s, const Parameters &) { return s.isOnline(); }},
    {"awaitStatus"_L1, "connector is timeout"_L1, "Until the connector has this status."_L1, nullptr, hasStatus},
    {"awaitTransaction"_L1, "connector timeout"_L1, "Until a transaction has its id."_L1, nullptr, hasTransaction},
    {"awaitNoTransaction"_L1, "connector timeout"_L1, "Until no transaction runs."_L1, nullptr,
     [](const Station &s, const Parameters &p) { return !s.transaction(int(p.number(u"connector"_s, 1))); }},
    {"awaitDelivered"_L1, "timeout"_L1, "Until everything has been sent and answered."_L1, nullptr,
     [](const Station &s, const Parameters &) { return s.isOnline() && s.isQuiet(); }},
};

} // namespace

std::span<const ActionRow> actions()
{
    return actionTable;
}

const ActionRow *findAction(const QString &name)
{
    const auto found = std::find_if(std::begin(actionTable), std::end(actionTable),
                                    [&](const ActionRow &row) { return name == row.name; });
    return found == std::end(actionTable) ? nullptr : found;
}

} // namespace simulator
