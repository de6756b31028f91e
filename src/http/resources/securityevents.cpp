// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/securityevents.h"

#include "http/listing.h"
#include "store/clock.h"
#include "store/securityevents.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView severities[] = {"normal"_L1, "critical"_L1, "unknown"_L1};

using S = store::SecurityEvent;
constexpr Property securityEventProperties[] = {
    shown<S>("id"_L1, "Grows with each"_L1, [](const S &s) { return s.id; }),
    shown<S>("station"_L1, "Its id"_L1, [](const S &s) { return s.station; }),
    shown<S>("type"_L1, "W 8, or a vendor's own"_L1, [](const S &s) { return s.type; }),
    shown<S>(
        "severity"_L1, "As W 8 says; unknown: not in its list"_L1, [](const S &s) { return s.severity; },
        words(severities)),
    shown<S>("alarming"_L1, "Critical or unknown"_L1, [](const S &s) { return s.isAlarming(); }),
    shown<S>("timestamp"_L1, "By the station's clock"_L1, [](const S &s) { return s.time; }),
    shown<S>("received"_L1, "When it came in"_L1, [](const S &s) { return s.received; }),
    shown<S>("techInfo"_L1, "What else the station said"_L1, [](const S &s) { return orNull(s.techInfo); }),
    shown<S>("acknowledged"_L1, "When a person settled it"_L1, [](const S &s) { return s.acknowledged; }),
};

// A removed station's events can still be read by its id.
QString stationOf(store::Database &db, const QString &id)
{
    const auto station = store::Stations(db).find(id);
    return station ? station->id : id;
}

} // namespace

const Schema securityEventSchema{"SecurityEvent"_L1, securityEventProperties, "What a station told about its security"_L1};

Answer<Reply> listSecurityEvents(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    store::SecurityEventFilter filter;
    filter.station = call.path(u"id"_s);
    filter.alarmingOnly = call.query(u"alarming"_s) == "true"_L1;
    filter.waitingOnly = call.query(u"waiting"_s) == "true"_L1;
    filter.after = page->afterId();
    filter.limit = page->limit + 1;
    return flattened(context.read([filter, page = *page](store::Database &db) mutable -> Answer<Reply> {
        const QString asked = filter.station;
        filter.station = stationOf(db, asked);
        const auto rows = store::SecurityEvents(db).list(filter);
        if (rows.isEmpty() && !store::Stations(db).find(asked))
            return tl::unexpected(unknownStation(asked));
        return pageReply(rows, page, securityEventProperties, keyById);
    }));
}

Answer<Reply> acknowledgeSecurityEvent(Context &context, const Call &call)
{
    const auto number = call.pathNumber(u"event"_s, u"unknownEvent"_s);
    if (!number)
        return tl::unexpected(number.error());
    return flattened(context.write([number = *number, id = call.path(u"id"_s)](store::Database &db) -> Answer<Reply> {
        store::SecurityEvents events(db);
        const auto event = events.find(number);
        if (!event || event->station != stationOf(db, id))
            return tl::unexpected(
                Failure{404, u"unknownEvent"_s, u"The station has told no security event %1."_s.arg(number), {}});
        events.acknowledge(*event, store::now());
        const S settled = events.find(number).value_or(*event);
        return jsonReply(toJson(securityEventProperties, &settled));
    }));
}

} // namespace http
