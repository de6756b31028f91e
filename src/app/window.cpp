// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginehost.h"
#include "app/host/logging.h"
#include "app/host/termination.h"
#include "csms/engine.h"
#include "store/backup.h"
#include "store/clock.h"
#include "store/reader.h"
#include "ui/application.h"

#include <QApplication>
#include <QUrl>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int restartCode = 1000; // of the event loop: a backup is to be restored, then everything begins anew

/// To see, and for whoever started it in a terminal.
int fail(const QString &text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    return ui::showFailure(text);
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

/// One life of the window: with an engine of its own, or beside one that runs already.
class WindowRun {
public:
    WindowRun(QApplication &application, const config::Options &options)
        : application_(application), options_(options), host_(options, true)
    {
    }

    int run()
    {
        const auto started = host_.start();
        if (!started && !started.error().runsElsewhere)
            return fail(started.error().text);
        if (const QString other = otherDatabase(); !started && !other.isEmpty())
            return fail(u"The central system that runs already keeps its data in %1, not in %2. Start the window "
                        "with the same --database."_s.arg(other, host_.location().display()));
        if (!started)
            joined_ = std::make_unique<Joined>(host_.location());
        if (const auto failure = openRows())
            return fail(failure->text);
        if (started) {
            for (const QString &address : host_.addresses())
                std::fprintf(stderr, "Type into a charger: %s followed by its identity\n", qPrintable(address));
        }
        return ui::runWindow(application_, backend());
    }

    /// Empty unless the window asked for it.
    const QString &backupToRestore() const { return backupToRestore_; }
    const store::Location &location() const { return host_.location(); }

private:
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
        return backend;
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
    app::EngineHost host_;
    std::unique_ptr<Joined> joined_;
    std::unique_ptr<store::Reader> reader_; // goes first: it reads what the host owns
    QString backupToRestore_;
};

/// Runs the window, again after each restored backup.
int runWindows(QApplication &application, const config::Options &options)
{
    for (;;) {
        QString backup;
        store::Location location;
        {
            WindowRun run(application, options);
            const int code = run.run();
            if (code != restartCode)
                return code;
            backup = run.backupToRestore();
            location = run.location();
        }
        auto dataDir = config::DataDir::open(options.dataDir); // nobody else may start an engine meanwhile
        if (!dataDir)
            return fail(dataDir.error());
        if (const auto locked = dataDir->lock(); !locked)
            return fail(locked.error().text);
        if (const auto restored = store::restore(backup, location); !restored)
            fail(restored.error().text);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    ui::prepareApplication(application);
    QCoreApplication::setApplicationVersion(QStringLiteral(SM_VERSION));
    const auto options = config::parseOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s\n", qPrintable(options.error()));
        return 2;
    }
    if (!options->printAndExit.isEmpty()) {
        std::fputs(qPrintable(options->printAndExit), stdout);
        return 0;
    }
    app::setLogLevel(options->logLevel);
    app::quitOnTermination();
    return runWindows(application, *options);
}
