// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <tl/expected.hpp>

namespace store {

enum class ContractStatus { Accepted, Blocked, Cancelled };
/// "Accepted", "Blocked", "Cancelled", as in the database and the API.
QLatin1StringView toString(ContractStatus status);
bool fromString(QStringView text, ContractStatus &status);

/// A contract for Plug & Charge (ISO 15118): its e-mobility account id, and the tag to which its sessions go.
struct Contract {
    QString emaid{}; ///< as entered
    QString emaidKey{}; ///< contractKey(emaid); set by save()
    QString idTag{}; ///< empty: the eMAID stands for itself
    ContractStatus status = ContractStatus::Accepted;
    std::optional<ocpp::Timestamp> validUntil{};
    QString name{}; ///< whose it is

    // The one certificate that counts; empty: any with this eMAID. Hex, as in OCSP requests.
    QString hashAlgorithm{}; ///< "SHA256", "SHA384", "SHA512"
    QString issuerNameHash{};
    QString issuerKeyHash{};
    QString serialNumber{};
    /// What stations are told of its certificates, whatever responders say, e.g. "CertificateRevoked"; empty: what those say.
    QString certificateAnswer{};

    // What happened last.
    QString lastStation{};
    std::optional<ocpp::Timestamp> lastSeen{};
    QString lastStatus{}; ///< what the station was told, e.g. "Accepted"
    QString certificateStatus{}; ///< likewise, e.g. "CertificateRevoked"; empty: nothing was asked about certificates

    static const RowTable &table();
};

/// An eMAID without the separators that may be left out, folded: "DE-8AA-C12345678-X" and "de8aac12345678x" are one.
QString contractKey(const QString &emaid);

struct ContractFilter {
    QString after{}; ///< eMAID after which the page begins
    int limit = 0; ///< 0: all
};

class Contracts {
public:
    explicit Contracts(Database &db) : db_(db) {}

    std::optional<Contract> find(const QString &emaid);
    /// By eMAID.
    QList<Contract> list(const ContractFilter &filter = {});
    /// Whose sessions go to the tag, by eMAID.
    QList<Contract> ofTag(const QString &idTag);
    /// Inserts or replaces what was entered; what happened last stays.
    void save(Contract contract);
    bool remove(const QString &emaid);
    /// Open sessions that were accepted on a contract of this tag, not on the tag itself.
    int openSessions(const QString &idTag);
    /// Of a contract that is known.
    void noteUse(const QString &emaid, const QString &station, const QString &status, const QString &certificateStatus,
                 ocpp::Timestamp at);

private:
    Database &db_;
};

enum class SigningState {
    Waiting, ///< for the provider, or for somebody who brings a certificate
    Signed, ///< its certificate is on its way to the station
    Accepted, ///< the station took it
    Rejected, ///< the station did not take it
    Failed, ///< the provider does not sign it; `reason` says why
    Superseded, ///< the station asked again
};
/// "waiting", "signed", "accepted", "rejected", "failed", "superseded".
QLatin1StringView toString(SigningState state);
bool fromString(QStringView text, SigningState &state);

/// A SignCertificate that came through DataTransfer, and what became of it.
struct SigningOrder {
    qint64 id = 0;
    QString station{};
    QString vendorId{}; ///< whose form the station speaks
    QString use{}; ///< "V2GCertificate", "ChargingStationCertificate"; empty: both
    QString csr{}; ///< PEM
    SigningState state = SigningState::Waiting;
    QString reason{};
    int tries = 0; ///< in vain: of Waiting to have it signed, of Signed to bring it
    std::optional<ocpp::Timestamp> nextTry{}; ///< of Waiting: when the provider is asked; nothing: by itself never
    QString chain{}; ///< PEM, the station's first; empty: none yet
    std::optional<qint64> command{}; ///< that brings it
    ocpp::Timestamp received{};
    std::optional<ocpp::Timestamp> ended{};

    /// It waits, and nobody but a person brings it a certificate.
    [[nodiscard]] bool waitsForAPerson(ocpp::Timestamp now) const;

    static const RowTable &table();
};

struct SigningOrderFilter {
    QString station{}; ///< empty: of all
    qint64 after = 0; ///< id where the page before ended
    int limit = 0; ///< 0: all
};

class SigningOrders {
public:
    /// Key of a change of Table::Contracts that is about orders.
    static constexpr QLatin1StringView changeKey{"signing"};
    static constexpr int mostTries = 6;
    /// The reason of one that a person does not want signed.
    static const QLatin1StringView refusedByHand;

    explicit SigningOrders(Database &db) : db_(db) {}

    /// Takes the place of what is not over for this station and use; a certificate that has not left yet stays here.
    SigningOrder add(SigningOrder order);
    /// This very request waits already, or its certificate is on its way: the station did not get the answer, and asks again.
    bool isUnderWay(const SigningOrder &order);
    std::optional<SigningOrder> find(qint64 id);
    std::optional<SigningOrder> byCommand(qint64 command);
    /// Newest first.
    QList<SigningOrder> list(const SigningOrderFilter &filter = {});
    /// Those to be brought to the provider now, at most so many. Each is given `patience` before it is due again.
    QList<SigningOrder> takeDue(ocpp::Timestamp now, std::chrono::milliseconds patience, int most);
    /// Sends the station the certificate for its request: PEM, the station's own first, then who signed it. The error says
    /// why it is not for this order, which then stays as it is.
    tl::expected<SigningOrder, QString> fulfil(SigningOrder order, const QByteArray &chain);
    /// Tried again with growing pauses, at last Failed. `isFinal`: not again.
    void wasNotSigned(SigningOrder order, const QString &reason, bool isFinal, ocpp::Timestamp at);
    /// Certificates whose way to the station ended without an answer: it is asked to take them again, a few times.
    void sendLostAgain(ocpp::Timestamp now);
    void answered(SigningOrder order, bool isAccepted, const QString &reason, ocpp::Timestamp at);
    /// Each the latest of its station and use: those that wait for a person, were not signed, or not taken.
    QList<SigningOrder> needingAPerson(ocpp::Timestamp now);
    /// False if it does not wait any more.
    bool refuse(qint64 order, ocpp::Timestamp at);
    /// Those that were to be brought to the provider before `due`, and nobody did: there is none, so they wait for a person.
    void leaveToPeople(ocpp::Timestamp due);
    /// One that failed waits again. False if it did not fail, or the station has asked anew meanwhile.
    bool resume(qint64 order, std::optional<ocpp::Timestamp> nextTry);

private:
    bool claim(const SigningOrder &order);
    void sendAgain(SigningOrder order, ocpp::Timestamp now);
    void put(const SigningOrder &order);

    Database &db_;
};

} // namespace store
