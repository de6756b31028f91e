// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/valuefile.h"

#include "ocpp/codec.h"
#include "store/clock.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto listName = "configuration"_L1;

struct ValueFileWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ValueFile)
};

QString quoted(const QString &text)
{
    const bool plain = !text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r');
    return plain ? text : u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

/// The records of a CSV file, with commas or semicolons, as spreadsheets write either.
QList<QStringList> csvRecords(const QString &text)
{
    const QString head = text.section(u'\n', 0, 0);
    const QChar separator = head.contains(u';') && !head.contains(u',') ? u';' : u',';
    QList<QStringList> records{{QString()}};
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        QString &field = records.last().last();
        if (isQuoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"')
            field += text.at(++i);
        else if (c == u'"')
            isQuoted = !isQuoted;
        else if (isQuoted)
            field += c;
        else if (c == separator)
            records.last().append(QString());
        else if (c == u'\n')
            records.append({QString()});
        else if (c != u'\r')
            field += c;
    }
    return records;
}

void append(QList<WantedValue> &values, const QString &key, const QString &value, bool readonly)
{
    if (!key.isEmpty() && !readonly && !ocpp::isSecretKey(key))
        values.append({key, value});
}

QList<WantedValue> fromJson(const QJsonArray &entries)
{
    QList<WantedValue> values;
    for (const auto &entry : entries) {
        if (entry["value"_L1].isString())
            append(values, entry["key"_L1].toString(), entry["value"_L1].toString(), entry["readonly"_L1].toBool());
    }
    return values;
}

QList<WantedValue> fromCsv(const QString &text)
{
    QList<QStringList> records = csvRecords(text);
    const QStringList head = records.takeFirst();
    const qsizetype key = head.indexOf("key"_L1);
    const qsizetype value = head.indexOf("value"_L1);
    const qsizetype readonly = head.indexOf("readonly"_L1);
    QList<WantedValue> values;
    if (key < 0 || value < 0)
        return values;
    for (const QStringList &record : std::as_const(records)) {
        if (record.size() > std::max(key, value))
            append(values, record.at(key).trimmed(), record.at(value),
                   readonly >= 0 && record.value(readonly).trimmed() == "true"_L1);
    }
    return values;
}

} // namespace

bool isPortable(const store::ConfigurationKey &key)
{
    return key.value && !key.readonly && !key.isSecret();
}

QByteArray valuefile::toJson(const QString &station, const QList<store::ConfigurationKey> &keys)
{
    QJsonArray entries;
    for (const store::ConfigurationKey &key : keys) {
        if (key.value && !key.isSecret())
            entries.append(QJsonObject{{u"key"_s, key.key}, {u"value"_s, *key.value}, {u"readonly"_s, key.readonly}});
    }
    const QJsonObject file{
        {u"station"_s, station}, {u"written"_s, ocpp::formatTimestamp(store::now())}, {listName, entries}};
    return QJsonDocument(file).toJson();
}

QByteArray valuefile::toCsv(const QList<store::ConfigurationKey> &keys)
{
    QString text = u"key,value,readonly\r\n"_s;
    for (const store::ConfigurationKey &key : keys) {
        if (key.value && !key.isSecret())
            text += quoted(key.key) + u',' + quoted(*key.value) + u',' + (key.readonly ? u"true"_s : u"false"_s)
                    + "\r\n"_L1;
    }
    return text.toUtf8();
}

tl::expected<QList<WantedValue>, QString> valuefile::parse(const QByteArray &content)
{
    const QJsonDocument json = QJsonDocument::fromJson(content);
    const QJsonArray entries = json.isArray() ? json.array() : json[listName].toArray();
    QByteArray text = content;
    if (text.startsWith("\xef\xbb\xbf")) // as spreadsheets begin UTF-8
        text.remove(0, 3);
    const QList<WantedValue> values = json.isNull() ? fromCsv(QString::fromUtf8(text)) : fromJson(entries);
    if (values.isEmpty())
        return tl::unexpected(
            ValueFileWords::tr("There is no configuration in this file. A CSV file needs the columns \"key\" and "
                               "\"value\"; a JSON file a list \"configuration\" of such entries."));
    return values;
}

} // namespace ui
