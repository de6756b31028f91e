// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/stationdetail.h"

#include "store/clock.h"
#include "store/configuration.h"
#include "store/idtags.h"
#include "store/securityevents.h"
#include "store/transactions.h"
#include "ui/commands/tagchoice.h"
#include "ui/models/sessionenergy.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr int commandsRead = 50;
constexpr auto commandsRemembered = 12h;

struct StationDetailWords {
    Q_DECLARE_TR_FUNCTIONS(ui::StationDetail)
};

QList<store::Command> recentCommands(store::Database &db, const QString &station)
{
    QList<store::Command> commands = store::Commands(db).list({.station = station, .limit = commandsRead});
    commands.removeIf([now = store::now()](const store::Command &command) {
        return store::isFinal(command.state) && command.created < now - commandsRemembered;
    });
    return commands;
}

QList<Choice> connectorChoices(const StationRow &row)
{
    QList<Choice> choices{{u"0"_s, StationDetailWords::tr("0 · whole station")}};
    for (const store::Connector &connector : row.plugs())
        choices.append({QString::number(connector.connector),
                        u"%1 · %2"_s.arg(connector.connector)
                            .arg(connectorState(connector.status, row.station.online).word)});
    return choices;
}

QList<Choice> transactionChoices(store::Database &db, const QString &station)
{
    QList<Choice> choices;
    for (const store::Transaction &t :
         store::Transactions(db).list({.station = station, .state = store::TransactionState::Open}))
        choices.append({QString::number(t.id), StationDetailWords::tr("%1 · connector %2, %3, since %4")
                                                   .arg(QString::number(t.id), QString::number(t.connector), t.idTag,
                                                        format::clock(t.startedAt, store::now()))});
    return choices;
}

QList<ConnectorSession> openSessions(store::Database &db, const StationRow &row)
{
    QList<ConnectorSession> sessions;
    for (const store::Transaction &open :
         store::Transactions(db).list({.station = row.station.id, .state = store::TransactionState::Open})) {
        const auto connector = std::ranges::find(row.connectors, open.connector, &store::Connector::connector);
        const auto tag = store::IdTags(db).find(open.idTag);
        sessions.append({.connector = open.connector,
                         .person = tag && !tag->name.isEmpty() ? tag->name : open.idTag,
                         .since = open.startedAt,
                         .energyWh = energySoFar(db, open, connector == row.connectors.end() ? nullptr : &*connector)});
    }
    return sessions;
}

QList<Choice> configurationChoices(store::Database &db, const QString &station)
{
    QList<Choice> choices;
    for (const store::ConfigurationKey &key : store::Configuration(db).list(station)) {
        const QString value = key.isSecret() ? u"***"_s : key.value.value_or(QString());
        choices.append({key.key, value.isEmpty() ? key.key : u"%1 = %2"_s.arg(key.key, value)});
    }
    return choices;
}

} // namespace

std::optional<StationDetail> readStationDetail(store::Database &db, const QString &id)
{
    const auto row = readStation(db, id);
    if (!row)
        return std::nullopt;
    const QString &station = row->station.id;
    return StationDetail{.row = *row,
                         .commands = recentCommands(db, station),
                         .findings = store::Findings(db).list(station),
                         .sessions = openSessions(db, *row),
                         .context = {.connectors = connectorChoices(*row),
                                     .idTags = tagChoices(db),
                                     .transactions = transactionChoices(db, station),
                                     .configuration = configurationChoices(db, station)},
                         .alarms = store::SecurityEvents(db).waitingCount(station)};
}

} // namespace ui
