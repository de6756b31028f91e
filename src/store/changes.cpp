// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changes.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr int tableCount = 25;

bool isKnownTable(qint64 flag)
{
    return flag > 0 && flag < (1 << tableCount) && (flag & (flag - 1)) == 0;
}

QByteArray encode(const QString &writer, const ChangeSet &changes)
{
    QJsonArray items;
    for (const Change &change : changes) {
        QJsonArray item{static_cast<qint64>(change.table)};
        if (!change.station.isEmpty() || !change.key.isEmpty())
            item.append(change.station);
        if (!change.key.isEmpty())
            item.append(change.key);
        items.append(item);
    }
    return QJsonDocument(QJsonObject{{u"w"_s, writer}, {u"c"_s, items}}).toJson(QJsonDocument::Compact);
}

bool isLiveSide(const Change &change)
{
    return change.table == Table::Stations && change.key == liveSide;
}

/// Of any station. A storm of reconnects must not look as if all stations had been entered anew.
Change withoutDetails(const Change &change)
{
    return {change.table, {}, isLiveSide(change) ? liveSide : QString()};
}

/// One or two unbounded changes for each table that occurs.
ChangeSet withoutDetails(const ChangeSet &changes)
{
    ChangeCollector tables;
    for (const Change &change : changes)
        tables.add(withoutDetails(change));
    return tables.take();
}

} // namespace

QList<Table> allTables()
{
    QList<Table> tables;
    for (int bit = 0; bit < tableCount; ++bit)
        tables.append(static_cast<Table>(1u << bit));
    return tables;
}

QString changeKey(qint64 number)
{
    static const QStringList small = [] {
        QStringList texts;
        for (int i = 0; i < 32; ++i)
            texts.append(QString::number(i));
        return texts;
    }();
    return number >= 0 && number < small.size() ? small[number] : QString::number(number);
}

size_t qHash(const Change &change, size_t seed)
{
    return qHashMulti(seed, static_cast<quint32>(change.table), change.station, change.key);
}

ChangeSet resyncChanges()
{
    ChangeSet changes;
    for (const Table table : allTables())
        changes.append(Change{table, {}, {}});
    return changes;
}

bool touches(const ChangeSet &changes, quint32 mask)
{
    return std::any_of(changes.begin(), changes.end(), [mask](const Change &c) { return (mask & c.table) != 0; });
}

void ChangeCollector::add(const Change &change)
{
    if (whole_ & change.table)
        return;
    if (change.station.isEmpty() && change.key.isEmpty()) {
        changes_.removeIf([&](const Change &other) { return other.table == change.table; });
        whole_ = whole_ | change.table;
    } else if (isLiveSide(change)) {
        if (changes_.contains(withoutDetails(change)))
            return;
        if (change.station.isEmpty())
            changes_.removeIf(isLiveSide);
    }
    changes_.insert(change);
    if (changes_.size() > limit)
        collapse();
}

void ChangeCollector::add(const ChangeSet &changes)
{
    for (const Change &change : changes)
        add(change);
}

void ChangeCollector::collapse()
{
    QHash<Change, int> entries;
    for (const Change &change : std::as_const(changes_))
        ++entries[withoutDetails(change)];
    const Change most = std::max_element(entries.cbegin(), entries.cend()).key();
    add(most);
}

ChangeSet ChangeCollector::take()
{
    const ChangeSet taken(changes_.cbegin(), changes_.cend());
    changes_.clear();
    whole_ = 0;
    return taken;
}

QByteArray encodeChanges(const QString &writer, const ChangeSet &changes, qsizetype maxBytes)
{
    const QByteArray detailed = encode(writer, changes);
    return detailed.size() <= maxBytes ? detailed : encode(writer, withoutDetails(changes));
}

std::optional<DecodedChanges> decodeChanges(QByteArrayView payload)
{
    const QJsonObject object = QJsonDocument::fromJson(payload.toByteArray()).object();
    if (!object.value("c"_L1).isArray())
        return std::nullopt;
    DecodedChanges decoded{object.value("w"_L1).toString(), {}};
    const QJsonArray items = object.value("c"_L1).toArray();
    for (const auto &value : items) {
        const QJsonArray item = value.toArray();
        const qint64 flag = item.at(0).toInteger();
        if (!isKnownTable(flag))
            return std::nullopt;
        decoded.changes.append(Change{static_cast<Table>(flag), item.at(1).toString(), item.at(2).toString()});
    }
    return decoded;
}

} // namespace store
