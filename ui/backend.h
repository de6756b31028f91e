// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/settings.h"
#include "ocpp/timestamp.h"

#include <QFuture>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace store {
class ChangeFeed;
class Reader;
class Writer;
} // namespace store

namespace ui {

/// An address of this machine that can be typed into a charger, without the station's id.
struct ChargerAddress {
    enum class Network { Cable, Wireless, Other, ThisMachine } network = Network::Other;
    QString interfaceName{}; ///< as the system calls it: "enp3s0"
    QString url{};           ///< "ws://192.168.1.5:9000/ocpp/"

    friend bool operator==(const ChargerAddress &, const ChargerAddress &) = default;
};

struct Desktop;

/// The engine as an owner sets it up: where its settings are and what can be done about them from here.
struct EngineSetup {
    QString dataDir{};        ///< with settings.ini and the API's token; empty: not to be set from here
    QStringList given{};      ///< options of the command line, which count more than the settings
    QString apiUrl{};         ///< "http://127.0.0.1:8180/api/v1"; empty: off
    bool tokensAreOurs = true; ///< false: they come from a file of the owner's
    /// What an engine of our own started with; nothing: it runs elsewhere.
    std::optional<config::Settings> startedWith{};
    /// Ends the engine and starts engine and window again. Empty: the engine runs elsewhere.
    std::function<void()> restart{};
    /// A new token for the API, at once; the future says why not. Empty: cannot be done from here.
    std::function<QFuture<tl::expected<void, QString>>()> renewApiToken{};
};

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
    /// The addresses of this moment, best first; networks come and go. Quick. Empty: only ocppAddress is known.
    std::function<QList<ChargerAddress>()> addresses{};
    /// Enters some simulated stations and people and lets them charge. Empty where there is no engine of our own.
    std::function<void()> startDemo{};
    /// When the engine of our own began to listen: stations need a moment to come back. Nothing: it runs elsewhere.
    std::optional<ocpp::Timestamp> engineStarted{};
    EngineSetup setup{};
    Desktop *desktop = nullptr; ///< tray, messages, autostart, sleep; null: none of it
};

} // namespace ui
