// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "firmwaresample.h"
#include "json.h"
#include "pki/certificate.h"
#include "store/certificates.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/nodes.h"
#include "store/reconciliations.h"
#include "store/stationfiles.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using store::Firmware;
using store::FirmwareJob;
using store::FirmwareKind;

/// Behaviour 31 and L01: an update from its command to what the station runs.
class tst_Firmware : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void fromTheCommandToTheInstallation();
    void statusesOfASignedOne_data();
    void statusesOfASignedOne();
    void failures_data();
    void failures();
    void aDownloadOverHttps();
    void aDownloadIsRetried();
    void theStationDecidesHowOftenItTries();
    void aSignedOneSaysOnceThatItCouldNotFetch();
    void aWrongSignatureIsNotSent();
    void whoIssuedTheCertificate_data();
    void whoIssuedTheCertificate();
    void refused_data();
    void refused();
    void rejectedIsTriedAgain();
    void notSupportedIsGivenUp();
    void noPlaceForFiles();
    void aPlaceMayComeYet();
    void aFileOfAnotherNodeIsWaitedFor();
    void aLinkLeadsToTheNodeThatHasTheFile();
    void theAddressIsThatOfTheMoment();
    void noAnswer();
    void disconnectedWhileWaiting();
    void restartedWhileWaiting();
    void aLateAnswerCounts();
    void aLateAnswerBringsTheLinkBack();
    void theBootProvesTheInstallation();
    void aBootAsBeforeDisprovesIt();
    void whatOthersInstallLaterIsNoFailure();
    void aStatusIsNotOfWhatWaits();
    void aStatusIsNotOfWhatWasNeverSent();
    void silenceIsGivenUp();
    void silenceOfThoseWhoMustBeSilent_data();
    void silenceOfThoseWhoMustBeSilent();
    void theNightIsNotSilence();
    void cancelledAtTheStation();
    void cancelledWhileItsAnswerIsOut();
    void calledBackThoughTheCertificateExpired();
    void calledBackFromTheOwnersServer();
    void aLateAnswerIsNotThatOfTheCallback();
    void aNewUpdateReplacesARunningOne();
    void aRollOutGoesOnByItself();
    void aRollOutGoesOnWithoutARemovedStation();

private:
    qint64 plan(FirmwareKind kind = FirmwareKind::Plain, std::optional<int> retries = {});
    FirmwareJob job(qint64 id);
    QString stateOf(qint64 id) { return toString(job(id).state); }
    void connect(const QString &host = u"127.0.0.1"_s);
    bool hasLink(qint64 id);
    /// The station says which manufacturer's roots it has: those that are known here, and some that are not.
    void listRoots(const QList<QByteArray> &known, int strangers);
    bool isConsidered(const QString &reason);
    void cancel(qint64 id);
    void externalServer();
    void status(const QString &status);
    void signedStatus(qint64 id, const QString &status);
    void boot(const QString &version);
    qint64 running(FirmwareKind kind = FirmwareKind::Plain, std::optional<int> retries = {});

    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
    qint64 image_ = 0;
};

void tst_Firmware::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s, [](store::Station &s) { s.callTimeoutSeconds = 1; });
    image_ = engine_->onStore([](store::Database &db) {
        store::FileServerPlaces(db).set(u"node"_s, {8080, {}});
        store::FirmwareImage image;
        image.name = u"fw 2.bin"_s;
        image.version = u"2.0"_s;
        image.file = u"1"_s;
        image.size = 8;
        image.sha256 = QString::fromLatin1(sha256Hex);
        image.signature = QString::fromLatin1(signature);
        image.signingCertificate = QString::fromLatin1(certificate);
        return Firmware(db).addImage(image);
    });
    connect();
}

void tst_Firmware::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_Firmware::connect(const QString &host)
{
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    station_->answer(u"GetConfiguration"_s, QJsonObject());
    QVERIFY(station_->connectTo(engine_->port(), {.host = host}));
    boot(u"1.0"_s);
}

bool tst_Firmware::hasLink(qint64 id)
{
    const QString token = job(id).token;
    return engine_->onStore([token](store::Database &db) {
        return store::FileLinks(db).find(token, store::LinkDirection::Down, store::now()).has_value();
    });
}

bool tst_Firmware::isConsidered(const QString &reason)
{
    return engine_->onStore([reason](store::Database &db) {
        return store::Reconciliations(db).find(u"CP-1"_s, u"firmware"_s).reason.contains(reason);
    });
}

void tst_Firmware::cancel(qint64 id)
{
    QVERIFY(engine_->onStore([id](store::Database &db) { return Firmware(db).cancel(id, store::now()); }));
}

void tst_Firmware::externalServer()
{
    engine_->onStore(
        [](store::Database &db) { store::FileServerPlaces(db).set(u"node"_s, {0, u"https://files.example/"_s}); });
}

void tst_Firmware::boot(const QString &version)
{
    const QJsonObject request{
        {u"chargePointVendor"_s, u"V"_s}, {u"chargePointModel"_s, u"M"_s}, {u"firmwareVersion"_s, version}};
    QCOMPARE(station_->call(u"BootNotification"_s, request).payload[u"status"_s].toString(), u"Accepted"_s);
    engine_->endPauses(u"CP-1"_s); // the reconciler would let the station breathe first
}

qint64 tst_Firmware::plan(FirmwareKind kind, std::optional<int> retries)
{
    return engine_->onStore([&](store::Database &db) {
        store::UpdatePlan plan;
        plan.image = image_;
        plan.kind = kind;
        plan.retries = retries;
        return Firmware(db).plan(u"CP-1"_s, plan, store::now())->id;
    });
}

FirmwareJob tst_Firmware::job(qint64 id)
{
    return engine_->onStore([id](store::Database &db) { return *Firmware(db).job(id); });
}

void tst_Firmware::status(const QString &status)
{
    QCOMPARE(station_->call(u"FirmwareStatusNotification"_s, {{u"status"_s, status}}).type, 3);
}

void tst_Firmware::signedStatus(qint64 id, const QString &status)
{
    const QJsonObject request{{u"status"_s, status}, {u"requestId"_s, *job(id).requestId}};
    QCOMPARE(station_->call(u"SignedFirmwareStatusNotification"_s, request).type, 3);
}

qint64 tst_Firmware::running(FirmwareKind kind, std::optional<int> retries)
{
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    station_->answer(u"SignedUpdateFirmware"_s, R"({"status":"Accepted"})"_json);
    const qint64 id = plan(kind, retries);
    [&] { QTRY_COMPARE(stateOf(id), u"running"_s); }();
    return id;
}

void tst_Firmware::fromTheCommandToTheInstallation()
{
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    const qint64 id = plan(FirmwareKind::Plain, 2);
    const auto call = station_->waitForCall(u"UpdateFirmware"_s);
    QVERIFY(call.has_value());
    const QString location = call->payload[u"location"_s].toString();
    QCOMPARE(location, u"http://127.0.0.1:8080/files/"_s + job(id).token + u"/fw%202.bin"_s);
    QCOMPARE(call->payload[u"retries"_s].toInt(), 2);
    QTRY_COMPARE(stateOf(id), u"running"_s);
    status(u"Downloading"_s);
    QCOMPARE(job(id).progress, 5);
    status(u"Downloaded"_s);
    status(u"Installing"_s);
    QCOMPARE(job(id).progress, 70);
    QCOMPARE(job(id).status, u"Installing"_s);
    status(u"Installed"_s);
    QCOMPARE(stateOf(id), u"installed"_s);
    QCOMPARE(job(id).progress, 100);
    const auto differences = [this] {
        return engine_->onStore(
            [](store::Database &db) { return store::Reconciliations(db).find(u"CP-1"_s, u"firmware"_s).difference; });
    };
    QTRY_COMPARE(differences(), 0);
    QCOMPARE(station_->calls(u"UpdateFirmware"_s).size(), 1);
}

void tst_Firmware::statusesOfASignedOne_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("state");
    // W 6.6: all of them.
    for (const char *name : {"Idle", "DownloadScheduled", "Downloading", "DownloadPaused", "Downloaded", "SignatureVerified",
                             "InstallScheduled", "Installing", "InstallRebooting"})
        QTest::newRow(name) << QString::fromLatin1(name) << u"running"_s;
    for (const char *name : {"DownloadFailed", "InstallationFailed", "InstallVerificationFailed", "InvalidSignature"})
        QTest::newRow(name) << QString::fromLatin1(name) << u"failed"_s;
    QTest::newRow("Installed") << u"Installed"_s << u"installed"_s;
}

void tst_Firmware::statusesOfASignedOne()
{
    QFETCH(QString, status);
    QFETCH(QString, state);
    const qint64 id = running(FirmwareKind::Signed);
    const auto call = station_->waitForCall(u"SignedUpdateFirmware"_s);
    QCOMPARE(call->payload[u"requestId"_s].toInt(), *job(id).requestId);
    QCOMPARE(call->payload[u"firmware"_s][u"signature"_s].toString(), QString::fromLatin1(signature));
    signedStatus(id, status);
    QCOMPARE(stateOf(id), state);
    QCOMPARE(job(id).status, status == u"Idle"_s ? QString() : status);
    QCOMPARE(job(id).reason.isEmpty(), state != u"failed"_s);
}

void tst_Firmware::failures_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("retries");
    QTest::newRow("DownloadFailed") << u"DownloadFailed"_s << 0;
    QTest::newRow("InstallationFailed") << u"InstallationFailed"_s << 3;
}

void tst_Firmware::failures()
{
    QFETCH(QString, status);
    QFETCH(int, retries);
    const qint64 id = running(FirmwareKind::Plain, retries);
    this->status(status);
    QCOMPARE(stateOf(id), u"failed"_s);
    QVERIFY(!job(id).reason.isEmpty());
    this->status(u"Installed"_s); // what the station says in the end is what is so
    QCOMPARE(stateOf(id), u"installed"_s);
}

// The station does not say that it is the certificate.
void tst_Firmware::aDownloadOverHttps()
{
    engine_->onStore([](store::Database &db) {
        store::Configuration(db).report(u"CP-1"_s, {{u"SupportedFileTransferProtocols"_s, u"HTTP,HTTPS"_s, true}},
                                        store::now());
        store::FileServerPlaces(db).set(u"node"_s, {8080, {}, 8443});
    });
    const qint64 id = running(FirmwareKind::Plain, 0);
    const auto calls = station_->calls(u"UpdateFirmware"_s);
    QVERIFY(calls.constLast().payload[u"location"_s].toString().startsWith(u"https://"_s));
    status(u"DownloadFailed"_s);
    QCOMPARE(stateOf(id), u"failed"_s);
    QVERIFY2(job(id).reason.contains(u"root of the authority"_s), qPrintable(job(id).reason));
}

void tst_Firmware::aDownloadIsRetried()
{
    const qint64 id = running(FirmwareKind::Plain, 1);
    status(u"DownloadFailed"_s);
    QCOMPARE(stateOf(id), u"running"_s);
    QVERIFY(*job(id).due < store::now() + std::chrono::hours(1)); // it will not take long over that
    status(u"Downloading"_s);
    QVERIFY(*job(id).due > store::now() + std::chrono::hours(1));
    status(u"DownloadFailed"_s);
    QCOMPARE(stateOf(id), u"failed"_s);
}

/// 6.55: without `retries` it is left to the station.
void tst_Firmware::theStationDecidesHowOftenItTries()
{
    const qint64 id = running();
    for (int attempt = 1; attempt <= 3; ++attempt) {
        status(u"Downloading"_s);
        status(u"DownloadFailed"_s);
        QCOMPARE(stateOf(id), u"running"_s);
        QVERIFY(hasLink(id));
    }
    QVERIFY(*job(id).due < store::now() + std::chrono::hours(1));
    engine_->onStore(
        [id](store::Database &db) { db.run(u"UPDATE firmware_jobs SET due = created WHERE id = ?"_s, {id}); });
    QTRY_COMPARE(stateOf(id), u"failed"_s); // it had enough
    QVERIFY2(job(id).reason.contains(u"could not fetch"_s), qPrintable(job(id).reason));
    QVERIFY(!hasLink(id));
}

void tst_Firmware::aSignedOneSaysOnceThatItCouldNotFetch()
{
    const qint64 id = running(FirmwareKind::Signed, 3);
    signedStatus(id, u"DownloadFailed"_s); // W 6.8: an end state
    QCOMPARE(stateOf(id), u"failed"_s);
}

void tst_Firmware::aWrongSignatureIsNotSent()
{
    engine_->onStore([this](store::Database &db) {
        db.run(u"UPDATE firmware_images SET sha256 = ? WHERE id = ?"_s, {QString(64, u'0'), image_});
    });
    const qint64 id = plan(FirmwareKind::Signed);
    QTRY_COMPARE(stateOf(id), u"failed"_s);
    QVERIFY2(job(id).reason.contains(u"signature"_s), qPrintable(job(id).reason));
    QVERIFY(station_->calls(u"SignedUpdateFirmware"_s).isEmpty());
}

void tst_Firmware::listRoots(const QList<QByteArray> &known, int strangers)
{
    engine_->onStore([=](store::Database &db) {
        store::Certificates certificates(db);
        QList<ocpp::CertificateHashData> listed;
        for (const QByteArray &pem : known) {
            const auto root = pki::readCertificate(pem);
            certificates.remember(*root, store::CertificateKind::Root, {}, store::now());
            const pki::IssuerHashes &hashes = root->hashes.constFirst();
            listed.append({ocpp::HashAlgorithm::SHA256, hashes.name, hashes.key, root->serialNumber});
        }
        for (int i = 0; i < strangers; ++i)
            listed.append({ocpp::HashAlgorithm::SHA256, u"AA"_s, u"BB"_s, QString::number(i + 1)});
        certificates.report(u"CP-1"_s, ocpp::CertificateUse::ManufacturerRootCertificate, listed, store::now());
    });
}

void tst_Firmware::whoIssuedTheCertificate_data()
{
    QTest::addColumn<bool>("isAsked");
    QTest::addColumn<QList<QByteArray>>("roots");
    QTest::addColumn<int>("strangers");
    QTest::addColumn<QString>("state");
    const QList<QByteArray> none;
    QTest::newRow("one of its roots") << true << QList<QByteArray>{foreignRoot, certificate} << 0 << u"running"_s;
    QTest::newRow("none of its roots") << true << QList<QByteArray>{foreignRoot} << 0 << u"failed"_s;
    QTest::newRow("perhaps one that is not known") << true << QList<QByteArray>{foreignRoot} << 1 << u"running"_s;
    QTest::newRow("it lists none") << true << none << 0 << u"running"_s;
    QTest::newRow("it was never asked") << false << none << 0 << u"running"_s;
}

/// L01: the station checks the signing certificate against the manufacturer's root.
void tst_Firmware::whoIssuedTheCertificate()
{
    QFETCH(bool, isAsked);
    QFETCH(QList<QByteArray>, roots);
    QFETCH(int, strangers);
    QFETCH(QString, state);
    if (isAsked)
        listRoots(roots, strangers);
    station_->answer(u"SignedUpdateFirmware"_s, R"({"status":"Accepted"})"_json);
    const qint64 id = plan(FirmwareKind::Signed);
    QTRY_COMPARE(stateOf(id), state);
    const bool isSent = state == "running"_L1;
    QCOMPARE(station_->calls(u"SignedUpdateFirmware"_s).size(), isSent ? 1 : 0);
    QVERIFY2(isSent || job(id).reason.contains(u"root certificates of CP-1"_s), qPrintable(job(id).reason));
}

void tst_Firmware::refused_data()
{
    QTest::addColumn<QString>("status");
    QTest::newRow("InvalidCertificate") << u"InvalidCertificate"_s;
    QTest::newRow("RevokedCertificate") << u"RevokedCertificate"_s;
}

void tst_Firmware::refused()
{
    QFETCH(QString, status);
    station_->answer(u"SignedUpdateFirmware"_s, {{u"status"_s, status}});
    const qint64 id = plan(FirmwareKind::Signed);
    QTRY_COMPARE(stateOf(id), u"failed"_s);
    QVERIFY2(job(id).reason.contains(status), qPrintable(job(id).reason));
}

void tst_Firmware::rejectedIsTriedAgain()
{
    station_->answer(u"SignedUpdateFirmware"_s, R"({"status":"Rejected"})"_json);
    const qint64 id = plan(FirmwareKind::Signed);
    for (int attempt = 1; attempt <= 6; ++attempt) {
        QVERIFY(station_->waitForCall(u"SignedUpdateFirmware"_s, attempt).has_value());
        if (attempt < 6) {
            QTRY_VERIFY(engine_->onStore([](store::Database &db) {
                return store::Reconciliations(db).find(u"CP-1"_s, u"firmware"_s).nextTry.has_value();
            }));
            QCOMPARE(stateOf(id), u"queued"_s);
            engine_->endPauses(u"CP-1"_s);
        }
    }
    QTRY_COMPARE(stateOf(id), u"failed"_s);
    QVERIFY2(job(id).reason.contains(u"6 times"_s), qPrintable(job(id).reason));
}

void tst_Firmware::notSupportedIsGivenUp()
{
    const qint64 id = plan();
    const auto call = station_->waitForCall(u"UpdateFirmware"_s);
    QVERIFY(call.has_value());
    station_->replyError(*call, u"NotSupported"_s, u"no"_s);
    QTRY_COMPARE(stateOf(id), u"failed"_s);
    QVERIFY2(job(id).reason.contains(u"signed update"_s), qPrintable(job(id).reason));
    QCOMPARE(station_->calls(u"UpdateFirmware"_s).size(), 1);
}

void tst_Firmware::noPlaceForFiles()
{
    engine_->onStore([](store::Database &db) {
        store::Configuration(db).report(u"CP-1"_s, {{u"SupportedFileTransferProtocols"_s, u"FTP"_s, true}}, store::now());
    });
    const qint64 id = plan();
    QTRY_COMPARE(stateOf(id), u"failed"_s);
    QVERIFY2(job(id).reason.contains(u"FTP"_s), qPrintable(job(id).reason));
}

void tst_Firmware::aPlaceMayComeYet()
{
    engine_->onStore([](store::Database &db) { store::FileServerPlaces(db).set(u"node"_s, {}); });
    const qint64 id = plan();
    QTRY_VERIFY(isConsidered(u"switched off"_s));
    QCOMPARE(stateOf(id), u"queued"_s);
    engine_->onStore([](store::Database &db) { store::FileServerPlaces(db).set(u"node"_s, {8080, {}}); });
    QVERIFY(station_->waitForCall(u"UpdateFirmware"_s).has_value());
}

void tst_Firmware::aFileOfAnotherNodeIsWaitedFor()
{
    engine_->onStore([this](store::Database &db) {
        store::FirmwareImage image = *Firmware(db).image(image_);
        image.node = u"other"_s;
        Firmware(db).saveImage(image);
    });
    const qint64 id = plan();
    QTRY_VERIFY(isConsidered(u"on node other"_s));
    QCOMPARE(stateOf(id), u"queued"_s);
    externalServer(); // which all nodes share
    const auto call = station_->waitForCall(u"UpdateFirmware"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload[u"location"_s].toString(), u"https://files.example/fw%202.bin"_s);
}

void tst_Firmware::aLinkLeadsToTheNodeThatHasTheFile()
{
    engine_->onStore([this](store::Database &db) {
        store::FirmwareImage image = *Firmware(db).image(image_);
        image.node = u"other"_s;
        Firmware(db).saveImage(image);
        store::FileServerPlaces(db).set(u"other"_s, {8081, {}, 0, u"192.0.2.9"_s});
    });
    const qint64 id = plan();
    QTRY_VERIFY(isConsidered(u"on node 192.0.2.9"_s)); // which is down
    QCOMPARE(stateOf(id), u"queued"_s);
    engine_->onStore([](store::Database &db) {
        store::Nodes(db).renew({u"other"_s, u"pine"_s, store::now() + std::chrono::hours(1)});
    });
    const auto call = station_->waitForCall(u"UpdateFirmware"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload[u"location"_s].toString(),
             u"http://192.0.2.9:8081/files/%1/fw%202.bin"_s.replace(u"%1"_s, job(id).token));
}

void tst_Firmware::theAddressIsThatOfTheMoment()
{
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    const qint64 id = plan();
    QVERIFY(!hasLink(id));
    QCOMPARE(stateOf(id), u"queued"_s); // its command is made when the station is there
    const auto file = engine_->onStore([](store::Database &db) {
        auto wanted = store::StationFiles(db).request({.station = u"CP-1"_s}).value();
        wanted.expires = wanted.created; // and days go by
        store::StationFiles(db).save(wanted);
        return wanted.id;
    });
    QTRY_COMPARE(engine_->onStore([](store::Database &db) {
        return store::Commands(db)
            .list({.station = u"CP-1"_s, .action = u"GetDiagnostics"_s, .states = {store::CommandState::Queued}})
            .size();
    }), 1);
    connect(u"localhost"_s); // it was told another name for us
    const auto diagnostics = station_->waitForCall(u"GetDiagnostics"_s);
    QVERIFY(diagnostics.has_value());
    station_->reply(*diagnostics, R"({"fileName":"diag.zip"})"_json);
    const auto update = station_->waitForCall(u"UpdateFirmware"_s);
    QVERIFY(update.has_value());
    QCOMPARE(update->payload[u"location"_s].toString(), u"http://localhost:8080/files/"_s + job(id).token + u"/fw%202.bin"_s);
    QVERIFY(hasLink(id));
    QCOMPARE(diagnostics->payload.keys(), QStringList{u"location"_s}); // as strict stations want it
    const QString location = diagnostics->payload[u"location"_s].toString();
    QVERIFY2(location.startsWith(u"http://localhost:8080/files/"_s), qPrintable(location));
    const auto link = engine_->onStore([token = location.section(u'/', 4, 4)](store::Database &db) {
        return store::FileLinks(db).find(token, store::LinkDirection::Up, store::now() + std::chrono::hours(23));
    });
    QVERIFY(link.has_value());
    QCOMPARE(link->stationFile, file);
}

void tst_Firmware::noAnswer()
{
    const qint64 id = plan();
    QVERIFY(station_->waitForCall(u"UpdateFirmware"_s).has_value());
    QTRY_VERIFY(engine_->onStore([](store::Database &db) {
        return store::Reconciliations(db).find(u"CP-1"_s, u"firmware"_s).attempts == 1;
    }));
    QCOMPARE(stateOf(id), u"queued"_s);
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    engine_->endPauses(u"CP-1"_s);
    QTRY_COMPARE(stateOf(id), u"running"_s);
}

void tst_Firmware::disconnectedWhileWaiting()
{
    const qint64 id = plan();
    QVERIFY(station_->waitForCall(u"UpdateFirmware"_s).has_value());
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    QCOMPARE(stateOf(id), u"queued"_s);
    connect();
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    engine_->endPauses(u"CP-1"_s);
    QTRY_COMPARE(stateOf(id), u"running"_s);
}

void tst_Firmware::restartedWhileWaiting()
{
    const qint64 id = plan();
    QVERIFY(station_->waitForCall(u"UpdateFirmware"_s).has_value());
    engine_->restart();
    connect();
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    engine_->endPauses(u"CP-1"_s);
    QTRY_COMPARE(stateOf(id), u"running"_s);
    status(u"Installed"_s);
    QCOMPARE(stateOf(id), u"installed"_s);
}

void tst_Firmware::aLateAnswerCounts()
{
    const qint64 id = plan();
    const auto call = station_->waitForCall(u"UpdateFirmware"_s);
    QVERIFY(call.has_value());
    QTRY_VERIFY(engine_->onStore([](store::Database &db) {
        return store::Reconciliations(db).find(u"CP-1"_s, u"firmware"_s).attempts == 1;
    }));
    station_->reply(*call, {});
    QTRY_COMPARE(stateOf(id), u"running"_s);
    QCOMPARE(station_->calls(u"UpdateFirmware"_s).size(), 1);
}

void tst_Firmware::aLateAnswerBringsTheLinkBack()
{
    const qint64 id = plan();
    const auto call = station_->waitForCall(u"UpdateFirmware"_s);
    QVERIFY(call.has_value());
    engine_->onStore([id](store::Database &db) {
        FirmwareJob job = *Firmware(db).job(id);
        Firmware(db).finish(job, store::FirmwareJobState::Failed, u"no answer"_s, store::now());
    });
    QVERIFY(!hasLink(id));
    station_->reply(*call, {});
    QTRY_COMPARE(stateOf(id), u"running"_s);
    QVERIFY(hasLink(id));
}

void tst_Firmware::theBootProvesTheInstallation()
{
    const qint64 id = running();
    boot(u"1.0"_s); // it may boot on the way
    QCOMPARE(stateOf(id), u"running"_s);
    boot(u"2.0"_s);
    QCOMPARE(stateOf(id), u"installed"_s);
    QVERIFY2(job(id).reason.contains(u"2.0"_s), qPrintable(job(id).reason));
}

void tst_Firmware::aBootAsBeforeDisprovesIt()
{
    const qint64 id = running();
    status(u"Installed"_s);
    boot(u"1.0"_s); // its boot loader went back
    QCOMPARE(stateOf(id), u"failed"_s);
    QVERIFY2(job(id).reason.contains(u"1.0 instead of 2.0"_s), qPrintable(job(id).reason));
}

void tst_Firmware::whatOthersInstallLaterIsNoFailure()
{
    const qint64 id = running();
    status(u"Installed"_s);
    boot(u"3.0"_s); // on site
    QCOMPARE(stateOf(id), u"installed"_s);
    boot(u"1.0"_s);
    QCOMPARE(stateOf(id), u"installed"_s);
    QCOMPARE(job(id).reason, QString());
}

void tst_Firmware::aStatusIsNotOfWhatWaits()
{
    const qint64 first = running();
    station_->abort(); // to install
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    const qint64 second = plan();
    connect();
    status(u"Installed"_s);
    QCOMPARE(stateOf(first), u"installed"_s);
    QCOMPARE(stateOf(second), u"queued"_s);
}

void tst_Firmware::aStatusIsNotOfWhatWasNeverSent()
{
    const qint64 first = running();
    const qint64 second = engine_->onStore([this](store::Database &db) {
        FirmwareJob job = *Firmware(db).plan(u"CP-1"_s, {.image = image_}, store::now());
        Firmware(db).finish(job, store::FirmwareJobState::Failed, u"no address"_s, store::now());
        return job.id;
    });
    status(u"Installed"_s);
    QCOMPARE(stateOf(first), u"installed"_s);
    QCOMPARE(stateOf(second), u"failed"_s);
}

void tst_Firmware::silenceIsGivenUp()
{
    const qint64 id = running();
    QVERIFY(job(id).due.has_value());
    engine_->onStore([id](store::Database &db) { db.run(u"UPDATE firmware_jobs SET due = created WHERE id = ?"_s, {id}); });
    QTRY_COMPARE(stateOf(id), u"failed"_s);
    boot(u"2.0"_s); // and then it was there after all
    QCOMPARE(stateOf(id), u"installed"_s);
}

void tst_Firmware::silenceOfThoseWhoMustBeSilent_data()
{
    QTest::addColumn<bool>("isOffline");
    QTest::newRow("offline") << true;
    QTest::newRow("a car is charging") << false; // L01.FR.06
}

void tst_Firmware::silenceOfThoseWhoMustBeSilent()
{
    QFETCH(bool, isOffline);
    const qint64 id = running();
    if (isOffline) {
        station_->abort();
        QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    } else {
        engine_->addTag(u"TAG"_s);
        const QJsonObject start{{u"connectorId"_s, 1}, {u"idTag"_s, u"TAG"_s}, {u"meterStart"_s, 0},
                                {u"timestamp"_s, ocpp::formatTimestamp(store::now())}};
        QCOMPARE(station_->call(u"StartTransaction"_s, start).type, 3);
    }
    engine_->onStore([id](store::Database &db) { db.run(u"UPDATE firmware_jobs SET due = created WHERE id = ?"_s, {id}); });
    QTRY_VERIFY(*job(id).due > store::now());
    QCOMPARE(stateOf(id), u"running"_s);
}

void tst_Firmware::theNightIsNotSilence()
{
    station_->answer(u"SignedUpdateFirmware"_s, R"({"status":"Accepted"})"_json);
    const ocpp::Timestamp night = store::now() + std::chrono::hours(9);
    const qint64 id = engine_->onStore([&](store::Database &db) {
        const store::UpdatePlan plan{.image = image_, .kind = FirmwareKind::Signed, .installDate = night};
        return Firmware(db).plan(u"CP-1"_s, plan, store::now())->id;
    });
    QTRY_COMPARE(stateOf(id), u"running"_s);
    QVERIFY(*job(id).due > night); // also of a station that says nothing on the way
}

void tst_Firmware::cancelledAtTheStation()
{
    const qint64 id = running(FirmwareKind::Signed);
    station_->answer(u"SignedUpdateFirmware"_s, R"({"status":"AcceptedCanceled"})"_json);
    cancel(id);
    const auto second = station_->waitForCall(u"SignedUpdateFirmware"_s, 2);
    QVERIFY(second.has_value());
    QCOMPARE(second->payload[u"requestId"_s].toInt(), *job(id).cancelRequestId);
    QTRY_COMPARE(stateOf(id), u"cancelled"_s);
}

void tst_Firmware::cancelledWhileItsAnswerIsOut()
{
    const qint64 id = plan(FirmwareKind::Signed);
    const auto first = station_->waitForCall(u"SignedUpdateFirmware"_s);
    QVERIFY(first.has_value());
    cancel(id);
    QCOMPARE(stateOf(id), u"cancelling"_s);
    station_->reply(*first, R"({"status":"Accepted"})"_json);
    const auto second = station_->waitForCall(u"SignedUpdateFirmware"_s, 2);
    QVERIFY(second.has_value());
    QCOMPARE(second->payload[u"requestId"_s].toInt(), *job(id).cancelRequestId);
    station_->reply(*second, R"({"status":"AcceptedCanceled"})"_json);
    QTRY_COMPARE(stateOf(id), u"cancelled"_s);
}

void tst_Firmware::calledBackThoughTheCertificateExpired()
{
    const qint64 id = running(FirmwareKind::Signed);
    engine_->onStore([this](store::Database &db) {
        store::FirmwareImage image = *Firmware(db).image(image_);
        image.signingCertificate = u"not one"_s;
        Firmware(db).saveImage(image);
    });
    cancel(id);
    QTRY_COMPARE(stateOf(id), u"cancelled"_s);
}

void tst_Firmware::calledBackFromTheOwnersServer()
{
    externalServer();
    const qint64 id = running(FirmwareKind::Signed);
    const auto call = station_->waitForCall(u"SignedUpdateFirmware"_s);
    QCOMPARE(call->payload[u"firmware"_s][u"location"_s].toString(), u"https://files.example/fw%202.bin"_s);
    cancel(id);
    const auto second = station_->waitForCall(u"SignedUpdateFirmware"_s, 2);
    QVERIFY(second.has_value());
    // The image is still there: the callback must not lead to it.
    QCOMPARE(second->payload[u"firmware"_s][u"location"_s].toString(), u"https://files.example/"_s + job(id).token);
    QTRY_COMPARE(stateOf(id), u"cancelled"_s);
    const QJsonObject installed{{u"status"_s, u"Installed"_s}, {u"requestId"_s, *job(id).cancelRequestId}};
    QCOMPARE(station_->call(u"SignedFirmwareStatusNotification"_s, installed).type, 3);
    QCOMPARE(stateOf(id), u"installed"_s); // if the station says so
}

void tst_Firmware::aLateAnswerIsNotThatOfTheCallback()
{
    const qint64 id = plan(FirmwareKind::Signed);
    const auto first = station_->waitForCall(u"SignedUpdateFirmware"_s);
    QVERIFY(first.has_value());
    signedStatus(id, u"Downloading"_s);
    QCOMPARE(stateOf(id), u"running"_s);
    cancel(id);
    station_->reply(*first, R"({"status":"Accepted"})"_json);
    const auto second = station_->waitForCall(u"SignedUpdateFirmware"_s, 2);
    QVERIFY(second.has_value());
    QCOMPARE(stateOf(id), u"cancelling"_s);
    station_->reply(*second, R"({"status":"Rejected"})"_json);
    QTRY_COMPARE(stateOf(id), u"running"_s); // L01.FR.27: it goes on
}

void tst_Firmware::aNewUpdateReplacesARunningOne()
{
    const qint64 first = running(FirmwareKind::Signed);
    station_->answer(u"SignedUpdateFirmware"_s, R"({"status":"AcceptedCanceled"})"_json);
    const qint64 second = plan(FirmwareKind::Signed);
    QTRY_COMPARE(stateOf(second), u"running"_s);
    QCOMPARE(stateOf(first), u"cancelled"_s);
}

void tst_Firmware::aRollOutGoesOnByItself()
{
    engine_->addStation(u"CP-2"_s, [](store::Station &s) { s.callTimeoutSeconds = 1; });
    TestStation other(u"CP-2"_s);
    other.answer(u"GetConfiguration"_s, QJsonObject());
    other.answer(u"UpdateFirmware"_s, QJsonObject());
    QVERIFY(other.connectTo(engine_->port()));
    QCOMPARE(other.boot(), u"Accepted"_s);
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    const qint64 rollout = engine_->onStore([this](store::Database &db) {
        return Firmware(db).rollOut({{u"CP-1"_s}, {u"CP-2"_s}}, {.image = image_}, store::now())->id;
    });
    QVERIFY(station_->waitForCall(u"UpdateFirmware"_s).has_value());
    QVERIFY(other.calls(u"UpdateFirmware"_s).isEmpty());
    status(u"Installed"_s);
    engine_->endPauses(u"CP-2"_s);
    QVERIFY(other.waitForCall(u"UpdateFirmware"_s).has_value());
    QCOMPARE(other.call(u"FirmwareStatusNotification"_s, R"({"status":"InstallationFailed"})"_json).type, 3);
    const auto row = engine_->onStore([rollout](store::Database &db) { return *Firmware(db).rollout(rollout); });
    QCOMPARE(QString(toString(row.state)), u"stopped"_s);
    QVERIFY2(row.reason.contains(u"CP-2"_s), qPrintable(row.reason));
}

void tst_Firmware::aRollOutGoesOnWithoutARemovedStation()
{
    engine_->addStation(u"CP-0"_s); // never seen
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    engine_->onStore([this](store::Database &db) {
        QVERIFY(Firmware(db).rollOut({{u"CP-0"_s}, {u"CP-1"_s}}, {.image = image_}, store::now()).has_value());
    });
    engine_->onStore([](store::Database &db) { store::Stations(db).remove(u"CP-0"_s); });
    QVERIFY(station_->waitForCall(u"UpdateFirmware"_s).has_value());
}

QTEST_GUILESS_MAIN(tst_Firmware)
#include "tst_firmware.moc"
