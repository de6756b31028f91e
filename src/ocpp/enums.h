// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/wireenum.h"

#include <QString>

// Chapter 7 of the specification and chapter 6 of the security whitepaper.
namespace ocpp {

// 3.3; Security is the whitepaper's extension.
OCPP_ENUM(Profile, Core, FirmwareManagement, LocalAuthList, Reservation, SmartCharging, RemoteTrigger,
          Security)

OCPP_ENUM(AuthorizationStatus, Accepted, Blocked, Expired, Invalid, ConcurrentTx) // 7.2
OCPP_ENUM(AvailabilityStatus, Accepted, Rejected, Scheduled) // 7.3
OCPP_ENUM(AvailabilityType, Inoperative, Operative) // 7.4
OCPP_ENUM(CancelReservationStatus, Accepted, Rejected) // 7.5
OCPP_ENUM(ChargePointErrorCode, ConnectorLockFailure, EVCommunicationError, GroundFailure, HighTemperature,
          InternalError, LocalListConflict, NoError, OtherError, OverCurrentFailure, OverVoltage,
          PowerMeterFailure, PowerSwitchFailure, ReaderFailure, ResetFailure, UnderVoltage, WeakSignal) // 7.6
OCPP_ENUM(ChargePointStatus, Available, Preparing, Charging, SuspendedEVSE, SuspendedEV, Finishing, Reserved,
          Unavailable, Faulted) // 7.7
OCPP_ENUM(ChargingProfileKindType, Absolute, Recurring, Relative) // 7.9
OCPP_ENUM(ChargingProfilePurposeType, ChargePointMaxProfile, TxDefaultProfile, TxProfile) // 7.10
OCPP_ENUM(ChargingProfileStatus, Accepted, Rejected, NotSupported) // 7.11
OCPP_ENUM(ChargingRateUnitType, A, W) // 7.12
OCPP_ENUM(ClearCacheStatus, Accepted, Rejected) // 7.20
OCPP_ENUM(ClearChargingProfileStatus, Accepted, Unknown) // 7.21
OCPP_ENUM(ConfigurationStatus, Accepted, Rejected, RebootRequired, NotSupported) // 7.22
OCPP_ENUM(DataTransferStatus, Accepted, Rejected, UnknownMessageId, UnknownVendorId) // 7.23
OCPP_ENUM(DiagnosticsStatus, Idle, Uploaded, UploadFailed, Uploading) // 7.24
OCPP_ENUM(FirmwareStatus, Downloaded, DownloadFailed, Downloading, Idle, InstallationFailed, Installing,
          Installed) // 7.25
OCPP_ENUM(GetCompositeScheduleStatus, Accepted, Rejected) // 7.26
OCPP_ENUM(MessageTrigger, BootNotification, DiagnosticsStatusNotification, FirmwareStatusNotification,
          Heartbeat, MeterValues, StatusNotification) // 7.32
OCPP_ENUM(Reason, DeAuthorized, EmergencyStop, EVDisconnected, HardReset, Local, Other, PowerLoss, Reboot,
          Remote, SoftReset, UnlockCommand) // 7.36
OCPP_ENUM(RecurrencyKindType, Daily, Weekly) // 7.37
OCPP_ENUM(RegistrationStatus, Accepted, Pending, Rejected) // 7.38
OCPP_ENUM(RemoteStartStopStatus, Accepted, Rejected) // 7.39
OCPP_ENUM(ReservationStatus, Accepted, Faulted, Occupied, Rejected, Unavailable) // 7.40
OCPP_ENUM(ResetStatus, Accepted, Rejected) // 7.41
OCPP_ENUM(ResetType, Hard, Soft) // 7.42
OCPP_ENUM(TriggerMessageStatus, Accepted, Rejected, NotImplemented) // 7.44
OCPP_ENUM(UnlockStatus, Unlocked, UnlockFailed, NotSupported) // 7.46
OCPP_ENUM(UpdateStatus, Accepted, Failed, NotSupported, VersionMismatch) // 7.47
OCPP_ENUM(UpdateType, Differential, Full) // 7.48

// Security whitepaper, chapter 6; names as there, without "EnumType" and prefixed where OCPP 1.6 has the
// name.
OCPP_ENUM(CertificateSignedStatus, Accepted, Rejected)
OCPP_ENUM(CertificateUse, CentralSystemRootCertificate, ManufacturerRootCertificate)
OCPP_ENUM(DeleteCertificateStatus, Accepted, Failed, NotFound)
OCPP_ENUM(ExtendedMessageTrigger, BootNotification, LogStatusNotification, FirmwareStatusNotification,
          Heartbeat, MeterValues, SignChargePointCertificate, StatusNotification)
OCPP_ENUM(GenericStatus, Accepted, Rejected)
OCPP_ENUM(GetInstalledCertificateStatus, Accepted, NotFound)
OCPP_ENUM(HashAlgorithm, SHA256, SHA384, SHA512)
OCPP_ENUM(InstallCertificateStatus, Accepted, Failed, Rejected)
OCPP_ENUM(LogType, DiagnosticsLog, SecurityLog)
OCPP_ENUM(LogStatus, Accepted, Rejected, AcceptedCanceled)
OCPP_ENUM(SignedFirmwareStatus, Downloaded, DownloadFailed, Downloading, DownloadScheduled, DownloadPaused,
          Idle, InstallationFailed, Installing, Installed, InstallRebooting, InstallScheduled,
          InstallVerificationFailed, InvalidSignature, SignatureVerified)
OCPP_ENUM(UpdateFirmwareStatus, Accepted, Rejected, AcceptedCanceled, InvalidCertificate, RevokedCertificate)
OCPP_ENUM(UploadLogStatus, BadMessage, Idle, NotSupportedOperation, PermissionDenied, Uploaded, UploadFailure,
          Uploading)

// Open enumerations: stations invent values, which are kept as sent (behaviour 25). Members are QString.
namespace open {

using namespace Qt::StringLiterals;

// 7.35
inline constexpr QLatin1StringView contexts[] = {
    "Interruption.Begin"_L1, "Interruption.End"_L1,  "Other"_L1,           "Sample.Clock"_L1,
    "Sample.Periodic"_L1,    "Transaction.Begin"_L1, "Transaction.End"_L1, "Trigger"_L1};

// 7.49
inline constexpr QLatin1StringView formats[] = {"Raw"_L1, "SignedData"_L1};

// 7.30
inline constexpr QLatin1StringView locations[] = {"Body"_L1, "Cable"_L1, "EV"_L1, "Inlet"_L1, "Outlet"_L1};

// 7.31
inline constexpr QLatin1StringView measurands[] = {"Energy.Active.Import.Register"_L1,
                                                   "Energy.Active.Export.Register"_L1,
                                                   "Energy.Reactive.Import.Register"_L1,
                                                   "Energy.Reactive.Export.Register"_L1,
                                                   "Energy.Active.Import.Interval"_L1,
                                                   "Energy.Active.Export.Interval"_L1,
                                                   "Energy.Reactive.Import.Interval"_L1,
                                                   "Energy.Reactive.Export.Interval"_L1,
                                                   "Power.Active.Import"_L1,
                                                   "Power.Active.Export"_L1,
                                                   "Power.Offered"_L1,
                                                   "Power.Reactive.Import"_L1,
                                                   "Power.Reactive.Export"_L1,
                                                   "Power.Factor"_L1,
                                                   "Current.Import"_L1,
                                                   "Current.Export"_L1,
                                                   "Current.Offered"_L1,
                                                   "Voltage"_L1,
                                                   "Frequency"_L1,
                                                   "Temperature"_L1,
                                                   "SoC"_L1,
                                                   "RPM"_L1};

// 7.34
inline constexpr QLatin1StringView phases[] = {"L1"_L1,   "L2"_L1,   "L3"_L1,    "N"_L1,     "L1-N"_L1,
                                               "L2-N"_L1, "L3-N"_L1, "L1-L2"_L1, "L2-L3"_L1, "L3-L1"_L1};

// 7.45; both spellings of Celsius are legal (JE 2.1).
inline constexpr QLatin1StringView units[] = {
    "Wh"_L1, "kWh"_L1,     "varh"_L1,    "kvarh"_L1,      "W"_L1,      "kW"_L1,
    "VA"_L1, "kVA"_L1,     "var"_L1,     "kvar"_L1,       "A"_L1,      "V"_L1,
    "K"_L1,  "Celcius"_L1, "Celsius"_L1, "Fahrenheit"_L1, "Percent"_L1};

} // namespace open
} // namespace ocpp
