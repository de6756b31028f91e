// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "http/filestorage.h"
#include "store/clock.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/stationfiles.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_FirmwareApi : public QObject {
    Q_OBJECT

private slots:
    void init();

    void uploadLinksAreRenewed();
    void withoutAFileServerThereIsNoLink();
    void updatesAreDoneOnceMore();
    void filesAreAskedForAgain();

private:
    bool isLink(const QString &uploadUrl);

    QTemporaryDir dir_;
    http::FileStorage storage_{dir_.path(), {.fileBytes = 4096, .reserveBytes = 0}};
    ApiFixture fixture_{[this](http::ControlApi::Parameters &parameters) {
        parameters.files = &storage_;
        parameters.fileServer = u"http://127.0.0.1:1"_s;
    }};
};

void tst_FirmwareApi::init()
{
    fixture_.addStation(u"CP1"_s);
}

bool tst_FirmwareApi::isLink(const QString &uploadUrl)
{
    bool isThere = false;
    fixture_.write([&](store::Database &db) {
        isThere = store::FileLinks(db)
                      .find(uploadUrl.section(u'/', 4, 4), store::LinkDirection::Up, store::now())
                      .has_value();
    });
    return isThere;
}

void tst_FirmwareApi::uploadLinksAreRenewed()
{
    const auto entered = fixture_.post("/firmware", R"({"name":"fw.bin"})");
    QCOMPARE(entered.status, 201);
    QCOMPARE(entered.json()["uploadLimit"_L1].toInteger(), 4096);
    const QString first = entered.json()["uploadUrl"_L1].toString();
    QVERIFY(isLink(first));
    const QByteArray path = "/firmware/" + QByteArray::number(entered.json()["id"_L1].toInteger());
    QVERIFY(!fixture_.get(path).json().contains("uploadUrl"_L1));
    QCOMPARE(fixture_.post(path + "/upload-link", {}, "read-token").status, 403);
    const auto renewed = fixture_.post(path + "/upload-link", {});
    QCOMPARE(renewed.status, 200);
    QCOMPARE(renewed.json()["name"_L1].toString(), u"fw.bin"_s);
    const QString second = renewed.json()["uploadUrl"_L1].toString();
    QVERIFY2(second.startsWith(u"http://127.0.0.1:1/files/"_s), qPrintable(second));
    QVERIFY(isLink(second));
    QVERIFY(!isLink(first));
    QVERIFY(fixture_.write([](store::Database &db) {
        auto image = store::Firmware(db).image(u"fw.bin"_s);
        image->file = u"1-fw.bin"_s;
        store::Firmware(db).saveImage(*image);
    }));
    const auto late = fixture_.post(path + "/upload-link", {});
    QCOMPARE(late.status, 409);
    QCOMPARE(late.errorCode(), u"isUploaded"_s);
    QCOMPARE(fixture_.post("/firmware/999999/upload-link", {}).errorCode(), u"unknownFirmware"_s);
}

void tst_FirmwareApi::withoutAFileServerThereIsNoLink()
{
    const ApiFixture fixture;
    QCOMPARE(fixture.post("/firmware", R"({"name":"fw.bin"})").errorCode(), u"noFileServer"_s);
    QCOMPARE(fixture.post("/firmware/1/upload-link", {}).errorCode(), u"noFileServer"_s);
}

void tst_FirmwareApi::updatesAreDoneOnceMore()
{
    qint64 image = 0;
    QVERIFY(fixture_.write([&image](store::Database &db) {
        store::FirmwareImage row;
        row.name = u"whole.bin"_s;
        row.file = u"2-whole.bin"_s;
        row.size = 10;
        image = store::Firmware(db).addImage(row);
    }));
    const auto started =
        fixture_.post("/stations/CP1/firmware", R"({"retries":2,"firmware":)" + QByteArray::number(image) + '}');
    QCOMPARE(started.status, 202);
    const QByteArray path = "/firmware-updates/" + QByteArray::number(started.json()["id"_L1].toInteger());
    const auto early = fixture_.post(path + "/retry", {});
    QCOMPARE(early.status, 409);
    QCOMPARE(early.errorCode(), u"isOpen"_s);
    QCOMPARE(fixture_.del(path).status, 200);
    const auto again = fixture_.post(path + "/retry", {});
    QCOMPARE(again.status, 202);
    QVERIFY(again.json()["id"_L1] != started.json()["id"_L1]);
    QCOMPARE(again.json()["firmware"_L1].toInteger(), image);
    QCOMPARE(again.json()["state"_L1].toString(), u"queued"_s);
    QCOMPARE(fixture_.post("/firmware-updates/999999/retry", {}).errorCode(), u"unknownUpdate"_s);
}

void tst_FirmwareApi::filesAreAskedForAgain()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        store::FileServerPlaces(db).set({}, {1, u"http://elsewhere/"_s}); // this station was never online
    }));
    const auto asked =
        fixture_.post("/stations/CP1/files", R"({"kind":"diagnostics","from":"2026-01-01T00:00:00Z","retries":3})");
    QVERIFY2(asked.status == 202, qPrintable(asked.errorMessage()));
    const qint64 id = asked.json()["id"_L1].toInteger();
    const QByteArray path = "/stations/cp1/files/" + QByteArray::number(id);
    QCOMPARE(fixture_.post(path + "/retry", {}).errorCode(), u"isOpen"_s);
    QVERIFY(fixture_.write([id](store::Database &db) {
        auto file = store::StationFiles(db).find(id);
        file->state = store::StationFileState::Failed;
        store::StationFiles(db).save(*file);
    }));
    QCOMPARE(fixture_.post(path + "/retry", {}, "read-token").status, 403);
    const auto again = fixture_.post(path + "/retry", {});
    QVERIFY2(again.status == 202, qPrintable(again.errorMessage()));
    QVERIFY(again.json()["id"_L1].toInteger() != id);
    QCOMPARE(again.json()["kind"_L1].toString(), u"diagnostics"_s);
    const QByteArray command = "/commands/" + QByteArray::number(again.json()["command"_L1].toInteger());
    const QJsonObject payload = fixture_.get(command).json()["payload"_L1].toObject();
    QCOMPARE(payload["startTime"_L1].toString(), u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(payload["retries"_L1].toInt(), 3);
    QCOMPARE(fixture_.get(path).json()["state"_L1].toString(), u"failed"_s); // its link may still be used
    QCOMPARE(fixture_.post("/stations/CP2/files/" + QByteArray::number(id) + "/retry", {}).status, 404);
    QCOMPARE(fixture_.post("/stations/CP1/files/999999/retry", {}).errorCode(), u"unknownFile"_s);
}

QTEST_GUILESS_MAIN(tst_FirmwareApi)
#include "tst_firmware.moc"
