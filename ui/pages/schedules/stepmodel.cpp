// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/stepmodel.h"

#include "ui/text/format.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using charging::minutesPerDay;

constexpr int hourMinutes = 60;

bool takeOut(QString &text, const QString &word)
{
    const qsizetype at = word.isEmpty() ? -1 : text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at >= 0)
        text.remove(at, word.size());
    return at >= 0;
}

} // namespace

StepModel::StepModel(ScheduleDocument &document, QObject *parent) : QAbstractTableModel(parent), document_(document)
{
    connect(&document_, &ScheduleDocument::layersChanged, this, &StepModel::follow);
    connect(&document_, &ScheduleDocument::selectionChanged, this, &StepModel::follow);
    follow();
}

bool StepModel::isDaily() const
{
    const Layer *layer = document_.selected();
    return !layer || !layer->plan || layer->plan->repeats() == charging::Repeats::Daily;
}

void StepModel::follow()
{
    QList<Row> rows;
    const Layer *layer = document_.selected();
    for (int day = 0; layer && layer->plan && day < (isDaily() ? 1 : 7); ++day) {
        for (const charging::Step &step : layer->plan->day(day)) {
            if (step.stroke.limit)
                rows.append({day, step});
        }
    }
    const bool isSame = daily_ == isDaily() && rows.size() == rows_.size();
    if (isSame && rows == rows_)
        return;
    if (!isSame) {
        beginResetModel();
        daily_ = isDaily();
        rows_ = rows;
        endResetModel();
        return;
    }
    rows_ = rows; // an edit in the table goes on
    if (!rows_.isEmpty())
        emit dataChanged(index(0, 0), index(int(rows_.size()) - 1, Columns - 1));
}

charging::Span StepModel::spanAt(int row) const
{
    const Row &at = rows_.at(row);
    const int begin = at.day * minutesPerDay;
    return {begin + at.step.span.from, begin + at.step.span.to};
}

int StepModel::rowOf(int minute) const
{
    const int inside = daily_ ? minute % minutesPerDay : minute;
    for (int row = 0; row < int(rows_.size()); ++row) {
        const charging::Span span = spanAt(row);
        if (inside >= span.from && inside < span.to)
            return row;
    }
    return -1;
}

int StepModel::add()
{
    const Layer *layer = document_.selected();
    int at = std::min(document_.cursor(), charging::minutesPerWeek - hourMinutes);
    if (layer && layer->plan && layer->plan->strokeAt(at).limit) {
        const auto gaps = layer->plan->gaps();
        if (!gaps.isEmpty())
            at = gaps.first().from % layer->plan->cycle();
    }
    document_.edit(tr("Add a step"), [&](charging::WeekPlan &plan) {
        const double before = plan.strokeAt(at - 1).limit.value_or(0);
        const double full = document_.fullLimit(plan.unit());
        plan.draw({at, at + hourMinutes}, {before == full ? charging::leastLimit(plan.unit()) : full, {}});
    });
    document_.mark({at, at + hourMinutes});
    return rowOf(at);
}

void StepModel::remove(int row)
{
    const charging::Span span = spanAt(row);
    document_.edit(tr("Remove a step"), [&](charging::WeekPlan &plan) { plan.draw(span, {}); });
}

int StepModel::minutesOf(const QString &text)
{
    QString clock = text.trimmed();
    if (const int asShown = format::minutesOfDay(clock); asShown >= 0)
        return asShown; // with the locale's own digits and words
    const bool isMorning = takeOut(clock, QLocale().amText());
    const bool isOfHalfDays = isMorning || takeOut(clock, QLocale().pmText());
    static const QRegularExpression pattern(u"^(\\d{1,2})(?:[:.]?(\\d{2}))?$"_s);
    const QRegularExpressionMatch match = pattern.match(clock.trimmed());
    int hours = match.captured(1).toInt();
    bool isTime = match.hasMatch() && match.captured(2).toInt() < hourMinutes;
    if (isOfHalfDays) {
        isTime = isTime && hours >= 1 && hours <= 12;
        hours = hours % 12 + (isMorning ? 0 : 12);
    }
    const int minutes = hours * hourMinutes + match.captured(2).toInt();
    return isTime && minutes <= minutesPerDay ? minutes : -1;
}

QString StepModel::textOf(int minutes)
{
    return format::timeOfDay(minutes);
}

QStringList StepModel::choices(int column)
{
    QStringList texts;
    for (int day = 1; column == Day && day <= 7; ++day)
        texts.append(QLocale().dayName(day));
    if (column == Phases)
        texts = {tr("any"), QLocale().toString(1), QLocale().toString(2), QLocale().toString(3)};
    return texts;
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(rows_.size());
}

int StepModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant StepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Day ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QStringList titles{tr("Day"), tr("From"), tr("To"), tr("Limit"), tr("Phases")};
    return role == Qt::DisplayRole ? titles.at(section) : QVariant();
}

QString StepModel::text(const Row &row, int column) const
{
    const bool isWatts = document_.unit() == charging::WeekPlan::Unit::W;
    switch (column) {
    case Day:
        return daily_ ? tr("Every day") : choices(Day).at(row.day);
    case From:
        return textOf(row.step.span.from);
    case To:
        return textOf(row.step.span.to);
    case Limit:
        return QLocale().toString(*row.step.stroke.limit, 'f', QLocale::FloatingPointShortest)
               + (isWatts ? u"\u00a0W"_s : u"\u00a0A"_s);
    default:
        return choices(Phases).at(row.step.stroke.phases.value_or(0));
    }
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rows_.size())
        return {};
    const Row &row = rows_.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::EditRole:
        return index.column() == Limit ? QLocale().toString(*row.step.stroke.limit, 'f', QLocale::FloatingPointShortest)
                                       : text(row, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Day ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

/// Nothing: it makes no sense.
std::optional<StepModel::Row> StepModel::changed(Row row, int column, const QString &text) const
{
    const int minutes = minutesOf(text);
    bool isNumber = false;
    const double limit = QLocale().toDouble(QString(text).remove(u'A').remove(u'W').trimmed(), &isNumber);
    switch (column) {
    case Day:
        row.day = int(choices(Day).indexOf(text));
        return row.day >= 0 ? std::optional(row) : std::nullopt;
    case From:
        row.step.span.from = minutes;
        return minutes >= 0 && minutes < row.step.span.to ? std::optional(row) : std::nullopt;
    case To:
        row.step.span.to = minutes == 0 ? minutesPerDay : minutes; // until midnight
        return row.step.span.to > row.step.span.from ? std::optional(row) : std::nullopt;
    case Limit:
        row.step.stroke.limit = std::round(limit * 10) / 10;
        return isNumber && limit >= 0 ? std::optional(row) : std::nullopt;
    default:
        const int phases = int(choices(Phases).indexOf(text));
        row.step.stroke.phases = phases > 0 ? std::optional(phases) : std::nullopt;
        return phases >= 0 ? std::optional(row) : std::nullopt;
    }
}

bool StepModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const Row before = rows_.at(index.row());
    const auto after = changed(before, index.column(), value.toString());
    if (!after)
        return false;
    if (*after == before)
        return true;
    const auto spanOf = [](const Row &row) {
        return charging::Span{row.day * minutesPerDay + row.step.span.from, row.day * minutesPerDay + row.step.span.to};
    };
    return document_.edit(tr("Change the table"), [&](charging::WeekPlan &plan) {
        plan.draw(spanOf(before), {});
        plan.draw(spanOf(*after), after->step.stroke);
    });
}

Qt::ItemFlags StepModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == Day && daily_ ? usual : usual | Qt::ItemIsEditable;
}

} // namespace ui
