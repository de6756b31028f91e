// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/valueeditor.h"

#include "ui/pages/stations/configuration/valuecheck.h"
#include "ui/theme/icons.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A button beside the list that offers what is not in it yet.
QPushButton *makeItemButton(std::span<const QLatin1StringView> items, QLineEdit *edit, QWidget *parent)
{
    auto *add = new QPushButton(icon(u"plus"_s), ValueEditor::tr("Add"), parent);
    add->setAccessibleName(ValueEditor::tr("Add an item to the list"));
    auto *menu = new QMenu(add);
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, edit, items] {
        menu->clear();
        const QStringList present = listItems(edit->text());
        for (const QLatin1StringView item : items) {
            if (present.contains(item))
                continue;
            menu->addAction(item, edit, [edit, item] {
                const QString before = edit->text().trimmed();
                edit->setText(before.isEmpty() ? QString(item) : before + u',' + item);
            });
        }
    });
    add->setMenu(menu);
    return add;
}

} // namespace

ValueEditor::ValueEditor(QWidget *parent) : QWidget(parent), layout_(new QHBoxLayout(this)), read_([] { return QString(); })
{
    layout_->setContentsMargins(0, 0, 0, 0);
}

void ValueEditor::present(const KeyFacts *facts, KeyKind kind, bool isSecret, const QString &value)
{
    bool isNumber = false;
    value.toInt(&isNumber);
    if (kind == KeyKind::Boolean)
        presentBoolean(value);
    else if (kind == KeyKind::Integer && facts && (isNumber || value.isEmpty()))
        presentInteger(*facts, value);
    else
        presentText(facts, isSecret, value);
}

void ValueEditor::adopt(QWidget *control)
{
    delete control_;
    control_ = control;
    layout_->addWidget(control);
}

void ValueEditor::presentBoolean(const QString &value)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *group = new QButtonGroup(row);
    const bool isTrue = value.compare("true"_L1, Qt::CaseInsensitive) == 0;
    for (const auto &[text, wire] : {std::pair{tr("Yes"), true}, std::pair{tr("No"), false}}) {
        auto *button = new QPushButton(text, row);
        button->setCheckable(true);
        button->setChecked(!value.isEmpty() && isTrue == wire);
        group->addButton(button, wire ? 1 : 0);
        layout->addWidget(button);
    }
    layout->addStretch();
    adopt(row);
    setFocusProxy(group->button(isTrue ? 1 : 0));
    read_ = [group] {
        return group->checkedId() < 0 ? QString() : group->checkedId() == 1 ? u"true"_s : u"false"_s;
    };
    connect(group, &QButtonGroup::idToggled, this, &ValueEditor::changed);
}

void ValueEditor::presentInteger(const KeyFacts &facts, const QString &value)
{
    auto *box = new QSpinBox(this);
    box->setAccessibleName(tr("Wanted value"));
    // What a station has may lie outside of what makes sense.
    box->setRange(std::min(facts.minimum, value.toInt()), std::max(facts.maximum, value.toInt()));
    if (!facts.unit.isEmpty())
        box->setSuffix(QChar::Nbsp + facts.unit);
    box->setGroupSeparatorShown(true);
    box->setValue(value.toInt());
    adopt(box);
    setFocusProxy(box);
    read_ = [box] { return QString::number(box->value()); };
    connect(box, &QSpinBox::valueChanged, this, &ValueEditor::changed);
    connect(box->findChild<QLineEdit *>(), &QLineEdit::returnPressed, this, &ValueEditor::submitted);
}

void ValueEditor::presentText(const KeyFacts *facts, bool isSecret, const QString &value)
{
    auto *column = new QWidget(this); // lists are long: what is beside one would leave it no room
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *edit = new QLineEdit(value, column);
    edit->setAccessibleName(tr("Wanted value"));
    edit->setEchoMode(isSecret ? QLineEdit::Password : QLineEdit::Normal);
    edit->setCursorPosition(0);
    layout->addWidget(edit);
    if (facts && !facts->items.empty())
        layout->addWidget(makeItemButton(facts->items, edit, column), 0, Qt::AlignLeft);
    adopt(column);
    setFocusProxy(edit);
    read_ = [edit] { return edit->text().trimmed(); };
    connect(edit, &QLineEdit::textChanged, this, &ValueEditor::changed);
    connect(edit, &QLineEdit::returnPressed, this, &ValueEditor::submitted);
}

} // namespace ui
