// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pgfixture.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int toolTimeoutMs = 60'000;

bool isRoot()
{
    return ::geteuid() == 0;
}

} // namespace

// A short path: a Unix socket's may have 107 characters.
PgFixture::PgFixture() : dir_(u"/tmp/sm-pg-XXXXXX"_s)
{
    superuser_ = isRoot() ? u"postgres"_s : QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_name);
}

PgFixture::~PgFixture()
{
    if (running_)
        crash();
}

QString PgFixture::toolPath(const QString &name) const
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    const QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &version : found) {
        const QString path = versions.filePath(version + u"/bin/"_s + name);
        if (QFileInfo(path).isExecutable())
            return path;
    }
    return QStandardPaths::findExecutable(name);
}

/// PostgreSQL refuses to run as root: as the packages' own user then.
bool PgFixture::runTool(const QString &name, const QStringList &arguments)
{
    const QString path = toolPath(name);
    if (path.isEmpty()) {
        failure_ = u"PostgreSQL's program %1 was not found; install the server (Debian: postgresql)."_s.arg(name);
        return false;
    }
    QProcess process;
    process.setWorkingDirectory(dir_.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardOutputFile(dir_.filePath(u"tools.log"_s), QIODevice::Append);
    if (isRoot())
        process.start(u"runuser"_s, QStringList{u"-u"_s, superuser_, u"--"_s, path} + arguments);
    else
        process.start(path, arguments);
    if (process.waitForFinished(toolTimeoutMs) && process.exitCode() == 0)
        return true;
    QFile log(dir_.filePath(u"tools.log"_s));
    failure_ = u"%1 failed: "_s.arg(name)
               + (log.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(log.readAll()) : process.errorString());
    return false;
}

bool PgFixture::handDirectoryOver()
{
    if (!isRoot())
        return true;
    const passwd *user = ::getpwnam("postgres");
    if (user && ::chown(dir_.path().toLocal8Bit().constData(), user->pw_uid, user->pw_gid) == 0)
        return true;
    failure_ = u"There is no user postgres to run the server as."_s;
    return false;
}

bool PgFixture::start()
{
    return handDirectoryOver()
           && runTool(u"initdb"_s, {u"-D"_s, dir_.filePath(u"data"_s), u"-A"_s, u"trust"_s, u"-U"_s, superuser_,
                                    u"-E"_s, u"UTF8"_s, u"--locale=C"_s, u"--no-sync"_s})
           && startAgain();
}

bool PgFixture::startAgain()
{
    const QString options = u"-k %1 -c listen_addresses='' -c fsync=off -c max_connections=40"_s.arg(dir_.path());
    running_ = runTool(u"pg_ctl"_s, {u"-D"_s, dir_.filePath(u"data"_s), u"-l"_s, dir_.filePath(u"server.log"_s), u"-w"_s,
                                     u"-o"_s, options, u"start"_s});
    return running_;
}

bool PgFixture::crash()
{
    running_ = false;
    return runTool(u"pg_ctl"_s,
                   {u"-D"_s, dir_.filePath(u"data"_s), u"-m"_s, u"immediate"_s, u"-w"_s, u"stop"_s});
}

bool PgFixture::run(const QString &sql)
{
    return runTool(u"psql"_s, {u"-h"_s, dir_.path(), u"-U"_s, superuser_, u"-d"_s, u"postgres"_s, u"-q"_s, u"-v"_s,
                               u"ON_ERROR_STOP=1"_s, u"-c"_s, sql});
}

store::Location PgFixture::freshSchema()
{
    const QString schema = u"t%1"_s.arg(++schemas_);
    run(u"CREATE SCHEMA "_s + schema);
    store::Location location;
    location.backend = store::Backend::PostgreSql;
    location.host = dir_.path();
    location.database = u"postgres"_s;
    location.user = superuser_;
    location.options.insert(u"options"_s, u"-c search_path="_s + schema);
    return location;
}
