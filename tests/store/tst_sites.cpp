// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/siteview.h"
#include "store/storetest.h"

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
    void isDueWhenSomethingHappens();
    void aMeterTellsTheBaseLoad();
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
    sites.dropLimits(u"CP2"_s, LimitKind::Fallback);
    QVERIFY(sites.formerMembers().isEmpty());
    VERIFY_OK(*db);
}

void TestSites::whoComesBackIsNotTrusted()
{
    const auto db = open();
    Sites sites(*db);
    sites.addLimit({0, u"CP1"_s, LimitKind::Fallback, 6, {}, 0, 1, true});
    QVERIFY(sites.save(yard(), at(0)));
    QVERIFY(sites.limits(u"CP1"_s).isEmpty()); // it is told anew
}

void TestSites::limitsAreBooked()
{
    const auto db = open();
    Sites sites(*db);
    QVERIFY(sites.save(yard(), at(0)));
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
    sites.forgetLimits(u"CP1"_s);
    QCOMPARE(most(0), 32.0);
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
    QVERIFY(sites.looking(u"yard"_s, at(5)));
    QVERIFY(sites.due(at(4)).isEmpty());
    sites.touch(u"CP1"_s, at(2));
    QVERIFY(!sites.due(at(2)).isEmpty());
    QVERIFY(sites.looking(u"yard"_s, at(9)));
    sites.touch(u"CP3"_s, at(3));
    QVERIFY(!sites.due(at(3)).isEmpty());
    QVERIFY(sites.isMeasured(u"CP3"_s) && sites.isMeasured(u"CP1"_s));
    QVERIFY(!sites.looking(u"elsewhere"_s, at(9)));
    VERIFY_OK(*db);
}

void TestSites::aMeterTellsTheBaseLoad()
{
    const auto db = open();
    Sites sites(*db);
    SiteSetup setup = yard();
    setup.fuses[1] = fuse(u"Main"_s, 32, {}, 9);
    setup.fuses[1].meterStation = u"CP3"_s;
    setup.members[0].phases = {u"L2"_s, u"L3"_s, u"L1"_s};
    QVERIFY(sites.save(setup, at(0)));
    const auto base = [&](qint64 seconds) {
        return baseLoads(sites.fuses(u"yard"_s), sites.members(u"yard"_s), sites.flows(u"yard"_s), at(seconds))[0];
    };
    QCOMPARE(base(0), (charging::PhaseAmps{9, 9, 9})); // nothing measured yet
    sites.measured({u"CP3"_s, 0, 20, 12, 5, at(10)});
    QCOMPARE(base(11), (charging::PhaseAmps{20, 12, 5}));
    sites.measured({u"CP1"_s, 1, 10, 0, 0, at(11)}); // one phase, wired to L2
    QCOMPARE(base(12), (charging::PhaseAmps{20, 2, 5}));
    sites.measured({u"CP3"_s, 0, 1, 1, 1, at(5)}); // older
    QCOMPARE(base(12), (charging::PhaseAmps{20, 2, 5}));
    QCOMPARE(base(400), (charging::PhaseAmps{9, 9, 9})); // the meter is silent
    VERIFY_OK(*db);
}

void TestSites::showsWhatIsTheCase()
{
    const auto db = open();
    Sites sites(*db);
    SiteSetup setup = yard();
    setup.members[1].phases = {u"L3"_s};
    QVERIFY(sites.save(setup, at(0)));
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

Q_DECLARE_METATYPE(std::function<void(SiteSetup &)>)

QTEST_GUILESS_MAIN(TestSites)
#include "tst_sites.moc"
