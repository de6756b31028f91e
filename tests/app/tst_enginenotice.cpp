// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginenotice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

class TestEngineNotice : public QObject {
    Q_OBJECT

private slots:
    void addressesAreUrls_data();
    void addressesAreUrls();
    void readyLineIsOneLine();
    void whoJoinsReadsTheSame();
};

void TestEngineNotice::addressesAreUrls_data()
{
    QTest::addColumn<QString>("bind");
    QTest::addColumn<QString>("url");
    QTest::newRow("by default") << QString() << u"ws://127.0.0.1:9000/ocpp/"_s;
    QTest::newRow("everybody") << u"0.0.0.0"_s << u"ws://127.0.0.1:9000/ocpp/"_s;
    QTest::newRow("everybody, also by IPv6") << u"::"_s << u"ws://127.0.0.1:9000/ocpp/"_s;
    QTest::newRow("one") << u"192.0.2.1"_s << u"ws://192.0.2.1:9000/ocpp/"_s;
    QTest::newRow("one by IPv6") << u"::1"_s << u"ws://[::1]:9000/ocpp/"_s;
    QTest::newRow("one by IPv6, in full") << u"2001:db8::7"_s << u"ws://[2001:db8::7]:9000/ocpp/"_s;
}

void TestEngineNotice::addressesAreUrls()
{
    QFETCH(QString, bind);
    QTEST(app::localAddress(bind, 9000), "url");
    QCOMPARE(QUrl(app::localAddress(bind, 9000), QUrl::StrictMode).port(), 9000);
    QCOMPARE(app::localFileServer(bind, 8181), u"http://"_s + QUrl(app::localAddress(bind, 8181)).authority());
}

// api.md: what the daemon prints when it is ready.
void TestEngineNotice::readyLineIsOneLine()
{
    app::EngineNotice notice;
    notice.ocppUrl = app::localAddress(u"::1"_s, 9000);
    notice.apiUrl = u"http://127.0.0.1:8180/api/v1"_s;
    const QByteArray line = notice.readyLine();
    QVERIFY(!line.contains('\n'));
    QCOMPARE(QJsonDocument::fromJson(line).object(), (QJsonObject{{u"ready"_s, true},
                                                                  {u"ocpp"_s, u"ws://[::1]:9000/ocpp/"_s},
                                                                  {u"api"_s, u"http://127.0.0.1:8180/api/v1"_s}}));
}

void TestEngineNotice::whoJoinsReadsTheSame()
{
    const QTemporaryDir dir;
    QVERIFY(app::EngineNotice::read(dir.path()).ocppUrl.isEmpty());
    app::EngineNotice notice;
    notice.ocppUrl = app::localAddress({}, 9000);
    notice.database = u"postgresql://db/site"_s;
    notice.bind = u"0.0.0.0"_s;
    notice.publish(dir.path());
    const app::EngineNotice read = app::EngineNotice::read(dir.path());
    QCOMPARE(read.ocppUrl, notice.ocppUrl);
    QCOMPARE(read.database, notice.database);
    QCOMPARE(read.bind, notice.bind);
    app::EngineNotice::withdraw(dir.path());
    QVERIFY(app::EngineNotice::read(dir.path()).database.isEmpty());
}

QTEST_GUILESS_MAIN(TestEngineNotice)
#include "tst_enginenotice.moc"
