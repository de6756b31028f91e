// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sampleplans.h"

#include "store/clock.h"
#include "store/locallistplan.h"
#include "store/reconciliations.h"
#include "store/reservations.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::LocalListEntry;
using store::LocalLists;
using store::ReconciliationState;
using store::Reservation;
using store::ReservationState;

namespace sampleplans {
namespace {

/// The station has what it shall have, as its seventh version.
void bringInStep(store::Database &db, const QString &station)
{
    const store::LocalListPlan plan = store::planLocalList(db, station, store::now());
    ocpp::SendLocalList::Request update;
    update.listVersion = 7;
    update.updateType = ocpp::UpdateType::Full;
    for (const LocalListEntry &entry : plan.desired)
        update.localAuthorizationList.append(onTheWire(entry));
    LocalLists(db).commit(station, update, store::now() - 3h);
}

void stand(store::Database &db, const QString &station, ReconciliationState state, const QString &reason = {},
           std::optional<std::chrono::minutes> nextTry = {})
{
    store::Reconciliations rows(db);
    store::Reconciliation row = rows.find(station, LocalLists::topic);
    row.state = state;
    row.difference = store::planLocalList(db, station, store::now()).drift();
    row.reason = reason;
    row.attempts = nextTry ? 3 : 0;
    if (nextTry)
        row.nextTry = store::now() + *nextTry;
    rows.save(row, store::now());
}

void shareList(store::Database &db, const QString &name, const QStringList &stations)
{
    for (const QString &station : stations)
        LocalLists(db).share(station, *LocalLists(db).find(name), store::now());
}

QList<LocalListEntry> tenants(ocpp::Timestamp guestsEnd)
{
    QList<LocalListEntry> entries;
    for (const QString &tag : {u"0491B7A2D4C180"_s, u"04A2B7C91E6680"_s, u"04C0FFEE11AA80"_s, u"04D1193A22B480"_s})
        entries.append({.tag = tag, .parentIdTag = u"HOUSE-12"_s});
    entries.append({.tag = u"0487E2B3915480"_s, .status = u"Blocked"_s});
    entries.append({.tag = u"041B77E0C39880"_s, .expiryDate = guestsEnd});
    return entries;
}

void addLists(store::Database &db)
{
    LocalLists lists(db);
    store::LocalList everybody;
    everybody.name = u"Everybody"_s;
    lists.save(everybody, {}, store::now() - 90h);
    store::LocalList house;
    house.name = u"Tenants of house 12"_s;
    house.source = store::LocalListSource::Entries;
    const ocpp::Timestamp guestsEnd = store::now() + 40 * 24h;
    lists.save(house, tenants(guestsEnd), store::now() - 20h);
    shareList(db, u"Everybody"_s, {u"CP03"_s, u"CP04"_s, u"CP05"_s, u"CP08"_s});
    shareList(db, house.name, {u"CP09"_s, u"CP10"_s, u"CP11"_s, u"CP14"_s});
    for (const QString &station : {u"CP03"_s, u"CP04"_s, u"CP05"_s, u"CP09"_s, u"CP10"_s, u"CP14"_s})
        bringInStep(db, station);
    store::LocalList own;
    own.source = store::LocalListSource::Entries;
    lists.own(u"CP13"_s, own, {{.tag = u"04590DD1E8A280"_s}}, store::now() - 2h);
    QList<LocalListEntry> fewer = tenants(guestsEnd); // since then one is new, one has another group, one is gone
    fewer.removeFirst();
    fewer[0].parentIdTag = u"HOUSE-14"_s;
    fewer.append({.tag = u"04E7331BB02980"_s, .parentIdTag = u"HOUSE-12"_s});
    lists.save(house, fewer, store::now() - 8min);
}

void addStandings(store::Database &db)
{
    for (const QString &station : {u"CP03"_s, u"CP04"_s, u"CP05"_s})
        stand(db, station, ReconciliationState::InSync);
    stand(
        db, u"CP08"_s, ReconciliationState::GaveUp,
        u"The station has no local list: its SupportedFeatureProfiles are without LocalAuthListManagement. Take its list "
        "away, or let its firmware be updated."_s);
    stand(db, u"CP09"_s, ReconciliationState::Waiting, u"SendLocalList: the station answered \"Failed\"."_s, 25min);
    stand(db, u"CP10"_s, ReconciliationState::Waiting);
    store::Reconciliations(db).setPaused(u"CP10"_s, LocalLists::topic, true, store::now());
    stand(db, u"CP11"_s, ReconciliationState::Working);
    stand(db, u"CP14"_s, ReconciliationState::Working, u"Entries differ: 3."_s);
    stand(db, u"CP13"_s, ReconciliationState::Working);
}

struct Span {
    std::chrono::minutes from;
    std::chrono::minutes until;
};

void reserve(store::Database &db, const QString &station, int connector, const QString &tag, const Span &span,
             ReservationState state = ReservationState::Active, std::optional<std::chrono::minutes> ended = {})
{
    static int number = 0;
    Reservation reservation;
    reservation.station = station;
    reservation.reservationId = ++number;
    reservation.connector = connector;
    reservation.idTag = tag;
    reservation.created = store::now() + span.from;
    reservation.expiryDate = store::now() + span.until;
    reservation.status = state;
    reservation.reason = state == ReservationState::Ended ? u"Faulted"_s : QString();
    if (ended)
        reservation.ended = store::now() + *ended;
    if (state == ReservationState::Used)
        reservation.transactionId = 1;
    store::Reservations(db).begin(reservation);
}

void addReservations(store::Database &db)
{
    reserve(db, u"CP09"_s, 1, u"04A2B7C91E6680"_s, {-40min, 80min});
    reserve(db, u"CP09"_s, 2, u"041B77E0C39880"_s, {-12min, 34min});
    reserve(db, u"CP12"_s, 2, u"0487E2B3915480"_s, {-25min, 170min});
    reserve(db, u"CP12"_s, 0, u"04D1193A22B480"_s, {-15min, 52min});
    reserve(db, u"CP10"_s, 1, u"04C81F5AD27780"_s, {-55min, 305min});
    reserve(db, u"CP12"_s, 0, u"04D1193A22B481"_s, {-110min, 30min}, ReservationState::Cancelled, -55min);
    reserve(db, u"CP09"_s, 1, u"04C81F5AD27780"_s, {-170min, -20min}, ReservationState::Used, -95min);
    reserve(db, u"CP10"_s, 2, u"0487E2B3915480"_s, {-175min, -115min}, ReservationState::Expired, -115min);
    reserve(db, u"CP13"_s, 1, u"041B77E0C39880"_s, {-150min, 60min}, ReservationState::Ended, -70min);
}

} // namespace

void fill(store::Database &db)
{
    addLists(db);
    addStandings(db);
    addReservations(db);
}

} // namespace sampleplans
