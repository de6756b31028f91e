// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changes.h"
#include "store/location.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <memory>

namespace store {

class Writer;

struct FeedOptions {
    std::chrono::milliseconds watch{250}; ///< SQLite: how often data_version is read
    std::chrono::milliseconds ping{5000}; ///< PostgreSQL: how often the subscription is proven alive
};

/// Tells what changed in the database, whoever changed it.
/// - With a Writer: its own commits, at once. On PostgreSQL also those of other nodes.
/// - Without: SQLite watches PRAGMA data_version; PostgreSQL listens. What is not known in detail (another
///   process on a SQLite file, a connection that was lost meanwhile) comes as resyncChanges().
/// Watching happens on a thread of its own; `changed` arrives in the thread this object lives in.
class ChangeFeed : public QObject {
    Q_OBJECT
public:
    explicit ChangeFeed(Writer *writer, QObject *parent = nullptr, FeedOptions options = {});
    explicit ChangeFeed(const Location &location, QObject *parent = nullptr, FeedOptions options = {});
    ~ChangeFeed() override;

signals:
    void changed(const store::ChangeSet &changes);
    /// Of these, what the feed found by watching: never a commit of its Writer. With a Writer on SQLite none, as there the
    /// Writer itself notices what other processes write.
    void changedElsewhere(const store::ChangeSet &changes);
    /// The subscription stands (again) / was lost. Only for feeds that watch from outside.
    void connectedChanged(bool connected);

private:
    void watch(const Location &location, const QString &ownWriter, FeedOptions options);

    QThread thread_;
};

} // namespace store
