// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/chargingrow.h"

#include "store/clock.h"
#include "ui/text/format.h"
#include "ui/text/statewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

struct ChargingRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ChargingRow)
};

QString stateText(const ChargingRow &row)
{
    return connectorState(row.status, true).word;
}

MarkedTexts stateMarks(const ChargingRow &row)
{
    const StateWord state = connectorState(row.status, true);
    return {{state.mark, state.word}};
}

QString stateTooltip(const ChargingRow &row)
{
    return ChargingRowWords::tr("OCPP: %1").arg(row.status);
}

QString stationText(const ChargingRow &row)
{
    return row.station;
}

QString connectorText(const ChargingRow &row)
{
    return QString::number(row.connector);
}

QVariant connectorSortKey(const ChargingRow &row)
{
    return row.connector;
}

QString personText(const ChargingRow &row)
{
    return row.transaction == 0 ? ChargingRowWords::tr("no session") : row.person;
}

QString personTooltip(const ChargingRow &row)
{
    if (row.transaction == 0)
        return ChargingRowWords::tr("The station says that it charges, but has not told of a session.");
    return ChargingRowWords::tr("Tag %1, session %2").arg(row.idTag, QString::number(row.transaction));
}

Role personInk(const ChargingRow &row)
{
    return row.transaction == 0 ? Role::Muted : Role::Text;
}

QString sinceText(const ChargingRow &row)
{
    return row.since ? format::ago(*row.since, store::now()) : QString();
}

QString sinceTooltip(const ChargingRow &row)
{
    return row.since ? format::utc(*row.since) : QString();
}

QVariant sinceSortKey(const ChargingRow &row)
{
    return row.since ? qlonglong(row.since->time_since_epoch().count()) : qlonglong(0);
}

QString energyText(const ChargingRow &row)
{
    return row.energyWh ? format::energy(*row.energyWh) : QString();
}

QVariant energySortKey(const ChargingRow &row)
{
    return row.energyWh.value_or(-1);
}

QString powerText(const ChargingRow &row)
{
    return row.powerW ? format::power(*row.powerW) : QString();
}

QVariant powerSortKey(const ChargingRow &row)
{
    return row.powerW.value_or(-1);
}

Role powerInk(const ChargingRow &row)
{
    return row.powerW.value_or(0) > 0 ? Role::Text : Role::Muted;
}

Role mutedInk(const ChargingRow &)
{
    return Role::Muted;
}

constexpr std::array table{
    Column<ChargingRow>{.title = QT_TRANSLATE_NOOP("ui::ChargingRow", "State"),
                        .text = stateText,
                        .width = 160,
                        .tooltip = stateTooltip,
                        .marks = stateMarks},
    Column<ChargingRow>{
        .title = QT_TRANSLATE_NOOP("ui::ChargingRow", "Station"), .text = stationText, .width = 140, .strong = true},
    Column<ChargingRow>{.title = QT_TRANSLATE_NOOP("ui::ChargingRow", "Connector"),
                        .text = connectorText,
                        .width = 96,
                        .sortKey = connectorSortKey,
                        .ink = mutedInk},
    Column<ChargingRow>{.title = QT_TRANSLATE_NOOP("ui::ChargingRow", "Person"),
                        .text = personText,
                        .width = 0,
                        .tooltip = personTooltip,
                        .ink = personInk},
    Column<ChargingRow>{.title = QT_TRANSLATE_NOOP("ui::ChargingRow", "Since"),
                        .text = sinceText,
                        .width = 152,
                        .tooltip = sinceTooltip,
                        .sortKey = sinceSortKey,
                        .ink = mutedInk},
    Column<ChargingRow>{.title = QT_TRANSLATE_NOOP("ui::ChargingRow", "Energy"),
                        .text = energyText,
                        .width = 120,
                        .alignment = Qt::AlignRight,
                        .sortKey = energySortKey},
    Column<ChargingRow>{.title = QT_TRANSLATE_NOOP("ui::ChargingRow", "Power now"),
                        .text = powerText,
                        .width = 140,
                        .alignment = Qt::AlignRight,
                        .sortKey = powerSortKey,
                        .ink = powerInk},
};

int columnOf(QString (*text)(const ChargingRow &))
{
    return int(std::ranges::find(table, text, &Column<ChargingRow>::text) - table.begin());
}

} // namespace

std::span<const Column<ChargingRow>> chargingColumns()
{
    return table;
}

int chargingPowerColumn()
{
    return columnOf(powerText);
}

int chargingSinceColumn()
{
    return columnOf(sinceText);
}

} // namespace ui
