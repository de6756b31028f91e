// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/certificates.h"

#include "pki/certificate.h"
#include "pki/signingrequest.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype roomAtFirst = 10;

ocpp::Fault noCertificates()
{
    return {ocpp::ErrorCode::NotImplemented, {}, u"this station does not have the security extension"_s};
}

pki::Moment momentOf(ocpp::Timestamp time)
{
    return std::chrono::floor<std::chrono::seconds>(time);
}

ocpp::CertificateHashData hashDataOf(const pki::Certificate &certificate, ocpp::HashAlgorithm algorithm)
{
    ocpp::CertificateHashData hash{algorithm, {}, {}, certificate.serialNumber};
    for (const pki::IssuerHashes &hashes : certificate.hashes) {
        if (hashes.algorithm == toString(algorithm)) {
            hash.issuerNameHash = hashes.name;
            hash.issuerKeyHash = hashes.key;
        }
    }
    return hash;
}

/// W 6.5, 6.6: the texts are case-insensitive.
bool isSame(const ocpp::CertificateHashData &a, const ocpp::CertificateHashData &b)
{
    const auto same = [](const QString &x, const QString &y) { return x.compare(y, Qt::CaseInsensitive) == 0; };
    return same(a.issuerNameHash, b.issuerNameHash) && same(a.issuerKeyHash, b.issuerKeyHash)
           && same(a.serialNumber, b.serialNumber);
}

} // namespace

std::optional<CertificateManner> parseCertificateManner(const QString &word)
{
    static const QHash<QString, CertificateManner> manners{{u"none"_s, CertificateManner::None},
                                                           {u"good"_s, CertificateManner::Good},
                                                           {u"forgetful"_s, CertificateManner::Forgetful}};
    const auto found = manners.constFind(word);
    return found == manners.constEnd() ? std::nullopt : std::optional(*found);
}

Certificates::Certificates(const StationOptions &options, const ConfigurationKeys &configuration,
                           const StationClock &clock, Caller &caller, Journal &journal)
    : options_(options), configuration_(configuration), clock_(clock), caller_(caller), journal_(journal)
{
}

qsizetype Certificates::room() const
{
    bool isNumber = false;
    const qsizetype most = configuration_.text(u"CertificateStoreMaxLength"_s).toInt(&isNumber);
    return isNumber ? most : roomAtFirst;
}

Answer<ocpp::InstallCertificate::Response> Certificates::handle(const ocpp::InstallCertificate::Request &request)
{
    using Response = ocpp::InstallCertificate::Response;
    using Status = ocpp::InstallCertificateStatus;
    if (!isKnown())
        return noCertificates();
    const auto root = pki::readCertificate(request.certificate.toLatin1());
    const auto checked =
        root.and_then([this](const pki::Certificate &c) { return pki::checkRoot(c, momentOf(clock_.now())); });
    if (!checked)
        return Response{Status::Rejected}; // M05.FR.06
    const auto [begin, end] = roots_.equal_range(request.certificateType);
    const bool isThere = std::any_of(begin, end, [&](const auto &known) { return known.second == root->pem; });
    if (isThere || manner_ == CertificateManner::Forgetful)
        return Response{Status::Accepted};
    if (roots() >= room())
        return Response{Status::Rejected}; // M05.FR.03
    roots_.emplace(request.certificateType, root->pem);
    return Response{Status::Accepted};
}

Answer<ocpp::DeleteCertificate::Response> Certificates::handle(const ocpp::DeleteCertificate::Request &request)
{
    using Response = ocpp::DeleteCertificate::Response;
    using Status = ocpp::DeleteCertificateStatus;
    if (!isKnown())
        return noCertificates();
    const ocpp::CertificateHashData &meant = request.certificateHashData;
    const auto gone = std::erase_if(roots_, [&](const auto &known) {
        return isSame(hashDataOf(*pki::readCertificate(known.second), meant.hashAlgorithm), meant);
    });
    return Response{gone > 0 ? Status::Accepted : Status::NotFound};
}

Answer<ocpp::GetInstalledCertificateIds::Response>
Certificates::handle(const ocpp::GetInstalledCertificateIds::Request &request)
{
    using Status = ocpp::GetInstalledCertificateStatus;
    if (!isKnown())
        return noCertificates();
    ocpp::GetInstalledCertificateIds::Response response;
    const auto [begin, end] = roots_.equal_range(request.certificateType);
    for (auto known = begin; known != end; ++known)
        response.certificateHashData.append(
            hashDataOf(*pki::readCertificate(known->second), ocpp::HashAlgorithm::SHA256));
    response.status = begin == end ? Status::NotFound : Status::Accepted;
    return response;
}

/// A02.FR.06: of the operator's hierarchy. As long as nobody has said which that is, of any.
bool Certificates::isTrusted(const QByteArray &lastOfChain) const
{
    const auto [begin, end] = roots_.equal_range(ocpp::CertificateUse::CentralSystemRootCertificate);
    return begin == end || std::any_of(begin, end, [&](const auto &root) {
               return root.second == lastOfChain || pki::isSignedBy(lastOfChain, root.second);
           });
}

Answer<ocpp::CertificateSigned::Response> Certificates::handle(const ocpp::CertificateSigned::Request &request)
{
    using Response = ocpp::CertificateSigned::Response;
    if (!isKnown())
        return noCertificates();
    const auto chain = pki::readChain(request.certificateChain.toLatin1());
    const bool isValid = chain && !keyFingerprint_.isEmpty() && chain->first().keyFingerprint == keyFingerprint_
                         && chain->first().notAfter > momentOf(clock_.now()) && isTrusted(chain->last().pem);
    if (!isValid) // A02.FR.07
        return {Response{ocpp::CertificateSignedStatus::Rejected}, [this] { tell(u"InvalidChargePointCertificate"_s); }};
    own_ = request.certificateChain.toLatin1();
    return Response{ocpp::CertificateSignedStatus::Accepted};
}

void Certificates::requestOwn()
{
    const QByteArray csr =
        pki::newSigningRequest(pki::newKey(), options_.serial.isEmpty() ? options_.id : options_.serial,
                               configuration_.text(u"CpoName"_s));
    const auto request = pki::readSigningRequest(csr);
    keyFingerprint_ = request ? request->keyFingerprint : QString();
    caller_.call<ocpp::SignCertificate>({QString::fromLatin1(csr)}, [this](const Reply<ocpp::SignCertificate> &reply) {
        const bool isAccepted = reply && reply->status == ocpp::GenericStatus::Accepted;
        if (!isAccepted)
            journal_.note(options_.id, u"nobody signs its certificate"_s);
    });
}

void Certificates::tell(const QString &type, const QString &techInfo)
{
    ocpp::SecurityEventNotification::Request event{type, clock_.now(), {}};
    if (!techInfo.isEmpty())
        event.techInfo = techInfo;
    events_.push_back(event);
    tellNext();
}

void Certificates::tellNext()
{
    if (isTelling_ || events_.empty() || !caller_.isOnline())
        return;
    isTelling_ = true;
    caller_.call<ocpp::SecurityEventNotification>(events_.front(),
                                                  [this](const Reply<ocpp::SecurityEventNotification> &reply) {
                                                      isTelling_ = false;
                                                      if (!reply && !reply.error().isFailureToProcess())
                                                          return; // it waits for the line
                                                      events_.pop_front();
                                                      tellNext();
                                                  });
}

void Certificates::forget()
{
    roots_.clear();
    keyFingerprint_.clear();
    own_.clear();
}

} // namespace simulator
