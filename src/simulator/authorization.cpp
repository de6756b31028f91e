// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/authorization.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using ocpp::AuthorizationStatus;

Authorization::Authorization(const ConfigurationKeys &configuration, const LocalAuthList &list,
                             const StationClock &clock, const Registration &registration, Caller &caller)
    : configuration_(configuration), list_(list), clock_(clock), registration_(registration), caller_(caller)
{
}

void Authorization::ask(const QString &idTag, const std::function<void(const Verdict &)> &then)
{
    if (!caller_.isOnline()) {
        then(offlineVerdict(idTag));
        return;
    }
    const ocpp::IdTagInfo *local = known(idTag);
    // 3.5: a tag that is known as not valid is asked about all the same.
    if (local && isValid(*local) && configuration_.flag("LocalPreauthorize"_L1)) {
        then(verdictOf(*local));
        return;
    }
    caller_.call<ocpp::Authorize>({.idTag = idTag}, [this, idTag, then](const Reply<ocpp::Authorize> &reply) {
        if (!reply) {
            then(offlineVerdict(idTag));
            return;
        }
        learn(idTag, reply->idTagInfo);
        then(verdictOf(reply->idTagInfo));
    });
}

void Authorization::learn(const QString &idTag, const ocpp::IdTagInfo &info)
{
    // 3.5.3: what the list knows is not put into the cache.
    if (!configuration_.flag("AuthorizationCacheEnabled"_L1) || list_.find(idTag))
        return;
    cache_.remove_if(
        [&](const Known &entry) { return entry.idTag.compare(idTag, Qt::CaseInsensitive) == 0; });
    makeRoom();
    cache_.push_back({idTag, info});
}

void Authorization::makeRoom()
{
    if (cache_.size() < cacheSize)
        return;
    // 3.5.1: the ones that are not valid go first, then the oldest.
    cache_.remove_if([this](const Known &entry) { return !isValid(entry.info); });
    if (cache_.size() >= cacheSize)
        cache_.pop_front();
}

Answer<ocpp::ClearCache::Response> Authorization::handle(const ocpp::ClearCache::Request &)
{
    using Response = ocpp::ClearCache::Response;
    // E 3.23: without a cache there is nothing to clear.
    if (!configuration_.flag("AuthorizationCacheEnabled"_L1))
        return Response{ocpp::ClearCacheStatus::Rejected};
    cache_.clear();
    return Response{ocpp::ClearCacheStatus::Accepted};
}

const ocpp::IdTagInfo *Authorization::known(const QString &idTag) const
{
    if (const ocpp::IdTagInfo *listed = list_.find(idTag))
        return listed; // 3.5.3: before the cache
    if (!configuration_.flag("AuthorizationCacheEnabled"_L1))
        return nullptr;
    const auto found = std::find_if(cache_.begin(), cache_.end(), [&](const Known &entry) {
        return entry.idTag.compare(idTag, Qt::CaseInsensitive) == 0;
    });
    return found == cache_.end() ? nullptr : &found->info;
}

bool Authorization::isValid(const ocpp::IdTagInfo &info) const
{
    return info.status == AuthorizationStatus::Accepted
           && (!info.expiryDate || *info.expiryDate > clock_.now());
}

Authorization::Verdict Authorization::verdictOf(const ocpp::IdTagInfo &info)
{
    return {info.status == AuthorizationStatus::Accepted, info.parentIdTag.value_or(QString())};
}

Authorization::Verdict Authorization::offlineVerdict(const QString &idTag) const
{
    // 4.2.1: a station that was never accepted denies all charging.
    if (!registration_.acceptedBefore)
        return {};
    if (const ocpp::IdTagInfo *local = known(idTag)) {
        // 3.5.4: a tag that is known and not valid is never accepted as an unknown one.
        Verdict verdict = verdictOf(*local);
        verdict.accepted = isValid(*local) && configuration_.flag("LocalAuthorizeOffline"_L1);
        return verdict;
    }
    return {configuration_.flag("AllowOfflineTxForUnknownId"_L1), {}};
}

} // namespace simulator
