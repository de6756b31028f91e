// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/messages/security.h"
#include "store/database.h"

#include <tl/expected.hpp>

namespace pki {
struct Certificate;
}

namespace store {

/// The reconciler's topic: the origin of the commands about certificates.
inline constexpr QLatin1StringView certificatesTopic{"certificates"};

enum class CertificateKind {
    Root, ///< stations are to trust in it
    Station, ///< a station's own, for a request of it
};
/// "root", "station".
QLatin1StringView toString(CertificateKind kind);
bool fromString(QStringView text, CertificateKind &kind);

/// A certificate that is known here. There is nothing secret in it.
struct Certificate {
    qint64 id = 0;
    QString fingerprint{}; ///< SHA-256, upper-case hex
    CertificateKind kind = CertificateKind::Root;
    QString station{}; ///< whose own it is; of a root nobody's
    QString pem{};
    QString subject{}; ///< RFC 2253
    QString issuer{};
    QString serialNumber{}; ///< W 6.1
    QString key{}; ///< "EC 256", "RSA 2048"
    ocpp::Timestamp notBefore{};
    ocpp::Timestamp notAfter{};
    ocpp::Timestamp added{};

    static const RowTable &table();
};

/// By what stations name a certificate, for one algorithm (W 6.1). Upper-case hex.
struct CertificateHash {
    qint64 certificate = 0;
    QString algorithm{};
    QString issuerName{};
    QString issuerKey{}; ///< empty if it cannot be known: then name and serial number have to do

    static const RowTable &table();
};

enum class StationCertificateState {
    Pending, ///< desired, to be installed
    Accepted, ///< desired, the station took it but has not listed it yet
    Installed, ///< desired, and the station lists it
    Refused, ///< desired, the station said no; tried again some times
    Unlisted, ///< desired, the station took it and does not list it
    Deleting, ///< no longer desired, to be deleted
    Undeletable, ///< no longer desired, the station did not delete it; tried again some times
    Reported, ///< the station lists it, nobody desires it
};
/// "pending", "accepted", "installed", "refused", "unlisted", "deleting", "undeletable", "reported".
QLatin1StringView toString(StationCertificateState state);
bool fromString(QStringView text, StationCertificateState &state);

/// A root certificate that a station is to have, or has.
struct StationCertificate {
    qint64 id = 0;
    QString station{};
    QString type{}; ///< CertificateUse, as on the wire
    std::optional<qint64> certificate{}; ///< of Certificate; nothing: only its hashes are known
    bool desired = false;
    StationCertificateState state = StationCertificateState::Pending;
    QString hashAlgorithm{}; ///< the hashes are as the station told them; empty if it does not list it
    QString issuerNameHash{};
    QString issuerKeyHash{};
    QString serialNumber{};
    std::optional<ocpp::Timestamp> reportedAt{}; ///< when the station listed it last
    std::optional<ocpp::Timestamp> triedAt{}; ///< when the station said no
    QString reason{}; ///< of Refused, Unlisted and Undeletable

    /// As DeleteCertificate wants it: with the algorithm that the station uses for it (M04.FR.07).
    ocpp::CertificateHashData hashData() const;
    bool isToGo() const
    {
        return state == StationCertificateState::Deleting || state == StationCertificateState::Undeletable;
    }

    static const RowTable &table();
};

/// What is known about a station's certificates of one type.
struct CertificateStore {
    QString station{};
    QString type{};
    std::optional<ocpp::Timestamp> reportedAt{}; ///< nothing: what it has may have changed since it told
    bool isAsked = false; ///< somebody wants to know
    QString unsupported{}; ///< what it said when it was asked for something that it does not know

    static const RowTable &table();
};

struct CertificateRefusal {
    QString text{}; ///< what, why, what to do
    QString path{}; ///< JSON pointer: "/certificateType", "/certificate", ...
};

/// The certificates that are known here, and the roots that stations are to have and have. Whatever changes the desired
/// side has the reconciler begin anew.
class Certificates {
public:
    explicit Certificates(Database &db) : db_(db) {}

    // Known ones.
    qint64 remember(const pki::Certificate &certificate, CertificateKind kind, const QString &station,
                    ocpp::Timestamp now);
    std::optional<Certificate> find(qint64 id);
    std::optional<Certificate> byFingerprint(const QString &fingerprint);
    /// By id.
    QList<Certificate> known(qint64 after = 0, int limit = 0);

    // Desired. `station` as entered.
    tl::expected<StationCertificate, CertificateRefusal> desire(const QString &station, const QString &type,
                                                                const QByteArray &pem, ocpp::Timestamp now);
    /// No longer desired; what the station has is deleted, also what nobody desired.
    void withdraw(const StationCertificate &row, ocpp::Timestamp now);
    /// Has the station asked for what it has.
    void refresh(const QString &station, ocpp::Timestamp now);

    // Reported.
    void report(const QString &station, ocpp::CertificateUse type, const QList<ocpp::CertificateHashData> &hashes,
                ocpp::Timestamp at);
    /// The station took this one. It is asked for what it lists now.
    void accepted(const QString &station, ocpp::CertificateUse type, const QByteArray &pem, ocpp::Timestamp at);
    void refused(const QString &station, ocpp::CertificateUse type, const QByteArray &pem, const QString &why,
                 ocpp::Timestamp at);
    /// Deleted, or not there. `isForGood`: somebody meant it, so it is no longer desired.
    void deleted(const QString &station, const ocpp::CertificateHashData &hash, bool isForGood);
    void notDeleted(const QString &station, const ocpp::CertificateHashData &hash, const QString &why,
                    ocpp::Timestamp at);
    void setUnsupported(const QString &station, const QString &why);
    /// An accepted boot: what it has is asked again where something is desired.
    void booted(const QString &station);

    // Reading.
    std::optional<StationCertificate> ofStation(const QString &station, qint64 id);
    /// By type and id.
    QList<StationCertificate> list(const QString &station);
    /// PEM of the roots of this type that the station has or is to have. Nothing if there are none, or if it may have others:
    /// it lists one that is not known here, or has not told what it has.
    std::optional<QByteArray> allRoots(const QString &station, const QString &type);
    /// One for each type.
    QList<CertificateStore> stores(const QString &station);
    /// M05.FR.08: with AdditionalRootCertificateCheck a new root of the central system takes the place of the old one.
    bool replacesRoots(const QString &station);
    /// CertificateStoreMaxLength, if the station told it (W 7.4).
    std::optional<int> room(const QString &station);

private:
    QList<StationCertificate> ofType(const QString &station, const QString &type);
    std::optional<StationCertificate> place(const QString &station, const QString &type, qint64 certificate);
    QList<qint64> named(const ocpp::CertificateHashData &hash);
    QList<StationCertificate> meant(const QString &station, const ocpp::CertificateHashData &hash);
    StationCertificate listed(const QString &station, const QString &type, const ocpp::CertificateHashData &hash);
    std::optional<CertificateRefusal> hindrance(const QString &station, const QString &type,
                                                const pki::Certificate &certificate);
    void giveUpFormer(const StationCertificate &row);
    void notListed(StationCertificate row);
    CertificateStore storeOf(const QString &station, const QString &type);
    void mayHaveChanged(const QString &station, const QString &type);
    qint64 put(StationCertificate row);
    void drop(const StationCertificate &row);
    void begin(const QString &station, ocpp::Timestamp now);

    Database &db_;
};

} // namespace store
