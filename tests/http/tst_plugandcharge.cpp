// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/apifixture.h"
#include "ocpp/messages/plugandcharge.h"
#include "pki/opensslprogram.h"
#include "store/commands.h"
#include "store/contracts.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_PlugAndChargeApi : public QObject {
    Q_OBJECT

private slots:
    void init();

    void messagesAreWrapped_data();
    void messagesAreWrapped();
    void refusals_data();
    void refusals();
    void answersAreDecoded();
    void ordersAreListed();
    void certificatesAreBrought();
    void ordersAreSettled();

private:
    QByteArray body(const QByteArray &message, const QByteArray &payload, const QByteArray &vendor = {});
    qint64 addOrder(const QByteArray &csr, std::optional<ocpp::Timestamp> nextTry = {});

    ApiFixture fixture_;
};

void tst_PlugAndChargeApi::init()
{
    fixture_.addStation(u"CP1"_s);
}

QByteArray tst_PlugAndChargeApi::body(const QByteArray &message, const QByteArray &payload, const QByteArray &vendor)
{
    return R"({"messageId":")" + message + R"(","payload":)" + payload
           + (vendor.isEmpty() ? QByteArray() : R"(,"vendorId":")" + vendor + '"') + '}';
}

void tst_PlugAndChargeApi::messagesAreWrapped_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("vendor");
    const QByteArray hash =
        R"({"hashAlgorithm":"SHA256","issuerNameHash":"aa","issuerKeyHash":"bb","serialNumber":"1"})";
    QTest::newRow("install") << "InstallCertificate"_ba
                             << R"({"certificateType":"V2GRootCertificate","certificate":"pem"})"_ba << QByteArray();
    QTest::newRow("delete") << "DeleteCertificate"_ba
                            << R"({"certificateHashData":)" + hash + '}' << "iso15118"_ba;
    QTest::newRow("list") << "GetInstalledCertificateIds"_ba
                          << R"({"certificateType":["V2GCertificateChain"]})"_ba << QByteArray();
    QTest::newRow("list, older") << "GetInstalledCertificateIds"_ba
                                 << R"({"typeOfCertificate":["V2GCertificateChain"]})"_ba
                                 << "iso15118"_ba;
    QTest::newRow("signed") << "CertificateSigned"_ba
                            << R"({"certificateChain":"pem"})"_ba << QByteArray();
    QTest::newRow("trigger") << "TriggerMessage"_ba
                             << R"({"requestedMessage":"SignV2GCertificate"})"_ba
                             << "iso15118"_ba;
}

void tst_PlugAndChargeApi::messagesAreWrapped()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, vendor);
    const auto reply = fixture_.post("/stations/CP1/plug-and-charge", body(message, payload, vendor));
    QCOMPARE(reply.status, 202);
    QCOMPARE(reply.json()["action"_L1].toString(), u"DataTransfer"_s);
    const QJsonObject sent = reply.json()["payload"_L1].toObject();
    QCOMPARE(sent["vendorId"_L1].toString().toLatin1(),
             vendor.isEmpty() ? QByteArray("org.openchargealliance.iso15118pnc") : vendor);
    QCOMPARE(sent["messageId"_L1].toString().toLatin1(), message);
    QCOMPARE(QJsonDocument::fromJson(sent["data"_L1].toString().toUtf8()), QJsonDocument::fromJson(payload));
}

void tst_PlugAndChargeApi::refusals_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("where");
    const QByteArray here = "/stations/CP1/plug-and-charge";
    const QByteArray list = body("GetInstalledCertificateIds", "{}");
    QTest::newRow("station") << "/stations/NOBODY/plug-and-charge"_ba << list << 404 << QString();
    QTest::newRow("message") << here << body("Authorize", "{}") << 422 << u"/messageId"_s;
    QTest::newRow("vendor") << here << body("TriggerMessage", "{}", "com.example") << 422 << u"/vendorId"_s;
    QTest::newRow("payload") << here << body("InstallCertificate", R"({"certificateType":"Any","certificate":"x"})")
                             << 422 << u"/payload/certificateType"_s;
    QTest::newRow("empty list") << here << body("GetInstalledCertificateIds", R"({"certificateType":[]})") << 422
                                << u"/payload/certificateType"_s;
    QTest::newRow("of the other form") << here << body("CertificateSigned", R"({"cert":"00"})") << 422
                                       << u"/payload/certificateChain"_s;
    QTest::newRow("offline") << here << R"({"messageId":"GetInstalledCertificateIds","expiresIn":0})"_ba << 409
                             << QString();
}

void tst_PlugAndChargeApi::refusals()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, sent);
    QFETCH(int, status);
    QFETCH(QString, where);
    const auto reply = fixture_.post(path, sent);
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.json()["error"_L1].toObject()["path"_L1].toString(), where);
}

void tst_PlugAndChargeApi::answersAreDecoded()
{
    const qint64 id = fixture_.post("/stations/CP1/plug-and-charge", body("GetInstalledCertificateIds", "{}"))
                          .json()["id"_L1]
                          .toInteger();
    const QByteArray path = "/commands/" + QByteArray::number(id);
    QVERIFY(fixture_.get(path).json()["answerData"_L1].isNull());
    QVERIFY(fixture_.write([id](store::Database &db) {
        store::Commands commands(db);
        commands.markSent(id, u"m1"_s, moment(0));
        commands.finish(id, {store::CommandState::Accepted,
                             R"({"status":"Accepted","data":"{\"status\":\"NotFound\"}"})",
                             {},
                             moment(1),
                             false});
    }));
    const QJsonObject command = fixture_.get(path).json();
    QCOMPARE(command["answerData"_L1].toObject(), (QJsonObject{{u"status"_s, u"NotFound"_s}}));
    QCOMPARE(command["answer"_L1].toObject()["data"_L1].toString(), uR"({"status":"NotFound"})"_s); // as on the wire
}

qint64 tst_PlugAndChargeApi::addOrder(const QByteArray &csr, std::optional<ocpp::Timestamp> nextTry)
{
    qint64 id = 0;
    fixture_.write([&](store::Database &db) {
        store::SigningOrder order;
        order.station = u"CP1"_s;
        order.vendorId = ocpp::pnc::vendorId;
        order.use = u"V2GCertificate"_s;
        order.csr = QString::fromLatin1(csr);
        order.nextTry = nextTry;
        order.received = moment(0);
        id = store::SigningOrders(db).add(order).id;
    });
    return id;
}

void tst_PlugAndChargeApi::ordersAreListed()
{
    const qint64 first = addOrder("csr");
    const qint64 second = addOrder("csr", moment(60'000));
    const QJsonArray orders = fixture_.get("/stations/cp1/signing-orders?limit=2").items();
    QCOMPARE(orders.size(), 2);
    const QJsonObject newest = orders[0].toObject();
    QCOMPARE(newest["id"_L1].toInteger(), second);
    QCOMPARE(newest["state"_L1].toString(), u"waiting"_s);
    QCOMPARE(newest["certificateType"_L1].toString(), u"V2GCertificate"_s);
    QCOMPARE(newest["nextTry"_L1].toString(), u"2026-01-01T00:01:00Z"_s);
    const QJsonObject former = orders[1].toObject();
    QCOMPARE(former["id"_L1].toInteger(), first);
    QCOMPARE(former["state"_L1].toString(), u"superseded"_s);
    QCOMPARE(fixture_.get("/stations/NOBODY/signing-orders").status, 404);
}

void tst_PlugAndChargeApi::certificatesAreBrought()
{
    const OpenSsl openssl;
    openssl.makeRoot(u"root"_s, u"/CN=Root"_s);
    openssl.makeKey(u"secc"_s);
    const qint64 id = addOrder(openssl.makeRequest(u"secc"_s, u"/CN=SECC"_s));
    const QByteArray path = "/stations/CP1/signing-orders/" + QByteArray::number(id) + "/certificate";
    const auto chain = [](const QByteArray &pem) {
        return QJsonDocument(QJsonObject{{u"certificateChain"_s, QString::fromLatin1(pem)}}).toJson();
    };
    const auto foreign = fixture_.post(path, chain(openssl.content(u"root.pem"_s)));
    QCOMPARE(foreign.status, 422);
    QCOMPARE(foreign.errorCode(), u"badCertificate"_s);
    const QByteArray pem = openssl.sign(u"secc"_s, u"root"_s);
    const auto brought = fixture_.post(path, chain(pem));
    QCOMPARE(brought.status, 202);
    QCOMPARE(brought.json()["state"_L1].toString(), u"signed"_s);
    const qint64 command = brought.json()["command"_L1].toInteger();
    QCOMPARE(fixture_.get("/commands/" + QByteArray::number(command)).json()["origin"_L1].toString(),
             u"plugAndCharge"_s);
    QCOMPARE(fixture_.post(path, chain(pem)).status, 422);
    QCOMPARE(
        fixture_.post("/stations/CP2/signing-orders/" + QByteArray::number(id) + "/certificate", chain(pem)).status,
        404);
    QCOMPARE(fixture_.post("/stations/CP1/signing-orders/999999/certificate", chain(pem)).status, 404);
}

void tst_PlugAndChargeApi::ordersAreSettled()
{
    const qint64 id = addOrder("csr");
    const QByteArray path = "/stations/cp1/signing-orders/" + QByteArray::number(id);
    const auto isUnsettled = [this, id] {
        const QJsonArray orders = fixture_.get("/signing-orders").items();
        return std::ranges::any_of(orders, [id](const QJsonValue &order) { return order["id"_L1].toInteger() == id; });
    };
    QVERIFY(isUnsettled());
    QCOMPARE(fixture_.post(path + "/retry", {}).errorCode(), u"notFailed"_s);
    QCOMPARE(fixture_.post(path + "/refuse", {}, "read-token").status, 403);
    const auto refused = fixture_.post(path + "/refuse", {});
    QCOMPARE(refused.status, 200);
    QCOMPARE(refused.json()["state"_L1].toString(), u"failed"_s);
    QVERIFY(!refused.json()["ended"_L1].isNull());
    QVERIFY(!isUnsettled());
    const auto again = fixture_.post(path + "/refuse", {});
    QCOMPARE(again.status, 409);
    QCOMPARE(again.errorCode(), u"notWaiting"_s);
    QVERIFY2(again.errorMessage().contains(u"failed"_s), qPrintable(again.errorMessage()));
    const auto retried = fixture_.post(path + "/retry", {});
    QCOMPARE(retried.status, 200);
    QCOMPARE(retried.json()["state"_L1].toString(), u"waiting"_s);
    QVERIFY(!retried.json()["nextTry"_L1].isNull());
    QCOMPARE(fixture_.post("/stations/CP2/signing-orders/" + QByteArray::number(id) + "/refuse", {}).status, 404);
    QCOMPARE(fixture_.post("/stations/CP1/signing-orders/999999/retry", {}).status, 404);
    addOrder("csr"); // the station asks anew
    QCOMPARE(fixture_.post(path + "/refuse", {}).status, 409);
    QCOMPARE(fixture_.post(path + "/retry", {}).status, 409);
}

QTEST_GUILESS_MAIN(tst_PlugAndChargeApi)
#include "tst_plugandcharge.moc"
