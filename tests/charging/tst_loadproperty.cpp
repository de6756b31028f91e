// SPDX-License-Identifier: GPL-3.0-or-later
// The promise: whatever becomes of commands and answers, what the stations allow never adds up to more than a fuse bears.
#include "charging/loadworld.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace loadtest;

namespace {

#ifdef __SANITIZE_THREAD__ // ten times slower, and there is but one thread
constexpr int runs = 170;
#else
constexpr int runs = 400;
#endif
constexpr int stepsPerRun = 600;
constexpr double tolerance = 0.01; // A

/// A site to which everything happens that can happen.
class Trouble {
public:
    explicit Trouble(quint32 seed) : random_(seed)
    {
        const int fuses = number(1, 4);
        world.addFuse(-1, number(20, 160), number(0, 8));
        for (int i = 1; i < fuses; ++i)
            world.addFuse(number(0, i - 1), number(10, 80), number(0, 3));
        const int stations = number(2, 9);
        for (int i = 0; i < stations; ++i) {
            const int station = world.addStation(number(0, fuses - 1), number(1, 4) * 8 + 8, number(1, 2));
            if (chance(30))
                world.site.stations[station].wired = {i % 3 == 0, i % 3 == 1, i % 3 == 2};
            world.site.stations[station].priority = number(1, 3);
            world.site.stations[station].clockDrift = drift();
        }
        world.chooseFallbacks();
    }

    /// All stations take their fallback before anything happens: before that they may draw what they like.
    void begin()
    {
        for (int i = 0; i < world.outlets.size(); ++i) {
            moveClock(i);
            world.outlets[i].fallback = world.site.stations[i].fallback;
            HeldLimit limit{++world.sent, LimitKind::Fallback, world.site.stations[i].fallback};
            limit.isAcknowledged = true;
            world.site.stations[i].holding.sent(limit);
        }
    }

    void step()
    {
        const int station = number(0, int(world.outlets.size()) - 1);
        const int what = number(1, 100);
        if (what <= 30)
            moveCar(station);
        else if (what <= 70)
            answerSome();
        else if (what <= 74)
            drop(station);
        else if (what <= 84)
            world.site.stations[station].isReachable = true;
        else if (what <= 86)
            restartCentralSystem();
        else if (what <= 88)
            changeFallbacks();
        else
            moveClock(station);
        if (chance(80))
            world.plan();
    }
    milliseconds pause() { return milliseconds(chance(95) ? number(0, 6'000) : number(0, 400'000)); }

    World world;

private:
    int number(int from, int to) { return std::uniform_int_distribution(from, to)(random_); }
    bool chance(int percent) { return number(1, 100) <= percent; }
    milliseconds drift() { return milliseconds(chance(70) ? 0 : number(-80'000, 80'000)); }

    void moveCar(int station)
    {
        constexpr CarDemand demands[] = {CarDemand::None, CarDemand::Preparing, CarDemand::Charging,
                                         CarDemand::Charging, CarDemand::Paused};
        auto &cars = world.site.stations[station].cars;
        const int car = number(0, int(cars.size()) - 1);
        world.setDemand(station, car, demands[number(0, 4)]);
        if (cars[car].demand == CarDemand::Charging && chance(50))
            cars[car].measured = number(0, int(std::max(1.0, cars[car].share)));
    }
    void answerSome()
    {
        for (int i = 0; i < world.outlets.size(); ++i) {
            if (chance(60))
                world.answer(i, chance(88), chance(88));
        }
    }
    /// Its queue is lost, or done without anybody hearing of it. It may restart meanwhile: profiles survive that.
    void drop(int station)
    {
        while (chance(50) && world.answer(station, true, false)) {
        }
        world.outlets[station].inbox.clear();
        world.loseConnection(station);
    }
    void restartCentralSystem()
    {
        for (int i = 0; i < world.outlets.size(); ++i) {
            drop(i);
            world.site.stations[i].isReachable = chance(70);
        }
    }
    /// Somebody enters other fallbacks: less, or as many as fit.
    void changeFallbacks()
    {
        world.chooseFallbacks();
        for (auto &station : world.site.stations) {
            if (chance(40))
                station.fallback = 0;
        }
    }
    void moveClock(int station)
    {
        world.outlets[station].clockAhead = world.site.stations[station].clockDrift + milliseconds(number(-9'500, 9'500));
    }

    std::mt19937 random_;
};

/// Stations behind one fuse, some of them with cars, for long enough that shares end at different times.
World busySite(quint32 seed)
{
    std::mt19937 random(seed);
    const auto number = [&random](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
    World world;
    const int stations = number(2, 8);
    world.addFuse(-1, number(stations * 8 + 10, stations * 32));
    for (int i = 0; i < stations; ++i) {
        const int station = world.addStation(0, number(2, 4) * 8);
        world.site.stations[station].priority = number(1, 3);
        world.site.stations[station].clockDrift = milliseconds(number(0, 3) == 0 ? number(-60'000, 60'000) : 0);
        world.outlets[station].clockAhead = world.site.stations[station].clockDrift;
        world.setDemand(station, 0, number(0, 2) > 0 ? CarDemand::Charging : CarDemand::None);
    }
    world.chooseFallbacks();
    for (int i = number(10, 40); i > 0; --i) {
        world.settle();
        world.now += seconds(number(0, 30));
    }
    return world;
}

} // namespace

class TestLoadProperty : public QObject {
    Q_OBJECT

private slots:
    void neverAboveAFuse()
    {
        qint64 steps = 0;
        qint64 orders = 0;
        double highest = -1e9;
        for (quint32 seed = 1; seed <= runs; ++seed) {
            Trouble trouble(seed);
            trouble.begin();
            for (int i = 0; i < stepsPerRun; ++i, ++steps) {
                trouble.step();
                const Timestamp until = trouble.world.now + trouble.pause();
                do {
                    const double excess = trouble.world.excess();
                    highest = std::max(highest, excess);
                    if (excess > tolerance)
                        QFAIL(qPrintable(u"seed %1, step %2: %3 A too much"_s.arg(seed).arg(i).arg(excess)));
                    trouble.world.now = std::min(until, trouble.world.now + 3s);
                } while (trouble.world.now < until);
            }
            orders += trouble.world.sent;
        }
        qInfo("%lld steps, seeds 1 to %d, %lld limits sent; highest load: %.3f A beside a fuse's limit", steps, runs,
              orders, highest);
        QVERIFY(steps >= 100'000);
        QVERIFY(orders > steps / 10);
        QVERIFY(highest > -1); // the fuses were used
    }

    /// Somebody enters a smaller fuse, or the house draws more: where stations answer, less is taken within seconds.
    void lessIsTakenAtOnce()
    {
        for (quint32 seed = 1; seed <= runs; ++seed) {
            World world = busySite(seed);
            QVERIFY(world.excess() <= tolerance);
            std::mt19937 random(seed);
            charging::Fuse &fuse = world.site.fuses.last();
            const double room =
                *std::ranges::min_element(fuse.limit) - world.fallbacksBelow(int(world.site.fuses.size()) - 1);
            const double less = std::uniform_real_distribution(0.0, room)(random);
            for (std::size_t phase = 0; phase < 3; ++phase)
                (seed % 2 == 0 ? fuse.base[phase] : fuse.limit[phase]) += seed % 2 == 0 ? less : -less;
            for (int second = 0; second < 10 && world.excess() > tolerance; ++second) {
                world.plan();
                world.answerAll();
                world.now += 1s;
            }
            if (world.excess() > tolerance)
                QFAIL(qPrintable(u"seed %1: %2 A too much, of %3 A less"_s.arg(seed).arg(world.excess()).arg(less)));
        }
    }

    /// The test itself: a central system that does not wait for those that take less is caught.
    void impatienceIsCaught()
    {
        int caught = 0;
        for (quint32 seed = 1; seed <= 20; ++seed) {
            Trouble trouble(seed);
            trouble.begin();
            for (int i = 0; i < stepsPerRun && caught < int(seed); ++i) {
                trouble.step();
                for (int s = 0; s < trouble.world.site.stations.size(); ++s) { // believes whatever it sent
                    auto &holding = trouble.world.site.stations[s].holding;
                    if (!holding.limits().isEmpty())
                        holding.acknowledged(holding.limits().last().key);
                }
                trouble.world.now += trouble.pause();
                caught += trouble.world.excess() > tolerance ? 1 : 0;
            }
        }
        QVERIFY(caught > 0);
    }
};

QTEST_APPLESS_MAIN(TestLoadProperty)
#include "tst_loadproperty.moc"
