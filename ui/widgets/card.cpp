// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/theme/strokes.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

Card::Card(QWidget *content, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 6, 1, 6); // the corners stay free
    layout->addWidget(content);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    strokes::box(painter, rect(), 8, palette.color(Role::Surface), palette.color(Role::Hairline));
}

} // namespace ui
