// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/codec.h"

#include "ocpp/checker.h"
#include "ocpp/decoder.h"
#include "ocpp/encoder.h"

namespace ocpp {

std::optional<Fault> detail::decodeInto(std::span<const Field> fields, const QJsonObject &payload,
                                        void *target, QList<Finding> &findings, const DecodeOptions &options)
{
    Decoder decoder(findings, options);
    return decoder.object(fields, payload, target, nullptr) ? std::nullopt : std::optional(decoder.fault());
}

QJsonObject detail::encodeFrom(std::span<const Field> fields, const void *source)
{
    return encodeObject(fields, source);
}

std::optional<Fault> check(std::span<const Field> fields, const QJsonObject &payload)
{
    Checker checker;
    return checker.object(fields, payload, nullptr) ? std::nullopt : std::optional(checker.fault());
}

} // namespace ocpp
