// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/clock.h"
#include "ui/exchange/csv.h"
#include "ui/exchange/csvexport.h"
#include "ui/models/answerto.h"
#include "ui/uifixture.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"

#include <QLabel>
#include <QProgressBar>
#include <QSemaphore>
#include <QStringEncoder>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;

namespace csv = ui::csv;

namespace {

/// As "Unicode text" of a spreadsheet.
QByteArray utf16(QStringView text)
{
    return QStringEncoder(QStringConverter::Utf16LE)(text);
}

/// What a spreadsheet makes cells of that takes this character for the separator, and quotes only where a cell begins.
QStringList cellsBetween(char separator, const QByteArray &line)
{
    QStringList cells{QString()};
    bool isQuoted = false;
    for (const QChar c : QString::fromUtf8(line)) {
        if (c == u'"' && (isQuoted || cells.last().isEmpty()))
            isQuoted = !isQuoted;
        else if (!isQuoted && (c == QLatin1Char(separator) || c == u'\n'))
            cells.append(QString());
        else if (c != u'\r')
            cells.last() += c;
    }
    return cells;
}

/// Keeps the pool, which has one thread meanwhile, from saving what was written: as a slow disk does.
class SlowDisk {
public:
    SlowDisk() { QThreadPool::globalInstance()->setMaxThreadCount(1); }
    ~SlowDisk()
    {
        mayWrite_->release();
        maySave_->release();
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(threads_);
    }
    /// The one part of a table, whose writing waits for letWrite(), and its saving for letSave().
    [[nodiscard]] auto part() const
    {
        return [isRead = isRead_, mayWrite = mayWrite_, maySave = maySave_](store::Database &, const QVariant &) {
            QThreadPool::globalInstance()->start([mayWrite] { mayWrite->acquire(); });
            QThreadPool::globalInstance()->start([maySave] { maySave->acquire(); }, -1); // after the writing
            isRead->release();
            return ui::CsvPart{.bytes = "x\r\n", .rows = 1, .next = {}};
        };
    }
    [[nodiscard]] bool isRead() const { return isRead_->available() > 0; }
    void letWrite() { mayWrite_->release(); }
    void letSave() { maySave_->release(); }

private:
    const int threads_ = QThreadPool::globalInstance()->maxThreadCount();
    std::shared_ptr<QSemaphore> isRead_ = std::make_shared<QSemaphore>();
    std::shared_ptr<QSemaphore> mayWrite_ = std::make_shared<QSemaphore>();
    std::shared_ptr<QSemaphore> maySave_ = std::make_shared<QSemaphore>();
};

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void textIsQuotedWhereItMust_data();
    void textIsQuotedWhereItMust();
    void formulasAreDefusedWithoutLoss_data();
    void formulasAreDefusedWithoutLoss();
    void noSeparatorMakesAFormula_data();
    void noSeparatorMakesAFormula();
    void numbersAndTimesIgnoreTheLocale();
    void readsWhatSpreadsheetsWrite_data();
    void readsWhatSpreadsheetsWrite();
    void linesAreCountedAsAnEditorDoes();
    void openQuoteIsTold();
    void exportGoesOnPartByPart();
    void exportIsCancelled();
    void savingKeepsNobodyWaiting();
    void savingIsCancelled();
    void whatCannotBeSavedIsTold();
    void failedReadingLeavesNoFile();

private:
    void startSlowly(SlowDisk &disk);
    [[nodiscard]] QString path() const { return dir_->filePath(u"out.csv"_s); }

    std::unique_ptr<uitest::Store> store_;
    std::unique_ptr<ui::NoticeBar> notice_;
    std::unique_ptr<ui::CsvExport> exporter_;
    std::unique_ptr<QTemporaryDir> dir_;
    std::unique_ptr<ui::modal::Answers> answers_;
};

void TestCsv::init()
{
    store_ = std::make_unique<uitest::Store>();
    notice_ = std::make_unique<ui::NoticeBar>();
    notice_->resize(900, 48);
    exporter_ = std::make_unique<ui::CsvExport>(store_->backend(), *notice_, nullptr);
    dir_ = std::make_unique<QTemporaryDir>();
    answers_ = std::make_unique<ui::modal::Answers>();
    answers_->file = [this](const auto &) { return path(); };
}

void TestCsv::cleanup()
{
    answers_.reset();
    exporter_.reset();
    notice_.reset();
    store_.reset();
}

void TestCsv::textIsQuotedWhereItMust_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"CP01"_s << "CP01"_ba;
    QTest::newRow("comma") << u"Berg, Anna"_s << "\"Berg, Anna\""_ba;
    QTest::newRow("quote") << u"the \"old\" one"_s << "\"the \"\"old\"\" one\""_ba;
    QTest::newRow("line") << u"a\nb"_s << "\"a\nb\""_ba;
    QTest::newRow("blank at the end") << u"a "_s << "\"a \""_ba;
    QTest::newRow("umlaut") << u"Öl"_s << "\xC3\x96l"_ba;
    QTest::newRow("empty") << QString() << ""_ba;
}

void TestCsv::textIsQuotedWhereItMust()
{
    QFETCH(QString, text);
    QTEST(csv::text(text), "cell");
    QCOMPARE(csv::parse("h,h\r\n" + csv::text(text) + ",x\r\n").records.last().cells.first(), text);
}

void TestCsv::formulasAreDefusedWithoutLoss_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"=1+1",     "+49 171",    "-5",        "@SUM(A1)",    "\tx",    "\nx",    "\uFF1D1+1", "'=1",       "''+",
          "'t Hooft", "'",          "a=b",       " =1+1",       "\"=1+1", "x;=1+1", "x\t=1+1",   "x\r\n=1+1", "x; =1+1",
          "x;'=1+1",  "x;\"=1+1;y", "x;\"'\"+1", "=1;=2\n\n-3", ";",      "\n",     "a;b",       "x,=1"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestCsv::formulasAreDefusedWithoutLoss()
{
    QFETCH(QString, text);
    const QByteArray cell = csv::text(text);
    QVERIFY2(!QByteArray("=+-@\t\r").contains(cell.startsWith('"') ? cell.at(1) : cell.at(0)), cell.constData());
    QCOMPARE(csv::parse("h,h\r\n" + cell + ",x\r\n").records.last().cells.first(), text);
}

void TestCsv::noSeparatorMakesAFormula_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"=1+1", "x;=1+1", "x\t=1+1", "x\n=1+1", "x\r=1+1", "x;\"=1+1;y", "x;\t@SUM(A1)", "a\"b;+1"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestCsv::noSeparatorMakesAFormula()
{
    QFETCH(QString, text);
    const QByteArray line = csv::line({csv::number(qint64(7)), csv::text(text), csv::text(u"end"_s)});
    for (const char separator : {',', ';', '\t'}) {
        for (const QString &cell : cellsBetween(separator, line))
            QVERIFY2(cell.isEmpty() || !u"=+-@"_s.contains(cell.at(0)), qPrintable(cell));
    }
}

void TestCsv::numbersAndTimesIgnoreTheLocale()
{
    QCOMPARE(csv::line({csv::number(qint64(-5)), csv::number(-0.5, 1)}), "-5,-0.5\r\n"_ba); // no text to be guarded
    const QLocale before;
    QLocale::setDefault(QLocale(u"de"_s));
    QCOMPARE(csv::number(12345.678, 3), "12345.678"_ba);
    QCOMPARE(csv::number(qint64(1'204'310)), "1204310"_ba);
    const auto moment = ocpp::parseTimestamp(u"2026-11-22T19:41:00Z", ocpp::Zone::Utc)->value;
    const QString text = QString::fromLatin1(csv::time(moment));
    QVERIFY2(text.endsWith(u'Z') || text.contains(u'+') || text.lastIndexOf(u'-') > 10, qPrintable(text));
    QCOMPARE(QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch(), moment.time_since_epoch().count());
    const QString exact = QString::fromLatin1(csv::time(moment + std::chrono::milliseconds(7)));
    QCOMPARE(QDateTime::fromString(exact, Qt::ISODate).toMSecsSinceEpoch(), moment.time_since_epoch().count() + 7);
    QLocale::setDefault(before);
}

void TestCsv::readsWhatSpreadsheetsWrite_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("RFC 4180") << "tag,name\r\nA1,\"Berg, Anna\"\r\n"_ba;
    QTest::newRow("semicolons") << "tag;name\nA1;Berg, Anna\n"_ba;
    QTest::newRow("tabs, no last line end") << "tag\tname\nA1\tBerg, Anna"_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBFtag;name\r\nA1;\"Berg, Anna\"\r\n"_ba;
    QTest::newRow("UTF-16") << "\xFF\xFE"_ba + utf16(u"tag\tname\r\nA1\tBerg, Anna\r\n");
    QTest::newRow("old line ends, empty lines") << "tag;name\r\r;\rA1;Berg, Anna\r\r"_ba;
}

void TestCsv::readsWhatSpreadsheetsWrite()
{
    QFETCH(QByteArray, bytes);
    const csv::Parsed parsed = csv::parse(bytes);
    QCOMPARE(parsed.records.size(), 2);
    QCOMPARE(parsed.records.at(0).cells, (QStringList{u"tag"_s, u"name"_s}));
    QCOMPARE(parsed.records.at(1).cells, (QStringList{u"A1"_s, u"Berg, Anna"_s}));
}

void TestCsv::linesAreCountedAsAnEditorDoes()
{
    const csv::Parsed parsed = csv::parse("tag,name\r\n\r\nA,\"two\nlines\"\r\nB,x\r\n");
    QCOMPARE(parsed.records.size(), 3);
    QCOMPARE(parsed.records.at(1).line, 3);
    QCOMPARE(parsed.records.at(2).line, 5);
    QCOMPARE(csv::parse("tag\r\n\xD6l\r\n").records.at(1).cells.first(), u"Öl"_s); // Latin-1
}

void TestCsv::openQuoteIsTold()
{
    QCOMPARE(csv::parse("tag,name\r\nA,x\r\nB,\"open\r\nC,y\r\n").brokenLine, 3);
}

void TestCsv::exportGoesOnPartByPart()
{
    const auto part = [](store::Database &, const QVariant &after) {
        const int place = after.toInt();
        return ui::CsvPart{.bytes = QByteArray::number(place) + "\r\n",
                           .rows = 1,
                           .next = place < 3 ? QVariant(place + 1) : QVariant()};
    };
    QSignalSpy ended(exporter_.get(), &ui::CsvExport::ended);
    exporter_->start({.header = "h\r\n", .part = part, .expectedRows = 4}, u"x"_s);
    QVERIFY(exporter_->isRunning());
    QTRY_COMPARE(ended.size(), 1);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "\xEF\xBB\xBFh\r\n0\r\n1\r\n2\r\n3\r\n"_ba);
    QVERIFY(uitest::named<QAbstractButton>(*notice_, u"Show in folder"_s));
}

void TestCsv::exportIsCancelled()
{
    const auto mayGoOn = std::make_shared<QSemaphore>(); // the reader may outlive this function
    const auto part = [mayGoOn](store::Database &, const QVariant &after) {
        mayGoOn->tryAcquire(1, 10'000);
        return ui::CsvPart{.bytes = "x\r\n", .rows = 1, .next = after.toInt() + 1};
    };
    QSignalSpy ended(exporter_.get(), &ui::CsvExport::ended);
    exporter_->start({.header = "h\r\n", .part = part, .expectedRows = 4}, u"x"_s);
    mayGoOn->release(2);
    QTRY_COMPARE(notice_->findChild<QProgressBar *>()->value(), 50);
    QVERIFY(uitest::press(*notice_, u"Cancel"_s));
    QCOMPARE(ended.size(), 1);
    QVERIFY(!exporter_->isRunning());
    mayGoOn->release(1);
    auto after = store_->backend().reader->read([](store::Database &) { return true; });
    after.waitForFinished(); // one read after the other: the last part is done
    QVERIFY(!QFileInfo::exists(path()));
    QCOMPARE(ended.size(), 1);
}

/// Until everything is written and the file waits for being saved.
void TestCsv::startSlowly(SlowDisk &disk)
{
    exporter_->start({.header = "h\r\n", .part = disk.part(), .expectedRows = 1}, u"x"_s);
    QTRY_VERIFY(disk.isRead());
    bool isHandedOver = false; // one read after the other, and so are their answers
    store_->backend().reader->read([](store::Database &) { return true; })
        | ui::answerTo(exporter_.get(), [&](const store::Outcome<bool> &) { isHandedOver = true; });
    QTRY_VERIFY(isHandedOver);
    disk.letWrite();
    QTRY_COMPARE(notice_->findChild<QProgressBar *>()->maximum(), 0);
}

void TestCsv::savingKeepsNobodyWaiting()
{
    SlowDisk disk;
    QSignalSpy ended(exporter_.get(), &ui::CsvExport::ended);
    startSlowly(disk);
    QVERIFY(exporter_->isRunning());
    QVERIFY(!QFileInfo::exists(path()));
    disk.letSave();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(QFileInfo::exists(path()));
    QVERIFY(uitest::visibleText(*notice_).contains(u"1 line"_s));
    QVERIFY(uitest::named<QAbstractButton>(*notice_, u"Show in folder"_s));
}

void TestCsv::savingIsCancelled()
{
    SlowDisk disk;
    QSignalSpy ended(exporter_.get(), &ui::CsvExport::ended);
    startSlowly(disk);
    QVERIFY(uitest::press(*notice_, u"Cancel"_s));
    QVERIFY(exporter_->isRunning()); // nobody knows yet whether it is too late
    disk.letSave();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(uitest::visibleText(*notice_).contains(u"The export was cancelled. Nothing was written."_s));
    QTRY_VERIFY(QDir(dir_->path()).isEmpty());
}

void TestCsv::whatCannotBeSavedIsTold()
{
    SlowDisk disk;
    QSignalSpy ended(exporter_.get(), &ui::CsvExport::ended);
    startSlowly(disk);
    QVERIFY(QDir(dir_->path()).mkdir(u"out.csv"_s)); // what stands there now cannot be replaced
    disk.letSave();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!exporter_->isRunning());
    QVERIFY(uitest::visibleText(*notice_).contains(u"out.csv cannot be written: "_s));
}

void TestCsv::failedReadingLeavesNoFile()
{
    const auto part = [](store::Database &db, const QVariant &) {
        db.number(u"SELECT count(*) FROM no_such_table"_s);
        return ui::CsvPart{.bytes = "x\r\n", .rows = 1, .next = {}};
    };
    QSignalSpy ended(exporter_.get(), &ui::CsvExport::ended);
    exporter_->start({.header = "h\r\n", .part = part, .expectedRows = 1}, u"x"_s);
    QTRY_COMPARE(ended.size(), 1);
    QTRY_VERIFY(QDir(dir_->path()).isEmpty());
    QVERIFY(!uitest::named<QAbstractButton>(*notice_, u"Show in folder"_s));
}

UI_TEST_MAIN(TestCsv)
#include "tst_csv.moc"
