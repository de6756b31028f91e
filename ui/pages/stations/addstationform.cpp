// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/addstationform.h"

#include "store/clock.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/pages/stations/stationpassword.h"
#include "ui/text/stationaddress.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

} // namespace

AddStationForm::AddStationForm(const Backend &backend, QWidget *parent) : QWidget(parent), backend_(backend)
{
    setMinimumWidth(360);
    auto *title = new Label(tr("Add a station"), TextSize::Section, Role::Text, this);
    auto *close = new QPushButton(icon(u"close"_s), {}, this);
    close->setAccessibleName(tr("Close without adding"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 8, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    buildFields();
    layout->addStretch();
    connect(close, &QPushButton::clicked, this, &AddStationForm::closeRequested);
}

void AddStationForm::buildFields()
{
    id_ = new QLineEdit(this);
    id_->setMaxLength(store::longestStationId);
    id_->setPlaceholderText(u"CP01"_s);
    description_ = new QLineEdit(this);
    description_->setPlaceholderText(tr("Car park, left of the door"));
    password_ = new QLineEdit(this);
    password_->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    password_->setMaxLength(longestPassword);
    password_->setPlaceholderText(tr("none"));
    address_ = new Label({}, TextSize::Caption, Role::Muted, this);
    address_->wrapping().selectable();
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().hide();
    add_ = new QPushButton(tr("Add"), this);
    setButtonKind(*add_, ButtonKind::Primary);
    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(12);
    fields->setVerticalSpacing(8);
    for (const auto &[text, edit, help] :
         {std::tuple{tr("Name"), id_, tr("As it is typed into the charger; capital and small letters are the same.")},
          std::tuple{tr("Description"), description_, tr("What you call it.")},
          std::tuple{tr("Password"), password_, tr("16 to 20 characters; the station must give it (security profile 1).")}}) {
        auto *label = new Label(text, TextSize::Body, Role::Muted, this);
        label->setMinimumHeight(32);
        label->setBuddy(edit);
        edit->setAccessibleName(text);
        edit->setToolTip(help);
        fields->addRow(label, edit);
        connect(edit, &QLineEdit::returnPressed, this, &AddStationForm::submit);
    }
    auto *layout = static_cast<QVBoxLayout *>(this->layout());
    layout->addLayout(fields);
    layout->addWidget(address_);
    layout->addWidget(complaint_);
    layout->addWidget(add_, 0, Qt::AlignLeft);
    connect(add_, &QPushButton::clicked, this, &AddStationForm::submit);
    const auto presentAddress = [this] {
        address_->setText(tr("Address for the charger: %1").arg(stationAddress(currentAddress(backend_), id_->text().trimmed())));
    };
    connect(id_, &QLineEdit::textChanged, this, presentAddress);
    presentAddress();
}

void AddStationForm::begin()
{
    complain({});
    id_->setFocus();
}

void AddStationForm::clear()
{
    for (QLineEdit *edit : {id_, description_, password_})
        edit->clear();
    complain({});
}

std::optional<QString> AddStationForm::draft() const
{
    const bool isEmpty = id_->text().isEmpty() && description_->text().isEmpty() && password_->text().isEmpty();
    return isEmpty ? std::nullopt : std::optional(id_->text().trimmed());
}

void AddStationForm::complain(const QString &text, QWidget *field)
{
    complaint_->about(field).say(text);
    add_->setEnabled(true);
}

void AddStationForm::submit()
{
    if (!add_->isEnabled())
        return; // Return pressed twice is one station
    if (id_->text().trimmed().isEmpty()) {
        complain(tr("The station needs a name: the last part of the address in the charger."), id_);
        return;
    }
    const QString complaint =
        password_->text().isEmpty() ? QString() : passwordComplaint(password_->text(), id_->text());
    if (!complaint.isEmpty()) {
        complain(tr("%1 Leave it empty for none.").arg(complaint), password_);
        return;
    }
    add_->setEnabled(false);
    store::Station station; // as it was checked: somebody may type on meanwhile
    station.id = id_->text().trimmed();
    station.description = description_->text().trimmed();
    station.created = store::now();
    hashedPassword(password_->text()) | answerTo(this, [this, station](const QString &hash) {
        store::Station proven = station;
        proven.passwordHash = hash;
        proven.securityProfile = hash.isEmpty() ? 0 : 1;
        save(proven);
    });
}

void AddStationForm::save(const store::Station &station)
{
    backend_.writer->submit([station](store::Database &db) {
        store::Stations stations(db);
        if (stations.find(station.id))
            return false;
        stations.save(station);
        return true;
    }) | answerTo(this, [this, id = station.id](const store::Outcome<bool> &outcome) {
        if (!outcome)
            complain(storeWords(outcome.error()).sentence());
        else if (!*outcome)
            complain(tr("There is a station of this name already."), id_);
        else {
            if (id_->text().trimmed() == id)
                clear();
            else
                complain({}); // the next one is being typed
            emit added(id);
        }
    });
}

} // namespace ui
