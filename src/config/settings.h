// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/options.h"

#include <QString>
#include <QStringList>

#include <span>
#include <tl/expected.hpp>
#include <variant>

namespace config {

// Settings of the engine that change rarely. Kept in `<dataDir>/settings.ini`; a missing key has its default.
struct Settings {
    int port = 9'000; // for the stations
    QString bind = QStringLiteral("0.0.0.0"); // address for the stations
    bool acceptUnknown = false;
    int apiPort = 8'180; // 0: no control API
    int filePort = 8'181; // 0: no file server
    QString fileCertificate; // PEM file, absolute; empty: the file server speaks HTTP only
    QString fileKey; // PEM file, absolute
    int fileTlsPort = 8'182; // 0: no HTTPS
    QString fileServerUrl; // of somebody else's; empty: our own
    int maxFileMebibytes = 256;
    int fileQuotaMebibytes = 10'240;
    int fileRetentionDays = 365;
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
    QString ocspUrl; // responder for all certificates; empty: the one that is named with each
    bool askPrivateResponders = false;
    QString estUrl; // signs certificates for Plug & Charge; empty: nobody does
    QString evCertificateUrl; // makes contract certificates; empty: nobody does
    int providerTimeoutSeconds = 10;
    bool acceptUnverifiedContracts = false;

    bool operator==(const Settings &) const = default;
};

// One row per setting: file, forms, documentation and tests are derived from this table.
struct Setting {
    using Target = std::variant<int Settings::*, bool Settings::*, QString Settings::*>;
    QLatin1StringView key; // in the file and in forms; unique
    Target target;
    int minimum = 0; // of a number; inclusive
    int maximum = 0;
    QLatin1StringView unit; // "s", "days", "bytes", or empty
    QLatin1StringView help; // one sentence, without a full stop
    QLatin1StringView option = {}; // of the command line, that counts more when it is given
    bool isUrl = false; // of a text: the address of a file server, or nothing; else it is an IP address
    bool isWebUrl = false; // of a text: an address that begins with http:// or https://, or nothing
    bool isFile = false; // of a text: an absolute path, or nothing
};
std::span<const Setting> settingTable();

// As in the file: a number, a text, "true" or "false".
QString textOf(const Settings &settings, const Setting &setting);
// What is legal ("a number from 5 to 3600") if `text` is not; `settings` stays as it is then.
tl::expected<void, QString> assign(Settings &settings, const Setting &setting, const QString &text);
// What the engine runs with: what was given on the command line, else what the settings say.
Options withSettings(Options options, const Settings &settings);

// Settings that were read, and what had to be ignored: each problem names key, value and the default used.
struct LoadedSettings {
    Settings settings;
    QStringList problems;
};
LoadedSettings loadSettings(const QString &dataDir);

// Writes what differs from the defaults, and keeps keys it does not know. The error says why the file could not be written.
tl::expected<void, QString> saveSettings(const QString &dataDir, const Settings &settings);

} // namespace config
