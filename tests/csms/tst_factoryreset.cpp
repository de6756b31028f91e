// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "simulator/journal.h"
#include "simulator/station.h"
#include "simulator/timeline.h"
#include "store/chargingprofiles.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/connectors.h"
#include "store/locallists.h"
#include "store/reconciliations.h"
#include "store/reservations.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString cp = u"CP-1"_s;
constexpr int minute = 60'000;

} // namespace

/// A simulated station forgets all that it was told. Within a minute of its boot it has everything back, by commands that
/// one can read.
class tst_FactoryReset : public QObject {
    Q_OBJECT

private slots:
    void everythingComesBack();

private:
    static void desireAll(store::Database &db);
    bool inSync(EngineFixture &engine);
};

void tst_FactoryReset::desireAll(store::Database &db)
{
    store::Configuration(db).desire(cp, u"MeterValueSampleInterval"_s, u"17"_s, store::now());
    store::LocalLists(db).own(cp, {}, {}, store::now());
    const QJsonObject profile = R"({"stackLevel":0,"chargingProfilePurpose":"TxDefaultProfile",
        "chargingProfileKind":"Relative","chargingSchedule":{"chargingRateUnit":"A",
        "chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}})"_json;
    if (const auto desired = store::ChargingProfiles(db).desire({cp, 1, {}, profile}, store::now()); !desired)
        qFatal("%s", qPrintable(desired.error().text));
}

bool tst_FactoryReset::inSync(EngineFixture &engine)
{
    return engine.onStore([](store::Database &db) {
        const auto rows = store::Reconciliations(db).list(cp);
        return rows.size() == 3 && std::ranges::all_of(rows, [](const store::Reconciliation &row) {
            return row.state == store::ReconciliationState::InSync && row.difference == 0;
        });
    });
}

void tst_FactoryReset::everythingComesBack()
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.configurationReadAfter = csms::Policy().configurationReadAfter;
    EngineFixture engine(policy);
    engine.addStation(cp);
    engine.addTag(u"ADA"_s);
    engine.addTag(u"BOB"_s);
    simulator::StationOptions options;
    options.id = cp;
    options.endpoint = QUrl(u"ws://127.0.0.1:%1/ocpp/"_s.arg(engine.port()));
    options.rebootDuration = 500ms;
    simulator::WallTimeline timeline;
    simulator::SilentJournal journal;
    simulator::Station station(options, timeline, journal);
    const auto value = [&] {
        for (const store::ConfigurationKey &key :
             engine.onStore([](store::Database &db) { return store::Configuration(db).list(cp); })) {
            if (key.key == "MeterValueSampleInterval"_L1)
                return key.value.value_or(QString());
        }
        return QString();
    };
    station.switchOn();
    QTRY_VERIFY_WITH_TIMEOUT(station.isAccepted(), minute);
    engine.onStore(desireAll);
    QTRY_VERIFY_WITH_TIMEOUT(inSync(engine), minute);
    QTRY_COMPARE(value(), u"17"_s);
    QCOMPARE(station.profiles().installed().size(), 1);
    QCOMPARE(station.configuration().number("MeterValueSampleInterval"_L1), 17);

    const qint64 reserved = engine.command(cp, u"ReserveNow"_s, R"({"connectorId":1,"expiryDate":"2099-01-01T00:00:00Z",
        "idTag":"ADA","reservationId":7})"_json);
    QTRY_COMPARE_WITH_TIMEOUT(engine.stateOf(reserved), u"accepted"_s, minute);

    const int boots = station.bootsAccepted();
    const qint64 before = engine.onStore([](store::Database &db) { return store::Commands(db).list({.limit = 1}).first().id; });
    station.resetToFactory();
    QVERIFY(station.profiles().installed().isEmpty());
    QVERIFY(station.configuration().number("MeterValueSampleInterval"_L1) != 17);
    QTRY_VERIFY_WITH_TIMEOUT(station.bootsAccepted() > boots, minute);
    QTRY_VERIFY_WITH_TIMEOUT(station.profiles().installed().size() == 1
                                 && station.configuration().number("MeterValueSampleInterval"_L1) == 17 && inSync(engine),
                             minute);
    const auto acceptedSince = [&] {
        QList<store::Command> all =
            engine.onStore([](store::Database &db) { return store::Commands(db).list({.station = cp}); });
        all.removeIf([before](const store::Command &command) {
            return command.id <= before || command.state != store::CommandState::Accepted;
        });
        return all;
    };
    for (const QString &action :
         {u"ChangeConfiguration"_s, u"SendLocalList"_s, u"SetChargingProfile"_s, u"ReserveNow"_s}) {
        QTRY_VERIFY2_WITH_TIMEOUT(
            std::ranges::any_of(acceptedSince(), [&](const auto &c) { return c.action == action; }), qPrintable(action),
            minute);
    }
    for (const store::Command &command : acceptedSince()) {
        if (command.action == "SendLocalList"_L1)
            QVERIFY(command.payload.contains("ADA") && command.payload.contains("BOB") && command.payload.contains("Full"));
    }
    const auto isReserved = [&] {
        return engine.onStore([](store::Database &db) {
            const auto connector = store::Connectors(db).find(cp, 1);
            const auto reservation = store::Reservations(db).find(cp, 7);
            return connector && connector->status == "Reserved"_L1 && reservation
                   && reservation->status == store::ReservationState::Active;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isReserved(), minute);
    station.leave();
}

QTEST_GUILESS_MAIN(tst_FactoryReset)
#include "tst_factoryreset.moc"
