// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {
class MainWindow;
}

/// What a person has done on the page Schedules before the picture is taken.
namespace schedulescenes {

void show(ui::MainWindow &window);
void unreadable(ui::MainWindow &window);
void blank(ui::MainWindow &window);
void week(ui::MainWindow &window);
void oneDay(ui::MainWindow &window);
void problems(ui::MainWindow &window);
void applying(ui::MainWindow &window);
void longDay(ui::MainWindow &window);

} // namespace schedulescenes
