// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real keyring: the program runs itself in a D-Bus session of its own, with a private home.
#include "config/filesecretstore.h"
#include "config/keychainsecretstore.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace config;

// Inside the session of an unlocked keyring.
class tst_Keychain : public QObject {
    Q_OBJECT

private slots:
    void passesTheProbe();
    void remembers();
    void isChosen();
    void dataDirectoriesShareNothing();
};

void tst_Keychain::passesTheProbe()
{
    KeychainSecretStore store(u"stationmaster-test"_s, std::chrono::seconds(10));
    QVERIFY(keepsSecrets(store));
    QCOMPARE(store.read(u"stationmaster-probe"_s).result().value(), std::nullopt);
}

void tst_Keychain::remembers()
{
    const QByteArray binary = QByteArray::fromHex("00ff0a22");
    {
        KeychainSecretStore store(u"stationmaster-test"_s, std::chrono::seconds(10));
        QCOMPARE(store.read(u"a"_s).result().value(), std::nullopt);
        QVERIFY(store.write(u"a"_s, binary).result());
    }
    KeychainSecretStore again(u"stationmaster-test"_s, std::chrono::seconds(10));
    QCOMPARE(again.read(u"a"_s).result().value(), binary);
    QVERIFY(again.remove(u"a"_s).result());
    QVERIFY(again.remove(u"a"_s).result());
    QCOMPARE(again.read(u"a"_s).result().value(), std::nullopt);
}

void tst_Keychain::isChosen()
{
    const QTemporaryDir dir;
    const auto store = openSecretStore(dir.path(), std::chrono::seconds(10));
    QVERIFY(dynamic_cast<KeychainSecretStore *>(store.get()));
}

void tst_Keychain::dataDirectoriesShareNothing()
{
    const QTemporaryDir dir;
    const QTemporaryDir other;
    const std::chrono::seconds timeout(10);
    QVERIFY(openSecretStore(dir.path(), timeout)->write(u"a"_s, "secret").result());
    QCOMPARE(openSecretStore(other.path(), timeout)->read(u"a"_s).result().value(), std::nullopt);
    QCOMPARE(openSecretStore(dir.path() + u"/."_s, timeout)->read(u"a"_s).result().value(), "secret"_ba);
}

// Inside the session of a keyring that nobody unlocked.
class LockedKeychain : public QObject {
    Q_OBJECT

private slots:
    void theFileIsChosen();
};

void LockedKeychain::theFileIsChosen()
{
    const QTemporaryDir dir;
    const auto store = openSecretStore(dir.path(), std::chrono::seconds(2));
    QVERIFY(dynamic_cast<FileSecretStore *>(store.get()));
    QVERIFY(keepsSecrets(*store));
}

namespace {

// `prepare` is a shell command that starts the keyring; the suite then runs in the same session.
int runInSession(const QString &program, const QString &suite, const QString &prepare)
{
    const QTemporaryDir home;
    QProcess session;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    for (const QString &name :
         {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
        environment.insert(name, home.path());
    environment.insert(u"SM_KEYRING_SUITE"_s, suite);
    session.setProcessEnvironment(environment);
    session.setProcessChannelMode(QProcess::ForwardedChannels);
    session.start(u"dbus-run-session"_s,
                  {u"--"_s, u"sh"_s, u"-c"_s, prepare + u" && exec \"$0\""_s, program});
    if (!session.waitForFinished(60'000) || session.exitStatus() != QProcess::NormalExit)
        return 1;
    return session.exitCode();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString suite = qEnvironmentVariable("SM_KEYRING_SUITE");
    if (suite == "unlocked"_L1)
        return QTest::qExec(std::make_unique<tst_Keychain>().get(), argc, argv);
    if (suite == "locked"_L1)
        return QTest::qExec(std::make_unique<LockedKeychain>().get(), argc, argv);
    const QString self = QCoreApplication::applicationFilePath();
    return runInSession(self, u"unlocked"_s,
                        u"printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null"_s)
           + runInSession(self, u"locked"_s,
                          u"gnome-keyring-daemon --start --components=secrets >/dev/null"_s);
}

#include "tst_keychain.moc"
