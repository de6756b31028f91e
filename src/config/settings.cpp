// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/settings.h"

#include <QDir>
#include <QRegularExpression>
#include <QSettings>

#include <optional>

namespace config {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Setting settingRows[] = {
    {"port"_L1, &Settings::port, 1, 65'535, {}, "Port that charge points connect to"_L1, "port"_L1},
    {"bind"_L1, &Settings::bind, 0, 0, {}, "Address that charge points connect to; 0.0.0.0 is all addresses"_L1, "bind"_L1},
    {"acceptUnknown"_L1, &Settings::acceptUnknown, 0, 1, {},
     "Register charge points that nobody entered, as accepted and without a password"_L1, "accept-unknown"_L1},
    {"apiPort"_L1, &Settings::apiPort, 0, 65'535, {}, "Port of the control API on 127.0.0.1; 0 switches it off"_L1,
     "api-port"_L1},
    {"filePort"_L1, &Settings::filePort, 0, 65'535, {},
     "Port from which charge points fetch firmware and to which they bring logs; 0 switches it off"_L1, "file-port"_L1},
    {"fileCertificate"_L1, &Settings::fileCertificate, 0, 0, {},
     "PEM certificate with which the file server speaks HTTPS, too, followed by those that signed it"_L1,
     "file-certificate"_L1, false, false, true},
    {"fileKey"_L1, &Settings::fileKey, 0, 0, {}, "PEM private key of that certificate, without a passphrase"_L1,
     "file-key"_L1, false, false, true},
    {"fileTlsPort"_L1, &Settings::fileTlsPort, 0, 65'535, {}, "Port of the file server for HTTPS; 0 switches it off"_L1,
     "file-tls-port"_L1},
    {"fileServerUrl"_L1, &Settings::fileServerUrl, 0, 0, {},
     "Folder of another file server that charge points use instead (ftp, ftps, http or https)"_L1, {}, true},
    {"maxFileMebibytes"_L1, &Settings::maxFileMebibytes, 1, 16'384, "MiB"_L1,
     "Largest file that is taken from a charge point"_L1},
    {"fileQuotaMebibytes"_L1, &Settings::fileQuotaMebibytes, 1, 1'048'576, "MiB"_L1,
     "What all files of charge points may fill together"_L1},
    {"fileRetentionDays"_L1, &Settings::fileRetentionDays, 0, 36'500, "days"_L1,
     "How long diagnostics and logs of charge points are kept; 0 keeps them for ever"_L1},
    {"pingIntervalSeconds"_L1, &Settings::pingIntervalSeconds, 5, 3'600, "s"_L1,
     "How often a silent connection is pinged"_L1},
    {"missedPongs"_L1,
     &Settings::missedPongs,
     1,
     20,
     {},
     "After how many unanswered pings a connection counts as dead"_L1},
    {"heartbeatIntervalSeconds"_L1, &Settings::heartbeatIntervalSeconds, 10, 86'400, "s"_L1,
     "Heartbeat interval given to accepted stations"_L1},
    {"retryIntervalSeconds"_L1, &Settings::retryIntervalSeconds, 10, 86'400, "s"_L1,
     "When pending and rejected stations may send their next BootNotification"_L1},
    {"handshakeTimeoutSeconds"_L1, &Settings::handshakeTimeoutSeconds, 1, 120, "s"_L1,
     "How long a new connection may take until it is a WebSocket"_L1},
    {"maxFrameBytes"_L1, &Settings::maxFrameBytes, 16'384, 16'777'216, "bytes"_L1,
     "Longest message accepted from a station"_L1},
    {"maxConnections"_L1, &Settings::maxConnections, 1, 200'000, {}, "How many stations may be connected at once"_L1},
    {"statusTriggerAfterSeconds"_L1, &Settings::statusTriggerAfterSeconds, 0, 3'600, "s"_L1,
     "When a station that reports no connector status after boot is asked for it; 0 never asks"_L1},
    {"connectionTimeOutSeconds"_L1, &Settings::connectionTimeOutSeconds, 1, 86'400, "s"_L1,
     "How long an accepted remote start may take where the station did not report ConnectionTimeOut"_L1},
    {"frameRetentionDays"_L1, &Settings::frameRetentionDays, 0, 36'500, "days"_L1,
     "How long the message log is kept; 0 keeps it for ever"_L1},
    {"meterValueRetentionDays"_L1, &Settings::meterValueRetentionDays, 0, 36'500, "days"_L1,
     "How long meter values are kept; 0 keeps them for ever"_L1},
    {"statusHistoryRetentionDays"_L1, &Settings::statusHistoryRetentionDays, 0, 36'500, "days"_L1,
     "How long past statuses and events, settled matters and unknown tags are kept; 0 keeps them for ever"_L1},
    {"commandRetentionDays"_L1, &Settings::commandRetentionDays, 0, 36'500, "days"_L1,
     "How long finished commands are kept; 0 keeps them for ever"_L1},
    {"newStationsPending"_L1,
     &Settings::newStationsPending,
     0,
     1,
     {},
     "Hold stations that register themselves as pending until a person accepts them"_L1},
    {"ocspUrl"_L1, &Settings::ocspUrl, 0, 0, {},
     "OCSP responder that is asked about all certificates; empty asks the one that is named with each"_L1, {}, false, true},
    {"askPrivateResponders"_L1, &Settings::askPrivateResponders, 0, 1, {},
     "Ask OCSP responders in private networks, too, if a charge point names them"_L1},
    {"estUrl"_L1, &Settings::estUrl, 0, 0, {},
     "EST server that signs what charge points ask for by Plug & Charge; empty leaves it to you"_L1, {}, false, true},
    {"evCertificateUrl"_L1, &Settings::evCertificateUrl, 0, 0, {},
     "Service that makes contract certificates for vehicles; empty refuses them"_L1, {}, false, true},
    {"providerTimeoutSeconds"_L1, &Settings::providerTimeoutSeconds, 1, 60, "s"_L1,
     "How long these servers may take to answer"_L1},
    {"acceptUnverifiedContracts"_L1, &Settings::acceptUnverifiedContracts, 0, 1, {},
     "Accept contracts whose certificates nobody knows anything about"_L1},
};

QString settingsFile(const QString &dataDir)
{
    return QDir(dataDir).filePath(u"settings.ini"_s);
}

// The words that QSettings and people write for a switch.
std::optional<bool> parseFlag(const QString &text)
{
    if (text == "true"_L1 || text == "1"_L1)
        return true;
    if (text == "false"_L1 || text == "0"_L1)
        return false;
    return std::nullopt;
}

std::optional<int> parseNumber(const QString &text, int minimum, int maximum)
{
    bool legal = false;
    const int number = text.toInt(&legal);
    return legal && number >= minimum && number <= maximum ? std::optional(number) : std::nullopt;
}

// A name would have to be looked up; an address is what it is.
bool isAddress(const QString &text)
{
    static const QRegularExpression v4(
        uR"(^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$)"_s);
    static const QRegularExpression v6(uR"(^[0-9a-fA-F:]*:[0-9a-fA-F:.]*$)"_s);
    return v4.match(text).hasMatch() || v6.match(text).hasMatch();
}

bool isFileServerUrl(const QString &text)
{
    static const QRegularExpression url(uR"(^(ftp|ftps|http|https)://[^/\s]+(/\S*)?$)"_s);
    return text.isEmpty() || url.match(text).hasMatch();
}

bool isWebUrl(const QString &text)
{
    return text.isEmpty() || (isFileServerUrl(text) && text.startsWith("http"_L1));
}

bool isFilePath(const QString &text)
{
    return text.isEmpty() || QDir::isAbsolutePath(text);
}

QVariant valueOf(const Settings &settings, const Setting &setting)
{
    return std::visit([&settings](auto target) { return QVariant(settings.*target); }, setting.target);
}

template<class T> tl::expected<void, QString> take(T &value, const std::optional<T> &read, const QString &legal)
{
    if (!read)
        return tl::unexpected(legal);
    value = *read;
    return {};
}

} // namespace

std::span<const Setting> settingTable()
{
    return settingRows;
}

QString textOf(const Settings &settings, const Setting &setting)
{
    return valueOf(settings, setting).toString();
}

tl::expected<void, QString> assign(Settings &settings, const Setting &setting, const QString &text)
{
    if (const auto *flag = std::get_if<bool Settings::*>(&setting.target))
        return take(settings.**flag, parseFlag(text), u"true or false"_s);
    if (const auto *words = std::get_if<QString Settings::*>(&setting.target); words && setting.isUrl)
        return take(settings.**words, isFileServerUrl(text) ? std::optional(text) : std::nullopt,
                    u"empty, or an address that begins with ftp://, ftps://, http:// or https://"_s);
    if (const auto *words = std::get_if<QString Settings::*>(&setting.target); words && setting.isWebUrl)
        return take(settings.**words, isWebUrl(text) ? std::optional(text) : std::nullopt,
                    u"empty, or an address that begins with http:// or https://"_s);
    if (const auto *words = std::get_if<QString Settings::*>(&setting.target); words && setting.isFile)
        return take(settings.**words, isFilePath(text) ? std::optional(text) : std::nullopt,
                    u"empty, or the whole path of a file"_s);
    if (const auto *words = std::get_if<QString Settings::*>(&setting.target))
        return take(settings.**words, isAddress(text) ? std::optional(text) : std::nullopt, u"an IP address"_s);
    return take(settings.*std::get<int Settings::*>(setting.target), parseNumber(text, setting.minimum, setting.maximum),
                u"a number from %1 to %2"_s.arg(setting.minimum).arg(setting.maximum));
}

Options withSettings(Options options, const Settings &settings)
{
    for (const Setting &setting : settingRows) {
        if (setting.option.isEmpty() || options.given.contains(setting.option))
            continue;
        const auto *flag = std::get_if<bool Settings::*>(&setting.target);
        if (!flag || settings.**flag)
            findOption(setting.option)->assign(options, textOf(settings, setting));
    }
    return options;
}

LoadedSettings loadSettings(const QString &dataDir)
{
    LoadedSettings loaded;
    const QSettings file(settingsFile(dataDir), QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        loaded.problems += u"%1 cannot be read; settings that are missing have their defaults"_s.arg(file.fileName());
    for (const Setting &setting : settingRows) {
        if (!file.contains(setting.key))
            continue;
        const QString text = file.value(setting.key).toString();
        if (const auto assigned = assign(loaded.settings, setting, text); !assigned)
            loaded.problems += u"%1: %2 must be %3, not \"%4\"; %5 is used"_s.arg(
                file.fileName(), setting.key, assigned.error(), text, textOf(loaded.settings, setting));
    }
    return loaded;
}

tl::expected<void, QString> saveSettings(const QString &dataDir, const Settings &settings)
{
    QSettings file(settingsFile(dataDir), QSettings::IniFormat);
    for (const Setting &setting : settingRows) {
        if (valueOf(settings, setting) == valueOf(Settings(), setting))
            file.remove(setting.key); // a later version may know a better default
        else
            file.setValue(setting.key, valueOf(settings, setting));
    }
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return tl::unexpected(u"The settings could not be written to %1. Check that the directory exists, is "
                          "writable and not full."_s.arg(file.fileName()));
}

} // namespace config
