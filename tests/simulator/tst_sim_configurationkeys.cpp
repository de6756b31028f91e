// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/configurationkeys.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace simulator;
using ocpp::ConfigurationStatus;

class TestConfigurationKeys : public QObject {
    Q_OBJECT

private slots:
    void hasTheRequiredKeysOfTheCoreProfile();
    void everyInitialValueIsOneThatItWouldAccept();
    void changes_data();
    void changes();
    void keysAreCaseInsensitive();
    void changeIsToldAfterTheAnswer();
    void unknownKeysAreListed();
    void tooManyKeysAreRefused();
    void theAuthorizationKeyIsNeverGivenBack();
    void aFixedCableHasNothingToUnlock();
    void hardwareShowsInTheConfiguration();
    void vendorsKeysAreTexts();

private:
    static StationOptions options()
    {
        StationOptions options;
        options.connectors = 2;
        return options;
    }
    static ConfigurationStatus change(ConfigurationKeys &keys, const QString &key, const QString &value)
    {
        const auto answer = keys.handle(ocpp::ChangeConfiguration::Request{key, value});
        if (answer.afterwards)
            answer.afterwards();
        return answer.result->status;
    }
    static std::optional<ocpp::KeyValue> read(ConfigurationKeys &keys, const QString &key)
    {
        const auto answer = keys.handle(ocpp::GetConfiguration::Request{{key}});
        const auto &found = answer.result->configurationKey;
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    }
};

void TestConfigurationKeys::hasTheRequiredKeysOfTheCoreProfile()
{
    ConfigurationKeys keys(options());
    const auto all = keys.handle(ocpp::GetConfiguration::Request{});
    QStringList names;
    for (const ocpp::KeyValue &pair : all.result->configurationKey)
        names += pair.key;
    for (const auto name : {"AuthorizeRemoteTxRequests"_L1,
                            "ClockAlignedDataInterval"_L1,
                            "ConnectionTimeOut"_L1,
                            "ConnectorPhaseRotation"_L1,
                            "GetConfigurationMaxKeys"_L1,
                            "HeartbeatInterval"_L1,
                            "LocalAuthorizeOffline"_L1,
                            "LocalPreauthorize"_L1,
                            "MeterValuesAlignedData"_L1,
                            "MeterValuesSampledData"_L1,
                            "MeterValueSampleInterval"_L1,
                            "NumberOfConnectors"_L1,
                            "ResetRetries"_L1,
                            "StopTransactionOnEVSideDisconnect"_L1,
                            "StopTransactionOnInvalidId"_L1,
                            "StopTxnAlignedData"_L1,
                            "StopTxnSampledData"_L1,
                            "SupportedFeatureProfiles"_L1,
                            "TransactionMessageAttempts"_L1,
                            "TransactionMessageRetryInterval"_L1,
                            "UnlockConnectorOnEVSideDisconnect"_L1})
        QVERIFY2(names.contains(name), name.data());
    names.sort(Qt::CaseInsensitive);
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestConfigurationKeys::everyInitialValueIsOneThatItWouldAccept()
{
    ConfigurationKeys keys(options());
    const auto all = keys.handle(ocpp::GetConfiguration::Request{});
    for (const ocpp::KeyValue &pair : all.result->configurationKey) {
        const ConfigurationStatus status = change(keys, pair.key, *pair.value);
        if (pair.readonly)
            QCOMPARE(status, ConfigurationStatus::Rejected);
        else
            QVERIFY2(status == ConfigurationStatus::Accepted || status == ConfigurationStatus::RebootRequired,
                     qPrintable(pair.key));
    }
}

void TestConfigurationKeys::changes_data()
{
    using Status = ConfigurationStatus;
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<Status>("status");
    const auto row = [](const char *name, const char *key, const char *value, Status status) {
        QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(value) << status;
    };
    row("number", "HeartbeatInterval", "60", Status::Accepted);
    row("number with rubbish", "HeartbeatInterval", "60s", Status::Rejected);
    row("negative", "HeartbeatInterval", "-1", Status::Rejected);
    row("too large", "LightIntensity", "101", Status::Rejected);
    row("empty number", "HeartbeatInterval", "", Status::Rejected);
    row("boolean", "LocalPreauthorize", "True", Status::Accepted);
    row("no boolean", "LocalPreauthorize", "1", Status::Rejected);
    row("read-only", "NumberOfConnectors", "3", Status::Rejected);
    row("unknown", "Colour", "red", Status::NotSupported);
    row("another profile's", "CertificateStoreMaxLength", "10", Status::NotSupported);
    row("the local list's", "LocalAuthListEnabled", "false", Status::Accepted);
    row("needs a reboot", "WebSocketPingInterval", "30", Status::RebootRequired);
    row("negative ping", "WebSocketPingInterval", "-1", Status::Rejected); // 9.1.34
    row("measurands", "MeterValuesSampledData", "Voltage.L1, SoC", Status::Accepted);
    row("no measurands", "StopTxnSampledData", "", Status::Accepted); // 3.16.5
    row("unsupported measurand", "MeterValuesSampledData", "Voltage,RPM", Status::Rejected); // 3.16.4
    row("too many", "StopTxnAlignedData", "SoC,SoC,SoC,SoC,SoC,SoC,SoC,SoC,SoC,SoC,SoC,SoC,SoC",
        Status::Rejected);
    row("rotation", "ConnectorPhaseRotation", "0.RST, 1.STR, 2.Unknown", Status::Accepted);
    row("rotation of no connector", "ConnectorPhaseRotation", "3.RST", Status::Rejected);
    row("no rotation", "ConnectorPhaseRotation", "1.XYZ", Status::Rejected);
    row("key too short", "AuthorizationKey", "00112233445566778899aabbccddee", Status::Rejected);
    row("key", "AuthorizationKey", "00112233445566778899AABBCCDDEEFF", Status::Accepted);
    row("key not hexadecimal", "AuthorizationKey", "0011223344556677889900112233445g", Status::Rejected);
}

void TestConfigurationKeys::changes()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(ConfigurationStatus, status);
    ConfigurationKeys keys(options());
    const auto before = read(keys, key);
    QCOMPARE(change(keys, key, value), status);
    const auto after = read(keys, key);
    const bool set = status == ConfigurationStatus::Accepted || status == ConfigurationStatus::RebootRequired;
    if (after && key != "AuthorizationKey"_L1)
        QCOMPARE(*after->value, set ? value : *before->value);
}

void TestConfigurationKeys::keysAreCaseInsensitive()
{
    ConfigurationKeys keys(options());
    QCOMPARE(change(keys, u"heartbeatINTERVAL"_s, u"77"_s), ConfigurationStatus::Accepted);
    QCOMPARE(keys.number("HeartbeatInterval"_L1), 77);
    QCOMPARE(read(keys, u"HEARTBEATINTERVAL"_s)->key, u"HeartbeatInterval"_s);
}

void TestConfigurationKeys::changeIsToldAfterTheAnswer()
{
    ConfigurationKeys keys(options());
    QStringList told;
    keys.changed.listen([&](QLatin1StringView key) { told += key; });
    const auto answer = keys.handle(ocpp::ChangeConfiguration::Request{u"MessageTimeout"_s, u"5"_s});
    QVERIFY(told.isEmpty());
    answer.afterwards();
    QCOMPARE(told, QStringList{u"MessageTimeout"_s});
    change(keys, u"WebSocketPingInterval"_s, u"5"_s); // not effective before the reboot
    QCOMPARE(told.size(), 1);
}

void TestConfigurationKeys::unknownKeysAreListed()
{
    ConfigurationKeys keys(options());
    const auto answer = keys.handle(ocpp::GetConfiguration::Request{{u"ResetRetries"_s, u"Colour"_s}});
    QCOMPARE(answer.result->configurationKey.size(), 1);
    QCOMPARE(answer.result->unknownKey, QStringList{u"Colour"_s});
}

void TestConfigurationKeys::tooManyKeysAreRefused()
{
    ConfigurationKeys keys(options());
    const int most = keys.number("GetConfigurationMaxKeys"_L1);
    const QStringList fits(most, u"ResetRetries"_s);
    QVERIFY(keys.handle(ocpp::GetConfiguration::Request{fits}).result.has_value());
    const auto answer = keys.handle(ocpp::GetConfiguration::Request{fits + fits});
    QCOMPARE(answer.result.error().code, ocpp::ErrorCode::OccurenceConstraintViolation);
}

void TestConfigurationKeys::theAuthorizationKeyIsNeverGivenBack()
{
    ConfigurationKeys keys(options());
    change(keys, u"AuthorizationKey"_s, u"00112233445566778899AABBCCDDEEFF"_s);
    QCOMPARE(keys.authorizationKey(), QByteArray::fromHex("00112233445566778899aabbccddeeff"));
    QVERIFY(!read(keys, u"AuthorizationKey"_s)->value);
    const auto answer = keys.handle(ocpp::GetConfiguration::Request{});
    for (const ocpp::KeyValue &pair : answer.result->configurationKey)
        QVERIFY(pair.key != "AuthorizationKey"_L1);
}

void TestConfigurationKeys::aFixedCableHasNothingToUnlock()
{
    StationOptions fixed = options();
    fixed.hardware.fixedCable = true;
    ConfigurationKeys keys(fixed);
    const auto pair = read(keys, u"UnlockConnectorOnEVSideDisconnect"_s);
    QVERIFY(pair->readonly);
    QCOMPARE(*pair->value, u"false"_s);
}

void TestConfigurationKeys::hardwareShowsInTheConfiguration()
{
    StationOptions single = options();
    single.connectors = 1;
    single.hardware.phases = 1;
    ConfigurationKeys keys(single);
    QCOMPARE(keys.number("NumberOfConnectors"_L1), 1);
    QCOMPARE(*read(keys, u"ConnectorPhaseRotation"_s)->value, u"0.NotApplicable,1.NotApplicable"_s);
}

void TestConfigurationKeys::vendorsKeysAreTexts()
{
    StationOptions vendor = options();
    vendor.configuration = {{u"DisplayText"_s, u"Hello"_s},
                            {u"resetretries"_s, u"4"_s},
                            {u"SupportedFileTransferProtocols"_s, u"FTP,HTTPS"_s}};
    ConfigurationKeys keys(vendor);
    const auto protocols = read(keys, u"SupportedFileTransferProtocols"_s);
    QCOMPARE(*protocols->value, u"FTP,HTTPS"_s);
    QVERIFY(protocols->readonly);
    ConfigurationKeys usual(options());
    QCOMPARE(*read(usual, u"SupportedFileTransferProtocols"_s)->value, u"HTTP"_s);
    QCOMPARE(*read(keys, u"displaytext"_s)->value, u"Hello"_s);
    QCOMPARE(change(keys, u"DisplayText"_s, u"Welcome"_s), ConfigurationStatus::Accepted);
    QCOMPARE(*read(keys, u"DisplayText"_s)->value, u"Welcome"_s);
    QCOMPARE(keys.number("ResetRetries"_L1), 4);
}

QTEST_GUILESS_MAIN(TestConfigurationKeys)
#include "tst_sim_configurationkeys.moc"
