// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/picturefile.h"
#include "plot/timeaxis.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <xlsxwriter.h>

namespace plot::detail {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestText = 32767; // of a cell
constexpr qsizetype longestSheetName = 31;

/// A sheet that is filled row by row, below its titles.
class Sheet {
public:
    struct Column {
        QString title;
        double width = 12; ///< characters
    };

    Sheet(lxw_workbook *book, const QString &name, const QList<Column> &columns)
        : sheet_(workbook_add_worksheet(book, name.left(longestSheetName).toUtf8().constData())),
          date_(workbook_add_format(book)), wrapped_(workbook_add_format(book)), head_(workbook_add_format(book)),
          columns_(lxw_col_t(columns.size()))
    {
        format_set_num_format(date_, "yyyy-mm-dd hh:mm:ss");
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
        format_set_align(date_, LXW_ALIGN_VERTICAL_TOP);
        format_set_bold(head_);
        format_set_bottom(head_, LXW_BORDER_THIN);
        for (const Column &column : columns) {
            worksheet_set_column(sheet_, column_, column_, column.width, nullptr);
            worksheet_write_string(sheet_, 0, column_++, column.title.toUtf8().constData(), head_);
        }
        worksheet_freeze_panes(sheet_, 1, 0);
    }

    void beginRow()
    {
        ++row_;
        column_ = 0;
    }
    void finish() { worksheet_autofilter(sheet_, 0, 0, row_, lxw_col_t(columns_ - 1)); }

    void add(const QString &text)
    {
        worksheet_write_string(sheet_, row_, column_++, text.left(longestText).toUtf8().constData(), wrapped_);
    }
    void add(double number) { worksheet_write_number(sheet_, row_, column_++, number, nullptr); }
    void add(int number) { add(double(number)); }
    template<class T>
    void add(const std::optional<T> &value)
    {
        if (value)
            add(*value);
        else
            ++column_;
    }
    /// Workbooks know no zones: what is written is what a clock there shows.
    void add(ocpp::Timestamp time, const QTimeZone &zone)
    {
        const QDateTime local = localTime(time, zone);
        lxw_datetime cell{local.date().year(),   local.date().month(),
                          local.date().day(),    local.time().hour(),
                          local.time().minute(), local.time().second() + local.time().msec() / 1000.0};
        worksheet_write_datetime(sheet_, row_, column_++, &cell, date_);
    }
    /// The local time and UTC, for the hour that comes twice.
    void addMoment(ocpp::Timestamp time, const QTimeZone &zone)
    {
        add(time, zone);
        add(time, QTimeZone::utc());
    }

private:
    lxw_worksheet *sheet_;
    lxw_format *date_;
    lxw_format *wrapped_;
    lxw_format *head_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
    lxw_col_t columns_;
};

QString utc(const QString &title)
{
    return title + " (UTC)"_L1;
}

QString withUnit(const QString &title, const CompositePicture &picture)
{
    return u"%1 (%2)"_s.arg(title, toString(picture.unit));
}

void addPeriods(lxw_workbook *book, const QString &name, const CompositePicture &picture, const Words &words)
{
    const QStringList &titles = words.periodColumns;
    Sheet sheet(book, name,
                {{titles.value(0), 19},
                 {utc(titles.value(0)), 19},
                 {titles.value(1), 19},
                 {utc(titles.value(1)), 19},
                 {withUnit(titles.value(2), picture)},
                 {titles.value(3), 8},
                 {titles.value(4), 34},
                 {titles.value(5), 90}});
    for (const PeriodRow &row : picture.periods) {
        sheet.beginRow();
        sheet.addMoment(row.from, picture.zone);
        sheet.addMoment(row.to, picture.zone);
        sheet.add(row.limit);
        sheet.add(row.numberPhases);
        sheet.add(row.profile);
        sheet.add(row.reason);
    }
    sheet.finish();
}

void addProfile(Sheet &sheet, const charging::PlacedProfile &placed, const CompositePicture &picture,
                const Words &words)
{
    const ocpp::ChargingProfile &profile = placed.csChargingProfiles;
    sheet.beginRow();
    sheet.add(profile.chargingProfileId);
    sheet.add(QString(toString(profile.chargingProfilePurpose)));
    sheet.add(profile.stackLevel);
    sheet.add(placed.connectorId);
    sheet.add(kindText(profile));
    sheet.add(validityText(profile, picture.zone, words));
    sheet.add(scheduleText(profile, picture.zone, words));
}

/// Each profile once: all pictures are of one station, and speak of the same.
void addProfiles(lxw_workbook *book, const QList<CompositePicture> &pictures, const Words &words)
{
    const QStringList &titles = words.profileColumns;
    Sheet sheet(book, words.profiles,
                {{titles.value(0), 10},
                 {titles.value(1), 24},
                 {titles.value(2), 8},
                 {titles.value(3), 11},
                 {titles.value(4), 18},
                 {titles.value(5), 44},
                 {titles.value(6), 90}});
    for (const charging::PlacedProfile &placed : pictures.first().profiles)
        addProfile(sheet, placed, pictures.first(), words);
    sheet.finish();
}

/// What the table of periods does not hold: further limits, and what was measured.
void addLine(lxw_workbook *book, const QString &name, const CompositePicture &picture, const Line &line,
             const Words &words)
{
    const QStringList &titles = words.periodColumns;
    Sheet sheet(book, name,
                {{titles.value(0), 19},
                 {utc(titles.value(0)), 19},
                 {withUnit(line.source == Source::Measured ? words.measuredSheet : titles.value(2), picture), 16}});
    for (const Point &point : line.points) {
        sheet.beginRow();
        sheet.addMoment(point.time, picture.zone);
        sheet.add(point.value);
    }
    sheet.finish();
}

QString lineSheetName(const Line &line, const Words &words)
{
    if (line.source == Source::Measured)
        return words.measuredSheet;
    QString name = words.lines.value(int(line.source));
    return name.isEmpty() ? name : name.at(0).toUpper() + name.sliced(1);
}

void addSheets(lxw_workbook *book, const QList<CompositePicture> &pictures, const Words &words)
{
    const bool isOne = pictures.size() == 1;
    for (const CompositePicture &picture : pictures) {
        const QString place = picture.connector == 0 ? words.wholeStation : words.connector.arg(picture.connector);
        addPeriods(book, isOne ? words.periods : place, picture, words);
    }
    addProfiles(book, pictures, words);
    for (const CompositePicture &picture : pictures) {
        for (qsizetype i = 1; i < picture.lines.size(); ++i) {
            const QString name = lineSheetName(picture.lines.at(i), words);
            addLine(book, isOne ? name : u"%1 %2"_s.arg(name).arg(picture.connector), picture, picture.lines.at(i),
                    words);
        }
    }
}

void setFacts(lxw_workbook *book, const CompositePicture &picture, const Words &words)
{
    QByteArray title = u"%1, %2"_s.arg(words.title, headline(picture, words)).left(255).toUtf8();
    QByteArray subject = periodText(picture, words).toUtf8();
    QStringList facts{zoneText(picture)};
    for (const QString &fact : {picture.model, picture.firmware}) {
        if (!fact.isEmpty())
            facts.append(fact);
    }
    QByteArray comments = facts.join(u" · "_s).left(255).toUtf8();
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.comments = comments.data();
    properties.created = std::max<time_t>(1, picture.madeAt.time_since_epoch().count() / 1000);
    workbook_set_properties(book, &properties);
}

} // namespace

Written workbook(const QList<CompositePicture> &pictures, const FileOptions &options)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"composite.xlsx"_s);
    lxw_workbook *book = folder.isValid() ? workbook_new(QFile::encodeName(path).constData()) : nullptr;
    if (!book)
        return tl::unexpected(
            u"No file can be made in %1. Make room there, or set TMPDIR to another folder."_s.arg(folder.path()));
    setFacts(book, pictures.first(), options.words);
    addSheets(book, pictures, options.words);
    const lxw_error error = workbook_close(book);
    QFile file(path);
    if (error != LXW_NO_ERROR || !file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            u"The workbook cannot be written (%1). Look for room in the folder for temporary files."_s.arg(
                QString::fromUtf8(lxw_strerror(error))));
    return file.readAll();
}

} // namespace plot::detail
