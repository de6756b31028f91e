// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/configurationtable.h"
#include "simulator/event.h"
#include "simulator/stationoptions.h"

#include "ocpp/messages.h"

#include <vector>

namespace simulator {

/// The configuration of a station and the two messages about it (5.3, 5.8). Keys are case-insensitive.
/// Survives reboots.
class ConfigurationKeys {
public:
    explicit ConfigurationKeys(const StationOptions &options);

    Answer<ocpp::ChangeConfiguration::Response> handle(const ocpp::ChangeConfiguration::Request &request);
    Answer<ocpp::GetConfiguration::Response> handle(const ocpp::GetConfiguration::Request &request);

    // The key must be one of the table's.
    bool flag(QLatin1StringView key) const;
    int number(QLatin1StringView key) const;
    std::chrono::seconds seconds(QLatin1StringView key) const;
    /// The items of a comma separated list, trimmed.
    QStringList list(QLatin1StringView key) const;
    /// Of any key; empty if the station does not have it.
    QString text(QStringView key) const;
    /// The AuthorizationKey's bytes; empty when none was set.
    QByteArray authorizationKey() const;

    /// As somebody at the station would: read-only keys too, but only values that fit. False: it does not
    /// fit.
    bool assign(const QString &key, const QString &value);
    /// A factory reset, without telling anybody: effective after the restart.
    void restore() { entries_ = factory_; }
    /// Without telling anybody: what a BootNotification.conf says (4.2).
    void setHeartbeatInterval(int seconds);

    /// A key has a new value that is effective at once.
    Event<QLatin1StringView> changed;

private:
    struct Entry {
        KeyRow row;
        QString name; // of vendors' keys; the table's otherwise
        QString value;
    };

    const Entry *find(QStringView key) const;
    Entry *find(QStringView key);
    const QString &value(QLatin1StringView key) const;
    bool fits(const Entry &entry, const QString &value) const;
    bool listFits(const Entry &entry, const QStringList &items) const;
    bool rotationFits(const QString &item) const;
    void add(const QString &key, const QString &value);
    static ocpp::KeyValue reported(const Entry &entry);

    std::vector<Entry> entries_;
    std::vector<Entry> factory_; // as delivered
    int connectors_;
};

} // namespace simulator
