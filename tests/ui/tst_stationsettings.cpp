// SPDX-License-Identifier: GPL-3.0-or-later
// What a person decides for one station, and taking it out of the books.
#include "config/password.h"
#include "store/clock.h"
#include "store/configuration.h"
#include "store/stations.h"
#include "ui/pages/stations/settings/stationremoval.h"
#include "ui/pages/stations/settings/stationsettings.h"
#include "ui/pages/stations/stationpanel.h"
#include "ui/pages/stations/stationspage.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int hashing = 20'000; // ms: slow on purpose

} // namespace

class TestStationSettings : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everySettingIsSaved();
    void nothingToSaveAtFirst();
    void changesAreDiscarded();
    void typingSurvivesNews();
    void whatOthersChangeMeanwhileStays();
    void passwordSetMeanwhileStays();
    void changesArePutAside();
    void lateAnswerLeavesTheOtherStationAlone();
    void valueOfAKeyIsPutAside();
    void profileNeedsAPassword();
    void passwordIsSetKeptAndForgotten();
    void encryptedProfilesAreNotOffered();
    void everyControlHasAName();
    void removalIsTakenBack();
    void removalHappensWithTheNextOne();
    void removalHappensWhenTheWindowCloses();

private:
    template<class Control>
    Control &control(const char *name)
    {
        auto *found = uitest::named<Control>(settings(), QLatin1StringView(name));
        if (!found)
            qFatal("There is no '%s'.", name);
        return *found;
    }
    [[nodiscard]] ui::StationSettings &settings() { return *page_->findChild<ui::StationSettings *>(); }
    [[nodiscard]] std::optional<store::Station> station(const QString &id = u"CP1"_s);
    [[nodiscard]] int stationsShown() { return page_->findChild<ui::TableView *>(u"stations"_s)->model()->rowCount(); }
    void open(const QString &id);
    void save();

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::StationsPage> page_;
};

void TestStationSettings::init()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        for (const QString &id : {u"CP1"_s, u"CP2"_s, u"CP3"_s})
            samplesite::addStation(db, id);
    });
    page_ = std::make_unique<ui::StationsPage>(store_->backend());
    page_->resize(1200, 800);
    page_->show();
    QTRY_COMPARE(stationsShown(), 3);
    open(u"CP1"_s);
}

void TestStationSettings::cleanup()
{
    page_.reset();
    store_.reset();
}

std::optional<store::Station> TestStationSettings::station(const QString &id)
{
    return store_->write([id](store::Database &db) { return store::Stations(db).find(id); });
}

void TestStationSettings::open(const QString &id)
{
    page_->visit({u"stations"_s, id});
    auto *panel = page_->findChild<ui::StationPanel *>();
    auto *tabs = panel->findChild<QTabBar *>();
    tabs->setCurrentIndex(tabs->count() - 1);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Settings"_s);
    QTRY_VERIFY(uitest::visibleText(*panel).contains(id));
    QTRY_VERIFY(control<QSpinBox>("Time to answer").value() == 30);
}

void TestStationSettings::save()
{
    QVERIFY(uitest::press(settings(), u"Save"_s));
    QTRY_VERIFY_WITH_TIMEOUT(uitest::visibleText(settings()).contains(u"Saved."_s), hashing);
}

void TestStationSettings::everySettingIsSaved()
{
    control<QLineEdit>("Description").setText(u"Car park"_s);
    control<QLineEdit>("Site").setText(u"Harbour"_s);
    control<QComboBox>("Registration").setCurrentIndex(2);
    control<QSpinBox>("Time to answer").setValue(45);
    control<QComboBox>("Times without a zone").setCurrentIndex(1);
    control<QLineEdit>("Appended to tags").setText(u"_4711"_s);
    save();
    const auto saved = station();
    QCOMPARE(saved->description, u"Car park"_s);
    QCOMPARE(saved->site, u"Harbour"_s);
    QVERIFY(saved->registration == store::Registration::Rejected);
    QCOMPARE(saved->callTimeoutSeconds, 45);
    QVERIFY(saved->zonelessIsLocal);
    QCOMPARE(saved->tagSuffix, u"_4711"_s);
    QCOMPARE(saved->securityProfile, 0);
    QVERIFY(saved->online); // the live side is left alone
}

void TestStationSettings::nothingToSaveAtFirst()
{
    QVERIFY(!control<QPushButton>("Save").isEnabled());
    QVERIFY(!uitest::named<QPushButton>(settings(), u"Discard changes"_s));
}

void TestStationSettings::changesAreDiscarded()
{
    control<QLineEdit>("Description").setText(u"wrong"_s);
    QVERIFY(uitest::press(settings(), u"Discard changes"_s));
    QCOMPARE(control<QLineEdit>("Description").text(), QString());
    QVERIFY(!control<QPushButton>("Save").isEnabled());
}

void TestStationSettings::typingSurvivesNews()
{
    control<QLineEdit>("Description").setText(u"half a sen"_s);
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 3); });
    QTRY_VERIFY(uitest::visibleText(*page_->findChild<ui::StationPanel *>()).contains(u"Offline."_s));
    QCOMPARE(control<QLineEdit>("Description").text(), u"half a sen"_s);
}

void TestStationSettings::whatOthersChangeMeanwhileStays()
{
    const auto setRegistration = [this](store::Registration registration) {
        store_->write([registration](store::Database &db) {
            auto row = store::Stations(db).find(u"CP1"_s);
            row->registration = registration;
            store::Stations(db).save(*row);
        });
    };
    setRegistration(store::Registration::Pending);
    QTRY_COMPARE(control<QComboBox>("Registration").currentIndex(), 1);
    control<QLineEdit>("Description").setText(u"Car park"_s);
    setRegistration(store::Registration::Accepted);
    save();
    QCOMPARE(station()->description, u"Car park"_s);
    QVERIFY(station()->registration == store::Registration::Accepted);
    QCOMPARE(control<QComboBox>("Registration").currentIndex(), 0);
    control<QLineEdit>("Site").setText(u"Harbour"_s); // the same with what was put aside
    page_->visit({u"stations"_s, u"CP2"_s});
    QTRY_COMPARE(control<QLineEdit>("Site").text(), QString());
    setRegistration(store::Registration::Rejected);
    page_->visit({u"stations"_s, u"CP1"_s});
    QTRY_COMPARE(control<QLineEdit>("Site").text(), u"Harbour"_s);
    save();
    QCOMPARE(station()->site, u"Harbour"_s);
    QVERIFY(station()->registration == store::Registration::Rejected);
}

void TestStationSettings::passwordSetMeanwhileStays()
{
    control<QLineEdit>("Description").setText(u"Car park"_s);
    store_->write([](store::Database &db) { // on the page Connect
        auto row = store::Stations(db).find(u"CP1"_s);
        row->passwordHash = u"x"_s;
        row->securityProfile = 1;
        store::Stations(db).save(*row);
    });
    save();
    QCOMPARE(station()->description, u"Car park"_s);
    QCOMPARE(station()->passwordHash, u"x"_s);
    QCOMPARE(station()->securityProfile, 1);
    QCOMPARE(control<QComboBox>("Proof").currentIndex(), 1);
}

void TestStationSettings::changesArePutAside()
{
    control<QLineEdit>("Description").setText(u"Car park"_s);
    page_->visit({u"stations"_s, u"CP2"_s});
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Your changes to the settings of CP1 were put aside."_s));
    QVERIFY(control<QLineEdit>("Description").text() != u"Car park"_s);
    page_->findChild<QTabBar *>()->setCurrentIndex(0);
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_COMPARE(control<QLineEdit>("Description").text(), u"Car park"_s);
    QTRY_VERIFY(!uitest::visibleText(*page_).contains(u"put aside"_s));
    save();
    QCOMPARE(station()->description, u"Car park"_s);
}

void TestStationSettings::lateAnswerLeavesTheOtherStationAlone()
{
    control<QLineEdit>("Description").setText(u"Car park"_s);
    uitest::Halt halt(*store_);
    QVERIFY(uitest::press(settings(), u"Save"_s));
    page_->visit({u"stations"_s, u"CP2"_s});
    QTRY_VERIFY(control<QLineEdit>("Description").text() != u"Car park"_s);
    control<QLineEdit>("Description").setText(u"Gate"_s);
    QVERIFY(uitest::named<QPushButton>(settings(), u"Save"_s)->isEnabled()); // it is not this one that is saved
    halt.release();
    QTRY_COMPARE(station()->description, u"Car park"_s);
    QCOMPARE(control<QLineEdit>("Description").text(), u"Gate"_s);
    save();
    QCOMPARE(station(u"CP2"_s)->description, u"Gate"_s);
}

void TestStationSettings::valueOfAKeyIsPutAside()
{
    store_->write([](store::Database &db) {
        for (const QString &id : {u"CP1"_s, u"CP2"_s})
            store::Configuration(db).report(
                id, {{u"HeartbeatInterval"_s, u"300"_s, false}, {u"ResetRetries"_s, u"3"_s, false}}, store::now());
    });
    auto *panel = page_->findChild<ui::StationPanel *>();
    panel->findChild<QTabBar *>()->setCurrentIndex(1);
    auto &keys = *page_->findChild<ui::TableView *>(u"configuration"_s);
    QTRY_COMPARE(keys.model()->rowCount(), 2);
    keys.selectRow(0);
    QTRY_VERIFY(uitest::named<QSpinBox>(*panel, u"Wanted value"_s));
    uitest::named<QSpinBox>(*panel, u"Wanted value"_s)->setValue(77);
    keys.selectRow(1);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Your changes to HeartbeatInterval of CP1 were put aside."_s));
    QTRY_VERIFY(uitest::named<QSpinBox>(*panel, u"Wanted value"_s));
    QCOMPARE(uitest::named<QSpinBox>(*panel, u"Wanted value"_s)->value(), 3);
    page_->visit({u"stations"_s, u"CP2"_s});
    QTRY_COMPARE(keys.model()->rowCount(), 2);
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_COMPARE(panel->station(), u"CP1"_s);
    QTRY_VERIFY(uitest::named<QSpinBox>(*panel, u"Wanted value"_s));
    QTRY_COMPARE(uitest::named<QSpinBox>(*panel, u"Wanted value"_s)->value(), 77);
    QVERIFY(!uitest::visibleText(*page_).contains(u"put aside"_s));
}

void TestStationSettings::profileNeedsAPassword()
{
    control<QComboBox>("Proof").setCurrentIndex(1);
    QVERIFY(uitest::press(settings(), u"Save"_s));
    QVERIFY(uitest::visibleText(settings()).contains(u"Without a password the station could not come in."_s));
    control<QLineEdit>("Password").setText(u"short"_s);
    QVERIFY(uitest::press(settings(), u"Save"_s));
    QVERIFY(uitest::visibleText(settings()).contains(u"A password has 16 to 20 characters"_s));
    QCOMPARE(station()->securityProfile, 0);
}

void TestStationSettings::passwordIsSetKeptAndForgotten()
{
    control<QComboBox>("Proof").setCurrentIndex(1);
    control<QLineEdit>("Password").setText(u"0123456789abcdef"_s);
    save();
    QCOMPARE(station()->securityProfile, 1);
    const QString hash = station()->passwordHash;
    QVERIFY(config::verifyPassword(hash, "0123456789abcdef"));
    QCOMPARE(control<QLineEdit>("Password").text(), QString());
    control<QLineEdit>("Site").setText(u"Harbour"_s);
    save();
    QCOMPARE(station()->passwordHash, hash);
    control<QComboBox>("Proof").setCurrentIndex(0);
    QVERIFY(uitest::visibleText(settings()).contains(u"The password will be forgotten."_s));
    save();
    QCOMPARE(station()->passwordHash, QString());
    QCOMPARE(station()->securityProfile, 0);
}

void TestStationSettings::encryptedProfilesAreNotOffered()
{
    QCOMPARE(control<QComboBox>("Proof").count(), 2);
    store_->write([](store::Database &db) { // by the API
        auto row = store::Stations(db).find(u"CP2"_s);
        row->securityProfile = 2;
        row->passwordHash = u"x"_s;
        store::Stations(db).save(*row);
    });
    open(u"CP2"_s);
    QTRY_COMPARE(control<QComboBox>("Proof").currentText(), u"Security profile 2"_s);
    control<QLineEdit>("Site").setText(u"Harbour"_s);
    save();
    QCOMPARE(station(u"CP2"_s)->securityProfile, 2);
}

void TestStationSettings::everyControlHasAName()
{
    const QStringList nameless = uitest::namelessControls(*page_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestStationSettings::removalIsTakenBack()
{
    QVERIFY(uitest::press(settings(), u"Remove this station"_s));
    QCOMPARE(stationsShown(), 2);
    QVERIFY(uitest::visibleText(*page_).contains(u"CP1 is removed"_s));
    QVERIFY(station());
    store_->write([](store::Database &db) { samplesite::setStatus(db, u"CP1"_s, 1, u"Charging"_s); });
    store_->write([](store::Database &db) { samplesite::setStatus(db, u"CP2"_s, 1, u"Charging"_s); });
    QTRY_COMPARE(page_->headline().section(u", "_s, 0, 0), u"2 of 2 online"_s); // news do not bring it back
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(stationsShown(), 3);
    QVERIFY(station());
    QTRY_COMPARE(page_->findChild<ui::StationPanel *>()->station(), u"CP1"_s);
}

void TestStationSettings::removalHappensWithTheNextOne()
{
    QVERIFY(uitest::press(settings(), u"Remove this station"_s));
    open(u"CP2"_s);
    QVERIFY(uitest::press(settings(), u"Remove this station"_s));
    QTRY_VERIFY(!station(u"CP1"_s));
    QVERIFY(station(u"CP2"_s));
    QTRY_COMPARE(stationsShown(), 1);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(stationsShown(), 2);
}

void TestStationSettings::removalHappensWhenTheWindowCloses()
{
    QVERIFY(uitest::press(settings(), u"Remove this station"_s));
    page_.reset();
    QVERIFY(!station());
}

UI_TEST_MAIN(TestStationSettings)
#include "tst_stationsettings.moc"
