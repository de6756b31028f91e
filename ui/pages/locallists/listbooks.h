// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/locallists.h"

#include <tl/expected.hpp>

#include <functional>

namespace ui {

/// A list with what was entered into it.
struct SavedList {
    store::LocalList list;
    QList<store::LocalListEntry> entries{}; ///< of source Entries
};

/// What a station shall have: a shared list, one of its own, or none of ours.
struct StationWish {
    QString station;
    QString shared{};
    std::optional<SavedList> own{};
};

/// What is desired of some lists and stations.
struct ListBooks {
    QList<SavedList> shared;
    QStringList absent; ///< names of shared lists that are not there
    QList<StationWish> wishes;
};

/// On the writer or a reader. Of lists that are there also what their stations shall have.
ListBooks remember(store::Database &db, const QStringList &lists, QStringList stations);
/// Puts it back.
void restore(store::Database &db, const ListBooks &books);

/// Something that is done to lists and stations, which are named so that it can be taken back.
struct ListDeed {
    QStringList lists{}; ///< shared ones
    QStringList stations{}; ///< beside those of the lists
    std::function<void(store::Database &)> work{};
    QString fresh{}; ///< a name that no list may have yet; empty: none
    qint64 of = 0; ///< the list, if it has to be there still, under whatever name; if shared it is the first of `lists`
};

/// Why nothing was done.
enum class ListHindrance { NameIsTaken, ListIsGone };
/// Does it, on the writer. Gives what takes it back.
tl::expected<ListBooks, ListHindrance> apply(store::Database &db, const ListDeed &deed);

// Deeds

/// A new shared list, or one of the station's own.
ListDeed adding(const store::LocalList &list);
/// Another name, source or groups. Who is in it by hand stays; one that is by hand from now on begins with its tags.
ListDeed changing(const store::LocalList &before, const store::LocalList &list);
/// Removes a shared list, or leaves the station of an own one alone.
ListDeed removing(const store::LocalList &list);
/// `list` for those, and none of ours for these.
ListDeed giving(const store::LocalList &list, const QStringList &to, const QStringList &awayFrom);
/// `tag`: its entry becomes `entry`, or goes if there is none. Of a list of source Entries.
ListDeed entering(const store::LocalList &list, const QString &tag, const std::optional<store::LocalListEntry> &entry);

} // namespace ui
