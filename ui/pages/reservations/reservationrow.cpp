// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reservations/reservationrow.h"

#include "store/clock.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::ReservationState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::ReservationRow)
};

struct Look {
    ReservationState state;
    Mark mark;
    const char *word;
};

constexpr std::array looks{
    Look{ReservationState::Active, {Shape::Clock, Role::Reserved}, QT_TRANSLATE_NOOP("ui::ReservationRow", "Active")},
    Look{ReservationState::Used, {Shape::Bolt, Role::Accent}, QT_TRANSLATE_NOOP("ui::ReservationRow", "Used")},
    Look{ReservationState::Cancelled, {Shape::Cross, Role::Inactive},
         QT_TRANSLATE_NOOP("ui::ReservationRow", "Cancelled")},
    Look{ReservationState::Expired, {Shape::Bar, Role::Inactive}, QT_TRANSLATE_NOOP("ui::ReservationRow", "Expired")},
    Look{ReservationState::Ended, {Shape::Triangle, Role::Caution},
         QT_TRANSLATE_NOOP("ui::ReservationRow", "Ended early")},
};

/// "43 min left"; in the last minutes to the second.
QString leftText(std::chrono::milliseconds left)
{
    if (left >= 10min || left < 1min)
        return Words::tr("%1 left").arg(format::duration(left));
    return format::unbroken(Words::tr("%1 min %2 s left").arg(left / 1min).arg(left % 1min / 1s));
}

QString endedText(const QString &reason)
{
    if (reason == "replaced"_L1)
        return Words::tr("Replaced by another");
    if (reason == "Faulted"_L1)
        return Words::tr("The connector failed");
    if (reason == "notAtStation"_L1)
        return Words::tr("The station has it no more");
    if (reason.startsWith("notTakenAgain"_L1))
        return Words::tr("Asked again after a restart, the station refused it (%1)").arg(reason.section(u':', 1));
    return reason == "Unavailable"_L1 ? Words::tr("Put out of service") : reason;
}

QString stateText(const ReservationRow &row)
{
    return row.state(store::now()).word;
}

MarkedTexts stateMarks(const ReservationRow &row)
{
    const StateWord state = row.state(store::now());
    return {{state.mark, state.word}};
}

QString summaryText(const ReservationRow &row)
{
    return row.summary(store::now());
}

QString stationText(const ReservationRow &row)
{
    return row.reservation.station;
}

QString connectorText(const ReservationRow &row)
{
    return row.connectorText();
}

QVariant connectorSortKey(const ReservationRow &row)
{
    return row.reservation.connector;
}

QString whomText(const ReservationRow &row)
{
    return row.person.isEmpty() ? row.reservation.idTag : u"%1 · %2"_s.arg(row.person, row.reservation.idTag);
}

QString whomTooltip(const ReservationRow &row)
{
    return row.reservation.parentIdTag.isEmpty() ? whomText(row)
                                                 : Words::tr("%1\nOthers of the group %2 may use it, too")
                                                       .arg(whomText(row), row.reservation.parentIdTag);
}

QString fromText(const ReservationRow &row)
{
    return format::moment(row.reservation.created, store::now());
}

QString fromTooltip(const ReservationRow &row)
{
    return format::utc(row.reservation.created);
}

QVariant fromSortKey(const ReservationRow &row)
{
    return qint64(row.reservation.created.time_since_epoch().count());
}

QString untilText(const ReservationRow &row)
{
    return format::moment(row.end(), store::now());
}

QString untilTooltip(const ReservationRow &row)
{
    return format::utc(row.end());
}

QVariant untilSortKey(const ReservationRow &row)
{
    return qint64(row.end().time_since_epoch().count());
}

QString outcomeText(const ReservationRow &row)
{
    return row.outcome(store::now());
}

constexpr int statePlace = 0;
constexpr int fromPlace = 4;
constexpr int outcomePlace = 6;

constexpr std::array table{
    Column<ReservationRow>{.title = QT_TRANSLATE_NOOP("ui::ReservationRow", "State"),
                           .text = stateText,
                           .width = 128,
                           .narrowWidth = 120,
                           .tooltip = summaryText,
                           .marks = stateMarks},
    Column<ReservationRow>{.title = QT_TRANSLATE_NOOP("ui::ReservationRow", "Station"),
                           .text = stationText,
                           .width = 120,
                           .narrowWidth = 96,
                           .strong = true},
    Column<ReservationRow>{.title = QT_TRANSLATE_NOOP("ui::ReservationRow", "Connector"),
                           .text = connectorText,
                           .width = 96,
                           .narrowWidth = 0,
                           .sortKey = connectorSortKey},
    Column<ReservationRow>{
        .title = QT_TRANSLATE_NOOP("ui::ReservationRow", "For"), .text = whomText, .width = 0, .tooltip = whomTooltip},
    Column<ReservationRow>{.title = QT_TRANSLATE_NOOP("ui::ReservationRow", "From"),
                           .text = fromText,
                           .width = 152,
                           .narrowWidth = 0,
                           .tooltip = fromTooltip,
                           .sortKey = fromSortKey},
    Column<ReservationRow>{.title = QT_TRANSLATE_NOOP("ui::ReservationRow", "Until"),
                           .text = untilText,
                           .width = 152,
                           .narrowWidth = 152,
                           .tooltip = untilTooltip,
                           .sortKey = untilSortKey},
    Column<ReservationRow>{.title = QT_TRANSLATE_NOOP("ui::ReservationRow", "Outcome"),
                           .text = outcomeText,
                           .width = 160,
                           .narrowWidth = 0},
};
static_assert(table[statePlace].text == stateText && table[fromPlace].text == fromText
              && table[outcomePlace].text == outcomeText);

} // namespace

ReservationState ReservationRow::status(ocpp::Timestamp now) const
{
    const bool isOver = reservation.status == ReservationState::Active && reservation.expiryDate <= now;
    return isOver ? ReservationState::Expired : reservation.status;
}

bool ReservationRow::isActive(ocpp::Timestamp now) const
{
    return status(now) == ReservationState::Active;
}

StateWord ReservationRow::state(ocpp::Timestamp now) const
{
    const auto look = std::ranges::find(looks, status(now), &Look::state);
    return {look->mark, Words::tr(look->word), toString(look->state)};
}

ocpp::Timestamp ReservationRow::end() const
{
    return reservation.ended.value_or(reservation.expiryDate);
}

QString ReservationRow::whom() const
{
    return person.isEmpty() ? reservation.idTag : person;
}

QString ReservationRow::connectorText() const
{
    return reservation.connector == 0 ? Words::tr("any") : QString::number(reservation.connector);
}

QString ReservationRow::outcome(ocpp::Timestamp now) const
{
    switch (status(now)) {
    case ReservationState::Active: return leftText(reservation.expiryDate - now);
    case ReservationState::Used:
        return reservation.transactionId ? Words::tr("Session %1").arg(*reservation.transactionId) : QString();
    case ReservationState::Cancelled: return {};
    case ReservationState::Expired: return Words::tr("Nobody came");
    case ReservationState::Ended: break;
    }
    return endedText(reservation.reason);
}

QString ReservationRow::summary(ocpp::Timestamp now) const
{
    const QString place =
        reservation.connector == 0
            ? Words::tr("%1, any connector").arg(reservation.station)
            : Words::tr("%1, connector %2").arg(reservation.station, QString::number(reservation.connector));
    QStringList parts{
        place, whom(),
        Words::tr("%1 to %2", "time").arg(format::moment(reservation.created, now), format::moment(end(), now)),
        state(now).word, outcome(now)};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

std::span<const Column<ReservationRow>> reservationColumns()
{
    return table;
}

int reservationStateColumn()
{
    return statePlace;
}

int reservationFromColumn()
{
    return fromPlace;
}

int reservationOutcomeColumn()
{
    return outcomePlace;
}

} // namespace ui
