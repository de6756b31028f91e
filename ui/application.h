// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <functional>

class QApplication;

namespace store {
struct Error;
}

namespace ui {

/// Before the first widget: resources, name, language (`locale` empty: the desktop's), fonts, palette. Once.
void prepareApplication(QApplication &application, const QString &locale = {});

/// Shows the main window and runs until it is closed; the program's exit code. Call prepareApplication() first. With
/// `inBackground` it begins in the tray. Another language opens the window anew, over the same backend.
int runWindow(QApplication &application, const Backend &backend, bool inBackground = false);

/// When there is no engine and no database to show: says why in a window of its own and runs until that is closed. With
/// a remedy it offers that; true: the person wants it.
enum class Remedy {
    None,
    UsualPorts, ///< address and ports back to their defaults
};
bool showFailure(const QString &text, Remedy remedy = Remedy::None);
void showFailure(const store::Error &error);

/// Restoring takes long and blocks: does it off the GUI thread, with a window that says so. Returns when it is done.
void whileRestoring(const std::function<void()> &work);

} // namespace ui
