// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAbstractButton;
class QComboBox;

namespace ui {

/// Chooses what a person chose here the last time, as far as the box offers it, and remembers what they choose from now
/// on; not what the program chooses for them, as a link to the page does. Call it when the box is filled.
void rememberChoice(QComboBox &box, const QString &settingsKey);
/// The same for a button that stays down.
void rememberChoice(QAbstractButton &button, const QString &settingsKey);

} // namespace ui
