// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/engine.h"
#include "enginefixture.h"
#include "json.h"
#include "store/clock.h"
#include "store/locallists.h"
#include "store/pgfixture.h"
#include "store/reconciliations.h"
#include "store/sites.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Two engines on one PostgreSQL: both hear what changes, but only the one that holds a station's socket works for it.
class tst_TwoNodes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void oneOfThemWorksOff_data();
    void oneOfThemWorksOff();
    void whicheverLooksAllStationsAreTold();

private:
    std::unique_ptr<csms::Engine> start(const QString &node, const store::Location &location);

    PgFixture server_;
};

void tst_TwoNodes::initTestCase()
{
    QVERIFY2(server_.start(), qPrintable(server_.failure()));
}

std::unique_ptr<csms::Engine> tst_TwoNodes::start(const QString &node, const store::Location &location)
{
    csms::EngineOptions options;
    options.location = location;
    options.node = node;
    options.bind = u"127.0.0.1"_s;
    options.port = 0;
    options.policy = EngineFixture::quietPolicy();
    auto engine = std::make_unique<csms::Engine>(options);
    const auto started = engine->start();
    return started ? std::move(engine) : nullptr;
}

void tst_TwoNodes::oneOfThemWorksOff_data()
{
    QTest::addColumn<bool>("here");
    QTest::newRow("wished at the node that holds the station") << true;
    QTest::newRow("wished at the other one") << false;
}

void tst_TwoNodes::oneOfThemWorksOff()
{
    QFETCH(bool, here);
    const store::Location location = server_.freshSchema();
    const auto first = start(u"first"_s, location);
    const auto second = start(u"second"_s, location);
    QVERIFY(first && second);
    const auto on = [](csms::Engine &engine, auto work) { return engine.writer().submit(std::move(work)).result(); };
    QVERIFY(on(*first, [](store::Database &db) {
        store::Station station;
        station.id = u"CP-1"_s;
        store::Stations(db).save(station);
    }));
    TestStation station(u"CP-1"_s);
    int version = 0;
    station.answer(u"GetConfiguration"_s, R"({"configurationKey":[{"key":"A","readonly":false,"value":"1"}]})"_json);
    station.answer(u"GetLocalListVersion"_s, [&](const QJsonObject &) { return QJsonObject{{u"listVersion"_s, version}}; });
    station.answer(u"SendLocalList"_s, [&](const QJsonObject &update) {
        const int offered = update[u"listVersion"_s].toInt();
        const bool isOld = update[u"updateType"_s] == u"Differential"_s && offered <= version;
        version = isOld ? version : offered;
        return QJsonObject{{u"status"_s, isOld ? u"VersionMismatch"_s : u"Accepted"_s}};
    });
    QVERIFY(station.connectTo(first->port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    csms::Engine &wisher = here ? *first : *second;
    QVERIFY(on(wisher, [](store::Database &db) { store::LocalLists(db).own(u"CP-1"_s, {}, {}, store::now()); }));
    const auto inSync = [&] {
        const auto row = on(*second, [](store::Database &db) {
            return store::Reconciliations(db).find(u"CP-1"_s, store::LocalLists::topic);
        });
        return row && row->state == store::ReconciliationState::InSync && row->difference == 0;
    };
    for (int tag = 0; tag < 5; ++tag) {
        QVERIFY(on(wisher, [tag](store::Database &db) {
            store::IdTag card;
            card.tag = u"TAG-%1"_s.arg(tag);
            store::IdTags(db).save(card);
        }));
        QVERIFY(station.waitForCall(u"SendLocalList"_s, tag + 1));
        QTRY_VERIFY(inSync());
    }
    const auto updates = station.calls(u"SendLocalList"_s);
    QCOMPARE(updates.size(), 5);
    for (qsizetype each = 1; each < updates.size(); ++each)
        QCOMPARE(updates.at(each).payload[u"updateType"_s].toString(), u"Differential"_s);
    const auto open = on(*second, [](store::Database &db) { return store::Commands(db).stationsWithQueued(); });
    QVERIFY(open && open->isEmpty());
}

void tst_TwoNodes::whicheverLooksAllStationsAreTold()
{
    const store::Location location = server_.freshSchema();
    const auto first = start(u"first"_s, location);
    const auto second = start(u"second"_s, location);
    QVERIFY(first && second);
    const auto saved = first->writer().submit([](store::Database &db) {
        store::SiteFuse fuse;
        fuse.name = u"Main"_s;
        fuse.limitL1 = fuse.limitL2 = fuse.limitL3 = 63;
        store::SiteSetup setup{u"Yard"_s, {fuse}, {}};
        for (const QString &id : {u"CP-1"_s, u"CP-2"_s}) {
            store::Station station;
            station.id = id;
            store::Stations(db).save(station);
            store::SiteMember member;
            member.station = id;
            member.fuse = fuse.name;
            setup.members.append(member);
        }
        return store::Sites(db).save(setup, store::now()).has_value();
    });
    QVERIFY(saved.result().value_or(false));
    const csms::Engine *const engines[] = {first.get(), second.get()};
    std::vector<std::unique_ptr<TestStation>> stations;
    for (int i = 0; i < 2; ++i) {
        stations.push_back(std::make_unique<TestStation>(u"CP-%1"_s.arg(i + 1)));
        stations[i]->answer(u"ClearChargingProfile"_s, {{u"status"_s, u"Unknown"_s}});
        stations[i]->answer(u"SetChargingProfile"_s, {{u"status"_s, u"Accepted"_s}});
        QVERIFY(stations[i]->connectTo(engines[i]->port()));
        QCOMPARE(stations[i]->boot(), u"Accepted"_s);
    }
    for (const auto &station : stations)
        QTRY_COMPARE_WITH_TIMEOUT(station->calls(u"SetChargingProfile"_s).size(), 1, 60'000);
}

QTEST_GUILESS_MAIN(tst_TwoNodes)
#include "tst_twonodes.moc"
