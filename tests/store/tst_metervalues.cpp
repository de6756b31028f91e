// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connectors.h"
#include "store/metervalues.h"
#include "store/pgfixture.h"
#include "store/storetest.h"
#include "store/transactions.h"

#include "ocpp/types.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

ocpp::SampledValue sample(const QString &value, const std::optional<QString> &measurand = {},
                          const std::optional<QString> &context = {})
{
    ocpp::SampledValue sampled;
    sampled.value = value;
    sampled.measurand = measurand;
    sampled.context = context;
    return sampled;
}

ocpp::MeterValue values(qint64 seconds, const QList<ocpp::SampledValue> &samples)
{
    ocpp::MeterValue value;
    value.timestamp = at(seconds);
    value.sampledValue = samples;
    return value;
}

MeterMessage message(std::optional<qint64> transaction, const QList<ocpp::MeterValue> &list, qint64 received = 10'000)
{
    MeterMessage message;
    message.station = u"CP1"_s;
    message.connector = 1;
    message.transactionId = transaction;
    message.values = list;
    message.received = at(received);
    return message;
}

std::unique_ptr<Database> freshBooks()
{
    auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    return db;
}

qint64 begin(Database &db, qint64 seconds = 0, int connector = 1)
{
    Transaction transaction;
    transaction.station = u"CP1"_s;
    transaction.connector = connector;
    transaction.idTag = u"TAG"_s;
    transaction.startedAt = at(seconds);
    transaction.startReceived = at(seconds);
    transaction.meterStartWh = 1000;
    return Transactions(db).begin(transaction).transaction.id;
}

void stop(Database &db, qint64 id, qint64 seconds)
{
    Stop stop;
    stop.station = u"CP1"_s;
    stop.transactionId = id;
    stop.stoppedAt = at(seconds);
    stop.received = at(seconds);
    stop.meterStopWh = 2000;
    Transactions(db).stop(stop);
}

QStringList valuesIn(const QByteArray &samples)
{
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(samples).array();
    for (const QJsonValue &item : array)
        list.append(item.toObject().value("value"_L1).toString());
    return list;
}

MeterValue row(const QByteArray &samples)
{
    MeterValue value;
    value.samples = samples;
    return value;
}

const QString power = u"Power.Active.Import"_s;

} // namespace

class TestMeterValues : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void encodesAsReceived();
    void encodesEveryText();
    void findsOnlyNewSamples();

    void booksAndShowsLive();
    void theSameMessageAgainIsBookedOnce();
    void moreSamplesOfAMomentAreAdded();
    void aMomentOfTwoTransactionsStaysApart();
    void transactionDataMergesWithoutDoubles();
    void transactionDataAdoptsClockAlignedSamples();
    void unknownTransactionsAreKeptAsNone();
    void unacknowledgedStartsAreMatched();
    void nothingRevivesAStoppedSession();
    void lateReadingsLeaveTheNextSessionAlone();
    void historyDoesNotOverwriteLiveValues();
    void aClockAheadDoesNotFreezeLiveValues();
    void anEmptyMessageIsHarmless();
    void listsByConnectorAndTime();
    void aServerFindsSessionsByTheirIndex();
};

void TestMeterValues::encodesAsReceived()
{
    ocpp::SampledValue full = sample(u"7.2"_s, power, u"Sample.Clock"_s);
    full.format = u"Raw"_s;
    full.phase = u"L1"_s;
    full.location = u"Outlet"_s;
    full.unit = u"kW"_s;
    QCOMPARE(encodeSamples({full, sample(u"1"_s)}),
             R"([{"value":"7.2","context":"Sample.Clock","format":"Raw","measurand":"Power.Active.Import",)"
             R"("phase":"L1","location":"Outlet","unit":"kW"},{"value":"1"}])");
    QCOMPARE(encodeSamples({}), "[]");
}

void TestMeterValues::encodesEveryText()
{
    const QString odd = u"a\"b\\c\n\u00e4\u2028\U0001F50C\u0001"_s;
    const QByteArray json = encodeSamples({sample(odd)});
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(document.array().at(0).toObject().value("value"_L1).toString(), odd);
}

void TestMeterValues::findsOnlyNewSamples()
{
    const QByteArray known = encodeSamples({sample(u"1000"_s), sample(u"7200"_s, power)});
    ocpp::SampledValue spelledOut = sample(u"1000"_s, u"Energy.Active.Import.Register"_s, u"Sample.Periodic"_s);
    spelledOut.unit = u"Wh"_s;
    spelledOut.location = u"Outlet"_s;
    spelledOut.format = u"Raw"_s;
    const QByteArray more =
        encodeSamples({spelledOut, sample(u"1000"_s, {}, u"Transaction.End"_s), sample(u"7300"_s, power)});
    QCOMPARE(valuesIn(samplesBeyond({row(known)}, more)), (QStringList{u"1000"_s, u"7300"_s}));
    QCOMPARE(samplesBeyond({row(known)}, known), QByteArray());
    QCOMPARE(samplesBeyond({}, known), known);
    QCOMPARE(samplesBeyond({row("[]")}, encodeSamples({sample(u"1"_s), sample(u"1"_s)})),
             encodeSamples({sample(u"1"_s)}));
    const QList<MeterValue> two{row(encodeSamples({sample(u"7200"_s, power)})),
                                row(encodeSamples({sample(u"1000"_s)}))};
    QCOMPARE(samplesBeyond(two, known), QByteArray()); // whichever row of the moment has them
}

void TestMeterValues::booksAndShowsLive()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    const auto booked = MeterValues(*db).add(
        message(id, {values(60, {sample(u"1100"_s), sample(u"7200"_s, power)}), values(120, {sample(u"1200"_s)})}));
    VERIFY_OK(*db);
    QCOMPARE(booked, std::optional(id));
    const QList<MeterValue> rows = MeterValues(*db).ofTransaction(id);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].time, at(60));
    QCOMPARE(rows[0].received, at(10'000));
    QCOMPARE(rows[0].energyWh, std::optional(1100.0));
    QCOMPARE(rows[0].powerW, std::optional(7200.0));
    QCOMPARE(rows[0].transactionId, std::optional(id));
    QCOMPARE(valuesIn(rows[0].samples), (QStringList{u"1100"_s, u"7200"_s}));
    QVERIFY(!rows[1].powerW);
    const auto connector = Connectors(*db).find(u"CP1"_s, 1);
    QCOMPARE(connector->energyWh, std::optional(1200.0));
    QCOMPARE(connector->meterTime, std::optional(at(120)));
}

void TestMeterValues::theSameMessageAgainIsBookedOnce()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    MeterValues(*db).add(message(id, {values(60, {sample(u"1100"_s)})}));
    MeterValues(*db).add(message(id, {values(60, {sample(u"1100"_s)})}, 20'000));
    MeterValues(*db).add(message({}, {values(70, {sample(u"1100"_s)})}));
    MeterValues(*db).add(message({}, {values(70, {sample(u"1100"_s)})}, 20'000));
    VERIFY_OK(*db);
    QCOMPARE(MeterValues(*db).list({.station = u"CP1"_s}).size(), 2);
    QCOMPARE(MeterValues(*db).ofTransaction(id).first().received, at(10'000));
}

void TestMeterValues::moreSamplesOfAMomentAreAdded()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    MeterValues(*db).add(message(id, {values(60, {sample(u"7200"_s, power)})}));
    MeterValues(*db).add(message(id, {values(60, {sample(u"7200"_s, power), sample(u"1100"_s)})}));
    MeterValues(*db).add(message(id, {values(60, {sample(u"7200"_s, power), sample(u"1100"_s)})}, 20'000));
    MeterValues(*db).add(message(id, {values(60, {sample(u"7200"_s, power)})}, 30'000)); // not only the last
    VERIFY_OK(*db);
    const QList<MeterValue> rows = MeterValues(*db).ofTransaction(id);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(valuesIn(rows[0].samples), QStringList{u"7200"_s});
    QVERIFY(!rows[0].energyWh);
    QCOMPARE(valuesIn(rows[1].samples), (QStringList{u"7200"_s, u"1100"_s}));
    QCOMPARE(rows[1].energyWh, std::optional(1100.0));
    QCOMPARE(rows[1].powerW, std::optional(7200.0));
}

void TestMeterValues::aMomentOfTwoTransactionsStaysApart()
{
    const auto db = freshBooks();
    const qint64 first = begin(*db);
    stop(*db, first, 60);
    const qint64 second = begin(*db, 60);
    MeterValues(*db).add(message(first, {values(60, {sample(u"2000"_s, {}, u"Transaction.End"_s)})}));
    MeterValues(*db).add(message(second, {values(60, {sample(u"2000"_s, {}, u"Transaction.Begin"_s)})}));
    VERIFY_OK(*db);
    QCOMPARE(MeterValues(*db).ofTransaction(first).size(), 1);
    QCOMPARE(MeterValues(*db).ofTransaction(second).size(), 1);
}

void TestMeterValues::transactionDataMergesWithoutDoubles()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    MeterValues(*db).add(message(id, {values(60, {sample(u"1100"_s), sample(u"7200"_s, power)})}));
    MeterValues(*db).merge(id,
                           {values(0, {sample(u"1000"_s, {}, u"Transaction.Begin"_s)}), values(60, {sample(u"1100"_s)}),
                            values(120, {sample(u"1200"_s, {}, u"Transaction.End"_s)})},
                           at(130));
    MeterValues(*db).merge(4711, {values(60, {sample(u"1"_s)})}, at(130));
    VERIFY_OK(*db);
    const QList<MeterValue> rows = MeterValues(*db).ofTransaction(id);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(valuesIn(rows[1].samples), (QStringList{u"1100"_s, u"7200"_s}));
    QCOMPARE(MeterValues(*db).list({.station = u"CP1"_s}).size(), 3);
}

void TestMeterValues::transactionDataAdoptsClockAlignedSamples()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    MeterValues(*db).add(message({}, {values(60, {sample(u"1100"_s, {}, u"Sample.Clock"_s)})}));
    MeterValues(*db).merge(id, {values(60, {sample(u"1100"_s, {}, u"Sample.Clock"_s), sample(u"7200"_s, power)})},
                           at(130));
    VERIFY_OK(*db);
    const QList<MeterValue> rows = MeterValues(*db).list({.station = u"CP1"_s});
    QCOMPARE(rows.size(), 2);
    for (const MeterValue &value : rows) {
        QCOMPARE(value.transactionId, std::optional(id));
        QCOMPARE(value.time, at(60));
    }
    QCOMPARE(valuesIn(rows[0].samples), QStringList{u"1100"_s});
    QCOMPARE(valuesIn(rows[1].samples), QStringList{u"7200"_s});
}

void TestMeterValues::unknownTransactionsAreKeptAsNone()
{
    const auto db = freshBooks();
    QVERIFY(!MeterValues(*db).add(message(4711, {values(60, {sample(u"1100"_s)})})));
    VERIFY_OK(*db);
    const QList<MeterValue> rows = MeterValues(*db).list({.station = u"CP1"_s});
    QCOMPARE(rows.size(), 1);
    QVERIFY(!rows.first().transactionId);
}

void TestMeterValues::unacknowledgedStartsAreMatched()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    begin(*db, 0, 2);
    QCOMPARE(MeterValues(*db).add(message(-1, {values(60, {sample(u"1100"_s)})})), std::optional(id));
    QCOMPARE(MeterValues(*db).add(message(0, {values(70, {sample(u"1200"_s)})})), std::optional(id));
    VERIFY_OK(*db);
    QCOMPARE(MeterValues(*db).ofTransaction(id).size(), 2);
}

void TestMeterValues::nothingRevivesAStoppedSession()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    MeterValues(*db).add(message(id, {values(60, {sample(u"7200"_s, power), sample(u"16"_s, u"Current.Import"_s)})}));
    stop(*db, id, 100);
    MeterValues(*db).add(message(id, {values(110, {sample(u"7000"_s, power), sample(u"15"_s, u"Current.Import"_s)})}));
    VERIFY_OK(*db);
    const auto connector = Connectors(*db).find(u"CP1"_s, 1);
    QCOMPARE(connector->powerW, std::optional(0.0));
    QCOMPARE(connector->currentA, std::optional(0.0));
    QVERIFY(!Transactions(*db).find(id)->isOpen());
}

void TestMeterValues::lateReadingsLeaveTheNextSessionAlone()
{
    const auto db = freshBooks();
    const qint64 first = begin(*db);
    stop(*db, first, 100);
    const qint64 second = begin(*db, 200);
    MeterValues(*db).add(message(second, {values(260, {sample(u"7200"_s, power)})}));
    MeterValues(*db).add(message(first, {values(300, {sample(u"11"_s, power)})}));
    VERIFY_OK(*db);
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(7200.0));
}

void TestMeterValues::historyDoesNotOverwriteLiveValues()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    MeterValues(*db).add(message(id, {values(600, {sample(u"7200"_s, power)})}));
    MeterValues(*db).add(message(id, {values(60, {sample(u"3600"_s, power)})}));
    VERIFY_OK(*db);
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(7200.0));
    QCOMPARE(MeterValues(*db).ofTransaction(id).size(), 2);
}

void TestMeterValues::aClockAheadDoesNotFreezeLiveValues()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    MeterValues(*db).add(message(id, {values(86'400, {sample(u"7200"_s, power)})}, 60));
    MeterValues(*db).add(message(id, {values(120, {sample(u"3600"_s, power)})}, 120));
    VERIFY_OK(*db);
    QCOMPARE(Connectors(*db).find(u"CP1"_s, 1)->powerW, std::optional(3600.0));
}

void TestMeterValues::anEmptyMessageIsHarmless()
{
    const auto db = freshBooks();
    const qint64 id = begin(*db);
    MeterValues(*db).add(message(id, {}));
    MeterValues(*db).add(message(-1, {}));
    MeterValues(*db).add(message(id, {values(60, {})}));
    VERIFY_OK(*db);
    QCOMPARE(MeterValues(*db).ofTransaction(id).size(), 1);
}

void TestMeterValues::listsByConnectorAndTime()
{
    const auto db = freshBooks();
    for (const int connector : {0, 1, 2}) {
        for (const qint64 seconds : {30, 10, 20}) {
            MeterMessage one = message({}, {values(seconds, {sample(u"1"_s)})});
            one.connector = connector;
            MeterValues(*db).add(one);
        }
    }
    QCOMPARE(MeterValues(*db).list({.station = u"CP1"_s}).size(), 9);
    QCOMPARE(MeterValues(*db).list({.station = u"CP2"_s}).size(), 0);
    const auto rows = MeterValues(*db).list({.station = u"CP1"_s, .connector = 0, .from = at(10), .to = at(30)});
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().time, at(10));
    QCOMPARE(MeterValues(*db).list({.station = u"CP1"_s, .limit = 4}).size(), 4);
    VERIFY_OK(*db);
}

/// PostgreSQL plans a statement while the log is small, and keeps the plan: reading the log as a whole for each stop would
/// take longer with every session.
void TestMeterValues::aServerFindsSessionsByTheirIndex()
{
    const auto db = storetest::open(storetest::server().freshSchema());
    storetest::addStation(*db, u"CP1"_s);
    const auto readAsAWhole = [&db] {
        return db->number(u"SELECT seq_scan FROM pg_stat_xact_user_tables "
                          "WHERE schemaname = current_schema() AND relname = 'meter_values'"_s);
    };
    qint64 before = -1;
    qint64 after = -1;
    QVERIFY(db->transaction([&] {
        before = readAsAWhole();
        for (qint64 seconds = 0; seconds < 20'000; seconds += 1000) {
            const qint64 id = begin(*db, seconds);
            MeterValues(*db).add(message(id, {values(seconds + 60, {sample(u"1100"_s)})}));
            Stop stop;
            stop.station = u"CP1"_s;
            stop.transactionId = id;
            stop.stoppedAt = stop.received = at(seconds + 120);
            stop.meterStopWh = 1200;
            stop.transactionData = {values(seconds + 60, {sample(u"1100"_s)}),
                                    values(seconds + 120, {sample(u"1200"_s)})};
            Transactions(*db).stop(stop);
        }
        after = readAsAWhole();
    }));
    VERIFY_OK(*db);
    QCOMPARE(after, before);
    QCOMPARE(MeterValues(*db).list({.station = u"CP1"_s}).size(), 40);
}

QTEST_GUILESS_MAIN(TestMeterValues)
#include "tst_metervalues.moc"
