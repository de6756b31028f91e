// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock.h"
#include "store/commands.h"
#include "ui/exchange/csv.h"
#include "ui/pages/transactions/meterchart.h"
#include "ui/pages/transactions/sessionpanel.h"
#include "ui/pages/transactions/sessionsource.h"
#include "ui/pages/transactions/transactionspage.h"
#include "ui/samplebook.h"
#include "ui/samplesite.h"
#include "ui/text/format.h"
#include "ui/uifixture.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QFocusEvent>
#include <QGraphicsView>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QTabBar>
#include <QTimer>

#include <ctime>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum Columns { State, Station, Connector, Tag, Start, Duration, Energy, Notes };

QString allText(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

/// Moves the local clock, as time does; the moment stays what it is.
class LocalClock {
public:
    LocalClock() = default;
    ~LocalClock()
    {
        if (before_.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", before_);
        tzset();
    }
    void setHoursAheadOfUtc(int hours)
    {
        qputenv("TZ", "TST" + QByteArray::number(-hours));
        tzset();
    }

private:
    const QByteArray before_ = qgetenv("TZ");
};

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTransactionsPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyPageSaysWhatBelongsHere();
    void sessionBeginsAndEndsInPlace();
    void newestStandFirst();
    void lateToldStandWhereTheyBegan();
    void olderComeByPages();
    void filterByStationTagAndState();
    void filterByPeriod();
    void todayPassesWhileThePageIsOpen();
    void filterIsRemembered();
    void chosenDaysAreRemembered();
    void searchFindsTheName();
    void nothingPassesTheFilter();
    void choicesAreAsWideAsTheirWords();
    void totalsAreOfAllThatPasses();
    void notesAreInWords();
    void selectionSurvivesChanges();
    void detailTellsWhereTheEnergyComesFrom();
    void chartIsReadByKeyboard();
    void valuesStandInATable();
    void stopIsQueuedByAClickAndFollowed();
    void queuedStopIsCancelled();
    void stopIsNotOfferedAtAPendingStation();
    void failedCancellingIsTold();
    void lostSessionIsClosedByHand();
    void whatCannotBeTakenBackSaysWhy();
    void linksChooseStateAndPeriod();
    void linkToTodayShowsWhatCharged();
    void exportWritesAllThatPasses();
    void exportSaysWhyItCannot();
    void everyControlHasAName();
    void unreadableDatabaseIsSaid();

private:
    ui::TableView &table() { return *uitest::named<ui::TableView>(*page_, u"Transactions"_s); }
    QAbstractItemModel &model() { return *page_->findChild<ui::TableView *>()->model(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    QComboBox &combo(const char *name) { return *uitest::named<QComboBox>(*page_, QLatin1StringView(name)); }
    ui::SessionPanel &panel() { return *page_->findChild<ui::SessionPanel *>(); }
    ui::SessionPanel &openDetail(qint64 session);
    QList<store::Command> commands();
    template<class Work>
    auto write(Work work)
    {
        return store_->write(work);
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::TransactionsPage> page_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void TestTransactionsPage::init()
{
    QSettings().clear();
    store_ = std::make_unique<uitest::Store>();
    write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
        samplesite::addStation(db, u"CP2"_s);
        samplebook::addTag(db, u"A1"_s, u"Anna Berg"_s);
        samplebook::addTag(db, u"B2"_s, u"Jörg Öller"_s);
    });
    page_ = std::make_unique<ui::TransactionsPage>(store_->backend());
    page_->resize(1060, 760);
    page_->show();
    tester_ =
        std::make_unique<QAbstractItemModelTester>(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(combo("Station").count(), 3);
}

void TestTransactionsPage::cleanup()
{
    tester_.reset();
    page_.reset();
    store_.reset();
}

ui::SessionPanel &TestTransactionsPage::openDetail(qint64 session)
{
    const auto row = [&] {
        for (int i = 0; i < model().rowCount(); ++i) {
            if (model().index(i, Station).data(Qt::ToolTipRole).toString().contains(u"Session %1 "_s.arg(session)))
                return i;
        }
        return -1;
    };
    if (QTest::qWaitFor([&] { return row() >= 0; }))
        table().selectRow(row());
    const bool shown = QTest::qWaitFor([&] { return allText(panel()).contains(u"Session %1"_s.arg(session)); });
    if (!shown)
        qWarning("The detail of session %lld does not open.", session);
    return panel();
}

QList<store::Command> TestTransactionsPage::commands()
{
    return write([](store::Database &db) { return store::Commands(db).list(); });
}

void TestTransactionsPage::emptyPageSaysWhatBelongsHere()
{
    QTRY_VERIFY(allText(*page_).contains(u"No session yet"_s));
    QVERIFY(!page_->primaryAction()->isEnabled());
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*page_, u"Go to the stations"_s));
    QCOMPARE(links.first().first().value<ui::Target>().page, u"stations"_s);
}

void TestTransactionsPage::sessionBeginsAndEndsInPlace()
{
    const ocpp::Timestamp begin = store::now() - 90min;
    const qint64 id = write([&](store::Database &db) { return samplebook::start(db, u"CP1"_s, 2, u"A1"_s, begin); });
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, State), u"Open"_s); // the connector says that it is free
    QCOMPARE(cell(0, Energy), u"not known"_s); // nothing was measured yet
    QCOMPARE(model().index(0, Energy).data(Qt::ToolTipRole).toString(), u"Not known: nothing was measured yet."_s);
    for (const auto &[status, word] : {std::pair{u"Charging"_s, u"Charging"_s}, std::pair{u"SuspendedEV"_s, u"Paused by car"_s}}) {
        write([&status = status](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 2, status); });
        QTRY_COMPARE(cell(0, State), word);
    }
    QCOMPARE(cell(0, Station), u"CP1"_s);
    QCOMPARE(cell(0, Connector), u"2"_s);
    QCOMPARE(cell(0, Tag), u"Anna Berg"_s);
    QCOMPARE(model().index(0, Tag).data(Qt::ToolTipRole).toString(), u"Anna Berg · A1"_s);
    QCOMPARE(cell(0, Duration), u"1\u00a0h 30\u00a0min"_s);
    write([&](store::Database &db) { samplebook::measure(db, u"CP1"_s, 2, id, store::now(), 1'003'250, 7'000); });
    QTRY_COMPARE(cell(0, Energy), u"3.25\u00a0kWh"_s);
    write([&](store::Database &db) { samplebook::stop(db, u"CP1"_s, id, begin + 61min, 1'005'000); });
    QTRY_COMPARE(cell(0, State), u"Finished"_s);
    QCOMPARE(cell(0, Energy), u"5.00\u00a0kWh"_s);
    QCOMPARE(cell(0, Duration), u"1\u00a0h 1\u00a0min"_s);
    QCOMPARE(model().rowCount(), 1);
}

void TestTransactionsPage::newestStandFirst()
{
    write([](store::Database &db) { samplebook::addMany(db, u"CP1"_s, u"A1"_s, 3); });
    QTRY_COMPARE(model().rowCount(), 3);
    write([](store::Database &db) { samplebook::start(db, u"CP2"_s, 1, u"B2"_s, store::now()); });
    QTRY_COMPARE(model().rowCount(), 4);
    QCOMPARE(cell(0, Station), u"CP2"_s);
}

void TestTransactionsPage::lateToldStandWhereTheyBegan()
{
    const ocpp::Timestamp begin = store::now() - 3h;
    write([&](store::Database &db) {
        samplebook::start(db, u"CP1"_s, 1, u"A1"_s, begin);
        samplebook::start(db, u"CP1"_s, 2, u"A1"_s, begin + 2h);
    });
    QTRY_COMPARE(model().rowCount(), 2);
    write([&](store::Database &db) { samplebook::start(db, u"CP2"_s, 1, u"B2"_s, begin + 1h); });
    QTRY_COMPARE(model().rowCount(), 3);
    QCOMPARE(cell(1, Station), u"CP2"_s);
    page_->search(u"anna"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    page_->search({}); // all are read anew
    QTRY_COMPARE(model().rowCount(), 3);
    QCOMPARE(cell(1, Station), u"CP2"_s);
}

void TestTransactionsPage::olderComeByPages()
{
    constexpr int more = 60;
    write([](store::Database &db) { samplebook::addMany(db, u"CP1"_s, u"A1"_s, ui::SessionSource::pageSize + more); });
    QTRY_COMPARE(model().rowCount(), ui::SessionSource::pageSize);
    const auto number = [&](int row) { return model().index(row, Station).data(Qt::ToolTipRole).toString(); };
    const QString last = number(ui::SessionSource::pageSize - 1);
    table().verticalScrollBar()->setValue(table().verticalScrollBar()->maximum());
    QTRY_COMPARE(model().rowCount(), ui::SessionSource::pageSize + more);
    QCOMPARE(number(ui::SessionSource::pageSize - 1), last);
    QVERIFY(number(model().rowCount() - 1).startsWith(u"Session 1 "_s));
    write([](store::Database &db) { samplebook::start(db, u"CP2"_s, 1, u"B2"_s, store::now()); });
    QTRY_COMPARE(model().rowCount(), ui::SessionSource::pageSize + more + 1); // what was loaded stays
}

void TestTransactionsPage::filterByStationTagAndState()
{
    write([](store::Database &db) {
        samplebook::addMany(db, u"CP1"_s, u"A1"_s, 2);
        samplebook::addMany(db, u"CP2"_s, u"B2"_s, 3);
        samplebook::start(db, u"CP1"_s, 2, u"B2"_s, store::now());
    });
    QTRY_COMPARE(model().rowCount(), 6);
    combo("Station").setCurrentText(u"CP1"_s);
    QTRY_COMPARE(model().rowCount(), 3);
    combo("Tag").setCurrentText(u"Jörg Öller · B2"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, State), u"Open"_s);
    combo("State").setCurrentText(u"Finished"_s);
    QTRY_COMPARE(model().rowCount(), 0);
    QVERIFY(uitest::press(*page_, u"Show all"_s));
    QTRY_COMPARE(model().rowCount(), 6);
    write([](store::Database &db) { samplebook::start(db, u"CP2"_s, 2, u"NOBODY"_s, store::now()); });
    QTRY_COMPARE(model().rowCount(), 7);
}

void TestTransactionsPage::filterIsRemembered()
{
    write([](store::Database &db) {
        samplebook::addMany(db, u"CP1"_s, u"A1"_s, 2);
        samplebook::start(db, u"CP1"_s, 2, u"B2"_s, store::now());
    });
    QTRY_COMPARE(model().rowCount(), 3);
    const auto openAgain = [this] {
        page_ = std::make_unique<ui::TransactionsPage>(store_->backend());
        page_->resize(1060, 760);
        page_->show();
    };
    tester_.reset();
    QTest::keyClick(&combo("State"), Qt::Key_Down);
    QTRY_COMPARE(model().rowCount(), 1);
    openAgain();
    QCOMPARE(combo("State").currentText(), u"Open"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    page_->visit({.page = u"transactions"_s, .station = {}, .part = u"today"_s}); // a link, for this once
    openAgain();
    QCOMPARE(combo("State").currentText(), u"Open"_s);
    QCOMPARE(combo("Period").currentText(), u"Any time"_s);
    QVERIFY(uitest::press(*page_, u"Show all"_s));
    openAgain();
    QCOMPARE(combo("State").currentText(), u"All states"_s);
    QTRY_COMPARE(model().rowCount(), 3);
}

void TestTransactionsPage::chosenDaysAreRemembered()
{
    const auto day = [this](const char *name) { return uitest::named<QDateEdit>(*page_, QLatin1StringView(name)); };
    QTest::keyClick(&combo("Period"), Qt::Key_End);
    QCOMPARE(combo("Period").currentText(), u"From – to"_s);
    QVERIFY(day("First day") && day("Last day"));
    const QDate last = day("Last day")->date();
    day("First day")->setDate(QDate(2026, 1, 5));
    tester_.reset();
    page_ = std::make_unique<ui::TransactionsPage>(store_->backend());
    page_->show();
    QCOMPARE(combo("Period").currentText(), u"From – to"_s);
    QVERIFY(day("First day") && day("Last day"));
    QCOMPARE(day("First day")->date(), QDate(2026, 1, 5));
    QCOMPARE(day("Last day")->date(), last);
}

void TestTransactionsPage::filterByPeriod()
{
    const QDate today = QDate::currentDate();
    const auto at = [&](int daysAgo) {
        return ocpp::Timestamp(std::chrono::milliseconds(today.addDays(-daysAgo).startOfDay().toMSecsSinceEpoch()));
    };
    write([&](store::Database &db) {
        for (const int days : {100, 3, 1, 0})
            samplebook::start(db, u"CP1"_s, 1, u"A1"_s, at(days));
    });
    QTRY_COMPARE(model().rowCount(), 4);
    combo("Period").setCurrentText(u"Today"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    combo("Period").setCurrentText(u"Yesterday"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    combo("Period").setCurrentText(u"From – to"_s);
    QTRY_COMPARE(model().rowCount(), 3); // the last 30 days at first
    QVERIFY(uitest::named<QWidget>(*page_, u"First day"_s)->isVisible());
}

void TestTransactionsPage::todayPassesWhileThePageIsOpen()
{
    const int lateEvening = 22 - QDateTime::currentDateTimeUtc().time().hour();
    const int hours = lateEvening > 10 ? lateEvening - 24 : lateEvening;
    LocalClock clock;
    clock.setHoursAheadOfUtc(hours);
    write([](store::Database &db) { samplebook::start(db, u"CP1"_s, 1, u"A1"_s, store::now() - 5h); });
    QTRY_COMPARE(model().rowCount(), 1);
    combo("Period").setCurrentText(u"Today"_s);
    QTRY_VERIFY(page_->headline().startsWith(u"1 session"_s));
    for (QTimer *timer : page_->findChildren<QTimer *>(QString(), Qt::FindDirectChildrenOnly))
        timer->setInterval(1); // of ten seconds
    clock.setHoursAheadOfUtc(hours + 4); // past midnight
    QTRY_COMPARE(model().rowCount(), 0);
    combo("Period").setCurrentText(u"Yesterday"_s);
    QTRY_COMPARE(model().rowCount(), 1);
}

void TestTransactionsPage::searchFindsTheName()
{
    write([](store::Database &db) {
        samplebook::addMany(db, u"CP1"_s, u"A1"_s, 2);
        samplebook::addMany(db, u"CP2"_s, u"B2"_s, 3);
    });
    QTRY_COMPARE(model().rowCount(), 5);
    page_->search(u"anna"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    page_->search(u"Öller cp2"_s);
    QTRY_COMPARE(model().rowCount(), 3);
    page_->search(u"100%"_s);
    QTRY_COMPARE(model().rowCount(), 0);
    page_->search(u"4"_s); // the number of a session
    QTRY_COMPARE(model().rowCount(), 1);
}

void TestTransactionsPage::nothingPassesTheFilter()
{
    write([](store::Database &db) { samplebook::addMany(db, u"CP1"_s, u"A1"_s, 1); });
    QTRY_COMPARE(model().rowCount(), 1);
    combo("State").setCurrentText(u"Open"_s);
    QTRY_VERIFY(allText(*page_).contains(u"No session passes the filter"_s));
    QVERIFY(uitest::press(*page_->findChild<ui::EmptyState *>(), u"Show all"_s));
    QTRY_VERIFY(page_->findChild<ui::TableView *>()->isVisible());
    QCOMPARE(model().rowCount(), 1);
}

/// Other languages have longer words.
void TestTransactionsPage::choicesAreAsWideAsTheirWords()
{
    for (const char *name : {"State", "Period"}) {
        QComboBox &box = combo(name);
        const int before = box.width();
        box.addItem(u"Letzter vollständiger Kalendermonat"_s);
        QTRY_VERIFY2(box.width() > before, name);
        QVERIFY2(box.width() > box.fontMetrics().horizontalAdvance(box.itemText(box.count() - 1)), name);
    }
}

void TestTransactionsPage::totalsAreOfAllThatPasses()
{
    write([](store::Database &db) {
        samplebook::addMany(db, u"CP1"_s, u"A1"_s, ui::SessionSource::pageSize + 10);
        const qint64 id = samplebook::start(db, u"CP2"_s, 1, u"B2"_s, store::now() - 1h);
        samplebook::measure(db, u"CP2"_s, 1, id, store::now(), 1'002'500);
    });
    QTRY_VERIFY2(page_->headline().contains(u"1,052.50\u00a0kWh"_s), qPrintable(page_->headline()));
    QVERIFY(page_->headline().startsWith(u"211 session"_s));
    QVERIFY(page_->headline().contains(u"1 session"_s));
    QVERIFY(page_->headline().endsWith(u" open"_s));
    combo("Station").setCurrentText(u"CP2"_s);
    QTRY_VERIFY(page_->headline().contains(u"2.50\u00a0kWh"_s));
}

void TestTransactionsPage::notesAreInWords()
{
    write([](store::Database &db) {
        const ocpp::Timestamp at = store::now() - 2h;
        const qint64 reset = samplebook::start(db, u"CP1"_s, 1, u"A1"_s, at);
        samplebook::measure(db, u"CP1"_s, 1, reset, at + 30min, 1'004'000);
        samplebook::measure(db, u"CP1"_s, 1, reset, at + 40min, 1'000);
        samplebook::stop(db, u"CP1"_s, reset, at + 50min, 2'000);
        samplebook::start(db, u"CP2"_s, 1, u"B2"_s, at, 0, u"Blocked"_s);
        samplebook::addMany(db, u"CP2"_s, u"A1"_s, 1);
    });
    QTRY_COMPARE(model().rowCount(), 3);
    QVERIFY(cell(2, Notes).contains(u"meter was reset"_s));
    QVERIFY(cell(1, Notes).contains(u"tag not accepted"_s));
    QVERIFY(cell(0, Notes).isEmpty());
    combo("State").setCurrentText(u"With notes"_s);
    QTRY_COMPARE(model().rowCount(), 2);
}

void TestTransactionsPage::selectionSurvivesChanges()
{
    write([](store::Database &db) { samplebook::addMany(db, u"CP1"_s, u"A1"_s, 5); });
    openDetail(3);
    write([](store::Database &db) { samplebook::start(db, u"CP2"_s, 1, u"B2"_s, store::now()); });
    QTRY_COMPARE(model().rowCount(), 6);
    write([](store::Database &db) { samplebook::addTag(db, u"A1"_s, u"Anna Müller"_s); });
    QTRY_COMPARE(cell(3, Tag), u"Anna Müller"_s);
    QCOMPARE(table().selectionModel()->selectedRows().value(0).row(), 3);
    QCOMPARE(panel().session(), 3);
}

void TestTransactionsPage::detailTellsWhereTheEnergyComesFrom()
{
    const ocpp::Timestamp at = store::now() - 3h;
    const qint64 id = write([&](store::Database &db) {
        const qint64 session = samplebook::start(db, u"CP1"_s, 1, u"A1"_s, at);
        samplebook::measure(db, u"CP1"_s, 1, session, at + 30min, 1'003'000, 6'000);
        samplebook::stop(db, u"CP1"_s, session, at + 1h, 1'006'000, u"EVDisconnected"_s);
        return session;
    });
    ui::SessionPanel &panel = openDetail(id);
    QTRY_VERIFY(allText(panel).contains(u"The meter at the end minus the meter at the start"_s));
    QVERIFY(allText(panel).contains(u"The car was unplugged"_s));
    QVERIFY(allText(panel).contains(u"CP1, connector 1 · Anna Berg"_s));
    QVERIFY(uitest::named<QLabel>(panel, u"Energy: 6.00\u00a0kWh"_s)); // read out with what it is
    QVERIFY(!uitest::named<QPushButton>(panel, u"Stop charging"_s));
    QTest::keyClick(&table(), Qt::Key_Escape);
    QVERIFY(!panel.isVisible());
}

void TestTransactionsPage::chartIsReadByKeyboard()
{
    const ocpp::Timestamp at = store::now() - 3h;
    const qint64 id = write([&](store::Database &db) {
        const qint64 session = samplebook::start(db, u"CP1"_s, 1, u"A1"_s, at);
        for (int minute = 10; minute <= 60; minute += 10)
            samplebook::measure(db, u"CP1"_s, 1, session, at + std::chrono::minutes(minute), 1'000'000 + 100 * minute,
                                6'000 + minute);
        return session;
    });
    openDetail(id);
    auto &chart = *panel().findChild<ui::MeterChart *>();
    auto &plot = *uitest::named<QGraphicsView>(panel(), u"Power and energy over time"_s);
    QTRY_VERIFY2(plot.accessibleDescription().contains(u"6.00\u00a0kWh"_s), qPrintable(plot.accessibleDescription()));
    QVERIFY(plot.accessibleDescription().contains(u"up to 6.1\u00a0kW"_s));
    QTest::keyClick(&plot, Qt::Key_End);
    QVERIFY2(chart.readout().contains(u"6.1\u00a0kW"_s), qPrintable(chart.readout()));
    QTest::keyClick(&plot, Qt::Key_Left);
    QVERIFY2(chart.readout().contains(u"5.00\u00a0kWh"_s), qPrintable(chart.readout()));
    write([&](store::Database &db) {
        samplebook::measure(db, u"CP1"_s, 1, id, at + std::chrono::minutes(70), 1'007'000, 6'070);
    });
    QTRY_VERIFY(plot.accessibleDescription().contains(u"7.00\u00a0kWh"_s)); // a new value moves nobody's place
    QVERIFY2(chart.readout().contains(u"5.00\u00a0kWh"_s), qPrintable(chart.readout()));
    const QLabel &words = *chart.findChild<QLabel *>();
    QCOMPARE(words.accessibleName(), chart.readout());
    QFocusEvent left(QEvent::FocusOut);
    QApplication::sendEvent(&plot, &left);
    QVERIFY(chart.readout().contains(u"7.00\u00a0kWh"_s)); // of the whole session again
    QCOMPARE(words.accessibleName(), QString()); // its text is read out, not the point that was left
    QTest::mouseMove(plot.viewport(), QPoint(1, plot.height() / 2));
    QTRY_VERIFY2(chart.readout().contains(u"0.00\u00a0kWh"_s), qPrintable(chart.readout()));
}

void TestTransactionsPage::valuesStandInATable()
{
    const qint64 id = write([](store::Database &db) {
        const qint64 session = samplebook::start(db, u"CP1"_s, 1, u"A1"_s, store::now() - 1h);
        samplebook::measure(db, u"CP1"_s, 1, session, store::now() - 30min, 1'003'000, 6'000);
        return session;
    });
    openDetail(id).findChild<QTabBar *>()->setCurrentIndex(1);
    QTRY_VERIFY(uitest::named<ui::TableView>(panel(), u"Meter values"_s));
    const ui::TableView &table = *uitest::named<ui::TableView>(panel(), u"Meter values"_s);
    for (const QString &text : ui::format::widestWeekdayTimes())
        QVERIFY2(table.columnWidth(0) >= 16 + table.fontMetrics().horizontalAdvance(text), qPrintable(text));
    QAbstractItemModel &values = *table.model();
    QAbstractItemModelTester tester(&values, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(values.rowCount(), 2);
    QCOMPARE(values.index(0, 1).data().toString(), u"Meter"_s);
    QCOMPARE(values.index(0, 2).data().toString(), u"1,003,000\u00a0Wh"_s);
    QCOMPARE(values.index(1, 1).data().toString(), u"Power"_s);
    write([&](store::Database &db) { samplebook::measure(db, u"CP1"_s, 1, id, store::now(), 1'006'000); });
    QTRY_COMPARE(values.rowCount(), 3);
}

void TestTransactionsPage::stopIsQueuedByAClickAndFollowed()
{
    const qint64 id =
        write([](store::Database &db) { return samplebook::start(db, u"CP1"_s, 1, u"A1"_s, store::now()); });
    openDetail(id);
    QVERIFY(uitest::press(panel(), u"Stop charging"_s));
    QTRY_COMPARE(commands().size(), 1);
    const store::Command command = commands().first();
    QCOMPARE(command.action, u"RemoteStopTransaction"_s);
    QCOMPARE(QJsonDocument::fromJson(command.payload).object(), (QJsonObject{{u"transactionId"_s, id}}));
    QTRY_VERIFY(allText(panel()).contains(u"Queued"_s));
    write([&](store::Database &db) {
        store::Commands queue(db);
        queue.markSent(command.id, u"m1"_s, store::now());
        queue.finish(
            command.id,
            {.state = store::CommandState::Accepted, .answer = R"({"status":"Accepted"})", .at = store::now()});
        queue.expectOutcome(command.id, store::now() + 1min);
    });
    QTRY_VERIFY(allText(panel()).contains(u"session is ending"_s));
    write([&](store::Database &db) {
        samplebook::stop(db, u"CP1"_s, id, store::now(), 1'001'000, u"Remote"_s);
        store::Commands(db).setOutcome(command.id, u"transactionStopped:%1"_s.arg(id));
    });
    QTRY_VERIFY(allText(panel()).contains(u"has ended"_s));
    QVERIFY(allText(panel()).contains(u"Ended from here"_s));
    QVERIFY(!uitest::named<QPushButton>(panel(), u"Stop charging"_s));
}

void TestTransactionsPage::queuedStopIsCancelled()
{
    const qint64 id = write([](store::Database &db) {
        samplesite::goOffline(db, u"CP1"_s, 5);
        return samplebook::start(db, u"CP1"_s, 1, u"A1"_s, store::now());
    });
    openDetail(id);
    QTRY_VERIFY(allText(panel()).contains(u"the station is offline"_s));
    QVERIFY(uitest::press(panel(), u"Stop charging"_s));
    QVERIFY(uitest::press(panel(), u"Cancel: Stop charging"_s));
    QTRY_VERIFY(commands().value(0).state == store::CommandState::Cancelled);
    QTRY_VERIFY(uitest::named<QPushButton>(panel(), u"Stop charging again"_s));
}

/// 4.2: it would be refused.
void TestTransactionsPage::stopIsNotOfferedAtAPendingStation()
{
    const qint64 id =
        write([](store::Database &db) { return samplebook::start(db, u"CP1"_s, 1, u"A1"_s, store::now() - 1h); });
    openDetail(id);
    QTRY_VERIFY(uitest::named<QPushButton>(panel(), u"Stop charging"_s));
    QVERIFY(uitest::named<QPushButton>(panel(), u"Stop charging"_s)->isEnabled());
    write([](store::Database &db) {
        store::Stations stations(db);
        store::Station station = *stations.find(u"CP1"_s);
        station.registration = store::Registration::Pending;
        stations.save(station);
    });
    QTRY_VERIFY(!uitest::named<QPushButton>(panel(), u"Stop charging"_s)->isEnabled());
    QVERIFY(uitest::named<QPushButton>(panel(), u"Stop charging"_s)->toolTip().contains(u"Accept it first."_s));
}

void TestTransactionsPage::failedCancellingIsTold()
{
    const qint64 id = write([](store::Database &db) {
        samplesite::goOffline(db, u"CP1"_s, 5);
        return samplebook::start(db, u"CP1"_s, 1, u"A1"_s, store::now());
    });
    openDetail(id);
    QVERIFY(uitest::press(panel(), u"Stop charging"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(panel(), u"Cancel: Stop charging"_s));
    write([](store::Database &db) {
        db.define(u"CREATE TRIGGER refuse BEFORE UPDATE ON commands BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
    });
    QVERIFY(uitest::press(panel(), u"Cancel: Stop charging"_s));
    QTRY_VERIFY(allText(panel()).contains(u"The database"_s));
    QVERIFY(commands().value(0).state == store::CommandState::Queued);
}

void TestTransactionsPage::lostSessionIsClosedByHand()
{
    const qint64 id = write([](store::Database &db) {
        const qint64 session = samplebook::start(db, u"CP1"_s, 1, u"A1"_s, store::now() - 30h);
        samplebook::measure(db, u"CP1"_s, 1, session, store::now() - 29h, 1'007'000);
        return session;
    });
    openDetail(id);
    QVERIFY(uitest::press(panel(), u"Close by hand"_s));
    QTRY_COMPARE(cell(0, State), u"Closed by us"_s);
    QTRY_VERIFY(allText(panel()).contains(u"Closed by hand"_s));
    QVERIFY(allText(panel()).contains(u"to the last good meter value"_s));
    QVERIFY(allText(panel()).contains(u"Its end was not told."_s));
    QVERIFY(allText(panel()).contains(u"Session %1 is closed with"_s.arg(id)));
    QVERIFY(uitest::press(panel(), u"Undo"_s));
    QTRY_COMPARE(cell(0, State), u"Open"_s);
    QTRY_VERIFY(uitest::named<QPushButton>(panel(), u"Close by hand"_s));
    QVERIFY(!uitest::named<QPushButton>(panel(), u"Undo"_s));
}

void TestTransactionsPage::whatCannotBeTakenBackSaysWhy()
{
    const qint64 id = write(
        [](store::Database &db) { return samplebook::start(db, u"CP1"_s, 1, u"A1"_s, store::now() - 30h); });
    openDetail(id);
    QVERIFY(uitest::press(panel(), u"Close by hand"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(panel(), u"Undo"_s));
    QVERIFY(allText(panel()).contains(u"Its energy is not known."_s));
    QTRY_COMPARE(cell(0, State), u"Closed by us"_s);
    QCOMPARE(cell(0, Energy), u"not known"_s);
    QTRY_VERIFY(uitest::named<QLabel>(panel(), u"Energy: not known"_s));
    write([](store::Database &db) { samplebook::start(db, u"CP1"_s, 1, u"B2"_s, store::now()); });
    QVERIFY(uitest::press(panel(), u"Undo"_s));
    QTRY_VERIFY(allText(panel()).contains(u"It stays closed"_s));
}

void TestTransactionsPage::linksChooseStateAndPeriod()
{
    write([](store::Database &db) {
        samplebook::addMany(db, u"CP1"_s, u"A1"_s, 3);
        samplebook::start(db, u"CP2"_s, 1, u"A1"_s, store::now());
    });
    QTRY_COMPARE(model().rowCount(), 4);
    page_->visit({.page = u"transactions"_s, .station = {}, .part = u"charging"_s});
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, Station), u"CP2"_s);
    page_->visit({.page = u"transactions"_s, .station = {}, .part = u"today"_s});
    QCOMPARE(combo("State").currentText(), u"All states"_s);
    QCOMPARE(combo("Period").currentText(), u"Charged today"_s);
    page_->visit({.page = u"transactions"_s, .station = {}});
    QTRY_COMPARE(model().rowCount(), 4);
}

void TestTransactionsPage::linkToTodayShowsWhatCharged()
{
    const ocpp::Timestamp midnight{
        std::chrono::milliseconds(QDate::currentDate().startOfDay().toMSecsSinceEpoch())};
    write([&](store::Database &db) {
        const qint64 over = samplebook::start(db, u"CP1"_s, 1, u"A1"_s, midnight - 5h);
        samplebook::stop(db, u"CP1"_s, over, midnight - 1h, 1'002'000);
        const qint64 overNight = samplebook::start(db, u"CP1"_s, 2, u"A1"_s, midnight - 3h);
        samplebook::stop(db, u"CP1"_s, overNight, midnight, 1'005'000);
        samplebook::start(db, u"CP2"_s, 1, u"B2"_s, midnight - 2h);
    });
    QTRY_COMPARE(model().rowCount(), 3);
    page_->visit({.page = u"transactions"_s, .station = {}, .part = u"today"_s});
    QTRY_COMPARE(model().rowCount(), 2);
    QCOMPARE(cell(0, Station), u"CP2"_s);
    QCOMPARE(cell(1, Connector), u"2"_s);
    QVERIFY(combo("Period").toolTip().contains(u"ended today or still run"_s));
    combo("Period").setCurrentText(u"Today"_s); // by their beginning
    QTRY_COMPARE(model().rowCount(), 0);
}

void TestTransactionsPage::exportWritesAllThatPasses()
{
    constexpr int rows = ui::SessionSource::pageSize + 30;
    write([](store::Database &db) {
        samplebook::addTag(db, u"=1+1"_s, u"A \"B\", C"_s);
        samplebook::addMany(db, u"CP2"_s, u"A1"_s, 3);
        samplebook::addMany(db, u"CP1"_s, u"=1+1"_s, rows);
    });
    QTRY_COMPARE(model().rowCount(), ui::SessionSource::pageSize);
    combo("Station").setCurrentText(u"CP1"_s);
    QTRY_VERIFY(page_->headline().startsWith(QString::number(rows)));
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"out.csv"_s);
    ui::modal::Answers answers;
    answers.file = [&](const auto &) { return path; };
    page_->primaryAction()->trigger();
    QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"Show in folder"_s));
    QVERIFY(allText(*page_).contains(path));
    const QByteArray bytes = content(path);
    QVERIFY(bytes.contains(",'=1+1,\"A \"\"B\"\", C\","));
    QCOMPARE(bytes.count("\r\n"), rows + 1);
    const ui::csv::Parsed parsed = ui::csv::parse(bytes);
    QCOMPARE(parsed.records.size(), rows + 1);
    QCOMPARE(parsed.records.first().cells.mid(0, 4),
             (QStringList{u"session"_s, u"state"_s, u"station"_s, u"connector"_s}));
    const QStringList newest = parsed.records.at(1).cells;
    QCOMPARE(newest.at(2), u"CP1"_s);
    QCOMPARE(newest.at(4), u"=1+1"_s);
    QCOMPARE(newest.at(5), u"A \"B\", C"_s);
    static const QRegularExpression iso(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?([+-]\\d\\d:\\d\\d|Z)$"_s);
    QVERIFY2(iso.match(newest.at(7)).hasMatch(), qPrintable(newest.at(7)));
    QCOMPARE(newest.mid(9, 3), (QStringList{u"30"_s, u"5.000"_s, u"5000"_s})); // seconds, kWh, Wh
}

void TestTransactionsPage::exportSaysWhyItCannot()
{
    write([](store::Database &db) { samplebook::addMany(db, u"CP1"_s, u"A1"_s, 1); });
    QTRY_VERIFY(page_->primaryAction()->isEnabled());
    ui::modal::Answers answers;
    answers.file = [](const auto &) { return u"/nowhere/at/all.csv"_s; };
    page_->primaryAction()->trigger();
    QTRY_VERIFY(allText(*page_).contains(u"/nowhere/at/all.csv cannot be written"_s));
    QVERIFY(page_->primaryAction()->isEnabled());
}

void TestTransactionsPage::everyControlHasAName()
{
    write([](store::Database &db) { samplebook::addMany(db, u"CP1"_s, u"A1"_s, 1); });
    openDetail(1);
    combo("Period").setCurrentText(u"From – to"_s);
    QCOMPARE(uitest::namelessControls(*page_), QStringList());
}

void TestTransactionsPage::unreadableDatabaseIsSaid()
{
    write([](store::Database &db) { samplebook::addMany(db, u"CP1"_s, u"A1"_s, 1); });
    QTRY_COMPARE(model().rowCount(), 1);
    write([](store::Database &db) {
        db.define(u"DROP TABLE id_tags"_s);
        db.noteChange(store::Table::Transactions);
    });
    QTRY_VERIFY(allText(*page_).contains(u"The sessions cannot be read"_s));
    QVERIFY(page_->headline().isEmpty());
    QVERIFY(!page_->primaryAction()->isEnabled());
}

UI_TEST_MAIN(TestTransactionsPage)
#include "tst_transactionspage.moc"
