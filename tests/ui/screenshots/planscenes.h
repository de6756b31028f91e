// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {
class MainWindow;
}

/// What a person has done on the page Local lists before the picture is taken.
namespace planscenes {

void showLists(ui::MainWindow &window);
void lists(ui::MainWindow &window);
void listStations(ui::MainWindow &window);
void listPreview(ui::MainWindow &window);
void stuckStation(ui::MainWindow &window);
void listEntries(ui::MainWindow &window);
void listSettings(ui::MainWindow &window);
void listChoosing(ui::MainWindow &window);
void newList(ui::MainWindow &window);

} // namespace planscenes
