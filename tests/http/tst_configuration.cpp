// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "store/configuration.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Configuration : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void reportedKeysAreListed();
    void desiredStaysApartFromReported();
    void keysAreMatchedCaseInsensitively();
    void aKeyNobodyReportedMayBeDesired();
    void noLongerDesired();
    void secretsAreMasked();
    void refusals_data();
    void refusals();

private:
    QJsonObject key(const QString &name);

    ApiFixture fixture_;
};

void tst_Configuration::initTestCase()
{
    fixture_.addStation(u"CP"_s);
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Configuration(db).report(u"CP"_s,
                                        {{u"HeartbeatInterval"_s, u"300"_s, false},
                                         {u"NumberOfConnectors"_s, u"2"_s, true},
                                         {u"AuthorizationKey"_s, u"0011223344"_s, false},
                                         {u"Empty"_s, std::nullopt, false}},
                                        moment(0));
    }));
}

QJsonObject tst_Configuration::key(const QString &name)
{
    for (const QJsonValue &item : fixture_.get("/stations/cp/configuration").items()) {
        if (item.toObject().value("key"_L1).toString() == name)
            return item.toObject();
    }
    return {};
}

void tst_Configuration::reportedKeysAreListed()
{
    QCOMPARE(fixture_.get("/stations/CP/configuration").items().size(), 4);
    const QJsonObject connectors = key(u"NumberOfConnectors"_s);
    QCOMPARE(connectors.value("value"_L1).toString(), u"2"_s);
    QCOMPARE(connectors.value("readonly"_L1), QJsonValue(true));
    QVERIFY(connectors.value("desired"_L1).isNull());
    QCOMPARE(connectors.value("state"_L1).toString(), u"inSync"_s);
    QCOMPARE(connectors.value("reportedAt"_L1).toString(), u"2026-01-01T00:00:00Z"_s);
    QVERIFY(key(u"Empty"_s).value("value"_L1).isNull());
}

void tst_Configuration::desiredStaysApartFromReported()
{
    const auto reply = fixture_.put("/stations/CP/configuration/HeartbeatInterval", R"({"value":"60"})");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json().value("value"_L1).toString(), u"300"_s);
    QCOMPARE(reply.json().value("desired"_L1).toString(), u"60"_s);
    QCOMPARE(reply.json().value("state"_L1).toString(), u"pending"_s);
    QCOMPARE(key(u"HeartbeatInterval"_s), reply.json());
}

void tst_Configuration::keysAreMatchedCaseInsensitively()
{
    QCOMPARE(fixture_.put("/stations/cp/configuration/heartbeatinterval", R"({"value":"61"})").status, 200);
    QCOMPARE(key(u"HeartbeatInterval"_s).value("desired"_L1).toString(), u"61"_s);
}

void tst_Configuration::aKeyNobodyReportedMayBeDesired()
{
    QCOMPARE(fixture_.put("/stations/CP/configuration/Vendor.Key", R"({"value":""})").status, 200);
    QCOMPARE(key(u"Vendor.Key"_s).value("desired"_L1), QJsonValue(QString()));
    QVERIFY(key(u"Vendor.Key"_s).value("value"_L1).isNull());
}

void tst_Configuration::noLongerDesired()
{
    fixture_.put("/stations/CP/configuration/HeartbeatInterval", R"({"value":"62"})");
    const auto reply = fixture_.put("/stations/CP/configuration/HeartbeatInterval", R"({"value":null})");
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.json().value("desired"_L1).isNull());
}

void tst_Configuration::secretsAreMasked()
{
    const auto reply =
        fixture_.put("/stations/CP/configuration/AuthorizationKey", R"({"value":"5566778899"})");
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json().value("desired"_L1).toString(), u"***"_s);
    const QByteArray all = fixture_.get("/stations/CP/configuration").body;
    QVERIFY(!all.contains("0011223344"));
    QVERIFY(!all.contains("5566778899"));
    QCOMPARE(key(u"AuthorizationKey"_s).value("secret"_L1), QJsonValue(true));
}

void tst_Configuration::refusals_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown station") << "/stations/NO/configuration/K"_ba
                                     << R"({"value":"1"})"_ba << 404;
    QTest::newRow("no value") << "/stations/CP/configuration/K"_ba
                              << "{}"_ba << 422;
    QTest::newRow("a number") << "/stations/CP/configuration/K"_ba
                              << R"({"value":1})"_ba << 422;
    QTest::newRow("too long") << "/stations/CP/configuration/K"_ba
                              << "{\"value\":\"" + QByteArray(501, 'x') + "\"}" << 422;
    QTest::newRow("long key") << "/stations/CP/configuration/" + QByteArray(51, 'k') << R"({"value":"1"})"_ba
                              << 422;
}

void tst_Configuration::refusals()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QTEST(fixture_.put(path, body).status, "status");
}

QTEST_GUILESS_MAIN(tst_Configuration)
#include "tst_configuration.moc"
