// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/chargingprofiles.h"
#include "ui/models/column.h"

#include <QJsonObject>

#include <span>

namespace ui {

/// One line of the library of charging profiles.
struct NamedRow {
    store::NamedProfile named;
    QJsonObject profile; ///< the same, read
    int places = 0; ///< where it is desired

    [[nodiscard]] const QString &key() const { return named.nameKey; }
};

std::span<const Column<NamedRow>> namedColumns();
int namedColumn();
/// The translation context of the titles.
inline constexpr auto namedColumnsContext = "ui::NamedRow";

/// On the reader's thread.
QList<NamedRow> readLibrary(store::Database &db);

} // namespace ui
