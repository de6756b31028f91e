// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

namespace ocpp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype quotedCharacters = 40; // enough to recognise a value, too little to flood a log

QString shortened(QStringView text)
{
    if (text.size() <= quotedCharacters)
        return text.toString();
    const bool splitsPair = text[quotedCharacters - 1].isHighSurrogate();
    return text.first(quotedCharacters - (splitsPair ? 1 : 0)).toString() + u'…';
}

} // namespace

QString pointerText(const PointerStep *step)
{
    if (!step)
        return {};
    const QString head = pointerText(step->parent);
    return step->index >= 0 ? head + u'/' + QString::number(step->index) : head + u'/' + step->name;
}

QString pointerText(const PointerStep *object, QStringView foreignMember)
{
    QString name = shortened(foreignMember);
    name.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1); // RFC 6901
    return pointerText(object) + u'/' + name;
}

std::optional<qint64> wholeNumber(const QJsonValue &number)
{
    const qint64 value = number.toInteger(0);
    if (value == 0 && number.toInteger(1) == 1) // the default came back: not a whole number
        return std::nullopt;
    return value;
}

bool hasOneDecimal(double number)
{
    const double tenths = number / 0.1;
    return std::abs(std::round(tenths) - tenths) < 1e-6;
}

QString numberText(const QJsonValue &number)
{
    if (const std::optional<qint64> whole = wholeNumber(number))
        return QString::number(*whole);
    return QString::number(number.toDouble(), 'g', QLocale::FloatingPointShortest);
}

std::optional<QJsonValue> numberIn(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    bool ok = false;
    const qint64 whole = trimmed.toLongLong(&ok);
    if (ok)
        return QJsonValue(whole);
    const double number = trimmed.toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return std::nullopt;
    return QJsonValue(number);
}

qsizetype characterCount(QStringView text)
{
    qsizetype count = text.size();
    for (qsizetype i = 1; i < text.size(); ++i)
        count -= text[i].isLowSurrogate() && text[i - 1].isHighSurrogate() ? 1 : 0;
    return count;
}

QString cutToCharacters(const QString &text, qsizetype count)
{
    if (text.size() <= count)
        return text;
    qsizetype end = 0;
    for (; count > 0 && end < text.size(); --count) {
        const bool pair =
            text[end].isHighSurrogate() && end + 1 < text.size() && text[end + 1].isLowSurrogate();
        end += pair ? 2 : 1;
    }
    return text.first(end);
}

QString described(const QJsonValue &value)
{
    if (value.isString())
        return u'"' + shortened(value.toString()) + u'"';
    if (value.isDouble())
        return numberText(value);
    return describedKind(value);
}

QString describedKind(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return u"a text"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    case QJsonValue::Array:
        return u"an array"_s;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"null"_s;
}

QString compactText(const QJsonValue &value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QByteArray compactBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace ocpp
