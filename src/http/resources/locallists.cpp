// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/locallists.h"

#include "http/listing.h"
#include "http/schema.h"
#include "ocpp/messages.h"
#include "store/clock.h"
#include "store/locallistplan.h"
#include "store/reconciliations.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView sourceWords[] = {"tags"_L1, "entries"_L1};
constexpr QLatin1StringView stateWords[] = {"inSync"_L1, "working"_L1, "waiting"_L1, "gaveUp"_L1};
constexpr QLatin1StringView obstacleWords[] = {"none"_L1, "noProfile"_L1, "disabled"_L1, "unsupported"_L1, "tooLong"_L1};

QJsonArray arrayOf(const QList<store::LocalListEntry> &entries)
{
    QJsonArray array;
    for (const store::LocalListEntry &entry : entries)
        array.append(ocpp::encode(store::onTheWire(entry)));
    return array;
}

QJsonArray arrayOf(const QList<store::LocalListChange> &changes)
{
    QJsonArray array;
    for (const store::LocalListChange &change : changes) {
        QJsonObject object = ocpp::encode(store::onTheWire(change.entry));
        if (change.kind == store::LocalListChange::Kind::Remove)
            object.remove("idTagInfo"_L1);
        object.insert("change"_L1, QString(toString(change.kind)));
        array.append(object);
    }
    return array;
}

// A shared list, or what a request says about one.
struct ListView {
    store::LocalList list;
    std::optional<store::LocalListSource> source;
    QStringList groups;
    QJsonValue entries{QJsonValue::Null};
    QStringList stations;
};

using L = ListView;
constexpr Property listProperties[] = {
    shown<L>("name"_L1, "Matched case-insensitively"_L1, [](const L &l) { return l.list.name; }),
    settable<L>(
        "source"_L1, "tags: the idTags valid at the station; entries: those given here"_L1,
        [](auto &l) -> auto & { return l.source; }, words(sourceWords)),
    settable<L>(
        "groups"_L1, "Of source tags: only tags with one of these parentIdTags; none: all"_L1,
        [](auto &l) -> auto & { return l.groups; }, mayBeNull()),
    settable<L>(
        "entries"_L1, "As localAuthorizationList of SendLocalList: [{\"idTag\", \"idTagInfo\": {...}}]"_L1,
        [](auto &l) -> auto & { return l.entries; }),
    shown<L>("stations"_L1, "Ids of the stations that shall have it"_L1, [](const L &l) { return l.stations; }),
    shown<L>("changed"_L1, "When it was entered last"_L1, [](const L &l) { return l.list.changed; }),
};

// The list of one station.
struct StationView : ListView {
    std::optional<QString> sharedName;
    store::LocalListPlan plan;
    store::Reconciliation work;
};

using S = StationView;
constexpr Property stationProperties[] = {
    settable<S>(
        "list"_L1, "Name of the shared list that it shall have; null: one of its own, or none"_L1,
        [](auto &s) -> auto & { return s.sharedName; }, length(1, 100)),
    settable<S>(
        "source"_L1, "tags: the idTags valid here; entries: those given here; null: its list is left alone"_L1,
        [](auto &s) -> auto & { return s.source; }, words(sourceWords)),
    settable<S>(
        "groups"_L1, "Of source tags: only tags with one of these parentIdTags; none: all"_L1,
        [](auto &s) -> auto & { return s.groups; }, mayBeNull()),
    settable<S>(
        "entries"_L1, "As localAuthorizationList of SendLocalList: [{\"idTag\", \"idTagInfo\": {...}}]"_L1,
        [](auto &s) -> auto & { return s.entries; }),
    shown<S>("version"_L1, "Of the list that it has, by its own word since its boot; 0: empty, -1: not supported"_L1,
             [](const S &s) { return s.plan.row.reported; }),
    shown<S>("reportedAt"_L1, "When it said so"_L1, [](const S &s) { return s.plan.row.reportedAt; }),
    shown<S>("committedVersion"_L1, "Of the last update that it accepted; 0: none"_L1,
             [](const S &s) { return s.plan.row.committed; }),
    shown<S>("committedAt"_L1, "When it accepted it"_L1, [](const S &s) { return s.plan.row.committedAt; }),
    shown<S>("drift"_L1, "How much is not as desired; 0: the station has its list"_L1,
             [](const S &s) { return s.plan.drift(); }),
    shown<S>("changes"_L1, "What differs: [{\"change\": \"add|update|remove\", \"idTag\", \"idTagInfo\"?}]"_L1,
             [](const S &s) { return QJsonValue(arrayOf(s.plan.changes)); }),
    shown<S>("updates"_L1, "How many SendLocalList it takes"_L1, [](const S &s) { return s.plan.updates(); }),
    shown<S>(
        "obstacle"_L1, "Why it cannot have the list"_L1, [](const S &s) { return QString(toString(s.plan.obstacle)); },
        words(obstacleWords)),
    shown<S>(
        "state"_L1, "Of the work on the difference"_L1, [](const S &s) { return s.work.state; }, words(stateWords)),
    shown<S>("paused"_L1, "The difference is not worked off"_L1, [](const S &s) { return s.work.paused; }),
    shown<S>("reason"_L1, "Why it waits or was given up"_L1, [](const S &s) { return orNull(s.work.reason); }),
};

Failure unknownList(const QString &name)
{
    return {404,
            u"unknownLocalList"_s,
            u"There is no local list \"%1\". Enter it with PUT /api/v1/local-lists/{name}."_s.arg(name),
            {}};
}

L viewOf(store::Database &db, const store::LocalList &list)
{
    store::LocalLists lists(db);
    return {list, list.source, list.groups, arrayOf(lists.entries(list, {}, store::now())), lists.stationsOf(list.id)};
}

S viewOf(store::Database &db, const QString &station)
{
    S view;
    view.plan = store::planLocalList(db, station, store::now());
    view.work = store::Reconciliations(db).find(station, store::LocalLists::topic);
    if (!view.plan.list)
        return view;
    view.list = *view.plan.list;
    view.source = view.list.source;
    view.groups = view.list.groups;
    view.entries = arrayOf(view.plan.desired);
    if (view.list.role == store::LocalListRole::Shared)
        view.sharedName = view.list.name;
    return view;
}

Reply stationReply(store::Database &db, const QString &station, int status = 200)
{
    const S view = viewOf(db, station);
    return jsonReply(toJson(stationProperties, &view), status);
}

// Held to the message's own schema, where an entry of a Full update always says something about its tag.
Answer<QList<store::LocalListEntry>> entriesOf(const QJsonValue &entries)
{
    if (entries.isNull() || entries.isUndefined())
        return {};
    if (!entries.isArray())
        return tl::unexpected(badMember(u"/entries"_s, u"must be a list of {\"idTag\", \"idTagInfo\"}"_s));
    const QJsonObject update{{u"listVersion"_s, 1}, {u"updateType"_s, u"Full"_s}, {u"localAuthorizationList"_s, entries}};
    if (const auto fault = ocpp::check(ocpp::SendLocalList::Request::fields(), update)) {
        const QString path = u"/entries"_s + fault->path.sliced(u"/localAuthorizationList"_s.size());
        return tl::unexpected(badMember(path, u"does not fit: "_s + fault->text));
    }
    QList<ocpp::Finding> findings;
    const auto decoded = ocpp::decode<ocpp::SendLocalList::Request>(update, findings);
    QList<store::LocalListEntry> list;
    for (const ocpp::AuthorizationData &data : decoded->localAuthorizationList) {
        if (!data.idTagInfo || data.idTag.isEmpty()) {
            return tl::unexpected(badMember(u"/entries/%1"_s.arg(list.size()),
                                            u"must have an idTag and an idTagInfo with its status"_s));
        }
        list.append(store::listEntry(data));
    }
    return list;
}

// What a request wants: given entries, unless it says otherwise.
store::LocalList wantedList(const L &view)
{
    store::LocalList list;
    list.source = view.source.value_or(view.entries.isArray() ? store::LocalListSource::Entries
                                                              : store::LocalListSource::Tags);
    list.groups = view.groups;
    return list;
}

Answer<Reply> giveList(store::Database &db, const QString &station, const S &wanted,
                       const QList<store::LocalListEntry> &entries, bool isReleased)
{
    store::LocalLists lists(db);
    if (wanted.sharedName) {
        const auto shared = lists.find(*wanted.sharedName);
        if (!shared)
            return tl::unexpected(badMember(u"/list"_s, u"names no local list; enter it first, or choose another"_s));
        lists.share(station, *shared, store::now());
    } else if (isReleased) {
        lists.release(station);
    } else {
        lists.own(station, wantedList(wanted), entries, store::now());
    }
    return stationReply(db, station);
}

// A station's list is left alone if nothing of it is said but "no list", or "no source".
bool isRelease(const QJsonObject &body)
{
    const bool saysNoSource = body.contains("source"_L1) && body.value("source"_L1).isNull();
    const bool saysNothing = !body.contains("source"_L1) && !body.contains("entries"_L1) && !body.contains("groups"_L1);
    return saysNoSource || saysNothing;
}

template<class Work>
auto withStation(store::Database &db, const QString &id, Work work) -> Answer<Reply>
{
    const auto station = store::Stations(db).find(id);
    if (!station)
        return tl::unexpected(unknownStation(id));
    return work(station->id);
}

} // namespace

const Schema localListSchema{"LocalList"_L1, listProperties, "Tags that stations know by themselves"_L1};
const Schema stationLocalListSchema{"StationLocalList"_L1, stationProperties,
                                    "The local list that a station shall have, and what it has"_L1};

Answer<Reply> listLocalLists(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    return context.read([page = *page](store::Database &db) {
        QList<L> views;
        for (const store::LocalList &list : store::LocalLists(db).shared())
            views.append(viewOf(db, list));
        return sliceReply(views, page, listProperties);
    });
}

Answer<Reply> showLocalList(Context &context, const Call &call)
{
    const QString name = call.path(u"name"_s);
    return flattened(context.read([name](store::Database &db) -> Answer<Reply> {
        const auto list = store::LocalLists(db).find(name);
        if (!list)
            return tl::unexpected(unknownList(name));
        const L view = viewOf(db, *list);
        return jsonReply(toJson(listProperties, &view));
    }));
}

Answer<Reply> setLocalList(Context &context, const Call &call)
{
    L wanted;
    const QString name = call.path(u"name"_s);
    if (name.isEmpty() || name.size() > 100)
        return tl::unexpected(Failure{422, u"badName"_s, u"The name of a local list has 1 to 100 characters."_s, {}});
    const auto entries = call.body()
                             .and_then([&](const QJsonObject &body) { return assign(localListSchema, body, &wanted); })
                             .and_then([&] { return entriesOf(wanted.entries); });
    if (!entries)
        return tl::unexpected(entries.error());
    store::LocalList list = wantedList(wanted);
    list.name = name;
    return context.write([list, entries = *entries](store::Database &db) {
        store::LocalLists lists(db);
        const bool isKnown = lists.find(list.name).has_value();
        lists.save(list, entries, store::now());
        const L view = viewOf(db, lists.find(list.name).value_or(list));
        return jsonReply(toJson(listProperties, &view), isKnown ? 200 : 201);
    });
}

Answer<Reply> removeLocalList(Context &context, const Call &call)
{
    const QString name = call.path(u"name"_s);
    return flattened(context.write([name](store::Database &db) -> Answer<Reply> {
        if (!store::LocalLists(db).remove(name))
            return tl::unexpected(unknownList(name));
        return emptyReply();
    }));
}

Answer<Reply> showStationLocalList(Context &context, const Call &call)
{
    return flattened(context.read([id = call.path(u"id"_s)](store::Database &db) {
        return withStation(db, id, [&db](const QString &station) { return stationReply(db, station); });
    }));
}

Answer<Reply> setStationLocalList(Context &context, const Call &call)
{
    S wanted;
    const auto body = call.body();
    if (!body)
        return tl::unexpected(body.error());
    const auto entries =
        assign(stationLocalListSchema, *body, &wanted).and_then([&] { return entriesOf(wanted.entries); });
    if (!entries)
        return tl::unexpected(entries.error());
    if (isRelease(*body) && !body->contains("list"_L1) && !body->contains("source"_L1))
        return tl::unexpected(badMember(u"/list"_s, u"is missing: name a list, or give source or entries"_s));
    const QString id = call.path(u"id"_s);
    return flattened(context.write([id, wanted, entries = *entries, released = isRelease(*body)](store::Database &db) {
        return withStation(db, id, [&](const QString &station) { return giveList(db, station, wanted, entries, released); });
    }));
}

Answer<Reply> syncStationLocalList(Context &context, const Call &call)
{
    return flattened(context.write([id = call.path(u"id"_s)](store::Database &db) {
        return withStation(db, id, [&db](const QString &station) {
            store::LocalLists(db).syncNow(station, store::now());
            return stationReply(db, station, 202);
        });
    }));
}

} // namespace http
