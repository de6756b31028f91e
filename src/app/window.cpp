// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginehost.h"
#include "app/host/logging.h"
#include "app/host/onewindow.h"
#include "app/host/termination.h"
#include "csms/engine.h"
#include "store/backup.h"
#include "store/clock.h"
#include "store/reader.h"
#include "ui/application.h"
#include "ui/desktop/desktop.h"
#include "ui/text/startwords.h"

#include <QApplication>
#include <QPromise>
#include <QThreadPool>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int restartCode = 1000; // of the event loop: everything begins anew, perhaps after a backup is restored

/// To see, and for whoever started it in a terminal; whether the remedy was taken.
bool explain(const QString &text, const ui::StartFailure &failure, ui::Remedy remedy = ui::Remedy::None)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    return ui::showFailure(failure, remedy);
}

bool explain(const store::Error &error)
{
    return explain(error.text, {.kind = ui::StartFailure::Kind::Database, .database = error});
}

/// The rows of an engine that runs in another process on the same database.
struct Joined {
    explicit Joined(const store::Location &location) : writer(location), feed(location) {}

    store::Writer writer;
    store::ChangeFeed feed;
};

ui::ChargerAddress::Network networkFor(app::ChargerEndpoint::Network network)
{
    using From = app::ChargerEndpoint::Network;
    using To = ui::ChargerAddress::Network;
    switch (network) {
    case From::Cable:
        return To::Cable;
    case From::Wireless:
        return To::Wireless;
    case From::Loopback:
        return To::ThisMachine;
    case From::Other:
        break;
    }
    return To::Other;
}

/// How the program was started, beside its options.
struct Start {
    bool inBackground = false;
    QString activationToken{}; ///< the desktop's leave for a window to come to the front; empty: none
};

/// Work that blocks, on a thread of its own; waited for at the end.
class Renewal {
public:
    using Outcome = tl::expected<void, QString>;
    ~Renewal() { pool_.waitForDone(); }

    QFuture<Outcome> begin(const std::function<Outcome()> &work)
    {
        auto promise = std::make_shared<QPromise<Outcome>>();
        promise->start();
        pool_.start([promise, work] {
            promise->addResult(work());
            promise->finish();
        });
        return promise->future();
    }

private:
    QThreadPool pool_;
};

/// One life of the window: with an engine of its own, or beside one that runs already.
class WindowRun {
public:
    WindowRun(QApplication &application, const config::Options &options, const Start &start)
        : application_(application), options_(options), start_(start), host_(options, true), oneWindow_(options.dataDir)
    {
        QObject::connect(&oneWindow_, &app::OneWindow::showRequested, &application, [this](const QString &token) {
            start_.inBackground = false; // if there is no window yet
            ui::raiseWindow(token);
        });
    }

    int run()
    {
        const auto claimed = host_.claim();
        const bool joins = !claimed && claimed.error().kind == Failure::Kind::RunsElsewhere;
        if (!claimed && !joins)
            return explainFailure(claimed.error());
        if (joins && isShownElsewhere())
            return 0;
        if (const QString other = otherDatabase(); joins && !other.isEmpty())
            return explainOtherDatabase(other);
        oneWindow_.listen(); // also while it opens, which may take long
        tl::expected<void, Failure> prepared;
        ui::whileBusy(ui::Work::Opening, [&] { prepared = host_.prepare(); });
        if (const auto started = prepared && !joins ? host_.start() : prepared; !started)
            return explainFailure(started.error());
        if (joins)
            joined_ = std::make_unique<Joined>(host_.location());
        if (const auto failure = openRows())
            return failed(*failure);
        if (joins)
            std::fprintf(stderr, "Another engine runs on %s already: this window joins it.\n",
                         qPrintable(options_.dataDir));
        if (!joins) {
            for (const QString &address : host_.addresses())
                std::fprintf(stderr, "Type into a charger: %s followed by its identity\n", qPrintable(address));
        }
        desktop_ =
            ui::systemDesktop(config::atLogin(QCoreApplication::applicationFilePath(), QCoreApplication::arguments()));
        return ui::runWindow(application_, backend(), start_.inBackground);
    }

    /// Empty unless the window asked for it.
    const QString &backupToRestore() const { return backupToRestore_; }
    const store::Location &location() const { return host_.location(); }

private:
    using Failure = app::EngineHost::Failure;

    static int failed(const store::Error &error)
    {
        explain(error);
        return 1;
    }

    int explainOtherDatabase(const QString &other) const
    {
        const QString ours = host_.location().display();
        const QString text = u"The central system that runs already keeps its data in %1, not in %2. Start the window "
                             "with the same --database."_s.arg(other, ours);
        explain(text, {.kind = ui::StartFailure::Kind::OtherDatabase, .place = other, .wanted = ours, .detail = text});
        return 1;
    }

    ui::StartFailure described(const Failure &failure) const
    {
        using From = Failure::Kind;
        using To = ui::StartFailure::Kind;
        switch (failure.kind) {
        case From::RunsElsewhere:
        case From::DataDir:
            return {.kind = To::DataFolder, .place = options_.dataDir, .detail = failure.text};
        case From::Database:
            return {.kind = To::Database, .database = failure.database, .detail = failure.text};
        case From::Address:
            return {.kind = To::Address,
                    .place = u"%1:%2"_s.arg(host_.options().bind).arg(host_.options().port),
                    .detail = failure.text};
        case From::Files:
            return {.kind = To::Files, .detail = failure.text};
        case From::Api:
            break;
        }
        return {.kind = To::Api, .detail = failure.text};
    }

    /// A port or an address that the owner chose may be taken by now, and without a window nobody could change it.
    int explainFailure(const Failure &failure) const
    {
        config::Settings settings = host_.settings();
        const config::Settings usual;
        const bool isUsual = settings.port == usual.port && settings.bind == usual.bind
                             && settings.apiPort == usual.apiPort && settings.filePort == usual.filePort;
        const bool concerned = failure.kind == Failure::Kind::Address || failure.kind == Failure::Kind::Api
                               || failure.kind == Failure::Kind::Files;
        const auto remedy = isUsual || !concerned ? ui::Remedy::None : ui::Remedy::UsualPorts;
        if (!explain(failure.text, described(failure), remedy))
            return 1;
        settings.port = usual.port;
        settings.bind = usual.bind;
        settings.apiPort = usual.apiPort;
        settings.filePort = usual.filePort;
        if (const auto saved = config::saveSettings(options_.dataDir, settings); !saved) {
            explain(saved.error(),
                    {.kind = ui::StartFailure::Kind::DataFolder, .place = options_.dataDir, .detail = saved.error()});
            return 1;
        }
        return restartCode;
    }

    /// There is a window of this person's on the engine that runs already, and it is in sight now, unless only the
    /// presence was wanted. Not for who wants another database; one that is about to start has not said yet which it
    /// has.
    bool isShownElsewhere() const
    {
        const QString theirs = app::EngineNotice::read(options_.dataDir).database;
        if (!theirs.isEmpty() && theirs != host_.location().display())
            return false;
        const bool isThere = start_.inBackground ? app::OneWindow::isThere(options_.dataDir)
                                                 : app::OneWindow::show(options_.dataDir, start_.activationToken);
        if (isThere)
            std::fprintf(stderr, "Stationmaster runs already on %s: see its window.\n", qPrintable(options_.dataDir));
        return isThere;
    }

    /// Of the engine to be joined; empty if it is ours as well.
    QString otherDatabase() const
    {
        const QString theirs = app::EngineNotice::read(options_.dataDir).database;
        return theirs == host_.location().display() ? QString() : theirs;
    }

    std::optional<store::Error> openRows()
    {
        if (joined_) {
            if (const auto opened = joined_->writer.start(); !opened)
                return opened.error();
        }
        reader_ = std::make_unique<store::Reader>(host_.location());
        const auto opened = reader_->start();
        return opened ? std::nullopt : std::optional(opened.error());
    }

    ui::Backend backend()
    {
        ui::Backend backend;
        backend.reader = reader_.get();
        backend.writer = joined_ ? &joined_->writer : &host_.engine().writer();
        backend.feed = joined_ ? &joined_->feed : &host_.engine().changes();
        backend.ocppAddress =
            joined_ ? app::EngineNotice::read(options_.dataDir).ocppUrl : host_.addresses().constFirst();
        backend.databaseText = host_.location().display();
        backend.ownsEngine = !joined_;
        backend.addresses = [this] { return addresses(); };
        if (!joined_) {
            backend.engineStarted = store::now();
            backend.startDemo = [this] { host_.startDemo(); };
        }
        if (!joined_ && host_.location().backend == store::Backend::Sqlite) {
            backend.restoreAndRestart = [this](const QString &file) {
                backupToRestore_ = file;
                QApplication::exit(restartCode);
            };
        }
        backend.setup = setup();
        backend.desktop = &desktop_;
        return backend;
    }

    ui::EngineSetup setup()
    {
        const app::EngineNotice notice = app::EngineNotice::read(options_.dataDir);
        ui::EngineSetup setup;
        setup.dataDir = options_.dataDir;
        setup.given = notice.given;
        setup.apiUrl = notice.apiUrl;
        setup.tokensAreOurs = !notice.given.contains(u"api-token-file"_s);
        if (joined_)
            return setup;
        setup.startedWith = host_.settings();
        setup.restart = [] { QApplication::exit(restartCode); };
        if (setup.tokensAreOurs && !notice.apiUrl.isEmpty())
            setup.renewApiToken = [this] { return renewal_.begin([this] { return host_.renewApiToken(); }); };
        return setup;
    }

    QList<ui::ChargerAddress> addresses() const
    {
        const app::EngineNotice notice = app::EngineNotice::read(options_.dataDir);
        const auto endpoints =
            joined_ ? app::chargerEndpoints(notice.bind, quint16(QUrl(notice.ocppUrl).port())) : host_.endpoints();
        QList<ui::ChargerAddress> result;
        for (const app::ChargerEndpoint &endpoint : endpoints)
            result.append({networkFor(endpoint.network), endpoint.interfaceName, endpoint.url});
        return result;
    }

    QApplication &application_;
    const config::Options options_;
    Start start_;
    app::EngineHost host_;
    app::OneWindow oneWindow_; // goes before the host: nobody is promised a window that has gone
    std::unique_ptr<Joined> joined_;
    ui::Desktop desktop_;
    Renewal renewal_; // goes before the host that it works for
    std::unique_ptr<store::Reader> reader_; // goes first: it reads what the host owns
    QString backupToRestore_;
};

/// Runs the window, again after each restart and each restored backup.
int runWindows(QApplication &application, const config::Options &options, const QString &activationToken)
{
    for (Start start{options.background, activationToken};; start.inBackground = false) {
        QString backup;
        store::Location location;
        {
            WindowRun run(application, options, start);
            const int code = run.run();
            if (code != restartCode)
                return code;
            backup = run.backupToRestore();
            location = run.location();
        }
        if (backup.isEmpty())
            continue;
        auto dataDir = config::DataDir::open(options.dataDir); // nobody else may start an engine meanwhile
        const auto locked = dataDir ? dataDir->lock() : tl::unexpected(config::LockRefusal{false, dataDir.error()});
        if (!locked) {
            const QString &text = locked.error().text;
            explain(text, {.kind = ui::StartFailure::Kind::DataFolder, .place = options.dataDir, .detail = text});
            return 1;
        }
        store::Outcome<store::Restored> restored;
        ui::whileBusy(ui::Work::Restoring, [&] { restored = store::restore(backup, location); });
        if (restored)
            continue;
        std::fprintf(stderr, "%s\n", qPrintable(restored.error().text));
        ui::showRestoreFailure(restored.error());
    }
}

/// What --help and the like print: they need no screen. Empty if the window is wanted, or the arguments are wrong.
QString textToPrint(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"stationmaster"_s);
    const auto options = config::parseOptions(QCoreApplication::arguments());
    return options ? options->printAndExit : QString();
}

/// Qt would end the program with a word about plugins, which helps nobody.
bool lacksScreen()
{
#ifdef Q_OS_LINUX
    return std::ranges::all_of(std::array{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"},
                               [](const char *name) { return qEnvironmentVariableIsEmpty(name); });
#else
    return false;
#endif
}

/// As the desktop that starts us says it, by its newer name or its older one; Qt forgets them.
QString givenActivationToken()
{
    const QString token = qEnvironmentVariable("XDG_ACTIVATION_TOKEN");
    return token.isEmpty() ? qEnvironmentVariable("DESKTOP_STARTUP_ID") : token;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationVersion(QStringLiteral(SM_VERSION));
    if (const QString text = textToPrint(argc, argv); !text.isEmpty()) {
        std::fputs(qPrintable(text), stdout);
        return 0;
    }
    if (lacksScreen()) {
        std::fputs("There is no screen here to show the window on. Start stationmasterd: it does the same work "
                   "without one.\n", stderr);
        return 1;
    }
    const QString activationToken = givenActivationToken();
    QApplication application(argc, argv);
    ui::prepareApplication(application);
    const auto options = config::parseOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s\n", qPrintable(options.error()));
        return 2;
    }
    app::setLogLevel(options->logLevel);
    app::quitOnTermination();
    return runWindows(application, *options, activationToken);
}
