// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/simpleeditors.h"

#include "ui/commands/fieldwords.h"
#include "ui/text/format.h"
#include "ui/theme/style.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

int bounded(double wanted, qint64 fallback)
{
    const double value = std::isfinite(wanted) ? wanted : double(fallback);
    return int(std::clamp(value, -2147483647.0, 2147483646.0));
}

/// The whole station (0) is no choice where the specification asks for a connector.
bool isAllowed(const Choice &choice, const ocpp::Field &field)
{
    return field.kind() != ocpp::Kind::Integer || choice.value.toDouble() >= field.minimum;
}

QString suffix(const ocpp::Field &field)
{
    return field.unit.isEmpty() ? QString() : QChar::Nbsp + field.unit;
}

/// Only the value of a configuration key may be set to nothing (6.9); every other empty field is one not filled in.
bool mayBeEmpty(const ocpp::Field &field)
{
    return field.secrecy == ocpp::Secrecy::ByKey && !field.isOptional();
}

} // namespace

TextEditor::TextEditor(const ocpp::Field &field, QWidget *parent)
    : FieldEditor(field, parent), edit_(new QLineEdit(this))
{
    if (field.maxLength > 0)
        edit_->setMaxLength(field.maxLength);
    edit_->setPlaceholderText(field.isOptional() ? tr("left out") : QString());
    adopt(edit_);
    connect(edit_, &QLineEdit::textChanged, this, &FieldEditor::changed);
}

QJsonValue TextEditor::value() const
{
    return edit_->text().isEmpty() && !mayBeEmpty(field()) ? QJsonValue(QJsonValue::Undefined) : edit_->text();
}

void TextEditor::setValue(const QJsonValue &value)
{
    edit_->setText(value.toString());
}

void TextEditor::setConcealed(bool concealed)
{
    edit_->setEchoMode(concealed ? QLineEdit::Password : QLineEdit::Normal);
}

SegmentEditor::SegmentEditor(const ocpp::Field &field, QWidget *parent)
    : FieldEditor(field, parent), group_(new QButtonGroup(this))
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (int i = 0; const QLatin1StringView value : field.values) {
        auto *button = new QPushButton(valueWord(value), row);
        button->setCheckable(true);
        button->setObjectName(value);
        button->setAccessibleName(valueWord(value));
        button->setToolTip(tr("OCPP: %1").arg(value));
        group_->addButton(button, i++);
        layout->addWidget(button, 1);
    }
    adopt(row);
    setFocusProxy(group_->button(0));
    group_->button(0)->setChecked(true);
    connect(group_, &QButtonGroup::idToggled, this, &FieldEditor::changed);
}

QJsonValue SegmentEditor::value() const
{
    return QString(field().values[std::size_t(group_->checkedId())]);
}

void SegmentEditor::setValue(const QJsonValue &value)
{
    for (QAbstractButton *button : group_->buttons()) {
        if (button->objectName() == value.toString())
            button->setChecked(true);
    }
}

ChoiceEditor::ChoiceEditor(const ocpp::Field &field, const QList<Choice> &choices, QWidget *parent)
    : FieldEditor(field, parent), box_(new QComboBox(this))
{
    const bool closed = field.kind() == ocpp::Kind::Enumeration;
    box_->setEditable(!closed);
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->setMinimumContentsLength(8);
    if (field.isOptional())
        box_->addItem(closed ? tr("left out") : QString(), QString());
    for (const QLatin1StringView value : field.values)
        box_->addItem(valueWord(value), QString(value));
    for (const Choice &choice : choices) {
        if (isAllowed(choice, field))
            box_->addItem(choice.text.isEmpty() ? choice.value : choice.text, choice.value);
    }
    if (!field.isOptional() && box_->count() > 1)
        box_->setCurrentIndex(-1); // which of several is the person's to say
    adopt(box_);
    if (!closed) {
        box_->setInsertPolicy(QComboBox::NoInsert);
        box_->lineEdit()->setAccessibleName(fieldWord(field.name));
        box_->lineEdit()->setPlaceholderText(field.isOptional() ? tr("left out") : QString());
        if (field.maxLength > 0)
            box_->lineEdit()->setMaxLength(std::max(field.maxLength, 120));
    }
    connect(box_, &QComboBox::currentTextChanged, this, &FieldEditor::changed);
}

QString ChoiceEditor::wireText() const
{
    const int listed = box_->findText(box_->currentText());
    if (listed >= 0)
        return box_->itemData(listed).toString();
    const QString typed = box_->currentText().trimmed();
    if (field().name != "idTag"_L1 || typed.isEmpty())
        return typed;
    QStringList named; // "04A2 · Anna", of which "Anna" was typed
    for (int i = 0; i < box_->count(); ++i) {
        if (box_->itemText(i).endsWith(u" · "_s + typed, Qt::CaseInsensitive))
            named.append(box_->itemData(i).toString());
    }
    return named.size() == 1 ? named.first() : typed;
}

QJsonValue ChoiceEditor::value() const
{
    const QString text = wireText();
    if (text.isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    bool whole = false;
    const int number = text.toInt(&whole);
    // What is no number goes on as text: the check of the whole form says so in the right place.
    return field().kind() == ocpp::Kind::Integer && whole ? QJsonValue(number) : QJsonValue(text);
}

void ChoiceEditor::setValue(const QJsonValue &value)
{
    const QString text = value.toVariant().toString();
    const int listed = box_->findData(text);
    if (listed >= 0)
        box_->setCurrentIndex(listed);
    else if (box_->isEditable())
        box_->setEditText(text);
}

IntegerEditor::IntegerEditor(const ocpp::Field &field, QWidget *parent)
    : FieldEditor(field, parent), box_(new QSpinBox(this))
{
    const int lowest = bounded(field.minimum, field.type->lowest);
    box_->setRange(field.isOptional() ? lowest - 1 : lowest, bounded(field.maximum, field.type->highest));
    if (field.isOptional()) {
        box_->setSpecialValueText(tr("left out"));
        box_->setValue(box_->minimum());
    } else {
        box_->setValue(std::max(0, lowest));
    }
    box_->setSuffix(suffix(field));
    box_->setGroupSeparatorShown(true);
    adopt(box_);
    connect(box_, &QSpinBox::valueChanged, this, &FieldEditor::changed);
}

QJsonValue IntegerEditor::value() const
{
    const bool leftOut = field().isOptional() && box_->value() == box_->minimum();
    return leftOut ? QJsonValue(QJsonValue::Undefined) : QJsonValue(box_->value());
}

void IntegerEditor::setValue(const QJsonValue &value)
{
    box_->setValue(value.toInt(box_->minimum()));
}

DecimalEditor::DecimalEditor(const ocpp::Field &field, QWidget *parent)
    : FieldEditor(field, parent), box_(new QDoubleSpinBox(this))
{
    const double lowest = std::isfinite(field.minimum) ? field.minimum : 0;
    const double step = 0.1; // limits have one decimal (7.14)
    box_->setDecimals(1);
    box_->setRange(field.isOptional() ? lowest - step : lowest, std::isfinite(field.maximum) ? field.maximum : 1e6);
    if (field.isOptional())
        box_->setSpecialValueText(tr("left out"));
    box_->setValue(field.isOptional() ? box_->minimum() : lowest);
    box_->setSuffix(suffix(field));
    adopt(box_);
    connect(box_, &QDoubleSpinBox::valueChanged, this, &FieldEditor::changed);
}

QJsonValue DecimalEditor::value() const
{
    const bool leftOut = field().isOptional() && qFuzzyCompare(box_->value(), box_->minimum());
    return leftOut ? QJsonValue(QJsonValue::Undefined) : QJsonValue(std::round(box_->value() * 10) / 10);
}

void DecimalEditor::setValue(const QJsonValue &value)
{
    box_->setValue(value.toDouble(box_->minimum()));
}

BooleanEditor::BooleanEditor(const ocpp::Field &field, QWidget *parent)
    : FieldEditor(field, parent), box_(new QCheckBox(this))
{
    box_->setTristate(field.isOptional());
    box_->setCheckState(field.isOptional() ? Qt::PartiallyChecked : Qt::Unchecked);
    adopt(box_);
    connect(box_, &QCheckBox::stateChanged, this, &FieldEditor::changed);
}

QJsonValue BooleanEditor::value() const
{
    if (box_->checkState() == Qt::PartiallyChecked)
        return QJsonValue(QJsonValue::Undefined);
    return box_->isChecked();
}

void BooleanEditor::setValue(const QJsonValue &value)
{
    box_->setChecked(value.toBool());
}

TimeEditor::TimeEditor(const ocpp::Field &field, QWidget *parent)
    : FieldEditor(field, parent), edit_(new QDateTimeEdit(QDateTime::currentDateTime(), this))
{
    edit_->setCalendarPopup(true);
    edit_->setDisplayFormat(format::dateTimeEditFormat());
    if (field.isOptional()) {
        given_ = new QCheckBox(tr("Give a time"), this);
        given_->setAccessibleName(tr("Give %1").arg(fieldWord(field.name)));
        layout()->addWidget(given_);
        edit_->hide();
        connect(given_, &QCheckBox::toggled, edit_, &QWidget::setVisible);
        connect(given_, &QCheckBox::toggled, this, &FieldEditor::changed);
    }
    adopt(edit_);
    if (given_) { // Tab would go to what is hidden, and no further
        setFocusProxy(given_);
        connect(given_, &QCheckBox::toggled, this,
                [this](bool given) { setFocusProxy(given ? static_cast<QWidget *>(edit_) : given_); });
    }
    connect(edit_, &QDateTimeEdit::dateTimeChanged, this, &FieldEditor::changed);
}

QJsonValue TimeEditor::value() const
{
    if (given_ && !given_->isChecked())
        return QJsonValue(QJsonValue::Undefined);
    return edit_->dateTime().toUTC().toString(Qt::ISODate);
}

void TimeEditor::setValue(const QJsonValue &value)
{
    if (given_)
        given_->setChecked(value.isString());
    if (value.isString())
        edit_->setDateTime(QDateTime::fromString(value.toString(), Qt::ISODate).toLocalTime());
}

} // namespace ui
