// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

/// The reconciler's topic: the origin of the commands that change keys.
inline constexpr QLatin1StringView configurationTopic{"configuration"};

enum class ConfigurationState {
    InSync,         ///< reported as desired, or nothing desired
    Pending,        ///< to be changed
    Rejected,       ///< the station refused
    RebootRequired, ///< accepted, valid after the next reboot
    NotSupported,   ///< the station does not know the key
};
/// "inSync", "pending", "rejected", "rebootRequired", "notSupported".
QLatin1StringView toString(ConfigurationState state);
bool fromString(QStringView text, ConfigurationState &state);

/// One key of one station; the reported and the desired side never overwrite each other (behaviour 28).
struct ConfigurationKey {
    QString station{};
    QString key{};
    QString keyFolded{}; ///< set by Configuration
    std::optional<QString> value{}; ///< as reported; nothing if the station gave none
    bool readonly = false;
    std::optional<ocpp::Timestamp> reportedAt{};
    std::optional<QString> desired{};
    std::optional<ocpp::Timestamp> desiredAt{};
    ConfigurationState state = ConfigurationState::InSync;

    /// A password or key: its value is never logged or shown (behaviour 28).
    bool isSecret() const;

    static const RowTable &table();
};

/// One entry of GetConfiguration.conf (5.8).
struct ReportedKey {
    QString key{};
    std::optional<QString> value{};
    bool readonly = false;
};

class Configuration {
public:
    explicit Configuration(Database &db) : db_(db) { }

    /// Books what GetConfiguration said. A pending key whose value is now as desired is in sync; a key that
    /// was in sync and now differs from what is desired is pending again.
    void report(const QString &station, const QList<ReportedKey> &keys, ocpp::Timestamp at);
    /// The unknownKey list of GetConfiguration.conf.
    void reportUnknown(const QString &station, const QStringList &keys, ocpp::Timestamp at);
    /// Pending, unless the reported value is the same and nothing else was desired: that may be on its way, so the
    /// report proves nothing. Nothing as value: no longer desired. The reconciler begins anew.
    void desire(const QString &station, const QString &key, const std::optional<QString> &value,
                ocpp::Timestamp at);
    /// What ChangeConfiguration answered. A secret must not lie about in clear: one that was taken is no longer desired, only
    /// its state stays; of one that was refused the desired value is empty.
    void setState(const QString &station, const QString &key, ConfigurationState state);
    /// After a boot what needed a reboot is to be read back; of a secret nothing can be.
    void rebooted(const QString &station);

    std::optional<ConfigurationKey> find(const QString &station, const QString &key);
    /// By key.
    QList<ConfigurationKey> list(const QString &station);
    QList<ConfigurationKey> pending(const QString &station);
    /// Those that are not as desired, whatever the reason. By key.
    QList<ConfigurationKey> unsettled(const QString &station);
    /// Of all stations: those that a person must do something about (rejected, not supported, reboot required).
    QList<ConfigurationKey> stuck();

private:
    ConfigurationKey findOrMake(const QString &station, const QString &key);
    void saveReported(const ConfigurationKey &row, ConfigurationState state);

    Database &db_;
};

} // namespace store
