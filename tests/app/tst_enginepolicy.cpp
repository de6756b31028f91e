// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginepolicy.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// A setting that reaches nobody is a lie.
class TestEnginePolicy : public QObject {
    Q_OBJECT

private slots:
    void settingsReachThePolicy();
    void settingsReachTheRetention();
};

void TestEnginePolicy::settingsReachThePolicy()
{
    config::Settings settings;
    settings.pingIntervalSeconds = 11;
    settings.missedPongs = 12;
    settings.heartbeatIntervalSeconds = 13;
    settings.retryIntervalSeconds = 14;
    settings.handshakeTimeoutSeconds = 15;
    settings.maxFrameBytes = 16'384;
    settings.maxConnections = 17;
    settings.statusTriggerAfterSeconds = 18;
    settings.connectionTimeOutSeconds = 19;
    settings.newStationsPending = true;
    settings.ocspUrl = u"http://ocsp.example"_s;
    settings.askPrivateResponders = true;
    settings.estUrl = u"https://est.example"_s;
    settings.evCertificateUrl = u"https://contracts.example"_s;
    settings.providerTimeoutSeconds = 20;
    settings.acceptUnverifiedContracts = true;
    const QTemporaryDir dir;
    const auto write = [&dir](const QString &name, const QByteArray &content) {
        QFile file(dir.filePath("plug-and-charge/"_L1 + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    QVERIFY(QDir(dir.path()).mkdir(u"plug-and-charge"_s));
    write(u"contract-roots.pem"_s, "roots");
    write(u"client.key"_s, "key");
    config::Options options;
    options.acceptUnknown = true;
    options.dataDir = dir.path();
    const csms::Policy policy = app::policyFrom(settings, options);
    QCOMPARE(policy.pingInterval, 11s);
    QCOMPARE(policy.missedPongs, 12);
    QCOMPARE(policy.heartbeatInterval, 13s);
    QCOMPARE(policy.bootRetryInterval, 14s);
    QCOMPARE(policy.handshakeTimeout, 15s);
    QCOMPARE(policy.frameBytes, quint64(16'384));
    QCOMPARE(policy.connections, qsizetype(17));
    QCOMPARE(policy.statusTriggerAfter, 18s);
    QCOMPARE(policy.connectionTimeOut, 19s);
    QVERIFY(policy.newStationsPending);
    QVERIFY(policy.acceptUnknown);
    const csms::PlugAndChargePolicy &plugAndCharge = policy.plugAndCharge;
    QCOMPARE(plugAndCharge.ocspUrl, settings.ocspUrl);
    QCOMPARE(plugAndCharge.estUrl, settings.estUrl);
    QCOMPARE(plugAndCharge.evCertificateUrl, settings.evCertificateUrl);
    QCOMPARE(plugAndCharge.patience, 20s);
    QVERIFY(plugAndCharge.askPrivateResponders && plugAndCharge.acceptUnverified);
    QCOMPARE(plugAndCharge.contractRoots, QByteArray("roots"));
    QCOMPARE(plugAndCharge.clientKey, QByteArray("key"));
    QVERIFY(plugAndCharge.clientCertificate.isEmpty() && plugAndCharge.serverRoots.isEmpty());
}

void TestEnginePolicy::settingsReachTheRetention()
{
    config::Settings settings;
    settings.frameRetentionDays = 1;
    settings.meterValueRetentionDays = 2;
    settings.statusHistoryRetentionDays = 3;
    settings.commandRetentionDays = 4;
    const store::RetentionPolicy keep = app::retentionFrom(settings);
    const auto days = [](std::chrono::days time) { return int(time.count()); };
    QCOMPARE(days(keep.frames), 1);
    QCOMPARE(days(keep.meterValues), 2);
    for (const auto history : {keep.statusHistory, keep.stationEvents, keep.seenTags, keep.attention})
        QCOMPARE(days(history), 3);
    QCOMPARE(days(keep.commands), 4);
}

QTEST_GUILESS_MAIN(TestEnginePolicy)
#include "tst_enginepolicy.moc"
