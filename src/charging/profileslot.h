// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"

#include <vector>

// The parts that composite() is made of. Times are looked at in ascending order.
namespace charging {

/// In the unit that was asked for.
struct SlotLimit {
    double rate = 0;
    int phases = 3;
    bool saysPhases = false;
};

/// One profile, and what it says at a moment.
class Slot {
public:
    /// `begin`: of what has no start of its own. Before `notBefore` a TxProfile is silent.
    Slot(int index, const ocpp::ChargingProfile &profile, ocpp::ChargingRateUnitType unit, const Wiring &wiring,
         ocpp::Timestamp begin, std::optional<ocpp::Timestamp> notBefore);

    void look(ocpp::Timestamp time);

    int index() const { return index_; }
    const ocpp::ChargingProfile &profile() const { return *profile_; }
    bool speaks() const { return speaks_; }
    const SlotLimit &limit() const { return limit_; } ///< if it speaks
    Standing silence() const { return silence_; } ///< if it does not
    ocpp::Timestamp until() const { return until_; } ///< what it says does not change before
    ocpp::Timestamp speaksUntil() const { return speaksUntil_; } ///< nor does it begin or cease to speak before
    std::optional<double> minChargingRate() const;

private:
    void fallSilent(Standing why, ocpp::Timestamp until);
    void speak(ocpp::Timestamp cycle, ocpp::Timestamp time, ocpp::Timestamp end);
    double converted(double rate, int phases) const;

    int index_;
    const ocpp::ChargingProfile *profile_;
    QList<ocpp::ChargingSchedulePeriod> periods_; // ascending
    ocpp::ChargingRateUnitType unit_;
    Wiring wiring_;
    ocpp::Timestamp start_;
    ocpp::Timestamp notBefore_;
    ocpp::Timestamp validUntil_;
    std::chrono::seconds recurrence_; // 0: none
    bool isSeamless_; // one recurrence follows the other without a gap

    bool speaks_ = false;
    SlotLimit limit_;
    Standing silence_{};
    ocpp::Timestamp until_;
    ocpp::Timestamp speaksUntil_;
};

/// The profiles that compete for one connector, or for the whole station.
class Stack {
public:
    Stack(int connector, std::vector<Slot> competing);

    void look(ocpp::Timestamp time);

    int connector() const { return connector_; }
    /// Nothing: no limit.
    const Slot *prevailing() const { return prevailing_ < slots_.size() ? &slots_[prevailing_] : nullptr; }
    ocpp::Timestamp until() const { return until_; } ///< nothing changes before
    /// How often it was looked at who speaks: while this stays, only the limit of the prevailing one has changed.
    qint64 turns() const { return turns_; }
    const std::vector<Slot> &ranked() const { return slots_; } ///< the one with the highest rank first
    /// LowerLevel, Overruled, or its silence. Not for the prevailing one.
    Standing standing(const Slot &slot) const;

private:
    void turn(ocpp::Timestamp time);

    int connector_;
    std::vector<Slot> slots_;
    std::size_t prevailing_ = 0;
    ocpp::Timestamp until_;
    ocpp::Timestamp nextTurn_; // who speaks does not change before
    qint64 turns_ = 0;
};

} // namespace charging
