// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>

namespace uitest {
namespace {

/// Qt's own parts of a control are named by the control.
bool isPartOfAControl(const QWidget &widget)
{
    if (qobject_cast<const QHeaderView *>(&widget) || widget.objectName().startsWith(QLatin1StringView("qt_")))
        return true;
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        if (qobject_cast<const QComboBox *>(parent) || qobject_cast<const QAbstractSpinBox *>(parent)
            || qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QAbstractItemView *>(parent)
            || qobject_cast<const QTabBar *>(parent))
            return true;
    }
    return false;
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget)
           || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget)
           || qobject_cast<const QAbstractItemView *>(&widget) || qobject_cast<const QPlainTextEdit *>(&widget)
           || qobject_cast<const QTabBar *>(&widget);
}

QString pathOf(const QWidget &widget)
{
    QStringList path;
    for (const QWidget *step = &widget; step; step = step->parentWidget())
        path.prepend(QLatin1StringView(step->metaObject()->className()));
    return path.join(QLatin1StringView(" > "));
}

} // namespace

QString nameOf(const QWidget &widget)
{
    if (!widget.accessibleName().isEmpty())
        return widget.accessibleName();
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button ? button->text() : QString();
}

QStringList namelessControls(const QWidget &root)
{
    QStringList nameless;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        // A hidden search field of a page without search has nothing to be called.
        if (isControl(*widget) && !isPartOfAControl(*widget) && nameOf(*widget).isEmpty() && !widget->isHidden())
            nameless.append(pathOf(*widget));
    }
    return nameless;
}

} // namespace uitest
