// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/certificates.h"

namespace store {

enum class CertificateRequestState {
    Refused, ///< told so: it cannot be signed
    Waiting, ///< for a certificate from an authority
    Superseded, ///< the station made another request since
    Signed, ///< there is a certificate, to be sent to the station
    Accepted, ///< the station took it
    Rejected, ///< the station did not take it
};
/// "refused", "waiting", "superseded", "signed", "accepted", "rejected".
QLatin1StringView toString(CertificateRequestState state);
bool fromString(QStringView text, CertificateRequestState &state);

/// A SignCertificate of a station, and what came of it (W A02, A03).
struct CertificateRequest {
    qint64 id = 0;
    QString station{};
    QString csr{}; ///< PEM, as it came
    QString subject{}; ///< RFC 2253; empty if it cannot be read
    QString commonName{};
    QString key{}; ///< "EC 256"
    QString keyFingerprint{};
    CertificateRequestState state = CertificateRequestState::Waiting;
    QString reason{}; ///< of Refused and Rejected
    ocpp::Timestamp received{};
    QString chain{}; ///< PEM, the station's own first; empty: none yet
    std::optional<qint64> certificate{}; ///< the station's own, of Certificate
    std::optional<ocpp::Timestamp> signedAt{};
    std::optional<ocpp::Timestamp> endedAt{};

    static const RowTable &table();
};

struct CertificateRequestFilter {
    QString station{};
    qint64 after = 0; ///< id where the page before ended
    int limit = 0; ///< 0: all
};

class CertificateRequests {
public:
    explicit CertificateRequests(Database &db) : db_(db) {}

    /// Books a request. It is Refused unless it is sound, and its subject says whose it is: CN the station's id or serial
    /// number (A00.FR.511), O its CpoName (A02.FR.13). The same again is the same row.
    CertificateRequest book(const QString &station, const QString &text, ocpp::Timestamp received);
    /// Takes what an authority made of a request: to be sent to the station. `id` 0: of its latest that waits. Refused
    /// unless it fits the request's key and what the station takes.
    tl::expected<CertificateRequest, CertificateRefusal> fulfil(const QString &station, qint64 id,
                                                                const QByteArray &chain, ocpp::Timestamp now);
    /// Why no certificate with this subject may be made for the station (A00.FR.511, A02.FR.13); empty if one may.
    QString objection(const QString &station, const QString &commonName, const QString &organization);
    /// Another station whose id or serial number this is; empty if there is none, or if it is the station's own id.
    QString otherNamed(const QString &station, const QString &name);
    /// What the station said to the certificate with this chain.
    void answered(const QString &station, const QString &chain, bool isAccepted, const QString &why,
                  ocpp::Timestamp at);

    std::optional<CertificateRequest> find(const QString &station, qint64 id);
    /// Newest first.
    QList<CertificateRequest> list(const CertificateRequestFilter &filter);
    /// Those that are signed and not sent yet, oldest first.
    QList<CertificateRequest> toSend(const QString &station);

private:
    void supersede(const CertificateRequest &newer);
    std::optional<CertificateRequest> meant(const QString &station, qint64 id);
    int longestChain(const QString &station);
    void put(const CertificateRequest &row);

    Database &db_;
};

} // namespace store
