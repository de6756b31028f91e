// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/inbox.h"

#include "http/listing.h"
#include "store/attention.h"
#include "store/knocks.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

using K = store::Knock;
constexpr Property knockProperties[] = {
    shown<K>("station"_L1, "As it called itself"_L1, [](const K &k) { return k.stationId; }),
    shown<K>("reason"_L1, "Why it was turned away"_L1, [](const K &k) { return k.reason; }),
    shown<K>("httpStatus"_L1, "What it was answered"_L1, [](const K &k) { return k.httpStatus; }),
    shown<K>("remoteAddress"_L1, "Where it came from"_L1, [](const K &k) { return orNull(k.remoteAddress); }),
    shown<K>("first"_L1, "When it came first"_L1, [](const K &k) { return k.first; }),
    shown<K>("last"_L1, "When it came last"_L1, [](const K &k) { return k.last; }),
    shown<K>("count"_L1, "How often it came"_L1, [](const K &k) { return k.count; }),
};

using P = store::Parked;
constexpr Property attentionProperties[] = {
    shown<P>("id"_L1, "Grows with each"_L1, [](const P &p) { return p.id; }),
    shown<P>("station"_L1, "Its id"_L1, [](const P &p) { return p.station; }),
    shown<P>("kind"_L1, "unmatchedStop, repeatedStop, undecodable, securityEvent"_L1,
             [](const P &p) { return p.kind; }),
    shown<P>("time"_L1, "By the station's clock"_L1, [](const P &p) { return p.time; }),
    shown<P>("received"_L1, "When it came in"_L1, [](const P &p) { return p.received; }),
    shown<P>("reason"_L1, "Why it could not be booked, or what it tells of"_L1, [](const P &p) { return p.reason; }),
    shown<P>("payload"_L1, "The message"_L1, [](const P &p) { return wireValue(p.payload); }),
    shown<P>("resolvedAt"_L1, "When a person dealt with it"_L1, [](const P &p) { return p.resolvedAt; }),
    shown<P>("resolution"_L1, "What that person decided"_L1, [](const P &p) { return orNull(p.resolution); }),
};

} // namespace

const Schema knockSchema{"Knock"_L1, knockProperties, "A station that was turned away"_L1};
const Schema attentionSchema{"Attention"_L1, attentionProperties,
                             "A message that was answered but could not be booked, or that tells of an alarm"_L1};

Answer<Reply> listKnocks(Context &context, const Call &call)
{
    return call.pageById().and_then([&context](const Page &page) {
        return context.read([page](store::Database &db) {
            return sliceReply(store::Knocks(db).list(), page, knockProperties);
        });
    });
}

Answer<Reply> listAttention(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    store::AttentionFilter filter;
    filter.station = call.query(u"station"_s);
    filter.resolvedToo = call.query(u"resolved"_s) == "true"_L1;
    filter.after = page->afterId();
    filter.limit = page->limit + 1;
    return context.read([filter, page = *page](store::Database &db) {
        return pageReply(store::Attention(db).list(filter), page, attentionProperties, keyById);
    });
}

} // namespace http
