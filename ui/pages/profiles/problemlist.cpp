// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/problemlist.h"

#include "charging/profilecheck.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

ProblemList::ProblemList(QWidget *parent) : QWidget(parent), layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(6);
}

void ProblemList::clear()
{
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
}

void ProblemList::present(const QList<charging::Problem> &problems)
{
    clear();
    for (const charging::Problem &problem : problems) {
        const bool isError = problem.severity == charging::Severity::Error;
        add(isError ? Mark{Shape::Cross, Role::Fault} : Mark{Shape::Triangle, Role::Caution}, problemText(problem));
    }
}

void ProblemList::presentLine(const Mark &mark, const QString &text)
{
    clear();
    add(mark, text);
}

void ProblemList::add(const Mark &mark, const QString &text, const QString &action, const std::function<void()> &deed)
{
    auto *line = new QWidget(this);
    auto *sign = new MarkView(line);
    sign->present(mark, text);
    auto *words = new Label(text, TextSize::Body, Role::Text, line);
    words->wrapping();
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sign, 0, action.isEmpty() ? Qt::AlignTop : Qt::AlignVCenter);
    layout->addWidget(words, 1);
    if (!action.isEmpty()) {
        auto *button = new QPushButton(action, line);
        button->setAccessibleDescription(text);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, deed, Qt::QueuedConnection); // which may take the line away
    }
    layout_->addWidget(line);
    line->show();
}

} // namespace ui
