// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/value.h"

#include <span>

namespace store {

enum class ColumnRole {
    Plain,
    Key,       ///< part of the primary key
    Generated, ///< the primary key, handed out by the database
};

/// One column of one row type, type-erased: the SQL texts, reading, writing and the schema tests all derive
/// from it.
struct Column {
    QLatin1StringView name;
    ColumnRole role;
    void (*read)(void *row, const QVariant &value);
    Value (*write)(const void *row);
};

/// A row type's table. Each row struct declares `static const RowTable &table();`.
struct RowTable {
    QLatin1StringView name;
    std::span<const Column> columns;
};

template<class Member> struct MemberTraits;
template<class Row, class Type> struct MemberTraits<Type Row::*> {
    using RowType = Row;
};

/// `column<&Station::id>("id"_L1)`.
template<auto Member> constexpr Column column(QLatin1StringView name, ColumnRole role = ColumnRole::Plain)
{
    using Row = typename MemberTraits<decltype(Member)>::RowType;
    return {name, role,
            [](void *row, const QVariant &value) { readValue(value, static_cast<Row *>(row)->*Member); },
            [](const void *row) { return Value(static_cast<const Row *>(row)->*Member); }};
}

template<class Row>
concept StoredRow = requires {
    { Row::table() } -> std::same_as<const RowTable &>;
};

} // namespace store
