// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include "store/clock.h"
#include "store/database.h"
#include "store/ownersfile.h"
#include "store/sqlitestatement.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

tl::unexpected<Error> failed(const QString &text, const QString &detail = {})
{
    return tl::unexpected(Error{Error::Kind::Other, text, detail});
}

QString native(const QString &file)
{
    return QDir::toNativeSeparators(file);
}

/// Reads every page: for files that are about to be trusted, not for each start.
Outcome<void> checkIntegrity(const QString &file, const std::stop_token &stop = {})
{
    Location copy;
    copy.file = file;
    auto db = Database::open(copy, Access::ReadOnly);
    if (!db)
        return tl::unexpected(db.error());
    interruptWhen(*(*db)->driver(), stop);
    const QString verdict = (*db)->value(u"PRAGMA integrity_check(1)"_s).toString();
    if (std::optional<Error> error = (*db)->takeError())
        return tl::unexpected(*error);
    if (verdict != "ok"_L1)
        return tl::unexpected(Error{Error::Kind::Damaged, u"The file %1 is damaged."_s.arg(native(file)), verdict});
    return {};
}

/// A backup of an older version is brought up to date on a copy, never in place.
Outcome<void> bringUpToDate(const QString &file)
{
    Location copy;
    copy.file = file;
    auto db = Database::open(copy, Access::ReadWrite);
    if (!db)
        return tl::unexpected(db.error());
    (*db)->value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); // only the file itself takes the new place
    std::optional<Error> error = (*db)->takeError();
    return error ? tl::unexpected(*error) : Outcome<void>();
}

void removeWithLogs(const QString &file)
{
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(file + suffix);
}

/// The database and, after a crash, its log: only together they are the whole truth.
Outcome<QString> moveAside(const QString &file)
{
    if (!QFileInfo::exists(file))
        return QString();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString aside = u"%1.replaced-%2"_s.arg(file, stamp);
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside = u"%1.replaced-%2-%3"_s.arg(file, stamp).arg(i);
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u""_s}) {
        if (QFileInfo::exists(file + suffix) && !QFile::rename(file + suffix, aside + suffix))
            return failed(u"The present database %1 could not be moved aside. Check that no program has it open, and "
                          "the folder's permissions."_s.arg(native(file)));
    }
    return aside;
}

void moveBack(const QString &aside, const QString &file)
{
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s, u""_s})
        QFile::rename(aside + suffix, file + suffix);
}

/// Whoever restores may be root, and the engine a user of its own: it must be able to open what takes the place of
/// `file`.
Outcome<void> takeOverOwner(const QString &incoming, const QString &file)
{
    const bool replaces = QFileInfo::exists(file);
    QFile::setPermissions(incoming, replaces ? QFile::permissions(file) : QFile::ReadOwner | QFile::WriteOwner);
#ifdef Q_OS_UNIX
    struct stat model {};
    const QString owned = replaces ? file : QFileInfo(file).path();
    const bool given = ::stat(QFile::encodeName(owned).constData(), &model) == 0
                       && ::chown(QFile::encodeName(incoming).constData(), model.st_uid, model.st_gid) == 0;
    if (replaces && !given && model.st_uid != ::geteuid())
        return failed(u"%1 belongs to another user, and its replacement would not. Restore as that user or as "
                      "root."_s.arg(native(file)));
#endif
    return {};
}

Outcome<void> refusePostgres(const Location &location, const QString &command)
{
    if (location.backend == Backend::Sqlite)
        return {};
    return failed(u"A PostgreSQL database is backed up and restored with its own tools: %1"_s.arg(
        command.arg(location.display())));
}

} // namespace

QString unfinishedBackup(const QString &file)
{
    return file + u".part"_s;
}

Outcome<void> backup(const Location &location, const QString &file, const std::stop_token &stop)
{
    if (Outcome<void> refused = refusePostgres(location, u"pg_dump --format=custom --file=BACKUP \"%1\""_s); !refused)
        return refused;
    if (QFileInfo::exists(file))
        return failed(u"%1 exists already and is not overwritten. Choose another name."_s.arg(native(file)));
    auto db = Database::open(location, Access::ReadOnly);
    if (!db)
        return tl::unexpected(db.error());
    // Its own name until it is whole: nobody takes half a backup for one.
    const QString partial = unfinishedBackup(file);
    removeWithLogs(partial);
    makeOwnersFile(partial); // else SQLite says why not; a memory stick may know no permissions
    interruptWhen(*(*db)->driver(), stop);
    (*db)->run(u"VACUUM INTO ?"_s, {partial});
    Outcome<void> done;
    if (std::optional<Error> error = (*db)->takeError())
        done = tl::unexpected(*error);
    else
        done = checkIntegrity(partial, stop);
    if (stop.stop_requested())
        done = failed(u"The backup was cancelled; nothing was written."_s, done ? QString() : done.error().detail);
    if (done && !QFile::rename(partial, file))
        done = failed(u"The backup could not be given its name %1."_s.arg(native(file)));
    removeWithLogs(partial);
    return done;
}

Outcome<Restored> restore(const QString &file, const Location &location)
{
    const auto refused = refusePostgres(location, u"pg_restore --clean --dbname=\"%1\" BACKUP"_s);
    if (!refused)
        return tl::unexpected(refused.error());
    if (!QFileInfo::exists(file))
        return failed(u"There is no file %1."_s.arg(native(file)));
    const QString incoming = location.file + u".restoring"_s;
    removeWithLogs(incoming);
    const auto giveUp = [&incoming](const Error &error) {
        removeWithLogs(incoming);
        return tl::unexpected(error);
    };
    if (!QDir().mkpath(QFileInfo(incoming).path()) || !QFile::copy(file, incoming))
        return giveUp(
            {Error::Kind::Full,
             u"%1 could not be copied. Check that there is room beside %2."_s.arg(native(file), native(location.file)),
             {}});
    QFile::setPermissions(incoming, QFile::ReadOwner | QFile::WriteOwner);
    Outcome<void> checked = bringUpToDate(incoming);
    if (checked)
        checked = checkIntegrity(incoming);
    if (checked)
        checked = takeOverOwner(incoming, location.file);
    if (!checked)
        return giveUp(checked.error());
    const Outcome<QString> aside = moveAside(location.file);
    if (!aside)
        return giveUp(aside.error());
    if (!QFile::rename(incoming, location.file)) {
        moveBack(*aside, location.file);
        return giveUp({Error::Kind::Other, u"The backup could not be put in place; nothing was changed."_s, {}});
    }
    removeWithLogs(incoming); // the empty ones that the check left
    return Restored{*aside};
}

} // namespace store
