// SPDX-License-Identifier: GPL-3.0-or-later
// The messages of one station, in its detail.
#include "store/clock.h"
#include "store/frames.h"
#include "ui/pages/messages/messagedetail.h"
#include "ui/pages/stations/findingsview.h"
#include "ui/pages/stations/messages/stationmessages.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

class TestStationMessages : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void onlyThisStationAndLive();
    void anotherStationStartsAfresh();
    void searchAndFindings();
    void findingsBeyondTheListAreCounted();
    void detailStandsBelow();
    void stationColumnIsNotShown();
    void pageIsOpenedWithTheFilter();
    void exportWritesThisStationsMessages();
    void everyControlHasAName();

private:
    [[nodiscard]] ui::TableView &table() { return *view_->findChild<ui::TableView *>(); }
    [[nodiscard]] int rows() { return table().model()->rowCount(); }
    void say(const QString &station, const QString &tag, const QString &finding = {});

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::StationMessages> view_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void TestStationMessages::init()
{
    store_ = std::make_unique<uitest::Store>();
    store_->write([](store::Database &db) {
        samplesite::startNode(db);
        samplesite::addStation(db, u"CP1"_s);
        samplesite::addStation(db, u"CP2"_s);
    });
    view_ = std::make_unique<ui::StationMessages>(store_->backend());
    view_->resize(520, 700);
    view_->setStation(u"CP1"_s);
    view_->setOpen(true);
    view_->show();
    tester_ = std::make_unique<QAbstractItemModelTester>(table().model(),
                                                         QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestStationMessages::cleanup()
{
    tester_.reset();
    view_.reset();
    store_.reset();
}

void TestStationMessages::say(const QString &station, const QString &tag, const QString &finding)
{
    store_->write([&](store::Database &db) {
        samplesite::addFrame(db, station, true, 2, tag, u"Authorize"_s, u"{\"idTag\":\"%1\"}"_s.arg(tag).toUtf8(), finding);
    });
}

void TestStationMessages::onlyThisStationAndLive()
{
    say(u"CP2"_s, u"OTHER"_s);
    say(u"CP1"_s, u"ANNA"_s);
    QTRY_COMPARE(rows(), 1);
    say(u"CP1"_s, u"BERT"_s);
    QTRY_COMPARE(rows(), 2);
    QCOMPARE(table().model()->index(1, 5).data().toString(), u"tag BERT"_s);
}

void TestStationMessages::anotherStationStartsAfresh()
{
    say(u"CP1"_s, u"ANNA"_s);
    say(u"CP2"_s, u"BERT"_s);
    say(u"CP2"_s, u"CARL"_s);
    QTRY_COMPARE(rows(), 1);
    uitest::named<QLineEdit>(*view_, u"Search this station's messages"_s)->setText(u"anna"_s);
    view_->setStation(u"CP2"_s);
    QTRY_COMPARE(rows(), 2);
    QVERIFY(uitest::named<QLineEdit>(*view_, u"Search this station's messages"_s)->text().isEmpty());
}

void TestStationMessages::findingsBeyondTheListAreCounted()
{
    const auto findings = [](int count) {
        QList<store::FindingRow> rows;
        for (int i = 1; i <= count; ++i)
            rows.append({.id = i, .station = u"CP1"_s, .first = store::now(), .last = store::now()});
        return rows;
    };
    ui::FindingsView view;
    const auto says = [&view](const QString &text) {
        return std::ranges::any_of(view.findChildren<QLabel *>(),
                                   [&](const QLabel *label) { return !label->isHidden() && label->text() == text; });
    };
    view.present(findings(57));
    QVERIFY(says(u"and 7 more"_s));
    view.present(findings(3));
    QVERIFY(!says(u"and 7 more"_s) && !says(u"and 0 more"_s));
}

void TestStationMessages::searchAndFindings()
{
    say(u"CP1"_s, u"ANNA"_s);
    say(u"CP1"_s, u"BERT"_s, u"/idTag: odd"_s);
    QTRY_COMPARE(rows(), 2);
    auto *search = uitest::named<QLineEdit>(*view_, u"Search this station's messages"_s);
    search->setText(u"anna"_s);
    QTRY_COMPARE(rows(), 1);
    search->clear();
    QVERIFY(uitest::press(*view_, u"Only findings"_s));
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(table().model()->index(0, 5).data().toString(), u"tag BERT"_s);
}

void TestStationMessages::detailStandsBelow()
{
    say(u"CP1"_s, u"ANNA"_s);
    QTRY_COMPARE(rows(), 1);
    table().selectRow(0);
    auto *detail = view_->findChild<ui::MessageDetail *>();
    QTRY_VERIFY(detail->isVisible() && detail->height() > 100);
    QVERIFY(detail->mapTo(view_.get(), QPoint()).y() >= table().mapTo(view_.get(), QPoint(0, table().height())).y());
    QTest::keyClick(&table(), Qt::Key_Escape);
    QVERIFY(!detail->isVisible());
}

void TestStationMessages::stationColumnIsNotShown()
{
    QVERIFY(table().isColumnHidden(2));
    view_->resize(1400, 700);
    QTRY_VERIFY(table().width() > ui::TableView::narrowBelow);
    QVERIFY(table().isColumnHidden(2));
    QVERIFY(!table().isColumnHidden(4));
}

void TestStationMessages::pageIsOpenedWithTheFilter()
{
    QSignalSpy requested(view_.get(), &ui::StationMessages::pageRequested);
    QVERIFY(uitest::press(*view_, u"Only findings"_s));
    QVERIFY(uitest::press(*view_, u"Open the page Messages for this station"_s));
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toBool(), true);
}

void TestStationMessages::exportWritesThisStationsMessages()
{
    say(u"CP1"_s, u"ANNA"_s);
    say(u"CP2"_s, u"BERT"_s);
    const QTemporaryDir folder;
    QString suggested;
    ui::modal::Answers person;
    person.file = [&](const ui::modal::FileRequest &request) {
        suggested = QFileInfo(request.suggestion).fileName();
        return folder.filePath(u"log.csv"_s);
    };
    QVERIFY(uitest::press(*view_, u"Export"_s));
    QTRY_VERIFY(QFileInfo::exists(folder.filePath(u"log.csv"_s)));
    QVERIFY2(suggested.startsWith(u"messages-CP1-"_s), qPrintable(suggested));
    QFile file(folder.filePath(u"log.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("ANNA"));
    QVERIFY(!text.contains("BERT"));
    QTRY_VERIFY(uitest::named<QPushButton>(*view_, u"Export"_s)->isEnabled());
}

void TestStationMessages::everyControlHasAName()
{
    const QStringList nameless = uitest::namelessControls(*view_);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

UI_TEST_MAIN(TestStationMessages)
#include "tst_stationmessages.moc"
