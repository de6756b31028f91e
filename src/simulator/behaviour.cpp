// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/behaviour.h"

#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "ocpp/messages.h"
#include "ocpp/messages/plugandcharge.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<QString> unclear(const QString &text)
{
    return tl::unexpected(
        u"\"%1\" is not a behaviour: use accept, reject, silent, drop, reboot, error:CODE or slow:MS, with *N for N times"_s
            .arg(text));
}

bool readArgument(Behaviour &behaviour, const QString &argument)
{
    if (behaviour.kind == Behaviour::Kind::Slow) {
        bool isNumber = false;
        behaviour.delay = std::chrono::milliseconds(argument.toInt(&isNumber));
        return isNumber && behaviour.delay.count() >= 0;
    }
    if (behaviour.kind != Behaviour::Kind::Error)
        return argument.isEmpty();
    if (argument.isEmpty())
        return true;
    const auto code = ocpp::errorCodeFromString(argument);
    behaviour.code = code.value_or(behaviour.code);
    return code.has_value();
}

std::optional<Behaviour::Kind> readKind(const QString &word)
{
    using Kind = Behaviour::Kind;
    static const QHash<QString, Kind> kinds{{u"accept"_s, Kind::Accept}, {u"reject"_s, Kind::Reject},
                                            {u"error"_s, Kind::Error},   {u"silent"_s, Kind::Silent},
                                            {u"slow"_s, Kind::Slow},     {u"drop"_s, Kind::Drop},
                                            {u"reboot"_s, Kind::Reboot}};
    const auto found = kinds.constFind(word);
    return found == kinds.constEnd() ? std::nullopt : std::optional(*found);
}

QString contentKey(const QString &messageId)
{
    return QString(ocpp::DataTransfer::action) + u'.' + messageId;
}

/// A request of a central system, or "DataTransfer.MESSAGEID" for one that it puts into DataTransfer.
bool isRequest(const QString &action)
{
    const ocpp::MessageInfo *const message = ocpp::messageInfo(action);
    return (message && message->toStation)
           || std::ranges::any_of(ocpp::vendorMessages(), [&](const ocpp::VendorMessage &inside) {
                  return inside.toStation && action == contentKey(inside.messageId);
              });
}

/// The words for no, by preference; the message's own table says which of them it knows.
std::optional<QJsonObject> noIn(std::span<const ocpp::Field> response)
{
    for (const auto word : {"Rejected"_L1, "Failed"_L1, "UnlockFailed"_L1, "NotFound"_L1, "Unknown"_L1}) {
        const QJsonObject payload{{u"status"_s, QString(word)}};
        if (!ocpp::check(response, payload))
            return payload;
    }
    return std::nullopt;
}

} // namespace

tl::expected<Behaviour, QString> parseBehaviour(const QString &text)
{
    Behaviour behaviour;
    QString rest = text.trimmed();
    if (const qsizetype star = rest.lastIndexOf(u'*'); star >= 0) {
        behaviour.times = rest.mid(star + 1).toInt();
        if (behaviour.times <= 0)
            return unclear(text);
        rest.truncate(star);
    }
    const auto kind = readKind(rest.section(u':', 0, 0));
    if (!kind)
        return unclear(text);
    behaviour.kind = *kind;
    if (!readArgument(behaviour, rest.section(u':', 1)))
        return unclear(text);
    return behaviour;
}

tl::expected<Behaviours, QString> Behaviours::fromJson(const QJsonObject &object)
{
    Behaviours behaviours;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (auto added = behaviours.add(entry.key() + u'=' + entry->toString()); !added)
            return tl::unexpected(added.error());
    }
    return behaviours;
}

tl::expected<void, QString> Behaviours::add(const QString &assignment)
{
    const QString action = assignment.section(u'=', 0, 0).trimmed();
    if (action != "*"_L1 && !isRequest(action))
        return tl::unexpected(
            u"\"%1\" is not a request that a central system sends to a station"_s.arg(action));
    auto behaviour = parseBehaviour(assignment.section(u'=', 1));
    if (!behaviour)
        return tl::unexpected(behaviour.error());
    set(action, *behaviour);
    return {};
}

void Behaviours::set(const QString &action, Behaviour behaviour)
{
    behaviour.isOfContent = action.contains(u'.');
    byAction_.insert(action, behaviour);
}

Behaviour Behaviours::next(const QString &action, const QString &messageId)
{
    auto found = messageId.isEmpty() ? byAction_.end() : byAction_.find(contentKey(messageId));
    if (found == byAction_.end())
        found = byAction_.find(action);
    if (found == byAction_.end())
        found = byAction_.find(u"*"_s);
    if (found == byAction_.end())
        return {};
    const Behaviour behaviour = *found;
    if (found->times > 0 && --found->times == 0)
        byAction_.erase(found);
    return behaviour;
}

std::optional<QJsonObject> refusalOf(const QString &action)
{
    const ocpp::MessageInfo *message = ocpp::messageInfo(action);
    return message ? noIn(message->response) : std::nullopt;
}

std::optional<QJsonObject> refusalOfContent(const QJsonObject &request)
{
    const ocpp::VendorMessage *const message =
        ocpp::vendorMessage(request["vendorId"_L1].toString(), request["messageId"_L1].toString());
    const auto inside = message ? noIn(message->response) : std::nullopt;
    if (!inside)
        return refusalOf(QString(ocpp::DataTransfer::action));
    return QJsonObject{{u"status"_s, u"Accepted"_s}, {u"data"_s, QString::fromUtf8(ocpp::compactBytes(*inside))}};
}

} // namespace simulator
