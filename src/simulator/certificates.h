// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/caller.h"
#include "simulator/configurationkeys.h"
#include "simulator/stationclock.h"

#include "ocpp/messages.h"

#include <deque>
#include <map>

namespace simulator {

/// How a station goes about certificates. Refusing, slow and silent answers are Behaviours, as for every message.
enum class CertificateManner {
    None, ///< it does not have these messages
    Good,
    Forgetful, ///< accepts root certificates without keeping them
};
std::optional<CertificateManner> parseCertificateManner(const QString &word);

/// The security whitepaper's certificates (A02, A03, M03-M05) and security events (A04): a store of roots, a key and a
/// certificate of its own, events that wait until they are answered. Survives reboots.
class Certificates {
public:
    Certificates(const StationOptions &options, const ConfigurationKeys &configuration, const StationClock &clock,
                 Caller &caller, Journal &journal);

    void setManner(CertificateManner manner) { manner_ = manner; }
    bool isKnown() const { return manner_ != CertificateManner::None; }

    Answer<ocpp::CertificateSigned::Response> handle(const ocpp::CertificateSigned::Request &request);
    Answer<ocpp::DeleteCertificate::Response> handle(const ocpp::DeleteCertificate::Request &request);
    Answer<ocpp::GetInstalledCertificateIds::Response>
    handle(const ocpp::GetInstalledCertificateIds::Request &request);
    Answer<ocpp::InstallCertificate::Response> handle(const ocpp::InstallCertificate::Request &request);

    /// SignCertificate for a new key. CN is the serial number, or the id; O is CpoName.
    void requestOwn();
    /// SecurityEventNotification, now or when the line is back (A04.FR.02).
    void tell(const QString &type, const QString &techInfo = {});
    /// The central system listens: what waits is told.
    void accepted() { tellNext(); }
    /// A factory reset.
    void forget();

    /// PEM, the station's own first; empty: none.
    const QByteArray &own() const { return own_; }
    qsizetype roots() const { return qsizetype(roots_.size()); }

private:
    bool isTrusted(const QByteArray &lastOfChain) const;
    qsizetype room() const;
    void tellNext();

    const StationOptions &options_;
    const ConfigurationKeys &configuration_;
    const StationClock &clock_;
    Caller &caller_;
    Journal &journal_;
    CertificateManner manner_ = CertificateManner::None;
    std::multimap<ocpp::CertificateUse, QByteArray> roots_; // PEM
    QString keyFingerprint_; // of the request that was made last
    QByteArray own_;
    std::deque<ocpp::SecurityEventNotification::Request> events_; // the first one may be under way
    bool isTelling_ = false;
};

} // namespace simulator
