// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <functional>

class QApplication;

namespace store {
struct Error;
}

namespace ui {

struct StartFailure;

/// Before the first widget: resources, name, language (`locale` empty: the desktop's), fonts, palette. Once.
void prepareApplication(QApplication &application, const QString &locale = {});

/// Shows the main window and runs until it is closed; the program's exit code. Call prepareApplication() first. With
/// `inBackground` it begins in the tray. Another language opens the window anew, over the same backend.
int runWindow(QApplication &application, const Backend &backend, bool inBackground = false);

/// Brings to the front what the program shows now: the main window, also from the tray, or the words on its start.
/// Nothing where there is no window yet. `activationToken` is the desktop's leave to do so, as another start of the
/// program got it (XDG_ACTIVATION_TOKEN); may be empty.
void raiseWindow(const QString &activationToken);

/// When there is no engine and no database to show: says why in a window of its own and runs until that is closed. With
/// a remedy it offers that; true: the person wants it.
enum class Remedy {
    None,
    UsualPorts, ///< address and ports back to their defaults
};
bool showFailure(const StartFailure &failure, Remedy remedy = Remedy::None);
/// Nothing was changed; the program goes on with the database as it was.
void showRestoreFailure(const store::Error &error);

/// Work that may take long and blocks.
enum class Work {
    Opening, ///< of the database, which a new version brings up to date
    Restoring, ///< of a backup
};
/// Does it off the GUI thread, with a window that says so unless it is over soon. Returns when it is done.
void whileBusy(Work work, const std::function<void()> &job);

} // namespace ui
