// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/inbox.h"

#include "http/listing.h"
#include "http/schema.h"
#include "store/attention.h"
#include "store/clock.h"
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
    shown<P>("station"_L1, "Its id; empty: it is about none"_L1, [](const P &p) { return p.station; }),
    shown<P>("kind"_L1, "unmatchedStop, repeatedStop, undecodable, unbookable, securityEvent, filesRefused, fileTls"_L1,
             [](const P &p) { return p.kind; }),
    shown<P>("time"_L1, "By the station's clock"_L1, [](const P &p) { return p.time; }),
    shown<P>("received"_L1, "When it came in"_L1, [](const P &p) { return p.received; }),
    shown<P>("reason"_L1, "Why it could not be booked, or what it tells of"_L1, [](const P &p) { return p.reason; }),
    shown<P>("payload"_L1, "The message"_L1, [](const P &p) { return wireValue(p.payload); }),
    shown<P>("resolvedAt"_L1, "When a person dealt with it"_L1, [](const P &p) { return p.resolvedAt; }),
    shown<P>("resolution"_L1, "What that person decided"_L1, [](const P &p) { return orNull(p.resolution); }),
};

struct Resolution {
    QString text{u"Dismissed."_s};
};
constexpr Property resolutionProperties[] = {
    settable<Resolution>(
        "resolution"_L1, "What you decided; Dismissed., if missing"_L1, [](auto &r) -> auto & { return r.text; },
        length(1, 500)),
};

} // namespace

const Schema knockSchema{"Knock"_L1, knockProperties, "A station that was turned away"_L1};
const Schema attentionSchema{"Attention"_L1, attentionProperties,
                             "A message that was answered but could not be booked, or that tells of an alarm"_L1};

const Schema resolutionSchema{"Resolution"_L1, resolutionProperties, "A person's decision"_L1};

Answer<Reply> listKnocks(Context &context, const Call &call)
{
    return call.pageById().and_then([&context](const Page &page) {
        return context.read([page](store::Database &db) {
            return sliceReply(store::Knocks(db).list(), page, knockProperties);
        });
    });
}

Answer<Reply> removeKnock(Context &context, const Call &call)
{
    const QString station = call.path(u"station"_s);
    return flattened(context.write([station](store::Database &db) -> Answer<Reply> {
        if (store::Knocks(db).remove(station))
            return emptyReply();
        return tl::unexpected(
            Failure{404, u"unknownKnock"_s, u"No station \"%1\" was turned away."_s.arg(station), {}});
    }));
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

Answer<Reply> resolveAttention(Context &context, const Call &call)
{
    Resolution resolution;
    const auto number = call.pathNumber(u"id"_s, u"unknownAttention"_s);
    const Answer<void> assigned = call.body().and_then(
        [&resolution](const QJsonObject &body) { return assign(resolutionSchema, body, &resolution); });
    if (!number || !assigned)
        return tl::unexpected(number ? assigned.error() : number.error());
    return flattened(context.write([id = *number, text = resolution.text](store::Database &db) -> Answer<Reply> {
        store::Attention attention(db);
        const bool resolved = attention.resolve(id, text, store::now());
        const auto parked = attention.find(id);
        if (!parked)
            return tl::unexpected(
                Failure{404, u"unknownAttention"_s, u"Nothing with the number %1 waits."_s.arg(id), {}});
        if (!resolved) {
            return tl::unexpected(
                Failure{409, u"isResolved"_s, u"%1 is dealt with already: %2"_s.arg(id).arg(parked->resolution), {}});
        }
        return jsonReply(toJson(attentionProperties, &*parked));
    }));
}

} // namespace http
