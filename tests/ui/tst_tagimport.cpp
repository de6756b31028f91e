// SPDX-License-Identifier: GPL-3.0-or-later
// Tags from and into files, on the page that offers it.
#include "ui/pages/idtags/idtagspage.h"
#include "ui/pages/idtags/importview.h"
#include "ui/samplebook.h"
#include "ui/samplesite.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/tableview.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

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

class TestTagImport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void importIsShownBeforeItIsWritten();
    void importUpdatesOrSkips();
    void importMakesGroups();
    void importKeepsWhatTheFileDoesNotSay();
    void shiftedAndRoundedCellsAreLeftOut();
    void leftOutLinesAreSavedAndMended();
    void uselessFileIsRefused();
    void exportAndImportAgree();
    void unknownStationIsLeftOut();
    void datesAsThePersonWritesThem();
    void largeCountsAreGrouped();
    void longImportShowsHowFarItIs();
    void everyControlHasAName();

private:
    QAbstractItemModel &model() { return *page_->findChild<ui::TableView *>(u"idtags"_s)->model(); }
    ui::ImportView &importView() { return *page_->findChild<ui::ImportView *>(); }
    QAbstractItemModel &lines() { return *importView().findChild<ui::TableView *>()->model(); }
    QPushButton &importButton();
    bool isPlanned() { return importView().isVisible() && lines().rowCount() > 0; }
    std::optional<store::IdTag> tag(const QString &tag);
    QStringList tags();
    void openFile(const QByteArray &bytes);
    template<class Work>
    auto write(Work work)
    {
        return store_->write(work);
    }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::IdTagsPage> page_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
    std::unique_ptr<QTemporaryDir> dir_;
};

void TestTagImport::init()
{
    dir_ = std::make_unique<QTemporaryDir>();
    store_ = std::make_unique<uitest::Store>();
    write([](store::Database &db) { samplesite::startNode(db); });
    page_ = std::make_unique<ui::IdTagsPage>(store_->backend());
    page_->resize(1060, 760);
    page_->show();
    tester_ =
        std::make_unique<QAbstractItemModelTester>(&lines(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(allText(*page_).contains(u"No tag yet"_s));
}

void TestTagImport::cleanup()
{
    tester_.reset();
    page_.reset();
    store_.reset();
}

QPushButton &TestTagImport::importButton()
{
    for (QPushButton *button : importView().findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Import "_s))
            return *button;
    }
    qFatal("There is no button that imports.");
}

std::optional<store::IdTag> TestTagImport::tag(const QString &tag)
{
    return write([tag](store::Database &db) { return store::IdTags(db).find(tag); });
}

QStringList TestTagImport::tags()
{
    return write([](store::Database &db) {
        QStringList all;
        for (const store::IdTag &tag : store::IdTags(db).list())
            all.append(tag.tag);
        return all;
    });
}

void TestTagImport::openFile(const QByteArray &bytes)
{
    const QString path = dir_->filePath(u"cards.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    ui::modal::Answers answers;
    answers.file = [path](const auto &) { return path; };
    QVERIFY(uitest::press(*page_, u"Import…"_s));
}

void TestTagImport::importIsShownBeforeItIsWritten()
{
    openFile("Tag;Owner;Status;Valid until;Colour\r\n"
             "A1;Anna;;2030-12-31;red\r\n"
             "B2;Bea;Blocked;;\r\n"
             "123456789012345678901;Carl;;;\r\n"
             "a1;Anna again;;;\r\n"
             "D4;Dora;perhaps;;\r\n"
             "E5;Emil;;soon;\r\n");
    QTRY_VERIFY(isPlanned());
    QCOMPARE(tags(), QStringList());
    QAbstractItemModel &rows = lines();
    const auto reason = [&](int row) { return rows.index(row, 7).data().toString(); };
    QCOMPARE(rows.rowCount(), 6);
    QCOMPARE(rows.index(2, 0).data().toString(), u"4"_s); // the line
    QVERIFY(reason(2).contains(u"21 characters"_s));
    QVERIFY(reason(3).contains(u"same tag as in line 2"_s));
    QVERIFY(reason(4).contains(u"perhaps"_s));
    QVERIFY(reason(5).contains(u"soon"_s));
    QVERIFY(allText(importView()).contains(u"Colour"_s));
    QVERIFY(uitest::press(importView(), u"Only lines that are left out"_s));
    QCOMPARE(rows.rowCount(), 4);
    QCOMPARE(importView().plan().change.save.size(), 2);
    QVERIFY(importButton().text().startsWith(u"Import 2"_s));
    QVERIFY(uitest::press(importButton()));
    QTRY_COMPARE(tags(), (QStringList{u"A1"_s, u"B2"_s}));
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(tag(u"A1"_s)->expiryDate->time_since_epoch().count());
    QCOMPARE(end, QDate(2031, 1, 1).startOfDay()); // the whole last day
    QCOMPARE(tag(u"B2"_s)->status, u"Blocked"_s);
    QTRY_COMPARE(model().rowCount(), 2);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(tags(), QStringList());
}

void TestTagImport::importUpdatesOrSkips()
{
    write([](store::Database &db) {
        samplebook::addTag(db, u"A1"_s, u"Anna"_s);
        samplebook::addTag(db, u"S1"_s, u"Same"_s);
    });
    QTRY_COMPARE(model().rowCount(), 2);
    openFile("tag,name\na1,Anna Berg\nS1,Same\nN1,New\n");
    QTRY_VERIFY(isPlanned());
    QCOMPARE(importView().plan().updated, 1);
    QCOMPARE(importView().plan().same, 1);
    QCOMPARE(importView().plan().fresh, 1);
    auto &doubles = *uitest::named<QComboBox>(importView(), u"Tags that are known already"_s);
    doubles.setCurrentIndex(1);
    QTRY_COMPARE(importView().plan().skipped, 1);
    QCOMPARE(importView().plan().change.save.size(), 1);
    doubles.setCurrentIndex(0);
    QTRY_COMPARE(importView().plan().skipped, 0);
    QVERIFY(uitest::press(importButton()));
    QTRY_COMPARE(tag(u"A1"_s)->name, u"Anna Berg"_s);
    QCOMPARE(tag(u"A1"_s)->tag, u"A1"_s); // its spelling stays
    QVERIFY(tag(u"N1"_s));
}

void TestTagImport::importMakesGroups()
{
    openFile("tag,group\nA1,STAFF\nB2,staff\nV1,A1\n");
    QTRY_VERIFY(isPlanned());
    QCOMPARE(importView().plan().newGroups, QStringList{u"STAFF"_s});
    QCOMPARE(importView().plan().fresh, 4);
    QVERIFY(uitest::press(*importView().findChildren<QCheckBox *>().first()));
    QTRY_COMPARE(importView().plan().fresh, 1);
    QCOMPARE(importView().plan().bad, 2);
    QVERIFY(uitest::press(importView(), u"Cancel the import"_s));
    QTRY_VERIFY(!importView().isVisible());
    QCOMPARE(tags(), QStringList());
}

void TestTagImport::importKeepsWhatTheFileDoesNotSay()
{
    write([](store::Database &db) {
        store::IdTag row;
        row.tag = u"A1"_s;
        row.status = u"Blocked"_s;
        row.maxConcurrent = 3;
        store::IdTags(db).save(row);
    });
    QTRY_COMPARE(model().rowCount(), 1);
    openFile("tag,name\nA1,Anna\n");
    QTRY_VERIFY(isPlanned());
    QVERIFY(uitest::press(importButton()));
    QTRY_COMPARE(tag(u"A1"_s)->name, u"Anna"_s);
    QCOMPARE(tag(u"A1"_s)->status, u"Blocked"_s);
    QCOMPARE(tag(u"A1"_s)->maxConcurrent, 3);
}

void TestTagImport::shiftedAndRoundedCellsAreLeftOut()
{
    openFile("tag,name\nA1,Berg, Anna\n4.59E+12,Bea\nB2,Carl,\n");
    QTRY_VERIFY(isPlanned());
    const auto reason = [&](int row) { return lines().index(row, 7).data().toString(); };
    QCOMPARE(importView().plan().bad, 2);
    QVERIFY2(reason(0).contains(u"More cells than the first line names"_s), qPrintable(reason(0)));
    QVERIFY2(reason(1).contains(u"rounded"_s), qPrintable(reason(1)));
    QCOMPARE(importView().plan().change.save.value(0).tag, u"B2"_s);
}

void TestTagImport::leftOutLinesAreSavedAndMended()
{
    openFile("tag;name;Colour\r\nA1;Anna;red\r\nB2 much too long for a tag;=Bea;\"blue; green\"\r\n");
    QTRY_VERIFY(isPlanned());
    const QString path = dir_->filePath(u"rest.csv"_s);
    {
        ui::modal::Answers answers;
        answers.file = [path](const auto &) { return path; };
        QVERIFY(uitest::press(importView(), u"Save the lines that are left out"_s));
        QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"Show in folder"_s));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    QVERIFY2(bytes.contains("line,reason,tag,name,Colour\r\n3,"), bytes.constData());
    QVERIFY2(bytes.endsWith("B2 much too long for a tag,'=Bea,\"blue; green\"\r\n"), bytes.constData());
    QVERIFY(uitest::press(importView(), u"Cancel the import"_s));
    openFile(bytes.replace(" much too long for a tag", ""));
    QTRY_COMPARE(importView().plan().bad, 0);
    QCOMPARE(importView().plan().change.save.value(0).tag, u"B2"_s);
    QCOMPARE(importView().plan().change.save.value(0).name, u"=Bea"_s);
}

void TestTagImport::uselessFileIsRefused()
{
    openFile("who,what\nA1,Anna\n");
    QTRY_VERIFY(allText(*page_).contains(u"cards.csv was not imported. The first line has to name the columns"_s));
    openFile("tag,name\nA1,\"open\n");
    QTRY_VERIFY(allText(*page_).contains(u"In line 2 a quotation mark opens"_s));
    QVERIFY(!importView().isVisible());
}

void TestTagImport::exportAndImportAgree()
{
    write([](store::Database &db) {
        samplebook::addTag(db, u"STAFF"_s, u"=SUM(A1)"_s);
        store::IdTag row;
        row.tag = u"-A:1"_s;
        row.name = u"Berg, \"Anna\""_s;
        row.parentIdTag = u"STAFF"_s;
        row.status = u"Blocked"_s;
        row.expiryDate = ocpp::parseTimestamp(u"2031-07-01T08:15:00Z", ocpp::Zone::Utc)->value;
        row.maxConcurrent = 2;
        row.stations = {u"CP1"_s, u"CP2"_s};
        store::IdTags(db).save(row);
    });
    QTRY_COMPARE(model().rowCount(), 2);
    const QString path = dir_->filePath(u"out.csv"_s);
    ui::modal::Answers answers;
    answers.file = [path](const auto &) { return path; };
    QVERIFY(uitest::press(*page_, u"Export…"_s));
    QTRY_VERIFY(uitest::named<QPushButton>(*page_, u"Show in folder"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBFtag,name,group,status,valid_until,max_concurrent,stations\r\n'-A:1,"));
    QVERIFY(uitest::press(*page_, u"Import…"_s));
    QTRY_VERIFY(isPlanned());
    QCOMPARE(importView().plan().same, 2);
    QCOMPARE(importView().plan().rows.size(), 2);
}

void TestTagImport::unknownStationIsLeftOut()
{
    write([](store::Database &db) {
        samplesite::addStation(db, u"CP1"_s);
        store::IdTag row; // of a station that is gone meanwhile
        row.tag = u"OLD"_s;
        row.stations = {u"CP7"_s};
        store::IdTags(db).save(row);
    });
    QTRY_COMPARE(model().rowCount(), 1);
    openFile("tag,stations\nA1,cp1\nB2,CP1; CP9\nOLD,CP7\n");
    QTRY_COMPARE(lines().rowCount(), 3);
    QCOMPARE(importView().plan().fresh, 1);
    QCOMPARE(importView().plan().same, 1);
    QCOMPARE(importView().plan().bad, 1);
    QVERIFY(lines().index(1, 7).data().toString().contains(u"There is no station CP9: add it first"_s));
}

void TestTagImport::datesAsThePersonWritesThem()
{
    const QLocale before;
    const auto reset = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(u"de_DE"_s));
    openFile("tag;valid_until\nA1;31.12.2027\nB2;2027-12-31\nC3;1.2.2028\nD4;12/31/2027\n");
    QTRY_COMPARE(lines().rowCount(), 4);
    QCOMPARE(importView().plan().bad, 1);
    const QList<store::IdTag> tags = importView().plan().change.save;
    QVERIFY(tags.at(0).expiryDate == tags.at(1).expiryDate);
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(tags.at(2).expiryDate->time_since_epoch().count());
    QCOMPARE(end, QDate(2028, 2, 2).startOfDay());
    QVERIFY(lines().index(3, 7).data().toString().contains(u"31.12.2027"_s)); // how it can be written
}

void TestTagImport::largeCountsAreGrouped()
{
    const QLocale before;
    const auto reset = qScopeGuard([&before] { QLocale::setDefault(before); });
    QLocale::setDefault(QLocale(u"en_US"_s));
    QByteArray table = "tag\n";
    for (int i = 0; i < 1200; ++i)
        table += "T" + QByteArray::number(i) + '\n';
    openFile(table);
    QTRY_COMPARE(lines().rowCount(), 1200);
    QTRY_VERIFY(importButton().text().contains(u"1,200"_s));
    QVERIFY(allText(*page_).contains(u"1,200 new"_s));
}

void TestTagImport::longImportShowsHowFarItIs()
{
    QByteArray table = "tag\n";
    for (int i = 0; i < 1200; ++i)
        table += "T" + QByteArray::number(i) + '\n';
    openFile(table);
    QTRY_COMPARE(lines().rowCount(), 1200);
    uitest::Halt halt(*store_);
    QVERIFY(uitest::press(importButton()));
    QTRY_VERIFY(uitest::named<QProgressBar>(*page_, u"Progress"_s));
    QVERIFY(uitest::press(*page_, u"Cancel"_s));
    halt.release();
    QTRY_VERIFY(allText(*page_).contains(u"Cancelled. 500 tag"_s));
    QCOMPARE(tags().size(), 500);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_COMPARE(tags(), QStringList());
    openFile(table);
    QTRY_VERIFY(importButton().isEnabled());
    QVERIFY(uitest::press(importButton()));
    QTRY_VERIFY(allText(*page_).contains(u"imported from cards.csv"_s));
    QCOMPARE(tags().size(), 1200);
    QVERIFY(uitest::press(*page_, u"Undo"_s));
    QTRY_VERIFY(allText(*page_).contains(u"Taken back."_s));
    QCOMPARE(tags(), QStringList());
}

void TestTagImport::everyControlHasAName()
{
    openFile("tag,group\nA1,STAFF\n,\nB2 much too long for a tag,\n");
    QTRY_VERIFY(isPlanned());
    QCOMPARE(uitest::namelessControls(*page_), QStringList());
}

UI_TEST_MAIN(TestTagImport)
#include "tst_tagimport.moc"
