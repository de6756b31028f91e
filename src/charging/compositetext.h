// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"

#include <QJsonArray>
#include <QJsonObject>

namespace charging {

/// {"chargingRateUnit", "startSchedule", "duration", "chargingSchedulePeriod": [{"startPeriod", "limit",
/// "numberPhases"?, "minChargingRate"?, "source"}]}. Without a limit `limit` and `source` are null. A source says which
/// profile decided, in words also why, and those it beat; for a sum it holds one for each connector.
QJsonObject toJson(const Composite &composite, const QList<PlacedProfile> &profiles);
/// RFC 4180, a line for each period: start, end, startPeriod, duration, limit, unit, ... and the reason.
QByteArray toCsv(const Composite &composite, const QList<PlacedProfile> &profiles);

/// Of one connector among several.
struct ConnectorComposite {
    int connector = 0;
    Composite composite{};
    QList<PlacedProfile> profiles{};
};
/// In one table, with the connector in the first column.
QByteArray toCsv(const QList<ConnectorComposite> &composites);
/// [{"connectorId", and what toJson() gives of it}].
QJsonArray toJson(const QList<ConnectorComposite> &composites);

/// The sentences of a reason; English, unless somebody hands in others.
struct ReasonWords {
    QString noLimit = QStringLiteral("No profile limits.");
    QString profile = QStringLiteral("%1 %2 of level %3"); ///< purpose, id
    QString share = QStringLiteral("%1 at connector %2 by %3"); ///< "16 A", the connector, the profile
    QString decided = QStringLiteral("%1: %2."); ///< "16 A", the profile
    QString beaten = QStringLiteral("%1 %2."); ///< the profile, "is of a lower level"
    QStringList standings = standingWords(); ///< by Standing
    QString inefficient = QStringLiteral("That is below the minChargingRate of %1: charging is inefficient (7.13).");

    static QStringList standingWords();
};

/// "16 A: TxDefaultProfile 5 of level 2. ChargePointMaxProfile 9 of level 0 does not allow less."
QString explained(const Composite &composite, const CompositePeriod &period, const QList<PlacedProfile> &profiles,
                  const ReasonWords &reasons = {});

} // namespace charging
