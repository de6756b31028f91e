// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/quietrestart.h"

#include "store/commandrequest.h"
#include "store/transactions.h"
#include "ui/text/refusalwords.h"

#include <QJsonObject>

namespace ui {

using namespace Qt::Literals::StringLiterals;

QuietRestart queueQuietRestart(store::Database &db, const QString &station)
{
    store::TransactionFilter open;
    open.station = station;
    open.state = store::TransactionState::Open;
    open.limit = 1;
    if (!store::Transactions(db).list(open).isEmpty())
        return {.sessionRuns = true};
    const auto queued = store::enqueue(db, {.station = station,
                                            .action = u"Reset"_s,
                                            .payload = {{u"type"_s, u"Soft"_s}},
                                            .origin = u"window"_s,
                                            .expiresIn = std::chrono::minutes(5)});
    return {.refusal = queued ? QString() : refusalWords(queued.error())};
}

} // namespace ui
