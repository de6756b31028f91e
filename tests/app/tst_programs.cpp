// SPDX-License-Identifier: GPL-3.0-or-later
// Daemon and window as processes, side by side on one data directory.
#include "app/host/onewindow.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

#ifdef Q_OS_LINUX
/// The TCP sockets on which a process waits for others, as the kernel numbers them.
QSet<QByteArray> listeners(qint64 process)
{
    QSet<QByteArray> listening;
    for (const QString &table : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        for (const QByteArray &line : content(table).split('\n')) {
            const QList<QByteArray> fields = line.simplified().split(' ');
            if (fields.size() > 9 && fields.at(3) == "0A") // TCP_LISTEN
                listening.insert("socket:[" + fields.at(9) + ']');
        }
    }
    QSet<QByteArray> open;
    const QDir descriptors(u"/proc/%1/fd"_s.arg(process));
    for (const QString &name : descriptors.entryList(QDir::System | QDir::AllEntries | QDir::NoDotAndDotDot)) {
        char target[64];
        const QByteArray path = QFile::encodeName(descriptors.filePath(name));
        const ssize_t length = ::readlink(path.constData(), target, sizeof target);
        open.insert(QByteArray(target, std::max<qsizetype>(length, 0)));
    }
    return open & listening;
}
#endif

} // namespace

class TestPrograms : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void windowJoinsARunningDaemon();
    void windowRefusesAnotherDatabase();
    void secondStartShowsTheFirstWindow();
    void secondStartBesideADaemonDoesSo();
    void secondStartForAnotherDatabaseIsRefused();

private:
    void startDaemon(const QStringList &more);
    void startWindow(const QStringList &more = {});
    /// Once the window answers: another, which is to end well by itself; `said` becomes its words.
    void startAgain(const QStringList &more, QByteArray &said);
    static void end(QProcess &program);
    [[nodiscard]] QByteArray notice() const;
    [[nodiscard]] QString path(const QString &name) const { return dir_->filePath(name); }
    [[nodiscard]] QStringList arguments() const;
    [[nodiscard]] QProcessEnvironment environment() const;
    /// What it has said so far.
    const QByteArray &windowErrors();

    std::unique_ptr<QTemporaryDir> dir_;
    std::unique_ptr<QProcess> daemon_;
    std::unique_ptr<QProcess> window_;
    QByteArray windowErrors_;
};

void TestPrograms::init()
{
    dir_ = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(dir_->path())); // ours and theirs
    windowErrors_.clear();
}

void TestPrograms::cleanup()
{
    for (const auto &program : {window_.get(), daemon_.get()}) {
        if (program && program->state() != QProcess::NotRunning)
            end(*program);
    }
    window_.reset();
    daemon_.reset();
    dir_.reset();
}

QStringList TestPrograms::arguments() const
{
    return {u"--data-dir"_s, path(u"data"_s), u"--port"_s, u"0"_s, u"--api-port"_s, u"0"_s};
}

QProcessEnvironment TestPrograms::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, dir_->path());
    for (const QString &name : {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.insert(name, dir_->path());
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s); // no keyring of whoever runs this
    return environment;
}

void TestPrograms::startDaemon(const QStringList &more)
{
    daemon_ = std::make_unique<QProcess>();
    daemon_->setProcessEnvironment(environment());
    daemon_->start(QString::fromUtf8(DAEMON), arguments() + more);
    QVERIFY(daemon_->waitForReadyRead(patience));
    QVERIFY(QJsonDocument::fromJson(daemon_->readLine()).object().value(u"ready"_s).toBool());
}

void TestPrograms::startWindow(const QStringList &more)
{
    window_ = std::make_unique<QProcess>();
    window_->setProcessEnvironment(environment());
    window_->start(QString::fromUtf8(WINDOW), arguments() + more);
    QVERIFY(window_->waitForStarted(patience));
}

void TestPrograms::startAgain(const QStringList &more, QByteArray &said)
{
    QTRY_VERIFY_WITH_TIMEOUT(app::OneWindow::isThere(path(u"data"_s), std::chrono::milliseconds(patience)), patience);
    QProcess second;
    second.setProcessEnvironment(environment());
    second.start(QString::fromUtf8(WINDOW), arguments() + more);
    const bool ended = second.waitForFinished(patience);
    said = second.readAllStandardError();
    if (!ended)
        end(second);
    QVERIFY2(ended, said);
    QCOMPARE(second.exitStatus(), QProcess::NormalExit);
    QCOMPARE(second.exitCode(), 0);
}

void TestPrograms::end(QProcess &program)
{
    program.terminate();
    QVERIFY(program.waitForFinished(patience));
}

const QByteArray &TestPrograms::windowErrors()
{
    return windowErrors_ += window_->readAllStandardError();
}

QByteArray TestPrograms::notice() const
{
    return content(path(u"data/engine.json"_s));
}

void TestPrograms::windowJoinsARunningDaemon()
{
    startDaemon({});
    const QByteArray before = notice();
    QVERIFY(!before.isEmpty());
    startWindow();
    QTRY_VERIFY_WITH_TIMEOUT(windowErrors().contains("this window joins it"), patience);
#ifdef Q_OS_LINUX
    QVERIFY(!listeners(daemon_->processId()).isEmpty());
    QVERIFY(listeners(window_->processId()).isEmpty());
#endif
    QCOMPARE(notice(), before);
    end(*window_); // which it does by itself when it failed
    QCOMPARE(window_->exitStatus(), QProcess::NormalExit);
    QCOMPARE(window_->exitCode(), 0);
    QVERIFY2(!windowErrors().contains("Type into a charger"), windowErrors_);
    QCOMPARE(notice(), before);
    QVERIFY(daemon_->state() == QProcess::Running);
    end(*daemon_);
    QCOMPARE(daemon_->exitCode(), 0);
}

// It would show an empty database, and its commands would go nowhere.
void TestPrograms::windowRefusesAnotherDatabase()
{
    const QString theirs = path(u"theirs.sqlite"_s);
    startDaemon({u"--database"_s, u"sqlite:"_s + theirs});
    startWindow();
    QTRY_VERIFY_WITH_TIMEOUT(windowErrors().contains("already keeps its data in"), patience);
    QVERIFY2(windowErrors_.contains(theirs.toUtf8()), windowErrors_);
    QVERIFY(!QFile::exists(path(u"data/stationmaster.sqlite"_s)));
    end(*window_);
    QCOMPARE(window_->exitCode(), 1);
    QVERIFY(daemon_->state() == QProcess::Running);
}

// As after a start at login, when the menu entry is clicked.
void TestPrograms::secondStartShowsTheFirstWindow()
{
    startWindow({u"--background"_s});
    QTRY_VERIFY_WITH_TIMEOUT(windowErrors().contains("Type into a charger"), patience);
    const QByteArray before = notice();
    for (const QStringList &more : {QStringList(), QStringList{u"--background"_s}}) {
        QByteArray said;
        startAgain(more, said);
        QVERIFY2(said.contains("runs already") && !said.contains("joins it"), said);
    }
    QCOMPARE(notice(), before);
    QVERIFY(window_->state() == QProcess::Running);
    end(*window_);
    QCOMPARE(window_->exitCode(), 0);
}

void TestPrograms::secondStartBesideADaemonDoesSo()
{
    startDaemon({});
    startWindow();
    QTRY_VERIFY_WITH_TIMEOUT(windowErrors().contains("this window joins it"), patience);
    QByteArray said;
    startAgain({}, said);
    QVERIFY2(said.contains("runs already") && !said.contains("joins it"), said);
    QVERIFY(window_->state() == QProcess::Running);
}

// Not a window on other data than was asked for.
void TestPrograms::secondStartForAnotherDatabaseIsRefused()
{
    startWindow();
    QTRY_VERIFY_WITH_TIMEOUT(windowErrors().contains("Type into a charger"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(app::OneWindow::isThere(path(u"data"_s), std::chrono::milliseconds(patience)), patience);
    QProcess second;
    second.setProcessEnvironment(environment());
    second.start(QString::fromUtf8(WINDOW), arguments() + QStringList{u"--database"_s, u"sqlite:"_s + path(u"mine"_s)});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += second.readAllStandardError()).contains("already keeps its data in"), patience);
    end(second); // which shows why, until somebody closes it
    QCOMPARE(second.exitCode(), 1);
}

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
