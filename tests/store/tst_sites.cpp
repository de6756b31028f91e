// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chargingprofiles.h"
#include "store/configuration.h"
#include "store/siteview.h"
#include "store/stationcomposite.h"
#include "store/storetest.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace store;
using charging::LimitKind;
using storetest::at;

namespace {

SiteFuse fuse(const QString &name, double amps, const QString &parent = {}, double base = 0)
{
    SiteFuse made;
    made.name = name;
    made.parent = parent;
    made.limitL1 = made.limitL2 = made.limitL3 = amps;
    made.baseL1 = made.baseL2 = made.baseL3 = base;
    return made;
}

SiteMember member(const QString &station, const QString &fuse)
{
    SiteMember made;
    made.station = station;
    made.fuse = fuse;
    return made;
}

SiteSetup yard()
{
    return {u"Yard"_s, {fuse(u"Row"_s, 20, u"Main"_s), fuse(u"Main"_s, 32)}, {member(u"cp1"_s, u"Row"_s),
                                                                              member(u"CP2"_s, u"Main"_s)}};
}

/// Nobody else's limits are there any more.
void clear(Sites &sites, const QString &station)
{
    sites.setClearing(station, 1);
    sites.clearingDone(station, 1);
}

QJsonObject maximumProfile(int level)
{
    return QJsonDocument::fromJson(R"({"stackLevel":%1,"chargingProfilePurpose":"ChargePointMaxProfile",
        "chargingProfileKind":"Absolute","chargingSchedule":{"chargingRateUnit":"A","startSchedule":"2026-01-01T00:00:00Z",
        "chargingSchedulePeriod":[{"startPeriod":0,"limit":32}]}})"_ba.replace("%1", QByteArray::number(level)))
        .object();
}

} // namespace

class TestSites : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void isKeptAsEntered();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();
    void fallbacksAreChosen();
    void aStationIsInOneSite();
    void whoLeavesKeepsItsLimitsInTheBooks();
    void whoComesBackIsNotTrusted();
    void limitsAreBooked();
    void whatIsInDoubtDoesNotPileUp();
    void nobodyElseLimitsAMemberAtOurLevels();
    void isDueWhenSomethingHappens();
    void aPlaceTellsTheWiring();
    void aMeterTellsTheBaseLoad();
    void aCarThatStopsIsNoLowerBaseLoad();
    void aSiteHasBounds();
    void showsWhatIsTheCase();

private:
    std::unique_ptr<Database> open();
};

std::unique_ptr<Database> TestSites::open()
{
    auto db = storetest::freshDatabase();
    for (const QString &id : {u"CP1"_s, u"CP2"_s, u"CP3"_s})
        storetest::addStation(*db, id);
    return db;
}

void TestSites::isKeptAsEntered()
{
    const auto db = open();
    const auto saved = Sites(*db).save(yard(), at(0));
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().text));
    const auto read = Sites(*db).setup(u"YARD"_s);
    QVERIFY(read);
    QCOMPARE(read->name, u"Yard"_s);
    QCOMPARE(read->fuses.size(), 2);
    QCOMPARE(read->fuses[0].name, u"Main"_s); // parents first
    QCOMPARE(read->members[0].station, u"CP1"_s);
    QCOMPARE(read->members[0].phases, (QStringList{u"L1"_s, u"L2"_s, u"L3"_s}));
    QVERIFY(db->takeChanges().contains({Table::Sites, {}, {}}));
    QVERIFY(Sites(*db).remove(u"yard"_s));
    QVERIFY(Sites(*db).list().isEmpty());
    QVERIFY(!Sites(*db).member(u"CP1"_s));
    VERIFY_OK(*db);
}

void TestSites::whatCannotBeIsRefused_data()
{
    QTest::addColumn<std::function<void(SiteSetup &)>>("spoil");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, std::function<void(SiteSetup &)> spoil, const QString &path) {
        QTest::newRow(name) << std::move(spoil) << path;
    };
    row("no fuse", [](SiteSetup &s) { s.fuses.clear(); }, u"/fuses"_s);
    row("two roots", [](SiteSetup &s) { s.fuses[0].parent.clear(); }, u"/fuses"_s);
    row("a ring", [](SiteSetup &s) { s.fuses[1].parent = u"Row"_s; }, u"/fuses"_s);
    row("an unknown parent", [](SiteSetup &s) { s.fuses[0].parent = u"Sun"_s; }, u"/fuses/0/parent"_s);
    row("one name twice", [](SiteSetup &s) { s.fuses.append(s.fuses[0]); }, u"/fuses/2/name"_s);
    row("no amperes", [](SiteSetup &s) { s.fuses[1].limitL1 = s.fuses[1].limitL2 = s.fuses[1].limitL3 = 0; },
        u"/fuses/1/amps"_s);
    row("an unknown meter", [](SiteSetup &s) { s.fuses[1].meterStation = u"CP9"_s; }, u"/fuses/1/meter"_s);
    row("an unknown station", [](SiteSetup &s) { s.members[1].station = u"CP9"_s; }, u"/members/1/station"_s);
    row("a station twice", [](SiteSetup &s) { s.members[1].station = u"CP1"_s; }, u"/members/1/station"_s);
    row("an unknown fuse", [](SiteSetup &s) { s.members[0].fuse = u"Sun"_s; }, u"/members/0/fuse"_s);
    row("a phase twice", [](SiteSetup &s) { s.members[0].phases = {u"L1"_s, u"L1"_s}; }, u"/members/0/phases"_s);
    row("no phase", [](SiteSetup &s) { s.members[0].phases.clear(); }, u"/members/0/phases"_s);
    row("no priority", [](SiteSetup &s) { s.members[0].priority = 0; }, u"/members/0/priority"_s);
    row("below 6 A", [](SiteSetup &s) { s.members[0].minimumA = 5; }, u"/members/0/minimum"_s);
    row("maximum below the minimum", [](SiteSetup &s) { s.members[0].maximumA = 5; }, u"/members/0/maximum"_s);
    row("a fallback nobody can charge with", [](SiteSetup &s) { s.members[0].wantedFallbackA = 3; },
        u"/members/0/fallback"_s);
    row("fallbacks that blow the fuse",
        [](SiteSetup &s) { s.members[0].wantedFallbackA = s.members[1].wantedFallbackA = 20; }, u"/fuses/1/amps"_s);
}

void TestSites::whatCannotBeIsRefused()
{
    QFETCH(const std::function<void(SiteSetup &)>, spoil);
    const auto db = open();
    SiteSetup setup = yard();
    spoil(setup);
    const auto saved = Sites(*db).save(setup, at(0));
    QVERIFY(!saved);
    QTEST(saved.error().path, "path");
    QVERIFY(!saved.error().text.isEmpty());
    QVERIFY(Sites(*db).list().isEmpty());
}

void TestSites::fallbacksAreChosen()
{
    const auto db = open();
    SiteSetup setup = yard();
    setup.fuses[1] = fuse(u"Main"_s, 13, {}, 5);
    setup.members[1].priority = 2;
    const auto saved = Sites(*db).save(setup, at(0));
    QVERIFY(saved);
    QCOMPARE(saved->members[0].fallbackA, 0.0);
    QCOMPARE(saved->members[1].fallbackA, 6.0);
}

void TestSites::aStationIsInOneSite()
{
    const auto db = open();
    QVERIFY(Sites(*db).save(yard(), at(0)));
    const auto other = Sites(*db).save({u"Roof"_s, {fuse(u"Main"_s, 63)}, {member(u"CP2"_s, u"Main"_s)}}, at(1));
    QVERIFY(!other);
    QCOMPARE(other.error().path, u"/members/0/station"_s);
}

void TestSites::whoLeavesKeepsItsLimitsInTheBooks()
{
    const auto db = open();
    Sites sites(*db);
    QVERIFY(sites.save(yard(), at(0)));
    sites.addLimit({0, u"CP2"_s, LimitKind::Fallback, 6, {}, 0, 1, true});
    SiteSetup smaller = yard();
    smaller.members.removeLast();
    QVERIFY(sites.save(smaller, at(1)));
    QCOMPARE(sites.formerMembers(), QStringList{u"CP2"_s});
    sites.dropLimits(u"CP2"_s, LimitKind::Fallback, 1);
    QCOMPARE(sites.formerMembers(), QStringList{u"CP2"_s}); // ordered after that
    sites.dropLimits(u"CP2"_s, LimitKind::Fallback, 2);
    QVERIFY(sites.formerMembers().isEmpty());
    VERIFY_OK(*db);
}

void TestSites::whoComesBackIsNotTrusted()
{
    const auto db = open();
    Sites sites(*db);
    const auto most = [&](qint64 seconds) {
        return holdingOf(*sites.member(u"CP1"_s), sites.limits(u"CP1"_s)).mayDraw(at(seconds));
    };
    QVERIFY(sites.save(yard(), at(0)));
    QVERIFY(sites.member(u"CP1"_s)->needsClearing);
    sites.addLimit({0, u"CP1"_s, LimitKind::Fallback, 6, {}, 0, 1, true});
    QCOMPARE(most(0), 32.0); // somebody else's may lie above it
    clear(sites, u"CP1"_s);
    QCOMPARE(most(0), 6.0);
    sites.addLimit({0, u"CP1"_s, LimitKind::Share, 30, at(300), 10'000, 2, true});
    SiteSetup without = yard();
    without.members.removeFirst();
    QVERIFY(sites.save(without, at(1)));
    QVERIFY(sites.save(yard(), at(2)));
    QCOMPARE(most(3), 32.0);
    clear(sites, u"CP1"_s);
    sites.addLimit({0, u"CP1"_s, LimitKind::Fallback, 6, {}, 0, 3, false});
    sites.acknowledge(sites.limits(u"CP1"_s).last());
    QCOMPARE(most(3), 30.0); // the share may still be there
    QCOMPARE(most(311), 6.0);
    VERIFY_OK(*db);
}

void TestSites::limitsAreBooked()
{
    const auto db = open();
    Sites sites(*db);
    QVERIFY(sites.save(yard(), at(0)));
    clear(sites, u"CP1"_s);
    sites.addLimit({0, u"CP1"_s, LimitKind::Fallback, 6, {}, 0, 1, true});
    sites.addLimit({0, u"CP1"_s, LimitKind::Share, 16, at(300), 10'000, 2, false});
    sites.addLimit({0, u"CP1"_s, LimitKind::Share, 10, at(600), 10'000, 3, false});
    const auto most = [&](qint64 seconds) {
        return holdingOf(*sites.member(u"CP1"_s), sites.limits(u"CP1"_s)).mayDraw(at(seconds));
    };
    QCOMPARE(most(0), 16.0);
    QCOMPARE(most(311), 10.0);
    QCOMPARE(most(611), 6.0);
    sites.acknowledge(sites.limits(u"CP1"_s).last());
    QCOMPARE(most(0), 10.0);
    QCOMPARE(sites.limits(u"CP1"_s).size(), 2);
    sites.doubtAll(u"CP1"_s);
    QCOMPARE(most(0), 32.0);
    VERIFY_OK(*db);
}

void TestSites::whatIsInDoubtDoesNotPileUp()
{
    const auto db = open();
    Sites sites(*db);
    QVERIFY(sites.save(yard(), at(0)));
    clear(sites, u"CP1"_s);
    sites.addLimit({0, u"CP1"_s, LimitKind::Fallback, 6, {}, 0, 1, true});
    charging::Holding all(32, {{1, LimitKind::Fallback, 6, {}, {}, true}});
    for (int i = 2; i <= 100; ++i) {
        const double amps = i * 37 % 25;
        sites.addLimit({0, u"CP1"_s, LimitKind::Share, amps, at(300 + i * 20), 10'000, i, false});
        sites.doubt(sites.limits(u"CP1"_s).last());
        all.sent({i, LimitKind::Share, amps, at(300 + i * 20), 10s, false});
        QVERIFY(sites.limits(u"CP1"_s).size() <= 3);
    }
    const auto booked = holdingOf(*sites.member(u"CP1"_s), sites.limits(u"CP1"_s));
    for (int second = 0; second < 3000; second += 7)
        QVERIFY(booked.mayDraw(at(second)) >= all.mayDraw(at(second)));
    QCOMPARE(booked.mayDraw(at(3000)), 6.0);
    VERIFY_OK(*db);
}

void TestSites::nobodyElseLimitsAMemberAtOurLevels()
{
    const auto db = open();
    ChargingProfiles profiles(*db);
    QVERIFY(profiles.desire({u"CP1"_s, 0, {}, maximumProfile(0)}, at(0)));
    Configuration(*db).report(u"CP2"_s, {{u"ChargeProfileMaxStackLevel"_s, u"4"_s, true}}, at(0));
    QVERIFY(Sites(*db).save(yard(), at(1)));
    QVERIFY(profiles.list(u"CP1"_s)[0].state == ProfileState::Unfit);
    QVERIFY(profiles.list(u"CP1"_s)[0].refusal.contains("load balancing"_L1));
    QVERIFY(!profiles.desire({u"CP1"_s, 0, {}, maximumProfile(5)}, at(2)));
    const auto refused = profiles.desire({u"CP2"_s, 0, {}, maximumProfile(3)}, at(2));
    QVERIFY(!refused && refused.error().problems.first().kind == charging::ProblemKind::HidesLoadBalancing);
    QCOMPARE(refused.error().problems.first().values, (QStringList{u"3"_s, u"3"_s}));
    QVERIFY(profiles.desire({u"CP2"_s, 0, {}, maximumProfile(2)}, at(2)));
    QVERIFY(Sites(*db).remove(u"yard"_s));
    QVERIFY(profiles.list(u"CP1"_s)[0].state == ProfileState::Pending);
    VERIFY_OK(*db);
}

void TestSites::isDueWhenSomethingHappens()
{
    const auto db = open();
    Sites sites(*db);
    SiteSetup setup = yard();
    setup.fuses[1].meterStation = u"CP3"_s;
    QVERIFY(sites.save(setup, at(0)));
    QCOMPARE(sites.due(at(0)), QStringList{u"yard"_s});
    QVERIFY(sites.looking(u"yard"_s, at(0), at(5)));
    QVERIFY(!sites.looking(u"yard"_s, at(0), at(5))); // another node has just done so
    QVERIFY(sites.due(at(4)).isEmpty());
    sites.touch(u"CP1"_s, at(2));
    QVERIFY(!sites.due(at(2)).isEmpty());
    QVERIFY(sites.looking(u"yard"_s, at(2), at(9)));
    sites.touch(u"CP3"_s, at(3));
    QVERIFY(!sites.due(at(3)).isEmpty());
    QVERIFY(sites.isMeasured(u"CP3"_s) && sites.isMeasured(u"CP1"_s));
    QVERIFY(!sites.looking(u"elsewhere"_s, at(9), at(10)));
    VERIFY_OK(*db);
}

void TestSites::aPlaceTellsTheWiring()
{
    const auto db = open();
    SiteSetup setup = yard();
    setup.members[0].voltage = 120;
    setup.members[0].phases = {u"L2"_s};
    QVERIFY(Sites(*db).save(setup, at(0)));
    const auto wiring = siteWiring(*db, u"CP1"_s);
    QVERIFY(wiring);
    QCOMPARE(wiring->voltage, 120.0);
    QCOMPARE(wiring->phases, 1);
    QCOMPARE(siteWiring(*db, u"CP2"_s)->phases, 3);
    QVERIFY(!siteWiring(*db, u"CP3"_s));
    VERIFY_OK(*db);
}

void TestSites::aMeterTellsTheBaseLoad()
{
    const auto db = open();
    Sites sites(*db);
    SiteSetup setup = yard();
    setup.fuses[1] = fuse(u"Main"_s, 32, {}, 9);
    setup.fuses[1].meterStation = u"cp3"_s; // matched case-insensitively
    setup.members[0].phases = {u"L2"_s, u"L3"_s, u"L1"_s};
    QVERIFY(sites.save(setup, at(0)));
    const auto base = [&](qint64 seconds) {
        return baseLoads(sites.fuses(u"yard"_s), sites.members(u"yard"_s), sites.flows(u"yard"_s), sites.bases(u"yard"_s),
                         at(seconds))[0];
    };
    QCOMPARE(base(0), (charging::PhaseAmps{9, 9, 9})); // nothing measured yet
    sites.measured({u"CP3"_s, 0, 20, 12, 5, at(10)});
    QCOMPARE(base(11), (charging::PhaseAmps{20, 12, 5}));
    sites.measured({u"CP1"_s, 1, 10, 0, 0, at(11)}); // one phase, wired to L2
    QCOMPARE(base(12), (charging::PhaseAmps{20, 2, 5}));
    sites.measured({u"CP3"_s, 0, 1, 1, 1, at(5)}); // older
    QCOMPARE(base(12), (charging::PhaseAmps{20, 2, 5}));
    QCOMPARE(base(400), (charging::PhaseAmps{9, 9, 9})); // the meter is silent
    sites.saveBase({u"yard"_s, u"Main"_s, 20, 2, 5, at(12)});
    QCOMPARE(base(400), (charging::PhaseAmps{20, 9, 9})); // and once knew more
    QVERIFY(siteWarnings(*siteView(*db, u"yard"_s, at(400)))[0].contains("CP3"_L1));
    QVERIFY(!siteWarnings(*siteView(*db, u"yard"_s, at(20))).join(u' ').contains("CP3"_L1));
    sites.measured({u"CP3"_s, 0, 21, 0, 0, at(20), 1}); // it says nothing of L2 and L3
    QCOMPARE(base(20), (charging::PhaseAmps{21, 9, 9}));
    VERIFY_OK(*db);
}

void TestSites::aCarThatStopsIsNoLowerBaseLoad()
{
    const auto db = open();
    Sites sites(*db);
    SiteSetup setup = yard();
    setup.fuses[1].meterStation = u"CP3"_s;
    QVERIFY(sites.save(setup, at(0)));
    const auto base = [&](qint64 seconds, const charging::LoadPacing &pacing = {}) {
        return baseLoads(sites.fuses(u"yard"_s), sites.members(u"yard"_s), sites.flows(u"yard"_s),
                         sites.bases(u"yard"_s), at(seconds), pacing)[0][0];
    };
    sites.measured({u"CP1"_s, 1, 16, 16, 16, at(0)});
    sites.measured({u"CP3"_s, 0, 24, 24, 24, at(0)});
    QCOMPARE(base(0), 8.0);
    sites.saveBase({u"yard"_s, u"Main"_s, 8, 8, 8, at(0)});
    sites.draws(sites.flows(u"yard"_s)[0], 6, at(5)); // told less
    sites.draws(sites.flows(u"yard"_s)[0], 10, at(6));
    sites.measured({u"CP3"_s, 0, 14, 14, 14, at(10)});
    QVERIFY(base(10) > 7 && base(10) <= 8); // it may not have followed yet: not 0
    QCOMPARE(base(10, {.settling = std::chrono::seconds(3)}), 8.0); // on a bench it has
    sites.measured({u"CP3"_s, 0, 14, 14, 14, at(60)});
    QCOMPARE(base(60), 8.0);
    sites.measured({u"CP3"_s, 0, 26, 26, 26, at(61)});
    QCOMPARE(base(61), 20.0); // rises at once
    sites.measured({u"CP1"_s, 1, 6, 6, 6, at(62)}); // measured anew
    QVERIFY(!sites.flows(u"yard"_s)[0].mostA);
    VERIFY_OK(*db);
}

void TestSites::aSiteHasBounds()
{
    const auto db = open();
    SiteSetup setup = yard();
    for (int i = 0; i < 200; ++i)
        setup.fuses.append(fuse(u"F%1"_s.arg(i), 10, u"Main"_s));
    QCOMPARE(Sites(*db).save(setup, at(0)).error().path, u"/fuses"_s);
    setup = yard();
    for (int i = 0; i < 1000; ++i)
        setup.members.append(member(u"S%1"_s.arg(i), u"Main"_s));
    QCOMPARE(Sites(*db).save(setup, at(0)).error().path, u"/members"_s);
}

void TestSites::showsWhatIsTheCase()
{
    const auto db = open();
    Sites sites(*db);
    SiteSetup setup = yard();
    setup.members[1].phases = {u"L3"_s};
    QVERIFY(sites.save(setup, at(0)));
    clear(sites, u"CP1"_s);
    sites.addLimit({0, u"CP1"_s, LimitKind::Fallback, 6, {}, 0, 1, true});
    sites.addLimit({0, u"CP1"_s, LimitKind::Share, 16, at(300), 10'000, 2, true});
    sites.setCars(u"CP1"_s, {{u"CP1"_s, 1, u"charging"_s, 16, at(0), u"fuse"_s, u"Row"_s, 1}});
    sites.measured({u"CP1"_s, 1, 15, 14, 13, at(10)});
    const auto view = siteView(*db, u"yard"_s, at(20));
    QVERIFY(view);
    QCOMPARE(view->fuses[1].depth, 1);
    QCOMPARE(view->fuses[1].handedOut, (charging::PhaseAmps{16, 16, 16}));
    QCOMPARE(view->fuses[0].handedOut, (charging::PhaseAmps{16, 16, 48})); // the other took no limit
    QCOMPARE(view->fuses[1].flow.value(), (charging::PhaseAmps{15, 14, 13}));
    QVERIFY(!view->fuses[0].flow); // nobody measures the other
    QCOMPARE(view->members[0].limit, std::optional(16.0));
    QVERIFY(view->members[0].hasFallback && !view->members[1].hasFallback);
    QCOMPARE(view->members[1].mayDraw, 32.0);
    QVERIFY(reasonText(view->members[0].cars.value(0)).contains("L2"_L1));
    QVERIFY(!siteView(*db, u"elsewhere"_s, at(0)));
    VERIFY_OK(*db);
}


QTEST_GUILESS_MAIN(TestSites)
#include "tst_sites.moc"
