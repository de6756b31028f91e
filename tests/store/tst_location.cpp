// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/location.h"

#include <QDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace store;

class TestLocation : public QObject {
    Q_OBJECT
private slots:
    void readsSqlite_data();
    void readsSqlite();
    void readsEveryPartOfPostgresql();
    void readsTheSocketDirectory();
    void decodesPercent();
    void refuses_data();
    void refuses();
    void neverShowsThePassword();
};

void TestLocation::readsSqlite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("file");
    QTest::newRow("default") << u"sqlite"_s << u"/data/stationmaster.sqlite"_s;
    QTest::newRow("nothing said") << u""_s << u"/data/stationmaster.sqlite"_s;
    QTest::newRow("absolute") << u"sqlite:/somewhere/else.db"_s << u"/somewhere/else.db"_s;
    QTest::newRow("cleaned") << u"sqlite:/somewhere/../else.db"_s << u"/else.db"_s;
    QTest::newRow("relative") << u"sqlite:here.db"_s << QDir::current().absoluteFilePath(u"here.db"_s);
}

void TestLocation::readsSqlite()
{
    QFETCH(QString, text);
    QFETCH(QString, file);
    const auto location = parseLocation(text, u"/data"_s);
    QVERIFY(location);
    QCOMPARE(location->backend, Backend::Sqlite);
    QCOMPARE(location->file, file);
}

void TestLocation::readsEveryPartOfPostgresql()
{
    const auto location = parseLocation(u"postgresql://joe:secret@db.example:6000/stations?sslmode=require"_s, {});
    QVERIFY(location);
    QCOMPARE(location->backend, Backend::PostgreSql);
    QCOMPARE(location->host, u"db.example"_s);
    QCOMPARE(location->port, 6000);
    QCOMPARE(location->user, u"joe"_s);
    QCOMPARE(location->password, u"secret"_s);
    QCOMPARE(location->database, u"stations"_s);
    QCOMPARE(location->options.value(u"sslmode"_s), u"require"_s);
}

void TestLocation::readsTheSocketDirectory()
{
    const auto location = parseLocation(u"postgresql://joe@/stations?host=/run/postgresql&port=5433"_s, {});
    QVERIFY(location);
    QCOMPARE(location->host, u"/run/postgresql"_s);
    QCOMPARE(location->port, 5433);
    QCOMPARE(location->database, u"stations"_s);
    QVERIFY(location->options.isEmpty());
}

void TestLocation::decodesPercent()
{
    const auto location = parseLocation(u"postgresql://joe%40home:p%3Aw%2F%25@db/my%20stations"_s, {});
    QVERIFY(location);
    QCOMPARE(location->user, u"joe@home"_s);
    QCOMPARE(location->password, u"p:w/%"_s);
    QCOMPARE(location->database, u"my stations"_s);
    QCOMPARE(location->port, 5432);
}

void TestLocation::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown kind") << u"mysql://db/x"_s;
    QTest::newRow("sqlite without file") << u"sqlite:"_s;
    QTest::newRow("no database") << u"postgresql://joe@db"_s;
    QTest::newRow("no database after slash") << u"postgresql://joe@db/"_s;
    QTest::newRow("no port") << u"postgresql://joe@db/x?port=none"_s;
    QTest::newRow("port too high") << u"postgresql://joe@db/x?port=65536"_s;
    QTest::newRow("port in the address") << u"postgresql://joe@db:99999/x"_s;
}

void TestLocation::refuses()
{
    QFETCH(QString, text);
    const auto location = parseLocation(text, u"/data"_s);
    QVERIFY(!location);
    QVERIFY2(location.error().text.contains("sqlite:FILE"_L1), qPrintable(location.error().text));
}

void TestLocation::neverShowsThePassword()
{
    const auto location = parseLocation(u"postgresql://joe:secret@db.example/stations?password=other"_s, {});
    QVERIFY(location);
    QCOMPARE(location->password, u"other"_s);
    QCOMPARE(location->display(), u"postgresql://db.example:5432/stations"_s);
    const auto refused = parseLocation(u"mysql://joe:secret@db"_s, {});
    QVERIFY(!refused.error().text.contains("secret"_L1));
}

QTEST_APPLESS_MAIN(TestLocation)
#include "tst_location.moc"
