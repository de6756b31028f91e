// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/inbox.h"

#include "ocpp/codec.h"
#include "ocpp/messages/core.h"
#include "store/stations.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

std::optional<ocpp::StopTransaction::Request> requestOf(const Parked &parked)
{
    if (parked.kind != "unmatchedStop"_L1)
        return std::nullopt;
    QList<ocpp::Finding> findings;
    const auto request =
        ocpp::decode<ocpp::StopTransaction::Request>(QJsonDocument::fromJson(parked.payload).object(), findings);
    return request ? std::optional(*request) : std::nullopt;
}

} // namespace

bool Inbox::canUnassign(const Parked &parked)
{
    const auto request = requestOf(parked);
    return request && request->transactionData.isEmpty();
}

std::optional<Stop> Inbox::stopOf(const Parked &parked)
{
    const auto request = requestOf(parked);
    if (!request)
        return std::nullopt;
    Stop stop;
    stop.station = parked.station;
    stop.transactionId = request->transactionId;
    stop.meterStopWh = request->meterStop;
    stop.stoppedAt = parked.time;
    stop.received = parked.received;
    stop.idTag = request->idTag.value_or(QString());
    if (const auto station = Stations(db_).find(parked.station);
        station && !station->tagSuffix.isEmpty() && stop.idTag.endsWith(station->tagSuffix, Qt::CaseInsensitive))
        stop.idTag.chop(station->tagSuffix.size()); // behaviour 13
    stop.reason = request->reason ? QString(toString(*request->reason)) : QString();
    stop.transactionData = request->transactionData;
    stop.payload = parked.payload;
    return stop;
}

std::optional<Transaction> Inbox::sessionFor(const Parked &parked)
{
    const auto stop = stopOf(parked);
    return stop ? Transactions(db_).candidateFor(*stop) : std::nullopt;
}

std::optional<Transaction> Inbox::assign(qint64 parked, qint64 transaction, ocpp::Timestamp at)
{
    const auto matter = Attention(db_).find(parked);
    const auto before = Transactions(db_).find(transaction);
    const auto stop = matter && !matter->resolvedAt ? stopOf(*matter) : std::nullopt;
    if (!stop || !before || !Transactions(db_).assign(*stop, transaction))
        return std::nullopt;
    Attention(db_).resolve(parked, u"Assigned to transaction %1."_s.arg(transaction), at);
    return before;
}

void Inbox::unassign(qint64 parked, const Transaction &before)
{
    db_.update(before);
    db_.noteChange(Table::Transactions, before.station, QString::number(before.id));
    Attention(db_).reopen(parked);
}

} // namespace store
