// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/decoder.h"

#include "ocpp/uri.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace ocpp {

using namespace Qt::StringLiterals;

namespace {

// A message full of rubbish must not fill the database with findings.
constexpr qsizetype maxFindings = 50;

QString shown(const Field &field, const QJsonValue &json)
{
    return field.secrecy == Secrecy::Open ? described(json) : describedKind(json);
}

bool isScalar(Kind kind)
{
    return kind != Kind::Object && kind != Kind::List;
}

// Without an unreadable extra the message still has its meaning; without a required value it has none. An
// empty text says "nothing", as stations do that fill in every field of a template.
bool isDispensable(const Field &field, const QJsonValue &json, const Fault &fault)
{
    if (!field.isOptional() || !isScalar(field.kind()))
        return false;
    return fault.code == ErrorCode::PropertyConstraintViolation
           || (json.isString() && json.toString().isEmpty());
}

qsizetype indexOf(std::span<const QLatin1StringView> values, QStringView text, Qt::CaseSensitivity cs)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (text.size() == values[i].size() && text.compare(values[i], cs) == 0)
            return qsizetype(i);
    }
    return -1;
}

QString rangeText(const Field &field)
{
    if (std::isfinite(field.minimum) && std::isfinite(field.maximum))
        return u"%1 to %2 is allowed"_s.arg(field.minimum).arg(field.maximum);
    return std::isfinite(field.minimum) ? u"at least %1 is allowed"_s.arg(field.minimum)
                                        : u"at most %1 is allowed"_s.arg(field.maximum);
}

} // namespace

Decoder::Decoder(QList<Finding> &findings, const DecodeOptions &options)
    : findings_(findings), limit_(findings.size() + maxFindings), zoneless_(options.zoneless)
{
}

bool Decoder::object(std::span<const Field> fields, const QJsonObject &json, void *target,
                     const PointerStep *where)
{
    qsizetype known = 0;
    for (const Field &field : fields) {
        const PointerStep step{.parent = where, .name = field.name};
        const auto found = json.constFind(field.name);
        if (found != json.constEnd()) {
            ++known;
            if (!member(field, *found, target, step))
                return false;
        } else if (!field.isOptional()) {
            return refuse(ErrorCode::OccurenceConstraintViolation, step, u"is required, but missing"_s);
        }
    }
    if (known != json.size())
        noteUnknown(fields, json, where);
    return true;
}

bool Decoder::member(const Field &field, const QJsonValue &json, void *object, const PointerStep &where)
{
    if (json.isNull()) {
        if (!field.isOptional())
            return refuse(ErrorCode::TypeConstraintViolation, where, u"is required, but null"_s);
        note(ErrorCode::TypeConstraintViolation, field.clause, where, u"is null; read as absent"_s);
        return true;
    }
    if (value(field, *field.type, json, field.access.emplace(object), where))
        return true;
    if (!isDispensable(field, json, fault_))
        return false;
    field.access.reset(object);
    noteFault(field);
    return true;
}

bool Decoder::value(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
                    const PointerStep &where)
{
    switch (type.kind) {
    case Kind::Text:
        return text(field, json, *static_cast<QString *>(target), where);
    case Kind::Integer:
        return integer(field, type, json, target, where);
    case Kind::Decimal:
        return decimal(field, json, *static_cast<double *>(target), where);
    case Kind::Boolean:
        return boolean(field, json, *static_cast<bool *>(target), where);
    case Kind::Time:
        return time(field, json, *static_cast<Timestamp *>(target), where);
    case Kind::Enumeration:
        return enumeration(field, type, json, target, where);
    case Kind::Object:
        return nested(field, type, json, target, where);
    case Kind::List:
        return list(field, type, json, target, where);
    }
    Q_UNREACHABLE();
}

bool Decoder::text(const Field &field, const QJsonValue &json, QString &target, const PointerStep &where)
{
    if (!asText(field, json, target, where))
        return false;
    if (field.uri && !isUri(target) && !mendUri(field, target, where))
        return false;
    if (!field.values.empty()) {
        if (target.isEmpty())
            return refuse(ErrorCode::PropertyConstraintViolation, where, u"is an empty text"_s);
        useKnownSpelling(field, target, where);
    }
    if (field.maxLength < 0 || target.size() <= field.maxLength)
        return true;
    const qsizetype length = characterCount(target);
    if (length > field.maxLength)
        note(ErrorCode::PropertyConstraintViolation, field.clause, where,
             u"has %1 characters, %2 are allowed; kept whole"_s.arg(length).arg(field.maxLength));
    return true;
}

bool Decoder::asText(const Field &field, const QJsonValue &json, QString &target, const PointerStep &where)
{
    if (json.isString()) {
        target = json.toString();
        return true;
    }
    if (json.isDouble())
        target = numberText(json);
    else if (json.isBool())
        target = json.toBool() ? u"true"_s : u"false"_s;
    else if (field.jsonText && (json.isObject() || json.isArray()))
        target = compactText(json);
    else
        return refuseType(field, json, where, "a text"_L1);
    note(ErrorCode::TypeConstraintViolation, field.clause, where,
         u"expected a text, found %1; read as its text"_s.arg(shown(field, json)));
    return true;
}

bool Decoder::mendUri(const Field &field, QString &target, const PointerStep &where)
{
    const QString mended = percentEncoded(target.trimmed());
    if (!isUri(mended))
        return refuse(ErrorCode::PropertyConstraintViolation, where,
                      u"is not an address with a scheme such as https://"_s);
    target = mended;
    note(ErrorCode::PropertyConstraintViolation, field.clause, where,
         u"contains characters that an address must escape"_s);
    return true;
}

void Decoder::useKnownSpelling(const Field &field, QString &target, const PointerStep &where)
{
    if (indexOf(field.values, target, Qt::CaseSensitive) >= 0)
        return;
    const qsizetype index = indexOf(field.values, QStringView(target).trimmed(), Qt::CaseInsensitive);
    note(ErrorCode::PropertyConstraintViolation, field.clause, where,
         index < 0 ? u"has the unknown value %1; kept"_s.arg(shown(field, target))
                   : u"is spelled %1; read as \"%2\""_s.arg(shown(field, target),
                                                            field.values[std::size_t(index)]));
    if (index >= 0)
        target = field.values[std::size_t(index)];
}

// The JSON number, also from a text that spells one; null when there is none.
QJsonValue Decoder::asNumber(const Field &field, const QJsonValue &json, const PointerStep &where)
{
    if (json.isDouble())
        return json;
    const std::optional<QJsonValue> number = json.isString() ? numberIn(json.toString()) : std::nullopt;
    if (!number)
        return QJsonValue();
    note(ErrorCode::TypeConstraintViolation, field.clause, where,
         u"expected a number, found the text %1; read as number"_s.arg(shown(field, json)));
    return *number;
}

bool Decoder::integer(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
                      const PointerStep &where)
{
    const QJsonValue number = asNumber(field, json, where);
    if (!number.isDouble())
        return refuseType(field, json, where, "a whole number"_L1);
    std::optional<qint64> whole = wholeNumber(number);
    if (!whole) {
        const double fractional = number.toDouble();
        if (std::abs(fractional) >= 9e15) // no fraction left: beyond every integer we know
            return refuse(ErrorCode::PropertyConstraintViolation, where,
                          u"is out of range: %1"_s.arg(shown(field, json)));
        if (!field.roundable)
            return refuseType(field, json, where, "a whole number"_L1);
        whole = std::llround(fractional);
        note(ErrorCode::TypeConstraintViolation, field.clause, where,
             u"has a fraction: %1; rounded"_s.arg(shown(field, json)));
    }
    if (*whole < type.lowest || *whole > type.highest)
        return refuse(ErrorCode::PropertyConstraintViolation, where, u"is out of range: %1"_s.arg(*whole));
    if (!inRange(field, double(*whole), where))
        return false;
    type.setInteger(target, *whole);
    return true;
}

bool Decoder::decimal(const Field &field, const QJsonValue &json, double &target, const PointerStep &where)
{
    const QJsonValue number = asNumber(field, json, where);
    if (!number.isDouble())
        return refuseType(field, json, where, "a number"_L1);
    target = number.toDouble();
    if (!inRange(field, target, where))
        return false;
    if (field.oneDecimal && !hasOneDecimal(target))
        note(ErrorCode::PropertyConstraintViolation, field.clause, where,
             u"has more than one decimal: %1; kept"_s.arg(shown(field, json)));
    return true;
}

bool Decoder::inRange(const Field &field, double number, const PointerStep &where)
{
    if (number >= field.minimum && number <= field.maximum)
        return true;
    return refuse(ErrorCode::PropertyConstraintViolation, where,
                  u"is %1, %2"_s.arg(QString::number(number), rangeText(field)));
}

bool Decoder::boolean(const Field &field, const QJsonValue &json, bool &target, const PointerStep &where)
{
    if (json.isBool()) {
        target = json.toBool();
        return true;
    }
    const QString spelled = json.isDouble() ? numberText(json) : json.toString().trimmed();
    const bool isTrue = spelled.compare("true"_L1, Qt::CaseInsensitive) == 0 || spelled == "1"_L1;
    const bool isFalse = spelled.compare("false"_L1, Qt::CaseInsensitive) == 0 || spelled == "0"_L1;
    if (!isTrue && !isFalse)
        return refuseType(field, json, where, "true or false"_L1);
    target = isTrue;
    note(ErrorCode::TypeConstraintViolation, field.clause, where,
         u"expected true or false, found %1; read as %2"_s.arg(shown(field, json),
                                                               isTrue ? u"true"_s : u"false"_s));
    return true;
}

bool Decoder::time(const Field &field, const QJsonValue &json, Timestamp &target, const PointerStep &where)
{
    if (!json.isString())
        return refuseType(field, json, where, "a date and time"_L1);
    const std::optional<ParsedTimestamp> parsed = parseTimestamp(json.toString(), zoneless_);
    if (!parsed)
        return refuse(ErrorCode::PropertyConstraintViolation, where,
                      u"is not a date and time such as 2026-01-31T12:00:00Z: %1"_s.arg(shown(field, json)));
    constexpr QLatin1StringView timeClause("3.15");
    target = parsed->value;
    if (parsed->zoneMissing)
        note(ErrorCode::PropertyConstraintViolation, timeClause, where,
             u"has no time zone: %1; read as %2"_s.arg(shown(field, json),
                                                       zoneless_ == Zone::Utc ? u"UTC"_s : u"local time"_s));
    if (parsed->irregular)
        note(ErrorCode::PropertyConstraintViolation, timeClause, where,
             u"is a time in an unusual notation: %1"_s.arg(shown(field, json)));
    // Legal, but worth knowing: the station has not been told the time yet (4.2).
    if (target < std::chrono::sys_days(std::chrono::year(1971) / 1 / 1))
        note(ErrorCode::PropertyConstraintViolation, timeClause, where,
             u"is %1: the clock does not seem to be set"_s.arg(shown(field, json)));
    return true;
}

bool Decoder::enumeration(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
                          const PointerStep &where)
{
    if (!json.isString())
        return refuseType(field, json, where, "a text"_L1);
    const QString spelled = json.toString();
    qsizetype index = indexOf(type.values, spelled, Qt::CaseSensitive);
    if (index < 0) {
        index = indexOf(type.values, QStringView(spelled).trimmed(), Qt::CaseInsensitive);
        if (index < 0)
            return refuse(ErrorCode::PropertyConstraintViolation, where,
                          u"has the unknown value %1"_s.arg(shown(field, json)));
        note(ErrorCode::PropertyConstraintViolation, field.clause, where,
             u"is spelled %1; read as \"%2\""_s.arg(shown(field, json), type.values[std::size_t(index)]));
    }
    type.setInteger(target, index);
    return true;
}

bool Decoder::nested(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
                     const PointerStep &where)
{
    if (!json.isObject())
        return refuseType(field, json, where, "an object"_L1);
    return object(type.fields(), json.toObject(), target, &where);
}

bool Decoder::list(const Field &field, const FieldType &type, const QJsonValue &json, void *target,
                   const PointerStep &where)
{
    if (!json.isArray())
        return refuseType(field, json, where, "an array"_L1);
    const QJsonArray items = json.toArray();
    qsizetype leftOut = 0;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const PointerStep step{.parent = &where, .index = i};
        if (value(field, *type.element, items.at(i), type.append(target), step))
            continue;
        if (!field.expendable || (++leftOut == items.size() && !field.isOptional()))
            return false; // nothing would be left
        noteFault(field);
        type.removeLast(target);
    }
    if (double(items.size()) > field.maximum)
        note(ErrorCode::OccurenceConstraintViolation, field.clause, where,
             u"has %1 items, at most %2 are allowed; kept"_s.arg(items.size()).arg(field.maximum));
    if (items.size() >= field.minItems)
        return true;
    if (!field.isOptional())
        return refuse(ErrorCode::OccurenceConstraintViolation, where,
                      u"has %1 items, at least %2 are required"_s.arg(items.size()).arg(field.minItems));
    note(ErrorCode::OccurenceConstraintViolation, field.clause, where, u"is an empty list; read as absent"_s);
    return true;
}

bool Decoder::refuse(ErrorCode code, const PointerStep &where, const QString &text)
{
    fault_ = {.code = code, .path = pointerText(&where), .text = text};
    return false;
}

bool Decoder::refuseType(const Field &field, const QJsonValue &json, const PointerStep &where,
                         QLatin1StringView expected)
{
    return refuse(ErrorCode::TypeConstraintViolation, where,
                  u"expected %1, found %2"_s.arg(expected, shown(field, json)));
}

void Decoder::note(ErrorCode code, QLatin1StringView clause, const PointerStep &where, const QString &text)
{
    if (mayNote())
        findings_.append({.code = code, .path = pointerText(&where), .text = text, .clause = clause});
}

void Decoder::noteFault(const Field &field)
{
    if (mayNote())
        findings_.append({.code = fault_.code,
                          .path = fault_.path,
                          .text = fault_.text + "; left out"_L1,
                          .clause = field.clause});
}

// JE 3.2: extra fields are not allowed, but they take no meaning away.
void Decoder::noteUnknown(std::span<const Field> fields, const QJsonObject &json, const PointerStep *where)
{
    for (auto it = json.constBegin(); it != json.constEnd() && mayNote(); ++it) {
        const QString name = it.key();
        if (std::none_of(fields.begin(), fields.end(),
                         [&name](const Field &field) { return field.name == name; }))
            findings_.append({.code = ErrorCode::FormationViolation,
                              .path = pointerText(where, name),
                              .text = u"is not a field of this message; ignored"_s,
                              .clause = u"JE 3.2"_s});
    }
}

} // namespace ocpp
