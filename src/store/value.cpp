// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/value.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

QString asJsonArray(const QStringList &list)
{
    if (list.isEmpty())
        return u"[]"_s;
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

} // namespace

Value::Value(const QStringList &value) : Value(asJsonArray(value)) { }

QString Value::storable(const QString &text)
{
    if (text.isNull())
        return u""_s;
    // PostgreSQL's text knows no NUL, and a statement would be cut there. Stations do send "\u0000".
    return text.contains(QChar::Null) ? QString(text).replace(QChar::Null, QChar::ReplacementCharacter) : text;
}

void readValue(const QVariant &from, bool &to)
{
    to = from.toBool();
}

void readValue(const QVariant &from, int &to)
{
    to = from.toInt();
}

void readValue(const QVariant &from, qint64 &to)
{
    to = from.toLongLong();
}

void readValue(const QVariant &from, double &to)
{
    to = from.toDouble();
}

void readValue(const QVariant &from, QString &to)
{
    to = from.toString();
}

void readValue(const QVariant &from, QByteArray &to)
{
    to = from.toByteArray();
}

void readValue(const QVariant &from, ocpp::Timestamp &to)
{
    to = ocpp::Timestamp(std::chrono::milliseconds(from.toLongLong()));
}

void readValue(const QVariant &from, QStringList &to)
{
    to.clear();
    const QJsonArray items = QJsonDocument::fromJson(from.toString().toUtf8()).array();
    for (const auto &item : items)
        to.append(item.toString());
}

} // namespace store
