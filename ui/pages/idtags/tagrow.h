// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// One line of the Id tags page.
struct TagRow {
    store::IdTag tag;
    std::optional<store::TagUse> use{}; ///< its latest transaction

    [[nodiscard]] const QString &key() const { return tag.tagKey; }
    friend bool operator==(const TagRow &one, const TagRow &other);
};

std::span<const Column<TagRow>> tagColumns();
int tagColumn();
/// The translation context of the titles.
inline constexpr auto tagColumnsContext = "ui::TagRow";

/// On the reader's thread.
QList<TagRow> readTags(store::Database &db);

} // namespace ui
