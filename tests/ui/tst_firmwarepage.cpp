// SPDX-License-Identifier: GPL-3.0-or-later
// Firmware, its updates and roll-outs, and the files of stations, beside a sample and beside the real engine.
#include "http/fileserver.h"
#include "http/filestorage.h"
#include "pki/certificate.h"
#include "pki/opensslprogram.h"
#include "store/certificates.h"
#include "store/clock.h"
#include "store/filelinks.h"
#include "ui/livesite.h"
#include "ui/pages/firmware/askform.h"
#include "ui/pages/firmware/filepanel.h"
#include "ui/pages/firmware/fileviewer.h"
#include "ui/pages/firmware/firmwarepage.h"
#include "ui/pages/firmware/imageform.h"
#include "ui/pages/firmware/jobpanel.h"
#include "ui/pages/firmware/rolloutpanel.h"
#include "ui/pages/firmware/updateform.h"
#include "ui/samplefirmware.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using store::FirmwareJobState;
using store::StationFileKind;

namespace {

enum Tabs { Images, Updates, Rollouts, Files };
constexpr int patience = 30'000; // ms: a station restarts

} // namespace

class TestFirmwarePage : public QObject {
    Q_OBJECT

private slots:
    void cleanup();
    void emptyPageOffersToAddAFile();
    void fileIsTakenInAndChecked();
    void fileIsNotTakenInTwice();
    void cancelEndsWithTheCopy();
    void shrunkFileIsNotTakenIn();
    void newImagesKeepTheirFiles();
    void whatWasNotTakenInIsKept();
    void unsignedStaysChosen();
    void startedUpdateIsForgotten();
    void savingLosesNothing();
    void failedDeedIsFreeAgain();
    void askedTimeHasAnOrder();
    void mistakesAreTold();
    void imageIsChangedAndDeleted();
    void imageInUseStays();
    void changesArePutAside();
    void statesAreInWords();
    void unknownIssuerIsSaid();
    void onlyFittingStationsArePicked();
    void rolloutGoesInWaves();
    void rolloutIsStopped();
    void failedUpdateIsTriedAgain();
    void visitOpensTheUpdateOfAStation();
    void textIsReadInPieces();
    void archivesAreSaidHonestly();
    void fileIsSavedAndDeleted();
    void searchAndEmptyTabs();
    void joinedWindowAddsNothing();
    void unreadableDatabaseIsSaid();
    void firstStepIsOfferedAgainAfterAFailure();
    void updateReachesTheStation();
    void plannedUpdateIsCalledOff();
    void rolloutStopsAtTheFirstFailure();
    void stationBringsItsDiagnostics();
    void failureIsShown();

private:
    void openSample(bool filled = true);
    /// The real engine with its file server, and a firmware file that was taken in.
    void openLive(const QStringList &stations = {u"CP1"_s});
    void startFileServer();
    void show(const ui::Backend &backend);
    [[nodiscard]] ui::TableView &table(Tabs tab);
    [[nodiscard]] QAbstractItemModel &model(Tabs tab) { return *table(tab).model(); }
    void turnTo(Tabs tab) { uitest::named<QTabBar>(*page_, u"Parts of the page"_s)->setCurrentIndex(tab); }
    /// The row in which this stands; -1: none.
    [[nodiscard]] int rowWith(Tabs tab, const QString &text);
    [[nodiscard]] QString cell(Tabs tab, const QString &of, int column);
    void select(Tabs tab, const QString &text);
    [[nodiscard]] QString seen() { return uitest::visibleText(*page_); }
    [[nodiscard]] QString newFile(const QByteArray &bytes, const QString &name = u"maker 2.0.bin"_s);
    void begin(const QString &path);
    void pick(const QStringList &stations);
    void pressStart();
    simulator::Station &station(const QString &id) { return *stations_.value(id); }
    template<class Part>
    Part &part()
    {
        return *page_->findChild<Part *>();
    }
    template<class Work>
    auto write(Work work)
    {
        return live_ ? live_->write(work) : store_->write(work);
    }

    std::unique_ptr<QTemporaryDir> dir_;
    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<uitest::LiveSite> live_;
    QHash<QString, simulator::Station *> stations_;
    std::unique_ptr<http::FileStorage> storage_;
    std::unique_ptr<http::FileServer> files_;
    std::unique_ptr<ui::FirmwarePage> page_;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers_;
};

void TestFirmwarePage::cleanup()
{
    testers_.clear();
    page_.reset();
    stations_.clear();
    files_.reset(); // its transfers end before the engine does
    storage_.reset();
    live_.reset();
    store_.reset();
    dir_.reset();
    QSettings().clear();
}

ui::TableView &TestFirmwarePage::table(Tabs tab)
{
    const std::array names{u"firmwareImages"_s, u"firmwareJobs"_s, u"firmwareRollouts"_s, u"stationFiles"_s};
    return *page_->findChild<ui::TableView *>(names[std::size_t(tab)]);
}

void TestFirmwarePage::show(const ui::Backend &backend)
{
    page_ = std::make_unique<ui::FirmwarePage>(backend);
    page_->resize(1100, 760);
    page_->show();
    for (auto *view : page_->findChildren<ui::TableView *>())
        testers_.push_back(std::make_unique<QAbstractItemModelTester>(
            view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest));
}

void TestFirmwarePage::openSample(bool filled)
{
    dir_ = std::make_unique<QTemporaryDir>();
    store_ = std::make_unique<uitest::Store>();
    write([filled](store::Database &db) {
        samplesite::startNode(db);
        if (filled) {
            samplesite::fill(db);
            samplefirmware::fill(db);
        }
    });
    ui::Backend backend = store_->backend();
    backend.setup.dataDir = dir_->path();
    if (filled)
        samplefirmware::writeFiles(dir_->path());
    show(backend);
    if (filled)
        QTRY_COMPARE(model(Images).rowCount(), 3);
    else
        QTRY_VERIFY(page_->findChild<ui::EmptyState *>()->isVisible());
}

void TestFirmwarePage::startFileServer()
{
    storage_ = std::make_unique<http::FileStorage>(dir_->path(), http::StorageLimits{.reserveBytes = 0});
    http::FileServer::Parameters parameters;
    parameters.writer = live_->backend().writer;
    parameters.storage = storage_.get();
    parameters.node = u"live"_s;
    parameters.bind = u"127.0.0.1"_s;
    files_ = std::make_unique<http::FileServer>(parameters);
    const auto port = files_->start();
    QVERIFY2(port.has_value(), qPrintable(port ? QString() : port.error()));
    write([port = *port](store::Database &db) {
        store::FileServerPlaces(db).set(u"live"_s, {.port = port, .externalUrl = {}});
    });
    QFile node(dir_->filePath(u"node-id"_s));
    QVERIFY(node.open(QIODevice::WriteOnly));
    node.write("live");
}

void TestFirmwarePage::openLive(const QStringList &stations)
{
    dir_ = std::make_unique<QTemporaryDir>();
    live_ = std::make_unique<uitest::LiveSite>();
    startFileServer();
    for (const QString &id : stations)
        stations_.insert(id, &live_->add(id));
    for (simulator::Station *one : std::as_const(stations_))
        one->setFileManner(simulator::FileManner::Good);
    ui::Backend backend = live_->backend();
    backend.setup.dataDir = dir_->path();
    show(backend);
    begin(newFile(QByteArray(300'000, 'f')));
    uitest::named<QLineEdit>(part<ui::ImageForm>(), u"Version"_s)->setText(u"9.0"_s);
    QVERIFY(uitest::press(part<ui::ImageForm>(), u"Add"_s));
    QTRY_COMPARE(model(Images).rowCount(), 1);
    QTRY_VERIFY(!part<ui::ImageForm>().isVisible());
}

int TestFirmwarePage::rowWith(Tabs tab, const QString &text)
{
    for (int row = 0; row < model(tab).rowCount(); ++row) {
        for (int column = 0; column < model(tab).columnCount(); ++column) {
            if (model(tab).index(row, column).data().toString().contains(text))
                return row;
        }
    }
    return -1;
}

QString TestFirmwarePage::cell(Tabs tab, const QString &of, int column)
{
    const int row = rowWith(tab, of);
    return row < 0 ? u"none"_s : model(tab).index(row, column).data().toString();
}

void TestFirmwarePage::select(Tabs tab, const QString &text)
{
    turnTo(tab);
    QTRY_VERIFY(rowWith(tab, text) >= 0);
    table(tab).selectRow(rowWith(tab, text));
}

QString TestFirmwarePage::newFile(const QByteArray &bytes, const QString &name)
{
    QFile file(dir_->filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("Cannot write.");
    file.write(bytes);
    return file.fileName();
}

void TestFirmwarePage::begin(const QString &path)
{
    ui::modal::Answers answers;
    answers.file = [path](const auto &) { return path; };
    page_->primaryAction()->trigger();
    QTRY_VERIFY(part<ui::ImageForm>().isVisible());
}

void TestFirmwarePage::pick(const QStringList &stations)
{
    QTreeWidget &tree = part<ui::UpdateForm>().findChild<ui::CheckList *>()->tree();
    for (int row = 0; row < tree.topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = tree.topLevelItem(row);
        if (stations.contains(item->text(0)))
            item->setCheckState(0, Qt::Checked);
    }
    QCOMPARE(part<ui::UpdateForm>().findChild<ui::CheckList *>()->checked().size(), stations.size());
}

/// "Update 3 stations": it is the last of the form's.
void TestFirmwarePage::pressStart()
{
    QVERIFY(uitest::press(*part<ui::UpdateForm>().findChildren<QPushButton *>().last()));
}

void TestFirmwarePage::emptyPageOffersToAddAFile()
{
    openSample(false);
    QVERIFY(seen().contains(u"No firmware yet"_s));
    ui::modal::Answers answers;
    answers.file = [this](const auto &) { return newFile("x"); };
    QVERIFY(uitest::press(*page_->findChild<ui::EmptyState *>(), u"Add firmware…"_s));
    QTRY_VERIFY(part<ui::ImageForm>().isVisible());
    QCOMPARE(uitest::named<QLineEdit>(part<ui::ImageForm>(), u"File name"_s)->text(), u"maker 2.0.bin"_s);
}

void TestFirmwarePage::fileIsTakenInAndChecked()
{
    openSample();
    const QByteArray bytes(9 * 1024 * 1024, 'f'); // more than one step
    begin(newFile(bytes));
    uitest::named<QLineEdit>(part<ui::ImageForm>(), u"Version"_s)->setText(u"2.0"_s);
    QVERIFY(uitest::press(part<ui::ImageForm>(), u"Add"_s));
    QTRY_COMPARE_WITH_TIMEOUT(model(Images).rowCount(), 4, patience);
    QTRY_VERIFY(!part<ui::ImageForm>().isVisible());
    const auto image = write([](store::Database &db) { return *store::Firmware(db).image(u"maker 2.0.bin"_s); });
    QCOMPARE(image.size, bytes.size());
    QCOMPARE(image.version, u"2.0"_s);
    QCOMPARE(image.sha256.toLatin1(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QFile kept(dir_->filePath(u"firmware/"_s + image.file));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
    QVERIFY(seen().contains(u"maker 2.0.bin is here"_s));
}

void TestFirmwarePage::fileIsNotTakenInTwice()
{
    openSample();
    begin(newFile("once"));
    uitest::named<QLineEdit>(part<ui::ImageForm>(), u"File name"_s)->setText(u"keba-p30-1.18.0.bin"_s);
    uitest::Halt halt(*store_); // told before it is copied, not when it is entered
    QVERIFY(uitest::press(part<ui::ImageForm>(), u"Add"_s));
    QTRY_VERIFY(seen().contains(u"There is an image keba-p30-1.18.0.bin already"_s));
    QVERIFY(part<ui::ImageForm>().isVisible());
    QCOMPARE(QDir(dir_->filePath(u"firmware"_s)).entryList(QDir::Files).size(), 0);
}

void TestFirmwarePage::cancelEndsWithTheCopy()
{
    openSample();
    begin(newFile("late"));
    uitest::Halt halt(*store_);
    QVERIFY(uitest::press(part<ui::ImageForm>(), u"Add"_s));
    QTRY_VERIFY(!uitest::named<QPushButton>(*page_, u"Cancel"_s)); // it is being entered
    halt.release();
    QTRY_COMPARE(model(Images).rowCount(), 4);
    QTRY_VERIFY(seen().contains(u"maker 2.0.bin is here"_s));
}

void TestFirmwarePage::shrunkFileIsNotTakenIn()
{
    openSample();
    const QString path = newFile(QByteArray(9 * 1024 * 1024, 'f'));
    begin(path);
    for (QProgressBar *bar : page_->findChildren<QProgressBar *>())
        connect(bar, &QProgressBar::valueChanged, this, [path](int percent) {
            if (percent > 0)
                QFile::resize(path, 0);
        });
    QVERIFY(uitest::press(part<ui::ImageForm>(), u"Add"_s));
    QTRY_VERIFY(seen().contains(u"maker 2.0.bin was changed meanwhile."_s));
    QCOMPARE(model(Images).rowCount(), 3);
    QCOMPARE(QDir(dir_->filePath(u"firmware"_s)).entryList(QDir::Files).size(), 0);
}

void TestFirmwarePage::newImagesKeepTheirFiles()
{
    openSample();
    auto &form = part<ui::ImageForm>();
    const auto line = [&](const QString &name) { return uitest::named<QLineEdit>(form, name); };
    const QString one = newFile("one", u"one.bin"_s);
    begin(one);
    line(u"Version"_s)->setText(u"1.0"_s);
    begin(newFile("two", u"two.bin"_s));
    QCOMPARE(line(u"Version"_s)->text(), QString());
    line(u"Version"_s)->setText(u"2.0"_s);
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_COMPARE(line(u"Version"_s)->text(), u"1.0"_s);
    QCOMPARE(line(u"File name"_s)->text(), u"one.bin"_s);
    QVERIFY(uitest::visibleText(form).contains(one));
    QVERIFY(seen().contains(u"Your changes to two.bin"_s));
    QVERIFY(uitest::press(form, u"Add"_s));
    QTRY_COMPARE(model(Images).rowCount(), 4);
    const auto image = write([](store::Database &db) { return *store::Firmware(db).image(u"one.bin"_s); });
    QCOMPARE(image.version, u"1.0"_s);
    QCOMPARE(image.sha256.toLatin1(), QCryptographicHash::hash("one", QCryptographicHash::Sha256).toHex());
    QTRY_VERIFY(!form.isVisible());
    begin(newFile("two", u"two.bin"_s)); // chosen once more
    QCOMPARE(line(u"Version"_s)->text(), u"2.0"_s);
    QVERIFY(!seen().contains(u"Your changes to"_s));
}

void TestFirmwarePage::whatWasNotTakenInIsKept()
{
    openSample();
    auto &form = part<ui::ImageForm>();
    const auto name = [&] { return uitest::named<QLineEdit>(form, u"File name"_s); };
    const QString known = u"keba-p30-1.18.0.bin"_s;
    begin(newFile("once"));
    name()->setText(known);
    QVERIFY(uitest::press(form, u"Add"_s));
    QTRY_VERIFY(seen().contains(u"There is an image"_s));
    QVERIFY(form.isEdited());
    select(Images, u"alfen"_s);
    QTRY_VERIFY(seen().contains(u"Your changes to "_s + known));
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_COMPARE(name()->text(), known);
    QVERIFY(uitest::press(form, u"Add"_s));
    select(Images, u"alfen"_s); // while it is on its way
    QVERIFY(!seen().contains(u"Your changes to"_s));
    QTRY_VERIFY(seen().contains(u"Your changes to "_s + known));
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_COMPARE(name()->text(), known);
}

void TestFirmwarePage::unsignedStaysChosen()
{
    openSample();
    QVERIFY(uitest::press(*page_, u"Update stations…"_s));
    auto &form = part<ui::UpdateForm>();
    QTRY_VERIFY(form.isVisible());
    auto *image = uitest::named<QComboBox>(form, u"Firmware"_s);
    QCOMPARE(image->currentIndex(), -1); // there are several
    image->setCurrentIndex(image->findText(u"alfen"_s, Qt::MatchContains));
    auto *kind = uitest::named<QComboBox>(form, u"Sent"_s);
    QCOMPARE(kind->currentText(), u"signed"_s);
    kind->setCurrentIndex(kind->findText(u"unsigned"_s));
    write([](store::Database &db) { samplesite::addStation(db, u"CP99"_s); });
    QTreeWidget &tree = form.findChild<ui::CheckList *>()->tree();
    QTRY_VERIFY(!tree.findItems(u"CP99"_s, Qt::MatchExactly).isEmpty());
    QCOMPARE(kind->currentText(), u"unsigned"_s);
    QVERIFY(image->currentText().contains(u"alfen"_s));
}

void TestFirmwarePage::startedUpdateIsForgotten()
{
    openSample();
    QVERIFY(uitest::press(*page_, u"Update stations…"_s));
    auto &form = part<ui::UpdateForm>();
    QTRY_VERIFY(form.isVisible());
    auto *image = uitest::named<QComboBox>(form, u"Firmware"_s);
    image->setCurrentIndex(image->findText(u"alfen"_s, Qt::MatchContains));
    pick({u"CP01"_s, u"CP02"_s});
    uitest::named<QSpinBox>(form, u"At a time"_s)->setValue(1);
    pressStart();
    QTRY_COMPARE(model(Rollouts).rowCount(), 2);
    QTRY_VERIFY(!form.isVisible());
    QVERIFY(uitest::press(*page_, u"Update stations…"_s));
    QTRY_VERIFY(form.isVisible());
    QCOMPARE(form.findChild<ui::CheckList *>()->checked(), QStringList());
    QCOMPARE(image->currentIndex(), -1);
    QCOMPARE(uitest::named<QSpinBox>(form, u"At a time"_s)->value(), 0);
}

void TestFirmwarePage::savingLosesNothing()
{
    openSample();
    select(Files, u"CP12"_s);
    const QString path = part<ui::FilePanel>().path();
    QString target = path;
    ui::modal::Answers answers;
    answers.file = [&target](const auto &) { return target; };
    const qint64 size = QFileInfo(path).size();
    QVERIFY(uitest::press(part<ui::FilePanel>(), u"Save as…"_s));
    QTRY_VERIFY(seen().contains(u"cannot be replaced"_s));
    QCOMPARE(QFileInfo(path).size(), size);
    target = newFile("mine", u"copy.zip"_s);
    QVERIFY(QFile::remove(path));
    QVERIFY(uitest::press(part<ui::FilePanel>(), u"Save as…"_s));
    QTRY_VERIFY(seen().contains(u"was not saved"_s));
    QFile kept(target);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("mine"));
}

void TestFirmwarePage::failedDeedIsFreeAgain()
{
    openSample();
    select(Updates, u"CP04"_s);
    QTRY_VERIFY(part<ui::JobPanel>().isVisible());
    write([](store::Database &db) {
        db.define(u"CREATE TRIGGER refuse BEFORE UPDATE ON firmware_jobs BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
    });
    QVERIFY(uitest::press(part<ui::JobPanel>(), u"Call off"_s));
    QTRY_VERIFY(seen().contains(u"The database"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(part<ui::JobPanel>(), u"Call off"_s)->isEnabled());
}

void TestFirmwarePage::askedTimeHasAnOrder()
{
    openSample();
    turnTo(Files);
    QVERIFY(uitest::press(*page_, u"Ask for a file…"_s));
    auto &form = part<ui::AskForm>();
    QTRY_VERIFY(form.isVisible());
    QVERIFY(uitest::press(*uitest::named<QCheckBox>(form, u"Limited"_s)));
    auto *from = uitest::named<QDateTimeEdit>(form, u"From"_s);
    const QSignalSpy asked(&form, &ui::AskForm::submitted);
    from->setDateTime(QDateTime::currentDateTime().addDays(1));
    QVERIFY(uitest::press(form, u"Ask"_s));
    QVERIFY(uitest::visibleText(form).contains(u"It ends before it begins."_s));
    QCOMPARE(asked.size(), 0);
    from->setDateTime(QDateTime::currentDateTime().addDays(-2));
    QVERIFY(uitest::press(form, u"Ask"_s));
    QCOMPARE(asked.size(), 1);
}

void TestFirmwarePage::mistakesAreTold()
{
    openSample();
    begin(newFile("x"));
    auto &form = part<ui::ImageForm>();
    auto *signature = uitest::named<QPlainTextEdit>(form, u"Signature"_s);
    signature->setPlainText(u"no base64!"_s);
    QTRY_VERIFY(uitest::visibleText(form).contains(u"no base64"_s));
    signature->setPlainText(u"c2ln\nbmF0dXJl"_s);
    QTRY_VERIFY(uitest::visibleText(form).contains(u"belong together"_s));
    uitest::named<QPlainTextEdit>(form, u"Certificate"_s)->setPlainText(u"text"_s);
    QTRY_VERIFY(uitest::visibleText(form).contains(u"no PEM"_s));
    uitest::named<QLineEdit>(form, u"File name"_s)->setText(u"a/b"_s);
    QTRY_VERIFY(uitest::visibleText(form).contains(u"no slash"_s));
    QVERIFY(uitest::press(form, u"Add"_s));
    QCOMPARE(model(Images).rowCount(), 3);
}

void TestFirmwarePage::imageIsChangedAndDeleted()
{
    openSample();
    const auto spare = write([](store::Database &db) { return samplefirmware::addImage(db, u"spare.bin"_s); });
    select(Images, u"spare.bin"_s);
    QTRY_VERIFY(part<ui::ImageForm>().isVisible());
    uitest::named<QLineEdit>(part<ui::ImageForm>(), u"Version"_s)->setText(u"9.9"_s);
    QVERIFY(uitest::press(part<ui::ImageForm>(), u"Save"_s));
    QTRY_COMPARE(cell(Images, u"spare.bin"_s, 1), u"9.9"_s);
    QVERIFY(QDir(dir_->path()).mkpath(u"firmware"_s));
    QFile file(dir_->filePath(u"firmware/"_s + spare.file));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    select(Images, u"spare.bin"_s);
    ui::modal::Answers answers;
    answers.question = [](const auto &) { return true; };
    QVERIFY(uitest::press(part<ui::ImageForm>(), u"Delete"_s));
    QTRY_COMPARE(rowWith(Images, u"spare.bin"_s), -1);
    QTRY_VERIFY(!file.exists());
}

void TestFirmwarePage::imageInUseStays()
{
    openSample();
    select(Images, u"alfen"_s);
    QTRY_VERIFY(part<ui::ImageForm>().isVisible());
    QVERIFY(!uitest::named<QPushButton>(part<ui::ImageForm>(), u"Delete"_s)->isEnabled());
}

void TestFirmwarePage::changesArePutAside()
{
    openSample();
    select(Images, u"alfen"_s);
    auto &form = part<ui::ImageForm>();
    QTRY_VERIFY(form.isVisible());
    const auto line = [&](const QString &name) { return uitest::named<QLineEdit>(form, name); };
    line(u"Model"_s)->setText(u"Eve Single"_s);
    select(Images, u"keba"_s);
    QTRY_VERIFY(seen().contains(u"Your changes to alfen-eve-6.5.2.fwi"_s));
    QVERIFY(!form.isEdited());
    begin(newFile("new"));
    line(u"Version"_s)->setText(u"2.0"_s);
    QVERIFY(uitest::press(form, u"Close without saving"_s));
    QTRY_VERIFY(seen().contains(u"maker 2.0.bin were put aside"_s));
    QVERIFY(uitest::press(*page_, u"Back to maker 2.0.bin"_s));
    QTRY_VERIFY(form.isVisible());
    QCOMPARE(line(u"Version"_s)->text(), u"2.0"_s);
    QVERIFY(uitest::press(form, u"Add"_s));
    QTRY_COMPARE(model(Images).rowCount(), 4);
    QVERIFY(uitest::press(*page_, u"Back to them"_s));
    QTRY_COMPARE(line(u"Model"_s)->text(), u"Eve Single"_s);
    QVERIFY(form.isEdited());
    QVERIFY(!seen().contains(u"put aside"_s));
}

void TestFirmwarePage::statesAreInWords()
{
    openSample();
    QCOMPARE(cell(Updates, u"CP08"_s, 0), u"Failed"_s);
    QCOMPARE(cell(Updates, u"CP03"_s, 0), u"Downloading"_s);
    QCOMPARE(cell(Updates, u"CP04"_s, 0), u"To be sent"_s);
    QCOMPARE(cell(Updates, u"CP10"_s, 0), u"Installing"_s);
    QCOMPARE(cell(Rollouts, u"abl"_s, 0), u"Running"_s);
    QCOMPARE(cell(Rollouts, u"abl"_s, 2), u"2 of 2"_s);
    QCOMPARE(cell(Files, u"CP05"_s, 0), u"Failed"_s);
    QCOMPARE(cell(Files, u"CP01"_s, 0), u"On its way"_s);
    select(Updates, u"CP03"_s);
    QTRY_VERIFY(part<ui::JobPanel>().isVisible());
    QCOMPARE(part<ui::JobPanel>().findChild<QProgressBar *>()->value(), 42);
    select(Rollouts, u"abl"_s);
    QTRY_VERIFY(part<ui::RolloutPanel>().isVisible());
    QTRY_VERIFY(seen().contains(u"Wave 1: 1 of 1. Wave 2: 0 of 2."_s));
}

void TestFirmwarePage::unknownIssuerIsSaid()
{
    openSample();
    const auto says = [this] { return seen().contains(u"Signature valid, issuer not known"_s); };
    select(Updates, u"CP03"_s);
    QTRY_VERIFY(part<ui::JobPanel>().isVisible());
    QVERIFY(!says()); // not checked: it was not sent
    write([](store::Database &db) {
        store::FirmwareJob job = store::Firmware(db).jobs({.station = u"CP03"_s, .limit = 1}).first();
        job.sent = store::now();
        store::Firmware(db).save(job);
    });
    QTRY_VERIFY(says());
    QVERIFY(seen().contains(u"Install the manufacturer's root on it"_s));
    OpenSsl openssl;
    const QByteArray pem = openssl.makeRoot(u"maker"_s, u"/O=Alfen/CN=Maker Root"_s);
    write([pem](store::Database &db) {
        store::Certificates certificates(db);
        const auto root = pki::readCertificate(pem);
        certificates.remember(*root, store::CertificateKind::Root, {}, store::now());
        const pki::IssuerHashes &hashes = root->hashes.constFirst();
        certificates.report(u"CP03"_s, ocpp::CertificateUse::ManufacturerRootCertificate,
                            {{ocpp::HashAlgorithm::SHA256, hashes.name, hashes.key, root->serialNumber}}, store::now());
    });
    QTRY_VERIFY(!says());
}

void TestFirmwarePage::onlyFittingStationsArePicked()
{
    openSample();
    QVERIFY(uitest::press(*page_, u"Update stations…"_s));
    auto &form = part<ui::UpdateForm>();
    QTRY_VERIFY(form.isVisible());
    auto *image = uitest::named<QComboBox>(form, u"Firmware"_s);
    image->setCurrentIndex(image->findText(u"keba"_s, Qt::MatchContains));
    QVERIFY(!uitest::named<QComboBox>(form, u"Sent"_s)->isEnabled()); // it has no signature
    QVERIFY(uitest::press(form, u"Pick all: Stations"_s));
    // CP06 and CP07 have this version already, CP16 has not said what it is, all others are of other vendors.
    QCOMPARE(form.findChild<ui::CheckList *>()->checked(), (QStringList{u"CP08"_s, u"CP16"_s}));
    image->setCurrentIndex(image->findText(u"alfen"_s, Qt::MatchContains));
    QCOMPARE(uitest::named<QComboBox>(form, u"Sent"_s)->currentText(), u"signed"_s);
    QCOMPARE(form.findChild<ui::CheckList *>()->checked(), QStringList{u"CP16"_s});
}

void TestFirmwarePage::rolloutGoesInWaves()
{
    openSample();
    QVERIFY(uitest::press(*page_, u"Update stations…"_s));
    auto &form = part<ui::UpdateForm>();
    QTRY_VERIFY(form.isVisible());
    auto *image = uitest::named<QComboBox>(form, u"Firmware"_s);
    image->setCurrentIndex(image->findText(u"alfen"_s, Qt::MatchContains));
    pick({u"CP01"_s, u"CP02"_s, u"CP03"_s});
    uitest::named<QSpinBox>(form, u"At a time"_s)->setValue(2);
    QTRY_VERIFY(uitest::visibleText(form).contains(u"In 2 wave"_s));
    uitest::named<QSpinBox>(form, u"How often it is tried again"_s)->setValue(3);
    pressStart();
    QTRY_COMPARE(model(Rollouts).rowCount(), 2);
    const auto jobs = write([](store::Database &db) {
        return store::Firmware(db).jobs({.rollout = store::Firmware(db).rollouts().first().id});
    });
    QCOMPARE(jobs.size(), 3);
    QCOMPARE(jobs.first().wave, 2); // newest first
    QVERIFY(jobs.first().kind == store::FirmwareKind::Signed);
    QCOMPARE(jobs.first().retries, 3);
    QCOMPARE(jobs.first().retryIntervalSeconds, 300);
    QTRY_VERIFY(table(Rollouts).isVisible());
}

void TestFirmwarePage::rolloutIsStopped()
{
    openSample();
    select(Rollouts, u"abl"_s);
    QVERIFY(uitest::press(*page_, u"Stop the roll-out"_s));
    QTRY_COMPARE(cell(Rollouts, u"abl"_s, 0), u"Stopped"_s);
    QCOMPARE(cell(Updates, u"CP11"_s, 0), u"Cancelled"_s);
    QCOMPARE(cell(Updates, u"CP09"_s, 0), u"Installed"_s);
}

void TestFirmwarePage::failedUpdateIsTriedAgain()
{
    openSample();
    select(Updates, u"CP08"_s);
    QTRY_VERIFY(seen().contains(u"The station could not install the firmware."_s));
    QVERIFY(uitest::press(part<ui::JobPanel>(), u"Update again"_s));
    QTRY_COMPARE(cell(Updates, u"CP08"_s, 0), u"To be sent"_s); // newest first
    select(Updates, u"CP08"_s);
    QVERIFY(uitest::press(part<ui::JobPanel>(), u"Call off"_s));
    QTRY_COMPARE(cell(Updates, u"CP08"_s, 0), u"Cancelled"_s);
}

void TestFirmwarePage::visitOpensTheUpdateOfAStation()
{
    openSample();
    page_->visit({.page = u"firmware"_s, .station = u"CP03"_s});
    QTRY_VERIFY(part<ui::JobPanel>().isVisible());
    QCOMPARE(part<ui::JobPanel>().row().job.station, u"CP03"_s);
    testers_.clear();
    show(store_->backend());
    page_->visit({.page = u"firmware"_s, .station = u"CP08"_s}); // nothing is read yet
    QTRY_VERIFY(part<ui::JobPanel>().isVisible());
    QCOMPARE(part<ui::JobPanel>().row().job.station, u"CP08"_s);
}

void TestFirmwarePage::textIsReadInPieces()
{
    openSample();
    select(Files, u"CP13"_s);
    auto *text = part<ui::FileViewer>().findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->isVisible());
    QTRY_VERIFY(uitest::visibleText(part<ui::FileViewer>()).contains(u"Part 1 of 3"_s));
    QVERIFY(text->toPlainText().contains(u"line 0\n"_s));
    QString whole = text->toPlainText();
    for (int piece = 2; piece <= 3; ++piece) {
        QVERIFY(uitest::press(part<ui::FileViewer>(), u"Later"_s));
        QTRY_VERIFY(uitest::visibleText(part<ui::FileViewer>()).contains(u"Part %1 of 3"_s.arg(piece)));
        QVERIFY(text->toPlainText().startsWith(u"2026-11-22T19:"_s)); // no line is cut
        whole += text->toPlainText();
    }
    QFile file(part<ui::FilePanel>().path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(whole.toUtf8(), file.readAll());
    QVERIFY(!uitest::named<QPushButton>(part<ui::FileViewer>(), u"Later"_s)->isEnabled());
}

void TestFirmwarePage::archivesAreSaidHonestly()
{
    openSample();
    select(Files, u"CP12"_s);
    QTRY_VERIFY(seen().contains(u"This file is a ZIP archive"_s));
    write([](store::Database &db) {
        samplefirmware::addFile(db, u"CP02"_s, StationFileKind::Diagnostics, u"lost.log"_s, 5);
    });
    select(Files, u"lost.log"_s);
    QTRY_VERIFY(seen().contains(u"The file cannot be read"_s));
    samplefirmware::writeFile(dir_->path(), u"raw.bin"_s, QByteArray("ab\0cd", 5));
    write([](store::Database &db) {
        samplefirmware::addFile(db, u"CP02"_s, StationFileKind::Diagnostics, u"raw.bin"_s, 5);
    });
    select(Files, u"raw.bin"_s);
    QTRY_VERIFY(seen().contains(u"This file is no text"_s));
}

void TestFirmwarePage::fileIsSavedAndDeleted()
{
    openSample();
    select(Files, u"CP12"_s);
    const QString target = dir_->filePath(u"copy.zip"_s);
    ui::modal::Answers answers;
    answers.file = [target](const ui::modal::FileRequest &request) {
        return request.suggestion == "CP12-support.zip"_L1 ? target : QString();
    };
    answers.question = [](const auto &) { return true; };
    QVERIFY(uitest::press(part<ui::FilePanel>(), u"Save as…"_s));
    QTRY_VERIFY(seen().contains(u"Saved as"_s));
    QCOMPARE(QFileInfo(target).size(), QFileInfo(part<ui::FilePanel>().path()).size());
    const QString path = part<ui::FilePanel>().path();
    QVERIFY(uitest::press(part<ui::FilePanel>(), u"Delete"_s));
    QTRY_COMPARE(rowWith(Files, u"CP12"_s), -1);
    QTRY_VERIFY(!QFile::exists(path));
}

void TestFirmwarePage::searchAndEmptyTabs()
{
    openSample();
    page_->search(u"cp03"_s);
    QCOMPARE(model(Updates).rowCount(), 1);
    turnTo(Files);
    QTRY_VERIFY(seen().contains(u"Nothing matches"_s));
    page_->search({});
    QTRY_VERIFY(table(Files).isVisible());
}

void TestFirmwarePage::joinedWindowAddsNothing()
{
    store_ = std::make_unique<uitest::Store>();
    ui::Backend backend = store_->backend();
    backend.setup.dataDir.clear();
    show(backend);
    QTRY_VERIFY(seen().contains(u"on the machine where the engine runs"_s));
    QVERIFY(!page_->primaryAction()->isEnabled());
}

void TestFirmwarePage::unreadableDatabaseIsSaid()
{
    openSample();
    write([](store::Database &db) {
        db.run(u"DROP TABLE firmware_jobs"_s);
        db.noteChange(store::Table::Firmware, {}, {});
    });
    QTRY_VERIFY(seen().contains(u"Firmware and files cannot be read"_s));
    QVERIFY(uitest::named<QPushButton>(*page_, u"Try again"_s));
    QVERIFY(!uitest::named<QPushButton>(*page_, u"Update stations…"_s));
    QVERIFY(!page_->primaryAction()->isEnabled());
    QVERIFY(page_->primaryAction()->toolTip().contains(u"cannot be read"_s));
}

void TestFirmwarePage::firstStepIsOfferedAgainAfterAFailure()
{
    openSample(false);
    write([](store::Database &db) {
        db.run(u"ALTER TABLE firmware_jobs RENAME TO hidden"_s);
        db.noteChange(store::Table::Firmware, {}, {});
    });
    QTRY_VERIFY(seen().contains(u"Firmware and files cannot be read"_s));
    write([](store::Database &db) { db.run(u"ALTER TABLE hidden RENAME TO firmware_jobs"_s); });
    QVERIFY(uitest::press(*page_, u"Try again"_s));
    QTRY_VERIFY(seen().contains(u"No firmware yet"_s));
    QVERIFY(page_->primaryAction()->isEnabled());
    QVERIFY(uitest::named<QPushButton>(*page_, u"Add firmware…"_s));
}

void TestFirmwarePage::updateReachesTheStation()
{
    openLive();
    select(Images, u"maker"_s);
    QVERIFY(uitest::press(part<ui::ImageForm>(), u"Update stations…"_s));
    QTRY_VERIFY(part<ui::UpdateForm>().isVisible());
    pick({u"CP1"_s});
    pressStart();
    QTRY_COMPARE(model(Updates).rowCount(), 1);
    select(Updates, u"CP1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(cell(Updates, u"CP1"_s, 0), u"Installed"_s, patience);
    QTRY_COMPARE(part<ui::JobPanel>().findChild<QProgressBar *>()->value(), 100);
}

void TestFirmwarePage::plannedUpdateIsCalledOff()
{
    openLive();
    QVERIFY(uitest::press(*page_, u"Update stations…"_s));
    auto &form = part<ui::UpdateForm>();
    QTRY_VERIFY(form.isVisible());
    pick({u"CP1"_s});
    uitest::named<QCheckBox>(form, u"Fetched: not before a certain time"_s)->setChecked(true);
    QTRY_VERIFY(uitest::named<QDateTimeEdit>(form, u"Fetched"_s)); // tomorrow night
    pressStart();
    select(Updates, u"CP1"_s);
    QTRY_VERIFY(seen().contains(u"The station fetches it at"_s));
    QVERIFY(uitest::press(part<ui::JobPanel>(), u"Call off"_s));
    QTRY_COMPARE_WITH_TIMEOUT(cell(Updates, u"CP1"_s, 0), u"Cancelled"_s, patience);
    QTRY_VERIFY(seen().contains(u"cannot call back an UpdateFirmware"_s));
}

void TestFirmwarePage::rolloutStopsAtTheFirstFailure()
{
    openLive({u"CP1"_s, u"CP2"_s});
    station(u"CP1"_s).setFileManner(simulator::FileManner::InstallFails);
    QVERIFY(uitest::press(*page_, u"Update stations…"_s));
    QTRY_VERIFY(part<ui::UpdateForm>().isVisible());
    pick({u"CP1"_s, u"CP2"_s});
    uitest::named<QSpinBox>(part<ui::UpdateForm>(), u"At a time"_s)->setValue(1);
    pressStart();
    QTRY_COMPARE_WITH_TIMEOUT(cell(Rollouts, u"maker"_s, 0), u"Stopped by a failure"_s, patience);
    select(Rollouts, u"maker"_s);
    QTRY_VERIFY(seen().contains(u"The roll-out stopped when CP1 failed"_s));
    QCOMPARE(cell(Updates, u"CP2"_s, 0), u"Cancelled"_s);
}

void TestFirmwarePage::stationBringsItsDiagnostics()
{
    openLive();
    turnTo(Files);
    QVERIFY(uitest::press(*page_, u"Ask for a file…"_s));
    QTRY_VERIFY(part<ui::AskForm>().isVisible());
    QVERIFY(uitest::press(part<ui::AskForm>(), u"Ask"_s));
    QTRY_COMPARE(model(Files).rowCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(cell(Files, u"CP1"_s, 0), u"Received"_s, patience);
    select(Files, u"CP1"_s);
    QTRY_VERIFY(!part<ui::FilePanel>().path().isEmpty());
    auto *text = part<ui::FileViewer>().findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->isVisible() && !text->toPlainText().isEmpty());
}

void TestFirmwarePage::failureIsShown()
{
    openLive();
    station(u"CP1"_s).setFileManner(simulator::FileManner::UploadFails);
    write([](store::Database &db) {
        (void)store::StationFiles(db).request({.station = u"CP1"_s, .kind = StationFileKind::Diagnostics});
    });
    select(Files, u"CP1"_s);
    QTRY_COMPARE_WITH_TIMEOUT(cell(Files, u"CP1"_s, 0), u"Failed"_s, patience);
    QTRY_VERIFY(seen().contains(u"The station could not bring the file."_s));
    station(u"CP1"_s).setFileManner(simulator::FileManner::Good);
    QVERIFY(uitest::press(part<ui::FilePanel>(), u"Ask again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(cell(Files, u"CP1"_s, 0), u"Received"_s, patience); // newest first
}

UI_TEST_MAIN(TestFirmwarePage)
#include "tst_firmwarepage.moc"
