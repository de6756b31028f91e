// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/fleet.h"

namespace simulator {

/// What stationmaster-sim was told.
struct CommandLine {
    FleetOptions fleet;
    std::chrono::milliseconds duration{0}; // 0: until the scenario ends, or for ever
    bool json = false; // every frame as a line of JSON on stdout
    bool quiet = false; // no sentences on stderr
    QString message; // not empty: print this and leave (--help, --man, --version)
};

/// `arguments` with the program's name first. The error is one sentence for the person who typed it.
tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments, const QString &version);

} // namespace simulator
