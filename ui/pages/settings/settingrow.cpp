// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/settingrow.h"

#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int placeWidth = 252;
constexpr int numberWidth = 112;

} // namespace

SettingRow::SettingRow(Kind kind, const QString &label, const QString &help, QWidget *parent) : QWidget(parent)
{
    label_ = new Label(label, TextSize::Body, Role::Text, this);
    help_ = new Label(help, TextSize::Caption, Role::Muted, this);
    help_->wrapping().setHidden(help.isEmpty());
    unit_ = new Label({}, TextSize::Body, Role::Muted, this);
    remark_ = new Label({}, TextSize::Caption, Role::Accent, this);
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    for (Label *line : {remark_, complaint_})
        line->wrapping().hide();
    reset_ = new QPushButton(icon(u"undo"_s), {}, this);
    reset_->setAccessibleName(tr("Back to the default: %1").arg(label));
    setButtonKind(*reset_, ButtonKind::Quiet);
    QSizePolicy keeping = reset_->sizePolicy();
    keeping.setRetainSizeWhenHidden(true);
    reset_->setSizePolicy(keeping);
    reset_->hide();

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    for (Label *line : {label_, help_, remark_, complaint_})
        words->addWidget(line);
    line_ = new QHBoxLayout(this);
    line_->setContentsMargins(0, 8, 0, 8);
    line_->setSpacing(8);
    line_->addLayout(words, 1);
    line_->addSpacing(16);
    line_->addWidget(reset_, 0, Qt::AlignTop);
    line_->addWidget(buildPlace(kind, label), 0, Qt::AlignTop);
    connect(reset_, &QPushButton::clicked, this, &SettingRow::resetRequested);
}

/// As wide as the widest control: all begin below each other.
QWidget *SettingRow::buildPlace(Kind kind, const QString &label)
{
    auto *place = new QWidget(this);
    place->setFixedWidth(placeWidth);
    auto *layout = new QHBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(buildControl(kind, label));
    layout->addWidget(unit_);
    unit_->setHidden(kind != Kind::Number);
    if (kind == Kind::Number || kind == Kind::Switch)
        layout->addStretch();
    return place;
}

QWidget *SettingRow::buildControl(Kind kind, const QString &label)
{
    if (kind == Kind::Switch) {
        switch_ = new QCheckBox(this);
        connect(switch_, &QCheckBox::clicked, this, &SettingRow::commit);
    } else if (kind == Kind::Choice) {
        box_ = new QComboBox(this);
        connect(box_, &QComboBox::activated, this, &SettingRow::commit);
    } else {
        edit_ = new QLineEdit(this);
        if (kind == Kind::Number)
            edit_->setFixedWidth(numberWidth);
        edit_->setAlignment(kind == Kind::Number ? Qt::AlignRight : Qt::AlignLeft);
        connect(edit_, &QLineEdit::editingFinished, this, &SettingRow::commit);
    }
    control()->setAccessibleName(label);
    control()->setAccessibleDescription(help_->text());
    complaint_->about(control());
    label_->setBuddy(control());
    return control();
}

QWidget *SettingRow::control() const
{
    if (switch_)
        return switch_;
    return box_ ? static_cast<QWidget *>(box_) : edit_;
}

void SettingRow::setUnit(const QString &unit)
{
    unit_->setText(unit);
}

void SettingRow::setChoices(const QList<Choice> &choices)
{
    box_->clear();
    for (const Choice &choice : choices)
        box_->addItem(choice.text, choice.value);
}

void SettingRow::present(const QString &value, const QString &standard)
{
    shown_ = value;
    if (switch_)
        switch_->setChecked(value == "true"_L1);
    else if (box_)
        box_->setCurrentIndex(box_->findData(value));
    else
        edit_->setText(value);
    complain({});
    reset_->setVisible(!standard.isNull() && standard != value && control()->isEnabled());
    reset_->setToolTip(switch_ ? tr("Back to the default") : tr("Back to the default: %1").arg(standard));
}

void SettingRow::commit()
{
    const QString value = switch_ ? (switch_->isChecked() ? u"true"_s : u"false"_s)
                          : box_  ? box_->currentData().toString()
                                  : edit_->text().trimmed();
    if (value == shown_ && (!edit_ || edit_->text() == shown_))
        return complain({}); // also who came back to what it was
    emit edited(value);
}

void SettingRow::complain(const QString &text)
{
    complaint_->say(text);
}

void SettingRow::remark(const QString &text)
{
    remark_->say(text);
}

void SettingRow::lock(const QString &why)
{
    control()->setEnabled(why.isEmpty());
    if (!why.isEmpty()) {
        remark(why);
        reset_->hide();
    }
}

bool SettingRow::matches(const QStringList &words) const
{
    const QString all = label_->text() + u' ' + help_->text();
    return std::ranges::all_of(words, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace ui
