// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/settings/stationsettings.h"

#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/pages/stations/stationpassword.h"
#include "ui/text/storewords.h"
#include "ui/theme/style.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::Registration;

constexpr int longestDescription = 500; // as the API takes them
constexpr int longestSite = 100;
constexpr int longestSuffix = 20; // an idTag has no more (7.28)
constexpr int longestTimeout = 3600;
constexpr int highestProfile = 1; // 2 and 3 need TLS

void choose(QComboBox &box, const QVariant &value)
{
    box.setCurrentIndex(box.findData(value));
}

} // namespace

StationSettings::StationSettings(const Backend &backend, QWidget *parent) : QWidget(parent), backend_(backend)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildIdentity(*form);
    buildAccess(*form);
    buildPolicy(*form);
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().hide();
    auto *remove = new QPushButton(tr("Remove this station"), this);
    remove->setToolTip(tr("With its settings, messages and findings; sessions stay. It can be undone for some seconds."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(complaint_);
    layout->addWidget(buildButtons());
    layout->addSpacing(12);
    layout->addWidget(remove, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(remove, &QPushButton::clicked, this, [this] { emit removeRequested(station_.id); });
    presentButtons();
}

void StationSettings::addRow(QFormLayout &form, const QString &title, QWidget *control, const QString &help)
{
    auto *label = new Label(title, TextSize::Body, Role::Muted, this);
    label->setMinimumHeight(32);
    label->setBuddy(control);
    control->setAccessibleName(title);
    control->setToolTip(help);
    form.addRow(label, control);
    if (auto *edit = qobject_cast<QLineEdit *>(control)) {
        connect(edit, &QLineEdit::textChanged, this, &StationSettings::noteEdit);
        connect(edit, &QLineEdit::returnPressed, this, &StationSettings::save);
    } else if (auto *box = qobject_cast<QComboBox *>(control)) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(box, &QComboBox::currentIndexChanged, this, &StationSettings::noteEdit);
    } else if (auto *number = qobject_cast<QSpinBox *>(control)) {
        connect(number, &QSpinBox::valueChanged, this, &StationSettings::noteEdit);
    }
}

void StationSettings::buildIdentity(QFormLayout &form)
{
    description_ = new QLineEdit(this);
    description_->setMaxLength(longestDescription);
    site_ = new QLineEdit(this);
    site_->setMaxLength(longestSite);
    registration_ = new QComboBox(this);
    registration_->addItem(tr("Accepted: it may charge"), int(Registration::Accepted));
    registration_->addItem(tr("Waiting: it may connect, not charge"), int(Registration::Pending));
    registration_->addItem(tr("Rejected: it is told to stay away"), int(Registration::Rejected));
    addRow(form, tr("Description"), description_, tr("What you call it."));
    addRow(form, tr("Site"), site_, tr("Where it stands."));
    addRow(form, tr("Registration"), registration_,
           tr("How its BootNotification is answered (OCPP 4.2). It takes effect when the station asks next."));
}

void StationSettings::buildAccess(QFormLayout &form)
{
    profile_ = new QComboBox(this);
    profile_->addItem(tr("None: whoever knows its name gets in"), 0);
    profile_->addItem(tr("Password (security profile 1)"), 1);
    password_ = new QLineEdit(this);
    password_->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    password_->setMaxLength(longestPassword);
    passwordHelp_ = new Label({}, TextSize::Caption, Role::Muted, this);
    passwordHelp_->wrapping();
    addRow(form, tr("Proof"), profile_,
           tr("How the station proves who it is when it connects. Profiles 2 and 3 need an encrypted connection, which "
              "Stationmaster does not offer."));
    addRow(form, tr("Password"), password_, tr("16 to 20 characters; the station must give it (security profile 1)."));
    form.addRow(nullptr, passwordHelp_);
}

void StationSettings::buildPolicy(QFormLayout &form)
{
    timeout_ = new QSpinBox(this);
    timeout_->setRange(1, longestTimeout);
    timeout_->setSuffix(QChar::Nbsp + u"s"_s);
    timeout_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    zone_ = new QComboBox(this);
    zone_->addItem(tr("UTC, as the specification says"), false);
    zone_->addItem(tr("Local time"), true);
    suffix_ = new QLineEdit(this);
    suffix_->setMaxLength(longestSuffix);
    suffix_->setPlaceholderText(tr("nothing"));
    addRow(form, tr("Time to answer"), timeout_, tr("After so long without an answer a command counts as unanswered."));
    addRow(form, tr("Times without a zone"), zone_, tr("Some stations leave the time zone out; this says what they mean."));
    addRow(form, tr("Appended to tags"), suffix_,
           tr("Some stations append something to every tag they read, their serial number for instance. It is ignored."));
}

QWidget *StationSettings::buildButtons()
{
    auto *row = new QWidget(this);
    save_ = new QPushButton(tr("Save"), row);
    setButtonKind(*save_, ButtonKind::Primary);
    revert_ = new QPushButton(tr("Discard changes"), row);
    setButtonKind(*revert_, ButtonKind::Quiet);
    said_ = new Label({}, TextSize::Caption, Role::Muted, row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(save_);
    layout->addWidget(revert_);
    layout->addWidget(said_, 1);
    connect(save_, &QPushButton::clicked, this, &StationSettings::save);
    connect(revert_, &QPushButton::clicked, this, &StationSettings::fill);
    return row;
}

void StationSettings::present(const store::Station &station)
{
    const bool isOther = station.id != station_.id;
    if (isOther)
        putAside();
    station_ = station;
    if (isOther)
        said_->clear();
    if (isOther || (!edited_ && !isSaving()))
        fill();
    if (isOther)
        resume();
}

void StationSettings::putAside()
{
    if (!edited_ && !isSaving())
        return;
    drafts_.insert(station_.id, {.fields = fields(), .shown = shown_, .isUnsent = edited_});
    if (edited_ && shelf_)
        shelf_->putAside({.form = u"settings"_s, .station = station_.id}, tr("the settings of %1").arg(station_.id));
}

void StationSettings::resume()
{
    if (!drafts_.contains(station_.id))
        return;
    const Draft left = drafts_.take(station_.id);
    show(left.fields);
    shown_ = left.shown;
    edited_ = left.isUnsent || !isSaving();
    if (shelf_)
        shelf_->remove({.form = u"settings"_s, .station = station_.id});
    presentAccess();
    presentButtons();
}

void StationSettings::fill()
{
    while (profile_->count() > highestProfile + 1)
        profile_->removeItem(highestProfile + 1);
    if (station_.securityProfile > highestProfile) // entered by the API: shown, and kept
        profile_->addItem(tr("Security profile %1").arg(station_.securityProfile), station_.securityProfile);
    shown_ = fieldsOf(station_);
    show(shown_);
    edited_ = false;
    complain({});
    presentAccess();
    presentButtons();
}

StationSettings::Fields StationSettings::fieldsOf(const store::Station &station)
{
    return {.description = station.description.trimmed(),
            .site = station.site.trimmed(),
            .registration = int(station.registration),
            // A password counts also where the profile says none.
            .profile = std::max(station.securityProfile, station.passwordHash.isEmpty() ? 0 : 1),
            .password = {},
            .timeout = station.callTimeoutSeconds,
            .isLocal = station.zonelessIsLocal,
            .suffix = station.tagSuffix.trimmed()};
}

void StationSettings::show(const Fields &fields)
{
    filling_ = true;
    description_->setText(fields.description);
    site_->setText(fields.site);
    choose(*registration_, fields.registration);
    choose(*profile_, fields.profile);
    password_->setText(fields.password);
    timeout_->setValue(fields.timeout);
    choose(*zone_, fields.isLocal);
    suffix_->setText(fields.suffix);
    filling_ = false;
}

StationSettings::Fields StationSettings::fields() const
{
    return {.description = description_->text().trimmed(),
            .site = site_->text().trimmed(),
            .registration = registration_->currentData().toInt(),
            .profile = profile_->currentData().toInt(),
            .password = password_->text(),
            .timeout = timeout_->value(),
            .isLocal = zone_->currentData().toBool(),
            .suffix = suffix_->text().trimmed()};
}

void StationSettings::noteEdit()
{
    if (filling_)
        return;
    edited_ = true;
    said_->clear();
    complain({});
    presentAccess();
    presentButtons();
}

void StationSettings::presentAccess()
{
    const bool hasPassword = !station_.passwordHash.isEmpty();
    const bool wantsPassword = profile_->currentData().toInt() > 0;
    password_->setEnabled(wantsPassword);
    password_->setPlaceholderText(!wantsPassword ? tr("none") : hasPassword ? tr("stays as it is") : tr("needed"));
    QString help;
    if (wantsPassword)
        help = tr("It must be typed into the charger, too. A connected station can be given a new one by its key "
                  "AuthorizationKey, under Configuration.");
    else if (hasPassword)
        help = tr("The password will be forgotten.");
    passwordHelp_->setText(help);
    passwordHelp_->setHidden(help.isEmpty());
}

void StationSettings::presentButtons()
{
    save_->setEnabled(edited_ && !isSaving());
    save_->setText(isSaving() ? tr("Saving…") : tr("Save"));
    revert_->setHidden(!edited_ || isSaving());
}

void StationSettings::complain(const QString &text, QWidget *field)
{
    complaint_->about(field).say(text);
}

/// The rest is what it is by now: somebody may have accepted the station while its description was typed.
void StationSettings::change(store::Station &station, const Fields &shown, const Fields &now)
{
    if (now.description != shown.description)
        station.description = now.description;
    if (now.site != shown.site)
        station.site = now.site;
    if (now.registration != shown.registration)
        station.registration = static_cast<Registration>(now.registration);
    if (now.profile != shown.profile)
        station.securityProfile = now.profile;
    if (now.timeout != shown.timeout)
        station.callTimeoutSeconds = now.timeout;
    if (now.isLocal != shown.isLocal)
        station.zonelessIsLocal = now.isLocal;
    if (now.suffix != shown.suffix)
        station.tagSuffix = now.suffix;
}

void StationSettings::save()
{
    if (!edited_ || isSaving())
        return;
    const Draft draft{.fields = fields(), .shown = shown_};
    const bool wantsPassword = draft.fields.profile > 0;
    const bool isOtherProof = draft.fields.profile != shown_.profile;
    const QString password = wantsPassword ? draft.fields.password : QString();
    if (wantsPassword && password.isEmpty() && station_.passwordHash.isEmpty()
        && (isOtherProof || station_.securityProfile > 0))
        return complain(
            tr("Without a password the station could not come in. %1").arg(passwordComplaint({}, station_.id)),
            password_);
    if (const QString complaint = password.isEmpty() ? QString() : passwordComplaint(password, station_.id);
        !complaint.isEmpty())
        return complain(complaint, password_);
    saving_.insert(station_.id);
    edited_ = false; // what is typed from now on is not in it
    presentButtons();
    const bool isForgotten = isOtherProof && !wantsPassword;
    if (password.isEmpty() && !isForgotten)
        return write(station_.id, draft, std::nullopt);
    hashedPassword(password)
        | answerTo(this, [this, id = station_.id, draft](const QString &hash) { write(id, draft, hash); });
}

/// Only what a person entered is written; a station that is gone meanwhile is not made anew.
void StationSettings::write(const QString &id, const Draft &draft, const std::optional<QString> &passwordHash)
{
    backend_.writer->submit([id, draft, passwordHash](store::Database &db) {
        store::Stations stations(db);
        const auto known = stations.find(id);
        if (!known)
            return std::optional<store::Station>();
        store::Station saved = *known;
        change(saved, draft.shown, draft.fields);
        if (passwordHash) {
            saved.passwordHash = *passwordHash;
            saved.securityProfile = draft.fields.profile;
        }
        stations.save(saved);
        return stations.find(id);
    }) | answerTo(this, [this, id, sent = draft.fields](const store::Outcome<std::optional<store::Station>> &outcome) {
        answer(id, sent, outcome);
    });
}

/// The answer may come late: another station may be shown by then, or more have been typed.
void StationSettings::answer(const QString &station, const Fields &sent,
                             const store::Outcome<std::optional<store::Station>> &outcome)
{
    saving_.remove(station);
    const DraftPlace place{.form = u"settings"_s, .station = station};
    if (station != station_.id) {
        if (outcome && !drafts_.value(station).isUnsent)
            drafts_.remove(station);
        else if (outcome)
            drafts_[station].shown = sent;
        if (!outcome && shelf_)
            shelf_->putAside(place, tr("the settings of %1 (not saved: %2)").arg(station, storeWords(outcome.error()).what));
        return;
    }
    edited_ = edited_ || !outcome;
    presentButtons();
    if (!outcome)
        return complain(storeWords(outcome.error()).sentence());
    station_ = outcome->value_or(station_);
    if (edited_)
        shown_ = sent;
    else
        fill();
    said_->setText(*outcome ? tr("Saved.") : tr("The station is gone."));
}

} // namespace ui
