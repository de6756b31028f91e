// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/contracts.h"

#include "http/listing.h"
#include "http/schema.h"
#include "pki/ocsp.h"
#include "store/contracts.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView contractStates[] = {"Accepted"_L1, "Blocked"_L1, "Cancelled"_L1};
constexpr QLatin1StringView hashAlgorithms[] = {"SHA256"_L1, "SHA384"_L1, "SHA512"_L1};
constexpr QLatin1StringView certificateAnswers[] = {
    "Accepted"_L1,           "SignatureError"_L1,         "CertificateExpired"_L1,
    "CertificateRevoked"_L1, "NoCertificateAvailable"_L1, "CertChainError"_L1,
    "ContractCancelled"_L1};
constexpr QLatin1StringView requiredOfContract[] = {"status"_L1};

using T = store::Contract;
constexpr Property contractProperties[] = {
    shown<T>("emaid"_L1, "Matched without regard to case and separators"_L1, [](const T &t) { return t.emaid; }),
    settable<T>(
        "status"_L1, "Validity is judged by validUntil"_L1, [](auto &t) -> auto & { return t.status; },
        words(contractStates)),
    settable<T>(
        "idTag"_L1, "To whom its sessions belong; none: the eMAID stands for itself"_L1,
        [](auto &t) -> auto & { return t.idTag; }, length(0, 20), mayBeNull(), leftOutWhenAbsent()),
    settable<T>(
        "validUntil"_L1, "May be in the past"_L1, [](auto &t) -> auto & { return t.validUntil; }, leftOutWhenAbsent()),
    settable<T>(
        "name"_L1, "Whose it is"_L1, [](auto &t) -> auto & { return t.name; }, length(0, 200), mayBeNull(),
        leftOutWhenAbsent()),
    settable<T>(
        "hashAlgorithm"_L1, "With the next three: the one certificate that counts; none: any"_L1,
        [](auto &t) -> auto & { return t.hashAlgorithm; }, words(hashAlgorithms), mayBeNull(), leftOutWhenAbsent()),
    settable<T>(
        "issuerNameHash"_L1, "In hex"_L1, [](auto &t) -> auto & { return t.issuerNameHash; }, length(0, 128),
        mayBeNull(), leftOutWhenAbsent()),
    settable<T>(
        "issuerKeyHash"_L1, "In hex"_L1, [](auto &t) -> auto & { return t.issuerKeyHash; }, length(0, 128), mayBeNull(),
        leftOutWhenAbsent()),
    settable<T>(
        "serialNumber"_L1, "In hex"_L1, [](auto &t) -> auto & { return t.serialNumber; }, length(0, 40), mayBeNull(),
        leftOutWhenAbsent()),
    settable<T>(
        "certificateAnswer"_L1,
        "What stations are told of its certificates, whatever responders say; none: what those say"_L1,
        [](auto &t) -> auto & { return t.certificateAnswer; }, words(certificateAnswers), mayBeNull(),
        leftOutWhenAbsent()),
    shown<T>("lastStation"_L1, "Where it was used last"_L1, [](const T &t) { return orNull(t.lastStation); }),
    shown<T>("lastSeen"_L1, "When"_L1, [](const T &t) { return t.lastSeen; }),
    shown<T>("lastStatus"_L1, "What the station was told"_L1, [](const T &t) { return orNull(t.lastStatus); }),
    shown<T>("certificateStatus"_L1, "What it was told of the certificates; null: none were shown"_L1,
             [](const T &t) { return orNull(t.certificateStatus); }),
};

Failure unknownContract(const QString &emaid)
{
    return {404,
            u"unknownContract"_s,
            u"There is no contract \"%1\". Enter it with PUT /api/v1/contracts/{emaid}."_s.arg(emaid),
            {}};
}

Answer<void> checkContract(const T &contract)
{
    const bool isPrintable = std::ranges::all_of(contract.emaid, [](QChar c) { return c.isPrint() && !c.isSpace(); });
    if (!isPrintable || contract.emaid.size() > 36 || store::contractKey(contract.emaid).isEmpty())
        return tl::unexpected(Failure{422, u"badEmaid"_s, u"An eMAID has 1 to 36 characters and no blanks."_s, {}});
    const QString all =
        contract.hashAlgorithm + contract.issuerNameHash + contract.issuerKeyHash + contract.serialNumber;
    if (all.isEmpty())
        return {};
    const auto request = pki::ocspRequest(
        {contract.hashAlgorithm, contract.issuerNameHash, contract.issuerKeyHash, contract.serialNumber});
    if (request)
        return {};
    return tl::unexpected(Failure{422, u"badCertificate"_s,
                                  request.error() + " Give all four of the certificate, or none."_L1,
                                  u"/hashAlgorithm"_s});
}

Reply contractReply(const T &contract, int status)
{
    return jsonReply(toJson(contractProperties, &contract), status);
}

} // namespace

const Schema contractSchema{"Contract"_L1, contractProperties, "A contract for Plug & Charge"_L1, requiredOfContract};

Answer<Reply> listContracts(Context &context, const Call &call)
{
    return call.page().and_then([&context](const Page &page) {
        return context.read([page](store::Database &db) {
            const auto contracts = store::Contracts(db).list({.after = page.after, .limit = page.limit + 1});
            return pageReply(contracts, page, contractProperties, [](const T &contract) { return contract.emaid; });
        });
    });
}

Answer<Reply> showContract(Context &context, const Call &call)
{
    const QString emaid = call.path(u"emaid"_s);
    return flattened(context.read([emaid](store::Database &db) -> Answer<Reply> {
        const auto contract = store::Contracts(db).find(emaid);
        if (!contract)
            return tl::unexpected(unknownContract(emaid));
        return contractReply(*contract, 200);
    }));
}

Answer<Reply> setContract(Context &context, const Call &call)
{
    T wanted;
    wanted.emaid = call.path(u"emaid"_s);
    const Answer<void> assigned =
        call.body()
            .and_then([&wanted](const QJsonObject &body) { return assign(contractSchema, body, &wanted); })
            .and_then([&wanted] { return checkContract(wanted); });
    if (!assigned)
        return tl::unexpected(assigned.error());
    return context.write([wanted](store::Database &db) {
        store::Contracts contracts(db);
        const bool known = contracts.find(wanted.emaid).has_value();
        contracts.save(wanted);
        return contractReply(contracts.find(wanted.emaid).value_or(wanted), known ? 200 : 201);
    });
}

Answer<Reply> removeContract(Context &context, const Call &call)
{
    const QString emaid = call.path(u"emaid"_s);
    return flattened(context.write([emaid](store::Database &db) -> Answer<Reply> {
        if (!store::Contracts(db).remove(emaid))
            return tl::unexpected(unknownContract(emaid));
        return emptyReply();
    }));
}

} // namespace http
