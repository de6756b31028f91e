// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/codec.h"
#include "ocpp/messages/plugandcharge.h"
#include "pki/opensslprogram.h"
#include "store/commands.h"
#include "store/contracts.h"
#include "store/storetest.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace store;
using storetest::at;

class TestContracts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void anEmaidHasManySpellings_data();
    void anEmaidHasManySpellings();
    void areListedInPages();
    void useOutlivesAnEdit();
    void removed();
    void ordersTakeTurns();
    void aNewerOrderTakesThePlace();
    void failuresAreRepeatedAndGivenUp();
    void ordersThatNeedAPerson();
    void refusedAndResumed();
    void leftToPeople();
    void signedAndAnswered_data();
    void signedAndAnswered();
    void tooLongForAStation();
    void lostOnTheWay_data();
    void lostOnTheWay();
    void neverAnswered();
    void cancelledOnTheWay();
    void overtakenOnTheWay_data();
    void overtakenOnTheWay();

private:
    /// Of CP1, signed and on its way in the returned command.
    qint64 sentOrder(Database &db);
    void endCommand(Database &db, qint64 command, CommandState state, qint64 seconds);
};

namespace {

Contract contract(const QString &emaid)
{
    Contract made;
    made.emaid = emaid;
    made.idTag = u"ADA"_s;
    made.validUntil = at(3600);
    made.hashAlgorithm = u"SHA256"_s;
    made.serialNumber = u"0A"_s;
    return made;
}

SigningOrder order(const QString &use, qint64 seconds)
{
    SigningOrder made;
    made.station = u"CP1"_s;
    made.vendorId = u"vendor"_s;
    made.use = use;
    made.csr = u"csr"_s;
    made.received = at(seconds);
    made.nextTry = at(seconds);
    return made;
}

} // namespace

void TestContracts::anEmaidHasManySpellings_data()
{
    QTest::addColumn<QString>("spelling");
    for (const char *spelling : {"DE-8AA-C12345678-X", "de8aac12345678x", "DE*8AA*C12345678*X", " DE8AAC12345678X "})
        QTest::newRow(spelling) << QString::fromLatin1(spelling);
}

void TestContracts::anEmaidHasManySpellings()
{
    QFETCH(QString, spelling);
    const auto db = storetest::freshDatabase();
    Contracts(*db).save(contract(u"DE-8AA-C12345678-X"_s));
    const auto found = Contracts(*db).find(spelling);
    QVERIFY(found);
    QCOMPARE(found->emaid, u"DE-8AA-C12345678-X"_s);
    QCOMPARE(found->validUntil, std::optional(at(3600)));
    QVERIFY(!Contracts(*db).find(u"DE-8AA-C12345678-Y"_s));
    VERIFY_OK(*db);
}

void TestContracts::areListedInPages()
{
    const auto db = storetest::freshDatabase();
    for (const QString &emaid : {u"DE-C"_s, u"DE-A"_s, u"DE-B"_s})
        Contracts(*db).save(contract(emaid));
    const auto emaids = [](const QList<Contract> &contracts) {
        QStringList all;
        for (const Contract &one : contracts)
            all.append(one.emaid);
        return all;
    };
    QCOMPARE(emaids(Contracts(*db).list()), (QStringList{u"DE-A"_s, u"DE-B"_s, u"DE-C"_s}));
    QCOMPARE(emaids(Contracts(*db).list({.after = u"DEA"_s, .limit = 1})), QStringList{u"DE-B"_s});
}

void TestContracts::useOutlivesAnEdit()
{
    const auto db = storetest::freshDatabase();
    Contracts contracts(*db);
    contracts.save(contract(u"DE-A"_s));
    db->takeChanges();
    contracts.noteUse(u"dea"_s, u"CP1"_s, u"Accepted"_s, u"CertificateRevoked"_s, at(5));
    QVERIFY(db->takeChanges().contains({Table::Contracts, u"CP1"_s, u"dea"_s}));
    contracts.noteUse(u"DE-Z"_s, u"CP1"_s, u"Unknown"_s, {}, at(5));
    QVERIFY(db->takeChanges().isEmpty()); // nobody's
    Contract changed = contract(u"DE-A"_s);
    changed.status = ContractStatus::Blocked;
    contracts.save(changed);
    const auto found = contracts.find(u"DE-A"_s);
    QCOMPARE(toString(found->status), toString(ContractStatus::Blocked));
    QCOMPARE(found->lastStation, u"CP1"_s);
    QCOMPARE(found->lastSeen, std::optional(at(5)));
    QCOMPARE(found->lastStatus, u"Accepted"_s);
    QCOMPARE(found->certificateStatus, u"CertificateRevoked"_s);
    VERIFY_OK(*db);
}

void TestContracts::removed()
{
    const auto db = storetest::freshDatabase();
    Contracts(*db).save(contract(u"DE-A"_s));
    QVERIFY(Contracts(*db).remove(u"de*a"_s));
    QVERIFY(!Contracts(*db).remove(u"DE-A"_s));
    QVERIFY(Contracts(*db).list().isEmpty());
}

void TestContracts::ordersTakeTurns()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    SigningOrders orders(*db);
    orders.add(order(u"V2GCertificate"_s, 0));
    orders.add(order(u"ChargingStationCertificate"_s, 10));
    QVERIFY(db->takeChanges().contains({Table::Contracts, u"CP1"_s, SigningOrders::changeKey}));
    QCOMPARE(orders.takeDue(at(5), 60s, 9).size(), 1);
    QCOMPARE(orders.takeDue(at(10), 60s, 0).size(), 0);
    QCOMPARE(orders.takeDue(at(10), 60s, 1).size(), 1);
    QCOMPARE(orders.takeDue(at(60), 60s, 9).size(), 0); // somebody has them
    QCOMPARE(orders.takeDue(at(65), 60s, 9).size(), 1); // nobody came back
    const auto all = orders.list({.station = u"CP1"_s});
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().use, u"ChargingStationCertificate"_s); // newest first
    QCOMPARE(orders.list({.station = u"CP1"_s, .after = all.first().id, .limit = 5}).size(), 1);
    VERIFY_OK(*db);
}

void TestContracts::aNewerOrderTakesThePlace()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    SigningOrders orders(*db);
    const qint64 first = orders.add(order(u"V2GCertificate"_s, 0)).id;
    const qint64 other = orders.add(order({}, 1)).id;
    const qint64 second = orders.add(order(u"V2GCertificate"_s, 2)).id;
    QCOMPARE(toString(orders.find(first)->state), toString(SigningState::Superseded));
    QCOMPARE(orders.find(first)->ended, std::optional(at(2)));
    QCOMPARE(toString(orders.find(other)->state), toString(SigningState::Waiting));
    QCOMPARE(toString(orders.find(second)->state), toString(SigningState::Waiting));
}

void TestContracts::failuresAreRepeatedAndGivenUp()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    SigningOrders orders(*db);
    const qint64 id = orders.add(order({}, 0)).id;
    QList<qint64> pauses;
    for (qint64 now = 0; orders.find(id)->state == SigningState::Waiting; now = now + pauses.last()) {
        orders.wasNotSigned(*orders.find(id), u"no answer"_s, false, at(now));
        const auto next = orders.find(id)->nextTry;
        pauses.append(orders.find(id)->state == SigningState::Waiting
                          ? std::chrono::duration_cast<std::chrono::seconds>(*next - at(now)).count()
                          : -1);
    }
    QCOMPARE(pauses, (QList<qint64>{30, 60, 120, 240, 480, -1}));
    QCOMPARE(toString(orders.find(id)->state), toString(SigningState::Failed));
    QCOMPARE(orders.find(id)->reason, u"no answer"_s);
    const qint64 refused = orders.add(order({}, 0)).id;
    orders.wasNotSigned(*orders.find(refused), u"no"_s, true, at(9));
    QCOMPARE(toString(orders.find(refused)->state), toString(SigningState::Failed));
    QCOMPARE(orders.find(refused)->ended, std::optional(at(9)));
}

void TestContracts::ordersThatNeedAPerson()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    SigningOrders orders(*db);
    const auto needed = [&orders](qint64 seconds) {
        QList<qint64> ids;
        for (const SigningOrder &order : orders.needingAPerson(at(seconds)))
            ids.append(order.id);
        return ids;
    };
    SigningOrder byHand = order({}, 0);
    byHand.nextTry.reset();
    const qint64 first = orders.add(byHand).id;
    const qint64 second = orders.add(order(u"V2GCertificate"_s, 0)).id;
    QCOMPARE(needed(10), QList<qint64>{first});
    QCOMPARE(needed(7200), (QList<qint64>{first, second})); // nobody asks the provider
    orders.wasNotSigned(*orders.find(second), u"no answer"_s, true, at(20));
    QCOMPARE(needed(30), (QList<qint64>{first, second}));
    const qint64 third = orders.add(order(u"V2GCertificate"_s, 40)).id;
    QCOMPARE(needed(50), QList<qint64>{first}); // it has asked anew
    orders.answered(*orders.find(third), false, u"Rejected"_s, at(60));
    QCOMPARE(needed(70), (QList<qint64>{first, third}));
    orders.answered(*orders.find(third), true, {}, at(80));
    QCOMPARE(needed(90), QList<qint64>{first});
    VERIFY_OK(*db);
}

void TestContracts::refusedAndResumed()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    SigningOrders orders(*db);
    const qint64 id = orders.add(order({}, 0)).id;
    QVERIFY(!orders.resume(id, at(5))); // it waits already
    QVERIFY(orders.refuse(id, at(10)));
    QVERIFY(!orders.refuse(id, at(11)));
    QCOMPARE(toString(orders.find(id)->state), toString(SigningState::Failed));
    QCOMPARE(orders.find(id)->ended, std::optional(at(10)));
    QVERIFY(orders.needingAPerson(at(20)).isEmpty());
    db->takeChanges();
    QVERIFY(orders.resume(id, at(30)));
    QVERIFY(db->takeChanges().contains({Table::Contracts, u"CP1"_s, SigningOrders::changeKey}));
    QCOMPARE(toString(orders.find(id)->state), toString(SigningState::Waiting));
    QCOMPARE(orders.find(id)->tries, 0);
    QVERIFY(!orders.find(id)->ended);
    QCOMPARE(orders.takeDue(at(30), 60s, 9).size(), 1);
    QVERIFY(orders.refuse(id, at(40)));
    orders.add(order({}, 50));
    QVERIFY(!orders.resume(id, at(60))); // there is a newer one
    QVERIFY(!orders.resume(id + 100, at(60)));
    VERIFY_OK(*db);
}

/// Tried again where there is no provider (any more): nobody would ask it, and nobody would be told.
void TestContracts::leftToPeople()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    SigningOrders orders(*db);
    const qint64 id = orders.add(order({}, 0)).id;
    orders.wasNotSigned(*orders.find(id), u"no answer"_s, true, at(10));
    QVERIFY(orders.resume(id, at(100)));
    orders.leaveToPeople(at(100));
    QVERIFY(orders.needingAPerson(at(200)).isEmpty()); // another node may be about to ask
    db->takeChanges();
    orders.leaveToPeople(at(101));
    QVERIFY(db->takeChanges().contains({Table::Contracts, u"CP1"_s, SigningOrders::changeKey}));
    QVERIFY(!orders.find(id)->nextTry);
    QCOMPARE(orders.needingAPerson(at(200)).size(), 1);
    QVERIFY(orders.takeDue(at(200), 60s, 9).isEmpty());
    VERIFY_OK(*db);
}

void TestContracts::signedAndAnswered_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::newRow("OCA") << QString(ocpp::pnc::vendorId);
    QTest::newRow("older") << QString(ocpp::pncold::vendorId);
}

void TestContracts::signedAndAnswered()
{
    QFETCH(QString, vendor);
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    const OpenSsl openssl;
    openssl.makeRoot(u"root"_s, u"/CN=Root"_s);
    openssl.makeKey(u"secc"_s);
    SigningOrder wanted = order(u"V2GCertificate"_s, 0);
    wanted.vendorId = vendor;
    wanted.nextTry.reset();
    wanted.csr = QString::fromLatin1(openssl.makeRequest(u"secc"_s, u"/CN=SECC"_s));
    const QByteArray pem = openssl.sign(u"secc"_s, u"root"_s);
    SigningOrders orders(*db);
    const qint64 id = orders.add(wanted).id;
    QCOMPARE(orders.takeDue(at(9999), 60s, 9).size(), 0); // waits for somebody

    const auto foreign = orders.fulfil(*orders.find(id), openssl.content(u"root.pem"_s));
    QVERIFY(!foreign && foreign.error().contains("key"_L1));
    QVERIFY(!orders.fulfil(*orders.find(id), "nonsense"));
    const auto done = orders.fulfil(*orders.find(id), pem);
    QVERIFY2(done.has_value(), qPrintable(done ? QString() : done.error()));
    QVERIFY(!orders.fulfil(*done, pem)); // once

    const Command command = Commands(*db).find(*done->command).value();
    QCOMPARE(command.action, u"DataTransfer"_s);
    const QJsonObject payload = QJsonDocument::fromJson(command.payload).object();
    const auto *message = ocpp::vendorMessage(payload["vendorId"_L1].toString(), payload["messageId"_L1].toString());
    QVERIFY(message && message->vendorId == vendor);
    const QJsonObject data = QJsonDocument::fromJson(payload["data"_L1].toString().toUtf8()).object();
    QVERIFY(!ocpp::check(message->request, data));
    const QByteArray der = QByteArray::fromHex(data["cert"_L1].toString().toLatin1());
    if (vendor == ocpp::pncold::vendorId)
        QCOMPARE(der, openssl.run("x509 -in secc.pem -outform DER"));
    else
        QCOMPARE(data["certificateChain"_L1].toString().toLatin1(), pem);

    QVERIFY(!orders.byCommand(command.id + 1));
    orders.answered(*orders.byCommand(command.id), false, u"not mine"_s, at(8));
    QCOMPARE(toString(orders.find(id)->state), toString(SigningState::Rejected));
    QCOMPARE(orders.find(id)->reason, u"not mine"_s);
    QCOMPARE(orders.find(id)->ended, std::optional(at(8)));
    VERIFY_OK(*db);
}

void TestContracts::tooLongForAStation()
{
    const auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    const OpenSsl openssl;
    openssl.makeRoot(u"root"_s, u"/CN=Root"_s);
    openssl.makeKey(u"secc"_s);
    SigningOrder wanted = order({}, 0);
    wanted.vendorId = QString(ocpp::pncold::vendorId);
    wanted.csr = QString::fromLatin1(openssl.makeRequest(u"secc"_s, u"/CN=SECC"_s));
    const QByteArray pem = openssl.sign(u"secc"_s, u"root"_s);
    SigningOrders orders(*db);
    const qint64 id = orders.add(wanted).id;
    const auto refused = orders.fulfil(*orders.find(id), pem + openssl.content(u"root.pem"_s).repeated(15));
    QVERIFY(!refused && refused.error().contains("too long"_L1));
    QCOMPARE(toString(orders.find(id)->state), toString(SigningState::Waiting));
}

qint64 TestContracts::sentOrder(Database &db)
{
    storetest::addStation(db, u"CP1"_s);
    const OpenSsl openssl;
    openssl.makeRoot(u"root"_s, u"/CN=Root"_s);
    openssl.makeKey(u"secc"_s);
    SigningOrder wanted = order(u"V2GCertificate"_s, 0);
    wanted.vendorId = QString(ocpp::pnc::vendorId);
    wanted.csr = QString::fromLatin1(openssl.makeRequest(u"secc"_s, u"/CN=SECC"_s));
    const auto sent = SigningOrders(db).fulfil(SigningOrders(db).add(wanted), openssl.sign(u"secc"_s, u"root"_s));
    return sent ? sent->command.value_or(0) : 0;
}

void TestContracts::endCommand(Database &db, qint64 command, CommandState state, qint64 seconds)
{
    Commands commands(db);
    QVERIFY(commands.markSent(command, QString::number(command), at(seconds)));
    QVERIFY(commands.finish(command, {state, {}, u"nobody"_s, at(seconds), false}));
}

void TestContracts::lostOnTheWay_data()
{
    QTest::addColumn<CommandState>("end");
    QTest::newRow("no answer") << CommandState::Timeout;
    QTest::newRow("connection broke, or the central system") << CommandState::Unknown;
}

void TestContracts::lostOnTheWay()
{
    QFETCH(CommandState, end);
    const auto db = storetest::freshDatabase();
    const qint64 first = sentOrder(*db);
    SigningOrders orders(*db);
    orders.sendLostAgain(at(1000));
    QVERIFY(orders.byCommand(first)); // still under way
    endCommand(*db, first, end, 1000);
    orders.sendLostAgain(at(1030));
    QVERIFY(orders.byCommand(first)); // the answer may be late
    orders.sendLostAgain(at(1060));
    const auto again = orders.list().constFirst();
    QVERIFY(again.command && *again.command != first);
    QCOMPARE(toString(again.state), toString(SigningState::Signed));
    QCOMPARE(again.tries, 1);
    QCOMPARE(Commands(*db).find(*again.command)->payload, Commands(*db).find(first)->payload);
    VERIFY_OK(*db);
}

void TestContracts::neverAnswered()
{
    const auto db = storetest::freshDatabase();
    sentOrder(*db);
    SigningOrders orders(*db);
    int sent = 0;
    for (qint64 now = 0; orders.list().constFirst().state == SigningState::Signed && sent < 20; now += 100) {
        endCommand(*db, *orders.list().constFirst().command, CommandState::Timeout, now);
        ++sent;
        orders.sendLostAgain(at(now + 60));
    }
    QCOMPARE(sent, SigningOrders::mostTries);
    QCOMPARE(toString(orders.list().constFirst().state), toString(SigningState::Rejected));
    QVERIFY(orders.list().constFirst().reason.contains("nobody"_L1));
}

void TestContracts::cancelledOnTheWay()
{
    const auto db = storetest::freshDatabase();
    const qint64 command = sentOrder(*db);
    QVERIFY(Commands(*db).cancel(command, at(0)));
    SigningOrders(*db).sendLostAgain(at(60));
    const auto order = SigningOrders(*db).list().constFirst();
    QCOMPARE(toString(order.state), toString(SigningState::Rejected));
    QCOMPARE(order.command, std::optional(command));
}

void TestContracts::overtakenOnTheWay_data()
{
    QTest::addColumn<bool>("isSent");
    QTest::addColumn<CommandState>("state");
    QTest::newRow("it waits for the station") << false << CommandState::Cancelled;
    QTest::newRow("the station has it") << true << CommandState::Sent;
}

void TestContracts::overtakenOnTheWay()
{
    QFETCH(bool, isSent);
    QFETCH(CommandState, state);
    const auto db = storetest::freshDatabase();
    const qint64 command = sentOrder(*db);
    SigningOrders orders(*db);
    const SigningOrder former = orders.list().constFirst();
    QVERIFY(orders.isUnderWay(former));
    if (isSent)
        QVERIFY(Commands(*db).markSent(command, u"id"_s, at(1)));
    const SigningOrder newer = order(u"V2GCertificate"_s, 2);
    QVERIFY(!orders.isUnderWay(newer));
    orders.add(newer);
    QCOMPARE(toString(Commands(*db).find(command)->state), toString(state));
    QCOMPARE(toString(orders.find(former.id)->state), toString(SigningState::Superseded));
    QVERIFY(!orders.isUnderWay(former));
    QVERIFY(orders.isUnderWay(newer));
}

QTEST_GUILESS_MAIN(TestContracts)
#include "tst_contracts.moc"
