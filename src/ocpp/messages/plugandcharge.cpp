// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages/plugandcharge.h"

#include <vector>

namespace ocpp {
namespace pnc {

// Where the messages are defined, for people who look at a field.
constexpr auto source = "OCA: ISO 15118 Plug & Charge with OCPP 1.6";

std::span<const Field> StatusReason::fields()
{
    static constexpr auto fields = table(source, required<&StatusReason::reasonCode>("reasonCode", maxLength(20)),
                                         optional<&StatusReason::additionalInfo>("additionalInfo", maxLength(512)));
    return fields;
}

std::span<const Field> HashData::fields()
{
    static constexpr auto fields = table(source, required<&HashData::hashAlgorithm>("hashAlgorithm"),
                                         required<&HashData::issuerNameHash>("issuerNameHash", maxLength(128)),
                                         required<&HashData::issuerKeyHash>("issuerKeyHash", maxLength(128)),
                                         required<&HashData::serialNumber>("serialNumber", maxLength(40)));
    return fields;
}

std::span<const Field> OcspRequestData::fields()
{
    static constexpr auto fields = table(source, required<&OcspRequestData::hashAlgorithm>("hashAlgorithm"),
                                         required<&OcspRequestData::issuerNameHash>("issuerNameHash", maxLength(128)),
                                         required<&OcspRequestData::issuerKeyHash>("issuerKeyHash", maxLength(128)),
                                         required<&OcspRequestData::serialNumber>("serialNumber", maxLength(40)),
                                         required<&OcspRequestData::responderURL>("responderURL", maxLength(512)));
    return fields;
}

std::span<const Field> AdditionalToken::fields()
{
    static constexpr auto fields =
        table(source, required<&AdditionalToken::additionalIdToken>("additionalIdToken", maxLength(36)),
              required<&AdditionalToken::type>("type", maxLength(50)));
    return fields;
}

std::span<const Field> IdToken::fields()
{
    static constexpr auto fields =
        table(source, optional<&IdToken::additionalInfo>("additionalInfo", oneOrMoreBySchema()),
              required<&IdToken::idToken>("idToken", maxLength(36)), required<&IdToken::type>("type"));
    return fields;
}

std::span<const Field> PersonalMessage::fields()
{
    static constexpr auto fields = table(source, required<&PersonalMessage::format>("format"),
                                         optional<&PersonalMessage::language>("language", maxLength(8)),
                                         required<&PersonalMessage::content>("content", maxLength(512)));
    return fields;
}

std::span<const Field> IdTokenStatus::fields()
{
    static constexpr auto fields =
        table(source, required<&IdTokenStatus::status>("status"),
              optional<&IdTokenStatus::cacheExpiryDateTime>("cacheExpiryDateTime"),
              optional<&IdTokenStatus::chargingPriority>("chargingPriority", atLeast(-9), atMost(9)),
              optional<&IdTokenStatus::language1>("language1", maxLength(8)),
              optional<&IdTokenStatus::evseId>("evseId", oneOrMoreBySchema()),
              optional<&IdTokenStatus::groupIdToken>("groupIdToken"),
              optional<&IdTokenStatus::language2>("language2", maxLength(8)),
              optional<&IdTokenStatus::personalMessage>("personalMessage"));
    return fields;
}

std::span<const Field> HashDataChain::fields()
{
    static constexpr auto fields = table(
        source, required<&HashDataChain::certificateHashData>("certificateHashData"),
        required<&HashDataChain::certificateType>("certificateType"),
        optional<&HashDataChain::childCertificateHashData>("childCertificateHashData", oneOrMoreBySchema(), atMost(4)));
    return fields;
}

std::span<const Field> Evse::fields()
{
    static constexpr auto fields =
        table(source, required<&Evse::id>("id"), optional<&Evse::connectorId>("connectorId"));
    return fields;
}

std::span<const Field> Authorize::Request::fields()
{
    static constexpr auto fields = table(
        source, required<&Request::idToken>("idToken"), optional<&Request::certificate>("certificate", maxLength(5500)),
        optional<&Request::certificateHashData>("iso15118CertificateHashData", oneOrMoreBySchema(), atMost(4)));
    return fields;
}

std::span<const Field> Authorize::Response::fields()
{
    static constexpr auto fields = table(source, required<&Response::idTokenInfo>("idTokenInfo"),
                                         optional<&Response::certificateStatus>("certificateStatus"));
    return fields;
}

std::span<const Field> GetCertificateStatus::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::ocspRequestData>("ocspRequestData"));
    return fields;
}

std::span<const Field> GetCertificateStatus::Response::fields()
{
    static constexpr auto fields =
        table(source, required<&Response::status>("status"), optional<&Response::statusInfo>("statusInfo"),
              optional<&Response::ocspResult>("ocspResult", maxLength(5500)));
    return fields;
}

std::span<const Field> SignCertificate::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::csr>("csr", maxLength(5500)),
                                         optional<&Request::certificateType>("certificateType"));
    return fields;
}

std::span<const Field> SignCertificate::Response::fields()
{
    static constexpr auto fields =
        table(source, required<&Response::status>("status"), optional<&Response::statusInfo>("statusInfo"));
    return fields;
}

std::span<const Field> Get15118EVCertificate::Request::fields()
{
    static constexpr auto fields =
        table(source, required<&Request::iso15118SchemaVersion>("iso15118SchemaVersion", maxLength(50)),
              required<&Request::action>("action"), required<&Request::exiRequest>("exiRequest", maxLength(5600)));
    return fields;
}

std::span<const Field> Get15118EVCertificate::Response::fields()
{
    static constexpr auto fields =
        table(source, required<&Response::status>("status"), optional<&Response::statusInfo>("statusInfo"),
              required<&Response::exiResponse>("exiResponse", maxLength(5600)));
    return fields;
}

std::span<const Field> CertificateSigned::Request::fields()
{
    static constexpr auto fields =
        table(source, required<&Request::certificateChain>("certificateChain", maxLength(10000)),
              optional<&Request::certificateType>("certificateType"));
    return fields;
}

std::span<const Field> CertificateSigned::Response::fields()
{
    static constexpr auto fields =
        table(source, required<&Response::status>("status"), optional<&Response::statusInfo>("statusInfo"));
    return fields;
}

std::span<const Field> InstallCertificate::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::certificateType>("certificateType"),
                                         required<&Request::certificate>("certificate", maxLength(5500)));
    return fields;
}

std::span<const Field> InstallCertificate::Response::fields()
{
    static constexpr auto fields =
        table(source, required<&Response::status>("status"), optional<&Response::statusInfo>("statusInfo"));
    return fields;
}

std::span<const Field> DeleteCertificate::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::certificateHashData>("certificateHashData"));
    return fields;
}

std::span<const Field> DeleteCertificate::Response::fields()
{
    static constexpr auto fields =
        table(source, required<&Response::status>("status"), optional<&Response::statusInfo>("statusInfo"));
    return fields;
}

std::span<const Field> GetInstalledCertificateIds::Request::fields()
{
    static constexpr auto fields =
        table(source, optional<&Request::certificateType>("certificateType", oneOrMoreBySchema()));
    return fields;
}

std::span<const Field> GetInstalledCertificateIds::Response::fields()
{
    static constexpr auto fields =
        table(source, required<&Response::status>("status"), optional<&Response::statusInfo>("statusInfo"),
              optional<&Response::certificateHashDataChain>("certificateHashDataChain", oneOrMoreBySchema()));
    return fields;
}

std::span<const Field> TriggerMessage::Request::fields()
{
    static constexpr auto fields =
        table(source, optional<&Request::evse>("evse"), required<&Request::requestedMessage>("requestedMessage"));
    return fields;
}

std::span<const Field> TriggerMessage::Response::fields()
{
    static constexpr auto fields =
        table(source, required<&Response::status>("status"), optional<&Response::statusInfo>("statusInfo"));
    return fields;
}

} // namespace pnc
namespace pncold {

// Where the messages are defined, for people who look at a field.
constexpr auto source = "ISO 15118 over DataTransfer, older form";

std::span<const Field> OcspRequestData::fields()
{
    static constexpr auto fields = table(source, required<&OcspRequestData::hashAlgorithm>("hashAlgorithm"),
                                         required<&OcspRequestData::issuerNameHash>("issuerNameHash", maxLength(128)),
                                         required<&OcspRequestData::issuerKeyHash>("issuerKeyHash", maxLength(128)),
                                         required<&OcspRequestData::serialNumber>("serialNumber", maxLength(40)),
                                         optional<&OcspRequestData::responderURL>("responderURL", maxLength(512)));
    return fields;
}

std::span<const Field> IdToken::fields()
{
    static constexpr auto fields =
        table(source, required<&IdToken::idToken>("idToken", maxLength(36)), required<&IdToken::type>("type"));
    return fields;
}

std::span<const Field> IdTokenStatus::fields()
{
    static constexpr auto fields = table(source, required<&IdTokenStatus::status>("status"),
                                         optional<&IdTokenStatus::cacheExpiryDateTime>("cacheExpiryDateTime"));
    return fields;
}

std::span<const Field> CertificateChain::fields()
{
    static constexpr auto fields =
        table(source, required<&CertificateChain::certificate>("certificate", maxLength(800)),
              optional<&CertificateChain::childCertificate>("childCertificate", maxLength(800), oneOrMoreBySchema(),
                                                            atMost(4)));
    return fields;
}

std::span<const Field> Authorize::Request::fields()
{
    static constexpr auto fields =
        table(source, required<&Request::idToken>("idToken"),
              required<&Request::certificateHashData>("15118CertificateHashData", oneOrMoreBySchema(), atMost(4)));
    return fields;
}

std::span<const Field> Authorize::Response::fields()
{
    static constexpr auto fields = table(source, required<&Response::certificateStatus>("certificateStatus"),
                                         required<&Response::idTokenInfo>("idTokenInfo"));
    return fields;
}

std::span<const Field> GetCertificateStatus::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::ocspRequestData>("ocspRequestData"));
    return fields;
}

std::span<const Field> GetCertificateStatus::Response::fields()
{
    static constexpr auto fields = table(source, required<&Response::status>("status"),
                                         optional<&Response::ocspResult>("ocspResult", maxLength(5500)));
    return fields;
}

std::span<const Field> SignCertificate::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::csr>("csr", maxLength(800)),
                                         optional<&Request::certificateType>("typeOfCertificate"));
    return fields;
}

std::span<const Field> SignCertificate::Response::fields()
{
    static constexpr auto fields = table(source, required<&Response::status>("status"));
    return fields;
}

std::span<const Field> Get15118EVCertificate::Request::fields()
{
    static constexpr auto fields =
        table(source, optional<&Request::iso15118SchemaVersion>("15118SchemaVersion", maxLength(50)),
              required<&Request::exiRequest>("exiRequest", maxLength(5500)));
    return fields;
}

std::span<const Field> Get15118EVCertificate::Response::fields()
{
    static constexpr auto fields = table(
        source, required<&Response::status>("status"), required<&Response::exiResponse>("exiResponse", maxLength(5600)),
        optional<&Response::contractSignatureCertificateChain>("contractSignatureCertificateChain"),
        optional<&Response::saProvisioningCertificateChain>("saProvisioningCertificateChain"));
    return fields;
}

std::span<const Field> CertificateSigned::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::certificateChain>("cert", maxLength(10000)),
                                         required<&Request::certificateType>("typeOfCertificate"));
    return fields;
}

std::span<const Field> CertificateSigned::Response::fields()
{
    static constexpr auto fields = table(source, required<&Response::status>("status"));
    return fields;
}

std::span<const Field> InstallCertificate::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::certificateType>("certificateType"),
                                         required<&Request::certificate>("certificate", maxLength(800)));
    return fields;
}

std::span<const Field> InstallCertificate::Response::fields()
{
    static constexpr auto fields = table(source, required<&Response::status>("status"));
    return fields;
}

std::span<const Field> DeleteCertificate::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::certificateHashData>("certificateHashData"));
    return fields;
}

std::span<const Field> DeleteCertificate::Response::fields()
{
    static constexpr auto fields = table(source, required<&Response::status>("status"));
    return fields;
}

std::span<const Field> GetInstalledCertificateIds::Request::fields()
{
    static constexpr auto fields =
        table(source, optional<&Request::certificateType>("typeOfCertificate", oneOrMoreBySchema()));
    return fields;
}

std::span<const Field> GetInstalledCertificateIds::Response::fields()
{
    static constexpr auto fields =
        table(source, required<&Response::status>("status"),
              optional<&Response::certificateHashData>("certificateHashDataChain", oneOrMoreBySchema()));
    return fields;
}

std::span<const Field> TriggerMessage::Request::fields()
{
    static constexpr auto fields = table(source, required<&Request::requestedMessage>("requestedMessage"));
    return fields;
}

std::span<const Field> TriggerMessage::Response::fields()
{
    static constexpr auto fields = table(source, required<&Response::status>("status"));
    return fields;
}

} // namespace pncold

namespace {

template<class M>
VendorMessage vendorMessageOf(QLatin1StringView vendorId, bool toStation)
{
    return {vendorId, M::messageId, toStation, M::Request::fields(), M::Response::fields()};
}

template<class... M>
void addAll(QLatin1StringView vendorId, bool toStation, std::vector<VendorMessage> &all)
{
    (all.push_back(vendorMessageOf<M>(vendorId, toStation)), ...);
}

std::vector<VendorMessage> allVendorMessages()
{
    std::vector<VendorMessage> all;
    addAll<pnc::Authorize, pnc::Get15118EVCertificate, pnc::GetCertificateStatus, pnc::SignCertificate>(pnc::vendorId,
                                                                                                        false, all);
    addAll<pnc::CertificateSigned, pnc::DeleteCertificate, pnc::GetInstalledCertificateIds, pnc::InstallCertificate,
           pnc::TriggerMessage>(pnc::vendorId, true, all);
    addAll<pncold::Authorize, pncold::Get15118EVCertificate, pncold::GetCertificateStatus, pncold::SignCertificate>(
        pncold::vendorId, false, all);
    addAll<pncold::CertificateSigned, pncold::DeleteCertificate, pncold::GetInstalledCertificateIds,
           pncold::InstallCertificate, pncold::TriggerMessage>(pncold::vendorId, true, all);
    return all;
}

} // namespace

std::span<const VendorMessage> vendorMessages()
{
    static const std::vector<VendorMessage> all = allVendorMessages();
    return all;
}

const VendorMessage *vendorMessage(QAnyStringView vendorId, QAnyStringView messageId)
{
    for (const VendorMessage &message : vendorMessages()) {
        if (vendorId == message.vendorId && messageId == message.messageId)
            return &message;
    }
    return nullptr;
}

} // namespace ocpp
