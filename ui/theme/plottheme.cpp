// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/plottheme.h"

#include "ui/theme/palette.h"

namespace ui {

plot::Theme plotTheme()
{
    const Palette &palette = Palette::current();
    plot::Theme theme;
    theme.ground = palette.color(Role::Surface);
    theme.text = palette.color(Role::Text);
    theme.muted = palette.color(Role::Muted);
    theme.grid = palette.color(Role::Hairline);
    theme.edge = palette.color(Role::Outline);
    int source = 0;
    for (const Role role : {Role::Accent, Role::Reserved, Role::Caution, Role::Good})
        theme.lines[source++] = palette.color(role);
    theme.difference = palette.color(Role::Fault);
    return theme;
}

} // namespace ui
