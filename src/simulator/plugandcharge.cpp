// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plugandcharge.h"

#include "ocpp/jsontext.h"
#include "pki/certificate.h"
#include "pki/signingrequest.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using ocpp::DataTransferStatus;

namespace {

QByteArray pemFromDer(const QByteArray &der)
{
    const QByteArray base64 = der.toBase64();
    QByteArray pem = "-----BEGIN CERTIFICATE-----\n";
    for (qsizetype at = 0; at < base64.size(); at += 64)
        pem += base64.mid(at, 64) + '\n';
    return pem + "-----END CERTIFICATE-----\n";
}

QString derInHex(const QByteArray &pem)
{
    const qsizetype begin = pem.indexOf('\n') + 1;
    return QString::fromLatin1(QByteArray::fromBase64(pem.mid(begin, pem.lastIndexOf("-----END") - begin)).toHex());
}

/// What differs between the two forms.
struct CurrentForm {
    static constexpr QLatin1StringView vendorId = ocpp::pnc::vendorId;
    using Authorize = ocpp::pnc::Authorize;
    using CertificateSigned = ocpp::pnc::CertificateSigned;
    using DeleteCertificate = ocpp::pnc::DeleteCertificate;
    using Get15118EVCertificate = ocpp::pnc::Get15118EVCertificate;
    using GetCertificateStatus = ocpp::pnc::GetCertificateStatus;
    using GetInstalledCertificateIds = ocpp::pnc::GetInstalledCertificateIds;
    using InstallCertificate = ocpp::pnc::InstallCertificate;
    using SignCertificate = ocpp::pnc::SignCertificate;
    using TriggerMessage = ocpp::pnc::TriggerMessage;
    using OcspRequestData = ocpp::pnc::OcspRequestData;

    static QByteArray pemOf(const QString &certificate) { return certificate.toLatin1(); }
    static QString written(const QByteArray &request) { return QString::fromLatin1(request); }
    static ocpp::pnc::IdToken token(const QString &emaid) { return {{}, emaid, ocpp::PncTokenType::eMAID}; }
    static Get15118EVCertificate::Request evRequest(const QString &exi)
    {
        return {u"urn:iso:15118:2:2013:MsgDef"_s, ocpp::PncCertificateAction::Install, exi};
    }
    static void list(const QList<ocpp::pnc::HashDataChain> &chains, GetInstalledCertificateIds::Response &response)
    {
        response.certificateHashDataChain = chains;
    }
};

struct OlderForm {
    static constexpr QLatin1StringView vendorId = ocpp::pncold::vendorId;
    using Authorize = ocpp::pncold::Authorize;
    using CertificateSigned = ocpp::pncold::CertificateSigned;
    using DeleteCertificate = ocpp::pncold::DeleteCertificate;
    using Get15118EVCertificate = ocpp::pncold::Get15118EVCertificate;
    using GetCertificateStatus = ocpp::pncold::GetCertificateStatus;
    using GetInstalledCertificateIds = ocpp::pncold::GetInstalledCertificateIds;
    using InstallCertificate = ocpp::pncold::InstallCertificate;
    using SignCertificate = ocpp::pncold::SignCertificate;
    using TriggerMessage = ocpp::pncold::TriggerMessage;
    using OcspRequestData = ocpp::pncold::OcspRequestData;

    static QByteArray pemOf(const QString &certificate)
    {
        return pemFromDer(QByteArray::fromHex(certificate.toLatin1()));
    }
    static QString written(const QByteArray &request) { return derInHex(request); }
    static ocpp::pncold::IdToken token(const QString &emaid) { return {emaid, ocpp::PncOldTokenType::eMAID}; }
    static Get15118EVCertificate::Request evRequest(const QString &exi)
    {
        return {u"urn:iso:15118:2:2013:MsgDef"_s, exi};
    }
    static void list(const QList<ocpp::pnc::HashDataChain> &chains, GetInstalledCertificateIds::Response &response)
    {
        for (const auto &chain : chains)
            response.certificateHashData.append(chain.certificateHashData);
    }
};

template<class Data>
Data shownCertificate(const QString &emaid, const QString &responder)
{
    const auto hash = [&](const char *of) {
        return QString::fromLatin1(
            QCryptographicHash::hash(of + emaid.toUtf8(), QCryptographicHash::Sha256).toHex().toUpper());
    };
    return {ocpp::HashAlgorithm::SHA256, hash("name"), hash("key"), hash("serial").first(16), responder};
}

QJsonObject objectIn(const std::optional<QString> &data)
{
    return QJsonDocument::fromJson(data.value_or(QString()).toUtf8()).object();
}

ocpp::pnc::HashData hashesOf(const QByteArray &pem)
{
    ocpp::pnc::HashData data{};
    if (const auto certificate = pki::readCertificate(pem)) {
        data.hashAlgorithm = ocpp::HashAlgorithm::SHA256;
        data.serialNumber = certificate->serialNumber;
        for (const pki::IssuerHashes &hashes : certificate->hashes) {
            if (hashes.algorithm != toString(data.hashAlgorithm))
                continue;
            data.issuerNameHash = hashes.name;
            data.issuerKeyHash = hashes.key;
        }
    }
    return data;
}

ocpp::PncCertificateUse useOf(ocpp::PncRootUse use)
{
    return ocpp::fromString<ocpp::PncCertificateUse>(QString(toString(use)))
        .value_or(ocpp::PncCertificateUse::V2GRootCertificate);
}

} // namespace

std::optional<PlugAndChargeForm> parsePlugAndChargeForm(const QString &word)
{
    if (word == "none"_L1)
        return PlugAndChargeForm::None;
    if (word == "current"_L1)
        return PlugAndChargeForm::Current;
    return word == "older"_L1 ? std::optional(PlugAndChargeForm::Older) : std::nullopt;
}

PlugAndCharge::PlugAndCharge(const StationOptions &options, Caller &caller, Journal &journal)
    : options_(options), caller_(caller), journal_(journal)
{
}

// ---- What the station asks

template<class M>
void PlugAndCharge::ask(QLatin1StringView vendorId, const typename M::Request &request,
                        std::function<void(const ocpp::Result<typename M::Response> &)> then)
{
    const QString data = QString::fromUtf8(ocpp::compactBytes(ocpp::encode(request)));
    const auto answered = [then = std::move(then)](const Reply<ocpp::DataTransfer> &reply) {
        if (!reply || reply->status != DataTransferStatus::Accepted)
            return then(tl::unexpected(ocpp::Fault{ocpp::ErrorCode::GenericError, {}, u"was not answered"_s}));
        QList<ocpp::Finding> findings;
        then(ocpp::decode<typename M::Response>(objectIn(reply->data), findings));
    };
    caller_.call<ocpp::DataTransfer>({QString(vendorId), QString(M::messageId), data}, answered);
}

void PlugAndCharge::authorize(const QString &emaid, const QString &responder, std::function<void(bool)> then)
{
    const auto in = [&]<class Form>(Form) {
        typename Form::Authorize::Request request;
        request.idToken = Form::token(emaid);
        request.certificateHashData = {shownCertificate<typename Form::OcspRequestData>(emaid, responder)};
        ask<typename Form::Authorize>(Form::vendorId, request, [then](const auto &response) {
            then(response && response->idTokenInfo.status == ocpp::PncAuthorizationStatus::Accepted);
        });
    };
    if (form_ == PlugAndChargeForm::None)
        return then(false);
    form_ == PlugAndChargeForm::Current ? in(CurrentForm()) : in(OlderForm());
}

void PlugAndCharge::askStatus(const QString &emaid, const QString &responder)
{
    const auto in = [&]<class Form>(Form) {
        typename Form::GetCertificateStatus::Request request;
        request.ocspRequestData = shownCertificate<typename Form::OcspRequestData>(emaid, responder);
        ask<typename Form::GetCertificateStatus>(Form::vendorId, request, [this](const auto &response) {
            const bool isKnown = response && response->status == ocpp::PncEvStatus::Accepted;
            journal_.note(options_.id,
                          isKnown ? u"has the status of a certificate"_s : u"learns no certificate's status"_s);
        });
    };
    if (form_ != PlugAndChargeForm::None)
        form_ == PlugAndChargeForm::Current ? in(CurrentForm()) : in(OlderForm());
}

void PlugAndCharge::askEvCertificate(const QString &exi)
{
    const auto in = [&]<class Form>(Form) {
        ask<typename Form::Get15118EVCertificate>(Form::vendorId, Form::evRequest(exi), [this](const auto &response) {
            const bool isMade = response && response->status == ocpp::PncEvStatus::Accepted;
            journal_.note(options_.id, isMade ? u"has a contract certificate for the car"_s
                                              : u"gets no contract certificate for the car"_s);
        });
    };
    if (form_ != PlugAndChargeForm::None)
        form_ == PlugAndChargeForm::Current ? in(CurrentForm()) : in(OlderForm());
}

void PlugAndCharge::requestOwn()
{
    const QByteArray csr = pki::newSigningRequest(pki::newKey(), options_.id, options_.vendor);
    const auto made = pki::readSigningRequest(csr);
    keyFingerprint_ = made ? made->keyFingerprint : QString();
    const auto in = [&]<class Form>(Form) {
        const typename Form::SignCertificate::Request request{Form::written(csr), ocpp::PncSigningUse::V2GCertificate};
        ask<typename Form::SignCertificate>(Form::vendorId, request, [this](const auto &response) {
            if (!response || response->status != ocpp::GenericStatus::Accepted)
                journal_.note(options_.id, u"nobody signs its certificate"_s);
        });
    };
    if (form_ != PlugAndChargeForm::None)
        form_ == PlugAndChargeForm::Current ? in(CurrentForm()) : in(OlderForm());
}

void PlugAndCharge::forget()
{
    roots_.clear();
    keyFingerprint_.clear();
    own_.clear();
}

// ---- What the station is asked

Answer<ocpp::DataTransfer::Response> PlugAndCharge::handle(const ocpp::DataTransfer::Request &request)
{
    const auto is = [&](QLatin1StringView vendorId) {
        return request.vendorId.compare(vendorId, Qt::CaseInsensitive) == 0;
    };
    if (form_ == PlugAndChargeForm::Current && is(CurrentForm::vendorId))
        return handleIn<CurrentForm>(request);
    if (form_ == PlugAndChargeForm::Older && is(OlderForm::vendorId))
        return handleIn<OlderForm>(request);
    return ocpp::DataTransfer::Response{DataTransferStatus::UnknownVendorId, {}}; // 4.3: without data
}

template<class M>
bool PlugAndCharge::take(const ocpp::DataTransfer::Request &request,
                         const std::function<typename M::Response(const typename M::Request &)> &answer,
                         ocpp::DataTransfer::Response &said)
{
    if (request.messageId.value_or(QString()).compare(M::messageId, Qt::CaseInsensitive) != 0)
        return false;
    QList<ocpp::Finding> findings;
    const auto inside = ocpp::decode<typename M::Request>(objectIn(request.data), findings);
    if (inside)
        said = {DataTransferStatus::Accepted, QString::fromUtf8(ocpp::compactBytes(ocpp::encode(answer(*inside))))};
    else
        said = {DataTransferStatus::Rejected, {}};
    return true;
}

template<class Form>
Answer<ocpp::DataTransfer::Response> PlugAndCharge::handleIn(const ocpp::DataTransfer::Request &request)
{
    using Signed = typename Form::CertificateSigned;
    using Install = typename Form::InstallCertificate;
    using Delete = typename Form::DeleteCertificate;
    using Ids = typename Form::GetInstalledCertificateIds;
    using Trigger = typename Form::TriggerMessage;
    ocpp::DataTransfer::Response said{DataTransferStatus::UnknownMessageId, {}};
    bool isTriggered = false;
    const auto certificateSigned = [this](const typename Signed::Request &r) {
        typename Signed::Response response;
        response.status = takeOwn(Form::pemOf(r.certificateChain));
        return response;
    };
    const auto installed = [this](const typename Install::Request &r) {
        typename Install::Response response;
        response.status = install(r.certificateType, Form::pemOf(r.certificate));
        return response;
    };
    const auto deleted = [this](const typename Delete::Request &r) {
        typename Delete::Response response;
        response.status = remove(r.certificateHashData);
        return response;
    };
    const auto ids = [this](const typename Ids::Request &r) {
        typename Ids::Response response;
        const auto chains = listed(r.certificateType);
        response.status = chains.isEmpty() ? ocpp::PncListStatus::NotFound : ocpp::PncListStatus::Accepted;
        Form::list(chains, response);
        return response;
    };
    const auto triggered = [&isTriggered](const typename Trigger::Request &r) {
        typename Trigger::Response response;
        isTriggered = toString(r.requestedMessage) == "SignV2GCertificate"_L1;
        response.status = isTriggered ? ocpp::PncTriggerStatus::Accepted : ocpp::PncTriggerStatus::NotImplemented;
        return response;
    };
    take<Signed>(request, certificateSigned, said) || take<Install>(request, installed, said)
        || take<Delete>(request, deleted, said) || take<Ids>(request, ids, said)
        || take<Trigger>(request, triggered, said);
    if (isTriggered)
        return {said, [this] { requestOwn(); }};
    return said;
}

ocpp::CertificateSignedStatus PlugAndCharge::takeOwn(const QByteArray &chain)
{
    const auto certificates = pki::readChain(chain);
    const bool isOurs =
        certificates && !keyFingerprint_.isEmpty() && certificates->first().keyFingerprint == keyFingerprint_;
    if (isOurs)
        own_ = chain;
    return isOurs ? ocpp::CertificateSignedStatus::Accepted : ocpp::CertificateSignedStatus::Rejected;
}

ocpp::PncInstallStatus PlugAndCharge::install(ocpp::PncRootUse use, const QByteArray &pem)
{
    if (!pki::readCertificate(pem))
        return ocpp::PncInstallStatus::Rejected;
    if (!roots_.contains(use, pem))
        roots_.insert(use, pem);
    return ocpp::PncInstallStatus::Accepted;
}

ocpp::PncDeleteStatus PlugAndCharge::remove(const ocpp::pnc::HashData &hash)
{
    const auto gone = roots_.removeIf([&](const auto &root) {
        const auto known = hashesOf(root.value());
        return known.serialNumber.compare(hash.serialNumber, Qt::CaseInsensitive) == 0
               && known.issuerNameHash.compare(hash.issuerNameHash, Qt::CaseInsensitive) == 0
               && known.issuerKeyHash.compare(hash.issuerKeyHash, Qt::CaseInsensitive) == 0;
    });
    return gone > 0 ? ocpp::PncDeleteStatus::Accepted : ocpp::PncDeleteStatus::NotFound;
}

QList<ocpp::pnc::HashDataChain> PlugAndCharge::listed(const QList<ocpp::PncCertificateUse> &uses) const
{
    QList<ocpp::pnc::HashDataChain> chains;
    for (auto root = roots_.begin(); root != roots_.end(); ++root) {
        if (uses.isEmpty() || uses.contains(useOf(root.key())))
            chains.append({hashesOf(root.value()), useOf(root.key()), {}});
    }
    return chains;
}

} // namespace simulator
