// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QList>
#include <QObject>

#include <functional>

namespace ui {

class SettingRow;

/// What a person wants of this window on this computer: language, appearance, and how it behaves on the desktop. All of
/// it counts at once.
class GeneralSection : public QObject {
    Q_OBJECT
public:
    GeneralSection(const Backend &backend, QWidget *rowParent, QObject *parent);

    [[nodiscard]] const QList<SettingRow *> &rows() const { return rows_; }
    /// Menus change the same things.
    void refresh();

private:
    void addLanguage();
    void addAppearance();
    void addAutostart();
    void addClosing();
    void addSwitches();
    SettingRow *add(SettingRow *row);

    Backend backend_;
    QWidget *rowParent_;
    QList<SettingRow *> rows_;
    QList<std::function<void()>> refreshers_;
};

} // namespace ui
