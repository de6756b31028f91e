// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "ocpp/messages/plugandcharge.h"
#include "responder.h"
#include "store/clock.h"
#include "store/contracts.h"
#include "teststation.h"
#include "webserver.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::SigningState;

namespace {

const QString oca{ocpp::pnc::vendorId};
const QString older{ocpp::pncold::vendorId};

QJsonObject inside(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.payload["data"_L1].toString().toUtf8()).object();
}

QString text(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

/// ISO 15118 Plug & Charge through DataTransfer, in both vendors' forms.
class tst_PlugAndCharge : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup();

    void whatIsNotKnown_data();
    void whatIsNotKnown();
    void contracts_data();
    void contracts();
    void boundToACertificate();
    void moreHashesThanThereMayBe();
    void certificates_data();
    void certificates();
    void configuredAnswer_data();
    void configuredAnswer();
    void chains_data();
    void chains();
    void chainsOfOthers_data();
    void chainsOfOthers();
    void sessionsAreTheOwners();
    void certificateStatus_data();
    void certificateStatus();
    void nobodyWaitsForASlowResponder();
    void stopsWhileAResponderIsSlow();
    void signedByTheProvider_data();
    void signedByTheProvider();
    void signedByHand();
    void askedAgain();
    void unusableAnswerEndsTheOrder();
    void notSigned();
    void signedInTurns();
    void badRequestIsRefused();
    void namesThatMayBeSigned_data();
    void namesThatMayBeSigned();
    void vehicleCertificates_data();
    void vehicleCertificates();
    void olderNameOfTheVersion();
    void answersOfStations_data();
    void answersOfStations();
    void triggered_data();
    void triggered();

private:
    void start(const csms::PlugAndChargePolicy &policy = {});
    void addContract(const std::function<void(store::Contract &)> &adjust = {});
    Answer transfer(const QString &vendor, const QString &message, const QJsonObject &data);
    QJsonObject hashOf(const QString &name, const QString &responder);
    /// An Authorize for the contract with this certificate.
    QJsonObject authorize(const QString &vendor, const QString &certificate = u"good"_s, const QString &responder = {});
    /// An empty use: none is named.
    QJsonObject signRequest(const QString &vendor, const QString &subject = u"/O=CPO/CN=SECC"_s,
                            const QString &use = u"V2GCertificate"_s);
    QList<store::SigningOrder> orders()
    {
        return engine_->onStore([](store::Database &db) { return store::SigningOrders(db).list(); });
    }
    QString stateOfOrder() { return orders().isEmpty() ? QString() : QString(toString(orders().constFirst().state)); }
    WebServer::Response est(const WebServer::Request &request);

    const QString emaid_ = u"DE8AAC12345678X"_s;
    std::unique_ptr<Responder> responder_;
    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
};

void tst_PlugAndCharge::initTestCase()
{
    responder_ = std::make_unique<Responder>();
}

void tst_PlugAndCharge::cleanup()
{
    station_.reset();
    engine_.reset();
}

void tst_PlugAndCharge::start(const csms::PlugAndChargePolicy &plugAndCharge)
{
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.plugAndCharge = plugAndCharge;
    policy.plugAndCharge.askPrivateResponders = true; // all are on this machine
    engine_ = std::make_unique<EngineFixture>(policy);
    engine_->addStation(u"CP-1"_s);
    engine_->addTag(u"ADA"_s, [](store::IdTag &t) { t.parentIdTag = u"FLEET"_s; });
    engine_->addTag(u"BLOCKED"_s, [](store::IdTag &t) { t.status = u"Blocked"_s; });
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_PlugAndCharge::addContract(const std::function<void(store::Contract &)> &adjust)
{
    store::Contract contract;
    contract.emaid = u"DE-8AA-C12345678-X"_s;
    contract.idTag = u"ADA"_s;
    if (adjust)
        adjust(contract);
    engine_->onStore([contract](store::Database &db) { store::Contracts(db).save(contract); });
}

Answer tst_PlugAndCharge::transfer(const QString &vendor, const QString &message, const QJsonObject &data)
{
    return station_->call(u"DataTransfer"_s,
                          {{u"vendorId"_s, vendor}, {u"messageId"_s, message}, {u"data"_s, text(data)}});
}

QJsonObject tst_PlugAndCharge::hashOf(const QString &name, const QString &responder)
{
    const auto id = responder_->idOf(name);
    return {{u"hashAlgorithm"_s, id.algorithm},
            {u"issuerNameHash"_s, id.issuerNameHash},
            {u"issuerKeyHash"_s, id.issuerKeyHash},
            {u"serialNumber"_s, id.serialNumber},
            {u"responderURL"_s, responder.isEmpty() ? responder_->url() : responder}};
}

QJsonObject tst_PlugAndCharge::authorize(const QString &vendor, const QString &certificate, const QString &responder)
{
    const QString hashes = vendor == oca ? u"iso15118CertificateHashData"_s : u"15118CertificateHashData"_s;
    return {{u"idToken"_s, QJsonObject{{u"idToken"_s, emaid_}, {u"type"_s, u"eMAID"_s}}},
            {hashes, QJsonArray{hashOf(certificate, responder)}}};
}

void tst_PlugAndCharge::whatIsNotKnown_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("finding");
    QTest::newRow("vendor") << u"com.example"_s << u"Authorize"_s << u"{}"_s << u"UnknownVendorId"_s << QString();
    QTest::newRow("message") << oca << u"Nonsense"_s << u"{}"_s << u"UnknownMessageId"_s << QString();
    QTest::newRow("no message") << older << QString() << u"{}"_s << u"UnknownMessageId"_s << QString();
    QTest::newRow("other direction") << oca << u"InstallCertificate"_s << u"{}"_s << u"UnknownMessageId"_s << QString();
    QTest::newRow("no JSON") << oca << u"Authorize"_s << u"{"_s << u"Rejected"_s << u"not a JSON object"_s;
    QTest::newRow("no data") << older << u"Authorize"_s << QString() << u"Rejected"_s << u"not a JSON object"_s;
    QTest::newRow("missing") << oca << u"GetCertificateStatus"_s << u"{}"_s << u"Rejected"_s << u"missing"_s;
    QTest::newRow("wrong type") << older << u"SignCertificate"_s << uR"({"csr":[]})"_s << u"Rejected"_s << u"a text"_s;
}

void tst_PlugAndCharge::whatIsNotKnown()
{
    QFETCH(QString, vendor);
    QFETCH(QString, message);
    QFETCH(QString, data);
    QFETCH(QString, status);
    QFETCH(QString, finding);
    start();
    QJsonObject payload{{u"vendorId"_s, vendor}};
    if (!message.isEmpty())
        payload.insert(u"messageId"_s, message);
    if (!data.isEmpty())
        payload.insert(u"data"_s, data);
    const Answer answer = station_->call(u"DataTransfer"_s, payload);
    QCOMPARE(answer.payload, (QJsonObject{{u"status"_s, status}}));
    const QString findings = engine_->findingTexts(u"CP-1"_s);
    QVERIFY2(finding.isEmpty() ? findings.isEmpty() : findings.contains(finding), qPrintable(findings));
    for (const store::FindingRow &row : engine_->findings(u"CP-1"_s))
        QVERIFY2(row.path.startsWith("/data"_L1) && row.clause.contains(vendor), qPrintable(row.path + row.clause));
}

void tst_PlugAndCharge::contracts_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QJsonObject>("contract");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("certificates");
    for (const QString &vendor : {oca, older}) {
        const auto row = [&](const char *name, const QJsonObject &contract, const QString &status,
                             const QString &certificates = u"Accepted"_s) {
            const bool knowsOnlyRevoked = vendor == older && certificates != "Accepted"_L1;
            QTest::newRow(qPrintable(QString::fromLatin1(name) + u' ' + vendor))
                << vendor << contract << status << (knowsOnlyRevoked ? u"CertificateRevoked"_s : certificates);
        };
        row("accepted", {}, u"Accepted"_s);
        row("for itself", {{u"idTag"_s, u""_s}}, u"Accepted"_s);
        row("blocked", {{u"status"_s, u"Blocked"_s}}, u"Blocked"_s);
        row("cancelled", {{u"status"_s, u"Cancelled"_s}}, u"Blocked"_s, u"ContractCancelled"_s);
        row("expired", {{u"validUntil"_s, -60}}, u"Expired"_s);
        row("still valid", {{u"validUntil"_s, 60}}, u"Accepted"_s);
        row("blocked tag", {{u"idTag"_s, u"BLOCKED"_s}}, u"Blocked"_s);
        row("unknown tag", {{u"idTag"_s, u"NOBODY"_s}}, u"Invalid"_s);
        row("unknown", {{u"emaid"_s, u"DE-OTHER"_s}}, u"Unknown"_s);
    }
}

void tst_PlugAndCharge::contracts()
{
    QFETCH(QString, vendor);
    QFETCH(QJsonObject, contract);
    QFETCH(QString, status);
    QFETCH(QString, certificates);
    start();
    addContract([&](store::Contract &c) {
        c.emaid = contract["emaid"_L1].toString(c.emaid);
        c.idTag = contract["idTag"_L1].toString(c.idTag);
        fromString(contract["status"_L1].toString(u"Accepted"_s), c.status);
        if (contract.contains("validUntil"_L1))
            c.validUntil = store::now() + std::chrono::seconds(contract["validUntil"_L1].toInt());
    });
    const Answer answer = transfer(vendor, u"Authorize"_s, authorize(vendor));
    QCOMPARE(answer.payload["status"_L1].toString(), u"Accepted"_s);
    const QJsonObject data = inside(answer);
    QVERIFY(!ocpp::check(ocpp::vendorMessage(vendor, u"Authorize"_s)->response, data));
    const QJsonObject info = data["idTokenInfo"_L1].toObject();
    QCOMPARE(info["status"_L1].toString(), status);
    QCOMPARE(data["certificateStatus"_L1].toString(), certificates);
    QCOMPARE(info.contains("cacheExpiryDateTime"_L1), contract.contains("validUntil"_L1));
    const bool hasGroup = vendor == oca && status == "Accepted"_L1 && !contract.contains("idTag"_L1);
    if (hasGroup)
        QCOMPARE(info["groupIdToken"_L1].toObject()["idToken"_L1].toString(), u"FLEET"_s);
    const auto row = engine_->onStore([this](store::Database &db) { return store::Contracts(db).find(emaid_); });
    QCOMPARE(row.has_value(), status != "Unknown"_L1);
    if (row) {
        QCOMPARE(row->lastStation, u"CP-1"_s);
        QCOMPARE(row->lastStatus, status);
    }
    QVERIFY2(engine_->findings(u"CP-1"_s).isEmpty(), qPrintable(engine_->findingTexts(u"CP-1"_s)));
}

void tst_PlugAndCharge::boundToACertificate()
{
    start({.ocspUrl = responder_->url(), .contractRoots = responder_->pem(u"sub"_s)});
    QJsonObject asChain = authorize(oca);
    asChain.remove(u"iso15118CertificateHashData"_s);
    asChain.insert(u"certificate"_s, QString::fromLatin1(responder_->pem(u"good"_s)));
    const auto bind = [this](const QString &name, const QJsonObject &request) {
        addContract([id = responder_->idOf(name)](store::Contract &c) {
            c.hashAlgorithm = id.algorithm;
            c.issuerNameHash = id.issuerNameHash.toLower();
            c.issuerKeyHash = id.issuerKeyHash;
            c.serialNumber = "00"_L1 + id.serialNumber;
        });
        return inside(transfer(oca, u"Authorize"_s, request))["certificateStatus"_L1].toString();
    };
    for (const QJsonObject &request : {authorize(oca), asChain}) {
        QCOMPARE(bind(u"good"_s, request), u"Accepted"_s);
        QCOMPARE(bind(u"unknown"_s, request), u"CertChainError"_s);
    }
}

/// Each of them would have us call somebody.
void tst_PlugAndCharge::moreHashesThanThereMayBe()
{
    WebServer called([](const auto &) { return WebServer::Response{404, {}, {}, {}}; });
    start({.acceptUnverified = true});
    addContract([](store::Contract &c) { c.certificateAnswer = u"Accepted"_s; });
    for (const QString &vendor : {oca, older}) {
        QJsonObject request = authorize(vendor);
        QJsonArray hashes;
        for (int i = 0; i < 200; ++i)
            hashes.append(hashOf(u"good"_s, called.url()));
        request.insert(vendor == oca ? u"iso15118CertificateHashData"_s : u"15118CertificateHashData"_s, hashes);
        const QJsonObject data = inside(transfer(vendor, u"Authorize"_s, request));
        QCOMPARE(data["idTokenInfo"_L1].toObject()["status"_L1].toString(), u"Invalid"_s);
        QCOMPARE(data["certificateStatus"_L1].toString(),
                 vendor == oca ? u"CertChainError"_s : u"CertificateRevoked"_s);
    }
    QVERIFY(called.requests().isEmpty());
}

void tst_PlugAndCharge::certificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("responder");
    QTest::addColumn<bool>("acceptsUnverified");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("certificateStatus");
    const QString nobody = u"http://127.0.0.1:1/"_s;
    QTest::newRow("revoked") << u"revoked"_s << QString() << false << u"Invalid"_s << u"CertificateRevoked"_s;
    QTest::newRow("revoked, lenient") << u"revoked"_s << QString() << true << u"Invalid"_s << u"CertificateRevoked"_s;
    QTest::newRow("unknown") << u"unknown"_s << QString() << false << u"Invalid"_s << u"NoCertificateAvailable"_s;
    QTest::newRow("nobody there") << u"good"_s << nobody << false << u"Invalid"_s << u"NoCertificateAvailable"_s;
    QTest::newRow("nobody there, lenient") << u"good"_s << nobody << true << u"Accepted"_s << u"Accepted"_s;
}

void tst_PlugAndCharge::certificates()
{
    QFETCH(QString, certificate);
    QFETCH(QString, responder);
    QFETCH(bool, acceptsUnverified);
    QFETCH(QString, status);
    QFETCH(QString, certificateStatus);
    start({.acceptUnverified = acceptsUnverified});
    addContract();
    const QJsonObject now = inside(transfer(oca, u"Authorize"_s, authorize(oca, certificate, responder)));
    QCOMPARE(now["idTokenInfo"_L1].toObject()["status"_L1].toString(), status);
    QCOMPARE(now["certificateStatus"_L1].toString(), certificateStatus);
    const QJsonObject before = inside(transfer(older, u"Authorize"_s, authorize(older, certificate, responder)));
    QCOMPARE(before["idTokenInfo"_L1].toObject()["status"_L1].toString(), status);
    QCOMPARE(before["certificateStatus"_L1].toString(),
             certificateStatus == "Accepted"_L1 ? u"Accepted"_s : u"CertificateRevoked"_s);
}

void tst_PlugAndCharge::configuredAnswer_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("responder");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("status");
    const QString nobody = u"http://127.0.0.1:1/"_s;
    QTest::newRow("nobody there") << u"good"_s << nobody << u"Accepted"_s << u"Accepted"_s;
    QTest::newRow("a responder says otherwise") << u"good"_s << QString() << u"CertificateRevoked"_s << u"Invalid"_s;
    QTest::newRow("and the other way round") << u"revoked"_s << QString() << u"Accepted"_s << u"Accepted"_s;
}

void tst_PlugAndCharge::configuredAnswer()
{
    QFETCH(QString, certificate);
    QFETCH(QString, responder);
    QFETCH(QString, answer);
    QFETCH(QString, status);
    start();
    addContract([&](store::Contract &c) { c.certificateAnswer = answer; });
    for (const QString &vendor : {oca, older}) {
        const QJsonObject data = inside(transfer(vendor, u"Authorize"_s, authorize(vendor, certificate, responder)));
        QCOMPARE(data["certificateStatus"_L1].toString(), answer);
        QCOMPARE(data["idTokenInfo"_L1].toObject()["status"_L1].toString(), status);
    }
}

void tst_PlugAndCharge::chains_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("status");
    const QStringList good{u"good"_s, u"sub"_s};
    // Of the sub-authority the responder knows nothing: it asks for its own.
    QTest::newRow("revoked") << QStringList{u"revoked"_s, u"sub"_s} << u"root"_s << u"CertificateRevoked"_s;
    QTest::newRow("not all are known") << good << u"root"_s << u"NoCertificateAvailable"_s;
    QTest::newRow("foreign root") << good << u"good"_s << u"CertChainError"_s;
    QTest::newRow("no roots set") << good << QString() << u"NoCertificateAvailable"_s;
    QTest::newRow("gap") << QStringList{u"good"_s} << u"root"_s << u"CertChainError"_s;
    QTest::newRow("mixed up") << QStringList{u"good"_s, u"revoked"_s} << u"root"_s << u"SignatureError"_s;
}

void tst_PlugAndCharge::chains()
{
    QFETCH(QStringList, names);
    QFETCH(QString, root);
    QFETCH(QString, status);
    start({.ocspUrl = responder_->url(), .contractRoots = root.isEmpty() ? QByteArray() : responder_->pem(root)});
    addContract();
    QByteArray pem;
    for (const QString &name : names)
        pem += responder_->pem(name);
    QJsonObject request = authorize(oca);
    request.remove(u"iso15118CertificateHashData"_s);
    request.insert(u"certificate"_s, QString::fromLatin1(pem));
    const QJsonObject data = inside(transfer(oca, u"Authorize"_s, request));
    QCOMPARE(data["certificateStatus"_L1].toString(), status);
    QCOMPARE(data["idTokenInfo"_L1].toObject()["status"_L1].toString(), u"Invalid"_s);
    request.remove(u"certificate"_s);
    const QJsonObject bare = inside(transfer(oca, u"Authorize"_s, request)); // nothing is shown, nothing is said
    QVERIFY(!bare.contains("certificateStatus"_L1));
    QCOMPARE(bare["idTokenInfo"_L1].toObject()["status"_L1].toString(), u"Accepted"_s);
}

void tst_PlugAndCharge::chainsOfOthers_data()
{
    QTest::addColumn<QString>("emaid");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QString>("status");
    QTest::newRow("its own") << emaid_ << QString() << u"Accepted"_s;
    QTest::newRow("with separators") << u"de-8aa-c12345678-X"_s << QString() << u"Accepted"_s;
    QTest::newRow("without the check digit") << u"DE8AAC12345678"_s << QString() << u"Accepted"_s;
    QTest::newRow("of another") << u"DE8AAC87654321X"_s << QString() << u"CertChainError"_s;
    QTest::newRow("of another, whatever responders say")
        << u"DE8AAC87654321X"_s << u"Accepted"_s << u"CertChainError"_s;
}

/// Whoever has a contract charges on that one only.
void tst_PlugAndCharge::chainsOfOthers()
{
    QFETCH(QString, emaid);
    QFETCH(QString, answer);
    QFETCH(QString, status);
    start({.ocspUrl = responder_->url(), .contractRoots = responder_->pem(u"sub"_s)});
    addContract([&](store::Contract &c) {
        c.emaid = emaid;
        c.certificateAnswer = answer;
    });
    const QJsonObject data = inside(
        transfer(oca, u"Authorize"_s,
                 {{u"idToken"_s, QJsonObject{{u"idToken"_s, emaid}, {u"type"_s, u"eMAID"_s}}},
                  {u"certificate"_s, QString::fromLatin1(responder_->pem(u"good"_s))}}));
    QCOMPARE(data["certificateStatus"_L1].toString(), status);
    QCOMPARE(data["idTokenInfo"_L1].toObject()["status"_L1].toString(),
             status == "Accepted"_L1 ? u"Accepted"_s : u"Invalid"_s);
}

void tst_PlugAndCharge::sessionsAreTheOwners()
{
    start();
    addContract();
    engine_->addTag(u"ADA"_s, [](store::IdTag &t) {
        t.parentIdTag = u"FLEET"_s;
        t.maxConcurrent = 1;
    });
    const auto begin = [this](const QString &tag, int connector) {
        return station_
            ->call(u"StartTransaction"_s, {{u"connectorId"_s, connector},
                                           {u"idTag"_s, tag},
                                           {u"meterStart"_s, 0},
                                           {u"timestamp"_s, u"2026-11-22T12:00:00Z"_s}})
            .payload;
    };
    const QJsonObject first = begin(emaid_, 1);
    QCOMPARE(first["idTagInfo"_L1].toObject()["status"_L1].toString(), u"Accepted"_s);
    QCOMPARE(first["idTagInfo"_L1].toObject()["parentIdTag"_L1].toString(), u"FLEET"_s);
    addContract([](store::Contract &c) { c.emaid = u"DE-8AA-COTHER-X"_s; });
    for (const QString &tag : {emaid_, u"DE*8AA*C12345678*X"_s, u"ADA"_s, u"DE8AACOTHERX"_s})
        QCOMPARE(begin(tag, 2)["idTagInfo"_L1].toObject()["status"_L1].toString(), u"ConcurrentTx"_s);
    const QJsonObject stop = station_
                                 ->call(u"StopTransaction"_s, {{u"transactionId"_s, first["transactionId"_L1]},
                                                               {u"idTag"_s, u"ADA"_s},
                                                               {u"meterStop"_s, 10},
                                                               {u"timestamp"_s, u"2026-11-22T13:00:00Z"_s}})
                                 .payload;
    QCOMPARE(stop["idTagInfo"_L1].toObject()["status"_L1].toString(), u"Accepted"_s); // the owner's card
    QVERIFY(engine_->onStore([](store::Database &db) { return store::SeenTags(db).list(); }).isEmpty());
}

void tst_PlugAndCharge::certificateStatus_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::newRow("OCA") << oca;
    QTest::newRow("older") << older;
}

void tst_PlugAndCharge::certificateStatus()
{
    QFETCH(QString, vendor);
    start();
    const auto ask = [&](const QString &name, const QString &responder) {
        return inside(transfer(vendor, u"GetCertificateStatus"_s, {{u"ocspRequestData"_s, hashOf(name, responder)}}));
    };
    const QJsonObject known = ask(u"revoked"_s, {});
    QCOMPARE(known["status"_L1].toString(), u"Accepted"_s); // it was found out, whatever it is
    const QByteArray der = QByteArray::fromBase64(known["ocspResult"_L1].toString().toLatin1());
    const auto said = pki::readOcspResponse(der, responder_->idOf(u"revoked"_s), {}, Responder::now());
    QVERIFY(said && said->status == pki::Revocation::Revoked);
    const QJsonObject kept = ask(u"revoked"_s, u"http://127.0.0.1:1/"_s);
    QCOMPARE(kept, known);
    const QJsonObject failed = ask(u"good"_s, u"http://127.0.0.1:1/"_s);
    QCOMPARE(failed["status"_L1].toString(), u"Failed"_s);
    QCOMPARE(failed.contains("statusInfo"_L1), vendor == oca);
    QVERIFY(!failed.contains("ocspResult"_L1));
    // Of the address that it named a station hears nothing.
    QVERIFY(!text(failed).contains("127.0.0.1"_L1) && !text(failed).contains("additionalInfo"_L1));
    QVERIFY(engine_->findingTexts(u"CP-1"_s).contains("http://127.0.0.1:1"_L1));
}

void tst_PlugAndCharge::nobodyWaitsForASlowResponder()
{
    WebServer silent([](const auto &) { return WebServer::Response{0, {}, {}, {}}; });
    start({.patience = 2s});
    addContract();
    engine_->addStation(u"CP-2"_s);
    TestStation other(u"CP-2"_s);
    QVERIFY(other.connectTo(engine_->port()));
    QCOMPARE(other.boot(), u"Accepted"_s);
    const QString waiting =
        station_->sendCall(u"DataTransfer"_s, {{u"vendorId"_s, oca},
                                               {u"messageId"_s, u"Authorize"_s},
                                               {u"data"_s, text(authorize(oca, u"good"_s, silent.url()))}});
    QTRY_COMPARE(silent.requests().size(), 1);
    QCOMPARE(other.call(u"Authorize"_s, {{u"idTag"_s, u"ADA"_s}}).type, 3);
    QCOMPARE(station_->call(u"Heartbeat"_s).type, 3); // nor does the station itself
    const Answer late = station_->answerTo(waiting);
    QCOMPARE(inside(late)["certificateStatus"_L1].toString(), u"NoCertificateAvailable"_s);
}

void tst_PlugAndCharge::stopsWhileAResponderIsSlow()
{
    WebServer silent([](const auto &) { return WebServer::Response{0, {}, {}, {}}; });
    start();
    const QJsonObject question{{u"ocspRequestData"_s, hashOf(u"good"_s, silent.url())}};
    station_->sendCall(
        u"DataTransfer"_s,
        {{u"vendorId"_s, oca}, {u"messageId"_s, u"GetCertificateStatus"_s}, {u"data"_s, text(question)}});
    QTRY_COMPARE(silent.requests().size(), 1);
    engine_->restart();
    TestStation again(u"CP-1"_s);
    QVERIFY(again.connectTo(engine_->port()));
    QCOMPARE(again.boot(), u"Accepted"_s);
}

WebServer::Response tst_PlugAndCharge::est(const WebServer::Request &request)
{
    const OpenSsl &openssl = responder_->openssl;
    const auto bundle = [&openssl](const QString &name) {
        return openssl.run({u"crl2pkcs7"_s, u"-nocrl"_s, u"-outform"_s, u"DER"_s, u"-certfile"_s, name + ".pem"_L1})
            .toBase64();
    };
    if (request.path.endsWith("/cacerts"))
        return {200, "application/pkcs7-mime", bundle(u"sub"_s), {}};
    openssl.write(u"secc.der"_s, QByteArray::fromBase64(request.body));
    openssl.run("req -inform DER -in secc.der -out secc.csr");
    openssl.sign(u"secc"_s, u"sub"_s);
    return {200, "application/pkcs7-mime", bundle(u"secc"_s), {}};
}

QJsonObject tst_PlugAndCharge::signRequest(const QString &vendor, const QString &subject, const QString &use)
{
    const OpenSsl &openssl = responder_->openssl;
    openssl.makeKey(u"station"_s);
    QByteArray csr = openssl.makeRequest(u"station"_s, subject);
    if (vendor == older)
        csr = openssl.run("req -in station.csr -outform DER").toHex();
    QJsonObject request{{u"csr"_s, QString::fromLatin1(csr)}};
    if (!use.isEmpty())
        request.insert(vendor == oca ? u"certificateType"_s : u"typeOfCertificate"_s, use);
    return request;
}

void tst_PlugAndCharge::signedByTheProvider_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QJsonObject>("said");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("commandState");
    const QJsonObject yes{{u"status"_s, u"Accepted"_s}};
    const QJsonObject no{{u"status"_s, u"Rejected"_s}};
    QJsonObject why = no;
    why.insert(u"statusInfo"_s, QJsonObject{{u"reasonCode"_s, u"InvalidCert"_s}});
    QTest::newRow("OCA") << oca << yes << u"accepted"_s << QString() << u"accepted"_s;
    QTest::newRow("older") << older << yes << u"accepted"_s << QString() << u"accepted"_s;
    QTest::newRow("not taken") << oca << why << u"rejected"_s << u"Rejected:InvalidCert"_s << u"rejected"_s;
    QTest::newRow("not taken, older") << older << no << u"rejected"_s << u"Rejected"_s << u"rejected"_s;
}

void tst_PlugAndCharge::signedByTheProvider()
{
    QFETCH(QString, vendor);
    QFETCH(QJsonObject, said);
    QFETCH(QString, state);
    QFETCH(QString, reason);
    QFETCH(QString, commandState);
    WebServer server([this](const auto &request) { return est(request); });
    start({.estUrl = server.url()});
    station_->answer(u"DataTransfer"_s, {{u"status"_s, u"Accepted"_s}, {u"data"_s, text(said)}});
    const QJsonObject answer = inside(transfer(vendor, u"SignCertificate"_s, signRequest(vendor)));
    QCOMPARE(answer["status"_L1].toString(), u"Accepted"_s);
    const auto call = station_->waitForCall(u"DataTransfer"_s);
    QVERIFY(call);
    QCOMPARE(call->payload["messageId"_L1].toString(), u"CertificateSigned"_s);
    QCOMPARE(call->payload["vendorId"_L1].toString(), vendor);
    const QJsonObject sent = QJsonDocument::fromJson(call->payload["data"_L1].toString().toUtf8()).object();
    QVERIFY(!ocpp::check(ocpp::vendorMessage(vendor, u"CertificateSigned"_s)->request, sent));
    if (vendor == oca)
        QCOMPARE(sent["certificateChain"_L1].toString().toLatin1(),
                 responder_->pem(u"secc"_s) + responder_->pem(u"sub"_s));
    QTRY_COMPARE(stateOfOrder(), state);
    QCOMPARE(orders().constFirst().reason, reason);
    QCOMPARE(engine_->stateOf(*orders().constFirst().command), commandState);
}

void tst_PlugAndCharge::signedByHand()
{
    start();
    QCOMPARE(inside(transfer(oca, u"SignCertificate"_s, signRequest(oca)))["status"_L1].toString(), u"Accepted"_s);
    QCOMPARE(stateOfOrder(), u"waiting"_s);
    const QByteArray pem = responder_->openssl.sign(u"station"_s, u"sub"_s);
    station_->answer(u"DataTransfer"_s, {{u"status"_s, u"UnknownMessageId"_s}});
    engine_->onStore([pem](store::Database &db) {
        store::SigningOrders orders(db);
        if (!orders.fulfil(orders.list().constFirst(), pem))
            qFatal("The certificate was refused.");
    });
    QTRY_COMPARE(stateOfOrder(), u"rejected"_s);
    QCOMPARE(orders().constFirst().reason, u"UnknownMessageId"_s);
}

/// The station did not get the answer.
void tst_PlugAndCharge::askedAgain()
{
    start();
    const QJsonObject request = signRequest(oca);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(inside(transfer(oca, u"SignCertificate"_s, request))["status"_L1].toString(), u"Accepted"_s);
    QCOMPARE(orders().size(), 1);
    QCOMPARE(stateOfOrder(), u"waiting"_s);
    transfer(oca, u"SignCertificate"_s, signRequest(oca)); // with another key
    QCOMPARE(orders().size(), 2);
    QCOMPARE(toString(orders().constLast().state), toString(SigningState::Superseded));
}

/// Not even a message: the order would stay on its way for ever.
void tst_PlugAndCharge::unusableAnswerEndsTheOrder()
{
    start();
    transfer(oca, u"SignCertificate"_s, signRequest(oca));
    const QByteArray pem = responder_->openssl.sign(u"station"_s, u"sub"_s);
    engine_->onStore([pem](store::Database &db) {
        store::SigningOrders orders(db);
        if (!orders.fulfil(orders.list().constFirst(), pem))
            qFatal("The certificate was refused.");
    });
    const auto call = station_->waitForCall(u"DataTransfer"_s);
    QVERIFY(call);
    QCOMPARE(stateOfOrder(), u"signed"_s);
    station_->sendText(uR"([3,"%1"])"_s.arg(call->messageId));
    QTRY_COMPARE(stateOfOrder(), u"rejected"_s);
    QVERIFY(!orders().constFirst().reason.isEmpty());
    QCOMPARE(engine_->stateOf(*orders().constFirst().command), u"error"_s);
}

void tst_PlugAndCharge::notSigned()
{
    int status = 503;
    WebServer server([&](const auto &request) {
        return request.method == "GET" ? est(request) : WebServer::Response{status, {}, {}, {}};
    });
    start({.estUrl = server.url()});
    transfer(oca, u"SignCertificate"_s, signRequest(oca));
    QTRY_COMPARE(orders().constFirst().tries, 1);
    QCOMPARE(stateOfOrder(), u"waiting"_s);
    QVERIFY(orders().constFirst().nextTry > store::now() + 20s);
    status = 400;
    transfer(oca, u"SignCertificate"_s, signRequest(oca));
    QTRY_COMPARE(stateOfOrder(), u"failed"_s);
    QVERIFY(!orders().constFirst().reason.isEmpty());
    QCOMPARE(toString(orders().constLast().state), toString(SigningState::Superseded));
    QVERIFY(station_->calls(u"DataTransfer"_s).isEmpty());
}

/// The server is slower than they come: nobody loses a try for that.
void tst_PlugAndCharge::signedInTurns()
{
    WebServer silent([](const auto &) { return WebServer::Response{0, {}, {}, {}}; });
    start({.estUrl = silent.url(), .patience = 2s});
    const OpenSsl &openssl = responder_->openssl;
    openssl.makeKey(u"station"_s);
    const QString csr = QString::fromLatin1(openssl.makeRequest(u"station"_s, u"/O=CPO/CN=SECC"_s));
    engine_->onStore([csr](store::Database &db) {
        for (int i = 0; i < 20; ++i) {
            store::SigningOrder order;
            order.station = u"CP-1"_s;
            order.vendorId = oca;
            order.use = u"use %1"_s.arg(i);
            order.csr = csr;
            order.received = store::now();
            order.nextTry = order.received;
            store::SigningOrders(db).add(order);
        }
    });
    QTRY_COMPARE(silent.requests().size(), 4);
    const auto tried = [this] {
        const auto all = orders();
        return std::ranges::count_if(all, [](const store::SigningOrder &order) { return order.tries > 0; });
    };
    QTRY_VERIFY(silent.requests().size() > 4); // the next ones' turn
    QVERIFY(tried() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(tried(), 20, 30000);
    QCOMPARE(silent.requests().size(), 20); // each of them was asked
}

void tst_PlugAndCharge::badRequestIsRefused()
{
    start();
    const QJsonObject answer = inside(transfer(oca, u"SignCertificate"_s, {{u"csr"_s, u"nonsense"_s}}));
    QCOMPARE(answer["status"_L1].toString(), u"Rejected"_s);
    QCOMPARE(answer["statusInfo"_L1].toObject()["reasonCode"_L1].toString(), u"InvalidCSR"_s);
    QCOMPARE(inside(transfer(older, u"SignCertificate"_s, {{u"csr"_s, u"00"_s}})),
             (QJsonObject{{u"status"_s, u"Rejected"_s}}));
    QVERIFY(orders().isEmpty());
}

void tst_PlugAndCharge::namesThatMayBeSigned_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("use");
    QTest::addColumn<QString>("objection"); // empty: it is taken
    const QString own = u"ChargingStationCertificate"_s;
    const QString v2g = u"V2GCertificate"_s;
    const QString notIts = u"neither the station's id nor a serial number"_s;
    for (const QString &vendor : {oca, older}) {
        const auto row = [&vendor](const char *what, const QString &name, const QString &use,
                                   const QString &objection) {
            QTest::newRow(qPrintable(QString::fromLatin1(what) + u' ' + vendor)) << vendor << name << use << objection;
        };
        row("its id", u"CP-1"_s, own, {});
        row("its serial number", u"SN-1"_s, own, {});
        row("its id, for both", u"CP-1"_s, {}, {});
        row("another station", u"CP-2"_s, own, notIts);
        row("another station, for both", u"CP-2"_s, {}, notIts);
        row("nobody's", u"SECC"_s, own, notIts);
        row("V2G: a name of its own", u"SECC"_s, v2g, {});
        row("V2G: its id", u"CP-1"_s, v2g, {});
        row("V2G: another station", u"cp-2"_s, v2g, u"CP-2's id or serial number"_s);
        row("V2G: another one's serial number", u"SN-2"_s, v2g, u"CP-2's id or serial number"_s);
    }
}

/// A00.FR.511, as of SignCertificate itself: with the operator's credentials nobody becomes another station.
void tst_PlugAndCharge::namesThatMayBeSigned()
{
    QFETCH(QString, vendor);
    QFETCH(QString, name);
    QFETCH(QString, use);
    QFETCH(QString, objection);
    WebServer silent([](const auto &) { return WebServer::Response{0, {}, {}, {}}; });
    start({.estUrl = silent.url(), .patience = 2s});
    const QJsonObject boot{
        {u"chargePointVendor"_s, u"V"_s}, {u"chargePointModel"_s, u"M"_s}, {u"chargePointSerialNumber"_s, u"SN-1"_s}};
    QCOMPARE(station_->call(u"BootNotification"_s, boot).type, 3);
    engine_->addStation(u"CP-2"_s, [](store::Station &s) { s.chargeBoxSerial = u"SN-2"_s; });
    const QJsonObject answer =
        inside(transfer(vendor, u"SignCertificate"_s, signRequest(vendor, "/O=CPO/CN="_L1 + name, use)));
    QCOMPARE(answer["status"_L1].toString(), objection.isEmpty() ? u"Accepted"_s : u"Rejected"_s);
    QCOMPARE(orders().size(), objection.isEmpty() ? 1 : 0);
    QVERIFY(!text(answer).contains("CP-2"_L1)); // whose name it is, is not for the station
    const QString findings = engine_->findingTexts(u"CP-1"_s);
    QVERIFY2(objection.isEmpty() ? findings.isEmpty() : findings.contains(objection), qPrintable(findings));
    if (!objection.isEmpty())
        QVERIFY(silent.requests().isEmpty());
}

void tst_PlugAndCharge::vehicleCertificates_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("status");
    const QByteArray good = R"({"status":"Accepted","exiResponse":"AAE="})";
    QTest::newRow("OCA") << oca << 200 << good << u"Accepted"_s;
    QTest::newRow("older") << older << 200 << good << u"Accepted"_s;
    QTest::newRow("refused") << oca << 200 << QByteArray(R"({"status":"Failed","exiResponse":""})") << u"Failed"_s;
    QTest::newRow("broken") << oca << 500 << good << u"Failed"_s;
    const QByteArray longer = R"({"status":"Accepted","exiResponse":")" + QByteArray(8000, 'A') + R"("})";
    QTest::newRow("too long") << oca << 200 << longer << u"Failed"_s;
    QTest::newRow("too long, older") << older << 200 << longer << u"Failed"_s;
    QTest::newRow("incomplete") << older << 200 << QByteArray(R"({"status":"Accepted"})") << u"Failed"_s;
}

void tst_PlugAndCharge::vehicleCertificates()
{
    QFETCH(QString, vendor);
    QFETCH(int, httpStatus);
    QFETCH(QByteArray, said);
    QFETCH(QString, status);
    WebServer server([&](const auto &) { return WebServer::Response{httpStatus, "application/json", said, {}}; });
    start({.evCertificateUrl = server.url()});
    const QJsonObject request =
        vendor == oca
            ? QJsonObject{{u"iso15118SchemaVersion"_s, u"urn:iso:15118:2:2013:MsgDef"_s},
                          {u"action"_s, u"Install"_s},
                          {u"exiRequest"_s, u"AA=="_s}}
            : QJsonObject{{u"15118SchemaVersion"_s, u"urn:iso:15118:2:2013:MsgDef"_s}, {u"exiRequest"_s, u"AA=="_s}};
    const QJsonObject answer = inside(transfer(vendor, u"Get15118EVCertificate"_s, request));
    QCOMPARE(answer["status"_L1].toString(), status);
    QCOMPARE(answer["exiResponse"_L1].toString(), status == "Accepted"_L1 ? u"AAE="_s : QString());
    const QJsonObject asked = QJsonDocument::fromJson(server.requests().constFirst().body).object();
    QCOMPARE(asked["iso15118SchemaVersion"_L1].toString(), u"urn:iso:15118:2:2013:MsgDef"_s);
    QCOMPARE(asked["exiRequest"_L1].toString(), u"AA=="_s);
}

/// Its own schema asks for the newer form's name and lists another.
void tst_PlugAndCharge::olderNameOfTheVersion()
{
    WebServer server([&](const auto &) {
        return WebServer::Response{200, "application/json", R"({"status":"Accepted","exiResponse":"AAE="})", {}};
    });
    start({.evCertificateUrl = server.url()});
    const QJsonObject request{{u"iso15118SchemaVersion"_s, u"urn:iso:15118:2:2010:MsgDef"_s},
                              {u"exiRequest"_s, u"AA=="_s}};
    QCOMPARE(inside(transfer(older, u"Get15118EVCertificate"_s, request))["status"_L1].toString(), u"Accepted"_s);
    const QJsonObject asked = QJsonDocument::fromJson(server.requests().constFirst().body).object();
    QCOMPARE(asked["iso15118SchemaVersion"_L1].toString(), u"urn:iso:15118:2:2010:MsgDef"_s);
    QVERIFY2(engine_->findings(u"CP-1"_s).isEmpty(), qPrintable(engine_->findingTexts(u"CP-1"_s)));
}

void tst_PlugAndCharge::answersOfStations_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QJsonObject>("answer");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("outcome");
    const auto row = [](const char *name, const QString &vendor, const QString &message, const QString &status,
                        const QString &data, const QString &state, const QString &outcome) {
        QJsonObject answer{{u"status"_s, status}};
        if (!data.isEmpty())
            answer.insert(u"data"_s, data);
        QTest::newRow(name) << vendor << message << answer << state << outcome;
    };
    const QString yes = u"Accepted"_s;
    row("installed", oca, u"InstallCertificate"_s, yes, uR"({"status":"Accepted"})"_s, u"accepted"_s, u"Accepted"_s);
    row("failed", older, u"InstallCertificate"_s, yes, uR"({"status":"Failed"})"_s, u"rejected"_s, u"Failed"_s);
    row("with a reason", oca, u"DeleteCertificate"_s, yes,
        uR"({"status":"Failed","statusInfo":{"reasonCode":"InUse"}})"_s, u"rejected"_s, u"Failed:InUse"_s);
    row("not there", oca, u"DeleteCertificate"_s, yes, uR"({"status":"NotFound"})"_s, u"rejected"_s, u"NotFound"_s);
    row("none", older, u"GetInstalledCertificateIds"_s, yes, uR"({"status":"NotFound"})"_s, u"accepted"_s,
        u"NotFound"_s);
    row("nonsense", oca, u"InstallCertificate"_s, yes, u"{}"_s, u"error"_s, u"unreadable"_s);
    row("other status", oca, u"InstallCertificate"_s, yes, uR"({"status":"Perhaps"})"_s, u"error"_s, u"unreadable"_s);
    row("no data", older, u"InstallCertificate"_s, yes, {}, u"error"_s, u"unreadable"_s);
    row("not spoken", oca, u"InstallCertificate"_s, u"UnknownVendorId"_s, {}, u"rejected"_s, u"UnknownVendorId"_s);
    row("other vendor", u"com.example"_s, u"Hello"_s, yes, {}, u"accepted"_s, {});
}

void tst_PlugAndCharge::answersOfStations()
{
    QFETCH(QString, vendor);
    QFETCH(QString, message);
    QFETCH(QJsonObject, answer);
    QFETCH(QString, state);
    QFETCH(QString, outcome);
    start();
    station_->answer(u"DataTransfer"_s, answer);
    const qint64 id = engine_->command(u"CP-1"_s, u"DataTransfer"_s,
                                       {{u"vendorId"_s, vendor}, {u"messageId"_s, message}, {u"data"_s, u"{}"_s}});
    QTRY_COMPARE(engine_->stateOf(id), state);
    QTRY_COMPARE(engine_->outcomeOf(id), outcome);
}

void tst_PlugAndCharge::triggered_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<bool>("early");
    QTest::newRow("OCA") << oca << false;
    QTest::newRow("older") << older << false;
    QTest::newRow("before its answer") << oca << true;
}

void tst_PlugAndCharge::triggered()
{
    QFETCH(QString, vendor);
    QFETCH(bool, early);
    start();
    const QJsonObject accepted{{u"status"_s, u"Accepted"_s}, {u"data"_s, uR"({"status":"Accepted"})"_s}};
    const qint64 id = engine_->command(u"CP-1"_s, u"DataTransfer"_s,
                                       {{u"vendorId"_s, vendor},
                                        {u"messageId"_s, u"TriggerMessage"_s},
                                        {u"data"_s, uR"({"requestedMessage":"SignV2GCertificate"})"_s}});
    const auto call = station_->waitForCall(u"DataTransfer"_s);
    QVERIFY(call);
    if (early)
        transfer(vendor, u"SignCertificate"_s, signRequest(vendor));
    station_->reply(*call, accepted);
    QTRY_COMPARE(engine_->stateOf(id), u"accepted"_s);
    if (!early) {
        QCOMPARE(engine_->outcomeOf(id), QString());
        transfer(vendor, u"SignCertificate"_s, signRequest(vendor));
    }
    QTRY_COMPARE(engine_->outcomeOf(id), u"arrived"_s);
}

QTEST_GUILESS_MAIN(tst_PlugAndCharge)
#include "tst_plugandcharge.moc"
