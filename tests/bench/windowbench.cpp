// SPDX-License-Identifier: GPL-3.0-or-later
// windowbench SIMULATOR [STATIONS [SECONDS]]: the window with an engine in the same process, and simulated stations that
// charge in another. Shows each page for a while and prints how fluid it stayed, as a Markdown table.
#include "csms/engine.h"
#include "store/idtags.h"
#include "store/reader.h"
#include "ui/application.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto beat = 4ms;
constexpr auto scrollEvery = 100ms;
const QString driver = u"DRIVER"_s;

/// Beats on the GUI thread: a beat that comes late is time in which the window could not have drawn a frame.
class Pulse : public QObject {
public:
    Pulse()
    {
        connect(&timer_, &QTimer::timeout, this, &Pulse::note);
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.start(beat);
        reset();
    }
    void reset()
    {
        late_.clear();
        since_.start();
        spent_.start();
        cpu_ = cpuNs();
    }
    /// Milliseconds by which the latest came late; `share` of them came earlier.
    double late(double share)
    {
        std::ranges::sort(late_);
        return late_.empty() ? 0 : late_[std::min(late_.size() - 1, size_t(share * double(late_.size())))];
    }
    /// Of one core, by this thread.
    double cpuShare() const { return double(cpuNs() - cpu_) / double(spent_.nsecsElapsed()); }

private:
    static qint64 cpuNs()
    {
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
    }
    void note()
    {
        late_.push_back(std::max(0.0, double(since_.nsecsElapsed()) / 1e6 - double(beat.count())));
        since_.start();
    }

    QTimer timer_;
    QElapsedTimer since_;
    QElapsedTimer spent_;
    std::vector<double> late_;
    qint64 cpu_ = 0;
};

void runFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// As a person looking for something: down to the end, and up again.
void scroll(QWidget &page, int step)
{
    for (auto *area : page.findChildren<QAbstractScrollArea *>()) {
        QScrollBar *bar = area->verticalScrollBar();
        if (!area->isVisible() || bar->maximum() == 0)
            continue;
        const int length = 2 * bar->maximum();
        const int at = step * bar->pageStep() / 2 % length;
        bar->setValue(std::min(at, length - at));
    }
}

csms::EngineOptions engineOptions(const QTemporaryDir &folder)
{
    csms::EngineOptions options;
    options.location.file = folder.filePath(u"bench.sqlite"_s);
    options.node = u"bench"_s;
    options.bind = u"127.0.0.1"_s;
    options.port = 0;
    options.policy.acceptUnknown = true;
    return options;
}

bool startStations(QProcess &simulator, const QString &program, quint16 port, int stations)
{
    simulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    simulator.start(program, {u"--url"_s, u"ws://127.0.0.1:%1/ocpp/"_s.arg(port), u"--stations"_s,
                              QString::number(stations), u"--scenario"_s, u"day"_s, u"--speed"_s, u"60"_s,
                              u"--meter-interval"_s, u"300"_s, u"--id-tag"_s, driver, u"--quiet"_s});
    return simulator.waitForStarted();
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("windowbench SIMULATOR [STATIONS [SECONDS]]\n", stderr);
        return 2;
    }
    const int stations = std::max(1, arguments.value(2, u"2000"_s).toInt());
    const std::chrono::milliseconds time = 1s * std::max(1, arguments.value(3, u"8"_s).toInt());
    ui::prepareApplication(application, u"en"_s);

    csms::Engine engine(engineOptions(folder));
    if (const auto started = engine.start(); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error()));
        return 1;
    }
    engine.writer().submit([](store::Database &db) { store::IdTags(db).save({.tag = driver}); });
    store::Reader reader(engine.writer().location());
    if (!reader.start())
        return 1;
    ui::Backend backend;
    backend.reader = &reader;
    backend.writer = &engine.writer();
    backend.feed = &engine.changes();
    backend.ocppAddress = u"ws://127.0.0.1:%1/ocpp/"_s.arg(engine.port());
    ui::MainWindow window(backend);
    window.resize(1280, 800);
    window.show();

    QProcess simulator;
    if (!startStations(simulator, arguments.at(1), engine.port(), stations)) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(arguments.at(1)), qPrintable(simulator.errorString()));
        return 1;
    }
    Pulse pulse;
    std::printf("%d simulated stations, %lld s for each page, a late beat is time without a frame.\n\n"
                "| page | messages/s | GUI thread, cores | p99 late, ms | worst late, ms |\n"
                "| --- | ---: | ---: | ---: | ---: |\n",
                stations, static_cast<long long>(std::chrono::duration_cast<std::chrono::seconds>(time).count()));
    const auto measure = [&](const QString &name, const std::function<void(int)> &act) {
        pulse.reset();
        const quint64 before = engine.metrics().framesIn;
        int step = 0;
        QTimer hand;
        QObject::connect(&hand, &QTimer::timeout, &hand, [&] { act(step++); });
        hand.start(scrollEvery);
        runFor(time);
        const double rate = double(engine.metrics().framesIn - before) * 1000 / double(time.count());
        std::printf("| %s | %.0f | %.2f | %.1f | %.1f |\n", qPrintable(name), rate, pulse.cpuShare(), pulse.late(0.99),
                    pulse.late(1));
        std::fflush(stdout);
    };
    const auto nothing = [](int) {};
    measure(u"all connect, seen from Overview"_s, nothing);
    for (int i = 0; i < int(ui::pages().size()); ++i) {
        window.showPage(i);
        const QString title = ui::pages()[size_t(i)].titleText();
        measure(title, nothing);
        measure(title + u", scrolling"_s, [&](int step) { scroll(*window.currentPage(), step); });
    }
    const quint64 open = engine.metrics().connectionsOpen;
    simulator.kill();
    simulator.waitForFinished();
    std::printf("\n%llu of %d stations were connected at the end; some restart during their day.\n",
                static_cast<unsigned long long>(open), stations);
    return open > 0 ? 0 : 1;
}
