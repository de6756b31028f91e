// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sites.h"

#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/stations.h"
#include "store/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace charging {
namespace {

constexpr store::Word<LimitKind> limitKinds[] = {
    {LimitKind::Fallback, "fallback"_L1},
    {LimitKind::Share, "share"_L1},
};

} // namespace

QLatin1StringView toString(LimitKind kind)
{
    return store::wordOf(limitKinds, kind);
}

bool fromString(QStringView text, LimitKind &kind)
{
    return store::fromWord(limitKinds, text, kind);
}

} // namespace charging

namespace store {
namespace {

constexpr Column siteColumns[] = {
    column<&Site::nameKey>("name_key"_L1, ColumnRole::Key),
    column<&Site::name>("name"_L1),
    column<&Site::nextLook>("next_look"_L1),
};
constexpr RowTable siteTable{"sites"_L1, siteColumns};

constexpr Column fuseColumns[] = {
    column<&SiteFuse::site>("site"_L1, ColumnRole::Key),
    column<&SiteFuse::name>("name"_L1, ColumnRole::Key),
    column<&SiteFuse::position>("position"_L1),
    column<&SiteFuse::parent>("parent"_L1),
    column<&SiteFuse::limitL1>("limit_l1_a"_L1),
    column<&SiteFuse::limitL2>("limit_l2_a"_L1),
    column<&SiteFuse::limitL3>("limit_l3_a"_L1),
    column<&SiteFuse::baseL1>("base_l1_a"_L1),
    column<&SiteFuse::baseL2>("base_l2_a"_L1),
    column<&SiteFuse::baseL3>("base_l3_a"_L1),
    column<&SiteFuse::meterStation>("meter_station"_L1),
};
constexpr RowTable fuseTable{"site_fuses"_L1, fuseColumns};

constexpr Column memberColumns[] = {
    column<&SiteMember::station>("station"_L1, ColumnRole::Key),
    column<&SiteMember::site>("site"_L1),
    column<&SiteMember::fuse>("fuse"_L1),
    column<&SiteMember::phases>("phases"_L1),
    column<&SiteMember::priority>("priority"_L1),
    column<&SiteMember::minimumA>("minimum_a"_L1),
    column<&SiteMember::maximumA>("maximum_a"_L1),
    column<&SiteMember::wantedFallbackA>("wanted_fallback_a"_L1),
    column<&SiteMember::fallbackA>("fallback_a"_L1),
    column<&SiteMember::drawsEvenly>("draws_evenly"_L1),
    column<&SiteMember::voltage>("voltage"_L1),
    column<&SiteMember::refusal>("refusal"_L1),
    column<&SiteMember::refusals>("refusals"_L1),
    column<&SiteMember::nextTry>("next_try"_L1),
    column<&SiteMember::raisedAt>("raised_at"_L1),
    column<&SiteMember::raisedFromA>("raised_from_a"_L1),
    column<&SiteMember::needsClearing>("needs_clearing"_L1),
    column<&SiteMember::clearCommand>("clear_command"_L1),
};
constexpr RowTable memberTable{"site_members"_L1, memberColumns};

constexpr Column limitColumns[] = {
    column<&SiteLimit::id>("id"_L1, ColumnRole::Generated),
    column<&SiteLimit::station>("station"_L1),
    column<&SiteLimit::kind>("kind"_L1),
    column<&SiteLimit::amps>("amps"_L1),
    column<&SiteLimit::until>("valid_until"_L1),
    column<&SiteLimit::marginMs>("margin_ms"_L1),
    column<&SiteLimit::command>("command"_L1),
    column<&SiteLimit::acknowledged>("acknowledged"_L1),
    column<&SiteLimit::doubted>("doubted"_L1),
    column<&SiteLimit::level>("level"_L1),
};
constexpr RowTable limitTable{"site_limits"_L1, limitColumns};

constexpr Column carColumns[] = {
    column<&SiteCar::station>("station"_L1, ColumnRole::Key),
    column<&SiteCar::connector>("connector"_L1, ColumnRole::Key),
    column<&SiteCar::demand>("demand"_L1),
    column<&SiteCar::shareA>("share_a"_L1),
    column<&SiteCar::since>("since"_L1),
    column<&SiteCar::reason>("reason"_L1),
    column<&SiteCar::fuse>("fuse"_L1),
    column<&SiteCar::phase>("phase"_L1),
};
constexpr RowTable carTable{"site_cars"_L1, carColumns};

constexpr Column flowColumns[] = {
    column<&SiteFlow::station>("station"_L1, ColumnRole::Key),
    column<&SiteFlow::connector>("connector"_L1, ColumnRole::Key),
    column<&SiteFlow::l1>("l1_a"_L1),
    column<&SiteFlow::l2>("l2_a"_L1),
    column<&SiteFlow::l3>("l3_a"_L1),
    column<&SiteFlow::at>("measured_at"_L1),
    column<&SiteFlow::named>("named"_L1),
    column<&SiteFlow::mostA>("most_a"_L1),
    column<&SiteFlow::mostSince>("most_since"_L1),
};
constexpr RowTable flowTable{"site_flows"_L1, flowColumns};

constexpr Column baseColumns[] = {
    column<&SiteBase::site>("site"_L1, ColumnRole::Key),
    column<&SiteBase::fuse>("fuse"_L1, ColumnRole::Key),
    column<&SiteBase::l1>("l1_a"_L1),
    column<&SiteBase::l2>("l2_a"_L1),
    column<&SiteBase::l3>("l3_a"_L1),
    column<&SiteBase::at>("known_at"_L1),
};
constexpr RowTable baseTable{"site_bases"_L1, baseColumns};

} // namespace

const RowTable &Site::table()
{
    return siteTable;
}

const RowTable &SiteFuse::table()
{
    return fuseTable;
}

const RowTable &SiteMember::table()
{
    return memberTable;
}

const RowTable &SiteLimit::table()
{
    return limitTable;
}

const RowTable &SiteCar::table()
{
    return carTable;
}

const RowTable &SiteFlow::table()
{
    return flowTable;
}

const RowTable &SiteBase::table()
{
    return baseTable;
}

charging::PhaseAmps limitOf(const SiteFuse &fuse)
{
    return {fuse.limitL1, fuse.limitL2, fuse.limitL3};
}

charging::PhaseAmps baseOf(const SiteFuse &fuse)
{
    return {fuse.baseL1, fuse.baseL2, fuse.baseL3};
}

charging::WiredPhases wiredPhases(const SiteMember &member)
{
    return {member.phases.contains("L1"_L1), member.phases.contains("L2"_L1), member.phases.contains("L3"_L1)};
}

charging::PhaseAmps onFusePhases(const SiteMember &member, const SiteFlow &flow)
{
    const double amps[] = {flow.l1, flow.l2, flow.l3};
    charging::PhaseAmps there{};
    for (qsizetype own = 0; own < std::min<qsizetype>(member.phases.size(), 3); ++own) {
        const int phase = member.phases[own].back().digitValue() - 1;
        if (phase >= 0 && phase < 3)
            there[std::size_t(phase)] += amps[own];
    }
    return there;
}

QList<charging::Fuse> fuseTree(const QList<SiteFuse> &fuses)
{
    QList<charging::Fuse> tree;
    for (const SiteFuse &fuse : fuses)
        tree.append({fuse.parent.isEmpty() ? -1 : fuseIndex(fuses, fuse.parent), limitOf(fuse), baseOf(fuse)});
    return tree;
}

int fuseIndex(const QList<SiteFuse> &fuses, const QString &name)
{
    const auto found = std::ranges::find(fuses, name, &SiteFuse::name);
    return found == fuses.end() ? -1 : int(found - fuses.begin());
}

/// While somebody else's may lie above ours, none of ours counts for sure.
charging::Holding holdingOf(const SiteMember &member, const QList<SiteLimit> &limits,
                            std::optional<qint64> clockDriftMs, const charging::LoadPacing &pacing)
{
    using std::chrono::milliseconds;
    const milliseconds margin =
        clockDriftMs ? charging::marginOf(milliseconds(*clockDriftMs), pacing) : milliseconds(0);
    QList<charging::HeldLimit> held;
    for (const SiteLimit &limit : limits) {
        held.append({limit.id, limit.kind, limit.amps, limit.until.value_or(ocpp::Timestamp()),
                     std::max(milliseconds(limit.marginMs), margin), limit.acknowledged && !member.needsClearing});
    }
    return {member.maximumA, held};
}

// ---- entered

void Sites::note(const QString &station)
{
    db_.noteChange(Table::Sites, station);
}

QList<Site> Sites::list()
{
    return db_.rows<Site>(u"ORDER BY name_key"_s);
}

std::optional<Site> Sites::find(const QString &name)
{
    return db_.row<Site>(u"WHERE name_key = ?"_s, {folded(name)});
}

std::optional<SiteSetup> Sites::setup(const QString &name)
{
    const auto site = find(name);
    if (!site)
        return std::nullopt;
    return SiteSetup{site->name, fuses(site->nameKey), members(site->nameKey)};
}

tl::expected<SiteSetup, SiteRefusal> Sites::save(const SiteSetup &wanted, ocpp::Timestamp now)
{
    auto checked = check(wanted);
    if (!checked)
        return checked;
    const QString key = folded(checked->name);
    db_.save(Site{key, checked->name, now});
    db_.run(u"DELETE FROM site_fuses WHERE site = ?"_s, {key});
    for (SiteFuse &fuse : checked->fuses) {
        fuse.site = key;
        db_.insert(fuse);
    }
    for (const SiteMember &former : members(key)) {
        const auto isFormer = [&former](const SiteMember &member) { return member.station == former.station; };
        if (std::ranges::any_of(checked->members, isFormer))
            continue;
        db_.run(u"DELETE FROM site_members WHERE station = ?"_s, {former.station});
        ChargingProfiles(db_).recheck(former.station, now);
    }
    for (SiteMember &entered : checked->members) {
        entered.site = key;
        if (const auto before = member(entered.station)) {
            entered.raisedAt = before->raisedAt;
            entered.raisedFromA = before->raisedFromA;
            entered.needsClearing = before->needsClearing;
            entered.clearCommand = before->clearCommand;
        } else {
            entered.needsClearing = true;
            entered.clearCommand = 0;
            doubtAll(entered.station); // somebody may just be taking it away
        }
        db_.save(entered);
        ChargingProfiles(db_).recheck(entered.station, now);
    }
    note();
    return checked;
}

bool Sites::remove(const QString &name)
{
    const QList<SiteMember> former = members(folded(name));
    const bool removed = db_.run(u"DELETE FROM sites WHERE name_key = ?"_s, {folded(name)}) > 0;
    for (const SiteMember &member : former)
        ChargingProfiles(db_).recheck(member.station, store::now());
    if (removed)
        note();
    return removed;
}

QList<SiteFuse> Sites::fuses(const QString &nameKey)
{
    return db_.rows<SiteFuse>(u"WHERE site = ? ORDER BY position"_s, {nameKey});
}

QList<SiteMember> Sites::members(const QString &nameKey)
{
    return db_.rows<SiteMember>(u"WHERE site = ? ORDER BY station"_s, {nameKey});
}

std::optional<SiteMember> Sites::member(const QString &station)
{
    return db_.row<SiteMember>(u"WHERE station = ?"_s, {station});
}

void Sites::saveLive(const SiteMember &member)
{
    const int found = db_.run(u"UPDATE site_members SET refusal = ?, refusals = ?, next_try = ?, raised_at = ?, "
                              "raised_from_a = ? WHERE station = ?"_s,
                              {member.refusal, member.refusals, member.nextTry, member.raisedAt, member.raisedFromA,
                               member.station});
    if (found > 0)
        note(member.station);
}

// ---- when to look

QStringList Sites::due(ocpp::Timestamp now)
{
    QStringList keys;
    db_.each(u"SELECT name_key FROM sites WHERE next_look <= ? ORDER BY name_key"_s, {now},
             [&keys](const ResultRow &row) { keys.append(row.value(0).toString()); });
    return keys;
}

bool Sites::looking(const QString &nameKey, ocpp::Timestamp now, ocpp::Timestamp next)
{
    return db_.run(u"UPDATE sites SET next_look = ? WHERE name_key = ? AND next_look <= ?"_s, {next, nameKey, now}) > 0;
}

void Sites::touch(const QString &station, ocpp::Timestamp now)
{
    db_.run(u"UPDATE sites SET next_look = ? WHERE next_look > ? AND name_key IN (SELECT site FROM site_members "
            "WHERE station = ? UNION SELECT site FROM site_fuses WHERE meter_station = ?)"_s,
            {now, now, station, station});
}

QList<SiteCar> Sites::cars(const QString &nameKey)
{
    return db_.rows<SiteCar>(
        u"WHERE station IN (SELECT station FROM site_members WHERE site = ?) ORDER BY station, connector"_s, {nameKey});
}

void Sites::setCars(const QString &station, const QList<SiteCar> &cars)
{
    const auto before = db_.rows<SiteCar>(u"WHERE station = ? ORDER BY connector"_s, {station});
    if (before == cars)
        return;
    db_.run(u"DELETE FROM site_cars WHERE station = ?"_s, {station});
    for (const SiteCar &car : cars)
        db_.insert(car);
    note(station);
}

bool Sites::isMeasured(const QString &station)
{
    return db_.value(u"SELECT 1 WHERE EXISTS (SELECT 1 FROM site_members WHERE station = ?) OR EXISTS "
                     "(SELECT 1 FROM site_fuses WHERE meter_station = ?)"_s,
                     {station, station})
        .isValid();
}

void Sites::measured(const SiteFlow &flow)
{
    const auto before =
        db_.row<SiteFlow>(u"WHERE station = ? AND connector = ?"_s, {flow.station, flow.connector});
    if (before && before->at > flow.at)
        return;
    db_.save(flow);
    note(flow.station);
}

void Sites::draws(const SiteFlow &flow, double mostA, ocpp::Timestamp since)
{
    const double before = flow.mostA.value_or(std::max({flow.l1, flow.l2, flow.l3}));
    if (mostA < before)
        db_.run(u"UPDATE site_flows SET most_a = ?, most_since = ? WHERE station = ? AND connector = ?"_s,
                {mostA, since, flow.station, flow.connector});
}

QList<SiteBase> Sites::bases(const QString &nameKey)
{
    return db_.rows<SiteBase>(u"WHERE site = ? ORDER BY fuse"_s, {nameKey});
}

void Sites::saveBase(const SiteBase &base)
{
    db_.save(base);
}

QList<SiteFlow> Sites::flows(const QString &nameKey)
{
    return db_.rows<SiteFlow>(u"WHERE station IN (SELECT station FROM site_members WHERE site = ? UNION SELECT "
                              "meter_station FROM site_fuses WHERE site = ?) ORDER BY station, connector"_s,
                              {nameKey, nameKey});
}

} // namespace store
