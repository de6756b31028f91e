// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/locallists/listrow.h"

#include "store/clock.h"
#include "ui/text/format.h"
#include "ui/text/stepwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct ListRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ListRow)
};

struct StationWords {
    Q_DECLARE_TR_FUNCTIONS(ui::StationListRow)
};

QString titleText(const ListRow &row)
{
    return row.title();
}

QString titleTooltip(const ListRow &row)
{
    return ListRowWords::tr("Changed %1").arg(format::ago(row.list.changed, store::now()));
}

QString makeUpText(const ListRow &row)
{
    return row.makeUp();
}

Role mutedInk(const ListRow &)
{
    return Role::Muted;
}

QString entriesText(const ListRow &row)
{
    return QLocale().toString(row.entries);
}

QString stationsText(const ListRow &row)
{
    return QLocale().toString(row.stations);
}

template<int ListRow::*member> QVariant numberKey(const ListRow &row)
{
    return row.*member;
}

QString standingText(const ListRow &row)
{
    return row.standing().text;
}

MarkedTexts standingMarks(const ListRow &row)
{
    return {row.standing()};
}

/// What needs a person first.
QVariant standingSortKey(const ListRow &row)
{
    return row.stuck > 0 ? 0 : row.inStep < row.stations ? 1 : 2;
}

constexpr std::array listTable{
    Column<ListRow>{.title = QT_TRANSLATE_NOOP("ui::ListRow", "List"),
                    .text = titleText,
                    .width = 0,
                    .tooltip = titleTooltip,
                    .strong = true},
    Column<ListRow>{.title = QT_TRANSLATE_NOOP("ui::ListRow", "Made of"),
                    .text = makeUpText,
                    .width = 240,
                    .narrowWidth = 0,
                    .tooltip = makeUpText,
                    .ink = mutedInk},
    Column<ListRow>{.title = QT_TRANSLATE_NOOP("ui::ListRow", "Entries"),
                    .text = entriesText,
                    .width = 100,
                    .narrowWidth = 80,
                    .alignment = Qt::AlignRight,
                    .sortKey = numberKey<&ListRow::entries>},
    Column<ListRow>{.title = QT_TRANSLATE_NOOP("ui::ListRow", "Stations"),
                    .text = stationsText,
                    .width = 110,
                    .narrowWidth = 0,
                    .alignment = Qt::AlignRight,
                    .sortKey = numberKey<&ListRow::stations>},
    Column<ListRow>{.title = QT_TRANSLATE_NOOP("ui::ListRow", "In step"),
                    .text = standingText,
                    .width = 200,
                    .narrowWidth = 128,
                    .tooltip = standingText,
                    .sortKey = standingSortKey,
                    .marks = standingMarks},
};

QString stationText(const StationListRow &row)
{
    return row.standing.station;
}

QString stationTooltip(const StationListRow &row)
{
    return row.description;
}

QString thereText(const StationListRow &row)
{
    if (row.standing.unsupported || row.standing.reported.value_or(0) < 0)
        return StationWords::tr("no list");
    if (!row.standing.reported)
        return StationWords::tr("not known");
    return *row.standing.reported == 0 ? StationWords::tr("empty") : QString::number(*row.standing.reported);
}

QString thereTooltip(const StationListRow &row)
{
    return row.standing.reportedAt ? StationWords::tr("Version of its list, by its own word at %1")
                                         .arg(format::dateTime(*row.standing.reportedAt))
                                   : StationWords::tr("It has not told the version of its list since its start.");
}

QString hereText(const StationListRow &row)
{
    return row.standing.committed == 0 ? StationWords::tr("none") : QString::number(row.standing.committed);
}

QString hereTooltip(const StationListRow &row)
{
    return row.standing.committedAt ? StationWords::tr("Version that it accepted last, at %1")
                                          .arg(format::dateTime(*row.standing.committedAt))
                                    : StationWords::tr("It has not accepted any list from here.");
}

QString driftText(const StationListRow &row)
{
    return row.step.difference == 0 ? QString() : QLocale().toString(row.step.difference);
}

QVariant driftSortKey(const StationListRow &row)
{
    return row.step.difference;
}

StepWords stepOf(const StationListRow &row)
{
    return stepWords(row.step, row.online, store::now());
}

QString stepText(const StationListRow &row)
{
    return stepOf(row).text;
}

QString stepTooltip(const StationListRow &row)
{
    const StepWords words = stepOf(row);
    return words.reason.isEmpty() ? words.sentence : words.sentence + u'\n' + words.reason;
}

MarkedTexts stepMarks(const StationListRow &row)
{
    const StepWords words = stepOf(row);
    return {{words.mark, words.text}};
}

constexpr std::array stationTable{
    Column<StationListRow>{.title = QT_TRANSLATE_NOOP("ui::StationListRow", "Station"), .text = stationText,
                           .width = 0, .tooltip = stationTooltip, .strong = true},
    Column<StationListRow>{.title = QT_TRANSLATE_NOOP("ui::StationListRow", "Version there"), .text = thereText,
                           .width = 128, .narrowWidth = 112, .tooltip = thereTooltip},
    Column<StationListRow>{.title = QT_TRANSLATE_NOOP("ui::StationListRow", "Version here"), .text = hereText,
                           .width = 120, .narrowWidth = 104, .tooltip = hereTooltip},
    Column<StationListRow>{.title = QT_TRANSLATE_NOOP("ui::StationListRow", "Drift"), .text = driftText, .width = 84,
                           .narrowWidth = 68, .alignment = Qt::AlignRight, .sortKey = driftSortKey},
    Column<StationListRow>{.title = QT_TRANSLATE_NOOP("ui::StationListRow", "State"), .text = stepText, .width = 180,
                           .narrowWidth = 148, .tooltip = stepTooltip, .marks = stepMarks},
};

} // namespace

QString ListRow::title() const
{
    return list.station ? ListRowWords::tr("%1 only").arg(*list.station) : list.name;
}

QString ListRow::makeUp() const
{
    if (list.source == store::LocalListSource::Entries)
        return ListRowWords::tr("By hand");
    return list.groups.isEmpty() ? ListRowWords::tr("All id tags")
                                 : ListRowWords::tr("Id tags of %1").arg(list.groups.join(u", "_s));
}

MarkedText ListRow::standing() const
{
    if (stations == 0)
        return {{Shape::Dot, Role::Inactive}, ListRowWords::tr("used nowhere")};
    const QString count = ListRowWords::tr("%1 of %2").arg(inStep).arg(stations);
    if (stuck > 0)
        return {{Shape::Triangle, Role::Fault}, count};
    if (paused > 0)
        return {{Shape::Pause, Role::Caution}, count};
    return inStep == stations ? MarkedText{{Shape::Check, Role::Good}, count}
                              : MarkedText{{Shape::Clock, Role::Accent}, count};
}

std::span<const Column<ListRow>> listColumns()
{
    return listTable;
}

std::span<const Column<StationListRow>> stationListColumns()
{
    return stationTable;
}

} // namespace ui
