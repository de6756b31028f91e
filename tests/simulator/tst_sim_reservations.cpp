// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

/// 5.13, 5.1, 3.11; and the local list: 3.5.2, 5.10, 5.15.
class TestReservations : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aConnectorIsKeptFree();
    void theLastFreeOneIsKept();
    void refusals();
    void cancelling();
    void expiry();
    void aFaultEndsIt();
    void theListIsAskedFirst();
    void updatesOfTheList();
    void aFactoryResetForgets();
    void withoutTheProfiles();

private:
    QString reserve(int connector, int id = 7, std::chrono::seconds span = 1h)
    {
        return ask(u"ReserveNow"_s, {{u"connectorId"_s, connector},
                                     {u"reservationId"_s, id},
                                     {u"idTag"_s, u"ADA"_s},
                                     {u"expiryDate"_s, ocpp::formatTimestamp(place_->timeline.now() + span)}});
    }
    QString ask(const QString &action, const QJsonObject &payload)
    {
        return place_->central.ask(action, payload).payload.value("status"_L1).toString();
    }
    QString sendList(int version, const QString &type, const QJsonArray &entries)
    {
        return ask(u"SendLocalList"_s,
                   {{u"listVersion"_s, version}, {u"updateType"_s, type}, {u"localAuthorizationList"_s, entries}});
    }
    int listVersion() { return place_->central.ask(u"GetLocalListVersion"_s).payload.value("listVersion"_L1).toInt(); }
    void show(int connector, const QString &tag)
    {
        place_->station.plugIn(connector, {});
        place_->station.presentTag(connector, tag);
        QVERIFY(place_->settled());
    }
    static QJsonObject entry(const QString &tag, const QString &status = u"Accepted"_s)
    {
        return {{u"idTag"_s, tag}, {u"idTagInfo"_s, QJsonObject{{u"status"_s, status}}}};
    }

    std::unique_ptr<Place> place_;
};

void TestReservations::init()
{
    place_ = std::make_unique<Place>();
    QVERIFY(place_->boot());
    place_->central.forget();
}

void TestReservations::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestReservations::aConnectorIsKeptFree()
{
    QCOMPARE(reserve(1), u"Accepted"_s);
    QCOMPARE(place_->status(1), u"Reserved"_s);
    show(1, u"OTHER"_s);
    QVERIFY(!place_->station.transaction(1));
    place_->station.unplug(1);
    show(1, u"ada"_s);
    QVERIFY(place_->station.transaction(1));
    QCOMPARE(place_->central.last(u"StartTransaction"_s).value("reservationId"_L1).toInt(), 7);
    QCOMPARE(ask(u"CancelReservation"_s, {{u"reservationId"_s, 7}}), u"Rejected"_s);
}

void TestReservations::theLastFreeOneIsKept()
{
    QCOMPARE(reserve(0), u"Accepted"_s);
    QVERIFY(place_->charge(2));
    QVERIFY(!place_->central.last(u"StartTransaction"_s).contains("reservationId"_L1));
    show(1, u"OTHER"_s);
    QVERIFY(!place_->station.transaction(1));
    place_->station.unplug(1);
    show(1, u"ADA"_s);
    QCOMPARE(place_->central.last(u"StartTransaction"_s).value("reservationId"_L1).toInt(), 7);
}

void TestReservations::refusals()
{
    QCOMPARE(reserve(9), u"Rejected"_s);
    QVERIFY(place_->charge(1));
    QCOMPARE(reserve(1), u"Occupied"_s);
    QCOMPARE(reserve(2), u"Accepted"_s);
    QCOMPARE(reserve(2, 8), u"Occupied"_s);
    QCOMPARE(reserve(2, 7, 2h), u"Accepted"_s); // the same number replaces it
    place_->station.fault(1, {});
    QCOMPARE(reserve(1, 9), u"Faulted"_s);
}

void TestReservations::cancelling()
{
    QCOMPARE(reserve(1), u"Accepted"_s);
    QCOMPARE(ask(u"CancelReservation"_s, {{u"reservationId"_s, 8}}), u"Rejected"_s);
    QCOMPARE(ask(u"CancelReservation"_s, {{u"reservationId"_s, 7}}), u"Accepted"_s);
    QTRY_COMPARE(place_->status(1), u"Available"_s);
}

void TestReservations::expiry()
{
    QCOMPARE(reserve(1, 7, 60s), u"Accepted"_s);
    QVERIFY(place_->pass(59s));
    QCOMPARE(place_->status(1), u"Reserved"_s);
    QVERIFY(place_->pass(2s));
    QCOMPARE(place_->status(1), u"Available"_s);
}

void TestReservations::aFaultEndsIt()
{
    QCOMPARE(reserve(1), u"Accepted"_s);
    place_->station.fault(1, {});
    place_->station.clearFault(1);
    QCOMPARE(place_->status(1), u"Available"_s);
}

void TestReservations::theListIsAskedFirst()
{
    QCOMPARE(sendList(1, u"Full"_s, {entry(u"ADA"_s), entry(u"BOB"_s, u"Blocked"_s)}), u"Accepted"_s);
    QVERIFY(place_->station.configure(u"LocalPreauthorize"_s, u"true"_s));
    show(1, u"ada"_s);
    QVERIFY(place_->station.transaction(1));
    QCOMPARE(place_->central.count(u"Authorize"_s), 0);
    QVERIFY(place_->station.configure(u"AllowOfflineTxForUnknownId"_s, u"true"_s));
    place_->station.goOffline();
    place_->station.plugIn(2, {});
    place_->station.presentTag(2, u"BOB"_s);
    QVERIFY(!place_->station.transaction(2));
}

void TestReservations::updatesOfTheList()
{
    QCOMPARE(listVersion(), 0);
    QCOMPARE(sendList(3, u"Full"_s, {entry(u"A"_s), entry(u"B"_s)}), u"Accepted"_s);
    QCOMPARE(sendList(3, u"Differential"_s, {entry(u"C"_s)}), u"VersionMismatch"_s);
    QCOMPARE(sendList(4, u"Differential"_s, {QJsonObject{{u"idTag"_s, u"A"_s}}}), u"Accepted"_s);
    QCOMPARE(listVersion(), 4);
    QJsonArray tooMany;
    for (int i = 0; i < 51; ++i)
        tooMany.append(entry(QString::number(i)));
    QCOMPARE(sendList(5, u"Full"_s, tooMany), u"Failed"_s);
    QCOMPARE(listVersion(), 4);
}

void TestReservations::aFactoryResetForgets()
{
    QCOMPARE(sendList(1, u"Full"_s, {entry(u"ADA"_s)}), u"Accepted"_s);
    QCOMPARE(reserve(1), u"Accepted"_s);
    QVERIFY(place_->station.configure(u"LightIntensity"_s, u"12"_s));
    place_->station.resetToFactory();
    QVERIFY(place_->pass(60s));
    QCOMPARE(listVersion(), 0);
    QCOMPARE(place_->status(1), u"Available"_s);
    const auto answer = place_->central.ask(u"GetConfiguration"_s, {{u"key"_s, QJsonArray{u"LightIntensity"_s}}});
    QCOMPARE(answer.payload["configurationKey"_L1][0]["value"_L1].toString(), u"80"_s);
}

void TestReservations::withoutTheProfiles()
{
    QVERIFY(place_->station.configure(u"SupportedFeatureProfiles"_s, u"Core"_s));
    QCOMPARE(listVersion(), -1);
    QCOMPARE(sendList(1, u"Full"_s, {}), u"NotSupported"_s);
    const auto answer = place_->central.ask(u"CancelReservation"_s, {{u"reservationId"_s, 7}});
    QCOMPARE(answer.errorCode, u"NotSupported"_s);
}

QTEST_GUILESS_MAIN(TestReservations)
#include "tst_sim_reservations.moc"
