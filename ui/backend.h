// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace store {
class ChangeFeed;
class Reader;
class Writer;
} // namespace store

namespace ui {

/// All that connects the window with the rest: rows to read, a writer to queue what the person wants, and the news of
/// what changed. The three objects outlive the window.
struct Backend {
    store::Reader *reader = nullptr;
    store::Writer *writer = nullptr;
    store::ChangeFeed *feed = nullptr;
    QString ocppAddress;     ///< what to type into a charger, without the station's id: "ws://192.168.1.5:9000/ocpp/"
    QString databaseText;    ///< fit for display, never with a password
    bool ownsEngine = false; ///< false: joined a daemon that runs elsewhere on the same database
    /// Ends the engine, puts this backup in the database's place (store::restore) and starts again. Empty where that
    /// cannot be done from here: a joined engine, or PostgreSQL.
    std::function<void(const QString &backupFile)> restoreAndRestart;
};

} // namespace ui
