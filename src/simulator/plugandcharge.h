// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/answer.h"
#include "simulator/caller.h"

#include "ocpp/messages.h"
#include "ocpp/messages/plugandcharge.h"

#include <QMultiMap>

#include <functional>

namespace simulator {

/// Whose form of Plug & Charge a station speaks inside DataTransfer.
enum class PlugAndChargeForm {
    None,
    Current, ///< the Open Charge Alliance's
    Older, ///< the one before it
};
std::optional<PlugAndChargeForm> parsePlugAndChargeForm(const QString &word);

/// ISO 15118 Plug & Charge inside DataTransfer (4.3): contracts of vehicles, root certificates, and a certificate for the
/// line to the vehicle. Every other vendor is unknown here. Survives reboots.
class PlugAndCharge {
public:
    PlugAndCharge(const StationOptions &options, Caller &caller, Journal &journal);

    void setForm(PlugAndChargeForm form) { form_ = form; }
    Answer<ocpp::DataTransfer::Response> handle(const ocpp::DataTransfer::Request &request);

    /// Whether the contract may charge. The certificates that the vehicle shows are made up from its eMAID; `responder` is
    /// who is to be asked about them. `then` is called once.
    void authorize(const QString &emaid, const QString &responder, std::function<void(bool)> then);
    /// GetCertificateStatus for the certificates of this contract.
    void askStatus(const QString &emaid, const QString &responder);
    /// Get15118EVCertificate with what the vehicle sends, base64.
    void askEvCertificate(const QString &exi);
    /// SignCertificate for a new key.
    void requestOwn();
    /// A factory reset.
    void forget();

    /// PEM, the station's own first; empty: none.
    const QByteArray &own() const { return own_; }
    qsizetype roots() const { return roots_.size(); }

private:
    template<class M>
    void ask(QLatin1StringView vendorId, const typename M::Request &request,
             std::function<void(const ocpp::Result<typename M::Response> &)> then);
    template<class Form>
    Answer<ocpp::DataTransfer::Response> handleIn(const ocpp::DataTransfer::Request &request);
    template<class M>
    bool take(const ocpp::DataTransfer::Request &request,
              const std::function<typename M::Response(const typename M::Request &)> &answer,
              ocpp::DataTransfer::Response &said);
    ocpp::CertificateSignedStatus takeOwn(const QByteArray &chain);
    ocpp::PncInstallStatus install(ocpp::PncRootUse use, const QByteArray &pem);
    ocpp::PncDeleteStatus remove(const ocpp::pnc::HashData &hash);
    QList<ocpp::pnc::HashDataChain> listed(const QList<ocpp::PncCertificateUse> &uses) const;

    const StationOptions &options_;
    Caller &caller_;
    Journal &journal_;
    PlugAndChargeForm form_ = PlugAndChargeForm::None;
    QMultiMap<ocpp::PncRootUse, QByteArray> roots_; // PEM
    QString keyFingerprint_; // of the request that was made last
    QByteArray own_;
};

} // namespace simulator
