// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace ui {

/// What of a stack is shown alone counts for its size, and for Tab.
inline QStackedWidget *stackOf(std::initializer_list<QWidget *> widgets, QWidget *parent)
{
    auto *stack = new QStackedWidget(parent);
    for (QWidget *widget : widgets)
        stack->addWidget(widget);
    return stack;
}

} // namespace ui
