// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <span>
#include <tl/expected.hpp>
#include <variant>

namespace config {

// Settings of the engine that change rarely. Kept in `<dataDir>/settings.ini`; a missing key has its default.
struct Settings {
    int pingIntervalSeconds = 30;
    int missedPongs = 2;
    int heartbeatIntervalSeconds = 300;
    int retryIntervalSeconds = 60;
    int handshakeTimeoutSeconds = 10;
    int maxFrameBytes = 262'144;
    int maxConnections = 20'000;
    int statusTriggerAfterSeconds = 10;
    int connectionTimeOutSeconds = 60;
    int frameRetentionDays = 90;
    int meterValueRetentionDays = 0;
    int statusHistoryRetentionDays = 365;
    int commandRetentionDays = 365;
    bool newStationsPending = false;

    bool operator==(const Settings &) const = default;
};

// One row per setting: file, forms, documentation and tests are derived from this table.
struct Setting {
    using Target = std::variant<int Settings::*, bool Settings::*>;
    QLatin1StringView key; // in the file and in forms; unique
    Target target;
    int minimum = 0; // of a number; inclusive
    int maximum = 0;
    QLatin1StringView unit; // "s", "days", "bytes", or empty
    QLatin1StringView help; // one sentence, without a full stop
};
std::span<const Setting> settingTable();

// Settings that were read, and what had to be ignored: each problem names key, value and the default used.
struct LoadedSettings {
    Settings settings;
    QStringList problems;
};
LoadedSettings loadSettings(const QString &dataDir);

// Writes all settings and keeps keys it does not know. The error says why the file could not be written.
tl::expected<void, QString> saveSettings(const QString &dataDir, const Settings &settings);

} // namespace config
