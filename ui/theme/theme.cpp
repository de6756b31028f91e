// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QApplication>
#include <QSettings>
#include <QToolTip>

#include <algorithm>
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

QString themeWord(ThemeChoice choice)
{
    return std::ranges::find(choices, choice, &decltype(choices)::value_type::first)->second;
}

ThemeChoice themeFor(const QString &word)
{
    const auto known = std::ranges::find_if(choices, [&](const auto &c) { return word == c.second; });
    return known == choices.end() ? ThemeChoice::System : known->first;
}

ThemeChoice rememberedTheme()
{
    return themeFor(QSettings().value(choiceKey).toString());
}

void rememberTheme(ThemeChoice choice)
{
    QSettings().setValue(choiceKey, themeWord(choice));
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
