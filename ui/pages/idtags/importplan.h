// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/column.h"
#include "ui/pages/idtags/tagjournal.h"
#include "ui/pages/idtags/tagtable.h"

#include <QHash>

#include <span>

namespace ui {

/// What a person decides about a file of tags.
struct ImportChoice {
    bool updateKnown = true; ///< else tags that are known already are skipped
    bool makeGroups = true; ///< groups that are named but do not exist
};

/// What is there already.
struct ImportGround {
    QHash<QString, store::IdTag> tags; ///< by key
    QStringList stations;
};

/// What happens to one line.
struct ImportRow {
    enum class Verdict { New, Update, Same, Skip, Bad } verdict = Verdict::Bad;
    int line = 0; ///< in the file; 0: a group that is made
    store::IdTag tag;
    QString reason; ///< of Bad and of a group

    [[nodiscard]] qint64 key() const { return number; }
    qint64 number = 0;
};

struct ImportPlan {
    QList<ImportRow> rows;
    TagChange change; ///< all that would be written
    int fresh = 0;
    int updated = 0;
    int same = 0;
    int skipped = 0;
    int bad = 0;
    QStringList newGroups; ///< named, and not there yet, whatever was chosen
};

/// Pure; any thread.
ImportPlan planImport(const TagFile &file, const ImportGround &ground, const ImportChoice &choice);

/// The lines that the plan leaves out as they stood in the file, each with its number and the reason: to be mended and
/// imported again.
CsvTable leftOutTable(const TagFile &file, const ImportPlan &plan);

std::span<const Column<ImportRow>> importColumns();
/// The translation context of the titles.
inline constexpr auto importColumnsContext = "ui::ImportRow";

} // namespace ui
