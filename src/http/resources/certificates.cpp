// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/certificates.h"

#include "http/listing.h"
#include "http/schema.h"
#include "store/certificaterequests.h"
#include "store/clock.h"
#include "store/stations.h"

#include <limits>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView certificateKinds[] = {"root"_L1, "station"_L1};
constexpr QLatin1StringView rootTypes[] = {"CentralSystemRootCertificate"_L1, "ManufacturerRootCertificate"_L1};
constexpr QLatin1StringView rootStates[] = {"pending"_L1,  "accepted"_L1, "installed"_L1,   "refused"_L1,
                                            "unlisted"_L1, "deleting"_L1, "undeletable"_L1, "reported"_L1};
constexpr QLatin1StringView requestStates[] = {"refused"_L1, "waiting"_L1,  "superseded"_L1,
                                               "signed"_L1,  "accepted"_L1, "rejected"_L1};

struct RootView {
    store::StationCertificate row;
    std::optional<store::Certificate> certificate; // nothing: only its hashes are known
};

struct RootWish {
    QString type;
    QString certificate;
};

struct SignedChain {
    QString chain;
    qint64 request = 0;
};

using C = store::Certificate;
constexpr Property certificateProperties[] = {
    shown<C>("id"_L1, "Grows with each"_L1, [](const C &c) { return c.id; }),
    shown<C>("fingerprint"_L1, "SHA-256"_L1, [](const C &c) { return c.fingerprint; }),
    shown<C>(
        "kind"_L1, "root: for stations to trust in; station: the own one of a station"_L1,
        [](const C &c) { return c.kind; }, words(certificateKinds)),
    shown<C>("station"_L1, "Whose own it is"_L1, [](const C &c) { return orNull(c.station); }),
    shown<C>("subject"_L1, "RFC 2253"_L1, [](const C &c) { return c.subject; }),
    shown<C>("issuer"_L1, "RFC 2253"_L1, [](const C &c) { return c.issuer; }),
    shown<C>("serialNumber"_L1, "Hex, W 6.1"_L1, [](const C &c) { return c.serialNumber; }),
    shown<C>("key"_L1, "e.g. EC 256"_L1, [](const C &c) { return c.key; }),
    shown<C>("notBefore"_L1, "From when it is valid"_L1, [](const C &c) { return c.notBefore; }),
    shown<C>("notAfter"_L1, "Until when it is valid"_L1, [](const C &c) { return c.notAfter; }),
    shown<C>("added"_L1, "Since when it is known here"_L1, [](const C &c) { return c.added; }),
    shown<C>("certificate"_L1, "PEM"_L1, [](const C &c) { return c.pem; }),
};

using V = RootView;
constexpr Property rootProperties[] = {
    shown<V>("id"_L1, "For DELETE"_L1, [](const V &v) { return v.row.id; }),
    shown<V>(
        "certificateType"_L1, "What the station uses it for (W 6.4)"_L1, [](const V &v) { return v.row.type; },
        words(rootTypes)),
    shown<V>("desired"_L1, "The station is to have it"_L1, [](const V &v) { return v.row.desired; }),
    shown<V>(
        "state"_L1, "installed: the station lists it; reported: it does, but nobody desires it"_L1,
        [](const V &v) { return v.row.state; }, words(rootStates)),
    shown<V>("reason"_L1, "Why it is refused, unlisted or undeletable"_L1,
             [](const V &v) { return orNull(v.row.reason); }),
    shown<V>("reportedAt"_L1, "When the station listed it last"_L1, [](const V &v) { return v.row.reportedAt; }),
    shown<V>("hashAlgorithm"_L1, "As the station names it, like the next ones; null: it does not list it"_L1,
             [](const V &v) { return orNull(v.row.hashAlgorithm); }),
    shown<V>("issuerNameHash"_L1, "W 6.1"_L1, [](const V &v) { return orNull(v.row.issuerNameHash); }),
    shown<V>("issuerKeyHash"_L1, "W 6.1"_L1, [](const V &v) { return orNull(v.row.issuerKeyHash); }),
    shown<V>("serialNumber"_L1, "W 6.1"_L1, [](const V &v) {
        return v.certificate ? std::optional(v.certificate->serialNumber) : orNull(v.row.serialNumber);
    }),
    shown<V>("certificate"_L1, "Its number under /certificates; null: not known here"_L1,
             [](const V &v) { return v.row.certificate; }),
    shown<V>("subject"_L1, "null: not known here"_L1,
             [](const V &v) { return v.certificate ? std::optional(v.certificate->subject) : std::nullopt; }),
    shown<V>("notAfter"_L1, "Until when it is valid"_L1,
             [](const V &v) { return v.certificate ? std::optional(v.certificate->notAfter) : std::nullopt; }),
    shown<V>("fingerprint"_L1, "SHA-256"_L1,
             [](const V &v) { return v.certificate ? std::optional(v.certificate->fingerprint) : std::nullopt; }),
};

constexpr QLatin1StringView rootWishMembers[] = {"certificateType"_L1, "certificate"_L1};
constexpr Property rootWishProperties[] = {
    settable<RootWish>(
        "certificateType"_L1, "What the station is to use it for (W 6.4)"_L1, [](auto &w) -> auto & { return w.type; },
        words(rootTypes)),
    settable<RootWish>("certificate"_L1, "PEM, one certificate"_L1, [](auto &w) -> auto & { return w.certificate; }),
};

using R = store::CertificateRequest;
constexpr Property requestProperties[] = {
    shown<R>("id"_L1, "Grows with each"_L1, [](const R &r) { return r.id; }),
    shown<R>("station"_L1, "Its id"_L1, [](const R &r) { return r.station; }),
    shown<R>(
        "state"_L1, "waiting: for a certificate; signed: to be sent; rejected: by the station"_L1,
        [](const R &r) { return r.state; }, words(requestStates)),
    shown<R>("reason"_L1, "Why it was refused or rejected"_L1, [](const R &r) { return orNull(r.reason); }),
    shown<R>("subject"_L1, "RFC 2253; null: it cannot be read"_L1, [](const R &r) { return orNull(r.subject); }),
    shown<R>("key"_L1, "e.g. EC 256"_L1, [](const R &r) { return orNull(r.key); }),
    shown<R>("received"_L1, "When it came in"_L1, [](const R &r) { return r.received; }),
    shown<R>("signedAt"_L1, "When there was a certificate for it"_L1, [](const R &r) { return r.signedAt; }),
    shown<R>("endedAt"_L1, "When the station answered, or it came to nothing"_L1, [](const R &r) { return r.endedAt; }),
    shown<R>("certificate"_L1, "Its number under /certificates"_L1, [](const R &r) { return r.certificate; }),
    shown<R>("csr"_L1, "PEM"_L1, [](const R &r) { return r.csr; }),
    shown<R>("certificateChain"_L1, "PEM, as the station gets it"_L1, [](const R &r) { return orNull(r.chain); }),
};

constexpr QLatin1StringView signedChainMembers[] = {"certificateChain"_L1};
constexpr Property signedChainProperties[] = {
    settable<SignedChain>(
        "certificateChain"_L1, "PEM: the station's certificate, then the one that signed it, and so on"_L1,
        [](auto &c) -> auto & { return c.chain; }),
    settable<SignedChain>(
        "request"_L1, "The request that it is for; the station's latest if missing"_L1,
        [](auto &c) -> auto & { return c.request; }, range(1, std::numeric_limits<int>::max())),
};

Failure failureOf(const store::CertificateRefusal &refusal)
{
    const bool isRequest = refusal.path == "/request"_L1;
    return {isRequest ? 409 : 422, isRequest ? u"noRequest"_s : u"unfitCertificate"_s, refusal.text, refusal.path};
}

RootView viewOf(store::Certificates &certificates, const store::StationCertificate &row)
{
    return {row, row.certificate ? certificates.find(*row.certificate) : std::nullopt};
}

// What `work` says of the station in the path.
template<class Work> auto onStation(const QString &id, Work work)
{
    return [id, work](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        return station ? work(db, station->id) : Answer<Reply>(tl::unexpected(unknownStation(id)));
    };
}

} // namespace

const Schema certificateSchema{"Certificate"_L1, certificateProperties, "A certificate that is known here"_L1};
const Schema stationCertificateSchema{"StationCertificate"_L1, rootProperties,
                                      "A root certificate that a station is to have, or has"_L1};
const Schema rootWishSchema{"RootCertificate"_L1, rootWishProperties, "What a station is to trust in"_L1,
                            rootWishMembers};
const Schema certificateRequestSchema{"CertificateRequest"_L1, requestProperties,
                                      "A station's request for a certificate of its own"_L1};
const Schema signedChainSchema{"SignedCertificate"_L1, signedChainProperties, "What an authority made of a request"_L1,
                               signedChainMembers};

Answer<Reply> listCertificates(Context &context, const Call &call)
{
    return call.pageById().and_then([&context](const Page &page) {
        return context.read([page](store::Database &db) {
            return pageReply(store::Certificates(db).known(page.afterId(), page.limit + 1), page, certificateProperties,
                             keyById);
        });
    });
}

Answer<Reply> listStationCertificates(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    const auto list = [page = *page](store::Database &db, const QString &station) -> Answer<Reply> {
        store::Certificates certificates(db);
        QList<RootView> views;
        for (const store::StationCertificate &row : certificates.list(station))
            views.append(viewOf(certificates, row));
        return sliceReply(views, page, rootProperties);
    };
    return flattened(context.read(onStation(call.path(u"id"_s), list)));
}

Answer<Reply> desireRoot(Context &context, const Call &call)
{
    RootWish wish;
    const Answer<void> assigned =
        call.body().and_then([&wish](const QJsonObject &body) { return assign(rootWishSchema, body, &wish); });
    if (!assigned)
        return tl::unexpected(assigned.error());
    const auto desire = [wish](store::Database &db, const QString &station) -> Answer<Reply> {
        store::Certificates certificates(db);
        const auto row = certificates.desire(station, wish.type, wish.certificate.toLatin1(), store::now());
        if (!row)
            return tl::unexpected(failureOf(row.error()));
        const RootView view = viewOf(certificates, *row);
        return jsonReply(toJson(rootProperties, &view));
    };
    return flattened(context.write(onStation(call.path(u"id"_s), desire)));
}

Answer<Reply> withdrawRoot(Context &context, const Call &call)
{
    const auto number = call.pathNumber(u"certificate"_s, u"unknownCertificate"_s);
    if (!number)
        return tl::unexpected(number.error());
    const auto withdraw = [number = *number](store::Database &db, const QString &station) -> Answer<Reply> {
        store::Certificates certificates(db);
        const auto row = certificates.ofStation(station, number);
        if (!row)
            return tl::unexpected(Failure{
                404, u"unknownCertificate"_s, u"The station has no certificate %1, nor is it to have it."_s.arg(number), {}});
        certificates.withdraw(*row, store::now());
        return emptyReply();
    };
    return flattened(context.write(onStation(call.path(u"id"_s), withdraw)));
}

Answer<Reply> refreshCertificates(Context &context, const Call &call)
{
    const auto refresh = [](store::Database &db, const QString &station) -> Answer<Reply> {
        store::Certificates(db).refresh(station, store::now());
        return emptyReply();
    };
    return flattened(context.write(onStation(call.path(u"id"_s), refresh)));
}

Answer<Reply> listCertificateRequests(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    const auto list = [page = *page](store::Database &db, const QString &station) -> Answer<Reply> {
        const auto rows = store::CertificateRequests(db).list({station, page.afterId(), page.limit + 1});
        return pageReply(rows, page, requestProperties, keyById);
    };
    return flattened(context.read(onStation(call.path(u"id"_s), list)));
}

Answer<Reply> fulfilCertificateRequest(Context &context, const Call &call)
{
    SignedChain given;
    const Answer<void> assigned =
        call.body().and_then([&given](const QJsonObject &body) { return assign(signedChainSchema, body, &given); });
    if (!assigned)
        return tl::unexpected(assigned.error());
    const auto fulfil = [given](store::Database &db, const QString &station) -> Answer<Reply> {
        const auto row =
            store::CertificateRequests(db).fulfil(station, given.request, given.chain.toLatin1(), store::now());
        if (!row)
            return tl::unexpected(failureOf(row.error()));
        return jsonReply(toJson(requestProperties, &*row), 202);
    };
    return flattened(context.write(onStation(call.path(u"id"_s), fulfil)));
}

} // namespace http
