// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {
class MainWindow;
}

/// What a person has done on the page Load balancing before the picture is taken.
namespace loadscenes {

void noSites(ui::MainWindow &window);
void sites(ui::MainWindow &window);
void oneFuse(ui::MainWindow &window);
void oneMember(ui::MainWindow &window);
void siteItself(ui::MainWindow &window);
void newSite(ui::MainWindow &window);

} // namespace loadscenes
