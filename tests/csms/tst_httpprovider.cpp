// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/httpprovider.h"
#include "csms/services/publicaddress.h"
#include "responder.h"
#include "webserver.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using csms::CertificateFinding;
using csms::HttpProvider;
using csms::Provider;
using pki::Revocation;

/// OCSP against the openssl program, EST and the contract service against a web server of the test.
class tst_HttpProvider : public QObject {
    Q_OBJECT

private slots:
    void init();

    void statuses_data();
    void statuses();
    void answersAreKept();
    void notAllAreKept_data();
    void notAllAreKept();
    void oneResponderForAll();
    void badResponders_data();
    void badResponders();
    void slowResponder();
    void manyQuestions();
    void goesAwayWhileWaiting();
    void privateRespondersAreNotAsked_data();
    void privateRespondersAreNotAsked();
    void nameIsLookedUpOnce();
    void publicAddresses_data();
    void publicAddresses();
    void enrols();
    void foreignersAreNotToldWhoAsks();
    void enrolsWithTls();
    void doesNotEnrol_data();
    void doesNotEnrol();
    void vehicleCertificates();

private:
    CertificateFinding lookUp(HttpProvider &provider, const QString &name, const QString &responder);
    Provider::Signed sign(HttpProvider &provider, const QByteArray &csr);
    /// As an EST server that signs with "sub".
    WebServer::Response est(const WebServer::Request &request);
    QByteArray bundle(const QString &name);
    std::unique_ptr<QSslServer> secureServer();

    const Responder responder_;
    csms::PlugAndChargePolicy policy_;
};

void tst_HttpProvider::init()
{
    policy_ = {};
    policy_.askPrivateResponders = true; // all are on this machine
    policy_.patience = 5s;
}

CertificateFinding tst_HttpProvider::lookUp(HttpProvider &provider, const QString &name, const QString &responder)
{
    std::optional<CertificateFinding> found;
    provider.lookUp({responder_.idOf(name), responder}, {}, [&](const CertificateFinding &f) { found = f; });
    [&] { QTRY_VERIFY(found); }();
    return found.value_or(CertificateFinding());
}

Provider::Signed tst_HttpProvider::sign(HttpProvider &provider, const QByteArray &csr)
{
    std::optional<Provider::Signed> outcome;
    provider.sign(csr, [&](const Provider::Signed &s) { outcome = s; });
    [&] { QTRY_VERIFY(outcome); }();
    return outcome.value_or(Provider::Signed());
}

void tst_HttpProvider::statuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::newRow("good") << u"good"_s << int(Revocation::Good);
    QTest::newRow("revoked") << u"revoked"_s << int(Revocation::Revoked);
    QTest::newRow("unknown") << u"unknown"_s << int(Revocation::Unknown);
}

void tst_HttpProvider::statuses()
{
    QFETCH(QString, name);
    QFETCH(int, status);
    HttpProvider provider(policy_);
    const auto found = lookUp(provider, name, responder_.url());
    QCOMPARE(int(found.status), status);
    QCOMPARE(found.reason.isEmpty(), found.status != Revocation::Unknown);
    QVERIFY(pki::readOcspResponse(found.ocsp, responder_.idOf(name), {}, Responder::now()));
}

void tst_HttpProvider::answersAreKept()
{
    QByteArray response;
    WebServer relay([&](const auto &) { return WebServer::Response{200, "application/ocsp-response", response, {}}; });
    HttpProvider provider(policy_);
    response = lookUp(provider, u"good"_s, responder_.url()).ocsp;
    QCOMPARE(int(lookUp(provider, u"good"_s, relay.url()).status), int(Revocation::Good));
    QVERIFY(relay.requests().isEmpty()); // known until nextUpdate
    HttpProvider other(policy_);
    QCOMPARE(int(lookUp(other, u"good"_s, relay.url()).status), int(Revocation::Good));
    QCOMPARE(relay.requests().size(), 1);
    QCOMPARE(relay.requests().constFirst().headers.value("content-type"), QByteArray("application/ocsp-request"));
    QCOMPARE(relay.requests().constFirst().body, pki::ocspRequest(responder_.idOf(u"good"_s)).value());
}

void tst_HttpProvider::notAllAreKept_data()
{
    QTest::addColumn<QString>("signer");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<int>("asked");
    const OpenSsl &openssl = responder_.openssl;
    openssl.makeRoot(u"foreign"_s, u"/CN=Foreign"_s);
    openssl.write(u"padding"_s, responder_.pem(u"sub"_s).repeated(12));
    QTest::newRow("kept") << u"sub"_s << QStringList() << 1;
    QTest::newRow("doubtful") << u"foreign"_s << QStringList() << 2;
    QTest::newRow("longer than stations can take") << u"sub"_s << QStringList{u"-rother"_s, u"padding"_s} << 2;
}

/// Whoever names the responder may have had it say anything: others are not told.
void tst_HttpProvider::notAllAreKept()
{
    QFETCH(QString, signer);
    QFETCH(QStringList, more);
    QFETCH(int, asked);
    const OpenSsl &openssl = responder_.openssl;
    openssl.write(u"request.der"_s, pki::ocspRequest(responder_.idOf(u"good"_s)).value());
    openssl.run(QStringList{u"ocsp"_s, u"-index"_s, u"index"_s, u"-CA"_s, u"sub.pem"_s, u"-reqin"_s, u"request.der"_s,
                            u"-respout"_s, u"response.der"_s, u"-ndays"_s, u"30"_s, u"-rsigner"_s, signer + ".pem"_L1,
                            u"-rkey"_s, signer + ".key"_L1}
                + more);
    const QByteArray response = openssl.content(u"response.der"_s);
    WebServer relay([&](const auto &) { return WebServer::Response{200, "application/ocsp-response", response, {}}; });
    HttpProvider provider(policy_);
    const auto status = signer == "sub"_L1 ? Revocation::Good : Revocation::Unknown;
    QCOMPARE(int(lookUp(provider, u"good"_s, relay.url()).status), int(status));
    QCOMPARE(int(lookUp(provider, u"good"_s, relay.url()).status), int(status));
    QCOMPARE(relay.requests().size(), asked);
    QCOMPARE(int(lookUp(provider, u"good"_s, responder_.url()).status), int(Revocation::Good));
}

void tst_HttpProvider::oneResponderForAll()
{
    policy_.ocspUrl = responder_.url();
    HttpProvider provider(policy_);
    QCOMPARE(int(lookUp(provider, u"revoked"_s, u"http://127.0.0.1:1/"_s).status), int(Revocation::Revoked));
}

void tst_HttpProvider::badResponders_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("says");
    QTest::newRow("not found") << 404 << QByteArray() << QByteArray() << u"HTTP status 404"_s;
    QTest::newRow("page") << 200 << QByteArray("<html>") << QByteArray() << u"no OCSP response"_s;
    QTest::newRow("endless") << 200 << QByteArray(1'000'000, 'x') << QByteArray() << u"too long"_s;
    QTest::newRow("sends elsewhere") << 302 << QByteArray()
                                     << QByteArray("Location: " + responder_.url().toLatin1() + "\r\n") << u"302"_s;
}

void tst_HttpProvider::badResponders()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, headers);
    QFETCH(QString, says);
    WebServer server([&](const auto &) {
        return WebServer::Response{status, "application/ocsp-response", body, headers};
    });
    HttpProvider provider(policy_);
    const auto found = lookUp(provider, u"good"_s, server.url());
    QCOMPARE(int(found.status), int(Revocation::Unknown));
    QVERIFY(found.ocsp.isEmpty());
    QVERIFY2(found.reason.contains(says, Qt::CaseInsensitive), qPrintable(found.reason));
    for (const QString &address : {u""_s, u"file:///etc/hostname"_s, u"ftp://127.0.0.1/"_s, u"no address"_s})
        QVERIFY2(lookUp(provider, u"good"_s, address).reason.contains("Nobody"_L1), qPrintable(address));
}

void tst_HttpProvider::slowResponder()
{
    policy_.patience = 1s;
    WebServer silent([](const auto &) { return WebServer::Response{0, {}, {}, {}}; });
    HttpProvider provider(policy_);
    const auto found = lookUp(provider, u"good"_s, silent.url());
    QVERIFY2(found.reason.contains("too long"_L1), qPrintable(found.reason));
}

void tst_HttpProvider::manyQuestions()
{
    policy_.patience = 2s;
    WebServer silent([](const auto &) { return WebServer::Response{0, {}, {}, {}}; });
    HttpProvider provider(policy_);
    const auto id = responder_.idOf(u"good"_s);
    int refused = 0;
    int answers = 0;
    for (int i = 0; i < 200; ++i) {
        provider.lookUp({id, silent.url()}, {}, [&](const CertificateFinding &found) {
            ++answers;
            refused += found.reason.contains("Too many"_L1) ? 1 : 0;
        });
    }
    QCOMPARE(answers, refused);
    QCOMPARE(refused, 72);
    QTRY_COMPARE(answers, 200);
    QCOMPARE(int(lookUp(provider, u"good"_s, responder_.url()).status), int(Revocation::Good)); // there is room again
}

void tst_HttpProvider::goesAwayWhileWaiting()
{
    WebServer silent([](const auto &) { return WebServer::Response{0, {}, {}, {}}; });
    int answers = 0;
    auto provider = std::make_unique<HttpProvider>(policy_);
    provider->lookUp({responder_.idOf(u"good"_s), silent.url()}, {}, [&](const auto &) { ++answers; });
    QTRY_COMPARE(silent.requests().size(), 1);
    provider.reset();
    QCoreApplication::processEvents();
    QCOMPARE(answers, 0);
}

QByteArray tst_HttpProvider::bundle(const QString &name)
{
    return responder_.openssl
        .run({u"crl2pkcs7"_s, u"-nocrl"_s, u"-outform"_s, u"DER"_s, u"-certfile"_s, name + ".pem"_L1})
        .toBase64();
}

WebServer::Response tst_HttpProvider::est(const WebServer::Request &request)
{
    if (request.path == "/.well-known/est/cacerts" && request.method == "GET")
        return {200, "application/pkcs7-mime", bundle(u"sub"_s), {}};
    if (request.path != "/.well-known/est/simpleenroll" || request.method != "POST"
        || request.headers.value("content-type") != "application/pkcs10")
        return {404, {}, {}, {}};
    responder_.openssl.write(u"secc.der"_s, QByteArray::fromBase64(request.body));
    responder_.openssl.run("req -inform DER -in secc.der -out secc.csr");
    responder_.openssl.sign(u"secc"_s, u"sub"_s);
    return {200, "application/pkcs7-mime; smime-type=certs-only", bundle(u"secc"_s), {}};
}

void tst_HttpProvider::privateRespondersAreNotAsked_data()
{
    QTest::addColumn<QString>("host");
    for (const char *host : {"127.0.0.1", "localhost", "::1", "::ffff:127.0.0.1", "127.1"})
        QTest::newRow(host) << QString::fromLatin1(host);
}

void tst_HttpProvider::privateRespondersAreNotAsked()
{
    QFETCH(QString, host);
    WebServer server([](const auto &) { return WebServer::Response{}; });
    QUrl url(server.url());
    url.setHost(host);
    policy_.askPrivateResponders = false;
    HttpProvider provider(policy_);
    const auto found = lookUp(provider, u"good"_s, url.toString());
    QVERIFY2(found.reason.contains("private network"_L1), qPrintable(found.reason));
    QVERIFY(server.requests().isEmpty());
    policy_.ocspUrl = server.url(); // what the owner sets is the owner's affair
    HttpProvider owners(policy_);
    lookUp(owners, u"good"_s, url.toString());
    QCOMPARE(server.requests().size(), 1);
}

void tst_HttpProvider::nameIsLookedUpOnce()
{
    WebServer relay([](const auto &) { return WebServer::Response{}; });
    QUrl url(relay.url());
    url.setHost(u"localhost"_s);
    HttpProvider provider(policy_);
    lookUp(provider, u"good"_s, url.toString());
    QCOMPARE(relay.requests().size(), 1);
    QCOMPARE(relay.requests().constFirst().headers.value("host"), "localhost:" + QByteArray::number(url.port()));
}

void tst_HttpProvider::publicAddresses_data()
{
    QTest::addColumn<bool>("isPublic");
    for (const char *address : {"1.1.1.1", "11.0.0.1", "100.128.0.1", "172.32.0.1", "192.169.0.1", "2606:4700::1111"})
        QTest::newRow(address) << true;
    for (const char *address :
         {"0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
          "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "fe80::1", "fc00::1", "ff02::1",
          "64:ff9b::a00:1", "2002:a00:1::1", "2001::1"})
        QTest::newRow(address) << false;
}

void tst_HttpProvider::publicAddresses()
{
    QFETCH(bool, isPublic);
    QCOMPARE(csms::isPublicAddress(QHostAddress(QString::fromLatin1(QTest::currentDataTag()))), isPublic);
}

void tst_HttpProvider::enrols()
{
    WebServer server([this](const auto &request) { return est(request); });
    policy_.estUrl = server.url();
    policy_.estUrl.insert(7, "me:secret@"_L1);
    HttpProvider provider(policy_);
    responder_.openssl.makeKey(u"station"_s);
    const auto outcome = sign(provider, responder_.openssl.makeRequest(u"station"_s, u"/CN=SECC"_s));
    QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : outcome.error().reason));
    QCOMPARE(*outcome, responder_.pem(u"secc"_s) + responder_.pem(u"sub"_s));
    QCOMPARE(server.requests().size(), 2);
    for (const auto &request : server.requests())
        QCOMPARE(request.headers.value("authorization"), "Basic " + QByteArray("me:secret").toBase64());
}

std::unique_ptr<QSslServer> tst_HttpProvider::secureServer()
{
    const OpenSsl &openssl = responder_.openssl;
    openssl.makeKey(u"server"_s);
    openssl.makeRequest(u"server"_s, u"/CN=EST"_s);
    openssl.write(u"names"_s, "subjectAltName=IP:127.0.0.1\n");
    openssl.sign(u"server"_s, u"root"_s, {u"-extfile"_s, u"names"_s});
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(openssl.content(u"server.pem"_s)));
    tls.setPrivateKey(QSslKey(openssl.content(u"server.key"_s), QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer); // it wants to know who asks
    tls.setCaCertificates(QSslCertificate::fromData(responder_.pem(u"sub"_s) + responder_.pem(u"root"_s)));
    auto secure = std::make_unique<QSslServer>();
    secure->setSslConfiguration(tls);
    return secure;
}

/// The address may be anybody's: our certificate is only for servers that the owner named.
void tst_HttpProvider::foreignersAreNotToldWhoAsks()
{
    WebServer server([](const auto &) { return WebServer::Response{404, {}, {}, {}}; }, secureServer());
    policy_.serverRoots = responder_.pem(u"root"_s);
    policy_.clientCertificate = responder_.pem(u"good"_s);
    policy_.clientKey = responder_.openssl.content(u"good.key"_s);
    HttpProvider provider(policy_);
    QVERIFY(!lookUp(provider, u"good"_s, server.url()).reason.isEmpty());
    QVERIFY(server.requests().isEmpty()); // it insists on a certificate
    policy_.ocspUrl = server.url();
    HttpProvider named(policy_);
    QVERIFY(!lookUp(named, u"good"_s, {}).reason.isEmpty());
    QCOMPARE(server.requests().size(), 1);
}

void tst_HttpProvider::enrolsWithTls()
{
    WebServer server([this](const auto &request) { return est(request); }, secureServer());
    policy_.estUrl = server.url(u"/.well-known/est/"_s);
    const OpenSsl &openssl = responder_.openssl;
    const QByteArray csr = openssl.makeRequest(u"good"_s, u"/CN=SECC"_s);

    HttpProvider stranger(policy_);
    const auto refused = sign(stranger, csr);
    QVERIFY(!refused && !refused.error().isFinal);
    policy_.serverRoots = responder_.pem(u"root"_s);
    policy_.clientCertificate = responder_.pem(u"good"_s);
    policy_.clientKey = openssl.content(u"good.key"_s);
    HttpProvider provider(policy_);
    const auto outcome = sign(provider, csr);
    QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : outcome.error().reason));
}

void tst_HttpProvider::doesNotEnrol_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isFinal");
    QTest::newRow("later") << 202 << false;
    QTest::newRow("refused") << 400 << true;
    QTest::newRow("not allowed") << 401 << false;
    QTest::newRow("broken") << 500 << false;
    QTest::newRow("nonsense") << 200 << false;
}

void tst_HttpProvider::doesNotEnrol()
{
    QFETCH(int, status);
    QFETCH(bool, isFinal);
    WebServer server([&](const auto &request) {
        return request.method == "GET" ? est(request)
                                       : WebServer::Response{status, "text/plain", "no", "Retry-After: 5\r\n"};
    });
    policy_.estUrl = server.url();
    HttpProvider provider(policy_);
    responder_.openssl.makeKey(u"station"_s);
    const QByteArray csr = responder_.openssl.makeRequest(u"station"_s, u"/CN=SECC"_s);
    const auto outcome = sign(provider, csr);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().isFinal, isFinal);
    QVERIFY(!outcome.error().reason.isEmpty());
    QVERIFY(!outcome.error().reason.contains("secret"_L1));
    HttpProvider nobody(csms::PlugAndChargePolicy{});
    QVERIFY(sign(nobody, csr).error().isFinal);
}

void tst_HttpProvider::vehicleCertificates()
{
    QByteArray body = R"({"status":"Accepted","exiResponse":"AAE="})";
    WebServer server([&](const auto &) { return WebServer::Response{200, "application/json", body, {}}; });
    policy_.evCertificateUrl = server.url(u"/contracts"_s);
    HttpProvider provider(policy_);
    std::optional<Provider::EvCertificate> outcome;
    const auto fetch = [&](HttpProvider &from) {
        outcome.reset();
        from.fetchEvCertificate({{u"exiRequest"_s, u"AA=="_s}}, [&](const auto &said) { outcome = said; });
        QTRY_VERIFY(outcome);
    };
    fetch(provider);
    QCOMPARE((**outcome)["exiResponse"_L1].toString(), u"AAE="_s);
    QCOMPARE(server.requests().constFirst().path, QByteArray("/contracts"));
    QCOMPARE(server.requests().constFirst().body, QByteArray(R"({"exiRequest":"AA=="})"));
    body = "[]";
    fetch(provider);
    QVERIFY(!*outcome);
    HttpProvider nobody(csms::PlugAndChargePolicy{});
    fetch(nobody);
    QVERIFY(!*outcome);
}

QTEST_GUILESS_MAIN(tst_HttpProvider)
#include "tst_httpprovider.moc"
