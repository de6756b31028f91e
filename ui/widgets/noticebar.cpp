// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/noticebar.h"

#include "ui/theme/icons.h"
#include "ui/theme/strokes.h"
#include "ui/theme/style.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/symbol.h"

#include <QGridLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int sideBySideFrom = 560; // px; in less the buttons stand below the text

} // namespace

NoticeBar::NoticeBar(QWidget *parent) : QFrame(parent)
{
    symbol_ = new Symbol(18, this);
    text_ = new Label({}, TextSize::Body, Role::Text, this);
    text_->wrapping();
    progress_ = new QProgressBar(this);
    progress_->setFixedWidth(160);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress"));
    detail_ = new CopyButton(tr("Copy the details"), this);
    first_ = new QPushButton(this);
    second_ = new QPushButton(this);
    setButtonKind(*second_, ButtonKind::Quiet);
    close_ = new QPushButton(ui::icon(u"close"_s), {}, this);
    close_->setAccessibleName(tr("Close this notice"));
    setButtonKind(*close_, ButtonKind::Quiet);
    auto *saying = new QHBoxLayout;
    saying->setSpacing(10);
    saying->addWidget(symbol_);
    saying->addWidget(text_, 1);
    doing_ = new QWidget(this);
    auto *doing = new QHBoxLayout(doing_);
    doing->setContentsMargins(0, 0, 0, 0);
    doing->setSpacing(10);
    for (QWidget *part : {static_cast<QWidget *>(progress_), static_cast<QWidget *>(detail_),
                          static_cast<QWidget *>(first_), static_cast<QWidget *>(second_)})
        doing->addWidget(part);
    layout_ = new QGridLayout(this);
    layout_->setContentsMargins(14, 6, 6, 6);
    layout_->setHorizontalSpacing(10);
    layout_->setColumnStretch(0, 1);
    layout_->addLayout(saying, 0, 0);
    layout_->addWidget(doing_, 0, 1);
    layout_->addWidget(close_, 0, 2, Qt::AlignTop);
    connect(first_, &QPushButton::clicked, this, &NoticeBar::firstRequested);
    connect(second_, &QPushButton::clicked, this, &NoticeBar::secondRequested);
    connect(close_, &QPushButton::clicked, this, &NoticeBar::dismiss);
    presentActions({});
    presentDetail({});
    hide();
}

void NoticeBar::present(const QString &iconName, Role role, const QString &text)
{
    role_ = role;
    symbol_->present(iconName, role);
    text_->setText(text);
    progress_->hide();
    close_->show();
    presentActions({});
    presentDetail({});
    show();
    update();
}

void NoticeBar::presentProgress(int percent)
{
    progress_->setRange(0, percent < 0 ? 0 : 100);
    progress_->setValue(percent);
    progress_->show();
    close_->hide();
}

void NoticeBar::presentActions(const QString &first, const QString &second)
{
    for (const auto &[button, text] : {std::pair{first_, first}, std::pair{second_, second}}) {
        button->setText(text);
        button->setHidden(text.isEmpty());
    }
}

void NoticeBar::presentDetail(const QString &detail)
{
    detail_->setContent(detail);
    detail_->setHidden(detail.isEmpty());
}

void NoticeBar::dismiss()
{
    hide();
}

void NoticeBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool wide = width() >= sideBySideFrom;
    layout_->addWidget(doing_, wide ? 0 : 1, wide ? 1 : 0, wide ? Qt::Alignment() : Qt::AlignLeft);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    strokes::box(painter, contentsRect(), 8, palette.tint(role_, 0.09), palette.tint(role_, 0.35));
}

} // namespace ui
