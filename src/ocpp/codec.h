// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/fault.h"
#include "ocpp/field.h"

#include <QJsonObject>
#include <QList>

namespace ocpp {

struct DecodeOptions {
    Zone zoneless = Zone::Utc; // how a time without a zone is read
};

namespace detail {

std::optional<Fault> decodeInto(std::span<const Field> fields, const QJsonObject &payload, void *target,
                                QList<Finding> &findings, const DecodeOptions &options);
QJsonObject encodeFrom(std::span<const Field> fields, const void *source);

} // namespace detail

// Lenient in: what has a clear meaning is accepted and recorded in `findings` (appended, at most 50 a
// message); what has none is a Fault with the code of J 4.2.3. Unknown fields are ignored with a finding.
template<WireStruct S>
Result<S> decode(const QJsonObject &payload, QList<Finding> &findings, const DecodeOptions &options = {})
{
    Result<S> result(tl::in_place);
    if (std::optional<Fault> fault = detail::decodeInto(S::fields(), payload, &*result, findings, options))
        return tl::make_unexpected(std::move(*fault));
    return result;
}

// Strict out: the result satisfies the official schema. Texts are cut to their length, unknown values of
// open enumerations left out, limits rounded to one decimal. A location without a scheme is the one thing
// that cannot be mended; check() tells.
template<WireStruct S>
QJsonObject encode(const S &value)
{
    return detail::encodeFrom(S::fields(), &value);
}

// Strict: the first violation, with the same verdict as the official JSON schema.
std::optional<Fault> check(std::span<const Field> fields, const QJsonObject &payload);

// For logs: secrets replaced by "***", also user:password in addresses. Tolerates any payload.
QJsonObject masked(std::span<const Field> fields, const QJsonObject &payload);

// Whether the value of this configuration key must never be logged or shown ("AuthorizationKey", and what
// vendors call password, passphrase, secret, ...). Case-insensitive.
bool isSecretKey(QStringView configurationKey);
// The one that is the password of a station's connection (W A01).
inline constexpr QLatin1StringView passwordKey{"AuthorizationKey"};

} // namespace ocpp
