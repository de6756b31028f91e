// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connectors.h"

#include "store/filter.h"
#include "store/stationtime.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column connectorColumns[] = {
    column<&Connector::station>("station"_L1, ColumnRole::Key),
    column<&Connector::connector>("connector"_L1, ColumnRole::Key),
    column<&Connector::status>("status"_L1),
    column<&Connector::errorCode>("error_code"_L1),
    column<&Connector::info>("info"_L1),
    column<&Connector::vendorId>("vendor_id"_L1),
    column<&Connector::vendorErrorCode>("vendor_error_code"_L1),
    column<&Connector::statusTime>("status_time"_L1),
    column<&Connector::received>("received"_L1),
    column<&Connector::powerW>("power_w"_L1),
    column<&Connector::currentA>("current_a"_L1),
    column<&Connector::voltageV>("voltage_v"_L1),
    column<&Connector::energyWh>("energy_wh"_L1),
    column<&Connector::socPercent>("soc_percent"_L1),
    column<&Connector::meterTime>("meter_time"_L1),
    column<&Connector::sampleTime>("sample_time"_L1),
};
constexpr RowTable connectorTable{"connectors"_L1, connectorColumns};

constexpr Column statusColumns[] = {
    column<&StatusChange::id>("id"_L1, ColumnRole::Generated),
    column<&StatusChange::station>("station"_L1),
    column<&StatusChange::connector>("connector"_L1),
    column<&StatusChange::status>("status"_L1),
    column<&StatusChange::errorCode>("error_code"_L1),
    column<&StatusChange::info>("info"_L1),
    column<&StatusChange::vendorId>("vendor_id"_L1),
    column<&StatusChange::vendorErrorCode>("vendor_error_code"_L1),
    column<&StatusChange::statusTime>("status_time"_L1),
    column<&StatusChange::received>("received"_L1),
};
constexpr RowTable statusTable{"status_history"_L1, statusColumns};

/// When a connector's known status began.
ocpp::Timestamp statusSince(const Connector &connector)
{
    return believedTime(connector.statusTime, connector.received.value_or(ocpp::Timestamp()));
}

bool isRepetition(const StatusChange &status, const StatusChange &last)
{
    return status.statusTime && status.statusTime == last.statusTime && status.status == last.status
           && status.errorCode == last.errorCode && status.info == last.info && status.vendorId == last.vendorId
           && status.vendorErrorCode == last.vendorErrorCode;
}

void assign(Connector &connector, const StatusChange &status)
{
    connector.status = status.status;
    connector.errorCode = status.errorCode;
    connector.info = status.info;
    connector.vendorId = status.vendorId;
    connector.vendorErrorCode = status.vendorErrorCode;
    connector.statusTime = status.statusTime;
    connector.received = status.received;
}

} // namespace

const RowTable &Connector::table()
{
    return connectorTable;
}

const RowTable &StatusChange::table()
{
    return statusTable;
}

bool Connectors::report(const StatusChange &status)
{
    const auto last = db_.row<StatusChange>(u"WHERE station = ? AND connector = ? ORDER BY id DESC LIMIT 1"_s,
                                            {status.station, status.connector});
    if (!last || !isRepetition(status, *last))
        db_.insert(status);
    const QString key = changeKey(status.connector);
    db_.noteChange(Table::StatusHistory, status.station, key);
    std::optional<Connector> known = find(status.station, status.connector);
    const ocpp::Timestamp since = believedTime(status.statusTime, status.received.value_or(ocpp::Timestamp()));
    if (known && since < statusSince(*known))
        return false;
    Connector connector = known.value_or(Connector{.station = status.station, .connector = status.connector});
    assign(connector, status);
    db_.save(connector);
    db_.noteChange(Table::Connectors, status.station, key);
    return true;
}

std::optional<Connector> Connectors::find(const QString &station, int connector)
{
    return db_.row<Connector>(u"WHERE station = ? AND connector = ?"_s, {station, connector});
}

QList<Connector> Connectors::list(const QString &station)
{
    return db_.rows<Connector>(u"WHERE station = ? ORDER BY connector"_s, {station});
}

QList<Connector> Connectors::list()
{
    return db_.rows<Connector>(u"ORDER BY station, connector"_s);
}

QList<StatusChange> Connectors::history(const QString &station, std::optional<int> connector, int limit,
                                        qint64 after)
{
    Filter filter;
    filter.where(u"station = ?"_s, {station});
    if (connector)
        filter.where(u"connector = ?"_s, {*connector});
    if (after > 0)
        filter.where(u"id < ?"_s, {after});
    filter.finish(u"ORDER BY id DESC"_s, limit);
    return db_.rows<StatusChange>(filter.tail(), filter.values());
}

namespace {

/// COALESCE keeps what this reading does not say. The casts tell PostgreSQL the type of a lone NULL.
constexpr QLatin1StringView setLive{"UPDATE connectors SET power_w = COALESCE(CAST(? AS DOUBLE PRECISION), power_w), "
                                    "current_a = COALESCE(CAST(? AS DOUBLE PRECISION), current_a), "
                                    "voltage_v = COALESCE(CAST(? AS DOUBLE PRECISION), voltage_v), "
                                    "energy_wh = COALESCE(CAST(? AS DOUBLE PRECISION), energy_wh), "
                                    "soc_percent = COALESCE(CAST(? AS DOUBLE PRECISION), soc_percent), meter_time = ?"};
constexpr QLatin1StringView ifNotOlder{" WHERE station = ? AND connector = ? AND (meter_time IS NULL OR meter_time <= ?)"};

} // namespace

bool Connectors::advance(const QString &station, int connector, const Reading &reading, const SampleSpan &samples)
{
    // All in one statement, because nearly every MeterValues.req passes here and nowhere else.
    // At the very moment of the last one only the history can tell a repetition from another message.
    static const QString update = setLive + u", sample_time = ?"_s + ifNotOlder
                                  + u" AND (sample_time IS NULL OR sample_time < ?) "
                                    "AND (CAST(? AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM transactions "
                                    "WHERE id = ? AND transactions.station = ? AND stopped_at IS NULL "
                                    "AND closed_by = ''))"_s;
    const qint64 transaction = samples.transactionId.value_or(0);
    const int advanced = db_.run(
        update, {reading.powerW, reading.currentA, reading.voltageV, reading.energyWh, reading.socPercent, reading.time,
                 samples.last, station, connector, reading.time, samples.first, transaction, transaction, station});
    if (advanced > 0)
        db_.noteChange(Table::Connectors, station, changeKey(connector));
    return advanced > 0;
}

void Connectors::sampled(const QString &station, int connector, ocpp::Timestamp last)
{
    db_.run(u"UPDATE connectors SET sample_time = ? WHERE station = ? AND connector = ? "
            "AND (sample_time IS NULL OR sample_time <= ?)"_s,
            {last, station, connector, last});
}

void Connectors::measure(const QString &station, int connector, const Reading &reading)
{
    static const QString update = setLive + QString(ifNotOlder);
    const int changed = db_.run(update, {reading.powerW, reading.currentA, reading.voltageV, reading.energyWh,
                                         reading.socPercent, reading.time, station, connector, reading.time});
    if (changed == 0 && !find(station, connector)) {
        Connector fresh{.station = station, .connector = connector};
        fresh.powerW = reading.powerW;
        fresh.currentA = reading.currentA;
        fresh.voltageV = reading.voltageV;
        fresh.energyWh = reading.energyWh;
        fresh.socPercent = reading.socPercent;
        fresh.meterTime = reading.time;
        db_.insertNew(fresh);
    }
    db_.noteChange(Table::Connectors, station, changeKey(connector));
}

void Connectors::endLoad(const QString &station, int connector, std::optional<ocpp::Timestamp> time)
{
    const int changed = db_.run(u"UPDATE connectors SET power_w = 0, current_a = 0, "
                                "meter_time = CASE WHEN meter_time > ? THEN meter_time "
                                "ELSE COALESCE(CAST(? AS BIGINT), meter_time) END "
                                "WHERE station = ? AND connector = ?"_s,
                                {time, time, station, connector});
    if (changed == 0) {
        Connector fresh;
        fresh.station = station;
        fresh.connector = connector;
        fresh.powerW = 0;
        fresh.currentA = 0;
        fresh.meterTime = time;
        db_.insertNew(fresh);
    }
    db_.noteChange(Table::Connectors, station, changeKey(connector));
}

} // namespace store
