// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/messages/locallist.h"
#include "store/database.h"
#include "store/idtags.h"

namespace store {

/// What a local authorization list says about one tag (7.1).
struct LocalListEntry {
    qint64 list = 0; ///< set by LocalLists
    QString tagKey{}; ///< folded(tag); set by LocalLists
    QString tag{};
    QString status{QLatin1StringView("Accepted")}; ///< as on the wire (7.2)
    std::optional<ocpp::Timestamp> expiryDate{};
    QString parentIdTag{};

    static const RowTable &table();
};
/// Whether they say the same about their tag. The spelling of tags does not count.
bool saysTheSame(const LocalListEntry &a, const LocalListEntry &b);
ocpp::AuthorizationData onTheWire(const LocalListEntry &entry);
LocalListEntry listEntry(const ocpp::AuthorizationData &data);

enum class LocalListRole {
    Shared, ///< has a name; any number of stations use it
    Own, ///< entered for one station
    Installed, ///< what a station has, as far as its answers tell
};
QLatin1StringView toString(LocalListRole role);
bool fromString(QStringView text, LocalListRole &role);

enum class LocalListSource {
    Tags, ///< the id tags that are valid at the station, of all or of some groups
    Entries, ///< entered by hand
};
/// "tags", "entries", as in the database and the API.
QLatin1StringView toString(LocalListSource source);
bool fromString(QStringView text, LocalListSource &source);

struct LocalList {
    qint64 id = 0;
    LocalListRole role = LocalListRole::Shared;
    std::optional<QString> station{}; ///< none: shared
    QString name{}; ///< of a shared one
    QString nameKey{}; ///< folded(name); set by LocalLists
    LocalListSource source = LocalListSource::Tags;
    QStringList groups{}; ///< of source Tags: only tags with one of these parents, and these themselves; empty: all
    ocpp::Timestamp changed{};

    static const RowTable &table();
};

/// Where a station stands with its list.
struct StationList {
    QString station{};
    std::optional<qint64> list{}; ///< the list that it shall have; nothing: its list is left alone
    int committed = 0; ///< version of the last update that it accepted; 0: none
    std::optional<ocpp::Timestamp> committedAt{};
    std::optional<int> reported{}; ///< version that it has by its own word since its boot; 0: empty, -1: not supported
    std::optional<ocpp::Timestamp> reportedAt{};
    QString refused{}; ///< "Differential" or "Full": the kind of update that it refused last; then a Full one follows
    bool unsupported = false; ///< it answered that it has no local list

    static const RowTable &table();
};

/// Local authorization lists: what stations shall have, and what they have (behaviour 29). A change of what is desired
/// is noted for each station concerned, and has its reconciliation begin anew.
class LocalLists {
public:
    /// Topic of the reconciliations, origin of the commands.
    static constexpr QLatin1StringView topic{"localList"};

    explicit LocalLists(Database &db) : db_(db) {}

    // What is desired
    /// A shared one; case-insensitive.
    std::optional<LocalList> find(const QString &name);
    std::optional<LocalList> find(qint64 id);
    /// The shared ones, by name.
    QList<LocalList> shared();
    /// Enters or replaces a shared list. `entries` are for source Entries.
    void save(LocalList list, const QList<LocalListEntry> &entries, ocpp::Timestamp now);
    /// It stays the same list, with the same stations. False if there is none, or another has the new name already.
    bool rename(const QString &from, const QString &to);
    /// False if there is none. Stations that used it keep what they have, and are left alone.
    bool remove(const QString &name);
    QStringList stationsOf(qint64 list);
    /// The station shall have this shared list.
    void share(const QString &station, const LocalList &list, ocpp::Timestamp now);
    /// The station shall have a list of its own: source, groups and entries count.
    void own(const QString &station, LocalList list, const QList<LocalListEntry> &entries, ocpp::Timestamp now);
    /// The station's list is left alone from now on.
    void release(const QString &station);
    /// The entries by tag. Of source Tags: those valid at `station` (empty: anywhere), as of `now`.
    QList<LocalListEntry> entries(const LocalList &list, const QString &station, ocpp::Timestamp now);
    /// Called by IdTags: the lists made of tags differ now at the stations where the tag is or was valid.
    void tagChanged(const std::optional<IdTag> &before, const std::optional<IdTag> &after, ocpp::Timestamp now);

    // What stations have
    /// A fresh one for a station that was never asked.
    StationList ofStation(const QString &station);
    /// Of all that shall have one or were asked, by station.
    QList<StationList> ofStations();
    /// By tag, as far as its answers tell.
    QList<LocalListEntry> installed(const QString &station);
    /// GetLocalListVersion.conf. An update that nobody answered is settled by it.
    void report(const QString &station, int version, ocpp::Timestamp at);
    /// An update was accepted: from now on this is what the station has.
    void commit(const QString &station, const ocpp::SendLocalList::Request &update, ocpp::Timestamp at);
    void refuse(const QString &station, ocpp::UpdateType type);
    void setUnsupported(const QString &station);
    /// What it said about its list may no longer be so: it is to be asked.
    void forgetReport(const QString &station);
    /// As forgetReport, and begins anew even if it was given up.
    void syncNow(const QString &station, ocpp::Timestamp now);
    /// An update that went out and was not answered, later than the station's last word: who knows what it has.
    bool isUncertain(const StationList &row);
    /// For the next update: higher than all that went out. With `queued` also than those that wait in the queue.
    int nextVersion(const QString &station, bool queued = false);

private:
    void store(LocalList list, const QList<LocalListEntry> &entries, ocpp::Timestamp now);
    void write(const LocalList &list, const QList<LocalListEntry> &entries);
    LocalList ofRole(const QString &station, LocalListRole role);
    QList<LocalListEntry> fromTags(const LocalList &list, const QString &station, ocpp::Timestamp now);
    void desiredChanged(const QString &station, ocpp::Timestamp now);
    void save(const StationList &row);

    Database &db_;
};

} // namespace store
