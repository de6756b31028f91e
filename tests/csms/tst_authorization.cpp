// SPDX-License-Identifier: GPL-3.0-or-later
#include "enginefixture.h"
#include "json.h"
#include "store/clock.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Behaviour 11 to 13.
class tst_Authorization : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void statuses_data();
    void statuses();
    void expiryDateAndParentAreSent();
    void limitAppliesToStart();
    void limitIsPerTag();
    void repeatedStartKeepsItsAnswer();
    void limitNeverAppliesToAuthorize();
    void whoMayStop_data();
    void whoMayStop();
    void expiredMeanwhile();
    void suffixOfTheStationIsStripped();

private:
    QJsonObject authorize(const QString &tag);
    QJsonObject start(const QString &tag, int connector);
    QJsonObject stop(const QString &tag);
    static QString statusOf(const QJsonObject &info) { return info[u"status"_s].toString(); }

    std::unique_ptr<EngineFixture> engine_;
    std::unique_ptr<TestStation> station_;
    int lastTransaction_ = 0;
};

void tst_Authorization::init()
{
    engine_ = std::make_unique<EngineFixture>();
    engine_->addStation(u"CP-1"_s, [](store::Station &station) { station.tagSuffix = u"_SN42"_s; });
    station_ = std::make_unique<TestStation>(u"CP-1"_s);
    QVERIFY(station_->connectTo(engine_->port()));
    QCOMPARE(station_->boot(), u"Accepted"_s);
}

void tst_Authorization::cleanup()
{
    station_.reset();
    engine_.reset();
}

QJsonObject tst_Authorization::authorize(const QString &tag)
{
    return station_->call(u"Authorize"_s, {{u"idTag"_s, tag}}).payload[u"idTagInfo"_s].toObject();
}

QJsonObject tst_Authorization::start(const QString &tag, int connector)
{
    QJsonObject request = R"({"meterStart":0,"timestamp":"2024-05-01T10:00:00Z"})"_json;
    request = with(with(request, "idTag"_L1, tag), "connectorId"_L1, connector);
    const QJsonObject answer = station_->call(u"StartTransaction"_s, request).payload;
    lastTransaction_ = answer[u"transactionId"_s].toInt();
    return answer[u"idTagInfo"_s].toObject();
}

/// Stops what was started last.
QJsonObject tst_Authorization::stop(const QString &tag)
{
    QJsonObject request = R"({"meterStop":10,"timestamp":"2024-05-01T11:00:00Z"})"_json;
    request = with(with(request, "idTag"_L1, tag), "transactionId"_L1, lastTransaction_);
    return station_->call(u"StopTransaction"_s, request).payload[u"idTagInfo"_s].toObject();
}

void tst_Authorization::statuses_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("status");
    QTest::newRow("known") << u"TAG"_s << u"Accepted"_s;
    QTest::newRow("in other letters") << u"tAg"_s << u"Accepted"_s;
    QTest::newRow("with a colon") << u"A:1"_s << u"Accepted"_s;
    QTest::newRow("unknown") << u"NOBODY"_s << u"Invalid"_s;
    QTest::newRow("blocked") << u"BLOCKED"_s << u"Blocked"_s;
    QTest::newRow("expired") << u"EXPIRED"_s << u"Expired"_s;
    QTest::newRow("valid here") << u"HERE"_s << u"Accepted"_s;
    QTest::newRow("valid elsewhere") << u"THERE"_s << u"Invalid"_s;
}

void tst_Authorization::statuses()
{
    QFETCH(QString, tag);
    QFETCH(QString, status);
    engine_->addTag(u"TAG"_s);
    engine_->addTag(u"a:1"_s);
    engine_->addTag(u"BLOCKED"_s, [](store::IdTag &t) { t.status = u"Blocked"_s; });
    engine_->addTag(u"EXPIRED"_s, [](store::IdTag &t) { t.expiryDate = store::now() - 1s; });
    engine_->addTag(u"HERE"_s, [](store::IdTag &t) { t.stations = {u"cp-1"_s}; });
    engine_->addTag(u"THERE"_s, [](store::IdTag &t) { t.stations = {u"CP-2"_s}; });
    QCOMPARE(statusOf(authorize(tag)), status);
    QCOMPARE(statusOf(start(tag, 1)), status);
    QVERIFY(lastTransaction_ > 0);
}

void tst_Authorization::expiryDateAndParentAreSent()
{
    engine_->addTag(u"TAG"_s, [](store::IdTag &t) {
        t.parentIdTag = u"FAMILY"_s;
        t.expiryDate = ocpp::parseTimestamp(u"2099-12-31T23:00:00Z"_s, ocpp::Zone::Utc).value().value;
    });
    const QJsonObject info =
        R"({"status":"Accepted","parentIdTag":"FAMILY","expiryDate":"2099-12-31T23:00:00Z"})"_json;
    QCOMPARE(authorize(u"tag"_s), info);
    QCOMPARE(start(u"TAG"_s, 1), info);
    QCOMPARE(stop(u"TAG"_s), info);
    QCOMPARE(engine_->transactions(u"CP-1"_s).constFirst().parentIdTag, u"FAMILY"_s);
}

// Behaviour 11.
void tst_Authorization::limitAppliesToStart()
{
    engine_->addTag(u"TAG"_s, [](store::IdTag &t) { t.maxConcurrent = 2; });
    QCOMPARE(statusOf(start(u"TAG"_s, 1)), u"Accepted"_s);
    QCOMPARE(statusOf(start(u"tag"_s, 2)), u"Accepted"_s);
    QCOMPARE(statusOf(start(u"TAG"_s, 3)), u"ConcurrentTx"_s);
    QVERIFY(lastTransaction_ > 0); // behaviour 2
    QCOMPARE(engine_->transactions(u"CP-1"_s).size(), 3);
    stop(u"TAG"_s); // the one too many
    QCOMPARE(statusOf(start(u"TAG"_s, 4)), u"ConcurrentTx"_s);
    lastTransaction_ = int(engine_->transactions(u"CP-1"_s).constFirst().id);
    stop(u"TAG"_s);
    QCOMPARE(statusOf(start(u"TAG"_s, 5)), u"Accepted"_s);
}

void tst_Authorization::limitIsPerTag()
{
    for (const QString &tag : {u"ONE"_s, u"TWO"_s}) {
        engine_->addTag(tag, [](store::IdTag &t) {
            t.parentIdTag = u"FAMILY"_s;
            t.maxConcurrent = 1;
        });
    }
    QCOMPARE(statusOf(start(u"ONE"_s, 1)), u"Accepted"_s);
    QCOMPARE(statusOf(start(u"TWO"_s, 2)), u"Accepted"_s);
    QCOMPARE(statusOf(start(u"ONE"_s, 3)), u"ConcurrentTx"_s);
}

// The transaction that is repeated must not count against itself.
void tst_Authorization::repeatedStartKeepsItsAnswer()
{
    engine_->addTag(u"TAG"_s, [](store::IdTag &t) { t.maxConcurrent = 1; });
    QCOMPARE(statusOf(start(u"TAG"_s, 1)), u"Accepted"_s);
    QCOMPARE(statusOf(start(u"TAG"_s, 1)), u"Accepted"_s);
    QCOMPARE(statusOf(start(u"TAG"_s, 2)), u"ConcurrentTx"_s);
    QCOMPARE(statusOf(start(u"TAG"_s, 2)), u"ConcurrentTx"_s);
    QCOMPARE(statusOf(start(u"TAG"_s, 1)), u"Accepted"_s);
}

// Stopping needs Authorize.
void tst_Authorization::limitNeverAppliesToAuthorize()
{
    engine_->addTag(u"TAG"_s, [](store::IdTag &t) { t.maxConcurrent = 1; });
    QCOMPARE(statusOf(start(u"TAG"_s, 1)), u"Accepted"_s);
    QCOMPARE(statusOf(authorize(u"TAG"_s)), u"Accepted"_s);
    QCOMPARE(statusOf(stop(u"TAG"_s)), u"Accepted"_s);
}

// Behaviour 12.
void tst_Authorization::whoMayStop_data()
{
    QTest::addColumn<QString>("starts");
    QTest::addColumn<QString>("stops");
    QTest::addColumn<QString>("status");
    QTest::newRow("the same") << u"CHILD"_s << u"child"_s << u"Accepted"_s;
    QTest::newRow("sibling") << u"CHILD"_s << u"SIBLING"_s << u"Accepted"_s;
    QTest::newRow("parent") << u"CHILD"_s << u"FAMILY"_s << u"Accepted"_s;
    QTest::newRow("child") << u"FAMILY"_s << u"CHILD"_s << u"Accepted"_s;
    QTest::newRow("stranger") << u"CHILD"_s << u"LONER"_s << u"Invalid"_s;
    QTest::newRow("two without parents") << u"LONER"_s << u"LONER2"_s << u"Invalid"_s;
    QTest::newRow("unknown") << u"CHILD"_s << u"NOBODY"_s << u"Invalid"_s;
    // Else the station would remember it as accepted in its authorization cache (3.5.1).
    QTest::newRow("unknown, its own") << u"NOBODY"_s << u"NOBODY"_s << u"Invalid"_s;
    QTest::newRow("blocked, its own") << u"BLOCKED"_s << u"BLOCKED"_s << u"Blocked"_s;
}

void tst_Authorization::whoMayStop()
{
    QFETCH(QString, starts);
    QFETCH(QString, stops);
    QFETCH(QString, status);
    const auto inFamily = [](store::IdTag &tag) { tag.parentIdTag = u"family"_s; };
    engine_->addTag(u"CHILD"_s, inFamily);
    engine_->addTag(u"SIBLING"_s, inFamily);
    engine_->addTag(u"FAMILY"_s);
    engine_->addTag(u"LONER"_s);
    engine_->addTag(u"LONER2"_s);
    engine_->addTag(u"BLOCKED"_s, [](store::IdTag &t) { t.status = u"Blocked"_s; });
    start(starts, 1);
    QCOMPARE(statusOf(stop(stops)), status);
    QVERIFY(!engine_->transactions(u"CP-1"_s).constFirst().isOpen()); // whoever it was: it has stopped
}

void tst_Authorization::expiredMeanwhile()
{
    engine_->addTag(u"TAG"_s, [](store::IdTag &t) { t.expiryDate = store::now() + 1h; });
    QCOMPARE(statusOf(start(u"TAG"_s, 1)), u"Accepted"_s);
    engine_->addTag(u"TAG"_s, [](store::IdTag &t) { t.expiryDate = store::now() - 1s; });
    QCOMPARE(statusOf(start(u"TAG"_s, 2)), u"Expired"_s);
    lastTransaction_ = int(engine_->transactions(u"CP-1"_s).constFirst().id);
    QCOMPARE(statusOf(stop(u"TAG"_s)), u"Accepted"_s);
    QVERIFY(!engine_->transactions(u"CP-1"_s).constFirst().isOpen());
}

// Behaviour 13.
void tst_Authorization::suffixOfTheStationIsStripped()
{
    engine_->addTag(u"TAG"_s);
    QCOMPARE(statusOf(authorize(u"TAG_sn42"_s)), u"Accepted"_s);
    QCOMPARE(statusOf(authorize(u"TAG"_s)), u"Accepted"_s);
    QCOMPARE(statusOf(authorize(u"TAG_SN43"_s)), u"Invalid"_s);
    QCOMPARE(statusOf(start(u"TAG_SN42"_s, 1)), u"Accepted"_s);
    QCOMPARE(engine_->transactions(u"CP-1"_s).constFirst().idTag, u"TAG"_s);
    QCOMPARE(statusOf(stop(u"TAG_SN42"_s)), u"Accepted"_s);
}

QTEST_GUILESS_MAIN(tst_Authorization)
#include "tst_authorization.moc"
