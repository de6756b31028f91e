// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/locallistplan.h"

#include "store/configuration.h"
#include "store/stations.h"
#include "store/words.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr Word<LocalListChange::Kind> listChangeKinds[] = {
    {LocalListChange::Kind::Add, "add"_L1},
    {LocalListChange::Kind::Update, "update"_L1},
    {LocalListChange::Kind::Remove, "remove"_L1},
};

constexpr Word<LocalListObstacle> listObstacles[] = {
    {LocalListObstacle::None, "none"_L1},
    {LocalListObstacle::NoProfile, "noProfile"_L1},
    {LocalListObstacle::Disabled, "disabled"_L1},
    {LocalListObstacle::Unsupported, "unsupported"_L1},
    {LocalListObstacle::TooLong, "tooLong"_L1},
};

std::optional<QString> reportedKey(Database &db, const QString &station, const QString &key)
{
    const auto known = Configuration(db).find(station, key);
    return known ? known->value : std::nullopt;
}

std::optional<int> reportedLimit(Database &db, const QString &station, const QString &key)
{
    const int limit = reportedKey(db, station, key).value_or(QString()).toInt();
    return limit > 0 ? std::optional(limit) : std::nullopt;
}

LocalListObstacle obstacleOf(Database &db, const LocalListPlan &plan)
{
    const QString &station = plan.row.station;
    const auto profiles = reportedKey(db, station, u"SupportedFeatureProfiles"_s);
    if (profiles && !profiles->contains("LocalAuthListManagement"_L1, Qt::CaseInsensitive))
        return LocalListObstacle::NoProfile;
    const auto enabled = reportedKey(db, station, u"LocalAuthListEnabled"_s);
    if (enabled && enabled->compare("false"_L1, Qt::CaseInsensitive) == 0)
        return LocalListObstacle::Disabled;
    if (plan.row.unsupported || plan.row.reported.value_or(0) < 0)
        return LocalListObstacle::Unsupported;
    const bool isTooLong = plan.mostEntries && plan.desired.size() > *plan.mostEntries;
    return isTooLong ? LocalListObstacle::TooLong : LocalListObstacle::None;
}

QList<LocalListChange> changesBetween(const QList<LocalListEntry> &installed, const QList<LocalListEntry> &desired)
{
    using Kind = LocalListChange::Kind;
    QMap<QString, LocalListEntry> before;
    for (const LocalListEntry &entry : installed)
        before.insert(entry.tagKey, entry);
    QList<LocalListChange> changes;
    for (const LocalListEntry &entry : desired) {
        const auto known = before.constFind(entry.tagKey);
        if (known == before.constEnd())
            changes.append({Kind::Add, entry, {}});
        else if (!saysTheSame(*known, entry))
            changes.append({Kind::Update, entry, *known});
        before.remove(entry.tagKey);
    }
    QList<LocalListChange> all;
    for (const LocalListEntry &entry : std::as_const(before))
        all.append({Kind::Remove, entry, entry});
    return all + changes;
}

bool hasNothing(const StationList &row)
{
    return row.reported == 0 && row.refused.isEmpty();
}

bool needsFull(const LocalListPlan &plan)
{
    const bool isEmptyAndShallBe = hasNothing(plan.row) && plan.desired.isEmpty();
    return !isEmptyAndShallBe && (plan.row.committed == 0 || plan.versionDiffers() || !plan.row.refused.isEmpty());
}

int parts(qsizetype entries, const std::optional<int> &most)
{
    const int portion = most.value_or(std::max(1, int(entries)));
    return (int(entries) + portion - 1) / portion;
}

} // namespace

QLatin1StringView toString(LocalListChange::Kind kind)
{
    return wordOf(listChangeKinds, kind);
}

QLatin1StringView toString(LocalListObstacle obstacle)
{
    return wordOf(listObstacles, obstacle);
}

int LocalListPlan::drift() const
{
    return std::max(int(changes.size()), mustAsk || isFull ? 1 : 0);
}

int LocalListPlan::updates() const
{
    return isFull ? std::max(1, parts(desired.size(), mostPerUpdate)) : parts(changes.size(), mostPerUpdate);
}

ocpp::SendLocalList::Request LocalListPlan::nextUpdate(int version) const
{
    ocpp::SendLocalList::Request update;
    update.listVersion = version;
    update.updateType = isFull ? ocpp::UpdateType::Full : ocpp::UpdateType::Differential;
    const qsizetype all = isFull ? desired.size() : changes.size();
    for (qsizetype i = 0; i < std::min(all, qsizetype(mostPerUpdate.value_or(int(all)))); ++i) {
        if (isFull)
            update.localAuthorizationList.append(onTheWire(desired.at(i)));
        else if (changes.at(i).kind == LocalListChange::Kind::Remove)
            update.localAuthorizationList.append({changes.at(i).entry.tag, {}});
        else
            update.localAuthorizationList.append(onTheWire(changes.at(i).entry));
    }
    return update;
}

LocalListPlan planLocalList(Database &db, const QString &station, ocpp::Timestamp now)
{
    LocalLists lists(db);
    LocalListPlan plan;
    plan.row = lists.ofStation(station);
    if (plan.row.list)
        plan.list = lists.find(*plan.row.list);
    plan.mostEntries = reportedLimit(db, station, u"LocalAuthListMaxLength"_s);
    plan.mostPerUpdate = reportedLimit(db, station, u"SendLocalListMaxLength"_s);
    if (!plan.list)
        return plan;
    plan.desired = lists.entries(*plan.list, station, now);
    plan.changes = changesBetween(hasNothing(plan.row) ? QList<LocalListEntry>() : lists.installed(station), plan.desired);
    plan.obstacle = obstacleOf(db, plan);
    plan.mustAsk = !plan.row.reported || lists.isUncertain(plan.row);
    plan.isFull = needsFull(plan);
    return plan;
}

} // namespace store
