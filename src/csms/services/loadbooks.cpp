// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/loadbooks.h"

#include "csms/services/loadbalancer.h"
#include "csms/services/loadprofiles.h"
#include "ocpp/jsontext.h"
#include "store/chargingprofiles.h"
#include "store/stations.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using charging::LimitKind;
using ocpp::Timestamp;
using store::CommandState;

namespace csms::loadbalancer {
namespace {

/// Ahead of what reconciles, behind a person's click.
constexpr int sharePriority = (store::Command::personPriority + store::Command::backgroundPriority) / 2;
// What was not sent by then was planned for another moment.
constexpr auto orderExpires = 20s;
constexpr auto betweenClearings = 5min;

/// A station that is in no site any more is not to be held back for ever.
void takeBack(store::Database &db, const QString &station, const QString &node, Timestamp now)
{
    const auto row = store::Stations(db).find(station);
    if (!row || !row->online || row->node != node || row->registration != store::Registration::Accepted)
        return;
    const auto limits = store::Sites(db).limits(station);
    const auto last = store::Commands(db).list({station, QString(ocpp::ClearChargingProfile::action), {}, 0, 1});
    if (limits.isEmpty() || (!last.isEmpty() && isOurs(last.first()) && now - last.first().created < betweenClearings
                             && last.first().state != CommandState::Accepted))
        return;
    queueOurs(db, station, ocpp::ClearChargingProfile::action,
              {{u"id"_s, loadprofiles::profileIdOf(limits.last().kind)}}, now);
}

QJsonObject payloadOf(const store::Command &command)
{
    return QJsonDocument::fromJson(command.payload).object();
}

/// Ours, as the station has them and as they would be sent now.
loadprofiles::Levels lowestLevels(store::Database &db, const QString &station)
{
    const auto levels = loadprofiles::levelsOf(store::ChargingProfiles(db).limitsOf(station));
    loadprofiles::Levels lowest = levels.value_or(loadprofiles::Levels());
    for (const store::SiteLimit &limit : store::Sites(db).limits(station))
        lowest.fallback = std::min(lowest.fallback, limit.level);
    return lowest;
}

} // namespace

qint64 queueOurs(store::Database &db, const QString &station, QLatin1StringView action, const QJsonObject &payload,
                 Timestamp now)
{
    store::Command command;
    command.station = station;
    command.action = action;
    command.payload = ocpp::compactBytes(payload);
    command.origin = store::loadBalancingOrigin;
    command.priority = sharePriority;
    command.created = now;
    command.expires = now + orderExpires;
    return store::Commands(db).queue(command);
}

void takeBackDue(store::Database &db, const QString &node, Timestamp now)
{
    for (const QString &station : store::Sites(db).formerMembers())
        takeBack(db, station, node, now);
}

bool isOurs(const store::Command &command)
{
    return command.origin == store::loadBalancingOrigin;
}

void ended(store::Database &db, const store::Command &command, Timestamp now)
{
    touched(db, command.station, now);
}

/// The site first: it makes a look of another node wait.
void sent(store::Database &db, const store::Command &command, Timestamp now)
{
    const bool sets = command.action == ocpp::SetChargingProfile::action;
    if (isOurs(command) || (!sets && command.action != ocpp::ClearChargingProfile::action))
        return;
    const QJsonObject payload = payloadOf(command);
    if (sets ? !loadprofiles::touchesOurs(payload) : !loadprofiles::clearsOurs(payload))
        return;
    touched(db, command.station, now);
    store::Sites sites(db);
    sites.doubtAll(command.station);
    if (sets && loadprofiles::isAtOrAbove(payload, lowestLevels(db, command.station)))
        sites.needClearing(command.station);
}

/// A factory reset forgets all without a word.
void booted(store::Database &db, const QString &station, Timestamp now)
{
    touched(db, station, now);
    store::Sites(db).doubtAll(station);
}

void takenBack(store::Database &db, const store::Command &command, Timestamp now)
{
    store::Sites sites(db);
    const QJsonObject payload = payloadOf(command);
    touched(db, command.station, now);
    const int id = payload["id"_L1].toInt();
    const bool isAll = id == 0 && !payload.contains("stackLevel"_L1);
    if (isAll || id == store::fallbackProfileId)
        sites.dropLimits(command.station, LimitKind::Fallback, command.id);
    if (id != store::fallbackProfileId)
        sites.dropLimits(command.station, LimitKind::Share, command.id);
    if (id != 0)
        return;
    sites.clearingDone(command.station, command.id);
    store::ProfileFilter filter{{}, 0, payload["chargingProfilePurpose"_L1].toString(), {}};
    if (!isAll)
        filter.stackLevel = payload["stackLevel"_L1].toInt();
    store::ChargingProfiles(db).cleared(command.station, filter, {true, command.created});
}

} // namespace csms::loadbalancer
