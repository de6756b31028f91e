// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/configuration.h"

#include "ocpp/codec.h"
#include "store/reconciliations.h"
#include "store/stations.h"
#include "store/words.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Word<ConfigurationState> configurationStates[] = {
    {ConfigurationState::InSync, "inSync"_L1},
    {ConfigurationState::Pending, "pending"_L1},
    {ConfigurationState::Rejected, "rejected"_L1},
    {ConfigurationState::RebootRequired, "rebootRequired"_L1},
    {ConfigurationState::NotSupported, "notSupported"_L1},
};

constexpr Column configurationColumns[] = {
    column<&ConfigurationKey::station>("station"_L1, ColumnRole::Key),
    column<&ConfigurationKey::keyFolded>("key_folded"_L1, ColumnRole::Key),
    column<&ConfigurationKey::key>("key"_L1),
    column<&ConfigurationKey::value>("value"_L1),
    column<&ConfigurationKey::readonly>("readonly"_L1),
    column<&ConfigurationKey::reportedAt>("reported_at"_L1),
    column<&ConfigurationKey::desired>("desired"_L1),
    column<&ConfigurationKey::desiredAt>("desired_at"_L1),
    column<&ConfigurationKey::state>("state"_L1),
};
constexpr RowTable configurationTable{"configuration"_L1, configurationColumns};

/// Stations write booleans in either case (9 says lower).
bool isSameValue(const QString &one, const QString &other)
{
    const bool isBoolean = one.compare("true"_L1, Qt::CaseInsensitive) == 0 || one.compare("false"_L1, Qt::CaseInsensitive) == 0;
    return one.compare(other, isBoolean ? Qt::CaseInsensitive : Qt::CaseSensitive) == 0;
}

/// What a fresh report means for a key. A refusal or a missing reboot is only overcome by the desired value. Of a secret
/// only the name is kept, so a report proves nothing.
ConfigurationState stateAfterReport(const ConfigurationKey &key)
{
    if (key.isSecret())
        return key.state;
    if (!key.desired || (key.value && isSameValue(*key.value, *key.desired)))
        return ConfigurationState::InSync;
    const bool wasFine = key.state == ConfigurationState::InSync || key.state == ConfigurationState::NotSupported;
    return wasFine ? ConfigurationState::Pending : key.state;
}

/// What is set beside the state. Of a secret that was refused only stays that there was one, for a person to decide.
QLatin1StringView forgotten(const QString &key, ConfigurationState state)
{
    if (!ocpp::isSecretKey(key) || state == ConfigurationState::Pending)
        return {};
    const bool isTaken = state == ConfigurationState::InSync || state == ConfigurationState::RebootRequired;
    return isTaken ? ", desired = NULL, desired_at = NULL"_L1
                   : ", desired = CASE WHEN desired IS NULL THEN NULL ELSE '' END"_L1;
}

} // namespace

QLatin1StringView toString(ConfigurationState state)
{
    return wordOf(configurationStates, state);
}

bool fromString(QStringView text, ConfigurationState &state)
{
    return fromWord(configurationStates, text, state);
}

const RowTable &ConfigurationKey::table()
{
    return configurationTable;
}

bool ConfigurationKey::isSecret() const
{
    return ocpp::isSecretKey(key);
}

void Configuration::report(const QString &station, const QList<ReportedKey> &keys, ocpp::Timestamp at)
{
    for (const ReportedKey &reported : keys) {
        ConfigurationKey row = findOrMake(station, reported.key);
        row.key = reported.key;
        row.value = reported.value;
        row.readonly = reported.readonly;
        row.reportedAt = at;
        saveReported(row, stateAfterReport(row));
    }
}

/// Only the reported side. Another node may just have written a wish that this one has not seen: then it is pending,
/// whatever the state would be without it.
void Configuration::saveReported(const ConfigurationKey &row, ConfigurationState state)
{
    db_.run(u"UPDATE configuration SET key = ?, value = ?, readonly = ?, reported_at = ?, "
            "state = CASE WHEN COALESCE(desired_at, 0) = ? THEN ? WHEN desired IS NULL THEN 'inSync' "
            "ELSE 'pending' END WHERE station = ? AND key_folded = ?"_s,
            {row.key, row.value, row.readonly, row.reportedAt, row.desiredAt.value_or(ocpp::Timestamp()), state,
             row.station, row.keyFolded});
    db_.noteChange(Table::Configuration, row.station, row.key);
}

ConfigurationKey Configuration::findOrMake(const QString &station, const QString &key)
{
    if (const std::optional<ConfigurationKey> known = find(station, key))
        return *known;
    ConfigurationKey fresh;
    fresh.station = station;
    fresh.key = key;
    fresh.keyFolded = folded(key);
    db_.insertNew(fresh);
    return find(station, key).value_or(fresh); // another node may have been first
}

void Configuration::reportUnknown(const QString &station, const QStringList &keys, ocpp::Timestamp at)
{
    for (const QString &key : keys) {
        std::optional<ConfigurationKey> row = find(station, key);
        if (!row)
            continue;
        row->value.reset();
        row->reportedAt = at;
        saveReported(*row, ConfigurationState::NotSupported);
        if (row->desired && row->isSecret())
            setState(station, key, find(station, key).value_or(*row).state);
    }
}

void Configuration::desire(const QString &station, const QString &key, const std::optional<QString> &value,
                           ocpp::Timestamp at)
{
    const ConfigurationKey row = findOrMake(station, key);
    db_.run(u"UPDATE configuration SET desired = ?, desired_at = ?, "
            "state = CASE WHEN CAST(? AS TEXT) IS NULL OR (value = ? AND COALESCE(desired, value) = value) "
            "THEN 'inSync' ELSE 'pending' END WHERE station = ? AND key_folded = ?"_s,
            {value, value ? std::optional(at) : std::nullopt, value, value, station, row.keyFolded});
    db_.noteChange(Table::Configuration, station, row.key);
    Reconciliations(db_).reset(station, configurationTopic, at);
}

void Configuration::setState(const QString &station, const QString &key, ConfigurationState state)
{
    db_.run(u"UPDATE configuration SET state = ?%1 WHERE station = ? AND key_folded = ?"_s.arg(forgotten(key, state)),
            {state, station, folded(key)});
    db_.noteChange(Table::Configuration, station, key);
}

void Configuration::rebooted(const QString &station)
{
    const int changed = db_.run(u"UPDATE configuration "
                                "SET state = CASE WHEN desired IS NULL THEN 'inSync' ELSE 'pending' END "
                                "WHERE station = ? AND state = 'rebootRequired'"_s,
                                {station});
    if (changed > 0)
        db_.noteChange(Table::Configuration, station);
}

std::optional<ConfigurationKey> Configuration::find(const QString &station, const QString &key)
{
    return db_.row<ConfigurationKey>(u"WHERE station = ? AND key_folded = ?"_s, {station, folded(key)});
}

QList<ConfigurationKey> Configuration::list(const QString &station)
{
    return db_.rows<ConfigurationKey>(u"WHERE station = ? ORDER BY key_folded"_s, {station});
}

QList<ConfigurationKey> Configuration::pending(const QString &station)
{
    return db_.rows<ConfigurationKey>(u"WHERE station = ? AND state = 'pending' ORDER BY key_folded"_s, {station});
}

QList<ConfigurationKey> Configuration::unsettled(const QString &station)
{
    return db_.rows<ConfigurationKey>(u"WHERE station = ? AND (state = 'rebootRequired' OR (state <> 'inSync' "
                                      "AND desired IS NOT NULL)) ORDER BY key_folded"_s,
                                      {station});
}

QList<ConfigurationKey> Configuration::stuck()
{
    return db_.rows<ConfigurationKey>(u"WHERE state = 'rebootRequired' OR (state IN ('rejected', 'notSupported') "
                                      "AND desired IS NOT NULL) ORDER BY station, key_folded"_s);
}

} // namespace store
