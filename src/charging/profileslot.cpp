// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/profileslot.h"

#include <algorithm>

namespace charging {

using ocpp::ChargingProfileKindType;
using ocpp::ChargingRateUnitType;
using ocpp::Timestamp;
using std::chrono::seconds;

namespace {

constexpr Timestamp never = Timestamp::max();

std::chrono::seconds recurrenceOf(const ocpp::ChargingProfile &profile)
{
    using namespace std::chrono_literals;
    if (profile.chargingProfileKind != ChargingProfileKindType::Recurring)
        return 0s;
    return profile.recurrencyKind == ocpp::RecurrencyKindType::Weekly ? 7 * 24h : 24h;
}

QList<ocpp::ChargingSchedulePeriod> ascending(QList<ocpp::ChargingSchedulePeriod> periods)
{
    const auto start = &ocpp::ChargingSchedulePeriod::startPeriod;
    if (!std::ranges::is_sorted(std::as_const(periods), {}, start))
        std::ranges::stable_sort(periods, {}, start);
    return periods;
}

Timestamp startOf(const ocpp::ChargingProfile &profile, Timestamp begin)
{
    if (profile.chargingProfileKind == ChargingProfileKindType::Relative)
        return begin;
    return profile.chargingSchedule.startSchedule.value_or(begin); // 7.13
}

} // namespace

Slot::Slot(int index, const ocpp::ChargingProfile &profile, ChargingRateUnitType unit, const Wiring &wiring,
           Timestamp begin, std::optional<Timestamp> notBefore)
    : index_(index), profile_(&profile), periods_(ascending(profile.chargingSchedule.chargingSchedulePeriod)),
      unit_(unit), wiring_(wiring), start_(startOf(profile, begin)), notBefore_(notBefore.value_or(Timestamp::min())),
      validUntil_(profile.validTo.value_or(never)), recurrence_(recurrenceOf(profile)), until_(Timestamp::min()),
      speaksUntil_(Timestamp::min())
{
    const auto &duration = profile.chargingSchedule.duration;
    isSeamless_ = recurrence_ > seconds(0) && (!duration || seconds(*duration) >= recurrence_) && !periods_.isEmpty()
                  && periods_.first().startPeriod <= 0;
}

void Slot::look(Timestamp time)
{
    const auto &schedule = profile_->chargingSchedule;
    if (time >= validUntil_)
        return fallSilent(Standing::NoLongerValid, never);
    if (profile_->validFrom && time < *profile_->validFrom)
        return fallSilent(Standing::NotYetValid, std::min(*profile_->validFrom, validUntil_));
    if (time < notBefore_)
        return fallSilent(Standing::NoTransaction, std::min(notBefore_, validUntil_));
    if (time < start_)
        return fallSilent(Standing::NotBegun, std::min(start_, validUntil_));
    const bool recurs = recurrence_ > seconds(0);
    const Timestamp cycle = recurs ? start_ + (time - start_) / recurrence_ * recurrence_ : start_;
    const Timestamp next = recurs ? cycle + recurrence_ : never;
    const Timestamp end = schedule.duration ? std::min(next, cycle + seconds(*schedule.duration)) : next; // E 3.43
    if (time >= end)
        return fallSilent(Standing::Ended, std::min(next, validUntil_));
    speak(cycle, time, end);
}

void Slot::fallSilent(Standing why, Timestamp until)
{
    speaks_ = false;
    silence_ = why;
    until_ = speaksUntil_ = until;
}

/// The last period stays until the end (5.16.4).
void Slot::speak(Timestamp cycle, Timestamp time, Timestamp end)
{
    const auto isBefore = [cycle](Timestamp moment, const ocpp::ChargingSchedulePeriod &period) {
        return moment < cycle + seconds(period.startPeriod);
    };
    const auto following = std::upper_bound(periods_.cbegin(), periods_.cend(), time, isBefore);
    const Timestamp change =
        following == periods_.cend() ? end : std::min(end, cycle + seconds(following->startPeriod));
    if (following == periods_.cbegin())
        return fallSilent(Standing::NotBegun, std::min(change, validUntil_));
    const ocpp::ChargingSchedulePeriod &period = *std::prev(following);
    const int phases = std::min(period.numberPhases.value_or(3), wiring_.phases); // 7.14, E 3.34
    speaks_ = true;
    limit_ = {converted(period.limit, phases), phases, period.numberPhases.has_value()};
    until_ = std::min(change, validUntil_);
    speaksUntil_ = std::min(isSeamless_ ? never : end, validUntil_);
}

/// 7.12. Tenths are whole numbers, which floating point multiplies without an error: 16.1 A are 11109 W.
double Slot::converted(double rate, int phases) const
{
    const ChargingRateUnitType from = profile_->chargingSchedule.chargingRateUnit;
    if (from == unit_)
        return rate;
    const double wattsPerAmpere = wiring_.voltage * phases;
    return unit_ == ChargingRateUnitType::W ? rate * 10 * wattsPerAmpere / 10 : rate / wattsPerAmpere;
}

std::optional<double> Slot::minChargingRate() const
{
    const auto &rate = profile_->chargingSchedule.minChargingRate;
    return rate ? std::optional(converted(*rate, limit_.phases)) : std::nullopt;
}

Stack::Stack(int connector, std::vector<Slot> competing)
    : connector_(connector), slots_(std::move(competing)), prevailing_(slots_.size()), until_(Timestamp::min()),
      nextTurn_(Timestamp::min())
{
    const auto rank = [](const Slot &slot) {
        const bool isTx = slot.profile().chargingProfilePurpose == ocpp::ChargingProfilePurposeType::TxProfile;
        return std::pair(isTx, slot.profile().stackLevel);
    };
    std::ranges::stable_sort(slots_, std::ranges::greater(), rank);
}

void Stack::look(Timestamp time)
{
    if (time < until_)
        return;
    if (time >= nextTurn_)
        turn(time);
    else
        slots_[prevailing_].look(time); // it speaks still, but with another limit
    until_ = prevailing() ? std::min(nextTurn_, prevailing()->until()) : nextTurn_;
}

/// Of those that are beaten it only matters whether they say something.
void Stack::turn(Timestamp time)
{
    ++turns_;
    nextTurn_ = never;
    prevailing_ = slots_.size();
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        Slot &slot = slots_[i];
        const bool isBeaten = prevailing_ < i;
        if (time >= (isBeaten ? slot.speaksUntil() : slot.until()))
            slot.look(time);
        if (!isBeaten && slot.speaks())
            prevailing_ = i;
        nextTurn_ = std::min(nextTurn_, slot.speaksUntil());
    }
}

Standing Stack::standing(const Slot &slot) const
{
    if (!slot.speaks())
        return slot.silence();
    const bool isSamePurpose = prevailing()->profile().chargingProfilePurpose == slot.profile().chargingProfilePurpose;
    return isSamePurpose ? Standing::LowerLevel : Standing::Overruled;
}

} // namespace charging
