// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

struct RoleColors {
    Role role;
    QRgb light;
    QRgb dark;
};

constexpr std::array table{
    RoleColors{Role::Window, 0xF7F8FA, 0x14171C},    RoleColors{Role::Surface, 0xFFFFFF, 0x1C2027},
    RoleColors{Role::Raised, 0xF0F2F5, 0x242933},    RoleColors{Role::Hairline, 0xDDE1E7, 0x323843},
    RoleColors{Role::Outline, 0x868E99, 0x6B7482},   RoleColors{Role::Text, 0x1B1F26, 0xE8EAED},
    RoleColors{Role::Muted, 0x5C6470, 0x9AA3B0},     RoleColors{Role::Accent, 0x0B6E99, 0x4FB3D9},
    RoleColors{Role::OnAccent, 0xFFFFFF, 0x14171C},  RoleColors{Role::Selection, 0xE3F0F6, 0x1F3644},
    RoleColors{Role::Good, 0x2E7D32, 0x6CC070},      RoleColors{Role::Caution, 0x9A6700, 0xE0B040},
    RoleColors{Role::Reserved, 0x6B4FA0, 0xB39DDB},  RoleColors{Role::Inactive, 0x5C6470, 0x9AA3B0},
    RoleColors{Role::Fault, 0xB3261E, 0xF2807A},
};

Palette &slot()
{
    static Palette palette{Palette::Scheme::Light};
    return palette;
}

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &ground, const QColor &ink, double share)
{
    const auto channel = [share](float from, float to) { return from + (to - from) * static_cast<float>(share); };
    return QColor::fromRgbF(channel(ground.redF(), ink.redF()), channel(ground.greenF(), ink.greenF()),
                            channel(ground.blueF(), ink.blueF()));
}

} // namespace

QColor Palette::color(Role role) const
{
    const auto entry = std::ranges::find(table, role, &RoleColors::role);
    Q_ASSERT(entry != table.end());
    return QColor::fromRgb(scheme_ == Scheme::Light ? entry->light : entry->dark);
}

QColor Palette::tint(Role role, double strength) const
{
    return mixed(color(Role::Surface), color(role), strength);
}

QPalette Palette::toQt() const
{
    using Slot = QPalette::ColorRole;
    static constexpr std::array mapping{
        std::pair{Slot::Window, Role::Window},          std::pair{Slot::WindowText, Role::Text},
        std::pair{Slot::Base, Role::Surface},           std::pair{Slot::AlternateBase, Role::Raised},
        std::pair{Slot::Text, Role::Text},              std::pair{Slot::PlaceholderText, Role::Muted},
        std::pair{Slot::Button, Role::Surface},         std::pair{Slot::ButtonText, Role::Text},
        std::pair{Slot::Highlight, Role::Selection},    std::pair{Slot::HighlightedText, Role::Text},
        std::pair{Slot::ToolTipBase, Role::Raised},     std::pair{Slot::ToolTipText, Role::Text},
        std::pair{Slot::Link, Role::Accent},            std::pair{Slot::LinkVisited, Role::Caution},
        std::pair{Slot::BrightText, Role::Fault},       std::pair{Slot::Light, Role::Surface},
        std::pair{Slot::Midlight, Role::Raised},        std::pair{Slot::Mid, Role::Hairline},
        std::pair{Slot::Dark, Role::Outline},           std::pair{Slot::Shadow, Role::Outline},
    };
    QPalette palette;
    for (const auto &[where, role] : mapping)
        palette.setColor(where, color(role));
    for (const Slot where : {Slot::WindowText, Slot::Text, Slot::ButtonText})
        palette.setColor(QPalette::Disabled, where, mixed(color(Role::Surface), color(Role::Muted), 0.6));
    return palette;
}

const Palette &Palette::current()
{
    return slot();
}

void Palette::setCurrent(Scheme scheme)
{
    slot() = Palette{scheme};
}

std::span<const Role> Palette::roles()
{
    static const auto all = [] {
        std::array<Role, table.size()> list{};
        std::ranges::transform(table, list.begin(), &RoleColors::role);
        return list;
    }();
    return all;
}

QPalette::ColorRole textSlot(Role role)
{
    switch (role) {
    case Role::Muted: return QPalette::PlaceholderText;
    case Role::Accent: return QPalette::Link;
    case Role::Caution: return QPalette::LinkVisited;
    case Role::Fault: return QPalette::BrightText;
    default: return QPalette::WindowText;
    }
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace ui
