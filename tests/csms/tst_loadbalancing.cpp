// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "simulator/journal.h"
#include "simulator/station.h"
#include "simulator/timeline.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/siteview.h"
#include "teststation.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int minute = 60'000;

/// What a station's ChargePointMaxProfiles allow now; nothing: no limit.
std::optional<double> allowedBy(const QList<simulator::InstalledProfile> &installed)
{
    std::optional<ocpp::ChargingProfile> best;
    for (const auto &kept : installed) {
        const ocpp::ChargingProfile &profile = kept.profile;
        const bool isOver = profile.validTo && *profile.validTo <= store::now();
        if (profile.chargingProfilePurpose == ocpp::ChargingProfilePurposeType::ChargePointMaxProfile && !isOver
            && (!best || profile.stackLevel > best->stackLevel))
            best = profile;
    }
    return best ? std::optional(best->chargingSchedule.chargingSchedulePeriod.first().limit) : std::nullopt;
}

} // namespace

/// A site of stations behind a fuse of 32 A.
class tst_LoadBalancing : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void twoCarsShareAndOneGetsAllWhenTheOtherStops();
    void fallbacksStayWhenTheComputerIsOff();
    void aSilentStationBlocksNothingUnsafe();
    void aRefusalIsTriedAgainLater();
    void aLateAnswerCounts();
    void ourProfilesAreNotDrift();
    void whatAPersonClearsIsSentAgain();
    void aShareThatOutlivesItsFallbackCounts();
    void whatHidesOursIsTakenAway();
    void aPersonsCommandCountsFromItsSending();
    void whatAFactoryResetForgetsIsSentAgain();
    void anUnreadableAnswerCountsOnce();
    void whoBreaksOffIsLeftAlone();
    void whoLeavesTheSiteIsSetFree();
    void unitsAndLevelsOfTheStation();
    void whatIsMeasuredIsKept();

private:
    void makeSite(const QStringList &stations, double amps = 32, int lastPriority = 1);
    simulator::Station &simulated(const QString &id);
    std::unique_ptr<TestStation> byHand(const QString &id);
    store::SiteView view();
    double allowed(int station) { return allowedBy(stations_[std::size_t(station)]->profiles().installed()).value_or(99); }
    store::Command lastOrder(const QString &station);

    std::unique_ptr<EngineFixture> engine_;
    simulator::WallTimeline timeline_;
    simulator::SilentJournal journal_;
    std::vector<std::unique_ptr<simulator::Station>> stations_;
};

void tst_LoadBalancing::init()
{
    engine_ = std::make_unique<EngineFixture>();
    for (const QString &id : {u"CP-1"_s, u"CP-2"_s})
        engine_->addStation(id, [](store::Station &station) { station.callTimeoutSeconds = 2; });
    engine_->addTag(u"ADA"_s);
}

void tst_LoadBalancing::cleanup()
{
    for (const auto &station : stations_)
        station->leave();
    stations_.clear();
    engine_.reset();
}

void tst_LoadBalancing::makeSite(const QStringList &stations, double amps, int lastPriority)
{
    store::SiteSetup setup{u"Yard"_s, {}, {}};
    store::SiteFuse fuse;
    fuse.name = u"Main"_s;
    fuse.limitL1 = fuse.limitL2 = fuse.limitL3 = amps;
    setup.fuses.append(fuse);
    for (const QString &id : stations) {
        store::SiteMember member;
        member.station = id;
        member.fuse = u"Main"_s;
        member.priority = id == stations.last() ? lastPriority : 1;
        setup.members.append(member);
    }
    engine_->onStore([&](store::Database &db) {
        if (const auto saved = store::Sites(db).save(setup, store::now()); !saved)
            qFatal("%s", qPrintable(saved.error().text));
    });
}

simulator::Station &tst_LoadBalancing::simulated(const QString &id)
{
    simulator::StationOptions options;
    options.id = id;
    options.connectors = 1;
    options.endpoint = QUrl(u"ws://127.0.0.1:%1/ocpp/"_s.arg(engine_->port()));
    stations_.push_back(std::make_unique<simulator::Station>(options, timeline_, journal_));
    stations_.back()->switchOn();
    return *stations_.back();
}

std::unique_ptr<TestStation> tst_LoadBalancing::byHand(const QString &id)
{
    auto station = std::make_unique<TestStation>(id);
    station->answer(u"ClearChargingProfile"_s, {{u"status"_s, u"Unknown"_s}});
    if (!station->connectTo(engine_->port()) || station->boot() != "Accepted"_L1)
        qFatal("The station did not connect.");
    return station;
}

store::SiteView tst_LoadBalancing::view()
{
    return engine_->onStore([](store::Database &db) { return *store::siteView(db, u"Yard"_s, store::now()); });
}

store::Command tst_LoadBalancing::lastOrder(const QString &station)
{
    return engine_->onStore([station](store::Database &db) {
        return store::Commands(db).list({station, u"SetChargingProfile"_s, {}, 0, 1}).value(0);
    });
}

void tst_LoadBalancing::twoCarsShareAndOneGetsAllWhenTheOtherStops()
{
    makeSite({u"CP-1"_s, u"CP-2"_s});
    for (const QString &id : {u"CP-1"_s, u"CP-2"_s})
        simulated(id);
    QTRY_VERIFY_WITH_TIMEOUT(allowed(0) == 6 && allowed(1) == 6, minute); // the fallbacks
    for (const auto &station : stations_) {
        station->plugIn(1);
        station->presentTag(1, u"ADA"_s);
    }
    QTRY_VERIFY_WITH_TIMEOUT(allowed(0) == 16 && allowed(1) == 16, minute);
    QCOMPARE(view().fuses[0].handedOut[0], 32.0);

    QElapsedTimer timer;
    timer.start();
    stations_[1]->stopLocally(1);
    stations_[1]->unplug(1);
    const auto sum = [this] { return allowed(0) + allowed(1); };
    double highest = 0;
    while (allowed(0) < 26 && timer.elapsed() < minute) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        highest = std::max(highest, sum());
    }
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY2(highest <= 32, qPrintable(QString::number(highest)));
}

void tst_LoadBalancing::fallbacksStayWhenTheComputerIsOff()
{
    makeSite({u"CP-1"_s});
    simulated(u"CP-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(allowed(0), 6.0, minute);
    stations_[0]->plugIn(1);
    stations_[0]->presentTag(1, u"ADA"_s);
    QTRY_COMPARE_WITH_TIMEOUT(allowed(0), 32.0, minute);
    const auto installed = stations_[0]->profiles().installed();
    QCOMPARE(installed.size(), 2);
    for (const auto &kept : installed) {
        const bool isFallback = kept.profile.chargingProfileId == store::fallbackProfileId;
        QCOMPARE(kept.connector, 0);
        QCOMPARE(kept.profile.validTo.has_value(), !isFallback);
        if (!isFallback)
            QVERIFY(*kept.profile.validTo > store::now() + 2min && *kept.profile.validTo < store::now() + 12min);
    }
    QTRY_COMPARE_WITH_TIMEOUT(view().members[0].limit, std::optional(32.0), minute);
    engine_->restart(); // the books survive
    QCOMPARE(view().members[0].limit, std::optional(32.0));
}

void tst_LoadBalancing::aSilentStationBlocksNothingUnsafe()
{
    makeSite({u"CP-1"_s, u"CP-2"_s});
    const auto silent = byHand(u"CP-1"_s);
    simulated(u"CP-2"_s);
    QVERIFY(silent->waitForCall(u"SetChargingProfile"_s)); // its fallback; never answered
    QTRY_VERIFY_WITH_TIMEOUT(allowed(0) == 6, minute);
    stations_[0]->plugIn(1);
    stations_[0]->presentTag(1, u"ADA"_s);
    QTRY_VERIFY_WITH_TIMEOUT(engine_->stateOf(lastOrder(u"CP-1"_s).id) == "timeout"_L1, minute);
    QTRY_COMPARE_WITH_TIMEOUT(view().members[1].cars.size(), 1, minute);
    const store::SiteView now = view();
    QCOMPARE(now.members[0].mayDraw, 32.0); // nobody knows what it draws
    QTRY_COMPARE_WITH_TIMEOUT(allowed(0), 0.0, minute);
    QCOMPARE(now.members[1].cars[0].reason, u"turn"_s);
}

void tst_LoadBalancing::aRefusalIsTriedAgainLater()
{
    makeSite({u"CP-1"_s});
    const auto station = byHand(u"CP-1"_s);
    station->answer(u"SetChargingProfile"_s, {{u"status"_s, u"Rejected"_s}});
    QVERIFY(station->waitForCall(u"SetChargingProfile"_s));
    QTRY_VERIFY_WITH_TIMEOUT(view().members[0].member.refusals == 1, minute);
    const store::SiteView now = view();
    QVERIFY(now.members[0].member.refusal.contains("rejected"_L1));
    QVERIFY(now.members[0].member.nextTry > store::now() + 15s);
    QVERIFY(!now.members[0].hasFallback);
    QCOMPARE(now.members[0].mayDraw, 32.0);
}

void tst_LoadBalancing::aLateAnswerCounts()
{
    makeSite({u"CP-1"_s});
    const auto station = byHand(u"CP-1"_s);
    const auto call = station->waitForCall(u"SetChargingProfile"_s);
    QVERIFY(call);
    QTRY_COMPARE_WITH_TIMEOUT(engine_->stateOf(lastOrder(u"CP-1"_s).id), u"timeout"_s, minute);
    station->reply(*call, {{u"status"_s, u"Accepted"_s}});
    QTRY_VERIFY_WITH_TIMEOUT(view().members[0].hasFallback, minute);
}

void tst_LoadBalancing::ourProfilesAreNotDrift()
{
    makeSite({u"CP-1"_s});
    simulated(u"CP-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(allowed(0), 6.0, minute);
    QVERIFY(engine_->onStore([](store::Database &db) { return store::ChargingProfiles(db).list(u"CP-1"_s); }).isEmpty());
    const store::Command order = lastOrder(u"CP-1"_s);
    QCOMPARE(order.origin, u"loadBalancing"_s);
    QVERIFY(order.priority > store::Command::backgroundPriority && order.priority < store::Command::personPriority);
}

void tst_LoadBalancing::whatAPersonClearsIsSentAgain()
{
    makeSite({u"CP-1"_s});
    simulated(u"CP-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(view().members[0].hasFallback, true, minute);
    engine_->command(u"CP-1"_s, u"ClearChargingProfile"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!view().members[0].hasFallback || allowed(0) > 6, minute);
    QTRY_VERIFY_WITH_TIMEOUT(view().members[0].hasFallback && allowed(0) == 6, minute);
}

void tst_LoadBalancing::aShareThatOutlivesItsFallbackCounts()
{
    makeSite({u"CP-1"_s, u"CP-2"_s}, 32, 3);
    for (const QString &id : {u"CP-1"_s, u"CP-2"_s})
        simulated(id);
    QTRY_VERIFY_WITH_TIMEOUT(allowed(0) == 6 && allowed(1) == 6, minute);
    stations_[0]->plugIn(1);
    stations_[0]->presentTag(1, u"ADA"_s);
    QTRY_VERIFY_WITH_TIMEOUT(allowed(0) == 32 && allowed(1) == 0, minute);
    const qint64 before = lastOrder(u"CP-1"_s).id;
    engine_->command(u"CP-1"_s, u"ClearChargingProfile"_s, {{u"id"_s, store::fallbackProfileId}});
    QTRY_VERIFY_WITH_TIMEOUT(lastOrder(u"CP-1"_s).id > before && view().members[0].hasFallback, minute);
    stations_[1]->plugIn(1);
    stations_[1]->presentTag(1, u"ADA"_s);
    double highest = 0;
    QElapsedTimer timer;
    timer.start();
    while (allowed(1) < 24 && timer.elapsed() < minute) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        highest = std::max(highest, allowed(0) + allowed(1));
    }
    QCOMPARE(allowed(1), 24.0); // 6 A each, and of the rest three of four parts
    QVERIFY2(highest <= 32, qPrintable(QString::number(highest)));
}

void tst_LoadBalancing::whatHidesOursIsTakenAway()
{
    const QJsonObject profile = R"({"chargingProfileId":7,"chargingProfilePurpose":"ChargePointMaxProfile",
        "chargingProfileKind":"Absolute","chargingSchedule":{"chargingRateUnit":"A",
        "startSchedule":"2026-01-01T00:00:00Z","chargingSchedulePeriod":[{"startPeriod":0,"limit":30}]}})"_json;
    const int highest = simulated(u"CP-1"_s).configuration().number("ChargeProfileMaxStackLevel"_L1);
    const QJsonObject theirs{{u"connectorId"_s, 0}, {u"csChargingProfiles"_s, with(profile, "stackLevel"_L1, highest)}};
    engine_->command(u"CP-1"_s, u"SetChargingProfile"_s, theirs);
    QTRY_COMPARE_WITH_TIMEOUT(allowed(0), 30.0, minute);
    makeSite({u"CP-1"_s});
    QTRY_COMPARE_WITH_TIMEOUT(allowed(0), 6.0, minute);
    QTRY_VERIFY_WITH_TIMEOUT(view().members[0].hasFallback, minute);
    const qint64 again = engine_->command(u"CP-1"_s, u"SetChargingProfile"_s, theirs);
    QTRY_COMPARE_WITH_TIMEOUT(engine_->stateOf(again), u"accepted"_s, minute);
    QTRY_VERIFY_WITH_TIMEOUT(view().members[0].hasFallback && allowed(0) == 6, minute);
    QVERIFY(engine_->onStore([](store::Database &db) { return store::ChargingProfiles(db).list(u"CP-1"_s); }).isEmpty());
}

void tst_LoadBalancing::aPersonsCommandCountsFromItsSending()
{
    makeSite({u"CP-1"_s});
    const auto station = byHand(u"CP-1"_s);
    const auto fallback = station->waitForCall(u"SetChargingProfile"_s);
    QVERIFY(fallback);
    station->reply(*fallback, {{u"status"_s, u"Accepted"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(view().members[0].mayDraw, 6.0, minute);
    engine_->command(u"CP-1"_s, u"SetChargingProfile"_s, fallback->payload);
    QVERIFY(station->waitForCall(u"SetChargingProfile"_s, 2)); // done, and never answered
    QCOMPARE(view().members[0].mayDraw, 32.0);
    station->abort();
    QTRY_VERIFY_WITH_TIMEOUT(!view().members[0].isOnline, minute);
    QCOMPARE(view().members[0].mayDraw, 32.0);
}

void tst_LoadBalancing::whatAFactoryResetForgetsIsSentAgain()
{
    makeSite({u"CP-1"_s});
    auto &station = simulated(u"CP-1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(view().members[0].hasFallback, minute);
    const qint64 before = lastOrder(u"CP-1"_s).id;
    station.resetToFactory();
    QCOMPARE(allowed(0), 99.0);
    QTRY_VERIFY_WITH_TIMEOUT(allowed(0) == 6 && view().members[0].hasFallback, minute);
    QVERIFY(lastOrder(u"CP-1"_s).id > before);
}

void tst_LoadBalancing::anUnreadableAnswerCountsOnce()
{
    makeSite({u"CP-1"_s});
    const auto station = byHand(u"CP-1"_s);
    station->answer(u"SetChargingProfile"_s, {{u"status"_s, u"Perhaps"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(view().members[0].member.refusals, 1, minute);
    const auto limits = engine_->onStore([](store::Database &db) { return store::Sites(db).limits(u"CP-1"_s); });
    QCOMPARE(limits.size(), 1);
    QVERIFY(limits[0].doubted); // it is not looked at again
    QCOMPARE(view().members[0].mayDraw, 32.0);
}

void tst_LoadBalancing::whoBreaksOffIsLeftAlone()
{
    makeSite({u"CP-1"_s});
    const auto station = byHand(u"CP-1"_s);
    QVERIFY(station->waitForCall(u"SetChargingProfile"_s));
    station->abort();
    QTRY_COMPARE_WITH_TIMEOUT(view().members[0].member.refusals, 1, minute);
    const auto again = byHand(u"CP-1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(view().members[0].isOnline, minute);
    QVERIFY(view().members[0].member.nextTry > store::now() + 15s);
    QCOMPARE(engine_->onStore([](store::Database &db) { return store::Sites(db).limits(u"CP-1"_s); }).size(), 1);
}

void tst_LoadBalancing::whoLeavesTheSiteIsSetFree()
{
    makeSite({u"CP-1"_s});
    simulated(u"CP-1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(view().members[0].hasFallback, true, minute);
    makeSite({});
    QTRY_VERIFY_WITH_TIMEOUT(stations_[0]->profiles().installed().isEmpty(), minute);
    QTRY_VERIFY_WITH_TIMEOUT(
        engine_->onStore([](store::Database &db) { return store::Sites(db).formerMembers(); }).isEmpty(), minute);
}

void tst_LoadBalancing::unitsAndLevelsOfTheStation()
{
    engine_->onStore([](store::Database &db) {
        store::Configuration(db).report(u"CP-1"_s,
                                        {{u"ChargeProfileMaxStackLevel"_s, u"4"_s, true},
                                         {u"ChargingScheduleAllowedChargingRateUnit"_s, u"Power"_s, true}},
                                        store::now());
    });
    makeSite({u"CP-1"_s});
    const auto station = byHand(u"CP-1"_s);
    const auto call = station->waitForCall(u"SetChargingProfile"_s);
    QVERIFY(call);
    const QJsonObject profile = call->payload["csChargingProfiles"_L1].toObject();
    QCOMPARE(profile["stackLevel"_L1].toInt(), 3);
    QCOMPARE(profile["chargingProfilePurpose"_L1].toString(), u"ChargePointMaxProfile"_s);
    const QJsonObject schedule = profile["chargingSchedule"_L1].toObject();
    QCOMPARE(schedule["chargingRateUnit"_L1].toString(), u"W"_s);
    // All of it may be drawn from one phase.
    QCOMPARE(schedule["chargingSchedulePeriod"_L1][0]["limit"_L1].toDouble(), 6 * 230.0);
}

void tst_LoadBalancing::whatIsMeasuredIsKept()
{
    makeSite({u"CP-1"_s});
    const auto station = byHand(u"CP-1"_s);
    station->answer(u"SetChargingProfile"_s, {{u"status"_s, u"Accepted"_s}});
    const auto sample = [](const QString &value, const QString &phase) {
        return QJsonObject{{u"value"_s, value}, {u"measurand"_s, u"Current.Import"_s}, {u"phase"_s, phase},
                           {u"unit"_s, u"A"_s}};
    };
    QTRY_VERIFY_WITH_TIMEOUT(view().members[0].hasFallback, minute); // what comes right at first may have waited
    const auto send = [&] {
        const QJsonArray values{QJsonObject{{u"timestamp"_s, ocpp::formatTimestamp(store::now())},
                                            {u"sampledValue"_s, QJsonArray{sample(u"15.5"_s, u"L1"_s), sample(u"0"_s, u"L2"_s)}}}};
        station->call(u"MeterValues"_s, {{u"connectorId"_s, 1}, {u"meterValue"_s, values}});
        return view().members[0].flow.has_value();
    };
    QElapsedTimer timer;
    timer.start();
    bool isKept = false;
    while (!isKept && timer.elapsed() < minute)
        isKept = send();
    QVERIFY(isKept);
    QCOMPARE(view().members[0].flow.value(), (charging::PhaseAmps{15.5, 0, 0}));
}

QTEST_GUILESS_MAIN(tst_LoadBalancing)
#include "tst_loadbalancing.moc"
