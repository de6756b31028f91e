// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/service.h"

#include "http/openapi.h"
#include "store/commands.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Health {
    QString version;
    int stationsOnline = 0;
    store::Backend backend = store::Backend::Sqlite;
};

using H = Health;
constexpr Property healthProperties[] = {
    shown<H>("status"_L1, "ok"_L1, [](const H &) { return u"ok"_s; }),
    shown<H>("version"_L1, "Of this program"_L1, [](const H &h) { return h.version; }),
    shown<H>("stationsOnline"_L1, "Connected now"_L1, [](const H &h) { return h.stationsOnline; }),
    shown<H>("database"_L1, "sqlite or postgresql"_L1,
             [](const H &h) { return h.backend == store::Backend::Sqlite ? u"sqlite"_s : u"postgresql"_s; }),
};

using State = store::CommandState;
constexpr State commandStates[] = {State::Queued,   State::Sent,    State::Accepted,
                                   State::Rejected, State::Error,   State::Timeout,
                                   State::Unknown,  State::Expired, State::Cancelled};

// What only the database knows: the engine's counters begin anew with each start.
QList<Metric> storedMetrics(store::Database &db)
{
    const auto gauge = [](const QByteArray &name, const QByteArray &help, double value) {
        return Metric{name, help, Metric::Type::Gauge, {Sample{{}, value}}};
    };
    Metric commands{"commands", "Commands kept in the database, by state", Metric::Type::Gauge, {}};
    const QString count = u"SELECT COUNT(*) FROM "_s + store::Command::table().name + u" WHERE state = ?"_s;
    for (const store::CommandState state : commandStates) {
        const QByteArray word(toString(state).data(), toString(state).size());
        commands.samples += Sample{label("state", word), double(db.number(count, {state}))};
    }
    return {gauge("stations_online", "Stations connected now", store::Stations(db).onlineCount()), commands};
}

} // namespace

const Schema healthSchema{"Health"_L1, healthProperties, "Whether the engine works"_L1};

Answer<Reply> showHealth(Context &context, const Call &)
{
    return context.read([version = context.version](store::Database &db) {
        const Health health{version, store::Stations(db).onlineCount(), db.backend()};
        return jsonReply(toJson(healthProperties, &health));
    });
}

Answer<Reply> showMetrics(Context &context, const Call &)
{
    const QList<Metric> counted = context.metrics ? context.metrics() : QList<Metric>();
    const Metric queued{"writer_queue",
                        "Jobs that wait for the database",
                        Metric::Type::Gauge,
                        {Sample{{}, double(context.writer.queued())}}};
    return context.read(storedMetrics).map([&](const QList<Metric> &stored) {
        return textReply(prometheusText(stored + QList<Metric>{queued} + counted),
                         "text/plain; version=0.0.4; charset=utf-8"_ba);
    });
}

Answer<Reply> showOpenApi(Context &context, const Call &)
{
    return jsonReply(openApiDocument(context.version));
}

} // namespace http
