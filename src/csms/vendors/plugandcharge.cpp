// SPDX-License-Identifier: GPL-3.0-or-later
// ISO 15118 Plug & Charge: what stations ask by DataTransfer, in both vendors' forms.
#include "ocpp/messages/plugandcharge.h"
#include "csms/handlers/authorization.h"
#include "csms/vendors/vendorhandlers.h"
#include "pki/signingrequest.h"
#include "store/certificaterequests.h"
#include "store/contracts.h"
#include "store/idtags.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using ocpp::PncAuthorizationStatus;
using ocpp::PncCertificateStatus;
using ocpp::PncEvStatus;

namespace csms::vendors {
namespace {

// ---- What both forms share

/// Only the newer form has a place for reasons.
template<class Response>
void explain(Response &response, const QString &code, const QString &text)
{
    if constexpr (requires { response.statusInfo; })
        response.statusInfo =
            ocpp::pnc::StatusReason{code, text.isEmpty() ? std::nullopt : std::optional(text.left(512))};
}

template<class Data>
CertificateQuestion certificateQuestion(const Data &data)
{
    CertificateQuestion question{
        {QString(toString(data.hashAlgorithm)), data.issuerNameHash, data.issuerKeyHash, data.serialNumber}, {}};
    if constexpr (std::is_same_v<decltype(data.responderURL), QString>)
        question.responder = data.responderURL;
    else
        question.responder = data.responderURL.value_or(QString());
    return question;
}

template<class Request>
QByteArray presentedChain(const Request &request)
{
    if constexpr (requires { request.certificate; })
        return request.certificate.value_or(QString()).toLatin1();
    else
        return {};
}

// ---- Authorize

constexpr qsizetype mostHashes = 4; // of a chain: the contract's, those of two sub-authorities and the root's

/// Nobody is asked about a longer list than there may be: each of its items names whom we would have to call.
template<class M>
Question questionAbout(const typename M::Request &request)
{
    Question question;
    if (request.certificateHashData.size() > mostHashes)
        return question;
    for (const auto &data : request.certificateHashData)
        question.certificates.append(certificateQuestion(data));
    question.chain = presentedChain(request);
    return question;
}

PncCertificateStatus statusOf(pki::ChainFault fault)
{
    if (fault == pki::ChainFault::Expired)
        return PncCertificateStatus::CertificateExpired;
    return fault == pki::ChainFault::Broken ? PncCertificateStatus::SignatureError
                                            : PncCertificateStatus::CertChainError;
}

/// About a station's question that came before it was accepted.
Consultation nobodyAsked()
{
    Consultation consultation;
    consultation.certificates.append(CertificateFinding());
    return consultation;
}

/// Whether the chain is that of this eMAID (ISO 15118-2: its CN). What comes after 14 characters is a check digit, which
/// may be missing.
bool isOf(const QString &emaid, const QList<pki::ChainLink> &chain)
{
    constexpr qsizetype withoutCheckDigit = 14;
    const auto key = [](const QString &name) { return store::contractKey(name).left(withoutCheckDigit); };
    return key(chain.constFirst().commonName) == key(emaid);
}

/// Of the certificates that the vehicle shows; nothing if it shows none. An answer that was configured for the contract
/// takes the place of what responders say, not of what is seen in the chain itself.
template<class Request>
std::optional<PncCertificateStatus> judge(const Context &context, const std::optional<store::Contract> &contract,
                                          const Request &request)
{
    if (request.certificateHashData.isEmpty() && presentedChain(request).isEmpty())
        return std::nullopt;
    if (request.certificateHashData.size() > mostHashes)
        return PncCertificateStatus::CertChainError;
    const Consultation found = context.consulted ? *context.consulted : nobodyAsked();
    if (found.fault)
        return statusOf(*found.fault);
    if (!found.chain.isEmpty() && !isOf(request.idToken.idToken, found.chain))
        return PncCertificateStatus::CertChainError;
    if (contract && !contract->certificateAnswer.isEmpty())
        return ocpp::fromString<PncCertificateStatus>(contract->certificateAnswer);
    const auto has = [&found](pki::Revocation status) {
        return std::ranges::find(found.certificates, status, &CertificateFinding::status) != found.certificates.end();
    };
    if (has(pki::Revocation::Revoked))
        return PncCertificateStatus::CertificateRevoked;
    if (has(pki::Revocation::Unknown) && !context.policy.plugAndCharge.acceptUnverified)
        return PncCertificateStatus::NoCertificateAvailable;
    return PncCertificateStatus::Accepted;
}

bool isSameHex(const QString &left, const QString &right)
{
    const auto bare = [](QStringView hex) {
        while (hex.size() > 1 && hex.startsWith(u'0'))
            hex = hex.sliced(1); // some write the serial number with leading zeros
        return hex;
    };
    return bare(left).compare(bare(right), Qt::CaseInsensitive) == 0;
}

/// A contract may be bound to one certificate: then that has to be among those shown, as hashes or as themselves.
template<class Request>
bool showsWhatIsBound(const Context &context, const store::Contract &contract, const Request &request)
{
    if (contract.serialNumber.isEmpty())
        return true;
    QList<pki::CertificateId> shown;
    for (const auto &data : request.certificateHashData)
        shown.append(certificateQuestion(data).id);
    if (context.consulted) {
        for (const pki::ChainLink &link : context.consulted->chain)
            shown.append(link.id);
    }
    return std::ranges::any_of(shown, [&contract](const pki::CertificateId &id) {
        return id.algorithm == contract.hashAlgorithm && isSameHex(id.issuerNameHash, contract.issuerNameHash)
               && isSameHex(id.issuerKeyHash, contract.issuerKeyHash)
               && isSameHex(id.serialNumber, contract.serialNumber);
    });
}

template<class Request>
std::optional<PncCertificateStatus> judgeFor(const Context &context, const std::optional<store::Contract> &contract,
                                             const Request &request)
{
    const auto status = judge(context, contract, request);
    const bool isGood = status.value_or(PncCertificateStatus::Accepted) == PncCertificateStatus::Accepted;
    if (contract && isGood && contract->status == store::ContractStatus::Cancelled)
        return PncCertificateStatus::ContractCancelled;
    if (contract && isGood && !showsWhatIsBound(context, *contract, request))
        return PncCertificateStatus::CertChainError;
    return status;
}

PncAuthorizationStatus statusFrom(ocpp::AuthorizationStatus status, bool isKnown)
{
    switch (status) {
    case ocpp::AuthorizationStatus::Accepted:
        return PncAuthorizationStatus::Accepted;
    case ocpp::AuthorizationStatus::Blocked:
        return PncAuthorizationStatus::Blocked;
    case ocpp::AuthorizationStatus::Expired:
        return PncAuthorizationStatus::Expired;
    case ocpp::AuthorizationStatus::ConcurrentTx:
        return PncAuthorizationStatus::ConcurrentTx;
    case ocpp::AuthorizationStatus::Invalid:
        return isKnown ? PncAuthorizationStatus::Invalid : PncAuthorizationStatus::Unknown;
    }
    Q_UNREACHABLE();
}

/// The older form knows only good and revoked: what may not be relied on is not good.
void tellCertificates(ocpp::pnc::Authorize::Response &response, std::optional<PncCertificateStatus> status)
{
    response.certificateStatus = status;
}

void tellCertificates(ocpp::pncold::Authorize::Response &response, std::optional<PncCertificateStatus> status)
{
    using Old = ocpp::PncOldCertificateStatus;
    const bool isGood = status.value_or(PncCertificateStatus::Accepted) == PncCertificateStatus::Accepted;
    response.certificateStatus = isGood ? Old::Accepted : Old::CertificateRevoked;
}

template<class Status>
void tellGroup(Status &status, const std::optional<QString> &parent)
{
    if constexpr (requires { status.groupIdToken; }) {
        if (parent)
            status.groupIdToken = ocpp::pnc::IdToken{{}, *parent, ocpp::PncTokenType::Central};
    }
}

template<class M>
typename M::Response authorizeContract(Context &context, const typename M::Request &request)
{
    const QString emaid = request.idToken.idToken;
    const auto contract = store::Contracts(context.db).find(emaid);
    const bool isKnown = contract || store::IdTags(context.db).find(ownTag(context.station, emaid));
    const ocpp::IdTagInfo info = tagInfo(context, ownTag(context.station, emaid));
    const auto certificates = judgeFor(context, contract, request);
    typename M::Response response;
    response.idTokenInfo.status = statusFrom(info.status, isKnown);
    const bool isGood = certificates.value_or(PncCertificateStatus::Accepted) == PncCertificateStatus::Accepted;
    if (!isGood && response.idTokenInfo.status == PncAuthorizationStatus::Accepted)
        response.idTokenInfo.status = PncAuthorizationStatus::Invalid;
    response.idTokenInfo.cacheExpiryDateTime = info.expiryDate;
    tellGroup(response.idTokenInfo, info.parentIdTag);
    tellCertificates(response, certificates);
    store::Contracts(context.db)
        .noteUse(emaid, context.station.id, toString(response.idTokenInfo.status),
                 certificates ? QString(toString(*certificates)) : QString(), context.received);
    return response;
}

// ---- GetCertificateStatus

template<class M>
Question questionAboutStatus(const typename M::Request &request)
{
    return {{certificateQuestion(request.ocspRequestData)}, {}, {}};
}

template<class M>
typename M::Response tellCertificateStatus(Context &context, const typename M::Request &)
{
    constexpr qsizetype longest = 5500; // of ocspResult
    typename M::Response response;
    const CertificateFinding found = context.consulted && !context.consulted->certificates.isEmpty()
                                         ? context.consulted->certificates.constFirst()
                                         : CertificateFinding();
    const QByteArray result = found.ocsp.toBase64();
    if (result.isEmpty()) {
        // Stations may name any address: what became of the connection is not for them.
        explain(response, u"NoOcspResponse"_s, {});
        if (!found.reason.isEmpty())
            context.findings.append({ocpp::ErrorCode::GenericError, u"/ocspRequestData"_s, found.reason, {}});
    } else if (result.size() > longest) {
        explain(response, u"TooLong"_s, u"The OCSP response is longer than a station can take."_s);
    } else {
        response.status = PncEvStatus::Accepted;
        response.ocspResult = QString::fromLatin1(result); // the station judges it itself
    }
    return response;
}

// ---- SignCertificate

/// The older form leaves open how the request is written: PEM, or its DER in hex or base64.
QByteArray requestInPem(const QString &csr)
{
    if (csr.contains("-----BEGIN"_L1))
        return csr.toLatin1();
    const QByteArray text = csr.simplified().remove(u' ').toLatin1();
    const QByteArray fromHex = QByteArray::fromHex(text);
    const QByteArray der = fromHex.size() * 2 == text.size() ? fromHex : QByteArray::fromBase64(text);
    const QByteArray base64 = der.toBase64();
    QByteArray pem = "-----BEGIN CERTIFICATE REQUEST-----\n";
    for (qsizetype at = 0; at < base64.size(); at += 64)
        pem += base64.mid(at, 64) + '\n';
    return pem + "-----END CERTIFICATE REQUEST-----\n";
}

/// A certificate for the station's own use may carry its names only, as one that it asks for by SignCertificate. A SECC may
/// have a name of its own for ISO 15118, but not another station's.
QString objectionTo(Context &context, std::optional<ocpp::PncSigningUse> use, const pki::SigningRequest &request)
{
    store::CertificateRequests requests(context.db);
    if (use != ocpp::PncSigningUse::V2GCertificate)
        return requests.objection(context.station.id, request.commonName, request.organization);
    const QString other = requests.otherNamed(context.station.id, request.commonName);
    return other.isEmpty()
               ? QString()
               : u"The request is for \"%1\", and that is %2's id or serial number."_s.arg(request.commonName, other);
}

/// Accepted means that somebody can have it signed: the provider, or who looks after the list. The certificate follows
/// in a message of its own, after this answer (behaviour 37).
template<class M, const QLatin1StringView &vendorId>
typename M::Response orderCertificate(Context &context, const typename M::Request &request)
{
    typename M::Response response;
    const QByteArray csr = requestInPem(request.csr);
    const auto readable = pki::readSigningRequest(csr);
    if (!readable) {
        explain(response, u"InvalidCSR"_s, readable.error());
        return response;
    }
    if (const QString objection = objectionTo(context, request.certificateType, *readable); !objection.isEmpty()) {
        // Whose name it is, is not for the station.
        explain(response, u"InvalidCSR"_s, u"The subject of the request is not this station's."_s);
        context.findings.append({ocpp::ErrorCode::SecurityError, u"/csr"_s, objection, u"W A00.FR.511"_s});
        return response;
    }
    store::SigningOrder order;
    order.station = context.station.id;
    order.vendorId = vendorId;
    order.use = request.certificateType ? QString(toString(*request.certificateType)) : QString();
    order.csr = QString::fromLatin1(csr);
    order.received = context.received;
    if (!context.policy.plugAndCharge.estUrl.isEmpty())
        order.nextTry = context.received;
    if (store::SigningOrders orders(context.db); !orders.isUnderWay(order))
        orders.add(order);
    signingRequested(context);
    response.status = ocpp::GenericStatus::Accepted;
    return response;
}

// ---- Get15118EVCertificate

/// The older form's own schema asks for a member by the newer form's name, and lists it by another.
template<class M>
QJsonObject asListed(QJsonObject data)
{
    if constexpr (std::is_same_v<M, ocpp::pncold::Get15118EVCertificate>) {
        const QJsonValue version = data.take("iso15118SchemaVersion"_L1);
        if (!version.isUndefined() && !data.contains("15118SchemaVersion"_L1))
            data.insert("15118SchemaVersion"_L1, version);
    }
    return data;
}

template<class M>
Question questionForVehicle(const typename M::Request &request)
{
    QJsonObject wanted = ocpp::encode(request);
    if (const QJsonValue version = wanted.take("15118SchemaVersion"_L1); !version.isUndefined())
        wanted.insert("iso15118SchemaVersion"_L1, version); // one form for the provider
    return {{}, {}, wanted};
}

template<class M>
typename M::Response passVehicleCertificate(Context &context, const typename M::Request &)
{
    constexpr qsizetype longest = 5600; // of exiResponse
    const Provider::EvCertificate none = tl::unexpected(QString());
    const Provider::EvCertificate &said = context.consulted ? context.consulted->evCertificate : none;
    typename M::Response response;
    if (!said) {
        explain(response, u"NoProvider"_s, said.error());
        return response;
    }
    QList<ocpp::Finding> ignored; // the provider's, not the station's
    const auto passed = ocpp::decode<typename M::Response>(*said, ignored);
    if (!passed) {
        explain(response, u"BadAnswer"_s,
                u"The service for contract certificates: %1 %2."_s.arg(passed.error().path, passed.error().text));
    } else if (passed->exiResponse.size() > longest) {
        explain(response, u"TooLong"_s, u"The answer is longer than a station can take."_s); // cut it would be of no use
    } else {
        return *passed;
    }
    return response;
}

// ---- The table

using Zone = ocpp::Zone;

template<class M, auto handler>
ocpp::Result<QJsonObject> typed(Context &context, const QJsonObject &data)
{
    const Zone zone = context.station.zonelessIsLocal ? Zone::Local : Zone::Utc;
    return ocpp::decode<typename M::Request>(asListed<M>(data), context.findings, {zone}).map([&](const auto &request) {
        return ocpp::encode(handler(context, request));
    });
}

template<class M, auto question>
std::optional<Question> askedOf(const QJsonObject &data)
{
    QList<ocpp::Finding> findings; // noted when it is handled
    const auto request = ocpp::decode<typename M::Request>(asListed<M>(data), findings);
    if (!request)
        return std::nullopt;
    Question what = question(*request);
    const bool isEmpty = what.certificates.isEmpty() && what.chain.isEmpty() && !what.evCertificate;
    return isEmpty ? std::nullopt : std::optional(std::move(what));
}

template<class M, auto handler, auto question>
constexpr VendorHandler asking(QLatin1StringView vendorId)
{
    return {vendorId, M::messageId, typed<M, handler>, askedOf<M, question>};
}

template<class A, class C, class S, class E, const QLatin1StringView &vendorId>
constexpr std::array<VendorHandler, 4> handlersOf()
{
    return {asking<A, authorizeContract<A>, questionAbout<A>>(vendorId),
            asking<C, tellCertificateStatus<C>, questionAboutStatus<C>>(vendorId),
            VendorHandler{vendorId, S::messageId, typed<S, orderCertificate<S, vendorId>>, nullptr},
            asking<E, passVehicleCertificate<E>, questionForVehicle<E>>(vendorId)};
}

} // namespace

std::span<const VendorHandler> plugAndChargeHandlers()
{
    static const auto handlers = [] {
        namespace now = ocpp::pnc;
        namespace before = ocpp::pncold;
        const auto current = handlersOf<now::Authorize, now::GetCertificateStatus, now::SignCertificate,
                                        now::Get15118EVCertificate, now::vendorId>();
        const auto older = handlersOf<before::Authorize, before::GetCertificateStatus, before::SignCertificate,
                                      before::Get15118EVCertificate, before::vendorId>();
        std::array<VendorHandler, 8> all{};
        std::ranges::copy(older, std::ranges::copy(current, all.begin()).out);
        return all;
    }();
    return handlers;
}

} // namespace csms::vendors
