// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/timestamp.h"

#include <QList>

#include <chrono>

/// What a station may draw at most, whatever became of what it was told. Pure.
namespace charging {

enum class LimitKind {
    Fallback, ///< for good; beneath the share
    Share, ///< counts until it expires
};

/// One limit that a station was sent for all its connectors together (ChargePointMaxProfile, 3.13.1).
struct HeldLimit {
    qint64 key = 0; ///< ascending, in the order of sending
    LimitKind kind = LimitKind::Share;
    double amps = 0;
    ocpp::Timestamp until{}; ///< of a share: its validTo
    std::chrono::milliseconds margin{0}; ///< of a share: by how much the station's clock may be wrong
    bool isAcknowledged = false; ///< else it may have arrived or not
};

/// All the limits that a station may hold. A limit counts from the moment it is sent, and its predecessors until it is
/// acknowledged: a station does what it is told in the order in which it is told, and profiles survive a restart
/// (E 3.37). So a lost answer, a silence, a refusal, a restart of either side leaves a bound that is still true.
class Holding {
public:
    Holding() = default;
    Holding(double maximum, QList<HeldLimit> limits) : maximum_(maximum), limits_(std::move(limits)) {}

    /// At that moment, in A on each of its phases.
    double mayDraw(ocpp::Timestamp time) const;
    /// From that moment on, for ever.
    double mayEverDraw(ocpp::Timestamp from) const;
    /// The moments at which mayDraw() may change, unordered.
    QList<ocpp::Timestamp> turns() const;

    void sent(const HeldLimit &limit) { limits_.append(limit); }
    void acknowledged(qint64 key);
    /// It answered that it did not take it, or it never left.
    void refused(qint64 key);
    /// Shares that are over for certain.
    void forgetExpired(ocpp::Timestamp now);

    const QList<HeldLimit> &limits() const { return limits_; }
    /// Null if there is none that the station said it took.
    const HeldLimit *acknowledgedOf(LimitKind kind) const;
    double maximum() const { return maximum_; }

private:
    double withoutShare() const;

    double maximum_ = 32; ///< what the station draws without any limit
    QList<HeldLimit> limits_;
};

} // namespace charging
