// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/frames.h"
#include "ui/exchange/csv.h"
#include "ui/pages/messages/messagedetail.h"
#include "ui/pages/messages/messagesource.h"
#include "ui/pages/messages/messagespage.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/decodedtree.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace {

enum Columns { Finding, Time, Station, Direction, Message, Summary };

QString treeText(const QTreeWidget &tree)
{
    QStringList lines;
    for (QTreeWidgetItemIterator it(const_cast<QTreeWidget *>(&tree)); *it; ++it)
        lines.append((*it)->text(0) + u'=' + (*it)->text(1));
    return lines.join(u'\n');
}

} // namespace

class TestMessagesPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void framesArriveAtTheEnd();
    void filterByStation();
    void filterByMessage();
    void filterByText();
    void filterByFinding();
    void linkSetsTheFilter();
    void pauseHoldsTheListAndGoOnFetches();
    void olderComeByPages();
    void rowsAreBounded();
    void boundIsToldAtTheUpperEnd();
    void endIsFollowedOnlyWhileInSight();
    void detailDecodesBesideRaw();
    void secretsAreMasked();
    void unreadableFrameIsShownAsItCame();
    void pairIsFound();
    void selectionSurvivesTraffic();
    void longSearchSaysHowFarItCame();
    void rowsAndDetailTellTheDay();
    void exportWritesWhatPassesTheFilter();
    void emptyLogOffersTheFirstStep();

private:
    ui::TableView &table() { return *page_->findChild<ui::TableView *>(); }
    QAbstractItemModel &model() { return *table().model(); }
    QString cell(int row, int column) { return model().index(row, column).data().toString(); }
    QComboBox &combo(const char *name) { return *uitest::named<QComboBox>(*page_, QLatin1StringView(name)); }
    void addFrames(int count, const QString &station = u"CP1"_s);
    ui::MessageDetail &openDetail(int row);

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::MessagesPage> page_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
    int counter_ = 0;
};

void TestMessagesPage::init()
{
    QSettings().clear();
    counter_ = 0;
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
        samplesite::addStation(db, u"CP2"_s);
    });
    page_ = std::make_unique<ui::MessagesPage>(store_->backend());
    page_->resize(1060, 700);
    page_->show();
    tester_ =
        std::make_unique<QAbstractItemModelTester>(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_COMPARE(combo("Station").count(), 3);
}

void TestMessagesPage::cleanup()
{
    tester_.reset();
    page_.reset();
    store_.reset();
}

void TestMessagesPage::addFrames(int count, const QString &station)
{
    store_->write([&, first = counter_](store::Database &db) {
        for (int i = first; i < first + count; ++i)
            samplesite::addFrame(db, station, true, 2, QString::number(i), u"Authorize"_s,
                                 u"{\"idTag\":\"TAG-%1\"}"_s.arg(i).toUtf8());
    });
    counter_ += count;
}

ui::MessageDetail &TestMessagesPage::openDetail(int row)
{
    table().selectRow(row);
    return *page_->findChild<ui::MessageDetail *>();
}

void TestMessagesPage::framesArriveAtTheEnd()
{
    addFrames(1);
    QTRY_COMPARE(model().rowCount(), 1);
    addFrames(2);
    QTRY_COMPARE(model().rowCount(), 3);
    QCOMPARE(cell(2, Summary), u"tag TAG-2"_s);
    QCOMPARE(cell(2, Station), u"CP1"_s);
    QCOMPARE(cell(2, Direction), u"Request"_s);
    QCOMPARE(page_->headline(), u"3 messages shown, live"_s);
}

void TestMessagesPage::filterByStation()
{
    addFrames(2);
    addFrames(1, u"CP2"_s);
    QTRY_COMPARE(model().rowCount(), 3);
    combo("Station").setCurrentText(u"CP2"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    addFrames(1, u"CP1"_s);
    addFrames(1, u"CP2"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    QCOMPARE(cell(1, Station), u"CP2"_s);
}

void TestMessagesPage::filterByMessage()
{
    addFrames(3);
    store_->write(
        [](store::Database &db) { samplesite::addFrame(db, u"CP1"_s, true, 2, u"h"_s, u"Heartbeat"_s, "{}"); });
    QTRY_COMPARE(model().rowCount(), 4);
    combo("Message").setCurrentText(u"Heartbeat"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, Message), u"Heartbeat"_s);
}

void TestMessagesPage::filterByText()
{
    addFrames(30);
    QTRY_COMPARE(model().rowCount(), 30);
    page_->search(u"tag-17"_s);
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, Summary), u"tag TAG-17"_s);
    page_->search({});
    QTRY_COMPARE(model().rowCount(), 30);
}

void TestMessagesPage::filterByFinding()
{
    addFrames(3);
    store_->write([](store::Database &db) {
        samplesite::addFrame(db, u"CP2"_s, true, 2, u"f"_s, u"Authorize"_s, R"({"idTag":7})", u"/idTag: A number."_s);
    });
    QTRY_COMPARE(model().rowCount(), 4);
    QVERIFY(!model().index(3, Finding).data(ui::MarksRole).value<ui::MarkedTexts>().isEmpty());
    QVERIFY(uitest::press(*page_, u"Only findings"_s));
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, Station), u"CP2"_s);
}

void TestMessagesPage::linkSetsTheFilter()
{
    addFrames(3);
    store_->write([](store::Database &db) {
        samplesite::addFrame(db, u"CP2"_s, true, 2, u"f"_s, u"Authorize"_s, R"({"idTag":7})", u"/idTag: A number."_s);
    });
    page_->visit({u"messages"_s, u"CP2"_s, true});
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(combo("Station").currentText(), u"CP2"_s);
}

void TestMessagesPage::pauseHoldsTheListAndGoOnFetches()
{
    addFrames(2);
    QTRY_COMPARE(model().rowCount(), 2);
    page_->primaryAction()->trigger();
    QVERIFY(page_->headline().endsWith(u"paused"_s));
    QSignalSpy inserted(&model(), &QAbstractItemModel::rowsInserted);
    addFrames(5);
    QVERIFY(!inserted.wait(300));
    page_->primaryAction()->trigger();
    QTRY_COMPARE(model().rowCount(), 7);
}

void TestMessagesPage::olderComeByPages()
{
    addFrames(ui::MessageSource::pageSize + 50);
    page_->search(u"TAG"_s); // reads anew, as a fresh visit does
    QTRY_COMPARE(model().rowCount(), ui::MessageSource::pageSize);
    const QString first = cell(0, Summary);
    table().verticalScrollBar()->setValue(0);
    QTRY_COMPARE(model().rowCount(), ui::MessageSource::pageSize + 50);
    QCOMPARE(cell(0, Summary), u"tag TAG-0"_s);
    QCOMPARE(cell(50, Summary), first);
    QTRY_VERIFY(table().verticalScrollBar()->value() >= 50 * ui::TableView::rowHeight); // the eye keeps its place
}

void TestMessagesPage::rowsAreBounded()
{
    addFrames(10);
    QTRY_COMPARE(model().rowCount(), 10);
    for (int i = 0; i < 5; ++i) {
        addFrames(1000);
        QTRY_COMPARE(cell(model().rowCount() - 1, Summary), u"tag TAG-%1"_s.arg(counter_ - 1));
    }
    QCOMPARE(model().rowCount(), ui::MessageSource::mostRows);
}

void TestMessagesPage::boundIsToldAtTheUpperEnd()
{
    addFrames(1);
    QTRY_COMPARE(model().rowCount(), 1);
    const auto isTold = [this] {
        return uitest::visibleText(*page_).contains(u"Only the latest 4,000 messages stand here."_s);
    };
    for (int i = 0; i < 4; ++i) {
        addFrames(1000);
        QTRY_COMPARE(cell(model().rowCount() - 1, Summary), u"tag TAG-%1"_s.arg(counter_ - 1));
    }
    QCOMPARE(model().rowCount(), ui::MessageSource::mostRows);
    QVERIFY(!isTold()); // the end is in sight
    QScrollBar &bar = *table().verticalScrollBar();
    QTRY_COMPARE(bar.value(), bar.maximum());
    bar.setValue(0);
    QTRY_VERIFY(isTold());
    const QTemporaryDir dir;
    ui::modal::Answers answers;
    answers.file = [&](const auto &) { return dir.filePath(u"log.csv"_s); };
    QVERIFY(uitest::press(*page_, u"Export all"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"Show in folder"_s));
    QFile file(dir.filePath(u"log.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(ui::csv::parse(file.readAll()).records.size(), 4002); // with the one that is not shown, and the header
    bar.setValue(bar.maximum());
    QTRY_VERIFY(!isTold());
}

void TestMessagesPage::endIsFollowedOnlyWhileInSight()
{
    addFrames(100);
    QTRY_COMPARE(model().rowCount(), 100);
    QScrollBar &bar = *table().verticalScrollBar();
    QTRY_COMPARE(bar.value(), bar.maximum());
    bar.setValue(bar.maximum() / 2);
    const int place = bar.value();
    addFrames(5);
    QTRY_COMPARE(model().rowCount(), 105);
    QCOMPARE(bar.value(), place);
    QVERIFY(page_->headline().contains(u"more arrive"_s));
    QVERIFY(uitest::press(*page_, u"Latest"_s));
    QCOMPARE(bar.value(), bar.maximum());
}

void TestMessagesPage::detailDecodesBesideRaw()
{
    const QByteArray payload = R"({"status":"Faulted","connectorId":"2","errorCode":"GroundFailure","colour":"red"})";
    store_->write([&](store::Database &db) {
        samplesite::addFrame(db, u"CP1"_s, true, 2, u"x"_s, u"StatusNotification"_s, payload,
                             u"/connectorId: A text instead of a number; /colour: Unknown field."_s);
    });
    QTRY_COMPARE(model().rowCount(), 1);
    ui::MessageDetail &detail = openDetail(0);
    QVERIFY(detail.isVisible());
    const auto &tree = *detail.findChild<ui::DecodedTree *>();
    const QString text = treeText(tree);
    QVERIFY2(text.startsWith(u"connectorId=2\nerrorCode=GroundFailure\nstatus=Faulted"_s), qPrintable(text));
    QVERIFY(text.contains(u"colour=red"_s));
    QCOMPARE(tree.topLevelItem(0)->toolTip(0), u"A text instead of a number"_s);
    QVERIFY(!tree.topLevelItem(0)->icon(0).isNull());
    QVERIFY(tree.topLevelItem(1)->icon(0).isNull());
    const QString raw = detail.findChild<ui::JsonView *>()->toPlainText();
    QVERIFY(raw.indexOf(u"status"_s) < raw.indexOf(u"connectorId"_s)); // as it came
    QCOMPARE(QJsonDocument::fromJson(raw.toUtf8()), QJsonDocument::fromJson(payload));
}

void TestMessagesPage::secretsAreMasked()
{
    store_->write([](store::Database &db) {
        samplesite::addFrame(db, u"CP1"_s, false, 2, u"x"_s, u"ChangeConfiguration"_s,
                             R"({"key":"AuthorizationKey","value":"4F43415F4F435454"})");
    });
    QTRY_COMPARE(model().rowCount(), 1);
    ui::MessageDetail &detail = openDetail(0);
    QVERIFY(!detail.findChild<ui::JsonView *>()->toPlainText().contains(u"4F43"_s));
    QVERIFY(!treeText(*detail.findChild<ui::DecodedTree *>()).contains(u"4F43"_s));
    QVERIFY(treeText(*detail.findChild<ui::DecodedTree *>()).contains(u"AuthorizationKey"_s));
}

void TestMessagesPage::unreadableFrameIsShownAsItCame()
{
    store_->write([](store::Database &db) {
        samplesite::addFrame(db, u"CP1"_s, true, 0, {}, {}, "[2,\"x1\",", u"The frame ends too early."_s);
    });
    QTRY_COMPARE(model().rowCount(), 1);
    QCOMPARE(cell(0, Direction), u"Unreadable"_s);
    ui::MessageDetail &detail = openDetail(0);
    QCOMPARE(detail.findChild<ui::JsonView *>()->toPlainText(), u"[2,\"x1\","_s);
    QVERIFY(!detail.findChild<ui::DecodedTree *>()->isVisible());
}

void TestMessagesPage::pairIsFound()
{
    store_->write([](store::Database &db) {
        const auto now = ocpp::Timestamp(std::chrono::milliseconds(1'795'348'800'000));
        store::Frames frames(db);
        frames.insert({0, u"CP1"_s, now, true, 2, u"7"_s, u"Heartbeat"_s, "{}", {}});
        frames.insert({0,
                       u"CP1"_s,
                       now + std::chrono::milliseconds(42),
                       false,
                       3,
                       u"7"_s,
                       u"Heartbeat"_s,
                       R"({"currentTime":"2026-11-22T12:00:00Z"})",
                       {}});
    });
    QTRY_COMPARE(model().rowCount(), 2);
    const auto facts = [](const ui::MessageDetail &detail) {
        QStringList texts;
        for (const QLabel *label : detail.findChildren<QLabel *>())
            texts.append(label->accessibleName());
        return texts.join(u'|');
    };
    QVERIFY(facts(openDetail(0)).contains(u"answered after 42 ms"_s));
    QVERIFY(facts(openDetail(1)).contains(u"after 42 ms"_s));
}

void TestMessagesPage::selectionSurvivesTraffic()
{
    addFrames(20);
    QTRY_COMPARE(model().rowCount(), 20);
    openDetail(5);
    addFrames(20);
    QTRY_COMPARE(model().rowCount(), 40);
    QCOMPARE(table().selectionModel()->selectedRows().first().row(), 5);
}

void TestMessagesPage::longSearchSaysHowFarItCame()
{
    counter_ = 10'000;
    store_->write([](store::Database &db) {
        samplesite::addFrame(db, u"CP1"_s, true, 2, u"a"_s, u"Authorize"_s, "{\"idTag\":\"NEEDLE\"}");
        for (int i = 0; i < ui::mostScannedFrames + 200; ++i)
            store::Frames(db).append({.station = u"CP1"_s, .time = ocpp::Timestamp(std::chrono::hours(490'000)),
                                      .incoming = true, .type = 2, .messageId = u"x"_s, .action = u"Heartbeat"_s,
                                      .payload = "{}"});
    });
    page_->search(u"needle"_s);
    QTRY_VERIFY(uitest::visibleText(*page_).contains(u"Nothing since "_s));
    QVERIFY(!uitest::visibleText(*page_).contains(u"No message passes"_s));
    QVERIFY(uitest::press(*page_, u"Search further"_s));
    QTRY_COMPARE(model().rowCount(), 1);
    QVERIFY(!uitest::named<QPushButton>(*page_, u"Search further"_s));
}

void TestMessagesPage::rowsAndDetailTellTheDay()
{
    const QDateTime past = QDateTime::currentDateTime().addDays(-3);
    const QString day = QLocale().toString(past.date(), QLocale::ShortFormat);
    store_->write([&](store::Database &db) {
        store::Frames(db).append({.station = u"CP1"_s,
                                  .time = ocpp::Timestamp(std::chrono::milliseconds(past.toMSecsSinceEpoch())),
                                  .incoming = true, .type = 2, .messageId = u"old"_s, .action = u"Heartbeat"_s,
                                  .payload = "{}"});
    });
    addFrames(1);
    QTRY_COMPARE(model().rowCount(), 2);
    QVERIFY2(cell(0, Time).startsWith(day), qPrintable(cell(0, Time)));
    QVERIFY2(!cell(1, Time).contains(u'/'), qPrintable(cell(1, Time)));
    const ui::MessageDetail &detail = openDetail(0);
    QTRY_VERIFY2(uitest::visibleText(detail).contains(day), qPrintable(uitest::visibleText(detail)));
}

void TestMessagesPage::exportWritesWhatPassesTheFilter()
{
    addFrames(1100);
    addFrames(5, u"CP2"_s);
    combo("Station").setCurrentText(u"CP1"_s);
    QTRY_COMPARE(model().rowCount(), ui::MessageSource::pageSize);
    const QTemporaryDir dir;
    ui::modal::Answers answers;
    answers.file = [&](const auto &) { return dir.filePath(u"log.csv"_s); };
    QVERIFY(uitest::press(*page_, u"Export"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"Show in folder"_s));
    QFile file(dir.filePath(u"log.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const ui::csv::Parsed parsed = ui::csv::parse(file.readAll());
    QCOMPARE(parsed.records.size(), 1101);
    QCOMPARE(parsed.records.first().cells.mid(0, 3), (QStringList{u"time"_s, u"station"_s, u"direction"_s}));
    QCOMPARE(parsed.records.at(1).cells.mid(1, 5),
             (QStringList{u"CP1"_s, u"from"_s, u"2"_s, u"1099"_s, u"Authorize"_s})); // newest first
    QCOMPARE(parsed.records.last().cells.last(), u"{\"idTag\":\"TAG-0\"}"_s);
}

void TestMessagesPage::emptyLogOffersTheFirstStep()
{
    const auto step = [this] { return uitest::named<QPushButton>(*page_, u"Connect a charger"_s); };
    QTRY_VERIFY(step());
    QSignalSpy links(page_.get(), &ui::Page::linkActivated);
    QVERIFY(uitest::press(*step()));
    QCOMPARE(links.takeFirst().first().value<ui::Target>().page, u"connect"_s);
    page_->search(u"nobody"_s);
    QTRY_VERIFY(!step()); // what passes the filter is another matter
    page_->search({});
    QTRY_VERIFY(step());
    addFrames(1);
    QTRY_VERIFY(!step());
}

UI_TEST_MAIN(TestMessagesPage)
#include "tst_messagespage.moc"
