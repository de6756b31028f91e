// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/certificate.h"
#include "pki/opensslprogram.h"
#include "simulator/place.h"

#include "ocpp/codec.h"
#include "ocpp/messages/plugandcharge.h"

#include <QJsonDocument>

using namespace simtest;
using simulator::PlugAndChargeForm;

namespace {

QString json(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject inside(const QJsonObject &payload)
{
    return QJsonDocument::fromJson(payload["data"_L1].toString().toUtf8()).object();
}

QByteArray der(const QByteArray &pem)
{
    const qsizetype begin = pem.indexOf('\n') + 1;
    return QByteArray::fromBase64(pem.mid(begin, pem.indexOf("-----END") - begin));
}

} // namespace

/// ISO 15118 Plug & Charge inside DataTransfer, in both vendors' forms.
class TestPlugAndCharge : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void notAtFirst();
    void contractCharges_data() { addForms(); }
    void contractCharges();
    void contractRefused_data() { addForms(); }
    void contractRefused();
    void asksForOthers_data() { addForms(); }
    void asksForOthers();
    void roots_data() { addForms(); }
    void roots();
    void ownCertificate_data() { addForms(); }
    void ownCertificate();
    void refusesWhatItCarries_data();
    void refusesWhatItCarries();
    void behavesForOneMessageOnly();
    void nonsense_data() { addForms(); }
    void nonsense();

private:
    static void addForms()
    {
        QTest::addColumn<bool>("older");
        QTest::newRow("current") << false;
        QTest::newRow("older") << true;
    }
    void choose(bool older)
    {
        older_ = older;
        place_->station.setPlugAndChargeForm(older ? PlugAndChargeForm::Older : PlugAndChargeForm::Current);
    }
    QString vendorId() const { return older_ ? QString(ocpp::pncold::vendorId) : QString(ocpp::pnc::vendorId); }
    const ocpp::VendorMessage &message(const QString &id) const { return *ocpp::vendorMessage(vendorId(), id); }
    /// From now on every DataTransfer of the station gets this inside.
    void answer(const QJsonObject &data)
    {
        place_->central.answer(u"DataTransfer"_s, {{u"status"_s, u"Accepted"_s}, {u"data"_s, json(data)}});
    }
    /// What the station sent last, held against the vendor's schema.
    QJsonObject sent(const QString &id)
    {
        const QJsonObject payload = place_->central.last(u"DataTransfer"_s);
        if (payload["vendorId"_L1].toString() != vendorId() || payload["messageId"_L1].toString() != id
            || ocpp::check(message(id).request, inside(payload)))
            qWarning() << "not a" << id << payload;
        return ocpp::check(message(id).request, inside(payload)) ? QJsonObject() : inside(payload);
    }
    QJsonObject ask(const QString &id, const QJsonObject &data)
    {
        const auto reply = place_->central.ask(
            u"DataTransfer"_s, {{u"vendorId"_s, vendorId()}, {u"messageId"_s, id}, {u"data"_s, json(data)}});
        const QJsonObject said = inside(reply.payload);
        return ocpp::check(message(id).response, said) ? QJsonObject() : said;
    }
    QString written(const QByteArray &pem) const
    {
        return older_ ? QString::fromLatin1(der(pem).toHex()) : QString::fromLatin1(pem);
    }

    OpenSsl openssl_;
    QByteArray root_;
    bool older_ = false;
    std::unique_ptr<Place> place_;
};

void TestPlugAndCharge::initTestCase()
{
    root_ = openssl_.makeRoot(u"root"_s, u"/CN=R"_s);
}

void TestPlugAndCharge::init()
{
    place_ = std::make_unique<Place>();
    QVERIFY(place_->boot());
    place_->central.forget();
}

void TestPlugAndCharge::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestPlugAndCharge::notAtFirst()
{
    const auto reply = place_->central.ask(u"DataTransfer"_s, {{u"vendorId"_s, QString(ocpp::pnc::vendorId)}});
    QCOMPARE(reply.payload, (QJsonObject{{u"status"_s, u"UnknownVendorId"_s}}));
    place_->station.plugIn(1);
    place_->station.presentContract(1, u"DE8AAC12345678X"_s, {});
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"DataTransfer"_s), 0);
}

void TestPlugAndCharge::contractCharges()
{
    QFETCH(bool, older);
    choose(older);
    answer({{u"idTokenInfo"_s, QJsonObject{{u"status"_s, u"Accepted"_s}}}, {u"certificateStatus"_s, u"Accepted"_s}});
    place_->station.plugIn(1);
    place_->station.presentContract(1, u"DE8AAC12345678X"_s, u"http://ocsp.example"_s);
    QVERIFY(waitFor([this] { return place_->station.transaction(1) && place_->settled(); }));
    const QJsonObject authorized = sent(u"Authorize"_s);
    QCOMPARE(authorized["idToken"_L1].toObject()["idToken"_L1].toString(), u"DE8AAC12345678X"_s);
    const QString hashes = older ? u"15118CertificateHashData"_s : u"iso15118CertificateHashData"_s;
    QCOMPARE(authorized[hashes].toArray().first()["responderURL"_L1].toString(), u"http://ocsp.example"_s);
    QCOMPARE(place_->central.last(u"StartTransaction"_s)["idTag"_L1].toString(), u"DE8AAC12345678X"_s);
}

void TestPlugAndCharge::contractRefused()
{
    QFETCH(bool, older);
    choose(older);
    answer({{u"idTokenInfo"_s, QJsonObject{{u"status"_s, u"Invalid"_s}}},
            {u"certificateStatus"_s, u"CertificateRevoked"_s}});
    place_->station.plugIn(1);
    place_->station.presentContract(1, u"DE8AAC12345678X"_s, {});
    QVERIFY(place_->settled());
    QVERIFY(!place_->station.transaction(1));
    place_->central.answer(u"DataTransfer"_s, {{u"status"_s, u"UnknownVendorId"_s}});
    place_->station.presentContract(1, u"DE8AAC12345678X"_s, {});
    QVERIFY(place_->settled());
    QVERIFY(!place_->station.transaction(1));
}

void TestPlugAndCharge::asksForOthers()
{
    QFETCH(bool, older);
    choose(older);
    answer({{u"status"_s, u"Accepted"_s}, {u"ocspResult"_s, u"AA=="_s}});
    place_->station.askCertificateStatus(u"DE8AAC12345678X"_s, u"http://ocsp.example"_s);
    QVERIFY(place_->settled());
    QCOMPARE(sent(u"GetCertificateStatus"_s)["ocspRequestData"_L1]["responderURL"_L1].toString(),
             u"http://ocsp.example"_s);
    QCOMPARE(place_->journal.count(u"has the status"_s), 1);
    answer({{u"status"_s, u"Failed"_s}});
    place_->station.askCertificateStatus(u"DE8AAC12345678X"_s, {});
    QVERIFY(place_->settled());
    QCOMPARE(place_->journal.count(u"learns no certificate's status"_s), 1);
    answer({{u"status"_s, u"Accepted"_s}, {u"exiResponse"_s, u"AAE="_s}});
    place_->station.askEvCertificate(u"AA=="_s);
    QVERIFY(place_->settled());
    QCOMPARE(sent(u"Get15118EVCertificate"_s)["exiRequest"_L1].toString(), u"AA=="_s);
    QCOMPARE(place_->journal.count(u"has a contract certificate"_s), 1);
}

void TestPlugAndCharge::roots()
{
    QFETCH(bool, older);
    choose(older);
    const QString types = older ? u"typeOfCertificate"_s : u"certificateType"_s;
    const auto status = [](const QJsonObject &said) { return said["status"_L1].toString(); };
    const auto install = [&](const QString &certificate) {
        return status(ask(u"InstallCertificate"_s,
                          {{u"certificateType"_s, u"V2GRootCertificate"_s}, {u"certificate"_s, certificate}}));
    };
    QCOMPARE(status(ask(u"GetInstalledCertificateIds"_s, {})), u"NotFound"_s);
    QCOMPARE(install(u"00"_s), u"Rejected"_s);
    QCOMPARE(install(written(root_)), u"Accepted"_s);
    QCOMPARE(install(written(root_)), u"Accepted"_s);
    QCOMPARE(place_->station.plugAndCharge().roots(), 1);
    QCOMPARE(status(ask(u"GetInstalledCertificateIds"_s, {{types, QJsonArray{u"MORootCertificate"_s}}})),
             u"NotFound"_s);
    const QJsonArray list = ask(u"GetInstalledCertificateIds"_s,
                                {{types, QJsonArray{u"V2GRootCertificate"_s}}})["certificateHashDataChain"_L1]
                                .toArray();
    QCOMPARE(list.size(), 1);
    const QJsonObject hash = older ? list[0].toObject() : list[0]["certificateHashData"_L1].toObject();
    QCOMPARE(hash["serialNumber"_L1].toString(), pki::readCertificate(root_)->serialNumber);
    QCOMPARE(status(ask(u"DeleteCertificate"_s, {{u"certificateHashData"_s, hash}})), u"Accepted"_s);
    QCOMPARE(status(ask(u"DeleteCertificate"_s, {{u"certificateHashData"_s, hash}})), u"NotFound"_s);
}

void TestPlugAndCharge::ownCertificate()
{
    QFETCH(bool, older);
    choose(older);
    answer({{u"status"_s, u"Accepted"_s}});
    QCOMPARE(ask(u"TriggerMessage"_s, {{u"requestedMessage"_s, u"SignV2GCertificate"_s}})["status"_L1].toString(),
             u"Accepted"_s);
    QVERIFY(waitFor([this] { return place_->central.count(u"DataTransfer"_s) == 1 && place_->settled(); }));
    QCOMPARE(ask(u"TriggerMessage"_s, {{u"requestedMessage"_s, u"SignChargingStationCertificate"_s}})["status"_L1]
                 .toString(),
             u"NotImplemented"_s);
    const QByteArray csr = sent(u"SignCertificate"_s)["csr"_L1].toString().toLatin1();
    openssl_.write(u"own.der"_s, QByteArray::fromHex(csr));
    if (older)
        openssl_.run("req -inform DER -in own.der -out own.csr");
    else
        openssl_.write(u"own.csr"_s, csr);
    const QByteArray pem = openssl_.sign(u"own"_s, u"root"_s);
    const auto bring = [&](const QByteArray &certificate) {
        const QJsonObject data = older ? QJsonObject{{u"cert"_s, written(certificate) + written(root_)},
                                                     {u"typeOfCertificate"_s, u"V2GCertificate"_s}}
                                       : QJsonObject{{u"certificateChain"_s, written(certificate) + written(root_)}};
        return ask(u"CertificateSigned"_s, data)["status"_L1].toString();
    };
    QCOMPARE(bring(root_), u"Rejected"_s);
    QVERIFY(place_->station.plugAndCharge().own().isEmpty());
    QCOMPARE(bring(pem), u"Accepted"_s);
    QVERIFY(!place_->station.plugAndCharge().own().isEmpty());
    place_->station.resetToFactory();
    QVERIFY(place_->station.plugAndCharge().own().isEmpty());
    QVERIFY(place_->pass(10s));
}

void TestPlugAndCharge::refusesWhatItCarries_data()
{
    QTest::addColumn<bool>("older");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("word");
    for (const bool older : {false, true}) {
        const auto row = [older](const char *id, const QString &word) {
            QTest::addRow("%s, %s", id, older ? "older" : "current") << older << QString::fromLatin1(id) << word;
        };
        row("CertificateSigned", u"Rejected"_s);
        row("DeleteCertificate", u"Failed"_s);
        row("GetInstalledCertificateIds", u"NotFound"_s);
        row("InstallCertificate", u"Rejected"_s);
        row("TriggerMessage", u"Rejected"_s);
    }
}

void TestPlugAndCharge::refusesWhatItCarries()
{
    QFETCH(bool, older);
    QFETCH(QString, id);
    choose(older);
    place_->station.setBehaviour(u"DataTransfer."_s + id, simulator::parseBehaviour(u"reject"_s).value());
    const auto reply = place_->central.ask(u"DataTransfer"_s,
                                           {{u"vendorId"_s, vendorId()}, {u"messageId"_s, id}, {u"data"_s, u"{}"_s}});
    QCOMPARE(reply.payload["status"_L1].toString(), u"Accepted"_s);
    QVERIFY(!ocpp::check(message(id).response, inside(reply.payload)));
    QTEST(inside(reply.payload)["status"_L1].toString(), "word");
}

void TestPlugAndCharge::behavesForOneMessageOnly()
{
    choose(false);
    const auto behave = [this](const QString &request, const QString &as) {
        place_->station.setBehaviour(request, simulator::parseBehaviour(as).value());
    };
    const auto install = [this] {
        const QJsonObject data{{u"certificateType"_s, u"V2GRootCertificate"_s}, {u"certificate"_s, written(root_)}};
        return place_->central.ask(
            u"DataTransfer"_s,
            {{u"vendorId"_s, vendorId()}, {u"messageId"_s, u"InstallCertificate"_s}, {u"data"_s, json(data)}});
    };
    behave(u"DataTransfer.InstallCertificate"_s, u"error:SecurityError*1"_s);
    QCOMPARE(ask(u"GetInstalledCertificateIds"_s, {})["status"_L1].toString(), u"NotFound"_s);
    QCOMPARE(install().errorCode, u"SecurityError"_s);
    QCOMPARE(place_->station.plugAndCharge().roots(), 0);
    QCOMPARE(inside(install().payload)["status"_L1].toString(), u"Accepted"_s);
    behave(u"DataTransfer"_s, u"reject"_s);
    behave(u"DataTransfer.GetInstalledCertificateIds"_s, u"accept"_s);
    QCOMPARE(ask(u"GetInstalledCertificateIds"_s, {})["status"_L1].toString(), u"Accepted"_s);
    QCOMPARE(install().payload, (QJsonObject{{u"status"_s, u"Rejected"_s}})); // not even the DataTransfer
}

void TestPlugAndCharge::nonsense()
{
    QFETCH(bool, older);
    choose(older);
    const auto status = [this](const QString &vendor, const QString &id) {
        return place_->central
            .ask(u"DataTransfer"_s, {{u"vendorId"_s, vendor}, {u"messageId"_s, id}, {u"data"_s, u"{}"_s}})
            .payload["status"_L1]
            .toString();
    };
    QCOMPARE(status(vendorId(), u"Nonsense"_s), u"UnknownMessageId"_s);
    QCOMPARE(status(vendorId(), u"InstallCertificate"_s), u"Rejected"_s);
    const bool other = !older;
    QCOMPARE(status(QString(other ? ocpp::pncold::vendorId : ocpp::pnc::vendorId), u"InstallCertificate"_s),
             u"UnknownVendorId"_s);
}

QTEST_GUILESS_MAIN(TestPlugAndCharge)
#include "tst_sim_plugandcharge.moc"
