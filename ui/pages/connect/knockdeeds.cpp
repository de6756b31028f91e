// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connect/knockdeeds.h"

#include "store/clock.h"
#include "store/stations.h"
#include "store/writer.h"
#include "ui/models/answerto.h"
#include "ui/pages/connect/knockwords.h"
#include "ui/pages/stations/stationpassword.h"
#include "ui/text/storewords.h"

#include <algorithm>
#include <utility>

namespace ui {

KnockDeeds::KnockDeeds(const Backend &backend, QObject *parent) : QObject(parent), backend_(backend) {}

void KnockDeeds::run(const KnockRow &row, const Words &words, const Work &work)
{
    const auto take = [this, key = row.key(), words](const store::Outcome<Result> &result) {
        if (!result) {
            emit failed(key, storeWords(result.error()).sentence());
        } else if (!result->happened) {
            emit failed(key, words.refused);
        } else {
            undo_ = result->undo;
            emit done(words.done, words.station);
        }
    };
    backend_.writer->submit(work) | answerTo(this, take);
}

void KnockDeeds::accept(const KnockRow &row)
{
    const QString id = row.knock.stationId;
    run(row,
        {tr("%1 is registered. It connects by itself when it tries again, usually within a minute.").arg(id), id,
         tr("A station of this name is registered meanwhile. Nothing was changed.")},
        [knock = row.knock](store::Database &db) -> Result {
            store::Stations stations(db);
            if (stations.find(knock.stationId))
                return {};
            store::Station station;
            station.id = knock.stationId;
            station.created = store::now();
            stations.save(station);
            store::Knocks(db).remove(knock.stationId);
            return {true, [knock](store::Database &later) {
                        // What has come in and said something is more than a click's doing.
                        const auto accepted = store::Stations(later).find(knock.stationId);
                        if (!accepted || accepted->lastHeard)
                            return;
                        store::Stations(later).remove(knock.stationId);
                        store::Knocks(later).note(knock);
                    }};
        });
}

void KnockDeeds::setPassword(const KnockRow &row, const QString &password)
{
    const QString id = row.station;
    const Words words{password.isEmpty() ? tr("%1 may connect without a password. It does when it tries again.").arg(id)
                                         : tr("The password of %1 is set. It connects when it tries again.").arg(id),
                      id, tr("This station was removed meanwhile.")};
    hashedPassword(password) | answerTo(this, [this, row, words](const QString &hash) {
        run(row, words, [row, hash](store::Database &db) -> Result {
            store::Stations stations(db);
            const auto before = stations.find(row.station);
            if (!before)
                return {};
            store::Station station = *before;
            station.passwordHash = hash;
            station.securityProfile = hash.isEmpty() ? 0 : std::max(1, station.securityProfile);
            stations.save(station);
            store::Knocks(db).remove(row.knock.stationId);
            return {true, [before, knock = row.knock](store::Database &later) {
                        store::Stations(later).save(*before);
                        store::Knocks(later).note(knock);
                    }};
        });
    });
}

void KnockDeeds::ignore(const KnockRow &row)
{
    run(row, {tr("%1 is ignored until it knocks again.").arg(knockName(row.knock)), {}, tr("It has left meanwhile.")},
        [knock = row.knock](store::Database &db) -> Result {
            if (!store::Knocks(db).remove(knock.stationId))
                return {};
            return {true, [knock](store::Database &later) {
                        if (!store::Knocks(later).find(knock.stationId)) // not when it has knocked again
                            store::Knocks(later).note(knock);
                    }};
        });
}

void KnockDeeds::undo()
{
    if (!undo_)
        return;
    const Undo work = std::exchange(undo_, {});
    backend_.writer->submit(work) | answerTo(this, [this, work](const store::Outcome<void> &outcome) {
        if (outcome)
            return;
        undo_ = work;
        emit undoFailed(tr("It was not taken back. %1").arg(storeWords(outcome.error()).sentence()));
    });
}

} // namespace ui
