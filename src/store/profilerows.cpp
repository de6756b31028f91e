// SPDX-License-Identifier: GPL-3.0-or-later
// Charging profiles: how they are kept, and reading them.
#include "charging/localtime.h"
#include "ocpp/codec.h"
#include "store/chargingprofiles.h"
#include "store/configuration.h"
#include "store/stations.h"
#include "store/words.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr Word<ProfileState> profileStates[] = {
    {ProfileState::Pending, "pending"_L1},   {ProfileState::Installed, "installed"_L1},
    {ProfileState::Rejected, "rejected"_L1}, {ProfileState::NotSupported, "notSupported"_L1},
    {ProfileState::Unfit, "unfit"_L1},       {ProfileState::Clearing, "clearing"_L1},
    {ProfileState::Reported, "reported"_L1},
};

constexpr Column namedProfileColumns[] = {
    column<&NamedProfile::nameKey>("name_key"_L1, ColumnRole::Key),
    column<&NamedProfile::name>("name"_L1),
    column<&NamedProfile::profile>("profile"_L1),
    column<&NamedProfile::changed>("changed"_L1),
};
constexpr RowTable namedProfileTable{"charging_profiles"_L1, namedProfileColumns};

constexpr Column stationProfileColumns[] = {
    column<&StationProfile::station>("station"_L1, ColumnRole::Key),
    column<&StationProfile::connector>("connector"_L1, ColumnRole::Key),
    column<&StationProfile::purpose>("purpose"_L1, ColumnRole::Key),
    column<&StationProfile::stackLevel>("stack_level"_L1, ColumnRole::Key),
    column<&StationProfile::transactionId>("transaction_id"_L1, ColumnRole::Key),
    column<&StationProfile::profileId>("profile_id"_L1),
    column<&StationProfile::nameKey>("name_key"_L1),
    column<&StationProfile::desired>("desired"_L1),
    column<&StationProfile::desiredAt>("desired_at"_L1),
    column<&StationProfile::accepted>("accepted"_L1),
    column<&StationProfile::acceptedAt>("accepted_at"_L1),
    column<&StationProfile::state>("state"_L1),
    column<&StationProfile::refusal>("refusal"_L1),
    column<&StationProfile::triedAt>("tried_at"_L1),
};
constexpr RowTable stationProfileTable{"station_profiles"_L1, stationProfileColumns};

bool isRefused(const StationProfile &row)
{
    return row.state == ProfileState::Rejected || row.state == ProfileState::NotSupported
           || row.state == ProfileState::Unfit;
}

} // namespace

QLatin1StringView toString(ProfileState state)
{
    return wordOf(profileStates, state);
}

bool fromString(QStringView text, ProfileState &state)
{
    return fromWord(profileStates, text, state);
}

const RowTable &NamedProfile::table()
{
    return namedProfileTable;
}

const RowTable &StationProfile::table()
{
    return stationProfileTable;
}

std::optional<int> acceptedId(const StationProfile &row)
{
    if (!row.accepted)
        return std::nullopt;
    return QJsonDocument::fromJson(*row.accepted).object()["chargingProfileId"_L1].toInt();
}

bool matches(const ProfileFilter &filter, const StationProfile &row)
{
    if (filter.id)
        return row.profileId == *filter.id || acceptedId(row) == filter.id;
    return row.connector == filter.connector.value_or(row.connector)
           && row.purpose == filter.purpose.value_or(row.purpose)
           && row.stackLevel == filter.stackLevel.value_or(row.stackLevel);
}

QJsonObject profileToSend(const StationProfile &row, ocpp::Timestamp now)
{
    QList<ocpp::Finding> findings;
    const QJsonObject desired = QJsonDocument::fromJson(row.desired.value_or(QByteArray())).object();
    const auto profile = ocpp::decode<ocpp::ChargingProfile>(desired, findings);
    return profile ? ocpp::encode(charging::asOf(*profile, now, QTimeZone::systemTimeZone())) : desired;
}

QList<NamedProfile> ChargingProfiles::library(const QString &afterName, int limit)
{
    const QString after = folded(afterName);
    if (limit > 0)
        return db_.rows<NamedProfile>(u"WHERE name_key > ? ORDER BY name_key LIMIT ?"_s, {after, limit});
    return db_.rows<NamedProfile>(u"WHERE name_key > ? ORDER BY name_key"_s, {after});
}

std::optional<NamedProfile> ChargingProfiles::named(const QString &name)
{
    return db_.row<NamedProfile>(u"WHERE name_key = ?"_s, {folded(name)});
}

QStringList ChargingProfiles::stationsUsing(const QString &name)
{
    QStringList stations;
    db_.each(u"SELECT DISTINCT station FROM station_profiles WHERE name_key = ? ORDER BY station"_s, {folded(name)},
             [&stations](const ResultRow &row) { stations.append(row.value(0).toString()); });
    return stations;
}

QHash<QString, int> ChargingProfiles::uses()
{
    QHash<QString, int> uses;
    db_.each(u"SELECT name_key, count(*) FROM station_profiles WHERE name_key <> '' GROUP BY name_key"_s, {},
             [&uses](const ResultRow &row) { uses.insert(row.value(0).toString(), row.value(1).toInt()); });
    return uses;
}

QList<StationProfile> ChargingProfiles::list(const QString &station)
{
    return db_.rows<StationProfile>(u"WHERE station = ? ORDER BY connector, purpose, stack_level, transaction_id"_s,
                                    {station});
}

QList<StationProfile> ChargingProfiles::all()
{
    return db_.rows<StationProfile>(u"ORDER BY station, connector, purpose, stack_level, transaction_id"_s);
}

QHash<QString, ProfileCounts> ChargingProfiles::counts()
{
    QHash<QString, ProfileCounts> counts;
    db_.each(
        u"SELECT station, state, count(*) FROM station_profiles WHERE desired IS NOT NULL GROUP BY station, state"_s,
        {}, [&counts](const ResultRow &result) {
            StationProfile row;
            fromString(result.value(1).toString(), row.state);
            ProfileCounts &of = counts[result.value(0).toString()];
            const int number = result.value(2).toInt();
            of.desired += number;
            of.installed += row.state == ProfileState::Installed ? number : 0;
            of.refused += isRefused(row) ? number : 0;
        });
    return counts;
}

std::optional<StationProfile> ChargingProfiles::at(const StationProfile &place)
{
    return db_.row<StationProfile>(
        u"WHERE station = ? AND connector = ? AND purpose = ? AND stack_level = ? AND transaction_id = ?"_s,
        {place.station, place.connector, place.purpose, place.stackLevel, place.transactionId});
}

void ChargingProfiles::put(const StationProfile &row)
{
    db_.save(row);
    db_.noteChange(Table::ChargingProfiles, row.station, changeKey(row.connector));
}

void ChargingProfiles::drop(const StationProfile &row)
{
    db_.run(u"DELETE FROM station_profiles WHERE station = ? AND connector = ? AND purpose = ? AND stack_level = ? "
            "AND transaction_id = ?"_s,
            {row.station, row.connector, row.purpose, row.stackLevel, row.transactionId});
    db_.noteChange(Table::ChargingProfiles, row.station, changeKey(row.connector));
}

charging::StationLimits ChargingProfiles::limitsOf(const QString &station)
{
    return charging::stationLimits([&](QLatin1StringView key) {
        const auto row = Configuration(db_).find(station, key);
        return row ? row->value : std::nullopt;
    });
}

} // namespace store
