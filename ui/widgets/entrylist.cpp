// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/entrylist.h"

#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QPushButton>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

QPushButton *focusedButton(const QWidget &entry)
{
    const auto buttons = entry.findChildren<QPushButton *>();
    const auto focused = std::ranges::find_if(buttons, [](const QPushButton *button) { return button->hasFocus(); });
    return focused == buttons.end() ? nullptr : *focused;
}

} // namespace

QWidget *entryOf(QWidget *parent, const Mark &mark, const QString &word, const QString &title, const QStringList &facts,
                 const QList<QPushButton *> &buttons)
{
    auto *entry = new QWidget(parent);
    auto *sign = new MarkView(entry);
    sign->present(mark, word);
    auto *text = new Label(title, TextSize::Body, Role::Text, entry);
    text->wrapping();
    auto *layout = new QGridLayout(entry);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(2);
    layout->addWidget(sign, 0, 0);
    layout->addWidget(text, 0, 1);
    layout->setColumnStretch(1, 1);
    QStringList shown = facts;
    shown.removeAll(QString());
    if (!shown.isEmpty()) {
        auto *below = new Label(shown.join(u" · "_s), TextSize::Caption, Role::Muted, entry);
        below->wrapping();
        layout->addWidget(below, 1, 1);
    }
    for (QPushButton *button : buttons) {
        button->setParent(entry);
        layout->addWidget(button, 0, layout->columnCount(), 2, 1, Qt::AlignTop);
    }
    return entry;
}

void replaceEntries(QVBoxLayout &list, const QList<QWidget *> &entries)
{
    QString focused;
    QWidgetList before;
    while (QLayoutItem *item = list.takeAt(0)) {
        if (const QPushButton *button = focusedButton(*item->widget()))
            focused = button->objectName();
        before.append(item->widget());
        delete item;
    }
    for (QWidget *entry : entries) {
        list.addWidget(entry);
        entry->show();
        for (QPushButton *button : entry->findChildren<QPushButton *>()) {
            if (!focused.isEmpty() && button->objectName() == focused)
                button->setFocus();
        }
    }
    for (QWidget *entry : std::as_const(before)) {
        entry->hide();
        entry->deleteLater(); // its button may be what was pressed
    }
}

} // namespace ui
