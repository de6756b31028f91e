// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

// The logs that every message writes (frames, meter values) have no index by station: each station that sends
// something would change a page of its own, and writing that page costs more than the row itself (measured: 20 of
// 45 us). Their index is in blocks: (id / 1024, station), so that only the few pages of the last block change.
// Reading visits each block of a range of ids, two microseconds each.

/// "id IN (...)": the ids of one station between two ids. The values are the first id, the last, and the
/// station. `table` is frames or meter_values.
QString idsOfStation(QLatin1StringView table);
/// The same up to the log's end: the values are the first id and the station.
QString idsOfStationSince(QLatin1StringView table);

/// The highest id; 0 for an empty log.
qint64 lastId(Database &db, QLatin1StringView table);
/// The same without what append() still gathers: not above lastId().
qint64 lastWrittenId(Database &db, QLatin1StringView table);

/// The lowest id of a log whose time is not before `time`; past the last id if there is none. Logs are written
/// in the order of their times, apart from seconds between batches and nodes. An index on the time would cost
/// every message a write; some forty look-ups by id cost the rare reader less.
qint64 firstIdAt(Database &db, QLatin1StringView table, QLatin1StringView timeColumn, ocpp::Timestamp time);

} // namespace store
