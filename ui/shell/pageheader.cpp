// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageheader.h"

#include "ui/shell/page.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;

PageHeader::PageHeader(QWidget *parent) : QWidget(parent)
{
    title_ = new Label({}, TextSize::Title, Role::Text, this);
    headline_ = new ElidedLabel({}, TextSize::Body, Role::Muted, this);
    search_ = new QLineEdit(this);
    search_->setFixedWidth(240);
    search_->setClearButtonEnabled(true);
    search_->addAction(ui::icon(u"search"_s), QLineEdit::LeadingPosition);
    primary_ = new QPushButton(this);
    setButtonKind(*primary_, ButtonKind::Primary);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title_);
    words->addWidget(headline_);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 14);
    layout->setSpacing(12);
    layout->addLayout(words, 1);
    layout->addWidget(search_, 0, Qt::AlignBottom);
    layout->addWidget(primary_, 0, Qt::AlignBottom);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (page_)
            page_->search(text);
    });
    connect(primary_, &QPushButton::clicked, this, [this] {
        if (page_ && page_->primaryAction())
            page_->primaryAction()->trigger();
    });
}

void PageHeader::present(const QString &title, Page *page)
{
    if (page_) {
        disconnect(page_, nullptr, this, nullptr);
        page_->search({});
    }
    page_ = nullptr;
    search_->clear();
    page_ = page;
    title_->setText(title);
    search_->setPlaceholderText(page->searchHint());
    search_->setAccessibleName(page->searchHint());
    search_->setHidden(page->searchHint().isEmpty());
    connect(page, &Page::headlineChanged, this, &PageHeader::presentHeadline);
    connect(page, &Page::searchDropped, search_, &QLineEdit::clear);
    if (QAction *action = page->primaryAction())
        connect(action, &QAction::changed, this, &PageHeader::presentAction, Qt::UniqueConnection);
    presentHeadline();
    presentAction();
}

void PageHeader::focusSearch()
{
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void PageHeader::presentHeadline()
{
    headline_->setWholeText(page_->headline());
}

void PageHeader::presentAction()
{
    const QAction *action = page_->primaryAction();
    primary_->setHidden(!action);
    if (!action)
        return;
    primary_->setText(action->text());
    primary_->setIcon(action->icon());
    primary_->setToolTip(action->toolTip());
    primary_->setAccessibleName(action->text());
    primary_->setEnabled(action->isEnabled());
}

} // namespace ui
