// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/schema.h"

#include <algorithm>

namespace http {

using namespace Qt::Literals::StringLiterals;
using Kind = Shape::Kind;

namespace {

QStringList texts(std::span<const QLatin1StringView> words)
{
    QStringList list;
    for (const QLatin1StringView word : words)
        list += word;
    return list;
}

std::optional<QString> problemUnless(bool fits, const QString &legal)
{
    return fits ? std::nullopt : std::optional(u"must be "_s + legal);
}

std::optional<QString> problemWithText(const Shape &shape, const QJsonValue &value)
{
    if (!value.isString())
        return u"must be a text"_s;
    const QString text = value.toString();
    if (!shape.words.empty())
        return problemUnless(std::ranges::find(shape.words, text) != shape.words.end(),
                             texts(shape.words).join(u", "_s));
    if (text.contains(QChar(0)))
        return u"must not contain a NUL character"_s;
    const qsizetype characters = text.toUcs4().size();
    const bool fits = characters >= shape.minLength && (shape.maxLength < 0 || characters <= shape.maxLength);
    return problemUnless(fits, u"a text of %1 to %2 characters"_s.arg(shape.minLength).arg(shape.maxLength));
}

std::optional<QString> problemWithInteger(const Shape &shape, const QJsonValue &value)
{
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(none); // the default, too, for 1.5 and 1e300
    const bool fits = number != none && number >= shape.minimum.value_or(number)
                      && number <= shape.maximum.value_or(number);
    if (!shape.minimum)
        return problemUnless(fits, u"a whole number"_s);
    return problemUnless(
        fits, u"a whole number from %1 to %2"_s.arg(*shape.minimum).arg(shape.maximum.value_or(none)));
}

bool isTime(const QJsonValue &value)
{
    const auto time = ocpp::parseTimestamp(value.toString(), ocpp::Zone::Utc);
    return time && time->isStrict();
}

bool isTextList(const QJsonValue &value)
{
    return value.isArray()
           && std::ranges::all_of(value.toArray(), [](const QJsonValue &item) { return item.isString(); });
}

const Property *find(const Schema &schema, const QString &name)
{
    const auto found = std::ranges::find(schema.properties, name, &Property::name);
    return found == schema.properties.end() ? nullptr : &*found;
}

Answer<void> checkMember(const Schema &schema, const QString &name, const QJsonValue &value)
{
    const QString path = u'/' + name;
    const Property *property = find(schema, name);
    if (!property)
        return tl::unexpected(badMember(path, u"is not a member of "_s + schema.name));
    if (property->use == Use::ReadOnly)
        return {};
    if (const auto problem = problemWith(property->shape, value))
        return tl::unexpected(badMember(path, *problem));
    return {};
}

QLatin1StringView typeName(Kind kind)
{
    switch (kind) {
    case Kind::Text:
    case Kind::Time:
        return "string"_L1;
    case Kind::Integer:
        return "integer"_L1;
    case Kind::Number:
        return "number"_L1;
    case Kind::Boolean:
        return "boolean"_L1;
    case Kind::TextList:
    case Kind::ObjectList:
        return "array"_L1;
    case Kind::Object:
        return "object"_L1;
    case Kind::Anything:
        return {};
    }
    Q_UNREACHABLE();
}

QJsonValue typeOf(const Shape &shape)
{
    const QString name = typeName(shape.kind);
    return shape.mayBeNull ? QJsonValue(QJsonArray{name, u"null"_s}) : QJsonValue(name);
}

QJsonValue enumerationOf(const Shape &shape)
{
    QJsonArray values = QJsonArray::fromStringList(texts(shape.words));
    if (shape.mayBeNull)
        values.append(QJsonValue::Null);
    return values;
}

QJsonObject propertiesOf(std::span<const Property> properties)
{
    QJsonObject object;
    for (const Property &property : properties) {
        QJsonObject schema = schemaOf(property.shape);
        schema.insert(u"description"_s, property.help);
        if (property.use != Use::Both)
            schema.insert(property.use == Use::ReadOnly ? u"readOnly"_s : u"writeOnly"_s, true);
        object.insert(property.name, schema);
    }
    return object;
}

QJsonObject objectOf(std::span<const Property> properties)
{
    return {{u"type"_s, u"object"_s}, {u"properties"_s, propertiesOf(properties)}};
}

void addLimits(QJsonObject &schema, const Shape &shape)
{
    if (shape.minLength > 0)
        schema.insert(u"minLength"_s, shape.minLength);
    if (shape.maxLength >= 0)
        schema.insert(u"maxLength"_s, shape.maxLength);
    if (shape.minimum)
        schema.insert(u"minimum"_s, *shape.minimum);
    if (shape.maximum)
        schema.insert(u"maximum"_s, *shape.maximum);
}

// An empty text or list says as much as none: only members that are left out then are asked.
bool saysNothing(const QJsonValue &value)
{
    return value.isNull() || (value.isString() && value.toString().isEmpty())
           || (value.isArray() && value.toArray().isEmpty());
}

} // namespace

QJsonObject toJson(std::span<const Property> properties, const void *row)
{
    QJsonObject object;
    for (const Property &property : properties) {
        if (property.use == Use::WriteOnly)
            continue;
        const QJsonValue value = property.read(row);
        if (!property.leftOutWhenAbsent || !saysNothing(value))
            object.insert(property.name, value);
    }
    return object;
}

std::optional<QString> problemWith(const Shape &shape, const QJsonValue &value)
{
    if (value.isNull() && shape.mayBeNull)
        return std::nullopt;
    switch (shape.kind) {
    case Kind::Text:
        return problemWithText(shape, value);
    case Kind::Integer:
        return problemWithInteger(shape, value);
    case Kind::Number:
        return problemUnless(value.isDouble(), u"a number"_s);
    case Kind::Boolean:
        return problemUnless(value.isBool(), u"true or false"_s);
    case Kind::Time:
        return problemUnless(isTime(value), u"a time as in RFC 3339, e.g. 2026-11-22T19:41:00Z"_s);
    case Kind::TextList:
        return problemUnless(isTextList(value), u"a list of texts"_s);
    case Kind::Object:
        return problemUnless(value.isObject(), u"an object"_s);
    case Kind::ObjectList:
        return problemUnless(value.isArray(), u"a list"_s);
    case Kind::Anything:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

Answer<void> assign(const Schema &schema, const QJsonObject &body, void *row)
{
    for (auto member = body.begin(); member != body.end(); ++member) {
        const Answer<void> checked = checkMember(schema, member.key(), member.value());
        if (!checked)
            return checked;
    }
    for (const QLatin1StringView name : schema.required) {
        if (!body.contains(name))
            return tl::unexpected(badMember(u'/' + name, u"is missing"_s));
    }
    for (const Property &property : schema.properties) {
        if (property.write && body.contains(property.name))
            property.write(row, body.value(property.name));
    }
    return {};
}

QJsonObject schemaOf(const Shape &shape)
{
    if (shape.kind == Kind::Anything)
        return {};
    QJsonObject schema{{u"type"_s, typeOf(shape)}};
    addLimits(schema, shape);
    if (shape.kind == Kind::Time)
        schema.insert(u"format"_s, u"date-time"_s);
    if (!shape.words.empty())
        schema.insert(u"enum"_s, enumerationOf(shape));
    if (shape.kind == Kind::TextList)
        schema.insert(u"items"_s, QJsonObject{{u"type"_s, u"string"_s}});
    if (shape.kind == Kind::ObjectList)
        schema.insert(u"items"_s, objectOf(shape.members()));
    if (shape.kind == Kind::Object && shape.members)
        schema.insert(u"properties"_s, propertiesOf(shape.members()));
    return schema;
}

QJsonObject schemaOf(const Schema &schema)
{
    QJsonObject object = objectOf(schema.properties);
    object.insert(u"description"_s, schema.help);
    if (!schema.required.empty())
        object.insert(u"required"_s, QJsonArray::fromStringList(texts(schema.required)));
    return object;
}

} // namespace http
