// SPDX-License-Identifier: GPL-3.0-or-later
// A day of load balancing with the engine itself and simulated stations that it reaches over WebSocket, played faster than
// real time: loadsitebench --help. The day is that of loaddaybench. Stays, meter intervals, shares, turns and pauses are
// shortened by one factor. Not shortened are the engine's tick of a second, the time a call takes, the 2 s a station is given to
// answer, the 20 s an order may wait to be sent, what it takes to connect again, and how long a meter value counts; and shares
// by 60 at most. So a car that comes or goes costs more of the day here than in real time. Silence, refusals, late answers,
// broken lines, power losses and a central system that is off for a while are part of the day. Fails if a fuse is ever above
// its limit, by what stations allow or by what they draw.
#include "csms/engine.h"
#include "simulatedsite.h"
#include "store/clock.h"
#include "store/idtags.h"
#include "store/sites.h"
#include "store/stations.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using siteday::Layout;

namespace {

constexpr auto lookEvery = 20ms;
constexpr auto tagEvery = 1s; // a car that could not begin tries again
constexpr std::chrono::milliseconds longestSettling = 120s;
constexpr int answerSeconds = 2;
constexpr std::chrono::milliseconds inARow = 300ms; // messages of one queue follow each other in that time
constexpr auto meterEvery = 60s; // of the day (MeterValueSampleInterval)
constexpr int mishapEvery = 300; // s of the day
constexpr int longestDark = 15 * 60;
// The engine has to see a share a few times before it ends.
constexpr double fastestShares = 60;
constexpr double tolerance = 0.01; // A
const QString siteName = u"Bench"_s;

struct Options {
    int stations = 50;
    int from = 0; // s of the day
    int until = siteday::day;
    double factor = 60;
    int onePhaseOneIn = 0;
    quint32 seed = 1;
    QString chart;
};

template<class Span>
std::chrono::milliseconds shorter(Span span, double factor)
{
    return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::duration<double, std::milli>(span) / factor);
}

csms::Policy policyOf(double factor)
{
    csms::Policy policy;
    policy.statusTriggerAfter = policy.configurationReadAfter = 1h;
    policy.backlogAfter = 0s;
    policy.pauseBeforeLive = std::min(std::max(inARow, shorter(5s, factor)), shorter(meterEvery / 2, factor));
    auto &load = policy.loadBalancing;
    auto &pacing = load.pacing;
    for (auto *span : {&pacing.epoch, &pacing.shortest, &pacing.renewBefore, &pacing.urgentBefore})
        *span = shorter(*span, std::min(factor, fastestShares));
    for (auto *span : {&pacing.clockMargin, &pacing.marginStep, &pacing.betweenRaises, &pacing.turn, &pacing.patience,
                       &pacing.settling, &load.lookEvery, &load.firstPauseAfterRefusal, &load.longestPauseAfterRefusal,
                       &load.meterDelay})
        *span = shorter(*span, factor);
    load.lateAnswers = std::max(std::chrono::milliseconds(1s), shorter(load.lateAnswers, factor));
    return policy;
}

store::SiteFuse fuseOf(const QString &name, const QString &parent, double amps, double base)
{
    store::SiteFuse fuse;
    fuse.name = name;
    fuse.parent = parent;
    fuse.limitL1 = fuse.limitL2 = fuse.limitL3 = amps;
    fuse.baseL1 = fuse.baseL2 = fuse.baseL3 = base;
    return fuse;
}

QString feederName(int feeder)
{
    return u"Feeder %1"_s.arg(feeder + 1);
}

store::SiteSetup setupOf(const Layout &layout)
{
    store::SiteSetup setup{siteName, {fuseOf(u"Main"_s, {}, layout.mainFuse, layout.baseLoad)}, {}};
    for (int i = 0; i < layout.feeders; ++i)
        setup.fuses.append(fuseOf(feederName(i), u"Main"_s, layout.feederFuse, 0));
    for (int i = 0; i < layout.stations; ++i) {
        store::SiteMember member;
        member.station = SimulatedSite::idOf(i);
        member.fuse = feederName(layout.feederOf(i));
        for (int own = 0; own < 3; ++own)
            member.phases[own] = u"L%1"_s.arg(Layout::phaseOf(i, own) + 1);
        setup.members.append(member);
    }
    return setup;
}

/// The fallbacks of the stations; none if the site cannot be.
QList<double> enter(store::Database &db, const Layout &layout)
{
    for (int i = 0; i < layout.stations; ++i) {
        store::Station station;
        station.id = SimulatedSite::idOf(i);
        station.callTimeoutSeconds = answerSeconds;
        store::Stations(db).save(station);
        store::IdTags(db).save({.tag = station.id});
    }
    QList<double> fallbacks;
    if (const auto saved = store::Sites(db).save(setupOf(layout), store::now())) {
        for (const store::SiteMember &member : saved->members)
            fallbacks.append(member.fallbackA);
    }
    return fallbacks;
}

/// The central system, which can be off for a while.
class Central {
public:
    explicit Central(double factor)
    {
        options_.location.file = folder_.filePath(u"bench.sqlite"_s);
        options_.node = u"bench"_s;
        options_.bind = u"127.0.0.1"_s;
        options_.port = 0;
        options_.policy = policyOf(factor);
    }
    bool start()
    {
        engine_ = std::make_unique<csms::Engine>(options_);
        const auto started = engine_->start();
        if (!started)
            std::fprintf(stderr, "%s\n", qPrintable(started.error()));
        options_.port = engine_->port(); // stations look for it there
        return started.has_value();
    }
    void stop() { engine_.reset(); }
    bool isOn() const { return engine_ != nullptr; }
    csms::Engine &engine() { return *engine_; }

private:
    const QTemporaryDir folder_;
    csms::EngineOptions options_;
    std::unique_ptr<csms::Engine> engine_;
};

struct Car : siteday::Booking {
    bool isIn = false;
    bool isGone = false;
    double registerWh = 0; // of its station, when it came
    double gotWh = 0;
    ocpp::Timestamp nextTag{};
};

class Day {
public:
    explicit Day(const Options &options)
        : options_(options), layout_(siteday::layoutOf(options.stations)), random_(options.seed),
          bookings_(played(siteday::bookings(layout_, random_, options.onePhaseOneIn))), central_(options.factor),
          site_(layout_, options.factor)
    {
        for (const siteday::Booking &booking : bookings_)
            cars_.push_back({booking});
        const int dark = std::min(longestDark, (options.until - options.from) / 12);
        darkFrom_ = options.from + (options.until - options.from) * 7 / 12;
        darkUntil_ = darkFrom_ + dark;
        nextMishap_ = options.from + mishapEvery;
        chart_ = {layout_.mainFuse, options.from, 60, {}};
    }
    ~Day()
    {
        site_.leave();
        central_.stop();
    }

    /// All stations take their fallback before anything happens: before that they may draw what they like.
    bool settle()
    {
        if (!central_.start())
            return false;
        const auto entered =
            central_.engine().writer().submit([this](store::Database &db) { return enter(db, layout_); });
        const auto fallbacks = entered.result();
        if (!fallbacks || fallbacks->size() != layout_.stations) {
            std::fputs("The site could not be entered.\n", stderr);
            return false;
        }
        site_.switchOn(central_.engine().port());
        QElapsedTimer timer;
        timer.start();
        const auto isSettled = [&] {
            for (int i = 0; i < layout_.stations; ++i) {
                if (std::abs(site_.allowedBy(i) - fallbacks->at(i)) > tolerance)
                    return false;
            }
            return true;
        };
        runUntil([&] { return isSettled() || timer.elapsed() > longestSettling.count(); });
        if (!isSettled())
            std::fputs("Some stations did not take their fallback.\n", stderr);
        return isSettled();
    }

    /// False if the central system did not come back.
    bool play()
    {
        site_.watch();
        clock_.start();
        bool isWell = true;
        runUntil([&] {
            isWell = step(second());
            return !isWell || second() >= options_.until;
        });
        site_.follow();
        for (Car &car : cars_)
            count(car);
        return isWell;
    }

    void report() const
    {
        double wanted = 0;
        for (const Car &car : cars_)
            wanted += car.kWh(car.need);
        const double optimum = siteday::optimum(layout_, bookings_, options_.from, options_.until);
        std::printf(
            "%zu cars at %d simulated stations, seed %u, %g times as fast as real time: %.1f kWh wanted, %.1f kWh "
            "delivered\n",
            cars_.size(), layout_.stations, options_.seed, options_.factor, wanted, delivered());
        std::printf("optimum, knowing all of it beforehand: %.1f kWh; ratio %.3f\n", optimum,
                    optimum > 0 ? delivered() / optimum : 0);
        std::printf(
            "main fuse %.1f A: at most %.1f A drawn, %.1f A allowed on a phase (with all feeders, %.2f A from the "
            "nearest limit), %lld times looked at\n",
            layout_.mainFuse, site_.highestDrawn(), site_.highestAllowed(), std::abs(site_.excess()),
            static_cast<long long>(site_.looks()));
        std::printf("%lld commands answered, %d mishaps, central system off from %d:%02d to %d:%02d\n",
                    static_cast<long long>(site_.answers()), mishaps_, darkFrom_ / 3600, darkFrom_ / 60 % 60,
                    darkUntil_ / 3600, darkUntil_ / 60 % 60);
        if (!options_.chart.isEmpty())
            chart_.write(qPrintable(options_.chart));
    }
    double delivered() const
    {
        double sum = 0;
        for (const Car &car : cars_)
            sum += car.gotWh / 1000;
        return sum;
    }
    bool isSafe() const { return site_.excess() <= tolerance; }

private:
    /// Those that are there while it is played.
    std::vector<siteday::Booking> played(std::vector<siteday::Booking> bookings) const
    {
        std::erase_if(bookings, [this](const siteday::Booking &car) {
            return car.leaves <= options_.from || car.arrives >= options_.until;
        });
        for (siteday::Booking &car : bookings) {
            car.arrives = std::max(car.arrives, options_.from);
            car.leaves = std::min(car.leaves, options_.until);
        }
        return bookings;
    }
    int second() const { return options_.from + int(double(clock_.elapsed()) * options_.factor / 1000); }
    template<class F>
    static void runUntil(F isOver)
    {
        QEventLoop loop;
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
            if (isOver())
                loop.quit();
        });
        timer.start(lookEvery);
        loop.exec();
    }

    bool step(int now)
    {
        if (const bool isDark = now >= darkFrom_ && now < darkUntil_; isDark && central_.isOn())
            central_.stop();
        else if (!isDark && !central_.isOn() && !central_.start())
            return false;
        for (Car &car : cars_)
            move(car, now);
        for (; nextMishap_ <= now; nextMishap_ += mishapEvery)
            site_.happen(SimulatedSite::Mishap(mishaps_++ % SimulatedSite::mishaps), unluckyStation());
        site_.follow();
        site_.look();
        while (options_.from + int(chart_.points.size()) * chart_.pointEvery <= std::min(now, options_.until - 1))
            chart_.points.push_back(site_.mainFuse());
        return true;
    }
    /// One with a car, if there is any.
    int unluckyStation()
    {
        std::vector<int> busy;
        for (const Car &car : cars_) {
            if (car.isIn)
                busy.push_back(car.station);
        }
        const auto any = [this](int many) { return std::uniform_int_distribution(0, many - 1)(random_); };
        return busy.empty() ? any(layout_.stations) : busy[std::size_t(any(int(busy.size())))];
    }
    void move(Car &car, int now)
    {
        if (!car.isIn && !car.isGone && now >= car.arrives)
            arrive(car);
        if (!car.isIn)
            return;
        simulator::Station &station = site_.station(car.station);
        if (now >= car.leaves) {
            count(car);
            station.stopLocally(1);
            station.unplug(1);
            car.isIn = false;
            car.isGone = true;
        } else if (!station.transaction(1) && station.isAccepted() && site_.now() >= car.nextTag) {
            station.presentTag(1, station.id());
            car.nextTag = site_.now() + tagEvery;
        }
    }
    /// With as much room in its battery as it needs. It takes less towards the end.
    void arrive(Car &car)
    {
        simulator::Vehicle vehicle;
        vehicle.socPercent = 24;
        vehicle.targetPercent = 84;
        vehicle.batteryWh = car.kWh(car.need) * 1000 * 100 / (vehicle.targetPercent - vehicle.socPercent);
        vehicle.phases = car.phases;
        vehicle.acPowerW = car.maximum * siteday::volts * car.phases;
        site_.station(car.station).plugIn(1, vehicle);
        car.registerWh = site_.registerWh(car.station);
        car.isIn = true;
    }
    void count(Car &car)
    {
        if (car.isIn)
            car.gotWh = site_.registerWh(car.station) - car.registerWh;
    }

    const Options options_;
    const Layout layout_;
    std::mt19937 random_;
    const std::vector<siteday::Booking> bookings_;
    Central central_;
    SimulatedSite site_;
    std::vector<Car> cars_;
    QElapsedTimer clock_;
    int darkFrom_ = 0;
    int darkUntil_ = 0;
    int nextMishap_ = 0;
    int mishaps_ = 0;
    DayChart chart_;
};

/// Nothing: they make no sense.
std::optional<Options> optionsOf(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A day of load balancing with the engine and simulated stations."_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"stations"_s, u"How many, 5 to 500."_s, u"number"_s, u"50"_s},
         {u"from"_s, u"Hour of the day at which it begins."_s, u"hour"_s, u"0"_s},
         {u"until"_s, u"Hour of the day at which it ends."_s, u"hour"_s, u"24"_s},
         {u"factor"_s, u"How many times as fast as real time, 1 to 240."_s, u"number"_s, u"60"_s},
         {u"one-phase"_s, u"One of so many cars uses one phase only; 0: none does."_s, u"number"_s, u"0"_s},
         {u"seed"_s, u"Of cars and mishaps."_s, u"number"_s, u"1"_s},
         {u"chart"_s, u"Where to draw the day (.svg), or to write it (.csv)."_s, u"file"_s}});
    parser.process(application);
    Options options;
    options.stations = parser.value(u"stations"_s).toInt();
    options.from = int(parser.value(u"from"_s).toDouble() * 3600);
    options.until = int(parser.value(u"until"_s).toDouble() * 3600);
    options.factor = parser.value(u"factor"_s).toDouble();
    options.onePhaseOneIn = parser.value(u"one-phase"_s).toInt();
    options.seed = parser.value(u"seed"_s).toUInt();
    options.chart = parser.value(u"chart"_s);
    const bool isSane = options.stations >= 5 && options.stations <= 500 && options.from >= 0
                        && options.until > options.from && options.until <= siteday::day && options.factor >= 1
                        && options.factor <= 240;
    return isSane ? std::optional(options) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto options = optionsOf(application);
    if (!options) {
        std::fputs("These options make no sense together; see --help.\n", stderr);
        return 2;
    }
    Day today(*options);
    if (!today.settle() || !today.play())
        return 1;
    today.report();
    return today.isSafe() && today.delivered() > 0 ? 0 : 1;
}
