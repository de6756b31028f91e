// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration of one station, beside the real engine and simulated stations.
#include "store/clock.h"
#include "store/configuration.h"
#include "store/reconciliations.h"
#include "store/stations.h"
#include "ui/livesite.h"
#include "ui/pages/stations/configuration/configurationlist.h"
#include "ui/pages/stations/configuration/configurationview.h"
#include "ui/pages/stations/configuration/keycard.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::ConfigurationState;

namespace {

enum Columns { Key, Meaning, Reported, Wanted, State };
constexpr int patience = 20'000; // ms: a station restarts

} // namespace

class TestConfigurationView : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void unreadConfigurationOffersToRead();
    void reportedStandsBesideWanted();
    void searchFindsByMeaning();
    void secretsAreNeverShown();
    void readOnlyKeyOffersNoEditor();
    void wrongValueIsNotSent();
    void whatIsTypedSurvivesNews();
    void wishIsGivenUp();
    void keyIsAdded();
    void valueBeforeTheNameStays();
    void everyControlHasAName();
    void changedValueIsReadBack();
    void refusedValueIsShown();
    void restartIsOfferedAndWorks();
    void restartWaitsForTheSession();
    void pausedTopicIsResumed();
    void givenUpTopicSaysWhyAndIsTriedAgain();
    void engineGoesOnWhenResumed();
    void readAgainFetchesWhatChangedThere();

private:
    void openSample();
    void openLive();
    void show(const ui::Backend &backend);
    [[nodiscard]] QAbstractItemModel &model() { return *table().model(); }
    [[nodiscard]] ui::TableView &table() { return *view_->findChild<ui::TableView *>(); }
    [[nodiscard]] ui::KeyCard &card() { return *view_->findChild<ui::KeyCard *>(); }
    [[nodiscard]] int row(const QString &key);
    [[nodiscard]] QString cell(const QString &key, int column) { return model().index(row(key), column).data().toString(); }
    void select(const QString &key);
    void enterNumber(int value);
    /// A key that is wanted otherwise, in a topic that stands as `change` has it.
    void wantInTopic(const std::function<void(store::Reconciliation &)> &change);
    [[nodiscard]] store::Reconciliation topic();
    /// The control of the card, as soon as it is in sight.
    template<class Control>
    Control &control(const QString &name)
    {
        Control *found = nullptr;
        const bool there = QTest::qWaitFor([&] {
            found = uitest::named<Control>(card(), name);
            return found != nullptr;
        });
        if (!there)
            qFatal("There is no '%s'.", qPrintable(name));
        return *found;
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::LiveSite> live_;
    simulator::Station *station_ = nullptr;
    std::unique_ptr<ui::ConfigurationView> view_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void TestConfigurationView::cleanup()
{
    tester_.reset();
    view_.reset();
    live_.reset();
    store_.reset();
}

void TestConfigurationView::show(const ui::Backend &backend)
{
    view_ = std::make_unique<ui::ConfigurationView>(backend);
    view_->resize(900, 700);
    view_->setStation(u"CP1"_s);
    view_->setOpen(true);
    view_->show();
    tester_ = std::make_unique<QAbstractItemModelTester>(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestConfigurationView::openSample()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
        store::Configuration configuration(db);
        configuration.report(u"CP1"_s,
                             {{u"HeartbeatInterval"_s, u"300"_s, false},
                              {u"NumberOfConnectors"_s, u"2"_s, true},
                              {u"LocalPreauthorize"_s, u"false"_s, false},
                              {u"MeterValuesSampledData"_s, u"Voltage"_s, false},
                              {u"MeterValuesSampledDataMaxLength"_s, u"2"_s, true},
                              {u"VendorLed"_s, u"TRUE"_s, false},
                              {u"AuthorizationKey"_s, {}, false}},
                             store::now());
    });
    show(store_->backend());
    QTRY_COMPARE(model().rowCount(), 7);
}

void TestConfigurationView::openLive()
{
    live_ = std::make_unique<uitest::LiveSite>();
    station_ = &live_->add(u"CP1"_s);
    show(live_->backend());
    QTRY_VERIFY(model().rowCount() > 30);
}

int TestConfigurationView::row(const QString &key)
{
    const QModelIndexList found = model().match(model().index(0, Key), Qt::DisplayRole, key, 1, Qt::MatchExactly);
    return found.isEmpty() ? -1 : found.first().row();
}

void TestConfigurationView::select(const QString &key)
{
    QVERIFY(row(key) >= 0);
    table().selectRow(row(key));
    QTRY_VERIFY(card().isVisible());
    QCOMPARE(card().key(), key);
}

void TestConfigurationView::enterNumber(int value)
{
    control<QSpinBox>(u"Wanted value"_s).setValue(value);
    QVERIFY(uitest::press(card(), u"Apply the wanted value"_s));
}

void TestConfigurationView::unreadConfigurationOffersToRead()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
    });
    show(store_->backend());
    QTRY_VERIFY(uitest::named<QPushButton>(*view_, u"Read now"_s));
    QVERIFY(!uitest::named<QPushButton>(*view_, u"Read again"_s));
    QVERIFY(uitest::press(*view_, u"Read now"_s));
    QTRY_VERIFY(uitest::visibleText(*view_).contains(u"The configuration is being read"_s));
    const auto commands = store_->write([](store::Database &db) { return store::Commands(db).list(); });
    QCOMPARE(commands.size(), 1);
    QCOMPARE(commands.first().action, u"GetConfiguration"_s);
    QCOMPARE(commands.first().origin, u"window"_s);
}

void TestConfigurationView::reportedStandsBesideWanted()
{
    openSample();
    QCOMPARE(cell(u"HeartbeatInterval"_s, Reported), u"300"_s + QChar::Nbsp + u"s"_s);
    QCOMPARE(cell(u"HeartbeatInterval"_s, Wanted), QString());
    QCOMPARE(cell(u"LocalPreauthorize"_s, Reported), u"no"_s);
    QCOMPARE(cell(u"NumberOfConnectors"_s, State), u"read only"_s);
    store_->write([](store::Database &db) {
        store::Configuration(db).desire(u"CP1"_s, u"heartbeatinterval"_s, u"60"_s, store::now());
        store::Configuration(db).desire(u"CP1"_s, u"LightIntensity"_s, u"20"_s, store::now()); // never reported
    });
    QTRY_COMPARE(cell(u"HeartbeatInterval"_s, Wanted), u"60"_s + QChar::Nbsp + u"s"_s);
    QCOMPARE(cell(u"HeartbeatInterval"_s, Reported), u"300"_s + QChar::Nbsp + u"s"_s);
    QCOMPARE(cell(u"HeartbeatInterval"_s, State), u"being changed"_s);
    QCOMPARE(cell(u"LightIntensity"_s, Reported), u"not reported"_s);
    QCOMPARE(cell(u"LightIntensity"_s, Wanted), u"20"_s + QChar::Nbsp + u"%"_s);
    // The engine has not looked yet: its topic still stands as in step.
    QTRY_VERIFY2(uitest::visibleText(*view_).contains(u"2 difference(s). Being sent."_s)
                     || uitest::visibleText(*view_).contains(u"2 differences. Being sent."_s),
                 qPrintable(uitest::visibleText(*view_)));
    QVERIFY(!uitest::visibleText(*view_).contains(u"In step"_s));
    QVERIFY(uitest::visibleText(*view_).contains(u" · read "_s));
    store_->write([](store::Database &db) { samplesite::goOffline(db, u"CP1"_s, 3); });
    QTRY_COMPARE(cell(u"HeartbeatInterval"_s, State), u"waits"_s);
}

void TestConfigurationView::searchFindsByMeaning()
{
    openSample();
    auto *search = uitest::named<QLineEdit>(*view_, u"Search keys"_s);
    QTest::keyClicks(search, u"without asking"_s);
    QCOMPARE(model().rowCount(), 1);
    QCOMPARE(model().index(0, Key).data().toString(), u"LocalPreauthorize"_s);
    search->setText(u"nothing like it"_s);
    QTRY_VERIFY(uitest::visibleText(*view_).contains(u"No key matches"_s));
}

void TestConfigurationView::secretsAreNeverShown()
{
    openSample();
    const QString secret = u"0123456789abcdef0123456789abcdef"_s;
    QCOMPARE(cell(u"AuthorizationKey"_s, Reported), u"***"_s);
    select(u"AuthorizationKey"_s);
    auto *edit = &control<QLineEdit>(u"Wanted value"_s);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(edit->text().isEmpty());
    edit->setText(u"tooshort"_s);
    QVERIFY(uitest::press(card(), u"Apply the wanted value"_s));
    QVERIFY(uitest::visibleText(card()).contains(u"32 to 40 hexadecimal digits"_s));
    edit->setText(secret);
    QVERIFY(uitest::press(card(), u"Apply the wanted value"_s));
    QTRY_COMPARE(cell(u"AuthorizationKey"_s, Wanted), u"***"_s);
    QVERIFY(!uitest::visibleText(*view_).contains(secret));
    QTRY_VERIFY(control<QLineEdit>(u"Wanted value"_s).text().isEmpty());
}

void TestConfigurationView::readOnlyKeyOffersNoEditor()
{
    openSample();
    select(u"NumberOfConnectors"_s);
    QVERIFY(!uitest::named<QPushButton>(card(), u"Apply the wanted value"_s));
    QVERIFY(uitest::visibleText(card()).contains(u"clause 9.1.21"_s));
    QVERIFY(uitest::visibleText(card()).contains(u"The station lets nobody change this."_s));
}

void TestConfigurationView::wrongValueIsNotSent()
{
    openSample();
    select(u"MeterValuesSampledData"_s);
    auto *edit = &control<QLineEdit>(u"Wanted value"_s);
    edit->setText(u"Voltage,SoC,Power.Offered"_s);
    QVERIFY(uitest::press(card(), u"Apply the wanted value"_s));
    QVERIFY(uitest::visibleText(card()).contains(u"at most 2 item"_s));
    edit->setText(u"Voltage,Voltage"_s);
    QVERIFY(uitest::press(card(), u"Apply the wanted value"_s));
    QVERIFY(uitest::visibleText(card()).contains(u"Something stands here twice."_s));
    const auto key = store_->write(
        [](store::Database &db) { return store::Configuration(db).find(u"CP1"_s, u"MeterValuesSampledData"_s); });
    QVERIFY(!key->desired);
    edit->setText(u"Voltage,SoC"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(cell(u"MeterValuesSampledData"_s, Wanted), u"Voltage,SoC"_s);
}

void TestConfigurationView::whatIsTypedSurvivesNews()
{
    openSample();
    select(u"HeartbeatInterval"_s);
    control<QSpinBox>(u"Wanted value"_s).setValue(77);
    store_->write([](store::Database &db) {
        store::Configuration(db).report(u"CP1"_s, {{u"HeartbeatInterval"_s, u"400"_s, false}}, store::now());
    });
    QTRY_VERIFY(uitest::visibleText(card()).contains(u"400"_s + QChar::Nbsp + u"s"_s));
    QCOMPARE(control<QSpinBox>(u"Wanted value"_s).value(), 77);
    select(u"LocalPreauthorize"_s); // a vendor's TRUE is a yes or no as well
    QVERIFY(control<QPushButton>(u"No"_s).isChecked());
    select(u"VendorLed"_s);
    QVERIFY(control<QPushButton>(u"Yes"_s).isChecked());
}

void TestConfigurationView::wishIsGivenUp()
{
    openSample();
    store_->write([](store::Database &db) {
        store::Configuration(db).desire(u"CP1"_s, u"HeartbeatInterval"_s, u"60"_s, store::now());
    });
    QTRY_COMPARE(cell(u"HeartbeatInterval"_s, State), u"being changed"_s);
    select(u"HeartbeatInterval"_s);
    QVERIFY(uitest::press(card(), u"Leave it as it is"_s));
    QTRY_COMPARE(cell(u"HeartbeatInterval"_s, State), QString());
    QTRY_COMPARE(control<QSpinBox>(u"Wanted value"_s).value(), 300);
}

void TestConfigurationView::keyIsAdded()
{
    openSample();
    view_->findChild<ui::ConfigurationList *>()->addKey();
    auto *name = &control<QComboBox>(u"Name of the key"_s);
    QVERIFY(name->findText(u"HeartbeatInterval"_s) < 0); // it is there already
    name->setEditText(u"BlinkRepeat"_s);
    QVERIFY(uitest::visibleText(card()).contains(u"How often the station's light blinks"_s));
    enterNumber(5);
    QTRY_COMPARE(cell(u"BlinkRepeat"_s, Wanted), u"5"_s);
    QTRY_COMPARE(card().key(), u"BlinkRepeat"_s);
    QVERIFY(!card().isNew());
}

void TestConfigurationView::valueBeforeTheNameStays()
{
    openSample();
    view_->findChild<ui::ConfigurationList *>()->addKey();
    control<QLineEdit>(u"Wanted value"_s).setText(u"blue"_s);
    control<QComboBox>(u"Name of the key"_s).setEditText(u"VendorColour"_s);
    QCOMPARE(control<QLineEdit>(u"Wanted value"_s).text(), u"blue"_s);
    select(u"HeartbeatInterval"_s);
    view_->findChild<ui::ConfigurationList *>()->addKey();
    QCOMPARE(control<QComboBox>(u"Name of the key"_s).currentText(), u"VendorColour"_s);
    QCOMPARE(control<QLineEdit>(u"Wanted value"_s).text(), u"blue"_s);
    QVERIFY(uitest::press(card(), u"Apply the wanted value"_s));
    QTRY_VERIFY(row(u"VendorColour"_s) >= 0);
}

void TestConfigurationView::everyControlHasAName()
{
    openSample();
    for (const QString &key : {u"HeartbeatInterval"_s, u"LocalPreauthorize"_s, u"MeterValuesSampledData"_s}) {
        select(key);
        const QStringList nameless = uitest::namelessControls(*view_);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }
}

void TestConfigurationView::changedValueIsReadBack()
{
    openLive();
    select(u"MeterValueSampleInterval"_s);
    enterNumber(15);
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"MeterValueSampleInterval"_s, Reported), u"15"_s + QChar::Nbsp + u"s"_s, patience);
    QTRY_COMPARE(cell(u"MeterValueSampleInterval"_s, State), u"in effect"_s);
    QCOMPARE(station_->configuration().number("MeterValueSampleInterval"_L1), 15);
    QTRY_VERIFY(uitest::visibleText(card()).contains(u"read back from the station"_s));
}

void TestConfigurationView::refusedValueIsShown()
{
    openLive();
    select(u"BlinkRepeat"_s);
    enterNumber(5000); // the station has a limit of its own
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"BlinkRepeat"_s, State), u"refused"_s, patience);
    QCOMPARE(cell(u"BlinkRepeat"_s, Wanted), u"5000"_s);
    QCOMPARE(cell(u"BlinkRepeat"_s, Reported), u"3"_s);
    QTRY_VERIFY(uitest::visibleText(card()).contains(u"The station refused this value."_s));
    enterNumber(7); // another try
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"BlinkRepeat"_s, Reported), u"7"_s, patience);
}

void TestConfigurationView::restartIsOfferedAndWorks()
{
    openLive();
    select(u"WebSocketPingInterval"_s);
    enterNumber(45);
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"WebSocketPingInterval"_s, State), u"needs a restart"_s, patience);
    const int boots = station_->bootsAccepted();
    QVERIFY(uitest::press(*view_, u"Restart now"_s));
    QTRY_COMPARE_WITH_TIMEOUT(station_->bootsAccepted(), boots + 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"WebSocketPingInterval"_s, State), u"in effect"_s, patience);
    QTRY_VERIFY(!uitest::named<QPushButton>(*view_, u"Restart now"_s));
}

void TestConfigurationView::restartWaitsForTheSession()
{
    openSample();
    store_->write([](store::Database &db) {
        samplesite::addSession(db, u"CP1"_s, 1, u"ANNA"_s, 5);
        store::Configuration configuration(db);
        configuration.desire(u"CP1"_s, u"HeartbeatInterval"_s, u"60"_s, store::now());
        configuration.setState(u"CP1"_s, u"HeartbeatInterval"_s, ConfigurationState::RebootRequired);
    });
    QTRY_VERIFY(uitest::visibleText(*view_).contains(u"A session is running: restart when it has ended."_s));
    QVERIFY(!uitest::named<QPushButton>(*view_, u"Restart now"_s));
}

void TestConfigurationView::wantInTopic(const std::function<void(store::Reconciliation &)> &change)
{
    store_->write([change](store::Database &db) {
        store::Configuration(db).desire(u"CP1"_s, u"HeartbeatInterval"_s, u"60"_s, store::now());
        store::Reconciliations rows(db);
        store::Reconciliation row = rows.find(u"CP1"_s, store::configurationTopic);
        row.difference = 1;
        change(row);
        rows.save(row, store::now());
    });
}

store::Reconciliation TestConfigurationView::topic()
{
    const auto read = [](store::Database &db) {
        return store::Reconciliations(db).find(u"CP1"_s, store::configurationTopic);
    };
    return store_ ? store_->write(read) : live_->write(read);
}

void TestConfigurationView::pausedTopicIsResumed()
{
    openSample();
    QVERIFY(!uitest::named<QPushButton>(*view_, u"Pause"_s)); // nothing is wanted
    wantInTopic([](store::Reconciliation &row) {
        row.state = store::ReconciliationState::Waiting;
        row.paused = true;
    });
    QTRY_COMPARE(cell(u"HeartbeatInterval"_s, State), u"paused"_s);
    QTRY_VERIFY(uitest::visibleText(*view_).contains(u"Paused: nothing is sent."_s));
    select(u"HeartbeatInterval"_s);
    QVERIFY(uitest::visibleText(card()).contains(u"Paused: the station is not told"_s));
    QVERIFY(uitest::press(*view_, u"Resume"_s));
    QTRY_COMPARE(cell(u"HeartbeatInterval"_s, State), u"being changed"_s);
    QVERIFY(!topic().paused);
    QTRY_VERIFY(uitest::named<QPushButton>(*view_, u"Pause"_s));
}

void TestConfigurationView::givenUpTopicSaysWhyAndIsTriedAgain()
{
    openSample();
    wantInTopic([](store::Reconciliation &row) {
        row.state = store::ReconciliationState::GaveUp;
        row.attempts = 6;
        row.reason = u"ChangeConfiguration: InternalError: flash is full."_s;
    });
    QTRY_COMPARE(cell(u"HeartbeatInterval"_s, State),
                 u"given up: ChangeConfiguration: InternalError: flash is full."_s);
    QTRY_VERIFY(uitest::visibleText(*view_).contains(u"Given up: 1 difference"_s));
    select(u"HeartbeatInterval"_s);
    QVERIFY(uitest::visibleText(card()).contains(u"Given up: ChangeConfiguration: InternalError"_s));
    QVERIFY(uitest::press(*view_, u"Try again: Configuration"_s));
    QTRY_COMPARE(cell(u"HeartbeatInterval"_s, State), u"being changed"_s);
    QCOMPARE(topic().attempts, 0);
}

void TestConfigurationView::engineGoesOnWhenResumed()
{
    openLive();
    live_->write([](store::Database &db) {
        store::Reconciliations(db).setPaused(u"CP1"_s, store::configurationTopic, true, store::now());
    });
    select(u"MeterValueSampleInterval"_s);
    enterNumber(15);
    QTRY_COMPARE(cell(u"MeterValueSampleInterval"_s, State), u"paused"_s);
    QVERIFY(uitest::press(*view_, u"Resume"_s));
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"MeterValueSampleInterval"_s, State), u"in effect"_s, patience);
    QCOMPARE(station_->configuration().number("MeterValueSampleInterval"_L1), 15);
}

void TestConfigurationView::readAgainFetchesWhatChangedThere()
{
    openLive();
    QVERIFY(station_->configure(u"LightIntensity"_s, u"33"_s)); // somebody at the station
    QVERIFY(uitest::press(*view_, u"Read again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(cell(u"LightIntensity"_s, Reported), u"33"_s + QChar::Nbsp + u"%"_s, patience);
}

UI_TEST_MAIN(TestConfigurationView)
#include "tst_configurationview.moc"
