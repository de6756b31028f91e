// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include <QApplication>
#include <QSettings>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto closedKey = "window/whenClosed"_L1;
constexpr auto notifyKey = "window/notifications"_L1;
constexpr auto awakeKey = "window/staysAwake"_L1;
constexpr auto languageKey = "window/language"_L1;

} // namespace

Preferences &Preferences::shared()
{
    static auto *preferences = new Preferences(qApp);
    return *preferences;
}

Preferences::WhenClosed Preferences::whenClosed() const
{
    const QString word = QSettings().value(closedKey).toString();
    return word == "stay"_L1 ? WhenClosed::Stay : word == "quit"_L1 ? WhenClosed::Quit : WhenClosed::Ask;
}

void Preferences::setWhenClosed(WhenClosed choice)
{
    if (choice == WhenClosed::Ask)
        QSettings().remove(closedKey);
    else
        QSettings().setValue(closedKey, choice == WhenClosed::Stay ? u"stay"_s : u"quit"_s);
    emit changed();
}

bool Preferences::notifies() const
{
    return QSettings().value(notifyKey, true).toBool();
}

void Preferences::setNotifies(bool on)
{
    QSettings().setValue(notifyKey, on);
    emit changed();
}

bool Preferences::staysAwake() const
{
    return QSettings().value(awakeKey, true).toBool();
}

void Preferences::setStaysAwake(bool on)
{
    QSettings().setValue(awakeKey, on);
    emit changed();
}

void Preferences::setTheme(ThemeChoice choice)
{
    rememberTheme(choice);
    applyTheme(*qApp, choice);
    emit changed();
}

QString Preferences::language() const
{
    return QSettings().value(languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    QSettings().setValue(languageKey, language);
    emit languageChanged();
}

} // namespace ui
