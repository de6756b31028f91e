// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <span>
#include <tl/expected.hpp>

namespace config {

// What a person says when starting `stationmaster` or `stationmasterd`. Everything else is in Settings.
struct Options {
    QString dataDir; // absolute; the user's data directory unless --data-dir names another
    quint16 port = 9000; // for the stations; 0 picks a free one
    QString bind = QStringLiteral("0.0.0.0"); // address for the stations
    quint16 apiPort = 8180; // control API on 127.0.0.1; see apiIsOn() for 0
    bool apiPortIsAutomatic = false; // --api-port auto: apiPort is 0 and a free port is picked
    quint16 filePort = 8181; // file server for the stations; see filesAreOn() for 0
    bool filePortIsAutomatic = false; // --file-port auto: filePort is 0 and a free port is picked
    quint16 fileTlsPort = 8182; // of the file server, too, with HTTPS; see fileTlsIsOn() for 0
    bool fileTlsPortIsAutomatic = false; // --file-tls-port auto: fileTlsPort is 0 and a free port is picked
    QString fileCertificate; // absolute; PEM, with those that signed it; empty: no HTTPS
    QString fileKey; // absolute; PEM
    QString apiTokenFile; // empty: the token made at first start
    QString database = QStringLiteral("sqlite"); // sqlite, sqlite:FILE or postgresql://...
    bool acceptUnknown = false; // register stations that nobody entered, accepted, without a password
    bool demo = false; // run simulated stations against this engine
    bool background = false; // the window begins in the tray
    QString logLevel = QStringLiteral("info"); // debug, info, warning or error
    QStringList given; // names of the options that a person gave: the others may come from the settings
    QString printAndExit; // not empty (--help, --version, --man): print this on stdout and exit with 0

    bool filesAreOn() const { return filePort != 0 || filePortIsAutomatic; }
    // One of the two files alone is a mistake, which is for the file server to tell.
    bool fileTlsIsOn() const
    {
        return (fileTlsPort != 0 || fileTlsPortIsAutomatic) && !(fileCertificate.isEmpty() && fileKey.isEmpty());
    }
    bool apiIsOn() const { return apiPort != 0 || apiPortIsAutomatic; }
};

// One row per option: the parser, --help and the manual page are derived from this table.
struct Option {
    // False: not a legal value. A switch is given the program's name.
    using Assign = bool (*)(Options &, const QString &value);
    QLatin1StringView name; // without dashes
    QLatin1StringView valueName; // empty for a switch
    Assign assign;
    QLatin1StringView legal; // what values are legal, to follow "must be"; empty if all are
    QLatin1StringView help; // one sentence, without a full stop
    QLatin1StringView onlyFor = {}; // the program that has it; empty: both
    // The same value for a program that is started in another directory; null: it means the same everywhere.
    QString (*anywhere)(const QString &value) = nullptr;

    bool isFor(const QString &program) const { return onlyFor.isEmpty() || program == onlyFor; }
};
std::span<const Option> optionTable();
const Option *findOption(QLatin1StringView name);

// `arguments` as from QCoreApplication::arguments(): the first is the program. The error says what to change.
tl::expected<Options, QString> parseOptions(const QStringList &arguments);

// The same arguments for a start in another directory: files and directories are named by absolute paths. They need not be
// legal; what is no option stays as it is.
QStringList anywhere(QStringList arguments);

// The command that starts `program` at login as it was started with `arguments` now: in any directory, and without its window.
QStringList atLogin(const QString &program, const QStringList &arguments);

} // namespace config
