// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/locallistservice.h"

#include "ocpp/codec.h"
#include "store/locallistplan.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using ocpp::UpdateStatus;
using store::LocalListObstacle;

namespace csms::locallist {
namespace {

QString obstacleInWords(const store::LocalListPlan &plan)
{
    switch (plan.obstacle) {
    case LocalListObstacle::NoProfile:
        return u"The station has no local list: its SupportedFeatureProfiles are without LocalAuthListManagement. Take "
               "its list away, or let its firmware be updated."_s;
    case LocalListObstacle::Disabled:
        return u"The station would not use its local list: LocalAuthListEnabled is false. Set it to true in its "
               "configuration."_s;
    case LocalListObstacle::Unsupported:
        return u"The station answered that it does not support local lists. Take its list away, or let its firmware be "
               "updated."_s;
    case LocalListObstacle::TooLong:
        return u"The list has %1 entries, but the station takes no more than %2 (LocalAuthListMaxLength). Give it a "
               "shorter list, of one group for instance."_s.arg(plan.desired.size())
            .arg(plan.mostEntries.value_or(0));
    case LocalListObstacle::None:
        break;
    }
    return {};
}

QString fullInWords(const store::LocalListPlan &plan)
{
    if (!plan.row.refused.isEmpty())
        return u"The station refused the last update (%1), so it gets the whole list."_s.arg(plan.row.refused);
    if (plan.row.committed == 0)
        return u"The station has no list from here yet, so it gets the whole list."_s;
    return u"The station says that its list has version %1, but %2 was sent last, so it gets the whole list."_s
        .arg(plan.row.reported.value_or(0))
        .arg(plan.row.committed);
}

bool saysUnsupported(const QString &error)
{
    return error.startsWith("NotSupported"_L1) || error.startsWith("NotImplemented"_L1);
}

} // namespace

reconciler::Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp now)
{
    const store::LocalListPlan plan = store::planLocalList(db, station.id, now);
    reconciler::Difference difference;
    if (!plan.list)
        return difference;
    difference.count = plan.drift();
    if (difference.count == 0)
        return difference;
    if (plan.obstacle != LocalListObstacle::None) {
        difference.isHopeless = true;
        difference.reason = obstacleInWords(plan);
    } else if (plan.mustAsk) {
        difference.next = reconciler::Step{ocpp::GetLocalListVersion::action, {}};
        difference.reason = u"The version of the station's list is not known, so it is asked."_s;
    } else {
        const int version = store::LocalLists(db).nextVersion(station.id);
        difference.next = reconciler::Step{ocpp::SendLocalList::action, ocpp::encode(plan.nextUpdate(version))};
        // A Full one in parts ends with the kind of update that was refused.
        difference.isOtherWay =
            plan.row.refused == toString(ocpp::UpdateType::Differential) && plan.updates() == 1;
        difference.reason = plan.isFull ? fullInWords(plan) : u"Entries differ: %1."_s.arg(difference.count);
    }
    return difference;
}

void booted(store::Database &db, const QString &station)
{
    store::LocalLists(db).forgetReport(station);
}

bool connected(store::Database &db, const QString &station)
{
    store::LocalLists lists(db);
    const store::StationList row = lists.ofStation(station);
    if (!row.list || row.unsupported || row.reported.value_or(-1) < 0)
        return false;
    lists.forgetReport(station);
    return true;
}

void failed(store::Database &db, const store::Command &command, store::CommandState state, const QString &error,
            ocpp::Timestamp)
{
    if (state == store::CommandState::Error && saysUnsupported(error))
        store::LocalLists(db).setUnsupported(command.station);
}

void versionReported(Context &context, const ocpp::GetLocalListVersion::Response &response)
{
    store::LocalLists(context.db).report(context.station.id, response.listVersion, context.received);
}

void updateAnswered(Context &context, const store::Command &command, const ocpp::SendLocalList::Response &response)
{
    store::LocalLists lists(context.db);
    const QString &station = context.station.id;
    QList<ocpp::Finding> findings;
    const auto update = ocpp::decode<ocpp::SendLocalList::Request>(
        QJsonDocument::fromJson(command.payload).object(), findings);
    if (!update)
        return;
    if (response.status == UpdateStatus::NotSupported) {
        lists.setUnsupported(station);
    } else if (response.status != UpdateStatus::Accepted) {
        lists.refuse(station, update->updateType);
    } else {
        const bool isLate = command.state != store::CommandState::Sent;
        const bool isOvertaken = isLate && update->listVersion <= lists.ofStation(station).committed;
        if (!isOvertaken)
            lists.commit(station, *update, context.received);
    }
}

} // namespace csms::locallist
