// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <span>

namespace ui {

/// What a colour is for. Widgets name a role; the numbers live in palette.cpp and nowhere else.
enum class Role {
    Window,      ///< behind everything
    Surface,     ///< cards, tables, fields
    Raised,      ///< sidebar, hovered rows, chips
    Hairline,    ///< separation where white space is not enough
    Outline,     ///< the edge of a control that can be operated: 3:1 against Surface
    Text,
    Muted,
    Accent,      ///< the one accent: primary actions, links, focus; also Charging
    OnAccent,    ///< text and marks on Accent
    Selection,   ///< behind the selected row
    Good,        ///< Available, accepted
    Caution,     ///< Preparing, Finishing, Suspended, findings
    Reserved,
    Inactive,    ///< Unavailable, offline
    Fault,
};

/// The colours of one scheme. GUI thread.
class Palette {
public:
    enum class Scheme { Light, Dark };

    explicit Palette(Scheme scheme) : scheme_(scheme) {}

    [[nodiscard]] Scheme scheme() const { return scheme_; }
    [[nodiscard]] QColor color(Role role) const;
    /// `role` laid thinly over Surface; `strength` 0..1. For the ground of a banner or a badge.
    [[nodiscard]] QColor tint(Role role, double strength) const;
    /// The same colours in Qt's slots, so that every stock widget follows.
    [[nodiscard]] QPalette toQt() const;

    /// The palette in use; set by applyTheme().
    static const Palette &current();
    static void setCurrent(Scheme scheme);

    static std::span<const Role> roles();

private:
    Scheme scheme_;
};

/// The slot of QPalette that carries a text role, for QWidget::setForegroundRole(). Only Text, Muted, Accent, Caution
/// and Fault are text roles.
QPalette::ColorRole textSlot(Role role);

/// WCAG 2.1 contrast ratio, 1..21.
double contrastRatio(const QColor &one, const QColor &other);

} // namespace ui
