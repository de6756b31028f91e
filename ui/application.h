// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

class QApplication;

namespace ui {

/// Before the first widget: resources, name, language (`locale` empty: the desktop's), fonts, palette. Once.
void prepareApplication(QApplication &application, const QString &locale = {});

/// Shows the main window and runs until it is closed; the program's exit code. Call prepareApplication() first.
int runWindow(QApplication &application, const Backend &backend);

/// When there is no engine and no database to show: says why in a window of its own and runs until that is closed; the
/// program's exit code (1).
int showFailure(const QString &text);

} // namespace ui
