// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {
class MainWindow;
}

/// What a person has done on the page Profiles before the picture is taken.
namespace profilescenes {

void show(ui::MainWindow &window);
void library(ui::MainWindow &window);
void editing(ui::MainWindow &window);
void mistake(ui::MainWindow &window);
void stations(ui::MainWindow &window);
void unfit(ui::MainWindow &window);
void plan(ui::MainWindow &window);
void applying(ui::MainWindow &window);

} // namespace profilescenes
