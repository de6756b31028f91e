// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

namespace uitest {

/// What a screen reader calls it: its accessible name, or the text on the button.
QString nameOf(const QWidget &widget);

/// Every control below `root` that a screen reader could not name, in words. Empty: all have a name.
QStringList namelessControls(const QWidget &root);

/// Every control in sight below `root` that the Tab key does not reach, in words; a button that excludes others counts with
/// them, because arrows lead from one to the next. Walks the focus through the window of `root`, which must be active.
QStringList unreachableControls(QWidget &root);

} // namespace uitest
