// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/feedwatcher.h"

#include <QSqlDriver>

using namespace Qt::Literals::StringLiterals;

namespace store {

FeedWatcher::FeedWatcher(Location location, QString ownWriter, FeedOptions options)
    : location_(std::move(location)), ownWriter_(std::move(ownWriter)), options_(options)
{
    QObject::connect(&timer_, &QTimer::timeout, this, &FeedWatcher::tick);
}

void FeedWatcher::start()
{
    timer_.start(location_.backend == Backend::Sqlite ? options_.watch : options_.ping);
    connect();
}

void FeedWatcher::tick()
{
    if (!db_)
        connect();
    else if (location_.backend == Backend::Sqlite)
        watchFile();
    else
        ping();
}

void FeedWatcher::connect()
{
    Outcome<std::unique_ptr<Database>> db = Database::open(location_, Access::ReadOnly);
    if (!db)
        return;
    db_ = std::move(*db);
    if (location_.backend == Backend::Sqlite) {
        dataVersion_ = db_->number(u"PRAGMA data_version"_s);
    } else {
        QObject::connect(db_->driver(), &QSqlDriver::notification, this,
                         [this](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) {
                             notified(payload.toString());
                         });
        db_->driver()->subscribeToNotification(u"stationmaster"_s);
    }
    emit connectedChanged(true);
    // Whatever happened while nobody listened.
    if (std::exchange(wasConnected_, true))
        emit changed(resyncChanges());
}

void FeedWatcher::lose()
{
    db_.reset();
    emit connectedChanged(false);
    connect();
}

/// Only that something changed is known, by a commit of any other connection.
void FeedWatcher::watchFile()
{
    const qint64 version = db_->number(u"PRAGMA data_version"_s);
    if (!db_->ok())
        return lose();
    if (std::exchange(dataVersion_, version) != version)
        emit changed(resyncChanges());
}

/// A backend that died takes the subscription with it, and says nothing.
void FeedWatcher::ping()
{
    const bool listens = db_->number(u"SELECT count(*) FROM pg_listening_channels()"_s) > 0;
    if (!db_->ok() || !listens)
        lose();
}

void FeedWatcher::notified(const QString &payload)
{
    const std::optional<DecodedChanges> decoded = decodeChanges(payload.toUtf8());
    if (!decoded)
        emit changed(resyncChanges());
    else if (decoded->writer != ownWriter_ && !decoded->changes.isEmpty())
        emit changed(decoded->changes);
}

} // namespace store
