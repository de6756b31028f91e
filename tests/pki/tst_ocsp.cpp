// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/ocsp.h"
#include "pki/opensslprogram.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;
using pki::ChainFault;
using pki::Moment;
using pki::Revocation;

namespace QTest {
template<>
char *toString(const Revocation &status)
{
    return toString(int(status));
}
} // namespace QTest

/// RFC 6960. Requests are compared with those of the openssl program, and its responses read.
class TestOcsp : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void requestIsThatOfOthers_data();
    void requestIsThatOfOthers();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void statuses_data();
    void statuses();
    void whoMayAnswer_data();
    void whoMayAnswer();
    void othersNameTheIssuer();
    void notOfThisTime();
    void undated();
    void expiredResponder();
    void notAnAnswer();
    void chains_data();
    void chains();

private:
    /// Signed by `authority`, with these extensions.
    void issue(const QString &name, const QString &authority, const QByteArray &extensions,
               const QStringList &more = {});
    pki::CertificateId idOf(const QString &name, const QString &algorithm = u"SHA256"_s);
    QByteArray responseTo(const pki::CertificateId &id, const QStringList &more, const QString &days = u"2"_s);
    QString serialOf(const QString &name);

    const OpenSsl openssl_;
    // Certificates are made after this.
    const Moment now_ =
        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + std::chrono::minutes(1);
    const QStringList byIssuer_{u"-rsigner"_s, u"sub.pem"_s, u"-rkey"_s, u"sub.key"_s};
};

void TestOcsp::issue(const QString &name, const QString &authority, const QByteArray &extensions,
                     const QStringList &more)
{
    openssl_.makeKey(name);
    openssl_.makeRequest(name, "/O=Site/CN="_L1 + name);
    openssl_.write(u"extensions"_s, extensions);
    openssl_.sign(name, authority, QStringList{u"-extfile"_s, u"extensions"_s} + more);
}

QString TestOcsp::serialOf(const QString &name)
{
    const QByteArray line = openssl_.run({u"x509"_s, u"-in"_s, name + ".pem"_L1, u"-noout"_s, u"-serial"_s});
    return QString::fromLatin1(line.trimmed().mid(qstrlen("serial=")));
}

void TestOcsp::initTestCase()
{
    const QByteArray authority = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,digitalSignature\n";
    openssl_.makeRoot(u"root"_s, u"/O=Mobility/CN=Root"_s);
    openssl_.makeRoot(u"stranger"_s, u"/O=Site/CN=sub"_s);
    issue(u"sub"_s, u"root"_s, authority);
    for (const char *name : {"good", "revoked", "unknown"})
        issue(QString::fromLatin1(name), u"sub"_s, "authorityInfoAccess=OCSP;URI:http://127.0.0.1:1/ocsp\n");
    issue(u"responder"_s, u"sub"_s, "extendedKeyUsage=OCSPSigning\n");
    issue(u"bystander"_s, u"sub"_s, "extendedKeyUsage=clientAuth\n");
    issue(u"foreign"_s, u"stranger"_s, "extendedKeyUsage=OCSPSigning\n");
    issue(u"expired"_s, u"sub"_s, "subjectKeyIdentifier=hash\n", {u"-days"_s, u"-1"_s});
    QByteArray index;
    index += "V\t991231235959Z\t\t" + serialOf(u"good"_s).toLatin1() + "\tunknown\t/CN=good\n";
    index += "R\t991231235959Z\t250101000000Z\t" + serialOf(u"revoked"_s).toLatin1() + "\tunknown\t/CN=revoked\n";
    openssl_.write(u"index"_s, index);
}

pki::CertificateId TestOcsp::idOf(const QString &name, const QString &algorithm)
{
    openssl_.run({u"ocsp"_s, u"-issuer"_s, u"sub.pem"_s, u'-' + algorithm.toLower(), u"-cert"_s, name + ".pem"_L1,
                  u"-no_nonce"_s, u"-reqout"_s, u"asked.der"_s});
    QString text = QString::fromLatin1(openssl_.run("ocsp -reqin asked.der -req_text"));
    text.remove(u"\\\n"_s); // long hashes are continued
    const auto after = [&text](QLatin1StringView title) {
        return text.mid(text.indexOf(title) + title.size()).section(u'\n', 0, 0).trimmed();
    };
    return {algorithm, after("Issuer Name Hash:"_L1), after("Issuer Key Hash:"_L1), after("Serial Number:"_L1)};
}

QByteArray TestOcsp::responseTo(const pki::CertificateId &id, const QStringList &more, const QString &days)
{
    openssl_.write(u"request.der"_s, pki::ocspRequest(id).value());
    openssl_.run(QStringList{u"ocsp"_s, u"-index"_s, u"index"_s, u"-CA"_s, u"sub.pem"_s, u"-reqin"_s, u"request.der"_s,
                             u"-respout"_s, u"response.der"_s}
                 + (days.isEmpty() ? QStringList() : QStringList{u"-ndays"_s, days}) + more);
    return openssl_.content(u"response.der"_s);
}

void TestOcsp::requestIsThatOfOthers_data()
{
    QTest::addColumn<QString>("algorithm");
    for (const char *algorithm : {"SHA256", "SHA384", "SHA512"})
        QTest::newRow(algorithm) << QString::fromLatin1(algorithm);
}

void TestOcsp::requestIsThatOfOthers()
{
    QFETCH(QString, algorithm);
    const auto request = pki::ocspRequest(idOf(u"good"_s, algorithm));
    QVERIFY2(request.has_value(), qPrintable(request ? QString() : request.error()));
    QCOMPARE(request->toHex(), openssl_.content(u"asked.der"_s).toHex());
}

void TestOcsp::nonsenseIsRefused_data()
{
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("serial");
    QTest::addColumn<QString>("says");
    const QString hash(64, u'a');
    QTest::newRow("algorithm") << u"MD5"_s << hash << u"01"_s << u"MD5"_s;
    QTest::newRow("short") << u"SHA384"_s << hash << u"01"_s << u"SHA384"_s;
    QTest::newRow("no hex") << u"SHA256"_s << QString(64, u'x') << u"01"_s << u"hex"_s;
    QTest::newRow("no serial") << u"SHA256"_s << hash << QString() << u"serial"_s;
    QTest::newRow("serial") << u"SHA256"_s << hash << u"12Z"_s << u"serial"_s;
}

void TestOcsp::nonsenseIsRefused()
{
    QFETCH(QString, algorithm);
    QFETCH(QString, name);
    QFETCH(QString, serial);
    QFETCH(QString, says);
    const auto request = pki::ocspRequest({algorithm, name, QString(64, u'b'), serial});
    QVERIFY(!request.has_value());
    QVERIFY2(request.error().contains(says), qPrintable(request.error()));
}

void TestOcsp::statuses_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<Revocation>("status");
    QTest::newRow("good") << u"good"_s << Revocation::Good;
    QTest::newRow("revoked") << u"revoked"_s << Revocation::Revoked;
    QTest::newRow("unknown") << u"unknown"_s << Revocation::Unknown;
}

void TestOcsp::statuses()
{
    QFETCH(QString, certificate);
    QFETCH(Revocation, status);
    const auto id = idOf(certificate);
    const auto said = pki::readOcspResponse(responseTo(id, byIssuer_), id, {}, now_);
    QVERIFY2(said.has_value(), qPrintable(said ? QString() : said.error()));
    QCOMPARE(said->status, status);
    QCOMPARE(said->doubt, QString());
    QVERIFY(said->nextUpdate && *said->nextUpdate > now_ + std::chrono::hours(47));
}

void TestOcsp::whoMayAnswer_data()
{
    QTest::addColumn<QStringList>("signer");
    QTest::addColumn<QString>("doubt");
    const auto by = [](const QString &name) {
        return QStringList{u"-rsigner"_s, name + ".pem"_L1, u"-rkey"_s, name + ".key"_L1};
    };
    const QStringList withIssuer{u"-rother"_s, u"sub.pem"_s};
    QTest::newRow("issuer") << by(u"sub"_s) << QString();
    QTest::newRow("named by the issuer") << by(u"responder"_s) + withIssuer << QString();
    QTest::newRow("issuer not at hand") << by(u"responder"_s) << u"not known"_s;
    QTest::newRow("not named for this") << by(u"bystander"_s) + withIssuer << u"not meant"_s;
    QTest::newRow("named by a stranger of that name") << by(u"foreign"_s) + withIssuer << u"did not name"_s;
    QTest::newRow("stranger with the issuer's name") << by(u"stranger"_s) << u"not meant"_s;
    QTest::newRow("no certificate") << by(u"responder"_s) + QStringList{u"-resp_no_certs"_s} << u"not known"_s;
    QTest::newRow("bad signature") << by(u"sub"_s) + QStringList{u"-badsig"_s} << u"not signed"_s;
}

void TestOcsp::whoMayAnswer()
{
    QFETCH(QStringList, signer);
    QFETCH(QString, doubt);
    const auto id = idOf(u"good"_s);
    const auto said = pki::readOcspResponse(responseTo(id, signer), id, {}, now_);
    QVERIFY2(said.has_value(), qPrintable(said ? QString() : said.error()));
    QVERIFY2(doubt.isEmpty() ? said->doubt.isEmpty() : said->doubt.contains(doubt), qPrintable(said->doubt));
}

void TestOcsp::othersNameTheIssuer()
{
    const auto id = idOf(u"good"_s);
    const QByteArray response = responseTo(id, {u"-rsigner"_s, u"responder.pem"_s, u"-rkey"_s, u"responder.key"_s});
    const QByteArray others = openssl_.content(u"root.pem"_s) + openssl_.content(u"sub.pem"_s);
    QCOMPARE(pki::readOcspResponse(response, id, others, now_).value().doubt, QString());
}

void TestOcsp::notOfThisTime()
{
    const auto id = idOf(u"good"_s);
    const QByteArray response = responseTo(id, byIssuer_, u"1"_s);
    QVERIFY(pki::readOcspResponse(response, id, {}, now_ + std::chrono::hours(23)).has_value());
    QVERIFY(!pki::readOcspResponse(response, id, {}, now_ + std::chrono::hours(25)).has_value());
    QVERIFY(!pki::readOcspResponse(response, id, {}, now_ - std::chrono::hours(1)).has_value());
}

/// Somebody may have kept it since.
void TestOcsp::undated()
{
    const auto id = idOf(u"good"_s);
    const QByteArray response = responseTo(id, byIssuer_, {});
    const auto fresh = pki::readOcspResponse(response, id, {}, now_ + std::chrono::hours(23));
    QVERIFY(fresh && !fresh->nextUpdate);
    QCOMPARE(fresh->doubt, QString());
    const auto old = pki::readOcspResponse(response, id, {}, now_ + std::chrono::hours(25));
    QVERIFY2(old && old->doubt.contains("old"_L1), qPrintable(old ? old->doubt : old.error()));
}

void TestOcsp::expiredResponder()
{
    issue(u"brief"_s, u"sub"_s, "extendedKeyUsage=OCSPSigning\n", {u"-days"_s, u"1"_s});
    const auto id = idOf(u"good"_s);
    const QByteArray response =
        responseTo(id, {u"-rsigner"_s, u"brief.pem"_s, u"-rkey"_s, u"brief.key"_s, u"-rother"_s, u"sub.pem"_s}, u"30"_s);
    QCOMPARE(pki::readOcspResponse(response, id, {}, now_).value().doubt, QString());
    const auto later = pki::readOcspResponse(response, id, {}, now_ + std::chrono::hours(48));
    QVERIFY2(later && later->doubt.contains("not valid"_L1), qPrintable(later ? later->doubt : later.error()));
    // The same if the issuer itself signed, and is no longer.
    const QByteArray issuers = responseTo(id, byIssuer_, u"700"_s);
    const auto after = pki::readOcspResponse(issuers, id, {}, now_ + std::chrono::hours(24 * 400));
    QVERIFY2(after && after->doubt.contains("not valid"_L1), qPrintable(after ? after->doubt : after.error()));
}

void TestOcsp::notAnAnswer()
{
    const auto id = idOf(u"good"_s);
    const QByteArray response = responseTo(id, byIssuer_);
    QVERIFY(!pki::readOcspResponse(response, idOf(u"revoked"_s), {}, now_).has_value());
    QVERIFY(!pki::readOcspResponse(response.chopped(1), id, {}, now_).has_value());
    QVERIFY(!pki::readOcspResponse("<html>", id, {}, now_).has_value());
    QVERIFY(!pki::readOcspResponse({}, id, {}, now_).has_value());
    const QByteArray tryLater = QByteArray::fromHex("30030a0103");
    const auto said = pki::readOcspResponse(tryLater, id, {}, now_);
    QVERIFY(!said.has_value());
    QVERIFY2(said.error().contains("trylater"_L1), qPrintable(said.error()));
}

void TestOcsp::chains_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("root");
    QTest::addColumn<int>("fault"); // -1: none
    QTest::newRow("sound") << QStringList{u"good"_s, u"sub"_s} << u"root"_s << -1;
    QTest::newRow("with its root") << QStringList{u"good"_s, u"sub"_s, u"root"_s} << u"root"_s << -1;
    QTest::newRow("nothing") << QStringList() << u"root"_s << int(ChainFault::Unreadable);
    QTest::newRow("expired") << QStringList{u"expired"_s, u"sub"_s} << u"root"_s << int(ChainFault::Expired);
    QTest::newRow("gap") << QStringList{u"good"_s, u"root"_s} << u"root"_s << int(ChainFault::Unrooted);
    QTest::newRow("not an authority") << QStringList{u"good"_s, u"revoked"_s, u"sub"_s} << u"root"_s
                                      << int(ChainFault::Broken);
    QTest::newRow("stranger of the issuer's name")
        << QStringList{u"good"_s, u"foreign"_s} << u"root"_s << int(ChainFault::Broken);
    QTest::newRow("other root") << QStringList{u"good"_s, u"sub"_s} << u"stranger"_s << int(ChainFault::Unrooted);
    QTest::newRow("no root") << QStringList{u"good"_s, u"sub"_s} << QString() << int(ChainFault::Unrooted);
}

void TestOcsp::chains()
{
    QFETCH(QStringList, names);
    QFETCH(QString, root);
    QFETCH(int, fault);
    QByteArray pem;
    for (const QString &name : names)
        pem += openssl_.content(name + ".pem"_L1);
    const auto links =
        pki::readPresentedChain(pem, root.isEmpty() ? QByteArray() : openssl_.content(root + ".pem"_L1), now_);
    QCOMPARE(links ? -1 : int(links.error()), fault);
    if (!links)
        return;
    QCOMPARE(links->size(), 2);
    QVERIFY(links->constFirst().id == idOf(u"good"_s));
    QCOMPARE(links->constFirst().responder, u"http://127.0.0.1:1/ocsp"_s);
    QCOMPARE(links->constLast().responder, QString());
    QCOMPARE(links->constFirst().commonName, u"good"_s);
}

QTEST_GUILESS_MAIN(TestOcsp)
#include "tst_ocsp.moc"
