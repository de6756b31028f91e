// SPDX-License-Identifier: GPL-3.0-or-later
// libFuzzer: any bytes as a frame, any payload as every message of its action. Beside crashes it looks for broken
// promises: what is let in leaves as the schema wants it, and reads back the same.
#include "ocpp/frame.h"
#include "ocpp/messages.h"

#include <QJsonDocument>

using namespace ocpp;

namespace {

void require(bool promise, const char *what, const QJsonObject &payload)
{
    if (!promise)
        qFatal("%s: %s", what, QJsonDocument(payload).toJson(QJsonDocument::Compact).constData());
}

template<class S>
void tryAs(const QJsonObject &payload)
{
    masked(S::fields(), payload);
    const bool strict = !check(S::fields(), payload);
    QList<Finding> findings;
    const Result<S> value = decode<S>(payload, findings);
    require(value || !value.error().text.isEmpty(), "refused without a reason", payload);
    if (!value)
        return;
    require(strict || !findings.isEmpty(), "tolerated without a finding", payload);
    const QJsonObject sent = encode(*value);
    require(!check(S::fields(), sent), "does not satisfy the schema", sent);
    const Result<S> again = decode<S>(sent, findings);
    require(again && encode(*again) == sent, "reads back differently", sent);
}

template<class... M>
void tryAll(List<M...>, const QString &action, const QJsonObject &payload)
{
    const auto one = [&]<class Message>() {
        if (action != Message::action)
            return;
        tryAs<typename Message::Request>(payload);
        tryAs<typename Message::Response>(payload);
    };
    (one.template operator()<M>(), ...);
}

void tryFrame(const Frame &frame)
{
    // The corpus names the action of a result in its message id.
    const QString action = frame.type == MessageType::Call ? frame.action : frame.messageId;
    tryAll(FromStation{}, action, frame.payload);
    tryAll(ToStation{}, action, frame.payload);

    const auto again = parseFrame(callFrame(frame.messageId, action, frame.payload));
    require(again && again->messageId == frame.messageId && again->payload == frame.payload,
            "frame reads back differently", frame.payload);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const auto frame = parseFrame(QByteArrayView(bytes, qsizetype(size)));
    if (frame)
        tryFrame(*frame);
    else
        require(!frame.error().fault.text.isEmpty(), "refused without a reason", {});
    return 0;
}
