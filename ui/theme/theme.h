// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

class QApplication;

namespace ui {

/// What the owner chose; System follows the desktop.
enum class ThemeChoice { System, Light, Dark };

/// Sets style, font and palette of the application. May be called again at any time, also when the desktop changed.
void applyTheme(QApplication &application, ThemeChoice choice);

/// "system", "light" or "dark".
QString themeWord(ThemeChoice choice);
/// System for any other word.
ThemeChoice themeFor(const QString &word);

/// The owner's choice, kept in QSettings; System at first.
ThemeChoice rememberedTheme();
void rememberTheme(ThemeChoice choice);

/// Whether the desktop's own palette is dark. Qt 6.4 knows no colour scheme: the lightness of its window colour says it.
Palette::Scheme desktopScheme();

} // namespace ui
