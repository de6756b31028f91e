// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

#include "store/clock.h"
#include "store/dialect.h"
#include "store/ownersfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

struct Applied {
    int version = 0;
    QString checksum;
};

/// Our tables in the current schema; on PostgreSQL the first of the search path.
int countTables(Database &db, const QString &name = {})
{
    const bool sqlite = db.backend() == Backend::Sqlite;
    const QString all = sqlite
                            ? u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"_s
                            : u"SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"_s;
    if (name.isEmpty())
        return static_cast<int>(db.number(all));
    return static_cast<int>(db.number(all + (sqlite ? u" AND name = ?"_s : u" AND tablename = ?"_s), {name}));
}

QList<Applied> appliedSteps(Database &db)
{
    QList<Applied> steps;
    db.each(u"SELECT version, checksum FROM schema_migrations ORDER BY version"_s, {}, [&](const ResultRow &row) {
        steps.append({row.value(0).toInt(), row.value(1).toString()});
    });
    return steps;
}

Error foreignDatabase(const Database &db)
{
    return {Error::Kind::Damaged,
            u"The database %1 belongs to another program. It was left as it is. Give Stationmaster a database of its "
            "own."_s.arg(db.location().display()),
            {}};
}

Error newerDatabase(const Database &db, int version, int known)
{
    return {Error::Kind::NewerVersion,
            u"The database %1 was written by a newer Stationmaster (version %2 of its tables, this program knows "
            "%3). It was left as it is. Install the newer program."_s.arg(db.location().display())
                .arg(version)
                .arg(known),
            {}};
}

Error changedStep(const Database &db, int version)
{
    return {Error::Kind::Other,
            u"The database %1 was set up by a different edition of Stationmaster (step %2 of its tables differs). It "
            "was left as it is. Use the edition that made it."_s.arg(db.location().display())
                .arg(version),
            {}};
}

Outcome<int> judge(Database &db, const QList<Applied> &applied, std::span<const Migration> steps)
{
    const int known = steps.empty() ? 0 : steps.back().version;
    for (const Applied &step : applied) {
        if (step.version > known)
            return tl::unexpected(newerDatabase(db, applied.last().version, known));
        if (step.checksum != checksum(steps[static_cast<std::size_t>(step.version) - 1]))
            return tl::unexpected(changedStep(db, step.version));
    }
    return applied.isEmpty() ? 0 : applied.last().version;
}

void apply(Database &db, const Migration &step)
{
    for (const char *statement : step.statements)
        db.define(db.dialect().schema(QString::fromUtf8(statement)));
    db.run(u"INSERT INTO schema_migrations (version, name, checksum, applied) VALUES (?, ?, ?, ?)"_s,
           {step.version, step.name, checksum(step), now()});
}

/// One step, unless another node has just done it. True if it is done.
bool applyOnce(Database &db, const Migration &step)
{
    return db.transaction([&] {
        // Transaction-wide, freed by COMMIT or ROLLBACK: nodes that start together take turns.
        if (db.backend() == Backend::PostgreSql) {
            db.define(u"SET LOCAL lock_timeout = 0"_s); // the other node's step may take its time
            db.value(u"SELECT pg_advisory_xact_lock(7310425)"_s);
        }
        // Asked first: a connection of SQLite's that does not know yet what another has made says "already exists" all
        // the same, and reading makes it look.
        if (countTables(db, u"schema_migrations"_s) == 0) {
            db.define(u"CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                      "checksum TEXT NOT NULL, applied BIGINT NOT NULL)"_s);
        }
        if (db.number(u"SELECT count(*) FROM schema_migrations WHERE version = ?"_s, {step.version}) == 0)
            apply(db, step);
    });
}

/// Beside the file; an earlier backup of the same version stays.
void backUpBefore(Database &db, int version)
{
    const QFileInfo file(db.location().file);
    const QString base = u"%1/%2-version%3"_s.arg(file.path(), file.completeBaseName()).arg(version);
    QString target = base + u".backup.sqlite"_s;
    for (int i = 2; QFileInfo::exists(target); ++i)
        target = u"%1-%2.backup.sqlite"_s.arg(base).arg(i);
    makeOwnersFile(target); // else SQLite says why not
    db.run(u"VACUUM INTO ?"_s, {target});
}

} // namespace

QString checksum(const Migration &migration)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *statement : migration.statements)
        hash.addData(QByteArrayView(statement));
    return QString::fromLatin1(hash.result().toHex());
}

int currentVersion()
{
    return migrations().back().version;
}

Outcome<int> schemaVersion(Database &db, std::span<const Migration> steps)
{
    // In this order: another node may be setting the database up, and ours comes with the first of the tables.
    const int tables = countTables(db);
    const bool ours = countTables(db, u"schema_migrations"_s) > 0;
    const bool foreign = !ours && tables > 0;
    const QList<Applied> applied = ours ? appliedSteps(db) : QList<Applied>();
    if (std::optional<Error> error = db.takeError())
        return tl::unexpected(*error);
    if (foreign)
        return tl::unexpected(foreignDatabase(db));
    return judge(db, applied, steps);
}

Outcome<void> migrate(Database &db, std::span<const Migration> steps)
{
    const Outcome<int> version = schemaVersion(db, steps);
    if (!version)
        return tl::unexpected(version.error());
    if (*version == (steps.empty() ? 0 : steps.back().version))
        return {};
    if (*version > 0 && db.backend() == Backend::Sqlite)
        backUpBefore(db, *version);
    for (const Migration &step : steps) {
        if (step.version > *version && db.ok())
            applyOnce(db, step);
    }
    if (std::optional<Error> error = db.takeError())
        return tl::unexpected(*error);
    return {};
}

} // namespace store
