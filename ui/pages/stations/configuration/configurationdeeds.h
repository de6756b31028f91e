// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QObject>

namespace store {
class Database;
}

namespace ui {

/// Changes what is wanted of a station's configuration, in the writer's job. What became of it comes back as rows.
class ConfigurationDeeds : public QObject {
    Q_OBJECT
public:
    ConfigurationDeeds(const Backend &backend, QObject *parent);

    void desire(const QString &station, const QString &key, const QString &value);
    /// The key is no longer wanted otherwise than it is.
    void giveUp(const QString &station, const QString &key);
    void readAgain(const QString &station);
    /// Behaviour 28: only while no session runs. One may have begun since the person looked.
    void restart(const QString &station);

signals:
    /// It did not get into the database; `text` tells why.
    void failed(const QString &text);

private:
    /// What `work` returns is a refusal to show; empty: done.
    void run(const std::function<QString(store::Database &)> &work);

    Backend backend_;
};

} // namespace ui
