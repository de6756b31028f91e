// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/certificaterequests.h"

#include "pki/certificate.h"
#include "pki/signingrequest.h"
#include "store/configuration.h"
#include "store/filter.h"
#include "store/reconciliations.h"
#include "store/stations.h"
#include "store/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

using RequestState = CertificateRequestState;

constexpr int longestChainOnTheWire = 10000; // W 5.1
constexpr int longestRequestOnTheWire = 5500; // W 5.17

constexpr Word<RequestState> requestStates[] = {
    {RequestState::Refused, "refused"_L1},       {RequestState::Waiting, "waiting"_L1},
    {RequestState::Superseded, "superseded"_L1}, {RequestState::Signed, "signed"_L1},
    {RequestState::Accepted, "accepted"_L1},     {RequestState::Rejected, "rejected"_L1},
};

constexpr Column requestColumns[] = {
    column<&CertificateRequest::id>("id"_L1, ColumnRole::Generated),
    column<&CertificateRequest::station>("station"_L1),
    column<&CertificateRequest::csr>("csr"_L1),
    column<&CertificateRequest::subject>("subject"_L1),
    column<&CertificateRequest::commonName>("common_name"_L1),
    column<&CertificateRequest::key>("key"_L1),
    column<&CertificateRequest::keyFingerprint>("key_fingerprint"_L1),
    column<&CertificateRequest::state>("state"_L1),
    column<&CertificateRequest::reason>("reason"_L1),
    column<&CertificateRequest::received>("received"_L1),
    column<&CertificateRequest::chain>("chain"_L1),
    column<&CertificateRequest::certificate>("certificate"_L1),
    column<&CertificateRequest::signedAt>("signed_at"_L1),
    column<&CertificateRequest::endedAt>("ended_at"_L1),
};
constexpr RowTable requestTable{"certificate_requests"_L1, requestColumns};

bool isOneOf(const QString &name, const QStringList &names)
{
    return !name.isEmpty() && names.contains(name, Qt::CaseInsensitive);
}

/// What is wrong with a chain for this request; empty if nothing is.
QString misfit(const QList<pki::Certificate> &chain, const CertificateRequest &request, ocpp::Timestamp now)
{
    const pki::Certificate &own = chain.first();
    if (own.keyFingerprint != request.keyFingerprint)
        return u"The certificate is for another key than the request. The first one of the chain has to be made from the "
               "station's request %1."_s.arg(request.id);
    if (own.commonName.compare(request.commonName, Qt::CaseInsensitive) != 0)
        return u"The certificate is for \"%1\", but the request for \"%2\"."_s.arg(own.commonName, request.commonName);
    for (const pki::Certificate &certificate : chain) {
        if (certificate.notAfter <= now)
            return u"%1 has expired."_s.arg(certificate.subject);
        if (!certificate.isKeySound)
            return u"Stations refuse the key of %1 (%2): they take RSA from 2048 bits and elliptic curves from 224 "
                   "(A00.FR.502)."_s.arg(certificate.subject, certificate.key);
    }
    return {};
}

QString pemOf(const QList<pki::Certificate> &chain)
{
    QByteArray pem;
    for (const pki::Certificate &certificate : chain)
        pem += certificate.pem;
    return QString::fromLatin1(pem);
}

} // namespace

QLatin1StringView toString(CertificateRequestState state)
{
    return wordOf(requestStates, state);
}

bool fromString(QStringView text, CertificateRequestState &state)
{
    return fromWord(requestStates, text, state);
}

const RowTable &CertificateRequest::table()
{
    return requestTable;
}

/// Serial numbers are what stations say.
QString CertificateRequests::otherNamed(const QString &station, const QString &name)
{
    if (name.isEmpty() || name.compare(station, Qt::CaseInsensitive) == 0)
        return {};
    QString other;
    db_.each(u"SELECT id FROM stations WHERE id_key <> ? AND (id_key = ? OR LOWER(serial) = ? OR LOWER(charge_box_serial) = ?) "
             "ORDER BY id LIMIT 1"_s,
             {folded(station), folded(name), name.toLower(), name.toLower()},
             [&other](const ResultRow &row) { other = row.value(0).toString(); });
    return other;
}

QString CertificateRequests::objection(const QString &station, const QString &commonName, const QString &organization)
{
    const auto row = Stations(db_).find(station);
    QStringList names{station};
    if (row)
        names += {row->serial, row->chargeBoxSerial};
    if (!isOneOf(commonName, names))
        return u"The request is for \"%1\", which is neither the station's id nor a serial number of it (A00.FR.511)."_s
            .arg(commonName);
    const QString other = otherNamed(station, commonName);
    if (!other.isEmpty())
        return u"The request is for \"%1\", and that is also %2's id or serial number: a name has to be of one station "
               "only (A00.FR.511)."_s.arg(commonName, other);
    const auto name = Configuration(db_).find(station, u"CpoName"_s);
    const QString operatorName = name ? name->value.value_or(QString()) : QString();
    if (!operatorName.isEmpty() && operatorName != organization)
        return u"The request's organization is \"%1\", but the station's CpoName is \"%2\" (A02.FR.13)."_s.arg(
            organization, operatorName);
    return {};
}

CertificateRequest CertificateRequests::book(const QString &station, const QString &text, ocpp::Timestamp received)
{
    const QString csr = text.left(longestRequestOnTheWire);
    const auto known =
        db_.row<CertificateRequest>(u"WHERE station = ? AND csr = ? ORDER BY id DESC LIMIT 1"_s, {station, csr});
    if (known && (known->state == RequestState::Waiting || known->state == RequestState::Signed))
        return *known; // the station did not get the answer, and asks again
    CertificateRequest row;
    row.id = known && known->state == RequestState::Refused ? known->id : 0; // it may be sound by now
    row.station = station;
    row.csr = csr;
    row.received = received;
    if (text.size() > longestRequestOnTheWire) {
        row.reason = u"The request has %1 characters; a SignCertificate may have %2 (W 5.17). Have the station ask with "
                     "less in it."_s.arg(text.size())
                         .arg(longestRequestOnTheWire);
    } else if (const auto read = pki::readSigningRequest(csr.toLatin1())) {
        row.subject = read->subject;
        row.commonName = read->commonName;
        row.key = read->key;
        row.keyFingerprint = read->keyFingerprint;
        row.reason = objection(station, read->commonName, read->organization);
    } else {
        row.reason = read.error();
    }
    row.state = row.reason.isEmpty() ? RequestState::Waiting : RequestState::Refused;
    if (row.state == RequestState::Refused)
        row.endedAt = received;
    if (row.id > 0)
        db_.update(row);
    else
        row.id = db_.insert(row);
    if (row.state == RequestState::Waiting)
        supersede(row);
    db_.noteChange(Table::Certificates, station);
    return row;
}

void CertificateRequests::supersede(const CertificateRequest &newer)
{
    db_.run(
        u"UPDATE certificate_requests SET state = ?, ended_at = ? WHERE station = ? AND state IN (?, ?) AND id < ?"_s,
        {RequestState::Superseded, newer.received, newer.station, RequestState::Waiting, RequestState::Signed,
         newer.id});
}

int CertificateRequests::longestChain(const QString &station)
{
    const auto key = Configuration(db_).find(station, u"CertificateSignedMaxChainSize"_s);
    const int told = key && key->value ? key->value->toInt() : 0;
    return told > 0 ? std::min(told, longestChainOnTheWire) : longestChainOnTheWire;
}

std::optional<CertificateRequest> CertificateRequests::meant(const QString &station, qint64 id)
{
    if (id > 0)
        return find(station, id);
    return db_.row<CertificateRequest>(u"WHERE station = ? AND state IN (?, ?, ?) ORDER BY id DESC LIMIT 1"_s,
                                       {station, RequestState::Waiting, RequestState::Signed, RequestState::Rejected});
}

tl::expected<CertificateRequest, CertificateRefusal>
CertificateRequests::fulfil(const QString &station, qint64 id, const QByteArray &pem, ocpp::Timestamp now)
{
    auto request = meant(station, id);
    if (!request)
        return tl::unexpected(
            CertificateRefusal{u"The station has made no request that a certificate could be for. Have it "
                               "make one with ExtendedTriggerMessage, SignChargePointCertificate."_s,
                               u"/request"_s});
    if (request->state == RequestState::Refused || request->state == RequestState::Superseded
        || request->state == RequestState::Accepted)
        return tl::unexpected(CertificateRefusal{
            u"Request %1 waits for no certificate: it is %2."_s.arg(request->id).arg(toString(request->state)),
            u"/request"_s});
    const auto chain = pki::readChain(pem);
    if (!chain)
        return tl::unexpected(CertificateRefusal{chain.error(), u"/certificateChain"_s});
    if (const QString wrong = misfit(*chain, *request, now); !wrong.isEmpty())
        return tl::unexpected(CertificateRefusal{wrong, u"/certificateChain"_s});
    const QString text = pemOf(*chain);
    if (const int most = longestChain(station); text.size() > most)
        return tl::unexpected(CertificateRefusal{
            u"The chain has %1 characters, but the station takes %2 "
            "(CertificateSignedMaxChainSize). Leave out what it knows, the root first."_s.arg(text.size())
                .arg(most),
            u"/certificateChain"_s});
    request->chain = text;
    request->certificate = Certificates(db_).remember(chain->first(), CertificateKind::Station, station, now);
    request->state = RequestState::Signed;
    request->reason.clear();
    request->signedAt = now;
    request->endedAt.reset();
    put(*request);
    Reconciliations(db_).reset(station, certificatesTopic, now);
    return *request;
}

void CertificateRequests::answered(const QString &station, const QString &chain, bool isAccepted, const QString &why,
                                   ocpp::Timestamp at)
{
    auto request =
        db_.row<CertificateRequest>(u"WHERE station = ? AND chain = ? ORDER BY id DESC LIMIT 1"_s, {station, chain});
    if (!request || request->state == RequestState::Accepted)
        return;
    request->state = isAccepted ? RequestState::Accepted : RequestState::Rejected;
    request->reason = why;
    request->endedAt = at;
    put(*request);
}

std::optional<CertificateRequest> CertificateRequests::find(const QString &station, qint64 id)
{
    return db_.row<CertificateRequest>(u"WHERE station = ? AND id = ?"_s, {station, id});
}

QList<CertificateRequest> CertificateRequests::list(const CertificateRequestFilter &filter)
{
    Filter where;
    where.where(u"station = ?"_s, {filter.station});
    if (filter.after > 0)
        where.where(u"id < ?"_s, {filter.after});
    where.finish(u"ORDER BY id DESC"_s, filter.limit);
    return db_.rows<CertificateRequest>(where.tail(), where.values());
}

QList<CertificateRequest> CertificateRequests::toSend(const QString &station)
{
    return db_.rows<CertificateRequest>(u"WHERE station = ? AND state = ? ORDER BY id"_s,
                                        {station, RequestState::Signed});
}

void CertificateRequests::put(const CertificateRequest &row)
{
    db_.update(row);
    db_.noteChange(Table::Certificates, row.station);
}

} // namespace store
