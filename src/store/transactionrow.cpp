// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transactions.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr Column transactionColumns[] = {
    column<&Transaction::id>("id"_L1, ColumnRole::Generated),
    column<&Transaction::station>("station"_L1),
    column<&Transaction::connector>("connector"_L1),
    column<&Transaction::idTag>("id_tag"_L1),
    column<&Transaction::idTagKey>("id_tag_key"_L1),
    column<&Transaction::parentIdTag>("parent_id_tag"_L1),
    column<&Transaction::startedAt>("started_at"_L1),
    column<&Transaction::startReceived>("start_received"_L1),
    column<&Transaction::meterStartWh>("meter_start_wh"_L1),
    column<&Transaction::stoppedAt>("stopped_at"_L1),
    column<&Transaction::stopReceived>("stop_received"_L1),
    column<&Transaction::meterStopWh>("meter_stop_wh"_L1),
    column<&Transaction::energyWh>("energy_wh"_L1),
    column<&Transaction::energySource>("energy_source"_L1),
    column<&Transaction::stopReason>("stop_reason"_L1),
    column<&Transaction::stopIdTag>("stop_id_tag"_L1),
    column<&Transaction::reservationId>("reservation_id"_L1),
    column<&Transaction::status>("status"_L1),
    column<&Transaction::flags>("flags"_L1),
    column<&Transaction::closedBy>("closed_by"_L1),
    column<&Transaction::closeReason>("close_reason"_L1),
    column<&Transaction::began>("began"_L1),
    column<&Transaction::meterFrom>("meter_from"_L1),
    column<&Transaction::meterUntil>("meter_until"_L1),
};
constexpr RowTable transactionTable{"transactions"_L1, transactionColumns};

} // namespace

const RowTable &Transaction::table()
{
    return transactionTable;
}

} // namespace store
