// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/locallistplan.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// One entry of a list, with the name of the tag's owner.
struct EntryRow {
    store::LocalListEntry entry;
    QString name{}; ///< empty: nobody knows

    [[nodiscard]] const QString &key() const { return entry.tagKey; }
    friend bool operator==(const EntryRow &one, const EntryRow &other);
};

std::span<const Column<EntryRow>> entryColumns();
inline constexpr auto entryColumnsContext = "ui::EntryRow";

/// The words for the status of an entry; the specification's term where there is none.
QString entryStatusWord(const QString &status);

/// One tag of the next updates.
struct SendingRow {
    store::LocalListEntry entry;
    /// Nothing: it is as desired already, and is sent along because the whole list is.
    std::optional<store::LocalListChange::Kind> kind{};
    std::optional<store::LocalListEntry> before{};
    int part = 1; ///< the update it goes with, from 1
    int parts = 1;
    QString name{};

    [[nodiscard]] const QString &key() const { return entry.tagKey; }
};

std::span<const Column<SendingRow>> sendingColumns();
int sendingPartColumn();
inline constexpr auto sendingColumnsContext = "ui::SendingRow";

/// What the next updates bring, in the order in which it is sent. `names` by key of the tag.
QList<SendingRow> sendingOf(const store::LocalListPlan &plan, const QHash<QString, QString> &names);

} // namespace ui
