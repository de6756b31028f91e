// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginehost.h"
#include "app/host/logging.h"
#include "app/host/termination.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("stationmasterd"));
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

    app::EngineHost host(*options, false);
    if (const auto started = host.start(); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().text));
        return 1;
    }
    for (const QString &address : host.addresses())
        std::fprintf(stderr, "Type into a charger: %s followed by its identity\n", qPrintable(address));
    std::printf("%s\n", host.notice().readyLine().constData());
    std::fflush(stdout);
    const int code = QCoreApplication::exec();
    host.stop();
    return code;
}
