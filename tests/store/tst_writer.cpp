// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changes.h"
#include "store/pgfixture.h"
#include "store/reader.h"
#include "store/settings.h"
#include "store/storetest.h"
#include "store/writer.h"

#include <QDir>
#include <QFileInfo>
#include <QSemaphore>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace store;

namespace {

/// What happened to the jobs, in order; written on the writer's thread.
struct Record {
    std::mutex mutex;
    QStringList events;
    QSemaphore finished;

    void add(const QString &event)
    {
        const std::lock_guard lock(mutex);
        events.append(event);
    }
    QStringList taken()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(events, {});
    }
};

/// Does something, and tells how it ended.
class Task : public Job {
public:
    Task(Record &record, QString name, std::function<void(Database &)> work)
        : record_(record), name_(std::move(name)), work_(std::move(work))
    {
    }
    void run(Database &db) override { work_(db); }
    void finished(const Error *error) override
    {
        record_.add(name_ + (error ? u" failed"_s : u" done"_s));
        record_.finished.release();
    }

private:
    Record &record_;
    QString name_;
    std::function<void(Database &)> work_;
};

std::unique_ptr<Job> setting(Record &record, const QString &key)
{
    return std::make_unique<Task>(record, key, [key](Database &db) { Settings(db).set(key, u"1"_s); });
}

std::unique_ptr<Job> failing(Record &record, const QString &key)
{
    return std::make_unique<Task>(record, key, [key](Database &db) {
        Settings(db).set(key, u"1"_s);
        db.run(u"SELECT * FROM nowhere"_s);
    });
}

/// What the writer's thread signals, as it arrives here: a QSignalSpy would note it over there while the test looks.
class Heard : public QObject {
public:
    explicit Heard(Writer &writer)
    {
        connect(&writer, &Writer::reachableChanged, this, [this](bool isReachable) { reachable += isReachable; });
        connect(&writer, &Writer::troubled, this, [this](const Error &error) { troubled += error; });
        connect(&writer, &Writer::recovered, this, [this] { ++recovered; });
    }

    QList<bool> reachable;
    QList<Error> troubled;
    int recovered = 0;
};

QStringList keysIn(const Location &location)
{
    const auto db = storetest::open(location, Access::ReadOnly);
    return Settings(*db).all().keys();
}

constexpr int patientMs = 20'000;

/// Once: a deferred trigger ends its own connection while the COMMIT is under way, when a node is inserted after the
/// setting "hang up".
void letACommitHangUp(Writer &writer)
{
    writer
        .submit([](Database &db) {
            db.define(u"CREATE FUNCTION hang_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                      "IF (SELECT count(*) FROM settings WHERE key = 'hang up') > 0 THEN "
                      "DELETE FROM settings WHERE key = 'hang up'; PERFORM pg_terminate_backend(pg_backend_pid()); "
                      "END IF; RETURN NULL; END $$"_s);
            db.define(u"CREATE CONSTRAINT TRIGGER hang_up AFTER INSERT ON nodes DEFERRABLE INITIALLY DEFERRED "
                      "FOR EACH ROW EXECUTE FUNCTION hang_up()"_s);
        })
        .waitForFinished();
}

} // namespace

class TestWriter : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void commitsAndTellsInOrder();
    void aFailingJobFailsAlone();
    void aJobThatFailsAloneIsNoTrouble();
    void aSwallowedFailureFailsTheJob();
    void theHookComesAfterAllOfABatch();
    void unhurriedJobsShareTheNextCommit();
    void unhurriedJobsAreNotForgotten();
    void submitGivesTheResult();
    void submitGivesTheError();
    void changesAreToldAfterTheCommit();
    void manyThreadsPost();
    void stopFinishesWhatIsQueued();
    void afterStopNothingIsAccepted();
    void startTellsWhyItCannot();
    void aReaderSeesWhatWasCommitted();
    void aReaderCannotWrite();
    void aStoppedReaderRefuses();

    void waitsForALockedFile();
    void aFullDiskFailsTheBatchOnly();
    void aVanishedFileIsNotMadeAnew();

    void aLostServerIsFoundAgain();
    void aServerAwayTooLongFailsTheJobs();
    void aReaderFindsTheServerAgain();
    void anUnansweredCommitIsNotRepeated();
    void theChangesOfAnUnansweredCommitAreTold();
};

void TestWriter::commitsAndTellsInOrder()
{
    const Location location = storetest::freshLocation();
    Record record;
    Writer writer(location);
    QVERIFY(writer.start());
    std::vector<std::unique_ptr<Job>> jobs;
    jobs.push_back(setting(record, u"a"_s));
    jobs.push_back(setting(record, u"b"_s));
    writer.post(std::move(jobs));
    writer.post(setting(record, u"c"_s));
    QVERIFY(record.finished.tryAcquire(3, patientMs));
    QCOMPARE(record.taken(), (QStringList{u"a done"_s, u"b done"_s, u"c done"_s}));
    QCOMPARE(keysIn(location), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QTRY_COMPARE(writer.queued(), 0);
}

void TestWriter::aFailingJobFailsAlone()
{
    const Location location = storetest::freshLocation();
    Record record;
    Writer writer(location);
    QVERIFY(writer.start());
    std::vector<std::unique_ptr<Job>> jobs;
    jobs.push_back(setting(record, u"a"_s));
    jobs.push_back(failing(record, u"b"_s));
    jobs.push_back(setting(record, u"c"_s));
    jobs.push_back(failing(record, u"d"_s));
    writer.post(std::move(jobs));
    QVERIFY(record.finished.tryAcquire(4, patientMs));
    QCOMPARE(record.taken(), (QStringList{u"a done"_s, u"b failed"_s, u"c done"_s, u"d failed"_s}));
    QCOMPARE(keysIn(location), (QStringList{u"a"_s, u"c"_s}));
}

void TestWriter::aJobThatFailsAloneIsNoTrouble()
{
    Writer writer(storetest::freshLocation());
    const Heard heard(writer);
    QVERIFY(writer.start());
    auto failed = writer.submit([](Database &db) { db.run(u"SELECT * FROM nowhere"_s); });
    failed.waitForFinished();
    QVERIFY(!failed.result());
    writer.stop();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(heard.troubled.size(), 0);
}

void TestWriter::aSwallowedFailureFailsTheJob()
{
    const Location location = storetest::freshLocation();
    Record record;
    Writer writer(location);
    QVERIFY(writer.start());
    std::vector<std::unique_ptr<Job>> jobs;
    jobs.push_back(setting(record, u"a"_s));
    jobs.push_back(std::make_unique<Task>(record, u"b"_s, [](Database &db) {
        db.run(u"SELECT * FROM nowhere"_s);
        db.takeError();
        Settings(db).set(u"b"_s, u"1"_s);
    }));
    writer.post(std::move(jobs));
    QVERIFY(record.finished.tryAcquire(2, patientMs));
    QCOMPARE(record.taken(), (QStringList{u"a done"_s, u"b failed"_s}));
    QCOMPARE(keysIn(location), QStringList{u"a"_s});
}

void TestWriter::theHookComesAfterAllOfABatch()
{
    Record record;
    Writer writer(storetest::freshLocation());
    writer.setBatchFinished([&record] {
        record.add(u"batch"_s);
        record.finished.release();
    });
    QVERIFY(writer.start());
    std::vector<std::unique_ptr<Job>> jobs;
    for (int i = 0; i < 3; ++i)
        jobs.push_back(setting(record, QString::number(i)));
    writer.post(std::move(jobs));
    QVERIFY(record.finished.tryAcquire(4, patientMs));
    QCOMPARE(record.taken(), (QStringList{u"0 done"_s, u"1 done"_s, u"2 done"_s, u"batch"_s}));
}

void TestWriter::unhurriedJobsShareTheNextCommit()
{
    Record record;
    Writer writer(storetest::freshLocation(), {.watch = std::chrono::minutes(1)});
    writer.setBatchFinished([&record] { record.add(u"batch"_s); });
    QVERIFY(writer.start());
    writer.postUnhurried(setting(record, u"a"_s));
    writer.postUnhurried(setting(record, u"b"_s));
    QCOMPARE(writer.queued(), 2);
    writer.post(setting(record, u"c"_s));
    QVERIFY(record.finished.tryAcquire(3, patientMs));
    writer.postUnhurried(setting(record, u"d"_s));
    writer.stop();
    QCOMPARE(record.taken(), (QStringList{u"a done"_s, u"b done"_s, u"c done"_s, u"batch"_s, u"d done"_s, u"batch"_s}));
}

void TestWriter::unhurriedJobsAreNotForgotten()
{
    Record record;
    Writer writer(storetest::freshLocation(), {.watch = std::chrono::milliseconds(1)});
    QVERIFY(writer.start());
    writer.postUnhurried(setting(record, u"a"_s));
    QVERIFY(record.finished.tryAcquire(1, patientMs));
    QCOMPARE(record.taken(), QStringList{u"a done"_s});
}

void TestWriter::submitGivesTheResult()
{
    Writer writer(storetest::freshLocation());
    QVERIFY(writer.start());
    auto written = writer.submit([](Database &db) { Settings(db).set(u"a"_s, u"1"_s); });
    auto counted = writer.submit([](Database &db) { return Settings(db).all().size(); });
    counted.waitForFinished();
    QVERIFY(written.result());
    QVERIFY(counted.result());
    QCOMPARE(*counted.result(), 1);
}

void TestWriter::submitGivesTheError()
{
    Writer writer(storetest::freshLocation());
    QVERIFY(writer.start());
    auto failed = writer.submit([](Database &db) {
        db.fail({Error::Kind::Constraint, u"not like this"_s, {}});
        return 7;
    });
    failed.waitForFinished();
    QVERIFY(!failed.result());
    QCOMPARE(failed.result().error().text, u"not like this"_s);
}

void TestWriter::changesAreToldAfterTheCommit()
{
    Writer writer(storetest::freshLocation());
    QList<ChangeSet> told;
    QObject::connect(&writer, &Writer::changed, &writer, [&told](const ChangeSet &changes) { told.append(changes); });
    QVERIFY(writer.start());
    Record record;
    std::vector<std::unique_ptr<Job>> jobs;
    jobs.push_back(setting(record, u"a"_s));
    jobs.push_back(failing(record, u"b"_s));
    writer.post(std::move(jobs));
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.first(), (ChangeSet{{Table::Settings, {}, u"a"_s}}));
    auto nothing = writer.submit([](Database &db) { db.number(u"SELECT 1"_s); });
    auto something = writer.submit([](Database &db) { Settings(db).set(u"c"_s, u"1"_s); });
    something.waitForFinished();
    QTRY_COMPARE(told.last(), (ChangeSet{{Table::Settings, {}, u"c"_s}}));
    QCOMPARE(told.size(), 2);
}

void TestWriter::manyThreadsPost()
{
    constexpr int perThread = 200;
    const Location location = storetest::freshLocation();
    Record record;
    Writer writer(location);
    QVERIFY(writer.start());
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&writer, &record, thread] {
            for (int i = 0; i < perThread; ++i)
                writer.post(setting(record, u"%1-%2"_s.arg(thread).arg(i, 3, 10, QChar(u'0'))));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(record.finished.tryAcquire(4 * perThread, patientMs));
    const QStringList events = record.taken();
    for (int thread = 0; thread < 4; ++thread) {
        QStringList own = events.filter(QRegularExpression(u"^%1-"_s.arg(thread)));
        QCOMPARE(own.size(), perThread);
        QVERIFY(std::is_sorted(own.begin(), own.end()));
    }
    QCOMPARE(keysIn(location).size(), 4 * perThread);
}

void TestWriter::stopFinishesWhatIsQueued()
{
    const Location location = storetest::freshLocation();
    Record record;
    Writer writer(location);
    QVERIFY(writer.start());
    for (int i = 0; i < 100; ++i)
        writer.post(setting(record, QString::number(i)));
    writer.stop();
    QCOMPARE(record.taken().filter(u"done"_s).size(), 100);
    QCOMPARE(keysIn(location).size(), 100);
}

void TestWriter::afterStopNothingIsAccepted()
{
    Record record;
    Writer writer(storetest::freshLocation());
    QVERIFY(writer.start());
    writer.stop();
    writer.post(setting(record, u"a"_s));
    QCOMPARE(record.taken(), QStringList{u"a failed"_s});
    auto refused = writer.submit([](Database &) { return 1; });
    QVERIFY(refused.isFinished());
    QVERIFY(!refused.result());
}

void TestWriter::startTellsWhyItCannot()
{
    Location location = storetest::freshLocation();
    (location.backend == Backend::Sqlite ? location.file : location.host) = u"/proc/nowhere/x"_s;
    Record record;
    Writer writer(location);
    writer.post(setting(record, u"early"_s));
    const auto started = writer.start();
    QVERIFY(!started);
    QVERIFY(!started.error().text.isEmpty());
    writer.stop();
    QCOMPARE(record.taken(), QStringList{u"early failed"_s});
}

void TestWriter::aReaderSeesWhatWasCommitted()
{
    const Location location = storetest::freshLocation();
    Writer writer(location);
    QVERIFY(writer.start());
    Reader reader(location);
    QVERIFY(reader.start());
    for (int i = 0; i < 20; ++i) {
        writer.submit([i](Database &db) { Settings(db).set(u"n"_s, qint64(i)); }).waitForFinished();
        auto read = reader.read([](Database &db) { return Settings(db).read(u"n"_s, -1); });
        read.waitForFinished();
        QVERIFY(read.result());
        QCOMPARE(*read.result(), i);
    }
}

void TestWriter::aReaderCannotWrite()
{
    const Location location = storetest::freshLocation();
    storetest::open(location);
    Reader reader(location);
    QVERIFY(reader.start());
    auto written = reader.read([](Database &db) {
        Settings(db).set(u"a"_s, u"1"_s);
        return 1;
    });
    written.waitForFinished();
    QVERIFY(!written.result());
    QCOMPARE(written.result().error().kind, Error::Kind::ReadOnly);
    auto after = reader.read([](Database &db) { return Settings(db).all().size(); });
    after.waitForFinished();
    QVERIFY(after.result());
    QCOMPARE(*after.result(), 0);
}

void TestWriter::aStoppedReaderRefuses()
{
    const Location location = storetest::freshLocation();
    storetest::open(location);
    Reader reader(location);
    QVERIFY(reader.start());
    reader.stop();
    auto refused = reader.read([](Database &) { return 1; });
    QVERIFY(refused.isFinished());
    QVERIFY(!refused.result());
}

void TestWriter::waitsForALockedFile()
{
    const Location location = storetest::freshSqliteLocation();
    Writer writer(location);
    QVERIFY(writer.start());
    const auto holder = storetest::open(location);
    holder->begin();
    Settings(*holder).set(u"theirs"_s, u"1"_s);
    auto written = writer.submit([](Database &db) { Settings(db).set(u"ours"_s, u"1"_s); });
    QVERIFY(!written.isFinished());
    QVERIFY(holder->commit());
    written.waitForFinished();
    QVERIFY(written.result());
    QCOMPARE(keysIn(location), (QStringList{u"ours"_s, u"theirs"_s}));
}

void TestWriter::aFullDiskFailsTheBatchOnly()
{
    const Location location = storetest::freshSqliteLocation();
    Writer writer(location);
    const Heard heard(writer);
    QVERIFY(writer.start());
    writer.submit([](Database &db) {
        db.value(u"PRAGMA max_page_count = %1"_s.arg(db.number(u"PRAGMA page_count"_s) + 2));
    }).waitForFinished();
    auto full = writer.submit([](Database &db) {
        for (int i = 0; i < 2000; ++i)
            Settings(db).set(QString::number(i), QString(100, u'x'));
    });
    full.waitForFinished();
    QVERIFY(!full.result());
    QCOMPARE(full.result().error().kind, Error::Kind::Full);
    QTRY_COMPARE(heard.troubled.size(), 1);
    QCOMPARE(heard.troubled.first().kind, Error::Kind::Full);
    QCOMPARE(heard.recovered, 0);
    auto after = writer.submit([](Database &db) { Settings(db).set(u"after"_s, u"1"_s); });
    after.waitForFinished();
    QVERIFY(after.result());
    QTRY_COMPARE(heard.recovered, 1);
    QCOMPARE(keysIn(location), QStringList{u"after"_s});
}

void TestWriter::aVanishedFileIsNotMadeAnew()
{
    const Location location = storetest::freshSqliteLocation();
    Writer writer(location, {.patience = std::chrono::milliseconds(200)});
    const Heard heard(writer);
    QVERIFY(writer.start());
    writer.submit([](Database &db) { // as a disk that went away
        db.fail({Error::Kind::Unreachable, u"gone"_s, {}});
        QDir(QFileInfo(db.location().file).path()).removeRecursively();
    }).waitForFinished();
    auto next = writer.submit([](Database &db) { Settings(db).set(u"a"_s, u"1"_s); });
    next.waitForFinished();
    QVERIFY(!next.result());
    QCOMPARE(next.result().error().kind, Error::Kind::Unreachable);
    QVERIFY2(next.result().error().text.contains("disappeared"_L1), qPrintable(next.result().error().text));
    QVERIFY(!QFileInfo::exists(location.file));
    QTRY_COMPARE(heard.reachable.size(), 1);
}

void TestWriter::aLostServerIsFoundAgain()
{
    const Location location = storetest::server().freshSchema();
    Writer writer(location);
    const Heard heard(writer);
    QVERIFY(writer.start());
    writer.submit([](Database &db) { Settings(db).set(u"before"_s, u"1"_s); }).waitForFinished();
    QVERIFY(storetest::server().crash());
    auto during = writer.submit([](Database &db) { Settings(db).set(u"during"_s, u"1"_s); });
    QTRY_COMPARE(heard.reachable.size(), 1);
    QCOMPARE(heard.reachable.first(), false);
    QVERIFY(!during.isFinished());
    QVERIFY(storetest::server().startAgain());
    during.waitForFinished();
    QVERIFY(during.result());
    QTRY_COMPARE(heard.reachable.size(), 2);
    QCOMPARE(heard.reachable.last(), true);
    QCOMPARE(keysIn(location), (QStringList{u"before"_s, u"during"_s}));
}

void TestWriter::aServerAwayTooLongFailsTheJobs()
{
    const Location location = storetest::server().freshSchema();
    Writer writer(location, {.patience = std::chrono::milliseconds(300)});
    QVERIFY(writer.start());
    QVERIFY(storetest::server().crash());
    auto failed = writer.submit([](Database &db) { Settings(db).set(u"a"_s, u"1"_s); });
    failed.waitForFinished();
    QVERIFY(!failed.result());
    QCOMPARE(failed.result().error().kind, Error::Kind::Unreachable);
    QVERIFY(storetest::server().startAgain());
    auto after = writer.submit([](Database &db) { Settings(db).set(u"b"_s, u"1"_s); });
    after.waitForFinished();
    QVERIFY(after.result());
    QCOMPARE(keysIn(location), QStringList{u"b"_s});
}

void TestWriter::aReaderFindsTheServerAgain()
{
    const Location location = storetest::server().freshSchema();
    storetest::open(location);
    Reader reader(location);
    QVERIFY(reader.start());
    QVERIFY(storetest::server().crash());
    auto away = reader.read([](Database &db) { return Settings(db).all().size(); });
    away.waitForFinished();
    QVERIFY(!away.result());
    QCOMPARE(away.result().error().kind, Error::Kind::Unreachable);
    QVERIFY(storetest::server().startAgain());
    auto back = reader.read([](Database &db) { return Settings(db).all().size(); });
    back.waitForFinished();
    QVERIFY(back.result());
}

/// The COMMIT arrives, its answer does not: the batch must not be written twice.
void TestWriter::anUnansweredCommitIsNotRepeated()
{
    const Location location = storetest::server().freshSchema();
    Writer writer(location);
    QVERIFY(writer.start());
    // By then the transaction is committed or rolled back, and the writer has to find out which.
    letACommitHangUp(writer);
    std::atomic<int> runs = 0;
    auto counted = writer.submit([&runs](Database &db) {
        if (++runs == 1)
            Settings(db).set(u"hang up"_s, u"1"_s);
        db.run(u"INSERT INTO nodes (id, name, lease_until) VALUES (?, 'x', 0)"_s, {u"run%1"_s.arg(runs.load())});
    });
    counted.waitForFinished();
    QVERIFY(counted.result());
    QCOMPARE(runs.load(), 2); // the trigger ended the connection before the commit: rolled back, so it ran again
    const auto db = storetest::open(location, Access::ReadOnly);
    QCOMPARE(db->number(u"SELECT count(*) FROM nodes"_s), 1);
    QCOMPARE(db->value(u"SELECT id FROM nodes"_s).toString(), u"run2"_s);
}

/// The server may not know at once what became of it.
void TestWriter::theChangesOfAnUnansweredCommitAreTold()
{
    Location location = storetest::server().freshSchema();
    location.options[u"options"_s] += u",pg_catalog"_s; // our txid_status() before the server's own
    Writer writer(location);
    QList<ChangeSet> told;
    QObject::connect(&writer, &Writer::changed, &writer, [&told](const ChangeSet &changes) { told.append(changes); });
    QVERIFY(writer.start());
    letACommitHangUp(writer);
    writer
        .submit([](Database &db) {
            db.define(u"CREATE SEQUENCE asked"_s);
            db.define(u"CREATE FUNCTION txid_status(bigint) RETURNS text LANGUAGE sql AS $$ "
                      "SELECT CASE nextval('asked') WHEN 1 THEN 'in progress' ELSE 'committed' END $$"_s);
        })
        .waitForFinished();
    std::atomic<int> runs = 0;
    auto written = writer.submit([&runs](Database &db) {
        ++runs;
        Settings(db).set(u"hang up"_s, u"1"_s);
        db.run(u"INSERT INTO nodes (id, name, lease_until) VALUES ('n', 'x', 0)"_s);
    });
    written.waitForFinished();
    QVERIFY(written.result());
    QCOMPARE(runs.load(), 1);
    const auto db = storetest::open(location, Access::ReadOnly);
    QCOMPARE(db->number(u"SELECT last_value FROM asked"_s), 2);
    QTRY_COMPARE(told, QList<ChangeSet>({{{Table::Settings, {}, u"hang up"_s}}}));

    auto next = writer.submit([&runs](Database &own) {
        ++runs;
        Settings(own).set(u"next"_s, u"1"_s);
    });
    next.waitForFinished();
    QVERIFY(next.result());
    QCOMPARE(runs.load(), 2);
    QCOMPARE(Settings(*db).text(u"next"_s), std::optional(u"1"_s));
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
