// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {
class MainWindow;
}

/// What a person has done on the pages Transactions and Id tags before the picture is taken.
namespace bookscenes {

void sessions(ui::MainWindow &window);
void finishedSession(ui::MainWindow &window);
void runningSession(ui::MainWindow &window);
void oddSession(ui::MainWindow &window);
void meterValues(ui::MainWindow &window);
void filtered(ui::MainWindow &window);
void sessionsExported(ui::MainWindow &window);
void showSessions(ui::MainWindow &window);

void tags(ui::MainWindow &window);
void editedTag(ui::MainWindow &window);
void wrongTag(ui::MainWindow &window);
void unknownCards(ui::MainWindow &window);
void learning(ui::MainWindow &window);
void importing(ui::MainWindow &window);
void showTags(ui::MainWindow &window);

} // namespace bookscenes
