// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

/// A site as an owner has it, written straight into the store: for the window's tests and pictures.
namespace samplesite {

/// The engine's own row: without a node whose lease runs, no station counts as online.
void startNode(store::Database &db);
/// One station, online and available with `connectors` connectors.
void addStation(store::Database &db, const QString &id, int connectors = 2);
void setStatus(store::Database &db, const QString &station, int connector, const QString &status,
               const QString &errorCode = {});
/// Live values of a charging connector.
void setLoad(store::Database &db, const QString &station, int connector, double powerW, double socPercent);
void goOffline(store::Database &db, const QString &station, int minutesAgo);
void addKnock(store::Database &db, const QString &id, const QString &reason, int httpStatus);
/// A frame in the log; its id.
qint64 addFrame(store::Database &db, const QString &station, bool incoming, int type, const QString &messageId,
                const QString &action, const QByteArray &payload, const QString &finding = {});

/// A session that began so many minutes ago and has not ended; its id.
qint64 addSession(store::Database &db, const QString &station, int connector, const QString &idTag, int minutesAgo,
                  qint64 meterStartWh = 1'200'000);
/// A StopTransaction that fits no session by its id.
qint64 addUnmatchedStop(store::Database &db, const QString &station, const QString &idTag, qint64 meterStopWh);
/// On top of fill(): one of each of the things that need a person.
void addMatters(store::Database &db);

/// What CP05 told about its security, what it trusts in, and its request for a certificate.
void addSecurity(store::Database &db);

/// Sixteen stations in every state, with knocks, findings, commands, tags, a session and some hundred messages.
void fill(store::Database &db);

} // namespace samplesite
