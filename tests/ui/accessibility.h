// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace uitest {

/// What a screen reader calls it: its accessible name, or the text on the button.
QString nameOf(const QWidget &widget);

/// Every control below `root` that a screen reader could not name, in words. Empty: all have a name.
QStringList namelessControls(const QWidget &root);

} // namespace uitest
