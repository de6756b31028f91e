// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "store/contracts.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_ContractsApi : public QObject {
    Q_OBJECT

private slots:
    void everyMemberIsKept();
    void spellingsAreOne();
    void useIsShown();
    void refusals_data();
    void refusals();
    void removing();
    void listIsPaged();

private:
    ApiFixture fixture_;
};

void tst_ContractsApi::everyMemberIsKept()
{
    const QByteArray hash(64, 'A');
    const QByteArray body = R"({"status":"Blocked","idTag":"ADA","validUntil":"2030-01-01T00:00:00Z","name":"Ada",
        "hashAlgorithm":"SHA256","issuerNameHash":")"
                            + hash + R"(","issuerKeyHash":")" + hash + R"(","serialNumber":"0F",
        "certificateAnswer":"CertificateRevoked"})";
    QCOMPARE(fixture_.put("/contracts/DE-8AA-C12345678-X", body).status, 201);
    const QJsonObject contract = fixture_.get("/contracts/DE-8AA-C12345678-X").json();
    QCOMPARE(contract["emaid"_L1].toString(), u"DE-8AA-C12345678-X"_s);
    QCOMPARE(contract["status"_L1].toString(), u"Blocked"_s);
    QCOMPARE(contract["idTag"_L1].toString(), u"ADA"_s);
    QCOMPARE(contract["validUntil"_L1].toString(), u"2030-01-01T00:00:00Z"_s);
    QCOMPARE(contract["name"_L1].toString(), u"Ada"_s);
    QCOMPARE(contract["hashAlgorithm"_L1].toString(), u"SHA256"_s);
    QCOMPARE(contract["issuerNameHash"_L1].toString().toLatin1(), hash);
    QCOMPARE(contract["issuerKeyHash"_L1].toString().toLatin1(), hash);
    QCOMPARE(contract["serialNumber"_L1].toString(), u"0F"_s);
    QCOMPARE(contract["certificateAnswer"_L1].toString(), u"CertificateRevoked"_s);
    const auto bare = fixture_.put("/contracts/DE-8AA-C12345678-X", R"({"status":"Cancelled"})");
    QCOMPARE(bare.status, 200);
    QVERIFY(!bare.json().contains("idTag"_L1) && !bare.json().contains("serialNumber"_L1));
}

void tst_ContractsApi::spellingsAreOne()
{
    QCOMPARE(fixture_.put("/contracts/DE*ABC*C00000001", R"({"status":"Accepted"})").status, 201);
    QCOMPARE(fixture_.put("/contracts/deabcc00000001", R"({"status":"Blocked"})").status, 200);
    QCOMPARE(fixture_.get("/contracts/DE-ABC-C00000001").json()["status"_L1].toString(), u"Blocked"_s);
}

void tst_ContractsApi::useIsShown()
{
    fixture_.put("/contracts/USED", R"({"status":"Accepted"})");
    QVERIFY(fixture_.get("/contracts/USED").json()["lastSeen"_L1].isNull());
    fixture_.write([](store::Database &db) {
        store::Contracts(db).noteUse(u"USED"_s, u"CP1"_s, u"Invalid"_s, u"CertificateRevoked"_s, moment(0));
    });
    const QJsonObject used = fixture_.get("/contracts/USED").json();
    QCOMPARE(used["lastStation"_L1].toString(), u"CP1"_s);
    QCOMPARE(used["lastSeen"_L1].toString(), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(used["lastStatus"_L1].toString(), u"Invalid"_s);
    QCOMPARE(used["certificateStatus"_L1].toString(), u"CertificateRevoked"_s);
}

void tst_ContractsApi::refusals_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QByteArray good = R"({"status":"Accepted"})";
    QTest::newRow("no status") << "DE1"_ba
                               << "{}"_ba << u"badMember"_s;
    QTest::newRow("other status") << "DE1"_ba
                                  << R"({"status":"Fine"})"_ba << u"badMember"_s;
    QTest::newRow("other answer") << "DE1"_ba
                                  << R"({"status":"Accepted","certificateAnswer":"Good"})"_ba << u"badMember"_s;
    QTest::newRow("long") << QByteArray(37, 'A') << good << u"badEmaid"_s;
    QTest::newRow("blank") << "DE%201"_ba << good << u"badEmaid"_s;
    QTest::newRow("nothing but separators") << "--"_ba << good << u"badEmaid"_s;
    QTest::newRow("half a certificate") << "DE1"_ba
                                        << R"({"status":"Accepted","serialNumber":"0F"})"_ba << u"badCertificate"_s;
}

void tst_ContractsApi::refusals()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const auto reply = fixture_.put("/contracts/" + path, body);
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.errorCode(), code);
    QCOMPARE(fixture_.get("/contracts/DE1").status, 404);
}

void tst_ContractsApi::removing()
{
    fixture_.put("/contracts/GONE", R"({"status":"Accepted"})");
    QCOMPARE(fixture_.del("/contracts/gone").status, 204);
    QCOMPARE(fixture_.del("/contracts/GONE").status, 404);
    QCOMPARE(fixture_.get("/contracts/GONE").errorCode(), u"unknownContract"_s);
}

void tst_ContractsApi::listIsPaged()
{
    for (const char *emaid : {"ZZ-1", "ZZ-2", "ZZ-3"})
        fixture_.put(QByteArray("/contracts/") + emaid, R"({"status":"Accepted"})");
    const auto first = fixture_.get("/contracts?limit=2&after=ZZ");
    QCOMPARE(first.items().size(), 2);
    QCOMPARE(first.json()["next"_L1].toString(), u"ZZ-2"_s);
    const auto second = fixture_.get("/contracts?limit=2&after=ZZ-2");
    QCOMPARE(second.items().size(), 1);
    QVERIFY(second.json()["next"_L1].isNull());
}

QTEST_GUILESS_MAIN(tst_ContractsApi)
#include "tst_contracts.moc"
