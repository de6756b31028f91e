// SPDX-License-Identifier: GPL-3.0-or-later
// A new owner's way, from the first start to the session in a table, by what is on the screen only: real engine, real
// window, and the strict ocpp-rpc client as the charger. Each step prints how long the program took.
#include "csms/engine.h"
#include "ui/exchange/csv.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/shell/pages.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms: node takes its time to start

} // namespace

class TestFirstDay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { step_.start(); }
    void cleanup();

    void startLeadsToTheAddress();
    void chargerKnocksAndIsAccepted();
    void cardIsLearned();
    void carIsCharged();
    void sessionIsExported();

private:
    void connectCharger();
    [[nodiscard]] bool hasSaid(const QString &line);
    [[nodiscard]] bool shows(const QString &text) const;
    void open(QStringView page) { window_->showPage(ui::pageIndex(page)); }

    QTemporaryDir dir_;
    std::unique_ptr<csms::Engine> engine_;
    std::unique_ptr<store::Reader> reader_;
    std::unique_ptr<ui::MainWindow> window_;
    QProcess charger_;
    QString said_;
    QElapsedTimer step_;
};

void TestFirstDay::initTestCase()
{
    const auto location = store::parseLocation(u"sqlite"_s, dir_.path());
    engine_ = std::make_unique<csms::Engine>(
        csms::EngineOptions{.location = *location, .node = u"first"_s, .bind = u"127.0.0.1"_s, .port = 0});
    QVERIFY(engine_->start());
    reader_ = std::make_unique<store::Reader>(*location);
    QVERIFY(reader_->start());
    ui::Backend backend;
    backend.reader = reader_.get();
    backend.writer = &engine_->writer();
    backend.feed = &engine_->changes();
    backend.ocppAddress = u"ws://127.0.0.1:%1/ocpp/"_s.arg(engine_->port());
    backend.databaseText = location->display();
    backend.ownsEngine = true;
    window_ = std::make_unique<ui::MainWindow>(backend);
    window_->resize(1280, 800);
    window_->show();
}

void TestFirstDay::cleanup()
{
    qInfo("%lld ms", static_cast<long long>(step_.elapsed()));
}

void TestFirstDay::cleanupTestCase()
{
    charger_.kill();
    charger_.waitForFinished();
    window_.reset();
    reader_.reset();
    engine_.reset();
}

void TestFirstDay::connectCharger()
{
    charger_.start(QString::fromUtf8(NODE_EXECUTABLE),
                   {QString::fromUtf8(LIVE_STATION), u"ws://127.0.0.1:%1/ocpp"_s.arg(engine_->port()), u"GARAGE-1"_s});
    QVERIFY(charger_.waitForStarted());
}

bool TestFirstDay::hasSaid(const QString &line)
{
    said_ += QString::fromUtf8(charger_.readAllStandardOutput());
    if (said_.contains(u"failed"_s))
        qWarning("%s", qPrintable(said_));
    return said_.contains(line + u'\n');
}

bool TestFirstDay::shows(const QString &text) const
{
    return std::ranges::any_of(window_->findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

void TestFirstDay::startLeadsToTheAddress()
{
    QTRY_VERIFY(shows(u"How do you want to begin?"_s));
    QVERIFY(uitest::press(*window_, u"Connect a charger"_s));
    QTRY_COMPARE(window_->currentPage()->headline(), u"no station is registered yet"_s);
    QTRY_VERIFY(shows(u"Nobody knocks."_s));
}

void TestFirstDay::chargerKnocksAndIsAccepted()
{
    connectCharger();
    QVERIFY(uitest::press(*window_, u"Accept GARAGE-1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(charger_.state(), QProcess::NotRunning, patience);
    QVERIFY(hasSaid(u"refused"_s));
    connectCharger(); // as chargers do by themselves
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid(u"ready"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"GARAGE-1 is connected."_s), patience);
}

void TestFirstDay::cardIsLearned()
{
    open(u"idtags");
    QVERIFY(uitest::press(*window_, u"Tap a card now"_s));
    QTRY_VERIFY(shows(u"Hold the card to the reader"_s));
    charger_.write("tap 04A1B2C3\n");
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid(u"tapped Invalid"_s), patience);
    QTRY_VERIFY(shows(u"Card 04A1B2C3 was shown at GARAGE-1."_s));
    QVERIFY(uitest::press(*window_, u"Add it"_s));
    const auto name = [&] { return uitest::named<QLineEdit>(*window_, u"Name"_s); };
    QTRY_VERIFY(name() != nullptr);
    name()->setText(u"Anna"_s);
    QVERIFY(uitest::press(*window_, u"Add"_s));
    QTRY_VERIFY(shows(u"may charge from now on."_s));
}

void TestFirstDay::carIsCharged()
{
    charger_.write("charge 04A1B2C3\n");
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid(u"charged 1"_s), patience);
    open(u"transactions");
    QAbstractItemModel *sessions = window_->currentPage()->findChild<ui::TableView *>()->model();
    QTRY_COMPARE(sessions->rowCount(), 1);
    QStringList cells;
    for (int column = 0; column < sessions->columnCount(); ++column)
        cells.append(sessions->index(0, column).data().toString());
    QVERIFY2(cells.contains(u"Anna"_s), qPrintable(cells.join(u'|')));
    QVERIFY2(cells.contains(u"5.00"_s + QChar::Nbsp + u"kWh"_s), qPrintable(cells.join(u'|')));
}

void TestFirstDay::sessionIsExported()
{
    const QString path = dir_.filePath(u"sessions.csv"_s);
    ui::modal::Answers answers;
    answers.file = [&](const auto &) { return path; };
    window_->currentPage()->primaryAction()->trigger();
    QTRY_VERIFY(shows(u"1 line exported to "_s + path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const ui::csv::Parsed table = ui::csv::parse(file.readAll());
    QCOMPARE(table.records.size(), 2);
    const QStringList &names = table.records.at(0).cells;
    const QStringList &session = table.records.at(1).cells;
    QCOMPARE(session.at(names.indexOf(u"tag"_s)), u"04A1B2C3"_s);
    QCOMPARE(session.at(names.indexOf(u"name"_s)), u"Anna"_s);
    QCOMPARE(session.at(names.indexOf(u"station"_s)), u"GARAGE-1"_s);
    QCOMPARE(session.at(names.indexOf(u"energy_wh"_s)), u"5000"_s);
}

UI_TEST_MAIN(TestFirstDay)
#include "tst_firstday.moc"
