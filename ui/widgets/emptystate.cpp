// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/text/storewords.h"
#include "ui/theme/style.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/symbol.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int widestDetail = 400; // px: what the copy button leaves

} // namespace

EmptyState::EmptyState(QWidget *parent) : QWidget(parent)
{
    auto *column = new QWidget(this);
    column->setMaximumWidth(520);
    picture_ = new Symbol(56, column);
    title_ = new Label({}, TextSize::Section, Role::Text, column);
    text_ = new Label({}, TextSize::Body, Role::Muted, column);
    for (Label *label : {title_, text_})
        label->wrapping().setAlignment(Qt::AlignHCenter);
    buildDetail(*column);
    action_ = new QPushButton(column);
    setButtonKind(*action_, ButtonKind::Primary);
    connect(action_, &QPushButton::clicked, this, &EmptyState::actionRequested);
    auto *parts = new QVBoxLayout(column);
    parts->setSpacing(12);
    parts->addStretch(2);
    parts->addWidget(picture_, 0, Qt::AlignHCenter);
    parts->addWidget(title_);
    parts->addWidget(text_);
    parts->addWidget(detailRow_);
    parts->addWidget(action_, 0, Qt::AlignHCenter);
    parts->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(column);
    presentDetail({});
    presentAction({});
}

void EmptyState::buildDetail(QWidget &column)
{
    detailRow_ = new QWidget(&column);
    detail_ = new Label({}, TextSize::Body, Role::Text, detailRow_);
    detail_->setFont(wireFont());
    detail_->selectable().wrapping();
    detail_->setAlignment(Qt::AlignCenter);
    copy_ = new CopyButton(tr("Copy"), detailRow_);
    auto *layout = new QHBoxLayout(detailRow_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch();
    layout->addSpacing(copy_->sizeHint().width()); // keeps the text in the middle
    layout->addWidget(detail_);
    layout->addWidget(copy_, 0, Qt::AlignTop);
    layout->addStretch();
}

void EmptyState::present(const QString &iconName, const QString &title, const QString &text)
{
    picture_->present(iconName, Role::Muted);
    title_->setText(title);
    text_->setText(text);
}

void EmptyState::presentFailure(const QString &title, const store::Error &error)
{
    const StoreWords words = storeWords(error);
    present(QStringLiteral("warning"), title, words.sentence());
    presentDetail(words.cause); // the sentence above says the rest
    copy_->setContent(words.detail);
    presentAction(tr("Try again"));
}

void EmptyState::presentDetail(const QString &detail)
{
    detail_->setText(detail);
    detail_->setFixedWidth(std::min(detail_->fontMetrics().size(0, detail).width() + 4, widestDetail));
    copy_->setContent(detail);
    detailRow_->setHidden(detail.isEmpty());
}

void EmptyState::presentAction(const QString &text)
{
    action_->setText(text);
    action_->setHidden(text.isEmpty());
}

} // namespace ui
