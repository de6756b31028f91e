// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, against a real API.
#include "config/apitokens.h"
#include "config/datadir.h"
#include "http/apifixture.h"
#include "http/fileserver.h"
#include "ocpp/messages/plugandcharge.h"
#include "pki/opensslprogram.h"
#include "store/attention.h"
#include "store/certificaterequests.h"
#include "store/clock.h"
#include "store/commands.h"
#include "store/contracts.h"
#include "store/filelinks.h"
#include "store/firmware.h"
#include "store/knocks.h"
#include "store/reconciliations.h"
#include "store/securityevents.h"
#include "store/stationfiles.h"
#include "store/transactions.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Run {
    int exitCode = -1;
    QString out;
    QString error;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

QString writtenTo(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

} // namespace

class tst_Ctl : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { fileServer_.reset(); } // before the writer
    void helpSaysExitCodes();
    void everyVerbHasHelp_data();
    void everyVerbHasHelp();
    void wrongUsage_data();
    void wrongUsage();
    void wrongAddress();
    void stations();
    void passwordFromTheStandardInput();
    void idTags();
    void settingATagKeepsTheRest();
    void sendingACommand();
    void aRejectedCommandIsAFailure();
    void anUnfinishedCommandIsAFailureOnlyIfWaitedFor();
    void transactions();
    void reservations();
    void configuration();
    void reconciliations();
    void chargingProfiles();
    void localListsOfAFile();
    void wrongListEntries_data();
    void wrongListEntries();
    void firmwareUpload();
    void firmwareBroughtLater();
    void firmwareThatIsNotTaken();
    void uploadOnATerminal();
    void filesAndUpdatesAgain();
    void certificates();
    void securityEvents();
    void signingOrders();
    void inboxes();
    void health();
    void metrics();
    void events();
    void jsonIsUntouched_data();
    void jsonIsUntouched();
    void pagesSayHowToGoOn();
    void oddNamesAreEncoded();
    void exitCodes();
    void tokenPlaces();
    void backupAndRestore();
    void completion_data();
    void completion();
    void composite();
    void compositeToAFile();
    void compositeAsAPicture_data();
    void compositeAsAPicture();
    void compositeOfAllConnectors();
    void draw_data();
    void draw();
    void compositeOfWrongInput_data();
    void compositeOfWrongInput();

private:
    Run run(const QStringList &arguments, const QByteArray &input = {});
    Run bare(const QStringList &arguments, const QProcessEnvironment &environment,
             const QByteArray &input = {});
    QProcessEnvironment homeOnly() const;
    void answerCommands(store::CommandState state);

    void serveFiles(http::ControlApi::Parameters &parameters);

    QTemporaryDir fileDir_;
    http::FileStorage storage_{fileDir_.path(), {.fileBytes = 2 * 1024 * 1024, .reserveBytes = 0}};
    std::unique_ptr<http::FileServer> fileServer_;
    ApiFixture fixture_{[this](http::ControlApi::Parameters &parameters) { serveFiles(parameters); }};
    QString tokenFile_;
};

void tst_Ctl::initTestCase()
{
    tokenFile_ = writtenTo(fixture_.filePath(u"token"_s), "read:read-token\ncontrol:control-token\n");
    fixture_.addStation(u"CP1"_s);
}

void tst_Ctl::serveFiles(http::ControlApi::Parameters &parameters)
{
    http::FileServer::Parameters files;
    files.writer = parameters.writer;
    files.storage = &storage_;
    files.bind = u"127.0.0.1"_s;
    fileServer_ = std::make_unique<http::FileServer>(files);
    const auto port = fileServer_->start();
    if (!port)
        qFatal("%s", qPrintable(port.error()));
    parameters.files = &storage_;
    parameters.fileServer = u"http://127.0.0.1:%1"_s.arg(*port);
}

QProcessEnvironment tst_Ctl::homeOnly() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, fixture_.filePath(u"home"_s));
    environment.remove(u"XDG_DATA_HOME"_s);
    environment.remove(u"STATIONMASTER_TOKEN_FILE"_s);
    return environment;
}

Run tst_Ctl::bare(const QStringList &arguments, const QProcessEnvironment &environment,
                  const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(CTL_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

Run tst_Ctl::run(const QStringList &arguments, const QByteArray &input)
{
    return bare(QStringList{u"--api"_s, fixture_.url(), u"--token-file"_s, tokenFile_} + arguments,
                homeOnly(), input);
}

void tst_Ctl::helpSaysExitCodes()
{
    const Run help = run({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.contains(u"Exit codes: 0 done, 1 refused"_s));
    QVERIFY(help.out.contains(u"5 not found"_s));
    for (const QString &noun :
         {u"stations"_s, u"command"_s, u"transactions"_s, u"id-tags"_s, u"configuration"_s, u"knocks"_s,
          u"attention"_s, u"health"_s, u"metrics"_s, u"events"_s, u"backup"_s, u"restore"_s, u"completion"_s})
        QVERIFY2(help.out.contains(u"  "_s + noun), qPrintable(noun));
    QVERIFY(run({u"--version"_s}).out.startsWith(u"stationmasterctl "_s));
}

void tst_Ctl::everyVerbHasHelp_data()
{
    QTest::addColumn<QStringList>("words");
    for (const char *words : {"stations list", "stations set", "stations messages", "command send",
                              "command cancel", "transactions list", "transactions meter-values",
                              "id-tags set", "configuration set", "events", "backup"})
        QTest::newRow(words) << QString::fromLatin1(words).split(u' ');
}

void tst_Ctl::everyVerbHasHelp()
{
    QFETCH(QStringList, words);
    const Run help = run(words + QStringList{u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.contains(words.last()));
}

void tst_Ctl::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown noun") << QStringList{u"chargers"_s};
    QTest::newRow("no verb") << QStringList{u"stations"_s};
    QTest::newRow("unknown verb") << QStringList{u"stations"_s, u"explode"_s};
    QTest::newRow("no id") << QStringList{u"stations"_s, u"show"_s};
    QTest::newRow("too much") << QStringList{u"stations"_s, u"show"_s, u"A"_s, u"B"_s};
    QTest::newRow("unknown option") << QStringList{u"stations"_s, u"list"_s, u"--colour"_s, u"red"_s};
    QTest::newRow("payload is no JSON")
        << QStringList{u"command"_s, u"send"_s, u"CP1"_s, u"Reset"_s, u"Soft"_s};
    QTest::newRow("not a number") << QStringList{u"stations"_s, u"set"_s, u"CP1"_s, u"--call-timeout"_s,
                                                 u"long"_s};
    QTest::newRow("no such file") << QStringList{u"stations"_s, u"set"_s, u"CP1"_s, u"--password-file"_s,
                                                 u"/nonexistent"_s};
    QTest::newRow("unknown shell") << QStringList{u"completion"_s, u"csh"_s};
}

void tst_Ctl::wrongUsage()
{
    QFETCH(QStringList, words);
    const Run result = run(words);
    QCOMPARE(result.exitCode, 2);
    QVERIFY(!result.error.isEmpty());
}

void tst_Ctl::wrongAddress()
{
    for (const QString &address : {u"ftp://x"_s, u"http://"_s, u"http://:8180"_s}) {
        for (const QString &noun : {u"health"_s, u"events"_s}) {
            const Run result = bare({u"--api"_s, address, noun}, homeOnly());
            QCOMPARE(result.exitCode, 2);
            QVERIFY2(result.error.contains(address + u"\" is no address of a control API"_s), qPrintable(result.error));
        }
    }
}

void tst_Ctl::stations()
{
    const Run created =
        run({u"stations"_s, u"set"_s, u"CP2"_s, u"--registration"_s, u"pending"_s, u"--security-profile"_s,
             u"1"_s, u"--site"_s, u"Main street"_s, u"--call-timeout"_s, u"60"_s});
    QVERIFY2(created.exitCode == 0, qPrintable(created.error));
    QVERIFY(created.out.contains(u"registration: pending\n"_s));
    const Run list = run({u"stations"_s, u"list"_s});
    QCOMPARE(list.exitCode, 0);
    const QStringList lines = list.out.split(u'\n');
    QVERIFY(lines.first().startsWith(u"STATION  ONLINE  REGISTRATION"_s));
    QVERIFY(lines.at(2).startsWith(u"CP2      no      pending"_s));
    QVERIFY(lines.at(2).endsWith(u"Main street"_s));
    const Run shown = run({u"stations"_s, u"show"_s, u"cp2"_s});
    QVERIFY(shown.out.contains(u"id: CP2\n"_s));
    QVERIFY(shown.out.contains(u"callTimeout: 60\n"_s));
    QCOMPARE(run({u"stations"_s, u"messages"_s, u"CP2"_s}).exitCode, 0);
    QCOMPARE(run({u"stations"_s, u"findings"_s, u"CP2"_s}).exitCode, 0);
    const Run removed = run({u"stations"_s, u"remove"_s, u"CP2"_s});
    QCOMPARE(removed.exitCode, 0);
    QCOMPARE(removed.out, QString());
    QCOMPARE(run({u"stations"_s, u"show"_s, u"CP2"_s}).exitCode, 5);
}

void tst_Ctl::passwordFromTheStandardInput()
{
    const Run set =
        run({u"stations"_s, u"set"_s, u"CP1"_s, u"--password-file"_s, u"-"_s}, "a secret\nnot this\n");
    QVERIFY2(set.exitCode == 0, qPrintable(set.error));
    QVERIFY(set.out.contains(u"hasPassword: yes\n"_s));
}

void tst_Ctl::idTags()
{
    QCOMPARE(run({u"id-tags"_s, u"set"_s, u"TAG"_s, u"--status"_s, u"Accepted"_s}).exitCode, 0);
    QCOMPARE(fixture_.get("/id-tags/TAG").json().value("status"_L1).toString(), u"Accepted"_s);
    QVERIFY(run({u"id-tags"_s, u"list"_s}).out.contains(u"TAG  Accepted"_s));
    QVERIFY(run({u"id-tags"_s, u"show"_s, u"TAG"_s}).out.contains(u"status: Accepted"_s));
    QCOMPARE(run({u"id-tags"_s, u"set"_s, u"TAG"_s, u"--status"_s, u"Expired"_s}).exitCode, 1);
    QCOMPARE(run({u"id-tags"_s, u"remove"_s, u"TAG"_s}).exitCode, 0);
    QCOMPARE(run({u"id-tags"_s, u"show"_s, u"TAG"_s}).exitCode, 5);
}

void tst_Ctl::settingATagKeepsTheRest()
{
    run({u"id-tags"_s, u"set"_s, u"KEEP"_s, u"--name"_s, u"Anna"_s, u"--station"_s, u"CP1"_s, u"--station"_s,
         u"CP9"_s});
    run({u"id-tags"_s, u"set"_s, u"KEEP"_s, u"--max-concurrent"_s, u"2"_s});
    const Run set = run({u"id-tags"_s, u"set"_s, u"KEEP"_s, u"--status"_s, u"Blocked"_s});
    QVERIFY2(set.exitCode == 0, qPrintable(set.error));
    QCOMPARE(fixture_.get("/id-tags/KEEP").json(),
             (QJsonObject{{u"tag"_s, u"KEEP"_s},
                          {u"status"_s, u"Blocked"_s},
                          {u"name"_s, u"Anna"_s},
                          {u"maxConcurrent"_s, 2},
                          {u"stations"_s, QJsonArray{u"CP1"_s, u"CP9"_s}}}));
}

// A station that answers whatever is queued, from the writer's thread.
void tst_Ctl::answerCommands(store::CommandState state)
{
    store::Writer &writer = fixture_.writer();
    auto *answered = new QObject(this);
    answered->setObjectName(u"station"_s);
    connect(
        &writer, &store::Writer::changed, answered,
        [&writer, state](const store::ChangeSet &changes) {
            for (const store::Change &change : changes) {
                if (change.table != store::Table::Commands)
                    continue;
                writer.submit([id = change.key.toLongLong(), state](store::Database &db) {
                    store::Commands commands(db);
                    if (commands.markSent(id, u"m"_s, moment(0)))
                        commands.finish(id, {state, R"({"status":"Rejected"})", {}, moment(1), false});
                });
            }
        },
        Qt::DirectConnection);
}

void tst_Ctl::sendingACommand()
{
    answerCommands(store::CommandState::Accepted);
    const Run sent =
        run({u"command"_s, u"send"_s, u"CP1"_s, u"Reset"_s, u"{\"type\":\"Soft\"}"_s, u"--wait"_s, u"30"_s});
    delete findChild<QObject *>(u"station"_s);
    QVERIFY2(sent.exitCode == 0, qPrintable(sent.error));
    QVERIFY(sent.out.contains(u"state: accepted\n"_s));
    QVERIFY(run({u"command"_s, u"list"_s, u"CP1"_s}).out.contains(u"Reset   accepted"_s));
}

void tst_Ctl::aRejectedCommandIsAFailure()
{
    answerCommands(store::CommandState::Rejected);
    const Run sent = run({u"command"_s, u"send"_s, u"CP1"_s, u"ClearCache"_s, u"--wait"_s, u"30"_s});
    delete findChild<QObject *>(u"station"_s);
    QCOMPARE(sent.exitCode, 1);
    QVERIFY(sent.out.contains(u"state: rejected\n"_s));
    QVERIFY(sent.error.contains(u"rejected"_s));
}

void tst_Ctl::anUnfinishedCommandIsAFailureOnlyIfWaitedFor()
{
    const Run queued =
        run({u"--json"_s, u"command"_s, u"send"_s, u"CP1"_s, u"ClearCache"_s, u"--expires-in"_s, u"600"_s});
    QCOMPARE(queued.exitCode, 0);
    const QString id = QString::number(queued.json().value("id"_L1).toInteger());
    QVERIFY(run({u"command"_s, u"show"_s, id}).out.contains(u"state: queued\n"_s));
    QVERIFY(run({u"command"_s, u"cancel"_s, id}).out.contains(u"state: cancelled\n"_s));
    QCOMPARE(run({u"command"_s, u"cancel"_s, id}).exitCode, 1);
    const Run waited = run({u"command"_s, u"send"_s, u"CP1"_s, u"ClearCache"_s, u"--wait"_s, u"1"_s});
    QCOMPARE(waited.exitCode, 1);
    QVERIFY(waited.error.contains(u"not finished yet: queued"_s));
    QCOMPARE(run({u"command"_s, u"send"_s, u"CP1"_s, u"ClearCache"_s, u"--expires-in"_s, u"0"_s}).exitCode,
             1);
    QCOMPARE(run({u"command"_s, u"send"_s, u"CP1"_s, u"Reset"_s, u"{\"type\":\"Gentle\"}"_s}).exitCode, 1);
}

void tst_Ctl::transactions()
{
    store::Transaction start;
    start.station = u"CP1"_s;
    start.connector = 1;
    start.idTag = u"TAG"_s;
    start.startedAt = start.startReceived = moment(0);
    const qint64 id = fixture_.writer()
                          .submit([start](store::Database &db) {
                              return store::Transactions(db).begin(start).transaction.id;
                          })
                          .result()
                          .value();
    const QString text = QString::number(id);
    const Run list = run({u"transactions"_s, u"list"_s, u"--station"_s, u"CP1"_s, u"--state"_s, u"open"_s});
    QCOMPARE(list.exitCode, 0);
    QVERIFY(list.out.contains(u"2026-01-01T00:00:00Z"_s));
    QVERIFY(run({u"transactions"_s, u"show"_s, text}).out.contains(u"idTag: TAG\n"_s));
    QCOMPARE(run({u"transactions"_s, u"meter-values"_s, text}).exitCode, 0);
    QCOMPARE(run({u"transactions"_s, u"close"_s, text}).exitCode, 2);
    QVERIFY(run({u"transactions"_s, u"close"_s, text, u"--reason"_s, u"replaced"_s})
                .out.contains(u"closeReason: replaced\n"_s));
    QCOMPARE(run({u"transactions"_s, u"close"_s, text, u"--reason"_s, u"again"_s}).exitCode, 1);
    QVERIFY(run({u"transactions"_s, u"reopen"_s, text}).out.contains(u"closedBy: -\n"_s));
    QCOMPARE(run({u"transactions"_s, u"reopen"_s, text}).exitCode, 1);
}

void tst_Ctl::reservations()
{
    const QString noun = u"reservations"_s;
    answerCommands(store::CommandState::Accepted);
    const Run made = run({u"--json"_s, noun, u"make"_s, u"CP1"_s, u"1"_s, u"TAG"_s, u"--until"_s,
                          u"2099-01-01T00:00:00Z"_s, u"--wait"_s, u"30"_s});
    QVERIFY2(made.exitCode == 0, qPrintable(made.error));
    QCOMPARE(made.json()["action"_L1].toString(), u"ReserveNow"_s);
    const QJsonObject payload = made.json()["payload"_L1].toObject();
    const int id = payload["reservationId"_L1].toInt();
    QCOMPARE(payload, (QJsonObject{{u"connectorId"_s, 1},
                                   {u"idTag"_s, u"TAG"_s},
                                   {u"expiryDate"_s, u"2099-01-01T00:00:00Z"_s},
                                   {u"reservationId"_s, id}}));
    const Run cancelled = run({u"--json"_s, noun, u"cancel"_s, u"CP1"_s, QString::number(id), u"--wait"_s, u"30"_s});
    const Run asked = run({u"--json"_s, u"certificates"_s, u"ask"_s, u"CP1"_s, u"--wait"_s, u"30"_s});
    delete findChild<QObject *>(u"station"_s);
    QCOMPARE(cancelled.exitCode, 0);
    QCOMPARE(cancelled.json()["action"_L1].toString(), u"CancelReservation"_s);
    QCOMPARE(cancelled.json()["payload"_L1].toObject(), (QJsonObject{{u"reservationId"_s, id}}));
    QCOMPARE(asked.exitCode, 0);
    QCOMPARE(asked.json()["action"_L1].toString(), u"ExtendedTriggerMessage"_s);
    QCOMPARE(asked.json()["payload"_L1].toObject(),
             (QJsonObject{{u"requestedMessage"_s, u"SignChargePointCertificate"_s}}));
    QCOMPARE(run({noun, u"make"_s, u"CP1"_s, u"1"_s, u"TAG"_s}).exitCode, 2); // until when?
    QCOMPARE(run({noun, u"make"_s, u"CP1"_s, u"1"_s, u"TAG"_s, u"--until"_s, u"noon"_s}).exitCode, 1);
}

void tst_Ctl::configuration()
{
    QCOMPARE(run({u"configuration"_s, u"set"_s, u"CP1"_s, u"HeartbeatInterval"_s, u"60"_s}).exitCode, 0);
    const Run list = run({u"configuration"_s, u"list"_s, u"CP1"_s});
    QVERIFY(list.out.contains(u"HeartbeatInterval  -      60       no         pending"_s));
    const Run released = run({u"configuration"_s, u"release"_s, u"CP1"_s, u"HeartbeatInterval"_s});
    QVERIFY2(released.exitCode == 0, qPrintable(released.error));
    QVERIFY(released.out.contains(u"desired: -\n"_s));
}

void tst_Ctl::reconciliations()
{
    const QString noun = u"reconciliations"_s;
    QVERIFY(fixture_.write([](store::Database &db) {
        store::Reconciliation row;
        row.station = u"CP1"_s;
        row.topic = u"configuration"_s;
        row.state = store::ReconciliationState::GaveUp;
        row.difference = 2;
        row.reason = u"The station says no."_s;
        store::Reconciliations(db).save(row, moment(0));
    }));
    const QRegularExpression line(u"CP1 +configuration +2 +The station says no."_s);
    QVERIFY(run({noun, u"stuck"_s}).out.contains(line));
    QVERIFY(run({noun, u"list"_s, u"CP1"_s}).out.contains(QRegularExpression(u"configuration +gaveUp +no +2"_s)));
    QVERIFY(run({noun, u"pause"_s, u"CP1"_s, u"configuration"_s}).out.contains(u"paused: yes\n"_s));
    QVERIFY(run({noun, u"resume"_s, u"CP1"_s, u"configuration"_s}).out.contains(u"paused: no\n"_s));
    QCOMPARE(run({noun, u"retry"_s, u"CP1"_s, u"configuration"_s}).exitCode, 0);
    QVERIFY(!run({noun, u"stuck"_s}).out.contains(line));
    QCOMPARE(run({noun, u"retry"_s, u"CP1"_s, u"weather"_s}).exitCode, 5);
}

void tst_Ctl::chargingProfiles()
{
    const QString noun = u"charging-profiles"_s;
    const QString profile = uR"({"stackLevel":1,"chargingProfilePurpose":"TxDefaultProfile","chargingProfileKind":"Relative",
        "chargingSchedule":{"chargingRateUnit":"A","chargingSchedulePeriod":[{"startPeriod":0,"limit":16}]}})"_s;
    QCOMPARE(run({noun, u"set"_s, u"Night"_s, profile}).exitCode, 0);
    const QString file = writtenTo(fixture_.filePath(u"night.json"_s), profile.toUtf8());
    QCOMPARE(run({noun, u"set"_s, u"Night"_s, u'@' + file}).exitCode, 0);
    QCOMPARE(run({noun, u"set"_s, u"Night"_s, u"@/nonexistent"_s}).exitCode, 2);
    QVERIFY(run({noun, u"show"_s, u"night"_s}).out.contains(u"stackLevel: 1\n"_s));
    QCOMPARE(run({noun, u"apply"_s, u"CP1"_s, u"1"_s, u"Night"_s}).exitCode, 0);
    QCOMPARE(run({noun, u"apply"_s, u"CP1"_s, u"2"_s, u"--profile"_s, profile}).exitCode, 0);
    QVERIFY(run({noun, u"list"_s}).out.contains(u"Night  TxDefaultProfile  1      Relative  1"_s));
    const QString places = run({noun, u"station"_s, u"CP1"_s}).out;
    QVERIFY(places.contains(u"1          TxDefaultProfile  1      1   Night  pending  -"_s));
    QVERIFY(places.contains(u"2          TxDefaultProfile  1      2   -      pending  -"_s));
    QVERIFY(run({noun, u"composite"_s, u"CP1"_s, u"--connector"_s, u"1"_s}).out.contains(u"limit: 16\n"_s));
    const Run table = run({noun, u"composite"_s, u"CP1"_s, u"--connector"_s, u"1"_s, u"--format"_s, u"csv"_s});
    QVERIFY2(table.out.startsWith(u"start,end,"_s), qPrintable(table.out + table.error));
    QCOMPARE(run({noun, u"remove"_s, u"Night"_s}).exitCode, 1);
    QCOMPARE(run({noun, u"clear"_s, u"CP1"_s, u"--connector"_s, u"1"_s}).exitCode, 0);
    QCOMPARE(run({noun, u"remove"_s, u"Night"_s}).exitCode, 0);
}

void tst_Ctl::localListsOfAFile()
{
    const QString noun = u"local-lists"_s;
    const Run set =
        run({noun, u"set"_s, u"House"_s, u"--entries"_s, u"-"_s},
            "IdTag;parentIdTag;status;expiryDate\r\nA1;FAMILY;;2099-01-01T01:00:00+01:00\r\n\r\nB2;;blocked;\r\n");
    QVERIFY2(set.exitCode == 0, qPrintable(set.error));
    const QJsonObject house = fixture_.get("/local-lists/House").json();
    QCOMPARE(house["source"_L1].toString(), u"entries"_s);
    const QJsonObject first{
        {u"status"_s, u"Accepted"_s}, {u"expiryDate"_s, u"2099-01-01T00:00:00Z"_s}, {u"parentIdTag"_s, u"FAMILY"_s}};
    const QJsonArray entries{
        QJsonObject{{u"idTag"_s, u"A1"_s}, {u"idTagInfo"_s, first}},
        QJsonObject{{u"idTag"_s, u"B2"_s}, {u"idTagInfo"_s, QJsonObject{{u"status"_s, u"Blocked"_s}}}}};
    QCOMPARE(house["entries"_L1].toArray(), entries);

    // What the API answers can be given back.
    const QString answered = writtenTo(fixture_.filePath(u"house.json"_s), fixture_.get("/local-lists/House").body);
    QCOMPARE(run({noun, u"set"_s, u"Second"_s, u"--entries"_s, answered}).exitCode, 0);
    QCOMPARE(fixture_.get("/local-lists/Second").json()["entries"_L1].toArray(), entries);

    const Run own = run({u"local-list"_s, u"set"_s, u"CP1"_s, u"--entries"_s, u"-"_s},
                        R"([{"idTag":"A1","parentIdTag":"FAMILY","expiryDate":"2099-01-01T00:00:00Z"},
                            {"idTag":"B2","status":"Blocked","parentIdTag":null}])");
    QVERIFY2(own.exitCode == 0, qPrintable(own.error));
    QCOMPARE(fixture_.get("/stations/CP1/local-list").json()["entries"_L1].toArray(), entries);
    QVERIFY(run({u"local-list"_s, u"release"_s, u"CP1"_s}).out.contains(u"source: -\n"_s));
    QCOMPARE(run({noun, u"set"_s, u"House"_s}).exitCode, 0);
    QCOMPARE(fixture_.get("/local-lists/House").json()["source"_L1].toString(), u"tags"_s);
}

void tst_Ctl::wrongListEntries_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("error");
    QTest::newRow("nothing") << QByteArray() << u"line 1: must name the columns, at least idTag"_s;
    QTest::newRow("no headings") << "A1\nB2\n"_ba << u"line 1: must name the columns, at least idTag"_s;
    QTest::newRow("column") << "idTag,colour\nA,red\n"_ba << u"line 1: the column \"colour\" is not known"_s;
    QTest::newRow("no tag") << "idTag,status\n,Blocked\n"_ba << u"line 2: has no idTag"_s;
    QTest::newRow("quotation mark") << "idTag\nA\n\"B\n"_ba << u"line 3: a quotation mark opens"_s;
    QTest::newRow("cell") << "idTag\nA,B\n"_ba << u"line 2: \"B\" is in no column"_s;
    QTest::newRow("long tag") << "idTag\n123456789012345678901\n"_ba
                              << u"line 2: idTag \"123456789012345678901\" has 21"_s;
    QTest::newRow("long parent") << "idTag,parentIdTag\nA,123456789012345678901\n"_ba
                                 << u"line 2: parentIdTag \"1234"_s;
    QTest::newRow("twice") << "idTag\nA\nB\na\n"_ba << u"line 4: idTag \"a\" is the same as in line 2"_s;
    QTest::newRow("status") << "idTag,status\nA,Open\n"_ba << u"line 2: status \"Open\" is none of Accepted, Blocked"_s;
    QTest::newRow("day") << "idTag,expiryDate\nA,2099-12-31\n"_ba << u"line 2: expiryDate \"2099-12-31\" is no time"_s;
    QTest::newRow("zone") << "idTag,expiryDate\nA,2099-12-31T00:00:00\n"_ba << u"line 2: expiryDate \"2099"_s;
    QTest::newRow("each") << "idTag,status\nA,Open\nB,Shut\n"_ba << u"\nline 3: status \"Shut\""_s;
    QTest::newRow("no JSON") << "[{\"idTag\":\"A\"},\n{\"idTag\" \"B\"}]"_ba << u"line 2: this is no JSON"_s;
    QTest::newRow("member") << R"([{"idTag":"A"},{"tag":"B"}])"_ba << u"entry 2: the member \"tag\" is not known"_s;
    QTest::newRow("number") << R"([{"idTag":5}])"_ba << u"entry 1: idTag must be a text"_s;
    QTest::newRow("info") << R"([{"idTag":"A","idTagInfo":"Accepted"}])"_ba
                          << u"entry 1: the member \"idTagInfo\" is"_s;
    QTest::newRow("mark") << "\xEF\xBB\xBF[{}]"_ba << u"entry 1: must be an object"_s;
    QTest::newRow("no object") << R"(["A"])"_ba << u"entry 1: must be an object with the members idTag"_s;
    QTest::newRow("no list") << R"({"list":[]})"_ba << u"the file: must be a list of entries"_s;
}

void tst_Ctl::wrongListEntries()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, error);
    const Run result = run({u"local-lists"_s, u"set"_s, u"Wrong"_s, u"--entries"_s, u"-"_s}, content);
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.error.contains(error), qPrintable(result.error));
    QCOMPARE(fixture_.get("/local-lists/Wrong").status, 404);
}

void tst_Ctl::firmwareUpload()
{
    const QString noun = u"firmware"_s;
    const QByteArray content = QByteArray("firmware ").repeated(100'000); // several pieces
    const QString file = writtenTo(fixture_.filePath(u"fw-2.0.bin"_s), content);
    const Run uploaded = run({noun, u"upload"_s, file, u"--version"_s, u"2.0"_s, u"--vendor"_s, u"Acme"_s});
    QVERIFY2(uploaded.exitCode == 0, qPrintable(uploaded.error));
    QCOMPARE(uploaded.error, QString()); // progress is for terminals
    for (const char *line : {"name: fw-2.0.bin\n", "version: 2.0\n", "vendor: Acme\n", "size: 900000\n"})
        QVERIFY2(uploaded.out.contains(QLatin1StringView(line)), qPrintable(uploaded.out));
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    QVERIFY2(uploaded.out.contains(QLatin1StringView(hash)), qPrintable(uploaded.out));
    QVERIFY(run({noun, u"upload"_s, file}).error.contains(u"There is a firmware image fw-2.0.bin already"_s));
    const Run renamed = run({u"--json"_s, noun, u"upload"_s, file, u"--name"_s, u"other.bin"_s});
    QCOMPARE(renamed.exitCode, 0);
    const QString id = QString::number(renamed.json()["id"_L1].toInteger());
    QVERIFY(run({noun, u"show"_s, id}).out.contains(u"name: other.bin\n"_s));
    QVERIFY(run({noun, u"list"_s}).out.contains(QRegularExpression(u"fw-2.0.bin +2.0 +Acme"_s)));
}

void tst_Ctl::firmwareBroughtLater()
{
    const QString noun = u"firmware"_s;
    const QString file = writtenTo(fixture_.filePath(u"late.bin"_s), "late");
    const Run added = run({u"--json"_s, noun, u"add"_s, u"late.bin"_s});
    QCOMPARE(added.exitCode, 0);
    const QString id = QString::number(added.json()["id"_L1].toInteger());
    const Run brought = run({noun, u"bring"_s, id, file});
    QVERIFY2(brought.exitCode == 0, qPrintable(brought.error));
    QVERIFY(brought.out.contains(u"size: 4\n"_s));
    const Run again = run({noun, u"bring"_s, id, file});
    QCOMPARE(again.exitCode, 1);
    QVERIFY2(again.error.contains(u"The file of late.bin is here"_s), qPrintable(again.error));
    QCOMPARE(run({noun, u"bring"_s, u"999999"_s, file}).exitCode, 5);
}

void tst_Ctl::firmwareThatIsNotTaken()
{
    const QString noun = u"firmware"_s;
    QVERIFY(run({noun, u"upload"_s, u"/nonexistent"_s}).error.contains(u"/nonexistent is no file"_s));
    QCOMPARE(run({noun, u"upload"_s, u"/nonexistent"_s}).exitCode, 2);
    QCOMPARE(run({noun, u"upload"_s, writtenTo(fixture_.filePath(u"empty.bin"_s), {})}).exitCode, 2);
    const Run large =
        run({noun, u"upload"_s, writtenTo(fixture_.filePath(u"large.bin"_s), QByteArray(3 * 1024 * 1024, 'x'))});
    QCOMPARE(large.exitCode, 1);
    QVERIFY2(large.error.contains(u"the file server takes 2.0 MiB at most"_s), qPrintable(large.error));
    // Nothing stays of it that would be in the way of the next attempt.
    QVERIFY(!run({noun, u"list"_s}).out.contains(u"large.bin"_s));
}

void tst_Ctl::uploadOnATerminal()
{
    const QString script = QStandardPaths::findExecutable(u"script"_s);
    if (script.isEmpty())
        QSKIP("There is no program \"script\" to make a terminal.");
    const QString file = writtenTo(fixture_.filePath(u"shown.bin"_s), QByteArray(1024 * 1024, 'x'));
    QProcess process;
    process.setProcessEnvironment(homeOnly());
    process.start(script, {u"-qec"_s,
                           u"'%1' --api %2 --token-file '%3' firmware upload '%4'"_s.arg(
                               QStringLiteral(CTL_PROGRAM), fixture_.url(), tokenFile_, file),
                           u"/dev/null"_s});
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray shown = process.readAllStandardOutput();
    QCOMPARE(process.exitCode(), 0);
    QVERIFY2(shown.contains("\rshown.bin: 25 % of 1.0 MiB"), shown.constData());
    QVERIFY2(shown.contains("\rshown.bin: 100 % of 1.0 MiB\r\n"), shown.constData());
}

void tst_Ctl::filesAndUpdatesAgain()
{
    qint64 file = 0;
    qint64 update = 0;
    QVERIFY(fixture_.write([&](store::Database &db) {
        store::FileServerPlaces(db).set({}, {1, u"http://elsewhere/"_s}); // this station was never online
        auto row = store::StationFiles(db).request({.station = u"CP1"_s, .kind = store::StationFileKind::SecurityLog});
        row->state = store::StationFileState::Failed;
        store::StationFiles(db).save(*row);
        file = row->id;
        store::FirmwareImage image;
        image.name = u"again.bin"_s;
        image.file = u"again"_s;
        const auto job = store::Firmware(db).plan(u"CP1"_s, {.image = store::Firmware(db).addImage(image)}, moment(0));
        store::Firmware(db).cancel(job->id, moment(1));
        update = job->id;
    }));
    const QString number = QString::number(file);
    QVERIFY(run({u"files"_s, u"status"_s, u"CP1"_s, number}).out.contains(u"state: failed\n"_s));
    const Run again = run({u"files"_s, u"retry"_s, u"CP1"_s, number});
    QVERIFY2(again.exitCode == 0, qPrintable(again.error));
    QVERIFY(again.out.contains(u"kind: securityLog\n"_s) && again.out.contains(u"state: requested\n"_s));
    QCOMPARE(run({u"files"_s, u"retry"_s, u"CP1"_s, u"999999"_s}).exitCode, 5);
    const Run updated = run({u"updates"_s, u"retry"_s, QString::number(update)});
    QVERIFY2(updated.exitCode == 0, qPrintable(updated.error));
    QVERIFY(updated.out.contains(u"state: queued\n"_s));
    QCOMPARE(run({u"updates"_s, u"retry"_s, u"999999"_s}).exitCode, 5);
}

void tst_Ctl::certificates()
{
    const QString noun = u"certificates"_s;
    OpenSsl openssl;
    const QByteArray root = openssl.makeRoot(u"root"_s, u"/O=Nordkai/CN=Root"_s);
    QCOMPARE(run({noun, u"install"_s, u"CP1"_s, u"-"_s}, root).exitCode, 0);
    QVERIFY(run({noun, u"list"_s}).out.contains(u"root  -        CN=Root,O=Nordkai  EC 256"_s));
    const QString places = run({noun, u"station"_s, u"CP1"_s}).out;
    QVERIFY(places.contains(QRegularExpression(u"CentralSystemRootCertificate +pending +yes +CN=Root,O=Nordkai"_s)));
    const QString id = places.section(u'\n', 1).section(u' ', 0, 0);
    QCOMPARE(run({noun, u"refresh"_s, u"CP1"_s}).exitCode, 0);
    QCOMPARE(run({noun, u"delete"_s, u"CP1"_s, id}).exitCode, 0);
    QVERIFY(!run({noun, u"station"_s, u"CP1"_s}).out.contains(u"CN=Root"_s));

    openssl.makeKey(u"own"_s);
    const QByteArray csr = openssl.makeRequest(u"own"_s, u"/CN=CP1"_s);
    QVERIFY(fixture_.write([csr](store::Database &db) {
        store::CertificateRequests(db).book(u"CP1"_s, QString::fromLatin1(csr), store::now());
    }));
    QVERIFY(run({noun, u"requests"_s, u"CP1"_s}).out.contains(u"waiting  CN=CP1   EC 256"_s));
    QVERIFY(run({noun, u"send"_s, u"CP1"_s, u"-"_s}, root).error.contains(u"another key"_s));
    const Run sent = run({noun, u"send"_s, u"CP1"_s, u"-"_s}, openssl.sign(u"own"_s, u"root"_s));
    QCOMPARE(sent.exitCode, 0);
    QVERIFY(sent.out.contains(u"state: signed\n"_s));
}

void tst_Ctl::securityEvents()
{
    QVERIFY(fixture_.write([](store::Database &db) {
        store::SecurityEvent event;
        event.station = u"CP1"_s;
        event.type = u"TamperDetectionActivated"_s;
        event.time = event.received = moment(0);
        store::SecurityEvents(db).add(event);
    }));
    const QString list = run({u"security-events"_s, u"list"_s, u"CP1"_s, u"--waiting"_s, u"true"_s}).out;
    QVERIFY(list.contains(u"TamperDetectionActivated  critical"_s));
    const QString id = list.section(u'\n', 1).section(u' ', 0, 0);
    QCOMPARE(run({u"security-events"_s, u"acknowledge"_s, u"CP1"_s, id}).exitCode, 0);
    QVERIFY(!run({u"security-events"_s, u"list"_s, u"CP1"_s, u"--waiting"_s, u"true"_s}).out.contains(u"Tamper"_s));
}

void tst_Ctl::signingOrders()
{
    const QString noun = u"plug-and-charge"_s;
    QString id;
    QVERIFY(fixture_.write([&id](store::Database &db) {
        store::SigningOrder order;
        order.station = u"CP1"_s;
        order.vendorId = ocpp::pnc::vendorId;
        order.use = u"V2GCertificate"_s;
        order.received = moment(0);
        id = QString::number(store::SigningOrders(db).add(order).id);
    }));
    const QRegularExpression line(u"CP1 +%1 +V2GCertificate +waiting"_s.arg(id));
    QVERIFY(run({noun, u"waiting"_s}).out.contains(line));
    const Run refused = run({noun, u"refuse"_s, u"CP1"_s, id});
    QVERIFY2(refused.exitCode == 0, qPrintable(refused.error));
    QVERIFY(refused.out.contains(u"state: failed\n"_s));
    QVERIFY(!run({noun, u"waiting"_s}).out.contains(line));
    QCOMPARE(run({noun, u"refuse"_s, u"CP1"_s, id}).exitCode, 1);
    QVERIFY(run({noun, u"retry"_s, u"CP1"_s, id}).out.contains(u"state: waiting\n"_s));
    QCOMPARE(run({noun, u"retry"_s, u"CP1"_s, u"999999"_s}).exitCode, 5);
}

void tst_Ctl::inboxes()
{
    QVERIFY(run({u"knocks"_s, u"list"_s}).out.startsWith(u"STATION  REASON"_s));
    QVERIFY(run({u"attention"_s, u"list"_s}).out.startsWith(u"ID  STATION"_s));
    QString id;
    QVERIFY(fixture_.write([&id](store::Database &db) {
        store::Knocks(db).note({u"STRANGER"_s, {}, u"unknown"_s, u"192.0.2.1"_s, 404, moment(0), moment(0), 1});
        store::Parked parked;
        parked.station = u"CP1"_s;
        parked.kind = u"unmatchedStop"_s;
        parked.reason = u"no such transaction"_s;
        parked.time = parked.received = moment(0);
        id = QString::number(store::Attention(db).park(parked));
    }));
    QCOMPARE(run({u"knocks"_s, u"remove"_s, u"stranger"_s}).exitCode, 0);
    QCOMPARE(run({u"knocks"_s, u"remove"_s, u"stranger"_s}).exitCode, 5);
    QVERIFY(
        run({u"attention"_s, u"resolve"_s, id, u"--resolution"_s, u"seen"_s}).out.contains(u"resolution: seen\n"_s));
    QCOMPARE(run({u"attention"_s, u"resolve"_s, id}).exitCode, 1);
}

void tst_Ctl::health()
{
    const Run result = run({u"health"_s});
    QCOMPARE(result.exitCode, 0);
    QVERIFY(result.out.contains(u"status: ok\n"_s));
}

void tst_Ctl::metrics()
{
    QVERIFY(run({u"metrics"_s}).out.contains(u"stationmaster_stations_online 0\n"_s));
}

void tst_Ctl::events()
{
    QProcess process;
    process.setProcessEnvironment(homeOnly());
    process.start(QStringLiteral(CTL_PROGRAM),
                  {u"--api"_s, fixture_.url(), u"--token-file"_s, tokenFile_, u"events"_s});
    QByteArray out;
    // The stream may not be open yet when the first change happens.
    const auto sawChange = [&] {
        fixture_.addStation(u"CP1"_s);
        process.waitForReadyRead(100);
        out += process.readAllStandardOutput();
        return out.contains("stations CP1");
    };
    QTRY_VERIFY_WITH_TIMEOUT(sawChange(), 30'000);
    process.kill();
    process.waitForFinished();
}

void tst_Ctl::jsonIsUntouched_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("object") << QStringList{u"stations"_s, u"show"_s, u"CP1"_s} << "/stations/CP1"_ba;
    QTest::newRow("page") << QStringList{u"id-tags"_s, u"list"_s} << "/id-tags"_ba;
    QTest::newRow("failure") << QStringList{u"stations"_s, u"show"_s, u"NO"_s} << "/stations/NO"_ba;
}

void tst_Ctl::jsonIsUntouched()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, path);
    QCOMPARE(run(QStringList{u"--json"_s} + words).out.toUtf8(), fixture_.get(path).body);
    QCOMPARE(run(words + QStringList{u"--json"_s}).out.toUtf8(), fixture_.get(path).body);
}

void tst_Ctl::pagesSayHowToGoOn()
{
    fixture_.put("/id-tags/P1", R"({"status":"Accepted"})");
    fixture_.put("/id-tags/P2", R"({"status":"Accepted"})");
    const Run page = run({u"id-tags"_s, u"list"_s, u"--limit"_s, u"1"_s});
    QCOMPARE(page.out.count(u'\n'), 2);
    const QString next = page.error.trimmed().section(u' ', -1);
    QVERIFY(!next.isEmpty());
    QVERIFY(!run({u"id-tags"_s, u"list"_s, u"--after"_s, next}).out.contains(u'\n' + next + u' '));
}

void tst_Ctl::oddNamesAreEncoded()
{
    for (const QString &tag : {u"a/b"_s, u"a b"_s, u"ä?#&"_s, u"100%"_s}) {
        const Run set = run({u"--json"_s, u"id-tags"_s, u"set"_s, tag});
        QVERIFY2(set.exitCode == 0, qPrintable(set.error));
        QCOMPARE(set.json().value("tag"_L1).toString(), tag);
        QCOMPARE(run({u"transactions"_s, u"list"_s, u"--id-tag"_s, tag}).exitCode, 0);
    }
}

void tst_Ctl::exitCodes()
{
    const QString wrong = writtenTo(fixture_.filePath(u"wrong"_s), "nonsense\n");
    const QString reading = writtenTo(fixture_.filePath(u"reading"_s), "read:read-token\n");
    const auto with = [this](const QString &token, const QStringList &words) {
        return bare(QStringList{u"--api"_s, fixture_.url(), u"--token-file"_s, token} + words, homeOnly())
            .exitCode;
    };
    QCOMPARE(with(wrong, {u"stations"_s, u"list"_s}), 4);
    QCOMPARE(with(wrong, {u"events"_s}), 4);
    QCOMPARE(with(reading, {u"stations"_s, u"list"_s}), 0);
    QCOMPARE(with(reading, {u"stations"_s, u"set"_s, u"CP1"_s}), 4);
    QCOMPARE(with(fixture_.filePath(u"missing"_s), {u"stations"_s, u"list"_s}), 2);
    QCOMPARE(with(tokenFile_, {u"stations"_s, u"show"_s, u"NO"_s}), 5);
    const Run unreachable = bare({u"--api"_s, u"http://127.0.0.1:1"_s, u"health"_s}, homeOnly());
    QCOMPARE(unreachable.exitCode, 3);
    QVERIFY(unreachable.error.contains(u"127.0.0.1:1"_s));
}

void tst_Ctl::tokenPlaces()
{
    const QStringList words{u"--api"_s, fixture_.url(), u"stations"_s, u"list"_s};
    QProcessEnvironment environment = homeOnly();
    QCOMPARE(bare(words, environment).exitCode, 4);
    environment.insert(u"STATIONMASTER_TOKEN_FILE"_s, tokenFile_);
    QCOMPARE(bare(words, environment).exitCode, 0);
    environment = homeOnly();
    const auto data = config::DataDir::open(fixture_.filePath(u"home/.local/share/stationmaster"_s));
    writtenTo(config::apiTokenFile(data->path()), "control-token\n");
    QCOMPARE(bare(words, environment).exitCode, 0);
    QFile::remove(config::apiTokenFile(data->path()));
}

void tst_Ctl::backupAndRestore()
{
    const QString dataDir = fixture_.filePath(u"archive"_s);
    const QString copy = fixture_.filePath(u"copy.sqlite"_s);
    auto data = config::DataDir::open(dataDir);
    {
        store::Writer writer(*store::parseLocation(u"sqlite"_s, dataDir));
        QVERIFY(writer.start());
        writer.stop();
    }
    const Run saved = run({u"backup"_s, u"--data-dir"_s, dataDir, copy});
    QVERIFY2(saved.exitCode == 0, qPrintable(saved.error));
    QVERIFY(QFile::exists(copy));
    QVERIFY2(saved.out.contains(u"The database %1/stationmaster.sqlite was copied to %2."_s.arg(dataDir, copy)),
             qPrintable(saved.out));
    QCOMPARE(run({u"backup"_s, u"--data-dir"_s, dataDir, copy}).exitCode, 1);
    QVERIFY(data->lock());
    const Run refused = run({u"restore"_s, u"--data-dir"_s, dataDir, copy});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.error.contains(u"Another engine already runs"_s));
    data->unlock();
    const Run restored = run({u"restore"_s, u"--data-dir"_s, dataDir, copy});
    QVERIFY2(restored.exitCode == 0, qPrintable(restored.error));
    QVERIFY(restored.out.contains(copy));
}

void tst_Ctl::completion_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("contains");
    QTest::newRow("bash") << u"bash"_s << u"'stations') choices='list show set remove messages findings'"_s;
    QTest::newRow("zsh") << u"zsh"_s << u"#compdef stationmasterctl"_s;
    QTest::newRow("fish") << u"fish"_s << u"-n '__fish_seen_subcommand_from stations' -f -a set"_s;
    QTest::newRow("fish, quoted") << u"fish"_s << uR"(-f -a list -d 'List a station\'s keys')"_s;
}

void tst_Ctl::completion()
{
    QFETCH(QString, shell);
    QFETCH(QString, contains);
    const Run script = run({u"completion"_s, shell});
    QCOMPARE(script.exitCode, 0);
    QVERIFY2(script.out.contains(contains), qPrintable(script.out));
    QVERIFY(script.out.contains(u"meter-values"_s));
}

namespace {

const QByteArray twoProfiles = R"([
    {"connectorId":0,"csChargingProfiles":{"chargingProfileId":1,"stackLevel":0,"chargingProfilePurpose":"ChargePointMaxProfile",
     "chargingProfileKind":"Absolute","chargingSchedule":{"startSchedule":"2026-01-01T00:00:00Z","chargingRateUnit":"A",
     "chargingSchedulePeriod":[{"startPeriod":0,"limit":20}]}}},
    {"connectorId":1,"csChargingProfiles":{"chargingProfileId":2,"stackLevel":0,"chargingProfilePurpose":"TxDefaultProfile",
     "chargingProfileKind":"Relative","chargingSchedule":{"chargingRateUnit":"A","duration":7200,
     "chargingSchedulePeriod":[{"startPeriod":0,"limit":16},{"startPeriod":3600,"limit":32}]}}}])";

} // namespace

// Needs no engine and no token.
void tst_Ctl::composite()
{
    const QString file = writtenTo(fixture_.filePath(u"profiles.json"_s), twoProfiles);
    const QStringList words{
        u"composite"_s,  u"--profiles"_s, file, u"--connector"_s, u"1"_s, u"--from"_s, u"2026-03-10T12:00:00Z"_s,
        u"--duration"_s, u"10800"_s};
    const Run inAmperes = bare(words + QStringList{u"--unit"_s, u"A"_s, u"--json"_s}, homeOnly());
    QCOMPARE(inAmperes.exitCode, 0);
    const QJsonObject json = QJsonDocument::fromJson(inAmperes.out.toUtf8()).object();
    QCOMPARE(json["startSchedule"_L1].toString(), u"2026-03-10T12:00:00Z"_s);
    QCOMPARE(json["duration"_L1].toInt(), 10800);
    const QJsonValue periods = json["chargingSchedulePeriod"_L1];
    QCOMPARE(periods.toArray().size(), 2);
    QCOMPARE(periods[0]["limit"_L1].toInt(), 16);
    QCOMPARE(periods[0]["source"_L1]["chargingProfileId"_L1].toInt(), 2);
    QCOMPARE(periods[1]["startPeriod"_L1].toInt(), 3600);
    QCOMPARE(periods[1]["source"_L1]["chargingProfileId"_L1].toInt(), 1);
    // JSON is what it gives if it is not told; the transaction began half an hour earlier.
    const Run running =
        bare(words
                 + QStringList{u"--unit"_s, u"W"_s, u"--voltage"_s, u"120"_s, u"--phases"_s, u"1"_s,
                               u"--transaction-start"_s, u"2026-03-10T11:30:00Z"_s, u"--transaction-id"_s, u"5"_s},
             homeOnly());
    const QJsonObject inWatts = QJsonDocument::fromJson(running.out.toUtf8()).object();
    QCOMPARE(inWatts["chargingSchedulePeriod"_L1][0]["limit"_L1].toInt(), 1920);
    QCOMPARE(inWatts["chargingSchedulePeriod"_L1][1]["startPeriod"_L1].toInt(), 1800);
    const Run read =
        bare({u"composite"_s, u"--profiles"_s, u"-"_s, u"--connector"_s, u"0"_s, u"--csv"_s}, homeOnly(), twoProfiles);
    QVERIFY2(read.out.contains(u"ChargePointMaxProfile 1 of level 0"_s), qPrintable(read.error));
}

void tst_Ctl::compositeToAFile()
{
    const QString file = writtenTo(fixture_.filePath(u"profiles.json"_s), twoProfiles);
    const QStringList words{u"composite"_s, u"--profiles"_s, file, u"--connector"_s, u"1"_s};
    const QString out = fixture_.filePath(u"composite.csv"_s);
    const Run written = bare(words + QStringList{u"--csv"_s, out}, homeOnly());
    QCOMPARE(written.exitCode, 0);
    QCOMPARE(written.out, QString());
    QFile table(out);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QVERIFY(table.readAll().startsWith("start,end,"));
    QCOMPARE(bare(words + QStringList{u"--json"_s, fixture_.filePath(u"no/such/folder"_s)}, homeOnly()).exitCode, 1);
    QCOMPARE(bare(words + QStringList{u"--pdf"_s, out, u"--csv"_s}, homeOnly()).exitCode, 2);
}

void tst_Ctl::compositeAsAPicture_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("svg") << u"--svg"_s << "<?xml "_ba;
    QTest::newRow("png") << u"--png"_s << "\x89PNG\r\n\x1a\n"_ba;
    QTest::newRow("pdf") << u"--pdf"_s << "%PDF-1."_ba;
    QTest::newRow("xlsx") << u"--xlsx"_s << "PK\x03\x04"_ba;
}

/// As a service would have it: no screen, no home, no fonts looked at before.
void tst_Ctl::compositeAsAPicture()
{
    QFETCH(QString, option);
    QFETCH(QByteArray, begin);
    const QString file = writtenTo(fixture_.filePath(u"profiles.json"_s), twoProfiles);
    const QString out = fixture_.filePath(u"picture"_s);
    const QStringList words{u"composite"_s, u"--profiles"_s, file, u"--connector"_s, u"all"_s, u"--from"_s,
                            u"2026-03-10T12:00:00Z"_s, u"--station"_s, u"GARAGE-1"_s, option};
    QProcessEnvironment nothing;
    nothing.insert(u"TMPDIR"_s, fixture_.filePath(u"."_s));
    nothing.insert(u"QT_QPA_PLATFORM"_s, u"no such platform"_s);
    const Run toFile = bare(words + QStringList{out}, nothing);
    QVERIFY2(toFile.exitCode == 0, qPrintable(toFile.error));
    QCOMPARE(toFile.error, QString());
    QFile written(out);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().startsWith(begin));
    // Without a name it goes to the standard output; that holds bytes, not a text.
    QProcess process;
    process.start(QStringLiteral(CTL_PROGRAM), words);
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY(process.readAllStandardOutput().startsWith(begin));
}

void tst_Ctl::compositeOfAllConnectors()
{
    const QString file = writtenTo(fixture_.filePath(u"profiles.json"_s), twoProfiles);
    const QStringList words{u"composite"_s, u"--profiles"_s, file, u"--connector"_s, u"all"_s, u"--connectors"_s, u"3"_s};
    const QJsonArray all = QJsonDocument::fromJson(bare(words, homeOnly()).out.toUtf8()).array();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[2]["connectorId"_L1].toInt(), 3);
    const QString table = bare(words + QStringList{u"--csv"_s}, homeOnly()).out;
    QVERIFY(table.startsWith(u"connector,start,"_s) && table.contains(u"\n3,"_s));
}

void tst_Ctl::draw_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("error");
    QTest::newRow("a picture") << QStringList{u"svg"_s} << R"({"pictures":[{"duration":60}]})"_ba << 0 << QString();
    QTest::newRow("no JSON") << QStringList{u"svg"_s} << "{"_ba << 1 << u"no JSON"_s;
    QTest::newRow("nothing") << QStringList{u"pdf"_s} << R"({"pictures":[]})"_ba << 1 << u"nothing to draw"_s;
    QTest::newRow("format") << QStringList{u"gif"_s} << QByteArray() << 2 << u"gif"_s;
    QTest::newRow("size") << QStringList{u"png"_s, u"--size"_s, u"1x1"_s} << QByteArray() << 2 << u"1120x480"_s;
}

void tst_Ctl::draw()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, input);
    QFETCH(QString, error);
    const Run result = bare(QStringList{u"draw"_s} + words, homeOnly(), input);
    QTEST(result.exitCode, "exitCode");
    QVERIFY2(result.error.contains(error), qPrintable(result.error));
    QVERIFY(!bare({u"--help"_s}, homeOnly()).out.contains(u"draw"_s, Qt::CaseInsensitive)); // it is the engine's
}

void tst_Ctl::compositeOfWrongInput_data()
{
    QTest::addColumn<QByteArray>("profiles");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("error");
    QTest::newRow("no JSON") << "[{"_ba << QStringList() << 1 << u"at byte"_s;
    QTest::newRow("member")
        << QByteArray(twoProfiles).replace("\"limit\":32", "\"limit\":true") << QStringList() << 1
        << u" /1/csChargingProfiles/chargingSchedule/chargingSchedulePeriod/1/limit: expected a number"_s;
    QTest::newRow("connector") << QByteArray(twoProfiles).replace("\"connectorId\":1", "\"connectorId\":2000000000")
                               << QStringList() << 1 << u"/1/connectorId"_s;
    QTest::newRow("from") << twoProfiles << QStringList{u"--from"_s, u"noon"_s} << 2 << u"--from is no time"_s;
    QTest::newRow("start") << twoProfiles << QStringList{u"--transaction-start"_s, u"noon"_s} << 2
                           << u"--transaction-start"_s;
    QTest::newRow("duration") << twoProfiles << QStringList{u"--duration"_s, u"-1"_s} << 2 << u"--duration"_s;
    QTest::newRow("size") << twoProfiles << QStringList{u"--size"_s, u"wide"_s} << 2 << u"--size"_s;
    QTest::newRow("unit") << twoProfiles << QStringList{u"--unit"_s, u"kW"_s} << 2 << u"--unit"_s;
    QTest::newRow("phases") << twoProfiles << QStringList{u"--phases"_s, u"4"_s} << 2 << u"--phases"_s;
    QTest::newRow("voltage") << twoProfiles << QStringList{u"--voltage"_s, u"0"_s} << 2 << u"--voltage"_s;
}

void tst_Ctl::compositeOfWrongInput()
{
    QFETCH(QByteArray, profiles);
    QFETCH(QStringList, words);
    QFETCH(QString, error);
    const QString file = writtenTo(fixture_.filePath(u"wrong.json"_s), profiles);
    const Run result =
        bare(QStringList{u"composite"_s, u"--profiles"_s, file, u"--connector"_s, u"1"_s} + words, homeOnly());
    QTEST(result.exitCode, "exitCode");
    QVERIFY2(result.error.contains(error), qPrintable(result.error));
    QCOMPARE(result.out, QString());
}

QTEST_GUILESS_MAIN(tst_Ctl)
#include "tst_ctl.moc"
