// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changefeed.h"

#include "store/feedwatcher.h"
#include "store/writer.h"

namespace store {

ChangeFeed::ChangeFeed(Writer *writer, QObject *parent, FeedOptions options) : QObject(parent)
{
    connect(writer, &Writer::changed, this, &ChangeFeed::changed);
    if (writer->location().backend == Backend::PostgreSql)
        watch(writer->location(), writer->id(), options);
}

ChangeFeed::ChangeFeed(const Location &location, QObject *parent, FeedOptions options) : QObject(parent)
{
    watch(location, {}, options);
}

ChangeFeed::~ChangeFeed()
{
    thread_.quit();
    thread_.wait();
}

void ChangeFeed::watch(const Location &location, const QString &ownWriter, FeedOptions options)
{
    qRegisterMetaType<ChangeSet>("store::ChangeSet");
    auto *watcher = new FeedWatcher(location, ownWriter, options);
    watcher->moveToThread(&thread_);
    connect(&thread_, &QThread::started, watcher, &FeedWatcher::start);
    connect(&thread_, &QThread::finished, watcher, &QObject::deleteLater);
    connect(watcher, &FeedWatcher::changed, this, &ChangeFeed::changed);
    connect(watcher, &FeedWatcher::changed, this, &ChangeFeed::changedElsewhere);
    connect(watcher, &FeedWatcher::connectedChanged, this, &ChangeFeed::connectedChanged);
    thread_.setObjectName(QLatin1StringView("change feed"));
    thread_.start();
}

} // namespace store
