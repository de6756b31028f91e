// SPDX-License-Identifier: GPL-3.0-or-later
// The window over the real engine, beside a real station: the strict ocpp-rpc client in a process of its own.
#include "csms/engine.h"
#include "store/idtags.h"
#include "ui/commands/commandhead.h"
#include "ui/commands/commandrow.h"
#include "ui/pages/stations/stationpanel.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/tableview.h"

#include <QComboBox>
#include <QLabel>
#include <QProcess>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms: node takes its time to start

QString allText(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

} // namespace

class TestLiveWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void strangerKnocksAndIsLetIn();
    void isResetByAClick();
    void chargesByAClick();
    void leavesAndIsShownOffline();

private:
    void connectStation();
    [[nodiscard]] bool hasSaid(const QString &line);
    [[nodiscard]] QString cell(int column) const;
    [[nodiscard]] ui::StationPanel &panel() const { return *window_->findChild<ui::StationPanel *>(); }
    [[nodiscard]] ui::CommandRow &command(const char *action) const;

    QTemporaryDir dir_;
    std::unique_ptr<csms::Engine> engine_;
    std::unique_ptr<store::Reader> reader_;
    std::unique_ptr<ui::MainWindow> window_;
    QProcess station_;
    QString said_;
};

void TestLiveWindow::initTestCase()
{
    const auto location = store::parseLocation(u"sqlite"_s, dir_.path());
    engine_ = std::make_unique<csms::Engine>(
        csms::EngineOptions{.location = *location, .node = u"live"_s, .bind = u"127.0.0.1"_s, .port = 0});
    const auto started = engine_->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error()));
    reader_ = std::make_unique<store::Reader>(*location);
    QVERIFY(reader_->start());
    engine_->writer().submit([](store::Database &db) {
        store::IdTag tag;
        tag.tag = u"ANNA"_s;
        store::IdTags(db).save(tag);
    });
    window_ =
        std::make_unique<ui::MainWindow>(ui::Backend{.reader = reader_.get(),
                                                     .writer = &engine_->writer(),
                                                     .feed = &engine_->changes(),
                                                     .ocppAddress = u"ws://127.0.0.1:%1/ocpp/"_s.arg(engine_->port()),
                                                     .databaseText = location->display(),
                                                     .ownsEngine = true,
                                                     .restoreAndRestart = {}});
    window_->showPage(ui::pageIndex(u"stations"));
    window_->show();
}

void TestLiveWindow::cleanupTestCase()
{
    station_.kill();
    station_.waitForFinished();
    window_.reset();
    reader_.reset();
    engine_.reset();
}

void TestLiveWindow::connectStation()
{
    station_.start(QString::fromUtf8(NODE_EXECUTABLE),
                   {QString::fromUtf8(LIVE_STATION), u"ws://127.0.0.1:%1/ocpp"_s.arg(engine_->port()), u"LIVE-1"_s});
    QVERIFY(station_.waitForStarted());
}

bool TestLiveWindow::hasSaid(const QString &line)
{
    said_ += QString::fromUtf8(station_.readAllStandardOutput());
    if (said_.contains(u"failed"_s))
        qWarning("%s", qPrintable(said_));
    return said_.contains(line + u'\n');
}

QString TestLiveWindow::cell(int column) const
{
    const QAbstractItemModel &model = *window_->currentPage()->findChild<ui::TableView *>(u"stations"_s)->model();
    return model.rowCount() == 1 ? model.index(0, column).data().toString() : QString();
}

ui::CommandRow &TestLiveWindow::command(const char *action) const
{
    return *panel().findChild<ui::CommandRow *>(QLatin1StringView(action));
}

void TestLiveWindow::strangerKnocksAndIsLetIn()
{
    connectStation();
    QTRY_VERIFY_WITH_TIMEOUT(allText(*window_).contains(u"LIVE-1 knocks and was not let in."_s), patience);
    QVERIFY(uitest::press(*window_, u"See who knocks"_s));
    QVERIFY(uitest::press(*window_, u"Accept LIVE-1"_s));
    QTRY_VERIFY(allText(*window_).contains(u"LIVE-1 is registered"_s));
    window_->showPage(ui::pageIndex(u"stations"));
    QTRY_COMPARE(cell(0), u"Never seen"_s);
    QTRY_COMPARE_WITH_TIMEOUT(station_.state(), QProcess::NotRunning, patience);
    QVERIFY(hasSaid(u"refused"_s));
    connectStation(); // as the charger does when it tries again
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid(u"ready"_s), patience);
    QTRY_COMPARE(cell(0), u"Available"_s);
    QCOMPARE(cell(6), u"9.9.1"_s);
}

void TestLiveWindow::isResetByAClick()
{
    window_->currentPage()->findChild<ui::TableView *>(u"stations"_s)->selectRow(0);
    QTRY_VERIFY(allText(panel()).contains(u"LIVE-1"_s));
    ui::CommandRow &reset = command("Reset");
    QVERIFY(uitest::press(*reset.findChild<ui::CommandHead *>()));
    QVERIFY(uitest::press(*reset.findChild<QPushButton *>(u"send"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid(u"reset Soft"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(allText(reset).contains(u"Restarted\n"_s), patience);
    QTRY_VERIFY(reset.findChild<QPushButton *>(u"send"_s)->isEnabled());
}

void TestLiveWindow::chargesByAClick()
{
    ui::CommandRow &start = command("RemoteStartTransaction");
    QVERIFY(uitest::press(*start.findChild<ui::CommandHead *>()));
    auto &tag = *start.findChild<QWidget *>(u"idTag"_s)->findChild<QComboBox *>();
    QTRY_VERIFY(tag.findText(u"ANNA"_s) >= 0);
    tag.setCurrentText(u"ANNA"_s);
    QVERIFY(uitest::press(*start.findChild<QPushButton *>(u"send"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid(u"start ANNA"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(allText(start).contains(u"Charging: session 1 has started"_s), patience);
    QTRY_COMPARE(cell(0), u"Charging"_s);
    QTRY_COMPARE(cell(4), u"7.4"_s + QChar::Nbsp + u"kW"_s);
    QTRY_COMPARE(window_->currentPage()->headline(), u"1 of 1 online, 1 charging, 7.4"_s + QChar::Nbsp + u"kW"_s);
}

void TestLiveWindow::leavesAndIsShownOffline()
{
    station_.write("quit\n");
    QTRY_COMPARE_WITH_TIMEOUT(cell(0), u"Offline"_s, patience);
    QTRY_VERIFY(allText(panel()).contains(u"Offline. Last heard"_s));
}

UI_TEST_MAIN(TestLiveWindow)
#include "tst_livewindow.moc"
