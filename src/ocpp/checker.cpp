// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/checker.h"

#include "ocpp/uri.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace ocpp {

using namespace Qt::StringLiterals;

namespace {

bool contains(std::span<const QLatin1StringView> values, const QString &text)
{
    return std::find(values.begin(), values.end(), text) != values.end();
}

bool isStrictTime(const QString &text)
{
    const std::optional<ParsedTimestamp> parsed = parseTimestamp(text, Zone::Utc);
    return parsed && parsed->isStrict();
}

} // namespace

bool Checker::object(std::span<const Field> fields, const QJsonObject &json, const PointerStep *where)
{
    qsizetype known = 0;
    for (const Field &field : fields) {
        const PointerStep step{.parent = where, .name = field.name};
        const auto found = json.constFind(field.name);
        if (found == json.constEnd()) {
            if (!field.isOptional())
                return refuse(ErrorCode::OccurenceConstraintViolation, step, u"is required, but missing"_s);
            continue;
        }
        ++known;
        if (!value(field, *field.type, *found, step))
            return false;
    }
    return known == json.size() || refuseUnknown(fields, json, where);
}

bool Checker::value(const Field &field, const FieldType &type, const QJsonValue &json,
                    const PointerStep &where)
{
    switch (type.kind) {
    case Kind::Text:
    case Kind::Time:
    case Kind::Enumeration:
        return text(field, type, json, where);
    case Kind::Integer:
    case Kind::Decimal:
        return number(field, type, json, where);
    case Kind::Boolean:
        return expect(json.isBool(), field, json, where, "true or false"_L1);
    case Kind::Object:
        return expect(json.isObject(), field, json, where, "an object"_L1)
               && object(type.fields(), json.toObject(), &where);
    case Kind::List:
        return list(field, type, json, where);
    }
    Q_UNREACHABLE();
}

bool Checker::text(const Field &field, const FieldType &type, const QJsonValue &json, const PointerStep &where)
{
    if (!expect(json.isString(), field, json, where, "a text"_L1))
        return false;
    const QString string = json.toString();
    constexpr ErrorCode code = ErrorCode::PropertyConstraintViolation;
    const auto values = field.values.empty() ? type.values : field.values; // of a list: its items'
    if (!values.empty() && !contains(values, string))
        return refuse(code, where, u"has a value that the specification does not know"_s);
    if (type.kind == Kind::Time && !isStrictTime(string))
        return refuse(code, where, u"is not a date and time such as 2026-01-31T12:00:00Z"_s);
    if (field.uri && !isUri(string))
        return refuse(code, where, u"is not an address with a scheme such as https://"_s);
    if (field.maxLength >= 0 && string.size() > field.maxLength && characterCount(string) > field.maxLength)
        return refuse(code, where, u"has more than %1 characters"_s.arg(field.maxLength));
    return true;
}

bool Checker::number(const Field &field, const FieldType &type, const QJsonValue &json,
                     const PointerStep &where)
{
    if (!expect(json.isDouble(), field, json, where, "a number"_L1))
        return false;
    const double number = json.toDouble();
    if (type.kind == Kind::Integer && std::trunc(number) != number)
        return refuse(ErrorCode::TypeConstraintViolation, where, u"is not a whole number"_s);
    if (field.oneDecimal && !hasOneDecimal(number))
        return refuse(ErrorCode::PropertyConstraintViolation, where, u"has more than one decimal"_s);
    return true;
}

bool Checker::list(const Field &field, const FieldType &type, const QJsonValue &json,
                   const PointerStep &where)
{
    if (!expect(json.isArray(), field, json, where, "an array"_L1))
        return false;
    const QJsonArray items = json.toArray();
    if (items.size() < field.schemaMinItems)
        return refuse(ErrorCode::OccurenceConstraintViolation, where, u"has too few items"_s);
    if (double(items.size()) > field.maximum) // of a list: its most items
        return refuse(ErrorCode::OccurenceConstraintViolation, where, u"has too many items"_s);
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!value(field, *type.element, items.at(i), {.parent = &where, .index = i}))
            return false;
    }
    return true;
}

bool Checker::refuseUnknown(std::span<const Field> fields, const QJsonObject &json, const PointerStep *where)
{
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        const QString name = it.key();
        const bool known =
            std::any_of(fields.begin(), fields.end(), [&](const Field &f) { return f.name == name; });
        if (known)
            continue;
        fault_ = {.code = ErrorCode::FormationViolation,
                  .path = pointerText(where, name),
                  .text = u"is not a field of this message"_s};
        return false;
    }
    return true;
}

bool Checker::refuse(ErrorCode code, const PointerStep &where, const QString &text)
{
    fault_ = {.code = code, .path = pointerText(&where), .text = text};
    return false;
}

bool Checker::expect(bool met, const Field &field, const QJsonValue &json, const PointerStep &where,
                     QLatin1StringView expected)
{
    if (met)
        return true;
    const QString found = field.secrecy == Secrecy::Open ? described(json) : describedKind(json);
    return refuse(ErrorCode::TypeConstraintViolation, where, u"expected %1, found %2"_s.arg(expected, found));
}

} // namespace ocpp
