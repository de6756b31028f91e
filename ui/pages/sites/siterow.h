// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/siteview.h"
#include "ui/models/column.h"
#include "ui/text/statewords.h"

#include <span>

namespace ui {

/// One line of the tree: a site, one of its fuses, or a station behind a fuse.
struct SiteRow {
    enum class Kind { Site, Fuse, Member };

    Kind kind = Kind::Site;
    QString site{}; ///< as entered
    QString name{}; ///< of the fuse or the station
    int depth = 0; ///< fuses: below the main fuse; stations: one more than their fuse
    store::SiteView::FuseState fuse{}; ///< of Fuse
    store::SiteView::MemberState member{}; ///< of Member
    int warnings = 0; ///< of Site
    quint32 rails = 0; ///< bit n: below this line more hangs on what stands at depth n; its own: something hangs on it

    [[nodiscard]] QString key() const;
    [[nodiscard]] StateWord state() const;
    /// What its line says below the name.
    [[nodiscard]] QString sentence() const;
};

/// Fuses below what feeds them, stations below their fuse.
QList<SiteRow> siteRows(const QList<store::SiteView> &sites);
/// Those in whose line all words occur, with what they hang on, and with all that hangs on a site or fuse of that name.
QList<SiteRow> matchingRows(const QList<SiteRow> &rows, const QStringList &words);
/// What a person entered of it.
store::SiteSetup setupOf(const store::SiteView &view);
/// Whether a person entered the same.
bool isSameSetup(const store::SiteSetup &one, const store::SiteSetup &other);

/// A single one, which says all of a line: what is drawn is not read out otherwise.
std::span<const Column<SiteRow>> siteColumns();
inline constexpr const char *siteColumnsContext = "ui::SiteRow";

/// "16.0 A", or "16.0/16.0/10.0 A" where the phases differ.
QString phasesText(const charging::PhaseAmps &amps);
/// The phase that is nearest to its limit, 0: L1.
std::size_t fullestPhase(const charging::PhaseAmps &amps, const charging::PhaseAmps &limits);

} // namespace ui
