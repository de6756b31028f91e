// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

/// The openssl program in a folder of its own: another hand than the one that is tested.
class OpenSsl {
public:
    /// Its output. The program is found at run time: it is not needed to build. A test fails when it does.
    QByteArray run(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(dir_.path());
        process.start(QStringLiteral("openssl"), arguments);
        const bool isDone = process.waitForFinished() && process.exitCode() == 0;
        if (!isDone)
            QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
        return process.readAllStandardOutput();
    }
    QByteArray run(const char *arguments) const { return run(QString::fromLatin1(arguments).split(u' ')); }

    QString path(const QString &name) const { return dir_.filePath(name); }
    QByteArray content(const QString &name) const
    {
        QFile file(dir_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(dir_.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
    }

    /// NAME.key and the self-signed authority NAME.pem.
    QByteArray makeRoot(const QString &name, const QString &subject, const QStringList &more = {}) const
    {
        makeKey(name);
        run(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-new"), QStringLiteral("-key"),
                        name + QStringLiteral(".key"), QStringLiteral("-subj"), subject, QStringLiteral("-out"),
                        name + QStringLiteral(".pem"), QStringLiteral("-days"), QStringLiteral("3650")}
            + more);
        return content(name + QStringLiteral(".pem"));
    }
    void makeKey(const QString &name, const char *algorithm = "EC -pkeyopt ec_paramgen_curve:P-256") const
    {
        run(QStringList{QStringLiteral("genpkey"), QStringLiteral("-out"), name + QStringLiteral(".key"),
                        QStringLiteral("-algorithm")}
            + QString::fromLatin1(algorithm).split(u' '));
    }
    /// NAME.csr, with the key of that name.
    QByteArray makeRequest(const QString &name, const QString &subject) const
    {
        run({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-key"), name + QStringLiteral(".key"),
             QStringLiteral("-subj"), subject, QStringLiteral("-out"), name + QStringLiteral(".csr")});
        return content(name + QStringLiteral(".csr"));
    }
    /// The certificate NAME.pem for NAME.csr.
    QByteArray sign(const QString &name, const QString &authority, const QStringList &more = {}) const
    {
        run(QStringList{QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), name + QStringLiteral(".csr"),
                        QStringLiteral("-CA"), authority + QStringLiteral(".pem"), QStringLiteral("-CAkey"),
                        authority + QStringLiteral(".key"), QStringLiteral("-CAcreateserial"), QStringLiteral("-out"),
                        name + QStringLiteral(".pem"), QStringLiteral("-days"), QStringLiteral("365")}
            + more);
        return content(name + QStringLiteral(".pem"));
    }

private:
    QTemporaryDir dir_;
};
