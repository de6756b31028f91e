// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/settings/settingwords.h"

#include <QObject>

#include <vector>

namespace ui {

class SettingRow;

/// The engine's settings: a row for each of config's table, kept in settings.ini of the data directory, which the engine
/// reads when it starts. Each change is written at once.
class EngineForm : public QObject {
    Q_OBJECT
public:
    EngineForm(const Backend &backend, QObject *parent);

    /// The rows of a group, in the order of the table, made for this parent. Once for each group.
    QList<SettingRow *> build(SettingGroup group, QWidget *parent);
    /// Reads the file again: somebody else may have written it.
    void reload();
    /// How many settings differ from what the running engine of our own started with.
    [[nodiscard]] int waiting() const;

signals:
    /// A setting was written, or the file was read.
    void changed();
    void saved();

private:
    struct Entry {
        const config::Setting *setting;
        SettingRow *row;
    };
    void change(const Entry &entry, const QString &text);
    void present(const Entry &entry);
    [[nodiscard]] bool isGiven(const config::Setting &setting) const;
    [[nodiscard]] bool isWaiting(const config::Setting &setting) const;

    Backend backend_;
    config::Settings settings_;
    std::vector<Entry> entries_;
};

} // namespace ui
