// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/firmwaresignature.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <array>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

class TestFirmwareSignature : public QObject {
    Q_OBJECT
private slots:
    void soundOnesPass_data();
    void soundOnesPass();
    void another();
    void refused_data();
    void refused();
#ifdef Q_OS_UNIX
    void nobodyIsAskedForAPassphrase();
#endif

private:
    /// Makes key.pem, cert.pem and signature.bin for the file.
    pki::FirmwareSignature make(const QStringList &keyArguments, const QStringList &signArguments);
    void openssl(const QStringList &arguments);
    QByteArray content(const QString &name);

    const QStringList ec_{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
    const QByteArray firmware_ = QByteArray("firmware").repeated(1000);
    const std::chrono::system_clock::time_point now_ = std::chrono::system_clock::now() + std::chrono::minutes(1);
    QTemporaryDir dir_;
};

void TestFirmwareSignature::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(dir_.path());
    process.start(QStringLiteral("openssl"), arguments); // found at run time: run.sh builds without it
    QVERIFY(process.waitForFinished());
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError());
}

QByteArray TestFirmwareSignature::content(const QString &name)
{
    QFile file(dir_.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

pki::FirmwareSignature TestFirmwareSignature::make(const QStringList &keyArguments, const QStringList &signArguments)
{
    QFile file(dir_.filePath(u"firmware"_s));
    if (file.open(QIODevice::WriteOnly))
        file.write(firmware_);
    file.close();
    openssl(QStringList{u"genpkey"_s, u"-out"_s, u"key.pem"_s, u"-algorithm"_s} + keyArguments);
    openssl({u"req"_s, u"-x509"_s, u"-new"_s, u"-key"_s, u"key.pem"_s, u"-subj"_s, u"/O=Maker/CN=Signing"_s, u"-days"_s,
             u"10"_s, u"-out"_s, u"cert.pem"_s});
    openssl(QStringList{u"dgst"_s, u"-sha256"_s, u"-sign"_s, u"key.pem"_s, u"-out"_s, u"signature.bin"_s} + signArguments
            + QStringList{u"firmware"_s});
    return {QCryptographicHash::hash(firmware_, QCryptographicHash::Sha256), content(u"signature.bin"_s).toBase64(),
            content(u"cert.pem"_s)};
}

void TestFirmwareSignature::soundOnesPass_data()
{
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QStringList>("sign");
    const QStringList rsa{u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s};
    QTest::newRow("RSA-PSS") << rsa << QStringList{u"-sigopt"_s, u"rsa_padding_mode:pss"_s};
    QTest::newRow("ECDSA") << ec_ << QStringList();
}

void TestFirmwareSignature::soundOnesPass()
{
    QFETCH(QStringList, key);
    QFETCH(QStringList, sign);
    const auto verified = pki::verify(make(key, sign), now_);
    QVERIFY2(verified.has_value(), qPrintable(verified ? QString() : verified.error()));
}

void TestFirmwareSignature::another()
{
    auto signature = make(ec_, {});
    signature.sha256[0] = char(signature.sha256[0] ^ 1);
    QVERIFY(!pki::verify(signature, now_).has_value());
}

void TestFirmwareSignature::refused_data()
{
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<QStringList>("sign");
    QTest::addColumn<int>("days");
    QTest::addColumn<QByteArray>("damage");
    QTest::addColumn<QString>("says");
    const QStringList weak{u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:1024"_s};
    const QStringList rsa{u"RSA"_s, u"-pkeyopt"_s, u"rsa_keygen_bits:2048"_s};
    QTest::newRow("weak") << weak << QStringList{u"-sigopt"_s, u"rsa_padding_mode:pss"_s} << 0 << QByteArray() << u"1024"_s;
    QTest::newRow("PKCS 1") << rsa << QStringList() << 0 << QByteArray() << u"RSA-PSS"_s; // L01.FR.04
    QTest::newRow("expired") << ec_ << QStringList() << 20 << QByteArray() << u"expired"_s;
    QTest::newRow("not yet") << ec_ << QStringList() << -20 << QByteArray() << u"not valid yet"_s;
    QTest::newRow("no certificate") << ec_ << QStringList() << 0 << "certificate"_ba << u"PEM"_s;
    QTest::newRow("no base64") << ec_ << QStringList() << 0 << "signature"_ba << u"base64"_s;
}

void TestFirmwareSignature::refused()
{
    QFETCH(QStringList, key);
    QFETCH(QStringList, sign);
    QFETCH(int, days);
    QFETCH(QByteArray, damage);
    QFETCH(QString, says);
    auto signature = make(key, sign);
    if (damage == "certificate")
        signature.signingCertificate = "-----BEGIN NONSENSE-----";
    else if (damage == "signature")
        signature.signature = "!!";
    const auto verified = pki::verify(signature, now_ + std::chrono::days(days));
    QVERIFY(!verified.has_value());
    QVERIFY2(verified.error().contains(says), qPrintable(verified.error()));
}

#ifdef Q_OS_UNIX
void TestFirmwareSignature::nobodyIsAskedForAPassphrase()
{
    // Without a terminal OpenSSL would read it from the standard input, where it must be left.
    std::array<int, 2> ends{};
    QVERIFY(::pipe(ends.data()) == 0);
    QCOMPARE(::write(ends[1], "secret\n", 7), 7);
    const int before = ::dup(STDIN_FILENO);
    ::dup2(ends[0], STDIN_FILENO);
    const QByteArray encrypted = "-----BEGIN CERTIFICATE-----\nProc-Type: 4,ENCRYPTED\n"
                                 "DEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\n"
                                 "AAAAAAAAAAAAAAAAAAAAAA==\n-----END CERTIFICATE-----\n";
    const auto verified = pki::verify({QByteArray(32, 'x'), "AA==", encrypted}, now_);
    ::dup2(before, STDIN_FILENO);
    ::close(ends[1]);
    std::array<char, 16> left{};
    QCOMPARE(::read(ends[0], left.data(), left.size()), 7);
    ::close(ends[0]);
    ::close(before);
    QVERIFY(!verified.has_value());
    QVERIFY2(verified.error().contains(u"PEM"_s), qPrintable(verified.error()));
}
#endif

QTEST_GUILESS_MAIN(TestFirmwareSignature)
#include "tst_firmwaresignature.moc"
