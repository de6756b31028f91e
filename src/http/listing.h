// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/call.h"
#include "http/property.h"

namespace http {

// {"items": [...], "next": ...}: what comes after `next` is asked for with ?after=; null at the end.
Reply pageReply(const QJsonArray &items, const std::optional<QString> &next);

// Of rows that the store already cut: ask it for one more than `page.limit`, so that the end is known.
template<class Row, class Key>
Reply pageReply(const QList<Row> &rows, const Page &page, std::span<const Property> properties, Key key)
{
    QJsonArray items;
    for (const Row &row : rows.first(std::min<qsizetype>(rows.size(), page.limit)))
        items.append(toJson(properties, &row));
    const bool more = rows.size() > page.limit;
    return pageReply(items, more ? std::optional(key(rows[page.limit - 1])) : std::nullopt);
}

// Of all rows: `after` is the number of rows already seen.
template<class Row>
Reply sliceReply(const QList<Row> &rows, const Page &page, std::span<const Property> properties)
{
    QJsonArray items;
    const qint64 begin = qBound<qint64>(0, page.afterId(), rows.size());
    const qint64 end = std::min<qint64>(begin + page.limit, rows.size());
    for (const Row &row : rows.sliced(begin, end - begin))
        items.append(toJson(properties, &row));
    return pageReply(items, end < rows.size() ? std::optional(QString::number(end)) : std::nullopt);
}

inline constexpr auto keyById = [](const auto &row) { return QString::number(row.id); };

// For facts that may be unknown: null instead of an empty text.
inline std::optional<QString> orNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

// A payload as it was on the wire; text that is no JSON stays text, nothing is null.
QJsonValue wireValue(const QByteArray &json);

} // namespace http
