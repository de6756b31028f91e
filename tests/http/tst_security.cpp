// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "pki/opensslprogram.h"
#include "store/attention.h"
#include "store/certificaterequests.h"
#include "store/configuration.h"
#include "store/securityevents.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

/// Certificates and security events of stations.
class tst_Security : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void roots();
    void rootsRefused_data();
    void rootsRefused();
    void rootsWithdrawn();
    void strangers();
    void refreshing();
    void requests();
    void chainsRefused_data();
    void chainsRefused();
    void events();
    void acknowledging();
    void unknownStations_data();
    void unknownStations();

private:
    static QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(); }
    ApiFixture::Reply install(const QByteArray &pem, const QString &type = u"CentralSystemRootCertificate"_s)
    {
        return fixture_.put("/stations/cp/certificates",
                            json({{u"certificateType"_s, type}, {u"certificate"_s, QString::fromLatin1(pem)}}));
    }
    ApiFixture::Reply send(const QByteArray &chain, const QJsonObject &more = {})
    {
        QJsonObject body = more;
        body.insert(u"certificateChain"_s, QString::fromLatin1(chain));
        return fixture_.post("/stations/CP/certificates", json(body));
    }
    qint64 book(const QByteArray &csr);
    void tell(const QString &type, qint64 time);

    OpenSsl openssl_;
    QByteArray root_;
    QByteArray csr_;
    QByteArray leaf_;
    ApiFixture fixture_;
};

void tst_Security::initTestCase()
{
    root_ = openssl_.makeRoot(u"root"_s, u"/O=Nordkai/CN=Root"_s);
    openssl_.makeKey(u"own"_s);
    csr_ = openssl_.makeRequest(u"own"_s, u"/O=Nordkai/CN=CP"_s);
    leaf_ = openssl_.sign(u"own"_s, u"root"_s);
    fixture_.addStation(u"CP"_s, true);
}

void tst_Security::init()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        for (const auto &table : {u"station_certificates"_s, u"certificates"_s, u"certificate_stores"_s,
                                  u"certificate_requests"_s, u"security_events"_s, u"attention"_s, u"configuration"_s})
            db.run(u"DELETE FROM %1"_s.arg(table));
    }));
}

qint64 tst_Security::book(const QByteArray &csr)
{
    qint64 id = 0;
    fixture_.write([&](store::Database &db) {
        id = store::CertificateRequests(db).book(u"CP"_s, QString::fromLatin1(csr), moment(0)).id;
    });
    return id;
}

void tst_Security::tell(const QString &type, qint64 time)
{
    QVERIFY(fixture_.write([&](store::Database &db) {
        store::SecurityEvent event;
        event.station = u"CP"_s;
        event.type = type;
        event.time = moment(time);
        event.received = moment(time + 500);
        event.techInfo = u"lid"_s;
        store::SecurityEvents(db).add(event);
    }));
}

void tst_Security::roots()
{
    const auto reply = install(root_);
    QCOMPARE(reply.status, 200);
    const QJsonObject row = reply.json();
    QCOMPARE(row.value("state"_L1).toString(), u"pending"_s);
    QCOMPARE(row.value("desired"_L1).toBool(), true);
    QCOMPARE(row.value("subject"_L1).toString(), u"CN=Root,O=Nordkai"_s);
    QVERIFY(row.value("hashAlgorithm"_L1).isNull());
    QCOMPARE(fixture_.get("/stations/CP/certificates").items().size(), 1);
    QCOMPARE(fixture_.get("/stations/CP/certificates").items().first().toObject(), row);
    const QJsonArray known = fixture_.get("/certificates").items();
    QCOMPARE(known.size(), 1);
    const QJsonObject certificate = known.first().toObject();
    QCOMPARE(certificate.value("id"_L1), row.value("certificate"_L1));
    QCOMPARE(certificate.value("kind"_L1).toString(), u"root"_s);
    QCOMPARE(certificate.value("certificate"_L1).toString(), QString::fromLatin1(root_));
    QCOMPARE(certificate.value("key"_L1).toString(), u"EC 256"_s);
    QVERIFY(certificate.value("station"_L1).isNull());
}

void tst_Security::rootsRefused_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("path");
    const QString central = u"CentralSystemRootCertificate"_s;
    QTest::newRow("no PEM") << QByteArray("x") << central << u"/certificate"_s;
    QTest::newRow("no authority") << leaf_ << central << u"/certificate"_s;
    QTest::newRow("type") << root_ << u"V2GRootCertificate"_s << u"/certificateType"_s;
}

void tst_Security::rootsRefused()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, type);
    const auto reply = install(pem, type);
    QCOMPARE(reply.status, 422);
    QTEST(reply.json()["error"_L1]["path"_L1].toString(), "path");
    QVERIFY(fixture_.get("/certificates").items().isEmpty());
}

void tst_Security::rootsWithdrawn()
{
    const QByteArray path =
        "/stations/CP/certificates/" + QByteArray::number(install(root_).json().value("id"_L1).toInteger());
    QCOMPARE(fixture_.del(path, "read-token").status, 403);
    QCOMPARE(fixture_.del(path).status, 204);
    QVERIFY(fixture_.get("/stations/CP/certificates").items().isEmpty());
    QCOMPARE(fixture_.del(path).errorCode(), u"unknownCertificate"_s);
}

void tst_Security::strangers()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Certificates(db).report(u"CP"_s, ocpp::CertificateUse::ManufacturerRootCertificate,
                                       {{ocpp::HashAlgorithm::SHA512, u"AB"_s, u"CD"_s, u"7"_s}}, moment(0));
    }));
    const QJsonObject row = fixture_.get("/stations/CP/certificates").items().first().toObject();
    QCOMPARE(row.value("state"_L1).toString(), u"reported"_s);
    QCOMPARE(row.value("hashAlgorithm"_L1).toString(), u"SHA512"_s);
    QCOMPARE(row.value("serialNumber"_L1).toString(), u"7"_s);
    QCOMPARE(row.value("reportedAt"_L1).toString(), u"2026-01-01T00:00:00Z"_s);
    QVERIFY(row.value("certificate"_L1).isNull() && row.value("subject"_L1).isNull());
}

void tst_Security::refreshing()
{
    QCOMPARE(fixture_.post("/stations/CP/certificates/refresh", {}).status, 204);
    bool isAsked = false;
    QVERIFY(fixture_.write([&](store::Database &db) { isAsked = store::Certificates(db).stores(u"CP"_s).first().isAsked; }));
    QVERIFY(isAsked);
}

void tst_Security::requests()
{
    const qint64 id = book(csr_);
    const QJsonArray waiting = fixture_.get("/stations/CP/certificate-requests").items();
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.first()["state"_L1].toString(), u"waiting"_s);
    QCOMPARE(waiting.first()["csr"_L1].toString(), QString::fromLatin1(csr_));
    QVERIFY(waiting.first()["certificateChain"_L1].isNull());
    const auto reply = send(leaf_ + root_, {{u"request"_s, id}});
    QCOMPARE(reply.status, 202);
    QCOMPARE(reply.json().value("state"_L1).toString(), u"signed"_s);
    QCOMPARE(reply.json().value("id"_L1).toInteger(), id);
    const QJsonObject own = fixture_.get("/certificates").items().first().toObject();
    QCOMPARE(own.value("kind"_L1).toString(), u"station"_s);
    QCOMPARE(own.value("station"_L1).toString(), u"CP"_s);
    QCOMPARE(own.value("issuer"_L1).toString(), u"CN=Root,O=Nordkai"_s);
}

void tst_Security::chainsRefused_data()
{
    QTest::addColumn<QByteArray>("chain");
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("another key") << root_ << QJsonObject() << 422 << u"unfitCertificate"_s;
    QTest::newRow("no such request") << leaf_ << QJsonObject{{u"request"_s, 4711}} << 409 << u"noRequest"_s;
    QTest::newRow("no number") << leaf_ << QJsonObject{{u"request"_s, u"x"_s}} << 422 << u"badMember"_s;
}

void tst_Security::chainsRefused()
{
    book(csr_);
    QFETCH(QByteArray, chain);
    QFETCH(QJsonObject, more);
    const auto reply = send(chain, more);
    QTEST(reply.status, "status");
    QTEST(reply.errorCode(), "code");
}

void tst_Security::events()
{
    tell(u"InvalidMessages"_s, 0);
    tell(u"TamperDetectionActivated"_s, 1000);
    tell(u"VendorAlarm"_s, 2000);
    const QJsonArray all = fixture_.get("/stations/cp/security-events").items();
    QCOMPARE(all.size(), 3);
    const QJsonObject tamper = all.at(1).toObject();
    QCOMPARE(tamper.value("type"_L1).toString(), u"TamperDetectionActivated"_s);
    QCOMPARE(tamper.value("severity"_L1).toString(), u"critical"_s);
    QCOMPARE(tamper.value("alarming"_L1).toBool(), true);
    QCOMPARE(tamper.value("timestamp"_L1).toString(), u"2026-01-01T00:00:01Z"_s);
    QCOMPARE(tamper.value("received"_L1).toString(), u"2026-01-01T00:00:01.500Z"_s);
    QCOMPARE(tamper.value("techInfo"_L1).toString(), u"lid"_s);
    QVERIFY(tamper.value("acknowledged"_L1).isNull());
    QCOMPARE(all.at(0)["severity"_L1].toString(), u"unknown"_s);
    QCOMPARE(all.at(2)["alarming"_L1].toBool(true), false);
    QCOMPARE(fixture_.get("/stations/CP/security-events?alarming=true").items().size(), 2);
    const auto page = fixture_.get("/stations/CP/security-events?limit=2").json();
    QCOMPARE(fixture_.get("/stations/CP/security-events?after=" + page.value("next"_L1).toString().toLatin1()).items().size(), 1);
}

void tst_Security::acknowledging()
{
    tell(u"TamperDetectionActivated"_s, 0);
    tell(u"TamperDetectionActivated"_s, 1000);
    QCOMPARE(fixture_.get("/attention").items().size(), 1);
    const qint64 id = fixture_.get("/stations/CP/security-events").items().first()["id"_L1].toInteger();
    const QByteArray path = "/stations/CP/security-events/" + QByteArray::number(id) + "/acknowledge";
    QCOMPARE(fixture_.post(path, {}, "read-token").status, 403);
    const auto reply = fixture_.post(path, {});
    QCOMPARE(reply.status, 200);
    QVERIFY(!reply.json().value("acknowledged"_L1).isNull());
    QVERIFY(fixture_.get("/attention").items().isEmpty());
    QVERIFY(fixture_.get("/stations/CP/security-events?waiting=true").items().isEmpty());
    QCOMPARE(fixture_.post("/stations/CP/security-events/999999/acknowledge", {}).errorCode(), u"unknownEvent"_s);
}

void tst_Security::unknownStations_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("roots") << "GET"_ba << "/stations/NO/certificates"_ba;
    QTest::newRow("withdraw") << "DELETE"_ba << "/stations/NO/certificates/1"_ba;
    QTest::newRow("refresh") << "POST"_ba << "/stations/NO/certificates/refresh"_ba;
    QTest::newRow("requests") << "GET"_ba << "/stations/NO/certificate-requests"_ba;
    QTest::newRow("events") << "GET"_ba << "/stations/NO/security-events"_ba;
}

void tst_Security::unknownStations()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const auto reply = fixture_.send(method, path, {}, "control-token");
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.errorCode(), u"unknownStation"_s);
}

QTEST_GUILESS_MAIN(tst_Security)
#include "tst_security.moc"
