// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pgfixture.h"
#include "store/settings.h"
#include "store/storetest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace store;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

/// root may write everywhere: be somebody else for a while.
class Unprivileged {
public:
    Unprivileged() { change(root_ ? 65534 : ::geteuid()); }
    ~Unprivileged() { change(root_ ? 0 : ::geteuid()); }

private:
    /// Of the real user too: access() asks for that one. The saved one leads back.
    static void change(uid_t user) { QCOMPARE(::setresuid(user, user, static_cast<uid_t>(-1)), 0); }
    const bool root_ = ::geteuid() == 0;
};

} // namespace

class TestDatabaseErrors : public QObject {
    Q_OBJECT
private slots:
    void cleanupTestCase() { storetest::shutDown(); }

    void refusesForeignFiles_data();
    void refusesForeignFiles();
    void refusesAnotherProgramsDatabase();
    void refusesATruncatedFile();
    void tellsDamagedPages();
    void refusesReadOnlyFiles();
    void refusesAFolderThatCannotBeWritten();
    void tellsAFullDisk();
    void tellsALockedFile();
    void tellsAMissingDatabaseForReading();
    void survivesACrash();
    void settingsAreReadBack();
    void tellsAnUnreachableServer();
    void tellsALostConnection();
    void refusesAForeignSchema();
};

void TestDatabaseErrors::refusesForeignFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("This is a letter to my aunt.\n");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("garbage behind the magic") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, 'x');
    QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("zeros") << QByteArray(8192, '\0');
}

void TestDatabaseErrors::refusesForeignFiles()
{
    QFETCH(QByteArray, content);
    const Location location = storetest::freshSqliteLocation();
    write(location.file, content);
    for (const Access access : {Access::ReadWrite, Access::ReadOnly}) {
        const auto db = Database::open(location, access);
        QVERIFY(!db);
        QCOMPARE(db.error().kind, Error::Kind::Damaged);
        QVERIFY2(db.error().text.contains("left as it is"_L1) || db.error().text.contains("left as it was"_L1)
                     || db.error().text.contains("was left"_L1),
                 qPrintable(db.error().text));
    }
    QCOMPARE(contentOf(location.file), content);
}

void TestDatabaseErrors::refusesAnotherProgramsDatabase()
{
    const Location location = storetest::freshSqliteLocation();
    {
        const auto db = storetest::open(location);
        db->define(u"DROP TABLE schema_migrations"_s);
        VERIFY_OK(*db);
    }
    const QByteArray before = contentOf(location.file);
    const auto db = Database::open(location);
    QVERIFY(!db);
    QCOMPARE(db.error().kind, Error::Kind::Damaged);
    QVERIFY2(db.error().text.contains("another program"_L1), qPrintable(db.error().text));
    QCOMPARE(contentOf(location.file), before);
}

void TestDatabaseErrors::refusesATruncatedFile()
{
    const Location location = storetest::freshSqliteLocation();
    storetest::open(location);
    const QByteArray whole = contentOf(location.file);
    QVERIFY(whole.size() > 100'000);
    write(location.file, whole.first(10'000));
    const auto db = Database::open(location);
    QVERIFY(!db);
    QCOMPARE(db.error().kind, Error::Kind::Damaged);
    QCOMPARE(contentOf(location.file), whole.first(10'000));
}

void TestDatabaseErrors::tellsDamagedPages()
{
    const Location location = storetest::freshSqliteLocation();
    {
        const auto db = storetest::open(location);
        db->transaction([&] {
            for (int i = 0; i < 2000; ++i)
                Settings(*db).set(QString::number(i), QString(100, u'x'));
        });
        VERIFY_OK(*db);
    }
    QByteArray content = contentOf(location.file);
    const qsizetype at = content.size() - 64 * 1024;
    content.replace(at, 60 * 1024, QByteArray(60 * 1024, '\xa5'));
    write(location.file, content);
    const auto db = storetest::open(location); // too big to read it all at the start
    Settings(*db).all();
    QVERIFY(!db->ok());
    QCOMPARE(db->takeError()->kind, Error::Kind::Damaged);
}

void TestDatabaseErrors::refusesReadOnlyFiles()
{
    const Location location = storetest::freshSqliteLocation();
    storetest::open(location);
    const QString folder = QFileInfo(location.file).path();
    QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(QFileInfo(folder).path(), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(location.file, QFile::Permissions(0x4444)));
    const QByteArray before = contentOf(location.file);
    {
        const Unprivileged user;
        const auto db = Database::open(location);
        QVERIFY(!db);
        QCOMPARE(db.error().kind, Error::Kind::ReadOnly);
        QVERIFY2(db.error().text.contains("permissions"_L1), qPrintable(db.error().text));
    }
    QCOMPARE(contentOf(location.file), before);
}

void TestDatabaseErrors::refusesAFolderThatCannotBeWritten()
{
    const Location location = storetest::freshSqliteLocation();
    const QString folder = QFileInfo(location.file).path();
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::setPermissions(QFileInfo(folder).path(), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(folder, QFile::Permissions(0x5555)));
    const Unprivileged user;
    const auto db = Database::open(location);
    QVERIFY(!db);
    QCOMPARE(db.error().kind, Error::Kind::ReadOnly);
}

void TestDatabaseErrors::tellsAFullDisk()
{
    const Location location = storetest::freshSqliteLocation();
    const auto db = storetest::open(location);
    Settings(*db).set(u"before"_s, u"1"_s);
    db->value(u"PRAGMA max_page_count = %1"_s.arg(db->number(u"PRAGMA page_count"_s) + 2));
    const bool committed = db->transaction([&] {
        for (int i = 0; i < 2000 && db->ok(); ++i)
            Settings(*db).set(QString::number(i), QString(100, u'x'));
    });
    QVERIFY(!committed);
    const auto error = db->takeError();
    QVERIFY(error);
    QCOMPARE(error->kind, Error::Kind::Full);
    QVERIFY2(error->text.contains("full"_L1), qPrintable(error->text));
    QCOMPARE(Settings(*db).all().keys(), QStringList{u"before"_s}); // still usable, nothing half
    Settings(*db).set(u"after"_s, u"1"_s);
    VERIFY_OK(*db);
}

void TestDatabaseErrors::tellsALockedFile()
{
    const Location location = storetest::freshSqliteLocation();
    const auto holder = storetest::open(location);
    const auto other = storetest::open(location);
    other->value(u"PRAGMA busy_timeout = 50"_s);
    holder->begin();
    Settings(*holder).set(u"a"_s, u"1"_s);
    other->begin();
    QVERIFY(!other->ok());
    QCOMPARE(other->takeError()->kind, Error::Kind::Locked);
    QCOMPARE(Settings(*other).text(u"a"_s), std::nullopt); // readers are not disturbed
    QVERIFY(holder->commit());
    QVERIFY(other->transaction([&] { Settings(*other).set(u"b"_s, u"1"_s); }));
}

void TestDatabaseErrors::tellsAMissingDatabaseForReading()
{
    const Location location = storetest::freshSqliteLocation();
    const auto db = Database::open(location, Access::ReadOnly);
    QVERIFY(!db);
    QCOMPARE(db.error().kind, Error::Kind::Unreachable);
    QVERIFY(!QFileInfo::exists(location.file));
}

void TestDatabaseErrors::survivesACrash()
{
    const Location location = storetest::freshSqliteLocation();
    const auto db = storetest::open(location);
    QVERIFY(db->transaction([&] { Settings(*db).set(u"a"_s, u"1"_s); }));
    db->begin();
    Settings(*db).set(u"b"_s, u"1"_s);
    // What a crash leaves: the file and its log, without the orderly end.
    Location copy = storetest::freshSqliteLocation();
    QDir().mkpath(QFileInfo(copy.file).path());
    QVERIFY(QFile::copy(location.file, copy.file));
    QVERIFY(QFile::copy(location.file + u"-wal"_s, copy.file + u"-wal"_s));
    const auto after = storetest::open(copy);
    QCOMPARE(Settings(*after).all().keys(), QStringList{u"a"_s});
    VERIFY_OK(*after);
    db->rollback();
}

void TestDatabaseErrors::settingsAreReadBack()
{
    const auto db = storetest::open(storetest::freshSqliteLocation());
    QCOMPARE(db->value(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    QCOMPARE(db->number(u"PRAGMA synchronous"_s), 2); // FULL
    QCOMPARE(db->number(u"PRAGMA foreign_keys"_s), 1);
    QCOMPARE(db->number(u"PRAGMA busy_timeout"_s), 5000);
    VERIFY_OK(*db);
}

void TestDatabaseErrors::tellsAnUnreachableServer()
{
    Location location;
    location.backend = Backend::PostgreSql;
    location.host = u"/nowhere"_s;
    location.database = u"none"_s;
    const auto db = Database::open(location);
    QVERIFY(!db);
    QCOMPARE(db.error().kind, Error::Kind::Unreachable);
    QVERIFY2(db.error().text.contains("/nowhere"_L1), qPrintable(db.error().text));
    QVERIFY(!db.error().detail.isEmpty());
}

void TestDatabaseErrors::tellsALostConnection()
{
    const Location location = storetest::server().freshSchema();
    const auto db = storetest::open(location);
    const auto other = storetest::open(location);
    other->value(u"SELECT pg_terminate_backend(?)"_s, {db->number(u"SELECT pg_backend_pid()"_s)});
    VERIFY_OK(*other);
    db->begin();
    Settings(*db).set(u"a"_s, u"1"_s);
    QVERIFY(!db->commit());
    QCOMPARE(db->takeError()->kind, Error::Kind::Unreachable);
    db->number(u"SELECT 1"_s);
    QCOMPARE(db->takeError()->kind, Error::Kind::Unreachable);
    db->begin();
    QCOMPARE(db->takeError()->kind, Error::Kind::Unreachable);
}

void TestDatabaseErrors::refusesAForeignSchema()
{
    const Location location = storetest::server().freshSchema();
    {
        const auto db = storetest::open(location);
        db->define(u"DROP TABLE schema_migrations"_s);
    }
    const auto db = Database::open(location);
    QVERIFY(!db);
    QCOMPARE(db.error().kind, Error::Kind::Damaged);
}

QTEST_GUILESS_MAIN(TestDatabaseErrors)
#include "tst_databaseerrors.moc"
