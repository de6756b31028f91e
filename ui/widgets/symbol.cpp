// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/symbol.h"

#include "ui/theme/icons.h"

#include <QPainter>

namespace ui {

Symbol::Symbol(int extent, QWidget *parent) : QWidget(parent)
{
    setFixedSize(extent, extent);
}

void Symbol::present(const QString &iconName, Role role)
{
    icon_ = icon(iconName, role);
    update();
}

void Symbol::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    icon_.paint(&painter, rect());
}

} // namespace ui
