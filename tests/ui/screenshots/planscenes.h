// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {
class MainWindow;
}

/// What a person has done on the pages Local lists and Reservations before the picture is taken.
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

void showReservations(ui::MainWindow &window);
void reservations(ui::MainWindow &window);
void oneReservation(ui::MainWindow &window);
void endedReservation(ui::MainWindow &window);
void newReservation(ui::MainWindow &window);
void askedReservation(ui::MainWindow &window);

} // namespace planscenes
