// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/place.h"

using namespace simtest;

class TestRequests : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void triggers_data();
    void triggers();
    void triggeredStatusIsThatOfOneConnector();
    void triggeredMeterValuesAreTheLatest();
    void triggeredBootIsRejectedOnceAccepted();
    void refusesOtherProfiles_data();
    void refusesOtherProfiles();
    void parsesBehaviours_data();
    void parsesBehaviours();
    void refusalsHaveTheirWords_data();
    void refusalsHaveTheirWords();
    void rejectsWithoutEffect();
    void answersWithAnError();
    void staysSilent();
    void takesItsTime();
    void forgetsASlowAnswerWithItsLine();
    void breaksTheLineInsteadOfAnAnswer();
    void restartsAfterItsAnswer();
    void behavesForSomeTimes();
    void behavesForAllOthers();
    void masksSecretsInTheJournal();

private:
    QString ask(const QString &action, const QJsonObject &payload = {})
    {
        const auto reply = place_->central.ask(action, payload);
        return reply.errorCode.isEmpty() ? reply.payload.value("status"_L1).toString() : reply.errorCode;
    }
    void behave(const QString &action, const QString &as)
    {
        place_->station.setBehaviour(action, simulator::parseBehaviour(as).value());
    }

    std::unique_ptr<Place> place_;
};

void TestRequests::init()
{
    place_ = std::make_unique<Place>();
    QVERIFY(place_->boot());
    place_->central.forget();
}

void TestRequests::cleanup()
{
    QCOMPARE(place_->central.violations, QStringList());
    place_.reset();
}

void TestRequests::triggers_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("count");
    QTest::newRow("heartbeat") << u"Heartbeat"_s << u"Accepted"_s << 1;
    QTest::newRow("all statuses") << u"StatusNotification"_s << u"Accepted"_s << 3;
    QTest::newRow("all meters") << u"MeterValues"_s << u"Accepted"_s << 3;
    QTest::newRow("firmware") << u"FirmwareStatusNotification"_s << u"NotImplemented"_s << 0;
    QTest::newRow("diagnostics") << u"DiagnosticsStatusNotification"_s << u"NotImplemented"_s << 0;
}

void TestRequests::triggers()
{
    QFETCH(QString, message);
    QFETCH(int, count);
    QTEST(ask(u"TriggerMessage"_s, {{u"requestedMessage"_s, message}}), "status");
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(message), count);
}

void TestRequests::triggeredStatusIsThatOfOneConnector()
{
    QCOMPARE(
        ask(u"TriggerMessage"_s, {{u"requestedMessage"_s, u"StatusNotification"_s}, {u"connectorId"_s, 2}}),
        u"Accepted"_s);
    QVERIFY(place_->settled());
    QCOMPARE(place_->central.count(u"StatusNotification"_s), 1);
    QCOMPARE(place_->central.statuses(2), QStringList{u"Available"_s});
    QCOMPARE(
        ask(u"TriggerMessage"_s, {{u"requestedMessage"_s, u"StatusNotification"_s}, {u"connectorId"_s, 3}}),
        u"Rejected"_s);
}

void TestRequests::triggeredMeterValuesAreTheLatest()
{
    QVERIFY(place_->charge(1, {.acPowerW = 12000}));
    place_->timeline.advance(30s);
    QCOMPARE(ask(u"TriggerMessage"_s, {{u"requestedMessage"_s, u"MeterValues"_s}, {u"connectorId"_s, 1}}),
             u"Accepted"_s);
    QVERIFY(place_->settled());
    const QJsonObject told = place_->central.last(u"MeterValues"_s);
    QCOMPARE(told.value("transactionId"_L1).toInt(), 101);
    QCOMPARE(told["meterValue"_L1][0]["sampledValue"_L1][0]["context"_L1].toString(), u"Trigger"_s);
    QCOMPARE(told["meterValue"_L1][0]["sampledValue"_L1][0]["value"_L1].toString(), u"1100"_s);
}

void TestRequests::triggeredBootIsRejectedOnceAccepted()
{
    QCOMPARE(ask(u"TriggerMessage"_s, {{u"requestedMessage"_s, u"BootNotification"_s}}),
             u"Rejected"_s); // E 3.35
}

void TestRequests::refusesOtherProfiles_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("payload");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *action, const QJsonObject &payload, const QString &answer) {
        QTest::newRow(action) << QString::fromLatin1(action) << payload << answer;
    };
    row("DataTransfer", {{u"vendorId"_s, u"com.example"_s}, {u"data"_s, u"x"_s}}, u"UnknownVendorId"_s);
    row("GetDiagnostics", {{u"location"_s, u"ftp://x/"_s}}, u"NotSupported"_s);
    row("ExtendedTriggerMessage", {{u"requestedMessage"_s, u"Heartbeat"_s}}, u"NotImplemented"_s);
    row("CertificateSigned", {{u"certificateChain"_s, u"x"_s}}, u"NotImplemented"_s);
    row("Authorize", {{u"idTag"_s, u"A"_s}}, u"NotSupported"_s); // not for stations
    row("Dance", {}, u"NotImplemented"_s);
}

void TestRequests::refusesOtherProfiles()
{
    QFETCH(QString, action);
    QFETCH(QJsonObject, payload);
    QTEST(ask(action, payload), "answer");
}

void TestRequests::parsesBehaviours_data()
{
    using Kind = simulator::Behaviour::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<int>("kind");
    QTest::newRow("accept") << u"accept"_s << true << int(Kind::Accept);
    QTest::newRow("error") << u"error"_s << true << int(Kind::Error);
    QTest::newRow("error with code") << u"error:SecurityError*2"_s << true << int(Kind::Error);
    QTest::newRow("slow") << u"slow:250"_s << true << int(Kind::Slow);
    QTest::newRow("drop") << u"drop*1"_s << true << int(Kind::Drop);
    QTest::newRow("reboot") << u"reboot"_s << true << int(Kind::Reboot);
    QTest::newRow("no time") << u"slow"_s << false << 0;
    QTest::newRow("no error code") << u"error:Nonsense"_s << false << 0;
    QTest::newRow("no argument wanted") << u"silent:5"_s << false << 0;
    QTest::newRow("no times") << u"reject*0"_s << false << 0;
    QTest::newRow("nonsense") << u"dance"_s << false << 0;
    QTest::newRow("nothing") << QString() << false << 0;
}

void TestRequests::parsesBehaviours()
{
    QFETCH(QString, text);
    const auto behaviour = simulator::parseBehaviour(text);
    QTEST(behaviour.has_value(), "valid");
    if (behaviour)
        QTEST(int(behaviour->kind), "kind");
    else
        QVERIFY(behaviour.error().contains(text));
}

void TestRequests::refusalsHaveTheirWords_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("status");
    QTest::newRow("Rejected") << u"Reset"_s << u"Rejected"_s;
    QTest::newRow("UnlockFailed") << u"UnlockConnector"_s << u"UnlockFailed"_s;
    QTest::newRow("Failed") << u"SendLocalList"_s << u"Failed"_s;
    QTest::newRow("Unknown") << u"ClearChargingProfile"_s << u"Unknown"_s;
    QTest::newRow("no status") << u"GetConfiguration"_s << QString();
}

void TestRequests::refusalsHaveTheirWords()
{
    QFETCH(QString, action);
    const auto refusal = simulator::refusalOf(action);
    QTEST(refusal.value_or(QJsonObject()).value("status"_L1).toString(), "status");
}

void TestRequests::rejectsWithoutEffect()
{
    behave(u"ChangeAvailability"_s, u"reject"_s);
    behave(u"GetConfiguration"_s, u"reject"_s);
    QCOMPARE(ask(u"ChangeAvailability"_s, {{u"connectorId"_s, 1}, {u"type"_s, u"Inoperative"_s}}),
             u"Rejected"_s);
    QCOMPARE(place_->status(1), u"Available"_s);
    QCOMPARE(ask(u"GetConfiguration"_s), u"GenericError"_s);
}

void TestRequests::answersWithAnError()
{
    behave(u"Reset"_s, u"error:SecurityError"_s);
    QCOMPARE(ask(u"Reset"_s, {{u"type"_s, u"Hard"_s}}), u"SecurityError"_s);
    QVERIFY(place_->station.isOnline());
}

void TestRequests::staysSilent()
{
    behave(u"ClearCache"_s, u"silent"_s);
    const QString id = place_->central.send(u"ClearCache"_s);
    place_->central.ask(u"GetConfiguration"_s);
    QVERIFY(!place_->central.hasReplyTo(id));
}

void TestRequests::takesItsTime()
{
    behave(u"ClearCache"_s, u"slow:1500"_s);
    const QString id = place_->central.send(u"ClearCache"_s);
    place_->central.ask(u"GetConfiguration"_s);
    place_->timeline.advance(1499ms);
    place_->central.ask(u"GetConfiguration"_s);
    QVERIFY(!place_->central.hasReplyTo(id));
    place_->timeline.advance(1ms);
    QTRY_VERIFY(place_->central.hasReplyTo(id));
}

void TestRequests::forgetsASlowAnswerWithItsLine()
{
    behave(u"ClearCache"_s, u"slow:1500"_s);
    const QString id = place_->central.send(u"ClearCache"_s);
    place_->central.ask(u"GetConfiguration"_s);
    place_->station.goOffline();
    place_->station.goOnline();
    QVERIFY(place_->settled());
    place_->timeline.advance(2s);
    place_->central.ask(u"GetConfiguration"_s);
    QVERIFY(!place_->central.hasReplyTo(id));
}

void TestRequests::breaksTheLineInsteadOfAnAnswer()
{
    behave(u"ChangeAvailability"_s, u"drop"_s);
    const QString id =
        place_->central.send(u"ChangeAvailability"_s, {{u"connectorId"_s, 1}, {u"type"_s, u"Inoperative"_s}});
    QVERIFY(waitFor([this] { return !place_->station.isOnline(); }));
    QVERIFY(place_->station.wantsToBeOnline());
    QVERIFY(place_->pass(10s));
    QCOMPARE(place_->central.lines(), 2);
    QVERIFY(!place_->central.hasReplyTo(id));
    QCOMPARE(place_->status(1), u"Available"_s);
    QCOMPARE(place_->station.bootsAccepted(), 1); // J 5.4: a line that comes back is no boot
}

void TestRequests::restartsAfterItsAnswer()
{
    behave(u"ChangeConfiguration"_s, u"reboot*1"_s);
    const QJsonObject change{{u"key"_s, u"MeterValueSampleInterval"_s}, {u"value"_s, u"17"_s}};
    QCOMPARE(ask(u"ChangeConfiguration"_s, change), u"Accepted"_s);
    QVERIFY(place_->pass(10s));
    QCOMPARE(place_->station.bootsAccepted(), 2);
    QCOMPARE(place_->station.configuration().number("MeterValueSampleInterval"_L1), 17);
    QCOMPARE(ask(u"ChangeConfiguration"_s, change), u"Accepted"_s);
    QVERIFY(place_->pass(10s));
    QCOMPARE(place_->station.bootsAccepted(), 2);
}

void TestRequests::behavesForSomeTimes()
{
    behave(u"ClearCache"_s, u"reject*2"_s);
    QCOMPARE(ask(u"ClearCache"_s), u"Rejected"_s);
    QCOMPARE(ask(u"ClearCache"_s), u"Rejected"_s);
    QCOMPARE(ask(u"ClearCache"_s), u"Accepted"_s);
}

void TestRequests::behavesForAllOthers()
{
    behave(u"*"_s, u"reject"_s);
    behave(u"ClearCache"_s, u"accept"_s);
    QCOMPARE(ask(u"UnlockConnector"_s, {{u"connectorId"_s, 1}}), u"UnlockFailed"_s);
    QCOMPARE(ask(u"ClearCache"_s), u"Accepted"_s);
}

void TestRequests::masksSecretsInTheJournal()
{
    class Notebook final : public simulator::Journal {
    public:
        bool wantsFrames() const override { return true; }
        void frame(const simulator::FrameRecord &record) override
        {
            text += (record.outgoing ? "> " : "< ") + record.text + '\n';
        }
        void note(const QString &, const QString &sentence) override { text += sentence.toUtf8() + '\n'; }
        QByteArray text;
    } notebook;
    simulator::StationOptions options = defaultOptions();
    options.endpoint = place_->central.endpoint();
    options.password = "top-secret";
    simulator::Station station(options, place_->timeline, notebook);
    station.switchOn();
    QTRY_COMPARE(place_->central.lines(), 2);
    QTRY_VERIFY(station.isOnline() && station.isQuiet());
    const QString secret = u"00112233445566778899aabbccddeeff"_s;
    place_->central.ask(u"ChangeConfiguration"_s, {{u"key"_s, u"AuthorizationKey"_s}, {u"value"_s, secret}});
    QVERIFY(notebook.text.contains("> [2,"));
    QVERIFY(notebook.text.contains("< [3,"));
    QVERIFY(notebook.text.contains("AuthorizationKey"));
    QVERIFY(!notebook.text.contains(secret.toLatin1()));
    QVERIFY(!notebook.text.contains("top-secret"));
}

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_sim_requests.moc"
