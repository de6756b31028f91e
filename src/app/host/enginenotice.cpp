// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginenotice.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkInterface>
#include <QSaveFile>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString noticeFile(const QString &dataDir)
{
    return QDir(dataDir).filePath(u"engine.json"_s);
}

bool isEverybody(const QString &bind)
{
    return bind.isEmpty() || bind == "0.0.0.0"_L1 || bind == "::"_L1;
}

QString hostAndPort(const QHostAddress &address, quint16 port)
{
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return u"%1:%2"_s.arg(v6 ? u"[%1]"_s.arg(address.toString()) : address.toString()).arg(port);
}

QString urlFor(const QHostAddress &address, quint16 port)
{
    return u"ws://%1/ocpp/"_s.arg(hostAndPort(address, port));
}

QHostAddress fromThisMachine(const QString &bind)
{
    return isEverybody(bind) ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(bind);
}

ChargerEndpoint::Network networkOf(const QNetworkInterface &interface)
{
    if (interface.type() == QNetworkInterface::Wifi)
        return ChargerEndpoint::Network::Wireless;
    // Bridges of containers and virtual machines call themselves Ethernet; chargers are not behind them.
    static constexpr std::array bridges{"docker"_L1, "br-"_L1, "virbr"_L1, "veth"_L1, "vmnet"_L1, "vEthernet"_L1};
    const QString name = interface.name();
    const bool isBridge =
        std::ranges::any_of(bridges, [&](QLatin1StringView prefix) { return name.startsWith(prefix); });
    return interface.type() == QNetworkInterface::Ethernet && !isBridge ? ChargerEndpoint::Network::Cable
                                                                        : ChargerEndpoint::Network::Other;
}

} // namespace

QByteArray EngineNotice::readyLine() const
{
    const QJsonObject line{{u"ready"_s, true}, {u"ocpp"_s, ocppUrl}, {u"api"_s, apiUrl}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

void EngineNotice::publish(const QString &dataDir) const
{
    QSaveFile file(noticeFile(dataDir));
    QJsonObject notice = QJsonDocument::fromJson(readyLine()).object();
    notice.insert("database"_L1, database);
    notice.insert("bind"_L1, bind);
    notice.insert("given"_L1, QJsonArray::fromStringList(given));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(notice).toJson(QJsonDocument::Compact));
        file.commit();
    }
}

void EngineNotice::withdraw(const QString &dataDir)
{
    QFile::remove(noticeFile(dataDir));
}

EngineNotice EngineNotice::read(const QString &dataDir)
{
    QFile file(noticeFile(dataDir));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject notice = QJsonDocument::fromJson(file.readAll()).object();
    return {notice["ocpp"_L1].toString(), notice["api"_L1].toString(), notice["database"_L1].toString(),
            notice["bind"_L1].toString(), notice["given"_L1].toVariant().toStringList()};
}

QString localAddress(const QString &bind, quint16 port)
{
    return urlFor(fromThisMachine(bind), port);
}

QString localFileServer(const QString &bind, quint16 port)
{
    return u"http://"_s + hostAndPort(fromThisMachine(bind), port);
}

QList<ChargerEndpoint> chargerEndpoints(const QString &bind, quint16 port)
{
    QList<ChargerEndpoint> endpoints;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            const bool wanted = isEverybody(bind) ? entry.ip().protocol() == QAbstractSocket::IPv4Protocol
                                                  : entry.ip() == QHostAddress(bind);
            if (wanted)
                endpoints.append({networkOf(interface), interface.name(), urlFor(entry.ip(), port)});
        }
    }
    std::ranges::stable_sort(endpoints, {}, &ChargerEndpoint::network);
    if (!endpoints.isEmpty())
        return endpoints;
    const QHostAddress only = fromThisMachine(bind);
    using Network = ChargerEndpoint::Network;
    return QList{ChargerEndpoint{only.isLoopback() ? Network::Loopback : Network::Other, {}, urlFor(only, port)}};
}

QStringList chargerAddresses(const QString &bind, quint16 port)
{
    QStringList urls;
    for (const ChargerEndpoint &endpoint : chargerEndpoints(bind, port))
        urls.append(endpoint.url);
    return urls;
}

} // namespace app
