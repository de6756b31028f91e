// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/shell/pages.h"
#include "ui/shell/sidebutton.h"
#include "ui/theme/palette.h"
#include "ui/widgets/label.h"

#include <QButtonGroup>
#include <QKeySequence>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QVBoxLayout>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int wide = 220;
constexpr int narrow = 56;
const auto collapsedKey = "window/sidebarCollapsed"_L1;

/// "Ctrl 1", in German "Strg 1".
QString keyHint(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::NativeText).replace(u'+', u' ');
}

} // namespace

Sidebar::Sidebar(QWidget *parent) : QWidget(parent), group_(new QButtonGroup(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 16, 8, 8);
    layout->setSpacing(2);
    addPages(*layout);
    layout->addStretch();
    menuButton_ = new SideButton(u"menu"_s, tr("Menu"), this);
    collapseButton_ = new SideButton(u"sidebar"_s, tr("Collapse"), this);
    layout->addWidget(menuButton_);
    layout->addWidget(collapseButton_);
    connect(group_, &QButtonGroup::idClicked, this, &Sidebar::pageRequested);
    connect(collapseButton_, &SideButton::clicked, this, [this] { setCollapsed(!collapsed_); });
    setCollapsed(QSettings().value(collapsedKey).toBool());
}

Sidebar::~Sidebar()
{
    QSettings().setValue(collapsedKey, collapsed_);
}

void Sidebar::addPages(QVBoxLayout &layout)
{
    const char *section = nullptr;
    for (const PageEntry &entry : pages()) {
        if (!section || qstrcmp(section, entry.section) != 0) {
            auto *caption = new Label(entry.sectionText(), TextSize::Caption, Role::Muted, this);
            caption->setContentsMargins(10, section ? 14 : 0, 0, 4);
            caption->bold();
            layout.addWidget(caption);
            captions_.append(caption);
            section = entry.section;
        }
        auto *button = new SideButton(entry.icon, entry.titleText(), this);
        button->setCheckable(true);
        button->setHint(keyHint(pageShortcut(int(buttons_.size()))));
        group_->addButton(button, int(buttons_.size()));
        buttons_.append(button);
        layout.addWidget(button);
    }
}

void Sidebar::setCurrent(int page)
{
    buttons_.at(page)->setChecked(true);
}

void Sidebar::setMenu(QMenu *menu)
{
    connect(menuButton_, &SideButton::clicked, menu,
            [this, menu] { menu->popup(menuButton_->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); });
}

void Sidebar::setCollapsed(bool collapsed)
{
    collapsed_ = collapsed;
    setFixedWidth(collapsed ? narrow : wide);
    collapseButton_->setText(collapsed ? tr("Expand") : tr("Collapse"));
    for (SideButton *button : findChildren<SideButton *>())
        button->setCollapsed(collapsed);
    for (Label *caption : std::as_const(captions_))
        caption->setHidden(collapsed);
    collapseButton_->setAccessibleName(collapsed ? tr("Expand the sidebar") : tr("Collapse the sidebar"));
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Palette::current().color(Role::Raised));
}

} // namespace ui
