// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settingwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Group = SettingGroup;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::SettingWords)
};

struct WordsRow {
    QLatin1StringView key;
    Group group;
    const char *label;
    const char *help;
};

constexpr std::array rows{
    WordsRow{"port"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Port for the stations"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "What stands behind the colon in the address that is typed into a "
                                                   "charger. Change it there too.")},
    WordsRow{"bind"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Address to listen on"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "0.0.0.0 listens on all networks of this computer, an address of "
                                                   "its own only there.")},
    WordsRow{"acceptUnknown"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Let every station in"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Stations that nobody entered register themselves, without a "
                                                   "password. Only for a network that nobody else can reach.")},
    WordsRow{"newStationsPending"_L1, Group::Stations,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Let new stations wait for you"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Stations that registered themselves may not charge until you accept "
                                                   "them.")},
    WordsRow{"heartbeatIntervalSeconds"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Heartbeat"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "How often stations report that they are alive.")},
    WordsRow{"retryIntervalSeconds"_L1, Group::Stations,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Registration again after"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "When stations that wait or were refused may ask again.")},
    WordsRow{"connectionTimeOutSeconds"_L1, Group::Stations,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Time to plug in"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "How long a start from here waits for the cable, where the station "
                                                   "does not say it itself.")},
    WordsRow{"statusTriggerAfterSeconds"_L1, Group::Stations,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Ask for the status after"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "When a station that started and does not report its connectors is "
                                                   "asked for them; 0 never asks.")},
    WordsRow{"pingIntervalSeconds"_L1, Group::Connections, QT_TRANSLATE_NOOP("ui::SettingWords", "Ping"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "How often a silent connection is tried.")},
    WordsRow{"missedPongs"_L1, Group::Connections, QT_TRANSLATE_NOOP("ui::SettingWords", "Lost pings"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "After how many without an answer a station counts as offline.")},
    WordsRow{"handshakeTimeoutSeconds"_L1, Group::Connections,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Time to connect"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "How long a new connection may take until it is one.")},
    WordsRow{"maxFrameBytes"_L1, Group::Connections, QT_TRANSLATE_NOOP("ui::SettingWords", "Longest message"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "A station that sends a longer one is disconnected.")},
    WordsRow{"maxConnections"_L1, Group::Connections,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Most stations at a time"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Further ones are turned away.")},
    WordsRow{"frameRetentionDays"_L1, Group::Retention, QT_TRANSLATE_NOOP("ui::SettingWords", "Messages"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "The log of everything that stations and Stationmaster said to each "
                                                   "other; the largest part of the database. 0 keeps it for ever.")},
    WordsRow{"meterValueRetentionDays"_L1, Group::Retention, QT_TRANSLATE_NOOP("ui::SettingWords", "Meter values"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "The course of each session; its energy and its times stay in any "
                                                   "case. 0 keeps them for ever.")},
    WordsRow{"statusHistoryRetentionDays"_L1, Group::Retention,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Past states of connectors"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "0 keeps them for ever.")},
    WordsRow{"commandRetentionDays"_L1, Group::Retention, QT_TRANSLATE_NOOP("ui::SettingWords", "Finished commands"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "0 keeps them for ever.")},
    WordsRow{"apiPort"_L1, Group::Api, QT_TRANSLATE_NOOP("ui::SettingWords", "Port of the API"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "For programs on this computer (127.0.0.1) that hold the token; 0 "
                                                   "switches the API off.")},
    WordsRow{"filePort"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Port for files"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Stations fetch firmware from it and bring diagnostics and logs to it. "
                                                   "0 switches it off.")},
    WordsRow{"fileCertificate"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Certificate for files"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "A file (PEM) with the certificate for HTTPS, followed by those that "
                                                   "signed it. Stations that know HTTPS then use it. Empty: HTTP only.")},
    WordsRow{"fileKey"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Key for files"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "A file (PEM) with the private key of that certificate, without a "
                                                   "passphrase.")},
    WordsRow{"fileTlsPort"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Port for files over HTTPS"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Beside the one for HTTP. 0 switches it off.")},
    WordsRow{"fileServerUrl"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Other file server"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "A folder (ftp, ftps, http or https) that stations use instead of this "
                                                   "program, if they speak its protocol. Empty: this program.")},
    WordsRow{"ocspUrl"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Plug & Charge: OCSP responder"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Asked whether certificates were revoked. Empty: whoever is named with "
                                                   "each certificate.")},
    WordsRow{"askPrivateResponders"_L1, Group::Stations,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Plug & Charge: responders in this network"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Ask responders in private networks, too, if a station names them.")},
    WordsRow{"estUrl"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Plug & Charge: EST server"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Signs the certificates that stations ask for. Empty: they wait for "
                                                   "you.")},
    WordsRow{"evCertificateUrl"_L1, Group::Stations,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Plug & Charge: contract service"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Makes contract certificates for vehicles. Empty: there are none.")},
    WordsRow{"providerTimeoutSeconds"_L1, Group::Stations,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Plug & Charge: time to answer"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "That these servers have.")},
    WordsRow{"acceptUnverifiedContracts"_L1, Group::Stations,
             QT_TRANSLATE_NOOP("ui::SettingWords", "Plug & Charge: accept the unverified"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "Contracts may charge though nobody can say whether their certificates "
                                                   "are still good.")},
    WordsRow{"maxFileMebibytes"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Largest file"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "That a station may bring.")},
    WordsRow{"fileQuotaMebibytes"_L1, Group::Stations, QT_TRANSLATE_NOOP("ui::SettingWords", "Room for files"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "All diagnostics and logs together.")},
    WordsRow{"fileRetentionDays"_L1, Group::Retention, QT_TRANSLATE_NOOP("ui::SettingWords", "Diagnostics and logs"),
             QT_TRANSLATE_NOOP("ui::SettingWords", "0 keeps them for ever.")},
};

const WordsRow *rowOf(const config::Setting &setting)
{
    const auto row = std::ranges::find(rows, setting.key, &WordsRow::key);
    return row == rows.end() ? nullptr : &*row;
}

} // namespace

SettingWords settingWords(const config::Setting &setting)
{
    if (const WordsRow *row = rowOf(setting))
        return {row->group, Words::tr(row->label), Words::tr(row->help)};
    return {Group::Connections, setting.key, setting.help + u'.'};
}

bool hasWords(const config::Setting &setting)
{
    return rowOf(setting) != nullptr;
}

QString unitText(QLatin1StringView unit)
{
    if (unit == "days"_L1)
        return Words::tr("days");
    return unit == "bytes"_L1 ? Words::tr("bytes") : QString(unit);
}

QString legalText(const config::Setting &setting)
{
    if (setting.isUrl || setting.isWebUrl)
        return Words::tr("An address such as https://example.org is needed, or nothing.");
    if (setting.isFile)
        return Words::tr("The whole path of a file is needed, or nothing.");
    if (std::holds_alternative<QString config::Settings::*>(setting.target))
        return Words::tr("An IP address is needed, such as 192.168.1.5, or 0.0.0.0 for all networks.");
    // As it has to be typed: without separators between its digits, which the field does not take.
    return Words::tr("A whole number from %1 to %2 is needed.")
        .arg(QString::number(setting.minimum), QString::number(setting.maximum));
}

} // namespace ui
