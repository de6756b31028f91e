// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reservations/reservationform.h"

#include "store/clock.h"
#include "store/configuration.h"
#include "store/reader.h"
#include "store/stations.h"
#include "ui/commands/commandaction.h"
#include "ui/models/answerto.h"
#include "ui/text/statewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QJsonDocument>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVariant>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What a station says about reservations in its configuration.
struct Abilities {
    bool known = false;
    bool reserves = true;
    bool takesAny = true;
};

Abilities readAbilitiesOf(store::Database &db, const QString &station)
{
    store::Configuration configuration(db);
    const auto profiles = configuration.find(station, u"SupportedFeatureProfiles"_s);
    const auto any = configuration.find(station, u"ReserveConnectorZeroSupported"_s);
    Abilities abilities;
    abilities.known = profiles && profiles->value;
    abilities.reserves = !abilities.known || profiles->value->contains("Reservation"_L1, Qt::CaseInsensitive);
    abilities.takesAny =
        !abilities.known || (any && any->value && any->value->compare("true"_L1, Qt::CaseInsensitive) == 0);
    return abilities;
}

struct Offer {
    QString text;
    QVariant value;
};

/// Whether others are offered than before. If not, an open list keeps its place: only its words change.
bool offer(QComboBox &box, const QList<Offer> &offers)
{
    bool isOther = box.count() != offers.size();
    for (int i = 0; i < box.count() && !isOther; ++i)
        isOther = box.itemData(i) != offers.at(i).value;
    if (isOther)
        box.clear();
    for (int i = 0; i < offers.size(); ++i) {
        if (isOther)
            box.addItem(offers.at(i).text, offers.at(i).value);
        else if (box.itemText(i) != offers.at(i).text)
            box.setItemText(i, offers.at(i).text);
    }
    return isOther;
}

QDateTime minuteAfter(std::chrono::milliseconds time)
{
    const qint64 minute = 60'000;
    const qint64 at = (store::now() + time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch((at + minute - 1) / minute * minute);
}

} // namespace

ReservationForm::ReservationForm(const Backend &backend, QWidget *parent) : QWidget(parent), backend_(backend)
{
    setMinimumWidth(360);
    auto *title = new Label(tr("Reserve a connector"), TextSize::Section, Role::Text, this);
    auto *close = new QPushButton(icon(u"close"_s), {}, this);
    close->setAccessibleName(tr("Close the form"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    buildFields();
    reserve_ = new CommandAction(backend, tr("Reserve"), this);
    setButtonKind(reserve_->button(), ButtonKind::Primary);
    reserve_->button().setToolTip(tr("OCPP: %1").arg(u"ReserveNow"_s));
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().hide();
    show_ = new QPushButton(tr("Show the reservation"), this);
    setButtonKind(*show_, ButtonKind::Quiet);
    show_->hide();
    layout->addWidget(reserve_);
    layout->addWidget(complaint_);
    layout->addWidget(show_, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(close, &QPushButton::clicked, this, &ReservationForm::closeRequested);
    connect(reserve_, &CommandAction::requested, this, &ReservationForm::submit);
    connect(reserve_, &CommandAction::refused, this, &ReservationForm::complain);
    connect(reserve_, &CommandAction::ended, this, &ReservationForm::presentAnswer);
    connect(show_, &QPushButton::clicked, this, [this] { emit showRequested(acceptedAt_, accepted_); });
    presentGroup();
    settle();
}

Label *ReservationForm::addField(QGridLayout &form, const QString &title, QWidget *field, const QString &help)
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

void ReservationForm::buildFields()
{
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setColumnStretch(1, 1);
    station_ = new QComboBox(this);
    connector_ = new QComboBox(this);
    whom_ = new QComboBox(this);
    whom_->setEditable(true);
    whom_->setInsertPolicy(QComboBox::NoInsert);
    whom_->lineEdit()->setPlaceholderText(tr("a tag or a name"));
    for (QComboBox *box : {station_, connector_, whom_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    group_ = new QCheckBox(this);
    group_->setToolTip(tr("OCPP: %1").arg(u"parentIdTag"_s));
    until_ = new QDateTimeEdit(this);
    until_->setCalendarPopup(true);
    until_->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    stationRemark_ = addField(*form, tr("Station"), station_, tr("It keeps a connector free as soon as it agrees."));
    connectorComplaint_ = addField(*form, tr("Connector"), connector_, tr("Any: one stays free, whichever it is."));
    whomComplaint_ = addField(*form, tr("For"), whom_, tr("Only this tag may charge there until then. OCPP: idTag"));
    whom_->lineEdit()->setAccessibleName(tr("For"));
    form->addWidget(group_, form->rowCount(), 1);
    untilComplaint_ =
        addField(*form, tr("Until"), until_, tr("From then on the connector is free again. OCPP: expiryDate"));
    form->addWidget(buildShortcuts(), form->rowCount(), 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(form);
    connect(station_, &QComboBox::currentIndexChanged, this, [this] {
        takesAny_ = true;
        fillConnectors();
        readAbilities();
        clearComplaints();
    });
    connect(connector_, &QComboBox::currentIndexChanged, this, &ReservationForm::clearComplaints);
    connect(whom_, &QComboBox::currentTextChanged, this, [this] {
        presentGroup();
        clearComplaints();
    });
    connect(until_, &QDateTimeEdit::dateTimeChanged, this, &ReservationForm::clearComplaints);
}

QWidget *ReservationForm::buildShortcuts()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const auto &[text, name, time] :
         {std::tuple<QString, QString, std::chrono::minutes>{tr("30 min"), tr("Until in 30 minutes"), 30min},
          {tr("1 h"), tr("Until in 1 hour"), 1h},
          {tr("4 h"), tr("Until in 4 hours"), 4h},
          {tr("1 day"), tr("Until in 1 day"), 24h}}) {
        auto *button = new QPushButton(text, row);
        button->setAccessibleName(name);
        setButtonKind(*button, ButtonKind::Quiet);
        layout->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, span = time] { until_->setDateTime(minuteAfter(span)); });
    }
    layout->addStretch();
    return row;
}

void ReservationForm::begin(const store::Reservation &wish)
{
    reserve_->reset();
    accepted_ = 0;
    show_->hide();
    wantedConnector_ = wish.station.isEmpty() ? -1 : wish.connector;
    const int place = station_->findData(wish.station);
    station_->setCurrentIndex(place);
    fillConnectors();
    readAbilities();
    const int person = whom_->findData(wish.idTag);
    whom_->setCurrentIndex(wish.idTag.isEmpty() ? -1 : person);
    if (person < 0)
        whom_->setEditText(wish.idTag);
    group_->setChecked(!wish.parentIdTag.isEmpty());
    presentGroup();
    until_->setDateTime(minuteAfter(1h));
    clearComplaints();
    settle();
    (place < 0 ? station_ : whom_)->setFocus();
}

ReservationDraft ReservationForm::draft() const
{
    const QVariant connector = connector_->currentData();
    return {station(), wantedConnector_ >= 0 || !connector.isValid() ? wantedConnector_ : connector.toInt(),
            whom_->currentText().trimmed(), group_->isChecked(), until()};
}

void ReservationForm::resume(const ReservationDraft &draft)
{
    store::Reservation wish;
    wish.station = draft.station;
    wish.connector = draft.connector;
    begin(wish);
    whom_->setEditText(draft.whom);
    group_->setChecked(draft.isForGroup);
    until_->setDateTime(QDateTime::fromMSecsSinceEpoch(draft.until.time_since_epoch().count()));
    begun_.reset();
}

bool ReservationForm::isEdited() const
{
    if (!begun_)
        return true;
    const ReservationDraft now = draft();
    // A station with one connector has it chosen by itself.
    const bool isOtherConnector = begun_->connector >= 0 && now.connector != begun_->connector;
    return now.station != begun_->station || isOtherConnector || now.whom != begun_->whom
           || now.isForGroup != begun_->isForGroup || now.until != begun_->until;
}

void ReservationForm::setKnown(const QList<ReservablePlace> &places, const QList<store::IdTag> &tags)
{
    if (places != places_) {
        places_ = places;
        fillStations();
        fillConnectors();
    }
    const bool sameTags = std::ranges::equal(tags, tags_, [](const store::IdTag &a, const store::IdTag &b) {
        return a.tag == b.tag && a.name == b.name && a.parentIdTag == b.parentIdTag;
    });
    if (sameTags)
        return;
    tags_ = tags;
    const QSignalBlocker quiet(whom_);
    const QString typed = whom_->currentText();
    whom_->clear();
    for (const store::IdTag &tag : tags)
        whom_->addItem(tag.name.isEmpty() ? tag.tag : u"%1 · %2"_s.arg(tag.name, tag.tag), tag.tag);
    whom_->setCurrentIndex(whom_->findText(typed));
    whom_->setEditText(typed);
    whom_->completer()->setFilterMode(Qt::MatchContains);
    whom_->completer()->setCompletionMode(QCompleter::PopupCompletion);
}

void ReservationForm::fillStations()
{
    const QSignalBlocker quiet(station_);
    const QString chosen = station();
    QList<Offer> offers;
    for (const ReservablePlace &place : std::as_const(places_)) {
        const QString name =
            place.description.isEmpty() ? place.station : u"%1 · %2"_s.arg(place.station, place.description);
        offers.append({place.online ? name : tr("%1 (offline)").arg(name), place.station});
    }
    if (offer(*station_, offers))
        station_->setCurrentIndex(station_->findData(chosen));
}

void ReservationForm::fillConnectors()
{
    const QSignalBlocker quiet(connector_);
    const int chosen = wantedConnector_ >= 0 ? wantedConnector_ : connector_->currentData().toInt();
    const bool wasChosen = wantedConnector_ >= 0 || connector_->currentIndex() >= 0;
    const auto place = std::ranges::find(places_, station(), &ReservablePlace::station);
    if (place == places_.cend())
        return connector_->clear();
    QList<Offer> offers;
    if (takesAny_)
        offers.append({tr("Any"), 0});
    for (const ReservablePlace::Plug &plug : place->plugs)
        offers.append(
            {u"%1 · %2"_s.arg(plug.connector).arg(connectorState(plug.status, place->online).word), plug.connector});
    (void)offer(*connector_, offers);
    connector_->setCurrentIndex(wasChosen ? connector_->findData(chosen) : connector_->count() == 1 ? 0 : -1);
    if (connector_->currentIndex() >= 0)
        wantedConnector_ = -1;
}

void ReservationForm::readAbilities()
{
    stationRemark_->say({});
    if (station().isEmpty())
        return;
    backend_.reader->read([id = station()](store::Database &db) { return readAbilitiesOf(db, id); })
        | answerTo(this, [this, id = station()](const store::Outcome<Abilities> &abilities) {
              if (!abilities || id != station())
                  return;
              takesAny_ = abilities->takesAny;
              fillConnectors();
              stationRemark_->say(abilities->reserves ? QString()
                                                      : tr("By its configuration this station has no reservations."));
          });
}

QString ReservationForm::station() const
{
    return station_->currentData().toString();
}

/// What is typed may be a tag, a name, or one of the list.
std::optional<store::IdTag> ReservationForm::tag() const
{
    const QString typed = whom_->currentText().trimmed();
    const int listed = whom_->findText(typed);
    const QString wanted = listed >= 0 ? whom_->itemData(listed).toString() : typed;
    if (wanted.isEmpty())
        return std::nullopt;
    if (const auto tag = std::ranges::find(tags_, store::folded(wanted), &store::IdTag::tagKey); tag != tags_.cend())
        return *tag;
    const auto isOfThem = [&wanted](const store::IdTag &tag) {
        return tag.name.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    const auto tag = std::ranges::find_if(tags_, isOfThem);
    // Of several cards of one person nobody knows which: that is refused.
    return std::ranges::count_if(tags_, isOfThem) == 1 ? std::optional(*tag) : std::nullopt;
}

void ReservationForm::presentGroup()
{
    const auto known = tag();
    const QString parent = known ? known->parentIdTag : QString();
    group_->setText(tr("Others of the group %1 may use it, too").arg(parent));
    group_->setHidden(parent.isEmpty());
}

ocpp::Timestamp ReservationForm::until() const
{
    return ocpp::Timestamp(std::chrono::milliseconds(until_->dateTime().toMSecsSinceEpoch()));
}

void ReservationForm::clearComplaints()
{
    for (Label *label : {connectorComplaint_, whomComplaint_, untilComplaint_, complaint_})
        label->say({});
}

bool ReservationForm::check()
{
    clearComplaints();
    const bool noPlace = connector_->currentIndex() < 0;
    const bool nobody = whom_->currentText().trimmed().isEmpty();
    const bool isOver = until() <= store::now();
    if (noPlace)
        connectorComplaint_->say(station().isEmpty() ? tr("Choose a station first.") : tr("Choose a connector."));
    if (nobody)
        whomComplaint_->say(tr("Say for whom: choose a tag, or type the name."));
    if (isOver)
        untilComplaint_->say(tr("This is over already. Choose a later time."));
    return !noPlace && !nobody && !isOver;
}

void ReservationForm::submit()
{
    if (!check())
        return;
    show_->hide();
    const auto known = tag();
    QJsonObject payload{{u"connectorId"_s, connector_->currentData().toInt()},
                        {u"expiryDate"_s, ocpp::formatTimestamp(until())},
                        {u"idTag"_s, known ? known->tag : whom_->currentText().trimmed()}};
    if (known && !known->parentIdTag.isEmpty() && group_->isChecked())
        payload.insert(u"parentIdTag"_s, known->parentIdTag);
    // A station that comes back when all is over is not asked any more.
    const auto left = std::chrono::ceil<std::chrono::seconds>(until() - store::now());
    reserve_->send({.station = station(),
                    .action = u"ReserveNow"_s,
                    .payload = payload,
                    .origin = u"window"_s,
                    .expiresIn = left});
    settle(); // it is on its way
}

void ReservationForm::complain(const QString &path, const QString &words)
{
    begun_.reset();
    if (path == "/idTag"_L1)
        whomComplaint_->say(words);
    else if (path == "/expiryDate"_L1)
        untilComplaint_->say(words);
    else if (!path.isEmpty()) // else it stands below the button
        complaint_->say(words);
}

void ReservationForm::presentAnswer(const store::Command &command)
{
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    accepted_ = payload.value("reservationId"_L1).toInt();
    acceptedAt_ = command.station;
    const bool isAccepted = command.state == store::CommandState::Accepted;
    show_->setVisible(isAccepted);
    if (!isAccepted)
        begun_.reset();
}

} // namespace ui
