// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section.h"

#include "ui/theme/strokes.h"
#include "ui/widgets/label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace ui {

Section::Section(const QString &title, QWidget *parent) : QWidget(parent)
{
    title_ = new Label(title, TextSize::Section, Role::Text, this);
    remark_ = new Label({}, TextSize::Body, Role::Muted, this);
    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(16, 12, 16, 8);
    heading->setSpacing(10);
    heading->addWidget(title_);
    heading->addWidget(remark_, 1, Qt::AlignBottom);
    body_ = new QVBoxLayout(this);
    body_->setContentsMargins(1, 1, 1, 6); // the corners stay free
    body_->setSpacing(0);
    body_->addLayout(heading);
}

void Section::setTitle(const QString &title)
{
    title_->setText(title);
}

void Section::setRemark(const QString &remark)
{
    remark_->setText(remark);
}

void Section::add(QWidget *content, int stretch)
{
    body_->addWidget(content, stretch);
}

void Section::addInset(QWidget *content, int stretch)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 8);
    row->addWidget(content);
    body_->addLayout(row, stretch);
}

void Section::addRoom()
{
    body_->addStretch();
}

void Section::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    strokes::box(painter, rect(), 8, palette.color(Role::Surface), palette.color(Role::Hairline));
}

} // namespace ui
