// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/filedownload.h"
#include "http/fileserver.h"
#include "http/rawsocket.h"
#include "store/attention.h"
#include "store/clock.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/stationfiles.h"
#include "store/stations.h"
#include "store/writer.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <httplib.h>

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
    void aUsedUpLinkIsNotFound();
    void uploads_data();
    void uploads();
    void aFormIsTaken();
    void aLinkTakesOneFile();
    void theSecondOfTwoAtOnceIsNotKept();
    void aBrokenUploadLeavesNothing();
    void anUploadWithoutAnEndIsRefused();
    void otherMethodsAreRefusedUnread_data();
    void otherMethodsAreRefusedUnread();
    void tooLargeIsRefused_data();
    void tooLargeIsRefused();
    void aFullDiskIsReported();
    void theQuotaHolds();
    void aNameLeadsNowhere();
    void straysAreRemoved();

private:
    void start(const http::StorageLimits &limits = {.reserveBytes = 0}, const http::FileStorage::FreeBytes &free = {});
    std::string downPath(const QByteArray &content, int uses = 10, std::chrono::seconds life = 1h);
    std::string upPath(std::chrono::seconds life = 1h);
    store::StationFile file();
    QByteArray content(const store::StationFile &file);
    QStringList filesOnDisk() { return QDir(storage_->receivedPath({})).entryList(QDir::Files); }
    template<class Work> auto onStore(Work work) { return *writer_->submit(std::move(work)).takeResult(); }

    std::unique_ptr<QTemporaryDir> dir_;
    std::unique_ptr<store::Writer> writer_;
    std::unique_ptr<http::FileStorage> storage_;
    std::unique_ptr<http::FileServer> server_;
    std::unique_ptr<httplib::Client> client_;
    quint16 port_ = 0;
};

void TestFileServer::init()
{
    dir_ = std::make_unique<QTemporaryDir>();
    writer_ = std::make_unique<store::Writer>(*store::parseLocation(u"sqlite"_s, dir_->path()));
    QVERIFY(writer_->start().has_value());
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
    parameters.bind = u"127.0.0.1"_s;
    parameters.silence = 5s;
    server_ = std::make_unique<http::FileServer>(parameters);
    const auto port = server_->start();
    QVERIFY2(port.has_value(), qPrintable(port ? QString() : port.error()));
    port_ = *port;
    client_ = std::make_unique<httplib::Client>("127.0.0.1", port_);
}

void TestFileServer::cleanup()
{
    client_.reset();
    server_.reset();
    storage_.reset();
    writer_->stop();
    writer_.reset();
}

std::string TestFileServer::downPath(const QByteArray &content, int uses, std::chrono::seconds life)
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
        link.usesLeft = uses;
        store::FileLinks(db).add(link);
        return true;
    });
    return "/files/" + token.toStdString() + "/fw.bin";
}

std::string TestFileServer::upPath(std::chrono::seconds life)
{
    const QString token = store::FileLinks::newToken();
    onStore([=](store::Database &db) {
        store::FileServerPlaces(db).set({}, {1, u"http://elsewhere/"_s}); // no link of its own
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
        QCOMPARE(client_->Get(downPath("x", 10, -1s))->status, 404);
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

void TestFileServer::aUsedUpLinkIsNotFound()
{
    const std::string path = downPath("firmware", 1);
    QCOMPARE(client_->Get(path, {{"Range", "bytes=0-3"}})->body, "firm"); // a part is no use
    QCOMPARE(client_->Get(path)->body, "firmware");
    QTRY_COMPARE(client_->Get(path)->status, 404);
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
    const auto attention = [this] { return onStore([](store::Database &db) { return store::Attention(db).list(); }); };
    QTRY_COMPARE(attention().size(), 1);
    QCOMPARE(attention().first().kind, u"filesRefused"_s);
    QVERIFY2(attention().first().reason.contains(u"disk is full"_s), qPrintable(attention().first().reason));
    QVERIFY(file().reason.contains(u"disk is full"_s));
    QCOMPARE(filesOnDisk().size(), 1);
    free = 10'000'000;
    QCOMPARE(client_->Put(upPath(), std::string(600'000, 'x'), "text/plain")->status, 201);
}

void TestFileServer::theQuotaHolds()
{
    start({.quotaBytes = 1000, .reserveBytes = 0});
    QCOMPARE(client_->Put(upPath(), std::string(600, 'x'), "text/plain")->status, 201);
    QCOMPARE(client_->Put(upPath(), std::string(600, 'x'), "text/plain")->status, 507);
    QTRY_VERIFY2(file().reason.contains(u"Delete old ones"_s), qPrintable(file().reason));
    QCOMPARE(client_->Put(upPath(), std::string(300, 'x'), "text/plain")->status, 201);
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
    QFile stray(storage_->receivedPath(u"9-stray.log.AbCdEf"_s));
    QVERIFY(stray.open(QIODevice::WriteOnly));
    stray.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime);
    stray.close();
    storage_->removeStrays(onStore([](store::Database &db) { return store::StationFiles(db).filesOnDisk(); }));
    QCOMPARE(filesOnDisk(), QStringList{file().file});
}

QTEST_GUILESS_MAIN(TestFileServer)
#include "tst_fileserver.moc"
