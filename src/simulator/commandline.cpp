// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/commandline.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OptionRow {
    const char *name;
    const char *value; // null: a switch
    const char *otherwise;
    const char *help;
};

constexpr OptionRow optionTable[] = {
    {"url", "URL", "ws://127.0.0.1:9000/ocpp/", "Where the central system listens, without the station's id."},
    {"stations", "N", "1", "How many stations to play."},
    {"prefix", "TEXT", "SIM-", "Their ids are this and a number: SIM-0001, SIM-0002, ..."},
    {"id", "ID", nullptr, "The id of a single station."},
    {"connectors", "N", "2", "Connectors of each station, 1 to 99."},
    {"dc", nullptr, nullptr, "Fast chargers (150 kW, direct current) instead of 22 kW outlets."},
    {"password", "TEXT", nullptr, "Password for HTTP Basic authentication; the user is the station's id."},
    {"id-tag", "TAG", "SIM-TAG-1", "A tag that drivers show; may be given several times."},
    {"heartbeat", "SECONDS", nullptr, "HeartbeatInterval until the central system says otherwise."},
    {"meter-interval", "SECONDS", nullptr, "MeterValueSampleInterval."},
    {"config", "KEY=VALUE", nullptr, "Initial value of a configuration key; may be given several times."},
    {"speed", "FACTOR", "1", "How much faster than real time energy flows, meters are sampled and scripts run."},
    {"seed", "N", "1", "The same seed gives the same day."},
    {"duration", "SECONDS", "0", "Leave after so long; 0: when the scenario is over."},
    {"connect-rate", "N", "500", "First connections per second; 0: all at once."},
    {"scenario", "NAME|FILE", "idle", "idle, day, session, or a JSON file (docs/simulator.md)."},
    {"behaviour", "FILE", nullptr, "JSON object: action and how it is answered."},
    {"behave", "ACTION=HOW", nullptr,
     "accept, reject, error:CODE, silent, slow:MS, drop or reboot, each also with *TIMES."},
    {"subprotocol", "NAME", "ocpp1.6", "WebSocket subprotocol to offer; empty: none."},
    {"json", nullptr, nullptr, "Write every frame as a line of JSON to stdout."},
    {"quiet", nullptr, nullptr, "Write no sentences to stderr."},
    {"man", nullptr, nullptr, "Print the manual page (roff) and leave."},
};

/// The options with their values, and the first thing that is wrong with them.
class Reader {
public:
    explicit Reader(const QCommandLineParser &parser) : parser_(parser) {}

    QString text(const QString &name) const { return parser_.value(name); }
    QStringList texts(const QString &name) const { return parser_.values(name); }
    bool isSet(const QString &name) const { return parser_.isSet(name); }
    void fail(const QString &error)
    {
        if (error_.isEmpty())
            error_ = error;
    }
    const QString &error() const { return error_; }

    double number(const QString &name, double least, double most)
    {
        bool isNumber = false;
        const double number = text(name).toDouble(&isNumber);
        if (!isNumber || number < least || number > most)
            fail(u"--%1 %2: a number from %3 to %4 is needed"_s.arg(name, text(name)).arg(least).arg(most));
        return number;
    }

private:
    const QCommandLineParser &parser_;
    QString error_;
};

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Plays OCPP 1.6-J charge points against a central system."_s);
    for (const OptionRow &row : optionTable) {
        QString help = QString::fromLatin1(row.help);
        if (row.otherwise)
            help += u" Without it: %1."_s.arg(QLatin1StringView(row.otherwise));
        QCommandLineOption option(QString::fromLatin1(row.name), help);
        if (row.value)
            option.setValueName(QString::fromLatin1(row.value));
        if (row.otherwise)
            option.setDefaultValue(QString::fromLatin1(row.otherwise));
        parser.addOption(option);
    }
    parser.addOption({u"help"_s, u"Say this and leave."_s});
    parser.addVersionOption();
}

// A minus sign, as typed in a shell, is "\-" in roff.
QString roffText(const char *text)
{
    return QString::fromLatin1(text).replace(u'-', u"\\-"_s);
}

QString manualPage()
{
    QString page = uR"(.\" SPDX-License-Identifier: GPL-3.0-or-later
.TH STATIONMASTER\-SIM 1 "" "Stationmaster"
.SH NAME
stationmaster\-sim \- plays OCPP 1.6\-J charging stations
.SH SYNOPSIS
.B stationmaster\-sim
[\fIoptions\fR]
.SH DESCRIPTION
Connects one or many stations to a central system, Stationmaster or another one: they boot, report their status, charge,
send meter values, obey commands and keep what they could not send.
Scenarios and behaviours are explained in /usr/share/doc/stationmaster/simulator.md.
.SH OPTIONS
)"_s;
    for (const OptionRow &row : optionTable) {
        page += u".TP\n\\fB\\-\\-%1\\fR"_s.arg(roffText(row.name));
        if (row.value)
            page += u" \\fI%1\\fR"_s.arg(roffText(row.value));
        page += u'\n' + roffText(row.help);
        page += row.otherwise ? u" Without it: %1.\n"_s.arg(roffText(row.otherwise)) : u"\n"_s;
    }
    return page + uR"(.SH EXIT STATUS
0 when the scenario was played to its end, 1 when a station could not, 2 for a command line that makes no sense.
.SH EXAMPLES
.nf
stationmaster\-sim \-\-url ws://127.0.0.1:9000/ocpp/ \-\-stations 3 \-\-scenario day \-\-speed 60
.fi
.SH SEE ALSO
.BR stationmasterd (1)
)"_s;
}

/// What is to be printed instead of playing; empty: nothing.
QString textToPrint(const QCommandLineParser &parser, const QString &version)
{
    if (parser.isSet(u"help"_s))
        return parser.helpText() + u'\n';
    if (parser.isSet(u"man"_s))
        return manualPage();
    return parser.isSet(u"version"_s) ? u"stationmaster-sim %1\n"_s.arg(version) : QString();
}

void readConfiguration(Reader &reader, StationOptions &station)
{
    for (const QString &pair : reader.texts(u"config"_s)) {
        if (!pair.contains(u'='))
            reader.fail(u"--config %1: KEY=VALUE is needed"_s.arg(pair));
        station.configuration.insert(pair.section(u'=', 0, 0), pair.section(u'=', 1));
    }
    if (reader.isSet(u"heartbeat"_s))
        station.configuration.insert(u"HeartbeatInterval"_s,
                                     QString::number(int(reader.number(u"heartbeat"_s, 0, 86400))));
    if (reader.isSet(u"meter-interval"_s))
        station.configuration.insert(u"MeterValueSampleInterval"_s,
                                     QString::number(int(reader.number(u"meter-interval"_s, 0, 86400))));
}

void readBehaviours(Reader &reader, StationOptions &station)
{
    if (reader.isSet(u"behaviour"_s)) {
        QFile file(reader.text(u"behaviour"_s));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        const QJsonDocument document = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray());
        if (!document.isObject())
            reader.fail(u"--behaviour %1: a file with a JSON object is needed"_s.arg(file.fileName()));
        if (auto behaviours = Behaviours::fromJson(document.object()))
            station.behaviours = *behaviours;
        else
            reader.fail(behaviours.error());
    }
    for (const QString &assignment : reader.texts(u"behave"_s)) {
        if (auto added = station.behaviours.add(assignment); !added)
            reader.fail(u"--behave %1: %2"_s.arg(assignment, added.error()));
    }
}

StationOptions readStation(Reader &reader)
{
    StationOptions station;
    station.endpoint = QUrl(reader.text(u"url"_s));
    if (!station.endpoint.isValid() || !station.endpoint.scheme().startsWith("ws"_L1))
        reader.fail(
            u"--url %1: an address like ws://127.0.0.1:9000/ocpp/ is needed"_s.arg(reader.text(u"url"_s)));
    station.connectors = int(reader.number(u"connectors"_s, 1, 99));
    if (reader.isSet(u"dc"_s)) {
        station.hardware = {.directCurrent = true, .phases = 3, .maxPowerW = 150000, .fixedCable = true};
        station.vendor = u"Fjellstrom Power"_s;
        station.model = u"Granitt 150"_s;
    }
    station.password = reader.text(u"password"_s).toUtf8();
    station.subprotocol = reader.text(u"subprotocol"_s);
    station.speed = reader.number(u"speed"_s, 0.01, 10000);
    station.seed = quint64(reader.number(u"seed"_s, 0, 1e15));
    readConfiguration(reader, station);
    readBehaviours(reader, station);
    return station;
}

void readFleet(Reader &reader, FleetOptions &fleet)
{
    const StationOptions model = readStation(reader);
    const int count = int(reader.number(u"stations"_s, 1, 100000));
    fleet.stations = numbered(model, reader.text(u"prefix"_s), count);
    if (reader.isSet(u"id"_s)) {
        if (count != 1)
            reader.fail(u"--id names one station; use --prefix for several"_s);
        fleet.stations.first().id = reader.text(u"id"_s);
    }
    fleet.idTags = reader.texts(u"id-tag"_s);
    fleet.connectionsPerSecond = reader.number(u"connect-rate"_s, 0, 1e6);
    if (auto scenario = loadScenario(reader.text(u"scenario"_s)))
        fleet.scenario = *scenario;
    else
        reader.fail(scenario.error());
}

} // namespace

tl::expected<CommandLine, QString> parseCommandLine(const QStringList &arguments, const QString &version)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    CommandLine line;
    line.message = textToPrint(parser, version);
    if (!line.message.isEmpty())
        return line;
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(u"\"%1\" is not an option"_s.arg(parser.positionalArguments().first()));
    Reader reader(parser);
    readFleet(reader, line.fleet);
    line.duration = std::chrono::milliseconds(qint64(1000 * reader.number(u"duration"_s, 0, 1e9)));
    line.json = reader.isSet(u"json"_s);
    line.quiet = reader.isSet(u"quiet"_s);
    if (!reader.error().isEmpty())
        return tl::unexpected(reader.error());
    return line;
}

} // namespace simulator
