// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/opensslprogram.h"
#include "pki/tlsserver.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestTlsServer : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aChainAndItsKeyAreTaken();
    void others_data();
    void others();
    void itIsValidForATime_data();
    void itIsValidForATime();
    void withoutTlsThereIsNoHandshake();

private:
    static pki::Moment now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
    static QString problem(const QByteArray &chain, const QByteArray &key, pki::Moment at = now());

    OpenSsl openssl_;
    QByteArray root_;
    QByteArray leaf_;
    QByteArray key_;
};

void TestTlsServer::initTestCase()
{
    root_ = openssl_.makeRoot(u"root"_s, u"/CN=Root"_s);
    openssl_.makeKey(u"leaf"_s);
    openssl_.makeRequest(u"leaf"_s, u"/CN=files"_s);
    leaf_ = openssl_.sign(u"leaf"_s, u"root"_s);
    key_ = openssl_.content(u"leaf.key"_s);
}

QString TestTlsServer::problem(const QByteArray &chain, const QByteArray &key, pki::Moment at)
{
    const auto server = pki::TlsServer::open(chain, key, at);
    return server ? QString() : server.error();
}

void TestTlsServer::aChainAndItsKeyAreTaken()
{
    QCOMPARE(problem(leaf_, key_), QString());
    QCOMPARE(problem(leaf_ + root_, key_), QString());
    QCOMPARE(problem(key_ + leaf_ + root_, leaf_ + key_), QString()); // some keep all in one file
    QCOMPARE(problem(root_, openssl_.content(u"root.key"_s)), QString());
}

void TestTlsServer::others_data()
{
    QTest::addColumn<QByteArray>("chain");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("said");
    QTest::newRow("another key") << leaf_ << openssl_.content(u"root.key"_s) << u"does not belong"_s;
    QTest::newRow("no certificate") << key_ << key_ << u"The certificate cannot be read"_s;
    QTest::newRow("no key") << leaf_ << leaf_ << u"The key cannot be read"_s;
    openssl_.run(QStringList{u"pkey"_s, u"-in"_s, u"leaf.key"_s, u"-aes256"_s, u"-passout"_s, u"pass:x"_s, u"-out"_s,
                             u"locked.key"_s});
    QTest::newRow("a passphrase") << leaf_ << openssl_.content(u"locked.key"_s) << u"passphrase"_s;
    openssl_.makeRoot(u"other"_s, u"/CN=Other"_s);
    QTest::newRow("another authority") << leaf_ + openssl_.content(u"other.pem"_s) << key_
                                       << u"Certificate 1 in the file was not signed"_s;
    QTest::newRow("the wrong way round") << root_ + leaf_ << openssl_.content(u"root.key"_s)
                                         << u"The server's own comes first"_s;
    openssl_.makeKey(u"weak"_s, "RSA -pkeyopt rsa_keygen_bits:512");
    openssl_.run(u"req -x509 -new -key weak.key -subj /CN=weak -out weak.pem"_s.split(u' '));
    QTest::newRow("a weak key") << openssl_.content(u"weak.pem"_s) << openssl_.content(u"weak.key"_s)
                                << u"OpenSSL does not take them"_s;
}

void TestTlsServer::others()
{
    QFETCH(QByteArray, chain);
    QFETCH(QByteArray, key);
    QFETCH(QString, said);
    const QString text = problem(chain, key);
    QVERIFY2(text.contains(said), qPrintable(text));
}

void TestTlsServer::itIsValidForATime_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("said");
    QTest::newRow("too early") << -2 << u"not valid before"_s;
    QTest::newRow("in time") << 360 << QString();
    QTest::newRow("too late") << 367 << u"expired on "_s;
}

void TestTlsServer::itIsValidForATime()
{
    QFETCH(int, days);
    QFETCH(QString, said);
    const QString text = problem(leaf_, key_, now() + days * 24h);
    QVERIFY2(said.isEmpty() ? text.isEmpty() : text.contains(said), qPrintable(text));
}

void TestTlsServer::withoutTlsThereIsNoHandshake()
{
    using Handshake = pki::TlsSession::Handshake;
    const auto server = pki::TlsServer::open(leaf_, key_, now());
    QVERIFY(server.has_value());
    pki::TlsSession silent = server->session();
    QVERIFY(silent.handshake() == Handshake::NeedsMore);
    QVERIFY(silent.takeOutput().isEmpty());
    pki::TlsSession plain = server->session();
    plain.receive("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(plain.handshake() == Handshake::Failed);
}

QTEST_GUILESS_MAIN(TestTlsServer)
#include "tst_tlsserver.moc"
