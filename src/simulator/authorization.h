// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/caller.h"
#include "simulator/configurationkeys.h"
#include "simulator/locallist.h"
#include "simulator/stationclock.h"

#include <functional>
#include <list>

namespace simulator {

/// Who may charge: the local list, the cache, what holds offline, and Authorize.req (3.5, 4.1).
class Authorization {
public:
    struct Verdict {
        bool accepted = false;
        QString parentIdTag; // empty: none is known
    };

    Authorization(const ConfigurationKeys &configuration, const LocalAuthList &list, const StationClock &clock,
                  const Registration &registration, Caller &caller);

    /// Calls back once, at once or when the central system has answered.
    void ask(const QString &idTag, const std::function<void(const Verdict &)> &then);
    /// 3.5.1: every IdTagInfo that is received updates the cache.
    void learn(const QString &idTag, const ocpp::IdTagInfo &info);

    Answer<ocpp::ClearCache::Response> handle(const ocpp::ClearCache::Request &);

private:
    struct Known {
        QString idTag;
        ocpp::IdTagInfo info;
    };
    static constexpr std::size_t cacheSize = 100;

    const ocpp::IdTagInfo *known(const QString &idTag) const;
    bool isValid(const ocpp::IdTagInfo &info) const;
    static Verdict verdictOf(const ocpp::IdTagInfo &info);
    Verdict offlineVerdict(const QString &idTag) const;
    void makeRoom();

    const ConfigurationKeys &configuration_;
    const LocalAuthList &list_;
    const StationClock &clock_;
    const Registration &registration_;
    Caller &caller_;
    std::list<Known> cache_; // oldest first; survives reboots (E 3.4)
};

} // namespace simulator
