// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QWidget>

namespace ui {

class BackupFlow;
class Label;

/// Where the data is, how large it is, and its backup and restore.
class DatabaseSection : public QWidget {
    Q_OBJECT
public:
    explicit DatabaseSection(const Backend &backend, QWidget *parent);

    /// Measures the database.
    void refresh();

private:
    QWidget *buildPlace();
    QWidget *buildDeeds();

    Backend backend_;
    Label *size_;
    BackupFlow *flow_;
};

} // namespace ui
