// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked about certificates, and what a DataTransfer carries for Plug & Charge.
#include "endings.h"
#include "json.h"
#include "ocpp/jsontext.h"
#include "ocpp/messages/plugandcharge.h"
#include "pki/certificate.h"
#include "store/certificaterequests.h"
#include "store/clock.h"
#include "store/contracts.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace endings {
namespace {

const QString rootType = u"CentralSystemRootCertificate"_s;

QByteArray signedBy(const OpenSsl &authority, const QString &csr)
{
    authority.write(u"station.csr"_s, csr.toLatin1());
    return authority.sign(u"station"_s, u"root"_s);
}

QByteArray rootOf(const Part &part)
{
    return part.authority.content(u"root.pem"_s);
}

// ---- Certificates

QList<store::CertificateRequest> requestsOf(const Part &part)
{
    return part.engine.onStore(
        [station = part.id](store::Database &db) { return store::CertificateRequests(db).list({station}); });
}

Feature certificateSigned()
{
    Feature feature;
    feature.request = u"CertificateSigned"_s;
    feature.prepare = [](const Part &part) { part.station.requestCertificate(); };
    feature.isPrepared = [](const Part &part) { return !requestsOf(part).isEmpty(); };
    feature.ask = [](const Part &part) {
        const QByteArray chain = signedBy(part.authority, requestsOf(part).first().csr);
        part.engine.onStore([=, station = part.id](store::Database &db) {
            if (const auto sent = store::CertificateRequests(db).fulfil(station, 0, chain, store::now()); !sent)
                qFatal("%s", qPrintable(sent.error().text));
        });
    };
    feature.record = [](const Part &part) {
        return toString(requestsOf(part).first().state) + u", "_s + part.topic(store::certificatesTopic);
    };
    feature.accepted = u"accepted, inSync"_s;
    feature.rejected = {u"rejected"_s, u"rejected, inSync"_s}; // it is of no use to send it again
    feature.notSupported = {u"error"_s, u"rejected, inSync"_s};
    feature.callError = {u"error"_s, u"signed, open"_s};
    feature.unanswered = u"signed, open"_s;
    return feature;
}

QList<store::StationCertificate> rootsOf(const Part &part)
{
    return part.engine.onStore(
        [station = part.id](store::Database &db) { return store::Certificates(db).list(station); });
}

void desireRoot(const Part &part)
{
    part.engine.onStore([station = part.id, root = rootOf(part)](store::Database &db) {
        if (const auto row = store::Certificates(db).desire(station, rootType, root, store::now()); !row)
            qFatal("%s", qPrintable(row.error().text));
    });
}

/// What is desired and what the station has, in one. Whether it lists what it took, is asked some time after a late answer.
QString rootWords(const Part &part)
{
    using enum store::StationCertificateState;
    const auto rows = rootsOf(part);
    if (!rows.isEmpty() && (rows.first().state == Accepted || rows.first().state == Installed))
        return u"taken"_s;
    const QString state = rows.isEmpty() ? u"none"_s : QString(toString(rows.first().state));
    return state + u", "_s + part.topic(store::certificatesTopic);
}

Feature installCertificate()
{
    Feature feature;
    feature.request = u"InstallCertificate"_s;
    feature.ask = desireRoot;
    feature.record = rootWords;
    feature.accepted = u"taken"_s;
    feature.rejected = {u"rejected"_s, u"refused, open"_s};
    feature.notSupported = {u"error"_s, u"pending, gaveUp"_s};
    feature.callError = {u"error"_s, u"pending, open"_s};
    feature.unanswered = u"pending, open"_s;
    return feature;
}

Feature deleteCertificate()
{
    Feature feature;
    feature.request = u"DeleteCertificate"_s;
    feature.prepare = desireRoot;
    feature.isPrepared = [](const Part &part) {
        const auto rows = rootsOf(part);
        return rows.size() == 1 && rows.first().state == store::StationCertificateState::Installed
               && part.topic(store::certificatesTopic) == "inSync"_L1;
    };
    feature.ask = [](const Part &part) {
        part.engine.onStore([row = rootsOf(part).first()](store::Database &db) {
            store::Certificates(db).withdraw(row, store::now());
        });
    };
    feature.record = rootWords;
    feature.accepted = u"none, inSync"_s;
    feature.rejected = {u"rejected"_s, u"undeletable, open"_s};
    feature.notSupported = {u"error"_s, u"deleting, gaveUp"_s};
    feature.callError = {u"error"_s, u"deleting, open"_s};
    feature.unanswered = u"deleting, open"_s;
    return feature;
}

Feature installedCertificates()
{
    Feature feature;
    feature.request = u"GetInstalledCertificateIds"_s;
    feature.ask = [](const Part &part) {
        part.ask(u"GetInstalledCertificateIds"_s, {{u"certificateType"_s, rootType}});
    };
    feature.record = [](const Part &part) {
        const auto stores = part.engine.onStore(
            [station = part.id](store::Database &db) { return store::Certificates(db).stores(station); });
        const bool isReported = std::ranges::any_of(
            stores, [](const store::CertificateStore &of) { return of.type == rootType && of.reportedAt.has_value(); });
        return isReported ? u"reported"_s : u"not reported"_s;
    };
    feature.accepted = u"reported"_s;
    feature.rejected = {u"accepted"_s, u"reported"_s}; // "NotFound" is an answer
    feature.notSupported = feature.callError = {u"error"_s, u"not reported"_s};
    feature.unanswered = u"not reported"_s;
    return feature;
}

// ---- Plug & Charge

void transfer(const Part &part, const QString &messageId, const QJsonObject &data)
{
    part.ask(u"DataTransfer"_s, {{u"vendorId"_s, QString(ocpp::pnc::vendorId)},
                                 {u"messageId"_s, messageId},
                                 {u"data"_s, QString::fromUtf8(ocpp::compactBytes(data))}});
}

QString outcomeOf(const Part &part)
{
    const auto commands = part.engine.onStore([station = part.id](store::Database &db) {
        return store::Commands(db).list({.station = station, .action = u"DataTransfer"_s, .limit = 1});
    });
    return commands.isEmpty() ? QString() : commands.first().outcome;
}

void installV2gRoot(const Part &part)
{
    transfer(part, u"InstallCertificate"_s,
             {{u"certificateType"_s, u"V2GRootCertificate"_s}, {u"certificate"_s, QString::fromLatin1(rootOf(part))}});
}

/// What came of it is the command's outcome: nothing else is kept about it.
Feature carried(const QString &messageId, const std::function<void(const Part &)> &ask, const Cell &rejected)
{
    Feature feature;
    feature.request = u"DataTransfer."_s + messageId;
    feature.ask = ask;
    feature.record = outcomeOf;
    feature.accepted = u"Accepted"_s;
    feature.rejected = rejected;
    feature.notSupported = {u"rejected"_s, u"UnknownVendorId"_s};
    feature.callError = {u"error"_s, {}};
    return feature;
}

Feature withV2gRoot(Feature feature)
{
    feature.prepare = installV2gRoot;
    feature.isPrepared = [](const Part &part) { return outcomeOf(part) == "Accepted"_L1; };
    return feature;
}

void deleteV2gRoot(const Part &part)
{
    const auto root = pki::readCertificate(rootOf(part));
    const auto hashes = std::ranges::find(root->hashes, u"SHA256"_s, &pki::IssuerHashes::algorithm);
    const QJsonObject hash{{u"hashAlgorithm"_s, hashes->algorithm},
                           {u"issuerNameHash"_s, hashes->name},
                           {u"issuerKeyHash"_s, hashes->key},
                           {u"serialNumber"_s, root->serialNumber}};
    transfer(part, u"DeleteCertificate"_s, {{u"certificateHashData"_s, hash}});
}

void listV2gRoots(const Part &part)
{
    transfer(part, u"GetInstalledCertificateIds"_s, {{u"certificateType"_s, QJsonArray{u"V2GRootCertificate"_s}}});
}

QList<store::SigningOrder> ordersOf(const Part &part)
{
    return part.engine.onStore(
        [station = part.id](store::Database &db) { return store::SigningOrders(db).list({.station = station}); });
}

Feature carriedTrigger()
{
    const auto trigger = [](const Part &part) {
        transfer(part, u"TriggerMessage"_s, {{u"requestedMessage"_s, u"SignV2GCertificate"_s}});
    };
    Feature feature = carried(u"TriggerMessage"_s, trigger, {u"rejected"_s, u"Rejected"_s});
    feature.accepted = u"arrived"_s;
    return feature;
}

Feature carriedCertificateSigned()
{
    const auto bring = [](const Part &part) {
        const store::SigningOrder order = ordersOf(part).first();
        const QByteArray chain = signedBy(part.authority, order.csr);
        part.engine.onStore([=](store::Database &db) {
            if (const auto sent = store::SigningOrders(db).fulfil(order, chain); !sent)
                qFatal("%s", qPrintable(sent.error()));
        });
    };
    Feature feature = carried(u"CertificateSigned"_s, bring, {u"rejected"_s, u"rejected"_s});
    feature.prepare = [](const Part &part) { part.station.requestV2gCertificate(); };
    feature.isPrepared = [](const Part &part) { return !ordersOf(part).isEmpty(); };
    feature.record = [](const Part &part) { return QString(toString(ordersOf(part).first().state)); };
    feature.accepted = u"accepted"_s;
    feature.notSupported = {u"rejected"_s, u"rejected"_s};
    feature.callError = {u"error"_s, u"rejected"_s};
    feature.unanswered = u"signed"_s;
    return feature;
}

} // namespace

std::vector<Feature> certificateFeatures()
{
    // What is signed comes first: openssl takes its time, and the others' calls are not to wait for it.
    return {certificateSigned(),
            carriedCertificateSigned(),
            installCertificate(),
            deleteCertificate(),
            installedCertificates(),
            carried(u"InstallCertificate"_s, installV2gRoot, {u"rejected"_s, u"Rejected"_s}),
            withV2gRoot(carried(u"DeleteCertificate"_s, deleteV2gRoot, {u"rejected"_s, u"Failed"_s})),
            withV2gRoot(carried(u"GetInstalledCertificateIds"_s, listV2gRoots, {u"accepted"_s, u"NotFound"_s})),
            carriedTrigger()};
}

} // namespace endings
