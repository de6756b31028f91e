// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages/core.h"
#include "ocpp/messages/firmware.h"
#include "store/commandrequest.h"
#include "store/configuration.h"
#include "store/filelinks.h"
#include "store/nodes.h"
#include "store/stationfiles.h"
#include "store/storetest.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

class TestStationFiles : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }
    void init();
    void cleanup() { db_.reset(); }
    void theAddress_data();
    void theAddress();
    void theAddressByProtocol_data();
    void theAddressByProtocol();
    void theSchemeByProtocol_data();
    void theSchemeByProtocol();
    void withoutAPortForHttp();
    void whereThereMayBeOneYet();
    void aFileOfAnotherNode();
    void aRequestHasACommandAndThenALink();
    void aLogHasARequestId();
    void aRefusedRequestLeavesNothing();
    void aLinkCountsOnce();
    void whatCannotComeAnyMore();
    void theSameIsAskedForAgain_data();
    void theSameIsAskedForAgain();

private:
    QString openLink(const StationFile &file, ocpp::Timestamp now);
    void connectStation(const QString &localAddress, const QString &remoteAddress = u"192.0.2.7"_s);
    tl::expected<FileAddress, NoFileAddress> address() { return fileAddressFor(*db_, *Stations(*db_).find(u"CP1"_s)); }

    std::unique_ptr<Database> db_;
};

void TestStationFiles::init()
{
    db_ = storetest::freshDatabase();
    QVERIFY(db_);
    storetest::addStation(*db_, u"CP1"_s);
    FileServerPlaces(*db_).set(u"node"_s, {8080, {}});
    connectStation(u"csms.example:9000"_s);
}

void TestStationFiles::connectStation(const QString &localAddress, const QString &remoteAddress)
{
    Stations(*db_).setOnline(u"CP1"_s, {remoteAddress, localAddress, u"ocpp1.6"_s, u"node"_s, at(0)});
}

/// As it is sent: the token.
QString TestStationFiles::openLink(const StationFile &file, ocpp::Timestamp now)
{
    const auto url = StationFiles(*db_).openLink(file, *Stations(*db_).find(u"CP1"_s), now);
    return url ? url->section(u'/', 4, 4) : QString();
}

void TestStationFiles::theAddress_data()
{
    QTest::addColumn<QString>("local");
    QTest::addColumn<QString>("remote");
    QTest::addColumn<QString>("base");
    QTest::newRow("name") << u"csms.example:9000"_s << u"192.0.2.7"_s << u"http://csms.example:8080/files/"_s;
    QTest::newRow("IPv4") << u"192.0.2.1:9000"_s << u"192.0.2.7"_s << u"http://192.0.2.1:8080/files/"_s;
    QTest::newRow("mapped") << u"::ffff:192.0.2.1:9000"_s << u"192.0.2.7"_s << u"http://192.0.2.1:8080/files/"_s;
    QTest::newRow("IPv6") << u"[2001:db8::1]:9000"_s << u"2001:db8::7"_s << u"http://[2001:db8::1]:8080/files/"_s;
    QTest::newRow("of the socket") << u"2001:db8::1:9000"_s << u"2001:db8::7"_s << u"http://[2001:db8::1]:8080/files/"_s;
    QTest::newRow("on this machine") << u"127.0.0.1:9000"_s << u"127.0.0.1"_s << u"http://127.0.0.1:8080/files/"_s;
    QTest::newRow("localhost of another machine") << u"localhost:9000"_s << u"192.0.2.7"_s << QString();
}

void TestStationFiles::theAddress()
{
    QFETCH(QString, local);
    QFETCH(QString, remote);
    QFETCH(QString, base);
    connectStation(local, remote);
    QCOMPARE(address().value_or(FileAddress{}).base, base);
    VERIFY_OK(*db_);
}

void TestStationFiles::theAddressByProtocol_data()
{
    QTest::addColumn<QString>("protocols");
    QTest::addColumn<QString>("external");
    QTest::addColumn<QString>("url");
    QTest::newRow("unknown") << QString() << QString() << u"http://csms.example:8080/files/T/f"_s;
    QTest::newRow("HTTP") << u"FTP, http"_s << QString() << u"http://csms.example:8080/files/T/f"_s;
    QTest::newRow("FTP only") << u"FTP,FTPS"_s << QString() << QString();
    QTest::newRow("external") << u"FTP"_s << u"ftp://user@files.example/in"_s << u"ftp://user@files.example/in/f"_s;
    QTest::newRow("external, not understood") << u"HTTPS"_s << u"ftp://files.example/"_s << QString();
    QTest::newRow("external for others") << u"HTTP"_s << u"ftp://files.example/"_s
                                         << u"http://csms.example:8080/files/T/f"_s;
    QTest::newRow("external, either would do")
        << u"HTTP,FTP"_s << u"ftp://files.example/"_s << u"ftp://files.example/f"_s;
}

void TestStationFiles::theAddressByProtocol()
{
    QFETCH(QString, protocols);
    QFETCH(QString, external);
    QFETCH(QString, url);
    FileServerPlaces(*db_).set(u"node"_s, {8080, external});
    Configuration(*db_).report(u"CP1"_s, {{u"SupportedFileTransferProtocols"_s, protocols, true}}, at(1));
    const auto found = address();
    QCOMPARE(found ? found->url(u"T"_s, u"f"_s) : QString(), url);
    VERIFY_OK(*db_);
}

void TestStationFiles::theSchemeByProtocol_data()
{
    QTest::addColumn<QString>("protocols");
    QTest::addColumn<int>("tlsPort");
    QTest::addColumn<QString>("base");
    const QString plain = u"http://csms.example:8080/files/"_s;
    const QString tls = u"https://csms.example:8443/files/"_s;
    QTest::newRow("unknown") << QString() << 8443 << plain;
    QTest::newRow("HTTP") << u"HTTP"_s << 8443 << plain;
    QTest::newRow("both") << u"FTP,HTTP, https"_s << 8443 << tls;
    QTest::newRow("HTTPS only") << u"HTTPS"_s << 8443 << tls;
    QTest::newRow("both, without a certificate") << u"HTTP,HTTPS"_s << 0 << plain;
    QTest::newRow("HTTPS only, without a certificate") << u"FTPS,HTTPS"_s << 0 << QString();
    QTest::newRow("neither") << u"FTP"_s << 8443 << QString();
}

void TestStationFiles::theSchemeByProtocol()
{
    QFETCH(QString, protocols);
    QFETCH(int, tlsPort);
    QFETCH(QString, base);
    FileServerPlaces(*db_).set(u"node"_s, {8080, {}, tlsPort});
    Configuration(*db_).report(u"CP1"_s, {{u"SupportedFileTransferProtocols"_s, protocols, true}}, at(1));
    const auto found = address();
    QCOMPARE(found.value_or(FileAddress{}).base, base);
    if (!found && protocols.contains(u"HTTPS"_s)) {
        QVERIFY(found.error().mayComeYet); // with a certificate
        QVERIFY2(found.error().reason.contains(u"certificate"_s), qPrintable(found.error().reason));
    }
    VERIFY_OK(*db_);
}

/// Another program has it.
void TestStationFiles::withoutAPortForHttp()
{
    FileServerPlaces(*db_).set(u"node"_s, {0, {}, 8443});
    const auto found = address();
    QVERIFY(!found && found.error().mayComeYet);
    QVERIFY2(found.error().reason.contains(u"no port for HTTP"_s), qPrintable(found.error().reason));
    Configuration(*db_).report(u"CP1"_s, {{u"SupportedFileTransferProtocols"_s, u"HTTP,HTTPS"_s, true}}, at(1));
    QCOMPARE(address().value_or(FileAddress{}).base, u"https://csms.example:8443/files/"_s);
    VERIFY_OK(*db_);
}

/// Its own address is the one by which stations of other nodes find it.
void TestStationFiles::aFileOfAnotherNode()
{
    const auto address = [this] { return fileAddressFor(*db_, *Stations(*db_).find(u"CP1"_s), u"other"_s); };
    const auto waitsFor = [&address](const QString &node) {
        const auto found = address();
        return !found && found.error().mayComeYet && found.error().reason.contains(node);
    };
    FileServerPlaces places(*db_);
    QVERIFY(waitsFor(u"node other"_s)); // nothing is known of it
    places.set(u"other"_s, {8081, {}, 8443, u"192.0.2.9"_s});
    QVERIFY(waitsFor(u"node 192.0.2.9"_s)); // it does not run
    Nodes(*db_).renew({u"other"_s, u"pine"_s, at(1000)});
    QCOMPARE(address().value_or(FileAddress{}).base, u"http://192.0.2.9:8081/files/"_s);
    Configuration(*db_).report(u"CP1"_s, {{u"SupportedFileTransferProtocols"_s, u"HTTPS"_s, true}}, at(1));
    QCOMPARE(address().value_or(FileAddress{}).base, u"https://192.0.2.9:8443/files/"_s);
    Configuration(*db_).report(u"CP1"_s, {{u"SupportedFileTransferProtocols"_s, u"HTTP"_s, true}}, at(2));
    places.set(u"other"_s, {0, {}, 0, u"192.0.2.9"_s});
    QVERIFY(waitsFor(u"node pine"_s)); // it has no file server
    places.set(u"other"_s, {8081, {}, 0, u"127.0.0.1"_s});
    QVERIFY(waitsFor(u"node pine"_s)); // it is in no network
    connectStation(u"127.0.0.1:9000"_s, u"127.0.0.1"_s);
    QCOMPARE(address().value_or(FileAddress{}).base, u"http://127.0.0.1:8081/files/"_s); // the station is where it is
    places.set(u"node"_s, {0, u"ftp://files.example"_s});
    Configuration(*db_).report(u"CP1"_s, {{u"SupportedFileTransferProtocols"_s, u"FTP"_s, true}}, at(3));
    QCOMPARE(address().value_or(FileAddress{}).base, u"ftp://files.example/"_s); // which all nodes share
    VERIFY_OK(*db_);
}

void TestStationFiles::whereThereMayBeOneYet()
{
    FileServerPlaces(*db_).set(u"node"_s, {});
    QVERIFY(address().error().mayComeYet);
    connectStation({});
    QVERIFY(address().error().mayComeYet);
    QVERIFY2(address().error().reason.contains(u"never online"_s), qPrintable(address().error().reason));
    Configuration(*db_).report(u"CP1"_s, {{u"SupportedFileTransferProtocols"_s, u"FTP"_s, true}}, at(1));
    QVERIFY(!address().error().mayComeYet);
    FileServerPlaces(*db_).set(u"node"_s, {0, u"ftp://files.example/"_s}); // needs no address of ours
    QCOMPARE(address()->base, u"ftp://files.example/"_s);
    Configuration(*db_).report(u"CP1"_s, {{u"SupportedFileTransferProtocols"_s, u"HTTP"_s, true}}, at(2));
    connectStation(u"csms.example:9000"_s);
    QVERIFY(address().error().mayComeYet); // ours may be switched on
    VERIFY_OK(*db_);
}

void TestStationFiles::aRequestHasACommandAndThenALink()
{
    const auto file = StationFiles(*db_).request({.station = u"cp1"_s, .retries = 2, .origin = u"test"_s});
    QVERIFY2(file.has_value(), qPrintable(file ? QString() : file.error().text + file.error().path));
    QCOMPARE(file->station, u"CP1"_s);
    const auto command = Commands(*db_).find(*file->command);
    QCOMPARE(command->action, u"GetDiagnostics"_s);
    const QJsonObject payload = QJsonDocument::fromJson(command->payload).object();
    QCOMPARE(payload["retries"_L1].toInt(), 2);
    QCOMPARE(payload["location"_L1].toString(), u"http://csms.example:8080/files/"_s); // the rest when it is sent
    const ocpp::Timestamp later = file->expires + std::chrono::hours(24);
    QVERIFY(StationFiles(*db_).inVain(later).isEmpty()); // it waits for the station
    const QString token = openLink(*file, later);
    QCOMPARE(FileLinks(*db_).find(token, LinkDirection::Up, later)->stationFile, file->id);
    QVERIFY(StationFiles(*db_).find(file->id)->expires > later);
    QVERIFY(openLink(*file, later) != token); // sent once more
    QVERIFY(!FileLinks(*db_).find(token, LinkDirection::Up, later).has_value());
    VERIFY_OK(*db_);
}

void TestStationFiles::aLogHasARequestId()
{
    StationFiles files(*db_);
    const auto file = files.request({.station = u"CP1"_s, .kind = StationFileKind::SecurityLog, .from = at(0)});
    QVERIFY2(file.has_value(), qPrintable(file ? QString() : file.error().text + file.error().path));
    const auto command = Commands(*db_).find(*file->command);
    const QJsonObject payload = QJsonDocument::fromJson(command->payload).object();
    QCOMPARE(payload["logType"_L1].toString(), u"SecurityLog"_s);
    QCOMPARE(payload["requestId"_L1].toInt(), *file->requestId);
    QVERIFY(payload["log"_L1]["oldestTimestamp"_L1].isString());
    QCOMPARE(files.findOpen(u"CP1"_s, true, file->requestId)->id, file->id);
    QVERIFY(!files.findOpen(u"CP1"_s, false, {}).has_value());
    VERIFY_OK(*db_);
}

void TestStationFiles::aRefusedRequestLeavesNothing()
{
    StationFiles files(*db_);
    QVERIFY(!enqueue(*db_, {.station = u"CP1"_s,
                            .action = ocpp::GetDiagnostics::action,
                            .payload = {{u"retries"_s, u"three"_s}},
                            .expiresIn = {}}));
    QVERIFY(files.list().isEmpty());
    FileServerPlaces(*db_).set(u"node"_s, {});
    const auto refused = files.request({.station = u"CP1"_s});
    QVERIFY(!refused.has_value());
    QVERIFY2(refused.error().text.contains(u"switched off"_s), qPrintable(refused.error().text));
    VERIFY_OK(*db_);
}

void TestStationFiles::aLinkCountsOnce()
{
    StationFiles files(*db_);
    const auto file = files.request({.station = u"CP1"_s});
    const QString token = openLink(*file, at(4));
    const QString hash = FileLinks::hashOf(token);
    QVERIFY(files.receive(file->id, hash, {u"diag.zip"_s, u"1-diag.zip"_s, 7, u"node"_s}, at(5)));
    QVERIFY(!files.receive(file->id, hash, {u"again.zip"_s, u"1-again.zip"_s, 8, u"node"_s}, at(6)));
    QCOMPARE(files.find(file->id)->node, u"node"_s);
    QCOMPARE(files.find(file->id)->name, u"diag.zip"_s);
    QVERIFY(files.find(file->id)->state == StationFileState::Received);
    QCOMPARE(files.totalSize(), 7);
    QVERIFY(!FileLinks(*db_).find(token, LinkDirection::Up, at(0)).has_value());
    QCOMPARE(files.forgetReceivedBefore(at(6)), QStringList{u"1-diag.zip"_s});
    QCOMPARE(files.totalSize(), 0);
    VERIFY_OK(*db_);
}

void TestStationFiles::whatCannotComeAnyMore()
{
    StationFiles files(*db_);
    const auto file = files.request({.station = u"CP1"_s});
    QVERIFY(files.inVain(file->created).isEmpty());
    Commands(*db_).refuse(*file->command, u"no"_s, at(3));
    QCOMPARE(files.inVain(file->created).size(), 1);
    const auto other = files.request({.station = u"CP1"_s});
    QVERIFY(Commands(*db_).markSent(*other->command, u"m"_s, at(4)));
    QCOMPARE(files.inVain(other->created).size(), 1);
    QCOMPARE(files.inVain(other->expires).size(), 2);
    VERIFY_OK(*db_);
}

void TestStationFiles::theSameIsAskedForAgain_data()
{
    QTest::addColumn<StationFileKind>("kind");
    QTest::newRow("diagnostics") << StationFileKind::Diagnostics;
    QTest::newRow("log") << StationFileKind::SecurityLog;
}

void TestStationFiles::theSameIsAskedForAgain()
{
    QFETCH(StationFileKind, kind);
    StationFiles files(*db_);
    const auto first = files.request({.station = u"CP1"_s,
                                      .kind = kind,
                                      .from = at(0),
                                      .to = at(60),
                                      .retries = 2,
                                      .retryIntervalSeconds = 30,
                                      .origin = u"api"_s});
    QVERIFY(first.has_value());
    const QString token = openLink(*first, at(70));
    const auto again = files.requestAgain(*files.find(first->id), u"test"_s);
    QVERIFY(again.has_value());
    QVERIFY(again->id != first->id);
    QVERIFY(again->kind == kind);
    const auto payloadOf = [this](const StationFile &file) {
        QJsonObject payload = QJsonDocument::fromJson(Commands(*db_).find(*file.command)->payload).object();
        payload.remove("requestId"_L1);
        return payload;
    };
    QCOMPARE(payloadOf(*again), payloadOf(*first));
    QCOMPARE(payloadOf(*again)["retryInterval"_L1].toInt(), 30);
    QCOMPARE(again->requestId.has_value(), first->requestId.has_value());
    QVERIFY(!again->requestId || *again->requestId != *first->requestId);
    QCOMPARE(Commands(*db_).find(*again->command)->origin, u"test"_s);
    QVERIFY(openLink(*again, at(80)) != token);
    VERIFY_OK(*db_);
}

QTEST_GUILESS_MAIN(TestStationFiles)
#include "tst_stationfiles.moc"
