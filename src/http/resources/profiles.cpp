// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/profiles.h"

#include "http/listing.h"
#include "http/schema.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/stations.h"

#include <algorithm>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NamedView {
    store::NamedProfile named;
    int places = 0;
};

struct ProblemView {
    charging::Problem problem;
    static std::span<const Property> properties();
};

struct PlaceView {
    store::StationProfile row;
    QString name;
    QList<ProblemView> problems;
};

struct Wish {
    int connector = 0;
    QJsonValue profile;
};

constexpr QLatin1StringView profileStates[] = {"pending"_L1, "installed"_L1, "rejected"_L1, "notSupported"_L1,
                                               "unfit"_L1,   "clearing"_L1,  "reported"_L1};
constexpr QLatin1StringView severities[] = {"warning"_L1, "error"_L1};
constexpr QLatin1StringView wishMembers[] = {"connectorId"_L1, "profile"_L1};

using N = NamedView;
constexpr Property namedProperties[] = {
    shown<N>("name"_L1, "Matched case-insensitively"_L1, [](const N &n) { return n.named.name; }),
    shown<N>("profile"_L1, "OCPP 1.6, 7.8; without a chargingProfileId each station gets one"_L1,
             [](const N &n) { return wireValue(n.named.profile); }),
    shown<N>("changed"_L1, "When it was entered"_L1, [](const N &n) { return n.named.changed; }),
    shown<N>("places"_L1, "At how many connectors it is desired"_L1, [](const N &n) { return n.places; }),
};

using P = ProblemView;
constexpr Property problemProperties[] = {
    shown<P>("kind"_L1, "For programs, e.g. stackLevelTooHigh"_L1,
             [](const P &p) { return QString(toString(p.problem.kind)); }),
    shown<P>("path"_L1, "JSON pointer into {connectorId, profile}"_L1, [](const P &p) { return p.problem.path; }),
    shown<P>(
        "severity"_L1, "Errors are not sent"_L1, [](const P &p) { return QString(toString(p.problem.severity)); },
        words(severities)),
    shown<P>("values"_L1, "What the text speaks of"_L1, [](const P &p) { return p.problem.values; }),
    shown<P>("text"_L1, "What, why, what to do"_L1, [](const P &p) { return p.problem.text; }),
};

QJsonValue profileOr(const std::optional<QByteArray> &profile)
{
    return profile ? wireValue(*profile) : QJsonValue(QJsonValue::Null);
}

using V = PlaceView;
constexpr Property placeProperties[] = {
    shown<V>("connectorId"_L1, "0: the whole station, or all connectors"_L1,
             [](const V &v) { return v.row.connector; }),
    shown<V>("chargingProfilePurpose"_L1, "7.10"_L1, [](const V &v) { return v.row.purpose; }),
    shown<V>("stackLevel"_L1, "7.8"_L1, [](const V &v) { return v.row.stackLevel; }),
    shown<V>("transactionId"_L1, "Of a TxProfile"_L1,
             [](const V &v) { return v.row.transactionId > 0 ? std::optional(v.row.transactionId) : std::nullopt; }),
    shown<V>("chargingProfileId"_L1, "Unique at the station"_L1, [](const V &v) { return v.row.profileId; }),
    shown<V>("name"_L1, "Of the library, if it is one of those"_L1, [](const V &v) { return orNull(v.name); }),
    shown<V>("desired"_L1, "What the station is to have here; null: nothing, or what it has"_L1,
             [](const V &v) { return profileOr(v.row.desired); }),
    shown<V>("desiredAt"_L1, "Since when"_L1, [](const V &v) { return v.row.desiredAt; }),
    shown<V>("reported"_L1, "What it accepted last"_L1, [](const V &v) { return profileOr(v.row.accepted); }),
    shown<V>("reportedAt"_L1, "When"_L1, [](const V &v) { return v.row.acceptedAt; }),
    shown<V>(
        "state"_L1, "clearing: no longer desired; reported: by a command, nobody desires it"_L1,
        [](const V &v) { return v.row.state; }, words(profileStates)),
    shown<V>("reason"_L1, "Why it is rejected, notSupported or unfit"_L1,
             [](const V &v) { return orNull(v.row.refusal); }),
    shownList<V>("problems"_L1, "What is questionable about the desired one"_L1, [](const V &v) { return v.problems; }),
};

constexpr Property wishProperties[] = {
    settable<Wish>(
        "connectorId"_L1, "0: the whole station, or all connectors"_L1, [](auto &w) -> auto & { return w.connector; },
        range(0, 1'000'000)),
    settable<Wish>(
        "profile"_L1, "A name of the library, or an OCPP ChargingProfile"_L1,
        [](auto &w) -> auto & { return w.profile; }),
};

Answer<void> checkName(const QString &name)
{
    const bool fits = !name.trimmed().isEmpty() && name.size() <= 100
                      && std::ranges::none_of(name, [](QChar c) { return c.category() == QChar::Other_Control; });
    if (fits)
        return {};
    return tl::unexpected(Failure{422, u"badName"_s, u"A profile's name has 1 to 100 characters."_s, {}});
}

Failure unknownProfile(const QString &name)
{
    return {404,
            u"unknownChargingProfile"_s,
            u"There is no charging profile \"%1\". Enter it with PUT /api/v1/charging-profiles/{name}."_s.arg(name),
            {}};
}

Failure failureOf(const store::ProfileRefusal &refusal)
{
    using Kind = store::ProfileRefusal::Kind;
    const QString code = refusal.kind == Kind::UnknownName      ? u"unknownChargingProfile"_s
                         : refusal.kind == Kind::InvalidProfile ? u"invalidProfile"_s
                                                                : u"unfitProfile"_s;
    return {422, code, refusal.text, refusal.path};
}

/// The body is the profile itself: paths begin there.
Failure withoutPrefix(Failure failure)
{
    const QString prefix = u"/profile"_s;
    if (failure.path.startsWith(prefix))
        failure.path.remove(0, prefix.size());
    return failure;
}

PlaceView viewOf(store::ChargingProfiles &profiles, const store::StationProfile &row)
{
    PlaceView view{row, {}, {}};
    if (!row.nameKey.isEmpty()) {
        const auto named = profiles.named(row.nameKey);
        view.name = named ? named->name : row.nameKey;
    }
    for (const charging::Problem &problem : profiles.problems(row, store::now()))
        view.problems.append({problem});
    return view;
}

Reply namedReply(store::ChargingProfiles &profiles, const store::NamedProfile &named, int status)
{
    const NamedView view{named, profiles.uses().value(named.nameKey)};
    return jsonReply(toJson(namedProperties, &view), status);
}

Answer<store::ProfileFilter> filterOf(const Call &call)
{
    const auto id = call.queryNumber(u"id"_s);
    const auto connector = call.queryNumber(u"connectorId"_s);
    const auto level = call.queryNumber(u"stackLevel"_s);
    if (!id || !connector || !level)
        return tl::unexpected(!id ? id.error() : !connector ? connector.error() : level.error());
    store::ProfileFilter filter{*id, *connector, {}, *level};
    if (const QString purpose = call.query(u"chargingProfilePurpose"_s); !purpose.isEmpty())
        filter.purpose = purpose;
    return filter;
}

Answer<store::ProfileWish> wishOf(const Call &call)
{
    Wish wish;
    const Answer<void> assigned =
        call.body().and_then([&wish](const QJsonObject &body) { return assign(profileWishSchema, body, &wish); });
    if (!assigned)
        return tl::unexpected(assigned.error());
    if (wish.profile.isString() && !wish.profile.toString().isEmpty())
        return store::ProfileWish{{}, wish.connector, wish.profile.toString(), {}};
    if (wish.profile.isObject())
        return store::ProfileWish{{}, wish.connector, {}, wish.profile.toObject()};
    return tl::unexpected(badMember(u"/profile"_s, u"must be the name of a profile, or a profile"_s));
}

} // namespace

std::span<const Property> ProblemView::properties()
{
    return problemProperties;
}

const Schema namedProfileSchema{"NamedChargingProfile"_L1, namedProperties, "A charging profile of the library"_L1};
const Schema chargingProfileSchema{
    "ChargingProfile"_L1, {}, "As in OCPP 1.6, 7.8; chargingProfileId may be missing"_L1};
const Schema stationProfileSchema{"StationChargingProfile"_L1, placeProperties,
                                  "One place for a profile at a station: what is desired there, and what it has"_L1};
const Schema profileWishSchema{"ChargingProfileWish"_L1, wishProperties, "What a station is to have"_L1, wishMembers};

Answer<Reply> listNamedProfiles(Context &context, const Call &call)
{
    return call.page().and_then([&context](const Page &page) {
        return context.read([page](store::Database &db) {
            store::ChargingProfiles profiles(db);
            const QHash<QString, int> uses = profiles.uses();
            QList<NamedView> views;
            for (const store::NamedProfile &named : profiles.library(page.after, page.limit + 1))
                views.append({named, uses.value(named.nameKey)});
            return pageReply(views, page, namedProperties, [](const NamedView &view) { return view.named.name; });
        });
    });
}

Answer<Reply> showNamedProfile(Context &context, const Call &call)
{
    const QString name = call.path(u"name"_s);
    return flattened(context.read([name](store::Database &db) -> Answer<Reply> {
        store::ChargingProfiles profiles(db);
        const auto named = profiles.named(name);
        if (!named)
            return tl::unexpected(unknownProfile(name));
        return namedReply(profiles, *named, 200);
    }));
}

Answer<Reply> setNamedProfile(Context &context, const Call &call)
{
    const QString name = call.path(u"name"_s);
    const auto body = checkName(name).and_then([&call] { return call.body(); });
    if (!body)
        return tl::unexpected(body.error());
    if (const auto checked = store::ChargingProfiles::checkNamed(*body); !checked)
        return tl::unexpected(withoutPrefix(failureOf(checked.error())));
    return flattened(context.write([name, profile = *body](store::Database &db) -> Answer<Reply> {
        store::ChargingProfiles profiles(db);
        const bool known = profiles.named(name).has_value();
        profiles.saveNamed(name, profile, store::now());
        const auto saved = profiles.named(name);
        return namedReply(profiles, saved.value_or(store::NamedProfile()), known ? 200 : 201);
    }));
}

Answer<Reply> removeNamedProfile(Context &context, const Call &call)
{
    const QString name = call.path(u"name"_s);
    return flattened(context.write([name](store::Database &db) -> Answer<Reply> {
        store::ChargingProfiles profiles(db);
        const QStringList users = profiles.stationsUsing(name);
        if (!users.isEmpty())
            return tl::unexpected(
                Failure{409,
                        u"inUse"_s,
                        u"\"%1\" is desired at %2. Withdraw it there first."_s.arg(name, users.join(u", "_s)),
                        {}});
        if (!profiles.removeNamed(name))
            return tl::unexpected(unknownProfile(name));
        return emptyReply();
    }));
}

Answer<Reply> listStationProfiles(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    const QString id = call.path(u"id"_s);
    return flattened(context.read([id, page = *page](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        store::ChargingProfiles profiles(db);
        QList<PlaceView> views;
        for (const store::StationProfile &row : profiles.list(station->id))
            views.append(viewOf(profiles, row));
        return sliceReply(views, page, placeProperties);
    }));
}

Answer<Reply> desireProfile(Context &context, const Call &call)
{
    const auto wish = wishOf(call);
    if (!wish)
        return tl::unexpected(wish.error());
    return flattened(
        context.write([id = call.path(u"id"_s), wish = *wish](store::Database &db) mutable -> Answer<Reply> {
            const auto station = store::Stations(db).find(id);
            if (!station)
                return tl::unexpected(unknownStation(id));
            wish.station = station->id;
            store::ChargingProfiles profiles(db);
            const auto desired = profiles.desire(wish, store::now());
            if (!desired)
                return tl::unexpected(failureOf(desired.error()));
            const PlaceView view = viewOf(profiles, desired->row);
            return jsonReply(toJson(placeProperties, &view));
        }));
}

Answer<Reply> withdrawProfiles(Context &context, const Call &call)
{
    const auto filter = filterOf(call);
    if (!filter)
        return tl::unexpected(filter.error());
    return flattened(context.write([id = call.path(u"id"_s), filter = *filter](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        store::ChargingProfiles(db).withdraw(station->id, filter, store::now());
        return emptyReply();
    }));
}

} // namespace http
