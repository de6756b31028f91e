// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samplebook.h"

#include "store/clock.h"
#include "store/connectors.h"
#include "store/contracts.h"
#include "store/metervalues.h"

#include <array>
#include <cmath>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace samplebook {
namespace {

struct Person {
    const char *tag;
    const char *name;
    const char *group;
};

constexpr std::array people{
    Person{"STAFF", "Everybody who works here", ""},
    Person{"04A2B7C91E6680", "Anna Berg", "STAFF"},
    Person{"04C81F5AD27780", "Jonas Lindqvist", "STAFF"},
    Person{"0487E2B3915480", "Maria Oliveira", "STAFF"},
    Person{"04D1193A22B480", "Delivery van 3", "VANS"},
    Person{"04D1193A22B481", "Delivery van 4", "VANS"},
    Person{"VANS", "Delivery vans", ""},
    Person{"041B77E0C39880", "Guest card, reception", ""},
    Person{"04F00912AB3380", "Peter Novak (left in May)", "STAFF"},
    Person{"04590DD1E8A280", "Fire brigade", ""},
};

void addPeople(store::Database &db)
{
    for (const Person &person : people)
        addTag(db, QLatin1StringView(person.tag), QLatin1StringView(person.name), QLatin1StringView(person.group));
    store::IdTags tags(db);
    store::IdTag guest = *tags.find(u"041B77E0C39880"_s);
    guest.maxConcurrent = 1;
    guest.expiryDate = store::now() + 40 * 24h;
    tags.save(guest);
    store::Contract contract;
    contract.emaid = u"DE-8AA-C12345678-X"_s;
    contract.idTag = guest.tag;
    contract.validUntil = guest.expiryDate;
    store::Contracts(db).save(contract);
    store::Contracts(db).noteUse(contract.emaid, u"CP03"_s, u"Accepted"_s, {}, store::now() - 2h);
    store::IdTag left = *tags.find(u"04F00912AB3380"_s);
    left.status = u"Blocked"_s;
    tags.save(left);
    store::IdTag old = *tags.find(u"04590DD1E8A280"_s);
    old.expiryDate = store::now() - 12 * 24h;
    tags.save(old);
    store::SeenTags seen(db);
    seen.note(u"04EE5512F0C180"_s, u"CP03"_s, store::now() - 26h);
    seen.note(u"0411AC77D90280"_s, u"CP09"_s, store::now() - 4min);
    seen.note(u"0411AC77D90280"_s, u"CP09"_s, store::now() - 3min);
}

/// A charge as cars do it: full power, then less and less.
void charge(store::Database &db, const QString &station, int connector, qint64 session, ocpp::Timestamp from,
            int minutes, double watts, bool ends)
{
    double wh = 1'000'000;
    for (int minute = 0; minute <= minutes; minute += 2) {
        const double tail = minute < minutes * 2 / 3 ? 1 : std::exp(-3.0 * (minute - minutes * 2 / 3.0) / minutes);
        const double power = minute == 0 ? 0 : watts * tail;
        wh += power / 30;
        measure(db, station, connector, session, from + std::chrono::minutes(minute), std::round(wh),
                std::round(power));
    }
    if (ends)
        stop(db, station, session, from + std::chrono::minutes(minutes + 1), qint64(std::round(wh)),
             u"EVDisconnected"_s);
}

void addOddities(store::Database &db)
{
    const ocpp::Timestamp now = store::now();
    const qint64 lost = start(db, u"CP10"_s, 1, u"041B77E0C39880"_s, now - 50h);
    measure(db, u"CP10"_s, 1, lost, now - 49h, 1'006'400);
    store::Transactions(db).close(lost, u"operator"_s, u"The station was replaced."_s, now - 30h);
    const qint64 reset = start(db, u"CP08"_s, 1, u"04D1193A22B480"_s, now - 9h);
    measure(db, u"CP08"_s, 1, reset, now - 8h, 1'009'000);
    measure(db, u"CP08"_s, 1, reset, now - 7h, 4'000);
    stop(db, u"CP08"_s, reset, now - 6h, 9'500, u"PowerLoss"_s);
    const qint64 blocked = start(db, u"CP05"_s, 1, u"04F00912AB3380"_s, now - 5h, 500'000, u"Blocked"_s);
    stop(db, u"CP05"_s, blocked, now - 5h + 40s, 500'000, u"DeAuthorized"_s);
}

} // namespace

void addTag(store::Database &db, const QString &tag, const QString &name, const QString &group)
{
    store::IdTag row;
    row.tag = tag;
    row.name = name;
    row.parentIdTag = group;
    store::IdTags(db).save(row);
}

qint64 start(store::Database &db, const QString &station, int connector, const QString &tag, ocpp::Timestamp at,
             qint64 meterStartWh, const QString &status)
{
    store::Transaction transaction;
    transaction.station = station;
    transaction.connector = connector;
    transaction.idTag = tag;
    transaction.startedAt = at;
    transaction.startReceived = at;
    transaction.meterStartWh = meterStartWh;
    store::Transactions transactions(db);
    const qint64 id = transactions.begin(transaction).transaction.id;
    const auto known = store::IdTags(db).find(tag);
    transactions.setStatus(id, status, known ? known->parentIdTag : QString());
    return id;
}

void measure(store::Database &db, const QString &station, int connector, qint64 session, ocpp::Timestamp at, double wh,
             std::optional<double> powerW)
{
    ocpp::MeterValue value;
    value.timestamp = at;
    value.sampledValue.append({.value = QString::number(wh, 'f', 0), .unit = u"Wh"_s});
    if (powerW)
        value.sampledValue.append(
            {.value = QString::number(*powerW, 'f', 0), .measurand = u"Power.Active.Import"_s, .unit = u"W"_s});
    store::MeterValues(db).add(
        {.station = station, .connector = connector, .transactionId = session, .values = {value}, .received = at});
}

void stop(store::Database &db, const QString &station, qint64 session, ocpp::Timestamp at, qint64 meterStopWh,
          const QString &reason)
{
    store::Transactions(db).stop({.station = station,
                                  .transactionId = session,
                                  .meterStopWh = meterStopWh,
                                  .stoppedAt = at,
                                  .received = at,
                                  .reason = reason});
}

void addMany(store::Database &db, const QString &station, const QString &tag, int count)
{
    const ocpp::Timestamp first = store::now() - std::chrono::minutes(count + 1);
    for (int i = 0; i < count; ++i) {
        const ocpp::Timestamp at = first + std::chrono::minutes(i);
        const qint64 id = start(db, station, 1, tag, at, 1'000'000 + 5'000 * i);
        stop(db, station, id, at + 30s, 1'005'000 + 5'000 * i);
    }
}

/// What the site's connectors draw now belongs to their open sessions: the book shows the same energy as the site.
void measureOpen(store::Database &db)
{
    for (const store::Transaction &session : store::Transactions(db).list()) {
        const auto connector = store::Connectors(db).find(session.station, session.connector);
        if (session.isOpen() && connector && connector->energyWh.value_or(0) > double(session.meterStartWh))
            measure(db, session.station, session.connector, session.id, store::now(), *connector->energyWh,
                    connector->powerW);
    }
}

void fill(store::Database &db)
{
    measureOpen(db);
    addPeople(db);
    const ocpp::Timestamp now = store::now();
    for (int day = 20; day >= 1; --day) {
        for (int i = 0; i < 3; ++i) {
            const ocpp::Timestamp at = now - day * 24h + (i * 151min);
            const QString station = u"CP%1"_s.arg(1 + (day + i) % 7, 2, 10, QLatin1Char('0'));
            const Person &person = people[std::size_t(1 + (day * 3 + i) % 5)];
            const qint64 id = start(db, station, 2, QLatin1StringView(person.tag), at, 40'000'000 - day * 900'000);
            const int wh = 4'000 + (day * 7919 + i * 3571) % 38'000;
            stop(db, station, id, at + std::chrono::minutes(40 + wh / 300), 40'000'000 - day * 900'000 + wh,
                 i == 1 ? u"EVDisconnected"_s : u"Local"_s);
        }
    }
    addOddities(db);
    const qint64 finished = start(db, u"CP04"_s, 1, u"04C81F5AD27780"_s, now - 4h);
    charge(db, u"CP04"_s, 1, finished, now - 4h, 132, 11'040, true);
    const qint64 running = start(db, u"CP02"_s, 2, u"0487E2B3915480"_s, now - 71min);
    charge(db, u"CP02"_s, 2, running, now - 71min, 70, 11'040, false);
    const qint64 van = start(db, u"CP07"_s, 1, u"04D1193A22B481"_s, now - 34min);
    charge(db, u"CP07"_s, 1, van, now - 34min, 33, 10'950, false);
}

} // namespace samplebook
