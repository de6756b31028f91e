// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/framelog.h"
#include "json.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace csms;

class tst_FrameLog : public QObject {
    Q_OBJECT

private slots:
    void payloadIsCutOut_data();
    void payloadIsCutOut();
    void secretsOfRequestsAreMasked();
    void secretsOfResponsesAreMasked();
    void unknownActionsStayAsTheyAre();
    void findingsInOneLine();
};

void tst_FrameLog::payloadIsCutOut_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("call") << R"([2,"1","Heartbeat",{}])"_ba
                          << "{}"_ba;
    QTest::newRow("result") << R"([3,"1",{"status":"Accepted"}])"_ba
                            << R"({"status":"Accepted"})"_ba;
    QTest::newRow("as it came") << "[2, \"1\",\"A\" , { \"b\" : 1.50,\n\"a\":null } ] "_ba
                                << "{ \"b\" : 1.50,\n\"a\":null }"_ba;
    QTest::newRow("brace in the message id") << R"([2,"{1}","A",{"a":1}])"_ba
                                             << R"({"a":1})"_ba;
    QTest::newRow("quote in the message id") << R"([2,"\"{","A",{"a":1}])"_ba
                                             << R"({"a":1})"_ba;
    QTest::newRow("backslash ends the message id") << R"([2,"\\","A",{"a":1}])"_ba
                                                   << R"({"a":1})"_ba;
    QTest::newRow("braces in texts") << R"([2,"1","A",{"a":"}]{","b":"\"}"}])"_ba
                                     << R"({"a":"}]{","b":"\"}"})"_ba;
    QTest::newRow("nested") << R"([2,"1","A",{"a":{"b":[{}]}}])"_ba
                            << R"({"a":{"b":[{}]}})"_ba;
    QTest::newRow("further elements") << R"([2,"1","A",{"a":1},{"b":2},"}"])"_ba
                                      << R"({"a":1})"_ba;
    QTest::newRow("no payload") << R"([2,"1","A"])"_ba << QByteArray();
    QTest::newRow("null") << R"([2,"1","A",null])"_ba << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void tst_FrameLog::payloadIsCutOut()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, payload);
    QCOMPARE(payloadText(frame), payload);
}

// Behaviour 28: secrets are never logged.
void tst_FrameLog::secretsOfRequestsAreMasked()
{
    const QByteArray secret =
        maskedRequest(u"ChangeConfiguration", R"({"key":"authorizationKEY","value":"0011"})"_json);
    QVERIFY2(!secret.contains("0011"), secret);
    QVERIFY(secret.contains("authorizationKEY"));
    const QByteArray open =
        maskedRequest(u"ChangeConfiguration", R"({"key":"HeartbeatInterval","value":"300"})"_json);
    QCOMPARE(open, R"({"key":"HeartbeatInterval","value":"300"})"_ba);
    const QByteArray address = maskedRequest(u"GetDiagnostics", R"({"location":"ftp://me:pw@host/x"})"_json);
    QVERIFY2(!address.contains("pw@"), address);
}

void tst_FrameLog::secretsOfResponsesAreMasked()
{
    const QJsonObject answer =
        R"({"configurationKey":[{"key":"AuthorizationKey","readonly":false,"value":"0011"},
        {"key":"HeartbeatInterval","readonly":false,"value":"300"}]})"_json;
    const QByteArray masked = maskedResponse(u"GetConfiguration", answer);
    QVERIFY2(!masked.contains("0011"), masked);
    QVERIFY2(masked.contains("300"), masked);
}

void tst_FrameLog::unknownActionsStayAsTheyAre()
{
    QCOMPARE(maskedRequest(u"Dance", R"({"a":1})"_json), R"({"a":1})"_ba);
    QCOMPARE(maskedResponse(u"Dance", {}), "{}"_ba);
}

void tst_FrameLog::findingsInOneLine()
{
    QCOMPARE(inOneLine({}), QString());
    const ocpp::Finding atPath{ocpp::ErrorCode::TypeConstraintViolation, u"/idTag"_s, u"is a number"_s, {}};
    const ocpp::Finding ofAll{ocpp::ErrorCode::ProtocolError, {}, u"Came twice."_s, {}};
    QCOMPARE(inOneLine({atPath, ofAll}), u"/idTag: is a number; Came twice."_s);
}

QTEST_APPLESS_MAIN(tst_FrameLog)
#include "tst_framelog.moc"
