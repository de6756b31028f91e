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

/// "16 A, 3 phases: TxDefaultProfile 5 of level 2. ChargePointMaxProfile 9 of level 0 does not allow less."
QString explained(const Composite &composite, const CompositePeriod &period, const QList<PlacedProfile> &profiles);

} // namespace charging
