// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/configuration.h"
#include "store/pgfixture.h"
#include "store/storetest.h"

using namespace Qt::Literals::StringLiterals;
using namespace store;
using storetest::at;

namespace {

std::unique_ptr<Database> freshWithStation()
{
    auto db = storetest::freshDatabase();
    storetest::addStation(*db, u"CP1"_s);
    return db;
}

const QString station = u"CP1"_s;
const QString interval = u"HeartbeatInterval"_s;

void report(Database &db, const QString &value, qint64 seconds = 10)
{
    Configuration(db).report(station, {{interval, value, false}}, at(seconds));
}

ConfigurationState state(Database &db)
{
    return Configuration(db).find(station, interval)->state;
}

} // namespace

class TestConfiguration : public QObject {
    Q_OBJECT
private slots:
    void initTestCase_data() { storetest::addBackends(); }
    void cleanupTestCase() { storetest::shutDown(); }

    void wordsAreThoseOfTheApi();
    void keepsWhatIsReported();
    void reportedNeverOverwritesDesired();
    void desiredIsPendingUnlessReported();
    void aWishTakenBackIsPending();
    void aWishOfAnotherNodeIsNotLost();
    void aReportOfAnotherNodeIsNotLost();
    void aRefusalStaysUntilTheValueIsThere();
    void aRebootMakesItPendingAgain();
    void aSecretIsForgottenWhenAnswered();
    void driftIsPendingAgain();
    void unknownKeys();
    void noLongerDesired();
    void keysAreCaseInsensitive();
    void listsByKey();
};

void TestConfiguration::wordsAreThoseOfTheApi()
{
    QStringList words;
    for (int value = 0; value <= static_cast<int>(ConfigurationState::NotSupported); ++value) {
        words.append(toString(static_cast<ConfigurationState>(value)));
        ConfigurationState back = ConfigurationState::InSync;
        QVERIFY(fromString(words.last(), back));
        QCOMPARE(static_cast<int>(back), value);
    }
    QCOMPARE(words.join(u' '), u"inSync pending rejected rebootRequired notSupported"_s);
}

void TestConfiguration::keepsWhatIsReported()
{
    const auto db = freshWithStation();
    Configuration(*db).report(station, {{u"A"_s, u"1"_s, true}, {u"B"_s, std::nullopt, false}}, at(10));
    VERIFY_OK(*db);
    const auto a = Configuration(*db).find(station, u"A"_s);
    QCOMPARE(a->value, std::optional(u"1"_s));
    QVERIFY(a->readonly);
    QCOMPARE(a->reportedAt, std::optional(at(10)));
    QVERIFY((a->state) == ConfigurationState::InSync);
    QVERIFY(!a->desired);
    QVERIFY(!Configuration(*db).find(station, u"B"_s)->value);
}

void TestConfiguration::reportedNeverOverwritesDesired()
{
    const auto db = freshWithStation();
    Configuration(*db).desire(station, interval, u"60"_s, at(5));
    report(*db, u"300"_s);
    const auto key = Configuration(*db).find(station, interval);
    QCOMPARE(key->value, std::optional(u"300"_s));
    QCOMPARE(key->desired, std::optional(u"60"_s));
    QCOMPARE(key->desiredAt, std::optional(at(5)));
    QVERIFY((key->state) == ConfigurationState::Pending);
    QCOMPARE(Configuration(*db).pending(station).size(), 1);
    report(*db, u"60"_s);
    QVERIFY((state(*db)) == ConfigurationState::InSync);
    QVERIFY(Configuration(*db).pending(station).isEmpty());
    VERIFY_OK(*db);
}

void TestConfiguration::desiredIsPendingUnlessReported()
{
    const auto db = freshWithStation();
    report(*db, u"300"_s);
    Configuration(*db).desire(station, interval, u"300"_s, at(20));
    QVERIFY((state(*db)) == ConfigurationState::InSync);
    Configuration(*db).desire(station, interval, u"60"_s, at(30));
    QVERIFY((state(*db)) == ConfigurationState::Pending);
    VERIFY_OK(*db);
}

void TestConfiguration::aWishTakenBackIsPending()
{
    const auto db = freshWithStation();
    report(*db, u"300"_s);
    Configuration(*db).desire(station, interval, u"60"_s, at(20)); // it may be there before it is reported
    Configuration(*db).desire(station, interval, u"300"_s, at(30));
    QVERIFY((state(*db)) == ConfigurationState::Pending);
    report(*db, u"300"_s);
    QVERIFY((state(*db)) == ConfigurationState::InSync);
    VERIFY_OK(*db);
}

void TestConfiguration::aWishOfAnotherNodeIsNotLost()
{
    const Location location = storetest::server().freshSchema();
    const auto db = storetest::open(location);
    storetest::addStation(*db, station);
    report(*db, u"300"_s);
    storetest::race(
        location, [](Database &one) { Configuration(one).desire(station, interval, u"60"_s, at(20)); },
        [](Database &other) { report(other, u"900"_s, 30); });
    const auto key = Configuration(*db).find(station, interval);
    QCOMPARE(key->desired, std::optional(u"60"_s));
    QCOMPARE(key->value, std::optional(u"900"_s));
    QVERIFY((key->state) == ConfigurationState::Pending);
    VERIFY_OK(*db);
}

void TestConfiguration::aReportOfAnotherNodeIsNotLost()
{
    const Location location = storetest::server().freshSchema();
    const auto db = storetest::open(location);
    storetest::addStation(*db, station);
    report(*db, u"60"_s);
    storetest::race(
        location, [](Database &one) { report(one, u"900"_s, 30); },
        [](Database &other) { Configuration(other).desire(station, interval, u"60"_s, at(20)); });
    const auto key = Configuration(*db).find(station, interval);
    QCOMPARE(key->value, std::optional(u"900"_s));
    QCOMPARE(key->reportedAt, std::optional(at(30)));
    QVERIFY((key->state) == ConfigurationState::Pending);
    VERIFY_OK(*db);
}

void TestConfiguration::aRefusalStaysUntilTheValueIsThere()
{
    const auto db = freshWithStation();
    report(*db, u"300"_s);
    Configuration(*db).desire(station, interval, u"60"_s, at(20));
    Configuration(*db).setState(station, interval, ConfigurationState::Rejected);
    report(*db, u"300"_s, 30);
    QVERIFY((state(*db)) == ConfigurationState::Rejected); // asking again would not help
    report(*db, u"60"_s, 40);
    QVERIFY((state(*db)) == ConfigurationState::InSync);
    VERIFY_OK(*db);
}

void TestConfiguration::aRebootMakesItPendingAgain()
{
    const auto db = freshWithStation();
    Configuration(*db).desire(station, interval, u"60"_s, at(20));
    Configuration(*db).setState(station, interval, ConfigurationState::RebootRequired);
    report(*db, u"300"_s, 30);
    QVERIFY((state(*db)) == ConfigurationState::RebootRequired);
    Configuration(*db).rebooted(station);
    QVERIFY((state(*db)) == ConfigurationState::Pending);
    VERIFY_OK(*db);
}

void TestConfiguration::aSecretIsForgottenWhenAnswered()
{
    const auto db = freshWithStation();
    const QString secret = u"authorizationKEY"_s;
    const auto row = [&] { return *Configuration(*db).find(station, secret); };
    Configuration(*db).desire(station, secret, u"A0B1"_s, at(20));
    Configuration(*db).setState(station, secret, ConfigurationState::Rejected);
    QCOMPARE(row().desired, QString()); // a person may enter another one
    QCOMPARE(Configuration(*db).stuck().size(), 1);
    Configuration(*db).desire(station, secret, u"A0B1"_s, at(25));
    Configuration(*db).reportUnknown(station, {secret}, at(26));
    QVERIFY(row().state == ConfigurationState::NotSupported);
    QCOMPARE(row().desired, QString());
    QCOMPARE(Configuration(*db).stuck().size(), 1);
    for (const ConfigurationState taken : {ConfigurationState::InSync, ConfigurationState::RebootRequired}) {
        Configuration(*db).desire(station, secret, u"A0B1"_s, at(30));
        QVERIFY(row().state == ConfigurationState::Pending);
        Configuration(*db).setState(station, secret, taken);
        QVERIFY(row().state == taken);
        QVERIFY(!row().desired && !row().desiredAt);
    }
    Configuration(*db).rebooted(station);
    QVERIFY(row().state == ConfigurationState::InSync);
    VERIFY_OK(*db);
}

void TestConfiguration::driftIsPendingAgain()
{
    const auto db = freshWithStation();
    report(*db, u"60"_s);
    Configuration(*db).desire(station, interval, u"60"_s, at(20));
    report(*db, u"900"_s, 30);
    QVERIFY((state(*db)) == ConfigurationState::Pending);
    VERIFY_OK(*db);
}

void TestConfiguration::unknownKeys()
{
    const auto db = freshWithStation();
    Configuration(*db).desire(station, interval, u"60"_s, at(20));
    Configuration(*db).reportUnknown(station, {u"heartbeatinterval"_s, u"NeverHeardOf"_s}, at(30));
    QVERIFY((state(*db)) == ConfigurationState::NotSupported);
    QVERIFY(!Configuration(*db).find(station, u"NeverHeardOf"_s));
    report(*db, u"300"_s, 40); // after a firmware update
    QVERIFY((state(*db)) == ConfigurationState::Pending);
    VERIFY_OK(*db);
}

void TestConfiguration::noLongerDesired()
{
    const auto db = freshWithStation();
    report(*db, u"300"_s);
    Configuration(*db).desire(station, interval, u"60"_s, at(20));
    Configuration(*db).desire(station, interval, std::nullopt, at(30));
    QVERIFY((state(*db)) == ConfigurationState::InSync);
    QVERIFY(!Configuration(*db).find(station, interval)->desired);
    QVERIFY(!Configuration(*db).find(station, interval)->desiredAt);
    VERIFY_OK(*db);
}

void TestConfiguration::keysAreCaseInsensitive()
{
    const auto db = freshWithStation();
    Configuration(*db).desire(station, u"heartbeatINTERVAL"_s, u"60"_s, at(20));
    report(*db, u"60"_s);
    Configuration(*db).setState(station, u"HEARTBEATinterval"_s, ConfigurationState::Rejected);
    QCOMPARE(Configuration(*db).list(station).size(), 1);
    QCOMPARE(Configuration(*db).list(station).first().key, interval); // as the station spells it
    QVERIFY(Configuration(*db).list(station).first().state == ConfigurationState::Rejected);
    VERIFY_OK(*db);
}

void TestConfiguration::listsByKey()
{
    const auto db = freshWithStation();
    Configuration(*db).report(station, {{u"b"_s, {}, false}, {u"C"_s, {}, false}, {u"a"_s, {}, false}}, at(1));
    QStringList keys;
    for (const ConfigurationKey &key : Configuration(*db).list(station))
        keys.append(key.key);
    QCOMPARE(keys.join(u' '), u"a b C"_s);
    QVERIFY(Configuration(*db).list(u"CP2"_s).isEmpty());
    VERIFY_OK(*db);
}

QTEST_GUILESS_MAIN(TestConfiguration)
#include "tst_configuration.moc"
