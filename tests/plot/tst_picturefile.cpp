// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/chart.h"
#include "plot/picturefile.h"
#include "plot/samplepicture.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace sample;
using plot::FileFormat;
using plot::Source;

namespace {

struct Ran {
    int exitCode = -1;
    QByteArray out;
};

Ran run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput()};
}

/// The character data of an XML document; nothing if it is not well-formed.
std::optional<QStringList> textsOf(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters && !reader.isWhitespace())
            texts.append(reader.text().toString());
    }
    return reader.hasError() ? std::nullopt : std::optional(texts);
}

bool isLike(QColor seen, QColor wanted)
{
    constexpr int near = 15;
    return std::abs(seen.red() - wanted.red()) < near && std::abs(seen.green() - wanted.green()) < near
           && std::abs(seen.blue() - wanted.blue()) < near;
}

/// Columns of a row of pixels in which the colour is.
QList<int> columnsLike(const QImage &image, int y, QColor wanted)
{
    QList<int> columns;
    for (int x = 0; x < image.width(); ++x) {
        if (isLike(image.pixelColor(x, y), wanted))
            columns.append(x);
    }
    return columns;
}

/// The widest row of the colour from top to bottom: the lowest line of the grid, or a step.
int widestRow(const QImage &image, QColor wanted, int from, int to)
{
    int widest = -1;
    qsizetype most = 0;
    for (int y = from; y < to; ++y) {
        if (const auto count = columnsLike(image, y, wanted).size(); count >= most && count > 0) {
            most = count;
            widest = y;
        }
    }
    return widest;
}

const QColor lineColor(0x0B6E99);

} // namespace

class tst_PictureFile : public QObject {
    Q_OBJECT
private slots:
    void svg();
    void svgWithoutTheFont();
    void steps();
    void stepsInPdf();
    void pdf();
    void pdfOfManyPeriods();
    void workbook();
    void workbookHasAllPeriods();
    void sheetOfEachConnector();
    void badInput_data();
    void badInput();
    void sameBytes_data();
    void sameBytes();
    void sizes();
    void manyConnectors();
    void places();
    void shortAndLongDays();
    void linesDifferWithoutColour();
    void nothingToDraw();

private:
    QString saved(const QByteArray &bytes, const QString &name);
    QStringList cellsOf(const QByteArray &workbook, const QString &sheet);
    QImage pageOf(const QByteArray &pdf);

    QTemporaryDir folder_;
};

QString tst_PictureFile::saved(const QByteArray &bytes, const QString &name)
{
    QFile file(folder_.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

/// All that stands in a sheet: texts by way of the table that all sheets share.
QStringList tst_PictureFile::cellsOf(const QByteArray &workbook, const QString &sheet)
{
    const QString file = saved(workbook, u"cells.xlsx"_s);
    const QStringList shared =
        textsOf(run(u"unzip"_s, {u"-p"_s, file, u"xl/sharedStrings.xml"_s}).out).value_or(QStringList());
    QXmlStreamReader reader(run(u"unzip"_s, {u"-p"_s, file, u"xl/worksheets/%1.xml"_s.arg(sheet)}).out);
    QStringList cells;
    bool isShared = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == "c"_L1)
            isShared = reader.attributes().value("t"_L1) == "s"_L1;
        else if (reader.isStartElement() && reader.name() == "v"_L1) {
            const QString value = reader.readElementText();
            cells.append(isShared ? shared.value(value.toInt()) : value);
        }
    }
    return reader.hasError() ? QStringList() : cells;
}

QImage tst_PictureFile::pageOf(const QByteArray &pdf)
{
    const QString file = saved(pdf, u"page.pdf"_s);
    const QString image = folder_.filePath(u"page"_s);
    run(u"pdftoppm"_s, {u"-r"_s, u"96"_s, u"-singlefile"_s, u"-png"_s, file, image});
    return QImage(image + ".png"_L1);
}

void tst_PictureFile::svg()
{
    auto drawn = picture({16, 8}, 2);
    drawn.station = u"<Halle> & \"Hof\""_s;
    plot::addLine(drawn, line(Source::Reported, {10, 8}));
    const auto file = plot::fileOf(FileFormat::Svg, {drawn});
    QVERIFY(file);
    const auto texts = textsOf(*file);
    QVERIFY(texts);
    QCOMPARE(texts->first(), u"Composite schedule, <Halle> & \"Hof\" · Connector 1"_s); // the title
    for (const QString &text : {drawn.station + u" · Connector 1"_s, u"16 A"_s, u"8 A"_s, u"A"_s, u"computed"_s,
                                u"reported"_s, u"13:30"_s, u"now"_s, u"Mon 23 Nov"_s})
        QVERIFY2(texts->contains(text), qPrintable(text));
    QVERIFY(texts->join(u' ').contains(u"Mon 23 Nov 13:00 to 14:00: The station allows less"_s));
    QVERIFY(texts->join(u' ').contains(u"Europe/Berlin, UTC+1"_s));
    QSvgRenderer renderer(*file);
    QVERIFY(renderer.isValid());
    QCOMPARE(renderer.viewBoxF().width(), 1120.0);
    QImage image(renderer.viewBoxF().size().toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QVERIFY(widestRow(image, lineColor, 100, image.height()) > 0);
}

void tst_PictureFile::svgWithoutTheFont()
{
    const auto file = plot::fileOf(FileFormat::Svg, {picture({16}, 2)});
    QVERIFY(file);
    QXmlStreamReader reader(*file);
    int families = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        const QString family = reader.attributes().value("font-family"_L1).toString();
        if (!family.isEmpty()) {
            QVERIFY2(family.endsWith(u", sans-serif"_s), qPrintable(family));
            ++families;
        }
    }
    QVERIFY(families > 5);
}

/// 16 A in the first half and 8 A in the second: at 12 A there is nothing but the step down, in the middle.
void tst_PictureFile::steps()
{
    const auto file = plot::fileOf(FileFormat::Png, {picture({16, 8}, 2)});
    QVERIFY(file);
    const QImage image = QImage::fromData(*file, "PNG");
    QCOMPARE(image.width(), 2 * 1120);
    const int high = widestRow(image, lineColor, 200, image.height());
    const auto highColumns = columnsLike(image, high, lineColor);
    QVERIFY(highColumns.size() > 900);
    // The lower step is as long, right of the higher one.
    int low = high + 20;
    while (low < image.height() && columnsLike(image, low, lineColor).size() < highColumns.size() - 20)
        ++low;
    QVERIFY(low < image.height());
    const auto lowColumns = columnsLike(image, low, lineColor);
    QVERIFY(std::abs(highColumns.last() - lowColumns.first()) < 10);
    const auto riser = columnsLike(image, (high + low) / 2, lineColor);
    QVERIFY(!riser.isEmpty() && riser.size() < 10);
    const int middle = (highColumns.first() + lowColumns.last()) / 2;
    QVERIFY2(std::abs(riser.first() - middle) < 6, qPrintable(u"%1, not %2"_s.arg(riser.first()).arg(middle)));
    // 8 A is half as high as 16 A: the axis ends at 20 A, and its lowest line lies twice as deep below 8 A.
    const int zero = widestRow(image, QColor(0xDDE1E7), low + 20, image.height());
    QVERIFY2(std::abs((zero - low) - (low - high)) < 12, qPrintable(u"%1 %2 %3"_s.arg(high).arg(low).arg(zero)));
}

void tst_PictureFile::stepsInPdf()
{
    const auto file = plot::fileOf(FileFormat::Pdf, {picture({16, 8}, 2)});
    QVERIFY(file);
    const QImage image = pageOf(*file);
    QCOMPARE(image.size(), QSize(1123, 794)); // A4, landscape
    const int high = widestRow(image, lineColor, 100, image.height());
    const auto columns = columnsLike(image, high, lineColor);
    QVERIFY2(columns.size() > 400 && columns.size() < 560, qPrintable(QString::number(columns.size())));
}

void tst_PictureFile::pdf()
{
    auto drawn = picture({16, 8}, 2);
    drawn.station = u"Müllers <Garage> & \"Hof\""_s;
    const auto file = plot::fileOf(FileFormat::Pdf, {drawn});
    QVERIFY(file);
    const QString path = saved(*file, u"report.pdf"_s);
    const QString text = QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}).out);
    for (const QString &word : {drawn.station, u"Connector 1"_s, u"Nordkai N11"_s, u"2.4.1"_s,
                                u"Europe/Berlin, UTC+1"_s, u"Profiles"_s, u"TxDefaultProfile"_s, u"Periods"_s,
                                u"16 A"_s, u"Page 1 of 1"_s, u"23 Nov 2026 13:00 to 23 Nov 2026 15:00"_s})
        QVERIFY2(text.contains(word), qPrintable(word + u'\n' + text));
    const QString facts = QString::fromUtf8(run(u"pdfinfo"_s, {path}).out);
    QVERIFY(facts.contains(QRegularExpression(u"Title: +Composite schedule, Müllers"_s)));
    QVERIFY(facts.contains(QRegularExpression(u"Page size: +84[12][.0-9]* x 595"_s)));
}

void tst_PictureFile::pdfOfManyPeriods()
{
    QList<double> limits;
    for (int i = 0; i < 240; ++i)
        limits.append(6 + i % 26);
    auto second = picture({16}, 1);
    second.connector = 2;
    const auto file = plot::fileOf(FileFormat::Pdf, {picture(limits, 240), second});
    QVERIFY(file);
    const QString path = saved(*file, u"many.pdf"_s);
    const QString facts = QString::fromUtf8(run(u"pdfinfo"_s, {path}).out);
    const int pages = QRegularExpression(u"Pages: +(\\d+)"_s).match(facts).captured(1).toInt();
    QVERIFY2(pages > 8 && pages < 20, qPrintable(facts));
    const QString text = QString::fromUtf8(run(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}).out);
    const QStringList sheets = text.split(u'\f', Qt::SkipEmptyParts);
    QCOMPARE(sheets.size(), pages);
    QVERIFY(sheets.last().contains(u"GARAGE-1 · Connector 2"_s)); // each connector begins a page
    QVERIFY(sheets.last().contains(u"Page %1 of %1"_s.arg(pages)));
    QVERIFY(sheets.at(2).contains(QRegularExpression(u"From +To +Limit"_s))); // the header is repeated
    // Each row is there, once.
    QCOMPARE(text.count(QRegularExpression(u"\\b\\d+ A: TxDefaultProfile 5"_s)), 240 + 1);
}

void tst_PictureFile::workbook()
{
    auto drawn = picture({16, 8.5}, 2);
    plot::addLine(drawn, line(Source::Measured, {9.25, std::nullopt}));
    const auto file = plot::fileOf(FileFormat::Xlsx, {drawn});
    QVERIFY(file);
    const QString path = saved(*file, u"book.xlsx"_s);
    QCOMPARE(run(u"unzip"_s, {u"-t"_s, path}).exitCode, 0);
    const QString book = QString::fromUtf8(run(u"unzip"_s, {u"-p"_s, path, u"xl/workbook.xml"_s}).out);
    for (const QString &sheet : {u"Periods"_s, u"Profiles"_s, u"Measured"_s})
        QVERIFY(book.contains(u"name=\"%1\""_s.arg(sheet)));
    const QStringList periods = cellsOf(*file, u"sheet1"_s);
    QCOMPARE(periods.first(8), (QStringList{u"From"_s, u"From (UTC)"_s, u"To"_s, u"To (UTC)"_s, u"Limit (A)"_s,
                                            u"Phases"_s, u"Profile"_s, u"Why"_s}));
    // Days since 1900 as workbooks count them: 23 November 2026 is the 46349th; 13:00 in Berlin, 12:00 in UTC.
    QCOMPARE(periods.at(8).toDouble(), 46349 + 13 / 24.0);
    QCOMPARE(periods.at(9).toDouble(), 46349.5);
    QCOMPARE(periods.at(12), u"16"_s);
    QVERIFY(periods.contains(u"8.5"_s));
    QVERIFY(periods.contains(u"TxDefaultProfile 5 of level 2"_s));
    const QStringList profiles = cellsOf(*file, u"sheet2"_s);
    QVERIFY(profiles.contains(u"13:00 16 A, 14:00 8.5 A"_s));
    const QStringList measured = cellsOf(*file, u"sheet3"_s);
    QVERIFY(measured.contains(u"9.25"_s));
    QCOMPARE(measured.size(), 3 + 3 + 2); // where nothing was measured the cell is empty
}

/// Paper has no room for them; a cell has.
void tst_PictureFile::workbookHasAllPeriods()
{
    QList<double> limits;
    for (int i = 0; i < 20; ++i)
        limits.append(6 + i);
    const auto file = plot::fileOf(FileFormat::Xlsx, {picture(limits, 20)});
    QVERIFY(file);
    const QString schedule = cellsOf(*file, u"sheet2"_s).value(2 * 7 - 1); // last of the row below the titles
    QCOMPARE(schedule.split(u", "_s).size(), 20);
    QVERIFY2(schedule.endsWith(u", 08:00 25 A"_s), qPrintable(schedule));
}

void tst_PictureFile::sheetOfEachConnector()
{
    auto second = picture({8}, 2);
    second.connector = 2;
    const auto file = plot::fileOf(FileFormat::Xlsx, {picture({16}, 2), second});
    QVERIFY(file);
    const QString path = saved(*file, u"book.xlsx"_s);
    const QString book = QString::fromUtf8(run(u"unzip"_s, {u"-p"_s, path, u"xl/workbook.xml"_s}).out);
    for (const QString &sheet : {u"Connector 1"_s, u"Connector 2"_s, u"Profiles"_s})
        QVERIFY(book.contains(u"name=\"%1\""_s.arg(sheet)));
    QVERIFY(cellsOf(*file, u"sheet2"_s).contains(u"8"_s));
}

void tst_PictureFile::badInput_data()
{
    QTest::addColumn<plot::CompositePicture>("drawn");
    QTest::newRow("no line") << plot::CompositePicture();
    QTest::newRow("no time") << picture({16}, 0);
    QTest::newRow("no limit") << picture({}, 24);
    QTest::newRow("zero") << picture({0}, 24);
    QTest::newRow("a second") << [] {
        auto drawn = picture({16}, 1);
        drawn.duration = 1;
        return drawn;
    }();
    QList<double> limits;
    for (int i = 0; i < 5000; ++i)
        limits.append(i % 32);
    QTest::newRow("5000 periods") << picture(limits, 5000);
    auto named = picture({16}, 1);
    named.station = u"<&\">' ]]> äöüß €\u0001\u0000\uFFFF"_s + QChar(0xD800) + u"名前 "_s + QString(400, u'W');
    named.firmware = QString(1000, u'x');
    named.periods.first().reason = QString(40000, u'y') + u'\u0002';
    QTest::newRow("names") << named;
    auto odd = picture({16}, 2);
    odd.lines.append({Source::Desired, {}, {}});
    odd.lines.append(line(Source::Reported, {1e300, -5, std::numeric_limits<double>::infinity()}));
    odd.lines.append(
        line(Source::Measured, {std::numeric_limits<double>::quiet_NaN(), 3}, at(u"2020-01-01T00:00:00Z")));
    odd.differences.append({odd.end(), odd.from, Source::Reported, Source::Desired, plot::Cause::HourOff});
    QTest::newRow("odd numbers") << odd;
    auto decade = picture({16}, 1);
    decade.duration = 10 * 366 * 86400;
    QTest::newRow("ten years") << decade;
}

void tst_PictureFile::badInput()
{
    QFETCH(plot::CompositePicture, drawn);
    for (const plot::FormatRow &row : plot::formats()) {
        const auto file = plot::fileOf(row.format, {drawn});
        QVERIFY2(file, row.name.data());
        switch (row.format) {
        case FileFormat::Svg:
            QVERIFY2(textsOf(*file), file->left(3000).constData());
            QVERIFY(QSvgRenderer(*file).isValid());
            break;
        case FileFormat::Png:
            QVERIFY(!QImage::fromData(*file, "PNG").isNull());
            break;
        case FileFormat::Pdf:
            QCOMPARE(run(u"pdfinfo"_s, {saved(*file, u"bad.pdf"_s)}).exitCode, 0);
            break;
        case FileFormat::Xlsx:
            QCOMPARE(run(u"unzip"_s, {u"-t"_s, saved(*file, u"bad.xlsx"_s)}).exitCode, 0);
            QVERIFY(textsOf(run(u"unzip"_s, {u"-p"_s, saved(*file, u"bad.xlsx"_s), u"xl/sharedStrings.xml"_s}).out));
            break;
        }
    }
}

void tst_PictureFile::sameBytes_data()
{
    QTest::addColumn<FileFormat>("format");
    for (const plot::FormatRow &row : plot::formats())
        QTest::newRow(row.name.data()) << row.format;
}

void tst_PictureFile::sameBytes()
{
    QFETCH(FileFormat, format);
    const auto first = plot::fileOf(format, {picture({16, 8}, 2)});
    const auto start = QDateTime::currentMSecsSinceEpoch();
    QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > start + 1100); // files know seconds
    QCOMPARE(plot::fileOf(format, {picture({16, 8}, 2)}), first);
    QVERIFY(plot::fileOf(format, {picture({16, 9}, 2)}) != first);
}

void tst_PictureFile::sizes()
{
    const auto file = plot::fileOf(FileFormat::Png, {picture({16, 8}, 2)}, {QSize(400, 300), {}, {}});
    QVERIFY(file);
    QCOMPARE(QImage::fromData(*file, "PNG").size(), QSize(800, 600));
    const auto svg = plot::fileOf(FileFormat::Svg, {picture({16, 8}, 2)}, {QSize(400, 300), {}, {}});
    QCOMPARE(QSvgRenderer(*svg).viewBoxF().size(), QSizeF(400, 300));
}

void tst_PictureFile::manyConnectors()
{
    auto second = picture({8}, 2);
    second.connector = 2;
    const auto file = plot::fileOf(FileFormat::Svg, {picture({16}, 2), second});
    const auto texts = textsOf(*file);
    QVERIFY(texts && texts->contains(u"GARAGE-1 · Connector 1"_s) && texts->contains(u"GARAGE-1 · Connector 2"_s));
    const auto tooHigh = plot::fileOf(FileFormat::Png, QList<plot::CompositePicture>(100, second));
    QVERIFY(!tooHigh);
    QVERIFY(tooHigh.error().contains(u"pdf"_s));
    QVERIFY(!plot::fileOf(FileFormat::Png, {}));
}

void tst_PictureFile::places()
{
    const auto drawn = picture({16, 8}, 2);
    const plot::Theme theme;
    const plot::Words words;
    const plot::Chart chart(QRectF(0, 0, 800, 300), drawn, theme, words);
    QCOMPARE(chart.placeOf(drawn.from), chart.area().left());
    QCOMPARE(chart.placeOf(drawn.end()), chart.area().right());
    QCOMPARE(chart.placeOf(drawn.end() + std::chrono::hours(9)), chart.area().right());
    QCOMPARE(chart.timeAt(chart.area().center().x()), drawn.from + std::chrono::hours(1));
    QCOMPARE(chart.heightOf(0), chart.area().bottom());
    QCOMPARE(chart.heightOf(chart.highest()), chart.area().top());
    QCOMPARE(chart.highest(), 20.0);
}

/// From midnight to midnight, with a tick for each hour, of the clock on the wall.
void tst_PictureFile::shortAndLongDays()
{
    const auto textsFrom = [](QStringView from, int hours) {
        auto drawn = picture({}, hours);
        drawn.from = at(from);
        return textsOf(*plot::fileOf(FileFormat::Svg, {drawn}, {QSize(2200, 300), {}, {}})).value_or(QStringList());
    };
    const QStringList spring = textsFrom(u"2026-03-28T23:00:00Z", 23);
    QCOMPARE(spring.count(u"02:00"_s), 0);
    QCOMPARE(spring.count(u"03:00"_s), 1);
    QCOMPARE(spring.count(u"00:00"_s), 2);
    const QStringList autumn = textsFrom(u"2026-10-24T22:00:00Z", 25);
    QCOMPARE(autumn.count(u"02:00"_s), 2);
    QCOMPARE(autumn.count(u"00:00"_s), 2);
}

void tst_PictureFile::linesDifferWithoutColour()
{
    plot::Theme grey;
    for (QColor &color : grey.lines)
        color = Qt::black;
    QList<QImage> samples;
    for (int source = 0; source < plot::sourceCount; ++source) {
        QImage image(120, 12, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setPen(plot::linePen(Source(source), grey));
        painter.drawLine(QPointF(0, 6), QPointF(120, 6));
        plot::drawMark(painter, {60, 6}, Source(source), grey);
        painter.end();
        QVERIFY(!samples.contains(image));
        samples.append(image);
    }
}

void tst_PictureFile::nothingToDraw()
{
    const auto texts = textsOf(*plot::fileOf(FileFormat::Svg, {picture({16}, 0)}));
    QVERIFY(texts->join(u' ').contains(u"There is nothing to draw"_s));
    const auto free = textsOf(*plot::fileOf(FileFormat::Svg, {picture({}, 2)}));
    QVERIFY(free->contains(u"no limit"_s));
}


QTEST_MAIN(tst_PictureFile)
#include "tst_picturefile.moc"
