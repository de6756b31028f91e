// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates: what stations have.
#include "pki/certificate.h"
#include "store/certificates.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;
using ocpp::CertificateHashData;
using ocpp::CertificateUse;

namespace store {
namespace {

using State = StationCertificateState;

constexpr qsizetype mostListed = 200; // by far more than stations have room for

constexpr std::array certificateTypes{CertificateUse::CentralSystemRootCertificate,
                                      CertificateUse::ManufacturerRootCertificate};

/// Stations write the hex as they like, and some the serial number with leading zeros.
QString plainHex(const QString &text)
{
    QString plain = text.trimmed().toUpper();
    while (plain.size() > 1 && plain.startsWith(u'0'))
        plain.remove(0, 1);
    return plain;
}

bool isSame(const CertificateHashData &a, const CertificateHashData &b)
{
    return a.hashAlgorithm == b.hashAlgorithm && plainHex(a.issuerNameHash) == plainHex(b.issuerNameHash)
           && plainHex(a.issuerKeyHash) == plainHex(b.issuerKeyHash)
           && plainHex(a.serialNumber) == plainHex(b.serialNumber);
}

bool hasHash(const StationCertificate &row)
{
    return !row.hashAlgorithm.isEmpty();
}

void setHash(StationCertificate &row, const CertificateHashData &hash)
{
    row.hashAlgorithm = toString(hash.hashAlgorithm);
    row.issuerNameHash = hash.issuerNameHash;
    row.issuerKeyHash = hash.issuerKeyHash;
    row.serialNumber = hash.serialNumber;
}

void clearHash(StationCertificate &row)
{
    row.hashAlgorithm.clear();
    row.issuerNameHash.clear();
    row.issuerKeyHash.clear();
    row.serialNumber.clear();
    row.reportedAt.reset();
}

} // namespace

/// Those that a station may mean.
QList<qint64> Certificates::named(const CertificateHashData &hash)
{
    QList<qint64> ids;
    db_.each(u"SELECT h.certificate FROM certificate_hashes h JOIN certificates c ON c.id = h.certificate "
             "WHERE c.serial_number = ? AND h.algorithm = ? AND h.issuer_name = ? AND (h.issuer_key = ? OR "
             "h.issuer_key = '') ORDER BY h.certificate"_s,
             {plainHex(hash.serialNumber), QString(toString(hash.hashAlgorithm)),
              hash.issuerNameHash.trimmed().toUpper(), hash.issuerKeyHash.trimmed().toUpper()},
             [&ids](const ResultRow &row) { ids.append(row.value(0).toLongLong()); });
    return ids;
}

/// Those of the station that bear this name: of one type at most one.
QList<StationCertificate> Certificates::meant(const QString &station, const CertificateHashData &hash)
{
    const QList<qint64> ids = named(hash);
    QList<StationCertificate> rows = list(station);
    rows.removeIf([&](const StationCertificate &row) {
        const bool isIt =
            row.certificate ? ids.contains(*row.certificate) : hasHash(row) && isSame(row.hashData(), hash);
        return !isIt;
    });
    return rows;
}

/// The row of what the station lists; a new one if there is none.
StationCertificate Certificates::listed(const QString &station, const QString &type, const CertificateHashData &hash)
{
    for (const StationCertificate &row : meant(station, hash)) {
        if (row.type == type)
            return row;
    }
    const QList<qint64> ids = named(hash);
    StationCertificate fresh;
    fresh.station = station;
    fresh.type = type;
    fresh.state = State::Reported;
    if (!ids.isEmpty())
        fresh.certificate = ids.first();
    return fresh;
}

void Certificates::report(const QString &station, CertificateUse use, const QList<CertificateHashData> &hashes,
                          ocpp::Timestamp at)
{
    const QString type = toString(use);
    QSet<qint64> seen;
    for (const CertificateHashData &hash : hashes.first(std::min(hashes.size(), mostListed))) {
        StationCertificate row = listed(station, type, hash);
        setHash(row, hash);
        row.reportedAt = at;
        const bool isNew = row.desired && row.state != State::Installed;
        if (row.desired) {
            row.state = State::Installed;
            row.reason.clear();
        }
        seen.insert(put(row));
        if (isNew)
            giveUpFormer(row);
    }
    for (const StationCertificate &row : ofType(station, type)) {
        if (!seen.contains(row.id))
            notListed(row);
    }
    db_.save(CertificateStore{station, type, at, false, {}});
    db_.noteChange(Table::Certificates, station);
}

void Certificates::notListed(StationCertificate row)
{
    if (!row.desired)
        return drop(row);
    clearHash(row);
    if (row.state == State::Installed)
        row.state = State::Pending;
    if (row.state == State::Accepted) {
        row.state = State::Unlisted;
        row.reason =
            u"The station accepted it, but does not list it among its certificates. Have it installed once more, "
            "or ask the station's vendor."_s;
    }
    put(row);
}

void Certificates::accepted(const QString &station, CertificateUse use, const QByteArray &pem, ocpp::Timestamp at)
{
    const QString type = toString(use);
    if (const auto certificate = pki::readCertificate(pem)) {
        auto row = place(station, type, remember(*certificate, CertificateKind::Root, {}, at));
        if (row && row->desired && row->state != State::Installed) {
            row->state = State::Accepted;
            row->reason.clear();
            row->triedAt.reset();
            put(*row);
            giveUpFormer(*row);
        }
    }
    mayHaveChanged(station, type);
}

void Certificates::refused(const QString &station, CertificateUse use, const QByteArray &pem, const QString &why,
                           ocpp::Timestamp at)
{
    const auto certificate = pki::readCertificate(pem);
    const auto known = certificate ? byFingerprint(certificate->fingerprint) : std::nullopt;
    auto row = known ? place(station, toString(use), known->id) : std::nullopt;
    if (!row || !row->desired || row->state == State::Installed)
        return;
    row->state = State::Refused;
    row->reason = why;
    row->triedAt = at;
    put(*row);
}

void Certificates::deleted(const QString &station, const CertificateHashData &hash, bool isForGood)
{
    for (StationCertificate row : meant(station, hash)) {
        if (!row.desired || isForGood) {
            drop(row);
        } else {
            clearHash(row);
            row.state = State::Pending;
            put(row);
        }
    }
}

void Certificates::notDeleted(const QString &station, const CertificateHashData &hash, const QString &why,
                              ocpp::Timestamp at)
{
    for (StationCertificate row : meant(station, hash)) {
        if (!row.isToGo())
            continue;
        row.state = State::Undeletable;
        row.reason = why;
        row.triedAt = at;
        put(row);
    }
}

void Certificates::setUnsupported(const QString &station, const QString &why)
{
    for (CertificateStore store : stores(station)) {
        store.isAsked = false;
        store.unsupported = why;
        db_.save(store);
    }
    db_.noteChange(Table::Certificates, station);
}

void Certificates::booted(const QString &station)
{
    // After a reset to factory settings it may have lost what it has; after an update it may know more.
    db_.run(u"UPDATE certificate_stores SET reported_at = NULL, unsupported = '' WHERE station = ?"_s, {station});
    if (db_.run(u"UPDATE station_certificates SET state = ?, reason = '' WHERE station = ? AND state = ?"_s,
                {State::Pending, station, State::Unlisted})
        > 0)
        db_.noteChange(Table::Certificates, station);
}

std::optional<StationCertificate> Certificates::ofStation(const QString &station, qint64 id)
{
    return db_.row<StationCertificate>(u"WHERE station = ? AND id = ?"_s, {station, id});
}

QList<StationCertificate> Certificates::list(const QString &station)
{
    return db_.rows<StationCertificate>(u"WHERE station = ? ORDER BY type, id"_s, {station});
}

std::optional<QByteArray> Certificates::allRoots(const QString &station, const QString &type)
{
    if (!storeOf(station, type).reportedAt)
        return std::nullopt;
    QByteArray roots;
    for (const StationCertificate &row : ofType(station, type)) {
        const auto known = row.certificate ? find(*row.certificate) : std::nullopt;
        if (!known)
            return std::nullopt;
        if (!row.isToGo())
            roots += known->pem.toLatin1();
    }
    return roots.isEmpty() ? std::nullopt : std::optional(roots);
}

QList<StationCertificate> Certificates::ofType(const QString &station, const QString &type)
{
    return db_.rows<StationCertificate>(u"WHERE station = ? AND type = ? ORDER BY id"_s, {station, type});
}

std::optional<StationCertificate> Certificates::place(const QString &station, const QString &type, qint64 certificate)
{
    return db_.row<StationCertificate>(u"WHERE station = ? AND type = ? AND certificate = ?"_s,
                                       {station, type, certificate});
}

CertificateStore Certificates::storeOf(const QString &station, const QString &type)
{
    return db_.row<CertificateStore>(u"WHERE station = ? AND type = ?"_s, {station, type})
        .value_or(CertificateStore{station, type, {}, false, {}});
}

QList<CertificateStore> Certificates::stores(const QString &station)
{
    QList<CertificateStore> all;
    for (const CertificateUse use : certificateTypes)
        all.append(storeOf(station, toString(use)));
    return all;
}

void Certificates::mayHaveChanged(const QString &station, const QString &type)
{
    CertificateStore store = storeOf(station, type);
    store.reportedAt.reset();
    store.isAsked = true;
    db_.save(store);
    db_.noteChange(Table::Certificates, station);
}

qint64 Certificates::put(StationCertificate row)
{
    if (row.id == 0)
        row.id = db_.insert(row);
    else
        db_.update(row);
    db_.noteChange(Table::Certificates, row.station, QString::number(row.id));
    return row.id;
}

void Certificates::drop(const StationCertificate &row)
{
    db_.run(u"DELETE FROM station_certificates WHERE id = ?"_s, {row.id});
    db_.noteChange(Table::Certificates, row.station, QString::number(row.id));
}

} // namespace store
