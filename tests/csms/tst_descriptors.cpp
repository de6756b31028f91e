// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/descriptors.h"
#include "enginefixture.h"
#include "rawcaller.h"
#include "teststation.h"

#include <QFile>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace csms;

/// The limit on open files, which every connection counts against.
class tst_Descriptors : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { setSoftLimit(std::min<rlim_t>(before_.rlim_cur, 1024)); }

    void raisesTheLimit();
    void neverLowersIt();
    void tellsWhatTheSystemPermits();
    void connectionsStayBelowTheLimit();
    void hearsAgainAfterRunningOut();

private:
    static void setSoftLimit(rlim_t limit)
    {
        rlimit changed{};
        getrlimit(RLIMIT_NOFILE, &changed);
        changed.rlim_cur = limit;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &changed), 0);
    }
    static rlim_t softLimit()
    {
        rlimit limit{};
        getrlimit(RLIMIT_NOFILE, &limit);
        return limit.rlim_cur;
    }

    rlimit before_{};
};

void tst_Descriptors::init()
{
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before_), 0);
    QVERIFY(before_.rlim_max >= 1024);
}

void tst_Descriptors::raisesTheLimit()
{
    setSoftLimit(200);
    QCOMPARE(allowDescriptors(500), 500);
    QCOMPARE(softLimit(), rlim_t(500));
}

void tst_Descriptors::neverLowersIt()
{
    setSoftLimit(600);
    QCOMPARE(allowDescriptors(500), 500);
    QCOMPARE(softLimit(), rlim_t(600));
}

void tst_Descriptors::tellsWhatTheSystemPermits()
{
    rlimit hard = before_;
    hard.rlim_cur = 200;
    hard.rlim_max = std::min<rlim_t>(before_.rlim_max, 100'000); // for good: nobody here needs more
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &hard), 0);
    QCOMPARE(allowDescriptors(200'000), qsizetype(hard.rlim_max));
}

// The engine asks for what its policy needs.
void tst_Descriptors::connectionsStayBelowTheLimit()
{
    setSoftLimit(100);
    csms::Policy policy = EngineFixture::quietPolicy();
    policy.connections = 300;
    EngineFixture engine(policy);
    QVERIFY(softLimit() > 300);
}

// Qt gives accepting up when the first caller cannot be taken; the stations would stay outside until a restart.
void tst_Descriptors::hearsAgainAfterRunningOut()
{
#ifdef __SANITIZE_ADDRESS__
    QSKIP("The undefined-behaviour sanitizer looks at classes through descriptors of its own.");
#endif
    EngineFixture engine;
    engine.addStation(u"CP-1"_s);
    static std::atomic<bool> isDeaf = false; // told on the socket thread
    isDeaf = false;
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
        isDeaf = isDeaf || text.contains(u"could not be accepted"_s);
    });
    const auto listening = qScopeGuard([] { qInstallMessageHandler(nullptr); });
    QTcpSocket late; // its own descriptor is made before there are no more
    late.bind(QHostAddress(QHostAddress::LocalHost));
    std::vector<std::unique_ptr<QFile>> files;
    setSoftLimit(256);
    for (bool open = true; open;) {
        files.push_back(std::make_unique<QFile>(u"/dev/null"_s));
        open = files.back()->open(QIODevice::ReadOnly);
    }
    late.connectToHost(QHostAddress(QHostAddress::LocalHost), engine.port());
    QTRY_VERIFY(isDeaf);
    files.clear();
    late.write(RawCaller::head("/CP-1"));
    QTRY_VERIFY_WITH_TIMEOUT(late.peek(100).startsWith("HTTP/1.1 101 "), 10'000);
    TestStation station(u"CP-1"_s);
    QVERIFY(station.connectTo(engine.port()));
    QCOMPARE(station.call(u"Heartbeat"_s).type, 3);
}

QTEST_GUILESS_MAIN(tst_Descriptors)
#include "tst_descriptors.moc"
