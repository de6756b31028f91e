// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/sites.h"

#include "http/listing.h"
#include "http/schema.h"
#include "store/clock.h"
#include "store/siteview.h"

#include <cmath>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

using charging::PhaseAmps;
using Amps = std::optional<PhaseAmps>;

constexpr QLatin1StringView requiredOfSite[] = {"fuses"_L1, "members"_L1};
constexpr QLatin1StringView requiredOfFuse[] = {"name"_L1, "amps"_L1};
constexpr QLatin1StringView requiredOfMember[] = {"station"_L1, "fuse"_L1};

struct FuseView {
    store::SiteView::FuseState state;
    QJsonValue amps{};
    QJsonValue base{0};
    static std::span<const Property> properties();
};
struct CarView {
    store::SiteCar car;
    static std::span<const Property> properties();
};
struct MemberView {
    store::SiteView::MemberState state;
    static std::span<const Property> properties();
};
/// What comes in is read item by item.
struct SiteBody {
    store::SiteView view;
    QJsonArray fuses{};
    QJsonArray members{};
};

QJsonValue phasesJson(const Amps &amps)
{
    if (!amps)
        return QJsonValue::Null;
    return QJsonObject{{u"L1"_s, (*amps)[0]}, {u"L2"_s, (*amps)[1]}, {u"L3"_s, (*amps)[2]}};
}

using F = FuseView;
constexpr Property fuseProperties[] = {
    settable<F>(
        "name"_L1, "Unique in its site"_L1, [](auto &f) -> auto & { return f.state.fuse.name; }, length(1, 100)),
    settable<F>(
        "parent"_L1, "The fuse above it; null: it is the main fuse"_L1,
        [](auto &f) -> auto & { return f.state.fuse.parent; }, length(0, 100), mayBeNull()),
    settable<F>(
        "amps"_L1, "What it bears: a number for all phases, or {\"L1\", \"L2\", \"L3\"}"_L1,
        [](auto &f) -> auto & { return f.amps; }),
    settable<F>(
        "base"_L1, "What else it feeds, likewise; with a meter: what is assumed while that is silent"_L1,
        [](auto &f) -> auto & { return f.base; }),
    settable<F>(
        "meter"_L1, "The station whose connector 0 measures all that flows through it; null: none does"_L1,
        [](auto &f) -> auto & { return f.state.fuse.meterStation; }, length(0, 48), mayBeNull()),
    shown<F>("flow"_L1, "What flows through it, in A; null: nobody measures all of it"_L1,
             [](const F &f) { return phasesJson(f.state.flow); }),
    shown<F>("baseNow"_L1, "What else it feeds now, in A"_L1, [](const F &f) { return phasesJson(f.state.base); }),
    shown<F>("handedOut"_L1, "What the stations below it may draw now, in A"_L1,
             [](const F &f) { return phasesJson(f.state.handedOut); }),
    shown<F>("withoutComputer"_L1, "What may be drawn when this computer is off: base loads and fallbacks"_L1,
             [](const F &f) { return phasesJson(f.state.fallbacks); }),
};

using C = CarView;
constexpr Property carProperties[] = {
    shown<C>("connector"_L1, "Where it is plugged in"_L1, [](const C &c) { return c.car.connector; }),
    shown<C>("demand"_L1, "preparing, charging, or paused by itself"_L1, [](const C &c) { return c.car.demand; }),
    shown<C>("share"_L1, "What it is meant to get, in A"_L1, [](const C &c) { return c.car.shareA; }),
    shown<C>("since"_L1, "When it began to get something, or to wait"_L1, [](const C &c) { return c.car.since; }),
    shown<C>("reason"_L1, "Why no more: maximum, enough, fuse, turn, station"_L1, [](const C &c) { return c.car.reason; }),
    shown<C>("fuse"_L1, "Of fuse and turn: which"_L1, [](const C &c) { return orNull(c.car.fuse); }),
    shown<C>("text"_L1, "The same in words"_L1, [](const C &c) { return store::reasonText(c.car); }),
};

QList<CarView> carsOf(const MemberView &view)
{
    QList<CarView> cars;
    for (const store::SiteCar &car : view.state.cars)
        cars.append({car});
    return cars;
}

using M = MemberView;
constexpr Property memberProperties[] = {
    settable<M>(
        "station"_L1, "In one site at most"_L1, [](auto &m) -> auto & { return m.state.member.station; }, length(1, 48)),
    settable<M>(
        "fuse"_L1, "By its name"_L1, [](auto &m) -> auto & { return m.state.member.fuse; }, length(1, 100)),
    settable<M>("phases"_L1, "To which of the fuse its first, second and third phase is wired"_L1,
                [](auto &m) -> auto & { return m.state.member.phases; }),
    settable<M>(
        "priority"_L1, "The weight of its cars above the minimum; a higher one is also served first"_L1,
        [](auto &m) -> auto & { return m.state.member.priority; }, range(1, 9)),
    settable<M>("minimum"_L1, "A that a car needs to charge, at least 6"_L1,
                [](auto &m) -> auto & { return m.state.member.minimumA; }),
    settable<M>("maximum"_L1, "A that the station can draw on each phase, all connectors together"_L1,
                [](auto &m) -> auto & { return m.state.member.maximumA; }),
    settable<M>("fallback"_L1, "A that it gets when this computer is off; null: chosen so that all fits"_L1,
                [](auto &m) -> auto & { return m.state.member.wantedFallbackA; }),
    settable<M>("drawsEvenly"_L1, "On all its phases, as DC chargers do: more for stations whose limits are in W"_L1,
                [](auto &m) -> auto & { return m.state.member.drawsEvenly; }),
    settable<M>("voltage"_L1, "V of a phase, for stations whose limits are in W"_L1,
                [](auto &m) -> auto & { return m.state.member.voltage; }),
    shown<M>("chosenFallback"_L1, "In A"_L1, [](const M &m) { return m.state.member.fallbackA; }),
    shown<M>("hasFallback"_L1, "Whether it said that it took it; without one it counts with its maximum"_L1,
             [](const M &m) { return m.state.hasFallback; }),
    shown<M>("online"_L1, "Whether it is connected now"_L1, [](const M &m) { return m.state.isOnline; }),
    shown<M>("limit"_L1, "A that it took as its limit; null: none, or nobody knows"_L1,
             [](const M &m) { return m.state.limit; }),
    shown<M>("limitUntil"_L1, "When that expires; null: never"_L1, [](const M &m) { return m.state.limitUntil; }),
    shown<M>("mayDraw"_L1, "A that it may draw now, whatever became of what it was told"_L1,
             [](const M &m) { return m.state.mayDraw; }),
    shown<M>("flow"_L1, "A that it draws, on the phases of the fuse; null: not measured"_L1,
             [](const M &m) { return phasesJson(m.state.flow); }),
    shown<M>("refusal"_L1, "Why it took no limit; null: it did"_L1, [](const M &m) { return orNull(m.state.member.refusal); }),
    shown<M>("nextTry"_L1, "After a refusal"_L1, [](const M &m) { return m.state.member.nextTry; }),
    shownList<M>("cars"_L1, "Those that want something"_L1, [](const M &m) { return carsOf(m); }),
};

constexpr Schema fuseSchema{"Fuse"_L1, fuseProperties, "A fuse or a feeder"_L1, requiredOfFuse};
constexpr Schema memberSchema{"SiteMember"_L1, memberProperties, "A station of a site"_L1, requiredOfMember};

QList<FuseView> fusesOf(const SiteBody &body)
{
    QList<FuseView> fuses;
    for (const auto &state : body.view.fuses)
        fuses.append({state, phasesJson(store::limitOf(state.fuse)), phasesJson(store::baseOf(state.fuse))});
    return fuses;
}

QList<MemberView> membersOf(const SiteBody &body)
{
    QList<MemberView> members;
    for (const auto &state : body.view.members)
        members.append({state});
    return members;
}

/// A list that can be set; its items are looked at later.
constexpr Property writable(Property property, void (*write)(void *, const QJsonValue &))
{
    property.use = Use::Both;
    property.write = write;
    return property;
}

using S = SiteBody;
constexpr Property siteProperties[] = {
    shown<S>("name"_L1, "Matched case-insensitively"_L1, [](const S &s) { return s.view.name; }),
    writable(shownList<S>("fuses"_L1, "A tree: one main fuse, and what hangs on it"_L1,
                          [](const S &s) { return fusesOf(s); }),
             [](void *row, const QJsonValue &value) { static_cast<S *>(row)->fuses = value.toArray(); }),
    writable(shownList<S>("members"_L1, "The stations that share them"_L1,
                          [](const S &s) { return membersOf(s); }),
             [](void *row, const QJsonValue &value) { static_cast<S *>(row)->members = value.toArray(); }),
    shown<S>("warnings"_L1, "What keeps it from being steered, or from being safe"_L1,
             [](const S &s) { return store::siteWarnings(s.view); }),
};

Failure unknownSite(const QString &name)
{
    return {404, u"unknownSite"_s, u"There is no site \"%1\". Enter it with PUT /api/v1/sites/{name}."_s.arg(name), {}};
}

Failure below(const QString &path, Failure failure)
{
    failure.path = path + failure.path;
    failure.message = u"%1: %2"_s.arg(path, failure.message);
    return failure;
}

Answer<void> readAmps(const QJsonValue &value, double &l1, double &l2, double &l3, const QString &path)
{
    if (value.isDouble()) {
        l1 = l2 = l3 = value.toDouble();
        return {};
    }
    const QJsonObject phases = value.toObject();
    const bool fits = value.isObject() && phases["L1"_L1].isDouble() && phases["L2"_L1].isDouble()
                      && phases["L3"_L1].isDouble();
    if (!fits)
        return tl::unexpected(badMember(path, u"must be a number of amperes, or {\"L1\", \"L2\", \"L3\"} of them"_s));
    l1 = phases["L1"_L1].toDouble();
    l2 = phases["L2"_L1].toDouble();
    l3 = phases["L3"_L1].toDouble();
    return {};
}

Answer<store::SiteFuse> readFuse(const QJsonObject &item)
{
    FuseView view;
    return assign(fuseSchema, item, &view)
        .and_then([&] {
            store::SiteFuse &fuse = view.state.fuse;
            return readAmps(view.amps, fuse.limitL1, fuse.limitL2, fuse.limitL3, u"/amps"_s);
        })
        .and_then([&] {
            store::SiteFuse &fuse = view.state.fuse;
            return readAmps(view.base, fuse.baseL1, fuse.baseL2, fuse.baseL3, u"/base"_s);
        })
        .map([&] { return view.state.fuse; });
}

Answer<store::SiteMember> readMember(const QJsonObject &item)
{
    MemberView view;
    return assign(memberSchema, item, &view).map([&view] { return view.state.member; });
}

/// Each of a list; the path of what is wrong begins with where it stands.
template<class Row>
Answer<QList<Row>> readItems(const QJsonArray &items, const QString &list, Answer<Row> (*readOne)(const QJsonObject &))
{
    QList<Row> rows;
    for (int i = 0; i < items.size(); ++i) {
        const QString path = u"/%1/%2"_s.arg(list).arg(i);
        if (!items[i].isObject())
            return tl::unexpected(badMember(path, u"must be an object"_s));
        auto row = readOne(items[i].toObject());
        if (!row)
            return tl::unexpected(below(path, row.error()));
        rows.append(*row);
    }
    return rows;
}

Answer<store::SiteSetup> readSite(const QString &name, const QJsonObject &body)
{
    SiteBody wanted;
    store::SiteSetup setup{name, {}, {}};
    return assign(siteSchema, body, &wanted)
        .and_then([&] { return readItems<store::SiteFuse>(wanted.fuses, u"fuses"_s, readFuse); })
        .and_then([&](const QList<store::SiteFuse> &fuses) {
            setup.fuses = fuses;
            return readItems<store::SiteMember>(wanted.members, u"members"_s, readMember);
        })
        .map([&](const QList<store::SiteMember> &members) {
            setup.members = members;
            return setup;
        });
}

Answer<Reply> siteReply(store::Database &db, const QString &name, int status)
{
    const auto view = store::siteView(db, name, store::now());
    if (!view)
        return tl::unexpected(unknownSite(name));
    const SiteBody body{*view};
    return jsonReply(toJson(siteProperties, &body), status);
}

} // namespace

std::span<const Property> FuseView::properties()
{
    return fuseProperties;
}

std::span<const Property> CarView::properties()
{
    return carProperties;
}

std::span<const Property> MemberView::properties()
{
    return memberProperties;
}

const Schema siteSchema{"Site"_L1, siteProperties, "Fuses, and the stations that share them"_L1, requiredOfSite};

Answer<Reply> listSites(Context &context, const Call &call)
{
    return call.page().and_then([&context](const Page &page) {
        return context.readSettled([page](store::Database &db) {
            QList<SiteBody> bodies;
            for (const store::Site &site : store::Sites(db).list()) {
                if (const auto view = store::siteView(db, site.name, store::now()))
                    bodies.append({*view});
            }
            return sliceReply(bodies, page, siteProperties);
        });
    });
}

Answer<Reply> showSite(Context &context, const Call &call)
{
    const QString name = call.path(u"name"_s);
    return flattened(
        context.readSettled([name](store::Database &db) -> Answer<Reply> { return siteReply(db, name, 200); }));
}

Answer<Reply> setSite(Context &context, const Call &call)
{
    const QString name = call.path(u"name"_s);
    const auto setup = call.body().and_then([&name](const QJsonObject &body) { return readSite(name, body); });
    if (!setup)
        return tl::unexpected(setup.error());
    return flattened(context.write([setup = *setup](store::Database &db) -> Answer<Reply> {
        store::Sites sites(db);
        const bool isKnown = sites.find(setup.name).has_value();
        const auto saved = sites.save(setup, store::now());
        if (!saved)
            return tl::unexpected(Failure{422, u"badSite"_s, saved.error().text, saved.error().path});
        return siteReply(db, setup.name, isKnown ? 200 : 201);
    }));
}

Answer<Reply> removeSite(Context &context, const Call &call)
{
    const QString name = call.path(u"name"_s);
    return flattened(context.write([name](store::Database &db) -> Answer<Reply> {
        if (!store::Sites(db).remove(name))
            return tl::unexpected(unknownSite(name));
        return emptyReply();
    }));
}

} // namespace http
