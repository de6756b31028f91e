// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulatedsite.h"

#include "simulator/compositeplan.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using simulator::Behaviour;
using simulator::Station;

namespace {

constexpr auto slowAnswer = 2200ms; // later than stations are waited for here
constexpr std::chrono::duration<double> darkness = 600s; // of the day
constexpr auto shortestBoot = 500ms;
constexpr double leastAmps = 6; // a car cannot be told less (IEC 61851)

} // namespace

SimulatedSite::SimulatedSite(const siteday::Layout &layout, double factor) : layout_(layout), factor_(factor) {}

SimulatedSite::~SimulatedSite() = default;

void SimulatedSite::switchOn(quint16 port)
{
    for (int i = 0; i < layout_.stations; ++i) {
        simulator::StationOptions options;
        options.id = idOf(i);
        options.endpoint = QUrl(u"ws://127.0.0.1:%1/ocpp/"_s.arg(port));
        options.connectors = 1;
        options.speed = factor_;
        options.seed = quint64(i) + 1;
        options.rebootDuration = shortestBoot;
        options.reconnectFirst = 200ms;
        options.reconnectLongest = 1s;
        stations_.push_back(std::make_unique<Station>(options, timeline_, *this));
        stations_.back()->switchOn();
    }
}

void SimulatedSite::leave()
{
    isWatched_ = false;
    for (const auto &station : stations_)
        station->leave();
}

const simulator::Meter &SimulatedSite::meterOf(int station) const
{
    return stations_[std::size_t(station)]->connectors().outlet(1)->meter;
}

double SimulatedSite::registerWh(int station) const
{
    return meterOf(station).registerWh();
}

void SimulatedSite::happen(Mishap mishap, int at)
{
    Station &unlucky = station(at);
    const auto next = [&unlucky](Behaviour::Kind kind) {
        unlucky.setBehaviour(u"SetChargingProfile"_s, {kind, ocpp::ErrorCode::InternalError, slowAnswer, 1});
    };
    const auto dark = std::chrono::ceil<std::chrono::milliseconds>(darkness / factor_);
    switch (mishap) {
    case Mishap::Silent:
        return next(Behaviour::Kind::Silent);
    case Mishap::Refuses:
        return next(Behaviour::Kind::Reject);
    case Mishap::Slow:
        return next(Behaviour::Kind::Slow);
    case Mishap::Cut:
        cutNext_.insert(unlucky.id());
        break;
    case Mishap::Offline:
        unlucky.goOffline();
        timeline_.after(dark, [&unlucky] { unlucky.goOnline(); });
        break;
    case Mishap::PowerLoss:
        unlucky.losePower(std::max<std::chrono::milliseconds>(shortestBoot, dark / 10));
        break;
    }
}

double SimulatedSite::allowedBy(int at) const
{
    const Station &asked = *stations_[std::size_t(at)];
    const simulator::CompositePlan plan(asked.profiles().installed(), asked.connectors(), asked.options().hardware,
                                        asked.now());
    return plan.schedule(0, ocpp::ChargingRateUnitType::A, 1s).chargingSchedulePeriod.first().limit;
}

void SimulatedSite::hold(int at)
{
    const double amps = allowedBy(at);
    const double watts = simulator::Meter::nominalVoltageV * meterOf(at).activePhases();
    station(at).setOffer(1, amps < leastAmps ? 0 : amps * watts);
}

void SimulatedSite::follow()
{
    for (int i = 0; i < layout_.stations; ++i)
        hold(i);
}

std::vector<SimulatedSite::Load> SimulatedSite::loads() const
{
    std::vector<Load> loads(std::size_t(layout_.feeders) + 1);
    const PhaseAmps base{layout_.baseLoad, layout_.baseLoad, layout_.baseLoad};
    loads.front() = {base, base};
    for (int i = 0; i < layout_.stations; ++i) {
        const simulator::Meter &meter = meterOf(i);
        const double allowed = allowedBy(i);
        const double drawn = meter.currentA(meter.powerW());
        Load &feeder = loads[std::size_t(layout_.feederOf(i)) + 1];
        for (int own = 0; own < 3; ++own) {
            const auto phase = std::size_t(siteday::Layout::phaseOf(i, own));
            for (Load *const load : {&loads.front(), &feeder}) {
                load->allowed[phase] += allowed;
                load->drawn[phase] += own < meter.activePhases() ? drawn : 0;
            }
        }
    }
    return loads;
}

void SimulatedSite::look()
{
    if (!isWatched_)
        return;
    ++looks_;
    const std::vector<Load> all = loads();
    for (std::size_t fuse = 0; fuse < all.size(); ++fuse) {
        const double limit = fuse == 0 ? layout_.mainFuse : layout_.feederFuse;
        const double drawn = std::ranges::max(all[fuse].drawn);
        const double allowed = std::ranges::max(all[fuse].allowed);
        excess_ = std::max({excess_, drawn - limit, allowed - limit});
    }
    highestDrawn_ = std::max(highestDrawn_, std::ranges::max(all.front().drawn));
    highestAllowed_ = std::max(highestAllowed_, std::ranges::max(all.front().allowed));
}

DayChart::Point SimulatedSite::mainFuse() const
{
    const Load load = loads().front();
    return {load.drawn, std::ranges::max(load.allowed)};
}

/// A result is told of before it leaves: what it answers is done, and nobody has heard of it.
void SimulatedSite::frame(const simulator::FrameRecord &record)
{
    if (!record.outgoing || !record.text.startsWith("[3,"))
        return;
    ++answers_;
    look();
    const auto unlucky =
        std::ranges::find(stations_, record.station, [](const auto &station) { return station->id(); });
    if (unlucky == stations_.end())
        return;
    const int at = int(unlucky - stations_.begin());
    const bool isCut = cutNext_.remove(record.station);
    const auto dark = std::chrono::ceil<std::chrono::milliseconds>(darkness / factor_);
    QMetaObject::invokeMethod(
        &later_,
        [this, at, isCut, dark] {
            hold(at);
            if (!isCut)
                return;
            station(at).goOffline();
            timeline_.after(dark, [this, at] { station(at).goOnline(); });
        },
        Qt::QueuedConnection);
}
