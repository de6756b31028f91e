// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/theme/icons.h"
#include "ui/theme/strokes.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int paletteWidth = 480;
constexpr int rowHeight = 36;
constexpr int mostRows = 12;

bool matches(const QAction &action, const QStringList &words)
{
    return std::ranges::all_of(
        words, [&](const QString &word) { return action.text().contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(QWidget *parent) : QFrame(parent)
{
    input_ = new QLineEdit(this);
    input_->setPlaceholderText(tr("Go to a page, or do something"));
    input_->setAccessibleName(tr("Command"));
    input_->setFrame(false); // the one frame is that of the row that Enter takes
    input_->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    input_->installEventFilter(this);
    list_ = new QListWidget(this);
    list_->setFrameShape(NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFocusProxy(input_); // where its arrows are
    list_->setAccessibleName(tr("Matching commands"));
    list_->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(input_);
    layout->addWidget(list_);
    connect(input_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::triggerCurrent);
    hide();
}

void CommandPalette::open(const QList<QAction *> &actions)
{
    actions_.clear();
    std::ranges::copy_if(actions, std::back_inserter(actions_),
                         [](const QAction *action) { return action->isEnabled() && !action->text().isEmpty(); });
    if (isHidden())
        before_ = QApplication::focusWidget();
    input_->clear();
    fill({});
    list_->setFixedHeight(std::min(int(actions_.size()), mostRows) * rowHeight);
    setGeometry((parentWidget()->width() - paletteWidth) / 2, 96, paletteWidth, sizeHint().height());
    show();
    raise();
    input_->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::fill(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    list_->clear();
    for (int i = 0; i < actions_.size(); ++i) {
        if (!matches(*actions_.at(i), words))
            continue;
        auto *item = new QListWidgetItem(actions_.at(i)->icon(), actions_.at(i)->text(), list_);
        item->setSizeHint({0, rowHeight});
        item->setData(Qt::UserRole, i);
    }
    if (list_->count() == 0) {
        auto *none = new QListWidgetItem(tr("Nothing matches"), list_);
        none->setSizeHint({0, rowHeight});
        none->setFlags(Qt::NoItemFlags);
        return;
    }
    list_->setCurrentRow(0);
}

void CommandPalette::leave()
{
    if (before_)
        before_->setFocus();
    hide();
}

void CommandPalette::triggerCurrent()
{
    const QListWidgetItem *item = list_->currentItem();
    if (!item)
        return;
    QAction *action = actions_.at(item->data(Qt::UserRole).toInt());
    leave(); // before it: the action may take the focus elsewhere
    action->trigger();
}

bool CommandPalette::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape: leave(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: triggerCurrent(); return true;
    case Qt::Key_Down:
    case Qt::Key_Up: {
        const int step = key == Qt::Key_Down ? 1 : -1;
        if (list_->currentItem())
            list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, list_->count() - 1));
        return true;
    }
    default: return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut)
        hide();
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Palette &palette = Palette::current();
    strokes::box(painter, rect(), 10, palette.color(Role::Surface), palette.color(Role::Outline));
    const int below = (input_->geometry().bottom() + list_->geometry().top()) / 2;
    painter.fillRect(1, below, width() - 2, 1, palette.color(Role::Hairline));
}

} // namespace ui
