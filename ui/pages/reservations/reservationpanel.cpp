// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reservations/reservationpanel.h"

#include "store/clock.h"
#include "ui/commands/commandaction.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/factlist.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;

ReservationPanel::ReservationPanel(const Backend &backend, QWidget *parent) : QWidget(parent)
{
    setMinimumWidth(360);
    facts_ = new FactList(
        {tr("For"), tr("Tag"), tr("Group"), tr("From"), tr("Until"), tr("Over"), tr("Session"), tr("Number")}, this);
    facts_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    cancel_ = new CommandAction(backend, tr("Cancel the reservation"), this);
    cancel_->button().setToolTip(tr("OCPP: %1").arg(u"CancelReservation"_s));
    again_ = new QPushButton(icon(u"reservation"_s), tr("Reserve again…"), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(buildHeader());
    layout->addWidget(facts_);
    layout->addWidget(cancel_);
    layout->addWidget(again_, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(cancel_, &CommandAction::requested, this, &ReservationPanel::cancel);
    connect(again_, &QPushButton::clicked, this, [this] { emit againRequested(row_->reservation); });
}

QWidget *ReservationPanel::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    title_->selectable();
    mark_ = new MarkView(header);
    state_ = new Label({}, TextSize::Body, Role::Muted, header);
    auto *station = new QPushButton(icon(u"station"_s), {}, header);
    station->setAccessibleName(tr("Show the station"));
    station->setToolTip(tr("Show the station"));
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    for (QPushButton *button : {station, close})
        setButtonKind(*button, ButtonKind::Quiet);
    auto *stateRow = new QHBoxLayout;
    stateRow->setSpacing(6);
    stateRow->addWidget(mark_);
    stateRow->addWidget(state_, 1);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(4);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(station, 0, 1, Qt::AlignTop);
    layout->addWidget(close, 0, 2, Qt::AlignTop);
    layout->addLayout(stateRow, 1, 0, 1, 3);
    connect(station, &QPushButton::clicked, this, [this] { emit stationRequested(row_->reservation.station); });
    connect(close, &QPushButton::clicked, this, &ReservationPanel::closeRequested);
    return header;
}

void ReservationPanel::present(const ReservationRow &row)
{
    if (row.key() != key())
        cancel_->reset();
    row_ = row;
    fill();
}

void ReservationPanel::tick()
{
    if (row_)
        fill();
}

void ReservationPanel::fill()
{
    const ocpp::Timestamp now = store::now();
    const store::Reservation &reservation = row_->reservation;
    const StateWord state = row_->state(now);
    const QString outcome = row_->outcome(now);
    const bool isActive = row_->isActive(now);
    title_->setText(reservation.connector == 0
                        ? tr("%1, any connector").arg(reservation.station)
                        : tr("%1, connector %2").arg(reservation.station, QString::number(reservation.connector)));
    mark_->present(state.mark, state.word);
    state_->setText(outcome.isEmpty() ? state.word : tr("%1. %2", "state, what came of it").arg(state.word, outcome));
    facts_->present({row_->person, reservation.idTag, reservation.parentIdTag, format::dateTime(reservation.created),
                     format::dateTime(reservation.expiryDate), isActive ? QString() : format::dateTime(row_->end()),
                     reservation.transactionId ? QString::number(*reservation.transactionId) : QString(),
                     QString::number(reservation.reservationId)},
                    {{},
                     tr("OCPP: %1").arg(u"idTag"_s),
                     tr("OCPP: %1").arg(u"parentIdTag"_s),
                     format::utc(reservation.created),
                     format::utc(reservation.expiryDate),
                     format::utc(row_->end()),
                     {},
                     tr("OCPP: %1").arg(u"reservationId"_s)});
    cancel_->button().setVisible(isActive);
    again_->setHidden(isActive);
}

void ReservationPanel::cancel()
{
    cancel_->send({.station = row_->reservation.station,
                   .action = u"CancelReservation"_s,
                   .payload = {{u"reservationId"_s, row_->reservation.reservationId}},
                   .origin = u"window"_s,
                   .expiresIn = {}});
}

} // namespace ui
