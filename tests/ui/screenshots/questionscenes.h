// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {
class MainWindow;
}

/// What stands before the window, or asks in it, before the picture is taken.
namespace questionscenes {

void hardRestart(ui::MainWindow &window);
void about(ui::MainWindow &window);
void closing(ui::MainWindow &window);

} // namespace questionscenes
