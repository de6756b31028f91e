// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMetaType>
#include <QSet>
#include <QString>

#include <optional>

namespace store {

/// What a change may concern. Bit flags, so that a listener can keep a mask of what it shows.
enum class Table : quint32 {
    Stations = 1u << 0,
    Connectors = 1u << 1,
    StatusHistory = 1u << 2,
    IdTags = 1u << 3,
    SeenTags = 1u << 4,
    Transactions = 1u << 5,
    MeterValues = 1u << 6,
    Attention = 1u << 7,
    Commands = 1u << 8,
    Frames = 1u << 9,
    Findings = 1u << 10,
    Knocks = 1u << 11,
    Configuration = 1u << 12,
    StationEvents = 1u << 13,
    Settings = 1u << 14,
    Nodes = 1u << 15,
    Reconciliations = 1u << 16,
    Reservations = 1u << 17,
    LocalLists = 1u << 18,
    ChargingProfiles = 1u << 19,
    Firmware = 1u << 20,
    Files = 1u << 21,
    Certificates = 1u << 22,
    Contracts = 1u << 23,
    Sites = 1u << 24,
};

constexpr quint32 operator|(Table a, Table b) { return static_cast<quint32>(a) | static_cast<quint32>(b); }
constexpr quint32 operator|(quint32 a, Table b) { return a | static_cast<quint32>(b); }
constexpr quint32 operator&(quint32 a, Table b) { return a & static_cast<quint32>(b); }

/// Every table once, in the order of the flags.
QList<Table> allTables();

/// One thing that changed. `station` and `key` narrow it: both empty means "anything in this table".
/// `key` is the row's key in text: a transaction's or command's id, a connector's number, a tag, a setting's name.
struct Change {
    Table table{};
    QString station{};
    QString key{};

    friend bool operator==(const Change &, const Change &) = default;
};
size_t qHash(const Change &change, size_t seed = 0);

using ChangeSet = QList<Change>;

/// The key of a row with a number: shares the texts of small ones.
QString changeKey(qint64 number);

/// One unbounded Change per table: whoever listens reads everything anew.
ChangeSet resyncChanges();

/// True if any change is about one of the tables in `mask` (an or of Table flags).
bool touches(const ChangeSet &changes, quint32 mask);

/// Key of a change of Table::Stations that concerns only what the station reports and whether it is there, not what was
/// entered. With an empty station: of any number of stations.
inline const QString liveSide{QLatin1StringView("live")};

/// Collects changes without doubles. Past `limit` entries the table with the most entries becomes one
/// "anything in this table" (or "the live side of any station"), so that a burst never grows without bound.
class ChangeCollector {
public:
    static constexpr qsizetype limit = 1000;

    void add(const Change &change);
    void add(const ChangeSet &changes);
    bool isEmpty() const { return changes_.isEmpty(); }
    /// Gives what was collected and starts anew.
    ChangeSet take();

private:
    void collapse();

    QSet<Change> changes_;
    quint32 whole_ = 0; ///< tables that have collapsed
};

/// The payload of a PostgreSQL NOTIFY, which must stay below 8000 bytes: tables that do not fit collapse.
/// `writer` says who sent it.
QByteArray encodeChanges(const QString &writer, const ChangeSet &changes, qsizetype maxBytes = 7900);

struct DecodedChanges {
    QString writer{};
    ChangeSet changes;
};
/// Nothing if the payload is not ours or comes from a newer version: the listener should resync then.
std::optional<DecodedChanges> decodeChanges(QByteArrayView payload);

} // namespace store

Q_DECLARE_METATYPE(store::ChangeSet)
