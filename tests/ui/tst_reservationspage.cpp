// SPDX-License-Identifier: GPL-3.0-or-later
// Reservations over time and as a table, beside the real engine and simulated stations.
#include "store/clock.h"
#include "store/commands.h"
#include "store/idtags.h"
#include "store/reservations.h"
#include "ui/livesite.h"
#include "ui/pages/reservations/reservationform.h"
#include "ui/pages/reservations/reservationpanel.h"
#include "ui/pages/reservations/reservationspage.h"
#include "ui/pages/reservations/reservationtimeline.h"
#include "ui/samplesite.h"
#include "ui/theme/palette.h"
#include "ui/uifixture.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHelpEvent>
#include <QImage>
#include <QPushButton>
#include <QScrollBar>
#include <QToolTip>

#include <cstdlib>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::Reservation;
using store::ReservationState;

namespace {

enum Columns { State, Station, Connector, For, From, Until, Outcome };
constexpr int patience = 20'000; // ms

} // namespace

class TestReservationsPage : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void emptyPageOffersToReserve();
    void reservationIsMadeShownAndCancelled();
    void nameOfAPersonWillDo();
    void severalCardsOfOneAreToldApart();
    void openListKeepsItsPlace();
    void failedCancellingIsTold();
    void refusalIsTold();
    void takenConnectorIsTold();
    void offlineStationIsWaitedFor();
    void mistakesAreTold();
    void unfinishedOneIsPutAside();
    void anyConnectorOnlyWhereTheStationTakesIt();
    void endComesByItself();
    void endedOnesSayWhy();
    void activeOnesAreFiltered();
    void barsStandInLanes();
    void nowGoesBehindTheBars();
    void arrowsGoFromBarToBar();
    void screenReaderHearsTheBars();
    void freeLaneIsReserved();
    void sameOnceMore();
    void everyControlHasAName();
    void unreadableDatabaseIsSaid();

private:
    void openSample();
    void openLive(const std::function<void(simulator::StationOptions &)> &adjust = {});
    void show(const ui::Backend &backend);
    /// As if a station had accepted it; minutes from now.
    qint64 add(const QString &station, int connector, const QString &tag, int from, int until);
    void end(qint64 id, ReservationState state, const QString &reason = {});
    void fillForm(const QString &station, int connector, const QString &whom);
    [[nodiscard]] QAbstractItemModel &model() { return *table().model(); }
    [[nodiscard]] ui::TableView &table() { return *page_->findChild<ui::TableView *>(u"reservations"_s); }
    [[nodiscard]] ui::ReservationTimeline &timeline() { return *page_->findChild<ui::ReservationTimeline *>(); }
    [[nodiscard]] ui::ReservationForm &form() { return *page_->findChild<ui::ReservationForm *>(); }
    [[nodiscard]] ui::ReservationPanel &panel() { return *page_->findChild<ui::ReservationPanel *>(); }
    [[nodiscard]] QComboBox &box(const QString &name) { return *uitest::named<QComboBox>(form(), name); }
    [[nodiscard]] QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    [[nodiscard]] QString text() { return uitest::visibleText(*page_); }
    /// Of the bar of this reservation, in the timeline.
    [[nodiscard]] QRect bar(qint64 id);
    template<class Work>
    auto write(Work work)
    {
        return store_ ? store_->write(work) : live_->write(work);
    }
    QList<Reservation> stored()
    {
        return write([](store::Database &db) { return store::Reservations(db).list(); });
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::LiveSite> live_;
    simulator::Station *station_ = nullptr;
    std::unique_ptr<ui::ReservationsPage> page_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
    std::unique_ptr<QAbstractItemModelTester> sourceTester_;
};

void TestReservationsPage::cleanup()
{
    tester_.reset();
    sourceTester_.reset();
    page_.reset();
    live_.reset();
    store_.reset();
}

void TestReservationsPage::show(const ui::Backend &backend)
{
    page_ = std::make_unique<ui::ReservationsPage>(backend);
    page_->resize(1100, 760);
    page_->show();
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    tester_ = std::make_unique<QAbstractItemModelTester>(&model(), Mode::QtTest);
    sourceTester_ = std::make_unique<QAbstractItemModelTester>(timeline().model(), Mode::QtTest);
}

void TestReservationsPage::openSample()
{
    store_ = std::make_unique<uitest::Store>();
    write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
        samplesite::addStation(db, u"CP2"_s);
    });
    show(store_->backend());
    QTRY_VERIFY(page_->headline().contains(u"No connector"_s));
}

void TestReservationsPage::openLive(const std::function<void(simulator::StationOptions &)> &adjust)
{
    live_ = std::make_unique<uitest::LiveSite>();
    station_ = &live_->add(u"CP1"_s, adjust);
    write([](store::Database &db) {
        store::IdTag tag;
        tag.tag = u"ADA"_s;
        tag.name = u"Ada Berg"_s;
        tag.parentIdTag = u"STAFF"_s;
        store::IdTags(db).save(tag);
    });
    show(live_->backend());
    QTRY_COMPARE_WITH_TIMEOUT(station_->status(1), ocpp::ChargePointStatus::Available, patience);
}

qint64 TestReservationsPage::add(const QString &station, int connector, const QString &tag, int from, int until)
{
    const qsizetype before = stored().size();
    const qint64 id = write([=](store::Database &db) {
        Reservation reservation;
        reservation.station = station;
        reservation.reservationId = int(before) + 1;
        reservation.connector = connector;
        reservation.idTag = tag;
        reservation.created = store::now() + std::chrono::minutes(from);
        reservation.expiryDate = store::now() + std::chrono::minutes(until);
        return store::Reservations(db).begin(reservation);
    });
    return id;
}

void TestReservationsPage::end(qint64 id, ReservationState state, const QString &reason)
{
    write([=](store::Database &db) {
        store::Reservations reservations(db);
        for (const Reservation &reservation : reservations.list()) {
            if (reservation.id == id)
                reservations.end(reservation, state, reason, store::now());
        }
    });
}

QRect TestReservationsPage::bar(qint64 id)
{
    const QAbstractItemModel &rows = *timeline().model();
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (static_cast<const ui::TableModel<ui::ReservationRow> &>(rows).at(row).key() == id)
            return timeline().visualRect(rows.index(row, 0));
    }
    return {};
}

void TestReservationsPage::fillForm(const QString &station, int connector, const QString &whom)
{
    page_->primaryAction()->trigger();
    QTRY_VERIFY(form().isVisible());
    QTRY_VERIFY(box(u"Station"_s).findData(station) >= 0);
    box(u"Station"_s).setCurrentIndex(box(u"Station"_s).findData(station));
    QTRY_VERIFY(box(u"Connector"_s).findData(connector) >= 0);
    box(u"Connector"_s).setCurrentIndex(box(u"Connector"_s).findData(connector));
    box(u"For"_s).setEditText(whom);
}

void TestReservationsPage::emptyPageOffersToReserve()
{
    openSample();
    QVERIFY(text().contains(u"Nothing is reserved"_s));
    QVERIFY(uitest::press(*page_, u"Reserve a connector"_s));
    QTRY_VERIFY(form().isVisible());
}

void TestReservationsPage::reservationIsMadeShownAndCancelled()
{
    openLive();
    fillForm(u"CP1"_s, 1, u"ADA"_s);
    QVERIFY(uitest::press(form(), u"Reserve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"Accepted"_s), patience); // in the place where it was asked
    QTRY_COMPARE_WITH_TIMEOUT(station_->status(1), ocpp::ChargePointStatus::Reserved, patience);
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, State), u"Active"_s);
    QCOMPARE(cell(0, For), u"Ada Berg · ADA"_s);
    QVERIFY(cell(0, Outcome).endsWith(u" left"_s));
    QVERIFY(page_->headline().startsWith(u"1 active, the next ends at"_s));
    QCOMPARE(stored().first().parentIdTag, QString()); // nobody ticked it
    QVERIFY(!page_->hasUnsaved());
    QVERIFY(uitest::press(form(), u"Show the reservation"_s));
    QTRY_VERIFY(panel().isVisible());
    QVERIFY(uitest::visibleText(panel()).contains(u"CP1, connector 1"_s));
    QVERIFY(uitest::press(panel(), u"Cancel the reservation"_s));
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, State), u"Cancelled"_s, patience);
    QVERIFY(uitest::visibleText(panel()).contains(u"Accepted"_s));
    QTRY_COMPARE_WITH_TIMEOUT(station_->status(1), ocpp::ChargePointStatus::Available, patience);
}

void TestReservationsPage::nameOfAPersonWillDo()
{
    openLive();
    fillForm(u"CP1"_s, 0, u"ada berg"_s);
    QTRY_VERIFY(uitest::named<QAbstractButton>(form(), u"Others of the group STAFF may use it, too"_s));
    QVERIFY(uitest::press(form(), u"Others of the group STAFF may use it, too"_s));
    QVERIFY(uitest::press(form(), u"Reserve"_s));
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    QCOMPARE(cell(0, Connector), u"any"_s);
    QCOMPARE(stored().first().idTag, u"ADA"_s);
    QCOMPARE(stored().first().parentIdTag, u"STAFF"_s);
}

void TestReservationsPage::severalCardsOfOneAreToldApart()
{
    openSample();
    write([](store::Database &db) {
        for (const QString &id : {u"ADA1"_s, u"ADA2"_s}) {
            store::IdTag tag;
            tag.tag = id;
            tag.name = u"Ada Berg"_s;
            store::IdTags(db).save(tag);
        }
    });
    fillForm(u"CP1"_s, 1, {});
    QTRY_COMPARE(box(u"For"_s).count(), 2);
    box(u"For"_s).setEditText(u"Ada Berg"_s);
    QVERIFY(uitest::press(form(), u"Reserve"_s));
    QTRY_VERIFY(text().contains(u"Several tags belong to Ada Berg: choose one of them."_s));
    const auto queued = write([](store::Database &db) { return store::Commands(db).list({}).size(); });
    QCOMPARE(queued, 0);
}

void TestReservationsPage::openListKeepsItsPlace()
{
    openSample();
    fillForm(u"CP1"_s, 1, u"ADA"_s);
    QComboBox &stations = box(u"Station"_s);
    const QString before = box(u"Connector"_s).currentText();
    stations.showPopup();
    stations.view()->setCurrentIndex(stations.model()->index(1, 0));
    write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s); });
    QTRY_VERIFY(box(u"Connector"_s).currentText() != before);
    QCOMPARE(stations.view()->currentIndex().row(), 1);
    stations.hidePopup();
    QCOMPARE(box(u"Connector"_s).currentData().toInt(), 1);
}

void TestReservationsPage::failedCancellingIsTold()
{
    openSample();
    add(u"CP1"_s, 1, u"ADA"_s, -5, 60);
    QTRY_COMPARE(model().rowCount(), 1);
    table().selectRow(0);
    QTRY_VERIFY(panel().isVisible());
    write([](store::Database &db) {
        db.define(u"CREATE TRIGGER refuse BEFORE INSERT ON commands BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
    });
    QVERIFY(uitest::press(panel(), u"Cancel the reservation"_s));
    QTRY_VERIFY(uitest::visibleText(panel()).contains(u"The database"_s));
    QVERIFY(uitest::named<QPushButton>(panel(), u"Cancel the reservation"_s)->isEnabled());
}

void TestReservationsPage::refusalIsTold()
{
    openLive();
    station_->setBehaviour(u"ReserveNow"_s, {.kind = simulator::Behaviour::Kind::Reject});
    fillForm(u"CP1"_s, 1, u"ADA"_s);
    QVERIFY(uitest::press(form(), u"Reserve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"Rejected by the station"_s), patience);
    QVERIFY(!uitest::named<QPushButton>(form(), u"Show the reservation"_s));
    QCOMPARE(model().rowCount(), 0);
}

void TestReservationsPage::takenConnectorIsTold()
{
    openLive();
    station_->plugIn(1);
    fillForm(u"CP1"_s, 1, u"ADA"_s);
    QVERIFY(uitest::press(form(), u"Reserve"_s));
    QTRY_VERIFY_WITH_TIMEOUT(text().contains(u"The connector is in use, or reserved already"_s), patience);
}

void TestReservationsPage::offlineStationIsWaitedFor()
{
    openLive();
    station_->goOffline();
    fillForm(u"CP1"_s, 1, u"ADA"_s);
    QTRY_VERIFY_WITH_TIMEOUT(box(u"Station"_s).currentText().contains(u"(offline)"_s), patience);
    QVERIFY(uitest::press(form(), u"Reserve"_s));
    auto *button = form().findChild<QPushButton *>(u"act"_s);
    QTRY_COMPARE(button->text(), u"Queued until the station is back"_s);
    QVERIFY(uitest::press(form(), u"Cancel: Reserve"_s));
    QTRY_VERIFY(text().contains(u"Cancelled before it was sent"_s));
    QCOMPARE(button->text(), u"Reserve"_s);
}

void TestReservationsPage::mistakesAreTold()
{
    openSample();
    page_->primaryAction()->trigger();
    QVERIFY(uitest::press(form(), u"Reserve"_s));
    QVERIFY(text().contains(u"Choose a station first."_s));
    QVERIFY(text().contains(u"Say for whom"_s));
    fillForm(u"CP2"_s, 1, u"nobody"_s);
    QVERIFY(!text().contains(u"Choose a station first."_s));
    auto *until = uitest::named<QDateTimeEdit>(form(), u"Until"_s);
    until->setDateTime(QDateTime::currentDateTime().addSecs(-3600));
    QVERIFY(uitest::press(form(), u"Reserve"_s));
    QVERIFY(text().contains(u"This is over already."_s));
    QVERIFY(uitest::press(form(), u"Until in 4 hours"_s));
    const qint64 seconds = QDateTime::currentDateTime().secsTo(until->dateTime());
    QVERIFY(seconds > 4 * 3600 - 5 && seconds <= 4 * 3600 + 60);
    QVERIFY(uitest::press(form(), u"Reserve"_s));
    QTRY_VERIFY(text().contains(u"nobody is no known tag and nobody's name"_s));
}

void TestReservationsPage::unfinishedOneIsPutAside()
{
    openSample();
    add(u"CP2"_s, 1, u"A"_s, -10, 60);
    QTRY_COMPARE(model().rowCount(), 1);
    QVERIFY(!page_->hasUnsaved());
    fillForm(u"CP1"_s, 1, u"ADA"_s);
    table().selectRow(0);
    QTRY_VERIFY(panel().isVisible());
    QVERIFY(text().contains(u"Your changes to the reservation at CP1 were put aside."_s));
    QVERIFY(page_->hasUnsaved());
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_VERIFY(form().isVisible());
    QCOMPARE(box(u"Station"_s).currentData().toString(), u"CP1"_s);
    QCOMPARE(box(u"Connector"_s).currentData().toInt(), 1);
    QCOMPARE(box(u"For"_s).currentText(), u"ADA"_s);
    QVERIFY(!text().contains(u"put aside"_s));
    page_->primaryAction()->trigger(); // another one
    QCOMPARE(box(u"For"_s).currentText(), QString());
    QVERIFY(text().contains(u"put aside"_s));
}

void TestReservationsPage::anyConnectorOnlyWhereTheStationTakesIt()
{
    openLive([](simulator::StationOptions &options) {
        options.configuration.insert(u"ReserveConnectorZeroSupported"_s, u"false"_s);
    });
    fillForm(u"CP1"_s, 2, u"ADA"_s);
    QTRY_COMPARE(box(u"Connector"_s).findData(0), -1);
    QCOMPARE(box(u"Connector"_s).currentData().toInt(), 2);
}

/// Counts down and expires, though nothing is read for that.
void TestReservationsPage::endComesByItself()
{
    openSample();
    const qint64 id = add(u"CP1"_s, 1, u"ADA"_s, -60, 0);
    write([id](store::Database &db) {
        store::Reservations reservations(db);
        db.run(u"UPDATE reservations SET expiry_date = ? WHERE id = ?"_s, {store::now() + 4s, id});
        db.noteChange(store::Table::Reservations, u"CP1"_s);
    });
    QTRY_COMPARE(cell(0, State), u"Active"_s);
    QTRY_VERIFY(cell(0, Outcome).startsWith(u"3\u00a0s left"_s));
    QTRY_COMPARE(cell(0, State), u"Expired"_s);
    QTRY_COMPARE(page_->headline(), u"No connector is reserved"_s);
    QCOMPARE(cell(0, Outcome), u"Nobody came"_s);
    QVERIFY(stored().first().status == ReservationState::Active); // the engine is not there to write it
}

void TestReservationsPage::endedOnesSayWhy()
{
    openSample();
    end(add(u"CP1"_s, 1, u"A"_s, -60, 60), ReservationState::Ended, u"Faulted"_s);
    QTRY_COMPARE(cell(0, State), u"Ended early"_s);
    QCOMPARE(cell(0, Outcome), u"The connector failed"_s);
    const qint64 used = add(u"CP2"_s, 1, u"B"_s, -10, 60);
    write([used](store::Database &db) {
        store::Reservations reservations(db);
        const qint64 session = samplesite::addSession(db, u"CP2"_s, 1, u"B"_s, 1);
        for (const Reservation &reservation : reservations.list()) {
            if (reservation.id == used)
                reservations.use(reservation, session, store::now());
        }
    });
    QTRY_COMPARE(model().rowCount(), 2);
    QTRY_COMPARE(cell(0, State), u"Used"_s); // the newest first
    QVERIFY(cell(0, Outcome).startsWith(u"Session "_s));
}

void TestReservationsPage::activeOnesAreFiltered()
{
    openSample();
    const qint64 over = add(u"CP1"_s, 1, u"A"_s, -60, 60);
    end(over, ReservationState::Cancelled);
    const qint64 active = add(u"CP2"_s, 1, u"B"_s, -30, 60);
    QTRY_COMPARE(model().rowCount(), 2);
    QVERIFY(!bar(over).isNull());
    auto *choice = uitest::named<QComboBox>(*page_, u"State"_s);
    choice->setCurrentIndex(choice->findText(u"Active"_s));
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, For), u"B"_s);
    QVERIFY(bar(over).isNull()); // nor its lane
    QVERIFY(bar(active).top() < bar(active).height() * 2);
    page_->search(u"nothing like it"_s);
    QTRY_VERIFY(text().contains(u"No reservation matches"_s));
    page_->search({});
    choice->setCurrentIndex(0);
    QTRY_COMPARE(model().rowCount(), 2);
    QVERIFY(!bar(over).isNull());
}

void TestReservationsPage::barsStandInLanes()
{
    openSample();
    const qint64 early = add(u"CP1"_s, 1, u"A"_s, -120, -90);
    const qint64 late = add(u"CP1"_s, 1, u"B"_s, -60, 120);
    const qint64 other = add(u"CP2"_s, 2, u"C"_s, -60, 120);
    const qint64 any = add(u"CP2"_s, 0, u"D"_s, -50, 100);
    const qint64 anyToo = add(u"CP2"_s, 0, u"E"_s, -40, 100);
    QTRY_COMPARE(model().rowCount(), 5);
    QTRY_VERIFY(!bar(anyToo).isNull());
    QVERIFY(bar(early).right() < bar(late).left());
    QCOMPARE(bar(early).top(), bar(late).top());
    QCOMPARE(bar(late).left(), bar(other).left());
    QVERIFY(bar(late).bottom() < bar(other).top());
    QVERIFY(bar(any).bottom() < bar(anyToo).top()); // both at once, in one lane
    QVERIFY(bar(anyToo).bottom() < bar(other).top());
    QVERIFY(bar(late).width() > 3 * bar(early).width());
    QTRY_COMPARE(timeline().verticalScrollBar()->maximum(), 0); // all of them are in sight
    QCOMPARE(timeline().indexAt(bar(other).center()).row(), timeline().model()->rowCount() - 3);
}

void TestReservationsPage::nowGoesBehindTheBars()
{
    openSample();
    const qint64 id = add(u"CP1"_s, 1, u"ADA"_s, -60, 120);
    QTRY_VERIFY(!bar(id).isNull());
    const QImage picture = timeline().viewport()->grab().toImage();
    const QColor accent = ui::Palette::current().color(ui::Role::Accent);
    const auto isNow = [&](int x, int y) {
        const QColor seen = picture.pixelColor(x, y);
        return std::abs(seen.red() - accent.red()) + std::abs(seen.green() - accent.green())
                   + std::abs(seen.blue() - accent.blue())
               < 12;
    };
    const QRect ground = bar(id);
    int now = ground.left();
    while (now < ground.right() && !isNow(now, ground.bottom() + 3))
        ++now;
    QVERIFY(now < ground.right());
    QVERIFY(!isNow(now, ground.center().y()));
}

void TestReservationsPage::arrowsGoFromBarToBar()
{
    openSample();
    const qint64 first = add(u"CP1"_s, 1, u"A"_s, -120, -90);
    add(u"CP1"_s, 1, u"B"_s, -60, 120);
    add(u"CP2"_s, 1, u"C"_s, -60, 120);
    QTRY_COMPARE(model().rowCount(), 3);
    QTRY_VERIFY(!bar(first).isNull());
    QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {}, bar(first).center());
    QTRY_VERIFY(panel().isVisible());
    const auto shown = [this] { return uitest::visibleText(panel()); };
    QVERIFY(shown().contains(u"\nA\n"_s));
    QCOMPARE(table().selectionModel()->selectedRows().size(), 1); // the table goes along
    QTest::keyClick(&timeline(), Qt::Key_Right);
    QVERIFY(shown().contains(u"\nB\n"_s));
    QTest::keyClick(&timeline(), Qt::Key_Down);
    QVERIFY(shown().contains(u"CP2, connector 1"_s));
    QTest::keyClick(&timeline(), Qt::Key_Home);
    QVERIFY(shown().contains(u"\nA\n"_s));
    QTest::keyClick(&timeline(), Qt::Key_Escape);
    QVERIFY(!panel().isVisible());
}

void TestReservationsPage::screenReaderHearsTheBars()
{
    openSample();
    add(u"CP1"_s, 1, u"ADA"_s, -60, 120);
    QTRY_COMPARE(model().rowCount(), 1);
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(&timeline());
    QVERIFY(view && view->tableInterface());
    QCOMPARE(view->text(QAccessible::Name), u"Timeline of the reservations"_s);
    QAccessibleInterface *cell = view->tableInterface()->cellAt(0, 0);
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), u"Active"_s);
    QVERIFY(timeline().model()->index(0, 0).data(Qt::ToolTipRole).toString().startsWith(u"CP1, connector 1, ADA, "_s));
}

void TestReservationsPage::freeLaneIsReserved()
{
    openSample();
    const qint64 id = add(u"CP1"_s, 1, u"ADA"_s, -60, 120);
    QTRY_COMPARE(model().rowCount(), 1);
    QTRY_VERIFY(!bar(id).isNull());
    const QPoint below(bar(id).center() + QPoint(0, 28)); // connector 2
    QHelpEvent help(QEvent::ToolTip, below, timeline().viewport()->mapToGlobal(below));
    QVERIFY(QApplication::sendEvent(timeline().viewport(), &help));
    QCOMPARE(QToolTip::text(), u"Double-click to reserve this connector"_s);
    QTest::mouseDClick(timeline().viewport(), Qt::LeftButton, {}, below);
    QTRY_VERIFY(form().isVisible());
    QCOMPARE(box(u"Station"_s).currentData().toString(), u"CP1"_s);
    QCOMPARE(box(u"Connector"_s).currentData().toInt(), 2);
}

void TestReservationsPage::sameOnceMore()
{
    openSample();
    end(add(u"CP2"_s, 1, u"ADA"_s, -60, 60), ReservationState::Cancelled);
    QTRY_COMPARE(model().rowCount(), 1);
    table().selectRow(0);
    QVERIFY(uitest::press(panel(), u"Reserve again…"_s));
    QTRY_VERIFY(form().isVisible());
    QCOMPARE(box(u"Station"_s).currentData().toString(), u"CP2"_s);
    QCOMPARE(box(u"Connector"_s).currentData().toInt(), 1);
    QCOMPARE(box(u"For"_s).currentText(), u"ADA"_s);
}

void TestReservationsPage::everyControlHasAName()
{
    openSample();
    add(u"CP1"_s, 1, u"ADA"_s, -60, 120);
    QTRY_COMPARE(model().rowCount(), 1);
    table().selectRow(0);
    QCOMPARE(uitest::namelessControls(*page_), QStringList());
    page_->primaryAction()->trigger();
    QCOMPARE(uitest::namelessControls(*page_), QStringList());
}

void TestReservationsPage::unreadableDatabaseIsSaid()
{
    openSample();
    write([](store::Database &db) {
        db.define(u"DROP TABLE reservations"_s);
        db.noteChange(store::Table::Reservations);
    });
    QTRY_VERIFY(text().contains(u"The reservations cannot be read"_s));
    QVERIFY(uitest::named<QPushButton>(*page_, u"Try again"_s));
}

UI_TEST_MAIN(TestReservationsPage)
#include "tst_reservationspage.moc"
