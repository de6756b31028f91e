// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/valuefile.h"

#include "ocpp/codec.h"
#include "store/clock.h"
#include "ui/exchange/csv.h"

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

tl::expected<QList<WantedValue>, QString> fromCsv(const QByteArray &content)
{
    const csv::Parsed table = csv::parse(content);
    QList<WantedValue> values;
    const QStringList head = table.records.isEmpty() ? QStringList() : table.records.first().cells;
    const qsizetype key = head.indexOf("key"_L1);
    const qsizetype value = head.indexOf("value"_L1);
    const qsizetype readonly = head.indexOf("readonly"_L1);
    if (key < 0 || value < 0)
        return values;
    if (table.brokenLine > 0)
        return tl::unexpected(
            ValueFileWords::tr("In line %1 a quotation mark opens that nothing closes.").arg(table.brokenLine));
    for (const csv::Record &record : table.records.sliced(1)) {
        if (record.cells.size() > std::max(key, value))
            append(values, record.cells.at(key).trimmed(), record.cells.at(value),
                   readonly >= 0 && record.cells.value(readonly).trimmed() == "true"_L1);
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
    QByteArray text = csv::line({"key", "value", "readonly"});
    for (const store::ConfigurationKey &key : keys) {
        if (key.value && !key.isSecret())
            text += csv::line({csv::text(key.key), csv::text(*key.value), key.readonly ? "true" : "false"});
    }
    return text;
}

tl::expected<QList<WantedValue>, QString> valuefile::parse(const QByteArray &content)
{
    const QJsonDocument json = QJsonDocument::fromJson(content);
    const QJsonArray entries = json.isArray() ? json.array() : json[listName].toArray();
    const auto values = json.isNull() ? fromCsv(content) : fromJson(entries);
    if (values && values->isEmpty())
        return tl::unexpected(
            ValueFileWords::tr("There is no configuration in this file. A CSV file needs the columns \"key\" and "
                               "\"value\"; a JSON file a list \"configuration\" of such entries."));
    return values;
}

} // namespace ui
