// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/text/storewords.h"

#include <QObject>

#include <optional>

namespace store {
struct Error;
}

namespace ui {

/// Whether the database is well, as far as anybody who reads or writes in this program has noticed.
class DatabaseState : public QObject {
    Q_OBJECT
public:
    DatabaseState(const Backend &backend, QObject *parent);

    /// What is wrong; nothing: it is well.
    [[nodiscard]] const std::optional<StoreWords> &trouble() const { return writing_ ? writing_ : reading_; }
    /// How the last reading went; null: well.
    void noteReading(const store::Error *error);

signals:
    void changed();

private:
    void noteWriting(const store::Error *error);
    void note(std::optional<StoreWords> &trouble, const store::Error *error);

    std::optional<StoreWords> writing_;
    std::optional<StoreWords> reading_;
};

} // namespace ui
