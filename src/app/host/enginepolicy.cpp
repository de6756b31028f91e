// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginepolicy.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QByteArray fileOrNothing(const QDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Certificates are files in a folder of the data directory, so that no setting names a path.
csms::PlugAndChargePolicy plugAndChargeFrom(const config::Settings &settings, const QString &dataDir)
{
    const QDir folder(QDir(dataDir).filePath(u"plug-and-charge"_s));
    return {.ocspUrl = settings.ocspUrl,
            .estUrl = settings.estUrl,
            .evCertificateUrl = settings.evCertificateUrl,
            .askPrivateResponders = settings.askPrivateResponders,
            .patience = std::chrono::seconds(settings.providerTimeoutSeconds),
            .acceptUnverified = settings.acceptUnverifiedContracts,
            .contractRoots = fileOrNothing(folder, u"contract-roots.pem"_s),
            .serverRoots = fileOrNothing(folder, u"server-roots.pem"_s),
            .clientCertificate = fileOrNothing(folder, u"client.pem"_s),
            .clientKey = fileOrNothing(folder, u"client.key"_s)};
}

} // namespace

csms::Policy policyFrom(const config::Settings &settings, const config::Options &options)
{
    csms::Policy policy;
    policy.heartbeatInterval = std::chrono::seconds(settings.heartbeatIntervalSeconds);
    policy.bootRetryInterval = std::chrono::seconds(settings.retryIntervalSeconds);
    policy.pingInterval = std::chrono::seconds(settings.pingIntervalSeconds);
    policy.missedPongs = settings.missedPongs;
    policy.handshakeTimeout = std::chrono::seconds(settings.handshakeTimeoutSeconds);
    policy.statusTriggerAfter = std::chrono::seconds(settings.statusTriggerAfterSeconds);
    policy.connectionTimeOut = std::chrono::seconds(settings.connectionTimeOutSeconds);
    policy.frameBytes = quint64(settings.maxFrameBytes);
    policy.connections = settings.maxConnections;
    policy.newStationsPending = settings.newStationsPending;
    policy.acceptUnknown = options.acceptUnknown;
    policy.plugAndCharge = plugAndChargeFrom(settings, options.dataDir);
    return policy;
}

store::RetentionPolicy retentionFrom(const config::Settings &settings)
{
    const std::chrono::days history(settings.statusHistoryRetentionDays);
    return {.frames = std::chrono::days(settings.frameRetentionDays),
            .meterValues = std::chrono::days(settings.meterValueRetentionDays),
            .statusHistory = history,
            .stationEvents = history,
            .commands = std::chrono::days(settings.commandRetentionDays),
            .seenTags = history,
            .attention = history};
}

} // namespace app
