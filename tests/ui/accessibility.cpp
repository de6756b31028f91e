// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessibility.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QtTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

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

/// The one that takes the focus in the control's place, as a combo box gives it to its field.
const QWidget *focusOf(const QWidget &widget)
{
    const QWidget *focus = &widget;
    while (focus->focusProxy())
        focus = focus->focusProxy();
    return focus;
}

/// Those that Tab stops at, until it comes back to one it has been at: further on it only goes round. In a date it goes from
/// part to part first; what never lets go of it keeps the others from being reached.
QSet<const QWidget *> stopsOfTab(QWidget &window)
{
    constexpr int mostParts = 8;
    QSet<const QWidget *> stops;
    int parts = 0;
    for (;;) {
        QWidget *from = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
        QTest::keyClick(from, Qt::Key_Tab);
        const QWidget *now = QApplication::focusWidget();
        parts = now == from ? parts + 1 : 0;
        if (!now || parts > mostParts || (stops.contains(now) && now != from))
            return stops;
        stops.insert(now);
    }
}

bool isReached(const QWidget &control, const QSet<const QWidget *> &stops)
{
    return std::ranges::any_of(stops, [&](const QWidget *stop) {
        return stop == focusOf(control) || control.isAncestorOf(stop);
    });
}

/// Its companions of which one at a time is pressed, itself among them.
QList<QAbstractButton *> companionsOf(const QWidget &control)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&control);
    const QButtonGroup *group = button ? button->group() : nullptr;
    return group && group->exclusive() ? group->buttons() : QList<QAbstractButton *>();
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

QStringList unreachableControls(QWidget &root)
{
    const QSet<const QWidget *> stops = stopsOfTab(*root.window());
    QStringList unreachable;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!isControl(*widget) || isPartOfAControl(*widget) || !widget->isVisible() || !widget->isEnabled())
            continue;
        const QList<QAbstractButton *> companions = companionsOf(*widget);
        const bool reached = isReached(*widget, stops)
                             || std::ranges::any_of(companions, [&](const QAbstractButton *b) { return isReached(*b, stops); });
        if (!reached)
            unreachable.append(u"%1 '%2'"_s.arg(pathOf(*widget), nameOf(*widget)));
    }
    return unreachable;
}

} // namespace uitest
