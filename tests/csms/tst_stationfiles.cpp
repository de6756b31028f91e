// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/filelinks.h"
#include "store/stationfiles.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using store::StationFile;
using store::StationFileKind;
using store::StationFiles;

/// GetDiagnostics (5.8) and GetLog (N01): the command, what the station says, and what arrives.
class tst_StationFiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void broughtAndSaid_data();
    void broughtAndSaid();
    void saidButNotBrought();
    void failures_data();
    void failures();
    void anUploadOverHttps_data();
    void anUploadOverHttps();
    void aFailedUploadIsTriedAgain_data();
    void aFailedUploadIsTriedAgain();
    void anOlderFailureIsNotTriedAgain();
    void nothingToUpload();
    void rejected();
    void refusedWithAnError();
    void noAnswerAndThenALateOne();
    void disconnectedWhileWaiting();
    void aNewerLogCancelsTheOlder();
    void neverBrought();
    void broughtElsewhere();
    void withdrawnWhereNoAddressIsLeft();
    void aLinkThatIsOverIsNotElsewhere();

private:
    StationFile request(StationFileKind kind);
    StationFile file(qint64 id);
    QString stateOf(qint64 id) { return toString(file(id).state); }
    void bring(qint64 id);
    void say(const StationFile &file, const QString &status);
    void answerAll();

    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_StationFiles::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s, [](store::Station &s) { s.callTimeoutSeconds = 1; });
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    station_->answer(u"GetConfiguration"_s, QJsonObject());
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
    const QString node = engine_->station(u"CP-1"_s).node;
    engine_->onStore([node](store::Database &db) { store::FileServerPlaces(db).set(node, {8080, {}}); });
}

void tst_StationFiles::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_StationFiles::answerAll()
{
    station_->answer(u"GetDiagnostics"_s, R"({"fileName":"diag.zip"})"_json);
    station_->answer(u"GetLog"_s, R"({"status":"Accepted","filename":"log.txt"})"_json);
}

StationFile tst_StationFiles::request(StationFileKind kind)
{
    return engine_->onStore([kind](store::Database &db) {
        return StationFiles(db).request({.station = u"CP-1"_s, .kind = kind, .origin = u"test"_s}).value();
    });
}

StationFile tst_StationFiles::file(qint64 id)
{
    return engine_->onStore([id](store::Database &db) { return *StationFiles(db).find(id); });
}

/// As the file server does.
void tst_StationFiles::bring(qint64 id)
{
    const bool kept = engine_->onStore([id](store::Database &db) {
        const QString hash = db.value(u"SELECT token_hash FROM file_links WHERE station_file = ?"_s, {id}).toString();
        return StationFiles(db).receive(id, hash, {{}, u"1-file"_s, 7, {}}, store::now());
    });
    QVERIFY(kept);
}

void tst_StationFiles::say(const StationFile &file, const QString &status)
{
    const bool isLog = file.kind != StationFileKind::Diagnostics;
    QJsonObject request{{u"status"_s, status}};
    if (isLog)
        request.insert(u"requestId"_s, *file.requestId);
    const QString action = isLog ? u"LogStatusNotification"_s : u"DiagnosticsStatusNotification"_s;
    QCOMPARE(station_->call(action, request).type, 3);
}

void tst_StationFiles::broughtAndSaid_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("saidFirst");
    for (const auto kind : {StationFileKind::Diagnostics, StationFileKind::DiagnosticsLog, StationFileKind::SecurityLog}) {
        const QByteArray name(toString(kind).data());
        QTest::newRow(name) << int(kind) << false;
        QTest::newRow(name + ", said first") << int(kind) << true;
    }
}

void tst_StationFiles::broughtAndSaid()
{
    QFETCH(int, kind);
    QFETCH(bool, saidFirst);
    answerAll();
    const StationFile asked = request(StationFileKind(kind));
    QTRY_COMPARE(stateOf(asked.id), u"accepted"_s);
    QVERIFY(!file(asked.id).name.isEmpty());
    say(asked, u"Uploading"_s);
    QCOMPARE(file(asked.id).status, u"Uploading"_s);
    if (saidFirst) {
        say(asked, u"Uploaded"_s);
        bring(asked.id);
    } else {
        bring(asked.id);
        say(asked, u"Uploaded"_s);
    }
    QCOMPARE(stateOf(asked.id), u"received"_s);
    QCOMPARE(file(asked.id).status, u"Uploaded"_s);
    QCOMPARE(file(asked.id).reason, QString());
}

void tst_StationFiles::saidButNotBrought()
{
    answerAll();
    const StationFile asked = request(StationFileKind::Diagnostics);
    QTRY_COMPARE(stateOf(asked.id), u"accepted"_s);
    say(asked, u"Uploaded"_s);
    QCOMPARE(stateOf(asked.id), u"failed"_s);
    QVERIFY2(file(asked.id).reason.contains(u"none has arrived"_s), qPrintable(file(asked.id).reason));
}

void tst_StationFiles::failures_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("status");
    QTest::newRow("diagnostics") << int(StationFileKind::Diagnostics) << u"UploadFailed"_s;
    for (const char *status : {"BadMessage", "NotSupportedOperation", "PermissionDenied", "UploadFailure"})
        QTest::newRow(status) << int(StationFileKind::SecurityLog) << QString::fromLatin1(status);
}

void tst_StationFiles::failures()
{
    QFETCH(int, kind);
    QFETCH(QString, status);
    answerAll();
    const StationFile asked = request(StationFileKind(kind));
    QTRY_COMPARE(stateOf(asked.id), u"accepted"_s);
    say(asked, status);
    QCOMPARE(stateOf(asked.id), u"failed"_s);
    QVERIFY(!file(asked.id).reason.isEmpty());
}

void tst_StationFiles::anUploadOverHttps_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("failure");
    QTest::newRow("diagnostics") << int(StationFileKind::Diagnostics) << u"UploadFailed"_s;
    QTest::newRow("log") << int(StationFileKind::DiagnosticsLog) << u"UploadFailure"_s;
}

// The station does not say that it is the certificate.
void tst_StationFiles::anUploadOverHttps()
{
    QFETCH(int, kind);
    QFETCH(QString, failure);
    const QString node = engine_->station(u"CP-1"_s).node;
    engine_->onStore([node](store::Database &db) {
        store::Configuration(db).report(u"CP-1"_s, {{u"SupportedFileTransferProtocols"_s, u"HTTP,HTTPS"_s, true}},
                                        store::now());
        store::FileServerPlaces(db).set(node, {8080, {}, 8443});
    });
    answerAll();
    const StationFile asked = request(StationFileKind(kind));
    QTRY_COMPARE(stateOf(asked.id), u"accepted"_s);
    say(asked, failure);
    QCOMPARE(stateOf(asked.id), u"failed"_s);
    QVERIFY2(file(asked.id).reason.contains(u"root of the authority"_s), qPrintable(file(asked.id).reason));
}

void tst_StationFiles::aFailedUploadIsTriedAgain_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("failure");
    QTest::newRow("diagnostics") << int(StationFileKind::Diagnostics) << u"UploadFailed"_s;
    QTest::newRow("log") << int(StationFileKind::DiagnosticsLog) << u"UploadFailure"_s;
}

/// To a server of the owner's, where nobody sees the file arrive.
void tst_StationFiles::aFailedUploadIsTriedAgain()
{
    QFETCH(int, kind);
    QFETCH(QString, failure);
    engine_->onStore([](store::Database &db) {
        store::FileServerPlaces(db).set(u"node"_s, {0, u"ftp://files.example"_s});
    });
    answerAll();
    const StationFile asked = request(StationFileKind(kind));
    QTRY_COMPARE(stateOf(asked.id), u"accepted"_s);
    say(asked, u"Uploading"_s);
    say(asked, failure);
    QCOMPARE(stateOf(asked.id), u"failed"_s);
    say(asked, u"Uploading"_s);
    QCOMPARE(stateOf(asked.id), u"accepted"_s);
    QCOMPARE(file(asked.id).reason, QString());
    say(asked, failure);
    QCOMPARE(stateOf(asked.id), u"failed"_s);
    say(asked, u"Uploaded"_s); // it does not say each time that it begins
    QCOMPARE(stateOf(asked.id), u"elsewhere"_s);
    QCOMPARE(file(asked.id).reason, QString());
}

void tst_StationFiles::anOlderFailureIsNotTriedAgain()
{
    answerAll();
    const StationFile older = request(StationFileKind::Diagnostics);
    QTRY_COMPARE(stateOf(older.id), u"accepted"_s);
    say(older, u"UploadFailed"_s);
    const StationFile newer = request(StationFileKind::Diagnostics);
    QTRY_COMPARE(stateOf(newer.id), u"accepted"_s);
    bring(newer.id);
    say(newer, u"Uploaded"_s);
    say(newer, u"Uploading"_s); // whatever that is about
    QCOMPARE(stateOf(newer.id), u"received"_s);
    QCOMPARE(stateOf(older.id), u"failed"_s);
}

void tst_StationFiles::nothingToUpload()
{
    station_->answer(u"GetDiagnostics"_s, QJsonObject());
    const StationFile asked = request(StationFileKind::Diagnostics);
    QTRY_COMPARE(stateOf(asked.id), u"failed"_s);
    QVERIFY2(file(asked.id).reason.contains(u"no diagnostics"_s), qPrintable(file(asked.id).reason));
}

void tst_StationFiles::rejected()
{
    station_->answer(u"GetLog"_s, R"({"status":"Rejected"})"_json);
    const StationFile asked = request(StationFileKind::SecurityLog);
    QTRY_COMPARE(stateOf(asked.id), u"failed"_s);
    QVERIFY2(file(asked.id).reason.contains(u"rejected"_s), qPrintable(file(asked.id).reason));
}

void tst_StationFiles::refusedWithAnError()
{
    const StationFile asked = request(StationFileKind::SecurityLog);
    const auto call = station_->waitForCall(u"GetLog"_s);
    QVERIFY(call.has_value());
    station_->replyError(*call, u"NotImplemented"_s, u"unknown"_s);
    QTRY_COMPARE(stateOf(asked.id), u"failed"_s);
    QVERIFY2(file(asked.id).reason.contains(u"NotImplemented"_s), qPrintable(file(asked.id).reason));
}

void tst_StationFiles::noAnswerAndThenALateOne()
{
    const StationFile asked = request(StationFileKind::Diagnostics);
    const auto call = station_->waitForCall(u"GetDiagnostics"_s);
    QVERIFY(call.has_value());
    QTRY_COMPARE(stateOf(asked.id), u"failed"_s);
    station_->reply(*call, R"({"fileName":"diag.zip"})"_json);
    QTRY_COMPARE(stateOf(asked.id), u"accepted"_s);
    bring(asked.id);
    QCOMPARE(stateOf(asked.id), u"received"_s);
}

void tst_StationFiles::disconnectedWhileWaiting()
{
    const StationFile asked = request(StationFileKind::Diagnostics);
    QVERIFY(station_->waitForCall(u"GetDiagnostics"_s).has_value());
    engine_->restart(); // the connection breaks, too
    QTRY_COMPARE(stateOf(asked.id), u"failed"_s);
    bring(asked.id); // it had heard the command
    QCOMPARE(stateOf(asked.id), u"received"_s);
}

void tst_StationFiles::aNewerLogCancelsTheOlder()
{
    answerAll();
    const StationFile older = request(StationFileKind::DiagnosticsLog);
    QTRY_COMPARE(stateOf(older.id), u"accepted"_s);
    station_->answer(u"GetLog"_s, R"({"status":"AcceptedCanceled","filename":"log2.txt"})"_json);
    const StationFile newer = request(StationFileKind::DiagnosticsLog);
    QTRY_COMPARE(stateOf(newer.id), u"accepted"_s);
    QCOMPARE(stateOf(older.id), u"cancelled"_s);
}

void tst_StationFiles::neverBrought()
{
    answerAll();
    const StationFile asked = request(StationFileKind::Diagnostics);
    QTRY_COMPARE(stateOf(asked.id), u"accepted"_s);
    engine_->onStore([id = asked.id](store::Database &db) {
        db.run(u"UPDATE station_files SET expires = created WHERE id = ?"_s, {id});
    });
    QTRY_COMPARE(stateOf(asked.id), u"failed"_s);
    QVERIFY2(file(asked.id).reason.contains(u"in time"_s), qPrintable(file(asked.id).reason));
}

void tst_StationFiles::broughtElsewhere()
{
    engine_->onStore([](store::Database &db) { store::FileServerPlaces(db).set(u"node"_s, {0, u"ftp://files.example"_s}); });
    answerAll();
    const StationFile asked = request(StationFileKind::SecurityLog);
    const auto call = station_->waitForCall(u"GetLog"_s);
    QVERIFY(call.has_value());
    QCOMPARE(call->payload[u"log"_s][u"remoteLocation"_s].toString(), u"ftp://files.example/"_s);
    say(asked, u"Uploaded"_s);
    QCOMPARE(stateOf(asked.id), u"elsewhere"_s);
}

void tst_StationFiles::withdrawnWhereNoAddressIsLeft()
{
    station_->abort();
    QTRY_VERIFY(!engine_->station(u"CP-1"_s).online);
    const StationFile asked = request(StationFileKind::Diagnostics);
    engine_->onStore([](store::Database &db) { store::FileServerPlaces(db).set(u"node"_s, {}); });
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
    QTRY_COMPARE(stateOf(asked.id), u"failed"_s);
    QVERIFY2(file(asked.id).reason.contains(u"switched off"_s), qPrintable(file(asked.id).reason));
    QVERIFY(station_->calls(u"GetDiagnostics"_s).isEmpty());
}

void tst_StationFiles::aLinkThatIsOverIsNotElsewhere()
{
    answerAll();
    const StationFile asked = request(StationFileKind::SecurityLog);
    QTRY_COMPARE(stateOf(asked.id), u"accepted"_s);
    engine_->onStore([](store::Database &db) {
        store::FileLinks(db).removeExpired(store::now() + std::chrono::hours(25)); // as the daemon does
    });
    say(asked, u"Uploaded"_s);
    QCOMPARE(stateOf(asked.id), u"failed"_s);
}

QTEST_GUILESS_MAIN(tst_StationFiles)
#include "tst_stationfiles.moc"
