// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storetest.h"

#include "store/pgfixture.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <thread>

namespace storetest {

namespace {

std::unique_ptr<PgFixture> pgFixture;
std::unique_ptr<QTemporaryDir> folder;
int files = 0;

} // namespace

void addBackends()
{
    QTest::addColumn<QString>("backend");
    QTest::newRow("sqlite") << u"sqlite"_s;
    QTest::newRow("postgresql") << u"postgresql"_s;
}

store::Backend backend()
{
    QFETCH_GLOBAL(QString, backend);
    return backend == u"sqlite"_s ? store::Backend::Sqlite : store::Backend::PostgreSql;
}

PgFixture &server()
{
    if (!pgFixture) {
        pgFixture = std::make_unique<PgFixture>();
        if (!pgFixture->start())
            QTest::qFail(qPrintable(pgFixture->failure()), __FILE__, __LINE__);
    }
    return *pgFixture;
}

void shutDown()
{
    pgFixture.reset();
    folder.reset();
}

store::Location freshSqliteLocation()
{
    if (!folder)
        folder = std::make_unique<QTemporaryDir>();
    store::Location location;
    location.file = folder->filePath(u"%1/stationmaster.sqlite"_s.arg(++files));
    return location;
}

store::Location freshLocation()
{
    return backend() == store::Backend::Sqlite ? freshSqliteLocation() : server().freshSchema();
}

store::Location ownLocation(const QString &folderPath)
{
    if (qEnvironmentVariable("SM_TEST_DATABASE") != "postgresql"_L1)
        return *store::parseLocation(u"sqlite"_s, folderPath);
    if (!pgFixture)
        qAddPostRoutine(shutDown); // the fixtures are gone by then, and what runs the server's tools is still there
    return server().freshSchema();
}

std::unique_ptr<store::Database> open(const store::Location &location, store::Access access)
{
    auto db = store::Database::open(location, access);
    if (db)
        return std::move(*db);
    QTest::qFail(qPrintable(db.error().text + u" | "_s + db.error().detail), __FILE__, __LINE__);
    return nullptr;
}

std::unique_ptr<store::Database> freshDatabase()
{
    return open(freshLocation());
}

void race(const store::Location &location, const std::function<void(store::Database &)> &first,
          const std::function<void(store::Database &)> &late)
{
    const auto watcher = open(location);
    const auto leader = open(location);
    const auto follower = open(location);
    leader->begin();
    first(*leader);
    std::jthread other([&] { follower->transaction([&] { late(*follower); }); });
    QTRY_VERIFY(watcher->number(u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s) > 0);
    QVERIFY(leader->commit());
    other.join();
    VERIFY_OK(*follower);
}

ocpp::Timestamp at(qint64 seconds)
{
    constexpr ocpp::Timestamp noon{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{12}};
    return noon + std::chrono::seconds(seconds);
}

void addStation(store::Database &db, const QString &id)
{
    store::Station station;
    station.id = id;
    store::Stations(db).save(station);
}

QString problem(store::Database &db)
{
    return db.ok() ? QString() : db.error()->text + u" | "_s + db.error()->detail;
}

} // namespace storetest
