// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QSettings>
#include <QToolTip>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto choiceKey = "window/appearance"_L1;
constexpr std::array choices{std::pair{ThemeChoice::System, "system"_L1}, std::pair{ThemeChoice::Light, "light"_L1},
                             std::pair{ThemeChoice::Dark, "dark"_L1}};

Palette::Scheme schemeFor(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light: return Palette::Scheme::Light;
    case ThemeChoice::Dark: return Palette::Scheme::Dark;
    case ThemeChoice::System: break;
    }
    return desktopScheme();
}

} // namespace

ThemeChoice rememberedTheme()
{
    const QString word = QSettings().value(choiceKey).toString();
    for (const auto &[choice, known] : choices) {
        if (word == known)
            return choice;
    }
    return ThemeChoice::System;
}

void rememberTheme(ThemeChoice choice)
{
    for (const auto &[known, word] : choices) {
        if (choice == known)
            QSettings().setValue(choiceKey, QString(word));
    }
}

Palette::Scheme desktopScheme()
{
    QApplication::setPalette(QPalette()); // uncovers the platform theme's own
    const int lightness = QGuiApplication::palette().color(QPalette::Window).lightness();
    return lightness < 128 ? Palette::Scheme::Dark : Palette::Scheme::Light;
}

void applyTheme(QApplication &application, ThemeChoice choice)
{
    Palette::setCurrent(schemeFor(choice));
    if (!qobject_cast<Style *>(application.style()))
        QApplication::setStyle(new Style);
    QApplication::setFont(textFont(TextSize::Body));
    QApplication::setPalette(Palette::current().toQt());
    QToolTip::setPalette(Palette::current().toQt());
    QToolTip::setFont(textFont(TextSize::Caption));
}

} // namespace ui
