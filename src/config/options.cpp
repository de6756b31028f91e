// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/options.h"

#include "config/datadir.h"
#include "config/optionhelp.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace config {

using namespace Qt::Literals::StringLiterals;

namespace {

template<QString Options::*target>
bool text(Options &options, const QString &value)
{
    options.*target = value;
    return !value.isEmpty();
}

QString absolutePath(const QString &path)
{
    return path.isEmpty() ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
}

template<QString Options::*target>
bool path(Options &options, const QString &value)
{
    options.*target = absolutePath(value);
    return !value.isEmpty();
}

template<bool Options::*target>
bool flag(Options &options, const QString &)
{
    options.*target = true;
    return true;
}

template<quint16 Options::*target>
bool portNumber(Options &options, const QString &value)
{
    bool legal = false;
    options.*target = value.toUShort(&legal);
    return legal;
}

template<quint16 Options::*port, bool Options::*isAutomatic>
bool portOrAuto(Options &options, const QString &value)
{
    options.*isAutomatic = value == "auto"_L1;
    if (options.*isAutomatic) {
        options.*port = 0;
        return true;
    }
    return portNumber<port>(options, value);
}

bool database(Options &options, const QString &value)
{
    options.database = value;
    return value == "sqlite"_L1 || value.startsWith("sqlite:"_L1) || value.startsWith("postgresql://"_L1);
}

QString databaseAnywhere(const QString &value)
{
    constexpr auto scheme = "sqlite:"_L1;
    return value.startsWith(scheme) ? scheme + absolutePath(value.mid(scheme.size())) : value;
}

bool logLevel(Options &options, const QString &value)
{
    options.logLevel = value;
    return QStringList{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s}.contains(value);
}

template<QString (*compose)(const QString &)>
bool printed(Options &options, const QString &program)
{
    options.printAndExit = compose(program);
    return true;
}

QString versionText(const QString &program)
{
    return program + u' ' + QStringLiteral(SM_VERSION) + u'\n';
}

constexpr Option optionRows[] = {
    {"data-dir"_L1,
     "DIR"_L1,
     path<&Options::dataDir>,
     "a directory"_L1,
     "Where the database, the settings and the API token live"_L1,
     {},
     absolutePath},
    {"port"_L1, "PORT"_L1, portNumber<&Options::port>, "a number from 0 to 65535"_L1,
     "Port that charge points connect to, 9000 by default; 0 picks a free one"_L1},
    {"bind"_L1, "ADDRESS"_L1, text<&Options::bind>, "an IP address"_L1,
     "Address that charge points connect to, all addresses by default"_L1},
    {"api-port"_L1, "PORT"_L1, portOrAuto<&Options::apiPort, &Options::apiPortIsAutomatic>,
     "a number from 0 to 65535, or auto"_L1,
     "Port of the control API on 127.0.0.1, 8180 by default; 0 switches it off, auto picks a free one"_L1},
    {"file-port"_L1, "PORT"_L1, portOrAuto<&Options::filePort, &Options::filePortIsAutomatic>,
     "a number from 0 to 65535, or auto"_L1,
     "Port from which charge points fetch firmware and to which they bring logs, 8181 by default; 0 switches it off, auto "
     "picks a free one"_L1},
    {"file-certificate"_L1,
     "FILE"_L1,
     path<&Options::fileCertificate>,
     "a file"_L1,
     "PEM certificate with which the file server speaks HTTPS, too, followed by those that signed it; it has to hold the "
     "name or address by which charge points reach this computer"_L1,
     {},
     absolutePath},
    {"file-key"_L1,
     "FILE"_L1,
     path<&Options::fileKey>,
     "a file"_L1,
     "PEM private key of that certificate, without a passphrase"_L1,
     {},
     absolutePath},
    {"file-tls-port"_L1, "PORT"_L1, portOrAuto<&Options::fileTlsPort, &Options::fileTlsPortIsAutomatic>,
     "a number from 0 to 65535, or auto"_L1,
     "Port of the file server for HTTPS, 8182 by default; 0 switches it off, auto picks a free one"_L1},
    {"api-token-file"_L1,
     "FILE"_L1,
     path<&Options::apiTokenFile>,
     "a file"_L1,
     "File with the API tokens, one in each line: TOKEN, control:TOKEN or read:TOKEN"_L1,
     {},
     absolutePath},
    {"database"_L1,
     "DATABASE"_L1,
     database,
     "sqlite, sqlite:FILE or postgresql://USER:PASSWORD@HOST/NAME"_L1,
     "Where the data is kept: sqlite (the default), sqlite:FILE or postgresql://..."_L1,
     {},
     databaseAnywhere},
    {"accept-unknown"_L1,
     {},
     flag<&Options::acceptUnknown>,
     {},
     "Register charge points that nobody entered, as accepted and without a password"_L1},
    {"demo"_L1, {}, flag<&Options::demo>, {}, "Show simulated charge points"_L1},
    {"background"_L1,
     {},
     flag<&Options::background>,
     {},
     "Begin in the tray, without showing the window"_L1,
     "stationmaster"_L1},
    {"log-level"_L1, "LEVEL"_L1, logLevel, "debug, info, warning or error"_L1,
     "How much is logged: debug, info (the default), warning or error"_L1},
    {"help"_L1, {}, printed<helpText>, {}, "Print this help and exit"_L1},
    {"version"_L1, {}, printed<versionText>, {}, "Print the version and exit"_L1},
    {"man"_L1, {}, printed<manualPage>, {}, "Print the manual page (roff) and exit"_L1},
};

void declare(QCommandLineParser &parser, const QString &program)
{
    for (const Option &option : optionRows) {
        if (option.isFor(program))
            parser.addOption(QCommandLineOption(option.name, {}, option.valueName));
    }
}

QString unexpected(const QString &what, const QString &program)
{
    return u"%1. See %2 --help for what is possible."_s.arg(what, program);
}

tl::expected<void, QString> assign(Options &options, const Option &option, const QString &value)
{
    if (!option.assign(options, value))
        return tl::unexpected(u"--%1 must be %2, not \"%3\""_s.arg(option.name, option.legal, value));
    return {};
}

} // namespace

std::span<const Option> optionTable()
{
    return optionRows;
}

const Option *findOption(QLatin1StringView name)
{
    const auto option = std::ranges::find_if(optionRows, [&](const Option &o) { return name == o.name; });
    return option == std::end(optionRows) ? nullptr : option;
}

tl::expected<Options, QString> parseOptions(const QStringList &arguments)
{
    const QString program = QFileInfo(arguments.value(0)).fileName();
    QCommandLineParser parser;
    declare(parser, program);
    if (!parser.parse(arguments))
        return tl::unexpected(unexpected(parser.errorText().chopped(1), program));
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(
            unexpected(u"Unexpected argument \"%1\""_s.arg(parser.positionalArguments().first()), program));

    Options options;
    options.dataDir = defaultDataDir();
    for (const Option &option : optionRows) {
        if (!option.isFor(program) || !parser.isSet(option.name))
            continue;
        const QString value = option.valueName.isEmpty() ? program : parser.value(option.name);
        const auto assigned = assign(options, option, value);
        if (!assigned)
            return tl::unexpected(unexpected(assigned.error(), program));
        options.given.append(option.name);
    }
    return options;
}

QStringList anywhere(QStringList arguments)
{
    for (qsizetype place = 1; place < arguments.size(); ++place) {
        const QString name = arguments.at(place).section(u'=', 0, 0);
        if (!name.startsWith("--"_L1))
            continue;
        const QByteArray bare = name.mid(2).toLatin1();
        const Option *option = findOption(QLatin1StringView(bare));
        if (!option || option->valueName.isEmpty())
            continue;
        const bool isOne = name.size() < arguments.at(place).size(); // "--name=value"
        if (!isOne && ++place == arguments.size())
            break;
        if (!option->anywhere)
            continue;
        QString &argument = arguments[place];
        argument = isOne ? name + u'=' + option->anywhere(argument.mid(name.size() + 1)) : option->anywhere(argument);
    }
    return arguments;
}

QStringList atLogin(const QString &program, const QStringList &arguments)
{
    const auto background = u"--background"_s;
    QStringList command = anywhere(arguments);
    command[0] = program;
    command.removeAll(background);
    return command << background;
}

} // namespace config
