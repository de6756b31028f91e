// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// Where a running engine can be reached. Also what the daemon prints when it is ready (api.md).
struct EngineNotice {
    QString ocppUrl; ///< from this machine, "ws://127.0.0.1:9000/ocpp/"
    QString apiUrl;  ///< "http://127.0.0.1:8180/api/v1", empty: off

    /// One line of JSON.
    QByteArray readyLine() const;
    /// Left in the data directory while the engine runs, for the window that joins it.
    void publish(const QString &dataDir) const;
    static void withdraw(const QString &dataDir);
    static EngineNotice read(const QString &dataDir);
};

/// The addresses of this machine that a charger can be given, best first: "ws://192.168.1.5:9000/ocpp/". With `bind`
/// naming one address only that; without any network the loopback address.
QStringList chargerAddresses(const QString &bind, quint16 port);

} // namespace app
