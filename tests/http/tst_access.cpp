// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/filesecretstore.h"
#include "config/memorysecretstore.h"
#include "http/apifixture.h"
#include "http/rawsocket.h"
#include "http/route.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Access : public QObject {
    Q_OBJECT

private slots:
    void healthNeedsNoToken();
    void everythingElseNeedsOne_data();
    void everythingElseNeedsOne();
    void wrongTokens_data();
    void wrongTokens();
    void theScheme_data();
    void theScheme();
    void aReadTokenOnlyReads_data();
    void aReadTokenOnlyReads();
    void unknownPathsAreNotFound();
    void otherMethodsAreNotAllowed();
    void tokenFiles_data();
    void tokenFiles();
    void theOwnTokenIsMadeOnce();
    void theOwnTokenComesFromTheSecretStore_data();
    void aRenewedTokenTakesThePlaceOfTheOld();
    void newTokensCountAtOnce();
    void theOwnTokenComesFromTheSecretStore();
    void everyProgramHasTheTokenOfItsDirectory();

private:
    ApiFixture fixture_;
};

static QByteArray examplePath(const http::Route &route)
{
    QString path = route.pattern;
    return path.replace(QRegularExpression(u"\\{\\w+\\}"_s), u"1"_s).mid(7).toLatin1();
}

void tst_Access::healthNeedsNoToken()
{
    QCOMPARE(fixture_.get("/health", {}).status, 200);
}

void tst_Access::everythingElseNeedsOne_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    for (const http::Route &route : http::routes()) {
        if (route.access != http::Access::Open)
            QTest::addRow("%s %s", route.method.data(), route.pattern.data())
                << QByteArray(route.method.data()) << examplePath(route);
    }
}

void tst_Access::everythingElseNeedsOne()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    const auto reply = fixture_.send(method, path, "{}", {});
    QCOMPARE(reply.status, 401);
    QCOMPARE(reply.errorCode(), u"unauthorized"_s);
    QCOMPARE(reply.authenticate, "Bearer"_ba);
}

void tst_Access::wrongTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("another") << "control-tokem"_ba;
    QTest::newRow("longer") << "control-token1"_ba;
    QTest::newRow("shorter") << "control-toke"_ba;
    QTest::newRow("both") << "control-token read-token"_ba;
    QTest::newRow("other case") << "CONTROL-TOKEN"_ba;
}

void tst_Access::wrongTokens()
{
    QFETCH(QByteArray, token);
    QCOMPARE(fixture_.get("/stations", token).status, 401);
}

void tst_Access::theScheme_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("as usual") << "Bearer control-token"_ba
                              << "200"_ba;
    QTest::newRow("case does not matter") << "bearer control-token"_ba
                                          << "200"_ba;
    QTest::newRow("blanks do not matter") << "Bearer   control-token  "_ba
                                          << "200"_ba;
    QTest::newRow("another scheme") << "Basic control-token"_ba
                                    << "401"_ba;
    QTest::newRow("no scheme") << "control-token"_ba
                               << "401"_ba;
    QTest::newRow("scheme only") << "Bearer"_ba
                                 << "401"_ba;
    QTest::newRow("empty") << ""_ba
                           << "401"_ba;
}

void tst_Access::theScheme()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, status);
    RawSocket socket(fixture_.port());
    socket.send("GET /api/v1/stations HTTP/1.1\r\nConnection: close\r\nAuthorization: " + header
                + "\r\n\r\n");
    const QByteArray answer = socket.readAll();
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.constData());
}

void tst_Access::aReadTokenOnlyReads_data()
{
    everythingElseNeedsOne_data();
}

void tst_Access::aReadTokenOnlyReads()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    if (path == "/events")
        return; // never ends; tst_events
    const auto reply = fixture_.send(method, path, "{}", "read-token");
    if (method == "GET") {
        QVERIFY2(reply.status == 200 || reply.status == 404 || reply.status == 501, reply.body.constData());
    } else {
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.errorCode(), u"readOnlyToken"_s);
    }
}

void tst_Access::unknownPathsAreNotFound()
{
    for (const QByteArray &path :
         {"/tariffs"_ba, "/users"_ba, "/stations/A/nothing"_ba, "/nothing"_ba, ""_ba}) {
        const auto reply = fixture_.get(path);
        QCOMPARE(reply.status, 404);
        QCOMPARE(reply.errorCode(), u"notFound"_s);
        QVERIFY(reply.errorMessage().contains(QString::fromLatin1("/api/v1" + path)));
    }
}

void tst_Access::otherMethodsAreNotAllowed()
{
    for (const QByteArray &method : {"POST"_ba, "PUT"_ba, "PATCH"_ba, "DELETE"_ba, "OPTIONS"_ba}) {
        const auto reply = fixture_.send(method, "/health", "{}", "control-token");
        QCOMPARE(reply.status, 405);
        QCOMPARE(reply.errorCode(), u"methodNotAllowed"_s);
        QVERIFY(reply.errorMessage().contains(u"GET"_s));
    }
}

static QString writtenTo(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
    return path;
}

void tst_Access::tokenFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("tokens"); // "role:text"; empty: refused
    QTest::newRow("one") << "abc\n"_ba << QStringList{u"control:abc"_s};
    QTest::newRow("no line end") << "abc"_ba << QStringList{u"control:abc"_s};
    QTest::newRow("windows") << "abc\r\n"_ba << QStringList{u"control:abc"_s};
    QTest::newRow("roles") << "# who\n\nread:r\ncontrol:c\nplain\n"_ba
                           << QStringList{u"read:r"_s, u"control:c"_s, u"control:plain"_s};
    QTest::newRow("empty") << "\n# nobody\n"_ba << QStringList();
    QTest::newRow("blank inside") << "a b\n"_ba << QStringList();
    QTest::newRow("role without token") << "read:\n"_ba << QStringList();
    QTest::newRow("not ASCII") << "sch\xc3\xb6n\n"_ba << QStringList();
}

void tst_Access::tokenFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, tokens);
    const QString path = writtenTo(fixture_.filePath(u"tokens"_s), content);
    const auto read = config::readApiTokens(path);
    QCOMPARE(read.has_value(), !tokens.isEmpty());
    QStringList texts;
    for (const config::ApiToken &token : read.value_or(config::ApiTokens()))
        texts += (token.role == config::ApiRole::Read ? u"read:"_s : u"control:"_s)
                 + QString::fromLatin1(token.text);
    QCOMPARE(texts, tokens);
    if (!read)
        QVERIFY(read.error().contains(path));
}

void tst_Access::theOwnTokenIsMadeOnce()
{
    const QString directory = fixture_.filePath({});
    config::FileSecretStore secrets(fixture_.filePath(u"secrets"_s));
    const auto first = config::ownApiTokens(directory, secrets);
    QVERIFY(first);
    QCOMPARE(first->size(), 1);
    QCOMPARE(first->first().role, config::ApiRole::Control);
    QVERIFY(first->first().text.size() >= 40);
    QCOMPARE(config::ownApiTokens(directory, secrets)->first().text, first->first().text);
    QCOMPARE(config::readApiTokens(config::apiTokenFile(directory))->first().text, first->first().text);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFileInfo(config::apiTokenFile(directory)).permissions() & others, QFile::Permissions());
}

void tst_Access::aRenewedTokenTakesThePlaceOfTheOld()
{
    const QString directory = fixture_.filePath({});
    config::MemorySecretStore secrets;
    const QByteArray first = config::ownApiTokens(directory, secrets)->first().text;
    const QByteArray second = config::renewOwnApiToken(directory, secrets)->first().text;
    QVERIFY(second.size() >= 40);
    QVERIFY(second != first);
    QCOMPARE(config::readApiTokens(config::apiTokenFile(directory))->first().text, second);
    QCOMPARE(config::ownApiTokens(directory, secrets)->first().text, second);
}

void tst_Access::newTokensCountAtOnce()
{
    QCOMPARE(fixture_.get("/stations").status, 200);
    fixture_.api().setTokens({{config::ApiRole::Control, "another"}});
    QCOMPARE(fixture_.get("/stations").status, 401);
    QCOMPARE(fixture_.get("/stations", "another").status, 200);
    fixture_.api().setTokens(fixture_.parameters().tokens);
    QCOMPARE(fixture_.get("/stations").status, 200);
}

void tst_Access::theOwnTokenComesFromTheSecretStore_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("no token") << "\n"_ba;
    QTest::newRow("not a control token") << "read:other\n"_ba;
    QTest::newRow("several") << "one\ntwo\n"_ba;
    QTest::newRow("not a token") << "two words\n"_ba;
}

void tst_Access::theOwnTokenComesFromTheSecretStore()
{
    QFETCH(QByteArray, file);
    config::MemorySecretStore secrets;
    secrets.write(u"api-token"_s, "kept").waitForFinished();
    writtenTo(config::apiTokenFile(fixture_.filePath({})), file);
    QCOMPARE(config::ownApiTokens(fixture_.filePath({}), secrets)->first().text, "kept"_ba);
    QCOMPARE(config::readApiTokens(config::apiTokenFile(fixture_.filePath({})))->first().text, "kept"_ba);
}

// The window has a keyring, the daemon has none.
void tst_Access::everyProgramHasTheTokenOfItsDirectory()
{
    QTemporaryDir directory;
    QTemporaryDir elsewhere;
    config::MemorySecretStore keyring;
    config::MemorySecretStore file;
    const QByteArray windows = config::ownApiTokens(directory.path(), keyring)->first().text;
    QCOMPARE(config::ownApiTokens(directory.path(), file)->first().text, windows);
    QCOMPARE(config::ownApiTokens(directory.path(), keyring)->first().text, windows);
    QVERIFY(QFile::remove(config::apiTokenFile(directory.path())));
    QCOMPARE(config::ownApiTokens(directory.path(), file)->first().text, windows);
    config::MemorySecretStore others;
    QVERIFY(config::ownApiTokens(elsewhere.path(), others)->first().text != windows);
}

QTEST_GUILESS_MAIN(tst_Access)
#include "tst_access.moc"
