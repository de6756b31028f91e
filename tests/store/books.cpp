// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/books.h"

#include "store/metervalues.h"

using namespace store;
using storetest::at;

namespace books {

std::unique_ptr<Database> fresh()
{
    auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    return db;
}

Transaction start(const QString &tag, qint64 seconds, qint64 meter, int connector)
{
    Transaction transaction;
    transaction.station = u"CP1"_s;
    transaction.connector = connector;
    transaction.idTag = tag;
    transaction.startedAt = at(seconds);
    transaction.startReceived = at(seconds + 1);
    transaction.meterStartWh = meter;
    return transaction;
}

Stop stopOf(qint64 id, qint64 seconds, qint64 meter)
{
    Stop stop;
    stop.station = u"CP1"_s;
    stop.transactionId = id;
    stop.stoppedAt = at(seconds);
    stop.received = at(seconds + 1);
    stop.meterStopWh = meter;
    stop.payload = QByteArray::number(seconds);
    return stop;
}

ocpp::MeterValue sample(qint64 seconds, double wh)
{
    ocpp::MeterValue value;
    value.timestamp = at(seconds);
    ocpp::SampledValue sampled;
    sampled.value = QString::number(wh);
    value.sampledValue = {sampled};
    return value;
}

void meter(Database &db, std::optional<qint64> transaction, qint64 seconds, double wh, int connector)
{
    MeterMessage message;
    message.station = u"CP1"_s;
    message.connector = connector;
    message.transactionId = transaction;
    message.values = {sample(seconds, wh)};
    message.received = at(seconds + 1);
    MeterValues(db).add(message);
}

} // namespace books
