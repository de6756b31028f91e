// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "daychart.h"
#include "simulator/journal.h"
#include "simulator/station.h"
#include "simulator/timeline.h"
#include "siteday.h"

#include <QObject>
#include <QSet>

#include <array>
#include <memory>
#include <vector>

/// Simulated stations behind fuses, each with one connector. What they allow and draw is read from themselves, not from
/// anybody's books, and added up: whenever look() is called, and before any of them answers a command.
class SimulatedSite final : public simulator::Journal {
public:
    /// What happens to stations.
    enum class Mishap {
        Silent, ///< it does not do what it is told next, and does not answer
        Refuses, ///< what it is told next
        Slow, ///< it does what it is told next when nobody waits for its answer any more
        Cut, ///< its line breaks while it answers what it is told next
        Offline, ///< its line breaks
        PowerLoss ///< it restarts; it keeps its charging profiles (E 3.37)
    };
    static constexpr int mishaps = 6;

    /// So many times as fast as real time.
    SimulatedSite(const siteday::Layout &layout, double factor);
    ~SimulatedSite() override;

    void switchOn(quint16 port);
    void leave();
    simulator::Station &station(int at) { return *stations_[std::size_t(at)]; }
    ocpp::Timestamp now() const { return timeline_.now(); }
    /// Its register, in Wh.
    double registerWh(int station) const;
    void happen(Mishap mishap, int station);

    /// What its charging profiles allow it on each of its phases, in A.
    double allowedBy(int station) const;
    /// Cars draw what their stations allow from now on. Simulated stations keep profiles, and leave it to others to hold
    /// their outlets to them.
    void follow();

    /// From now on fuses are looked at.
    void watch() { isWatched_ = true; }
    void look();
    DayChart::Point mainFuse() const;
    double highestDrawn() const { return highestDrawn_; } ///< through the main fuse, on one phase
    double highestAllowed() const { return highestAllowed_; }
    /// By how much the worst phase of the worst fuse was above its limit, by what the stations allowed or drew.
    double excess() const { return excess_; }
    qint64 looks() const { return looks_; }
    qint64 answers() const { return answers_; } ///< to commands

    bool wantsFrames() const override { return true; }
    void frame(const simulator::FrameRecord &record) override;
    void note(const QString &, const QString &) override {}

    static QString idOf(int station) { return QStringLiteral("CP-%1").arg(station + 1, 3, 10, QLatin1Char('0')); }

private:
    using PhaseAmps = std::array<double, 3>;
    struct Load {
        PhaseAmps drawn{};
        PhaseAmps allowed{};
    };

    const simulator::Meter &meterOf(int station) const;
    /// Of the main fuse, and then of its feeders.
    std::vector<Load> loads() const;
    void hold(int station);

    const siteday::Layout layout_;
    const double factor_;
    simulator::WallTimeline timeline_;
    QObject later_; // what is called by it happens when the station is done
    std::vector<std::unique_ptr<simulator::Station>> stations_;
    QSet<QString> cutNext_;
    bool isWatched_ = false;
    double highestDrawn_ = 0;
    double highestAllowed_ = 0;
    double excess_ = -1e9;
    qint64 looks_ = 0;
    qint64 answers_ = 0;
};
