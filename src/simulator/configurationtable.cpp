// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/configurationtable.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr KeyRow flag(QLatin1StringView name, QLatin1StringView initial)
{
    return {.name = name, .kind = KeyKind::Boolean, .initial = initial};
}

constexpr KeyRow number(QLatin1StringView name, QLatin1StringView initial, int minimum, int maximum)
{
    return {
        .name = name, .kind = KeyKind::Integer, .minimum = minimum, .maximum = maximum, .initial = initial};
}

constexpr KeyRow measurands(QLatin1StringView name, QLatin1StringView initial)
{
    return {.name = name, .kind = KeyKind::Measurands, .initial = initial};
}

constexpr KeyRow fixed(QLatin1StringView name, QLatin1StringView initial)
{
    return {.name = name, .kind = KeyKind::Text, .readOnly = true, .initial = initial};
}

constexpr int day = 86400;

constexpr KeyRow keyTable[] = {
    flag("AllowOfflineTxForUnknownId"_L1, "false"_L1),
    flag("AuthorizationCacheEnabled"_L1, "true"_L1),
    {.name = "AuthorizationKey"_L1, .kind = KeyKind::Hexadecimal},
    flag("AuthorizeRemoteTxRequests"_L1, "false"_L1),
    number("BlinkRepeat"_L1, "3"_L1, 0, 100),
    fixed("ChargeProfileMaxStackLevel"_L1, "8"_L1),
    fixed("ChargingScheduleAllowedChargingRateUnit"_L1, "Current,Power"_L1), // E 3.88
    fixed("ChargingScheduleMaxPeriods"_L1, "24"_L1),
    number("ClockAlignedDataInterval"_L1, "0"_L1, 0, day),
    number("ConnectionTimeOut"_L1, "60"_L1, 0, day), // 0: no time-out
    {.name = "ConnectorPhaseRotation"_L1, .kind = KeyKind::PhaseRotations}, // from the hardware
    fixed("ConnectorPhaseRotationMaxLength"_L1, "100"_L1),
    fixed("ConnectorSwitch3to1PhaseSupported"_L1, "false"_L1),
    fixed("GetConfigurationMaxKeys"_L1, "20"_L1),
    number("HeartbeatInterval"_L1, "300"_L1, 0, day), // 0: none
    number("LightIntensity"_L1, "80"_L1, 0, 100),
    flag("LocalAuthListEnabled"_L1, "true"_L1),
    fixed("LocalAuthListMaxLength"_L1, "500"_L1),
    flag("LocalAuthorizeOffline"_L1, "true"_L1),
    flag("LocalPreauthorize"_L1, "false"_L1),
    fixed("MaxChargingProfilesInstalled"_L1, "20"_L1),
    number("MaxEnergyOnInvalidId"_L1, "0"_L1, 0, 1000000),
    number("MessageTimeout"_L1, "30"_L1, 1, 3600),
    measurands("MeterValuesAlignedData"_L1, "Energy.Active.Import.Register"_L1),
    fixed("MeterValuesAlignedDataMaxLength"_L1, "12"_L1),
    measurands("MeterValuesSampledData"_L1,
               "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage,SoC"_L1),
    fixed("MeterValuesSampledDataMaxLength"_L1, "12"_L1),
    number("MeterValueSampleInterval"_L1, "60"_L1, 0, day),
    number("MinimumStatusDuration"_L1, "0"_L1, 0, 3600),
    fixed("NumberOfConnectors"_L1, ""_L1), // from the hardware
    fixed("ReserveConnectorZeroSupported"_L1, "true"_L1),
    number("ResetRetries"_L1, "1"_L1, 0, 10),
    fixed("SendLocalListMaxLength"_L1, "50"_L1),
    flag("StopTransactionOnEVSideDisconnect"_L1, "true"_L1),
    flag("StopTransactionOnInvalidId"_L1, "true"_L1),
    measurands("StopTxnAlignedData"_L1, ""_L1),
    fixed("StopTxnAlignedDataMaxLength"_L1, "12"_L1),
    measurands("StopTxnSampledData"_L1, "Energy.Active.Import.Register"_L1),
    fixed("StopTxnSampledDataMaxLength"_L1, "12"_L1),
    fixed("SupportedFeatureProfiles"_L1,
          "Core,FirmwareManagement,LocalAuthListManagement,RemoteTrigger,Reservation,SmartCharging"_L1),
    fixed("SupportedFeatureProfilesMaxLength"_L1, "6"_L1),
    fixed("SupportedFileTransferProtocols"_L1, "HTTP"_L1), // E 3.90; HTTPS if it trusts the server's authority
    number("TransactionMessageAttempts"_L1, "3"_L1, 0, 100),
    number("TransactionMessageRetryInterval"_L1, "60"_L1, 0, day),
    flag("UnlockConnectorOnEVSideDisconnect"_L1, "true"_L1),
    {.name = "WebSocketPingInterval"_L1,
     .kind = KeyKind::Integer,
     .rebootRequired = true,
     .maximum = day,
     .initial = "0"_L1},
};

} // namespace

std::span<const KeyRow> configurationTable()
{
    return keyTable;
}

} // namespace simulator
