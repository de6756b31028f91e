// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/keyfacts.h"

#include "ocpp/enums.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct KeyFactsWords {
    Q_DECLARE_TR_FUNCTIONS(ui::KeyFacts)
};

constexpr auto seconds = "s"_L1;
constexpr auto percent = "%"_L1;
constexpr auto wattHours = "Wh"_L1;
constexpr int day = 86'400; // longer makes no sense; the specification sets no limit

constexpr std::array featureProfiles{"Core"_L1,        "FirmwareManagement"_L1, "LocalAuthListManagement"_L1,
                                     "Reservation"_L1, "SmartCharging"_L1,      "RemoteTrigger"_L1};
constexpr std::array fileProtocols{"FTP"_L1, "FTPS"_L1, "HTTP"_L1, "HTTPS"_L1};
constexpr std::array rateUnits{"Current"_L1, "Power"_L1};

constexpr std::array keyTable{
    KeyFacts{.name = "AdditionalRootCertificateCheck"_L1,
             .clause = "W 7.1"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Check the root certificate twice"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "Whether only one root certificate of the central system is installed at a time, and "
                                 "a new one must be signed by it.")},
    KeyFacts{.name = "AllowOfflineTxForUnknownId"_L1,
             .clause = "9.1.1"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Unknown tags while offline"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "Whether somebody with an unknown tag may charge while the station has no "
                                       "connection.")},
    KeyFacts{.name = "AuthorizationCacheEnabled"_L1,
             .clause = "9.1.2"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Remember tags"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "Whether the station remembers the tags that were accepted, to let them charge "
                                       "faster and while offline.")},
    KeyFacts{.name = "AuthorizationKey"_L1,
             .clause = "W 7.2"_L1,
             .kind = KeyKind::Text,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Password"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "The password the station gives when it connects, as 32 to 40 hexadecimal digits. It "
                                 "can be set, never read. Once the station accepts it, only the new one is let in.")},
    KeyFacts{.name = "AuthorizeRemoteTxRequests"_L1,
             .clause = "9.1.3"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Check the tag of a remote start"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "Whether the station asks about the tag before it obeys a remote start.")},
    KeyFacts{.name = "BlinkRepeat"_L1,
             .clause = "9.1.4"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Blinks of a signal"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How often the station's light blinks to signal something.")},
    KeyFacts{.name = "CertificateSignedMaxChainSize"_L1,
             .clause = "W 7.3"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Longest certificate chain"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "How large a certificate with its chain may be that is sent to the station.")},
    KeyFacts{.name = "CertificateStoreMaxLength"_L1,
             .clause = "W 7.4"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Room for certificates"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many certificates the station can hold.")},
    KeyFacts{.name = "ChargeProfileMaxStackLevel"_L1,
             .clause = "9.4.1"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Highest stack level"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "The highest stack level of a charging profile.")},
    KeyFacts{.name = "ChargingScheduleAllowedChargingRateUnit"_L1,
             .clause = "9.4.2"_L1,
             .kind = KeyKind::List,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Units of charging profiles"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "Whether limits may be given in amperes (Current), in watts (Power), or both."),
             .items = rateUnits},
    KeyFacts{.name = "ChargingScheduleMaxPeriods"_L1,
             .clause = "9.4.3"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Periods of a charging profile"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many periods one charging schedule may have.")},
    KeyFacts{.name = "ClockAlignedDataInterval"_L1,
             .clause = "9.1.5"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Meter readings by the clock"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "The station sends meter readings at even times of day, this far apart: 900 is every "
                                 "quarter of an hour. 0: none."),
             .unit = seconds,
             .maximum = day},
    KeyFacts{.name = "ConnectionTimeOut"_L1,
             .clause = "9.1.6"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Time to plug in"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "How long a person has to plug in the car after showing the tag, before the station "
                                 "gives up."),
             .unit = seconds,
             .maximum = day},
    KeyFacts{.name = "ConnectorPhaseRotation"_L1,
             .clause = "9.1.7"_L1,
             .kind = KeyKind::List,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Wiring of the phases"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "How the phases are wired at each connector, seen from the meter: \"1.RST, 2.STR\". 0 "
                                 "is the station's own feed.")},
    KeyFacts{.name = "ConnectorPhaseRotationMaxLength"_L1,
             .clause = "9.1.8"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Entries of the phase wiring"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many entries ConnectorPhaseRotation may have.")},
    KeyFacts{.name = "ConnectorSwitch3to1PhaseSupported"_L1,
             .clause = "9.4.4"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Can switch to one phase"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "Whether the station can switch from three phases to one while a car charges.")},
    KeyFacts{.name = "CpoName"_L1,
             .clause = "W 7.5"_L1,
             .kind = KeyKind::Text,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Operator's name"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "Stands in the station's certificate as its organization.")},
    KeyFacts{
        .name = "GetConfigurationMaxKeys"_L1,
        .clause = "9.1.9"_L1,
        .kind = KeyKind::Integer,
        .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Settings read at once"),
        .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many settings the station can be asked for by name at a time.")},
    KeyFacts{.name = "HeartbeatInterval"_L1,
             .clause = "9.1.10"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Heartbeat"),
             .help =
                 QT_TRANSLATE_NOOP("ui::KeyFacts", "After so long without a message the station sends a sign of life."),
             .unit = seconds,
             .maximum = day},
    KeyFacts{.name = "LightIntensity"_L1,
             .clause = "9.1.11"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Brightness"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How bright the station's light is."),
             .unit = percent,
             .maximum = 100},
    KeyFacts{.name = "LocalAuthListEnabled"_L1,
             .clause = "9.2.1"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Use the local list"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "Whether the station uses its own list of tags.")},
    KeyFacts{.name = "LocalAuthListMaxLength"_L1,
             .clause = "9.2.2"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Room in the local list"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many tags the station's own list can hold.")},
    KeyFacts{.name = "LocalAuthorizeOffline"_L1,
             .clause = "9.1.12"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Known tags while offline"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "Whether a tag that the station knows may charge while there is no connection.")},
    KeyFacts{.name = "LocalPreauthorize"_L1,
             .clause = "9.1.13"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Start without asking"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "Whether a tag that the station knows may charge at once, without waiting for the "
                                 "answer from here.")},
    KeyFacts{.name = "MaxChargingProfilesInstalled"_L1,
             .clause = "9.4.5"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Room for charging profiles"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many charging profiles the station can hold.")},
    KeyFacts{.name = "MaxEnergyOnInvalidId"_L1,
             .clause = "9.1.14"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Energy for a refused tag"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "How much the station still delivers after the tag was refused from here."),
             .unit = wattHours},
    KeyFacts{.name = "MessageTimeout"_L1,
             .clause = "E 3.83"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Time for an answer"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "After so long without an answer the station counts a message as lost."),
             .unit = seconds,
             .minimum = 1,
             .maximum = day},
    KeyFacts{.name = "MeterValuesAlignedData"_L1,
             .clause = "9.1.15"_L1,
             .kind = KeyKind::List,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "What is read by the clock"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "What the station measures for the readings by the clock."),
             .items = ocpp::open::measurands},
    KeyFacts{.name = "MeterValuesAlignedDataMaxLength"_L1,
             .clause = "9.1.16"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Entries read by the clock"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many entries MeterValuesAlignedData may have.")},
    KeyFacts{.name = "MeterValueSampleInterval"_L1,
             .clause = "9.1.19"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Meter readings while charging"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "While a car charges, the station sends meter readings this far apart. 0: none."),
             .unit = seconds,
             .maximum = day},
    KeyFacts{.name = "MeterValuesSampledData"_L1,
             .clause = "9.1.17"_L1,
             .kind = KeyKind::List,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "What is read while charging"),
             .help =
                 QT_TRANSLATE_NOOP("ui::KeyFacts", "What the station measures for the readings while a car charges."),
             .items = ocpp::open::measurands},
    KeyFacts{.name = "MeterValuesSampledDataMaxLength"_L1,
             .clause = "9.1.18"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Entries read while charging"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many entries MeterValuesSampledData may have.")},
    KeyFacts{.name = "MinimumStatusDuration"_L1,
             .clause = "9.1.20"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Shortest status"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "A state is reported only when it has lasted this long."),
             .unit = seconds,
             .maximum = day},
    KeyFacts{.name = "NumberOfConnectors"_L1,
             .clause = "9.1.21"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Connectors"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many connectors the station has.")},
    KeyFacts{.name = "ReserveConnectorZeroSupported"_L1,
             .clause = "9.3.1"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Can reserve any connector"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "Whether the station as a whole can be reserved, instead of one connector.")},
    KeyFacts{.name = "ResetRetries"_L1,
             .clause = "9.1.22"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Attempts to restart"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How often the station tries again when a restart fails.")},
    KeyFacts{.name = "SecurityProfile"_L1,
             .clause = "W 7.6"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Security profile"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "1: the station gives a password. It can only be raised. 2 and 3 need an encrypted "
                                 "connection, which Stationmaster does not offer: the station would not find its way "
                                 "back."),
             .maximum = 1},
    KeyFacts{
        .name = "SendLocalListMaxLength"_L1,
        .clause = "9.2.3"_L1,
        .kind = KeyKind::Integer,
        .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Tags sent at once"),
        .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many tags of the local list the station takes in one message.")},
    KeyFacts{.name = "StopTransactionMaxMeterValues"_L1,
             .clause = "E 3.91"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Readings at the end"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "How many meter readings the station can send with the end of a session.")},
    KeyFacts{.name = "StopTransactionOnEVSideDisconnect"_L1,
             .clause = "9.1.23"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Unplugging ends the session"),
             .help =
                 QT_TRANSLATE_NOOP("ui::KeyFacts", "Whether the session ends when the cable is pulled from the car.")},
    KeyFacts{.name = "StopTransactionOnInvalidId"_L1,
             .clause = "9.1.24"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "A refused tag ends the session"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "Whether the station stops a session whose tag is refused from here.")},
    KeyFacts{.name = "StopTxnAlignedData"_L1,
             .clause = "9.1.25"_L1,
             .kind = KeyKind::List,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Readings by the clock, at the end"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "What the station sends again, with the end of a session, of the readings by the "
                                 "clock."),
             .items = ocpp::open::measurands},
    KeyFacts{.name = "StopTxnAlignedDataMaxLength"_L1,
             .clause = "9.1.26"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Entries by the clock, at the end"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many entries StopTxnAlignedData may have.")},
    KeyFacts{.name = "StopTxnSampledData"_L1,
             .clause = "9.1.27"_L1,
             .kind = KeyKind::List,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Readings of the session, at the end"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "What the station sends again, with the end of a session, of the readings while "
                                       "charging."),
             .items = ocpp::open::measurands},
    KeyFacts{.name = "StopTxnSampledDataMaxLength"_L1,
             .clause = "9.1.28"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Entries of the session, at the end"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many entries StopTxnSampledData may have.")},
    KeyFacts{.name = "SupportedFeatureProfiles"_L1,
             .clause = "9.1.29"_L1,
             .kind = KeyKind::List,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "What the station can do"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "The parts of OCPP that the station supports."),
             .items = featureProfiles},
    KeyFacts{.name = "SupportedFeatureProfilesMaxLength"_L1,
             .clause = "9.1.30"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Entries of what it can do"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How many entries SupportedFeatureProfiles may have.")},
    KeyFacts{.name = "SupportedFileTransferProtocols"_L1,
             .clause = "E 3.90"_L1,
             .kind = KeyKind::List,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Ways to fetch files"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts", "How the station fetches firmware and sends diagnostics."),
             .items = fileProtocols},
    KeyFacts{.name = "TransactionMessageAttempts"_L1,
             .clause = "9.1.31"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Attempts for a session's messages"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "How often the station tries to send a message about a session that is answered with "
                                 "an error.")},
    KeyFacts{.name = "TransactionMessageRetryInterval"_L1,
             .clause = "9.1.32"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Pause between the attempts"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "How long the station waits before it sends such a message again; longer each time."),
             .unit = seconds,
             .maximum = day},
    KeyFacts{.name = "UnlockConnectorOnEVSideDisconnect"_L1,
             .clause = "9.1.33"_L1,
             .kind = KeyKind::Boolean,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Unplugging frees the cable"),
             .help = QT_TRANSLATE_NOOP(
                 "ui::KeyFacts", "Whether the station unlocks its socket when the cable is pulled from the car.")},
    KeyFacts{.name = "WebSocketPingInterval"_L1,
             .clause = "9.1.34"_L1,
             .kind = KeyKind::Integer,
             .title = QT_TRANSLATE_NOOP("ui::KeyFacts", "Pings"),
             .help = QT_TRANSLATE_NOOP("ui::KeyFacts",
                                       "The station checks the connection by a ping this often. 0: it leaves that to "
                                       "Stationmaster."),
             .unit = seconds,
             .maximum = day},
};

} // namespace

QString KeyFacts::titleText() const
{
    return KeyFactsWords::tr(title);
}

QString KeyFacts::helpText() const
{
    return KeyFactsWords::tr(help);
}

QString KeyFacts::rangeText() const
{
    if (kind != KeyKind::Integer)
        return {};
    const QString lowest = QString::number(minimum);
    const QString named = unit.isEmpty() ? QString() : QChar::Nbsp + unit;
    if (maximum == std::numeric_limits<int>::max())
        return KeyFactsWords::tr("%1 or more").arg(lowest + named);
    return KeyFactsWords::tr("%1 to %2").arg(lowest, QString::number(maximum) + named);
}

std::span<const KeyFacts> standardKeys()
{
    return keyTable;
}

const KeyFacts *keyFacts(QStringView key)
{
    const auto found = std::ranges::find_if(
        keyTable, [&](const KeyFacts &facts) { return key.compare(facts.name, Qt::CaseInsensitive) == 0; });
    return found == keyTable.end() ? nullptr : &*found;
}

} // namespace ui
