// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/plugandcharge.h"

#include "http/listing.h"
#include "http/resources/commands.h"
#include "http/schema.h"
#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "ocpp/messages/core.h"
#include "ocpp/messages/plugandcharge.h"
#include "store/clock.h"
#include "store/contracts.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView vendorIds[] = {ocpp::pnc::vendorId, ocpp::pncold::vendorId};
constexpr QLatin1StringView vendorMessageIds[] = {"CertificateSigned"_L1, "DeleteCertificate"_L1,
                                                  "GetInstalledCertificateIds"_L1, "InstallCertificate"_L1,
                                                  "TriggerMessage"_L1};

struct VendorCommand {
    QString messageId;
    QJsonObject payload;
    QString vendorId{ocpp::pnc::vendorId};
    std::optional<int> expiresIn;
};

using V = VendorCommand;
constexpr QLatin1StringView requiredOfCommand[] = {"messageId"_L1};
constexpr Property vendorCommandProperties[] = {
    settable<V>(
        "messageId"_L1, "Which of them"_L1, [](auto &v) -> auto & { return v.messageId; }, words(vendorMessageIds)),
    settable<V>(
        "payload"_L1, "The data, as an object; must satisfy the vendor's schema"_L1,
        [](auto &v) -> auto & { return v.payload; }),
    settable<V>(
        "vendorId"_L1, "Whose form the station speaks; that of the Open Charge Alliance if missing"_L1,
        [](auto &v) -> auto & { return v.vendorId; }, words(vendorIds)),
    settable<V>(
        "expiresIn"_L1, "How long it may wait for the station, in seconds; 0: now or never; null: for ever"_L1,
        [](auto &v) -> auto & { return v.expiresIn; }, range(0, 315'360'000)),
};

constexpr QLatin1StringView signingStates[] = {"waiting"_L1,  "signed"_L1, "accepted"_L1,
                                               "rejected"_L1, "failed"_L1, "superseded"_L1};

using O = store::SigningOrder;
constexpr Property signingOrderProperties[] = {
    shown<O>("id"_L1, "Grows with each order"_L1, [](const O &o) { return o.id; }),
    shown<O>("station"_L1, "Its id"_L1, [](const O &o) { return o.station; }),
    shown<O>("vendorId"_L1, "Whose form the station speaks"_L1, [](const O &o) { return o.vendorId; }),
    shown<O>("certificateType"_L1, "What it is for; null: both connections"_L1,
             [](const O &o) { return orNull(o.use); }),
    shown<O>("csr"_L1, "PEM"_L1, [](const O &o) { return o.csr; }),
    shown<O>(
        "state"_L1, "waiting and signed are followed by one of the others"_L1, [](const O &o) { return o.state; },
        words(signingStates)),
    shown<O>("reason"_L1, "Why it is not signed, or not taken"_L1, [](const O &o) { return orNull(o.reason); }),
    shown<O>("tries"_L1, "In vain: of waiting to have it signed, of signed to bring it"_L1,
             [](const O &o) { return o.tries; }),
    shown<O>("nextTry"_L1, "When it is asked again; null: it waits for a certificate from you"_L1,
             [](const O &o) { return o.state == store::SigningState::Waiting ? o.nextTry : std::nullopt; }),
    shown<O>("certificateChain"_L1, "PEM, the station's own first"_L1, [](const O &o) { return orNull(o.chain); }),
    shown<O>("command"_L1, "That brings it to the station"_L1, [](const O &o) { return o.command; }),
    shown<O>("received"_L1, "When the station asked"_L1, [](const O &o) { return o.received; }),
    shown<O>("ended"_L1, "When it was over"_L1, [](const O &o) { return o.ended; }),
};

struct OrderedChain {
    QString certificateChain;
};
constexpr QLatin1StringView requiredOfChain[] = {"certificateChain"_L1};
constexpr Property orderedChainProperties[] = {
    settable<OrderedChain>(
        "certificateChain"_L1, "PEM: the certificate for the order's csr, then who signed it"_L1,
        [](auto &c) -> auto & { return c.certificateChain; }, length(1, 10'000)),
};

/// Unlike a DataTransfer given as a command, this has to make sense to the station.
Answer<store::CommandRequest> vendorRequest(const Call &call)
{
    VendorCommand wanted;
    const Answer<void> assigned =
        call.body().and_then([&wanted](const QJsonObject &body) { return assign(vendorCommandSchema, body, &wanted); });
    if (!assigned)
        return tl::unexpected(assigned.error());
    const ocpp::VendorMessage *const message = ocpp::vendorMessage(wanted.vendorId, wanted.messageId);
    if (const auto fault = ocpp::check(message->request, wanted.payload)) {
        return tl::unexpected(Failure{422, u"invalidPayload"_s,
                                      u"The payload does not satisfy the schema of %1 at \"%2\": %3"_s.arg(
                                          wanted.messageId, fault->path, fault->text),
                                      u"/payload"_s + fault->path});
    }
    const ocpp::DataTransfer::Request transfer{wanted.vendorId, wanted.messageId,
                                               QString::fromUtf8(ocpp::compactBytes(wanted.payload))};
    store::CommandRequest request{.station = call.path(u"id"_s),
                                  .action = QString(ocpp::DataTransfer::action),
                                  .payload = ocpp::encode(transfer),
                                  .origin = u"api"_s};
    if (wanted.expiresIn)
        request.expiresIn = std::chrono::seconds(*wanted.expiresIn);
    return request;
}

/// Of the station in the path, case-insensitively.
Answer<O> orderOf(store::SigningOrders &orders, const QString &station, qint64 number)
{
    const auto order = orders.find(number);
    if (order && store::folded(order->station) == store::folded(station))
        return *order;
    return tl::unexpected(Failure{404,
                                  u"unknownSigningOrder"_s,
                                  u"%1 has not asked for a certificate with number %2."_s.arg(station).arg(number),
                                  {}});
}

/// What a person decides: `decide` says whether it still could be, else `refusal` tells why not.
template<class Decide>
Answer<Reply> decided(Context &context, const Call &call, const Failure &refusal, Decide decide)
{
    return call.pathNumber(u"order"_s, u"unknownSigningOrder"_s).and_then([&](qint64 number) {
        return flattened(context.write([=, id = call.path(u"id"_s)](store::Database &db) -> Answer<Reply> {
            store::SigningOrders orders(db);
            const auto order = orderOf(orders, id, number);
            if (!order)
                return tl::unexpected(order.error());
            if (!decide(orders, number)) {
                Failure failure = refusal;
                failure.message = refusal.message.arg(number).arg(toString(order->state));
                return tl::unexpected(failure);
            }
            const O after = orders.find(number).value_or(*order);
            return jsonReply(toJson(signingOrderProperties, &after));
        }));
    });
}

} // namespace

const Schema vendorCommandSchema{"PlugAndChargeCommand"_L1, vendorCommandProperties,
                                 "What a station is to do about Plug & Charge"_L1, requiredOfCommand};
const Schema signingOrderSchema{"SigningOrder"_L1, signingOrderProperties,
                                "A certificate that a station wants for Plug & Charge"_L1};
const Schema orderedChainSchema{"OrderedChain"_L1, orderedChainProperties, "A certificate for a station"_L1,
                                requiredOfChain};

Answer<Reply> sendVendorCommand(Context &context, const Call &call)
{
    const auto wait = call.querySeconds(u"wait"_s, longestWait);
    const auto request = vendorRequest(call);
    if (!wait || !request)
        return tl::unexpected(wait ? request.error() : wait.error());
    return sendWithSeat(context, *request, *wait);
}

Answer<Reply> listSigningOrders(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    const QString id = call.path(u"id"_s);
    return flattened(context.read([id, page = *page](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        const auto orders =
            store::SigningOrders(db).list({.station = station->id, .after = page.afterId(), .limit = page.limit + 1});
        return pageReply(orders, page, signingOrderProperties, keyById);
    }));
}

Answer<Reply> fulfilSigningOrder(Context &context, const Call &call)
{
    const auto number = call.pathNumber(u"order"_s, u"unknownSigningOrder"_s);
    OrderedChain chain;
    const Answer<void> assigned =
        call.body().and_then([&chain](const QJsonObject &body) { return assign(orderedChainSchema, body, &chain); });
    if (!number || !assigned)
        return tl::unexpected(number ? assigned.error() : number.error());
    const QString id = call.path(u"id"_s);
    return flattened(context.write([=, number = *number](store::Database &db) -> Answer<Reply> {
        store::SigningOrders orders(db);
        const auto order = orderOf(orders, id, number);
        if (!order)
            return tl::unexpected(order.error());
        const auto sent = orders.fulfil(*order, chain.certificateChain.toLatin1());
        if (!sent)
            return tl::unexpected(Failure{422, u"badCertificate"_s, sent.error(), u"/certificateChain"_s});
        return jsonReply(toJson(signingOrderProperties, &*sent), 202);
    }));
}

Answer<Reply> listUnsettledSigningOrders(Context &context, const Call &call)
{
    return call.pageById().and_then([&context](const Page &page) {
        return context.read([page](store::Database &db) {
            return sliceReply(store::SigningOrders(db).needingAPerson(store::now()), page, signingOrderProperties);
        });
    });
}

Answer<Reply> refuseSigningOrder(Context &context, const Call &call)
{
    const Failure refusal{409, u"notWaiting"_s, u"Order %1 does not wait for a certificate any more: it is %2."_s, {}};
    return decided(context, call, refusal,
                   [](store::SigningOrders &orders, qint64 number) { return orders.refuse(number, store::now()); });
}

Answer<Reply> retrySigningOrder(Context &context, const Call &call)
{
    const Failure refusal{409,
                          u"notFailed"_s,
                          u"Order %1 is %2. Tried again is one that failed, unless the station has asked anew since."_s,
                          {}};
    return decided(context, call, refusal,
                   [](store::SigningOrders &orders, qint64 number) { return orders.resume(number, store::now()); });
}

} // namespace http
