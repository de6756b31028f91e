// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginenotice.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkInterface>
#include <QSaveFile>

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

QString urlFor(const QHostAddress &address, quint16 port)
{
    const bool v6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return u"ws://%1:%2/ocpp/"_s.arg(v6 ? u"[%1]"_s.arg(address.toString()) : address.toString()).arg(port);
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
    if (file.open(QIODevice::WriteOnly)) {
        file.write(readyLine());
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
    return {notice["ocpp"_L1].toString(), notice["api"_L1].toString()};
}

QStringList chargerAddresses(const QString &bind, quint16 port)
{
    if (!isEverybody(bind))
        return {urlFor(QHostAddress(bind), port)};
    QStringList urls;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsRunning) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                urls.append(urlFor(entry.ip(), port));
        }
    }
    return urls.isEmpty() ? QStringList{urlFor(QHostAddress(QHostAddress::LocalHost), port)} : urls;
}

} // namespace app
