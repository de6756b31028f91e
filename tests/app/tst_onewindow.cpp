// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/onewindow.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <future>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using app::OneWindow;

namespace {

constexpr auto patience = 30s;

/// What another process would be told, while the events of this one run.
template<class Ask>
bool toldElsewhere(Ask ask)
{
    auto answer = std::async(std::launch::async, ask);
    const auto isReady = [&] { return answer.wait_for(0s) == std::future_status::ready; };
    while (!QTest::qWaitFor(isReady)) { }
    return answer.get();
}

} // namespace

class TestOneWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void firstIsAskedToShowItself();
    void secondMayLeaveItInTheBackground();
    void nobodyIsThere();
    void silenceIsNotWaitedFor();
    void onlyOneListens();
    void crashedOneIsNotInTheWay();
    void directoryHasManyNames();
    void nobodyElseMayCall();
    void nonsenseIsHungUpOn();

private:
    [[nodiscard]] QString data() const { return data_->path(); }
    [[nodiscard]] bool isShown(const QString &token = {}) const
    {
        return toldElsewhere([this, token] { return OneWindow::show(data(), token, patience); });
    }

    const QTemporaryDir session_; ///< a place for sockets, and only the test's
    std::unique_ptr<QTemporaryDir> data_;
};

void TestOneWindow::initTestCase()
{
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(session_.path()));
}

void TestOneWindow::init()
{
    data_ = std::make_unique<QTemporaryDir>();
}

void TestOneWindow::firstIsAskedToShowItself()
{
    OneWindow first(data());
    QVERIFY(first.listen());
    QSignalSpy asked(&first, &OneWindow::showRequested);
    QVERIFY(isShown(u"desktop-7_TIME42"_s));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"desktop-7_TIME42"_s);
    QVERIFY(isShown());
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.last().first().toString(), QString());
}

void TestOneWindow::secondMayLeaveItInTheBackground()
{
    OneWindow first(data());
    QVERIFY(first.listen());
    QSignalSpy asked(&first, &OneWindow::showRequested);
    QVERIFY(toldElsewhere([this] { return OneWindow::isThere(data(), patience); }));
    QCOMPARE(asked.size(), 0);
}

void TestOneWindow::nobodyIsThere()
{
    QVERIFY(!OneWindow::show(data(), {}));
    QVERIFY(!OneWindow::isThere(data()));
    const QTemporaryDir other;
    OneWindow elsewhere(other.path());
    QVERIFY(elsewhere.listen());
    QVERIFY(!OneWindow::show(data(), {}));
    {
        OneWindow first(data());
        QVERIFY(first.listen());
    }
    QVERIFY(!OneWindow::show(data(), {})); // it has gone
}

void TestOneWindow::silenceIsNotWaitedFor()
{
    OneWindow first(data());
    QVERIFY(first.listen());
    QSignalSpy asked(&first, &OneWindow::showRequested);
    QVERIFY(!OneWindow::show(data(), {}, 50ms)); // on its own thread, which so cannot answer
    QCOMPARE(asked.size(), 0);
}

void TestOneWindow::onlyOneListens()
{
    OneWindow first(data());
    QVERIFY(first.listen());
    {
        OneWindow second(data());
        QVERIFY(!second.listen());
    }
    QSignalSpy asked(&first, &OneWindow::showRequested);
    QVERIFY(isShown());
    QCOMPARE(asked.size(), 1);
}

void TestOneWindow::crashedOneIsNotInTheWay()
{
#ifdef Q_OS_LINUX
    const QByteArray place = QFile::encodeName(OneWindow::address(data()));
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    QVERIFY(place.size() < qsizetype(sizeof name.sun_path));
    qstrncpy(name.sun_path, place.constData(), sizeof name.sun_path);
    const int left = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(left, reinterpret_cast<const sockaddr *>(&name), sizeof name), 0);
    ::close(left); // and the file stays
    QVERIFY(QFileInfo::exists(OneWindow::address(data())));
    QVERIFY(!OneWindow::show(data(), {}));
    OneWindow next(data());
    QVERIFY(next.listen());
    QVERIFY(isShown());
#else
    QSKIP("Only here does a crash leave a socket behind.");
#endif
}

void TestOneWindow::directoryHasManyNames()
{
    const QString link = session_.filePath(u"link"_s);
    QVERIFY(QFile::link(data(), link));
    QCOMPARE(OneWindow::address(link), OneWindow::address(data()));
    QCOMPARE(OneWindow::address(data() + u"/."_s), OneWindow::address(data()));
    QVERIFY(OneWindow::address(session_.path()) != OneWindow::address(data()));
    QFile::remove(link);
}

void TestOneWindow::nobodyElseMayCall()
{
#ifdef Q_OS_LINUX
    OneWindow first(data());
    QVERIFY(first.listen());
    const QString place = OneWindow::address(data());
    QVERIFY2(place.startsWith(session_.path()), qPrintable(place));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFileInfo(place).permissions() & others));
#else
    QSKIP("The socket is no file here.");
#endif
}

void TestOneWindow::nonsenseIsHungUpOn()
{
    OneWindow first(data());
    QVERIFY(first.listen());
    QSignalSpy asked(&first, &OneWindow::showRequested);
    for (const QByteArray &nonsense : {QByteArray("GET / HTTP/1.1\r\n"), QByteArray("\n"), QByteArray(10'000, 'x')}) {
        QLocalSocket caller;
        caller.connectToServer(OneWindow::address(data()));
        QTRY_COMPARE(caller.state(), QLocalSocket::ConnectedState);
        caller.write(nonsense);
        QTRY_COMPARE(caller.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(caller.readAll(), QByteArray());
    }
    QCOMPARE(asked.size(), 0);
}

QTEST_GUILESS_MAIN(TestOneWindow)
#include "tst_onewindow.moc"
