// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/loadshare.h"

#include <QTest>

#include <random>

using charging::CarShare;
using charging::fairShares;
using charging::Fuse;
using charging::ShareCar;
using charging::ShareLimit;
using charging::ShareStation;

namespace {

Fuse fuse(double amps, int parent = -1, double base = 0)
{
    return {parent, {amps, amps, amps}, {base, base, base}};
}

QList<double> ampsOf(const QList<CarShare> &shares)
{
    QList<double> amps;
    for (const CarShare &share : shares)
        amps.append(share.amps);
    return amps;
}

} // namespace

class TestLoadShare : public QObject {
    Q_OBJECT

private slots:
    void twoCarsShareAFuse()
    {
        const auto shares = fairShares({fuse(32)}, {{}, {}}, {{0}, {1}});
        QCOMPARE(ampsOf(shares), (QList<double>{16, 16}));
        QCOMPARE(int(shares[0].limit), int(ShareLimit::Fuse));
        QCOMPARE(shares[0].fuse, 0);
    }
    void aStationHasItsOwnMaximum()
    {
        ShareStation small;
        small.maximum = 16;
        const auto shares = fairShares({fuse(40)}, {small, {}}, {{0}, {1}});
        QCOMPARE(ampsOf(shares), (QList<double>{16, 24}));
        QCOMPARE(int(shares[0].limit), int(ShareLimit::Station));
    }
    void carsOfOneStationShareIt()
    {
        QCOMPARE(ampsOf(fairShares({fuse(63)}, {{}, {}}, {{0}, {0}, {1}})), (QList<double>{16, 16, 31}));
    }
    void whatOneDoesNotUseOthersGet()
    {
        const auto shares = fairShares({fuse(32)}, {{}, {}}, {{0, 1, 6, 9}, {1}});
        QCOMPARE(ampsOf(shares), (QList<double>{9, 23}));
        QCOMPARE(int(shares[0].limit), int(ShareLimit::Wanted));
    }
    void whatNobodyWantsStaysWithWhoMayHaveIt()
    {
        QCOMPARE(ampsOf(fairShares({fuse(63)}, {{}}, {{0, 1, 6, 9}})), (QList<double>{32}));
    }
    void weightCountsAboveTheMinimum()
    {
        QCOMPARE(ampsOf(fairShares({fuse(30)}, {{}, {}}, {{0, 2}, {1, 1}})), (QList<double>{20, 10}));
        // Nobody falls below the minimum for another's weight.
        QCOMPARE(ampsOf(fairShares({fuse(20)}, {{}, {}}, {{0, 9}, {1, 1}})), (QList<double>{14, 6}));
    }
    void whoDoesNotFitWaitsForItsTurn()
    {
        const QList<ShareStation> stations(3);
        const auto shares = fairShares({fuse(13)}, stations, {{0, 1, 6, 32, 30}, {1, 1, 6, 32, 10}, {2, 1, 6, 32, 20}});
        QCOMPARE(ampsOf(shares), (QList<double>{0, 6.5, 6.5}));
        QCOMPARE(int(shares[0].limit), int(ShareLimit::NoRoom));
        const auto byWeight = fairShares({fuse(13)}, stations, {{0, 3, 6, 32, 30}, {1, 1, 6, 32, 10}, {2, 1, 6, 32, 20}});
        QCOMPARE(byWeight[2].amps, 0.0);
    }
    void feedersLimitWhatIsBelowThem()
    {
        const auto shares = fairShares({fuse(63), fuse(16, 0), fuse(63, 0)}, {{1}, {1}, {2}}, {{0}, {1}, {2}});
        QCOMPARE(ampsOf(shares), (QList<double>{8, 8, 32}));
        QCOMPARE(shares[0].fuse, 1);
    }
    void baseLoadAndWhatIsFixedCount()
    {
        ShareStation silent;
        silent.fixed = 10;
        const auto shares = fairShares({fuse(40, -1, 5)}, {silent, {}}, {{0}, {1}});
        QCOMPARE(ampsOf(shares), (QList<double>{0, 25}));
    }
    void phasesAreFullOneByOne()
    {
        ShareStation first{0, {true, false, false}, 32, {}};
        ShareStation second{0, {false, true, false}, 32, {}};
        const auto shares = fairShares({{-1, {20, 30, 32}, {}}}, {first, second, {}}, {{0}, {1}, {2}});
        QCOMPARE(ampsOf(shares), (QList<double>{10, 20, 10}));
        QCOMPARE(shares[0].phase, 0);
        QCOMPARE(shares[1].phase, 1);
    }

    /// Random trees: no phase of no fuse above its limit, nobody between 0 and the minimum, and nobody who wants more could
    /// have it without taking from another.
    void randomSitesAreFairAndSafe()
    {
        for (quint32 seed = 1; seed <= 3000; ++seed) {
            std::mt19937 random(seed);
            const auto number = [&random](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
            QList<Fuse> fuses{fuse(number(10, 200))};
            for (int i = number(0, 4); i > 0; --i)
                fuses.append(fuse(number(6, 80), number(0, int(fuses.size()) - 1), number(0, 4)));
            QList<ShareStation> stations;
            QList<ShareCar> cars;
            for (int i = 0; i < number(1, 12); ++i) {
                ShareStation station{number(0, int(fuses.size()) - 1), {true, true, true}, double(number(10, 40)), {}};
                if (number(0, 2) == 0)
                    station.wired = {i % 3 == 0, i % 3 == 1, i % 3 == 2};
                stations.append(station);
                for (int car = number(0, 2); car > 0; --car)
                    cars.append({i, number(1, 3), 6, double(number(6, 40)), number(0, 9)});
            }
            const auto shares = fairShares(fuses, stations, cars);
            verifySafe(fuses, stations, cars, shares);
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

private:
    static double sumOf(const QList<Fuse> &fuses, const QList<ShareStation> &stations, const QList<ShareCar> &cars,
                        const QList<CarShare> &shares, int fuse, std::size_t phase)
    {
        const auto isBelow = [&](int at) {
            while (at >= 0 && at != fuse)
                at = fuses[at].parent;
            return at == fuse;
        };
        double sum = 0;
        for (int i = 0; i < fuses.size(); ++i)
            sum += isBelow(i) ? fuses[i].base[phase] : 0;
        for (int i = 0; i < cars.size(); ++i) {
            const ShareStation &station = stations[cars[i].station];
            sum += station.wired[phase] && isBelow(station.fuse) ? shares[i].amps : 0;
        }
        return sum;
    }
    static void verifySafe(const QList<Fuse> &fuses, const QList<ShareStation> &stations, const QList<ShareCar> &cars,
                           const QList<CarShare> &shares)
    {
        for (int i = 0; i < cars.size(); ++i) {
            const double amps = shares[i].amps;
            QVERIFY(amps == 0 || (amps >= cars[i].minimum && amps <= stations[cars[i].station].maximum));
            if (shares[i].limit != ShareLimit::Fuse || shares[i].fuse < 0)
                continue;
            const auto phase = std::size_t(shares[i].phase);
            const double full = sumOf(fuses, stations, cars, shares, shares[i].fuse, phase);
            QVERIFY2(full > fuses[shares[i].fuse].limit[phase] - 0.1 * double(cars.size()) - 0.01, "there was room");
        }
        for (int fuse = 0; fuse < fuses.size(); ++fuse) {
            for (std::size_t phase = 0; phase < 3; ++phase) {
                const double sum = sumOf(fuses, stations, cars, shares, fuse, phase);
                const bool isAnyBelow = sumOf(fuses, stations, cars, QList<CarShare>(cars.size()), fuse, phase) < sum;
                QVERIFY(!isAnyBelow || sum <= fuses[fuse].limit[phase] + 0.001);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestLoadShare)
#include "tst_loadshare.moc"
