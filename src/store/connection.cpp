// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <QSqlError>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

/// Lists with filters make texts of their own; the cache is emptied before they could pile up.
constexpr qsizetype statementLimit = 512;
constexpr std::size_t recentLimit = 1024;

/// libpq's keyword/value syntax: 'a value', with \' and \\ inside. QPSQL turns every ";" into a blank.
QString quoted(QString value)
{
    return u"'"_s + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u"'"_s;
}

QString postgresOptions(const Location &location)
{
    // A server that vanished must be noticed in seconds, not after the two hours of TCP's default.
    QMap<QString, QString> options{{u"connect_timeout"_s, u"5"_s},      {u"keepalives_idle"_s, u"10"_s},
                                   {u"keepalives_interval"_s, u"5"_s},  {u"keepalives_count"_s, u"3"_s},
                                   {u"tcp_user_timeout"_s, u"15000"_s}, {u"application_name"_s, u"stationmaster"_s}};
    options.insert(location.options);
    QStringList parts;
    for (const auto &[key, value] : options.asKeyValueRange())
        parts.append(key + u"="_s + quoted(value));
    return parts.join(u';');
}

QString sqliteOptions(Access access)
{
    const QString busy = u"QSQLITE_BUSY_TIMEOUT=5000"_s;
    return access == Access::ReadOnly ? busy + u";QSQLITE_OPEN_READONLY"_s : busy;
}

} // namespace

Database::Connection::Connection(const Location &where, Access how)
    : location(where), access(how), dialect(Dialect::of(where.backend)),
      name_(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    db = QSqlDatabase::addDatabase(dialect.driverName(), name_);
    if (location.backend == Backend::Sqlite) {
        db.setDatabaseName(location.file);
        db.setConnectOptions(sqliteOptions(access));
        return;
    }
    db.setHostName(location.host);
    db.setPort(location.port);
    db.setDatabaseName(location.database);
    db.setUserName(location.user);
    db.setPassword(location.password);
    db.setConnectOptions(postgresOptions(location));
}

Database::Connection::~Connection()
{
    statements_.clear();
    db.close();
    db = QSqlDatabase();
    QSqlDatabase::removeDatabase(name_);
}

Statement *Database::Connection::prepared(const RowTable *table, const QString &text)
{
    // Literals keep their address: comparing is quicker than hashing some hundred characters. Texts that were built
    // may share an address one after the other, so the text is compared.
    const auto recent = recent_.find(text.constData());
    if (recent != recent_.end() && recent->second.key.first == table && recent->second.key.second == text)
        return recent->second.statement;
    const StatementKey key(table, text);
    const auto found = statements_.constFind(key);
    Statement *statement = found != statements_.constEnd() ? found->get() : prepareNew(key);
    if (recent_.size() >= recentLimit)
        recent_.clear();
    if (statement)
        recent_[text.constData()] = {key, statement};
    return statement;
}

Statement *Database::Connection::prepareNew(const StatementKey &key)
{
    if (statements_.size() >= statementLimit) {
        recent_.clear();
        statements_.clear();
    }
    const QString sql = key.first ? texts(*key.first).select + key.second : key.second;
    std::shared_ptr<Statement> statement = Statement::prepare(db, sql, lastError);
    if (statement)
        statements_.insert(key, statement);
    return statement.get();
}

Error Database::Connection::explain(const QSqlError &said) const
{
    if (said.isValid() || db.isOpen())
        return dialect.explain(said, location);
    return dialect.explain(
        QSqlError({}, u"The connection to the server was lost before."_s, QSqlError::ConnectionError), location);
}

Statement *Database::Connection::preparedRows(const RowTable &table, int rows)
{
    return prepared(nullptr, SqlTexts::insertRows(table, rows));
}

const SqlTexts &Database::Connection::texts(const RowTable &table)
{
    return texts_.try_emplace(&table, table).first->second;
}

} // namespace store
