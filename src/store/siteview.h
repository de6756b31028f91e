// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sites.h"

namespace store {

/// A site as it is now: what flows, what is handed out, and what each car is meant to get.
struct SiteView {
    struct FuseState {
        SiteFuse fuse;
        int depth = 0;
        std::optional<charging::PhaseAmps> flow{}; ///< measured; nothing: nobody measures all of it
        charging::PhaseAmps base{}; ///< what else it feeds: measured, or as entered
        charging::PhaseAmps handedOut{}; ///< what the stations below it may draw
        bool isMeterSilent = false; ///< it has one, which says nothing
        charging::PhaseAmps fallbacks{}; ///< what they may draw when this computer is off, with the base load as entered
    };
    struct MemberState {
        SiteMember member;
        bool isOnline = false;
        std::optional<double> limit{}; ///< A that it said it took; nothing: none that counts, or nobody knows
        std::optional<ocpp::Timestamp> limitUntil{}; ///< nothing: for good
        double mayDraw = 0; ///< whatever became of what it was told
        bool hasFallback = false; ///< it said that it took it
        std::optional<charging::PhaseAmps> flow{}; ///< measured, on the phases of the fuse
        qint64 clockDriftMs = 0;
        QList<SiteCar> cars{};
    };
    QString name{};
    QList<FuseState> fuses{}; ///< parents first
    QList<MemberState> members{}; ///< by station
};

/// How long a measurement counts.
inline constexpr std::chrono::minutes measurementAge{5};

std::optional<SiteView> siteView(Database &db, const QString &name, ocpp::Timestamp now);

/// What its connectors draw, on the phases of the fuses. Nothing: not measured, or too long ago.
std::optional<charging::PhaseAmps> drawnBy(const SiteMember &member, const QList<SiteFlow> &flows, ocpp::Timestamp now);
/// What else each fuse feeds, itself and not its feeders: where it has a meter, what that shows beyond what is known to
/// flow elsewhere; it rises at once from what it was, and falls slowly. Else as entered; and as last known if that is more.
/// Cars follow a lower limit within the settling time of `pacing`.
QList<charging::PhaseAmps> baseLoads(const QList<SiteFuse> &fuses, const QList<SiteMember> &members,
                                     const QList<SiteFlow> &flows, const QList<SiteBase> &known, ocpp::Timestamp now,
                                     const charging::LoadPacing &pacing = {});
/// Whether it has no meter that was heard of late.
bool isUnmetered(const SiteFuse &fuse, const QList<SiteFlow> &flows, ocpp::Timestamp now);

/// What keeps a member from being steered, or the site from being safe, in words. Empty: nothing.
QStringList siteWarnings(const SiteView &view);
/// Why a car gets what it gets, in words.
QString reasonText(const SiteCar &car);

} // namespace store
