// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/location.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr QLatin1StringView sqliteScheme{"sqlite"};

tl::unexpected<Error> notUnderstood(const QString &why)
{
    return tl::unexpected(Error{Error::Kind::Other,
                                u"The database setting was not understood: %1. Give \"sqlite\", \"sqlite:FILE\" or "
                                "\"postgresql://user:password@host:port/database\"."_s.arg(why),
                                {}});
}

Outcome<Location> sqliteAt(const QString &file)
{
    Location location;
    location.file = QDir::cleanPath(QFileInfo(file).absoluteFilePath());
    return location;
}

/// libpq's URI parameters: host, port, user, password and dbname override what stands before the "?".
Outcome<void> applyOption(Location &location, const QString &name, const QString &value)
{
    if (name == "host"_L1)
        location.host = value;
    else if (name == "user"_L1)
        location.user = value;
    else if (name == "password"_L1)
        location.password = value;
    else if (name == "dbname"_L1)
        location.database = value;
    else if (name != "port"_L1)
        location.options.insert(name, value);
    else if (location.port = value.toInt(); location.port < 1 || location.port > 65535)
        return notUnderstood(u"\"%1\" is no port"_s.arg(value));
    return {};
}

Outcome<Location> postgresqlAt(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return notUnderstood(u"the address is not valid (%1)"_s.arg(url.errorString()));
    Location location;
    location.backend = Backend::PostgreSql;
    location.host = url.host(QUrl::FullyDecoded);
    location.port = url.port(5432);
    location.user = url.userName(QUrl::FullyDecoded);
    location.password = url.password(QUrl::FullyDecoded);
    location.database = url.path(QUrl::FullyDecoded).mid(1);
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (Outcome<void> applied = applyOption(location, name, value); !applied)
            return tl::unexpected(applied.error());
    }
    if (location.database.isEmpty())
        return notUnderstood(u"the name of the database is missing after the last \"/\""_s);
    return location;
}

} // namespace

QString Location::display() const
{
    if (backend == Backend::Sqlite)
        return QDir::toNativeSeparators(file);
    const QString server = host.isEmpty() ? u"localhost"_s : host;
    return u"postgresql://%1:%2/%3"_s.arg(server).arg(port).arg(database);
}

Outcome<Location> parseLocation(const QString &text, const QString &dataDir)
{
    if (text.isEmpty() || text == sqliteScheme)
        return sqliteAt(QDir(dataDir).filePath(u"stationmaster.sqlite"_s));
    if (text.startsWith("sqlite:"_L1)) {
        const QString file = text.mid(7);
        return file.isEmpty() ? notUnderstood(u"the file is missing after \"sqlite:\""_s) : sqliteAt(file);
    }
    if (text.startsWith("postgresql://"_L1) || text.startsWith("postgres://"_L1))
        return postgresqlAt(text);
    return notUnderstood(u"\"%1\" is no known kind"_s.arg(text.section(u':', 0, 0)));
}

} // namespace store
