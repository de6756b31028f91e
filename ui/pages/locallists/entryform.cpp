// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/entryform.h"

#include "store/stations.h"
#include "ui/pages/idtags/tagrules.h"
#include "ui/pages/locallists/entryrow.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <iterator>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

QDateTime local(ocpp::Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

/// Of those with this name; none if it is a tag itself.
QList<store::IdTag> tagsNamed(const QList<store::IdTag> &tags, const QString &name)
{
    QList<store::IdTag> named;
    if (name.isEmpty() || std::ranges::find(tags, store::folded(name), &store::IdTag::tagKey) != tags.cend())
        return named;
    std::ranges::copy_if(tags, std::back_inserter(named),
                         [&name](const store::IdTag &tag) { return tag.name.compare(name, Qt::CaseInsensitive) == 0; });
    return named;
}

/// What is typed may be the name of a person.
QString tagMeant(const QList<store::IdTag> &tags, const QString &typed)
{
    const QList<store::IdTag> named = tagsNamed(tags, typed);
    return named.size() == 1 ? named.first().tag : typed;
}

bool sameEntryDraft(const EntryDraft &a, const EntryDraft &b)
{
    return a.typed == b.typed && a.entered.status == b.entered.status && a.entered.parentIdTag == b.entered.parentIdTag
           && a.entered.expiryDate == b.entered.expiryDate;
}

bool isNameOfSeveral(const QList<store::IdTag> &tags, const QString &typed)
{
    return tagsNamed(tags, typed).size() > 1;
}

} // namespace

EntryForm::EntryForm(QWidget *parent) : QWidget(parent)
{
    setMinimumHeight(208);
    title_ = new Label({}, TextSize::Body, Role::Text, this);
    title_->bold();
    auto *close = new QPushButton(icon(u"close"_s), {}, this);
    close->setAccessibleName(tr("Close the entry without saving"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    save_ = new QPushButton(this);
    setButtonKind(*save_, ButtonKind::Primary);
    remove_ = new QPushButton(tr("Remove"), this);
    remove_->setAccessibleName(tr("Remove the entry"));
    setButtonKind(*remove_, ButtonKind::Quiet);
    auto *head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    buildFields();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(save_);
    buttons->addStretch();
    buttons->addWidget(remove_);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(close, &QPushButton::clicked, this, &EntryForm::closeRequested);
    connect(save_, &QPushButton::clicked, this, &EntryForm::submit);
    connect(remove_, &QPushButton::clicked, this, [this] { emit removeRequested(edited_->tag); });
    begin();
}

Label *EntryForm::addField(QGridLayout &form, const QString &title, QWidget *field, const QString &help)
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
    const int cell = form.count() / 2; // two fields side by side
    form.addWidget(name, cell / 2, cell % 2 * 2, Qt::AlignTop);
    form.addLayout(column, cell / 2, cell % 2 * 2 + 1);
    return complaint;
}

void EntryForm::buildFields()
{
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setColumnStretch(1, 3);
    form->setColumnStretch(3, 2);
    tag_ = new QComboBox(this);
    tag_->setEditable(true);
    tag_->setInsertPolicy(QComboBox::NoInsert);
    tag_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    tag_->setMinimumContentsLength(8);
    tag_->lineEdit()->setPlaceholderText(tr("a tag or a name"));
    status_ = new QComboBox(this);
    for (const QString &status : {u"Accepted"_s, u"Blocked"_s, u"Expired"_s, u"Invalid"_s})
        status_->addItem(entryStatusWord(status), status);
    group_ = new QLineEdit(this);
    group_->setPlaceholderText(tr("none"));
    auto *validity = new QWidget(this);
    ends_ = new QCheckBox(tr("ends"), validity);
    ends_->setAccessibleName(tr("Ends at a certain time"));
    end_ = new QDateTimeEdit(validity);
    end_->setCalendarPopup(true);
    end_->setAccessibleName(tr("Valid until"));
    end_->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    auto *row = new QHBoxLayout(validity);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(ends_);
    row->addWidget(end_, 1);
    tagComplaint_ = addField(*form, tr("Tag"), tag_, tr("One of the id tags, or any other. OCPP: idTag"));
    tag_->lineEdit()->setAccessibleName(tr("Tag"));
    addField(*form, tr("State"), status_, tr("What the station answers a card with this tag."));
    addField(*form, tr("Valid"), validity, tr("From then on the tag is expired. OCPP: expiryDate"));
    groupComplaint_ =
        addField(*form, tr("Group"), group_, tr("Tags of one group may stop each other's sessions. OCPP: parentIdTag"));
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
    connect(ends_, &QCheckBox::toggled, end_, &QWidget::setVisible);
    connect(tag_, &QComboBox::activated, this, &EntryForm::takeOver);
    connect(tag_, &QComboBox::currentTextChanged, this, [this] { check(false); });
    connect(group_, &QLineEdit::textChanged, this, [this] { check(false); });
    for (QLineEdit *edit : {tag_->lineEdit(), group_})
        connect(edit, &QLineEdit::returnPressed, this, &EntryForm::submit);
}

void EntryForm::begin()
{
    edited_.reset();
    present({});
    tag_->setFocus();
}

void EntryForm::edit(const store::LocalListEntry &entry)
{
    edited_ = entry;
    present(entry);
}

void EntryForm::present(const store::LocalListEntry &entry)
{
    tried_ = false;
    title_->setText(edited_ ? entry.tag : tr("Add an entry"));
    save_->setText(edited_ ? tr("Save") : tr("Add"));
    remove_->setHidden(!edited_);
    fill(entry, entry.tag);
    release();
    begun_ = draft();
    check(false);
}

void EntryForm::fill(const store::LocalListEntry &entry, const QString &tag)
{
    tag_->setCurrentIndex(-1);
    tag_->setEditText(tag);
    tag_->setEnabled(!edited_);
    status_->setCurrentIndex(std::max(0, status_->findData(entry.status)));
    group_->setText(entry.parentIdTag);
    ends_->setChecked(entry.expiryDate.has_value());
    end_->setVisible(entry.expiryDate.has_value());
    end_->setDateTime(entry.expiryDate ? local(*entry.expiryDate)
                                       : QDateTime(QDate::currentDate().addYears(1), QTime(0, 0)));
}

bool EntryForm::isEdited() const
{
    return !sameEntryDraft(draft(), begun_);
}

EntryDraft EntryForm::draft() const
{
    return {edited_, entered(), tag_->currentText().trimmed()};
}

void EntryForm::resume(const EntryDraft &draft, const std::optional<store::LocalListEntry> &current)
{
    edited_ = current;
    present(current.value_or(store::LocalListEntry()));
    fill(draft.entered, draft.typed);
    check(false);
}

void EntryForm::settle()
{
    begun_ = draft();
}

void EntryForm::unsettle()
{
    begun_ = {};
    if (edited_) {
        begun_.entered = *edited_;
        begun_.typed = edited_->tag;
    }
}

void EntryForm::setKnown(const QList<store::IdTag> &tags, const QSet<QString> &listed)
{
    listed_ = listed;
    const bool sameTags =
        std::ranges::equal(tags, tags_, [](const store::IdTag &a, const store::IdTag &b) { return sameTag(a, b); });
    tags_ = tags;
    check(false);
    if (sameTags)
        return;
    const QSignalBlocker quiet(tag_);
    const QString typed = tag_->currentText();
    tag_->clear();
    for (const store::IdTag &tag : tags)
        tag_->addItem(tag.name.isEmpty() ? tag.tag : u"%1 · %2"_s.arg(tag.name, tag.tag), tag.tag);
    tag_->setCurrentIndex(-1);
    tag_->setEditText(typed);
    tag_->completer()->setFilterMode(Qt::MatchContains);
    tag_->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

/// What is known of the chosen tag.
void EntryForm::takeOver()
{
    const QString chosen = tag_->currentData().toString();
    const auto tag = std::ranges::find(tags_, chosen, &store::IdTag::tag);
    if (tag == tags_.cend())
        return;
    status_->setCurrentIndex(std::max(0, status_->findData(tag->status)));
    group_->setText(tag->parentIdTag);
    ends_->setChecked(tag->expiryDate.has_value());
    if (tag->expiryDate)
        end_->setDateTime(local(*tag->expiryDate));
}

store::LocalListEntry EntryForm::entered() const
{
    store::LocalListEntry entry = edited_.value_or(store::LocalListEntry());
    const QString typed = tag_->currentText().trimmed();
    const int listed = tag_->findText(typed);
    if (!edited_)
        entry.tag = listed >= 0 ? tag_->itemData(listed).toString() : tagMeant(tags_, typed);
    entry.tagKey = store::folded(entry.tag);
    entry.status = status_->currentData().toString();
    entry.parentIdTag = group_->text().trimmed();
    const QDateTime end = end_->dateTime();
    // The edit shows minutes: a time that was not touched keeps its seconds.
    if (!ends_->isChecked())
        entry.expiryDate.reset();
    else if (!entry.expiryDate || local(*entry.expiryDate) != end)
        entry.expiryDate = ocpp::Timestamp(std::chrono::milliseconds(end.toMSecsSinceEpoch()));
    return entry;
}

bool EntryForm::check(bool trying)
{
    tried_ = tried_ || trying;
    const store::LocalListEntry entry = entered();
    QString tagWrong = entry.tag.isEmpty() && !tried_ ? QString() : tagComplaint(entry.tag);
    if (!edited_ && listed_.contains(entry.tagKey))
        tagWrong = tr("This tag is in the list already.");
    if (!edited_ && isNameOfSeveral(tags_, entry.tag))
        tagWrong = QCoreApplication::translate("ui::TagChoice", "Several tags belong to %1: choose one of them.")
                       .arg(entry.tag);
    const QString groupWrong = groupComplaint(entry.tag, entry.parentIdTag);
    tagComplaint_->say(tagWrong);
    groupComplaint_->say(groupWrong);
    return tagWrong.isEmpty() && groupWrong.isEmpty();
}

void EntryForm::release()
{
    save_->setEnabled(true);
}

void EntryForm::submit()
{
    if (!save_->isEnabled() || !check(true))
        return;
    save_->setEnabled(false); // a double click is one entry
    emit submitted(entered());
}

} // namespace ui
