// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/policy.h"
#include "csms/services/provider.h"

#include <QHash>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QSslConfiguration>

namespace csms {

/// OCSP over HTTP (RFC 6960, appendix A), EST (RFC 7030) and a JSON service for contract certificates. Lives on a thread
/// with an event loop, which it never blocks.
class HttpProvider final : public QObject, public Provider {
    Q_OBJECT

public:
    explicit HttpProvider(const PlugAndChargePolicy &policy, QObject *parent = nullptr);
    ~HttpProvider() override;

    void lookUp(const CertificateQuestion &question, const QByteArray &others, Then<CertificateFinding> then) override;
    void sign(const QByteArray &csr, Then<Signed> then) override;
    void fetchEvCertificate(const QJsonObject &request, Then<EvCertificate> then) override;

private:
    struct Exchange {
        QUrl url{};
        QByteArray contentType{}; ///< empty: GET
        QByteArray accept{};
        QByteArray body{};
        qsizetype mostBytes = 0; ///< of the answer
        bool isForeign = false; ///< not the owner named the address: it is not told who we are
        QHostAddress at{}; ///< that the host's name stands for; null: whatever it stands for then
    };
    struct Failure {
        QString reason{};
        int httpStatus = 0; ///< 0: no answer
    };
    using Content = tl::expected<QByteArray, Failure>;
    struct Kept {
        QByteArray response{};
        pki::Moment until{};
    };

    void exchange(const Exchange &what, std::function<void(const Content &)> then);
    void exchangeWithForeigner(Exchange what, const std::function<void(const Content &)> &then);
    QUrl responderFor(const CertificateQuestion &question) const;
    std::optional<CertificateFinding> kept(const QByteArray &request, const pki::CertificateId &id,
                                           const QByteArray &others);
    void keep(const QByteArray &request, const QByteArray &response, const pki::OcspStatus &status);
    QUrl estUrl(QLatin1StringView operation) const;
    void enroll(const QByteArray &csr, const QByteArray &authorities, const Then<Signed> &then);

    const PlugAndChargePolicy policy_;
    const QSslConfiguration ownTls_;
    const QSslConfiguration anonymousTls_;
    QNetworkAccessManager network_;
    QNetworkAccessManager foreignNetwork_; ///< shares no connections with the other
    QHash<QByteArray, Kept> answers_; ///< of responders, by request
    int open_ = 0; ///< questions to responders
};

} // namespace csms
