// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/tagtable.h"

#include "ui/exchange/csv.h"
#include "ui/pages/idtags/tagrules.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int rowsInPart = 1000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::TagTable)
};

/// "4,59E+12": what a spreadsheet makes of a long number. The digits are lost.
bool isRoundedNumber(const QString &cell)
{
    static const QRegularExpression pattern(u"^\\d([.,]\\d+)?E\\+\\d+$"_s, QRegularExpression::CaseInsensitiveOption);
    return pattern.match(cell).hasMatch();
}

QString readTag(const QString &cell, store::IdTag &tag)
{
    tag.tag = cell;
    return isRoundedNumber(cell) ? Words::tr("A spreadsheet has rounded this number. Make the column text there, and "
                                             "enter the tag again.")
                                 : tagComplaint(cell);
}

QString readGroup(const QString &cell, store::IdTag &tag)
{
    tag.parentIdTag = cell;
    const QString complaint = groupComplaint(tag.tag, cell);
    return complaint.isEmpty() ? QString() : Words::tr("Group: %1").arg(complaint);
}

QString readStatus(const QString &cell, store::IdTag &tag)
{
    for (const QLatin1StringView known : {"Accepted"_L1, "Blocked"_L1}) {
        if (cell.isEmpty() || cell.compare(known, Qt::CaseInsensitive) == 0) {
            tag.status = known;
            return {};
        }
    }
    return Words::tr("Status \"%1\": write Accepted or Blocked.").arg(cell);
}

/// "31.12.2027", "12/31/2027": the person's own order, as spreadsheets write it, with a year of four digits.
QString localDateFormat()
{
    QString format = QLocale().dateFormat(QLocale::ShortFormat);
    static const QRegularExpression year(u"y+"_s);
    static const QRegularExpression day(u"d+"_s);
    static const QRegularExpression month(u"M+"_s);
    return format.replace(year, u"yyyy"_s).replace(day, u"d"_s).replace(month, u"M"_s);
}

QDate dayOf(const QString &cell)
{
    const QDate day = QDate::fromString(cell, Qt::ISODate);
    return day.isValid() && cell.size() == 10 ? day : QDate::fromString(cell, localDateFormat());
}

/// A date alone means the whole day, as a person means it; a time without a zone is local.
std::optional<QDateTime> endOf(const QString &cell)
{
    if (const QDate day = dayOf(cell); day.isValid())
        return day.addDays(1).startOfDay();
    QString text = cell;
    if (text.size() > 10 && text.at(10) == u' ')
        text[10] = u'T';
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

QString readExpiry(const QString &cell, store::IdTag &tag)
{
    tag.expiryDate.reset();
    if (cell.isEmpty())
        return {};
    const auto end = endOf(cell);
    if (!end)
        return Words::tr("\"%1\" is no date: write 2027-12-31, %2 or 2027-12-31T18:00:00+01:00.")
            .arg(cell, QDate(2027, 12, 31).toString(localDateFormat()));
    tag.expiryDate = ocpp::Timestamp(std::chrono::milliseconds(end->toMSecsSinceEpoch()));
    return {};
}

QString readLimit(const QString &cell, store::IdTag &tag)
{
    tag.maxConcurrent.reset();
    if (cell.isEmpty())
        return {};
    bool isNumber = false;
    const int limit = cell.toInt(&isNumber);
    if (!isNumber || limit < 0 || limit > 999)
        return Words::tr("\"%1\" is no number of cars: write 1 to 999, or nothing for no limit.").arg(cell);
    if (limit > 0)
        tag.maxConcurrent = limit;
    return {};
}

constexpr std::array tagNames{"idtag"_L1, "id_tag"_L1, "uid"_L1, "rfid"_L1, "card"_L1, "token"_L1};
constexpr std::array personNames{"owner"_L1, "person"_L1, "description"_L1};
constexpr std::array groupNames{"parent"_L1, "parent_id_tag"_L1, "parentidtag"_L1, "parent_tag"_L1};
constexpr std::array statusNames{"state"_L1};
constexpr std::array expiryNames{"expiry_date"_L1, "expirydate"_L1, "expires"_L1, "valid_to"_L1};
constexpr std::array limitNames{"max_active"_L1, "limit"_L1};
constexpr std::array stationNames{"station"_L1, "only_at"_L1};

constexpr std::array cells{
    TagCell{"tag"_L1, tagNames, [](const store::IdTag &t) { return csv::text(t.tag); }, readTag},
    TagCell{"name"_L1, personNames, [](const store::IdTag &t) { return csv::text(t.name); },
            [](const QString &cell, store::IdTag &tag) {
                tag.name = cell;
                return QString();
            }},
    TagCell{"group"_L1, groupNames, [](const store::IdTag &t) { return csv::text(t.parentIdTag); }, readGroup},
    TagCell{"status"_L1, statusNames, [](const store::IdTag &t) { return csv::text(t.status); }, readStatus},
    TagCell{"valid_until"_L1, expiryNames, [](const store::IdTag &t) { return csv::time(t.expiryDate); }, readExpiry},
    TagCell{
        "max_concurrent"_L1, limitNames,
        [](const store::IdTag &t) { return t.maxConcurrent ? csv::number(qint64(*t.maxConcurrent)) : QByteArray(); },
        readLimit},
    TagCell{"stations"_L1, stationNames, [](const store::IdTag &t) { return csv::text(t.stations.join(u"; "_s)); },
            [](const QString &cell, store::IdTag &tag) {
                tag.stations = stationsIn(cell);
                return QString();
            }},
};

const TagCell *cellCalled(const QString &heading)
{
    const QString name = heading.trimmed().toLower().replace(u' ', u'_');
    const auto found = std::ranges::find_if(cells, [&](const TagCell &cell) {
        return name == cell.name || std::ranges::find(cell.alsoCalled, name) != cell.alsoCalled.end();
    });
    return found == cells.end() ? nullptr : &*found;
}

QString headings()
{
    QStringList names;
    for (const TagCell &cell : cells)
        names.append(cell.name);
    return names.join(u", "_s);
}

void readHeadings(TagFile &file, const QStringList &headings)
{
    file.headings = headings;
    for (const QString &heading : headings) {
        const TagCell *cell = cellCalled(heading);
        if (cell && file.columns.contains(cell))
            cell = nullptr; // the first of two counts
        file.columns.append(cell);
        if (!cell && !heading.trimmed().isEmpty())
            file.foreign.append(heading.trimmed());
    }
}

QByteArray lineOf(const store::IdTag &tag)
{
    QList<QByteArray> line;
    for (const TagCell &cell : cells)
        line.append(cell.write(tag));
    return csv::line(line);
}

} // namespace

std::span<const TagCell> tagCells()
{
    return cells;
}

TagFile readTagFile(const QByteArray &bytes)
{
    const csv::Parsed parsed = csv::parse(bytes);
    TagFile file;
    if (parsed.brokenLine > 0) {
        file.trouble = Words::tr("In line %1 a quotation mark opens that nothing closes.").arg(parsed.brokenLine);
        return file;
    }
    if (!parsed.records.isEmpty())
        readHeadings(file, parsed.records.first().cells);
    if (!file.columns.contains(&cells.front())) {
        file.trouble =
            Words::tr("The first line has to name the columns, at least the one called tag. Possible are: %1.")
                .arg(headings());
        return file;
    }
    for (const csv::Record &record : parsed.records.mid(1))
        file.lines.append({record.line, record.cells});
    if (file.lines.isEmpty())
        file.trouble = Words::tr("There is no line below the names of the columns.");
    return file;
}

CsvTable tagTable(qint64 expectedRows)
{
    QList<QByteArray> names;
    for (const TagCell &cell : cells)
        names.append(QByteArray(cell.name.data(), cell.name.size()));
    const auto part = [](store::Database &db, const QVariant &after) {
        const QList<store::IdTag> tags = store::IdTags(db).list({.after = after.toString(), .limit = rowsInPart});
        CsvPart result{.bytes = {}, .rows = tags.size(), .next = {}};
        for (const store::IdTag &tag : tags)
            result.bytes += lineOf(tag);
        if (tags.size() == rowsInPart)
            result.next = tags.last().tag;
        return result;
    };
    return {.header = csv::line(names), .part = part, .expectedRows = expectedRows};
}

} // namespace ui
