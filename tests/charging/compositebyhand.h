// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"

#include <algorithm>
#include <map>
#include <set>

namespace chargingtest {

using Purpose = ocpp::ChargingProfilePurposeType;

/// What is asked, and of what.
struct Case {
    QList<charging::PlacedProfile> profiles;
    charging::CompositeContext context;
    int connector = 1;
    ocpp::Timestamp from{};
    int duration = 0;
    ocpp::ChargingRateUnitType unit{};
};

inline constexpr int highestLevel = 4;

/// As somebody would work it out by hand who reads the specification aloud, one moment after the other. Nothing here is
/// clever, nothing of one moment is kept for the next, and nothing of the code under test is used but its types.
class ByHand {
public:
    struct Answer {
        std::optional<double> limit{};
        std::optional<int> phases{};
        std::optional<double> minChargingRate{};
        std::set<std::pair<int, int>> deciders{}; // connector, profile
        std::set<std::pair<int, charging::Standing>> beaten{};
    };

    explicit ByHand(const Case &asked) : case_(asked)
    {
        for (int i = 0; i < case_.profiles.size(); ++i)
            send(i);
    }

    Answer answer(ocpp::Timestamp moment) const
    {
        const std::vector<Said> maximum = said(0, Purpose::ChargePointMaxProfile, moment);
        const Sum sum = this->sum(moment);
        Answer answer;
        if (sum.isFree && maximum.empty())
            return answer;
        const bool maximumDecides = !maximum.empty() && (sum.isFree || maximum[0].limit < sum.limit - 1e-9);
        answer.limit = maximumDecides ? maximum[0].limit : sum.limit;
        answer.deciders = maximumDecides ? std::set{std::pair(0, maximum[0].index)} : sum.prevailing;
        answer.beaten = sum.below;
        for (const auto &[connector, index] : sum.prevailing) {
            if (maximumDecides)
                answer.beaten.insert({index, charging::Standing::NotLower});
        }
        for (std::size_t i = 0; i < maximum.size(); ++i) {
            if (i > 0 || !maximumDecides)
                answer.beaten.insert(
                    {maximum[i].index, i > 0 ? charging::Standing::LowerLevel : charging::Standing::NotLower});
        }
        const int phases = maximum.empty() ? sum.phases : std::min(sum.phases, maximum[0].phases);
        if (phases < 3 || (maximumDecides ? maximum[0].saysPhases : sum.saysPhases))
            answer.phases = phases;
        answer.minChargingRate = case_.connector > 0 ? sum.minChargingRate : std::nullopt; // a vehicle's
        if (!maximum.empty() && maximum[0].minChargingRate)
            answer.minChargingRate = std::max(answer.minChargingRate.value_or(0), *maximum[0].minChargingRate);
        return answer;
    }

private:
    struct Said {
        int index;
        double limit;
        int phases;
        bool saysPhases;
        std::optional<double> minChargingRate;
    };

    /// All connectors that are asked for.
    struct Sum {
        double limit = 0;
        int phases = 0;
        bool isFree = false;
        bool saysPhases = false;
        std::optional<double> minChargingRate{};
        std::set<std::pair<int, int>> prevailing{};
        std::set<std::pair<int, charging::Standing>> below{};
    };

    /// It takes the place it is sent to, and that of the one with its id.
    void send(int index)
    {
        const charging::PlacedProfile &sent = case_.profiles[index];
        if (!isTaken(sent))
            return;
        for (auto it = places_.begin(); it != places_.end();) {
            const int id = case_.profiles[it->second].csChargingProfiles.chargingProfileId;
            it = id == sent.csChargingProfiles.chargingProfileId ? places_.erase(it) : std::next(it);
        }
        places_[{sent.connectorId, sent.csChargingProfiles.chargingProfilePurpose,
                 sent.csChargingProfiles.stackLevel}] = index;
    }

    bool isTaken(const charging::PlacedProfile &sent) const
    {
        const Purpose purpose = sent.csChargingProfiles.chargingProfilePurpose;
        if (purpose == Purpose::ChargePointMaxProfile)
            return sent.connectorId == 0;
        if (purpose == Purpose::TxDefaultProfile)
            return true;
        const auto transaction = transactionAt(sent.connectorId);
        if (sent.connectorId == 0 || !transaction)
            return false;
        const auto wanted = sent.csChargingProfiles.transactionId;
        return !wanted || !transaction->id || *wanted == *transaction->id;
    }

    Sum sum(ocpp::Timestamp moment) const
    {
        Sum sum;
        const int first = case_.connector > 0 ? case_.connector : 1;
        const int last = case_.connector > 0 ? case_.connector : int(case_.context.outlets.size());
        for (int connector = first; connector <= last; ++connector)
            add(sum, connector, moment);
        sum.isFree = sum.isFree || last < first;
        sum.phases = sum.phases == 0 ? 3 : sum.phases;
        return sum;
    }

    void add(Sum &sum, int connector, ocpp::Timestamp moment) const
    {
        std::vector<Said> said = this->said(connector, Purpose::TxProfile, moment);
        const std::size_t ofTransaction = said.size();
        for (const Said &other : this->said(connector, Purpose::TxDefaultProfile, moment))
            said.push_back(other);
        sum.isFree = sum.isFree || said.empty();
        sum.phases = std::max(sum.phases, said.empty() ? 3 : said[0].phases);
        if (said.empty())
            return;
        sum.limit += said[0].limit;
        sum.saysPhases = sum.saysPhases || said[0].saysPhases;
        sum.minChargingRate = said[0].minChargingRate;
        sum.prevailing.insert({connector, said[0].index});
        for (std::size_t i = 1; i < said.size(); ++i) {
            const bool isOverruled = ofTransaction > 0 && i >= ofTransaction;
            sum.below.insert(
                {said[i].index, isOverruled ? charging::Standing::Overruled : charging::Standing::LowerLevel});
        }
    }

    /// Of one purpose, from the highest level down: on each the connector's own, else that of all connectors.
    std::vector<Said> said(int connector, Purpose purpose, ocpp::Timestamp moment) const
    {
        std::vector<Said> all;
        for (int level = highestLevel; level >= 0; --level) {
            auto place = places_.find({connector, purpose, level});
            if (place == places_.end())
                place = places_.find({0, purpose, level});
            if (place == places_.end())
                continue;
            if (const auto said = says(place->second, connector, moment))
                all.push_back(*said);
        }
        return all;
    }

    std::optional<charging::Transaction> transactionAt(int connector) const
    {
        if (connector < 1 || connector > case_.context.outlets.size())
            return std::nullopt;
        return case_.context.outlets[connector - 1].transaction;
    }

    charging::Wiring wiringAt(int connector) const
    {
        if (connector < 1 || connector > case_.context.outlets.size())
            return case_.context.grid;
        return case_.context.outlets[connector - 1].wiring;
    }

    ocpp::Timestamp startOfCharging(int connector) const
    {
        const ocpp::Timestamp expected = case_.context.expectedStart.value_or(case_.from);
        if (connector > 0)
            return transactionAt(connector) ? transactionAt(connector)->start : expected;
        std::optional<ocpp::Timestamp> first;
        for (int i = 1; i <= case_.context.outlets.size(); ++i) {
            const auto transaction = transactionAt(i);
            if (transaction && (!first || transaction->start < *first))
                first = transaction->start;
        }
        return first.value_or(expected);
    }

    /// When the schedule began that the moment belongs to.
    ocpp::Timestamp startOfSchedule(const ocpp::ChargingProfile &profile, int connector, ocpp::Timestamp moment) const
    {
        ocpp::Timestamp start = startOfCharging(connector);
        if (profile.chargingProfileKind != ocpp::ChargingProfileKindType::Relative
            && profile.chargingSchedule.startSchedule)
            start = *profile.chargingSchedule.startSchedule;
        if (profile.chargingProfileKind == ocpp::ChargingProfileKindType::Recurring) {
            const std::chrono::hours length(profile.recurrencyKind == ocpp::RecurrencyKindType::Weekly ? 168 : 24);
            while (start + length <= moment)
                start += length;
        }
        return start;
    }

    std::optional<Said> says(int index, int connector, ocpp::Timestamp moment) const
    {
        const ocpp::ChargingProfile &profile = case_.profiles[index].csChargingProfiles;
        const ocpp::ChargingSchedule &schedule = profile.chargingSchedule;
        if (profile.validFrom && moment < *profile.validFrom)
            return std::nullopt;
        if (profile.validTo && moment >= *profile.validTo)
            return std::nullopt;
        if (profile.chargingProfilePurpose == Purpose::TxProfile && moment < transactionAt(connector)->start)
            return std::nullopt;
        const ocpp::Timestamp start = startOfSchedule(profile, connector, moment);
        if (moment < start)
            return std::nullopt;
        if (schedule.duration && moment >= start + std::chrono::seconds(*schedule.duration))
            return std::nullopt;
        const ocpp::ChargingSchedulePeriod *current = nullptr;
        for (const auto &period : schedule.chargingSchedulePeriod) {
            if (start + std::chrono::seconds(period.startPeriod) <= moment)
                current = &period;
        }
        if (!current)
            return std::nullopt;
        // The maximum counts for a connector with the wires of that connector.
        const charging::Wiring wiring = wiringAt(connector > 0 ? connector : case_.connector);
        const int phases = std::min(current->numberPhases.value_or(3), wiring.phases);
        const double voltage = wiring.voltage * phases;
        std::optional<double> least;
        if (schedule.minChargingRate)
            least = inUnit(*schedule.minChargingRate, schedule.chargingRateUnit, voltage);
        return Said{index, inUnit(current->limit, schedule.chargingRateUnit, voltage), phases,
                    current->numberPhases.has_value(), least};
    }

    double inUnit(double rate, ocpp::ChargingRateUnitType unit, double voltage) const
    {
        if (unit == case_.unit)
            return rate;
        return case_.unit == ocpp::ChargingRateUnitType::W ? rate * voltage : rate / voltage;
    }

    const Case &case_;
    std::map<std::tuple<int, Purpose, int>, int> places_; // connector, purpose, level
};

} // namespace chargingtest
