// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/station.h"

#include "simulator/framelog.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using ocpp::Reason;

Station::Station(StationOptions options, Timeline &timeline, Journal &journal)
    : options_(std::move(options)), timeline_(timeline), journal_(journal), blocks_(options_, timeline, journal),
      requests_(timeline, options_, journal, blocks_), power_(timeline), darkness_(options_.rebootDuration)
{
    wire();
}

void Station::wire()
{
    Blocks &b = blocks_;
    b.connection.opened.listen([this] { blocks_.booting.lineOpened(); });
    b.connection.closed.listen([this] {
        blocks_.booting.lineLost();
        blocks_.caller.lineLost();
        blocks_.heartbeats.stop();
        changed();
    });
    b.connection.received.listen([this](const QByteArray &text) { received(text); });
    b.booting.accepted.listen([this] { accepted(); });
    b.booting.resumed.listen([this] { resumed(); });
    b.resetting.switchOff.listen([this](bool takesLeave) { goDark(takesLeave); });
    b.configuration.changed.listen([this](QLatin1StringView key) { keyChanged(key); });
    b.queue.emptied.listen([this] { blocks_.resetting.look(); });
    b.transactions.began.listen([this](const TransactionPtr &) { ++transactionsBegun_; });
    b.transactions.acknowledged.listen([this](const TransactionPtr &) { changed(); });
    b.transactions.ended.listen([this](const TransactionPtr &) { changed(); });
    b.reports.changed.listen([this](Connector &connector) {
        blocks_.usage.limitPreparing(connector);
        blocks_.reservations.statusChanged(connector);
        changed();
    });
    b.caller.settled.listen([this] { changed(); });
}

void Station::switchOn()
{
    blocks_.resetting.finished();
    blocks_.booting.restart();
    applyConfiguration();
    if (blocks_.certificates.isKnown())
        blocks_.certificates.tell(u"StartupOfTheDevice"_s);
    // 9.1.34: only effective after a reboot here, to have a key that says RebootRequired.
    blocks_.connection.setPingInterval(blocks_.configuration.seconds("WebSocketPingInterval"_L1));
    if (lineWanted_)
        blocks_.connection.open();
}

void Station::goDark(bool takesLeave)
{
    journal_.note(options_.id, u"restarting"_s);
    if (takesLeave)
        blocks_.connection.close();
    else
        blocks_.connection.cut();
    blocks_.files.switchedOff();
    blocks_.booting.restart();
    power_.start(std::exchange(darkness_, options_.rebootDuration), [this] { switchOn(); });
}

void Station::reboot()
{
    blocks_.resetting.restart(Reason::Reboot, true);
}

void Station::resetToFactory()
{
    if (blocks_.resetting.isUnderWay())
        return;
    blocks_.configuration.restore();
    blocks_.profiles.forget();
    blocks_.localList.clear();
    blocks_.reservations.clear();
    blocks_.certificates.forget();
    blocks_.plugAndCharge.forget();
    reboot();
}

void Station::losePower(std::chrono::milliseconds duration)
{
    if (blocks_.resetting.isUnderWay())
        return;
    darkness_ = duration;
    blocks_.resetting.restart(Reason::PowerLoss, false);
}

void Station::goOffline()
{
    lineWanted_ = false;
    blocks_.connection.cut();
    blocks_.files.setNetwork(false);
}

void Station::goOnline()
{
    lineWanted_ = true;
    blocks_.files.setNetwork(true);
    if (!power_.isSet() && !blocks_.connection.isOpen())
        blocks_.connection.open();
}

void Station::leave()
{
    lineWanted_ = false;
    power_.stop();
    blocks_.connection.close();
    blocks_.files.switchedOff();
}

void Station::accepted()
{
    ++bootsAccepted_;
    blocks_.heartbeats.start();
    blocks_.reports.tellAll(); // E 3.22
    blocks_.files.booted();
    blocks_.certificates.accepted();
    blocks_.queue.resume();
    changed();
}

void Station::resumed()
{
    blocks_.heartbeats.start();
    blocks_.reports.tellChanges();
    blocks_.certificates.accepted();
    blocks_.queue.resume();
    changed();
}

void Station::applyConfiguration()
{
    blocks_.caller.setTimeout(blocks_.configuration.seconds("MessageTimeout"_L1));
    blocks_.metering.replan();
}

void Station::keyChanged(QLatin1StringView key)
{
    blocks_.metering.keyChanged(key);
    if (key == "MessageTimeout"_L1)
        blocks_.caller.setTimeout(blocks_.configuration.seconds(key));
    if (key == "HeartbeatInterval"_L1 && isOnline())
        blocks_.heartbeats.start();
    if (key == "AuthorizationKey"_L1) {
        // W A01: the new password holds from the next connection on, which is made at once.
        blocks_.connection.setPassword(blocks_.configuration.authorizationKey());
        blocks_.connection.reopen();
    }
}

void Station::received(const QByteArray &text)
{
    const auto frame = ocpp::parseFrame(text);
    if (!frame) {
        receivedGarbage(frame.error(), text);
    } else if (frame->type == ocpp::MessageType::Call) {
        requests_.arrived(*frame);
    } else {
        receivedAnswer(*frame, text);
    }
}

void Station::receivedGarbage(const ocpp::BadFrame &frame, const QByteArray &text)
{
    if (frame.answerable) {
        logAsReceived(journal_, {options_.id, timeline_.now(), false}, text);
        requests_.arrived(frame);
        return;
    }
    // An answer that makes no sense ends the call all the same.
    ocpp::Frame error;
    error.type = ocpp::MessageType::CallError;
    error.messageId = frame.messageId;
    error.errorCode = ocpp::toString(frame.fault.code);
    error.errorDescription = frame.fault.text;
    receivedAnswer(error, text);
}

void Station::receivedAnswer(const ocpp::Frame &frame, const QByteArray &text)
{
    logAsReceived(journal_, {options_.id, timeline_.now(), false}, text);
    if (!blocks_.caller.settle(frame))
        journal_.note(options_.id, u"an answer that nobody waits for, id %1"_s.arg(frame.messageId));
}

template<class F>
void Station::change(int connector, F function)
{
    Connector *outlet = blocks_.connectors.outlet(connector);
    if (!outlet)
        return;
    blocks_.metering.catchUp(*outlet);
    function(*outlet);
    changed();
}

void Station::plugIn(int connector, const Vehicle &vehicle)
{
    change(connector, [&](Connector &outlet) { blocks_.usage.plugIn(outlet, vehicle); });
}

void Station::unplug(int connector)
{
    change(connector, [&](Connector &outlet) { blocks_.usage.unplug(outlet); });
}

void Station::presentTag(int connector, const QString &idTag)
{
    change(connector, [&](Connector &outlet) { blocks_.usage.presentTag(outlet, idTag); });
}

void Station::presentContract(int connector, const QString &emaid, const QString &responder)
{
    blocks_.plugAndCharge.authorize(emaid, responder, [this, connector, emaid](bool isAccepted) {
        if (isAccepted)
            change(connector, [&](Connector &outlet) { blocks_.usage.acceptContract(outlet, emaid); });
    });
}

void Station::stopLocally(int connector)
{
    if (const TransactionPtr running = transaction(connector))
        presentTag(connector, running->idTag);
}

void Station::emergencyStop(int connector)
{
    change(connector, [&](Connector &outlet) { blocks_.transactions.stop(outlet, Reason::EmergencyStop); });
}

void Station::setDemand(int connector, std::optional<double> watts)
{
    change(connector, [&](Connector &outlet) {
        outlet.meter.demand(watts);
        blocks_.transactions.refresh(outlet);
    });
}

void Station::setOffer(int connector, std::optional<double> watts)
{
    change(connector, [&](Connector &outlet) {
        outlet.meter.offer(watts);
        blocks_.transactions.refresh(outlet);
    });
}

void Station::setRegister(int connector, double wattHours)
{
    change(connector, [&](Connector &outlet) { outlet.meter.setRegister(wattHours); });
}

void Station::setJammed(int connector, bool jammed)
{
    change(connector, [&](Connector &outlet) { outlet.jammed = jammed; });
}

void Station::fault(int connector, const Trouble &trouble)
{
    if (Connector *which = blocks_.connectors.find(connector))
        blocks_.availability.fault(*which, trouble);
}

void Station::clearFault(int connector)
{
    if (Connector *which = blocks_.connectors.find(connector))
        blocks_.availability.clearFault(*which);
}

void Station::warn(int connector, const Trouble &trouble)
{
    if (Connector *which = blocks_.connectors.find(connector))
        blocks_.reports.warn(*which, trouble);
}

void Station::sendData(const QString &vendorId, const QString &messageId, const QString &data)
{
    ocpp::DataTransfer::Request request;
    request.vendorId = vendorId;
    if (!messageId.isEmpty())
        request.messageId = messageId;
    if (!data.isEmpty())
        request.data = data;
    blocks_.caller.call<ocpp::DataTransfer>(request);
}

std::optional<ocpp::ChargePointStatus> Station::status(int connector) const
{
    const Connector *which = blocks_.connectors.find(connector);
    return which ? std::optional(which->status) : std::nullopt;
}

TransactionPtr Station::transaction(int connector) const
{
    const Connector *outlet = blocks_.connectors.outlet(connector);
    return outlet ? outlet->transaction : nullptr;
}

} // namespace simulator
