// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"

namespace store {

enum class ReconciliationState {
    InSync,  ///< nothing differs
    Working, ///< a command is on its way
    Waiting, ///< for its next try, or for something that the reason names
    GaveUp,  ///< until somebody wants something else, the station boots, or a person retries
};
/// "inSync", "working", ..., as in the database and the API.
QLatin1StringView toString(ReconciliationState state);
bool fromString(QStringView text, ReconciliationState &state);

/// How far one topic of a station (its local list, its charging profiles, ...) is from what is desired, and what is
/// being done about it.
struct Reconciliation {
    QString station{};
    QString topic{}; ///< also the origin of its commands
    ReconciliationState state = ReconciliationState::InSync;
    bool paused = false; ///< by a person: the difference is shown but not worked off
    int difference = 0; ///< things that are not as desired
    int attempts = 0; ///< that failed, since there was progress
    int fewest = 0; ///< differences when the first of them failed: fewer are progress
    std::optional<ocpp::Timestamp> nextTry{};
    QString reason{}; ///< why it waits or gave up: what, why, what to do
    ocpp::Timestamp changed{};

    static const RowTable &table();
};

class Reconciliations {
public:
    explicit Reconciliations(Database &db) : db_(db) {}

    /// An empty one if nothing was ever done.
    Reconciliation find(const QString &station, const QString &topic);
    /// By topic.
    QList<Reconciliation> list(const QString &station);
    /// Of all stations, by station.
    QList<Reconciliation> ofTopic(const QString &topic);
    /// Those that gave up, of all stations.
    QList<Reconciliation> stuck();
    /// Writes nothing if all is as it was. `changed` is set to `now` otherwise.
    void save(Reconciliation row, ocpp::Timestamp now);
    /// Begins anew: attempts, waiting and giving up are forgotten. A pause stays.
    void reset(const QString &station, const QString &topic, ocpp::Timestamp now);
    void setPaused(const QString &station, const QString &topic, bool paused, ocpp::Timestamp now);
    /// Those whose next try is due, longest due first, of stations that `node` holds. Some at a time: when many stations
    /// come back at once, the others follow at the next look.
    QList<Reconciliation> due(const QString &node, ocpp::Timestamp now);
    /// The last command of a topic that went out, ended or not.
    std::optional<Command> lastSent(const QString &station, const QString &topic);

private:
    Database &db_;
};

} // namespace store
