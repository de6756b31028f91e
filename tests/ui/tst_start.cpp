// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/error.h"
#include "ui/application.h"
#include "ui/text/startwords.h"
#include "ui/uifixture.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QLabel>
#include <QSemaphore>
#include <QThread>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

ui::EmptyState *shownState()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *state = qobject_cast<ui::EmptyState *>(widget); state && state->isVisible())
            return state;
    }
    return nullptr;
}

/// Looks for the window that is shown by the call under test, which blocks, and does something with it.
template<class Use>
class Onlooker {
public:
    explicit Onlooker(Use use)
    {
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this, use] {
            if (ui::EmptyState *state = shownState()) {
                timer_.stop();
                use(*state);
            }
        });
        timer_.start(5);
    }

private:
    QTimer timer_;
};

} // namespace

class TestStart : public QObject {
    Q_OBJECT

private slots:
    void longWorkIsTold();
    void shortWorkShowsNothing();
    void failureHasWordsAndDetail_data();
    void failureHasWordsAndDetail();
    void usualPortsAreOffered();
    void restoreFailureGoesOn();
};

void TestStart::longWorkIsTold()
{
    QSemaphore seen;
    QString text;
    const Onlooker onlooker([&](ui::EmptyState &busy) {
        text = uitest::visibleText(busy);
        seen.release();
    });
    bool onOtherThread = false;
    ui::whileBusy(ui::Work::Opening, [&] {
        onOtherThread = QThread::currentThread() != qApp->thread();
        seen.acquire(); // the window's thread must be free to show it
    });
    QVERIFY(onOtherThread);
    QVERIFY2(text.contains(u"The database is being opened"_s), qPrintable(text));
    QVERIFY(!shownState());
}

void TestStart::shortWorkShowsNothing()
{
    bool shown = false;
    const Onlooker onlooker([&](ui::EmptyState &) { shown = true; });
    bool done = false;
    ui::whileBusy(ui::Work::Restoring, [&] { done = true; });
    QVERIFY(done);
    QVERIFY(!shown);
}

void TestStart::failureHasWordsAndDetail_data()
{
    using Kind = ui::StartFailure::Kind;
    QTest::addColumn<ui::StartFailure>("failure");
    QTest::addColumn<QString>("words");
    const QString detail = u"In English, with --options."_s;
    QTest::newRow("folder") << ui::StartFailure{.kind = Kind::DataFolder, .place = u"/data"_s, .detail = detail}
                            << u"The folder for its data, /data, cannot be used."_s;
    QTest::newRow("database") << ui::StartFailure{.kind = Kind::Database,
                                                  .database = store::Error{store::Error::Kind::Damaged, detail, {}},
                                                  .detail = detail}
                              << u"The database is damaged."_s;
    QTest::newRow("setting") << ui::StartFailure{.kind = Kind::Database, .detail = detail}
                             << u"It was told to use a database"_s;
    QTest::newRow("other") << ui::StartFailure{.kind = Kind::OtherDatabase, .place = u"a"_s, .wanted = u"b"_s,
                                               .detail = detail}
                           << u"keeps its data in a, not in b."_s;
    QTest::newRow("address") << ui::StartFailure{.kind = Kind::Address, .place = u"0.0.0.0:9000"_s, .detail = detail}
                             << u"Chargers cannot connect to 0.0.0.0:9000"_s;
    QTest::newRow("api") << ui::StartFailure{.kind = Kind::Api, .detail = detail} << u"control API"_s;
}

void TestStart::failureHasWordsAndDetail()
{
    QFETCH(ui::StartFailure, failure);
    QFETCH(QString, words);
    QString text;
    const Onlooker onlooker([&](ui::EmptyState &state) {
        text = uitest::visibleText(state);
        state.close();
    });
    QVERIFY(!ui::showFailure(failure));
    QVERIFY2(text.contains(u"Stationmaster cannot start"_s), qPrintable(text));
    QVERIFY2(text.contains(words), qPrintable(text));
    QVERIFY2(text.contains(u"In English, with --options."_s), qPrintable(text)); // to copy
    QVERIFY2(!ui::startWords(failure).text.contains(u"--"_s), qPrintable(text)); // an owner gives no options
}

void TestStart::usualPortsAreOffered()
{
    const Onlooker onlooker([](ui::EmptyState &state) {
        QTimer::singleShot(0, &state,
                           [&state] { QVERIFY(uitest::press(state, u"Use the usual address and ports"_s)); });
    });
    QVERIFY(ui::showFailure({.kind = ui::StartFailure::Kind::Address, .place = u"10.0.0.1:80"_s},
                            ui::Remedy::UsualPorts));
}

void TestStart::restoreFailureGoesOn()
{
    QString text;
    const Onlooker onlooker([&](ui::EmptyState &state) {
        text = uitest::visibleText(state);
        QTimer::singleShot(0, &state, [&state] { QVERIFY(uitest::press(state, u"Continue"_s)); });
    });
    ui::showRestoreFailure({store::Error::Kind::Damaged, u"No database."_s, {}});
    QVERIFY2(!text.contains(u"cannot start"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Nothing was changed"_s), qPrintable(text));
}

UI_TEST_MAIN(TestStart)
#include "tst_start.moc"
