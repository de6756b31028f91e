// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/sessiondetail.h"

#include "store/clock.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int commandsRead = 50;

std::optional<store::Command> latestStop(store::Database &db, const store::Transaction &transaction)
{
    const QList<store::Command> stops = store::Commands(db).list(
        {.station = transaction.station, .action = u"RemoteStopTransaction"_s, .limit = commandsRead});
    const auto latest = std::ranges::find_if(stops, [&](const store::Command &command) {
        return QJsonDocument::fromJson(command.payload).object().value("transactionId"_L1).toInteger()
               == transaction.id;
    });
    return latest == stops.end() ? std::nullopt : std::optional(*latest);
}

} // namespace

std::optional<SessionDetail> readSessionDetail(store::Database &db, qint64 id)
{
    const auto transaction = store::Transactions(db).find(id);
    if (!transaction)
        return std::nullopt;
    const QList<store::MeterValue> values = store::MeterValues(db).ofTransaction(*transaction);
    const auto station = store::Stations(db).find(transaction->station);
    return SessionDetail{.row = named(db, {*transaction}).first(),
                         .curve = curveOf(*transaction, values, store::now()),
                         .samples = samplesOf(values),
                         .stop = latestStop(db, *transaction),
                         .stationKnown = station.has_value(),
                         .stationOnline = station && station->online,
                         .registration = station ? station->registration : store::Registration::Accepted};
}

} // namespace ui
