// SPDX-License-Identifier: GPL-3.0-or-later
// stationmaster-sim: plays charge points. Exit code 0: the scenario was played to its end, or the time was up;
// 1: some station could not; 2: the command line makes no sense.
#include "simulator/commandline.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>

#include <csignal>
#include <cstdio>

namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

volatile std::sig_atomic_t interrupted = 0;

class ConsoleJournal final : public simulator::Journal {
public:
    ConsoleJournal(bool json, bool quiet) : json_(json), quiet_(quiet) {}

    bool wantsFrames() const override { return json_; }

    void frame(const simulator::FrameRecord &record) override
    {
        // The frame is JSON already; what is not goes out as a text.
        const bool isJson = !QJsonDocument::fromJson(record.text).isNull();
        QJsonObject line{{u"time"_s, ocpp::formatTimestamp(record.time)},
                         {u"station"_s, record.station},
                         {u"direction"_s, record.outgoing ? u"out"_s : u"in"_s}};
        line.insert(isJson ? u"frame"_s : u"text"_s,
                    isJson ? QJsonValue(QJsonDocument::fromJson(record.text).array())
                           : QJsonValue(QString::fromUtf8(record.text)));
        const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
        std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    }

    void note(const QString &station, const QString &sentence) override
    {
        if (!quiet_)
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(station), qUtf8Printable(sentence));
    }

private:
    bool json_;
    bool quiet_;
};

int fail(const QString &error)
{
    std::fprintf(stderr, "stationmaster-sim: %s\nSee stationmaster-sim --help.\n", qUtf8Printable(error));
    return 2;
}

/// Stations take leave before the process ends; their closing handshakes get a moment.
void end(simulator::Fleet &fleet, simulator::Timeline &timeline)
{
    const int exitCode = fleet.failures().isEmpty() ? 0 : 1;
    for (const QString &failure : fleet.failures())
        std::fprintf(stderr, "%s\n", qUtf8Printable(failure));
    std::fprintf(stderr, "%d of %d stations accepted, %d transactions begun, %d messages undelivered\n",
                 fleet.accepted(), int(fleet.stations().size()), fleet.transactionsBegun(),
                 int(fleet.queuedMessages()));
    fleet.leave();
    timeline.after(200ms, [exitCode] { QCoreApplication::exit(exitCode); });
}

int play(const simulator::CommandLine &line)
{
    simulator::WallTimeline timeline;
    ConsoleJournal journal(line.json, line.quiet);
    simulator::Fleet fleet(line.fleet, timeline, journal);

    bool ending = false;
    const auto endOnce = [&] {
        if (!std::exchange(ending, true))
            end(fleet, timeline);
    };
    if (line.fleet.scenario.exits)
        fleet.finished.listen(endOnce);
    if (line.duration > 0ms)
        timeline.after(line.duration, endOnce);
    std::signal(SIGINT, [](int) { interrupted = 1; });
    std::signal(SIGTERM, [](int) { interrupted = 1; });
    std::function<void()> look = [&] {
        if (interrupted)
            endOnce();
        timeline.after(200ms, look);
    };
    look();

    fleet.start();
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"stationmaster-sim"_s);
    const auto line = simulator::parseCommandLine(QCoreApplication::arguments(), QStringLiteral(SM_VERSION));
    if (!line)
        return fail(line.error());
    if (!line->message.isEmpty()) {
        std::fputs(qUtf8Printable(line->message), stdout);
        return 0;
    }
    return play(*line);
}
