// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/stations.h"

#include "config/password.h"
#include "http/listing.h"
#include "http/schema.h"
#include "store/clock.h"
#include "store/connectors.h"
#include "store/findings.h"
#include "store/knocks.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ConnectorView {
    store::Connector connector;
    static std::span<const Property> properties();
};

struct BootView {
    const store::Station *station;
    static std::span<const Property> properties();
};

struct StationView {
    store::Station station;
    QList<ConnectorView> connectors;
    int findings = 0;
    std::optional<QString> password; // only comes in
};

constexpr QLatin1StringView registrations[] = {"accepted"_L1, "pending"_L1, "rejected"_L1};

using C = ConnectorView;
constexpr Property connectorProperties[] = {
    shown<C>("connector"_L1, "0 is the station itself"_L1, [](const C &c) { return c.connector.connector; }),
    shown<C>("status"_L1, "Last known; null before the first StatusNotification"_L1,
             [](const C &c) { return orNull(c.connector.status); }),
    shown<C>("errorCode"_L1, "As reported"_L1, [](const C &c) { return orNull(c.connector.errorCode); }),
    shown<C>("info"_L1, "As reported"_L1, [](const C &c) { return orNull(c.connector.info); }),
    shown<C>("vendorId"_L1, "As reported"_L1, [](const C &c) { return orNull(c.connector.vendorId); }),
    shown<C>("vendorErrorCode"_L1, "As reported"_L1,
             [](const C &c) { return orNull(c.connector.vendorErrorCode); }),
    shown<C>("timestamp"_L1, "Of the status, by the station's clock"_L1,
             [](const C &c) { return c.connector.statusTime; }),
    shown<C>("received"_L1, "When the status came in"_L1, [](const C &c) { return c.connector.received; }),
    shown<C>("powerW"_L1, "Live"_L1, [](const C &c) { return c.connector.powerW; }),
    shown<C>("currentA"_L1, "Live"_L1, [](const C &c) { return c.connector.currentA; }),
    shown<C>("voltageV"_L1, "Live"_L1, [](const C &c) { return c.connector.voltageV; }),
    shown<C>("energyWh"_L1, "The import register"_L1, [](const C &c) { return c.connector.energyWh; }),
    shown<C>("socPercent"_L1, "The vehicle's state of charge"_L1,
             [](const C &c) { return c.connector.socPercent; }),
    shown<C>("meterTime"_L1, "Of the live values"_L1, [](const C &c) { return c.connector.meterTime; }),
};

using B = BootView;
constexpr Property bootProperties[] = {
    shown<B>("time"_L1, "When the last BootNotification came in"_L1,
             [](const B &b) { return b.station->bootTime; }),
    shown<B>("chargePointVendor"_L1, "4.2"_L1, [](const B &b) { return orNull(b.station->vendor); }),
    shown<B>("chargePointModel"_L1, "4.2"_L1, [](const B &b) { return orNull(b.station->model); }),
    shown<B>("chargePointSerialNumber"_L1, "4.2"_L1, [](const B &b) { return orNull(b.station->serial); }),
    shown<B>("chargeBoxSerialNumber"_L1, "4.2"_L1,
             [](const B &b) { return orNull(b.station->chargeBoxSerial); }),
    shown<B>("firmwareVersion"_L1, "4.2"_L1, [](const B &b) { return orNull(b.station->firmwareVersion); }),
    shown<B>("iccid"_L1, "4.2"_L1, [](const B &b) { return orNull(b.station->iccid); }),
    shown<B>("imsi"_L1, "4.2"_L1, [](const B &b) { return orNull(b.station->imsi); }),
    shown<B>("meterType"_L1, "4.2"_L1, [](const B &b) { return orNull(b.station->meterType); }),
    shown<B>("meterSerialNumber"_L1, "4.2"_L1, [](const B &b) { return orNull(b.station->meterSerial); }),
};

std::optional<BootView> bootOf(const StationView &view)
{
    return view.station.bootTime ? std::optional(BootView{&view.station}) : std::nullopt;
}

using V = StationView;
constexpr Property stationProperties[] = {
    shown<V>("id"_L1, "As entered; matched case-insensitively"_L1, [](const V &v) { return v.station.id; }),
    settable<V>(
        "registration"_L1, "How a BootNotification is answered"_L1,
        [](auto &v) -> auto & { return v.station.registration; }, words(registrations)),
    settable<V>(
        "securityProfile"_L1, "0: no password, 1: password, 2: password and TLS, 3: certificate"_L1,
        [](auto &v) -> auto & { return v.station.securityProfile; }, range(0, 3)),
    settable<V>(
        "password"_L1, "For Basic authentication; null removes it"_L1,
        [](auto &v) -> auto & { return v.password; }, length(1, 128), writeOnly()),
    shown<V>("hasPassword"_L1, "Whether one is set"_L1,
             [](const V &v) { return !v.station.passwordHash.isEmpty(); }),
    settable<V>(
        "description"_L1, "Free text"_L1, [](auto &v) -> auto & { return v.station.description; },
        length(0, 500)),
    settable<V>(
        "site"_L1, "Where it stands"_L1, [](auto &v) -> auto & { return v.station.site; }, length(0, 100)),
    settable<V>(
        "callTimeout"_L1, "How long it may take to answer, in seconds"_L1,
        [](auto &v) -> auto & { return v.station.callTimeoutSeconds; }, range(1, 3600)),
    settable<V>(
        "zonelessIsLocal"_L1, "Its times without a zone are local time instead of UTC"_L1,
        [](auto &v) -> auto & { return v.station.zonelessIsLocal; }),
    settable<V>(
        "tagSuffix"_L1, "What it appends to idTags, to be ignored"_L1,
        [](auto &v) -> auto & { return v.station.tagSuffix; }, length(0, 20)),
    shown<V>("created"_L1, "When it was entered"_L1, [](const V &v) { return v.station.created; }),
    shown<V>("online"_L1, "Whether it is connected now"_L1, [](const V &v) { return v.station.online; }),
    shown<V>("connectedAt"_L1, "Of the last connection"_L1, [](const V &v) { return v.station.connectedAt; }),
    shown<V>("lastHeard"_L1,
             "When its last message came in; while it is online at most 5 s old, with thousands of stations more"_L1,
             [](const V &v) { return v.station.lastHeard; }),
    shown<V>("remoteAddress"_L1, "Of the last connection"_L1,
             [](const V &v) { return orNull(v.station.remoteAddress); }),
    shown<V>("subprotocol"_L1, "Of the last connection"_L1,
             [](const V &v) { return orNull(v.station.subprotocol); }),
    shown<V>("clockDriftMs"_L1, "Its clock minus ours"_L1, [](const V &v) { return v.station.clockDriftMs; }),
    shownObject<V>("boot"_L1, "The last BootNotification; null before the first"_L1,
                   [](const V &v) { return bootOf(v); }),
    shownList<V>("connectors"_L1, "With their last known status"_L1, [](const V &v) { return v.connectors; }),
    shown<V>("findingsCount"_L1, "Different deviations from the specification seen"_L1,
             [](const V &v) { return v.findings; }),
};

StationView viewOf(store::Station station, const QList<store::Connector> &connectors, int findings)
{
    StationView view{std::move(station), {}, findings, {}};
    for (const store::Connector &connector : connectors)
        view.connectors += ConnectorView{connector};
    return view;
}

StationView viewOf(store::Database &db, const store::Station &station)
{
    return viewOf(station, store::Connectors(db).list(station.id), store::Findings(db).count(station.id));
}

// Three statements for all stations instead of two for each.
QList<StationView> viewsOf(store::Database &db, const QList<store::Station> &stations)
{
    QHash<QString, QList<store::Connector>> connectors;
    for (const store::Connector &connector : store::Connectors(db).list())
        connectors[connector.station] += connector;
    const QHash<QString, int> findings = store::Findings(db).counts();
    QList<StationView> views;
    for (const store::Station &station : stations)
        views += viewOf(station, connectors.value(station.id), findings.value(station.id));
    return views;
}

// Of a new station: it is a part of the stations' address and the user name of Basic authentication. Those that came by
// themselves (--accept-unknown) or were accepted as they knocked may be called otherwise.
Answer<void> checkId(const QString &id)
{
    const bool fits = !id.isEmpty() && id.size() <= store::longestStationId && std::ranges::none_of(id, [](QChar c) {
        return c.unicode() <= 0x20 || c.unicode() == 0x7f || c == u'/';
    });
    if (fits)
        return {};
    return tl::unexpected(Failure{
        422, u"badStationId"_s, u"A station's id has 1 to 48 characters, without blanks and slashes."_s, {}});
}

// What a PUT asks for, checked and with the password already hashed: the writer's thread must not be slow.
struct Wanted {
    QString id;
    QJsonObject body;
    std::optional<QString> passwordHash; // nullopt: stays as it is
};

Answer<Wanted> wantedOf(const Call &call)
{
    Wanted wanted{call.path(u"id"_s), {}, {}};
    const auto body = call.body();
    if (!body)
        return tl::unexpected(body.error());
    wanted.body = *body;
    StationView scratch;
    const Answer<void> assigned = assign(stationSchema, wanted.body, &scratch);
    if (!assigned)
        return tl::unexpected(assigned.error());
    if (wanted.body.contains("password"_L1))
        wanted.passwordHash = scratch.password ? config::hashPassword(scratch.password->toUtf8()) : QString();
    return wanted;
}

struct Saved {
    StationView view;
    bool created = false;
};

Answer<Saved> save(store::Database &db, const Wanted &wanted)
{
    const auto known = store::Stations(db).find(wanted.id);
    const Answer<void> isLegal = known ? Answer<void>() : checkId(wanted.id);
    if (!isLegal)
        return tl::unexpected(isLegal.error());
    if (wanted.passwordHash && !wanted.passwordHash->isEmpty() && !store::mayHavePassword(wanted.id)) {
        return tl::unexpected(
            Failure{422, u"noPasswordPossible"_s,
                    u"A station with a colon in its id cannot come in with a password: what follows the colon "
                    "would be taken for it (RFC 7617). Give it another id."_s,
                    u"/password"_s});
    }
    StationView view;
    view.station = known.value_or(store::Station{.id = wanted.id, .created = store::now()});
    assign(stationSchema, wanted.body, &view);
    view.station.passwordHash = wanted.passwordHash.value_or(view.station.passwordHash);
    store::Stations(db).save(view.station);
    store::Knocks(db).remove(wanted.id);
    return Saved{viewOf(db, store::Stations(db).find(wanted.id).value_or(view.station)), !known};
}

} // namespace

std::span<const Property> ConnectorView::properties()
{
    return connectorProperties;
}

std::span<const Property> BootView::properties()
{
    return bootProperties;
}

const Schema stationSchema{"Station"_L1, stationProperties, "A charge point"_L1};

Answer<Reply> listStations(Context &context, const Call &call)
{
    return call.page().and_then([&context](const Page &page) {
        return context.read([page](store::Database &db) {
            const auto stations = store::Stations(db).list({.after = page.after, .limit = page.limit + 1});
            return pageReply(viewsOf(db, stations), page, stationProperties,
                             [](const StationView &view) { return view.station.id; });
        });
    });
}

Answer<Reply> showStation(Context &context, const Call &call)
{
    const QString id = call.path(u"id"_s);
    return flattened(context.read([id](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        const StationView view = viewOf(db, *station);
        return jsonReply(toJson(stationProperties, &view));
    }));
}

Answer<Reply> setStation(Context &context, const Call &call)
{
    return wantedOf(call)
        .and_then([&context](const Wanted &wanted) {
            return flattened(context.write([wanted](store::Database &db) { return save(db, wanted); }));
        })
        .map([](const Saved &saved) {
            return jsonReply(toJson(stationProperties, &saved.view), saved.created ? 201 : 200);
        });
}

Answer<Reply> removeStation(Context &context, const Call &call)
{
    const QString id = call.path(u"id"_s);
    return flattened(context.write([id](store::Database &db) -> Answer<Reply> {
        if (!store::Stations(db).remove(id))
            return tl::unexpected(unknownStation(id));
        return emptyReply();
    }));
}

} // namespace http
