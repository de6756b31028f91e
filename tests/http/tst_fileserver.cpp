// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/filedownload.h"
#include "http/fileserver.h"
#include "http/listener.h"
#include "http/rawsocket.h"
#include "pki/opensslprogram.h"
#include "store/attention.h"
#include "store/clock.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/stationfiles.h"
#include "store/stations.h"
#include "store/storetest.h"
#include "store/writer.h"

#include <QDir>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <httplib.h>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestFileServer : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void ranges_data();
    void ranges();
    void aFileIsFetched();
    void anInterruptedDownloadResumes();
    void aChangedFileIsNotPutTogether();
    void whatIsNoLinkIsNotFound_data();
    void whatIsNoLinkIsNotFound();
    void aWholeFileMayBeFetchedAgain();
    void aRangeThatCannotBeReadIsIgnored_data();
    void aRangeThatCannotBeReadIsIgnored();
    void uploads_data();
    void uploads();
    void aFormIsTaken();
    void aFormInPieces_data();
    void aFormInPieces();
    void whatIsNoForm_data();
    void whatIsNoForm();
    void anEmptyFileIsRefused_data();
    void anEmptyFileIsRefused();
    void withoutTheDatabaseComeAgain();
    void aLinkTakesOneFile();
    void theSecondOfTwoAtOnceIsNotKept();
    void aBrokenUploadLeavesNothing();
    void anUploadWithoutAnEndIsRefused();
    void otherMethodsAreRefusedUnread_data();
    void otherMethodsAreRefusedUnread();
    void tooLargeIsRefused_data();
    void tooLargeIsRefused();
    void aFullDiskIsReported();
    void aDiskThatTakesNoMoreIsReported();
    void theQuotaHolds();
    void twoAtOnceHaveOneQuota_data();
    void twoAtOnceHaveOneQuota();
    void anImageIsNotCountedAmongReceivedFiles();
    void aNameLeadsNowhere();
    void straysAreRemoved();
    void aFileOfAnotherNodeIsThere();
    void aFileIsFetchedOverTls();
    void aFileIsBroughtOverTls_data();
    void aFileIsBroughtOverTls();
    void aRenewedCertificateIsTaken();
    void itsPortSpeaksOnlyTls();
    void aSlowHandshakeIsGivenUp();
    void silentHandshakesHoldNobodyUp();
    void whyThereIsNoTls_data();
    void whyThereIsNoTls();

private:
    void start(const http::StorageLimits &limits = {.reserveBytes = 0}, const http::FileStorage::FreeBytes &free = {});
    void makeCertificate();
    void startTls();
    QByteArray curl(const QStringList &arguments, const std::string &path);
    std::string downPath(const QByteArray &content, std::chrono::seconds life = 1h);
    std::string upPath(std::chrono::seconds life = 1h);
    store::StationFile file();
    QByteArray content(const store::StationFile &file);
    QStringList filesOnDisk() { return QDir(storage_->receivedPath({})).entryList(QDir::Files); }
    template<class Work> auto onStore(Work work) { return *writer_->submit(std::move(work)).takeResult(); }
    QList<store::Parked> attention()
    {
        return onStore([](store::Database &db) { return store::Attention(db).list(); });
    }

    std::unique_ptr<QTemporaryDir> dir_;
    std::unique_ptr<store::Writer> writer_;
    std::unique_ptr<http::FileStorage> storage_;
    std::unique_ptr<http::FileServer> server_;
    std::unique_ptr<httplib::Client> client_;
    quint16 port_ = 0;
    OpenSsl openssl_;
    QString certificateFile_;
    QString keyFile_;
    quint16 tlsPort_ = 0;
};

void TestFileServer::init()
{
    dir_ = std::make_unique<QTemporaryDir>();
    writer_ = std::make_unique<store::Writer>(storetest::ownLocation(dir_->path()));
    QVERIFY(writer_->start().has_value());
    certificateFile_.clear();
    keyFile_.clear();
    onStore([](store::Database &db) {
        store::Station station;
        station.id = u"CP1"_s;
        store::Stations(db).save(station);
        return true;
    });
    start();
}

void TestFileServer::start(const http::StorageLimits &limits, const http::FileStorage::FreeBytes &free)
{
    client_.reset();
    server_.reset();
    storage_ = std::make_unique<http::FileStorage>(dir_->path(), limits, free);
    http::FileServer::Parameters parameters;
    parameters.writer = writer_.get();
    parameters.storage = storage_.get();
    parameters.node = u"here"_s;
    parameters.bind = u"127.0.0.1"_s;
    parameters.silence = 5s;
    parameters.certificateFile = certificateFile_;
    parameters.keyFile = keyFile_;
    server_ = std::make_unique<http::FileServer>(parameters);
    const auto port = server_->start();
    QVERIFY2(port.has_value(), qPrintable(port ? QString() : port.error()));
    port_ = *port;
    client_ = std::make_unique<httplib::Client>("127.0.0.1", port_);
}

/// files.pem for this machine, files.key, and the authority root.pem.
void TestFileServer::makeCertificate()
{
    openssl_.makeRoot(u"root"_s, u"/CN=Root"_s);
    openssl_.makeKey(u"files"_s);
    openssl_.makeRequest(u"files"_s, u"/CN=files"_s);
    openssl_.write(u"names"_s, "subjectAltName=IP:127.0.0.1\n");
    openssl_.sign(u"files"_s, u"root"_s, {u"-extfile"_s, u"names"_s});
}

void TestFileServer::startTls()
{
    makeCertificate();
    certificateFile_ = openssl_.path(u"files.pem"_s);
    keyFile_ = openssl_.path(u"files.key"_s);
    start();
    const auto port = server_->startTls();
    QVERIFY2(port.has_value(), qPrintable(port ? QString() : port.error()));
    tlsPort_ = *port;
}

/// What it prints of this path over HTTPS, with the authority alone to trust in: another hand than ours.
QByteArray TestFileServer::curl(const QStringList &arguments, const std::string &path)
{
    QProcess process;
    process.start(u"curl"_s, QStringList{u"-q"_s, u"-sS"_s, u"--noproxy"_s, u"*"_s, u"--max-time"_s, u"60"_s,
                                         u"--cacert"_s, openssl_.path(u"root.pem"_s)}
                                 + arguments
                                 + QStringList{u"https://127.0.0.1:%1%2"_s.arg(QString::number(tlsPort_),
                                                                               QString::fromStdString(path))});
    const bool isDone = process.waitForFinished(90'000) && process.exitStatus() == QProcess::NormalExit;
    return isDone && process.exitCode() == 0 ? process.readAllStandardOutput()
                                             : "curl: " + process.readAllStandardError();
}

void TestFileServer::cleanup()
{
    client_.reset();
    server_.reset();
    storage_.reset();
    writer_->stop();
    writer_.reset();
}

std::string TestFileServer::downPath(const QByteArray &content, std::chrono::seconds life)
{
    QFile file(storage_->firmwarePath(u"image"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(content);
    const QString token = store::FileLinks::newToken();
    onStore([=, size = content.size()](store::Database &db) {
        store::FirmwareImage image;
        image.name = u"fw-%1.bin"_s.arg(token);
        image.file = u"image"_s;
        image.size = size;
        image.sha256 = u"abc"_s;
        store::FileLink link;
        link.tokenHash = store::FileLinks::hashOf(token);
        link.station = u"CP1"_s;
        link.image = store::Firmware(db).addImage(image);
        link.expires = store::now() + life;
        store::FileLinks(db).add(link);
        return true;
    });
    return "/files/" + token.toStdString() + "/fw.bin";
}

std::string TestFileServer::upPath(std::chrono::seconds life)
{
    const QString token = store::FileLinks::newToken();
    onStore([=](store::Database &db) {
        store::FileServerPlaces(db).set({}, {1, u"http://elsewhere/"_s}); // this station was never online
        QString url;
        const auto row = store::StationFiles(db).prepare(*store::Stations(db).find(u"CP1"_s),
                                                         store::StationFileKind::Diagnostics, {}, url, store::now());
        store::FileLink link;
        link.tokenHash = store::FileLinks::hashOf(token);
        link.direction = store::LinkDirection::Up;
        link.station = u"CP1"_s;
        link.stationFile = row->id;
        link.expires = store::now() + life;
        store::FileLinks(db).add(link);
        return true;
    });
    return "/files/" + token.toStdString() + "/diag.log";
}

store::StationFile TestFileServer::file()
{
    return onStore([](store::Database &db) { return store::StationFiles(db).list().first(); });
}

QByteArray TestFileServer::content(const store::StationFile &row)
{
    QFile file(storage_->receivedPath(row.file));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void TestFileServer::ranges_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("length");
    QTest::newRow("none") << ""_ba << 200 << 0 << 100;
    QTest::newRow("from") << "bytes=40-"_ba << 206 << 40 << 60;
    QTest::newRow("middle") << "bytes=10-19"_ba << 206 << 10 << 10;
    QTest::newRow("beyond the end") << "bytes=90-500"_ba << 206 << 90 << 10;
    QTest::newRow("last") << "bytes=-30"_ba << 206 << 70 << 30;
    QTest::newRow("more than all") << "bytes=-300"_ba << 206 << 0 << 100;
    QTest::newRow("behind it") << "bytes=100-"_ba << 416 << 0 << 0;
    QTest::newRow("backwards") << "bytes=50-40"_ba << 416 << 0 << 0;
    QTest::newRow("last nothing") << "bytes=-0"_ba << 416 << 0 << 0;
    QTest::newRow("several") << "bytes=0-1,5-6"_ba << 200 << 0 << 100;
    QTest::newRow("another unit") << "lines=1-2"_ba << 200 << 0 << 100;
    QTest::newRow("nonsense") << "bytes=a-b"_ba << 200 << 0 << 100;
    QTest::newRow("huge") << "bytes=99999999999999999999-"_ba << 200 << 0 << 100;
    QTest::newRow("only a dash") << "bytes=-"_ba << 200 << 0 << 100;
}

void TestFileServer::ranges()
{
    QFETCH(QByteArray, header);
    QFETCH(int, status);
    QFETCH(int, first);
    QFETCH(int, length);
    const http::FileRange range = http::rangeOf(header.toStdString(), 100);
    QCOMPARE(range.status, status);
    QCOMPARE(range.first, first);
    QCOMPARE(range.length, length);
}

void TestFileServer::aFileIsFetched()
{
    const QByteArray firmware = QByteArray("0123456789").repeated(30'000);
    const std::string path = downPath(firmware);
    const auto head = client_->Head(path);
    QVERIFY(head);
    QCOMPARE(head->status, 200);
    QCOMPARE(head->get_header_value("Content-Length"), std::to_string(firmware.size()));
    QCOMPARE(head->get_header_value("Accept-Ranges"), "bytes");
    const auto whole = client_->Get(path);
    QVERIFY(whole);
    QCOMPARE(whole->status, 200);
    QVERIFY(QByteArray::fromStdString(whole->body) == firmware);
    QCOMPARE(whole->get_header_value("ETag"), "\"abc\"");
}

void TestFileServer::anInterruptedDownloadResumes()
{
    const QByteArray firmware = QByteArray("abcdefghij").repeated(200'000);
    const std::string path = downPath(firmware);
    std::string received;
    const auto broken = client_->Get(path, [&](const char *data, size_t size) {
        received.append(data, size);
        return received.size() < 500'000; // the line drops
    });
    QVERIFY(!broken);
    const auto rest = client_->Get(path, {{"Range", "bytes=" + std::to_string(received.size()) + "-"}, {"If-Range", "\"abc\""}});
    QVERIFY(rest);
    QCOMPARE(rest->status, 206);
    QCOMPARE(rest->get_header_value("Content-Range"),
             "bytes " + std::to_string(received.size()) + "-1999999/2000000");
    QVERIFY(QByteArray::fromStdString(received + rest->body) == firmware);
    const auto beyond = client_->Get(path, {{"Range", "bytes=2000000-"}});
    QVERIFY(beyond);
    QCOMPARE(beyond->status, 416);
    QCOMPARE(beyond->get_header_value("Content-Range"), "bytes */2000000");
}

void TestFileServer::aChangedFileIsNotPutTogether()
{
    const auto answer = client_->Get(downPath("firmware"), {{"Range", "bytes=4-"}, {"If-Range", "\"older\""}});
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, "firmware");
}

void TestFileServer::whatIsNoLinkIsNotFound_data()
{
    QTest::addColumn<QByteArray>("kind");
    for (const char *kind : {"unknown", "expired", "down for up", "up for down", "elsewhere", "root", "traversal"})
        QTest::newRow(kind) << QByteArray(kind);
}

void TestFileServer::whatIsNoLinkIsNotFound()
{
    QFETCH(QByteArray, kind);
    if (kind == "expired") {
        QCOMPARE(client_->Get(downPath("x", -1s))->status, 404);
        QCOMPARE(client_->Put(upPath(-1s), "x", "text/plain")->status, 404);
    } else if (kind == "down for up") {
        QCOMPARE(client_->Put(downPath("x"), "x", "text/plain")->status, 404);
    } else if (kind == "up for down") {
        QCOMPARE(client_->Get(upPath())->status, 404);
    } else {
        const std::string path = kind == "unknown"     ? "/files/guess/fw.bin"
                                 : kind == "elsewhere" ? "/api/v1/stations"
                                 : kind == "root"      ? "/"
                                                       : "/files/..%2f..%2fstationmaster.sqlite";
        QCOMPARE(client_->Get(path)->status, 404);
        QCOMPARE(client_->Post(path, "x", "text/plain")->status, 404);
    }
    QVERIFY(filesOnDisk().isEmpty());
}

void TestFileServer::aWholeFileMayBeFetchedAgain()
{
    const std::string path = downPath("firmware");
    QCOMPARE(client_->Get(path, {{"Range", "bytes=-1"}})->body, "e"); // some look first whether they may resume
    for (int time = 0; time < 3; ++time) // what has left us need not have arrived
        QCOMPARE(client_->Get(path)->body, "firmware");
    QCOMPARE(client_->Get(path, {{"Range", "bytes=4-"}})->body, "ware");
}

void TestFileServer::aRangeThatCannotBeReadIsIgnored_data()
{
    QTest::addColumn<QByteArray>("range");
    for (const char *range : {"lines=1-2", "bytes=a-b", "bytes=99999999999999999999-", "bytes", ""})
        QTest::addRow("\"%s\"", range) << QByteArray(range);
}

void TestFileServer::aRangeThatCannotBeReadIsIgnored()
{
    QFETCH(QByteArray, range);
    const std::string path = downPath("firmware");
    const auto whole = client_->Get(path, {{"Range", range.toStdString()}});
    QVERIFY(whole);
    QCOMPARE(whole->status, 200);
    QCOMPARE(whole->body, "firmware");
    QCOMPARE(client_->Head(path, {{"Range", range.toStdString()}})->status, 200);
    QCOMPARE(client_->Get("/files/guess/fw.bin", {{"Range", range.toStdString()}})->status, 404);
}

void TestFileServer::uploads_data()
{
    QTest::addColumn<bool>("put");
    QTest::addColumn<bool>("chunked");
    QTest::newRow("PUT") << true << false;
    QTest::newRow("POST") << false << false;
    QTest::newRow("PUT chunked") << true << true;
    QTest::newRow("POST chunked") << false << true;
}

void TestFileServer::uploads()
{
    QFETCH(bool, put);
    QFETCH(bool, chunked);
    const QByteArray log = QByteArray("log line\n").repeated(50'000);
    const std::string path = upPath();
    const std::string type = "application/octet-stream";
    const auto pieces = [&log](size_t offset, httplib::DataSink &sink) {
        if (offset < size_t(log.size()))
            return sink.write(log.constData() + offset, std::min<size_t>(30'000, size_t(log.size()) - offset));
        sink.done();
        return true;
    };
    const auto answer = chunked ? (put ? client_->Put(path, pieces, type) : client_->Post(path, pieces, type))
                        : put   ? client_->Put(path, log.toStdString(), type)
                                : client_->Post(path, log.toStdString(), type);
    QVERIFY(answer);
    QCOMPARE(answer->status, 201);
    const store::StationFile row = file();
    QVERIFY(row.state == store::StationFileState::Received);
    QCOMPARE(row.name, u"diag.log"_s);
    QCOMPARE(row.size, log.size());
    QVERIFY(content(row) == log);
}

void TestFileServer::aFormIsTaken()
{
    const QByteArray log = QByteArray("log\r\n--line\r\n").repeated(20'000);
    const httplib::MultipartFormDataItems items{{"note", "hello", "", ""},
                                                {"file", log.toStdString(), "station.zip", "application/zip"}};
    const auto answer = client_->Post(upPath(), items);
    QVERIFY(answer);
    QCOMPARE(answer->status, 201);
    QCOMPARE(file().name, u"station.zip"_s);
    QVERIFY(content(file()) == log);
    const auto empty = client_->Post(upPath(), httplib::MultipartFormDataItems{{"note", "hello", "", ""}});
    QVERIFY(empty);
    QCOMPARE(empty->status, 400);
    QVERIFY(file().state == store::StationFileState::Requested);
}

void TestFileServer::aFormInPieces_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 7, 1000}) {
        QTest::addRow("%d", piece) << "--\r\n"_ba << piece;
        QTest::addRow("%d, without the last line end", piece) << "--"_ba << piece; // RFC 2046 leaves it to the client
        QTest::addRow("%d, with something behind", piece) << "-- \r\nbye"_ba << piece;
    }
}

void TestFileServer::aFormInPieces()
{
    QFETCH(QByteArray, end);
    QFETCH(int, piece);
    const QByteArray log = "first line\r\n--edg\r\n--edge-\r\nlast line\r\n";
    const QByteArray body = "unread\r\n--edge of it \r\n\r\nno head\r\n--edge of it\r\nContent-Type: text/plain\r\n"
                            "CONTENT-disposition: form-data; name=\"file\"; filename=\"st;1.log\"\r\n\r\n"
                            + log + "\r\n--edge of it\r\nContent-Disposition: form-data; name=\"x\"; filename=\"2\"\r\n\r\n"
                            + "\r\n--edge of it" + end;
    RawSocket station(port_);
    station.send("POST " + QByteArray::fromStdString(upPath()) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                 "Content-Type: multipart/form-data; boundary=\"edge of it\"\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n");
    for (qsizetype at = 0; at < body.size(); at += piece)
        station.send(body.mid(at, piece));
    const QByteArray answer = station.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 201"), answer.constData());
    QCOMPARE(file().name, u"st;1.log"_s);
    QCOMPARE(content(file()), log);
}

void TestFileServer::whatIsNoForm_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray part = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nhalf";
    QTest::newRow("no boundary") << "multipart/form-data"_ba << part + "\r\n--b--\r\n";
    QTest::newRow("no end") << "multipart/form-data; boundary=b"_ba << part;
    QTest::newRow("no file") << "multipart/form-data; boundary=b"_ba << "--b--"_ba;
    QTest::newRow("not after the boundary") << "multipart/form-data; boundary=b"_ba << part + "\r\n--better\r\n--b--";
    QTest::newRow("endless head") << "multipart/form-data; boundary=b"_ba << "--b\r\n" + QByteArray(100'000, 'x');
}

void TestFileServer::whatIsNoForm()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const auto answer = client_->Post(upPath(), body.toStdString(), type.toStdString());
    QCOMPARE(answer ? answer->status : 400, 400);
    QVERIFY(filesOnDisk().isEmpty());
    QTRY_VERIFY(!file().reason.isEmpty());
    QVERIFY(file().state == store::StationFileState::Requested);
}

void TestFileServer::anEmptyFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << "Content-Length: 0\r\n"_ba << QByteArray();
    QTest::newRow("no number") << "Content-Length: abc\r\n"_ba << "log"_ba;
    QTest::newRow("no chunk") << "Transfer-Encoding: chunked\r\n"_ba << "0\r\n\r\n"_ba;
}

void TestFileServer::anEmptyFileIsRefused()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    const std::string path = upPath();
    RawSocket station(port_);
    station.send("PUT " + QByteArray::fromStdString(path) + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body);
    const QByteArray answer = station.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 400"), answer.constData());
    QVERIFY(filesOnDisk().isEmpty());
    QCOMPARE(client_->Put(path, "log", "text/plain")->status, 201); // the link is still good
}

void TestFileServer::withoutTheDatabaseComeAgain()
{
    const std::string down = downPath("firmware");
    const std::string up = upPath();
    RawSocket slow(port_);
    slow.send("PUT " + QByteArray::fromStdString(up) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nslo");
    QTRY_COMPARE(storage_->bytesUnderWay(), 3);
    writer_->stop();
    QCOMPARE(client_->Get(down)->status, 503);
    QCOMPARE(client_->Put(up, "log", "text/plain")->status, 503);
    slow.send("wer");
    QVERIFY(slow.readAll().startsWith("HTTP/1.1 503"));
    QVERIFY(filesOnDisk().isEmpty());
}

void TestFileServer::aLinkTakesOneFile()
{
    const std::string path = upPath();
    QCOMPARE(client_->Put(path, "first", "text/plain")->status, 201);
    QCOMPARE(client_->Put(path, "second", "text/plain")->status, 404);
    QCOMPARE(content(file()), "first");
    QCOMPARE(filesOnDisk().size(), 1);
}

void TestFileServer::theSecondOfTwoAtOnceIsNotKept()
{
    const std::string path = upPath();
    const std::string head = "PUT " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\n";
    RawSocket slow(port_);
    slow.send(QByteArray::fromStdString(head) + "slo");
    QTRY_COMPARE(storage_->bytesUnderWay(), 3);
    QVERIFY(filesOnDisk().isEmpty()); // nothing is shown that is not whole
    QCOMPARE(client_->Put(path, "quick", "text/plain")->status, 201);
    slow.send("wer");
    QVERIFY2(slow.readAll().startsWith("HTTP/1.1 404"), "the slower one");
    QCOMPARE(content(file()), "quick");
    QCOMPARE(filesOnDisk(), QStringList{file().file});
}

void TestFileServer::aBrokenUploadLeavesNothing()
{
    const std::string path = upPath();
    {
        RawSocket station(port_);
        station.send("PUT " + QByteArray::fromStdString(path)
                             + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf of it");
        QTRY_COMPARE(storage_->bytesUnderWay(), 10);
    }
    QTRY_COMPARE(storage_->bytesUnderWay(), 0);
    QVERIFY(filesOnDisk().isEmpty());
    QTRY_VERIFY2(file().reason.contains(u"broke off"_s), qPrintable(file().reason));
    QVERIFY(file().state == store::StationFileState::Requested);
    QCOMPARE(client_->Put(path, "all of it", "text/plain")->status, 201); // the link is still good
    QCOMPARE(file().reason, QString());
}

void TestFileServer::anUploadWithoutAnEndIsRefused()
{
    RawSocket station(port_);
    station.send("PUT " + QByteArray::fromStdString(upPath()) + " HTTP/1.1\r\nHost: x\r\n\r\nhalf of it");
    QVERIFY(station.readAll().startsWith("HTTP/1.1 411"));
    QVERIFY(filesOnDisk().isEmpty());
}

void TestFileServer::otherMethodsAreRefusedUnread_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("headers");
    for (const char *method : {"PATCH", "DELETE", "PRI", "OPTIONS"}) {
        QTest::addRow("%s", method) << QByteArray(method) << "Content-Length: 200000000\r\n"_ba;
        QTest::addRow("%s chunked", method) << QByteArray(method) << "Transfer-Encoding: chunked\r\n"_ba;
        QTest::addRow("%s zipped", method)
            << QByteArray(method) << "Content-Encoding: gzip\r\nContent-Length: 1000000\r\n"_ba;
    }
}

void TestFileServer::otherMethodsAreRefusedUnread()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, headers);
    RawSocket anybody(port_);
    anybody.send(method + " / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n"); // and never its body
    const QByteArray answer = anybody.readAll(4000); // less than the silence after which a body is given up
    QVERIFY2(answer.startsWith("HTTP/1.1 405"), answer.constData());
    QVERIFY(answer.contains("Allow: GET, HEAD, PUT, POST"));
    QVERIFY(anybody.isClosed());
}

void TestFileServer::tooLargeIsRefused_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::newRow("announced") << false;
    QTest::newRow("chunked") << true;
}

void TestFileServer::tooLargeIsRefused()
{
    QFETCH(bool, chunked);
    start({.fileBytes = 100'000, .reserveBytes = 0});
    const std::string log(2'000'000, 'x');
    const auto pieces = [&](size_t offset, httplib::DataSink &sink) {
        if (offset < log.size())
            return sink.write(log.data(), 10'000);
        sink.done();
        return true;
    };
    const auto answer = chunked ? client_->Put(upPath(), pieces, "text/plain") : client_->Put(upPath(), log, "text/plain");
    QCOMPARE(answer ? answer->status : 413, 413); // or cut off in the middle
    QTRY_VERIFY2(file().reason.contains(u"larger"_s), qPrintable(file().reason));
    QVERIFY(filesOnDisk().isEmpty());
}

void TestFileServer::aFullDiskIsReported()
{
    std::atomic<qint64> free = 1'000'000;
    start({.reserveBytes = 500'000}, [&free] { return free.load(); });
    QCOMPARE(client_->Put(upPath(), std::string(400'000, 'x'), "text/plain")->status, 201);
    const auto refused = client_->Put(upPath(), std::string(600'000, 'x'), "text/plain");
    QVERIFY(refused);
    QCOMPARE(refused->status, 507);
    QTRY_COMPARE(attention().size(), 1);
    QCOMPARE(attention().first().kind, u"filesRefused"_s);
    QVERIFY2(attention().first().reason.contains(u"disk is full"_s), qPrintable(attention().first().reason));
    QVERIFY(file().reason.contains(u"disk is full"_s));
    QCOMPARE(filesOnDisk().size(), 1);
    free = 10'000'000;
    QCOMPARE(client_->Put(upPath(), std::string(600'000, 'x'), "text/plain")->status, 201);
}

/// In the middle of a file, though there had seemed to be room. A limit of the process has write() fail in the same way; the
/// database stays far below it.
void TestFileServer::aDiskThatTakesNoMoreIsReported()
{
    constexpr rlim_t mebi = 1024 * 1024;
    const std::string path = upPath();
    const std::string log(20 * mebi, 'x');
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto signalBefore = std::signal(SIGXFSZ, SIG_IGN);
    const auto restore = qScopeGuard([&] {
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, signalBefore);
    });
    const rlimit small{16 * mebi, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto refused = client_->Put(path, log, "text/plain");
    QCOMPARE(refused ? refused->status : 507, 507); // or cut off in the middle
    QTRY_VERIFY2(file().reason.contains(u"does not take any more"_s), qPrintable(file().reason));
    QVERIFY(file().state == store::StationFileState::Requested);
    QVERIFY(filesOnDisk().isEmpty());
    QCOMPARE(attention().size(), 1);
    QCOMPARE(attention().first().kind, u"filesRefused"_s);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QCOMPARE(client_->Put(path, log, "text/plain")->status, 201); // the link is still good
    QCOMPARE(file().size, qint64(log.size()));
    QCOMPARE(file().reason, QString());
}

void TestFileServer::theQuotaHolds()
{
    start({.quotaBytes = 1000, .reserveBytes = 0});
    QCOMPARE(client_->Put(upPath(), std::string(600, 'x'), "text/plain")->status, 201);
    QCOMPARE(client_->Put(upPath(), std::string(600, 'x'), "text/plain")->status, 507);
    QTRY_VERIFY2(file().reason.contains(u"Delete old ones"_s), qPrintable(file().reason));
    QCOMPARE(client_->Put(upPath(), std::string(300, 'x'), "text/plain")->status, 201);
}

void TestFileServer::twoAtOnceHaveOneQuota_data()
{
    QTest::addColumn<bool>("isWholeBefore");
    QTest::newRow("one is whole before the other goes on") << true;
    QTest::newRow("neither is whole") << false;
}

void TestFileServer::twoAtOnceHaveOneQuota()
{
    QFETCH(bool, isWholeBefore);
    constexpr qsizetype mebi = 1024 * 1024;
    start({.quotaBytes = 6 * mebi, .reserveBytes = 0});
    const QByteArray log(4 * mebi, 'x');
    const auto head = [&log](const std::string &path) {
        return "PUT " + QByteArray::fromStdString(path)
               + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(log.size()) + "\r\n\r\n";
    };
    RawSocket first(port_);
    RawSocket second(port_);
    second.send(head(upPath()) + log.first(1));
    QTRY_COMPARE(storage_->bytesUnderWay(), 1);
    first.send(head(upPath()) + log.chopped(isWholeBefore ? 0 : 1));
    if (isWholeBefore)
        QVERIFY(first.readUntil("\r\n\r\n").startsWith("HTTP/1.1 201"));
    else
        QTRY_COMPARE(storage_->bytesUnderWay(), log.size());
    second.send(log.sliced(1));
    QVERIFY(second.readAll().startsWith("HTTP/1.1 507"));
    if (!isWholeBefore) {
        first.send("x");
        QVERIFY(first.readUntil("\r\n\r\n").startsWith("HTTP/1.1 201"));
    }
    QTRY_COMPARE(filesOnDisk().size(), 1);
    QTRY_COMPARE(storage_->bytesUnderWay(), 0);
}

void TestFileServer::anImageIsNotCountedAmongReceivedFiles()
{
    start({.quotaBytes = 1000, .reserveBytes = 0});
    QCOMPARE(client_->Put(upPath(), std::string(900, 'x'), "text/plain")->status, 201);
    const QString token = onStore([](store::Database &db) {
        store::FirmwareImage image;
        image.name = u"fw.bin"_s;
        return store::Firmware(db).addUploadLink(store::Firmware(db).addImage(image), store::now());
    });
    QCOMPARE(client_->Put("/files/" + token.toStdString() + "/fw.bin", std::string(5000, 'x'), "text/plain")->status, 201);
    const auto image = onStore([](store::Database &db) { return *store::Firmware(db).image(u"fw.bin"_s); });
    QCOMPARE(image.size, 5000);
    QCOMPARE(image.node, u"here"_s);
    QCOMPARE(file().node, u"here"_s);
}

void TestFileServer::aNameLeadsNowhere()
{
    const std::string path = upPath();
    const std::string folder = path.substr(0, path.rfind('/'));
    QCOMPARE(client_->Put(folder + "/..%2F..%2Fevil%20name.log", "x", "text/plain")->status, 201);
    QCOMPARE(filesOnDisk().size(), 1);
    QVERIFY2(filesOnDisk().first().endsWith(u"-evil_name.log"_s), qPrintable(filesOnDisk().first()));
}

void TestFileServer::straysAreRemoved()
{
    QCOMPARE(client_->Put(upPath(), "kept", "text/plain")->status, 201);
    downPath("firmware");
    for (const QString &path : {storage_->receivedPath(u"9-stray.log.AbCdEf"_s), storage_->firmwarePath(u"9-stray"_s),
                                storage_->receivedPath(file().file), storage_->firmwarePath(u"image"_s)}) {
        QFile old(path);
        QVERIFY(old.open(QIODevice::Append));
        QVERIFY(old.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
    }
    QFile underWay(storage_->receivedPath(u"9-slow.log.AbCdEf"_s));
    QVERIFY(underWay.open(QIODevice::WriteOnly));
    QVERIFY(underWay.setFileTime(QDateTime::currentDateTime().addSecs(-600), QFileDevice::FileModificationTime));
    const auto received = onStore([](store::Database &db) { return store::StationFiles(db).filesOnDisk(); });
    storage_->removeStrays(received, onStore([](store::Database &db) { return store::Firmware(db).filesOnDisk(); }));
    QVERIFY(underWay.remove());
    QCOMPARE(filesOnDisk(), QStringList{file().file});
    QCOMPARE(QDir(storage_->firmwarePath({})).entryList(QDir::Files), QStringList{u"image"_s});
}

void TestFileServer::aFileOfAnotherNodeIsThere()
{
    startTls();
    const std::string path = downPath("firmware");
    QVERIFY(QFile::remove(storage_->firmwarePath(u"image"_s)));
    QCOMPARE(client_->Get(path)->status, 404); // lost
    onStore([](store::Database &db) {
        store::FirmwareImage image = store::Firmware(db).images().first();
        image.node = u"there"_s;
        store::Firmware(db).saveImage(image);
        return true;
    });
    QCOMPARE(client_->Get(path)->status, 404); // nobody knows where that is
    onStore([](store::Database &db) {
        store::FileServerPlaces(db).set(u"there"_s, {8081, {}, 8443, u"192.0.2.9"_s});
        return true;
    });
    const auto answer = client_->Get(path);
    QVERIFY(answer);
    QCOMPARE(answer->status, 307);
    QCOMPARE(answer->get_header_value("Location"), "http://192.0.2.9:8081" + path);
    const QByteArray place = "https://192.0.2.9:8443" + QByteArray::fromStdString(path);
    QCOMPARE(curl({u"-w"_s, u"%{redirect_url}"_s}, path), place);
}

void TestFileServer::aFileIsFetchedOverTls()
{
    startTls();
    const QByteArray firmware = QByteArray("0123456789").repeated(300'000);
    const std::string path = downPath(firmware);
    QVERIFY(curl({}, path) == firmware);
    QCOMPARE(curl({u"-r"_s, u"1000005-1000014"_s, u"-w"_s, u" %{http_code}"_s}, path), "5678901234 206"_ba);
    QVERIFY(curl({u"-C"_s, u"2000000"_s}, path) == firmware.mid(2'000'000));
    QCOMPARE(curl({u"--tls-max"_s, u"1.2"_s, u"-r"_s, u"0-2"_s}, path), "012"_ba);
    QCOMPARE(curl({u"-w"_s, u"%{http_code}"_s}, "/files/guess/fw.bin"), "404"_ba);
    QCOMPARE(client_->Get(path, {{"Range", "bytes=0-2"}})->body, "012"); // HTTP goes on beside it
}

void TestFileServer::aFileIsBroughtOverTls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("in one") << QStringList{};
    QTest::newRow("chunked") << QStringList{u"-H"_s, u"Transfer-Encoding: chunked"_s};
}

void TestFileServer::aFileIsBroughtOverTls()
{
    QFETCH(QStringList, arguments);
    startTls();
    const QByteArray log = QByteArray("log line\n").repeated(200'000);
    openssl_.write(u"log"_s, log);
    const QStringList upload{u"-T"_s, openssl_.path(u"log"_s), u"-w"_s, u"%{http_code}"_s};
    QCOMPARE(curl(arguments + upload, upPath()), "201"_ba);
    QCOMPARE(file().name, u"diag.log"_s);
    QVERIFY(content(file()) == log);
}

void TestFileServer::aRenewedCertificateIsTaken()
{
    startTls();
    const std::string path = downPath("firmware");
    const QByteArray before = openssl_.content(u"files.pem"_s);
    openssl_.write(u"files.pem"_s, "half of it");
    const auto broken = server_->renewTls();
    QVERIFY(!broken.has_value());
    QVERIFY2(broken.error().contains(u"The certificate cannot be read"_s), qPrintable(broken.error()));
    QCOMPARE(curl({}, path), "firmware"_ba); // with the one of before
    makeCertificate(); // of another authority, in the same files
    QVERIFY(openssl_.content(u"files.pem"_s) != before);
    QVERIFY(curl({}, path).startsWith("curl: "));
    QVERIFY(server_->renewTls().has_value());
    QCOMPARE(curl({}, path), "firmware"_ba);
}

void TestFileServer::itsPortSpeaksOnlyTls()
{
    startTls();
    RawSocket plain(tlsPort_);
    plain.send("GET " + QByteArray::fromStdString(downPath("firmware")) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    const QByteArray answer = plain.readAll();
    QVERIFY2(!answer.contains("HTTP/"), answer.constData());
    QVERIFY(plain.isClosed());
    QProcess old; // with the security level of its days, so that it is not its own side that refuses
    old.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(tlsPort_), u"-tls1_1"_s, u"-cipher"_s,
                             u"DEFAULT@SECLEVEL=0"_s});
    old.closeWriteChannel();
    QVERIFY(old.waitForFinished());
    QVERIFY(old.exitCode() != 0);
}

void TestFileServer::aSlowHandshakeIsGivenUp()
{
    makeCertificate();
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto tls = pki::TlsServer::open(openssl_.content(u"files.pem"_s), openssl_.content(u"files.key"_s), now);
    QVERIFY2(tls.has_value(), qPrintable(tls ? QString() : tls.error()));
    http::ConnectionLimits limits;
    limits.request = 500ms;
    http::Listener listener(limits, 4);
    listener.useTls(*tls);
    const int port = listener.start("127.0.0.1", 0);
    QVERIFY(port > 0);
    RawSocket slow{static_cast<quint16>(port)};
    slow.send("\x16\x03\x01"); // a record begins
    QCOMPARE(slow.readAll(), QByteArray());
    QVERIFY(slow.isClosed());
}

void TestFileServer::silentHandshakesHoldNobodyUp()
{
    startTls();
    const RawSocket first(tlsPort_);
    const RawSocket second(tlsPort_);
    QCOMPARE(curl({u"--max-time"_s, u"10"_s}, downPath("firmware")), "firmware"_ba); // less than a handshake may take
}

void TestFileServer::whyThereIsNoTls_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("another key") << u"files.pem"_s << u"root.key"_s
                                 << QStringList{u"/files.pem"_s, u"/root.key"_s, u"The key does not belong"_s};
    QTest::newRow("no certificate in it")
        << u"names"_s << u"files.key"_s << QStringList{u"/names"_s, u"The certificate cannot be read"_s};
    QTest::newRow("no key in it") << u"files.pem"_s << u"names"_s << QStringList{u"The key cannot be read"_s};
    QTest::newRow("there is no such file")
        << u"missing.pem"_s << u"files.key"_s << QStringList{u"/missing.pem cannot be read"_s, u"--file-certificate"_s};
    QTest::newRow("a key alone") << QString() << u"files.key"_s << QStringList{u"there is no --file-certificate"_s};
    QTest::newRow("a certificate alone") << u"files.pem"_s << QString() << QStringList{u"there is no --file-key"_s};
}

void TestFileServer::whyThereIsNoTls()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QStringList, said);
    makeCertificate();
    certificateFile_ = certificate.isEmpty() ? QString() : openssl_.path(certificate);
    keyFile_ = key.isEmpty() ? QString() : openssl_.path(key);
    start();
    const auto port = server_->startTls();
    QVERIFY(!port.has_value());
    QVERIFY2(port.error().startsWith(u"The file server does not speak HTTPS"_s), qPrintable(port.error()));
    for (const QString &part : std::as_const(said))
        QVERIFY2(port.error().contains(part), qPrintable(port.error()));
    QCOMPARE(client_->Get(downPath("firmware"))->body, "firmware");
}

QTEST_GUILESS_MAIN(TestFileServer)
#include "tst_fileserver.moc"
