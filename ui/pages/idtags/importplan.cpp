// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/importplan.h"

#include "store/clock.h"
#include "store/stations.h"
#include "ui/exchange/csv.h"
#include "ui/pages/idtags/tagrules.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Verdict = ImportRow::Verdict;
using KnownTags = QHash<QString, store::IdTag>;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::ImportRow)
};

QString keyOf(const TagFile &file, const TagFile::Line &line)
{
    const qsizetype column = file.columns.indexOf(&tagCells().front());
    return store::folded(line.cells.value(column).trimmed());
}

/// A cell too many is mostly a name with a comma and without quotation marks: the cells after it are not what they seem.
bool isTooLong(const TagFile &file, const TagFile::Line &line)
{
    const auto isFilled = [](const QString &cell) { return !cell.trimmed().isEmpty(); };
    return std::ranges::any_of(line.cells.mid(file.columns.size()), isFilled);
}

/// The form refuses them, too.
QString stationComplaint(const store::IdTag &tag, const QStringList &stations)
{
    const auto unknown = std::ranges::find_if(
        tag.stations, [&](const QString &id) { return !stations.contains(id, Qt::CaseInsensitive); });
    return unknown == tag.stations.end()
               ? QString()
               : Words::tr("There is no station %1: add it first, or leave it out here.").arg(*unknown);
}

/// Columns that the file does not have keep what is known.
ImportRow rowOf(const TagFile &file, const TagFile::Line &line, const ImportGround &ground)
{
    const KnownTags &known = ground.tags;
    ImportRow row;
    row.line = line.number;
    if (isTooLong(file, line))
        row.reason = Words::tr("More cells than the first line names. A text with a comma needs quotation marks.");
    const auto before = known.constFind(keyOf(file, line));
    if (before != known.cend())
        row.tag = *before;
    for (qsizetype i = 0; i < file.columns.size(); ++i) {
        const TagCell *column = file.columns.at(i);
        if (!column)
            continue;
        const QString complaint = column->read(line.cells.value(i).trimmed(), row.tag);
        if (row.reason.isEmpty())
            row.reason = complaint;
    }
    if (before != known.cend())
        row.tag.tag = before->tag; // its spelling stays: sessions show it
    row.tag.tagKey = store::folded(row.tag.tag);
    const bool isSame = before != known.cend() && sameTag(*before, row.tag);
    if (row.reason.isEmpty() && !isSame) // what is there already does not get worse
        row.reason = stationComplaint(row.tag, ground.stations);
    row.verdict = !row.reason.isEmpty()       ? Verdict::Bad
                  : before == known.cend()    ? Verdict::New
                  : isSame                    ? Verdict::Same
                                              : Verdict::Update;
    return row;
}

class Planner {
public:
    Planner(const TagFile &file, const ImportGround &ground, const ImportChoice &choice)
        : file_(file), ground_(ground), choice_(choice)
    {
    }

    ImportPlan run()
    {
        QHash<QString, int> firstLines;
        for (const TagFile::Line &line : file_.lines) {
            ImportRow row = rowOf(file_, line, ground_);
            const int first = firstLines.value(row.tag.tagKey);
            if (row.verdict != Verdict::Bad && first > 0)
                spoil(row, Words::tr("The same tag as in line %1.").arg(first));
            else if (row.verdict != Verdict::Bad)
                firstLines.insert(row.tag.tagKey, row.line);
            if (row.verdict == Verdict::Update && !choice_.updateKnown)
                row.verdict = Verdict::Skip;
            plan_.rows.append(row);
        }
        settleGroups();
        for (qsizetype i = 0; i < plan_.rows.size(); ++i) {
            plan_.rows[i].number = i;
            count(plan_.rows.at(i));
        }
        return plan_;
    }

private:
    static void spoil(ImportRow &row, const QString &reason)
    {
        row.verdict = Verdict::Bad;
        row.reason = reason;
    }

    /// A group has to be a tag: one that is known, one of this file, or one that is made.
    void settleGroups()
    {
        QSet<QString> there(ground_.tags.keyBegin(), ground_.tags.keyEnd());
        for (const ImportRow &row : plan_.rows) {
            if (row.verdict != Verdict::Bad)
                there.insert(row.tag.tagKey);
        }
        QList<ImportRow> groups;
        for (ImportRow &row : plan_.rows) {
            const bool written = row.verdict == Verdict::New || row.verdict == Verdict::Update;
            const QString group = row.tag.parentIdTag;
            if (!written || group.isEmpty() || there.contains(store::folded(group)))
                continue;
            if (!plan_.newGroups.contains(group, Qt::CaseInsensitive)) {
                plan_.newGroups.append(group);
                groups.append(madeGroup(group));
            }
            if (!choice_.makeGroups)
                spoil(row, Words::tr("There is no tag %1, which is to be its group.").arg(group));
        }
        if (choice_.makeGroups)
            plan_.rows = groups + plan_.rows;
    }

    static ImportRow madeGroup(const QString &group)
    {
        ImportRow row;
        row.verdict = Verdict::New;
        row.tag.tag = group;
        row.tag.tagKey = store::folded(group);
        row.reason = Words::tr("Made, because it is named as a group.");
        return row;
    }

    void count(const ImportRow &row)
    {
        switch (row.verdict) {
        case Verdict::New:
            ++plan_.fresh;
            break;
        case Verdict::Update:
            ++plan_.updated;
            break;
        case Verdict::Same:
            ++plan_.same;
            return;
        case Verdict::Skip:
            ++plan_.skipped;
            return;
        case Verdict::Bad:
            ++plan_.bad;
            return;
        }
        plan_.change.save.append(row.tag);
    }

    const TagFile &file_;
    const ImportGround &ground_;
    const ImportChoice &choice_;
    ImportPlan plan_;
};

struct VerdictWord {
    Verdict verdict;
    Mark mark;
    const char *word;
};

constexpr std::array verdicts{
    VerdictWord{Verdict::New, {Shape::Check, Role::Good}, QT_TRANSLATE_NOOP("ui::ImportRow", "New")},
    VerdictWord{Verdict::Update, {Shape::Check, Role::Accent}, QT_TRANSLATE_NOOP("ui::ImportRow", "Updated")},
    VerdictWord{Verdict::Same, {Shape::Dot, Role::Inactive}, QT_TRANSLATE_NOOP("ui::ImportRow", "Unchanged")},
    VerdictWord{Verdict::Skip, {Shape::Bar, Role::Inactive}, QT_TRANSLATE_NOOP("ui::ImportRow", "Skipped")},
    VerdictWord{Verdict::Bad, {Shape::Cross, Role::Fault}, QT_TRANSLATE_NOOP("ui::ImportRow", "Left out")},
};

const VerdictWord &wordOf(const ImportRow &row)
{
    return *std::ranges::find(verdicts, row.verdict, &VerdictWord::verdict);
}

QString verdictText(const ImportRow &row)
{
    return Words::tr(wordOf(row).word);
}

MarkedTexts verdictMarks(const ImportRow &row)
{
    return {{wordOf(row).mark, verdictText(row)}};
}

QString lineText(const ImportRow &row)
{
    return row.line > 0 ? QLocale().toString(row.line) : QString();
}

QString tagText(const ImportRow &row)
{
    return row.tag.tag;
}

QString nameText(const ImportRow &row)
{
    return row.tag.name;
}

QString groupText(const ImportRow &row)
{
    return row.tag.parentIdTag;
}

QString stateText(const ImportRow &row)
{
    return tagState(row.tag, store::now()).word;
}

QString expiryText(const ImportRow &row)
{
    return row.tag.expiryDate ? format::moment(*row.tag.expiryDate, store::now()) : QString();
}

QString reasonText(const ImportRow &row)
{
    return row.reason;
}

Role mutedInk(const ImportRow &)
{
    return Role::Muted;
}

constexpr std::array table{
    Column<ImportRow>{.title = QT_TRANSLATE_NOOP("ui::ImportRow", "Line"),
                      .text = lineText,
                      .width = 66, // in less than 64 px a header shows no title
                      .alignment = Qt::AlignRight,
                      .ink = mutedInk},
    Column<ImportRow>{.title = QT_TRANSLATE_NOOP("ui::ImportRow", "What happens"),
                      .text = verdictText,
                      .width = 122,
                      .marks = verdictMarks},
    Column<ImportRow>{.title = QT_TRANSLATE_NOOP("ui::ImportRow", "Tag"),
                      .text = tagText,
                      .width = 148,
                      .tooltip = tagText,
                      .strong = true},
    Column<ImportRow>{
        .title = QT_TRANSLATE_NOOP("ui::ImportRow", "Name"), .text = nameText, .width = 116, .tooltip = nameText},
    Column<ImportRow>{.title = QT_TRANSLATE_NOOP("ui::ImportRow", "Group"),
                      .text = groupText,
                      .width = 80,
                      .tooltip = groupText,
                      .ink = mutedInk},
    Column<ImportRow>{
        .title = QT_TRANSLATE_NOOP("ui::ImportRow", "State"), .text = stateText, .width = 92, .ink = mutedInk},
    Column<ImportRow>{
        .title = QT_TRANSLATE_NOOP("ui::ImportRow", "Valid until"), .text = expiryText, .width = 132, .ink = mutedInk},
    Column<ImportRow>{
        .title = QT_TRANSLATE_NOOP("ui::ImportRow", "Why"), .text = reasonText, .width = 0, .tooltip = reasonText},
};

} // namespace

ImportPlan planImport(const TagFile &file, const ImportGround &ground, const ImportChoice &choice)
{
    return Planner(file, ground, choice).run();
}

CsvTable leftOutTable(const TagFile &file, const ImportPlan &plan)
{
    const auto lineOf = [](const QStringList &texts) {
        QList<QByteArray> cells;
        for (const QString &text : texts)
            cells.append(csv::text(text));
        return csv::line(cells);
    };
    CsvPart part;
    for (const ImportRow &row : plan.rows) {
        if (row.verdict != Verdict::Bad)
            continue;
        const auto line = std::ranges::find(file.lines, row.line, &TagFile::Line::number);
        part.bytes += lineOf(QStringList{QString::number(row.line), row.reason} + line->cells);
        ++part.rows;
    }
    return {.header = lineOf(QStringList{u"line"_s, u"reason"_s} + file.headings),
            .part = [part](store::Database &, const QVariant &) { return part; },
            .expectedRows = part.rows};
}

std::span<const Column<ImportRow>> importColumns()
{
    return table;
}

} // namespace ui
