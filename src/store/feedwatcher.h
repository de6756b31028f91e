// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changefeed.h"
#include "store/database.h"

#include <QTimer>

namespace store {

/// Watches a database from outside, on ChangeFeed's thread.
class FeedWatcher : public QObject {
    Q_OBJECT
public:
    FeedWatcher(Location location, QString ownWriter, FeedOptions options);

    /// On the thread it was moved to.
    void start();

signals:
    void changed(const store::ChangeSet &changes);
    void connectedChanged(bool connected);

private:
    void tick();
    void connect();
    void lose();
    void watchFile();
    void ping();
    void notified(const QString &payload);

    const Location location_;
    const QString ownWriter_;
    const FeedOptions options_;
    QTimer timer_{this};
    std::unique_ptr<Database> db_;
    qint64 dataVersion_ = 0;
    bool wasConnected_ = false;
};

} // namespace store
