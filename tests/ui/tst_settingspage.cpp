// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/apitokens.h"
#include "config/privatefile.h"
#include "config/settings.h"
#include "ui/fakedesktop.h"
#include "ui/pages/settings/settingrow.h"
#include "ui/pages/settings/settingspage.h"
#include "ui/pages/settings/settingwords.h"
#include "ui/shell/preferences.h"
#include "ui/theme/theme.h"
#include "ui/uifixture.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/section.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using WhenClosed = ui::Preferences::WhenClosed;

class TestSettingsPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everySettingHasItsRowAndWords();
    void numberIsSavedAtOnce();
    void invalidNumberIsExplainedInPlace();
    void invalidAddressIsExplainedInPlace();
    void switchIsSavedAtOnce();
    void backToTheDefault();
    void unwritableFolderIsSaid();
    void whatSomebodyElseWroteIsShown();
    void restartIsOffered();
    void changedBackNeedsNoRestart();
    void optionOfTheCommandLineCountsMore();
    void joinedWindowSaysWhoseSettings();
    void nothingToSetWithoutADataDirectory();
    void appearanceCountsAtOnce();
    void languageIsRememberedAndTold();
    void autostartIsSwitched();
    void autostartThatFailsIsSaid();
    void closingIsChosen();
    void closingNeedsATray();
    void messagesAndSleepAreSwitched();
    void wheelScrollsThePageAndChangesNothing();
    void wheelStepsWhatHasTheFocus();
    void searchNarrows();
    void databaseSaysItsSize();
    void tokenIsHiddenShownAndCopied();
    void tokenIsRenewed();
    void tokenThatCannotBeRenewedIsSaid();
    void tokenOfAnotherIsNotShown();
    void everyControlHasAName();

private:
    void open(const std::function<void(ui::Backend &)> &change = {});
    ui::SettingRow *row(const QString &label);
    template<class Control>
    Control *control(const QString &label)
    {
        return uitest::named<Control>(*page_, label);
    }
    void type(const QString &label, const QString &text);
    /// A notch towards the person, as the mouse sends it.
    static void turnWheel(QWidget &below);
    QString said(const QString &label);
    QString notice();
    config::Settings saved() { return config::loadSettings(dataDir_->path()).settings; }

    std::unique_ptr<QTemporaryDir> dataDir_;
    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::FakeDesktop> desktop_;
    std::unique_ptr<ui::SettingsPage> page_;
    int restarts_ = 0;
};

void TestSettingsPage::init()
{
    QSettings().clear();
    dataDir_ = std::make_unique<QTemporaryDir>();
    store_ = std::make_unique<uitest::Store>();
    desktop_ = std::make_unique<uitest::FakeDesktop>();
    restarts_ = 0;
    QVERIFY(config::writePrivateFile(config::apiTokenFile(dataDir_->path()), "secret-token\n"));
    open();
}

void TestSettingsPage::cleanup()
{
    page_.reset();
    desktop_.reset();
    store_.reset();
    ui::applyTheme(*qApp, ui::ThemeChoice::Light);
}

void TestSettingsPage::open(const std::function<void(ui::Backend &)> &change)
{
    ui::Backend backend = store_->backend();
    backend.desktop = &desktop_->desktop;
    backend.setup.dataDir = dataDir_->path();
    backend.setup.apiUrl = u"http://127.0.0.1:8180/api/v1"_s;
    backend.setup.startedWith = config::Settings();
    backend.setup.restart = [this] { ++restarts_; };
    if (change)
        change(backend);
    page_ = std::make_unique<ui::SettingsPage>(backend);
    page_->resize(1000, 4000); // all of it in sight
    page_->show();
    QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
}

ui::SettingRow *TestSettingsPage::row(const QString &label)
{
    for (ui::SettingRow *row : page_->findChildren<ui::SettingRow *>()) {
        if (row->findChild<QLabel *>()->text() == label)
            return row;
    }
    return nullptr;
}

void TestSettingsPage::type(const QString &label, const QString &text)
{
    auto *edit = control<QLineEdit>(label);
    QVERIFY2(edit, qPrintable(label));
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

/// What stands below the setting, without its help.
QString TestSettingsPage::said(const QString &label)
{
    QStringList lines;
    const QList<QLabel *> labels = row(label)->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QLabel *line : labels.sliced(2)) { // after name and help
        if (line->isVisible())
            lines.append(line->text());
    }
    return lines.join(u'\n');
}

QString TestSettingsPage::notice()
{
    const auto *bar = page_->findChild<ui::NoticeBar *>(QString(), Qt::FindDirectChildrenOnly);
    return bar->isVisible() ? bar->findChild<QLabel *>()->text() : QString();
}

void TestSettingsPage::everySettingHasItsRowAndWords()
{
    for (const config::Setting &setting : config::settingTable()) {
        QVERIFY2(ui::hasWords(setting), setting.key.data());
        QVERIFY2(row(ui::settingWords(setting).label), setting.key.data());
    }
}

void TestSettingsPage::numberIsSavedAtOnce()
{
    type(u"Heartbeat"_s, u"60"_s);
    QCOMPARE(saved().heartbeatIntervalSeconds, 60);
    QCOMPARE(saved().pingIntervalSeconds, config::Settings().pingIntervalSeconds);
}

void TestSettingsPage::invalidNumberIsExplainedInPlace()
{
    type(u"Heartbeat"_s, u"soon"_s);
    QCOMPARE(said(u"Heartbeat"_s), u"A whole number from 10 to 86400 is needed."_s);
    QCOMPARE(saved(), config::Settings());
    QCOMPARE(control<QLineEdit>(u"Heartbeat"_s)->text(), u"soon"_s);
    type(u"Heartbeat"_s, u"9"_s);
    QCOMPARE(said(u"Heartbeat"_s), u"A whole number from 10 to 86400 is needed."_s);
    const auto readOut = [this] { return control<QLineEdit>(u"Heartbeat"_s)->accessibleDescription(); };
    QCOMPARE(readOut(), said(u"Heartbeat"_s));
    type(u"Heartbeat"_s, u"300"_s); // what it was
    QCOMPARE(said(u"Heartbeat"_s), QString());
    QVERIFY2(!readOut().contains(u"is needed"_s), qPrintable(readOut()));
}

void TestSettingsPage::invalidAddressIsExplainedInPlace()
{
    type(u"Address to listen on"_s, u"my computer"_s);
    QVERIFY(said(u"Address to listen on"_s).startsWith(u"An IP address is needed"_s));
    type(u"Address to listen on"_s, u" 192.168.1.5 "_s);
    QCOMPARE(saved().bind, u"192.168.1.5"_s);
    type(u"Plug & Charge: EST server"_s, u"ftp://pki.example/"_s);
    QVERIFY(said(u"Plug & Charge: EST server"_s).startsWith(u"An address such as"_s));
    type(u"Plug & Charge: EST server"_s, u"https://pki.example/"_s);
    QCOMPARE(saved().estUrl, u"https://pki.example/"_s);
}

void TestSettingsPage::switchIsSavedAtOnce()
{
    auto *box = control<QCheckBox>(u"Let every station in"_s);
    QVERIFY(!box->isChecked());
    box->click();
    QVERIFY(saved().acceptUnknown);
    box->click();
    QVERIFY(!saved().acceptUnknown);
}

void TestSettingsPage::backToTheDefault()
{
    const QString back = u"Back to the default: Heartbeat"_s;
    QVERIFY(!control<QPushButton>(back));
    type(u"Heartbeat"_s, u"60"_s);
    QVERIFY(uitest::press(*page_, back));
    QCOMPARE(saved().heartbeatIntervalSeconds, config::Settings().heartbeatIntervalSeconds);
    QCOMPARE(control<QLineEdit>(u"Heartbeat"_s)->text(), u"300"_s);
    QVERIFY(!control<QPushButton>(back));
}

void TestSettingsPage::unwritableFolderIsSaid()
{
    QFile file(dataDir_->filePath(u"file"_s)); // where the folder should be
    QVERIFY(file.open(QIODevice::WriteOnly));
    open([&](ui::Backend &backend) { backend.setup.dataDir = file.fileName(); });
    type(u"Heartbeat"_s, u"60"_s);
    QVERIFY2(said(u"Heartbeat"_s).contains(u"could not be written"_s), qPrintable(said(u"Heartbeat"_s)));
}

void TestSettingsPage::whatSomebodyElseWroteIsShown()
{
    config::Settings theirs;
    theirs.missedPongs = 7;
    QVERIFY(config::saveSettings(dataDir_->path(), theirs));
    type(u"Heartbeat"_s, u"60"_s);
    QCOMPARE(saved().missedPongs, 7); // not written over
    page_->hide();
    page_->show();
    QCOMPARE(control<QLineEdit>(u"Lost pings"_s)->text(), u"7"_s);
}

void TestSettingsPage::restartIsOffered()
{
    QCOMPARE(notice(), QString());
    type(u"Heartbeat"_s, u"60"_s);
    type(u"Ping"_s, u"20"_s);
    QCOMPARE(said(u"Heartbeat"_s), u"Counts after a restart of the engine."_s);
    QVERIFY(notice().startsWith(u"2 changes count after a restart"_s));
    QCOMPARE(page_->headline(), u"2 changes count after a restart"_s);
    QVERIFY(uitest::press(*page_, u"Restart now"_s));
    QCOMPARE(restarts_, 1);
}

void TestSettingsPage::changedBackNeedsNoRestart()
{
    type(u"Heartbeat"_s, u"60"_s);
    type(u"Heartbeat"_s, u"300"_s);
    QCOMPARE(notice(), QString());
    QCOMPARE(said(u"Heartbeat"_s), QString());
}

void TestSettingsPage::optionOfTheCommandLineCountsMore()
{
    open([](ui::Backend &backend) { backend.setup.given = QStringList{u"port"_s}; });
    QVERIFY(!control<QLineEdit>(u"Port for the stations"_s)->isEnabled());
    QCOMPARE(said(u"Port for the stations"_s), u"The engine was started with --port, which counts more."_s);
    QVERIFY(control<QLineEdit>(u"Address to listen on"_s)->isEnabled());
}

void TestSettingsPage::joinedWindowSaysWhoseSettings()
{
    open([](ui::Backend &backend) {
        backend.ownsEngine = false;
        backend.setup.startedWith.reset();
        backend.setup.restart = {};
    });
    QCOMPARE(page_->headline(), u"This window has joined an engine that runs elsewhere"_s);
    type(u"Heartbeat"_s, u"60"_s);
    QCOMPARE(saved().heartbeatIntervalSeconds, 60);
    QVERIFY(notice().startsWith(u"Saved. The engine reads its settings when it starts"_s));
    QVERIFY(!control<QPushButton>(u"Restart now"_s));
    QVERIFY(!row(u"When the window closes"_s)); // the engine does not end with this window
}

void TestSettingsPage::nothingToSetWithoutADataDirectory()
{
    open([](ui::Backend &backend) { backend.setup = {}; });
    QVERIFY(!control<QLineEdit>(u"Heartbeat"_s)->isEnabled());
    QCOMPARE(said(u"Heartbeat"_s), u"It can only be changed where the engine runs."_s);
}

void TestSettingsPage::appearanceCountsAtOnce()
{
    auto *box = control<QComboBox>(u"Appearance"_s);
    box->setCurrentIndex(2);
    emit box->activated(2);
    QCOMPARE(ui::Palette::current().scheme(), ui::Palette::Scheme::Dark);
    QCOMPARE(ui::rememberedTheme(), ui::ThemeChoice::Dark);
    ui::Preferences::shared().setTheme(ui::ThemeChoice::Light); // by the menu
    QCOMPARE(box->currentIndex(), 1);
}

void TestSettingsPage::languageIsRememberedAndTold()
{
    QSignalSpy told(&ui::Preferences::shared(), &ui::Preferences::languageChanged);
    auto *box = control<QComboBox>(u"Language"_s);
    QCOMPARE(box->currentData().toString(), QString());
    box->setCurrentIndex(box->findData(u"de"_s));
    emit box->activated(box->currentIndex());
    QCOMPARE(ui::Preferences::shared().language(), u"de"_s);
    QCOMPARE(told.size(), 1);
}

void TestSettingsPage::autostartIsSwitched()
{
    auto *box = control<QCheckBox>(u"Start when I log in"_s);
    box->click();
    QVERIFY(desktop_->autostart->on);
    box->click();
    QVERIFY(!desktop_->autostart->on);
}

void TestSettingsPage::autostartThatFailsIsSaid()
{
    desktop_->autostart->writable = false;
    auto *box = control<QCheckBox>(u"Start when I log in"_s);
    box->click();
    QVERIFY(!box->isChecked());
    QVERIFY(said(u"Start when I log in"_s).contains(desktop_->autostart->place()));
}

void TestSettingsPage::closingIsChosen()
{
    auto *box = control<QComboBox>(u"When the window closes"_s);
    QCOMPARE(box->currentText(), u"Ask me"_s);
    box->setCurrentIndex(1);
    emit box->activated(1);
    QCOMPARE(ui::Preferences::shared().whenClosed(), WhenClosed::Stay);
    ui::Preferences::shared().setWhenClosed(WhenClosed::Quit); // by the notice of the window
    QCOMPARE(box->currentText(), u"Quit"_s);
}

void TestSettingsPage::closingNeedsATray()
{
    desktop_->tray->available = false;
    open();
    QVERIFY(!control<QComboBox>(u"When the window closes"_s)->isEnabled());
    QVERIFY(said(u"When the window closes"_s).startsWith(u"This desktop has no tray"_s));
}

void TestSettingsPage::messagesAndSleepAreSwitched()
{
    QVERIFY(control<QCheckBox>(u"Messages on the desktop"_s)->isChecked());
    control<QCheckBox>(u"Messages on the desktop"_s)->click();
    QVERIFY(!ui::Preferences::shared().notifies());
    control<QCheckBox>(u"Stay awake while cars charge"_s)->click();
    QVERIFY(!ui::Preferences::shared().staysAwake());
}

void TestSettingsPage::turnWheel(QWidget &below)
{
    const QPointF middle(below.rect().center());
    QWheelEvent wheel(middle, below.mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QSpontaneKeyEvent::setSpontaneous(&wheel); // only such a one gives the focus
    qApp->notify(&below, &wheel);
}

void TestSettingsPage::wheelScrollsThePageAndChangesNothing()
{
    page_->resize(1000, 300);
    auto *box = control<QComboBox>(u"When the window closes"_s);
    const QScrollBar *bar = page_->findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QVERIFY(!box->hasFocus());
    turnWheel(*box);
    QCOMPARE(box->currentText(), u"Ask me"_s);
    QCOMPARE(ui::Preferences::shared().whenClosed(), WhenClosed::Ask);
    QVERIFY(!box->hasFocus());
    QVERIFY(bar->value() > 0);
}

void TestSettingsPage::wheelStepsWhatHasTheFocus()
{
    page_->resize(1000, 300);
    auto *box = control<QComboBox>(u"When the window closes"_s);
    const QScrollBar *bar = page_->findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    page_->activateWindow();
    box->setFocus();
    QTRY_VERIFY(box->hasFocus());
    const int before = bar->value();
    turnWheel(*box);
    QCOMPARE(ui::Preferences::shared().whenClosed(), WhenClosed::Stay);
    QCOMPARE(bar->value(), before);
}

void TestSettingsPage::searchNarrows()
{
    const auto sections = [this] {
        return std::ranges::count_if(page_->findChildren<ui::Section *>(), &ui::Section::isVisible);
    };
    const auto all = sections();
    page_->search(u"heart"_s);
    QVERIFY(row(u"Heartbeat"_s)->isVisible());
    QVERIFY(!row(u"Ping"_s)->isVisible());
    QCOMPARE(sections(), 1);
    page_->search(u"connections"_s); // a section's own name
    QVERIFY(row(u"Ping"_s)->isVisible());
    page_->search(u"nothing is called that"_s);
    QCOMPARE(sections(), 0);
    page_->search({});
    QCOMPARE(sections(), all);
}

void TestSettingsPage::databaseSaysItsSize()
{
    const auto says = [this](const QString &ending) {
        return std::ranges::any_of(page_->findChildren<QLabel *>(),
                                   [&](const QLabel *label) { return label->isVisible() && label->text().endsWith(ending); });
    };
    QTRY_VERIFY(says(u"kB"_s) || says(u"KiB"_s) || says(u"MB"_s));
    QVERIFY(control<ui::CopyButton>(u"Copy where the database is"_s)->text().contains(u"stationmaster.sqlite"_s));
    QVERIFY(control<QPushButton>(u"Back up…"_s));
}

void TestSettingsPage::tokenIsHiddenShownAndCopied()
{
    const auto shown = [this] { return uitest::named<QLabel>(*page_, u"The token of the API"_s)->text(); };
    QVERIFY(!shown().contains(u"secret"_s));
    QVERIFY(uitest::press(*page_, u"Copy the token"_s));
    QCOMPARE(QApplication::clipboard()->text(), u"secret-token"_s);
    QVERIFY(uitest::press(*page_, u"Show the token"_s));
    QCOMPARE(shown(), u"secret-token"_s);
    QVERIFY(!control<QPushButton>(u"Renew…"_s)); // not from here
}

void TestSettingsPage::tokenIsRenewed()
{
    QPromise<tl::expected<void, QString>> keyring;
    keyring.start();
    open([&](ui::Backend &backend) { backend.setup.renewApiToken = [&] { return keyring.future(); }; });
    QVERIFY(uitest::press(*page_, u"Renew…"_s));
    QVERIFY(uitest::press(*page_, u"Renew the token"_s));
    QVERIFY(!control<QPushButton>(u"Renew…"_s)->isEnabled());
    QVERIFY(config::writePrivateFile(config::apiTokenFile(dataDir_->path()), "fresh-token\n"));
    keyring.addResult(tl::expected<void, QString>());
    keyring.finish();
    QTRY_VERIFY(control<QPushButton>(u"Renew…"_s)->isEnabled());
    QVERIFY(uitest::press(*page_, u"Copy the token"_s));
    QCOMPARE(QApplication::clipboard()->text(), u"fresh-token"_s);
}

void TestSettingsPage::tokenThatCannotBeRenewedIsSaid()
{
    open([&](ui::Backend &backend) {
        backend.setup.renewApiToken = [] {
            QPromise<tl::expected<void, QString>> failed;
            failed.start();
            failed.addResult(tl::unexpected(u"the keyring is locked"_s));
            failed.finish();
            return failed.future();
        };
    });
    QVERIFY(uitest::press(*page_, u"Renew…"_s));
    QVERIFY(uitest::press(*page_, u"Renew the token"_s));
    QVERIFY(uitest::press(*page_, u"Copy the details"_s));
    QCOMPARE(QApplication::clipboard()->text(), u"the keyring is locked"_s);
}

void TestSettingsPage::tokenOfAnotherIsNotShown()
{
    open([](ui::Backend &backend) { backend.setup.tokensAreOurs = false; });
    QCOMPARE(uitest::named<QLabel>(*page_, u"The token of the API"_s)->text(),
             u"from a file of yours, as --api-token-file says"_s);
    QVERIFY(!control<QPushButton>(u"Copy the token"_s));
}

void TestSettingsPage::everyControlHasAName()
{
    const QStringList nameless = uitest::namelessControls(*page_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

UI_TEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
