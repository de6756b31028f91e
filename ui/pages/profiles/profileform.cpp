// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profileform.h"

#include "store/stations.h"
#include "ui/pages/profiles/problemlist.h"
#include "ui/pages/profiles/profileeditor.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/scrolling.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestName = 100;

} // namespace

ProfileForm::ProfileForm(QWidget *parent) : QWidget(parent)
{
    setMinimumWidth(380);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(buildBody(), 1);
    layout->addWidget(buildButtons());
    connect(name_, &QLineEdit::textChanged, this, [this] { check(false); });
    connect(name_, &QLineEdit::returnPressed, this, &ProfileForm::submit);
    connect(editor_, &ProfileEditor::changed, this, [this] { check(false); });
    begin();
}

QWidget *ProfileForm::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    use_ = new Label({}, TextSize::Caption, Role::Muted, header);
    use_->wrapping();
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close without saving"));
    close->setToolTip(tr("Close (Esc)"));
    draw_ = new QPushButton(icon(u"schedules"_s), {}, header);
    draw_->setAccessibleName(tr("Edit in Schedules"));
    draw_->setToolTip(tr("Edit in Schedules, as the library has it"));
    for (QPushButton *button : {draw_, close})
        setButtonKind(*button, ButtonKind::Quiet);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setHorizontalSpacing(0);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(draw_, 0, 1);
    layout->addWidget(close, 0, 2);
    layout->addWidget(use_, 1, 0, 1, 3);
    connect(draw_, &QPushButton::clicked, this, [this] { emit drawRequested(begunName_); });
    connect(close, &QPushButton::clicked, this, &ProfileForm::closeRequested);
    return header;
}

QWidget *ProfileForm::buildBody()
{
    auto *body = new QWidget;
    auto *caption = new Label(tr("Name"), TextSize::Body, Role::Muted, body);
    caption->setFixedWidth(ProfileEditor::labelWidth + 8);
    name_ = new QLineEdit(body);
    name_->setMaxLength(longestName);
    name_->setPlaceholderText(tr("Night, or Grid limit"));
    name_->setAccessibleName(tr("Name"));
    name_->setToolTip(tr("As you call it; the stations do not see it."));
    nameComplaint_ = new Label({}, TextSize::Caption, Role::Fault, body);
    nameComplaint_->wrapping().about(name_).hide();
    editor_ = new ProfileEditor(body);
    warnings_ = new ProblemList(body);
    auto *nameRow = new QHBoxLayout;
    nameRow->setSpacing(0);
    nameRow->addWidget(caption);
    nameRow->addWidget(name_, 1);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(16, 4, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(nameRow);
    layout->addWidget(nameComplaint_);
    layout->addWidget(editor_);
    layout->addWidget(warnings_);
    layout->addStretch();
    return scrolling(body, this);
}

QWidget *ProfileForm::buildButtons()
{
    auto *row = new QWidget(this);
    save_ = new QPushButton(tr("Save"), row);
    setButtonKind(*save_, ButtonKind::Primary);
    apply_ = new QPushButton(tr("Apply to a station…"), row);
    remove_ = new QPushButton(tr("Delete"), row);
    setButtonKind(*remove_, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->addWidget(save_);
    layout->addWidget(apply_);
    layout->addStretch();
    layout->addWidget(remove_);
    connect(save_, &QPushButton::clicked, this, &ProfileForm::submit);
    connect(apply_, &QPushButton::clicked, this, [this] { emit applyRequested(begunName_); });
    connect(remove_, &QPushButton::clicked, this, [this] { emit removeRequested(begunName_); });
    return row;
}

void ProfileForm::begin()
{
    editedKey_.clear();
    title_->setText(tr("New profile"));
    presentUse(0);
    fill({}, ProfileEditor::beginning());
    name_->setFocus();
}

void ProfileForm::edit(const NamedRow &row)
{
    editedKey_ = row.key();
    title_->setText(row.named.name);
    presentUse(row.places);
    fill(row.named.name, row.profile);
}

void ProfileForm::refresh(const NamedRow &row)
{
    presentUse(row.places);
    if (!isEdited() && (row.profile != shown_ || row.named.name != begunName_))
        edit(row);
}

void ProfileForm::presentUse(int places)
{
    use_->setText(editedKey_.isEmpty() ? tr("It goes to stations when you apply it there.")
                  : places == 0        ? tr("No station has it yet.")
                                       : tr("Wanted at %n place(s): what you save goes there, too.", nullptr, places));
    remove_->setHidden(editedKey_.isEmpty());
    remove_->setEnabled(places == 0);
    remove_->setToolTip(places == 0 ? QString() : tr("Withdraw it from the stations first."));
    apply_->setHidden(editedKey_.isEmpty());
    draw_->setHidden(editedKey_.isEmpty());
    save_->setText(editedKey_.isEmpty() ? tr("Add") : tr("Save"));
}

void ProfileForm::fill(const QString &name, const QJsonObject &profile)
{
    tried_ = false;
    shown_ = profile;
    name_->setText(name);
    name_->setReadOnly(!editedKey_.isEmpty()); // stations refer to it
    editor_->setProfile(profile);
    save_->setEnabled(true);
    settle();
    begunName_ = name;
    check(false);
}

bool ProfileForm::isEdited() const
{
    return name_->text().trimmed() != begunName_ || editor_->profile() != begun_;
}

void ProfileForm::settle()
{
    begunName_ = name_->text().trimmed();
    begun_ = editor_->profile();
}

ProfileDraft ProfileForm::draft() const
{
    return {editedKey_, name_->text().trimmed(), editor_->profile()};
}

void ProfileForm::resume(const ProfileDraft &draft)
{
    name_->setText(draft.name);
    editor_->setProfile(draft.profile);
    check(false);
}

void ProfileForm::release()
{
    save_->setEnabled(true);
}

bool ProfileForm::check(bool trying)
{
    tried_ = tried_ || trying;
    const QString name = name_->text().trimmed();
    const bool isNew = editedKey_.isEmpty();
    QString nameWrong;
    if (name.isEmpty() && tried_)
        nameWrong = tr("The profile needs a name.");
    else if (std::ranges::any_of(name, [](QChar c) { return c.category() == QChar::Other_Control; }))
        nameWrong = tr("A name is one line of text.");
    else if (isNew && known_.contains(store::folded(name)))
        nameWrong = tr("There is a profile of this name already.");
    nameComplaint_->say(nameWrong);
    const auto checked = store::ChargingProfiles::checkNamed(editor_->profile());
    const QList<charging::Problem> rest = editor_->complain(checked ? *checked : checked.error().problems);
    warnings_->present(rest);
    if (!checked && checked.error().problems.isEmpty())
        warnings_->presentLine({Shape::Cross, Role::Fault}, refusalText(checked.error()));
    apply_->setEnabled(!isEdited());
    apply_->setToolTip(isEdited() ? tr("Save it first.") : QString());
    return checked && nameWrong.isEmpty() && !name.isEmpty();
}

void ProfileForm::submit()
{
    if (!save_->isEnabled() || !check(true))
        return;
    save_->setEnabled(false); // a double click is one profile
    emit submitted(name_->text().trimmed(), editor_->profile());
}

} // namespace ui
