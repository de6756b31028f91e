// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/transactions.h"

#include "http/listing.h"
#include "http/resources/samples.h"
#include "http/schema.h"
#include "store/clock.h"
#include "store/stations.h"
#include "store/transactions.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

using T = store::Transaction;
constexpr Property transactionProperties[] = {
    shown<T>("id"_L1, "The OCPP transactionId"_L1, [](const T &t) { return t.id; }),
    shown<T>("station"_L1, "Its id"_L1, [](const T &t) { return t.station; }),
    shown<T>("connector"_L1, "Of the station"_L1, [](const T &t) { return t.connector; }),
    shown<T>("idTag"_L1, "That started it"_L1, [](const T &t) { return t.idTag; }),
    shown<T>("parentIdTag"_L1, "Of that tag"_L1, [](const T &t) { return orNull(t.parentIdTag); }),
    shown<T>("startedAt"_L1, "By the station's clock"_L1, [](const T &t) { return t.startedAt; }),
    shown<T>("startReceived"_L1, "When StartTransaction came in"_L1,
             [](const T &t) { return t.startReceived; }),
    shown<T>("meterStartWh"_L1, "The register at the start"_L1, [](const T &t) { return t.meterStartWh; }),
    shown<T>("stoppedAt"_L1, "By the station's clock; null while it runs"_L1,
             [](const T &t) { return t.stoppedAt; }),
    shown<T>("stopReceived"_L1, "When StopTransaction came in"_L1, [](const T &t) { return t.stopReceived; }),
    shown<T>("meterStopWh"_L1, "The register at the stop"_L1, [](const T &t) { return t.meterStopWh; }),
    shown<T>("energyWh"_L1, "Charged, as far as known; 0 without a source while nothing was measured"_L1,
             [](const T &t) { return t.energyWh.value_or(0); }),
    shown<T>("energySource"_L1, "How energyWh was derived"_L1,
             [](const T &t) { return orNull(t.energySource); }),
    shown<T>("stopReason"_L1, "As reported (7.36)"_L1, [](const T &t) { return orNull(t.stopReason); }),
    shown<T>("stopIdTag"_L1, "That stopped it"_L1, [](const T &t) { return orNull(t.stopIdTag); }),
    shown<T>("reservationId"_L1, "Of the reservation that it used"_L1,
             [](const T &t) { return t.reservationId; }),
    shown<T>("status"_L1, "The idTagInfo.status that was answered"_L1,
             [](const T &t) { return orNull(t.status); }),
    shown<T>("flags"_L1, "What is doubtful about it"_L1, [](const T &t) { return t.flags; }),
    shown<T>("closedBy"_L1, "operator or nextStart, if not the station ended it"_L1,
             [](const T &t) { return orNull(t.closedBy); }),
    shown<T>("closeReason"_L1, "Of the operator"_L1, [](const T &t) { return orNull(t.closeReason); }),
};

struct Close {
    QString reason;
};
constexpr QLatin1StringView closeRequired[] = {"reason"_L1};
constexpr Property closeProperties[] = {
    settable<Close>(
        "reason"_L1, "Why it is closed by hand"_L1, [](auto &c) -> auto & { return c.reason; },
        length(1, 500)),
};

Failure unknownTransaction(qint64 id)
{
    return {404, u"unknownTransaction"_s, u"There is no transaction %1."_s.arg(id), {}};
}

Answer<store::TransactionState> stateOf(const Call &call)
{
    const QString text = call.query(u"state"_s);
    if (text.isEmpty())
        return store::TransactionState::Any;
    if (text == "open"_L1)
        return store::TransactionState::Open;
    if (text == "closed"_L1)
        return store::TransactionState::Closed;
    return tl::unexpected(badParameter(u"state"_s, u"open or closed"_s));
}

Answer<store::TransactionFilter> filterOf(const Call &call)
{
    const auto page = call.pageById();
    const auto state = stateOf(call);
    const auto from = call.queryTime(u"from"_s);
    const auto to = call.queryTime(u"to"_s);
    for (const auto &failure :
         {page ? std::nullopt : std::optional(page.error()),
          state ? std::nullopt : std::optional(state.error()),
          from ? std::nullopt : std::optional(from.error()), to ? std::nullopt : std::optional(to.error())}) {
        if (failure)
            return tl::unexpected(*failure);
    }
    return store::TransactionFilter{.station = call.query(u"station"_s),
                                    .idTag = call.query(u"idTag"_s),
                                    .state = *state,
                                    .from = *from,
                                    .to = *to,
                                    .after = page->afterId(),
                                    .limit = page->limit + 1};
}

// Station ids are matched case-insensitively, rows have the entered spelling. Of a removed station its
// transactions stay, under the id as it was.
QString spelledAsEntered(store::Database &db, const QString &station)
{
    const auto known = station.isEmpty() ? std::nullopt : store::Stations(db).find(station);
    return known ? known->id : station;
}

Reply transactionReply(const T &transaction)
{
    return jsonReply(toJson(transactionProperties, &transaction));
}

} // namespace

const Schema transactionSchema{"Transaction"_L1, transactionProperties, "A charging session"_L1};
const Schema closeRequestSchema{"CloseRequest"_L1, closeProperties, "An operator's decision"_L1,
                                closeRequired};

Answer<Reply> listTransactions(Context &context, const Call &call)
{
    return filterOf(call).and_then([&context](const store::TransactionFilter &filter) {
        return context.read([wanted = filter](store::Database &db) mutable {
            wanted.station = spelledAsEntered(db, wanted.station);
            return pageReply(store::Transactions(db).list(wanted), Page{wanted.limit - 1, {}},
                             transactionProperties, keyById);
        });
    });
}

Answer<Reply> showTransaction(Context &context, const Call &call)
{
    const auto id = call.pathNumber(u"id"_s, u"unknownTransaction"_s);
    if (!id)
        return tl::unexpected(id.error());
    return flattened(context.read([id = *id](store::Database &db) -> Answer<Reply> {
        const auto transaction = store::Transactions(db).find(id);
        if (!transaction)
            return tl::unexpected(unknownTransaction(id));
        return transactionReply(*transaction);
    }));
}

Answer<Reply> listMeterValues(Context &context, const Call &call)
{
    const auto id = call.pathNumber(u"id"_s, u"unknownTransaction"_s);
    const auto page = call.pageById();
    if (!id || !page)
        return tl::unexpected(id ? page.error() : id.error());
    return flattened(context.read([id = *id, page = *page](store::Database &db) -> Answer<Reply> {
        if (!store::Transactions(db).find(id))
            return tl::unexpected(unknownTransaction(id));
        const QList<SampleView> samples = samplesOf(store::MeterValues(db).ofTransaction(id));
        return sliceReply(samples, page, SampleView::properties());
    }));
}

Answer<Reply> closeTransaction(Context &context, const Call &call)
{
    const auto id = call.pathNumber(u"id"_s, u"unknownTransaction"_s);
    const auto body = call.body();
    if (!id || !body)
        return tl::unexpected(id ? body.error() : id.error());
    Close close;
    const Answer<void> assigned = assign(closeRequestSchema, *body, &close);
    if (!assigned)
        return tl::unexpected(assigned.error());
    return flattened(context.write([id = *id, reason = close.reason](store::Database &db) -> Answer<Reply> {
        store::Transactions transactions(db);
        const bool closed = transactions.close(id, u"operator"_s, reason, store::now());
        const auto transaction = transactions.find(id);
        if (!transaction)
            return tl::unexpected(unknownTransaction(id));
        if (!closed)
            return tl::unexpected(Failure{409,
                                          u"notOpen"_s,
                                          u"Transaction %1 is not open, so it cannot be "
                                          "closed."_s.arg(id),
                                          {}});
        return transactionReply(*transaction);
    }));
}

Answer<Reply> reopenTransaction(Context &context, const Call &call)
{
    return call.pathNumber(u"id"_s, u"unknownTransaction"_s).and_then([&context](qint64 id) {
        return flattened(context.write([id](store::Database &db) -> Answer<Reply> {
            store::Transactions transactions(db);
            const bool reopened = transactions.reopen(id);
            const auto transaction = transactions.find(id);
            if (!transaction)
                return tl::unexpected(unknownTransaction(id));
            if (!reopened) {
                return tl::unexpected(
                    Failure{409,
                            u"notClosedByHand"_s,
                            u"Transaction %1 cannot be opened again: it was not closed by hand, or the "
                            "station has stopped it, or begun another on the connector."_s.arg(id),
                            {}});
            }
            return transactionReply(*transaction);
        }));
    });
}

} // namespace http
