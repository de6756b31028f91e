// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/overviewfacts.h"

#include "store/energy.h"
#include "store/metervalues.h"
#include "ui/models/sessionenergy.h"

#include <QDateTime>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// By the readings before midnight, derived as the session's own energy is: a register may have begun anew by then.
/// Nothing measured then counts as nothing delivered then.
double deliveredBefore(store::Database &db, const store::Transaction &session, ocpp::Timestamp midnight)
{
    store::EnergyEvidence evidence;
    evidence.start = {session.startedAt, double(session.meterStartWh)};
    for (const store::MeterValue &value : store::MeterValues(db).ofTransaction(session)) {
        if (value.time < midnight && value.energyWh)
            evidence.readings.append({value.time, *value.energyWh});
    }
    const double wh = store::deriveEnergy(evidence).wh.value_or(0);
    return session.energyWh ? std::min(wh, *session.energyWh) : wh;
}

DayBooks readBooks(store::Database &db, const Site &site, ocpp::Timestamp midnight)
{
    DayBooks books;
    books.midnight = midnight;
    books.known = true;
    for (const store::Transaction &session :
         db.rows<store::Transaction>(u"WHERE stopped_at >= ? OR (stopped_at IS NULL AND closed_by <> '' "
                                     "AND stop_received >= ?)"_s,
                                     {midnight, midnight})) {
        const double before = session.began < midnight ? deliveredBefore(db, session, midnight) : 0;
        books.closedWh += std::max(0.0, session.energyWh.value_or(0) - before);
    }
    for (const QList<store::Transaction> &sessions : site.open) {
        for (const store::Transaction &session : sessions) {
            if (session.began < midnight)
                books.beforeMidnightWh.insert(session.id, deliveredBefore(db, session, midnight));
        }
    }
    return books;
}

const store::Transaction *sessionOn(const QList<store::Transaction> &sessions, int connector)
{
    const auto session = std::ranges::find(sessions, connector, &store::Transaction::connector);
    return session == sessions.end() ? nullptr : &*session;
}

bool isCarCharging(const QString &status)
{
    return status == "Charging"_L1 || status == "SuspendedEV"_L1 || status == "SuspendedEVSE"_L1;
}

/// Free again since it began: it is over, though its end is still to be told.
bool isOver(const store::Transaction &session, const store::Connector &connector)
{
    return connector.status == "Available"_L1 && connector.received && *connector.received > session.startReceived
           && connector.powerW.value_or(0) <= 0;
}

QString personOf(store::Database &db, const QString &idTag)
{
    const auto tag = idTag.isEmpty() ? std::nullopt : store::IdTags(db).find(idTag);
    return tag && !tag->name.isEmpty() ? tag->name : idTag;
}

void addConnector(store::Database &db, const Site &site, const store::Connector &connector, const Watch &watch,
                  Overview &overview)
{
    if (connector.connector == 0)
        return; // the main meter counts what the plugs count
    ++overview.figures.connectors;
    overview.figures.powerW += connector.powerW.value_or(0);
    if (connector.status == "Charging"_L1)
        ++overview.figures.charging;
    const store::Transaction *session = sessionOn(site.open.value(connector.station), connector.connector);
    if (session && (isOver(*session, connector) || isEndless(site, *session, watch)))
        session = nullptr; // an endless one is among what needs attention
    if (!session && !isCarCharging(connector.status))
        return;
    ChargingRow row;
    row.station = connector.station;
    row.connector = connector.connector;
    row.status = connector.status;
    row.powerW = connector.powerW;
    if (session) {
        row.transaction = session->id;
        row.idTag = session->idTag;
        row.person = personOf(db, session->idTag);
        row.since = session->startedAt;
        row.energyWh = energySoFar(db, *session, &connector);
    }
    overview.charging.append(row);
}

double energyToday(store::Database &db, const Site &site, const DayBooks &books)
{
    double wh = books.closedWh;
    for (const QList<store::Transaction> &sessions : site.open) {
        for (const store::Transaction &session : sessions) {
            const double soFar = energySoFar(db, session, site.find(session.station, session.connector)).value_or(0);
            wh += std::max(0.0, soFar - books.beforeMidnightWh.value(session.id));
        }
    }
    return wh;
}

} // namespace

Overview readOverview(store::Database &db, const Watch &watch, DayBooks books)
{
    const Site site = readSite(db);
    Overview overview;
    overview.figures.stations = int(site.stations.size());
    for (const store::Station &station : site.stations) {
        if (!station.online)
            continue;
        ++overview.figures.online;
        for (const store::Connector &connector : site.connectors.value(station.id))
            addConnector(db, site, connector, watch, overview);
    }
    const ocpp::Timestamp midnight = midnightBefore(watch.now);
    overview.books = books.known && books.midnight == midnight ? std::move(books) : readBooks(db, site, midnight);
    overview.figures.energyTodayWh = energyToday(db, site, overview.books);
    overview.attention = findAttention(db, site, watch);
    return overview;
}

ocpp::Timestamp midnightBefore(ocpp::Timestamp time)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count()).date();
    return ocpp::Timestamp(std::chrono::milliseconds(day.startOfDay().toMSecsSinceEpoch()));
}

} // namespace ui
