// SPDX-License-Identifier: GPL-3.0-or-later
// Pages whose own tests look at samples, beside the real engine and a simulated station.
#include "store/idtags.h"
#include "store/stations.h"
#include "ui/livesite.h"
#include "ui/pages/messages/messagespage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QPushButton>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms: a station connects and charges

} // namespace

class TestLivePages : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void overviewFollowsASession();
    void messagesArriveAsTheyAreSaid();
    void settingsBackUpWhileTheEngineWorks();

private:
    template<class P>
    P &open(const ui::Backend &backend)
    {
        auto page = std::make_unique<P>(backend);
        P &opened = *page;
        page_ = std::move(page);
        page_->resize(1060, 2400); // all of it in sight
        page_->show();
        return opened;
    }
    [[nodiscard]] QAbstractItemModel &model() { return *page_->findChild<ui::TableView *>()->model(); }
    [[nodiscard]] QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    /// What stands in the column, from the first row to the last.
    [[nodiscard]] QStringList column(int column);

    std::unique_ptr<uitest::LiveSite> live_;
    simulator::Station *station_ = nullptr;
    std::unique_ptr<ui::Page> page_;
};

void TestLivePages::init()
{
    QSettings().clear();
    live_ = std::make_unique<uitest::LiveSite>();
    station_ = &live_->add(u"CP1"_s);
    live_->write([](store::Database &db) {
        store::IdTag tag;
        tag.tag = u"ADA"_s;
        tag.name = u"Ada Berg"_s;
        store::IdTags(db).save(tag);
    });
    QTRY_COMPARE_WITH_TIMEOUT(station_->status(1), ocpp::ChargePointStatus::Available, patience);
}

void TestLivePages::cleanup()
{
    page_.reset();
    station_ = nullptr;
    live_.reset();
}

QStringList TestLivePages::column(int column)
{
    QStringList texts;
    for (int row = 0; row < model().rowCount(); ++row)
        texts.append(cell(row, column));
    return texts;
}

void TestLivePages::overviewFollowsASession()
{
    enum Columns { State, Station, Connector, Person };
    auto &overview = open<ui::OverviewPage>(live_->backend());
    QTRY_VERIFY2(overview.headline().startsWith(u"1 of 1 online"_s), qPrintable(overview.headline()));
    QCOMPARE(model().rowCount(), 0);
    station_->plugIn(1);
    station_->presentTag(1, u"ADA"_s);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, Person), u"Ada Berg"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(0, State), u"Charging"_s, patience);
    QCOMPARE(cell(0, Station), u"CP1"_s);
    QCOMPARE(cell(0, Connector), u"1"_s);
    QTRY_VERIFY2(overview.headline().contains(u"1 charging"_s), qPrintable(overview.headline()));
    station_->stopLocally(1);
    station_->unplug(1);
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 0, patience);
    station_->goOffline();
    QTRY_VERIFY_WITH_TIMEOUT(overview.headline().startsWith(u"0 of 1 online"_s), patience);
}

void TestLivePages::messagesArriveAsTheyAreSaid()
{
    enum Columns { Finding, Time, Station, Direction, Message, Summary };
    auto &messages = open<ui::MessagesPage>(live_->backend());
    QTRY_VERIFY_WITH_TIMEOUT(column(Message).contains(u"BootNotification"_s), patience);
    QVERIFY(!column(Message).contains(u"DataTransfer"_s));
    station_->sendData(u"Nordkai"_s, u"Greeting"_s, u"hello"_s);
    QTRY_VERIFY_WITH_TIMEOUT(column(Message).contains(u"DataTransfer"_s), patience);
    const int row = int(column(Message).indexOf(u"DataTransfer"_s));
    QCOMPARE(cell(row, Station), u"CP1"_s);
    QCOMPARE(cell(row, Direction), u"Request"_s);
    QVERIFY2(messages.headline().endsWith(u"live"_s), qPrintable(messages.headline()));
    uitest::named<QComboBox>(messages, u"Message"_s)->setCurrentText(u"DataTransfer"_s);
    const auto isFiltered = [this] {
        const QStringList shown = column(Message);
        return !shown.isEmpty() && shown.count(u"DataTransfer"_s) == shown.size();
    };
    QTRY_VERIFY(isFiltered());
    station_->sendData(u"Nordkai"_s, u"Greeting"_s, u"once more"_s); // through the filter
    QTRY_VERIFY_WITH_TIMEOUT(column(Direction).count(u"Request"_s) == 2, patience);
}

void TestLivePages::settingsBackUpWhileTheEngineWorks()
{
    auto &settings = open<ui::SettingsPage>(live_->backend());
    const QTemporaryDir dir;
    const auto location = store::parseLocation(u"sqlite"_s, dir.path());
    QVERIFY(location);
    ui::modal::Answers person;
    person.file = [&](const ui::modal::FileRequest &) { return location->file; };
    QVERIFY(uitest::press(settings, u"Back up…"_s));
    QTRY_VERIFY_WITH_TIMEOUT(uitest::visibleText(settings).contains(u"Backed up to %1"_s.arg(location->file)),
                             patience);
    store::Reader copy(*location);
    QVERIFY(copy.start());
    auto there = copy.read([](store::Database &db) { return store::Stations(db).find(u"CP1"_s).has_value(); });
    there.waitForFinished();
    QVERIFY(there.result() && *there.result());
    copy.stop();
    QVERIFY(station_->isOnline());
}

UI_TEST_MAIN(TestLivePages)
#include "tst_livepages.moc"
