// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/locallists.h"

#include "ocpp/codec.h"
#include "store/commands.h"
#include "store/reconciliations.h"
#include "store/stations.h"
#include "store/words.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr Word<LocalListRole> localListRoles[] = {
    {LocalListRole::Shared, "shared"_L1},
    {LocalListRole::Own, "own"_L1},
    {LocalListRole::Installed, "installed"_L1},
};

constexpr Word<LocalListSource> localListSources[] = {
    {LocalListSource::Tags, "tags"_L1},
    {LocalListSource::Entries, "entries"_L1},
};

constexpr Column listEntryColumns[] = {
    column<&LocalListEntry::list>("list"_L1, ColumnRole::Key),
    column<&LocalListEntry::tagKey>("tag_key"_L1, ColumnRole::Key),
    column<&LocalListEntry::tag>("tag"_L1),
    column<&LocalListEntry::status>("status"_L1),
    column<&LocalListEntry::expiryDate>("expiry_date"_L1),
    column<&LocalListEntry::parentIdTag>("parent_id_tag"_L1),
};
constexpr RowTable listEntryTable{"local_list_entries"_L1, listEntryColumns};

constexpr Column localListColumns[] = {
    column<&LocalList::id>("id"_L1, ColumnRole::Generated),
    column<&LocalList::role>("role"_L1),
    column<&LocalList::station>("station"_L1),
    column<&LocalList::name>("name"_L1),
    column<&LocalList::nameKey>("name_key"_L1),
    column<&LocalList::source>("source"_L1),
    column<&LocalList::groups>("groups"_L1),
    column<&LocalList::changed>("changed"_L1),
};
constexpr RowTable localListTable{"local_lists"_L1, localListColumns};

constexpr Column stationListColumns[] = {
    column<&StationList::station>("station"_L1, ColumnRole::Key),
    column<&StationList::list>("list"_L1),
    column<&StationList::committed>("committed"_L1),
    column<&StationList::committedAt>("committed_at"_L1),
    column<&StationList::reported>("reported"_L1),
    column<&StationList::reportedAt>("reported_at"_L1),
    column<&StationList::refused>("refused"_L1),
    column<&StationList::unsupported>("unsupported"_L1),
};
constexpr RowTable stationListTable{"station_lists"_L1, stationListColumns};

bool isOfGroups(const IdTag &tag, const QStringList &groups)
{
    return groups.isEmpty() || groups.contains(tag.tag, Qt::CaseInsensitive)
           || (!tag.parentIdTag.isEmpty() && groups.contains(tag.parentIdTag, Qt::CaseInsensitive));
}

bool isValidAt(const IdTag &tag, const QString &station)
{
    return station.isEmpty() || tag.stations.isEmpty() || tag.stations.contains(station, Qt::CaseInsensitive);
}

LocalListEntry entryOfTag(const IdTag &tag, ocpp::Timestamp now)
{
    const bool isExpired = tag.expiryDate && *tag.expiryDate <= now;
    return {0, tag.tagKey, tag.tag, tag.status == "Accepted"_L1 && isExpired ? u"Expired"_s : tag.status, tag.expiryDate,
            tag.parentIdTag};
}

/// Whether stations would be told something else of it.
bool isOtherForStations(const std::optional<IdTag> &before, const std::optional<IdTag> &after)
{
    return !before || !after || before->status != after->status || before->expiryDate != after->expiryDate
           || folded(before->parentIdTag) != folded(after->parentIdTag) || before->stations != after->stations;
}

QString lastSent()
{
    return u"WHERE action = 'SendLocalList' AND station = ? AND sent_at IS NOT NULL ORDER BY id DESC LIMIT 1"_s;
}

bool mayHaveBeenDone(const Command &update)
{
    return update.state == CommandState::Timeout || update.state == CommandState::Unknown;
}

ocpp::Result<ocpp::SendLocalList::Request> contentOf(const Command &update)
{
    QList<ocpp::Finding> findings;
    return ocpp::decode<ocpp::SendLocalList::Request>(QJsonDocument::fromJson(update.payload).object(), findings);
}

} // namespace

QLatin1StringView toString(LocalListRole role)
{
    return wordOf(localListRoles, role);
}

bool fromString(QStringView text, LocalListRole &role)
{
    return fromWord(localListRoles, text, role);
}

QLatin1StringView toString(LocalListSource source)
{
    return wordOf(localListSources, source);
}

bool fromString(QStringView text, LocalListSource &source)
{
    return fromWord(localListSources, text, source);
}

const RowTable &LocalListEntry::table()
{
    return listEntryTable;
}

const RowTable &LocalList::table()
{
    return localListTable;
}

const RowTable &StationList::table()
{
    return stationListTable;
}

bool saysTheSame(const LocalListEntry &a, const LocalListEntry &b)
{
    return a.status == b.status && a.expiryDate == b.expiryDate && folded(a.parentIdTag) == folded(b.parentIdTag);
}

ocpp::AuthorizationData onTheWire(const LocalListEntry &entry)
{
    ocpp::IdTagInfo info;
    info.status = ocpp::fromString<ocpp::AuthorizationStatus>(entry.status).value_or(info.status);
    info.expiryDate = entry.expiryDate;
    if (!entry.parentIdTag.isEmpty())
        info.parentIdTag = entry.parentIdTag;
    return {entry.tag, info};
}

LocalListEntry listEntry(const ocpp::AuthorizationData &data)
{
    const ocpp::IdTagInfo info = data.idTagInfo.value_or(ocpp::IdTagInfo());
    return {0, folded(data.idTag), data.idTag, toString(info.status), info.expiryDate, info.parentIdTag.value_or(QString())};
}

std::optional<LocalList> LocalLists::find(const QString &name)
{
    return db_.row<LocalList>(u"WHERE role = 'shared' AND name_key = ?"_s, {folded(name)});
}

std::optional<LocalList> LocalLists::find(qint64 id)
{
    return db_.row<LocalList>(u"WHERE id = ?"_s, {id});
}

QList<LocalList> LocalLists::shared()
{
    return db_.rows<LocalList>(u"WHERE role = 'shared' ORDER BY name_key"_s);
}

void LocalLists::save(LocalList list, const QList<LocalListEntry> &entries, ocpp::Timestamp now)
{
    const auto known = find(list.name);
    list.id = known ? known->id : 0;
    list.role = LocalListRole::Shared;
    list.station.reset();
    store(list, entries, now);
}

void LocalLists::store(LocalList list, const QList<LocalListEntry> &entries, ocpp::Timestamp now)
{
    list.nameKey = folded(list.name);
    list.changed = now;
    if (list.source == LocalListSource::Entries)
        list.groups.clear();
    if (list.id == 0)
        list.id = db_.insert(list);
    else
        db_.update(list);
    write(list, list.source == LocalListSource::Entries ? entries : QList<LocalListEntry>());
    db_.noteChange(Table::LocalLists, {}, list.name);
    for (const QString &station : stationsOf(list.id))
        desiredChanged(station, now);
}

void LocalLists::write(const LocalList &list, const QList<LocalListEntry> &entries)
{
    db_.run(u"DELETE FROM local_list_entries WHERE list = ?"_s, {list.id});
    for (LocalListEntry entry : entries) {
        entry.list = list.id;
        entry.tagKey = folded(entry.tag);
        db_.save(entry); // a tag that is there twice counts as it is there last
    }
}

bool LocalLists::rename(const QString &from, const QString &to)
{
    auto list = find(from);
    const auto other = find(to);
    if (!list || (other && other->id != list->id))
        return false;
    list->name = to;
    list->nameKey = folded(to);
    db_.update(*list);
    db_.noteChange(Table::LocalLists, {}, to);
    return true;
}

bool LocalLists::remove(const QString &name)
{
    const auto list = find(name);
    if (!list)
        return false;
    for (const QString &station : stationsOf(list->id))
        release(station);
    db_.run(u"DELETE FROM local_lists WHERE id = ?"_s, {list->id});
    db_.noteChange(Table::LocalLists, {}, list->name);
    return true;
}

QStringList LocalLists::stationsOf(qint64 list)
{
    QStringList stations;
    db_.each(u"SELECT station FROM station_lists WHERE list = ? ORDER BY station"_s, {list},
             [&stations](const ResultRow &row) { stations.append(row.value(0).toString()); });
    return stations;
}

void LocalLists::share(const QString &station, const LocalList &list, ocpp::Timestamp now)
{
    StationList row = ofStation(station);
    row.list = list.id;
    save(row);
    db_.run(u"DELETE FROM local_lists WHERE role = 'own' AND station = ?"_s, {station});
    desiredChanged(station, now);
}

void LocalLists::own(const QString &station, LocalList list, const QList<LocalListEntry> &entries, ocpp::Timestamp now)
{
    const LocalList known = ofRole(station, LocalListRole::Own);
    list.id = known.id;
    list.role = LocalListRole::Own;
    list.station = station;
    list.name.clear();
    store(list, entries, now);
    StationList row = ofStation(station);
    row.list = ofRole(station, LocalListRole::Own).id;
    save(row);
    desiredChanged(station, now);
}

void LocalLists::release(const QString &station)
{
    StationList row = ofStation(station);
    row.list.reset();
    save(row);
    db_.run(u"DELETE FROM local_lists WHERE role = 'own' AND station = ?"_s, {station});
}

LocalList LocalLists::ofRole(const QString &station, LocalListRole role)
{
    LocalList fresh;
    fresh.role = role;
    fresh.station = station;
    fresh.source = LocalListSource::Entries;
    return db_.row<LocalList>(u"WHERE station = ? AND role = ?"_s, {station, role}).value_or(fresh);
}

QList<LocalListEntry> LocalLists::entries(const LocalList &list, const QString &station, ocpp::Timestamp now)
{
    if (list.source == LocalListSource::Tags)
        return fromTags(list, station, now);
    return db_.rows<LocalListEntry>(u"WHERE list = ? ORDER BY tag_key"_s, {list.id});
}

QList<LocalListEntry> LocalLists::fromTags(const LocalList &list, const QString &station, ocpp::Timestamp now)
{
    QList<LocalListEntry> entries;
    for (const IdTag &tag : IdTags(db_).list()) {
        if (isValidAt(tag, station) && isOfGroups(tag, list.groups))
            entries.append(entryOfTag(tag, now));
    }
    return entries;
}

void LocalLists::tagChanged(const std::optional<IdTag> &before, const std::optional<IdTag> &after, ocpp::Timestamp now)
{
    if (!isOtherForStations(before, after))
        return;
    const auto concerns = [](const std::optional<IdTag> &tag, const QString &station, const QStringList &groups) {
        return tag && isValidAt(*tag, station) && isOfGroups(*tag, groups);
    };
    // Only what waits or gave up has to begin anew: with many stations most need no more than the note.
    QStringList stuck;
    db_.each(u"SELECT s.station, l.groups, COALESCE(r.state IN ('waiting', 'gaveUp'), FALSE) FROM station_lists s "
             "JOIN local_lists l ON l.id = s.list "
             "LEFT JOIN reconciliations r ON r.station = s.station AND r.topic = 'localList' "
             "WHERE l.source = 'tags'"_s,
             {}, [&](const ResultRow &row) {
                 const QString station = row.value(0).toString();
                 QStringList groups;
                 readValue(row.value(1), groups);
                 if (!concerns(before, station, groups) && !concerns(after, station, groups))
                     return;
                 db_.noteChange(Table::LocalLists, station);
                 if (row.value(2).toBool())
                     stuck.append(station);
             });
    for (const QString &station : std::as_const(stuck))
        Reconciliations(db_).reset(station, topic, now);
}

void LocalLists::desiredChanged(const QString &station, ocpp::Timestamp now)
{
    Reconciliations(db_).reset(station, topic, now);
    db_.noteChange(Table::LocalLists, station);
}

StationList LocalLists::ofStation(const QString &station)
{
    StationList fresh;
    fresh.station = station;
    return db_.row<StationList>(u"WHERE station = ?"_s, {station}).value_or(fresh);
}

QList<StationList> LocalLists::ofStations()
{
    return db_.rows<StationList>(u"ORDER BY station"_s);
}

void LocalLists::save(const StationList &row)
{
    db_.save(row);
    db_.noteChange(Table::LocalLists, row.station);
}

QList<LocalListEntry> LocalLists::installed(const QString &station)
{
    return db_.rows<LocalListEntry>(
        u"WHERE list = (SELECT id FROM local_lists WHERE station = ? AND role = 'installed') ORDER BY tag_key"_s, {station});
}

void LocalLists::report(const QString &station, int version, ocpp::Timestamp at)
{
    const auto last = db_.row<Command>(lastSent(), {station});
    if (last && mayHaveBeenDone(*last) && version != ofStation(station).committed) {
        const auto content = contentOf(*last);
        if (content && content->listVersion == version)
            commit(station, *content, at);
    }
    StationList row = ofStation(station);
    row.reported = version;
    row.reportedAt = at;
    row.unsupported = version < 0;
    save(row);
}

void LocalLists::commit(const QString &station, const ocpp::SendLocalList::Request &update, ocpp::Timestamp at)
{
    LocalList list = ofRole(station, LocalListRole::Installed);
    list.changed = at;
    if (list.id == 0)
        list.id = db_.insert(list);
    else
        db_.update(list);
    if (update.updateType == ocpp::UpdateType::Full)
        db_.run(u"DELETE FROM local_list_entries WHERE list = ?"_s, {list.id});
    for (const ocpp::AuthorizationData &data : update.localAuthorizationList) {
        LocalListEntry entry = listEntry(data);
        entry.list = list.id;
        if (data.idTagInfo)
            db_.save(entry);
        else
            db_.run(u"DELETE FROM local_list_entries WHERE list = ? AND tag_key = ?"_s, {list.id, entry.tagKey});
    }
    StationList row = ofStation(station);
    row.committed = update.listVersion;
    row.committedAt = at;
    row.reported = update.listVersion;
    row.reportedAt = at;
    row.refused.clear();
    row.unsupported = false;
    save(row);
}

void LocalLists::refuse(const QString &station, ocpp::UpdateType type)
{
    StationList row = ofStation(station);
    row.refused = toString(type);
    save(row);
}

void LocalLists::setUnsupported(const QString &station)
{
    StationList row = ofStation(station);
    row.unsupported = true;
    save(row);
}

void LocalLists::forgetReport(const QString &station)
{
    StationList row = ofStation(station);
    if (!row.list && !row.reported && !row.unsupported)
        return;
    row.reported.reset();
    row.unsupported = false;
    save(row);
}

void LocalLists::syncNow(const QString &station, ocpp::Timestamp now)
{
    forgetReport(station);
    desiredChanged(station, now);
}

bool LocalLists::isUncertain(const StationList &row)
{
    const auto last = db_.row<Command>(lastSent(), {row.station});
    return last && mayHaveBeenDone(*last) && (!row.reportedAt || last->finishedAt > row.reportedAt);
}

int LocalLists::nextVersion(const QString &station, bool queued)
{
    const StationList row = ofStation(station);
    int highest = std::max({0, row.committed, row.reported.value_or(0)});
    const auto count = [&highest](const std::optional<Command> &update) {
        const auto content = update ? contentOf(*update) : ocpp::Result<ocpp::SendLocalList::Request>();
        highest = std::max(highest, content ? content->listVersion : 0);
    };
    count(db_.row<Command>(lastSent(), {station}));
    if (queued)
        count(db_.row<Command>(u"WHERE action = 'SendLocalList' AND station = ? AND state = 'queued' "
                               "ORDER BY id DESC LIMIT 1"_s,
                               {station}));
    // A station may have got any number from elsewhere; the next one has to be another one, not a higher one (5.15).
    return highest < std::numeric_limits<int>::max() ? highest + 1 : 1;
}

} // namespace store
