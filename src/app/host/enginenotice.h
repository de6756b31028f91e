// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace app {

/// An address of this machine that a charger can be given.
struct ChargerEndpoint {
    enum class Network { Cable, Wireless, Other, Loopback } network = Network::Other;
    QString interfaceName{}; ///< as the system calls it: "enp3s0"
    QString url{}; ///< "ws://192.168.1.5:9000/ocpp/"
};

/// Where a running engine can be reached. Also what the daemon prints when it is ready (api.md).
struct EngineNotice {
    QString ocppUrl; ///< from this machine, "ws://127.0.0.1:9000/ocpp/"
    QString apiUrl; ///< "http://127.0.0.1:8180/api/v1", empty: off
    QString database; ///< where its rows are, as Location::display() says; not part of the line
    QString bind{}; ///< on which address it listens, as --bind says; not part of the line
    QStringList given{}; ///< options of its command line, which count more than settings; not part of the line

    /// One line of JSON.
    QByteArray readyLine() const;
    /// Left in the data directory while the engine runs, for the window that joins it.
    void publish(const QString &dataDir) const;
    static void withdraw(const QString &dataDir);
    static EngineNotice read(const QString &dataDir);
};

/// By which programs on this machine reach the engine.
QString localAddress(const QString &bind, quint16 port);
/// The beginning of its file server's URLs, for them.
QString localFileServer(const QString &bind, quint16 port);
/// The addresses of this machine that a charger can be given, best first: cable before wireless before the rest. With
/// `bind` naming one address only that; without any network the loopback address.
QList<ChargerEndpoint> chargerEndpoints(const QString &bind, quint16 port);
/// Their URLs.
QStringList chargerAddresses(const QString &bind, quint16 port);

} // namespace app
