// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages.h"
#include "ocpp/payloads.h"

#include <QTest>

using namespace payloads;

// Strict out (behaviour 23): encode(), check() and masked().
class TestStrict : public QObject {
    Q_OBJECT

private slots:
    void absentIsNotNull();
    void encodesStrictly();
    void encodesOddAddresses_data();
    void encodesOddAddresses();
    void checkNamesThePlace_data();
    void checkNamesThePlace();
    void textsOfSecretsStaySecret();
    void masks_data();
    void masks();
    void secretKeys();
};

void TestStrict::absentIsNotNull()
{
    QCOMPARE(encode(StopTransaction::Response{}), QJsonObject());
    QCOMPARE(encode(GetConfiguration::Request{}), QJsonObject());
    QCOMPARE(text(encode(GetConfiguration::Request{.key = {u"a"_s}})), R"({"key":["a"]})"_ba);
    // A required list is there even when it is empty.
    QVERIFY(encode(ChargingSchedule{}).value("chargingSchedulePeriod"_L1).isArray());
}

// Strict out: whatever stands in the struct, the schema is satisfied.
void TestStrict::encodesStrictly()
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

void TestStrict::encodesOddAddresses_data()
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

void TestStrict::encodesOddAddresses()
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

void TestStrict::checkNamesThePlace_data()
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

void TestStrict::checkNamesThePlace()
{
    QFETCH(const QByteArray, payload);
    QFETCH(const QString, fault);
    const std::optional<Fault> found = check(MeterValues::Request::fields(), json(payload));
    QCOMPARE(found ? QString(toString(found->code) + u' ' + found->path) : QString(), fault);
}

void TestStrict::textsOfSecretsStaySecret()
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

void TestStrict::masks_data()
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

void TestStrict::masks()
{
    QFETCH(QString, action);
    QFETCH(const QByteArray, payload);
    QFETCH(const QByteArray, shown);
    const bool isResponse = action.endsWith(".conf"_L1);
    const MessageInfo *message = messageInfo(isResponse ? action.chopped(5) : action);
    QCOMPARE(text(masked(isResponse ? message->response : message->request, json(payload))),
             text(json(shown)));
}

void TestStrict::secretKeys()
{
    QVERIFY(isSecretKey(u"AuthorizationKey"));
    QVERIFY(isSecretKey(u"ftp_PASSWORD"));
    QVERIFY(!isSecretKey(u"WebSocketPingInterval"));
    QVERIFY(!isSecretKey(u""));
}

QTEST_APPLESS_MAIN(TestStrict)
#include "tst_strict.moc"
