// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages.h"
#include "ocpp/payloads.h"

#include <QTest>

using namespace payloads;

namespace {

// A station's message: the request "Action", or its answer to the central system's "Action.conf".
Result<QJsonObject> roundTrip(const QString &message, const QJsonObject &payload, QList<Finding> &findings,
                              const DecodeOptions &options = {})
{
    const auto again = [](const auto &any) {
        return std::visit([](const auto &value) { return encode(value); }, any);
    };
    if (message.endsWith(".conf"_L1))
        return decodeResponse(message.chopped(5), payload, findings, options).map(again);
    return decodeRequest(message, payload, findings, options).map(again);
}

const auto start = R"({"connectorId":1,"idTag":"T","meterStart":%1,"timestamp":"2026-01-31T12:00:00Z"})"_ba;
const auto stop = R"({"meterStop":5,"timestamp":"2026-01-31T12:00:00Z","transactionId":-1%1})"_ba;
const auto status = R"({"connectorId":0,"errorCode":"NoError","status":"Available"%1})"_ba;

} // namespace

// Lenient in (behaviour 23).
class TestCodec : public QObject {
    Q_OBJECT

private slots:
    void tolerates_data();
    void tolerates();
    void refuses_data();
    void refuses();
    void typedValues();
    void zonelessTimesFollowTheStation();
    void findingsNameTheClause();
    void findingsAreBounded();
};

void TestCodec::tolerates_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QStringList>("findings");

    const auto row = [](const char *name, const char *message, const QByteArray &payload,
                        const QByteArray &expected, const QStringList &findings) {
        QTest::newRow(name) << QString::fromLatin1(message) << payload << expected << findings;
    };
    const auto filled = [](QByteArray base, const QByteArray &part) { return base.replace("%1", part); };
    const auto type = [](const char *path) {
        return QStringList{"TypeConstraintViolation "_L1 + QLatin1StringView(path)};
    };
    const auto property = [](const char *path) {
        return QStringList{"PropertyConstraintViolation "_L1 + QLatin1StringView(path)};
    };

    // numbers
    row("integer as text", "StartTransaction", filled(start, "\" 12 \""), filled(start, "12"),
        type("/meterStart"));
    row("integer with point", "StartTransaction", filled(start, "12.0"), filled(start, "12"), {});
    row("integer with exponent", "StartTransaction", filled(start, "1.2e1"), filled(start, "12"), {});
    row("register beyond 32 bits", "StartTransaction", filled(start, "4294967296"),
        filled(start, "4294967296"), {});
    row("fraction of a Wh", "StartTransaction", filled(start, "12.6"), filled(start, "13"),
        type("/meterStart"));
    row("fraction as text", "StartTransaction", filled(start, "\"12.4\""), filled(start, "12"),
        type("/meterStart") + type("/meterStart"));
    row("transactionId -1", "StopTransaction", filled(stop, ""), filled(stop, ""), {}); // E 3.18, 3.54
    row("decimal as text", "GetCompositeSchedule.conf",
        R"({"status":"Accepted","chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":"0","limit":"16.5"}]}})",
        R"({"status":"Accepted","chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16.5}]}})",
        type("/chargingSchedule/chargingSchedulePeriod/0/startPeriod")
            + type("/chargingSchedule/chargingSchedulePeriod/0/limit"));
    row("two decimals", "GetCompositeSchedule.conf",
        R"({"status":"Accepted","chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16.57}]}})",
        R"({"status":"Accepted","chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16.6}]}})",
        property("/chargingSchedule/chargingSchedulePeriod/0/limit"));

    // texts
    row("number for a text", "Authorize", R"({"idTag":12345678})", R"({"idTag":"12345678"})", type("/idTag"));
    row("fraction for a text", "MeterValues", filled(meter, R"({"value":230.5})"),
        filled(meter, R"({"value":"230.5"})"), type("/meterValue/0/sampledValue/1/value"));
    row("true for a text", "GetConfiguration.conf",
        R"({"configurationKey":[{"key":"k","readonly":false,"value":true}]})",
        R"({"configurationKey":[{"key":"k","readonly":false,"value":"true"}]})",
        type("/configurationKey/0/value"));
    row("object for free data", "DataTransfer", R"({"vendorId":"v","data":{"a":[1,2]}})",
        R"({"vendorId":"v","data":"{\"a\":[1,2]}"})", type("/data"));
    row("long text is kept", "Authorize", R"({"idTag":"123456789012345678901"})",
        R"({"idTag":"12345678901234567890"})",
        property("/idTag")); // whole in the struct, see typedValues(); cut on the way out
    row("empty text", "Authorize", R"({"idTag":""})", R"({"idTag":""})", {});
    row("20 astral characters", "Authorize",
        "{\"idTag\":\"" + QByteArray("\xf0\x9f\x94\x8c").repeated(20) + "\"}",
        "{\"idTag\":\"" + QByteArray("\xf0\x9f\x94\x8c").repeated(20) + "\"}", {});

    // booleans
    for (const char *spelled : {"\"false\"", "\"FALSE\"", "0", "\"0\""})
        row(spelled, "GetConfiguration.conf",
            filled(R"({"configurationKey":[{"key":"k","readonly":%1}]})", spelled),
            R"({"configurationKey":[{"key":"k","readonly":false}]})", type("/configurationKey/0/readonly"));
    for (const char *spelled : {"\"true\"", "\"True\"", "1", "\"1\""})
        row(spelled, "GetConfiguration.conf",
            filled(R"({"configurationKey":[{"key":"k","readonly":%1}]})", spelled),
            R"({"configurationKey":[{"key":"k","readonly":true}]})", type("/configurationKey/0/readonly"));

    // null, absent, empty, unknown
    row("null for an optional member", "StatusNotification",
        filled(status, R"(,"info":null,"timestamp":null)"), filled(status, ""),
        type("/info") + type("/timestamp"));
    row("null for an optional object", "GetCompositeSchedule.conf",
        R"({"status":"Rejected","chargingSchedule":null})", R"({"status":"Rejected"})",
        type("/chargingSchedule"));
    row("null for an optional list", "StopTransaction", filled(stop, R"(,"transactionData":null)"),
        filled(stop, ""), type("/transactionData"));
    row("reason missing", "StopTransaction", filled(stop, ""), filled(stop, ""), {}); // JE 2.6
    row("empty text for an optional time", "StatusNotification", filled(status, R"(,"timestamp":"")"),
        filled(status, ""), property("/timestamp"));
    row("empty text for an optional number", "StartTransaction", filled(start, R"(1,"reservationId":"")"),
        filled(start, "1"), type("/reservationId"));
    row("empty text for an optional unit", "MeterValues", filled(meter, R"({"value":"2","unit":""})"),
        filled(meter, R"({"value":"2"})"), property("/meterValue/0/sampledValue/1/unit"));
    row("unknown field", "Heartbeat", R"({"a~/b":{}})", "{}", {u"FormationViolation /a~0~1b"_s});
    row("unknown field deep inside", "MeterValues", filled(meter, R"({"value":"2","x":1})"),
        filled(meter, R"({"value":"2"})"), {u"FormationViolation /meterValue/0/sampledValue/1/x"_s});
    row("empty optional list", "GetConfiguration.conf", R"({"configurationKey":[]})", "{}", {});
    row("empty list that needs an item", "GetInstalledCertificateIds.conf",
        R"({"status":"NotFound","certificateHashData":[]})", R"({"status":"NotFound"})",
        {u"OccurenceConstraintViolation /certificateHashData"_s});

    // enumerations
    row("case", "StatusNotification", R"({"connectorId":0,"errorCode":"noError","status":"AVAILABLE "})",
        filled(status, ""), property("/errorCode") + property("/status"));
    row("unknown optional value", "StopTransaction", filled(stop, R"(,"reason":"Bored")"), filled(stop, ""),
        property("/reason"));
    row("unknown open value", "MeterValues", filled(meter, R"({"value":"2","measurand":"Voltage.Peak"})"),
        filled(meter, R"({"value":"2"})"),
        property("/meterValue/0/sampledValue/1/measurand")); // kept, never sent
    row("open value in another case", "MeterValues", filled(meter, R"({"value":"2","unit":"KWH"})"),
        filled(meter, R"({"value":"2","unit":"kWh"})"), property("/meterValue/0/sampledValue/1/unit"));
    row("Celcius", "MeterValues", filled(meter, R"({"value":"2","unit":"Celcius"})"),
        filled(meter, R"({"value":"2","unit":"Celcius"})"), {}); // JE 2.1
    row("Celsius", "MeterValues", filled(meter, R"({"value":"2","unit":"Celsius"})"),
        filled(meter, R"({"value":"2","unit":"Celsius"})"), {});

    // times
    const auto time = [&](const char *name, const char *spelled, const char *read,
                          const QStringList &findings) {
        row(name, "StatusNotification", filled(status, ",\"timestamp\":\"" + QByteArray(spelled) + "\""),
            filled(status, read ? ",\"timestamp\":\"" + QByteArray(read) + "\"" : ""), findings);
    };
    time("no zone", "2026-01-31T12:00:00", "2026-01-31T12:00:00Z", property("/timestamp"));
    time("offset", "2026-01-31T12:00:00+05:45", "2026-01-31T06:15:00Z", {});
    time("fraction", "2026-01-31T12:00:00.123456Z", "2026-01-31T12:00:00.123Z", {});
    time("lower case", "2026-01-31t12:00:00z", "2026-01-31T12:00:00Z", {});
    time("blank", "2026-01-31 12:00:00Z", "2026-01-31T12:00:00Z", property("/timestamp"));
    time("clock not set", "1970-01-01T00:03:00Z", "1970-01-01T00:03:00Z", property("/timestamp"));
    time("optional nonsense", "yesterday", nullptr, property("/timestamp"));

    // A stop is too precious to be lost over one bad sample.
    row("bad transaction data", "StopTransaction",
        filled(stop, R"(,"transactionData":[{"timestamp":"?","sampledValue":[{"value":"1"}]},)"
                     R"({"timestamp":"2026-01-31T12:00:00Z","sampledValue":[{"value":"2"}]},)"
                     R"({"timestamp":"2026-01-31T12:00:00Z","sampledValue":[]},7])"),
        filled(stop,
               R"(,"transactionData":[{"timestamp":"2026-01-31T12:00:00Z","sampledValue":[{"value":"2"}]}])"),
        {u"PropertyConstraintViolation /transactionData/0/timestamp"_s,
         u"OccurenceConstraintViolation /transactionData/2/sampledValue"_s,
         u"TypeConstraintViolation /transactionData/3"_s});
    // So are the readings beside it.
    row("bad samples", "MeterValues",
        R"({"connectorId":1,"meterValue":[{"timestamp":"?","sampledValue":[{"value":"1"}]},)"
        R"({"timestamp":"2026-01-31T12:00:00Z","sampledValue":[{},{"value":"2"},7]},)"
        R"({"timestamp":"2026-01-31T12:01:00Z","sampledValue":[{}]}]})",
        R"({"connectorId":1,"meterValue":[{"timestamp":"2026-01-31T12:00:00Z","sampledValue":[{"value":"2"}]}]})",
        {u"PropertyConstraintViolation /meterValue/0/timestamp"_s,
         u"OccurenceConstraintViolation /meterValue/1/sampledValue/0/value"_s,
         u"TypeConstraintViolation /meterValue/1/sampledValue/2"_s,
         u"OccurenceConstraintViolation /meterValue/2/sampledValue/0/value"_s});
}

void TestCodec::tolerates()
{
    QFETCH(const QString, message);
    QFETCH(const QByteArray, payload);
    QFETCH(const QByteArray, expected);
    QFETCH(const QStringList, findings);
    QList<Finding> noted;
    const Result<QJsonObject> again = roundTrip(message, json(payload), noted);
    QVERIFY2(again.has_value(), again ? "" : qPrintable(again.error().path + u' ' + again.error().text));
    QCOMPARE(text(*again), text(json(expected)));
    QCOMPARE(shortly(noted), findings);
}

void TestCodec::refuses_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("fault");

    const auto row = [](const char *name, const char *message, const QByteArray &payload, const char *fault) {
        QTest::newRow(name) << QString::fromLatin1(message) << payload << QString::fromLatin1(fault);
    };
    const auto filled = [](QByteArray base, const QByteArray &part) { return base.replace("%1", part); };

    row("missing", "Authorize", "{}", "OccurenceConstraintViolation /idTag");
    row("missing deep inside", "GetConfiguration.conf", R"({"configurationKey":[{"readonly":false}]})",
        "OccurenceConstraintViolation /configurationKey/0/key");
    row("no sample that can be read", "MeterValues",
        R"({"connectorId":1,"meterValue":[{"timestamp":"2026-01-31T12:00:00Z","sampledValue":[7,{"value":{}}]},8]})",
        "TypeConstraintViolation /meterValue/1");
    row("too few items", "MeterValues", R"({"connectorId":1,"meterValue":[]})",
        "OccurenceConstraintViolation /meterValue");
    row("too few items deep inside", "MeterValues",
        R"({"connectorId":1,"meterValue":[{"timestamp":"2026-01-31T12:00:00Z","sampledValue":[]}]})",
        "OccurenceConstraintViolation /meterValue/0/sampledValue");

    row("null", "Authorize", R"({"idTag":null})", "TypeConstraintViolation /idTag");
    row("object for a text", "Authorize", R"({"idTag":{}})", "TypeConstraintViolation /idTag");
    row("array for a text", "Authorize", R"({"idTag":["T"]})", "TypeConstraintViolation /idTag");
    row("object for a text deep inside", "GetConfiguration.conf",
        R"({"configurationKey":[{"key":{},"readonly":false}]})", "TypeConstraintViolation /configurationKey/0/key");
    row("text for an integer", "StartTransaction", filled(start, "\"many\""),
        "TypeConstraintViolation /meterStart");
    row("empty text for an integer", "StartTransaction", filled(start, "\"\""),
        "TypeConstraintViolation /meterStart");
    row("true for an integer", "StartTransaction", filled(start, "true"),
        "TypeConstraintViolation /meterStart");
    row("fraction for an id", "StopTransaction",
        R"({"meterStop":1,"timestamp":"2026-01-31T12:00:00Z","transactionId":1.5})",
        "TypeConstraintViolation /transactionId");
    row("optional text for a number", "StartTransaction", filled(start, R"(1,"reservationId":"x")"),
        "TypeConstraintViolation /reservationId");
    row("number for a time", "StatusNotification", filled(status, R"(,"timestamp":1769860800)"),
        "TypeConstraintViolation /timestamp");
    row("number for an enumeration", "StatusNotification",
        R"({"connectorId":1,"errorCode":0,"status":"Available"})", "TypeConstraintViolation /errorCode");
    row("text for a boolean", "GetConfiguration.conf",
        R"({"configurationKey":[{"key":"k","readonly":"maybe"}]})",
        "TypeConstraintViolation /configurationKey/0/readonly");
    row("number for a boolean", "GetConfiguration.conf", R"({"configurationKey":[{"key":"k","readonly":2}]})",
        "TypeConstraintViolation /configurationKey/0/readonly");
    row("object for a list", "MeterValues", R"({"connectorId":1,"meterValue":{}})",
        "TypeConstraintViolation /meterValue");
    row("null in a list", "MeterValues", R"({"connectorId":1,"meterValue":[null]})",
        "TypeConstraintViolation /meterValue/0");
    row("text for an object", "GetCompositeSchedule.conf",
        R"({"status":"Accepted","chargingSchedule":"16 A"})", "TypeConstraintViolation /chargingSchedule");

    row("unknown required value", "StatusNotification",
        R"({"connectorId":1,"errorCode":"NoError","status":"Tired"})", "PropertyConstraintViolation /status");
    row("empty required value", "StatusNotification",
        R"({"connectorId":1,"errorCode":"","status":"Available"})", "PropertyConstraintViolation /errorCode");
    row("bad date", "StartTransaction",
        R"({"connectorId":1,"idTag":"T","meterStart":0,"timestamp":"2026-02-30T12:00:00Z"})",
        "PropertyConstraintViolation /timestamp");
    row("date without time", "StartTransaction",
        R"({"connectorId":1,"idTag":"T","meterStart":0,"timestamp":"2026-02-03"})",
        "PropertyConstraintViolation /timestamp");
    row("connector 0 has no transactions", "StartTransaction",
        R"({"connectorId":0,"idTag":"T","meterStart":0,"timestamp":"2026-01-31T12:00:00Z"})",
        "PropertyConstraintViolation /connectorId");
    row("negative connector", "MeterValues", R"({"connectorId":-1,"meterValue":[]})",
        "PropertyConstraintViolation /connectorId");
    row("beyond 32 bits", "StopTransaction",
        R"({"meterStop":1,"timestamp":"2026-01-31T12:00:00Z","transactionId":4294967296})",
        "PropertyConstraintViolation /transactionId");
    row("beyond 64 bits", "StartTransaction", filled(start, "1e300"),
        "PropertyConstraintViolation /meterStart");
    row("beyond 64 bits as text", "StartTransaction", filled(start, "\"18446744073709551616\""),
        "PropertyConstraintViolation /meterStart");
    row("negative limit", "GetCompositeSchedule.conf",
        R"({"status":"Accepted","chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":-1}]}})",
        "PropertyConstraintViolation /chargingSchedule/chargingSchedulePeriod/0/limit");
}

void TestCodec::refuses()
{
    QFETCH(const QString, message);
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, fault);
    QList<Finding> noted;
    const Result<QJsonObject> again = roundTrip(message, json(payload), noted);
    QVERIFY2(!again.has_value(), "accepted");
    QCOMPARE(QString(toString(again.error().code) + u' ' + again.error().path), fault);
    QVERIFY(!again.error().text.isEmpty());
}

void TestCodec::typedValues()
{
    QList<Finding> findings;
    const auto authorize = decode<Authorize::Request>(json(R"({"idTag":"123456789012345678901"})"), findings);
    QCOMPARE(authorize->idTag, u"123456789012345678901"_s); // behaviour 23: over-long texts are kept whole
    QCOMPARE(findings.first().text, u"has 21 characters, 20 are allowed; kept whole"_s);

    const auto values = decode<MeterValues::Request>(
        json(QByteArray(meter).replace(
            "%1", R"({"value":"EE01","format":"SignedData","measurand":"Voltage.Peak"})")),
        findings);
    QCOMPARE(values->meterValue.size(), 1);
    const SampledValue sample = values->meterValue.at(0).sampledValue.at(1);
    QCOMPARE(sample.value, u"EE01"_s);
    QCOMPARE(sample.format, u"SignedData"_s);
    QCOMPARE(sample.measurand, u"Voltage.Peak"_s); // behaviour 25: unknown measurands are kept
    QVERIFY(!sample.unit);
    QCOMPARE(values->meterValue.at(0).timestamp.time_since_epoch().count(), 1769860800000);
}

void TestCodec::zonelessTimesFollowTheStation()
{
    qputenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3");
    QList<Finding> findings;
    const QJsonObject payload =
        json(QByteArray(status).replace("%1", R"(,"timestamp":"2026-07-01T12:00:00")"));
    const auto read = [&](Zone zone) {
        const auto again = roundTrip(u"StatusNotification"_s, payload, findings, {.zoneless = zone});
        return again->value("timestamp"_L1).toString();
    };
    QCOMPARE(read(Zone::Utc), u"2026-07-01T12:00:00Z"_s);
    QCOMPARE(read(Zone::Local), u"2026-07-01T10:00:00Z"_s);
    QCOMPARE(findings.size(), 2);
}

void TestCodec::findingsNameTheClause()
{
    QList<Finding> findings;
    const QByteArray part = R"({"value":1,"x":1},{"value":"1","unit":"Ws"})";
    QVERIFY(roundTrip(u"MeterValues"_s, json(QByteArray(meter).replace("%1", part)), findings));
    QCOMPARE(findings.size(), 3);
    QCOMPARE(findings.at(0).clause, u"7.43"_s);
    QCOMPARE(findings.at(1).clause, u"JE 3.2"_s);
    QCOMPARE(findings.at(2).clause, u"7.43"_s);
    QCOMPARE(findings.at(2).text, u"has the unknown value \"Ws\"; kept"_s);
}

// A hostile message must not fill the database with findings, nor with what it contains.
void TestCodec::findingsAreBounded()
{
    QJsonObject payload{{u"idTag"_s, u"T"_s}};
    for (int i = 0; i < 1000; ++i)
        payload.insert(QString::number(i) + QString(1000, u'x'), i);
    QList<Finding> findings{{.text = u"from the frame"_s}};
    QVERIFY(decode<Authorize::Request>(payload, findings));
    QCOMPARE(findings.size(), 51);
    QVERIFY(findings.last().path.size() < 100);

    const auto refused =
        decode<StatusNotification::Request>(json("{\"connectorId\":1,\"errorCode\":\""
                                                 + QByteArray(100'000, 'x') + "\",\"status\":\"Available\"}"),
                                            findings);
    QVERIFY(!refused);
    QVERIFY(refused.error().text.size() < 100);
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
