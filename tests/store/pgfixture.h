// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/location.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// A private PostgreSQL server for one test program, on a Unix socket in a directory of its own. Needs the
/// server's programs (Debian: postgresql), in PATH or under /usr/lib/postgresql.
class PgFixture {
public:
    PgFixture();
    /// Stops the server.
    ~PgFixture();
    PgFixture(const PgFixture &) = delete;
    PgFixture &operator=(const PgFixture &) = delete;

    /// Starts it. False with the reason in failure().
    bool start();
    QString failure() const { return failure_; }
    /// An empty schema of its own, on the one database.
    store::Location freshSchema();

    /// As a crash would: no checkpoint, all connections gone.
    bool crash();
    bool startAgain();
    /// Runs one statement as the superuser. False if it failed.
    bool run(const QString &sql);

private:
    bool runTool(const QString &name, const QStringList &arguments);
    QString toolPath(const QString &name) const;
    bool handDirectoryOver();

    QTemporaryDir dir_;
    QString failure_;
    QString superuser_;
    bool running_ = false;
    int schemas_ = 0;
};
