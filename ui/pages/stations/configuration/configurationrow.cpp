// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/configurationrow.h"

#include "store/clock.h"
#include "store/stations.h"
#include "store/transactions.h"
#include "ui/text/format.h"
#include "ui/text/stepwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = store::ConfigurationState;

constexpr auto restartRemembered = 10min;

struct ConfigurationRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ConfigurationRow)
};

QString keyText(const ConfigurationRow &row)
{
    return row.entry.key;
}

QString keyTooltip(const ConfigurationRow &row)
{
    if (!row.facts)
        return ConfigurationRowWords::tr("A key of this vendor; its manual explains it.");
    return ConfigurationRowWords::tr("%1 (OCPP %2)\n%3")
        .arg(row.facts->titleText(), row.facts->clause, row.facts->helpText());
}

QString meaningText(const ConfigurationRow &row)
{
    return row.facts ? row.facts->titleText() : QString();
}

QString reportedText(const ConfigurationRow &row)
{
    return row.reportedText();
}

QString reportedTooltip(const ConfigurationRow &row)
{
    if (!row.entry.reportedAt)
        return ConfigurationRowWords::tr("The station has not reported this key.");
    return ConfigurationRowWords::tr("Read %1").arg(format::ago(*row.entry.reportedAt, store::now()));
}

QString wantedText(const ConfigurationRow &row)
{
    return row.wantedText();
}

QString stateText(const ConfigurationRow &row)
{
    return row.state().word;
}

MarkedTexts stateMarks(const ConfigurationRow &row)
{
    const StateWord state = row.state();
    return state.word.isEmpty() ? MarkedTexts() : MarkedTexts{{state.mark, state.word}};
}

QString stateTooltip(const ConfigurationRow &row)
{
    return row.stateSentence();
}

/// What needs a person first, then what is under way.
QVariant stateSortKey(const ConfigurationRow &row)
{
    if (!row.entry.desired)
        return row.entry.readonly ? 9 : 8;
    switch (row.entry.state) {
    case State::Rejected: return 0;
    case State::NotSupported: return 1;
    case State::RebootRequired: return 2;
    case State::Pending: return row.step.state == store::ReconciliationState::GaveUp ? 1 : 3;
    case State::InSync: break;
    }
    return 4;
}

Role reportedInk(const ConfigurationRow &row)
{
    return row.entry.readonly ? Role::Muted : Role::Text;
}

Role mutedInk(const ConfigurationRow &)
{
    return Role::Muted;
}

Role wantedInk(const ConfigurationRow &)
{
    return Role::Accent;
}

constexpr std::array configurationTable{
    Column<ConfigurationRow>{.title = QT_TRANSLATE_NOOP("ui::ConfigurationRow", "Key"),
                             .text = keyText,
                             .width = 0,
                             .tooltip = keyTooltip,
                             .strong = true},
    Column<ConfigurationRow>{.title = QT_TRANSLATE_NOOP("ui::ConfigurationRow", "Meaning"),
                             .text = meaningText,
                             .width = 220,
                             .narrowWidth = 0,
                             .tooltip = keyTooltip,
                             .ink = mutedInk},
    Column<ConfigurationRow>{.title = QT_TRANSLATE_NOOP("ui::ConfigurationRow", "On the station"),
                             .text = reportedText,
                             .width = 200,
                             .narrowWidth = 98,
                             .tooltip = reportedTooltip,
                             .ink = reportedInk},
    Column<ConfigurationRow>{.title = QT_TRANSLATE_NOOP("ui::ConfigurationRow", "Wanted"),
                             .text = wantedText,
                             .width = 140,
                             .narrowWidth = 92,
                             .tooltip = stateTooltip,
                             .ink = wantedInk},
    Column<ConfigurationRow>{.title = QT_TRANSLATE_NOOP("ui::ConfigurationRow", "State"),
                             .text = stateText,
                             .width = 170,
                             .narrowWidth = 152,
                             .tooltip = stateTooltip,
                             .sortKey = stateSortKey,
                             .marks = stateMarks},
};

bool isSessionRunning(store::Database &db, const QString &station)
{
    return !store::Transactions(db)
                .list({.station = station, .state = store::TransactionState::Open, .limit = 1})
                .isEmpty();
}

std::optional<store::Command> latestRestart(store::Database &db, const QString &station)
{
    const auto resets = store::Commands(db).list({.station = station, .action = u"Reset"_s, .limit = 1});
    if (resets.isEmpty() || resets.first().created < store::now() - restartRemembered)
        return std::nullopt;
    return resets.first();
}

bool isBeingRead(store::Database &db, const QString &station)
{
    return !store::Commands(db)
                .list({.station = station,
                       .action = u"GetConfiguration"_s,
                       .states = {store::CommandState::Queued, store::CommandState::Sent},
                       .limit = 1})
                .isEmpty();
}

/// Of a wish that the station does not follow yet.
StateWord pendingState(const ConfigurationRow &row)
{
    if (row.step.paused)
        return {{Shape::Pause, Role::Caution}, ConfigurationRowWords::tr("paused"), {}};
    if (row.step.state == store::ReconciliationState::GaveUp) {
        const QString reason = stepReason(row.step.reason);
        return {{Shape::Triangle, Role::Fault},
                reason.isEmpty() ? ConfigurationRowWords::tr("given up")
                                 : ConfigurationRowWords::tr("given up: %1").arg(reason),
                {}};
    }
    return {{Shape::Clock, Role::Accent},
            row.stationOnline ? ConfigurationRowWords::tr("being changed") : ConfigurationRowWords::tr("waits"),
            {}};
}

QString pendingSentence(const ConfigurationRow &row)
{
    if (row.step.paused)
        return ConfigurationRowWords::tr("Paused: the station is not told before this is resumed, above the keys.");
    if (row.step.state == store::ReconciliationState::GaveUp)
        return ConfigurationRowWords::tr("Given up: %1").arg(stepReason(row.step.reason));
    return row.stationOnline
               ? ConfigurationRowWords::tr("The station is being told; then the value is read back.")
               : ConfigurationRowWords::tr("The station is offline. It is told as soon as it is back.");
}

/// A key that was once wished for, never reported, and is not wished for any more.
bool isForgotten(const store::ConfigurationKey &key)
{
    return !key.desired && !key.value && !key.reportedAt;
}

} // namespace

QString valueText(const KeyFacts *facts, const QString &value)
{
    if (!facts)
        return value;
    if (facts->kind == KeyKind::Boolean) {
        if (value.compare("true"_L1, Qt::CaseInsensitive) == 0)
            return ConfigurationRowWords::tr("yes");
        if (value.compare("false"_L1, Qt::CaseInsensitive) == 0)
            return ConfigurationRowWords::tr("no");
    }
    bool isNumber = false;
    value.toInt(&isNumber);
    return isNumber && !facts->unit.isEmpty() ? value + QChar::Nbsp + facts->unit : value;
}

bool ConfigurationRow::isSecret() const
{
    return entry.isSecret();
}

QString ConfigurationRow::reportedText() const
{
    if (isSecret())
        return entry.reportedAt ? u"***"_s : QString();
    if (!entry.value)
        return entry.reportedAt ? ConfigurationRowWords::tr("no value") : ConfigurationRowWords::tr("not reported");
    return entry.value->isEmpty() ? ConfigurationRowWords::tr("empty") : valueText(facts, *entry.value);
}

QString ConfigurationRow::wantedText() const
{
    if (!entry.desired || (entry.state == State::InSync && !isSecret()))
        return {};
    if (isSecret())
        return u"***"_s;
    return entry.desired->isEmpty() ? ConfigurationRowWords::tr("empty") : valueText(facts, *entry.desired);
}

KeyKind ConfigurationRow::kind() const
{
    if (facts)
        return facts->kind;
    const QString value = entry.value.value_or(QString()).toLower();
    return value == "true"_L1 || value == "false"_L1 ? KeyKind::Boolean : KeyKind::Text;
}

StateWord ConfigurationRow::state() const
{
    if (!entry.desired)
        return entry.readonly ? StateWord{{Shape::Bar, Role::Inactive}, ConfigurationRowWords::tr("read only"), {}}
                              : StateWord{};
    switch (entry.state) {
    case State::InSync:
        return {{Shape::Check, Role::Good},
                isSecret() ? ConfigurationRowWords::tr("accepted") : ConfigurationRowWords::tr("in effect"),
                {}};
    case State::Pending:
        return pendingState(*this);
    case State::Rejected:
        return {{Shape::Cross, Role::Fault}, ConfigurationRowWords::tr("refused"), {}};
    case State::RebootRequired:
        return {{Shape::HalfDisc, Role::Caution}, ConfigurationRowWords::tr("needs a restart"), {}};
    case State::NotSupported:
        return {{Shape::Cross, Role::Fault}, ConfigurationRowWords::tr("unknown there"), {}};
    }
    Q_UNREACHABLE();
    return {};
}

QString ConfigurationRow::stateSentence() const
{
    if (!entry.desired)
        return entry.readonly ? ConfigurationRowWords::tr("The station lets nobody change this.") : QString();
    switch (entry.state) {
    case State::InSync:
        return isSecret() ? ConfigurationRowWords::tr("The station has accepted it. It cannot be read back.")
                          : ConfigurationRowWords::tr("Wanted so, and read back from the station.");
    case State::Pending:
        return pendingSentence(*this);
    case State::Rejected:
        return ConfigurationRowWords::tr(
            "The station refused this value. Another one may be accepted; its manual tells which.");
    case State::RebootRequired:
        return ConfigurationRowWords::tr("The station has accepted it and follows it after its next restart.");
    case State::NotSupported:
        return ConfigurationRowWords::tr("The station does not know this key.");
    }
    Q_UNREACHABLE();
    return {};
}

std::span<const Column<ConfigurationRow>> configurationColumns()
{
    return configurationTable;
}

bool ConfigurationReading::isKeptInStep() const
{
    return step.paused || step.state != store::ReconciliationState::InSync
           || std::ranges::any_of(rows, [](const ConfigurationRow &row) { return row.entry.desired.has_value(); });
}

int ConfigurationReading::count(State state) const
{
    return int(std::ranges::count_if(
        rows, [state](const ConfigurationRow &row) { return row.entry.desired && row.entry.state == state; }));
}

ConfigurationReading readConfiguration(store::Database &db, const QString &station)
{
    ConfigurationReading reading;
    const auto row = store::Stations(db).find(station);
    reading.online = row && row->online;
    reading.step = store::Reconciliations(db).find(station, store::configurationTopic);
    for (const store::ConfigurationKey &key : store::Configuration(db).list(station)) {
        if (isForgotten(key))
            continue;
        reading.rows.append({key, keyFacts(key.key), reading.online, reading.step});
        if (key.reportedAt)
            reading.readAt = std::max(reading.readAt.value_or(*key.reportedAt), *key.reportedAt);
    }
    reading.sessionRuns = isSessionRunning(db, station);
    reading.isBeingRead = isBeingRead(db, station);
    reading.restart = latestRestart(db, station);
    return reading;
}

} // namespace ui
