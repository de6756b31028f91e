// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

enum class Registration { Accepted, Pending, Rejected };
/// "accepted", "pending", "rejected", as in the database and the API.
QLatin1StringView toString(Registration registration);
bool fromString(QStringView text, Registration &registration);

/// Case folding for station ids, idTags and configuration keys: they are matched case-insensitively.
QString folded(const QString &text);

/// What the databases' column holds of an identity; 3.1.1 of the JSON specification names no bound.
inline constexpr int longestStationId = 48;

/// Basic authentication takes what follows the first colon of the user's name for the password (RFC 7617, 2).
inline bool mayHavePassword(const QString &id)
{
    return !id.contains(u':');
}

/// A charge point. First what a person entered, then what the station reported, then the live side.
struct Station {
    QString id{}; ///< as entered, 1 to longestStationId characters; one that registered itself may have up to 255
    QString idKey{};             ///< folded(id); set by Stations::save
    Registration registration = Registration::Accepted;
    int securityProfile = 0;   ///< 0-3
    QString passwordHash{};      ///< empty: no password
    QString description{};
    QString site{};
    int callTimeoutSeconds = 30;
    bool zonelessIsLocal = false; ///< how this station's times without a zone are read
    QString tagSuffix{};         ///< stripped from the end of this station's idTags
    ocpp::Timestamp created{};

    QString vendor{};
    QString model{};
    QString serial{};
    QString chargeBoxSerial{};
    QString firmwareVersion{};
    QString iccid{};
    QString imsi{};
    QString meterType{};
    QString meterSerial{};
    std::optional<ocpp::Timestamp> bootTime{}; ///< when the last BootNotification was received

    bool online = false;       ///< when read: only true while the node that holds the socket has its lease
    std::optional<ocpp::Timestamp> connectedAt{};
    std::optional<ocpp::Timestamp> lastHeard{};
    QString remoteAddress{};
    QString localAddress{};      ///< host:port under which the station reached us
    QString subprotocol{};
    QString node{};              ///< id of the node that holds or held the socket
    std::optional<qint64> clockDriftMs{}; ///< station's clock minus ours

    static const RowTable &table();
};

/// What a BootNotification says (4.2).
struct BootFacts {
    QString vendor{};
    QString model{};
    QString serial{};
    QString chargeBoxSerial{};
    QString firmwareVersion{};
    QString iccid{};
    QString imsi{};
    QString meterType{};
    QString meterSerial{};
};

/// A station's new socket.
struct StationLink {
    QString remoteAddress{};
    QString localAddress{};
    QString subprotocol{};
    QString node{};
    ocpp::Timestamp since{};
};

struct StationFilter {
    QString after{};  ///< idKey or id after which the page begins
    int limit = 0;  ///< 0: all
};

class Stations {
public:
    explicit Stations(Database &db) : db_(db) { }

    /// Case-insensitive.
    std::optional<Station> find(const QString &id);
    /// By id.
    QList<Station> list(const StationFilter &filter = {});
    /// Inserts, or updates the entered part only; the reported and the live part stay. Keeps `created` of an
    /// existing station, and the spelling of its id, because other tables refer to it. Another password than the known one
    /// overtakes those that were sent to the station and not answered: see Commands::forgetPasswords().
    void save(Station station);
    /// With connectors, configuration, findings, frames, events and unfinished commands. Transactions, their
    /// meter values and what needs attention stay: they are the books. False if there is none.
    bool remove(const QString &id);

    void reportBoot(const QString &id, const BootFacts &facts, ocpp::Timestamp received);
    /// Written only when it differs noticeably from the last one, so it may be called for every message.
    void reportClockDrift(const QString &id, std::chrono::milliseconds drift);
    void setOnline(const QString &id, const StationLink &link);
    /// Only if `node` still holds the station and the socket is not newer than `since`: the close of an old
    /// socket must not clear the new one (behaviour 16).
    void setOffline(const QString &id, const QString &node, ocpp::Timestamp since, ocpp::Timestamp lastHeard);
    /// Several stations at once, which `node` holds: they are online, whoever took it for dead meanwhile. Never moves
    /// backwards. One that another node holds by now is left alone.
    void heard(const QString &node, const QList<std::pair<QString, ocpp::Timestamp>> &stations);
    /// At the start of a node: all stations it held are offline, their sent commands unknown.
    void markNodeOffline(const QString &node);
    int count();
    int onlineCount();

private:
    void trustLivingNodes(QList<Station> &stations);

    Database &db_;
};

} // namespace store
