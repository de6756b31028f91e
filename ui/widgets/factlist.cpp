// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/factlist.h"

#include "ui/widgets/label.h"

#include <QGridLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;

// No QFormLayout: with hidden rows and wrapping labels Qt 6.4's writes beyond its memory.
FactList::FactList(const QStringList &names, QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(int(names.size()), 1);
    for (int row = 0; const QString &text : names) {
        auto *name = new Label(text, TextSize::Body, Role::Muted, this);
        auto *value = new Label({}, TextSize::Body, Role::Text, this);
        value->wrapping().selectable();
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row++, 1, Qt::AlignTop);
        lines_.append(Line{name, value});
    }
}

void FactList::present(const QStringList &values, const QStringList &tooltips)
{
    Q_ASSERT(values.size() == lines_.size());
    for (qsizetype i = 0; i < lines_.size(); ++i) {
        const auto &[name, value] = lines_.at(i);
        if (value->text() != values.at(i))
            value->setText(values.at(i)); // what is marked stays marked
        // With the name alone the value would not be read out.
        value->setAccessibleName(u"%1: %2"_s.arg(name->text(), values.at(i)));
        value->setToolTip(tooltips.value(i));
        name->setHidden(values.at(i).isEmpty());
        value->setHidden(values.at(i).isEmpty());
    }
}

} // namespace ui
