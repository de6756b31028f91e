// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace ocpp;
using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    Q_ASSERT_X(error.error == QJsonParseError::NoError, "json", text.constData());
    return document.object();
}

QByteArray text(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// The findings as "code path" lines, in order.
QStringList shortly(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(toString(finding.code) + u' ' + finding.path);
    return lines;
}

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
const auto meter =
    R"({"connectorId":1,"meterValue":[{"timestamp":"2026-01-31T12:00:00Z","sampledValue":[{"value":"1"},%1]}]})"_ba;
const auto status = R"({"connectorId":0,"errorCode":"NoError","status":"Available"%1})"_ba;

} // namespace

class TestCodec : public QObject {
    Q_OBJECT

private slots:
    void tolerates_data();
    void tolerates();
    void refuses_data();
    void refuses();
    void typedValues();
    void absentIsNotNull();
    void zonelessTimesFollowTheStation();
    void findingsNameTheClause();
    void findingsAreBounded();
    void textsOfSecretsStaySecret();
    void encodesStrictly();
    void encodesOddAddresses_data();
    void encodesOddAddresses();
    void checkNamesThePlace_data();
    void checkNamesThePlace();
    void masks_data();
    void masks();
    void secretKeys();
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
    row("missing deep inside", "MeterValues", filled(meter, "{}"),
        "OccurenceConstraintViolation /meterValue/0/sampledValue/1/value");
    row("too few items", "MeterValues", R"({"connectorId":1,"meterValue":[]})",
        "OccurenceConstraintViolation /meterValue");
    row("too few items deep inside", "MeterValues",
        R"({"connectorId":1,"meterValue":[{"timestamp":"2026-01-31T12:00:00Z","sampledValue":[]}]})",
        "OccurenceConstraintViolation /meterValue/0/sampledValue");

    row("null", "Authorize", R"({"idTag":null})", "TypeConstraintViolation /idTag");
    row("object for a text", "Authorize", R"({"idTag":{}})", "TypeConstraintViolation /idTag");
    row("array for a text", "Authorize", R"({"idTag":["T"]})", "TypeConstraintViolation /idTag");
    row("object for a text deep inside", "MeterValues", filled(meter, R"({"value":{}})"),
        "TypeConstraintViolation /meterValue/0/sampledValue/1/value");
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

void TestCodec::absentIsNotNull()
{
    QCOMPARE(encode(StopTransaction::Response{}), QJsonObject());
    QCOMPARE(encode(GetConfiguration::Request{}), QJsonObject());
    QCOMPARE(text(encode(GetConfiguration::Request{.key = {u"a"_s}})), R"({"key":["a"]})"_ba);
    // A required list is there even when it is empty.
    QVERIFY(encode(ChargingSchedule{}).value("chargingSchedulePeriod"_L1).isArray());
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

void TestCodec::textsOfSecretsStaySecret()
{
    QList<Finding> findings;
    const QJsonObject payload =
        json(R"({"configurationKey":[{"key":"AuthorizationKey","readonly":false,"value":31337}]})");
    QVERIFY(decode<GetConfiguration::Response>(payload, findings));
    QCOMPARE(findings.size(), 1);
    QVERIFY(!findings.first().text.contains("31337"_L1));
    const std::optional<Fault> fault = check(GetConfiguration::Response::fields(), payload);
    QVERIFY(fault && !fault->text.contains("31337"_L1));
}

// Strict out: whatever stands in the struct, the schema is satisfied.
void TestCodec::encodesStrictly()
{
    const ChargingSchedulePeriod period{.startPeriod = 0, .limit = 16.55};
    QCOMPARE(encode(period).value("limit"_L1).toDouble(), 16.6);
    QCOMPARE(encode(ChargingSchedulePeriod{.limit = 0.1 + 0.2}).value("limit"_L1).toDouble(), 0.3);
    for (const double limit : {1e300, -1e300, 99'999'999.9, 12'345.678, 1e-300})
        QVERIFY(!check(ChargingSchedulePeriod::fields(), encode(ChargingSchedulePeriod{.limit = limit})));

    const QString long20 = QString(25, u'x');
    QCOMPARE(encode(Authorize::Request{.idTag = long20}).value("idTag"_L1).toString().size(), 20);
    const QString astral = u"\U0001F50C"_s.repeated(21);
    QCOMPARE(encode(Authorize::Request{.idTag = astral}).value("idTag"_L1).toString(), astral.first(40));

    const SampledValue sample{.value = u"1"_s, .measurand = u"Voltage.Peak"_s, .unit = u"V"_s};
    QCOMPARE(text(encode(sample)), R"({"unit":"V","value":"1"})"_ba);

    const Heartbeat::Response late{.currentTime = Timestamp::max()};
    QVERIFY(!check(Heartbeat::Response::fields(), encode(late)));
    const BootNotification::Response boot{.status = RegistrationStatus::Accepted, .interval = 300};
    QCOMPARE(text(encode(boot)),
             R"({"currentTime":"1970-01-01T00:00:00Z","interval":300,"status":"Accepted"})"_ba);
}

void TestCodec::encodesOddAddresses_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("sent");
    QTest::newRow("legal") << u"ftp://u:p@h/a%20b?x#y"_s << u"ftp://u:p@h/a%20b?x#y"_s;
    QTest::newRow("blank") << u"http://h/a b"_s << u"http://h/a%20b"_s;
    QTest::newRow("umlaut") << u"http://h/ü"_s << u"http://h/%C3%BC"_s;
    QTest::newRow("astral") << u"http://h/\U0001F50C"_s << u"http://h/%F0%9F%94%8C"_s;
    QTest::newRow("lone percent") << u"http://h/100%/%zz"_s << u"http://h/100%25/%25zz"_s;
    QTest::newRow("quotes") << u"http://h/\"<>\\^`{|}"_s << u"http://h/%22%3C%3E%5C%5E%60%7B%7C%7D"_s;
}

void TestCodec::encodesOddAddresses()
{
    QFETCH(const QString, location);
    QFETCH(const QString, sent);
    const QJsonObject payload = encode(GetDiagnostics::Request{.location = location});
    QCOMPARE(payload.value("location"_L1).toString(), sent);
    QVERIFY(!check(GetDiagnostics::Request::fields(), payload));
    // A station reads it back as meant.
    QList<Finding> findings;
    QCOMPARE(decode<GetDiagnostics::Request>(json(text({{u"location"_s, location}})), findings)->location,
             sent);
}

void TestCodec::checkNamesThePlace_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("fault");
    const auto row = [](const QByteArray &part, const char *fault) {
        QTest::newRow(part.constData())
            << QByteArray(meter).replace("%1", part) << QString::fromLatin1(fault);
    };
    row("{}", "OccurenceConstraintViolation /meterValue/0/sampledValue/1/value");
    row(R"({"value":1})", "TypeConstraintViolation /meterValue/0/sampledValue/1/value");
    row(R"({"value":"1","unit":"wh"})", "PropertyConstraintViolation /meterValue/0/sampledValue/1/unit");
    row(R"({"value":"1","phase":null})", "TypeConstraintViolation /meterValue/0/sampledValue/1/phase");
    row(R"({"value":"1","x":1})", "FormationViolation /meterValue/0/sampledValue/1/x");
    row(R"({"value":"1"})", "");
}

void TestCodec::checkNamesThePlace()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, fault);
    const std::optional<Fault> found = check(MeterValues::Request::fields(), json(payload));
    QCOMPARE(found ? QString(toString(found->code) + u' ' + found->path) : QString(), fault);
}

void TestCodec::masks_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const char *action, const char *payload, const char *shown) {
        QTest::newRow(name) << QString::fromLatin1(action) << QByteArray(payload) << QByteArray(shown);
    };
    row("secret key", "ChangeConfiguration", R"({"key":"authorizationKEY","value":"00ff"})",
        R"({"key":"authorizationKEY","value":"***"})");
    row("vendor's secret", "ChangeConfiguration", R"({"key":"WifiPassword","value":["x"]})",
        R"({"key":"WifiPassword","value":"***"})");
    row("open key", "ChangeConfiguration", R"({"key":"HeartbeatInterval","value":"300"})",
        R"({"key":"HeartbeatInterval","value":"300"})");
    row("no key", "ChangeConfiguration", R"({"value":"00ff"})", R"({"value":"***"})");
    row("key is no text", "ChangeConfiguration", R"({"key":1,"value":"00ff"})", R"({"key":1,"value":"***"})");
    row("in a list", "GetConfiguration.conf",
        R"({"configurationKey":[{"key":"a","value":"1"},{"key":"AuthorizationKey","value":"2"},3],"x":1})",
        R"({"configurationKey":[{"key":"a","value":"1"},{"key":"AuthorizationKey","value":"***"},3],"x":1})");
    row("credentials", "GetDiagnostics", R"({"location":"ftp://user:secret@host/dir"})",
        R"({"location":"ftp://***@host/dir"})");
    row("credentials with @ and /", "GetDiagnostics", R"({"location":"ftp://user:a/b@c@host/dir"})",
        R"({"location":"ftp://***@host/dir"})");
    row("no credentials", "UpdateFirmware", R"({"location":"https://host:80/a@b"})",
        R"({"location":"https://host:80/a@b"})");
    row("IPv6", "UpdateFirmware", R"({"location":"https://[::1]:80/a@b"})",
        R"({"location":"https://[::1]:80/a@b"})");
    row("no address", "UpdateFirmware", R"({"location":"user@host"})", R"({"location":"user@host"})");
    row("credentials deep inside", "GetLog", R"({"log":{"remoteLocation":"ftp://u:p@h"}})",
        R"({"log":{"remoteLocation":"ftp://***@h"}})");
    row("not what the table says", "GetLog", R"({"log":[{"remoteLocation":1}]})",
        R"({"log":[{"remoteLocation":1}]})");
}

void TestCodec::masks()
{
    QFETCH(QString, action);
    QFETCH(const QByteArray, payload);
    QFETCH(const QByteArray, shown);
    const bool isResponse = action.endsWith(".conf"_L1);
    const MessageInfo *message = messageInfo(isResponse ? action.chopped(5) : action);
    QCOMPARE(text(masked(isResponse ? message->response : message->request, json(payload))),
             text(json(shown)));
}

void TestCodec::secretKeys()
{
    QVERIFY(isSecretKey(u"AuthorizationKey"));
    QVERIFY(isSecretKey(u"ftp_PASSWORD"));
    QVERIFY(!isSecretKey(u"WebSocketPingInterval"));
    QVERIFY(!isSecretKey(u""));
}

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
