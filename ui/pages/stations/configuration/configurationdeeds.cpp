// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/configurationdeeds.h"

#include "store/clock.h"
#include "store/commandrequest.h"
#include "store/configuration.h"
#include "store/writer.h"
#include "ui/commands/quietrestart.h"
#include "ui/models/answerto.h"
#include "ui/text/refusalwords.h"
#include "ui/text/storewords.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

ConfigurationDeeds::ConfigurationDeeds(const Backend &backend, QObject *parent) : QObject(parent), backend_(backend) {}

void ConfigurationDeeds::desire(const QString &station, const QString &key, const QString &value)
{
    run([station, key, value](store::Database &db) {
        store::Configuration(db).desire(station, key, value, store::now());
        return QString();
    });
}

void ConfigurationDeeds::giveUp(const QString &station, const QString &key)
{
    run([station, key](store::Database &db) {
        store::Configuration(db).desire(station, key, {}, store::now());
        return QString();
    });
}

void ConfigurationDeeds::readAgain(const QString &station)
{
    run([station](store::Database &db) {
        const auto queued =
            store::enqueue(db, {.station = station,
                                .action = u"GetConfiguration"_s,
                                .payload = {},
                                .origin = u"window"_s,
                                .expiresIn = {}});
        return queued ? QString() : refusalWords(queued.error());
    });
}

void ConfigurationDeeds::restart(const QString &station)
{
    run([station](store::Database &db) {
        const QuietRestart restart = queueQuietRestart(db, station);
        return restart.sessionRuns ? tr("A session has begun there meanwhile.") : restart.refusal;
    });
}

void ConfigurationDeeds::run(const std::function<QString(store::Database &)> &work)
{
    backend_.writer->submit(work) | answerTo(this, [this](const store::Outcome<QString> &refusal) {
        if (!refusal)
            emit failed(storeWords(refusal.error()).sentence());
        else if (!refusal->isEmpty())
            emit failed(*refusal);
    });
}

} // namespace ui
