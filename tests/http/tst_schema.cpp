// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/schema.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace http;

namespace {

struct Row {
    QString text;
    int number = 5;
    std::optional<int> maybe;
    bool flag = false;
    std::optional<ocpp::Timestamp> time;
    QStringList list;
    QString word;
    QString secret;
    qint64 fixed = 7;
};

constexpr QLatin1StringView knownWords[] = {"one"_L1, "two"_L1};
constexpr QLatin1StringView requiredMembers[] = {"text"_L1};
constexpr Property properties[] = {
    settable<Row>(
        "text"_L1, "t"_L1, [](auto &r) -> auto & { return r.text; }, length(1, 5)),
    settable<Row>(
        "number"_L1, "n"_L1, [](auto &r) -> auto & { return r.number; }, range(0, 10)),
    settable<Row>(
        "maybe"_L1, "m"_L1, [](auto &r) -> auto & { return r.maybe; }),
    settable<Row>(
        "flag"_L1, "f"_L1, [](auto &r) -> auto & { return r.flag; }),
    settable<Row>(
        "time"_L1, "t"_L1, [](auto &r) -> auto & { return r.time; }),
    settable<Row>(
        "list"_L1, "l"_L1, [](auto &r) -> auto & { return r.list; }, leftOutWhenAbsent()),
    settable<Row>(
        "word"_L1, "w"_L1, [](auto &r) -> auto & { return r.word; }, words(knownWords), leftOutWhenAbsent()),
    settable<Row>(
        "secret"_L1, "s"_L1, [](auto &r) -> auto & { return r.secret; }, writeOnly()),
    shown<Row>("fixed"_L1, "f"_L1, [](const Row &r) { return r.fixed; }),
};
const Schema schema{"Row"_L1, properties, "A row"_L1, requiredMembers};

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class tst_Schema : public QObject {
    Q_OBJECT

private slots:
    void everyMemberIsSetAndShown();
    void whatIsNotNamedStays();
    void refusals_data();
    void refusals();
    void nothingIsSetByARefusedBody();
    void absentMembers();
    void jsonSchema();
};

void tst_Schema::everyMemberIsSetAndShown()
{
    Row row;
    const auto assigned = assign(
        schema, object(R"({"text":"abc","number":3,"maybe":4,"flag":true,"time":"2026-01-01T00:00:00+01:00",
        "list":["a","b"],"word":"two","secret":"x","fixed":99})"),
        &row);
    QVERIFY(assigned);
    QCOMPARE(row.secret, u"x"_s);
    QCOMPARE(toJson(properties, &row),
             object(R"({"text":"abc","number":3,"maybe":4,"flag":true,"time":"2025-12-31T23:00:00Z",
        "list":["a","b"],"word":"two","fixed":7})"));
}

void tst_Schema::whatIsNotNamedStays()
{
    Row row;
    row.maybe = 3;
    QVERIFY(assign(schema, object(R"({"text":"abc"})"), &row));
    QCOMPARE(row.number, 5);
    QCOMPARE(row.maybe, 3);
    QVERIFY(assign(schema, object(R"({"text":"abc","maybe":null})"), &row));
    QCOMPARE(row.maybe, std::nullopt);
}

void tst_Schema::refusals_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QString>("path");
    QTest::newRow("unknown") << R"("colour":1)"_ba << u"/colour"_s;
    QTest::newRow("too long") << R"("text":"abcdef")"_ba << u"/text"_s;
    QTest::newRow("too short") << R"("text":"")"_ba << u"/text"_s;
    QTest::newRow("not a text") << R"("text":1)"_ba << u"/text"_s;
    QTest::newRow("null") << R"("text":null)"_ba << u"/text"_s;
    QTest::newRow("NUL") << R"("text":"a\u0000b")"_ba << u"/text"_s;
    QTest::newRow("too large") << R"("number":11)"_ba << u"/number"_s;
    QTest::newRow("too small") << R"("number":-1)"_ba << u"/number"_s;
    QTest::newRow("fraction") << R"("number":1.5)"_ba << u"/number"_s;
    QTest::newRow("huge") << R"("number":1e300)"_ba << u"/number"_s;
    QTest::newRow("number as text") << R"("number":"1")"_ba << u"/number"_s;
    QTest::newRow("not a switch") << R"("flag":1)"_ba << u"/flag"_s;
    QTest::newRow("a day") << R"("time":"2026-01-01")"_ba << u"/time"_s;
    QTest::newRow("no zone") << R"("time":"2026-01-01T00:00:00")"_ba << u"/time"_s;
    QTest::newRow("not a list") << R"("list":"a")"_ba << u"/list"_s;
    QTest::newRow("list of numbers") << R"("list":[1])"_ba << u"/list"_s;
    QTest::newRow("unknown word") << R"("word":"three")"_ba << u"/word"_s;
}

void tst_Schema::refusals()
{
    QFETCH(QByteArray, member);
    QFETCH(QString, path);
    Row row;
    QByteArray body = "{" + member + "}";
    if (!member.startsWith("\"text\""))
        body = R"({"text":"a",)" + member + "}";
    const auto assigned = assign(schema, object(body), &row);
    QVERIFY(!assigned);
    QCOMPARE(assigned.error().status, 422);
    QCOMPARE(assigned.error().path, path);
    QVERIFY(assigned.error().message.startsWith(path));
}

void tst_Schema::nothingIsSetByARefusedBody()
{
    Row row;
    QVERIFY(!assign(schema, object(R"({"flag":true,"text":"toolong"})"), &row));
    QVERIFY(!row.flag);
    const auto missing = assign(schema, object(R"({"flag":true})"), &row);
    QCOMPARE(missing.error().path, u"/text"_s);
    QVERIFY(!row.flag);
}

void tst_Schema::absentMembers()
{
    const Row row;
    const QJsonObject json = toJson(properties, &row);
    QVERIFY(json.value("maybe"_L1).isNull());
    QVERIFY(!json.contains("list"_L1));
    QVERIFY(!json.contains("word"_L1));
    QVERIFY(!json.contains("secret"_L1));
}

void tst_Schema::jsonSchema()
{
    const QJsonObject document = schemaOf(schema);
    const QJsonObject members = document.value("properties"_L1).toObject();
    QCOMPARE(document.value("required"_L1).toArray(), (QJsonArray{u"text"_s}));
    QCOMPARE(members.value("text"_L1).toObject(),
             object(R"({"type":"string","minLength":1,"maxLength":5,"description":"t"})"));
    QCOMPARE(members.value("number"_L1).toObject(),
             object(R"({"type":"integer","minimum":0,"maximum":10,"description":"n"})"));
    QCOMPARE(members.value("maybe"_L1).toObject().value("type"_L1).toArray(),
             (QJsonArray{u"integer"_s, u"null"_s}));
    QCOMPARE(members.value("word"_L1).toObject().value("enum"_L1).toArray(),
             (QJsonArray{u"one"_s, u"two"_s}));
    QVERIFY(members.value("secret"_L1).toObject().value("writeOnly"_L1).toBool());
    QVERIFY(members.value("fixed"_L1).toObject().value("readOnly"_L1).toBool());
}

QTEST_GUILESS_MAIN(tst_Schema)
#include "tst_schema.moc"
