// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/migrations.h"
#include "store/ownersfile.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QThread>

#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr std::chrono::seconds sqliteBusyTimeout{5}; // as in the connection's options

constexpr QByteArrayView sqliteMagic{"SQLite format 3\0", 16};

Error damagedFile(const QString &file)
{
    return {Error::Kind::Damaged,
            u"The file %1 is not a Stationmaster database, or it is damaged. It was left as it is. Restore a backup, "
            "or move the file away to begin with an empty one."_s.arg(QDir::toNativeSeparators(file)),
            {}};
}

Error readOnlyFile(const QString &file)
{
    return {Error::Kind::ReadOnly,
            u"The database %1 cannot be written. Check the permissions of the file and its folder, and that the disk "
            "is not mounted read-only."_s.arg(QDir::toNativeSeparators(file)),
            {}};
}

Error missingFile(const QString &file)
{
    return {Error::Kind::Unreachable,
            u"There is no database at %1 yet. Start the central system once to create it."_s.arg(
                QDir::toNativeSeparators(file)),
            {}};
}

/// SQLite would take some foreign files for empty databases, or change a file before it finds that it is
/// damaged: so look before it does.
Outcome<void> checkHeader(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(readOnlyFile(path));
    if (file.size() > 0 && file.read(sqliteMagic.size()) != sqliteMagic)
        return tl::unexpected(damagedFile(path));
    return {};
}

Outcome<void> checkFile(const QString &path, Access access)
{
    const QFileInfo info(path);
    if (info.exists()) {
        // SQLite silently opens a file it may not write as read-only, and needs its folder for -wal and -shm.
        if (access == Access::ReadWrite && (!info.isWritable() || !QFileInfo(info.path()).isWritable()))
            return tl::unexpected(readOnlyFile(path));
        return checkHeader(path);
    }
    if (access == Access::ReadOnly)
        return tl::unexpected(missingFile(path));
    const QDir folder = info.dir();
    if (!folder.mkpath(u"."_s) || !QFileInfo(folder.path()).isWritable())
        return tl::unexpected(readOnlyFile(path));
    if (!makeOwnersFile(path)) // SQLite makes -wal and -shm alike
        return tl::unexpected(readOnlyFile(path));
    return {};
}

struct Pragma {
    QString name;
    QString value;
    QString readBack;
};

QList<Pragma> pragmas(Access access)
{
    QList<Pragma> list{
        {u"foreign_keys"_s, u"ON"_s, u"1"_s},
        {u"synchronous"_s, u"FULL"_s, u"2"_s},
        {u"temp_store"_s, u"MEMORY"_s, u"2"_s},
        {u"cache_size"_s, u"-32768"_s, u"-32768"_s},
        // No mmap: a disk that fails would end the program by a signal instead of with an error.
        {u"mmap_size"_s, u"0"_s, u"0"_s},
    };
    if (access == Access::ReadWrite) {
        list.prepend({u"journal_mode"_s, u"WAL"_s, u"wal"_s});
        list.append({u"wal_autocheckpoint"_s, u"1000"_s, u"1000"_s});
        list.append({u"journal_size_limit"_s, u"67108864"_s, u"67108864"_s});
    }
    return list;
}

void setPragma(Database &db, const Pragma &pragma)
{
    // Some pragmas answer with a row, some do not: ask afterwards.
    db.value(u"PRAGMA "_s + pragma.name + u" = "_s + pragma.value);
    const QString actual = db.value(u"PRAGMA "_s + pragma.name).toString();
    if (db.ok() && actual != pragma.readBack)
        db.fail({Error::Kind::Other,
                 u"The database %1 refuses a setting that keeps it safe (%2 is %3). Put it on a local disk."_s.arg(
                     db.location().display(), pragma.name, actual),
                 {}});
}

void prepareSession(Database &db, Access access)
{
    if (db.backend() == Backend::Sqlite) {
        const QList<Pragma> list = pragmas(access);
        for (const Pragma &pragma : list)
            setPragma(db, pragma);
        return;
    }
    // Whatever the server's defaults are: what was acknowledged is on its disk.
    db.value(u"SELECT set_config('synchronous_commit', 'on', false)"_s);
    db.value(u"SELECT set_config('lock_timeout', '10s', false)"_s);
    // Statements are planned once, while the tables are young, and kept: a plan that reads a small table as a whole would
    // read it so when it has grown. What costs much on purpose (disabled) must not be compiled for it.
    db.value(u"SELECT set_config('enable_seqscan', 'off', false), set_config('jit', 'off', false)"_s);
    if (access == Access::ReadOnly)
        db.value(u"SELECT set_config('default_transaction_read_only', 'on', false)"_s);
}

Outcome<void> checkIsCurrent(Database &db, std::span<const Migration> steps)
{
    const Outcome<int> version = schemaVersion(db, steps);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == steps.back().version)
        return {};
    return tl::unexpected(
        Error{Error::Kind::Unreachable,
              u"The database %1 is of an older version. Start the central system once, it brings it up to date."_s.arg(
                  db.location().display()),
              {}});
}

} // namespace

Outcome<std::unique_ptr<Database>> Database::connect(const Location &location, Access access)
{
    auto connection = std::make_unique<Connection>(location, access);
    if (!connection->db.open())
        return tl::unexpected(connection->dialect.explain(connection->db.lastError(), location));
    return std::unique_ptr<Database>(new Database(std::move(connection)));
}

/// A newer, foreign or damaged file must not be touched, and even closing a writing connection touches it.
Outcome<void> Database::probe(const Location &location, Access access, std::span<const Migration> steps)
{
    if (const Outcome<void> checked = checkFile(location.file, access); !checked)
        return checked;
    if (QFileInfo(location.file).size() == 0)
        return {};
    const auto db = connect(location, Access::ReadOnly);
    if (!db)
        return tl::unexpected(db.error());
    const Outcome<int> version = schemaVersion(**db, steps);
    return version ? Outcome<void>() : tl::unexpected(version.error());
}

Outcome<std::unique_ptr<Database>> Database::open(const Location &location, Access access)
{
    return open(location, access, migrations());
}

Outcome<std::unique_ptr<Database>> Database::open(const Location &location, Access access,
                                                  std::span<const Migration> steps)
{
    // SQLite does not let programs wait for each other, whatever its time-out, when they switch a new file to WAL.
    const QDeadlineTimer patience(sqliteBusyTimeout);
    Outcome<std::unique_ptr<Database>> opened = openOnce(location, access, steps);
    while (location.backend == Backend::Sqlite && !opened && opened.error().kind == Error::Kind::Locked
           && !patience.hasExpired()) {
        QThread::msleep(10);
        opened = openOnce(location, access, steps);
    }
    return opened;
}

Outcome<std::unique_ptr<Database>> Database::openOnce(const Location &location, Access access,
                                                      std::span<const Migration> steps)
{
    if (location.backend == Backend::Sqlite) {
        if (const Outcome<void> probed = probe(location, access, steps); !probed)
            return tl::unexpected(probed.error());
    }
    Outcome<std::unique_ptr<Database>> opened = connect(location, access);
    if (!opened)
        return opened;
    Database &db = **opened;
    prepareSession(db, access);
    if (std::optional<Error> error = db.takeError())
        return tl::unexpected(*error);
    const Outcome<void> ready = access == Access::ReadWrite ? migrate(db, steps) : checkIsCurrent(db, steps);
    if (!ready)
        return tl::unexpected(ready.error());
    return opened;
}

} // namespace store
