// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/reconciliations.h"

#include "csms/services/reconciler.h"
#include "http/listing.h"
#include "http/schema.h"
#include "store/clock.h"
#include "store/reconciliations.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView states[] = {"inSync"_L1, "working"_L1, "waiting"_L1, "gaveUp"_L1};

using R = store::Reconciliation;

constexpr Property properties[] = {
    shown<R>("station"_L1, "Its id"_L1, [](const R &r) { return r.station; }),
    shown<R>("topic"_L1, "What is kept as desired; also the origin of its commands"_L1,
             [](const R &r) { return r.topic; }),
    shown<R>(
        "state"_L1, "How far it is"_L1, [](const R &r) { return r.state; }, words(states)),
    shown<R>("paused"_L1, "Differences are shown but not worked off"_L1, [](const R &r) { return r.paused; }),
    shown<R>("difference"_L1, "Things that are not as desired"_L1, [](const R &r) { return r.difference; }),
    shown<R>("attempts"_L1, "Failed ones in a row"_L1, [](const R &r) { return r.attempts; }),
    shown<R>("nextTry"_L1, "null: as soon as it can"_L1, [](const R &r) { return r.nextTry; }),
    shown<R>("reason"_L1, "Why it waits or gave up, and what to do"_L1, [](const R &r) { return orNull(r.reason); }),
};

Failure unknownTopic(const QString &name)
{
    QStringList known;
    for (const csms::reconciler::Topic &topic : csms::reconciler::topics())
        known.append(topic.name);
    return {404, u"unknownTopic"_s,
            u"There is no topic \"%1\". These are kept as desired: %2."_s.arg(name, known.join(u", "_s)), {}};
}

/// The row of the topic that the path names, changed by `change`, as the answer.
template<class Change>
Answer<Reply> changed(Context &context, const Call &call, Change change)
{
    const QString topic = call.path(u"topic"_s);
    if (!csms::reconciler::topicOf(topic))
        return tl::unexpected(unknownTopic(topic));
    return flattened(context.write([id = call.path(u"id"_s), topic, change](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        store::Reconciliations rows(db);
        change(rows, station->id, topic);
        const R row = rows.find(station->id, topic);
        return jsonReply(toJson(properties, &row));
    }));
}

} // namespace

const Schema reconciliationSchema{"Reconciliation"_L1, properties,
                                  "How far one topic of a station is from what is desired"_L1};

Answer<Reply> listReconciliations(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    return flattened(context.read([id = call.path(u"id"_s), page = *page](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        store::Reconciliations rows(db);
        QList<R> all;
        for (const csms::reconciler::Topic &topic : csms::reconciler::topics())
            all.append(rows.find(station->id, topic.name));
        return sliceReply(all, page, properties);
    }));
}

Answer<Reply> listStuckReconciliations(Context &context, const Call &call)
{
    return call.pageById().and_then([&context](const Page &page) {
        return context.read(
            [page](store::Database &db) { return sliceReply(store::Reconciliations(db).stuck(), page, properties); });
    });
}

Answer<Reply> pauseReconciliation(Context &context, const Call &call)
{
    return changed(context, call, [](store::Reconciliations &rows, const QString &station, const QString &topic) {
        rows.setPaused(station, topic, true, store::now());
    });
}

Answer<Reply> resumeReconciliation(Context &context, const Call &call)
{
    return changed(context, call, [](store::Reconciliations &rows, const QString &station, const QString &topic) {
        rows.setPaused(station, topic, false, store::now());
    });
}

Answer<Reply> retryReconciliation(Context &context, const Call &call)
{
    return changed(context, call, [](store::Reconciliations &rows, const QString &station, const QString &topic) {
        rows.reset(station, topic, store::now());
    });
}

} // namespace http
