// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages.h"

#include <algorithm>
#include <vector>

namespace ocpp {

using namespace Qt::StringLiterals;

namespace {

template<class M>
struct RequestOf {
    using Type = typename M::Request;
};
template<class M>
struct ResponseOf {
    using Type = typename M::Response;
};

// Finds the message of a list by its action and decodes its request or response into the variant.
template<class Variant, template<class> class Part>
struct Dispatch {
    const QJsonObject &payload;
    QList<Finding> &findings;
    const DecodeOptions &options;
    std::optional<Result<Variant>> result{};

    template<class M>
    bool one(QStringView action)
    {
        if (action != M::action)
            return false;
        using Message = typename Part<M>::Type;
        Result<Message> decoded = decode<Message>(payload, findings, options);
        if (decoded)
            result.emplace(tl::in_place, std::in_place_type<Message>, std::move(*decoded));
        else
            result.emplace(tl::unexpect, std::move(decoded.error()));
        return true;
    }

    template<class... M>
    bool any(List<M...>, QStringView action)
    {
        return (one<M>(action) || ...);
    }
};

// J 4.2.3: NotSupported is for an action that is known, but not one that this side receives.
Fault unknownAction(QStringView action)
{
    if (messageInfo(action))
        return {.code = ErrorCode::NotSupported, .text = u"%1 is not sent in this direction"_s.arg(action)};
    return {.code = ErrorCode::NotImplemented,
            .text = u"there is no message %1 in OCPP 1.6"_s.arg(action.left(50))};
}

template<class Variant, template<class> class Part, class L>
Result<Variant> dispatch(QStringView action, const QJsonObject &payload, QList<Finding> &findings,
                         const DecodeOptions &options)
{
    Dispatch<Variant, Part> dispatch{payload, findings, options};
    if (!dispatch.any(L{}, action))
        return tl::make_unexpected(unknownAction(action));
    return std::move(*dispatch.result);
}

template<class... M>
void collect(List<M...>, bool MessageInfo::*direction, std::vector<MessageInfo> &all)
{
    const auto add = [&](const MessageInfo &info) {
        const auto known = std::find_if(
            all.begin(), all.end(), [&](const MessageInfo &other) { return other.action == info.action; });
        MessageInfo &entry = known == all.end() ? all.emplace_back(info) : *known;
        entry.*direction = true;
    };
    (add({.action = M::action,
          .profile = M::profile,
          .request = M::Request::fields(),
          .response = M::Response::fields()}),
     ...);
}

std::vector<MessageInfo> allMessages()
{
    std::vector<MessageInfo> all;
    collect(FromStation{}, &MessageInfo::fromStation, all);
    collect(ToStation{}, &MessageInfo::toStation, all);
    std::sort(all.begin(), all.end(),
              [](const MessageInfo &a, const MessageInfo &b) { return a.action.compare(b.action) < 0; });
    return all;
}

} // namespace

Result<AnyRequest> decodeRequest(QStringView action, const QJsonObject &payload, QList<Finding> &findings,
                                 const DecodeOptions &options)
{
    return dispatch<AnyRequest, RequestOf, FromStation>(action, payload, findings, options);
}

Result<AnyResponse> decodeResponse(QStringView action, const QJsonObject &payload, QList<Finding> &findings,
                                   const DecodeOptions &options)
{
    return dispatch<AnyResponse, ResponseOf, ToStation>(action, payload, findings, options);
}

Result<AnyCommand> decodeCommand(QStringView action, const QJsonObject &payload, QList<Finding> &findings,
                                 const DecodeOptions &options)
{
    return dispatch<AnyCommand, RequestOf, ToStation>(action, payload, findings, options);
}

std::span<const MessageInfo> messages()
{
    static const std::vector<MessageInfo> all = allMessages();
    return all;
}

const MessageInfo *messageInfo(QStringView action)
{
    const std::span<const MessageInfo> all = messages();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const MessageInfo &m) { return action == m.action; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace ocpp
