// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/booting.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using ocpp::RegistrationStatus;

Booting::Booting(Timeline &timeline, const StationOptions &options, ConfigurationKeys &configuration,
                 Registration &registration, StationClock &clock, Connection &connection, Caller &caller,
                 Journal &journal)
    : options_(options), configuration_(configuration), registration_(registration), clock_(clock),
      connection_(connection), caller_(caller), journal_(journal), firmwareVersion_(options.firmwareVersion), retry_(timeline)
{
}

void Booting::restart()
{
    registration_.status.reset();
    retry_.stop();
}

void Booting::lineOpened()
{
    if (registration_.isAccepted())
        resumed();
    else if (!retry_.isSet())
        send(); // else the interval that the central system asked for is not over
}

void Booting::lineLost()
{
    underWay_ = false;
}

void Booting::tellNow()
{
    retry_.stop();
    send();
}

void Booting::send()
{
    if (underWay_ || !connection_.isOpen())
        return;
    underWay_ = true;
    caller_.call<ocpp::BootNotification>(
        request(), [this](const Reply<ocpp::BootNotification> &reply) { answered(reply); },
        Caller::When::Always);
}

void Booting::answered(const Reply<ocpp::BootNotification> &reply)
{
    underWay_ = false;
    if (!reply) {
        if (reply.error().isFailureToProcess())
            retryAfter(0);
        return;
    }
    registration_.status = reply->status;
    clock_.synchronise(reply->currentTime);
    journal_.note(options_.id, u"registration: %1"_s.arg(ocpp::toString(reply->status)));
    if (reply->status != RegistrationStatus::Accepted) {
        retryAfter(reply->interval);
        return;
    }
    retry_.stop();
    registration_.acceptedBefore = true;
    if (reply->interval > 0)
        configuration_.setHeartbeatInterval(reply->interval);
    accepted();
}

void Booting::retryAfter(int seconds)
{
    // 4.2: with an interval of 0 the choice is the station's, and it must not flood.
    const auto pause =
        seconds > 0 ? std::chrono::milliseconds(std::chrono::seconds(seconds)) : options_.bootRetry;
    retry_.start(pause, [this] { send(); });
}

ocpp::BootNotification::Request Booting::request() const
{
    const auto unlessEmpty = [](const QString &text) {
        return text.isEmpty() ? std::optional<QString>() : std::optional(text);
    };
    ocpp::BootNotification::Request request;
    request.chargePointVendor = options_.vendor;
    request.chargePointModel = options_.model;
    request.chargePointSerialNumber = unlessEmpty(options_.serial);
    request.firmwareVersion = unlessEmpty(firmwareVersion_);
    request.iccid = unlessEmpty(options_.iccid);
    request.imsi = unlessEmpty(options_.imsi);
    request.meterType = unlessEmpty(options_.meterType);
    request.meterSerialNumber = unlessEmpty(options_.meterSerial);
    return request;
}

} // namespace simulator
