// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/settings.h"

#include <QString>

namespace ui {

/// What a setting of the engine is about; one section of the page each.
enum class SettingGroup { Stations, Connections, Retention, Api };

/// A setting of config's table as an owner reads it.
struct SettingWords {
    SettingGroup group = SettingGroup::Connections;
    QString label;
    QString help; ///< one or two sentences
};

/// A setting without words of its own is shown by its key and config's own sentence.
SettingWords settingWords(const config::Setting &setting);
/// False: no words of its own.
bool hasWords(const config::Setting &setting);
/// Of a unit in config's table: "days". What needs no words is given back.
QString unitText(QLatin1StringView unit);
/// What may be entered: "A number from 5 to 3600."
QString legalText(const config::Setting &setting);

} // namespace ui
