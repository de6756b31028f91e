// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/listbooks.h"

#include "store/clock.h"
#include "store/stations.h"

namespace ui {
namespace {

using store::LocalListRole;
using store::LocalLists;
using store::LocalListSource;

SavedList saved(store::Database &db, const store::LocalList &list)
{
    const bool isEntered = list.source == LocalListSource::Entries;
    return {list, isEntered ? LocalLists(db).entries(list, {}, store::now()) : QList<store::LocalListEntry>()};
}

StationWish wishOf(store::Database &db, const QString &station)
{
    StationWish wish{station};
    LocalLists lists(db);
    const store::StationList row = lists.ofStation(station);
    const auto list = row.list ? lists.find(*row.list) : std::nullopt;
    if (list && list->role == LocalListRole::Shared)
        wish.shared = list->name;
    else if (list)
        wish.own = saved(db, *list);
    return wish;
}

void restoreWish(store::Database &db, const StationWish &wish)
{
    LocalLists lists(db);
    if (wish.own)
        return lists.own(wish.station, wish.own->list, wish.own->entries, store::now());
    const auto shared = wish.shared.isEmpty() ? std::nullopt : lists.find(wish.shared);
    if (shared)
        lists.share(wish.station, *shared, store::now());
    else
        lists.release(wish.station);
}

QStringList namesOf(const store::LocalList &list)
{
    return list.role == LocalListRole::Shared ? QStringList{list.name} : QStringList();
}

QStringList stationOf(const store::LocalList &list)
{
    return list.station ? QStringList{*list.station} : QStringList();
}

void write(store::Database &db, const SavedList &list)
{
    if (list.list.role == LocalListRole::Shared)
        LocalLists(db).save(list.list, list.entries, store::now());
    else
        LocalLists(db).own(*list.list.station, list.list, list.entries, store::now());
}

} // namespace

ListBooks remember(store::Database &db, const QStringList &lists, QStringList stations)
{
    ListBooks books;
    for (const QString &name : lists) {
        const auto list = LocalLists(db).find(name);
        if (!list) {
            books.absent.append(name);
            continue;
        }
        books.shared.append(saved(db, *list));
        stations += LocalLists(db).stationsOf(list->id);
    }
    stations.removeDuplicates();
    for (const QString &station : std::as_const(stations))
        books.wishes.append(wishOf(db, station));
    return books;
}

void restore(store::Database &db, const ListBooks &books)
{
    LocalLists lists(db);
    for (const SavedList &list : books.shared) {
        if (const auto known = lists.find(list.list.id))
            lists.rename(known->name, list.list.name); // it stays the same list
        lists.save(list.list, list.entries, store::now());
    }
    for (const StationWish &wish : books.wishes) {
        if (store::Stations(db).find(wish.station)) // it may be gone by now
            restoreWish(db, wish);
    }
    for (const QString &name : books.absent)
        lists.remove(name);
}

tl::expected<ListBooks, ListHindrance> apply(store::Database &db, const ListDeed &deed)
{
    LocalLists lists(db);
    const auto list = deed.of > 0 ? lists.find(deed.of) : std::nullopt;
    if (deed.of > 0 && !list)
        return tl::unexpected(ListHindrance::ListIsGone);
    if (!deed.fresh.isEmpty() && lists.find(deed.fresh))
        return tl::unexpected(ListHindrance::NameIsTaken);
    QStringList names = deed.lists;
    if (list && !names.isEmpty())
        names.first() = list->name; // somebody may have renamed it
    const ListBooks back = remember(db, names, deed.stations);
    deed.work(db);
    return back;
}

ListDeed adding(const store::LocalList &list)
{
    return {.lists = namesOf(list),
            .stations = stationOf(list),
            .work = [list](store::Database &db) { write(db, {list}); },
            .fresh = list.name};
}

ListDeed changing(const store::LocalList &before, const store::LocalList &list)
{
    const bool isRenamed = store::folded(before.name) != store::folded(list.name);
    const auto work = [before, list](store::Database &db) {
        LocalLists lists(db);
        if (!list.station)
            lists.rename(lists.find(before.id)->name, list.name);
        const bool isByHand = list.source == LocalListSource::Entries;
        write(db, {list, isByHand ? lists.entries(before, list.station.value_or(QString()), store::now())
                                  : QList<store::LocalListEntry>()});
    };
    return {.lists = namesOf(before) + (isRenamed ? namesOf(list) : QStringList()),
            .stations = stationOf(list),
            .work = work,
            .fresh = isRenamed ? list.name : QString(),
            .of = before.id};
}

ListDeed removing(const store::LocalList &list)
{
    const auto work = [list](store::Database &db) {
        LocalLists lists(db);
        if (list.station)
            lists.release(*list.station);
        else
            lists.remove(lists.find(list.id)->name);
    };
    return {.lists = namesOf(list), .stations = stationOf(list), .work = work, .of = list.id};
}

ListDeed giving(const store::LocalList &list, const QStringList &to, const QStringList &awayFrom)
{
    const auto work = [id = list.id, to, awayFrom](store::Database &db) {
        LocalLists lists(db);
        const store::LocalList known = *lists.find(id);
        for (const QString &station : to)
            lists.share(station, known, store::now());
        for (const QString &station : awayFrom)
            lists.release(station);
    };
    return {.stations = to + awayFrom, .work = work, .of = list.id};
}

ListDeed entering(const store::LocalList &list, const QString &tag, const std::optional<store::LocalListEntry> &entry)
{
    const auto work = [id = list.id, tag, entry](store::Database &db) {
        SavedList now = saved(db, *LocalLists(db).find(id));
        now.entries.removeIf([&](const store::LocalListEntry &one) { return one.tagKey == store::folded(tag); });
        if (entry)
            now.entries.append(*entry);
        write(db, now);
    };
    return {.lists = namesOf(list), .stations = stationOf(list), .work = work, .of = list.id};
}

} // namespace ui
