// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"
#include "store/stations.h"

#include <QJsonObject>

#include <span>

/// One mechanism for all that is desired of a station: compare, send the next command, wait for its end, try again with
/// growing pauses, give up with a reason. Every step is a command like a person's click, with a lower priority and the
/// topic as its origin, so that what happens can be read. Writer thread.
namespace csms::reconciler {

/// The next command that brings a station nearer to what is desired.
struct Step {
    QString action{};
    QJsonObject payload;
};

/// What a topic of a station lacks just now.
struct Difference {
    int count = 0; ///< things that are not as desired; 0: in sync
    std::optional<Step> next{}; ///< nothing: it waits for something that `reason` names
    QString reason{};
    bool isHopeless = false; ///< no command can mend it; `reason` says why and what to do
    bool isOtherWay = false; ///< `next` is not what failed before: neither a pause nor giving up holds it back
};

/// Something that is desired of stations.
struct Topic {
    QLatin1StringView name; ///< "localList", ...: in the database, the API, and as the origin of its commands
    /// Only reads. The station is accepted and known.
    Difference (*difference)(store::Database &, const store::Station &, ocpp::Timestamp now);
    /// The station booted: what it told about itself before may no longer be so. May be null.
    void (*booted)(store::Database &, const QString &station);
    /// A command of this topic ended without a CALLRESULT that says yes, before the difference is looked at again. May be
    /// null.
    void (*failed)(store::Database &, const store::Command &, store::CommandState, const QString &error,
                   ocpp::Timestamp now) = nullptr;
    /// The station connected: it may have been reset while it was away. True if something has to be asked before the
    /// difference is known. May be null.
    bool (*connected)(store::Database &, const QString &station) = nullptr;
};

/// All of them, in the order in which they are worked off after a boot.
std::span<const Topic> topics();
/// Null if there is no such topic.
const Topic *topicOf(QStringView name);

/// Compares, and queues the next command if it is time for it. Does nothing for stations that are not accepted.
void run(store::Database &db, const QString &station, const Topic &topic, ocpp::Timestamp now);
/// All topics, and what is to be asked again about reservations.
void runAll(store::Database &db, const QString &station, ocpp::Timestamp now);
/// What is desired changed, or a person wants it tried again: attempts and giving up are forgotten.
void renew(store::Database &db, const QString &station, const Topic &topic, ocpp::Timestamp now);
/// A new connection: what still waits in the queue was meant for the station as it was, and is looked at anew.
void connected(store::Database &db, const QString &station, ocpp::Timestamp now);
/// An accepted BootNotification: everything is looked at anew, some seconds later. Attempts are forgotten, unless it looks
/// as if a command of the topic made the station restart.
void booted(store::Database &db, const QString &station, ocpp::Timestamp now);
/// A command ended. If a topic sent it: what it led to counts, and the next step follows.
void ended(store::Database &db, const store::Command &command, store::CommandState state, const QString &error,
           ocpp::Timestamp now);
/// Those whose next try is due, of stations that `node` holds.
void runDue(store::Database &db, const QString &node, ocpp::Timestamp now);

} // namespace csms::reconciler
