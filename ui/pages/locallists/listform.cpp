// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/listform.h"

#include "store/stations.h"
#include "ui/pages/idtags/tagrules.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {
namespace {

using store::LocalListSource;

constexpr int longestName = 100;

enum MadeOf { AllTags, SomeGroups, ByHand };

MadeOf madeOf(const store::LocalList &list)
{
    if (list.source == LocalListSource::Entries)
        return ByHand;
    return list.groups.isEmpty() ? AllTags : SomeGroups;
}

bool sameList(const store::LocalList &a, const store::LocalList &b)
{
    return a.name == b.name && a.station == b.station && a.source == b.source && a.groups == b.groups;
}

} // namespace

ListForm::ListForm(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    buildFields();
    save_ = new QPushButton(this);
    setButtonKind(*save_, ButtonKind::Primary);
    remove_ = new QPushButton(tr("Delete the list"), this);
    setButtonKind(*remove_, ButtonKind::Quiet);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(save_);
    buttons->addStretch();
    buttons->addWidget(remove_);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(save_, &QPushButton::clicked, this, &ListForm::submit);
    connect(remove_, &QPushButton::clicked, this, [this] { emit removeRequested(*edited_); });
    begin();
}

Label *ListForm::addField(QGridLayout &form, const QString &title, QWidget *field, const QString &help)
{
    auto *name = new Label(title, TextSize::Body, Role::Muted, this);
    name->setMinimumHeight(32);
    name->setBuddy(field);
    field->setAccessibleName(title);
    field->setToolTip(help);
    auto *complaint = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint->wrapping().about(field).hide();
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(field);
    column->addWidget(complaint);
    const int row = form.rowCount();
    form.addWidget(name, row, 0, Qt::AlignTop);
    form.addLayout(column, row, 1);
    return complaint;
}

void ListForm::buildFields()
{
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setColumnStretch(1, 1);
    users_ = new QComboBox(this);
    users_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    name_ = new QLineEdit(this);
    name_->setMaxLength(longestName);
    name_->setPlaceholderText(tr("Staff, or Tenants"));
    source_ = new QComboBox(this);
    source_->addItem(tr("All id tags"), AllTags);
    source_->addItem(tr("Id tags of some groups"), SomeGroups);
    source_->addItem(tr("Entries by hand"), ByHand);
    groups_ = new QLineEdit(this);
    groups_->setPlaceholderText(tr("STAFF, VANS"));
    const auto widgetsSince = [form](int row) {
        QList<QWidget *> widgets;
        for (int at = row; at < form->rowCount(); ++at) {
            widgets.append(form->itemAtPosition(at, 0)->widget());
            widgets.append(form->itemAtPosition(at, 1)->layout()->itemAt(0)->widget());
        }
        return widgets;
    };
    int row = form->rowCount();
    addField(*form, tr("For"), users_, tr("A list that several stations share is changed in one place."));
    newOnly_ = widgetsSince(row);
    row = form->rowCount();
    nameComplaint_ = addField(*form, tr("Name"), name_, tr("As you call it; stations do not hear of it."));
    sharedOnly_ = widgetsSince(row);
    addField(*form, tr("Made of"), source_, tr("What follows the id tags changes with them."));
    row = form->rowCount();
    groupsComplaint_ =
        addField(*form, tr("Groups"), groups_,
                 tr("Tags that have one of these as their group, with commas between. OCPP: parentIdTag"));
    groupsOnly_ = widgetsSince(row);
    sourceRemark_ = new Label({}, TextSize::Caption, Role::Muted, this);
    sourceRemark_->wrapping();
    form->addWidget(sourceRemark_, form->rowCount(), 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
    for (QComboBox *box : {users_, source_})
        connect(box, &QComboBox::currentIndexChanged, this, &ListForm::presentParts);
    for (QLineEdit *edit : {name_, groups_}) {
        connect(edit, &QLineEdit::textChanged, this, [this] { check(false); });
        connect(edit, &QLineEdit::returnPressed, this, &ListForm::submit);
    }
}

void ListForm::begin()
{
    edited_.reset();
    present({});
    name_->setFocus();
}

void ListForm::edit(const store::LocalList &list)
{
    const bool isSaved = sameList(entered(), list);
    if (edited_ && edited_->id == list.id && isEdited() && !isSaved)
        return;
    edited_ = list;
    present(list);
}

void ListForm::present(const store::LocalList &list)
{
    tried_ = false;
    users_->setCurrentIndex(list.station ? users_->findData(*list.station) : 0);
    name_->setText(list.name);
    source_->setCurrentIndex(source_->findData(madeOf(list)));
    groups_->setText(list.groups.join(QStringLiteral(", ")));
    save_->setText(edited_ ? tr("Save") : tr("Add"));
    remove_->setHidden(!edited_);
    remove_->setText(edited_ && edited_->station ? tr("Take the list away") : tr("Delete the list"));
    presentParts();
    release();
    begun_ = entered();
}

void ListForm::presentParts()
{
    const bool isShared = edited_ ? !edited_->station : users_->currentIndex() <= 0;
    for (QWidget *part : std::as_const(newOnly_))
        part->setHidden(edited_.has_value());
    for (QWidget *part : std::as_const(sharedOnly_))
        part->setHidden(!isShared);
    const int made = source_->currentData().toInt();
    for (QWidget *part : std::as_const(groupsOnly_))
        part->setHidden(made != SomeGroups);
    const bool becomesByHand = edited_ && edited_->source == LocalListSource::Tags && made == ByHand;
    if (becomesByHand)
        sourceRemark_->setText(tr("It begins with the tags that are in it now, and no longer follows them."));
    else
        sourceRemark_->setText(made == ByHand
                                   ? tr("You enter who is in it.")
                                   : tr("It follows the id tags; each station gets those that are valid there."));
    check(false);
}

void ListForm::setKnown(const QList<ListStation> &stations, const QStringList &names)
{
    names_.clear();
    for (const QString &name : names)
        names_.append(store::folded(name));
    const QSignalBlocker quiet(users_);
    const QVariant chosen = users_->currentData();
    users_->clear();
    users_->addItem(tr("Several stations"));
    for (const ListStation &station : stations)
        users_->addItem(station.description.isEmpty() ? tr("%1 only").arg(station.id)
                                                      : tr("%1 only (%2)").arg(station.id, station.description),
                        station.id);
    users_->setCurrentIndex(chosen.isValid() ? std::max(0, users_->findData(chosen)) : 0);
}

store::LocalList ListForm::entered() const
{
    store::LocalList list = edited_.value_or(store::LocalList());
    if (!edited_ && users_->currentIndex() > 0)
        list.station = users_->currentData().toString();
    list.role = list.station ? store::LocalListRole::Own : store::LocalListRole::Shared;
    list.name = list.station ? QString() : name_->text().trimmed();
    const int made = source_->currentData().toInt();
    list.source = made == ByHand ? LocalListSource::Entries : LocalListSource::Tags;
    list.groups = made == SomeGroups ? stationsIn(groups_->text()) : QStringList();
    return list;
}

bool ListForm::isEdited() const
{
    return !sameList(entered(), begun_);
}

bool ListForm::check(bool trying)
{
    tried_ = tried_ || trying;
    const store::LocalList list = entered();
    const bool isShared = !list.station;
    const bool isOldName = edited_ && store::folded(edited_->name) == store::folded(list.name);
    QString nameWrong;
    if (isShared && list.name.isEmpty() && tried_)
        nameWrong = tr("Give the list a name.");
    else if (isShared && !isOldName && names_.contains(store::folded(list.name)))
        nameWrong = tr("There is a list of this name already.");
    const bool lacksGroups = source_->currentData().toInt() == SomeGroups && list.groups.isEmpty();
    nameComplaint_->say(nameWrong);
    groupsComplaint_->say(lacksGroups && tried_ ? tr("Name at least one group.") : QString());
    return nameWrong.isEmpty() && !lacksGroups && (!isShared || !list.name.isEmpty());
}

void ListForm::release()
{
    save_->setEnabled(true);
}

void ListForm::refuseDouble()
{
    release();
    nameComplaint_->say(tr("Somebody has just entered a list of this name."));
}

void ListForm::submit()
{
    if (!save_->isEnabled() || !check(true))
        return;
    save_->setEnabled(false); // a double click is one list
    emit submitted(edited_, entered());
}

} // namespace ui
