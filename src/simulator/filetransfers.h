// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/booting.h"
#include "simulator/caller.h"
#include "simulator/certificates.h"
#include "simulator/resetting.h"

#include "ocpp/messages.h"

namespace simulator {

/// How a station goes about files. Refusing, slow and silent answers are Behaviours, as for every message.
enum class FileManner {
    None, ///< it does not have these messages
    Good,
    DownloadFails,
    InstallFails,
    InvalidSignature, ///< of a signed update
    InvalidCertificate, ///< refuses that of a signed update
    NoStatus, ///< does its work and never says so
    Stuck, ///< says that it began, and never goes on
    UploadFails,
};
std::optional<FileManner> parseFileManner(const QString &word);

/// Firmware, diagnostics and logs: really fetched, resumed where it broke off, really brought, each state told in order.
class FileTransfers {
public:
    FileTransfers(Timeline &timeline, const StationOptions &options, Caller &caller, Booting &booting,
                  Resetting &resetting, Certificates &certificates, Journal &journal);
    ~FileTransfers();

    void setManner(FileManner manner) { manner_ = manner; }
    bool isKnown() const { return manner_ != FileManner::None; }

    Answer<ocpp::UpdateFirmware::Response> handle(const ocpp::UpdateFirmware::Request &request);
    Answer<ocpp::SignedUpdateFirmware::Response> handle(const ocpp::SignedUpdateFirmware::Request &request);
    Answer<ocpp::GetDiagnostics::Response> handle(const ocpp::GetDiagnostics::Request &request);
    Answer<ocpp::GetLog::Response> handle(const ocpp::GetLog::Request &request);

    /// The power is gone, and with it what was under way; what is installed by this restart is not.
    void switchedOff();
    /// The network is cut, or back: until then every transfer breaks off, as often as it is tried.
    void setNetwork(bool isThere);
    /// Accepted after a boot: what was installed is told.
    void booted();
    /// What a trigger asks for (5.17, W 5.5): how far it is, or that there is nothing to do.
    void tellFirmwareNow();
    void tellSignedFirmwareNow();
    void tellDiagnosticsNow();
    void tellLogNow();

private:
    struct Update {
        QString location;
        ocpp::Timestamp fetchFrom{};
        std::optional<ocpp::Timestamp> installFrom;
        int retriesLeft = 0;
        std::chrono::seconds retryInterval{1};
        std::optional<int> requestId; // of a signed one
        bool isSigned = false;
        qint64 received = 0; // bytes
        bool awaitsBoot = false;
        QString status{}; // the last one
    };
    struct Upload {
        QString location;
        QString name;
        std::optional<int> requestId;
        bool isLog = false;
    };
    class Network;

    void plan(Update update);
    void fetch();
    void fetched(bool whole, qint64 bytes);
    void downloaded();
    void install();
    /// `then`: once a signed update's status is answered, or could not be told.
    void tell(const QString &status, const std::function<void()> &then = {});
    void tellEvent(const QString &type);
    void begin(Upload upload);
    void brought(bool done);
    void tellUpload(const QString &status);
    QByteArray log() const; ///< what it brings
    std::chrono::milliseconds until(ocpp::Timestamp moment) const;

    Timeline &timeline_;
    const StationOptions &options_;
    Caller &caller_;
    Booting &booting_;
    Resetting &resetting_;
    Certificates &certificates_;
    Journal &journal_;
    FileManner manner_ = FileManner::None;
    bool hasNetwork_ = true;
    std::optional<Update> update_;
    ocpp::SignedFirmwareStatusNotification::Request lastSigned_;
    std::optional<Upload> upload_;
    std::unique_ptr<Network> down_;
    std::unique_ptr<Network> up_;
    Alarm step_;
};

} // namespace simulator
