// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/password.h"
#include "enginefixture.h"
#include "rawcaller.h"
#include "teststation.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// W profile 1: HTTP Basic authentication.
class tst_Authentication : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void password_data();
    void password();
    void everyStationWithAPasswordMustGiveIt();
    void profileWithoutAPasswordLetsNobodyIn();
    void passwordSetLater();
    void passwordReplaced();
    void manyAtOnce();
    void removedWhileItsPasswordIsChecked();

private:
    std::function<void(store::Station &)> profile1() const
    {
        return [this](store::Station &station) {
            station.securityProfile = 1;
            station.passwordHash = hash_;
        };
    }

    const QByteArray password_ = QByteArray::fromHex("00112233445566778899aabbccddee3aff3a");
    QString hash_;
};

void tst_Authentication::initTestCase()
{
    hash_ = config::hashPassword(password_);
}

void tst_Authentication::password_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QString>("reason");
    QTest::newRow("right") << "CP-1"_ba << password_ << "101"_ba << QString();
    QTest::newRow("the user knows no case") << "cp-1"_ba << password_ << "101"_ba << QString();
    QTest::newRow("wrong") << "CP-1"_ba
                           << "secret"_ba
                           << "401"_ba << u"passwordWrong"_s;
    QTest::newRow("cut at the colon") << "CP-1"_ba << password_.first(15) << "401"_ba << u"passwordWrong"_s;
    QTest::newRow("empty") << "CP-1"_ba
                           << ""_ba
                           << "401"_ba << u"passwordWrong"_s;
    QTest::newRow("another user") << "CP-2"_ba << password_ << "401"_ba << u"passwordWrong"_s;
    QTest::newRow("missing") << QByteArray() << QByteArray() << "401"_ba << u"passwordMissing"_s;
}

void tst_Authentication::password()
{
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, status);
    QFETCH(QString, reason);
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, profile1());
    RawCaller caller(engine.port());
    caller.send(user.isNull() ? RawCaller::head("/CP-1")
                              : RawCaller::head("/CP-1", RawCaller::basic(user, given)));
    const QByteArray response = caller.until("\r\n\r\n");
    QCOMPARE(response.mid(9, 3), status);
    QCOMPARE(response.contains("\r\nWWW-Authenticate: Basic "), status == "401");
    if (reason.isEmpty()) {
        QTRY_VERIFY(engine.station(u"CP-1"_s).online);
    } else {
        QTRY_VERIFY(engine.knock(u"CP-1"_s));
        QCOMPARE(engine.knock(u"CP-1"_s)->reason, reason);
        QCOMPARE(engine.knock(u"CP-1"_s)->httpStatus, 401);
        QVERIFY(!engine.station(u"CP-1"_s).online);
    }
}

void tst_Authentication::everyStationWithAPasswordMustGiveIt()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, [this](store::Station &station) { station.passwordHash = hash_; });
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-1"), "401"_ba);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port(), {.password = password_}));
    QCOMPARE(station.boot(), u"Accepted"_s);
}

void tst_Authentication::profileWithoutAPasswordLetsNobodyIn()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, [](store::Station &station) { station.securityProfile = 1; });
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-1"), "401"_ba);
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-1", RawCaller::basic("CP-1", "")), "401"_ba);
}

void tst_Authentication::passwordSetLater()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.boot(), u"Accepted"_s);
    engine.changeStation(u"CP-1"_s, profile1());
    QTRY_COMPARE(RawCaller::statusFor(engine.port(), "/CP-1"), "401"_ba);
    const QByteArray right = RawCaller::basic("CP-1", password_);
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-1", right), "101"_ba);
}

void tst_Authentication::passwordReplaced()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, profile1());
    const QByteArray old = RawCaller::basic("CP-1", password_);
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-1", old), "101"_ba);
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-1", old), "101"_ba); // remembered
    const QString newHash = config::hashPassword("new");
    engine.changeStation(u"CP-1"_s, [&](store::Station &station) { station.passwordHash = newHash; });
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-1", RawCaller::basic("CP-1", "new")),
             "101"_ba); // at once
    QTRY_COMPARE(RawCaller::statusFor(engine.port(), "/CP-1", old), "401"_ba);
}

void tst_Authentication::manyAtOnce()
{
    EngineFixture engine;
    std::vector<std::unique_ptr<RawCaller>> callers;
    for (int i = 0; i < 8; ++i)
        engine.addStation(u"CP-%1"_s.arg(i), profile1());
    for (int i = 0; i < 8; ++i) {
        const QByteArray id = "CP-" + QByteArray::number(i);
        callers.push_back(std::make_unique<RawCaller>(engine.port()));
        callers.back()->send(RawCaller::head('/' + id, RawCaller::basic(id, i % 2 ? password_ : "wrong"_ba)));
    }
    for (int i = 0; i < 8; ++i)
        QCOMPARE(callers[size_t(i)]->until("\r\n\r\n").mid(9, 3), i % 2 ? "101"_ba : "401"_ba);
}

// The checks of the others make it wait: the password is found right when the station is not there any more.
void tst_Authentication::removedWhileItsPasswordIsChecked()
{
    EngineFixture engine;
    engine.addStation(u"CP-1"_s, profile1());
    engine.addStation(u"CP-2"_s, profile1());
    std::vector<std::unique_ptr<RawCaller>> others;
    for (int i = 0; i < 24; ++i) {
        others.push_back(std::make_unique<RawCaller>(engine.port()));
        others.back()->send(RawCaller::head("/CP-2", RawCaller::basic("CP-2", "wrong " + QByteArray::number(i))));
    }
    RawCaller caller(engine.port());
    caller.send(RawCaller::head("/CP-1", RawCaller::basic("CP-1", password_)));
    QCOMPARE(RawCaller::statusFor(engine.port(), "/CP-3"), "404"_ba); // who came before waits for the check
    QVERIFY(engine.onStore([](store::Database &db) { return store::Stations(db).remove(u"CP-1"_s); }));
    const QByteArray received = caller.until("not registered any more");
    QVERIFY2(received.startsWith("HTTP/1.1 101 "), received);
    QVERIFY2(received.contains("\x03\xF0This station"), received); // 1008
}

QTEST_GUILESS_MAIN(tst_Authentication)
#include "tst_authentication.moc"
