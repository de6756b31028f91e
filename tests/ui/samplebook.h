// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "store/transactions.h"

/// Sessions and tags as a site has them, written straight into the store: for the window's tests and pictures.
namespace samplebook {

void addTag(store::Database &db, const QString &tag, const QString &name = {}, const QString &group = {});
/// The session's number.
qint64 start(store::Database &db, const QString &station, int connector, const QString &tag, ocpp::Timestamp at,
             qint64 meterStartWh = 1'000'000, const QString &status = QStringLiteral("Accepted"));
/// One MeterValues of a session; no power: only the register.
void measure(store::Database &db, const QString &station, int connector, qint64 session, ocpp::Timestamp at, double wh,
             std::optional<double> powerW = {});
void stop(store::Database &db, const QString &station, qint64 session, ocpp::Timestamp at, qint64 meterStopWh,
          const QString &reason = QStringLiteral("Local"));
/// `count` finished sessions of one tag, a minute apart, 5 kWh each.
void addMany(store::Database &db, const QString &station, const QString &tag, int count);

/// People, some weeks of sessions with all that can be odd about them, and unknown cards. After samplesite::fill().
void fill(store::Database &db);

} // namespace samplebook
