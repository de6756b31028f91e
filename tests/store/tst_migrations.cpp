// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attention.h"
#include "store/certificaterequests.h"
#include "store/chargingprofiles.h"
#include "store/commands.h"
#include "store/compositeschedules.h"
#include "store/configuration.h"
#include "store/connectors.h"
#include "store/contracts.h"
#include "store/filelinks.h"
#include "store/findings.h"
#include "store/firmware.h"
#include "store/frames.h"
#include "store/idtags.h"
#include "store/knocks.h"
#include "store/locallists.h"
#include "store/metervalues.h"
#include "store/migrations.h"
#include "store/nodes.h"
#include "store/reconciliations.h"
#include "store/reservations.h"
#include "store/securityevents.h"
#include "store/settings.h"
#include "store/stationevents.h"
#include "store/stationfiles.h"
#include "store/storetest.h"
#include "store/transactions.h"

#include <QDir>
#include <QFileInfo>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace store;

namespace {

constexpr const char *firstStatements[] = {"CREATE TABLE things (id {id}, name TEXT NOT NULL)"};
constexpr const char *secondStatements[] = {"ALTER TABLE things ADD COLUMN size BIGINT",
                                            "CREATE INDEX things_name ON things (name)", "UPDATE things SET size = 7"};
constexpr const char *brokenStatements[] = {"CREATE TABLE more (id {id})", "CREATE TABLE things (id {id})"};

constexpr Migration first{1, "first"_L1, firstStatements};
constexpr Migration second{2, "second"_L1, secondStatements};
constexpr Migration one[] = {first};
constexpr Migration two[] = {first, second};
constexpr Migration brokenSecond[] = {first, {2, "second"_L1, brokenStatements}};
constexpr Migration otherFirst[] = {{1, "first"_L1, secondStatements}};

/// Every column and index, in a form that can be compared.
QStringList schemaOf(Database &db)
{
    QStringList lines;
    const QString sqlite =
        u"SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk "
        "FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' UNION ALL "
        "SELECT name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE type = 'index' ORDER BY 1"_s;
    const QString postgres =
        u"SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' "
        "|| is_identity FROM information_schema.columns WHERE table_schema = current_schema() "
        "UNION ALL SELECT replace(indexdef, schemaname || '.', '') FROM pg_indexes "
        "WHERE schemaname = current_schema() ORDER BY 1"_s;
    db.each(db.backend() == Backend::Sqlite ? sqlite : postgres, {},
            [&lines](const ResultRow &row) { lines.append(row.value(0).toString().simplified()); });
    return lines;
}

std::unique_ptr<Database> openWith(const Location &location, std::span<const Migration> steps)
{
    auto db = Database::open(location, Access::ReadWrite, steps);
    return db ? std::move(*db) : nullptr;
}

QStringList backupsBeside(const Location &location)
{
    return QFileInfo(location.file).dir().entryList({u"*.backup.sqlite"_s}, QDir::Files);
}

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }
    void stepsAreNumberedFromOne();
    void theChecksumFollowsTheText();
    void releasedStepsNeverChange();
    void freshEqualsUpgraded();
    void ourOwnStepsFromEachVersion();
    void keepsTheData();
    void backsUpASqliteFileFirst();
    void aFailingStepLeavesNothing();
    void refusesANewerDatabase();
    void refusesAnotherEdition();
    void severalNodesStartAtOnce();
    void everyColumnIsDeclared_data();
    void everyColumnIsDeclared();
};

void TestMigrations::stepsAreNumberedFromOne()
{
    int expected = 1;
    for (const Migration &step : migrations())
        QCOMPARE(step.version, expected++);
    QCOMPARE(currentVersion(), expected - 1);
}

void TestMigrations::theChecksumFollowsTheText()
{
    QCOMPARE(checksum(first).size(), 64);
    QVERIFY(checksum(first) != checksum(second));
}

void TestMigrations::releasedStepsNeverChange()
{
    // A database in the field remembers this. Add a step instead of changing one.
    const QStringList released{u"a083c6a659b51c0d367350326b3ee52f305726fcf84703a9528856e7a5f8b510"_s};
    QVERIFY(currentVersion() >= released.size());
    for (const Migration &step : migrations().first(released.size()))
        QCOMPARE(checksum(step), released.at(step.version - 1));
}

void TestMigrations::freshEqualsUpgraded()
{
    const Location upgraded = storetest::freshLocation();
    QVERIFY(openWith(upgraded, one));
    const auto db = openWith(upgraded, two);
    QVERIFY(db);
    const auto fresh = openWith(storetest::freshLocation(), two);
    QVERIFY(fresh);
    const QStringList schema = schemaOf(*fresh);
    QVERIFY(schema.filter(u"things.size"_s).size() == 1);
    QCOMPARE(schemaOf(*db), schema);
    VERIFY_OK(*db);
    VERIFY_OK(*fresh);
}

void TestMigrations::ourOwnStepsFromEachVersion()
{
    const auto fresh = storetest::freshDatabase();
    const QStringList schema = schemaOf(*fresh);
    QVERIFY(schema.size() > 100);
    for (std::size_t version = 1; version <= migrations().size(); ++version) {
        const Location location = storetest::freshLocation();
        QVERIFY(openWith(location, migrations().first(version)));
        const auto upgraded = storetest::open(location);
        QCOMPARE(schemaOf(*upgraded), schema);
        VERIFY_OK(*upgraded);
    }
}

void TestMigrations::keepsTheData()
{
    const Location location = storetest::freshLocation();
    {
        const auto db = openWith(location, one);
        db->run(u"INSERT INTO things (name) VALUES (?)"_s, {u"thing"_s});
        VERIFY_OK(*db);
    }
    const auto db = openWith(location, two);
    QVERIFY(db);
    QCOMPARE(db->value(u"SELECT name FROM things WHERE size = 7"_s).toString(), u"thing"_s);
    VERIFY_OK(*db);
}

void TestMigrations::backsUpASqliteFileFirst()
{
    const Location location = storetest::freshSqliteLocation();
    QVERIFY(openWith(location, one));
    QVERIFY(openWith(location, one));
    QCOMPARE(backupsBeside(location), QStringList());
    QVERIFY(openWith(location, two));
    QCOMPARE(backupsBeside(location), QStringList{u"stationmaster-version1.backup.sqlite"_s});
    Location backup = location;
    backup.file = QFileInfo(location.file).dir().filePath(backupsBeside(location).first());
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(backup.file) & others)); // as nobody else may read the database itself
    const auto db = openWith(backup, one);
    QVERIFY(db);
    QCOMPARE(db->number(u"SELECT max(version) FROM schema_migrations"_s), 1);
}

void TestMigrations::aFailingStepLeavesNothing()
{
    const Location location = storetest::freshLocation();
    QVERIFY(openWith(location, one));
    const auto failed = Database::open(location, Access::ReadWrite, brokenSecond);
    QVERIFY(!failed);
    const auto db = openWith(location, one);
    QVERIFY(db);
    QCOMPARE(schemaOf(*db).filter(u"more"_s), QStringList());
    QVERIFY(openWith(location, two));
}

void TestMigrations::refusesANewerDatabase()
{
    const Location location = storetest::freshLocation();
    QVERIFY(openWith(location, two));
    for (const Access access : {Access::ReadWrite, Access::ReadOnly}) {
        const auto older = Database::open(location, access, one);
        QVERIFY(!older);
        QCOMPARE(older.error().kind, Error::Kind::NewerVersion);
        QVERIFY2(older.error().text.contains("newer"_L1), qPrintable(older.error().text));
    }
}

void TestMigrations::refusesAnotherEdition()
{
    const Location location = storetest::freshLocation();
    QVERIFY(openWith(location, one));
    const auto other = Database::open(location, Access::ReadWrite, otherFirst);
    QVERIFY(!other);
    QCOMPARE(other.error().kind, Error::Kind::Other);
    QVERIFY2(other.error().text.contains("different edition"_L1), qPrintable(other.error().text));
}

namespace {

void startAtOnce(const Location &location)
{
    QString problems[4];
    std::vector<std::thread> nodes;
    for (QString &problem : problems) {
        nodes.emplace_back([&location, &problem] {
            const auto db = Database::open(location);
            problem = db ? u"fine"_s : db.error().text + db.error().detail;
        });
    }
    for (std::thread &node : nodes)
        node.join();
    for (const QString &problem : problems)
        QCOMPARE(problem, u"fine"_s);
    const auto db = storetest::open(location);
    QCOMPARE(db->number(u"SELECT count(*) FROM schema_migrations"_s), currentVersion());
}

} // namespace

void TestMigrations::severalNodesStartAtOnce()
{
    // A file is set up in moments, and they get into each other's way only in some of them.
    const int rounds = storetest::backend() == Backend::Sqlite ? 30 : 1;
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round)
        startAtOnce(storetest::freshLocation());
}

void TestMigrations::everyColumnIsDeclared_data()
{
    QTest::addColumn<const RowTable *>("table");
    for (const RowTable *table :
         {&Station::table(), &Connector::table(), &StatusChange::table(), &IdTag::table(), &SeenTag::table(),
          &Transaction::table(), &MeterValue::table(), &Parked::table(), &Command::table(), &FrameRow::table(),
          &FindingRow::table(), &Knock::table(), &ConfigurationKey::table(), &StationEvent::table(), &Setting::table(),
          &Node::table(), &NamedProfile::table(), &StationProfile::table(), &CompositeSchedule::table(),
          &Reconciliation::table(), &LocalList::table(), &LocalListEntry::table(), &StationList::table(),
          &Reservation::table(), &FirmwareImage::table(), &FirmwareJob::table(), &FirmwareRollout::table(),
          &StationFile::table(), &FileLink::table(), &SecurityEvent::table(), &Certificate::table(),
          &CertificateHash::table(), &StationCertificate::table(), &CertificateStore::table(),
          &CertificateRequest::table(), &Contract::table(), &SigningOrder::table()})
        QTest::newRow(table->name.data()) << table;
}

void TestMigrations::everyColumnIsDeclared()
{
    QFETCH(const RowTable *, table);
    const auto db = storetest::freshDatabase();
    QStringList declared;
    for (const Column &column : table->columns)
        declared.append(column.name);
    QStringList actual;
    const QString sqlite = u"SELECT name FROM pragma_table_info(?)"_s;
    const QString postgres = u"SELECT column_name FROM information_schema.columns WHERE table_name = ? "
                             "AND table_schema = current_schema()"_s;
    db->each(db->backend() == Backend::Sqlite ? sqlite : postgres, {table->name},
             [&actual](const ResultRow &row) { actual.append(row.value(0).toString()); });
    VERIFY_OK(*db);
    declared.sort();
    actual.sort();
    QCOMPARE(declared, actual);
}

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
