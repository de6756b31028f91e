// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/commands.h"

#include "http/listing.h"
#include "http/schema.h"
#include "ocpp/messages.h"
#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/stations.h"

#include <QJsonDocument>

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NewCommand {
    QString action;
    QJsonObject payload;
    std::optional<int> expiresIn;
    int priority = store::Command::personPriority;
};

using N = NewCommand;
constexpr QLatin1StringView requiredMembers[] = {"action"_L1};
constexpr Property requestProperties[] = {
    settable<N>(
        "action"_L1, "A message that the central system sends, e.g. Reset"_L1,
        [](auto &n) -> auto & { return n.action; }, length(1, 50)),
    settable<N>(
        "payload"_L1,
        "As in OCPP 1.6; goes out as given. Ids that the central system hands out are filled in"_L1,
        [](auto &n) -> auto & { return n.payload; }),
    settable<N>(
        "expiresIn"_L1,
        "How long it may wait for the station, in seconds; 0: now or never; null: as usual for the action"_L1,
        [](auto &n) -> auto & { return n.expiresIn; }, range(0, 315'360'000)),
    settable<N>(
        "priority"_L1, "Higher goes first; background work has 10"_L1,
        [](auto &n) -> auto & { return n.priority; }, range(0, 1000)),
};

constexpr QLatin1StringView states[] = {"queued"_L1,  "sent"_L1,    "accepted"_L1, "rejected"_L1, "error"_L1,
                                        "timeout"_L1, "unknown"_L1, "expired"_L1,  "cancelled"_L1};

// Whoever may read must not learn passwords and keys (behaviour 28).
QJsonValue maskedValue(const QByteArray &json, std::span<const ocpp::Field> fields)
{
    const QJsonValue value = wireValue(json);
    return value.isObject() ? QJsonValue(ocpp::masked(fields, value.toObject())) : value;
}

QJsonValue payloadOf(const store::Command &command)
{
    const ocpp::MessageInfo *message = ocpp::messageInfo(command.action);
    return maskedValue(command.payload, message ? message->request : std::span<const ocpp::Field>());
}

QJsonValue answerOf(const store::Command &command)
{
    const ocpp::MessageInfo *message = ocpp::messageInfo(command.action);
    return maskedValue(command.answer, message ? message->response : std::span<const ocpp::Field>());
}

// What is inside the answer to a DataTransfer, if it is JSON.
QJsonValue answerDataOf(const store::Command &command)
{
    if (command.action != ocpp::DataTransfer::action)
        return QJsonValue::Null;
    const QString data = QJsonDocument::fromJson(command.answer).object()["data"_L1].toString();
    const QJsonDocument inside = QJsonDocument::fromJson(data.toUtf8());
    return inside.isObject() ? QJsonValue(inside.object()) : QJsonValue(QJsonValue::Null);
}

using C = store::Command;
constexpr Property commandProperties[] = {
    shown<C>("id"_L1, "Grows with each command"_L1, [](const C &c) { return c.id; }),
    shown<C>("station"_L1, "Its id"_L1, [](const C &c) { return c.station; }),
    shown<C>("action"_L1, "As on the wire"_L1, [](const C &c) { return c.action; }),
    shown<C>("payload"_L1, "As on the wire, secrets masked"_L1, [](const C &c) { return payloadOf(c); }),
    shown<C>(
        "state"_L1, "queued and sent are followed by one of the others"_L1, [](const C &c) { return c.state; },
        words(states)),
    shown<C>("origin"_L1, "Who asked for it"_L1, [](const C &c) { return c.origin; }),
    shown<C>("priority"_L1, "Higher goes first"_L1, [](const C &c) { return c.priority; }),
    shown<C>("created"_L1, "When it was asked for"_L1, [](const C &c) { return c.created; }),
    shown<C>("expires"_L1, "Until when it may wait; null: for ever"_L1, [](const C &c) { return c.expires; }),
    shown<C>("sentAt"_L1, "When it went out"_L1, [](const C &c) { return c.sentAt; }),
    shown<C>("finishedAt"_L1, "When it was answered, or given up"_L1, [](const C &c) { return c.finishedAt; }),
    shown<C>("answer"_L1, "The payload of the CALLRESULT, secrets masked"_L1, [](const C &c) { return answerOf(c); }),
    shown<C>("answerData"_L1, "What is inside the answer to a DataTransfer, if it is a JSON object"_L1,
             [](const C &c) { return answerDataOf(c); }),
    shown<C>("error"_L1, "The CALLERROR, or why it did not happen"_L1, [](const C &c) { return orNull(c.error); }),
    shown<C>("messageId"_L1, "Of the CALL"_L1, [](const C &c) { return orNull(c.messageId); }),
    shown<C>("outcome"_L1, "What really happened after the answer, e.g. transactionStarted:42"_L1,
             [](const C &c) { return orNull(c.outcome); }),
    shown<C>("outcomeDue"_L1, "Until when the outcome is waited for"_L1, [](const C &c) { return c.outcomeDue; }),
    shown<C>("late"_L1, "The answer came after the timeout"_L1, [](const C &c) { return c.late; }),
};

Failure unknownCommand(qint64 id)
{
    return {404, u"unknownCommand"_s, u"There is no command %1."_s.arg(id), {}};
}

Answer<store::CommandRequest> requestOf(const Call &call)
{
    NewCommand command;
    const Answer<void> assigned = call.body().and_then(
        [&command](const QJsonObject &body) { return assign(commandRequestSchema, body, &command); });
    if (!assigned)
        return tl::unexpected(assigned.error());
    store::CommandRequest request{call.path(u"id"_s), command.action,   command.payload,
                                  u"api"_s,           command.priority, {}};
    if (command.expiresIn)
        request.expiresIn = std::chrono::seconds(*command.expiresIn);
    return request;
}

Answer<store::Command> find(Context &context, qint64 id)
{
    const auto found = context.read([id](store::Database &db) { return store::Commands(db).find(id); });
    if (!found)
        return tl::unexpected(found.error());
    return *found ? Answer<store::Command>(**found) : tl::unexpected(unknownCommand(id));
}

// Listening begins before the first look, so that no end is missed.
Answer<store::Command> waitForEnd(Context &context, const store::Command &queued,
                                  std::chrono::seconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    const auto listener = context.changes.listen(quint32(store::Table::Commands), QString::number(queued.id));
    for (;;) {
        const Answer<store::Command> command = find(context, queued.id);
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (!command || store::isFinal(command->state) || left.count() <= 0 || listener->hasEnded())
            return command;
        listener->next(left);
    }
}

Reply commandReply(const store::Command &command, int status)
{
    return jsonReply(toJson(commandProperties, &command), status);
}

} // namespace

const Schema commandSchema{"Command"_L1, commandProperties, "Something that a station is to do"_L1};
const Schema commandRequestSchema{"CommandRequest"_L1, requestProperties, "What a station is to do"_L1,
                                  requiredMembers};

Failure tooManyWaits()
{
    return {503,
            u"tooManyWaits"_s,
            u"Too many requests are waiting already, so nothing was sent. Send it without ?wait= and ask for the command "
            "later."_s,
            {}};
}

Answer<store::Command> sendAndWait(Context &context, const store::CommandRequest &request, std::chrono::seconds patience)
{
    const auto queued = context.write([request](store::Database &db) { return store::enqueue(db, request); });
    if (!queued)
        return tl::unexpected(queued.error());
    if (!*queued)
        return tl::unexpected(failureOf(queued->error()));
    return patience.count() > 0 ? waitForEnd(context, **queued, patience) : Answer<store::Command>(**queued);
}

Failure failureOf(const store::CommandRefusal &refusal)
{
    using Kind = store::CommandRefusal::Kind;
    switch (refusal.kind) {
    case Kind::UnknownStation:
        return {404, u"unknownStation"_s, refusal.text, {}};
    case Kind::UnknownAction:
        return {422, u"unknownAction"_s, refusal.text, u"/action"_s};
    case Kind::InvalidPayload:
        return {422, u"invalidPayload"_s,
                u"The payload does not satisfy the OCPP 1.6 schema at \"%1\": %2"_s.arg(refusal.path,
                                                                                        refusal.text),
                u"/payload"_s + refusal.path};
    case Kind::Offline:
        return {409, u"offline"_s, refusal.text, {}};
    }
    Q_UNREACHABLE();
}

Answer<Reply> sendWithSeat(Context &context, const store::CommandRequest &request, std::chrono::seconds patience)
{
    const Seat seat(context.waits, patience.count() > 0 ? context.limits.waits : std::numeric_limits<int>::max());
    if (!seat)
        return tl::unexpected(tooManyWaits());
    return sendAndWait(context, request, patience).map([](const store::Command &c) { return commandReply(c, 202); });
}

Answer<Reply> sendCommand(Context &context, const Call &call)
{
    const auto wait = call.querySeconds(u"wait"_s, longestWait);
    const auto request = requestOf(call);
    if (!wait || !request)
        return tl::unexpected(wait ? request.error() : wait.error());
    return sendWithSeat(context, *request, *wait);
}

Answer<Reply> listCommands(Context &context, const Call &call)
{
    const auto page = call.pageById();
    if (!page)
        return tl::unexpected(page.error());
    const QString id = call.path(u"id"_s);
    return flattened(context.read([id, page = *page](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(id);
        if (!station)
            return tl::unexpected(unknownStation(id));
        store::CommandFilter filter;
        filter.station = station->id;
        filter.after = page.afterId();
        filter.limit = page.limit + 1;
        return pageReply(store::Commands(db).list(filter), page, commandProperties, keyById);
    }));
}

Answer<Reply> showCommand(Context &context, const Call &call)
{
    return call.pathNumber(u"id"_s, u"unknownCommand"_s)
        .and_then([&context](qint64 id) { return find(context, id); })
        .map([](const store::Command &command) { return commandReply(command, 200); });
}

Answer<Reply> cancelCommand(Context &context, const Call &call)
{
    const auto id = call.pathNumber(u"id"_s, u"unknownCommand"_s);
    if (!id)
        return tl::unexpected(id.error());
    return flattened(context.write([id = *id](store::Database &db) -> Answer<Reply> {
        store::Commands commands(db);
        const bool cancelled = store::cancelCommand(db, id, store::now());
        const auto command = commands.find(id);
        if (!command)
            return tl::unexpected(unknownCommand(id));
        if (!cancelled)
            return tl::unexpected(Failure{409,
                                          u"notQueued"_s,
                                          u"Command %1 is no longer queued but %2: it cannot be "
                                          "cancelled."_s.arg(id)
                                              .arg(toString(command->state)),
                                          {}});
        return commandReply(*command, 200);
    }));
}

} // namespace http
