// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages.h"

#include <QSet>
#include <QTest>

#include <utility>

using namespace ocpp;
using namespace Qt::StringLiterals;

namespace {

// Calls visit(path, field) for every field of a table, nested ones included.
template<class Visit>
void walk(const QString &path, std::span<const Field> fields, const Visit &visit)
{
    for (const Field &field : fields) {
        const QString here = path + u'/' + field.name;
        visit(here, field);
        const FieldType *type = field.kind() == Kind::List ? field.type->element : field.type;
        if (type->kind == Kind::Object)
            walk(here, type->fields(), visit);
    }
}

} // namespace

class TestMessages : public QObject {
    Q_OBJECT

private slots:
    void thereAre39();
    void directions();
    void profiles();
    void lookupIsExact();
    void tablesAreSound();
    void formsFindHelpAndUnits();
    void unknownAndMisdirectedActions();
    void dispatchFindsEveryMessage();
    void enumerationsSpeakTheWire();
    void errorCodesAreSpelledAsOnTheWire();
};

void TestMessages::thereAre39()
{
    QStringList names;
    for (const MessageInfo &message : messages())
        names.append(message.action);
    QCOMPARE(names.size(), 39);
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 39);
    QVERIFY(std::is_sorted(names.begin(), names.end()));
}

void TestMessages::directions()
{
    QStringList fromStation;
    QStringList both;
    int toStation = 0;
    for (const MessageInfo &message : messages()) {
        QVERIFY2(message.fromStation || message.toStation, message.action.data());
        if (message.fromStation)
            fromStation.append(message.action);
        toStation += message.toStation ? 1 : 0;
        if (message.fromStation && message.toStation)
            both.append(message.action);
    }
    QCOMPARE(fromStation,
             (QStringList{u"Authorize"_s, u"BootNotification"_s, u"DataTransfer"_s,
                          u"DiagnosticsStatusNotification"_s, u"FirmwareStatusNotification"_s, u"Heartbeat"_s,
                          u"LogStatusNotification"_s, u"MeterValues"_s, u"SecurityEventNotification"_s,
                          u"SignCertificate"_s, u"SignedFirmwareStatusNotification"_s, u"StartTransaction"_s,
                          u"StatusNotification"_s, u"StopTransaction"_s}));
    QCOMPARE(toStation, 26);
    QCOMPARE(both, QStringList{u"DataTransfer"_s});
}

void TestMessages::profiles()
{
    QHash<Profile, int> count;
    for (const MessageInfo &message : messages())
        ++count[message.profile];
    QCOMPARE(count.value(Profile::Core), 16);
    QCOMPARE(count.value(Profile::FirmwareManagement), 4);
    QCOMPARE(count.value(Profile::LocalAuthList), 2);
    QCOMPARE(count.value(Profile::Reservation), 2);
    QCOMPARE(count.value(Profile::SmartCharging), 3);
    QCOMPARE(count.value(Profile::RemoteTrigger), 1);
    QCOMPARE(count.value(Profile::Security), 11);
}

void TestMessages::lookupIsExact()
{
    QVERIFY(messageInfo(u"StartTransaction"));
    QCOMPARE(messageInfo(u"StartTransaction")->action, "StartTransaction"_L1);
    QVERIFY(!messageInfo(u"startTransaction")); // J 4.2.1: case-sensitive
    QVERIFY(!messageInfo(u"StartTransaction.req"));
    QVERIFY(!messageInfo(u""));
}

void TestMessages::tablesAreSound()
{
    int fields = 0;
    const auto visit = [&fields](const QString &path, const Field &field) {
        ++fields;
        QVERIFY2(!field.clause.isEmpty(), qPrintable(path));
        QVERIFY2(field.minimum <= field.maximum, qPrintable(path));
        QVERIFY2(!field.openValues || field.kind() == Kind::Text, qPrintable(path));
        QVERIFY2(field.kind() != Kind::Enumeration || !field.values.empty(), qPrintable(path));
        QVERIFY2(field.secret == (field.secrecy == Secrecy::ByKey), qPrintable(path));
    };
    for (const MessageInfo &message : messages()) {
        walk(message.action, message.request, visit);
        walk(message.action, message.response, visit);
    }
    QVERIFY(fields > 200);
}

void TestMessages::formsFindHelpAndUnits()
{
    for (const MessageInfo &message : messages()) {
        if (!message.toStation)
            continue;
        walk(message.action, message.request, [](const QString &path, const Field &field) {
            QVERIFY2(!field.help.isEmpty(), qPrintable(path));
            QVERIFY2(field.help.endsWith(u'.'), qPrintable(path));
        });
    }
    const std::span<const Field> diagnostics = messageInfo(u"GetDiagnostics")->request;
    const auto interval = std::find_if(diagnostics.begin(), diagnostics.end(),
                                       [](const Field &field) { return field.name == "retryInterval"_L1; });
    QVERIFY(interval != diagnostics.end());
    QCOMPARE(interval->unit, "s"_L1);
    QCOMPARE(interval->minimum, 0.0);
    QVERIFY(interval->isOptional());
}

void TestMessages::unknownAndMisdirectedActions()
{
    QList<Finding> findings;
    const auto code = [&findings](QStringView action) {
        const Result<AnyRequest> result = decodeRequest(action, {}, findings);
        return result ? ErrorCode::GenericError : result.error().code;
    };
    QCOMPARE(code(u"MakeCoffee"), ErrorCode::NotImplemented);
    QCOMPARE(code(u""), ErrorCode::NotImplemented);
    QCOMPARE(code(u"heartbeat"), ErrorCode::NotImplemented);
    QCOMPARE(code(u"Reset"), ErrorCode::NotSupported);
    QVERIFY(std::holds_alternative<Heartbeat::Request>(*decodeRequest(u"Heartbeat", {}, findings)));
    QCOMPARE(decodeCommand(u"Heartbeat", {}, findings).error().code, ErrorCode::NotSupported);
    QVERIFY(std::holds_alternative<ClearCache::Request>(*decodeCommand(u"ClearCache", {}, findings)));
    QCOMPARE(decodeResponse(u"Heartbeat", {}, findings).error().code, ErrorCode::NotSupported);
    QVERIFY(std::holds_alternative<GetConfiguration::Response>(
        *decodeResponse(u"GetConfiguration", {}, findings)));
    QVERIFY(findings.isEmpty());
}

// With an unknown field in an empty payload every message says either that something is missing, or that it
// does not know the field: never that it does not know itself.
void TestMessages::dispatchFindsEveryMessage()
{
    const QJsonObject payload{{u"x"_s, 1}};
    QList<Finding> findings;
    const auto isKnown = [&findings](const auto &result) {
        const qsizetype noted = std::exchange(findings, {}).size();
        return result ? noted == 1 : result.error().code == ErrorCode::OccurenceConstraintViolation;
    };
    for (const MessageInfo &message : messages()) {
        const QString action = message.action;
        if (message.fromStation)
            QVERIFY2(isKnown(decodeRequest(action, payload, findings)), qPrintable(action));
        if (message.toStation)
            QVERIFY2(isKnown(decodeCommand(action, payload, findings)), qPrintable(action));
        if (message.toStation)
            QVERIFY2(isKnown(decodeResponse(action, payload, findings)), qPrintable(action));
    }
}

void TestMessages::enumerationsSpeakTheWire()
{
    QCOMPARE(toString(ChargePointStatus::SuspendedEVSE), "SuspendedEVSE"_L1);
    QCOMPARE(toString(Reason::DeAuthorized), "DeAuthorized"_L1);
    QCOMPARE(toString(UploadLogStatus::Uploading), "Uploading"_L1);
    QCOMPARE(fromString<AuthorizationStatus>(u"ConcurrentTx"), AuthorizationStatus::ConcurrentTx);
    QCOMPARE(fromString<AuthorizationStatus>(u"concurrenttx"), std::nullopt);
    QCOMPARE(enumValues<ChargePointErrorCode>().size(), std::size_t(16));
}

void TestMessages::errorCodesAreSpelledAsOnTheWire()
{
    QCOMPARE(toString(ErrorCode::OccurenceConstraintViolation), "OccurenceConstraintViolation"_L1);
    for (const QLatin1StringView code : enumValues<ErrorCode>())
        QCOMPARE(toString(*errorCodeFromString(QString(code))), code);
    QCOMPARE(errorCodeFromString(u"OccurrenceConstraintViolation"), ErrorCode::OccurenceConstraintViolation);
    QCOMPARE(errorCodeFromString(u"FormatViolation"), ErrorCode::FormationViolation);
    QCOMPARE(errorCodeFromString(u"Oops"), std::nullopt);
}

QTEST_APPLESS_MAIN(TestMessages)
#include "tst_messages.moc"
