// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/fileserver.h"
#include "store/clock.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/stationfiles.h"
#include "store/stations.h"
#include "store/writer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <httplib.h>

#include <cstring>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Many stations at once fetch an image and bring a log. SM_FILE_STATIONS (50) and SM_FILE_MIB (8) say how many and how
/// large. Prints what the process takes above idle, clients included; asserts the bytes only.
class TestFileMemory : public QObject {
    Q_OBJECT
private slots:
    void downAndUpAtOnce();

private:
    template<class Work> auto onStore(Work work) { return *writer_->submit(std::move(work)).takeResult(); }
    QStringList links(store::LinkDirection direction, qint64 image);

    const int stations_ = qEnvironmentVariable("SM_FILE_STATIONS", u"50"_s).toInt();
    const qint64 bytes_ = qEnvironmentVariable("SM_FILE_MIB", u"8"_s).toLongLong() * 1024 * 1024;
    QTemporaryDir dir_;
    std::unique_ptr<store::Writer> writer_;
};

namespace {

qint64 residentKibibytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

// Its own inverse: a byte says where it belongs.
char byteAt(qint64 at)
{
    return char((at ^ (at >> 8) ^ (at >> 16)) & 0xff);
}

QByteArray piece(qint64 at, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = byteAt(at + i);
    return bytes;
}

bool isRight(const char *data, size_t size, qint64 at)
{
    for (size_t i = 0; i < size; ++i) {
        if (data[i] != byteAt(at + qint64(i)))
            return false;
    }
    return true;
}

bool fetch(quint16 port, const std::string &path, qint64 size)
{
    httplib::Client client("127.0.0.1", port);
    client.set_read_timeout(300s);
    qint64 at = 0;
    const auto answer = client.Get(path, [&at](const char *data, size_t count) {
        const bool right = isRight(data, count, at);
        at += qint64(count);
        return right;
    });
    return answer && answer->status == 200 && at == size;
}

bool bring(quint16 port, const std::string &path, qint64 size)
{
    httplib::Client client("127.0.0.1", port);
    client.set_read_timeout(300s);
    client.set_write_timeout(300s);
    const auto answer = client.Put(path, size_t(size),
                                   [](size_t offset, size_t length, httplib::DataSink &sink) {
                                       const QByteArray bytes = piece(qint64(offset), std::min<qint64>(qint64(length), 65536));
                                       return sink.write(bytes.constData(), size_t(bytes.size()));
                                   },
                                   "application/octet-stream");
    return answer && answer->status == 201;
}

bool holdsTheLog(const QString &path, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() != size)
        return false;
    for (qint64 at = 0; at < size;) {
        const QByteArray bytes = file.read(1024 * 1024);
        if (bytes.isEmpty() || !isRight(bytes.constData(), size_t(bytes.size()), at))
            return false;
        at += bytes.size();
    }
    return true;
}

} // namespace

QStringList TestFileMemory::links(store::LinkDirection direction, qint64 image)
{
    return onStore([=, this](store::Database &db) {
        QStringList tokens;
        store::FileServerPlaces(db).set({}, {1, u"http://elsewhere/"_s}); // this station was never online
        for (int i = 0; i < stations_; ++i) {
            store::FileLink link;
            tokens.append(store::FileLinks::newToken());
            link.tokenHash = store::FileLinks::hashOf(tokens.last());
            link.direction = direction;
            link.station = u"CP1"_s;
            link.expires = store::now() + 1h;
            QString url;
            if (direction == store::LinkDirection::Down)
                link.image = image;
            else
                link.stationFile = store::StationFiles(db)
                                       .prepare(*store::Stations(db).find(u"CP1"_s), store::StationFileKind::Diagnostics, {},
                                                url, store::now())
                                       ->id;
            store::FileLinks(db).add(link);
        }
        return tokens;
    });
}

void TestFileMemory::downAndUpAtOnce()
{
    writer_ = std::make_unique<store::Writer>(*store::parseLocation(u"sqlite"_s, dir_.path()));
    QVERIFY(writer_->start().has_value());
    http::FileStorage storage(dir_.path(), {.quotaBytes = bytes_ * (stations_ + 1), .reserveBytes = 0});
    QFile firmware(storage.firmwarePath(u"image"_s));
    QVERIFY(firmware.open(QIODevice::WriteOnly));
    for (qint64 at = 0; at < bytes_; at += 1024 * 1024)
        firmware.write(piece(at, 1024 * 1024));
    firmware.close();
    const qint64 image = onStore([this](store::Database &db) {
        store::Station station;
        station.id = u"CP1"_s;
        store::Stations(db).save(station);
        store::FirmwareImage row;
        row.name = row.file = u"image"_s;
        row.size = bytes_;
        return store::Firmware(db).addImage(row);
    });
    const QStringList down = links(store::LinkDirection::Down, image);
    const QStringList up = links(store::LinkDirection::Up, image);
    http::FileServer::Parameters parameters;
    parameters.writer = writer_.get();
    parameters.storage = &storage;
    parameters.bind = u"127.0.0.1"_s;
    http::FileServer server(parameters);
    const auto port = server.start();
    QVERIFY(port.has_value());

    const qint64 idle = residentKibibytes();
    std::atomic<int> right = 0;
    std::atomic<int> over = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < stations_; ++i) {
        clients.emplace_back([&, token = down[i].toStdString()] {
            right += fetch(*port, "/files/" + token + "/fw.bin", bytes_) ? 1 : 0;
            ++over;
        });
        clients.emplace_back([&, token = up[i].toStdString()] {
            right += bring(*port, "/files/" + token + "/log", bytes_) ? 1 : 0;
            ++over;
        });
    }
    qint64 most = idle;
    while (over < 2 * stations_) {
        most = std::max(most, residentKibibytes());
        std::this_thread::sleep_for(20ms);
    }
    for (std::thread &client : clients)
        client.join();
    qInfo("%d stations, %lld MiB each way: %lld KiB idle, at most %lld KiB (%.1f MiB above idle, clients included)", stations_,
          static_cast<long long>(bytes_ >> 20), static_cast<long long>(idle), static_cast<long long>(most),
          double(most - idle) / 1024);
    QCOMPARE(right.load(), 2 * stations_);
    const auto files = onStore([](store::Database &db) { return store::StationFiles(db).list(); });
    for (const store::StationFile &file : files)
        QVERIFY(holdsTheLog(storage.receivedPath(file.file), bytes_));
    server.stop();
    writer_->stop();
}

QTEST_GUILESS_MAIN(TestFileMemory)
#include "tst_filememory.moc"
