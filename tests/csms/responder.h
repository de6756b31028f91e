// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pki/ocsp.h"
#include "pki/opensslprogram.h"

#include <QProcess>

/// The certificates of a mobility operator, made by the openssl program, and its responder on a free port: root, sub, and
/// under it the contracts "good" and "revoked", and one that the responder does not know, all of one eMAID.
class Responder {
public:
    Responder()
    {
        using namespace Qt::Literals::StringLiterals;
        openssl.write(u"authority"_s,
                      "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,digitalSignature\n");
        openssl.makeRoot(u"root"_s, u"/O=Mobility/CN=Root"_s);
        openssl.makeKey(u"sub"_s);
        openssl.makeRequest(u"sub"_s, u"/O=Mobility/CN=Sub"_s);
        openssl.sign(u"sub"_s, u"root"_s, {u"-extfile"_s, u"authority"_s});
        for (const QString &name : {u"good"_s, u"revoked"_s, u"unknown"_s}) {
            openssl.makeKey(name);
            openssl.makeRequest(name, u"/O=Mobility/CN=DE8AAC12345678X"_s);
            openssl.sign(name, u"sub"_s);
        }
        const QByteArray expiry = "\t991231235959Z\t";
        openssl.write(u"index"_s, "V" + expiry + "\t" + serialOf(u"good"_s) + "\tunknown\t/CN=good\nR" + expiry
                                      + "250101000000Z\t" + serialOf(u"revoked"_s) + "\tunknown\t/CN=revoked\n");
        start();
    }
    ~Responder() { stop(); }

    void stop()
    {
        process_.kill();
        process_.waitForFinished();
    }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(port_); }
    QByteArray pem(const QString &name) const { return openssl.content(name + QStringLiteral(".pem")); }
    pki::CertificateId idOf(const QString &name) const
    {
        // The chain up to its root: what it asks about is what stations send.
        const auto links =
            pki::readPresentedChain(pem(name) + pem(QStringLiteral("sub")), pem(QStringLiteral("root")), now());
        return links ? links->constFirst().id : pki::CertificateId();
    }
    static pki::Moment now()
    {
        return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) + std::chrono::seconds(2);
    }

    const OpenSsl openssl;

private:
    QByteArray serialOf(const QString &name) const
    {
        const QByteArray line =
            openssl.run({QStringLiteral("x509"), QStringLiteral("-in"), name + QStringLiteral(".pem"),
                         QStringLiteral("-noout"), QStringLiteral("-serial")});
        return line.trimmed().mid(qstrlen("serial="));
    }
    void start()
    {
        using namespace Qt::Literals::StringLiterals;
        process_.setProcessChannelMode(QProcess::MergedChannels);
        process_.start(u"openssl"_s, {u"ocsp"_s, u"-port"_s, u"0"_s, u"-index"_s, openssl.path(u"index"_s), u"-CA"_s,
                                      openssl.path(u"sub.pem"_s), u"-rsigner"_s, openssl.path(u"sub.pem"_s), u"-rkey"_s,
                                      openssl.path(u"sub.key"_s), u"-ndays"_s, u"1"_s});
        QByteArray said; // "ACCEPT 0.0.0.0:40123 PID=..."
        while (!said.contains("PID=") && process_.waitForReadyRead(10'000))
            said += process_.readAll();
        const QByteArray address = said.mid(said.indexOf("ACCEPT ") + 7).split(' ').value(0);
        port_ = address.mid(address.lastIndexOf(':') + 1).toInt();
        if (port_ == 0)
            qFatal("openssl ocsp did not start: %s", said.constData());
    }

    QProcess process_;
    int port_ = 0;
};
