// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/valuecheck.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int longestValue = 500; // 6.9: CiString500Type

struct ValueCheckWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ValueCheck)
};

QString integerComplaint(const KeyFacts *facts, const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber)
        return ValueCheckWords::tr("This is a whole number.");
    if (facts && (number < facts->minimum || number > facts->maximum))
        return ValueCheckWords::tr("Allowed: %1.").arg(facts->rangeText());
    return {};
}

QString listComplaint(const QString &value, std::optional<int> most)
{
    if (value.trimmed().isEmpty())
        return {};
    const QStringList items = listItems(value);
    if (items.contains(QString()))
        return ValueCheckWords::tr("There is a comma too many.");
    if (QSet<QString>(items.begin(), items.end()).size() < items.size())
        return ValueCheckWords::tr("Something stands here twice.");
    if (most && items.size() > *most)
        return ValueCheckWords::tr("This station takes at most %n item(s).", nullptr, *most);
    return {};
}

/// W 7.2: 16 to 20 bytes, two digits each.
QString passwordKeyComplaint(const QString &value)
{
    static const QRegularExpression hex(u"^([0-9a-fA-F]{2}){16,20}$"_s);
    return hex.match(value).hasMatch() ? QString()
                                       : ValueCheckWords::tr("32 to 40 hexadecimal digits, an even number of them.");
}

} // namespace

QStringList listItems(const QString &value)
{
    QStringList items = value.split(u',');
    for (QString &item : items)
        item = item.trimmed();
    return items;
}

std::optional<int> mostItems(const KeyFacts *facts, const QList<ConfigurationRow> &configuration)
{
    if (!facts || facts->kind != KeyKind::List)
        return std::nullopt;
    const QString name = QString(facts->name) + "MaxLength"_L1;
    const auto limit = std::ranges::find_if(configuration, [&](const ConfigurationRow &row) {
        return row.entry.key.compare(name, Qt::CaseInsensitive) == 0;
    });
    bool isNumber = false;
    const int most =
        limit == configuration.end() ? 0 : limit->entry.value.value_or(QString()).toInt(&isNumber);
    return isNumber ? std::optional(most) : std::nullopt;
}

QString valueComplaint(const KeyFacts *facts, KeyKind kind, const QString &value, std::optional<int> mostItems)
{
    if (value.size() > longestValue)
        return ValueCheckWords::tr("At most %1 characters.").arg(longestValue);
    if (facts && facts->name == "AuthorizationKey"_L1)
        return passwordKeyComplaint(value);
    switch (kind) {
    case KeyKind::Boolean:
        return value == "true"_L1 || value == "false"_L1 ? QString() : ValueCheckWords::tr("This is yes or no.");
    case KeyKind::Integer:
        return integerComplaint(facts, value);
    case KeyKind::List:
        return listComplaint(value, mostItems);
    case KeyKind::Text:
        break;
    }
    return {};
}

} // namespace ui
