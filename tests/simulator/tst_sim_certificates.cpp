// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/certificate.h"
#include "pki/opensslprogram.h"
#include "simulator/place.h"

using namespace simtest;
using simulator::CertificateManner;

/// W A02-A04, M03-M05.
class TestCertificates : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void withoutTheExtension_data();
    void withoutTheExtension();
    void rootsAreInstalledOnce();
    void rootsRefused();
    void rootsDeleted_data();
    void rootsDeleted();
    void forgetful();
    void factoryResetForgets();
    void asksWhenTriggered();
    void takesItsCertificate();
    void refusesOtherCertificates();
    void triggersWhatTheOtherDoes();
    void eventsWaitForTheLine();
    void aBootIsASecurityEvent();

private:
    QJsonObject ask(const QString &action, const QJsonObject &payload) { return place_->central.ask(action, payload).payload; }
    QString statusOf(const QString &action, const QJsonObject &payload)
    {
        return ask(action, payload).value("status"_L1).toString();
    }
    QString install(const QByteArray &pem, const QString &type = u"CentralSystemRootCertificate"_s)
    {
        return statusOf(u"InstallCertificate"_s,
                        {{u"certificateType"_s, type}, {u"certificate"_s, QString::fromLatin1(pem)}});
    }
    QJsonArray listed(const QString &type = u"CentralSystemRootCertificate"_s)
    {
        return ask(u"GetInstalledCertificateIds"_s, {{u"certificateType"_s, type}}).value("certificateHashData"_L1).toArray();
    }
    /// The certificate that an authority makes of the request that the station sent last.
    QByteArray signedRequest(const QString &authority, const QString &days = u"3650"_s)
    {
        openssl_.write(u"own.csr"_s, place_->central.last(u"SignCertificate"_s).value("csr"_L1).toString().toLatin1());
        return openssl_.sign(u"own"_s, authority, {u"-days"_s, days});
    }
    QString send(const QByteArray &chain)
    {
        return statusOf(u"CertificateSigned"_s, {{u"certificateChain"_s, QString::fromLatin1(chain)}});
    }
    void request()
    {
        place_->station.requestCertificate();
        QVERIFY(place_->settled());
    }

    OpenSsl openssl_;
    QByteArray root_;
    QByteArray other_;
    std::unique_ptr<Place> place_;
};

void TestCertificates::initTestCase()
{
    root_ = openssl_.makeRoot(u"root"_s, u"/O=Nordkai/CN=Root"_s);
    other_ = openssl_.makeRoot(u"other"_s, u"/O=Nordkai/CN=Other"_s);
}

void TestCertificates::init()
{
    simulator::StationOptions options = defaultOptions();
    options.configuration.insert(u"CertificateStoreMaxLength"_s, u"2"_s);
    options.configuration.insert(u"CpoName"_s, u"Nordkai"_s);
    place_ = std::make_unique<Place>(options);
    place_->central.answer(u"SignCertificate"_s, {{u"status"_s, u"Accepted"_s}});
    place_->central.answer(u"SecurityEventNotification"_s, {});
    place_->station.setCertificateManner(CertificateManner::Good);
    QVERIFY(place_->boot());
    place_->central.forget();
}

void TestCertificates::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestCertificates::withoutTheExtension_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    const QJsonObject hash{{u"hashAlgorithm"_s, u"SHA256"_s}, {u"issuerNameHash"_s, u"A"_s}, {u"issuerKeyHash"_s, u"B"_s},
                           {u"serialNumber"_s, u"1"_s}};
    const QString type = u"ManufacturerRootCertificate"_s;
    QTest::newRow("install") << u"InstallCertificate"_s
                             << QJsonObject{{u"certificateType"_s, type}, {u"certificate"_s, u"x"_s}};
    QTest::newRow("delete") << u"DeleteCertificate"_s << QJsonObject{{u"certificateHashData"_s, hash}};
    QTest::newRow("list") << u"GetInstalledCertificateIds"_s << QJsonObject{{u"certificateType"_s, type}};
    QTest::newRow("signed") << u"CertificateSigned"_s << QJsonObject{{u"certificateChain"_s, u"x"_s}};
    QTest::newRow("trigger") << u"ExtendedTriggerMessage"_s << QJsonObject{{u"requestedMessage"_s, u"Heartbeat"_s}};
}

void TestCertificates::withoutTheExtension()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    place_->station.setCertificateManner(CertificateManner::None);
    QCOMPARE(place_->central.ask(action, payload).errorCode, u"NotImplemented"_s);
}

void TestCertificates::rootsAreInstalledOnce()
{
    QVERIFY(listed().isEmpty());
    QCOMPARE(install(root_), u"Accepted"_s);
    QCOMPARE(install(root_), u"Accepted"_s);
    QCOMPARE(listed().size(), 1);
    const auto facts = pki::readCertificate(root_);
    QCOMPARE(listed().first()["serialNumber"_L1].toString(), facts->serialNumber);
    QCOMPARE(listed().first()["issuerKeyHash"_L1].toString(), facts->hashes.first().key);
    QVERIFY(listed(u"ManufacturerRootCertificate"_s).isEmpty());
}

void TestCertificates::rootsRefused()
{
    QCOMPARE(install("nonsense"), u"Rejected"_s);
    QCOMPARE(install(root_), u"Accepted"_s);
    QCOMPARE(install(root_, u"ManufacturerRootCertificate"_s), u"Accepted"_s);
    QCOMPARE(install(other_), u"Rejected"_s); // there is room for two
    QCOMPARE(place_->station.certificates().roots(), 2);
}

void TestCertificates::rootsDeleted_data()
{
    QTest::addColumn<int>("algorithm");
    for (int i = 0; i < 3; ++i)
        QTest::newRow(qPrintable(pki::readCertificate(root_)->hashes.at(i).algorithm)) << i;
}

void TestCertificates::rootsDeleted()
{
    QFETCH(int, algorithm);
    install(root_);
    install(other_);
    const auto facts = pki::readCertificate(root_);
    const pki::IssuerHashes hashes = facts->hashes.at(algorithm);
    const QJsonObject hash{{u"hashAlgorithm"_s, hashes.algorithm},
                           {u"issuerNameHash"_s, hashes.name.toLower()},
                           {u"issuerKeyHash"_s, hashes.key},
                           {u"serialNumber"_s, facts->serialNumber}};
    QCOMPARE(statusOf(u"DeleteCertificate"_s, {{u"certificateHashData"_s, hash}}), u"Accepted"_s);
    QCOMPARE(statusOf(u"DeleteCertificate"_s, {{u"certificateHashData"_s, hash}}), u"NotFound"_s);
    QCOMPARE(listed().size(), 1);
}

void TestCertificates::forgetful()
{
    place_->station.setCertificateManner(CertificateManner::Forgetful);
    QCOMPARE(install(root_), u"Accepted"_s);
    QVERIFY(listed().isEmpty());
}

void TestCertificates::factoryResetForgets()
{
    install(root_);
    place_->station.reboot();
    QVERIFY(place_->pass(10s));
    QCOMPARE(place_->station.certificates().roots(), 1);
    place_->station.resetToFactory();
    QVERIFY(place_->pass(10s));
    QCOMPARE(place_->station.certificates().roots(), 0);
}

void TestCertificates::asksWhenTriggered()
{
    QCOMPARE(statusOf(u"ExtendedTriggerMessage"_s, {{u"requestedMessage"_s, u"SignChargePointCertificate"_s}}), u"Accepted"_s);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"SignCertificate"_s), 1);
    openssl_.write(u"own.csr"_s, place_->central.last(u"SignCertificate"_s).value("csr"_L1).toString().toLatin1());
    const QByteArray subject = openssl_.run("req -in own.csr -verify -noout -subject");
    QVERIFY2(subject.simplified().replace(" = ", "=").contains("O=Nordkai, CN=CP1"), subject);
}

void TestCertificates::takesItsCertificate()
{
    install(root_);
    request();
    const QByteArray own = signedRequest(u"root"_s);
    QCOMPARE(send(own + root_), u"Accepted"_s);
    QCOMPARE(place_->station.certificates().own(), own + root_);
    QCOMPARE(send(own), u"Accepted"_s); // the root may be missing
}

void TestCertificates::refusesOtherCertificates()
{
    QCOMPARE(send(root_), u"Rejected"_s); // it asked for none
    install(root_);
    request();
    QCOMPARE(send("nonsense"), u"Rejected"_s);
    QCOMPARE(send(signedRequest(u"other"_s)), u"Rejected"_s); // A02.FR.06
    const QByteArray old = signedRequest(u"root"_s);
    request();
    QCOMPARE(send(old), u"Rejected"_s); // for another key
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"SecurityEventNotification"_s), 4); // A02.FR.07
    QCOMPARE(place_->central.last(u"SecurityEventNotification"_s).value("type"_L1).toString(),
             u"InvalidChargePointCertificate"_s);
    QVERIFY(place_->station.certificates().own().isEmpty());
}

void TestCertificates::triggersWhatTheOtherDoes()
{
    const QString trigger = u"ExtendedTriggerMessage"_s;
    QCOMPARE(statusOf(trigger, {{u"requestedMessage"_s, u"StatusNotification"_s}, {u"connectorId"_s, 2}}), u"Accepted"_s);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.statuses(2).size(), 1);
    QCOMPARE(statusOf(trigger, {{u"requestedMessage"_s, u"LogStatusNotification"_s}}), u"NotImplemented"_s);
    QCOMPARE(statusOf(trigger, {{u"requestedMessage"_s, u"BootNotification"_s}}), u"Rejected"_s);
}

void TestCertificates::eventsWaitForTheLine()
{
    place_->station.goOffline();
    place_->station.tellSecurityEvent(u"TamperDetectionActivated"_s, u"lid"_s);
    place_->station.tellSecurityEvent(u"MemoryExhaustion"_s, {});
    QVERIFY(place_->pass(30s));
    place_->station.goOnline();
    QVERIFY(waitFor([this] { return place_->central.count(u"SecurityEventNotification"_s) == 2; }));
    const auto told = place_->central.all(u"SecurityEventNotification"_s);
    QCOMPARE(told.first().value("techInfo"_L1).toString(), u"lid"_s);
    QCOMPARE(told.first().value("timestamp"_L1).toString(), ocpp::formatTimestamp(noon));
    QVERIFY(!told.last().contains("techInfo"_L1));
}

void TestCertificates::aBootIsASecurityEvent()
{
    place_->station.losePower(10s);
    const auto booted = place_->timeline.now() + 10s;
    QVERIFY(place_->pass(20s));
    const auto told = place_->central.all(u"SecurityEventNotification"_s);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().value("type"_L1).toString(), u"StartupOfTheDevice"_s);
    QCOMPARE(told.first().value("timestamp"_L1).toString(), ocpp::formatTimestamp(booted));
}

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_sim_certificates.moc"
