// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

class TestAuthorization : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asksTheCentralSystem();
    void aRefusedTagDoesNotStart();
    void offlineTheCacheDecides();
    void offlineAnExpiredTagIsRefused();
    void offlineAnUnknownTagIsRefused();
    void offlineAnUnknownTagMayBeAllowed();
    void offlineNobodyMayIfSoConfigured();
    void aKnownTagStartsWithoutAskingIfSoConfigured();
    void aTagThatTheCacheRefusesIsAskedAboutOnline();
    void anErrorIsLikeBeingOffline();
    void startTransactionUpdatesTheCache();
    void clearingTheCacheForgets();
    void withoutACacheThereIsNothingToClear();
    void theCacheSurvivesAReset();

private:
    void set(const QString &key, const QString &value) { QVERIFY(place_->station.configure(key, value)); }
    void answerAuthorize(const QJsonObject &idTagInfo)
    {
        place_->central.answer(u"Authorize"_s, {{u"idTagInfo"_s, idTagInfo}});
    }
    /// The tag is shown at the free connector 2, and everything is said.
    bool isAllowed(const QString &tag)
    {
        place_->station.presentTag(2, tag);
        const bool settled =
            QTest::qWaitFor([this] { return place_->station.isQuiet() || !place_->station.isOnline(); });
        const bool allowed = settled && place_->status(2) == "Preparing"_L1;
        if (allowed)
            place_->station.presentTag(2, tag); // never mind
        return allowed;
    }

    std::unique_ptr<Place> place_;
};

void TestAuthorization::init()
{
    place_ = std::make_unique<Place>();
    QVERIFY(place_->boot());
    place_->central.forget();
}

void TestAuthorization::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestAuthorization::asksTheCentralSystem()
{
    QVERIFY(isAllowed(u"TAG-1"_s));
    QCOMPARE(place_->central.last(u"Authorize"_s).value("idTag"_L1).toString(), u"TAG-1"_s);
}

void TestAuthorization::aRefusedTagDoesNotStart()
{
    for (const auto status : {"Blocked"_L1, "Expired"_L1, "Invalid"_L1, "ConcurrentTx"_L1}) {
        answerAuthorize({{u"status"_s, QString(status)}});
        QVERIFY2(!isAllowed(u"TAG-1"_s), status.data());
    }
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-1"_s);
    QVERIFY(place_->settled());
    QVERIFY(!place_->station.transaction(1));
    QCOMPARE(place_->status(1), u"Preparing"_s);
}

void TestAuthorization::offlineTheCacheDecides()
{
    QVERIFY(isAllowed(u"TAG-1"_s));
    place_->station.goOffline();
    QVERIFY(isAllowed(u"tag-1"_s)); // 7.28: case-insensitive
    QVERIFY(!isAllowed(u"TAG-2"_s));
}

void TestAuthorization::offlineAnExpiredTagIsRefused()
{
    answerAuthorize({{u"status"_s, u"Accepted"_s}, {u"expiryDate"_s, ocpp::formatTimestamp(noon + 1h)}});
    QVERIFY(isAllowed(u"TAG-1"_s));
    place_->station.goOffline();
    set(u"AllowOfflineTxForUnknownId"_s, u"true"_s);
    QVERIFY(isAllowed(u"TAG-1"_s));
    place_->timeline.advance(2h);
    QVERIFY(!isAllowed(u"TAG-1"_s)); // 3.5.4: known, so not "unknown"
}

void TestAuthorization::offlineAnUnknownTagIsRefused()
{
    place_->station.goOffline();
    QVERIFY(!isAllowed(u"TAG-1"_s));
}

void TestAuthorization::offlineAnUnknownTagMayBeAllowed()
{
    set(u"AllowOfflineTxForUnknownId"_s, u"true"_s);
    place_->station.goOffline();
    QVERIFY(isAllowed(u"TAG-1"_s));
}

void TestAuthorization::offlineNobodyMayIfSoConfigured()
{
    QVERIFY(isAllowed(u"TAG-1"_s));
    set(u"LocalAuthorizeOffline"_s, u"false"_s);
    place_->station.goOffline();
    QVERIFY(!isAllowed(u"TAG-1"_s));
}

void TestAuthorization::aKnownTagStartsWithoutAskingIfSoConfigured()
{
    QVERIFY(isAllowed(u"TAG-1"_s));
    place_->central.forget();
    QVERIFY(isAllowed(u"TAG-1"_s));
    QCOMPARE(place_->central.count(u"Authorize"_s), 1);
    set(u"LocalPreauthorize"_s, u"true"_s);
    place_->central.forget();
    QVERIFY(isAllowed(u"TAG-1"_s));
    QCOMPARE(place_->central.count(u"Authorize"_s), 0);
}

void TestAuthorization::aTagThatTheCacheRefusesIsAskedAboutOnline()
{
    set(u"LocalPreauthorize"_s, u"true"_s);
    answerAuthorize({{u"status"_s, u"Blocked"_s}});
    QVERIFY(!isAllowed(u"TAG-1"_s));
    answerAuthorize({{u"status"_s, u"Accepted"_s}});
    QVERIFY(isAllowed(u"TAG-1"_s)); // 3.5.1
}

void TestAuthorization::anErrorIsLikeBeingOffline()
{
    QVERIFY(isAllowed(u"TAG-1"_s));
    place_->central.fail(u"Authorize"_s, ocpp::ErrorCode::InternalError);
    QVERIFY(isAllowed(u"TAG-1"_s));
    QVERIFY(!isAllowed(u"TAG-2"_s));
}

void TestAuthorization::startTransactionUpdatesTheCache()
{
    set(u"StopTransactionOnInvalidId"_s, u"true"_s);
    QVERIFY(isAllowed(u"TAG-1"_s));
    place_->central.answerStart(u"Blocked"_s);
    place_->station.plugIn(1);
    place_->station.presentTag(1, u"TAG-1"_s);
    QTRY_COMPARE(place_->central.count(u"StopTransaction"_s), 1);
    QVERIFY(place_->settled());
    place_->station.goOffline();
    QVERIFY(!isAllowed(u"TAG-1"_s));
}

void TestAuthorization::clearingTheCacheForgets()
{
    QVERIFY(isAllowed(u"TAG-1"_s));
    QCOMPARE(place_->central.ask(u"ClearCache"_s).payload.value("status"_L1).toString(), u"Accepted"_s);
    place_->station.goOffline();
    QVERIFY(!isAllowed(u"TAG-1"_s));
}

void TestAuthorization::withoutACacheThereIsNothingToClear()
{
    QVERIFY(isAllowed(u"TAG-1"_s));
    set(u"AuthorizationCacheEnabled"_s, u"false"_s);
    QCOMPARE(place_->central.ask(u"ClearCache"_s).payload.value("status"_L1).toString(), u"Rejected"_s);
    place_->station.goOffline();
    QVERIFY(!isAllowed(u"TAG-1"_s));
}

void TestAuthorization::theCacheSurvivesAReset()
{
    QVERIFY(isAllowed(u"TAG-1"_s));
    place_->central.ask(u"Reset"_s, {{u"type"_s, u"Hard"_s}});
    place_->station.goOffline();
    place_->timeline.advance(5s);
    QVERIFY(isAllowed(u"TAG-1"_s)); // E 3.4
}

QTEST_GUILESS_MAIN(TestAuthorization)
#include "tst_sim_authorization.moc"
