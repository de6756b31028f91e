// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/wheelguard.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>

namespace ui {

void WheelGuard::mind(QWidget &widget)
{
    if (!qobject_cast<QComboBox *>(&widget) && !qobject_cast<QAbstractSpinBox *>(&widget))
        return;
    if (widget.focusPolicy() == Qt::WheelFocus)
        widget.setFocusPolicy(Qt::StrongFocus);
    widget.installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
        return QObject::eventFilter(watched, event);
    event->ignore(); // Qt offers it to the widget behind
    return true;
}

} // namespace ui
