// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/keycard.h"

#include "ocpp/codec.h"
#include "store/clock.h"
#include "ui/models/agetick.h"
#include "ui/pages/stations/configuration/valuecheck.h"
#include "ui/pages/stations/configuration/valueeditor.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int longestKey = 50; // 6.9: CiString50Type

} // namespace

KeyCard::KeyCard(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 10, 8, 12);
    layout->setSpacing(8);
    layout->addWidget(buildHeader());
    help_ = new Label({}, TextSize::Body, Role::Text, this);
    help_->wrapping();
    layout->addWidget(help_);
    layout->addWidget(buildForm());
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().hide();
    layout->addWidget(complaint_);
    layout->addWidget(buildState());
    layout->addStretch();
    connect(&ageTick(), &QTimer::timeout, this, [this] {
        if (row_.entry.reportedAt && !reported_->hasSelectedText()) // a new text would unmark it
            presentReported();
    });
    clear();
}

QWidget *KeyCard::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Body, Role::Text, header);
    title_->bold().wrapping().selectable();
    term_ = new Label({}, TextSize::Caption, Role::Muted, header);
    term_->wrapping().selectable();
    name_ = new QComboBox(header);
    name_->setEditable(true);
    name_->setAccessibleName(tr("Name of the key"));
    name_->lineEdit()->setAccessibleName(name_->accessibleName());
    name_->lineEdit()->setMaxLength(longestKey);
    name_->lineEdit()->setPlaceholderText(tr("Key, as the manual spells it"));
    name_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the key"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    layout->addWidget(name_, 0, 0);
    layout->addWidget(title_, 1, 0);
    layout->addWidget(close, 0, 1, 2, 1, Qt::AlignTop);
    layout->addWidget(term_, 2, 0, 1, 2);
    connect(close, &QPushButton::clicked, this, &KeyCard::closeRequested);
    connect(name_, &QComboBox::currentTextChanged, this, &KeyCard::renameNew);
    return header;
}

QWidget *KeyCard::buildForm()
{
    auto *body = new QWidget(this);
    reported_ = new Label({}, TextSize::Body, Role::Text, body);
    reported_->wrapping().selectable();
    editor_ = new ValueEditor(body);
    apply_ = new QPushButton(tr("Apply"), body);
    apply_->setAccessibleName(tr("Apply the wanted value"));
    setButtonKind(*apply_, ButtonKind::Primary);
    auto *wanted = new QWidget(body);
    wanted_ = new QBoxLayout(QBoxLayout::LeftToRight, wanted);
    wanted_->setContentsMargins(0, 0, 8, 0);
    wanted_->addWidget(editor_, 1);
    wanted_->addWidget(apply_, 0, Qt::AlignTop | Qt::AlignLeft);
    form_ = new QFormLayout(body);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setHorizontalSpacing(12);
    form_->setVerticalSpacing(6);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form_->addRow(new Label(tr("On the station"), TextSize::Body, Role::Muted, body), reported_);
    auto *label = new Label(tr("Wanted"), TextSize::Body, Role::Muted, body);
    label->setMinimumHeight(32);
    label->setBuddy(editor_);
    form_->addRow(label, wanted);
    connect(editor_, &ValueEditor::changed, this, [this] {
        edited_ = true;
        complain({});
    });
    connect(editor_, &ValueEditor::submitted, this, &KeyCard::submit);
    connect(apply_, &QPushButton::clicked, this, &KeyCard::submit);
    return body;
}

QWidget *KeyCard::buildState()
{
    stateRow_ = new QWidget(this);
    mark_ = new MarkView(stateRow_);
    state_ = new Label({}, TextSize::Caption, Role::Muted, stateRow_);
    state_->wrapping();
    giveUp_ = new QPushButton(tr("Leave it as it is"), stateRow_);
    giveUp_->setToolTip(tr("The wanted value is dropped; the station keeps what it has."));
    setButtonKind(*giveUp_, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(stateRow_);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(8);
    layout->addWidget(mark_);
    layout->addWidget(state_, 1);
    layout->addWidget(giveUp_);
    connect(giveUp_, &QPushButton::clicked, this, [this] {
        edited_ = false;
        emit giveUpRequested(row_.entry.key);
    });
    return stateRow_;
}

void KeyCard::present(const ConfigurationRow &row, const QList<ConfigurationRow> &configuration)
{
    const bool isOther = isNew() || row.key() != row_.key();
    const bool wishIsNew = row.entry.desired != row_.entry.desired;
    const bool valueIsNew = row.entry.value != row_.entry.value;
    row_ = row;
    mostItems_ = mostItems(row.facts, configuration);
    name_->hide();
    presentFacts();
    presentState();
    if (isOther || (!edited_ && (wishIsNew || valueIsNew)))
        presentEditor();
}

void KeyCard::presentNew(const QList<ConfigurationRow> &configuration)
{
    row_ = {};
    edited_ = false;
    const QSignalBlocker quiet(name_);
    name_->clear();
    for (const KeyFacts &facts : standardKeys()) {
        const bool known = std::ranges::any_of(configuration, [&](const ConfigurationRow &row) {
            return row.entry.key.compare(facts.name, Qt::CaseInsensitive) == 0;
        });
        if (!known)
            name_->addItem(facts.name);
    }
    name_->setCurrentIndex(-1);
    name_->clearEditText();
    name_->show();
    renameNew({});
    name_->setFocus();
}

bool KeyCard::isNew() const
{
    return !name_->isHidden();
}

bool KeyCard::isEdited() const
{
    return edited_ || (isNew() && !row_.entry.key.isEmpty());
}

QString KeyCard::value() const
{
    return editor_->value();
}

void KeyCard::resume(const QString &name, const QString &value)
{
    if (isNew())
        name_->setEditText(name);
    presentEditor(value);
    edited_ = true;
}

void KeyCard::clear()
{
    row_ = {};
    edited_ = false;
    name_->hide();
}

void KeyCard::renameNew(const QString &name)
{
    row_.entry.key = name.trimmed();
    row_.entry.keyFolded = row_.entry.key.toCaseFolded();
    row_.facts = keyFacts(row_.entry.key);
    presentFacts();
    presentState();
    const bool isTyped = edited_; // the value before the name
    presentEditor(isTyped ? editor_->value() : QString());
    edited_ = isTyped;
}

void KeyCard::presentFacts()
{
    const KeyFacts *facts = row_.facts;
    title_->setText(facts ? facts->titleText() : row_.entry.key);
    title_->setHidden(isNew() && !facts);
    QStringList terms;
    if (facts)
        terms << QString(facts->name) << tr("clause %1").arg(facts->clause) << facts->rangeText();
    if (row_.entry.readonly)
        terms << tr("read only");
    terms.removeAll(QString());
    term_->setText(terms.join(u" · "_s));
    term_->setHidden(terms.isEmpty());
    help_->setText(facts     ? facts->helpText()
                   : isNew() ? tr("A key the station did not report. It is told to set it all the same.")
                             : tr("A key of this vendor; its manual explains it."));
    presentReported();
}

void KeyCard::presentReported()
{
    const QString read = row_.entry.reportedAt ? format::ago(*row_.entry.reportedAt, store::now()) : QString();
    QString value = row_.reportedText();
    if (row_.kind() == KeyKind::List)
        value.replace(u","_s, u", "_s); // a long list may break
    reported_->setText(read.isEmpty() ? value : tr("%1 (read %2)", "value, when").arg(value, read));
}

void KeyCard::presentState()
{
    const StateWord state = row_.state();
    mark_->present(state.mark, state.word);
    state_->setText(row_.stateSentence());
    stateRow_->setHidden(state.word.isEmpty());
    giveUp_->setHidden(!row_.entry.desired);
    const bool changeable = !row_.entry.readonly;
    form_->setRowVisible(1, changeable);
}

void KeyCard::presentEditor()
{
    presentEditor(row_.isSecret() ? QString() : row_.entry.desired.value_or(row_.entry.value.value_or(QString())));
}

void KeyCard::presentEditor(const QString &value)
{
    const bool hadFocus = editor_->isAncestorOf(QApplication::focusWidget());
    editor_->present(row_.facts, row_.kind(), row_.isSecret(), value);
    const bool isList = row_.facts && !row_.facts->items.empty(); // too long to have something beside it
    wanted_->setDirection(isList ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (hadFocus)
        editor_->setFocus();
    edited_ = false;
    complain({});
}

void KeyCard::complain(const QString &text, QWidget *field)
{
    complaint_->about(field).say(text);
}

void KeyCard::submit()
{
    const QString value = editor_->value();
    if (row_.entry.key.isEmpty())
        return complain(tr("The key needs its name."), name_);
    if (const QString complaint = valueComplaint(row_.facts, row_.kind(), value, mostItems_); !complaint.isEmpty())
        return complain(complaint, editor_);
    edited_ = false;
    emit desireRequested(row_.entry.key, value);
}

} // namespace ui
