// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui {
class MainWindow;
}

/// What a person has done on the page Firmware and files before the picture is taken.
namespace firmwarescenes {

void nothing(ui::MainWindow &window);
void images(ui::MainWindow &window);
void image(ui::MainWindow &window);
void updating(ui::MainWindow &window);
void update(ui::MainWindow &window);
void failure(ui::MainWindow &window);
void rollout(ui::MainWindow &window);
void log(ui::MainWindow &window);
void archive(ui::MainWindow &window);
void asking(ui::MainWindow &window);

} // namespace firmwarescenes
