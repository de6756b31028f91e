// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/tagform.h"

#include "store/stations.h"
#include "ui/pages/idtags/tagrules.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int mostAtOnce = 999;

QDateTime local(ocpp::Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

} // namespace

QString TagDraft::key() const
{
    return edited ? edited->tagKey : u'+' + store::folded(entered.tag);
}

TagForm::TagForm(QWidget *parent) : QWidget(parent)
{
    setMinimumWidth(360);
    title_ = new Label({}, TextSize::Section, Role::Text, this);
    auto *close = new QPushButton(icon(u"close"_s), {}, this);
    close->setAccessibleName(tr("Close without saving"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    origin_ = new Label({}, TextSize::Caption, Role::Muted, this);
    origin_->wrapping();
    auto *head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(origin_);
    buildFields();
    buildButtons();
    layout->addStretch();
    connect(close, &QPushButton::clicked, this, &TagForm::closeRequested);
    begin();
}

Label *TagForm::addField(QGridLayout &form, const QString &title, QWidget *field, const QString &help)
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

void TagForm::buildFields()
{
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setColumnStretch(1, 1);
    tag_ = new QLineEdit(this);
    tag_->setPlaceholderText(u"04A2B7C91E6680"_s);
    name_ = new QLineEdit(this);
    name_->setPlaceholderText(tr("Anna Berg, or Delivery van 3"));
    group_ = new QLineEdit(this);
    group_->setPlaceholderText(tr("none"));
    groups_ = new QStringListModel(this);
    auto *completer = new QCompleter(groups_, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    group_->setCompleter(completer);
    makeGroup_ = new QCheckBox(this);
    makeGroup_->hide();
    status_ = new QComboBox(this);
    status_->addItem(tr("Accepted"), u"Accepted"_s);
    status_->addItem(tr("Blocked"), u"Blocked"_s);
    tagComplaint_ =
        addField(*form, tr("Tag"), tag_,
                 tr("What the card tells the station, at most 20 characters; capital and small letters are the "
                    "same. OCPP: idTag"));
    addField(*form, tr("Name"), name_, tr("Whose it is, as you call them."));
    groupComplaint_ =
        addField(*form, tr("Group"), group_, tr("Tags of one group may stop each other's sessions. OCPP: parentIdTag"));
    form->addWidget(makeGroup_, form->rowCount(), 1, Qt::AlignLeft);
    addField(*form, tr("State"), status_, tr("A blocked tag may not charge."));
    buildLimits(*form);
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
    for (QLineEdit *edit : {tag_, group_, places_})
        connect(edit, &QLineEdit::textChanged, this, [this] { check(false); });
    for (QLineEdit *edit : {tag_, name_, group_, places_})
        connect(edit, &QLineEdit::returnPressed, this, &TagForm::submit);
    connect(makeGroup_, &QCheckBox::toggled, this, [this] { check(false); });
}

void TagForm::buildLimits(QGridLayout &form)
{
    ends_ = new QCheckBox(tr("Ends at a certain time"), this);
    end_ = new QDateTimeEdit(this);
    end_->setCalendarPopup(true);
    end_->setAccessibleName(tr("Valid until"));
    end_->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    limit_ = new QSpinBox(this);
    limit_->setRange(0, mostAtOnce);
    limit_->setSpecialValueText(tr("no limit"));
    places_ = new QLineEdit(this);
    places_->setPlaceholderText(tr("everywhere"));
    addField(form, tr("Valid"), ends_, tr("From then on the tag is expired. OCPP: expiryDate"));
    form.addWidget(end_, form.rowCount(), 1);
    addField(form, tr("At once"), limit_, tr("How many cars this tag may charge at the same time."));
    placesComplaint_ = addField(form, tr("Only at"), places_,
                                tr("The stations where this tag is valid, with commas between; empty: everywhere."));
    connect(ends_, &QCheckBox::toggled, end_, &QWidget::setVisible);
}

void TagForm::buildButtons()
{
    save_ = new QPushButton(this);
    setButtonKind(*save_, ButtonKind::Primary);
    remove_ = new QPushButton(tr("Delete"), this);
    setButtonKind(*remove_, ButtonKind::Quiet);
    auto *row = new QHBoxLayout;
    row->addWidget(save_);
    row->addStretch();
    row->addWidget(remove_);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(save_, &QPushButton::clicked, this, &TagForm::submit);
    connect(remove_, &QPushButton::clicked, this, [this] { emit removeRequested(*edited_); });
}

void TagForm::begin(const QString &tag, const QString &origin)
{
    store::IdTag fresh;
    fresh.tag = tag;
    beginWith({}, origin);
    present(fresh);
    (tag.isEmpty() ? tag_ : name_)->setFocus();
}

void TagForm::beginWith(const std::optional<store::IdTag> &edited, const QString &origin)
{
    edited_ = edited;
    title_->setText(!edited ? tr("Add a tag") : edited->name.isEmpty() ? edited->tag : edited->name);
    save_->setText(edited ? tr("Save") : tr("Add"));
    emit subjectChanged(edited ? edited->tag : QString());
    origin_->say(origin);
}

void TagForm::edit(const store::IdTag &tag)
{
    beginWith(tag, {});
    present(tag);
}

void TagForm::refresh(const store::IdTag &tag)
{
    if (!isEdited() && !sameTag(*edited_, tag))
        edit(tag);
}

TagDraft TagForm::draft() const
{
    return {edited_, entered(), origin_->text()};
}

void TagForm::resume(const TagDraft &draft, const std::optional<store::IdTag> &current)
{
    const bool isGone = draft.edited && !current;
    beginWith(current, isGone ? tr("This tag was deleted meanwhile; it is entered anew.") : draft.origin);
    present(current.value_or(store::IdTag()));
    fill(draft.entered);
    check(false);
}

void TagForm::settle()
{
    begun_ = entered();
}

bool TagForm::isSettledBy(const store::IdTag &tag)
{
    const store::IdTag typed = entered();
    store::IdTag saved = tag;
    saved.tagKey = store::folded(tag.tag);
    beginWith(saved, {});
    present(saved);
    if (sameTag(typed, tag))
        return true;
    fill(typed);
    return false;
}

void TagForm::present(const store::IdTag &tag)
{
    tried_ = false;
    fill(tag);
    remove_->setHidden(!edited_);
    save_->setEnabled(true);
    begun_ = entered();
    check(false);
}

void TagForm::fill(const store::IdTag &tag)
{
    tag_->setText(tag.tag);
    tag_->setReadOnly(edited_.has_value()); // sessions refer to it: another tag is another card
    name_->setText(tag.name);
    group_->setText(tag.parentIdTag);
    makeGroup_->setChecked(false);
    status_->setCurrentIndex(std::max(0, status_->findData(tag.status)));
    const QDateTime nextYear(QDate::currentDate().addYears(1), QTime(0, 0));
    ends_->setChecked(tag.expiryDate.has_value());
    end_->setVisible(tag.expiryDate.has_value());
    end_->setDateTime(tag.expiryDate ? local(*tag.expiryDate) : nextYear);
    limit_->setValue(tag.maxConcurrent.value_or(0));
    places_->setText(tag.stations.join(u", "_s));
}

void TagForm::setKnown(const QHash<QString, store::IdTag> &tags, const QStringList &stations)
{
    known_ = tags;
    stations_ = stations;
    QStringList names;
    for (const store::IdTag &tag : tags)
        names.append(tag.tag);
    names.sort(Qt::CaseInsensitive);
    if (names != groups_->stringList())
        groups_->setStringList(names);
    check(false);
}

store::IdTag TagForm::entered() const
{
    store::IdTag tag = edited_.value_or(store::IdTag());
    tag.tag = tag_->text().trimmed();
    tag.name = name_->text().trimmed();
    tag.parentIdTag = group_->text().trimmed();
    tag.status = status_->currentData().toString();
    // The edit shows minutes: a time that was not touched keeps its seconds.
    const QDateTime end = end_->dateTime();
    if (!ends_->isChecked())
        tag.expiryDate.reset();
    else if (!tag.expiryDate || local(*tag.expiryDate) != end)
        tag.expiryDate = ocpp::Timestamp(std::chrono::milliseconds(end.toMSecsSinceEpoch()));
    tag.maxConcurrent = limit_->value() > 0 ? std::optional(limit_->value()) : std::nullopt;
    tag.stations = stationsIn(places_->text());
    return tag;
}

bool TagForm::isEdited() const
{
    return !sameTag(entered(), begun_);
}

bool TagForm::isGroupMissing() const
{
    const QString group = group_->text().trimmed();
    return !group.isEmpty() && groupComplaint(tag_->text().trimmed(), group).isEmpty()
           && !known_.contains(store::folded(group));
}

bool TagForm::check(bool trying)
{
    tried_ = tried_ || trying;
    const store::IdTag tag = entered();
    QString tagWrong = tag.tag.isEmpty() && !tried_ ? QString() : tagComplaint(tag.tag);
    if (!edited_ && known_.contains(store::folded(tag.tag)))
        tagWrong = tr("This tag is known already.") + u' ' + known_.value(store::folded(tag.tag)).name;
    QString groupWrong = groupComplaint(tag.tag, tag.parentIdTag);
    const bool missing = isGroupMissing();
    if (missing && !makeGroup_->isChecked())
        groupWrong = tr("There is no tag %1 yet.").arg(tag.parentIdTag);
    makeGroup_->setText(tr("Make %1 a tag, too").arg(tag.parentIdTag));
    makeGroup_->setVisible(missing);
    const auto unknown = std::ranges::find_if(
        tag.stations, [this](const QString &id) { return !stations_.contains(id, Qt::CaseInsensitive); });
    tagComplaint_->say(tagWrong);
    groupComplaint_->say(groupWrong);
    placesComplaint_->say(unknown == tag.stations.end() ? QString() : tr("There is no station %1.").arg(*unknown));
    return tagWrong.isEmpty() && groupWrong.isEmpty() && unknown == tag.stations.end();
}

void TagForm::release()
{
    save_->setEnabled(true);
}

void TagForm::refuseDouble()
{
    release();
    tagComplaint_->say(tr("Somebody has just entered this tag."));
}

void TagForm::submit()
{
    if (!save_->isEnabled() || !check(true))
        return;
    save_->setEnabled(false); // a double click is one tag
    emit submitted(entered(), isGroupMissing() ? group_->text().trimmed() : QString(), !edited_.has_value());
}

} // namespace ui
