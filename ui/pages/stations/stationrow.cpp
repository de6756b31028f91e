// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/stationrow.h"

#include "store/clock.h"
#include "store/findings.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct StationRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::StationRow)
};

MarkedTexts stateMarks(const StationRow &row)
{
    const StateWord state = row.state();
    return {{state.mark, state.word}};
}

QString stateText(const StationRow &row)
{
    return row.state().word;
}

QString stateTooltip(const StationRow &row)
{
    const StateWord state = row.state();
    return state.term.isEmpty() ? row.lastHeardText()
                                : StationRowWords::tr("OCPP: %1. %2").arg(state.term, row.lastHeardText());
}

QVariant stateSortKey(const StationRow &row)
{
    int rank = row.station.online ? 0 : 100;
    int telling = 99;
    for (const store::Connector &connector : row.connectors)
        telling = std::min(telling, tellingRank(connector.status));
    return rank + telling;
}

QString idText(const StationRow &row)
{
    return row.station.id;
}

QString descriptionText(const StationRow &row)
{
    return row.station.description;
}

MarkedTexts connectorMarks(const StationRow &row)
{
    MarkedTexts marks;
    for (const store::Connector &connector : row.plugs())
        marks.append({connectorState(connector.status, row.station.online).mark, QString::number(connector.connector)});
    return marks;
}

QString connectorText(const StationRow &row)
{
    QStringList words;
    for (const store::Connector &connector : row.plugs())
        words.append(u"%1 %2"_s.arg(connector.connector).arg(connectorState(connector.status, row.station.online).word));
    return words.join(u", "_s);
}

QString powerText(const StationRow &row)
{
    const auto power = row.powerW();
    return power ? format::power(*power) : QString();
}

QVariant powerSortKey(const StationRow &row)
{
    return row.powerW().value_or(-1);
}

Role powerInk(const StationRow &row)
{
    return row.powerW().value_or(0) > 0 ? Role::Text : Role::Muted;
}

QString heardText(const StationRow &row)
{
    return row.station.lastHeard ? format::ago(*row.station.lastHeard, store::now()) : StationRowWords::tr("never");
}

QString heardTooltip(const StationRow &row)
{
    return row.station.lastHeard ? format::utc(*row.station.lastHeard) : QString();
}

QVariant heardSortKey(const StationRow &row)
{
    return row.station.lastHeard ? qlonglong(row.station.lastHeard->time_since_epoch().count()) : qlonglong(0);
}

QString firmwareText(const StationRow &row)
{
    return row.station.firmwareVersion;
}

QString findingsText(const StationRow &row)
{
    return row.findings ? QString::number(row.findings) : QString();
}

MarkedTexts findingsMarks(const StationRow &row)
{
    if (!row.findings)
        return {};
    return {{{Shape::Triangle, Role::Caution}, QString::number(row.findings)}};
}

QString findingsTooltip(const StationRow &row)
{
    return row.findings ? StationRowWords::tr("%n deviation(s) from the specification", nullptr, row.findings)
                        : QString();
}

QVariant findingsSortKey(const StationRow &row)
{
    return row.findings;
}

Role mutedInk(const StationRow &)
{
    return Role::Muted;
}

constexpr std::array table{
    Column<StationRow>{.title = QT_TRANSLATE_NOOP("ui::StationRow", "State"), .text = stateText, .width = 156,
                       .narrowWidth = 156, .tooltip = stateTooltip, .sortKey = stateSortKey, .marks = stateMarks},
    Column<StationRow>{.title = QT_TRANSLATE_NOOP("ui::StationRow", "Station"), .text = idText, .width = 112,
                       .narrowWidth = 85, .strong = true},
    Column<StationRow>{.title = QT_TRANSLATE_NOOP("ui::StationRow", "Description"), .text = descriptionText,
                       .width = 0, .tooltip = descriptionText, .ink = mutedInk},
    Column<StationRow>{.title = QT_TRANSLATE_NOOP("ui::StationRow", "Connectors"), .text = connectorText,
                       .width = 112, .narrowWidth = 92, .tooltip = connectorText, .marks = connectorMarks},
    Column<StationRow>{.title = QT_TRANSLATE_NOOP("ui::StationRow", "Power now"), .text = powerText, .width = 96,
                       .narrowWidth = 96, .alignment = Qt::AlignRight, .sortKey = powerSortKey, .ink = powerInk},
    Column<StationRow>{.title = QT_TRANSLATE_NOOP("ui::StationRow", "Last heard"), .text = heardText, .width = 142,
                       .narrowWidth = 0, .tooltip = heardTooltip, .sortKey = heardSortKey, .ink = mutedInk},
    Column<StationRow>{.title = QT_TRANSLATE_NOOP("ui::StationRow", "Firmware"), .text = firmwareText, .width = 80,
                       .narrowWidth = 0, .tooltip = firmwareText, .ink = mutedInk},
    Column<StationRow>{.title = QT_TRANSLATE_NOOP("ui::StationRow", "Findings"), .text = findingsText, .width = 106,
                       .narrowWidth = 0, .tooltip = findingsTooltip, .sortKey = findingsSortKey, .marks = findingsMarks},
};

StateWord connectedState(const StationRow &row)
{
    const QList<store::Connector> plugs = row.plugs();
    const auto telling = std::ranges::min_element(plugs, {}, [](const store::Connector &connector) {
        return tellingRank(connector.status);
    });
    if (telling == plugs.end() || telling->status.isEmpty())
        return {{Shape::Dot, Role::Good}, StationRowWords::tr("Online"), {}};
    return connectorState(telling->status, true);
}

} // namespace

StateWord StationRow::state() const
{
    if (station.registration == store::Registration::Pending)
        return {{Shape::Clock, Role::Caution}, StationRowWords::tr("Waits for you"), u"Pending"_s};
    if (station.registration == store::Registration::Rejected)
        return {{Shape::Cross, Role::Fault}, StationRowWords::tr("Rejected"), u"Rejected"_s};
    if (station.online)
        return connectedState(*this);
    if (!station.lastHeard)
        return {{Shape::Dot, Role::Inactive, true}, StationRowWords::tr("Never seen"), {}};
    StateWord last = connectedState(*this);
    return {{last.mark.shape, Role::Inactive, true}, StationRowWords::tr("Offline"), last.term};
}

QList<store::Connector> StationRow::plugs() const
{
    QList<store::Connector> result;
    std::ranges::copy_if(connectors, std::back_inserter(result),
                         [](const store::Connector &connector) { return connector.connector > 0; });
    return result;
}

int StationRow::charging() const
{
    return !station.online ? 0 : int(std::ranges::count_if(connectors, [](const store::Connector &connector) {
        return connector.connector > 0 && connector.status == "Charging"_L1;
    }));
}

std::optional<double> StationRow::powerW() const
{
    std::optional<double> sum;
    if (!station.online)
        return sum;
    for (const store::Connector &connector : plugs()) {
        if (connector.powerW)
            sum = sum.value_or(0) + *connector.powerW;
    }
    return sum;
}

QString StationRow::lastHeardText() const
{
    if (!station.lastHeard)
        return StationRowWords::tr("Has never connected.");
    return StationRowWords::tr("Last heard %1.").arg(format::ago(*station.lastHeard, store::now()));
}

std::span<const Column<StationRow>> stationColumns()
{
    return table;
}

int lastHeardColumn()
{
    return int(std::ranges::find(table, &heardText, &Column<StationRow>::text) - table.begin());
}

QList<StationRow> readStations(store::Database &db)
{
    QHash<QString, QList<store::Connector>> connectors;
    for (const store::Connector &connector : store::Connectors(db).list())
        connectors[connector.station].append(connector);
    const QHash<QString, int> findings = store::Findings(db).counts();
    QList<StationRow> rows;
    for (const store::Station &station : store::Stations(db).list())
        rows.append({station, connectors.value(station.id), findings.value(station.id)});
    return rows;
}

std::optional<StationRow> readStation(store::Database &db, const QString &id)
{
    const auto station = store::Stations(db).find(id);
    if (!station)
        return std::nullopt;
    return StationRow{*station, store::Connectors(db).list(station->id), store::Findings(db).count(station->id)};
}

} // namespace ui
