// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates: what is known here, and what is desired of stations.
#include "store/certificates.h"

#include "pki/certificate.h"
#include "store/configuration.h"
#include "store/filter.h"
#include "store/reconciliations.h"
#include "store/words.h"

using namespace Qt::Literals::StringLiterals;
using ocpp::CertificateUse;

namespace store {
namespace {

using State = StationCertificateState;

constexpr qsizetype longestRoot = 5500; // W 5.11

constexpr Word<CertificateKind> certificateKinds[] = {
    {CertificateKind::Root, "root"_L1},
    {CertificateKind::Station, "station"_L1},
};

constexpr Word<State> certificateStates[] = {
    {State::Pending, "pending"_L1},         {State::Accepted, "accepted"_L1}, {State::Installed, "installed"_L1},
    {State::Refused, "refused"_L1},         {State::Unlisted, "unlisted"_L1}, {State::Deleting, "deleting"_L1},
    {State::Undeletable, "undeletable"_L1}, {State::Reported, "reported"_L1},
};

constexpr Column certificateColumns[] = {
    column<&Certificate::id>("id"_L1, ColumnRole::Generated),
    column<&Certificate::fingerprint>("fingerprint"_L1),
    column<&Certificate::kind>("kind"_L1),
    column<&Certificate::station>("station"_L1),
    column<&Certificate::pem>("pem"_L1),
    column<&Certificate::subject>("subject"_L1),
    column<&Certificate::issuer>("issuer"_L1),
    column<&Certificate::serialNumber>("serial_number"_L1),
    column<&Certificate::key>("key"_L1),
    column<&Certificate::notBefore>("not_before"_L1),
    column<&Certificate::notAfter>("not_after"_L1),
    column<&Certificate::added>("added"_L1),
};
constexpr RowTable certificateTable{"certificates"_L1, certificateColumns};

constexpr Column certificateHashColumns[] = {
    column<&CertificateHash::certificate>("certificate"_L1, ColumnRole::Key),
    column<&CertificateHash::algorithm>("algorithm"_L1, ColumnRole::Key),
    column<&CertificateHash::issuerName>("issuer_name"_L1),
    column<&CertificateHash::issuerKey>("issuer_key"_L1),
};
constexpr RowTable certificateHashTable{"certificate_hashes"_L1, certificateHashColumns};

constexpr Column stationCertificateColumns[] = {
    column<&StationCertificate::id>("id"_L1, ColumnRole::Generated),
    column<&StationCertificate::station>("station"_L1),
    column<&StationCertificate::type>("type"_L1),
    column<&StationCertificate::certificate>("certificate"_L1),
    column<&StationCertificate::desired>("desired"_L1),
    column<&StationCertificate::state>("state"_L1),
    column<&StationCertificate::hashAlgorithm>("hash_algorithm"_L1),
    column<&StationCertificate::issuerNameHash>("issuer_name_hash"_L1),
    column<&StationCertificate::issuerKeyHash>("issuer_key_hash"_L1),
    column<&StationCertificate::serialNumber>("serial_number"_L1),
    column<&StationCertificate::reportedAt>("reported_at"_L1),
    column<&StationCertificate::triedAt>("tried_at"_L1),
    column<&StationCertificate::reason>("reason"_L1),
};
constexpr RowTable stationCertificateTable{"station_certificates"_L1, stationCertificateColumns};

constexpr Column certificateStoreColumns[] = {
    column<&CertificateStore::station>("station"_L1, ColumnRole::Key),
    column<&CertificateStore::type>("type"_L1, ColumnRole::Key),
    column<&CertificateStore::reportedAt>("reported_at"_L1),
    column<&CertificateStore::isAsked>("is_asked"_L1),
    column<&CertificateStore::unsupported>("unsupported"_L1),
};
constexpr RowTable certificateStoreTable{"certificate_stores"_L1, certificateStoreColumns};

} // namespace

QLatin1StringView toString(CertificateKind kind)
{
    return wordOf(certificateKinds, kind);
}

bool fromString(QStringView text, CertificateKind &kind)
{
    return fromWord(certificateKinds, text, kind);
}

QLatin1StringView toString(StationCertificateState state)
{
    return wordOf(certificateStates, state);
}

bool fromString(QStringView text, StationCertificateState &state)
{
    return fromWord(certificateStates, text, state);
}

const RowTable &Certificate::table()
{
    return certificateTable;
}

const RowTable &CertificateHash::table()
{
    return certificateHashTable;
}

const RowTable &StationCertificate::table()
{
    return stationCertificateTable;
}

const RowTable &CertificateStore::table()
{
    return certificateStoreTable;
}

ocpp::CertificateHashData StationCertificate::hashData() const
{
    return {ocpp::fromString<ocpp::HashAlgorithm>(hashAlgorithm).value_or(ocpp::HashAlgorithm::SHA256), issuerNameHash,
            issuerKeyHash, serialNumber};
}

qint64 Certificates::remember(const pki::Certificate &certificate, CertificateKind kind, const QString &station,
                              ocpp::Timestamp now)
{
    if (const auto known = byFingerprint(certificate.fingerprint))
        return known->id;
    const qint64 id =
        db_.insert(Certificate{0, certificate.fingerprint, kind, station, QString::fromLatin1(certificate.pem),
                               certificate.subject, certificate.issuer, certificate.serialNumber, certificate.key,
                               certificate.notBefore, certificate.notAfter, now});
    for (const pki::IssuerHashes &hashes : certificate.hashes)
        db_.insert(CertificateHash{id, hashes.algorithm, hashes.name, hashes.key});
    return id;
}

std::optional<Certificate> Certificates::find(qint64 id)
{
    return db_.row<Certificate>(u"WHERE id = ?"_s, {id});
}

std::optional<Certificate> Certificates::byFingerprint(const QString &fingerprint)
{
    return db_.row<Certificate>(u"WHERE fingerprint = ?"_s, {fingerprint});
}

QList<Certificate> Certificates::known(qint64 after, int limit)
{
    Filter where;
    where.where(u"id > ?"_s, {after});
    where.finish(u"ORDER BY id"_s, limit);
    return db_.rows<Certificate>(where.tail(), where.values());
}

std::optional<int> Certificates::room(const QString &station)
{
    const auto key = Configuration(db_).find(station, u"CertificateStoreMaxLength"_s);
    bool isNumber = false;
    const int most = key && key->value ? key->value->toInt(&isNumber) : 0;
    return isNumber ? std::optional(most) : std::nullopt;
}

bool Certificates::replacesRoots(const QString &station)
{
    const auto key = Configuration(db_).find(station, u"AdditionalRootCertificateCheck"_s);
    return key && key->value && key->value->compare("true"_L1, Qt::CaseInsensitive) == 0;
}

/// Why the station could not take it; nothing if it could.
std::optional<CertificateRefusal> Certificates::hindrance(const QString &station, const QString &type,
                                                          const pki::Certificate &certificate)
{
    if (certificate.pem.size() > longestRoot)
        return CertificateRefusal{
            u"The certificate has %1 characters, and stations take %2 (W 5.11)."_s.arg(certificate.pem.size())
                .arg(longestRoot),
            u"/certificate"_s};
    int desired = 0;
    const bool replaces = type == toString(CertificateUse::CentralSystemRootCertificate) && replacesRoots(station);
    for (const StationCertificate &row : list(station)) {
        if (!row.desired)
            continue;
        const auto other = row.certificate ? find(*row.certificate) : std::nullopt;
        if (row.type == type && other && other->fingerprint == certificate.fingerprint)
            return {}; // it has its place already
        if (replaces && row.type == type) {
            if (other && !pki::isSignedBy(certificate.pem, other->pem.toLatin1()))
                return CertificateRefusal{
                    u"The station checks new roots (AdditionalRootCertificateCheck), and this one was "
                    "not signed by %1, whose place it would take (M05.FR.09)."_s.arg(other->subject),
                    u"/certificate"_s};
        } else {
            ++desired;
        }
    }
    if (const auto most = room(station); most && desired >= *most)
        return CertificateRefusal{u"The station has room for %1 root certificates (CertificateStoreMaxLength). Delete "
                                  "another one first."_s.arg(*most),
                                  u"/certificate"_s};
    return {};
}

/// The station took `row`, and with it removes what it had (M05.FR.12). Not before: it may refuse it (M05.FR.10).
void Certificates::giveUpFormer(const StationCertificate &row)
{
    if (row.type != toString(CertificateUse::CentralSystemRootCertificate) || !replacesRoots(row.station))
        return;
    for (StationCertificate other : ofType(row.station, row.type)) {
        const bool wasThere = other.state == State::Installed || other.state == State::Accepted;
        const bool isFormer = wasThere || other.id < row.id;
        if (!other.desired || other.id == row.id || !isFormer)
            continue;
        other.desired = false;
        other.state = State::Reported;
        put(other);
    }
}

tl::expected<StationCertificate, CertificateRefusal> Certificates::desire(const QString &station, const QString &type,
                                                                          const QByteArray &pem, ocpp::Timestamp now)
{
    const auto use = ocpp::fromString<CertificateUse>(type);
    if (!use)
        return tl::unexpected(CertificateRefusal{u"\"%1\" is no type of root certificate. There are %2 and %3."_s.arg(
                                                     type, toString(CertificateUse::CentralSystemRootCertificate),
                                                     toString(CertificateUse::ManufacturerRootCertificate)),
                                                 u"/certificateType"_s});
    const auto certificate = pki::readCertificate(pem);
    const auto checked = certificate.and_then(
        [now](const pki::Certificate &c) { return pki::checkRoot(c, std::chrono::floor<std::chrono::seconds>(now)); });
    if (!checked)
        return tl::unexpected(CertificateRefusal{checked.error(), u"/certificate"_s});
    if (auto no = hindrance(station, type, *certificate))
        return tl::unexpected(*std::move(no));
    const qint64 id = remember(*certificate, CertificateKind::Root, {}, now);
    StationCertificate fresh;
    fresh.station = station;
    fresh.type = type;
    fresh.certificate = id;
    StationCertificate row = place(station, type, id).value_or(fresh);
    row.desired = true;
    row.state = row.reportedAt ? State::Installed : State::Pending;
    row.reason.clear();
    row.triedAt.reset();
    put(row);
    begin(station, now);
    return place(station, type, id).value_or(row);
}

void Certificates::withdraw(const StationCertificate &row, ocpp::Timestamp now)
{
    const bool mayBeThere = row.reportedAt || row.state == State::Accepted;
    if (mayBeThere) {
        StationCertificate going = row;
        going.desired = false;
        going.state = State::Deleting;
        going.reason.clear();
        going.triedAt.reset();
        put(going);
    } else {
        drop(row);
        if (row.state == State::Unlisted)
            mayHaveChanged(row.station, row.type); // it can be deleted by its name only if it is listed
    }
    begin(row.station, now);
}

void Certificates::refresh(const QString &station, ocpp::Timestamp now)
{
    for (CertificateStore store : stores(station)) {
        store.reportedAt.reset();
        store.isAsked = true;
        store.unsupported.clear();
        db_.save(store);
    }
    begin(station, now);
}

void Certificates::begin(const QString &station, ocpp::Timestamp now)
{
    db_.noteChange(Table::Certificates, station);
    Reconciliations(db_).reset(station, certificatesTopic, now);
}

} // namespace store
