// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/onpool.h"
#include "ui/models/answerto.h"
#include "ui/uifixture.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QThread>

#include <memory>

namespace {

/// A read that has begun and waits for release().
struct SlowRead {
    std::shared_ptr<QSemaphore> begun = std::make_shared<QSemaphore>();
    std::shared_ptr<QSemaphore> gate = std::make_shared<QSemaphore>();

    QFuture<store::Outcome<int>> begin(store::Reader &reader) const
    {
        auto future = reader.read([begun = begun, gate = gate](store::Database &) {
            begun->release();
            gate->acquire();
            return 7;
        });
        begun->acquire();
        return future;
    }
};

} // namespace

class TestAnswerTo : public QObject {
    Q_OBJECT

private slots:
    void givesTheResultOnTheGuiThreadInOrder()
    {
        uitest::Store store;
        const SlowRead slow;
        QObject context;
        QList<int> told;
        bool onGuiThread = true;
        const auto take = [&](const store::Outcome<int> &result) {
            onGuiThread = onGuiThread && QThread::currentThread() == qApp->thread();
            told.append(*result);
        };
        slow.begin(*store.backend().reader) | ui::answerTo(&context, take);
        store.backend().reader->read([](store::Database &) { return 8; }) | ui::answerTo(&context, take);
        QVERIFY(told.isEmpty());
        slow.gate->release();
        QTRY_COMPARE(told, (QList<int>{7, 8}));
        QVERIFY(onGuiThread);
    }

    void aResultThatIsThereAlreadyComesLaterToo()
    {
        uitest::Store store;
        QObject context;
        auto future = store.backend().reader->read([](store::Database &) { return 1; });
        future.waitForFinished();
        bool told = false;
        future | ui::answerTo(&context, [&](const store::Outcome<int> &) { told = true; });
        QVERIFY(!told); // or it would overtake those that wait
        QTRY_VERIFY(told);
    }

    void eachAnswerComesOnceHoweverSoonItComes()
    {
        // Futures that finish just while somebody begins to wait for them.
        constexpr int count = 5000;
        QObject context;
        int told = 0;
        for (int i = 0; i < count; ++i)
            ui::onPool([i] { return i; }) | ui::answerTo(&context, [&](int) { ++told; });
        QTRY_VERIFY(told >= count);
        QCoreApplication::processEvents();
        QCOMPARE(told, count);
    }

    void whoGoesWhileTheReadRunsIsNotTold()
    {
        uitest::Store store;
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        const SlowRead slow;
        auto context = std::make_unique<QObject>();
        bool told = false;
        slow.begin(*store.backend().reader)
            | ui::answerTo(context.get(), [&](const store::Outcome<int> &) { told = true; });
        context.reset();
        slow.gate->release();
        tellsOthers(store);
        QVERIFY(!told);
    }

    void whoGoesAfterTheReadButBeforeItsAnswerIsNotTold()
    {
        uitest::Store store;
        auto context = std::make_unique<QObject>();
        bool told = false;
        auto future = store.backend().reader->read([](store::Database &) { return 1; });
        future | ui::answerTo(context.get(), [&](const store::Outcome<int> &) { told = true; });
        future.waitForFinished();
        context.reset();
        tellsOthers(store);
        QVERIFY(!told);
    }

    void aPromiseThatIsNeverKeptTellsNothing()
    {
        QObject context;
        bool told = false;
        {
            QPromise<int> promise;
            promise.start();
            promise.future() | ui::answerTo(&context, [&](int) { told = true; });
        }
        QPromise<int> kept;
        kept.start();
        bool keptTold = false;
        kept.future() | ui::answerTo(&context, [&](int) { keptTold = true; });
        kept.addResult(1);
        kept.finish();
        QTRY_VERIFY(keptTold);
        QVERIFY(!told);
    }

private:
    /// All that was posted before has arrived when this is back.
    void tellsOthers(uitest::Store &store)
    {
        bool done = false;
        store.backend().reader->read([](store::Database &) { return 0; })
            | ui::answerTo(this, [&](const store::Outcome<int> &) { done = true; });
        QTRY_VERIFY(done);
    }
};

UI_TEST_MAIN(TestAnswerTo)
#include "tst_answerto.moc"
