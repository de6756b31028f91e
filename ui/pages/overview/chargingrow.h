// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/column.h"

#include "ocpp/timestamp.h"

#include <optional>
#include <span>

namespace ui {

/// One line of "Charging now": a connector with a car that charges or might.
struct ChargingRow {
    QString station{};
    int connector = 0;
    QString status{}; ///< as on the wire
    qint64 transaction = 0; ///< 0: it charges without a session that we know
    QString idTag{};
    QString person{}; ///< the tag's name, else the tag
    std::optional<ocpp::Timestamp> since{};
    std::optional<double> energyWh{};
    std::optional<double> powerW{};

    [[nodiscard]] QString key() const { return station + u'/' + QString::number(connector); }
};

std::span<const Column<ChargingRow>> chargingColumns();
int chargingPowerColumn();
int chargingSinceColumn();
/// The translation context of the titles.
inline constexpr auto chargingColumnsContext = "ui::ChargingRow";

} // namespace ui
