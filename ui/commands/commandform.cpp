// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandform.h"

#include "ocpp/messages.h"
#include "ui/commands/compoundeditors.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace ui {
namespace {

std::span<const ocpp::Field> requestFields(const QString &action)
{
    const ocpp::MessageInfo *message = ocpp::messageInfo(action);
    Q_ASSERT(message && message->toStation);
    return message->request;
}

QString complaintText(const ocpp::Fault &fault)
{
    switch (fault.code) {
    case ocpp::ErrorCode::OccurenceConstraintViolation: return CommandForm::tr("This is needed.");
    case ocpp::ErrorCode::PropertyConstraintViolation: return CommandForm::tr("This value is not allowed here.");
    case ocpp::ErrorCode::TypeConstraintViolation: return CommandForm::tr("This is not the right kind of value.");
    default: return fault.text;
    }
}

} // namespace

CommandForm::CommandForm(const QString &action, const QJsonObject &preset, const FormContext &context,
                         QWidget *parent)
    : QWidget(parent), action_(action), fields_(new FieldList(requestFields(action), context, this)),
      complaint_(new Label({}, TextSize::Caption, Role::Fault, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(fields_);
    layout->addWidget(complaint_);
    complaint_->wrapping().hide();
    fields_->setValue(preset);
    connect(fields_, &FieldList::changed, this, [this] { complain({}, {}); });
    connect(fields_, &FieldList::changed, this, &CommandForm::changed);
}

QJsonObject CommandForm::payload() const
{
    return fields_->value();
}

bool CommandForm::isEmpty() const
{
    return requestFields(action_).empty();
}

bool CommandForm::validate()
{
    const auto fault = ocpp::check(requestFields(action_), payload());
    complain(fault ? fault->path : QString(), fault ? complaintText(*fault) : QString());
    return !fault;
}

void CommandForm::complain(const QString &path, const QString &text)
{
    fields_->complain(path, text);
    // At the top the path of a missing field may name nothing that is in sight.
    const QString top = path.section(u'/', 1, 1);
    const bool shownAtField = !top.isEmpty() && fields_->editor(QLatin1StringView(top.toLatin1()));
    complaint_->setText(shownAtField ? QString() : text);
    complaint_->setHidden(shownAtField || text.isEmpty());
}

} // namespace ui
