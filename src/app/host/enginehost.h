// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/host/enginenotice.h"
#include "config/apitokens.h"
#include "config/datadir.h"
#include "config/options.h"
#include "config/settings.h"
#include "store/error.h"
#include "store/location.h"

#include <QTimer>

#include <memory>
#include <optional>

#include <tl/expected.hpp>

namespace config {
class SecretStore;
}
namespace csms {
class Engine;
}
namespace http {
class ControlApi;
class FileServer;
class FileStorage;
}
namespace simulator {
class DemoSite;
}

namespace app {

/// Puts the engine together: data directory and its lock, settings, database, engine, control API, demo site.
/// The same for the daemon and for the window that hosts an engine. Main thread.
class EngineHost {
public:
    /// Why it did not start. `text` is for a terminal: what, why, what to do with which option.
    struct Failure {
        enum class Kind {
            DataDir,
            RunsElsewhere, ///< an engine holds this data directory; a window joins it
            Database,
            Address, ///< the stations' address and port
            Api,
            Files, ///< the file server's port
        };
        Kind kind;
        QString text;
        std::optional<store::Error> database{}; ///< what the store says; nothing: the setting is not understood
    };

    explicit EngineHost(config::Options options, bool hasDesktop);
    ~EngineHost();

    /// claim(), prepare(), and then opens the doors. A step that was done is not done again.
    tl::expected<void, Failure> start();
    /// Data directory, its lock, the settings, where the database is. At once.
    tl::expected<void, Failure> claim();
    /// What may take minutes or ask somebody: brings the database up to date, reads the API's token from the keyring.
    /// On any thread, while nothing else is called; also after a claim that found an engine elsewhere.
    tl::expected<void, Failure> prepare();
    void stop();

    const store::Location &location() const { return location_; }
    csms::Engine &engine() { return *engine_; }
    const EngineNotice &notice() const { return notice_; }
    /// Command line and settings together, once claimed.
    const config::Options &options() const { return options_; }
    /// What it started with, as far as the command line did not say otherwise.
    const config::Settings &settings() const { return settings_; }
    /// A new token for the control API in the place of the old one, at once. Blocks as long as the secret store does; any
    /// thread. Not where the tokens come from a file of the owner's.
    tl::expected<void, QString> renewApiToken();
    /// For people, best first; of this moment.
    QStringList addresses() const;
    QList<ChargerEndpoint> endpoints() const;
    /// Enters the demo's stations and people and lets them charge, as --demo does. Returns at once; a second time does
    /// nothing.
    void startDemo();

private:
    tl::expected<void, Failure> lockDataDir();
    tl::expected<void, Failure> startEngine();
    tl::expected<void, Failure> startFiles();
    void startFileTls();
    /// Certificates expire, and are renewed, while the engine runs. As after a start, no link leads to HTTPS with a bad one.
    void renewFileTls();
    /// Why there is no HTTPS, for the Overview, too: who entered a certificate there sees no terminal. Empty: all is well, and
    /// what was said before is settled.
    void tellFileTls(const QString &problem);
    /// For the links, on all nodes. Again now and then: the machine's address in the network may change.
    void publishFilePlace();
    void tidyFiles();
    tl::expected<void, Failure> startApi();
    std::unique_ptr<config::SecretStore> secrets() const;
    tl::expected<config::ApiTokens, QString> apiTokens() const;
    void loadSettings();
    void findNodeId();

    config::Options options_;
    config::Settings settings_;
    const bool hasDesktop_;
    std::optional<config::DataDir> dataDir_;
    std::optional<config::ApiTokens> tokens_; ///< once prepared, if the API is on
    bool prepared_ = false;
    store::Location location_;
    QString node_; ///< its id; once started
    std::unique_ptr<csms::Engine> engine_;
    std::unique_ptr<http::FileStorage> storage_;
    std::unique_ptr<http::FileServer> files_;
    quint16 filePort_ = 0; ///< 0: it does not speak HTTP
    quint16 fileTlsPort_ = 0; ///< 0: it does not speak HTTPS
    bool isFileTlsGood_ = true; ///< by what its files hold now
    QTimer tidying_;
    std::unique_ptr<http::ControlApi> api_;
    std::unique_ptr<simulator::DemoSite> demo_;
    EngineNotice notice_;
};

} // namespace app
