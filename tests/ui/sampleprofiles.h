// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QJsonObject>

/// Charging profiles as a site has them, written straight into the store: for the window's tests and pictures.
namespace sampleprofiles {

/// A limit for every session, every day from midnight: hours and amperes.
QJsonObject daily(const QList<std::pair<int, double>> &limits, int level = 0);
/// A limit of the whole station.
QJsonObject stationLimit(double watts);
/// As if the station had taken what is desired at the connector.
void accept(store::Database &db, const QString &station, int connector);
void refuse(store::Database &db, const QString &station, int connector);

/// A library, and stations in every state. After samplesite::fill().
void fill(store::Database &db);

/// What the meter of CP01 showed at connector 1 in the last hours.
void measure(store::Database &db);

} // namespace sampleprofiles
