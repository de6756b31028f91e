// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace store {
class Database;
}

namespace ui {

/// What one station's key is to become.
struct Wish {
    QString station{};
    QString key{};
    std::optional<QString> value{}; ///< nothing: it may stay as it is
};

/// Writes them down and gives those that take them back. A station that has followed already is told the value before.
QList<Wish> desire(store::Database &db, const QList<Wish> &wishes);

} // namespace ui
