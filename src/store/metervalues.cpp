// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/metervalues.h"

#include "store/connectors.h"
#include "store/filter.h"
#include "store/logblocks.h"
#include "store/stationtime.h"
#include "store/transactions.h"

#include "ocpp/types.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column meterColumns[] = {
    column<&MeterValue::id>("id"_L1, ColumnRole::Generated),
    column<&MeterValue::station>("station"_L1),
    column<&MeterValue::connector>("connector"_L1),
    column<&MeterValue::transactionId>("transaction_id"_L1),
    column<&MeterValue::time>("time"_L1),
    column<&MeterValue::received>("received"_L1),
    column<&MeterValue::energyWh>("energy_wh"_L1),
    column<&MeterValue::powerW>("power_w"_L1),
    column<&MeterValue::samples>("samples"_L1),
    column<&MeterValue::digest>("digest"_L1),
};
constexpr RowTable meterTable{"meter_values"_L1, meterColumns};

constexpr QLatin1StringView meterLog{"meter_values"};

/// The same in every build, unlike qHash, because it is stored.
qint64 digestOf(const QByteArray &samples)
{
    quint64 hash = 0xcbf29ce484222325 ^ static_cast<quint64>(samples.size());
    const auto mix = [&hash](quint64 word) {
        hash = (hash ^ word) * 0x9e3779b97f4a7c15;
        hash ^= hash >> 32;
    };
    qsizetype at = 0;
    for (; at + 8 <= samples.size(); at += 8)
        mix(qFromLittleEndian<quint64>(samples.constData() + at));
    for (; at < samples.size(); ++at)
        mix(static_cast<quint8>(samples[at]));
    return static_cast<qint64>(hash);
}

} // namespace

const RowTable &MeterValue::table()
{
    return meterTable;
}

/// Where the samples of a message belong.
struct MeterValues::Place {
    QString station;
    int connector = 0;
    std::optional<qint64> transactionId;
    bool over = false;    ///< that transaction has ended
    qint64 meterFrom = 0; ///< of that transaction
    ocpp::Timestamp received{};
};

MeterValues::Place MeterValues::placeOf(const MeterMessage &message)
{
    Place place{message.station, message.connector, {}, false, 0, message.received};
    if (!message.transactionId)
        return place;
    const auto transaction =
        *message.transactionId > 0
            ? db_.row<Transaction>(u"WHERE id = ? AND station = ?"_s, {*message.transactionId, message.station})
            : Transactions(db_).runningAt(message.station, message.connector, message.values.first().timestamp,
                                          message.received);
    if (!transaction)
        return place;
    place.transactionId = transaction->id;
    place.over = !transaction->isOpen();
    place.meterFrom = transaction->meterFrom;
    return place;
}

/// One MeterValue, prepared for the table.
struct MeterValues::Moment {
    explicit Moment(const ocpp::MeterValue &value)
        : time(value.timestamp), samples(encodeSamples(value.sampledValue)), digest(digestOf(samples)),
          reading(readingOf(value))
    {
    }

    ocpp::Timestamp time;
    QByteArray samples;
    qint64 digest;
    Reading reading;
};

std::optional<qint64> MeterValues::add(const MeterMessage &message)
{
    const QList<Moment> moments(message.values.begin(), message.values.end());
    Reading newest{ocpp::Timestamp::min(), {}, {}, {}, {}, {}};
    for (const Moment &moment : moments) {
        const ocpp::Timestamp time = believedTime(moment.time, message.received);
        if (time >= newest.time) {
            newest = moment.reading;
            newest.time = time;
        }
    }
    if (!advance(message, moments, newest))
        return addHistory(message, moments, newest);
    const Place place{message.station, message.connector, message.transactionId, false, 0, message.received};
    for (const Moment &moment : moments)
        insert(place, moment);
    return place.transactionId;
}

/// The usual case: an open transaction, or none, and samples in order, newer than all that is known. They cannot be
/// there already.
bool MeterValues::advance(const MeterMessage &message, const QList<Moment> &moments, const Reading &newest)
{
    const auto notBefore = [](const Moment &a, const Moment &b) { return a.time >= b.time; };
    const bool isMatched = message.transactionId.value_or(1) > 0;
    if (!isMatched || moments.isEmpty()
        || std::adjacent_find(moments.begin(), moments.end(), notBefore) != moments.end())
        return false;
    return Connectors(db_).advance(
        message.station, message.connector, newest,
        {moments.first().time, moments.last().time, message.transactionId});
}

/// Everything else.
std::optional<qint64> MeterValues::addHistory(const MeterMessage &message, const QList<Moment> &moments,
                                              const Reading &newest)
{
    if (moments.isEmpty())
        return std::nullopt;
    const Place place = placeOf(message);
    showLive(place, newest);
    bool isNews = false;
    for (const Moment &moment : moments)
        isNews = bookOnce(place, moment) || isNews;
    if (place.over && isNews) {
        Transactions(db_).extendMeter(*place.transactionId);
        Transactions(db_).deriveEnergyOf(*place.transactionId);
    }
    return place.transactionId;
}

void MeterValues::showLive(const Place &place, const Reading &newest)
{
    // Behaviour 7: what comes after the stop does not revive the session.
    if (!place.over)
        Connectors(db_).measure(place.station, place.connector, newest);
    else if (!Transactions(db_).openOn(place.station, place.connector))
        Connectors(db_).endLoad(place.station, place.connector, newest.time);
}

void MeterValues::insert(const Place &place, const Moment &moment)
{
    db_.append(MeterValue{0, place.station, place.connector, place.transactionId, moment.time, place.received,
                          moment.reading.energyWh, moment.reading.powerW, moment.samples, moment.digest});
    db_.noteChange(Table::MeterValues, place.station, changeKey(place.connector));
}

/// False for a repetition. Several rows may share a moment: stations tell the time in seconds and measure more often.
bool MeterValues::bookOnce(const Place &place, const Moment &moment)
{
    const QList<MeterValue> known = atMoment(place, moment.time);
    if (std::any_of(known.begin(), known.end(), [&](const MeterValue &row) { return row.digest == moment.digest; }))
        return false;
    insert(place, moment);
    Connectors(db_).sampled(place.station, place.connector, moment.time);
    return true;
}

/// Among the rows of the transaction; without one, among those received since a day before.
QList<MeterValue> MeterValues::atMoment(const Place &place, ocpp::Timestamp time)
{
    const qint64 first = place.transactionId ? place.meterFrom
                                             : firstIdAt(db_, meterLog, "received"_L1, time - std::chrono::days(1));
    static const QString tail = u"WHERE "_s + idsOfStationSince(meterLog)
                                + u" AND connector = ? AND COALESCE(transaction_id, 0) = ? AND time = ?"_s;
    return db_.rows<MeterValue>(tail, {first, place.station, place.connector, place.transactionId.value_or(0), time});
}

void MeterValues::merge(qint64 transactionId, const QList<ocpp::MeterValue> &transactionData,
                        ocpp::Timestamp received)
{
    const auto transaction = db_.row<Transaction>(u"WHERE id = ?"_s, {transactionId});
    if (!transaction)
        return;
    const Place place{transaction->station, transaction->connector, transactionId, true, transaction->meterFrom,
                      received};
    for (const ocpp::MeterValue &value : transactionData) {
        Moment moment(value);
        moment.samples = samplesBeyond(ownedAt(place, moment.time), moment.samples);
        if (!moment.samples.isEmpty())
            insert(place, moment);
    }
}

/// What the transaction has at a moment. Clock-aligned samples came without a transaction; the stop tells that they
/// belong to it (4.8, 4.10).
QList<MeterValue> MeterValues::ownedAt(const Place &place, ocpp::Timestamp time)
{
    QList<MeterValue> rows = atMoment(place, time);
    if (!rows.isEmpty())
        return rows;
    Place none = place;
    none.transactionId.reset();
    rows = atMoment(none, time);
    for (MeterValue &orphan : rows) {
        orphan.transactionId = place.transactionId;
        db_.update(orphan);
    }
    return rows;
}

QList<MeterValue> MeterValues::ofTransaction(qint64 transactionId)
{
    const auto transaction = db_.row<Transaction>(u"WHERE id = ?"_s, {transactionId});
    return transaction ? ofTransaction(*transaction) : QList<MeterValue>();
}

QList<MeterValue> MeterValues::ofTransaction(const Transaction &transaction)
{
    static const QString tail = u"WHERE "_s + idsOfStation(meterLog)
                                + u" AND (transaction_id = ? OR (transaction_id IS NULL AND connector = ? "
                                  "AND time BETWEEN ? AND ?)) ORDER BY time, id"_s;
    const qint64 last = transaction.meterUntil ? *transaction.meterUntil : lastId(db_, meterLog);
    return db_.rows<MeterValue>(tail, {transaction.meterFrom, last, transaction.station, transaction.id,
                                       transaction.connector, transaction.startedAt,
                                       Transactions(db_).endOf(transaction)});
}

QList<MeterValue> MeterValues::list(const MeterValueFilter &filter)
{
    Filter where;
    // Samples are not received before they are taken, unless the station's clock is ahead.
    const qint64 first = filter.from ? firstIdAt(db_, meterLog, "received"_L1, *filter.from - std::chrono::days(1)) : 1;
    where.where(idsOfStation(meterLog), {first, lastId(db_, meterLog), filter.station});
    if (filter.connector)
        where.where(u"connector = ?"_s, {*filter.connector});
    if (filter.from)
        where.where(u"time >= ?"_s, {*filter.from});
    if (filter.to)
        where.where(u"time < ?"_s, {*filter.to});
    where.finish(u"ORDER BY time, id"_s, filter.limit);
    return db_.rows<MeterValue>(where.tail(), where.values());
}

} // namespace store
