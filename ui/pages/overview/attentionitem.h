// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/attention.h"
#include "store/commands.h"
#include "store/connectors.h"
#include "store/idtags.h"
#include "store/stations.h"
#include "store/transactions.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace ui {

/// One thing that a person should know or do. Facts only; attentionwords.h says it in words.
struct AttentionItem {
    /// Most urgent first.
    enum class Kind {
        Fault, ///< a connector is out of order; `code` is its error
        Offline, ///< a station that was here is away
        SecurityEvent, ///< an alarm of a station; `code` is its type, `count` of them
        Knocks, ///< strangers at the door; `count` of them, `station` the latest
        Pending, ///< a new station waits to be accepted
        Endless, ///< a session without an end; `id` is its transaction
        UnmatchedStop, ///< a stop without a session; `candidate` may be it
        Restart, ///< `count` settings wait for a restart
        RefusedKey, ///< the station does not take a setting; `code` is its key
        Stuck, ///< what is wanted of a station was given up; `code` is the topic
        Signing, ///< a station gets no certificate for Plug & Charge; `code` is the state of its order, `id` the order
        Clock, ///< behaviour 22
        Warning, ///< a connector works, but reports an error
        Parked, ///< another message that could not be booked
        Tag, ///< shown to a reader, and nobody knows it; `code` is the tag
        Demo, ///< the demo site does not run; `count` of its stations stand still, `online` if it can be started here
    };

    Kind kind = Kind::Fault;
    QString station{};
    int connector = 0;
    std::optional<ocpp::Timestamp> since{};
    QString code{};
    QString detail{}; ///< what the station or the store says about it
    qint64 id = 0; ///< of the transaction, of the row under Attention, or of the order
    qint64 candidate = 0; ///< transaction
    int count = 0;
    bool sessionRuns = false; ///< a restart would cut somebody off
    bool online = true; ///< the station
    std::optional<double> energyWh{}; ///< of the session so far
    std::optional<qint64> driftMs{};
    QString desired{}; ///< of a refused key
    std::optional<store::Command> command{}; ///< the latest that was given for this matter

    /// Stays the same as long as it is the same matter.
    [[nodiscard]] QString key() const;
};

/// What the finders look at, read once.
struct Site {
    QList<store::Station> stations;
    QHash<QString, qsizetype> places; ///< of a station in the list, by id
    QHash<QString, QList<store::Connector>> connectors;
    QHash<QString, QList<store::Transaction>> open; ///< sessions, without their energy
    QSet<QString> sleeping; ///< stations of a demo site that does not run

    [[nodiscard]] const store::Station *find(const QString &id) const;
    [[nodiscard]] const store::Connector *find(const QString &station, int connector) const;
};
/// On the reader's thread.
Site readSite(store::Database &db);

/// The moment for which things are judged.
struct Watch {
    ocpp::Timestamp now{};
    /// Before that no station could be here: who is away since then is not yet missing.
    ocpp::Timestamp listening{};
    bool canStartDemo = false;
};

/// Whether the session has lost its end: the station is away or forgotten, the connector is free, or nothing was heard
/// of it for long.
bool isEndless(const Site &site, const store::Transaction &session, const Watch &watch);

/// What needs a person.
struct Matters {
    QList<AttentionItem> items; ///< most urgent first
    int unread = 0; ///< that wait beside them: more than anybody could look at

    [[nodiscard]] int count() const { return int(items.size()) + unread; }
};
/// On the reader's thread.
Matters findAttention(store::Database &db, const Site &site, const Watch &watch);

} // namespace ui
