// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/enrollment.h"
#include "pki/opensslprogram.h"

using namespace Qt::Literals::StringLiterals;

/// RFC 7030, the bytes: what goes to an EST server, and what is made of its answers.
class TestEnrollment : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void bodyIsTheRequest();
    void chainIsInOrder_data();
    void chainIsInOrder();
    void refused_data();
    void refused();

private:
    /// As /simpleenroll and /cacerts answer: certs-only PKCS #7 in base64, in lines.
    QByteArray bundle(const QStringList &names);
    QByteArray pem(const QStringList &names);

    const OpenSsl openssl_;
};

void TestEnrollment::initTestCase()
{
    openssl_.write(u"authority"_s, "basicConstraints=critical,CA:TRUE\n");
    openssl_.makeRoot(u"root"_s, u"/CN=Root"_s);
    for (const auto &[name, issuer] : {std::pair{u"upper"_s, u"root"_s}, {u"lower"_s, u"upper"_s}}) {
        openssl_.makeKey(name);
        openssl_.makeRequest(name, "/CN="_L1 + name);
        openssl_.sign(name, issuer, {u"-extfile"_s, u"authority"_s});
    }
    for (const QString &name : {u"leaf"_s, u"other"_s}) {
        openssl_.makeKey(name);
        openssl_.makeRequest(name, "/CN="_L1 + name);
        openssl_.sign(name, u"lower"_s);
    }
}

QByteArray TestEnrollment::bundle(const QStringList &names)
{
    QStringList arguments{u"crl2pkcs7"_s, u"-nocrl"_s, u"-outform"_s, u"DER"_s};
    for (const QString &name : names)
        arguments += {u"-certfile"_s, name + ".pem"_L1};
    const QByteArray base64 = openssl_.run(arguments).toBase64();
    return base64.first(64) + "\r\n" + base64.sliced(64) + "\r\n";
}

QByteArray TestEnrollment::pem(const QStringList &names)
{
    QByteArray all;
    for (const QString &name : names)
        all += openssl_.content(name + ".pem"_L1);
    return all;
}

void TestEnrollment::bodyIsTheRequest()
{
    const auto body = pki::enrollmentBody(openssl_.content(u"leaf.csr"_s));
    QVERIFY(body.has_value());
    QCOMPARE(QByteArray::fromBase64(*body), openssl_.run("req -in leaf.csr -outform DER"));
    QVERIFY(!pki::enrollmentBody("nonsense").has_value());
}

void TestEnrollment::chainIsInOrder_data()
{
    QTest::addColumn<QStringList>("enrolled");
    QTest::addColumn<QStringList>("authorities");
    QTest::addColumn<QStringList>("chain");
    const QStringList whole{u"leaf"_s, u"lower"_s, u"upper"_s};
    QTest::newRow("leaf, then authorities")
        << QStringList{u"leaf"_s} << QStringList{u"root"_s, u"upper"_s, u"lower"_s} << whole;
    QTest::newRow("all at once") << QStringList{u"upper"_s, u"root"_s, u"lower"_s, u"leaf"_s} << QStringList{u"root"_s}
                                 << whole;
    QTest::newRow("nothing is known of the upper one")
        << QStringList{u"leaf"_s} << QStringList{u"root"_s, u"lower"_s} << QStringList{u"leaf"_s, u"lower"_s};
}

void TestEnrollment::chainIsInOrder()
{
    QFETCH(QStringList, enrolled);
    QFETCH(QStringList, authorities);
    QFETCH(QStringList, chain);
    const auto made = pki::enrolledChain(bundle(enrolled), bundle(authorities), openssl_.content(u"leaf.csr"_s));
    QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error()));
    QCOMPARE(*made, pem(chain));
}

void TestEnrollment::refused_data()
{
    QTest::addColumn<QByteArray>("enrolled");
    QTest::addColumn<QString>("says");
    QTest::newRow("another key") << bundle({u"other"_s}) << u"another key"_s;
    QTest::newRow("page") << QByteArray("<html>") << u"no certificate"_s;
    QTest::newRow("nothing") << QByteArray() << u"no certificate"_s;
    QTest::newRow("cut") << bundle({u"leaf"_s}).first(100) << u"no certificate"_s;
}

void TestEnrollment::refused()
{
    QFETCH(QByteArray, enrolled);
    QFETCH(QString, says);
    const auto made = pki::enrolledChain(enrolled, bundle({u"root"_s}), openssl_.content(u"leaf.csr"_s));
    QVERIFY(!made.has_value());
    QVERIFY2(made.error().contains(says), qPrintable(made.error()));
}

QTEST_GUILESS_MAIN(TestEnrollment)
#include "tst_enrollment.moc"
