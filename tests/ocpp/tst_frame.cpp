// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/frame.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace ocpp;
using namespace Qt::StringLiterals;

namespace {

// The findings as "code path" lines, in order.
QStringList shortly(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(toString(finding.code) + u' ' + finding.path);
    return lines;
}

} // namespace

class TestFrame : public QObject {
    Q_OBJECT

private slots:
    void readsTheThreeKinds();
    void tolerates_data();
    void tolerates();
    void refuses_data();
    void refuses();
    void callErrorsAlwaysEndTheCall_data();
    void callErrorsAlwaysEndTheCall();
    void lastOfDuplicateKeysWins();
    void hugeFramesAreRead();
    void writes();
    void writesWhatItReads_data();
    void writesWhatItReads();
};

void TestFrame::readsTheThreeKinds()
{
    const auto call = parseFrame(R"([2,"19223201","BootNotification",{"chargePointVendor":"VendorX"}])");
    QVERIFY(call.has_value());
    QCOMPARE(call->type, MessageType::Call);
    QCOMPARE(call->messageId, u"19223201"_s);
    QCOMPARE(call->action, u"BootNotification"_s);
    QCOMPARE(call->payload, (QJsonObject{{u"chargePointVendor"_s, u"VendorX"_s}}));
    QVERIFY(call->findings.isEmpty());

    const auto result = parseFrame("\r\n [3, \"19223201\", {\"interval\": 300}] \n");
    QVERIFY(result.has_value());
    QCOMPARE(result->type, MessageType::CallResult);
    QCOMPARE(result->payload, (QJsonObject{{u"interval"_s, 300}}));
    QVERIFY(result->findings.isEmpty());

    const auto error = parseFrame(R"([4,"162376037","NotSupported","SendLocalList.req not implemented",{}])");
    QVERIFY(error.has_value());
    QCOMPARE(error->type, MessageType::CallError);
    QCOMPARE(error->errorCode, u"NotSupported"_s);
    QCOMPARE(error->errorDescription, u"SendLocalList.req not implemented"_s);
    QVERIFY(error->errorDetails.isEmpty());
    QVERIFY(error->findings.isEmpty());
}

void TestFrame::tolerates_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("messageId");
    QTest::addColumn<QString>("finding");

    const QByteArray longId(37, 'x');
    QTest::newRow("payload missing") << "[2,\"1\",\"Heartbeat\"]"_ba << u"1"_s << u"ProtocolError /3"_s;
    QTest::newRow("payload null") << "[2,\"1\",\"Heartbeat\",null]"_ba << u"1"_s
                                  << u"FormationViolation /3"_s;
    QTest::newRow("too many elements")
        << "[2,\"1\",\"Heartbeat\",{},{}]"_ba << u"1"_s << u"FormationViolation /4"_s;
    QTest::newRow("id is a number") << "[2,12,\"Heartbeat\",{}]"_ba << u"12"_s
                                    << u"TypeConstraintViolation /1"_s;
    QTest::newRow("id is a big number") << "[2,9223372036854775807,\"Heartbeat\",{}]"_ba
                                        << u"9223372036854775807"_s << u"TypeConstraintViolation /1"_s;
    QTest::newRow("id is empty") << "[2,\"\",\"Heartbeat\",{}]"_ba << QString()
                                 << u"PropertyConstraintViolation /1"_s;
    QTest::newRow("id is long") << QByteArray("[2,\"" + longId + "\",\"Heartbeat\",{}]")
                                << QString::fromLatin1(longId) << u"PropertyConstraintViolation /1"_s;
    QTest::newRow("terminator") << QByteArray("[2,\"1\",\"Heartbeat\",{}]\0\0", 25) << u"1"_s
                                << u"FormationViolation "_s;
    QTest::newRow("result missing") << "[3,\"1\"]"_ba << u"1"_s << u"ProtocolError /2"_s;
    QTest::newRow("result null") << "[3,\"1\",null]"_ba << u"1"_s << u"FormationViolation /2"_s;
    QTest::newRow("result too long") << "[3,\"1\",{},1]"_ba << u"1"_s << u"FormationViolation /3"_s;
}

void TestFrame::tolerates()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, messageId);
    QFETCH(const QString, finding);
    const auto frame = parseFrame(bytes);
    QVERIFY2(frame.has_value(), "refused");
    QCOMPARE(frame->messageId, messageId);
    QCOMPARE(frame->payload, QJsonObject());
    QCOMPARE(shortly(frame->findings), QStringList{finding});
    QVERIFY(frame->findings.first().clause.startsWith("J 4."_L1));
}

void TestFrame::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("answerable");
    QTest::addColumn<QString>("messageId");
    QTest::addColumn<QString>("fault");

    const auto ignored = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << false << QString() << u"FormationViolation "_s;
    };
    ignored("empty", "");
    ignored("blank", " \n");
    ignored("NUL only", QByteArray(3, '\0'));
    ignored("binary", QByteArray::fromHex("00ff8001fe"));
    ignored("text", "hello");
    ignored("number", "2");
    ignored("null", "null");
    ignored("object", "{}");
    ignored("object like a call", R"({"0":2,"1":"id"})");
    ignored("empty array", "[]");
    ignored("type is a text", R"(["2","1","Heartbeat",{}])");
    ignored("type is null", R"([null,"1","Heartbeat",{}])");
    ignored("type is an array", R"([[2],"1","Heartbeat",{}])");
    ignored("type has a fraction", R"([2.5,"1","Heartbeat",{}])");
    ignored("type 1", R"([1,"1","Heartbeat",{}])");
    ignored("type 5", R"([5,"1","Heartbeat",{}])");
    ignored("type -2", R"([-2,"1","Heartbeat",{}])");
    ignored("type too big", R"([18446744073709551618,"1","Heartbeat",{}])");
    ignored("broken result", R"([3,"1",{"a":)");
    ignored("broken type 22", R"([22,"1","Heartbeat",{)");

    const auto answered = [](const char *name, const QByteArray &bytes, const char *id, const char *fault) {
        QTest::newRow(name) << bytes << true << QString::fromLatin1(id) << QString::fromLatin1(fault);
    };
    answered("call without id", "[2]", "-1", "ProtocolError /1");
    answered("id is null", R"([2,null,"Heartbeat",{}])", "-1", "FormationViolation /1");
    answered("id is an object", R"([2,{},"Heartbeat",{}])", "-1", "FormationViolation /1");
    answered("id is true", R"([2,true,"Heartbeat",{}])", "-1", "FormationViolation /1");
    answered("id has a fraction", R"([2,1.5,"Heartbeat",{}])", "-1", "FormationViolation /1");
    answered("id is too big", R"([2,1e300,"Heartbeat",{}])", "-1", "FormationViolation /1");
    answered("action missing", R"([2,"7"])", "7", "ProtocolError /2");
    answered("action is a number", R"([2,"7",1,{}])", "7", "FormationViolation /2");
    answered("action is null", R"([2,"7",null,{}])", "7", "FormationViolation /2");
    answered("action is the payload", R"([2,"7",{}])", "7", "FormationViolation /2");
    answered("payload is an array", R"([2,"7","Heartbeat",[]])", "7", "FormationViolation /3");
    answered("payload is a text", R"([2,"7","Heartbeat","{}"])", "7", "FormationViolation /3");
    answered("payload is a number", R"([2,"7","Heartbeat",0])", "7", "FormationViolation /3");
    answered("payload is false", R"([2,"7","Heartbeat",false])", "7", "FormationViolation /3");

    // What begins like a CALL gets an answer even if its JSON is broken.
    const QByteArray deep = R"([2,"7","Heartbeat",)" + QByteArray(2000, '[') + QByteArray(2000, ']') + "]";
    answered("cut off", R"([2,"7","Heartbeat",{"a":)", "7", "FormationViolation ");
    answered("cut off in the id", R"([2,"7)", "-1", "FormationViolation ");
    answered("cut off before the id", "[2,", "-1", "FormationViolation ");
    answered("cut off after the type", "[2", "-1", "FormationViolation ");
    answered("too deep", deep, "7", "FormationViolation ");
    answered("number too big", R"([2,"7","Heartbeat",{"a":1e999}])", "7", "FormationViolation ");
    answered("not UTF-8", "[2,\"7\",\"Heartbeat\",{\"a\":\"\xff\xfe\"}]", "7", "FormationViolation ");
    answered("id not UTF-8", "[2,\"\xff\",\"Heartbeat\",{}]", "-1", "FormationViolation ");
    answered("id escaped", R"([2 , "a\u0041\"b","Heartbeat",{])", "aA\"b", "FormationViolation ");
    answered("id ends in a backslash", R"([2,"7\)", "-1", "FormationViolation ");
    answered("two frames", R"([2,"7","Heartbeat",{}][2,"8","Heartbeat",{}])", "7", "FormationViolation ");
    answered("trailing comma", R"([2,"7","Heartbeat",{},])", "7", "FormationViolation ");

    QTest::newRow("result is an array")
        << R"([3,"7",[]])"_ba << false << u"7"_s << u"FormationViolation /2"_s;
    QTest::newRow("result is a text") << R"([3,"7","x"])"_ba << false << u"7"_s << u"FormationViolation /2"_s;
    QTest::newRow("result without id") << R"([3])"_ba << false << QString() << u"ProtocolError /1"_s;
    QTest::newRow("error without id") << R"([4,null])"_ba << false << QString() << u"FormationViolation /1"_s;
}

void TestFrame::refuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, answerable);
    QFETCH(const QString, messageId);
    QFETCH(const QString, fault);
    const auto frame = parseFrame(bytes);
    QVERIFY2(!frame.has_value(), "accepted");
    QCOMPARE(frame.error().answerable, answerable);
    QCOMPARE(frame.error().messageId, messageId);
    QCOMPARE(QString(toString(frame.error().fault.code) + u' ' + frame.error().fault.path), fault);
    QVERIFY(!frame.error().fault.text.isEmpty());
}

void TestFrame::callErrorsAlwaysEndTheCall_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QJsonObject>("details");
    QTest::addColumn<int>("findings");

    QTest::newRow("code only") << R"([4,"7","InternalError"])"_ba << u"InternalError"_s << QString()
                               << QJsonObject() << 2;
    QTest::newRow("nothing") << R"([4,"7"])"_ba << u"GenericError"_s << QString() << QJsonObject() << 3;
    QTest::newRow("no details") << R"([4,"7","InternalError","text"])"_ba << u"InternalError"_s << u"text"_s
                                << QJsonObject() << 1;
    QTest::newRow("nulls") << R"([4,"7",null,null,null])"_ba << u"GenericError"_s << QString()
                           << QJsonObject() << 3;
    QTest::newRow("unknown code") << R"([4,"7","Oops","",{}])"_ba << u"Oops"_s << QString() << QJsonObject()
                                  << 1;
    QTest::newRow("corrected spelling")
        << R"([4,"7","OccurrenceConstraintViolation","",{}])"_ba << u"OccurrenceConstraintViolation"_s
        << QString() << QJsonObject() << 0;
    QTest::newRow("code is a number")
        << R"([4,"7",42,"",{}])"_ba << u"42"_s << QString() << QJsonObject() << 2;
    QTest::newRow("texts are JSON") << R"([4,"7","InternalError",{"a":1},"why"])"_ba << u"InternalError"_s
                                    << u"{\"a\":1}"_s << QJsonObject{{u"details"_s, u"why"_s}} << 2;
    QTest::newRow("too many elements") << R"([4,"7","InternalError","",{"a":1},1])"_ba << u"InternalError"_s
                                       << QString() << QJsonObject{{u"a"_s, 1}} << 1;
}

void TestFrame::callErrorsAlwaysEndTheCall()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);
    QFETCH(const QString, description);
    QFETCH(const QJsonObject, details);
    QFETCH(const int, findings);
    const auto frame = parseFrame(bytes);
    QVERIFY2(frame.has_value(), "refused");
    QCOMPARE(frame->messageId, u"7"_s);
    QCOMPARE(frame->errorCode, code);
    QCOMPARE(frame->errorDescription, description);
    QCOMPARE(frame->errorDetails, details);
    QCOMPARE(frame->findings.size(), findings);
}

void TestFrame::lastOfDuplicateKeysWins()
{
    const auto frame = parseFrame(R"([2,"7","Authorize",{"idTag":"A","idTag":"B"}])");
    QVERIFY(frame.has_value());
    QCOMPARE(frame->payload, (QJsonObject{{u"idTag"_s, u"B"_s}}));
}

void TestFrame::hugeFramesAreRead()
{
    const QByteArray text(4'000'000, 'x');
    const auto frame = parseFrame("[2,\"" + text + "\",\"" + text + "\",{\"data\":\"" + text + "\"}]");
    QVERIFY(frame.has_value());
    QCOMPARE(frame->messageId.size(), text.size());
    QCOMPARE(frame->findings.size(), 1);
    QVERIFY(frame->findings.first().text.size() < 200);
}

void TestFrame::writes()
{
    const QJsonObject payload{{u"status"_s, u"Gr\u00fcn \"\u20ac\""_s}};
    QCOMPARE(callFrame(u"a\"b"_s, "Reset"_L1, payload),
             "[2,\"a\\\"b\",\"Reset\",{\"status\":\"Grün \\\"€\\\"\"}]"_ba);
    QCOMPARE(callFrame(u"1"_s, u"Reset", {}), "[2,\"1\",\"Reset\",{}]"_ba);
    QCOMPARE(resultFrame(u"1"_s, payload), "[3,\"1\",{\"status\":\"Grün \\\"€\\\"\"}]"_ba);
    QCOMPARE(errorFrame(u"-1"_s, ErrorCode::OccurenceConstraintViolation, u"why"_s),
             "[4,\"-1\",\"OccurenceConstraintViolation\",\"why\",{}]"_ba);
    QCOMPARE(errorFrame(u"1"_s, ErrorCode::SecurityError, {}, {{u"path"_s, u"/x"_s}}),
             "[4,\"1\",\"SecurityError\",\"\",{\"path\":\"/x\"}]"_ba);
}

void TestFrame::writesWhatItReads_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ASCII") << u"19223201"_s;
    QTest::newRow("control characters") << QString(u"\u0001\t\n\u001f\u007f"_s);
    QTest::newRow("NUL") << QString(QChar(0));
    QTest::newRow("astral") << u"\U0001F50C"_s;
    QTest::newRow("line separators") << u"\u2028\u2029"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xd800));
}

void TestFrame::writesWhatItReads()
{
    QFETCH(const QString, text);
    const QJsonObject payload{{text, text}};
    const QByteArray bytes = callFrame(text, text, payload);
    QVERIFY(QString::fromUtf8(bytes).toUtf8() == bytes); // J 4.1.2: valid UTF-8
    const auto frame = parseFrame(bytes);
    QVERIFY(frame.has_value());
    QCOMPARE(frame->messageId, text);
    QCOMPARE(frame->action, text);
    QCOMPARE(frame->payload, payload);
    QVERIFY(frame->findings.isEmpty());
}

QTEST_APPLESS_MAIN(TestFrame)
#include "tst_frame.moc"
