// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/encoder.h"

#include "ocpp/jsontext.h"
#include "ocpp/uri.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace ocpp {

namespace {

// Beyond this, a double no longer tells tenths well enough for multipleOf 0.1; no station offers 100 MW.
constexpr double highestLimit = 1e8;

QJsonValue encodeValue(const Field &field, const FieldType &type, const void *source);

// Undefined: nothing to send.
QJsonValue encodeText(const Field &field, const QString &text)
{
    if (!field.values.empty()
        && std::find(field.values.begin(), field.values.end(), text) == field.values.end())
        return QJsonValue(QJsonValue::Undefined);
    if (field.uri && !isUri(text))
        return percentEncoded(text);
    return field.maxLength < 0 ? text : cutToCharacters(text, field.maxLength);
}

QJsonValue encodeDecimal(const Field &field, double number)
{
    Q_ASSERT(std::isfinite(number));
    if (!std::isfinite(number))
        return 0; // JSON has no such number
    if (!field.oneDecimal)
        return number;
    return std::round(std::clamp(number, -highestLimit, highestLimit) * 10) / 10;
}

QJsonArray encodeList(const Field &field, const FieldType &type, const void *source)
{
    QJsonArray items;
    for (qsizetype i = 0; i < type.size(source) && double(i) < field.maximum; ++i)
        items.append(encodeValue(field, *type.element, type.at(source, i)));
    return items;
}

QJsonValue encodeValue(const Field &field, const FieldType &type, const void *source)
{
    switch (type.kind) {
    case Kind::Text:
        return encodeText(field, *static_cast<const QString *>(source));
    case Kind::Integer:
        return type.integer(source);
    case Kind::Decimal:
        return encodeDecimal(field, *static_cast<const double *>(source));
    case Kind::Boolean:
        return *static_cast<const bool *>(source);
    case Kind::Time:
        return formatTimestamp(*static_cast<const Timestamp *>(source));
    case Kind::Enumeration:
        return type.values[std::size_t(type.integer(source))];
    case Kind::Object:
        return encodeObject(type.fields(), source);
    case Kind::List:
        return encodeList(field, type, source);
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject encodeObject(std::span<const Field> fields, const void *source)
{
    QJsonObject object;
    for (const Field &field : fields) {
        const void *member = field.access.peek(source);
        if (!member)
            continue;
        const QJsonValue value = encodeValue(field, *field.type, member);
        if (!value.isUndefined())
            object.insert(field.name, value);
    }
    return object;
}

} // namespace ocpp
