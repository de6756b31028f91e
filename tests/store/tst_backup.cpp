// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"
#include "store/migrations.h"
#include "store/settings.h"
#include "store/storetest.h"
#include "store/writer.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace store;

namespace {

Location databaseWith(const QString &value)
{
    const Location location = storetest::freshSqliteLocation();
    const auto db = storetest::open(location);
    Settings(*db).set(u"value"_s, value);
    return location;
}

QString valueIn(const Location &location)
{
    const auto db = storetest::open(location, Access::ReadOnly);
    return db ? Settings(*db).read(u"value"_s, u"none"_s) : u"closed"_s;
}

QString beside(const Location &location, const QString &name)
{
    return QFileInfo(location.file).dir().filePath(name);
}

QStringList filesBeside(const Location &location)
{
    return QFileInfo(location.file).dir().entryList(QDir::Files, QDir::Name);
}

Location at(const QString &file)
{
    Location location;
    location.file = file;
    return location;
}

} // namespace

class TestBackup : public QObject {
    Q_OBJECT
private slots:
    void cleanupTestCase() { storetest::shutDown(); }

    void copiesADatabaseInUse();
    void cancelledItLeavesNothing();
    void neverOverwrites();
    void tellsWhereItCannotWrite();
    void tellsThatThereIsNothing();
    void restoresAndKeepsTheOld();
    void restoresForTheSameOwner();
    void restoresWhereNothingWas();
    void bringsAnOldBackupUpToDate();
    void refusesWhatIsNoBackup_data();
    void refusesWhatIsNoBackup();
    void refusesADamagedBackup();
    void refusesANewerBackup();
    void keepsTheLogOfACrashedDatabase();
    void postgresqlHasItsOwnTools();
};

void TestBackup::copiesADatabaseInUse()
{
    const Location location = databaseWith(u"before"_s);
    Writer writer(location);
    QVERIFY(writer.start());
    std::atomic<bool> enough = false;
    std::thread load([&] {
        for (int i = 0; !enough; ++i)
            writer.submit([i](Database &db) { Settings(db).set(u"n"_s, qint64(i)); }).waitForFinished();
    });
    const QString file = beside(location, u"copy.sqlite"_s);
    const auto done = backup(location, file);
    enough = true;
    load.join();
    QVERIFY2(done, done ? "" : qPrintable(done.error().text + done.error().detail));
    QCOMPARE(valueIn(at(file)), u"before"_s);
    QVERIFY(!QFileInfo::exists(file + u".part"_s));
}

void TestBackup::cancelledItLeavesNothing()
{
    const Location location = databaseWith(u"a"_s);
    const auto db = storetest::open(location);
    QVERIFY(db->transaction([&] { // enough for SQLite to look up from its work
        for (int i = 0; i < 3000; ++i)
            Settings(*db).set(u"key %1"_s.arg(i), qint64(i));
    }));
    const QString file = beside(location, u"copy.sqlite"_s);
    const QStringList before = filesBeside(location);
    std::stop_source person;
    person.request_stop();
    const auto done = backup(location, file, person.get_token());
    QVERIFY(!done);
    QVERIFY2(done.error().text.contains("cancelled"_L1), qPrintable(done.error().text));
    QVERIFY2(done.error().detail.contains("interrupt"_L1), qPrintable(done.error().detail)); // it did not work to the end
    QCOMPARE(filesBeside(location), before);
    QVERIFY(backup(location, file)); // and the next one is not hindered
}

void TestBackup::neverOverwrites()
{
    const Location location = databaseWith(u"a"_s);
    const QString file = beside(location, u"copy.sqlite"_s);
    QVERIFY(backup(location, file));
    const auto again = backup(location, file);
    QVERIFY(!again);
    QVERIFY2(again.error().text.contains("not overwritten"_L1), qPrintable(again.error().text));
    QVERIFY(!backup(location, location.file));
    QCOMPARE(valueIn(location), u"a"_s);
}

void TestBackup::tellsWhereItCannotWrite()
{
    const Location location = databaseWith(u"a"_s);
    const auto done = backup(location, u"/proc/nowhere/copy.sqlite"_s);
    QVERIFY(!done);
    QVERIFY(!done.error().text.isEmpty());
    QCOMPARE(valueIn(location), u"a"_s);
}

void TestBackup::tellsThatThereIsNothing()
{
    const Location location = storetest::freshSqliteLocation();
    QVERIFY(!backup(location, beside(location, u"copy.sqlite"_s)));
    QVERIFY(!QFileInfo::exists(location.file));
}

void TestBackup::restoresAndKeepsTheOld()
{
    const Location location = databaseWith(u"old"_s);
    const Location other = databaseWith(u"from the backup"_s);
    const QString file = beside(other, u"copy.sqlite"_s);
    QVERIFY(backup(other, file));
    const auto restored = restore(file, location);
    QVERIFY2(restored, restored ? "" : qPrintable(restored.error().text + restored.error().detail));
    QCOMPARE(valueIn(location), u"from the backup"_s);
    QCOMPARE(valueIn(at(restored->keptAside)), u"old"_s);
    QVERIFY(QFileInfo::exists(file));
    const auto again = restore(file, location);
    QVERIFY(again);
    QVERIFY(again->keptAside != restored->keptAside);
}

// `sudo stationmasterctl restore`, for a service with a user of its own.
void TestBackup::restoresForTheSameOwner()
{
    const Location source = databaseWith(u"from the backup"_s);
    const Location location = databaseWith(u"old"_s);
    const QByteArray file = QFile::encodeName(location.file);
    constexpr uid_t service = 61234;
    const bool isRoot = ::geteuid() == 0;
    if (isRoot)
        QCOMPARE(::chown(file.constData(), service, service), 0);
    QCOMPARE(::chmod(file.constData(), 0640), 0);
    QVERIFY(restore(source.file, location));
    struct stat now {};
    QCOMPARE(::stat(file.constData(), &now), 0);
    QCOMPARE(now.st_mode & 0777, mode_t(0640));
    QCOMPARE(now.st_uid, isRoot ? service : ::geteuid());
    QCOMPARE(valueIn(location), u"from the backup"_s);
}

void TestBackup::restoresWhereNothingWas()
{
    const Location source = databaseWith(u"a"_s);
    const Location target = storetest::freshSqliteLocation();
    const auto restored = restore(source.file, target);
    QVERIFY(restored);
    QCOMPARE(restored->keptAside, QString());
    QCOMPARE(valueIn(target), u"a"_s);
    QCOMPARE(filesBeside(target).filter(u"restoring"_s), QStringList());
}

void TestBackup::bringsAnOldBackupUpToDate()
{
    const Location source = storetest::freshSqliteLocation();
    QVERIFY(Database::open(source, Access::ReadWrite, migrations().first(1)));
    const Location target = storetest::freshSqliteLocation();
    QVERIFY(restore(source.file, target));
    const auto db = storetest::open(target, Access::ReadOnly);
    QVERIFY(db);
    QCOMPARE(db->number(u"SELECT max(version) FROM schema_migrations"_s), currentVersion());
}

void TestBackup::refusesWhatIsNoBackup_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("dear diary");
    QTest::newRow("garbage behind the magic") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, 'x');
}

void TestBackup::refusesWhatIsNoBackup()
{
    QFETCH(QByteArray, content);
    const Location location = databaseWith(u"old"_s);
    const QString file = beside(location, u"backup"_s);
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
    written.close();
    const QStringList before = filesBeside(location);
    const auto restored = restore(file, location);
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, Error::Kind::Damaged);
    QCOMPARE(filesBeside(location), before); // before reading, which leaves SQLite's -wal and -shm
    QCOMPARE(valueIn(location), u"old"_s);
    QVERIFY(!restore(beside(location, u"missing"_s), location));
    QCOMPARE(valueIn(location), u"old"_s);
}

void TestBackup::refusesADamagedBackup()
{
    const Location source = storetest::freshSqliteLocation();
    {
        const auto db = storetest::open(source);
        db->transaction([&] {
            for (int i = 0; i < 2000; ++i)
                Settings(*db).set(QString::number(i), QString(100, u'x'));
        });
    }
    QFile file(source.file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() - 32 * 1024));
    QCOMPARE(file.write(QByteArray(16 * 1024, '\xa5')), 16 * 1024);
    file.close();
    const Location location = databaseWith(u"old"_s);
    const auto restored = restore(source.file, location);
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, Error::Kind::Damaged);
    QCOMPARE(valueIn(location), u"old"_s);
}

void TestBackup::refusesANewerBackup()
{
    const Location source = databaseWith(u"new"_s);
    {
        const auto db = storetest::open(source);
        db->run(u"INSERT INTO schema_migrations (version, name, checksum, applied) VALUES (9999, 'x', 'y', 0)"_s);
        VERIFY_OK(*db);
    }
    const Location location = databaseWith(u"old"_s);
    const auto restored = restore(source.file, location);
    QVERIFY(!restored);
    QCOMPARE(restored.error().kind, Error::Kind::NewerVersion);
    QCOMPARE(valueIn(location), u"old"_s);
}

void TestBackup::keepsTheLogOfACrashedDatabase()
{
    const Location running = databaseWith(u"x"_s);
    const auto db = storetest::open(running);
    QVERIFY(db->transaction([&] { Settings(*db).set(u"value"_s, u"only in the log"_s); }));
    const Location crashed = storetest::freshSqliteLocation();
    QVERIFY(QDir().mkpath(QFileInfo(crashed.file).path()));
    QVERIFY(QFile::copy(running.file, crashed.file));
    QVERIFY(QFile::copy(running.file + u"-wal"_s, crashed.file + u"-wal"_s));
    const Location source = databaseWith(u"from the backup"_s);
    const auto restored = restore(source.file, crashed);
    QVERIFY(restored);
    QCOMPARE(valueIn(crashed), u"from the backup"_s);
    QCOMPARE(valueIn(at(restored->keptAside)), u"only in the log"_s);
}

void TestBackup::postgresqlHasItsOwnTools()
{
    const auto location = parseLocation(u"postgresql://joe:secret@db/stations"_s, {});
    QVERIFY(location);
    const auto saved = backup(*location, u"/tmp/x"_s);
    QVERIFY(!saved);
    QVERIFY2(saved.error().text.contains("pg_dump"_L1), qPrintable(saved.error().text));
    QVERIFY(!saved.error().text.contains("secret"_L1));
    const auto restored = restore(u"/tmp/x"_s, *location);
    QVERIFY(!restored);
    QVERIFY2(restored.error().text.contains("pg_restore"_L1), qPrintable(restored.error().text));
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
