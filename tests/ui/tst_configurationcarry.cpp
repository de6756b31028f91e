// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing one station's configuration with another's, carrying values over, export and import.
#include "store/clock.h"
#include "store/configuration.h"
#include "store/stations.h"
#include "ui/livesite.h"
#include "ui/pages/stations/configuration/carryview.h"
#include "ui/pages/stations/configuration/compareview.h"
#include "ui/pages/stations/configuration/configurationview.h"
#include "ui/uifixture.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QFile>
#include <QMenu>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms

QTreeWidgetItem *item(ui::CheckList &list, const QString &text)
{
    const auto found = list.tree().findItems(text, Qt::MatchExactly);
    return found.isEmpty() ? nullptr : found.first();
}

} // namespace

class TestConfigurationCarry : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void onlyDifferencesAreCompared();
    void pickedDifferencesAreTakenOver();
    void valuesAreCarriedToManyWithProgress();
    void failedCarryingCanBeTriedAgain();
    void exportedFileIsImported();
    void unreadableFileIsExplained();
    void everyControlHasAName();

private:
    void choose(const QString &menuEntry);
    [[nodiscard]] ui::CompareView &compare() { return *view_->findChild<ui::CompareView *>(); }
    [[nodiscard]] ui::CarryView &carry() { return *view_->findChild<ui::CarryView *>(); }
    [[nodiscard]] ui::CheckList &list(QWidget &part, const QString &name);
    void pick(ui::CheckList &list, const QString &text);

    std::unique_ptr<uitest::LiveSite> live_;
    std::unique_ptr<ui::ConfigurationView> view_;
    simulator::Station *first_ = nullptr;
    simulator::Station *second_ = nullptr;
    simulator::Station *third_ = nullptr;
};

void TestConfigurationCarry::init()
{
    live_ = std::make_unique<uitest::LiveSite>();
    const auto reference = [](simulator::StationOptions &options) {
        options.configuration.insert(u"LightIntensity"_s, u"40"_s);
        options.configuration.insert(u"VendorMode"_s, u"eco"_s);
    };
    first_ = &live_->add(u"CP1"_s);
    second_ = &live_->add(u"CP2"_s, reference);
    third_ = &live_->add(u"CP3"_s);
    view_ = std::make_unique<ui::ConfigurationView>(live_->backend());
    view_->resize(900, 700);
    view_->setStation(u"CP1"_s);
    view_->setOpen(true);
    view_->show();
    QTRY_VERIFY(view_->findChild<ui::TableView *>()->model()->rowCount() > 30);
}

void TestConfigurationCarry::cleanup()
{
    view_.reset();
    live_.reset();
}

void TestConfigurationCarry::choose(const QString &menuEntry)
{
    for (QAction *action : uitest::named<QPushButton>(*view_, u"More for the configuration"_s)->menu()->actions()) {
        if (action->text() == menuEntry)
            return action->trigger();
    }
    QFAIL(qPrintable(menuEntry));
}

ui::CheckList &TestConfigurationCarry::list(QWidget &part, const QString &name)
{
    for (ui::CheckList *list : part.findChildren<ui::CheckList *>()) {
        if (list->tree().accessibleName() == name)
            return *list;
    }
    qFatal("There is no list '%s'.", qPrintable(name));
}

void TestConfigurationCarry::pick(ui::CheckList &list, const QString &text)
{
    QTRY_VERIFY(item(list, text));
    item(list, text)->setCheckState(0, Qt::Checked);
}

void TestConfigurationCarry::onlyDifferencesAreCompared()
{
    choose(u"Compare with another station…"_s);
    auto *other = uitest::named<QComboBox>(compare(), u"The other station"_s);
    QTRY_COMPARE(other->count(), 2);
    other->setCurrentIndex(other->findData(u"CP2"_s));
    auto &differences = list(compare(), u"Differences"_s);
    QTRY_VERIFY(item(differences, u"LightIntensity"_s));
    QVERIFY(!item(differences, u"BlinkRepeat"_s)); // the same at both
    QCOMPARE(item(differences, u"LightIntensity"_s)->text(1), u"80"_s + QChar::Nbsp + u"%"_s);
    QCOMPARE(item(differences, u"LightIntensity"_s)->text(2), u"40"_s + QChar::Nbsp + u"%"_s);
    QCOMPARE(item(differences, u"VendorMode"_s)->text(1), u"not reported"_s);
    other->setCurrentIndex(other->findData(u"CP3"_s));
    QTRY_VERIFY(uitest::visibleText(compare()).contains(u"The two have the same configuration"_s));
}

void TestConfigurationCarry::pickedDifferencesAreTakenOver()
{
    choose(u"Compare with another station…"_s);
    auto *other = uitest::named<QComboBox>(compare(), u"The other station"_s);
    QTRY_COMPARE(other->count(), 2);
    other->setCurrentIndex(other->findData(u"CP2"_s));
    pick(list(compare(), u"Differences"_s), u"LightIntensity"_s);
    QVERIFY(uitest::press(*compare().findChild<QPushButton *>(u"takeOver"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(first_->configuration().number("LightIntensity"_L1), 40, patience);
    const auto wished = live_->write([](store::Database &db) { return store::Configuration(db).list(u"CP1"_s); });
    QCOMPARE(std::ranges::count_if(wished, [](const auto &key) { return key.desired.has_value(); }), 1);
    QVERIFY(uitest::press(*view_, u"Undo"_s));
    QTRY_COMPARE_WITH_TIMEOUT(first_->configuration().number("LightIntensity"_L1), 80, patience);
}

void TestConfigurationCarry::valuesAreCarriedToManyWithProgress()
{
    third_->setBehaviour(u"ChangeConfiguration"_s, {.kind = simulator::Behaviour::Kind::Reject});
    choose(u"Carry over to other stations…"_s);
    pick(list(carry(), u"Settings"_s), u"ResetRetries"_s);
    pick(list(carry(), u"Settings"_s), u"LightIntensity"_s);
    auto &stations = list(carry(), u"Stations"_s);
    QTRY_VERIFY(item(stations, u"CP2"_s));
    QVERIFY(!item(stations, u"CP1"_s)); // where the values come from
    QCOMPARE(stations.tree().headerItem()->text(1), u"Model"_s);
    const QString model = item(stations, u"CP2"_s)->text(1);
    QVERIFY(item(stations, u"CP2"_s)->text(2).isEmpty()); // online, nothing asked of it
    QVERIFY(uitest::press(carry(), u"Pick all: Stations"_s));
    QVERIFY(uitest::press(*carry().findChild<QPushButton *>(u"apply"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(item(stations, u"CP2"_s)->text(2), u"2 in effect"_s, patience);
    QCOMPARE(item(stations, u"CP2"_s)->text(1), model);
    QCOMPARE(second_->configuration().number("LightIntensity"_L1), 80);
    // The third had the same already, so nothing is asked of it.
    QTRY_COMPARE_WITH_TIMEOUT(item(stations, u"CP3"_s)->text(2), u"2 in effect"_s, patience);
    QTRY_VERIFY(uitest::visibleText(carry()).contains(u"2 of 2 station"_s));
    QVERIFY(uitest::press(carry(), u"Undo"_s));
    QTRY_COMPARE_WITH_TIMEOUT(second_->configuration().number("LightIntensity"_L1), 40, patience);
    QVERIFY(uitest::visibleText(carry()).contains(u"Taken back"_s));
    QVERIFY(carry().findChild<QPushButton *>(u"apply"_s)->isEnabled()); // once more
    // Now with values of its own: what it refuses is named.
    QVERIFY(uitest::press(carry(), u"Back to the configuration"_s));
    view_->setStation(u"CP2"_s);
    QTRY_VERIFY(view_->findChild<ui::TableView *>()->model()->rowCount() > 30);
    choose(u"Carry over to other stations…"_s);
    pick(list(carry(), u"Settings"_s), u"VendorMode"_s);
    pick(list(carry(), u"Stations"_s), u"CP3"_s);
    QVERIFY(uitest::press(*carry().findChild<QPushButton *>(u"apply"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(item(stations, u"CP3"_s)->text(2), u"refused: VendorMode"_s, patience);
    QVERIFY(uitest::visibleText(carry()).contains(u"1 refuse"_s));
}

void TestConfigurationCarry::failedCarryingCanBeTriedAgain()
{
    choose(u"Carry over to other stations…"_s);
    pick(list(carry(), u"Settings"_s), u"LightIntensity"_s);
    pick(list(carry(), u"Stations"_s), u"CP2"_s);
    live_->write([](store::Database &db) { db.run(u"ALTER TABLE configuration RENAME TO hidden"_s); });
    auto &apply = *carry().findChild<QPushButton *>(u"apply"_s);
    QVERIFY(uitest::press(apply));
    QTRY_VERIFY(uitest::visibleText(carry()).contains(u"Nothing was carried over."_s));
    live_->write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO configuration"_s); });
    QVERIFY(uitest::press(apply));
    QTRY_COMPARE_WITH_TIMEOUT(second_->configuration().number("LightIntensity"_L1), 80, patience);
}

void TestConfigurationCarry::exportedFileIsImported()
{
    const QTemporaryDir dir;
    QString path = dir.filePath(u"cp.csv"_s);
    ui::modal::Answers person;
    person.file = [&path](const ui::modal::FileRequest &) { return path; };
    view_->setStation(u"CP2"_s);
    QTRY_VERIFY(view_->findChild<ui::TableView *>()->model()->rowCount() > 30);
    choose(u"Export…"_s);
    QTRY_VERIFY(uitest::visibleText(*view_).contains(u"Passwords are not in it."_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("VendorMode,eco,false"));
    view_->setStation(u"CP1"_s);
    choose(u"Import…"_s);
    QVERIFY(uitest::press(carry(), u"Pick none: Settings"_s));
    pick(list(carry(), u"Settings"_s), u"LightIntensity"_s);
    QTRY_COMPARE(list(carry(), u"Stations"_s).checked(), QStringList(u"CP1"_s));
    QVERIFY(uitest::press(*carry().findChild<QPushButton *>(u"apply"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(first_->configuration().number("LightIntensity"_L1), 40, patience);
    path = dir.filePath(u"no/such/folder.json"_s);
    QVERIFY(uitest::press(carry(), u"Back to the configuration"_s));
    choose(u"Export…"_s);
    QTRY_VERIFY(uitest::visibleText(*view_).contains(u"cannot be written"_s));
}

void TestConfigurationCarry::unreadableFileIsExplained()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"notes.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("shopping list");
    file.close();
    ui::modal::Answers person;
    person.file = [&path](const ui::modal::FileRequest &) { return path; };
    choose(u"Import…"_s);
    QTRY_VERIFY(uitest::visibleText(*view_).contains(u"There is no configuration in this file."_s));
}

void TestConfigurationCarry::everyControlHasAName()
{
    choose(u"Compare with another station…"_s);
    QStringList nameless = uitest::namelessControls(*view_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    QVERIFY(uitest::press(compare(), u"Back to the configuration"_s));
    choose(u"Carry over to other stations…"_s);
    nameless = uitest::namelessControls(*view_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

UI_TEST_MAIN(TestConfigurationCarry)
#include "tst_configurationcarry.moc"
