// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/reconciliations.h"
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
    void aDownloadIsRetried();
    void aWrongSignatureIsNotSent();
    void refused_data();
    void refused();
    void rejectedIsTriedAgain();
    void notSupportedIsGivenUp();
    void noPlaceForFiles();
    void noAnswer();
    void disconnectedWhileWaiting();
    void restartedWhileWaiting();
    void aLateAnswerCounts();
    void theBootProvesTheInstallation();
    void anOlderVersionProvesNothing();
    void silenceIsGivenUp();
    void cancelledAtTheStation();
    void aNewUpdateReplacesARunningOne();
    void aRollOutGoesOnByItself();

private:
    qint64 plan(FirmwareKind kind = FirmwareKind::Plain, std::optional<int> retries = {});
    FirmwareJob job(qint64 id);
    QString stateOf(qint64 id) { return toString(job(id).state); }
    void status(const QString &status);
    void signedStatus(qint64 id, const QString &status);
    void boot(const QString &version);
    qint64 running(FirmwareKind kind = FirmwareKind::Plain, std::optional<int> retries = {});
    void retryNow();

    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
    qint64 image_ = 0;
};

namespace {

// Made with `openssl`: an EC P-256 key, valid until 2126, over the SHA-256 of "firmware".
const QByteArray sha256Hex = "c3bf47ea1f4a4a605470313cacb3a44f4a461f68c6faeab07e737610cb5ac835";
const QByteArray signature = "MEUCIF0FY59Q8HYP6kyCGNZf76g+kYlQrk9XSkA+VWT5bbPzAiEAxiSgoaDgGublqeCj65eLoppU0mim/wK7sleulQwvZFc=";
const QByteArray certificate = R"(-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUI+SxMwtr0bSAUibqEYD3a3q5AsswCgYIKoZIzj0EAwIw
IjEOMAwGA1UECgwFTWFrZXIxEDAOBgNVBAMMB1NpZ25pbmcwIBcNMjYxMTIzMDcw
NDI3WhgPMjEyNjEwMzAwNzA0MjdaMCIxDjAMBgNVBAoMBU1ha2VyMRAwDgYDVQQD
DAdTaWduaW5nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvKe0sB1wZj8nRlpx
MQ+bqW0q7Ct9NbopeFq8P4rBruVX92+dgRICQGCaW4n0zKwcKNjFRw/QP9eWTGxz
UlyYmKNTMFEwHQYDVR0OBBYEFApNl87frCPmgoR28AD+lc/2F5L9MB8GA1UdIwQY
MBaAFApNl87frCPmgoR28AD+lc/2F5L9MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZI
zj0EAwIDSAAwRQIgdJlqer8VlUASCf5S6Dp8tAjTFSVIq2ztGdSUPp3ME5QCIQCD
NbXhIQdypRcw33wwPESxNgefDxUhqxtHW+hfC2NU6A==
-----END CERTIFICATE-----)";

} // namespace

void tst_Firmware::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s, [](store::Station &s) { s.callTimeoutSeconds = 1; });
    image_ = engine_->onStore([](store::Database &db) {
        // Of any node: the fixture names its own.
        for (const QString &node : {QString(), u"node"_s, u"test"_s})
            store::FileServerPlaces(db).set(node, {8080, {}});
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
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    boot(u"1.0"_s);
    const QString node = engine_->station(u"CP-1"_s).node;
    engine_->onStore([node](store::Database &db) { store::FileServerPlaces(db).set(node, {8080, {}}); });
}

void tst_Firmware::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_Firmware::boot(const QString &version)
{
    const QJsonObject request{
        {u"chargePointVendor"_s, u"V"_s}, {u"chargePointModel"_s, u"M"_s}, {u"firmwareVersion"_s, version}};
    QCOMPARE(station_->call(u"BootNotification"_s, request).payload[u"status"_s].toString(), u"Accepted"_s);
    retryNow(); // the reconciler would let the station breathe first
}

void tst_Firmware::retryNow()
{
    engine_->onStore([](store::Database &db) {
        db.run(u"UPDATE reconciliations SET next_try = NULL WHERE next_try IS NOT NULL"_s);
        db.noteChange(store::Table::Firmware, u"CP-1"_s);
    });
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
    for (const char *name : {"DownloadFailed", "InstallationFailed"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_Firmware::failures()
{
    QFETCH(QString, status);
    const qint64 id = running();
    this->status(status);
    QCOMPARE(stateOf(id), u"failed"_s);
    QVERIFY(!job(id).reason.isEmpty());
    this->status(u"Installed"_s); // what the station says in the end is what is so
    QCOMPARE(stateOf(id), u"installed"_s);
}

void tst_Firmware::aDownloadIsRetried()
{
    const qint64 id = running(FirmwareKind::Plain, 1);
    status(u"DownloadFailed"_s);
    QCOMPARE(stateOf(id), u"running"_s);
    status(u"Downloading"_s);
    status(u"DownloadFailed"_s);
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
            retryNow();
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

void tst_Firmware::noAnswer()
{
    const qint64 id = plan();
    QVERIFY(station_->waitForCall(u"UpdateFirmware"_s).has_value());
    QTRY_VERIFY(engine_->onStore([](store::Database &db) {
        return store::Reconciliations(db).find(u"CP-1"_s, u"firmware"_s).attempts == 1;
    }));
    QCOMPARE(stateOf(id), u"queued"_s);
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    retryNow();
    QTRY_COMPARE(stateOf(id), u"running"_s);
}

void tst_Firmware::disconnectedWhileWaiting()
{
    const qint64 id = plan();
    QVERIFY(station_->waitForCall(u"UpdateFirmware"_s).has_value());
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    QCOMPARE(stateOf(id), u"queued"_s);
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    QVERIFY(station_->connectTo(engine_->port()));
    boot(u"1.0"_s);
    QTRY_COMPARE(stateOf(id), u"running"_s);
}

void tst_Firmware::restartedWhileWaiting()
{
    const qint64 id = plan();
    QVERIFY(station_->waitForCall(u"UpdateFirmware"_s).has_value());
    engine_->restart();
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    station_->answer(u"UpdateFirmware"_s, QJsonObject());
    QVERIFY(station_->connectTo(engine_->port()));
    boot(u"1.0"_s);
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

void tst_Firmware::theBootProvesTheInstallation()
{
    const qint64 id = running();
    boot(u"1.0"_s); // it may boot on the way
    QCOMPARE(stateOf(id), u"running"_s);
    boot(u"2.0"_s);
    QCOMPARE(stateOf(id), u"installed"_s);
    QVERIFY2(job(id).reason.contains(u"2.0"_s), qPrintable(job(id).reason));
}

void tst_Firmware::anOlderVersionProvesNothing()
{
    const qint64 id = running();
    status(u"Installed"_s);
    boot(u"1.0"_s);
    QCOMPARE(stateOf(id), u"installed"_s);
    QVERIFY2(job(id).reason.contains(u"1.0 instead of 2.0"_s), qPrintable(job(id).reason));
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

void tst_Firmware::cancelledAtTheStation()
{
    const qint64 id = running(FirmwareKind::Signed);
    station_->answer(u"SignedUpdateFirmware"_s, R"({"status":"AcceptedCanceled"})"_json);
    QVERIFY(engine_->onStore([id](store::Database &db) { return Firmware(db).cancel(id, store::now()); }));
    const auto second = station_->waitForCall(u"SignedUpdateFirmware"_s, 2);
    QVERIFY(second.has_value());
    QCOMPARE(second->payload[u"requestId"_s].toInt(), *job(id).cancelRequestId);
    QTRY_COMPARE(stateOf(id), u"cancelled"_s);
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
    engine_->onStore([](store::Database &db) {
        db.run(u"UPDATE reconciliations SET next_try = NULL"_s);
        db.noteChange(store::Table::Firmware, u"CP-2"_s);
    });
    QVERIFY(other.waitForCall(u"UpdateFirmware"_s).has_value());
    QCOMPARE(other.call(u"FirmwareStatusNotification"_s, R"({"status":"InstallationFailed"})"_json).type, 3);
    const auto row = engine_->onStore([rollout](store::Database &db) { return *Firmware(db).rollout(rollout); });
    QCOMPARE(QString(toString(row.state)), u"stopped"_s);
    QVERIFY2(row.reason.contains(u"CP-2"_s), qPrintable(row.reason));
}

QTEST_GUILESS_MAIN(tst_Firmware)
#include "tst_firmware.moc"
