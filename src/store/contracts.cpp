// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/contracts.h"

#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "ocpp/messages/core.h"
#include "ocpp/messages/plugandcharge.h"
#include "pki/certificate.h"
#include "pki/signingrequest.h"
#include "store/commandrequest.h"
#include "store/filter.h"
#include "store/stations.h"
#include "store/words.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace store {
namespace {

constexpr Word<ContractStatus> contractStatuses[] = {
    {ContractStatus::Accepted, "Accepted"_L1},
    {ContractStatus::Blocked, "Blocked"_L1},
    {ContractStatus::Cancelled, "Cancelled"_L1},
};
constexpr Word<SigningState> signingStates[] = {
    {SigningState::Waiting, "waiting"_L1},   {SigningState::Signed, "signed"_L1},
    {SigningState::Accepted, "accepted"_L1}, {SigningState::Rejected, "rejected"_L1},
    {SigningState::Failed, "failed"_L1},     {SigningState::Superseded, "superseded"_L1},
};

constexpr Column contractColumns[] = {
    column<&Contract::emaidKey>("emaid_key"_L1, ColumnRole::Key),
    column<&Contract::emaid>("emaid"_L1),
    column<&Contract::idTag>("id_tag"_L1),
    column<&Contract::status>("status"_L1),
    column<&Contract::validUntil>("valid_until"_L1),
    column<&Contract::name>("name"_L1),
    column<&Contract::hashAlgorithm>("hash_algorithm"_L1),
    column<&Contract::issuerNameHash>("issuer_name_hash"_L1),
    column<&Contract::issuerKeyHash>("issuer_key_hash"_L1),
    column<&Contract::serialNumber>("serial_number"_L1),
    column<&Contract::certificateAnswer>("certificate_answer"_L1),
    column<&Contract::lastStation>("last_station"_L1),
    column<&Contract::lastSeen>("last_seen"_L1),
    column<&Contract::lastStatus>("last_status"_L1),
    column<&Contract::certificateStatus>("certificate_status"_L1),
};
constexpr RowTable contractTable{"contracts"_L1, contractColumns};

constexpr Column signingColumns[] = {
    column<&SigningOrder::id>("id"_L1, ColumnRole::Generated),
    column<&SigningOrder::station>("station"_L1),
    column<&SigningOrder::vendorId>("vendor_id"_L1),
    column<&SigningOrder::use>("use_of_it"_L1),
    column<&SigningOrder::csr>("csr"_L1),
    column<&SigningOrder::state>("state"_L1),
    column<&SigningOrder::reason>("reason"_L1),
    column<&SigningOrder::tries>("tries"_L1),
    column<&SigningOrder::nextTry>("next_try"_L1),
    column<&SigningOrder::chain>("chain"_L1),
    column<&SigningOrder::command>("command"_L1),
    column<&SigningOrder::received>("received"_L1),
    column<&SigningOrder::ended>("ended"_L1),
};
constexpr RowTable signingTable{"signing_orders"_L1, signingColumns};

constexpr std::chrono::seconds firstSigningPause = 30s;
constexpr std::chrono::seconds longestSigningPause = 1h;
constexpr std::chrono::seconds longestOverdue = 1h; // then nobody asks the provider any more
constexpr std::chrono::seconds lateAnswerPatience = 1min; // before the certificate is sent again
constexpr qsizetype longestChainText = 10'000; // in both forms

/// The chain is for the key of the request.
tl::expected<QList<pki::Certificate>, QString> fittingChain(const SigningOrder &order, const QByteArray &chain)
{
    const auto certificates = pki::readChain(chain);
    const auto request = pki::readSigningRequest(order.csr.toLatin1());
    if (!certificates || !request)
        return tl::unexpected(certificates ? request.error() : certificates.error());
    if (certificates->isEmpty() || certificates->constFirst().keyFingerprint != request->keyFingerprint)
        return tl::unexpected(u"The first certificate is not for the key of the station's request. Have that request "
                              "signed: a new one has a new key."_s);
    return certificates;
}

/// The older form wants the DER of all of them, one behind the other, in hex.
QString hexOfDer(const QList<pki::Certificate> &chain)
{
    QByteArray der;
    for (const pki::Certificate &certificate : chain) {
        QByteArray base64 = certificate.pem.trimmed();
        base64 = base64.sliced(base64.indexOf('\n') + 1);
        der += QByteArray::fromBase64(base64.first(base64.lastIndexOf('\n')));
    }
    return QString::fromLatin1(der.toHex());
}

QString pemOfAll(const QList<pki::Certificate> &chain)
{
    QByteArray pem;
    for (const pki::Certificate &certificate : chain)
        pem += certificate.pem.trimmed() + '\n';
    return QString::fromLatin1(pem);
}

tl::expected<QJsonObject, QString> certificateSigned(const SigningOrder &order, const QList<pki::Certificate> &chain)
{
    const bool isOlder = order.vendorId == ocpp::pncold::vendorId;
    const QString text = isOlder ? hexOfDer(chain) : pemOfAll(chain);
    if (text.size() > longestChainText)
        return tl::unexpected(
            u"The chain is too long for a station: %1 characters, at most %2 are allowed. Leave out the "
            "root."_s.arg(text.size())
                .arg(longestChainText));
    const auto use = ocpp::fromString<ocpp::PncSigningUse>(order.use);
    if (isOlder)
        return ocpp::encode(
            ocpp::pncold::CertificateSigned::Request{text, use.value_or(ocpp::PncSigningUse::V2GCertificate)});
    return ocpp::encode(ocpp::pnc::CertificateSigned::Request{text, use});
}

tl::expected<Command, CommandRefusal> sendToStation(Database &db, const SigningOrder &order,
                                                    const QJsonObject &transfer)
{
    return enqueue(db, {.station = order.station,
                        .action = QString(ocpp::DataTransfer::action),
                        .payload = transfer,
                        .origin = u"plugAndCharge"_s});
}

} // namespace

QLatin1StringView toString(ContractStatus status)
{
    return wordOf(contractStatuses, status);
}

bool fromString(QStringView text, ContractStatus &status)
{
    return fromWord(contractStatuses, text, status);
}

QLatin1StringView toString(SigningState state)
{
    return wordOf(signingStates, state);
}

bool fromString(QStringView text, SigningState &state)
{
    return fromWord(signingStates, text, state);
}

const RowTable &Contract::table()
{
    return contractTable;
}

const RowTable &SigningOrder::table()
{
    return signingTable;
}

bool SigningOrder::waitsForAPerson(ocpp::Timestamp now) const
{
    return state == SigningState::Waiting && (!nextTry || now - *nextTry > longestOverdue);
}

QString contractKey(const QString &emaid)
{
    QString key = folded(emaid.trimmed());
    key.removeIf([](QChar c) { return c == u'-' || c == u'*'; });
    return key;
}

// ---- Contracts

std::optional<Contract> Contracts::find(const QString &emaid)
{
    return db_.row<Contract>(u"WHERE emaid_key = ?"_s, {contractKey(emaid)});
}

QList<Contract> Contracts::list(const ContractFilter &filter)
{
    Filter where;
    if (!filter.after.isEmpty())
        where.where(u"emaid_key > ?"_s, {contractKey(filter.after)});
    where.finish(u"ORDER BY emaid_key"_s, filter.limit);
    return db_.rows<Contract>(where.tail(), where.values());
}

QList<Contract> Contracts::ofTag(const QString &idTag)
{
    return db_.rows<Contract>(u"WHERE LOWER(id_tag) = ? ORDER BY emaid_key"_s, {folded(idTag)});
}

void Contracts::save(Contract contract)
{
    contract.emaidKey = contractKey(contract.emaid);
    if (const auto before = find(contract.emaid)) {
        contract.lastStation = before->lastStation;
        contract.lastSeen = before->lastSeen;
        contract.lastStatus = before->lastStatus;
        contract.certificateStatus = before->certificateStatus;
    }
    db_.save(contract);
    db_.noteChange(Table::Contracts, {}, contract.emaid);
}

bool Contracts::remove(const QString &emaid)
{
    const bool removed = db_.run(u"DELETE FROM contracts WHERE emaid_key = ?"_s, {contractKey(emaid)}) > 0;
    if (removed)
        db_.noteChange(Table::Contracts, {}, emaid);
    return removed;
}

int Contracts::openSessions(const QString &idTag)
{
    QSet<QString> contracts;
    db_.each(u"SELECT emaid_key FROM contracts WHERE LOWER(id_tag) = ?"_s, {folded(idTag)},
             [&contracts](const ResultRow &row) { contracts.insert(row.value(0).toString()); });
    if (contracts.isEmpty())
        return 0;
    int open = 0;
    db_.each(u"SELECT id_tag_key FROM transactions WHERE stopped_at IS NULL AND closed_by = '' AND status = 'Accepted' "
             "AND id_tag_key <> ?"_s,
             {folded(idTag)}, [&](const ResultRow &row) {
                 open += contracts.contains(contractKey(row.value(0).toString())) ? 1 : 0; // stations write it as they like
             });
    return open;
}

void Contracts::noteUse(const QString &emaid, const QString &station, const QString &status,
                        const QString &certificateStatus, ocpp::Timestamp at)
{
    const int noted = db_.run(u"UPDATE contracts SET last_station = ?, last_seen = ?, last_status = ?, "
                              "certificate_status = ? WHERE emaid_key = ?"_s,
                              {station, at, status, certificateStatus, contractKey(emaid)});
    if (noted > 0)
        db_.noteChange(Table::Contracts, station, emaid);
}

// ---- Signing orders

constinit const QLatin1StringView SigningOrders::refusedByHand{"A person refused it."};

SigningOrder SigningOrders::add(SigningOrder order)
{
    const auto onTheirWay =
        db_.rows<SigningOrder>(u"WHERE station = ? AND use_of_it = ? AND state = ? AND command IS NOT NULL"_s,
                               {order.station, order.use, SigningState::Signed});
    for (const SigningOrder &former : onTheirWay)
        Commands(db_).cancel(*former.command, order.received); // of use only if it was sent
    db_.run(u"UPDATE signing_orders SET state = ?, ended = ? WHERE station = ? AND use_of_it = ? "
            "AND state IN (?, ?)"_s,
            {SigningState::Superseded, order.received, order.station, order.use, SigningState::Waiting,
             SigningState::Signed});
    order.id = db_.insert(order);
    db_.noteChange(Table::Contracts, order.station, changeKey);
    return order;
}

bool SigningOrders::isUnderWay(const SigningOrder &order)
{
    const auto known = db_.row<SigningOrder>(
        u"WHERE station = ? AND vendor_id = ? AND use_of_it = ? AND csr = ? AND state IN (?, ?) ORDER BY id DESC LIMIT 1"_s,
        {order.station, order.vendorId, order.use, order.csr, SigningState::Waiting, SigningState::Signed});
    const bool hasProviderNow = known && known->state == SigningState::Waiting && order.nextTry && !known->nextTry;
    return known && !hasProviderNow;
}

std::optional<SigningOrder> SigningOrders::find(qint64 id)
{
    return db_.row<SigningOrder>(u"WHERE id = ?"_s, {id});
}

std::optional<SigningOrder> SigningOrders::byCommand(qint64 command)
{
    return db_.row<SigningOrder>(u"WHERE command = ?"_s, {command});
}

QList<SigningOrder> SigningOrders::list(const SigningOrderFilter &filter)
{
    Filter where;
    if (!filter.station.isEmpty())
        where.where(u"station = ?"_s, {filter.station});
    if (filter.after > 0)
        where.where(u"id < ?"_s, {filter.after});
    where.finish(u"ORDER BY id DESC"_s, filter.limit);
    return db_.rows<SigningOrder>(where.tail(), where.values());
}

QList<SigningOrder> SigningOrders::takeDue(ocpp::Timestamp now, std::chrono::milliseconds patience, int most)
{
    const auto due = db_.rows<SigningOrder>(u"WHERE state = ? AND next_try <= ? ORDER BY next_try, id LIMIT %1"_s.arg(most),
                                            {SigningState::Waiting, now});
    QList<SigningOrder> taken;
    for (const SigningOrder &order : due) {
        const ocpp::Timestamp later = now + patience; // should nobody come back with an answer
        const int changed =
            db_.run(u"UPDATE signing_orders SET next_try = ? WHERE id = ? AND state = ? AND next_try = ?"_s,
                    {later, order.id, SigningState::Waiting, order.nextTry});
        if (changed > 0) // else another node was faster
            taken.append(order);
    }
    return taken;
}

tl::expected<SigningOrder, QString> SigningOrders::fulfil(SigningOrder order, const QByteArray &chain)
{
    if (order.state != SigningState::Waiting)
        return tl::unexpected(
            u"The request does not wait for a certificate any more: it is %1."_s.arg(toString(order.state)));
    const auto certificates = fittingChain(order, chain);
    if (!certificates)
        return tl::unexpected(certificates.error());
    const auto data = certificateSigned(order, *certificates);
    if (!data)
        return tl::unexpected(data.error());
    const ocpp::DataTransfer::Request transfer{order.vendorId, QString(ocpp::pnc::CertificateSigned::messageId),
                                               QString::fromUtf8(ocpp::compactBytes(*data))};
    const auto command = sendToStation(db_, order, ocpp::encode(transfer));
    if (!command)
        return tl::unexpected(command.error().text);
    order.state = SigningState::Signed;
    order.tries = 0;
    order.reason.clear();
    order.chain = QString::fromLatin1(chain);
    order.command = command->id;
    put(order);
    return order;
}

void SigningOrders::wasNotSigned(SigningOrder order, const QString &reason, bool isFinal, ocpp::Timestamp at)
{
    order.reason = reason;
    ++order.tries;
    if (isFinal || order.tries >= mostTries) {
        order.state = SigningState::Failed;
        order.ended = at;
    } else {
        order.nextTry = at + std::min(firstSigningPause * (1 << (order.tries - 1)), longestSigningPause);
    }
    put(order);
}

void SigningOrders::sendLostAgain(ocpp::Timestamp now)
{
    const auto lost = db_.rows<SigningOrder>(
        u"WHERE state = ? AND command IN (SELECT id FROM commands WHERE state IN (?, ?, ?, ?) AND finished_at <= ?) "
        "ORDER BY id"_s,
        {SigningState::Signed, CommandState::Timeout, CommandState::Unknown, CommandState::Expired,
         CommandState::Cancelled, now - lateAnswerPatience});
    for (const SigningOrder &order : lost) {
        if (claim(order))
            sendAgain(order, now);
    }
}

/// False if another node was faster.
bool SigningOrders::claim(const SigningOrder &order)
{
    return db_.run(u"UPDATE signing_orders SET tries = tries + 1 WHERE id = ? AND state = ? AND command = ?"_s,
                   {order.id, SigningState::Signed, order.command})
           > 0;
}

void SigningOrders::sendAgain(SigningOrder order, ocpp::Timestamp now)
{
    const auto before = Commands(db_).find(order.command.value_or(0));
    if (!before)
        return;
    if (before->state == CommandState::Cancelled)
        return answered(order, false, u"The command that was to bring it was cancelled."_s, now);
    if (++order.tries >= mostTries)
        return answered(order, false, u"The station never answered: %1"_s.arg(before->error), now);
    const auto again = sendToStation(db_, order, QJsonDocument::fromJson(before->payload).object());
    if (!again)
        return answered(order, false, again.error().text, now);
    order.command = again->id;
    put(order);
}

void SigningOrders::answered(SigningOrder order, bool isAccepted, const QString &reason, ocpp::Timestamp at)
{
    order.state = isAccepted ? SigningState::Accepted : SigningState::Rejected;
    order.reason = reason;
    order.ended = at;
    put(order);
}

QList<SigningOrder> SigningOrders::needingAPerson(ocpp::Timestamp now)
{
    auto latest = db_.rows<SigningOrder>(
        u"WHERE id IN (SELECT MAX(id) FROM signing_orders GROUP BY station, use_of_it) AND state IN (?, ?, ?) "
        "AND reason <> ? ORDER BY id"_s,
        {SigningState::Waiting, SigningState::Failed, SigningState::Rejected, QString(refusedByHand)});
    latest.removeIf([now](const SigningOrder &order) {
        return order.state == SigningState::Waiting && !order.waitsForAPerson(now);
    });
    return latest;
}

bool SigningOrders::refuse(qint64 id, ocpp::Timestamp at)
{
    const auto order = find(id);
    if (!order || order->state != SigningState::Waiting)
        return false;
    wasNotSigned(*order, QString(refusedByHand), true, at);
    return true;
}

bool SigningOrders::resume(qint64 id, std::optional<ocpp::Timestamp> nextTry)
{
    auto order = find(id);
    if (!order || order->state != SigningState::Failed)
        return false;
    const qint64 latest = db_.number(u"SELECT MAX(id) FROM signing_orders WHERE station = ? AND use_of_it = ?"_s,
                                     {order->station, order->use});
    if (latest != id)
        return false;
    order->state = SigningState::Waiting;
    order->reason.clear();
    order->tries = 0;
    order->nextTry = nextTry;
    order->ended.reset();
    db_.update(*order);
    db_.noteChange(Table::Contracts, order->station, changeKey);
    return true;
}

void SigningOrders::leaveToPeople(ocpp::Timestamp due)
{
    const auto orders = db_.rows<SigningOrder>(u"WHERE state = 'waiting' AND next_try < ? ORDER BY id"_s, {due});
    for (const SigningOrder &order : orders) {
        const int changed = db_.run(u"UPDATE signing_orders SET next_try = NULL WHERE id = ? AND state = 'waiting' "
                                    "AND next_try = ?"_s,
                                    {order.id, order.nextTry});
        if (changed > 0)
            db_.noteChange(Table::Contracts, order.station, changeKey);
    }
}

/// For people: nothing is due by it.
void SigningOrders::put(const SigningOrder &order)
{
    db_.update(order);
    db_.noteChange(Table::Contracts, order.station, QString::number(order.id));
}

} // namespace store
