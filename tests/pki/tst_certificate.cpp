// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/certificate.h"
#include "pki/opensslprogram.h"
#include "pki/signingrequest.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

/// What is read in certificates and signing requests, against what the openssl program says.
class TestCertificate : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void facts();
    void hashesAreThoseOfOcsp_data();
    void hashesAreThoseOfOcsp();
    void keyOfAnotherIssuerIsUnknown();
    void serialNumbers_data();
    void serialNumbers();
    void roots_data();
    void roots();
    void notOne_data();
    void notOne();
    void chains();
    void chainInTheWrongOrder();
    void signatures();
    void requests();
    void requestsRefused_data();
    void requestsRefused();
    void ownRequests();

private:
    static pki::Moment now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
    /// What follows `label` in the output of the program.
    static QString after(const QString &text, const QString &label)
    {
        return QRegularExpression(label + u"\\s*([0-9A-Fa-f]+)"_s).match(text).captured(1);
    }

    OpenSsl openssl_;
    QByteArray root_;
    QByteArray leaf_;
};

void TestCertificate::initTestCase()
{
    root_ = openssl_.makeRoot(u"root"_s, u"/O=Nordkai Ürsprung/CN=Root"_s);
    openssl_.makeKey(u"leaf"_s);
    openssl_.makeRequest(u"leaf"_s, u"/O=Nordkai/CN=CP-1"_s);
    leaf_ = openssl_.sign(u"leaf"_s, u"root"_s);
}

void TestCertificate::facts()
{
    const auto leaf = pki::readCertificate(leaf_);
    QVERIFY(leaf);
    QCOMPARE(leaf->pem, leaf_);
    QCOMPARE(leaf->commonName, u"CP-1"_s);
    QCOMPARE(leaf->organization, u"Nordkai"_s);
    QCOMPARE(leaf->subject, u"CN=CP-1,O=Nordkai"_s);
    QCOMPARE(leaf->issuer, pki::readCertificate(root_)->subject);
    QCOMPARE(leaf->key, u"EC 256"_s);
    QVERIFY(leaf->isKeySound && !leaf->isAuthority && !leaf->isSelfSigned);
    const QString printed = QString::fromLatin1(openssl_.run("x509 -in leaf.pem -noout -fingerprint -sha256"));
    QCOMPARE(leaf->fingerprint, printed.section(u'=', 1).trimmed().remove(u':'));
    QCOMPARE(leaf->notAfter - leaf->notBefore, std::chrono::days(365));
    QVERIFY(leaf->notBefore <= now() && leaf->notBefore > now() - std::chrono::minutes(5));
}

void TestCertificate::hashesAreThoseOfOcsp_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("name");
    QTest::newRow("SHA256") << 0 << u"SHA256"_s;
    QTest::newRow("SHA384") << 1 << u"SHA384"_s;
    QTest::newRow("SHA512") << 2 << u"SHA512"_s;
}

void TestCertificate::hashesAreThoseOfOcsp()
{
    QFETCH(int, at);
    QFETCH(QString, name);
    const auto root = pki::readCertificate(root_);
    QVERIFY(root);
    const pki::IssuerHashes hashes = root->hashes.at(at);
    QCOMPARE(hashes.algorithm, name);
    const QByteArray text = openssl_.run(
        {u"ocsp"_s, u'-' + name.toLower(), u"-issuer"_s, u"root.pem"_s, u"-cert"_s, u"root.pem"_s, u"-req_text"_s});
    const QString printed = QString::fromLatin1(text).remove(u"\\\n"_s); // long ones go on in the next line
    QCOMPARE(hashes.name, after(printed, u"Issuer Name Hash:"_s));
    QCOMPARE(hashes.key, after(printed, u"Issuer Key Hash:"_s));
    QCOMPARE(root->serialNumber, after(printed, u"Serial Number:"_s).remove(QRegularExpression(u"^0+"_s)));
}

void TestCertificate::keyOfAnotherIssuerIsUnknown()
{
    const auto leaf = pki::readCertificate(leaf_);
    QVERIFY(leaf);
    QCOMPARE(leaf->hashes.first().name, pki::readCertificate(root_)->hashes.first().name);
    QCOMPARE(leaf->hashes.first().key, QString());
}

void TestCertificate::serialNumbers_data()
{
    QTest::addColumn<QString>("serial");
    QTest::addColumn<QString>("expected");
    QTest::newRow("as in W 6.1") << u"4095"_s << u"FFF"_s;
    QTest::newRow("zero") << u"0"_s << u"0"_s;
    QTest::newRow("first bit set") << u"0x80"_s << u"80"_s;
    QTest::newRow("20 bytes") << u"0x7f000000000000000000000000000000000000a1"_s
                              << u"7F000000000000000000000000000000000000A1"_s;
}

void TestCertificate::serialNumbers()
{
    QFETCH(QString, serial);
    const QByteArray pem = openssl_.makeRoot(u"numbered"_s, u"/CN=N"_s, {u"-set_serial"_s, serial});
    QTEST(pki::readCertificate(pem)->serialNumber, "expected");
}

void TestCertificate::roots_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<int>("inDays");
    QTest::addColumn<QString>("problem");
    openssl_.makeKey(u"weak"_s, "RSA -pkeyopt rsa_keygen_bits:1024");
    openssl_.run("req -x509 -new -key weak.key -subj /CN=Weak -out weak.pem");
    QTest::newRow("sound") << root_ << 0 << QString();
    QTest::newRow("expired") << root_ << 4000 << u"expired"_s;
    QTest::newRow("no authority") << leaf_ << 0 << u"not the certificate of an authority"_s;
    QTest::newRow("weak") << openssl_.content(u"weak.pem"_s) << 0 << u"RSA 1024"_s;
}

void TestCertificate::roots()
{
    QFETCH(QByteArray, pem);
    QFETCH(int, inDays);
    QFETCH(QString, problem);
    const auto checked = pki::checkRoot(*pki::readCertificate(pem), now() + std::chrono::days(inDays));
    QCOMPARE(checked.has_value(), problem.isEmpty());
    if (!checked)
        QVERIFY2(checked.error().contains(problem), qPrintable(checked.error()));
}

void TestCertificate::notOne_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("problem");
    QTest::newRow("nothing") << QByteArray() << u"PEM"_s;
    QTest::newRow("another text") << QByteArray("hello") << u"PEM"_s;
    QTest::newRow("a request") << openssl_.content(u"leaf.csr"_s) << u"PEM"_s;
    QTest::newRow("cut") << leaf_.first(leaf_.size() / 2) << u"PEM"_s;
    QTest::newRow("two") << leaf_ + root_ << u"There are 2"_s;
}

void TestCertificate::notOne()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, problem);
    const auto read = pki::readCertificate(pem);
    QVERIFY(!read);
    QVERIFY2(read.error().contains(problem), qPrintable(read.error()));
}

void TestCertificate::chains()
{
    const auto chain = pki::readChain("subject=/CN=CP-1\n" + leaf_ + "\n\n" + root_);
    QVERIFY(chain);
    QCOMPARE(chain->size(), 2);
    QCOMPARE(chain->at(0).pem + chain->at(1).pem, leaf_ + root_);
    QCOMPARE(pki::readChain(leaf_)->size(), 1);
}

void TestCertificate::chainInTheWrongOrder()
{
    const auto chain = pki::readChain(root_ + leaf_);
    QVERIFY(!chain);
    QVERIFY(chain.error().contains(u"not signed"_s));
}

void TestCertificate::signatures()
{
    QVERIFY(pki::isSignedBy(leaf_, root_));
    QVERIFY(!pki::isSignedBy(root_, leaf_));
    QVERIFY(!pki::isSignedBy(leaf_, openssl_.makeRoot(u"other"_s, u"/O=Nordkai Ürsprung/CN=Root"_s)));
    QVERIFY(!pki::isSignedBy(leaf_, {}));
}

void TestCertificate::requests()
{
    const auto request = pki::readSigningRequest(openssl_.content(u"leaf.csr"_s));
    QVERIFY(request);
    QCOMPARE(request->commonName, u"CP-1"_s);
    QCOMPARE(request->organization, u"Nordkai"_s);
    QCOMPARE(request->key, u"EC 256"_s);
    QCOMPARE(request->keyFingerprint, pki::readCertificate(leaf_)->keyFingerprint);
    QVERIFY(request->keyFingerprint != pki::readCertificate(root_)->keyFingerprint);
}

void TestCertificate::requestsRefused_data()
{
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("problem");
    openssl_.makeKey(u"weak"_s, "RSA -pkeyopt rsa_keygen_bits:1024");
    openssl_.makeKey(u"ed"_s, "ED25519");
    openssl_.run("req -in leaf.csr -outform DER -out leaf.der");
    QByteArray der = openssl_.content(u"leaf.der"_s);
    der[der.indexOf("CP-1")] = 'X';
    openssl_.write(u"forged.der"_s, der);
    openssl_.run("req -inform DER -in forged.der -out forged.csr");
    QTest::newRow("no request") << leaf_ << u"PEM"_s;
    QTest::newRow("weak") << openssl_.makeRequest(u"weak"_s, u"/CN=CP-1"_s) << u"RSA 1024"_s;
    QTest::newRow("another kind") << openssl_.makeRequest(u"ed"_s, u"/CN=CP-1"_s) << u"neither"_s;
    QTest::newRow("forged") << openssl_.content(u"forged.csr"_s) << u"signature"_s;
}

void TestCertificate::requestsRefused()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, problem);
    const auto read = pki::readSigningRequest(pem);
    QVERIFY(!read);
    QVERIFY2(read.error().contains(problem), qPrintable(read.error()));
}

void TestCertificate::ownRequests()
{
    const QByteArray key = pki::newKey();
    openssl_.write(u"own.csr"_s, pki::newSigningRequest(key, u"CP-2"_s, u"Nordkai"_s));
    const QByteArray printed = openssl_.run("req -in own.csr -verify -noout -subject");
    QVERIFY2(printed.contains("O = Nordkai, CN = CP-2") || printed.contains("O=Nordkai, CN=CP-2"), printed);
    const auto read = pki::readSigningRequest(openssl_.content(u"own.csr"_s));
    QVERIFY(read);
    QVERIFY(read->keyFingerprint != pki::readSigningRequest(pki::newSigningRequest(pki::newKey(), u"CP-2"_s, {}))->keyFingerprint);
    QCOMPARE(pki::newSigningRequest("no key", u"CP-2"_s, {}), QByteArray());
}

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
