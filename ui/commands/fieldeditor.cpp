// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/fieldeditor.h"

#include "ui/commands/compoundeditors.h"
#include "ui/commands/fieldwords.h"
#include "ui/commands/simpleeditors.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace ui {

FieldEditor::FieldEditor(const ocpp::Field &field, QWidget *parent) : QWidget(parent), field_(field)
{
    setObjectName(field.name);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
}

void FieldEditor::adopt(QWidget *control)
{
    control->setAccessibleName(fieldWord(field_.name));
    control->setAccessibleDescription(helpText(field_));
    control->setToolTip(fieldTooltip(field_));
    setFocusProxy(control);
    layout()->addWidget(control);
}

void FieldEditor::complain(const QString &, const QString &text)
{
    if (!complaint_ && text.isEmpty())
        return;
    if (!complaint_) {
        complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
        complaint_->wrapping().about(this);
        layout()->addWidget(complaint_);
    }
    complaint_->say(text);
}

FieldEditor *makeFieldEditor(const ocpp::Field &field, const FormContext &context, QWidget *parent)
{
    const QList<Choice> choices = context.choicesFor(field.name);
    switch (field.kind()) {
    case ocpp::Kind::Object: return new ObjectEditor(field, context, parent);
    case ocpp::Kind::List: return new ListEditor(field, context, parent);
    case ocpp::Kind::Enumeration:
        if (!field.isOptional() && field.values.size() <= 2)
            return new SegmentEditor(field, parent);
        return new ChoiceEditor(field, {}, parent);
    case ocpp::Kind::Boolean: return new BooleanEditor(field, parent);
    case ocpp::Kind::Time: return new TimeEditor(field, parent);
    case ocpp::Kind::Decimal: return new DecimalEditor(field, parent);
    case ocpp::Kind::Integer:
        if (choices.isEmpty())
            return new IntegerEditor(field, parent);
        return new ChoiceEditor(field, choices, parent);
    case ocpp::Kind::Text:
        if (choices.isEmpty() && field.values.empty())
            return new TextEditor(field, parent);
        return new ChoiceEditor(field, choices, parent);
    }
    Q_UNREACHABLE();
}

} // namespace ui
