// SPDX-License-Identifier: GPL-3.0-or-later
// How what is desired of a station is kept so: in words, and beside the real engine and a simulated station.
#include "store/clock.h"
#include "store/locallists.h"
#include "store/reconciliations.h"
#include "ui/livesite.h"
#include "ui/samplesite.h"
#include "ui/text/stepwords.h"
#include "ui/uifixture.h"
#include "ui/widgets/stepstrip.h"

#include <QLabel>
#include <QPushButton>
#include <QTranslator>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::ReconciliationState;

namespace {

constexpr int patience = 20'000; // ms: it waits between its tries
const QString topic = u"localList"_s;

/// Puts every known sentence of the engine's into guillemets, so that it can be told from one that is not known.
class Guillemets : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "ui::StoredText") == 0 ? u"«%1»"_s.arg(QLatin1StringView(source)) : QString();
    }
};

} // namespace

class TestStepStrip : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void standingIsInWords_data();
    void standingIsInWords();
    void nextTryCountsDown();
    void pauseIsResumed();
    void givenUpIsTriedAgain();
    void failureStaysInSight();
    void failureOfAnotherIsNotTold();
    void otherStationIsShown();
    void everyControlHasAName();
    void engineIsPausedAndGoesOn();
    void engineTellsWhyItGaveUp();
    void reasonsAreTranslated_data();
    void reasonsAreTranslated();

private:
    void openSample();
    void show(const ui::Backend &backend);
    void save(const std::function<void(store::Reconciliation &)> &change);
    store::Reconciliation row();
    [[nodiscard]] QString text() const { return uitest::visibleText(*strip_); }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::LiveSite> live_;
    std::unique_ptr<ui::StepStrip> strip_;
};

void TestStepStrip::cleanup()
{
    strip_.reset();
    live_.reset();
    store_.reset();
}

void TestStepStrip::openSample()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
        samplesite::addStation(db, u"CP2"_s);
    });
    show(store_->backend());
}

void TestStepStrip::show(const ui::Backend &backend)
{
    strip_ = std::make_unique<ui::StepStrip>(backend, topic, u"Local list"_s);
    strip_->resize(560, 60);
    strip_->setStation(u"CP1"_s);
    strip_->show();
}

void TestStepStrip::save(const std::function<void(store::Reconciliation &)> &change)
{
    store_->write([change](store::Database &db) {
        store::Reconciliations rows(db);
        store::Reconciliation row = rows.find(u"CP1"_s, topic);
        change(row);
        rows.save(row, store::now());
    });
}

store::Reconciliation TestStepStrip::row()
{
    const auto read = [](store::Database &db) { return store::Reconciliations(db).find(u"CP1"_s, topic); };
    return store_ ? store_->write(read) : live_->write(read);
}

void TestStepStrip::standingIsInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("difference");
    QTest::addColumn<bool>("paused");
    QTest::addColumn<bool>("online");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, ReconciliationState state, int difference, bool paused, bool online,
                        const QString &text) {
        QTest::newRow(name) << int(state) << difference << paused << online << text;
    };
    row("in step", ReconciliationState::InSync, 0, false, true, u"In step."_s);
    row("working", ReconciliationState::Working, 3, false, true, u". Being sent."_s);
    row("working, offline", ReconciliationState::Working, 3, false, false, u". Sent when the station is back."_s);
    row("waiting", ReconciliationState::Waiting, 3, false, true, u". Waits."_s);
    row("waiting, offline", ReconciliationState::Waiting, 3, false, false, u". Goes on when the station is back."_s);
    row("after a boot", ReconciliationState::Waiting, 0, false, true, u"It is compared in a moment."_s);
    row("paused", ReconciliationState::Waiting, 3, true, true, u". Paused: nothing is sent."_s);
    row("paused in step", ReconciliationState::InSync, 0, true, true,
        u"In step. Paused: later changes are not sent."_s);
    row("given up", ReconciliationState::GaveUp, 3, false, true, u"Given up: 3 difference"_s);
}

void TestStepStrip::standingIsInWords()
{
    QFETCH(int, state);
    QFETCH(int, difference);
    QFETCH(bool, paused);
    QFETCH(bool, online);
    QFETCH(QString, text);
    openSample();
    if (!online)
        store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 3); });
    save([&](store::Reconciliation &row) {
        row.state = ReconciliationState(state);
        row.difference = difference;
        row.paused = paused;
    });
    QTRY_VERIFY2(this->text().contains(text), qPrintable(this->text()));
    if (difference > 0)
        QVERIFY(this->text().contains(u"3 difference"_s));
}

void TestStepStrip::nextTryCountsDown()
{
    openSample();
    save([](store::Reconciliation &row) {
        row.state = ReconciliationState::Waiting;
        row.difference = 1;
        row.attempts = 1;
        row.nextTry = store::now() + 40s;
        row.reason = u"SendLocalList: the station answered \"Failed\"."_s;
    });
    QTRY_VERIFY(text().contains(u"Next try in 40\u00a0s."_s));
    QVERIFY(text().contains(u"SendLocalList: the station answered"_s));
    QTRY_VERIFY(text().contains(u"Next try in 38\u00a0s."_s)); // nothing was written for that
}

void TestStepStrip::pauseIsResumed()
{
    openSample();
    QVERIFY(uitest::press(*strip_, u"Pause"_s));
    QTRY_VERIFY(text().contains(u"Paused: later changes are not sent."_s));
    QVERIFY(row().paused);
    QVERIFY(uitest::press(*strip_, u"Resume"_s));
    QTRY_COMPARE(text(), u"In step."_s);
    QVERIFY(!row().paused);
}

void TestStepStrip::givenUpIsTriedAgain()
{
    openSample();
    QTRY_COMPARE(text(), u"In step."_s);
    QVERIFY(!strip_->findChild<QPushButton *>(u"retry"_s)->isVisible());
    save([](store::Reconciliation &row) {
        row.state = ReconciliationState::GaveUp;
        row.difference = 2;
        row.attempts = 6;
        row.reason = u"SendLocalList: no answer."_s;
    });
    QVERIFY(uitest::press(*strip_, u"Try again: Local list"_s));
    QTRY_VERIFY(row().state == ReconciliationState::Waiting);
    QCOMPARE(row().attempts, 0);
    QTRY_VERIFY(!text().contains(u"Given up"_s));
}

void TestStepStrip::failureStaysInSight()
{
    openSample();
    QTRY_COMPARE(text(), u"In step."_s);
    store_->write([](store::Database &db) { db.define(u"ALTER TABLE reconciliations RENAME TO lost"_s); });
    QVERIFY(uitest::press(*strip_, u"Pause"_s));
    QTRY_VERIFY(text().contains(u"This was not done."_s));
    store_->write([](store::Database &db) { db.define(u"ALTER TABLE lost RENAME TO reconciliations"_s); });
    save([](store::Reconciliation &row) { row.difference = 2; }); // news, too, leave it there
    QTRY_VERIFY(row().difference == 2);
    QVERIFY(text().contains(u"This was not done."_s));
    QVERIFY(uitest::press(*strip_, u"Pause"_s));
    QTRY_VERIFY(!text().contains(u"This was not done."_s));
}

void TestStepStrip::failureOfAnotherIsNotTold()
{
    openSample();
    QTRY_COMPARE(text(), u"In step."_s);
    store_->write([](store::Database &db) {
        db.define(u"CREATE TRIGGER refuse BEFORE INSERT ON reconciliations BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
    });
    uitest::Halt halt(*store_);
    QVERIFY(uitest::press(*strip_, u"Pause"_s));
    strip_->setStation(u"CP2"_s);
    QVERIFY(strip_->findChild<QPushButton *>(u"pause"_s)->isEnabled());
    halt.release();
    store_->write([](store::Database &) {}); // after that of CP1
    QCoreApplication::processEvents();
    QVERIFY(!text().contains(u"This was not done."_s));
    QVERIFY(uitest::press(*strip_, u"Pause"_s));
    QTRY_VERIFY(text().contains(u"This was not done."_s));
}

void TestStepStrip::otherStationIsShown()
{
    openSample();
    save([](store::Reconciliation &row) { row.paused = true; });
    QTRY_VERIFY(text().contains(u"Paused"_s));
    strip_->setStation(u"CP2"_s);
    QTRY_COMPARE(text(), u"In step."_s);
}

void TestStepStrip::everyControlHasAName()
{
    openSample();
    QTRY_COMPARE(text(), u"In step."_s);
    QCOMPARE(uitest::namelessControls(*strip_), QStringList());
}

/// What is desired while it is paused stays here; resumed, it reaches the station.
void TestStepStrip::engineIsPausedAndGoesOn()
{
    live_ = std::make_unique<uitest::LiveSite>();
    live_->add(u"CP1"_s);
    show(live_->backend());
    QVERIFY(uitest::press(*strip_, u"Pause"_s));
    QTRY_VERIFY(row().paused);
    live_->write([](store::Database &db) {
        store::LocalList list;
        list.source = store::LocalListSource::Entries;
        store::LocalLists(db).own(u"CP1"_s, list, {{.tag = u"ADA"_s}}, store::now());
    });
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"1 difference"_s), patience);
    QVERIFY(text().contains(u"Paused: nothing is sent."_s));
    const auto committed = [this] {
        return live_->write([](store::Database &db) { return store::LocalLists(db).ofStation(u"CP1"_s).committed; });
    };
    QCOMPARE(committed(), 0);
    QVERIFY(uitest::press(*strip_, u"Resume"_s));
    QTRY_COMPARE_WITH_TIMEOUT(committed(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(text(), u"In step."_s, patience);
}

void TestStepStrip::engineTellsWhyItGaveUp()
{
    Guillemets guillemets;
    QCoreApplication::installTranslator(&guillemets);
    live_ = std::make_unique<uitest::LiveSite>();
    live_->add(u"CP1"_s, [](simulator::StationOptions &options) {
        options.configuration.insert(u"LocalAuthListMaxLength"_s, u"1"_s);
    });
    show(live_->backend());
    live_->write([](store::Database &db) {
        store::LocalList list;
        list.source = store::LocalListSource::Entries;
        store::LocalLists(db).own(u"CP1"_s, list, {{.tag = u"ADA"_s}, {.tag = u"BRUNO"_s}}, store::now());
    });
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"Given up"_s), patience);
    QVERIFY2(text().contains(u"«The list has 2 entries, but the station takes no more than 1"_s), qPrintable(text()));
}

void TestStepStrip::reasonsAreTranslated_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("shown");
    QTest::newRow("sentence") << u"Entries differ: 3."_s << u"«Entries differ: 3.»"_s;
    QTest::newRow("failed") << u"SendLocalList: the station answered \"Failed\"."_s
                            << u"SendLocalList: «the station answered \"Failed\".»"_s;
    QTest::newRow("given up") << u"SendLocalList: the station answered \"Failed\". It was tried 6 times. Retry it when "
                                 "the station is well."_s
                              << u"«SendLocalList: «the station answered \"Failed\".» It was tried 6 times. Retry it "
                                 "when the station is well.»"_s;
    QTest::newRow("unknown") << u"The moon: it is full."_s << u"The moon: it is full."_s;
}

void TestStepStrip::reasonsAreTranslated()
{
    QFETCH(QString, reason);
    Guillemets guillemets;
    QCoreApplication::installTranslator(&guillemets);
    store::Reconciliation row;
    row.state = ReconciliationState::GaveUp;
    row.difference = 3;
    row.reason = reason;
    QTEST(ui::stepWords(row, true, store::now()).reason, "shown");
}

UI_TEST_MAIN(TestStepStrip)
#include "tst_stepstrip.moc"
