// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/loadbalancer.h"

#include "csms/services/loadbooks.h"
#include "csms/services/loadprofiles.h"
#include "store/chargingprofiles.h"
#include "store/connectors.h"
#include "store/siteview.h"
#include "store/stations.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using charging::CarDemand;
using charging::HeldLimit;
using charging::LimitKind;
using ocpp::Timestamp;
using store::CommandState;
using store::SiteMember;

namespace csms::loadbalancer {
namespace {

/// One look at a site.
class Look {
public:
    Look(store::Database &db, const QString &siteKey, Timestamp now, const LoadBalancingPolicy &policy)
        : db_(db), sites_(db), siteKey_(siteKey), now_(now), policy_(policy)
    {
    }
    void run();

private:
    struct Place {
        SiteMember member;
        std::optional<store::Station> station{};
        QList<store::SiteLimit> limits{};
        std::optional<loadprofiles::Levels> levels{};
        bool isUnderWay = false;
        QList<int> connectors{}; ///< of its cars
    };
    void settle(Place &place);
    void settleClearing(Place &place);
    void clearOthers(Place &place);
    void doubtMoved(Place &place);
    void isWellAgain(Place &place);
    bool mayStillAnswer(const store::Command &command) const;
    bool isReachable(const Place &place) const;
    void book(Place &place, const store::SiteLimit &limit, const store::Command &command);
    void refused(Place &place, const store::Command &command);
    charging::BalancedStation balanced(Place &place);
    charging::BalancedCar carOf(const Place &place, const store::Connector &connector) const;
    void order(Place &place, HeldLimit limit);
    void pauseFor(Place &place, const QString &why);
    void findBases(const QList<SiteMember> &members);
    void noteDrawn(const Place &place, const store::Connector &connector, double mayDraw);
    void keepCars(const charging::LoadPlan &plan);
    store::SiteCar keptCar(const Place &place, const charging::CarOutcome &outcome) const;

    store::Database &db_;
    store::Sites sites_;
    const QString siteKey_;
    const Timestamp now_;
    const LoadBalancingPolicy &policy_;
    QList<store::SiteFuse> fuses_;
    QList<store::SiteFlow> flows_;
    QList<store::SiteCar> cars_;
    QHash<QString, QList<store::Connector>> connectors_;
    QList<Place> places_;
    charging::BalancedSite site_;
};

QString demandWord(CarDemand demand)
{
    switch (demand) {
    case CarDemand::Preparing:
        return u"preparing"_s;
    case CarDemand::Paused:
        return u"paused"_s;
    case CarDemand::Charging:
    case CarDemand::None:
        break;
    }
    return u"charging"_s;
}

QString reasonWord(charging::ShareLimit limit)
{
    switch (limit) {
    case charging::ShareLimit::Wanted:
        return u"enough"_s;
    case charging::ShareLimit::Fuse:
        return u"fuse"_s;
    case charging::ShareLimit::NoRoom:
        return u"turn"_s;
    case charging::ShareLimit::Station:
        break;
    }
    return u"maximum"_s;
}

CarDemand demandOf(const QString &status)
{
    if (status == "Charging"_L1 || status == "SuspendedEVSE"_L1)
        return CarDemand::Charging;
    if (status == "SuspendedEV"_L1)
        return CarDemand::Paused;
    return status == "Preparing"_L1 ? CarDemand::Preparing : CarDemand::None;
}

QString singleLevel()
{
    return u"The station has a single stack level (ChargeProfileMaxStackLevel 0): there is no room for a limit that expires "
           "above one that stays. It counts with all it can draw."_s;
}

void Look::run()
{
    if (!sites_.looking(siteKey_, now_, now_ + policy_.lookEvery))
        return;
    fuses_ = sites_.fuses(siteKey_);
    flows_ = sites_.flows(siteKey_);
    cars_ = sites_.cars(siteKey_);
    const QList<SiteMember> members = sites_.members(siteKey_);
    const auto limits = sites_.limitsOf(siteKey_);
    const auto stations = sites_.stations(siteKey_);
    const auto stackLevels = sites_.stackLevels(siteKey_);
    connectors_ = sites_.connectors(siteKey_);
    for (const SiteMember &member : members) {
        const auto station = stations.find(member.station);
        const auto lookup = [&](QLatin1StringView key) -> std::optional<QString> {
            const auto level = stackLevels.find(member.station);
            const bool isAsked = key == "ChargeProfileMaxStackLevel"_L1 && level != stackLevels.end();
            return isAsked ? std::optional(*level) : std::nullopt;
        };
        places_.append({member, station == stations.end() ? std::nullopt : std::optional(*station),
                        limits.value(member.station), loadprofiles::levelsOf(charging::stationLimits(lookup))});
        settle(places_.last());
        settleClearing(places_.last());
    }
    site_.fuses = store::fuseTree(fuses_);
    site_.pacing = policy_.pacing;
    for (Place &place : places_)
        site_.stations.append(balanced(place));
    findBases(members);
    const charging::LoadPlan plan = charging::planLoad(site_, now_);
    for (const charging::LoadOrder &ordered : plan.orders)
        order(places_[ordered.station], ordered.limit);
    for (Place &place : places_)
        clearOthers(place);
    keepCars(plan);
}

/// What became of the commands that were under way.
void Look::settle(Place &place)
{
    store::Commands commands(db_);
    doubtMoved(place);
    for (const store::SiteLimit &limit : std::as_const(place.limits)) {
        const auto command = limit.acknowledged || limit.doubted ? std::nullopt : commands.find(limit.command);
        if (command)
            book(place, limit, *command);
    }
    const bool isUnsure = std::ranges::any_of(place.limits, [](const store::SiteLimit &limit) { return !limit.acknowledged; });
    if (isUnsure)
        place.limits = sites_.limits(place.member.station);
    const Timestamp now = now_;
    const auto isOver = [now](const store::SiteLimit &limit) {
        return limit.kind == LimitKind::Share && *limit.until + std::chrono::milliseconds(limit.marginMs) <= now;
    };
    const auto shares = std::ranges::count(place.limits, LimitKind::Share, &store::SiteLimit::kind);
    if (shares == 0 || place.isUnderWay || std::ranges::count_if(place.limits, isOver) < shares)
        return;
    for (const store::SiteLimit &limit : std::as_const(place.limits)) {
        if (limit.kind == LimitKind::Share)
            sites_.dropLimit(limit.id);
    }
    place.limits = sites_.limits(place.member.station);
}

/// The station has told of other stack levels since: others may lie above ours by now.
void Look::doubtMoved(Place &place)
{
    const auto &levels = place.levels;
    const bool hasMoved = levels && std::ranges::any_of(place.limits, [&levels](const store::SiteLimit &limit) {
        const bool isShare = limit.kind == LimitKind::Share;
        return !limit.doubted && limit.level != (isShare ? levels->share : levels->fallback);
    });
    if (!hasMoved)
        return;
    sites_.doubtAll(place.member.station);
    sites_.needClearing(place.member.station);
    place.member = sites_.member(place.member.station).value_or(place.member);
    place.limits = sites_.limits(place.member.station);
}

/// What timed out, or was lost, may have arrived. So may what was answered in a way that cannot be read.
void Look::book(Place &place, const store::SiteLimit &limit, const store::Command &command)
{
    switch (command.state) {
    case CommandState::Queued:
    case CommandState::Sent:
        place.isUnderWay = true;
        break;
    case CommandState::Accepted:
        sites_.acknowledge(limit);
        isWellAgain(place);
        break;
    case CommandState::Rejected:
        refused(place, command);
        sites_.dropLimit(limit.id);
        break;
    case CommandState::Error:
        refused(place, command);
        if (command.answer.isEmpty())
            sites_.dropLimit(limit.id);
        else
            sites_.doubt(limit);
        break;
    case CommandState::Expired:
    case CommandState::Cancelled:
        sites_.dropLimit(limit.id);
        break;
    case CommandState::Timeout:
    case CommandState::Unknown:
        if (mayStillAnswer(command)) {
            place.isUnderWay = true;
            break;
        }
        sites_.doubt(limit);
        refused(place, command);
        break;
    }
}

/// Whoever times out may still answer.
bool Look::mayStillAnswer(const store::Command &command) const
{
    return command.state == CommandState::Timeout && command.finishedAt
           && now_ - *command.finishedAt < policy_.lateAnswers;
}

void Look::isWellAgain(Place &place)
{
    if (std::exchange(place.member.refusals, 0) == 0)
        return;
    place.member.refusal.clear();
    place.member.nextTry.reset();
    sites_.saveLive(place.member);
}

/// What became of the command that takes others' limits away. When it was answered, takenBack() has seen to it.
void Look::settleClearing(Place &place)
{
    if (!place.member.needsClearing || place.member.clearCommand == 0)
        return;
    const auto command = store::Commands(db_).find(place.member.clearCommand);
    if (command && (!store::isFinal(command->state) || mayStillAnswer(*command)))
        return;
    const bool wasSent = command && command->state != CommandState::Expired && command->state != CommandState::Cancelled;
    if (wasSent)
        refused(place, *command);
    place.member.clearCommand = 0;
    sites_.setClearing(place.member.station, 0);
}

/// Before anything of ours is trusted, what somebody else has put at our levels has to go.
void Look::clearOthers(Place &place)
{
    SiteMember &member = place.member;
    if (!member.needsClearing || member.clearCommand != 0 || !isReachable(place))
        return;
    if (!place.levels)
        return pauseFor(place, singleLevel());
    const QJsonObject payload = loadprofiles::clearing(*place.levels);
    member.clearCommand = queueOurs(db_, member.station, ocpp::ClearChargingProfile::action, payload, now_);
    sites_.setClearing(member.station, member.clearCommand);
}

bool Look::isReachable(const Place &place) const
{
    const bool mayTry = !place.member.nextTry || *place.member.nextTry <= now_;
    return place.station && place.station->online && place.station->registration == store::Registration::Accepted && mayTry;
}

void Look::refused(Place &place, const store::Command &command)
{
    const QString why = command.error.isEmpty() ? u"it answered \"%1\"."_s.arg(toString(command.state)) : command.error;
    pauseFor(place, u"The station took no limit: %1"_s.arg(why));
}

void Look::pauseFor(Place &place, const QString &why)
{
    SiteMember &member = place.member;
    const auto pause = policy_.firstPauseAfterRefusal * (1 << std::min(member.refusals, 10));
    ++member.refusals;
    member.refusal = why;
    member.nextTry = now_ + std::min<std::chrono::milliseconds>(pause, policy_.longestPauseAfterRefusal);
    sites_.saveLive(member);
}

void Look::findBases(const QList<SiteMember> &members)
{
    flows_ = sites_.flows(siteKey_);
    const auto base = store::baseLoads(fuses_, members, flows_, sites_.bases(siteKey_), now_, policy_.pacing);
    for (int fuse = 0; fuse < base.size(); ++fuse) {
        site_.fuses[fuse].base = base[fuse];
        if (!store::isUnmetered(fuses_[fuse], flows_, now_))
            sites_.saveBase({siteKey_, fuses_[fuse].name, base[fuse][0], base[fuse][1], base[fuse][2], now_});
    }
}

/// What was measured of a car may be over: the session ended, or the station was told less since.
void Look::noteDrawn(const Place &place, const store::Connector &connector, double mayDraw)
{
    const auto flow = std::ranges::find_if(flows_, [&](const store::SiteFlow &known) {
        return known.station == place.member.station && known.connector == connector.connector;
    });
    const CarDemand demand = demandOf(connector.status);
    const bool mayFlow = demand == CarDemand::Charging || demand == CarDemand::Paused;
    if (flow != flows_.end())
        sites_.draws(*flow, mayFlow ? mayDraw : 0, now_);
}

charging::BalancedCar Look::carOf(const Place &place, const store::Connector &connector) const
{
    const SiteMember &member = place.member;
    charging::BalancedCar car;
    car.demand = demandOf(connector.status);
    car.demandSince = connector.received;
    const auto kept = std::ranges::find_if(cars_, [&](const store::SiteCar &known) {
        return known.station == member.station && known.connector == connector.connector;
    });
    if (kept != cars_.end()) {
        car.share = kept->shareA;
        car.since = kept->since;
    }
    const auto flow = std::ranges::find_if(flows_, [&](const store::SiteFlow &known) {
        return known.station == member.station && known.connector == connector.connector;
    });
    const bool isFresh = flow != flows_.end() && now_ - flow->at <= store::measurementAge
                         && (!member.raisedAt || flow->at >= *member.raisedAt + policy_.meterDelay);
    if (isFresh && car.demand == CarDemand::Charging)
        car.measured = std::max({flow->l1, flow->l2, flow->l3});
    return car;
}

charging::BalancedStation Look::balanced(Place &place)
{
    const SiteMember &member = place.member;
    charging::BalancedStation station;
    station.fuse = store::fuseIndex(fuses_, member.fuse);
    station.wired = store::wiredPhases(member);
    station.minimum = member.minimumA;
    station.fallback = member.fallbackA;
    station.priority = member.priority;
    const auto drift = place.station ? place.station->clockDriftMs : std::nullopt;
    station.holding = store::holdingOf(member, place.limits, drift, policy_.pacing);
    station.isUnderWay = place.isUnderWay;
    station.raisedAt = member.raisedAt;
    station.raisedFrom = member.raisedFromA;
    if (!place.station)
        return station;
    station.isReachable = isReachable(place) && !member.needsClearing;
    station.clockDrift = drift ? std::chrono::milliseconds(*drift) : charging::loadpacing::unknownClock;
    for (const store::Connector &connector : connectors_.value(member.station)) {
        noteDrawn(place, connector, station.holding.mayDraw(now_));
        station.cars.append(carOf(place, connector));
        place.connectors.append(connector.connector);
    }
    return station;
}

/// Whichever node holds the station's socket sends it.
void Look::order(Place &place, HeldLimit limit)
{
    const QString station = place.member.station;
    if (!place.levels)
        return pauseFor(place, singleLevel());
    const auto limits = store::ChargingProfiles(db_).limitsOf(station);
    const QJsonObject payload = loadprofiles::setting(place.member, limit, *place.levels, limits, now_);
    const qint64 command = queueOurs(db_, station, ocpp::SetChargingProfile::action, payload, now_);
    const bool isShare = limit.kind == LimitKind::Share;
    const double before = store::holdingOf(place.member, place.limits).mayDraw(now_);
    sites_.addLimit({0, station, limit.kind, limit.amps, isShare ? std::optional(limit.until) : std::nullopt,
                     limit.margin.count(), command, false, false, isShare ? place.levels->share : place.levels->fallback});
    if (isShare && limit.amps > before) {
        place.member.raisedAt = now_;
        place.member.raisedFromA = before;
        sites_.saveLive(place.member);
    }
}

store::SiteCar Look::keptCar(const Place &place, const charging::CarOutcome &outcome) const
{
    const charging::BalancedStation &station = site_.stations[outcome.station];
    const charging::BalancedCar &before = station.cars[outcome.car];
    const bool isSteered = charging::isSteerable(station);
    const bool goesOn = before.since && (before.share > 0) == (outcome.share.amps > 0);
    const int fuse = outcome.share.fuse;
    return {place.member.station,
            place.connectors[outcome.car],
            demandWord(before.demand),
            outcome.share.amps,
            goesOn ? *before.since : now_,
            isSteered ? reasonWord(outcome.share.limit) : u"station"_s,
            isSteered && fuse >= 0 ? fuses_[fuse].name : QString(),
            isSteered ? outcome.share.phase : -1};
}

void Look::keepCars(const charging::LoadPlan &plan)
{
    for (int i = 0; i < places_.size(); ++i) {
        QList<store::SiteCar> cars;
        for (const charging::CarOutcome &outcome : plan.cars) {
            if (outcome.station == i)
                cars.append(keptCar(places_[i], outcome));
        }
        const QString station = places_[i].member.station;
        QList<store::SiteCar> before = cars_;
        before.removeIf([&station](const store::SiteCar &car) { return car.station != station; });
        if (before != cars)
            sites_.setCars(station, cars);
    }
}

} // namespace

void runDue(store::Database &db, const QString &node, Timestamp now, const LoadBalancingPolicy &policy)
{
    store::Sites sites(db);
    for (const QString &site : sites.due(now))
        Look(db, site, now, policy).run();
    takeBackDue(db, node, now);
}

void touched(store::Database &db, const QString &station, Timestamp now)
{
    store::Sites(db).touch(station, now);
}

void measured(Context &context, const ocpp::MeterValues::Request &request)
{
    store::Sites sites(context.db);
    if (!context.isLive || request.meterValue.isEmpty() || !sites.isMeasured(context.station.id))
        return;
    const auto station = store::Stations(context.db).find(context.station.id);
    if (station && !station->clockDriftMs) // better than nothing: statuses may come without a time
        store::Stations(context.db).reportClockDrift(station->id, request.meterValue.last().timestamp - context.received);
    SiteMember member = sites.member(context.station.id).value_or(SiteMember());
    if (request.connectorId == 0)
        member.phases = SiteMember().phases; // a main meter shows the phases of the fuse
    if (const auto currents = loadprofiles::currents(request.meterValue.last(), member)) {
        const auto &amps = currents->amps;
        sites.measured({context.station.id, request.connectorId, amps[0], amps[1], amps[2], context.received, currents->named});
    }
}

} // namespace csms::loadbalancer
