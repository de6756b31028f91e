// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/samplerow.h"

#include "ui/text/format.h"
#include "ui/widgets/celldelegate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

/// More samples than these in one moment do not occur; the place makes the key of a row.
constexpr qint64 mostInOneMoment = 256;
constexpr qsizetype longestValue = 40; // signed values are kilobytes long

struct SampleRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::SampleRow)
};

struct Term {
    QLatin1StringView term;
    const char *word;
};

constexpr std::array measurands{
    Term{"Energy.Active.Import.Register"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Meter")},
    Term{"Energy.Active.Import.Interval"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Energy since the last value")},
    Term{"Energy.Active.Export.Register"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Meter of energy given back")},
    Term{"Power.Active.Import"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Power")},
    Term{"Power.Active.Export"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Power given back")},
    Term{"Power.Offered"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Power offered")},
    Term{"Power.Factor"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Power factor")},
    Term{"Current.Import"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Current")},
    Term{"Current.Export"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Current given back")},
    Term{"Current.Offered"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Current offered")},
    Term{"Voltage"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Voltage")},
    Term{"Frequency"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Frequency")},
    Term{"SoC"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Car's battery")},
    Term{"Temperature"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Temperature")},
    Term{"RPM"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "Fan speed")},
};

constexpr std::array contexts{
    Term{"Sample.Periodic"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "regular")},
    Term{"Sample.Clock"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "by the clock")},
    Term{"Transaction.Begin"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "at the start")},
    Term{"Transaction.End"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "at the end")},
    Term{"Interruption.Begin"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "interruption begins")},
    Term{"Interruption.End"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "interruption ends")},
    Term{"Trigger"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "when asked")},
    Term{"Other"_L1, QT_TRANSLATE_NOOP("ui::SampleRow", "other")},
};

template<class Table>
QString word(const Table &sampleTable, const QString &term)
{
    const auto entry = std::ranges::find_if(sampleTable, [&](const Term &row) { return term == row.term; });
    return entry == std::ranges::end(sampleTable) ? term : SampleRowWords::tr(entry->word);
}

QString timeText(const SampleRow &row)
{
    return format::weekdayTime(row.time);
}

QString timeTooltip(const SampleRow &row)
{
    return format::dateTime(row.time) + u'\n' + format::utc(row.time);
}

QString measurandText(const SampleRow &row)
{
    const QString name = word(measurands, row.measurand);
    return row.phase.isEmpty() ? name : u"%1 %2"_s.arg(name, row.phase);
}

QString measurandTooltip(const SampleRow &row)
{
    return SampleRowWords::tr("OCPP: %1, measured at: %2").arg(row.measurand, row.location);
}

/// In the person's digits where it is a plain number; signed and strange values as they came.
QString valueText(const SampleRow &row)
{
    bool isNumber = false;
    const double number = row.value.toDouble(&isNumber);
    const qsizetype point = row.value.indexOf(u'.');
    const int decimals = point < 0 ? 0 : int(row.value.size() - point - 1);
    const QString text =
        isNumber && decimals < 6 ? QLocale().toString(number, 'f', decimals) : row.value.left(longestValue);
    const QString unit = row.unit == "Percent"_L1 ? u"%"_s : row.unit;
    return unit.isEmpty() ? text : text + QChar::Nbsp + unit;
}

QString rawValue(const SampleRow &row)
{
    return row.value.left(1000);
}

QString contextText(const SampleRow &row)
{
    return word(contexts, row.context);
}

QString contextTooltip(const SampleRow &row)
{
    return row.context;
}

Role mutedInk(const SampleRow &)
{
    return Role::Muted;
}

constexpr std::array sampleTable{
    Column<SampleRow>{
        .title = QT_TRANSLATE_NOOP("ui::SampleRow", "Time"), .text = timeText, .tooltip = timeTooltip, .ink = mutedInk},
    Column<SampleRow>{.title = QT_TRANSLATE_NOOP("ui::SampleRow", "Measured"),
                      .text = measurandText,
                      .width = 0,
                      .tooltip = measurandTooltip},
    Column<SampleRow>{.title = QT_TRANSLATE_NOOP("ui::SampleRow", "Value"),
                      .text = valueText,
                      .width = 106,
                      .alignment = Qt::AlignRight,
                      .tooltip = rawValue},
    Column<SampleRow>{.title = QT_TRANSLATE_NOOP("ui::SampleRow", "Occasion"),
                      .text = contextText,
                      .width = 96,
                      .narrowWidth = 94,
                      .tooltip = contextTooltip,
                      .ink = mutedInk},
};

SampleRow rowOf(const store::MeterValue &value, qint64 place, const QJsonObject &sample)
{
    const auto member = [&sample](QLatin1StringView name, QLatin1StringView absent) {
        return sample.value(name).toString(absent);
    };
    const QString measurand = member("measurand"_L1, "Energy.Active.Import.Register"_L1);
    const bool isEnergy = measurand.startsWith("Energy."_L1);
    return {.id = value.id * mostInOneMoment + place,
            .time = value.time,
            .measurand = measurand,
            .value = sample.value("value"_L1).toString(),
            .unit = member("unit"_L1, isEnergy ? "Wh"_L1 : ""_L1),
            .phase = member("phase"_L1, ""_L1),
            .context = member("context"_L1, "Sample.Periodic"_L1),
            .location = member("location"_L1, "Outlet"_L1)};
}

} // namespace

std::span<const Column<SampleRow>> sampleColumns()
{
    return sampleTable;
}

QList<ColumnWidth> sampleWidths(const QFont &font)
{
    QList<ColumnWidth> widths = columnWidths(sampleColumns());
    const auto time = std::ranges::find(sampleTable, &timeText, &Column<SampleRow>::text);
    int wide = 0;
    for (const QString &text : format::widestWeekdayTimes())
        wide = std::max(wide, CellDelegate::columnWidth(font, text));
    widths[time - sampleTable.begin()] = {wide, wide};
    return widths;
}

QList<SampleRow> samplesOf(const QList<store::MeterValue> &values)
{
    QList<SampleRow> rows;
    for (const store::MeterValue &value : values) {
        qint64 place = 0;
        const QJsonArray samples = QJsonDocument::fromJson(value.samples).array();
        for (const auto &sample : samples) {
            if (place < mostInOneMoment)
                rows.append(rowOf(value, place++, sample.toObject()));
        }
    }
    return rows;
}

} // namespace ui
