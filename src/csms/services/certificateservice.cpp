// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/certificateservice.h"

#include "ocpp/codec.h"
#include "store/certificaterequests.h"
#include "store/reconciliations.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using store::StationCertificate;
using store::StationCertificateState;

namespace csms::certificates {
namespace {

using reconciler::Difference;
using reconciler::Step;

template<class Request>
std::optional<Request> sentBy(const store::Command &command)
{
    QList<ocpp::Finding> findings;
    const auto request = ocpp::decode<Request>(QJsonDocument::fromJson(command.payload).object(), findings);
    return request ? std::optional(*request) : std::nullopt;
}

/// What a station lacks, by the way it is worked off.
struct CertificateWork {
    QList<store::CertificateRequest> toSend;
    QStringList toAsk; ///< types
    QList<StationCertificate> toInstall;
    QList<StationCertificate> toDelete;
    QList<StationCertificate> refused; ///< to be tried once more
    QList<StationCertificate> unlisted;
    int there = 0; ///< root certificates that the station has
    QString unsupported{};

    int roots() const { return int(toInstall.size() + toDelete.size() + refused.size() + unlisted.size()); }
    int count() const { return int(toSend.size() + toAsk.size()) + roots(); }
};

void sortIn(CertificateWork &work, const StationCertificate &row)
{
    using enum StationCertificateState;
    switch (row.state) {
    case Pending:
        return work.toInstall.append(row);
    case Refused:
    case Undeletable:
        return work.refused.append(row);
    case Unlisted:
        return work.unlisted.append(row);
    case Deleting:
        if (!row.hashAlgorithm.isEmpty()) // else it has no name yet: the station is asked first
            work.toDelete.append(row);
        return;
    case Accepted:
    case Installed:
    case Reported:
        return;
    }
}

CertificateWork workOf(store::Database &db, const QString &station)
{
    store::Certificates certificates(db);
    CertificateWork work;
    work.toSend = store::CertificateRequests(db).toSend(station);
    QStringList wished; // types of which something is desired, or to go
    for (const StationCertificate &row : certificates.list(station)) {
        sortIn(work, row);
        if (row.desired || row.isToGo())
            wished.append(row.type);
        if (row.reportedAt || row.state == StationCertificateState::Accepted)
            ++work.there;
    }
    for (const store::CertificateStore &store : certificates.stores(station)) {
        if (!store.reportedAt && (store.isAsked || wished.contains(store.type)))
            work.toAsk.append(store.type);
        if (!store.unsupported.isEmpty())
            work.unsupported = store.unsupported;
    }
    // Those refused longest ago first, so that one does not keep the others from being tried.
    std::ranges::stable_sort(work.refused, {}, &StationCertificate::triedAt);
    return work;
}

Step installing(store::Certificates &certificates, const StationCertificate &row)
{
    const auto certificate = certificates.find(row.certificate.value_or(0));
    return {
        QString(ocpp::InstallCertificate::action),
        QJsonObject{{u"certificateType"_s, row.type}, {u"certificate"_s, certificate ? certificate->pem : QString()}}};
}

Step deleting(const StationCertificate &row)
{
    return {QString(ocpp::DeleteCertificate::action), ocpp::encode(ocpp::DeleteCertificate::Request{row.hashData()})};
}

/// A new root comes before an old one goes, so that the station is never without; but not when it has no room.
std::optional<Step> nextRootStep(store::Certificates &certificates, const QString &station, const CertificateWork &work)
{
    const auto most = certificates.room(station);
    const bool takesAPlace = !work.toInstall.isEmpty()
                             && work.toInstall.first().type == toString(ocpp::CertificateUse::CentralSystemRootCertificate)
                             && certificates.replacesRoots(station);
    const bool hasRoom = takesAPlace || !most || work.there < *most;
    if (!work.toInstall.isEmpty() && hasRoom)
        return installing(certificates, work.toInstall.first());
    if (!work.toDelete.isEmpty())
        return deleting(work.toDelete.first());
    if (work.refused.isEmpty())
        return {};
    const StationCertificate &again = work.refused.first();
    return again.isToGo() ? deleting(again) : installing(certificates, again);
}

/// Somebody has it tried again, or the station has booted since.
bool isFreshTry(store::Database &db, const QString &station)
{
    const auto row = store::Reconciliations(db).find(station, store::certificatesTopic);
    return row.attempts == 0 && row.state != store::ReconciliationState::GaveUp;
}

QString obstacle(const CertificateWork &work)
{
    if (!work.unsupported.isEmpty())
        return u"The station does not know the messages for certificates (%1). Withdraw what is desired, or retry after an "
               "update of its firmware."_s.arg(work.unsupported);
    if (!work.toInstall.isEmpty())
        return u"The station has %1 root certificates and no room for more (CertificateStoreMaxLength). Delete one of them."_s
            .arg(work.there);
    return work.unlisted.first().reason;
}

bool isUnknownMessage(const QString &error)
{
    return error.startsWith(toString(ocpp::ErrorCode::NotSupported))
           || error.startsWith(toString(ocpp::ErrorCode::NotImplemented));
}

} // namespace

Difference difference(store::Database &db, const store::Station &station, ocpp::Timestamp)
{
    const CertificateWork work = workOf(db, station.id);
    Difference difference;
    difference.count = work.count();
    if (difference.count == 0)
        return difference;
    store::Certificates certificates(db);
    const bool isKnownInVain = !work.unsupported.isEmpty() && !isFreshTry(db, station.id);
    if (!work.toSend.isEmpty()) {
        difference.next = Step{QString(ocpp::CertificateSigned::action),
                               QJsonObject{{u"certificateChain"_s, work.toSend.first().chain}}};
        difference.reason = u"The station's own certificate is signed, and is sent to it."_s;
    } else if (!work.toAsk.isEmpty() && !isKnownInVain) {
        difference.next = Step{QString(ocpp::GetInstalledCertificateIds::action),
                               QJsonObject{{u"certificateType"_s, work.toAsk.first()}}};
        difference.reason = u"What the station has now is not known, so it is asked."_s;
    } else if (const auto step = isKnownInVain ? std::nullopt : nextRootStep(certificates, station.id, work)) {
        difference.next = step;
        difference.reason = u"Root certificates differ: %1."_s.arg(work.roots());
    } else {
        difference.isHopeless = true;
        difference.reason = obstacle(work);
    }
    return difference;
}

void booted(store::Database &db, const QString &station)
{
    store::Certificates(db).booted(station);
}

void failed(store::Database &db, const store::Command &command, store::CommandState state, const QString &error,
            ocpp::Timestamp now)
{
    if (state != store::CommandState::Error || !isUnknownMessage(error))
        return;
    if (command.action != ocpp::CertificateSigned::action)
        return store::Certificates(db).setUnsupported(command.station, error);
    if (const auto request = sentBy<ocpp::CertificateSigned::Request>(command))
        store::CertificateRequests(db).answered(command.station, request->certificateChain, false, error, now);
}

void answered(Context &context, const store::Command &command, const ocpp::CertificateSigned::Response &response)
{
    const auto request = sentBy<ocpp::CertificateSigned::Request>(command);
    if (!request)
        return;
    const bool isAccepted = response.status == ocpp::CertificateSignedStatus::Accepted;
    const QString why = isAccepted ? QString()
                                   : u"The station answered Rejected: to it the certificate is not valid. Look "
                                     "at its security events, and sign the request again."_s;
    store::CertificateRequests(context.db)
        .answered(command.station, request->certificateChain, isAccepted, why, context.received);
}

void answered(Context &context, const store::Command &command, const ocpp::InstallCertificate::Response &response)
{
    const auto request = sentBy<ocpp::InstallCertificate::Request>(command);
    if (!request)
        return;
    store::Certificates certificates(context.db);
    const QByteArray pem = request->certificate.toLatin1();
    if (response.status == ocpp::InstallCertificateStatus::Accepted) {
        certificates.accepted(command.station, request->certificateType, pem, context.received);
    } else {
        const QString why = response.status == ocpp::InstallCertificateStatus::Rejected
                                ? u"The station answered Rejected: the certificate is not valid, or there is no room."_s
                                : u"The station answered Failed."_s;
        certificates.refused(command.station, request->certificateType, pem, why, context.received);
    }
}

void answered(Context &context, const store::Command &command, const ocpp::DeleteCertificate::Response &response)
{
    const auto request = sentBy<ocpp::DeleteCertificate::Request>(command);
    if (!request)
        return;
    store::Certificates certificates(context.db);
    if (response.status == ocpp::DeleteCertificateStatus::Failed) {
        certificates.notDeleted(command.station, request->certificateHashData,
                                u"The station answered Failed: perhaps it needs the certificate for this connection "
                                "(M04.FR.06)."_s,
                                context.received);
    } else {
        const bool isForGood = command.origin != store::certificatesTopic;
        certificates.deleted(command.station, request->certificateHashData, isForGood);
    }
}

void answered(Context &context, const store::Command &command,
              const ocpp::GetInstalledCertificateIds::Response &response)
{
    if (const auto request = sentBy<ocpp::GetInstalledCertificateIds::Request>(command))
        store::Certificates(context.db)
            .report(command.station, request->certificateType, response.certificateHashData, context.received);
}

} // namespace csms::certificates
