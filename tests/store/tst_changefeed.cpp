// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changefeed.h"
#include "store/pgfixture.h"
#include "store/settings.h"
#include "store/storetest.h"
#include "store/writer.h"

#include <QProcess>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace store;

namespace {

constexpr FeedOptions quick{std::chrono::milliseconds(20), std::chrono::milliseconds(100)};
constexpr int patientMs = 20'000;

void set(Writer &writer, const QString &key)
{
    auto written = writer.submit([key](Database &db) { Settings(db).set(key, u"1"_s); });
    written.waitForFinished();
    QVERIFY(written.result());
}

const ChangeSet changeOf(const QString &key)
{
    return {{Table::Settings, {}, key}};
}

/// What arrived, in this object's thread.
class Listener : public QObject {
public:
    explicit Listener(ChangeFeed &feed)
    {
        QObject::connect(&feed, &ChangeFeed::changed, this, [this](const ChangeSet &changes) { told.append(changes); });
        QObject::connect(&feed, &ChangeFeed::changedElsewhere, this,
                         [this](const ChangeSet &changes) { elsewhere.append(changes); });
        QObject::connect(&feed, &ChangeFeed::connectedChanged, this, [this](bool connected) { links.append(connected); });
    }

    QList<ChangeSet> told;
    QList<ChangeSet> elsewhere;
    QList<bool> links;
};

} // namespace

class TestChangeFeed : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void initTestCase();
    void cleanupTestCase() { storetest::shutDown(); }

    void aWritersOwnCommitsComeOnceAndInDetail();
    void anotherConnectionIsHeard();
    void aWritersFeedHearsOthers();
    void anotherProcessIsHeard();
    void aFileThatAppearsLaterIsWatched();
    void aLostServerIsListenedToAgain();
    void anUnreadablePayloadMeansResync();
};

/// Run with an argument, this program is the other process: it writes one setting.
void TestChangeFeed::initTestCase()
{
    qRegisterMetaType<ChangeSet>("store::ChangeSet");
}

void TestChangeFeed::aWritersOwnCommitsComeOnceAndInDetail()
{
    Writer writer(storetest::freshLocation());
    QVERIFY(writer.start());
    ChangeFeed feed(&writer, nullptr, quick);
    Listener listener(feed);
    if (storetest::backend() == Backend::PostgreSql)
        QTRY_COMPARE_WITH_TIMEOUT(listener.links, QList<bool>{true}, patientMs);
    set(writer, u"a"_s);
    set(writer, u"b"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listener.told.size(), 2, patientMs);
    set(writer, u"c"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listener.told.size(), 3, patientMs); // and no echo in between
    QCOMPARE(listener.told, (QList<ChangeSet>{changeOf(u"a"_s), changeOf(u"b"_s), changeOf(u"c"_s)}));
    QVERIFY(listener.elsewhere.isEmpty());
}

void TestChangeFeed::anotherConnectionIsHeard()
{
    const Location location = storetest::freshLocation();
    Writer writer(location);
    QVERIFY(writer.start());
    ChangeFeed feed(location, nullptr, quick);
    Listener listener(feed);
    QTRY_COMPARE_WITH_TIMEOUT(listener.links, QList<bool>{true}, patientMs);
    set(writer, u"a"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listener.told.size(), 1, patientMs);
    const bool inDetail = location.backend == Backend::PostgreSql;
    QCOMPARE(listener.told.first(), inDetail ? changeOf(u"a"_s) : resyncChanges());
    set(writer, u"b"_s);
    QTRY_COMPARE_WITH_TIMEOUT(listener.told.size(), 2, patientMs);
}

void TestChangeFeed::aWritersFeedHearsOthers()
{
    const Location location = storetest::freshLocation();
    Writer writer(location, {.watch = std::chrono::milliseconds(20)});
    Writer other(location, {.watch = std::chrono::milliseconds(20)});
    QVERIFY(writer.start());
    QVERIFY(other.start());
    ChangeFeed feed(&writer, nullptr, quick);
    Listener listener(feed);
    const bool postgres = location.backend == Backend::PostgreSql;
    if (postgres)
        QTRY_COMPARE_WITH_TIMEOUT(listener.links, QList<bool>{true}, patientMs);
    set(other, u"a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!listener.told.isEmpty(), patientMs);
    QCOMPARE(listener.told.last(), postgres ? changeOf(u"a"_s) : resyncChanges());
    if (postgres)
        QTRY_COMPARE_WITH_TIMEOUT(listener.elsewhere, listener.told, patientMs);
    else
        QVERIFY(listener.elsewhere.isEmpty());
}

void TestChangeFeed::anotherProcessIsHeard()
{
    const Location location = storetest::freshLocation();
    storetest::open(location);
    ChangeFeed feed(location, nullptr, quick);
    Listener listener(feed);
    QTRY_COMPARE_WITH_TIMEOUT(listener.links, QList<bool>{true}, patientMs);
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--write"_s, location.backend == Backend::Sqlite ? u"sqlite"_s : u"postgresql"_s,
                   location.backend == Backend::Sqlite ? location.file : location.host, location.user,
                   location.options.value(u"options"_s)});
    QVERIFY(process.waitForFinished(patientMs));
    QCOMPARE(process.exitCode(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!listener.told.isEmpty(), patientMs);
    const auto db = storetest::open(location, Access::ReadOnly);
    QCOMPARE(Settings(*db).all().keys(), QStringList{u"written elsewhere"_s});
}

void TestChangeFeed::aFileThatAppearsLaterIsWatched()
{
    const Location location = storetest::freshSqliteLocation();
    ChangeFeed feed(location, nullptr, quick);
    Listener listener(feed);
    Writer writer(location);
    QVERIFY(writer.start());
    QTRY_COMPARE_WITH_TIMEOUT(listener.links, QList<bool>{true}, patientMs);
    set(writer, u"a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!listener.told.isEmpty(), patientMs);
}

void TestChangeFeed::aLostServerIsListenedToAgain()
{
    const Location location = storetest::server().freshSchema();
    Writer writer(location);
    QVERIFY(writer.start());
    ChangeFeed feed(location, nullptr, quick);
    Listener listener(feed);
    QTRY_COMPARE_WITH_TIMEOUT(listener.links, QList<bool>{true}, patientMs);
    QVERIFY(storetest::server().crash());
    QTRY_COMPARE_WITH_TIMEOUT(listener.links.value(1, true), false, patientMs);
    QVERIFY(storetest::server().startAgain());
    QTRY_VERIFY_WITH_TIMEOUT(listener.links.last(), patientMs);
    QTRY_VERIFY_WITH_TIMEOUT(!listener.told.isEmpty(), patientMs);
    QCOMPARE(listener.told.first(), resyncChanges()); // whatever happened meanwhile
    listener.told.clear();
    set(writer, u"after"_s);
    QTRY_VERIFY_WITH_TIMEOUT(listener.told.contains(changeOf(u"after"_s)), patientMs);
}

void TestChangeFeed::anUnreadablePayloadMeansResync()
{
    const Location location = storetest::server().freshSchema();
    storetest::open(location);
    ChangeFeed feed(location, nullptr, quick);
    Listener listener(feed);
    QTRY_COMPARE_WITH_TIMEOUT(listener.links, QList<bool>{true}, patientMs);
    QVERIFY(storetest::server().run(u"NOTIFY stationmaster, 'from the future'"_s));
    QTRY_COMPARE_WITH_TIMEOUT(listener.told, QList<ChangeSet>{resyncChanges()}, patientMs);
}

namespace {

int writeAsAnotherProcess(const QStringList &arguments)
{
    Location location;
    location.backend = arguments[2] == u"sqlite"_s ? Backend::Sqlite : Backend::PostgreSql;
    (location.backend == Backend::Sqlite ? location.file : location.host) = arguments[3];
    location.user = arguments[4];
    location.database = u"postgres"_s;
    location.options.insert(u"options"_s, arguments[5]);
    Writer writer(location);
    if (!writer.start())
        return 1;
    auto written = writer.submit([](Database &db) { Settings(db).set(u"written elsewhere"_s, u"1"_s); });
    written.waitForFinished();
    return written.result() ? 0 : 2;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == u"--write"_s)
        return writeAsAnotherProcess(application.arguments());
    TestChangeFeed test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_changefeed.moc"
