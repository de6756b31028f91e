// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/jobrow.h"

#include "store/clock.h"
#include "ui/pages/firmware/firmwarewords.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct JobRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::JobRow)
};

QString stateText(const JobRow &row)
{
    return jobState(row.job, row.online).word;
}

MarkedTexts stateMarks(const JobRow &row)
{
    const StateWord state = jobState(row.job, row.online);
    return {{state.mark, state.word}};
}

QString stateTooltip(const JobRow &row)
{
    QStringList lines{jobSentence(row.job, row.online), storedText(row.job.reason)};
    if (!row.job.status.isEmpty())
        lines.append(JobRowWords::tr("OCPP: %1").arg(row.job.status));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// What runs first, then what waits, then what is over.
QVariant stateKey(const JobRow &row)
{
    switch (row.job.state) {
    case store::FirmwareJobState::Failed:
        return 0;
    case store::FirmwareJobState::Running:
        return 1;
    case store::FirmwareJobState::Cancelling:
        return 2;
    case store::FirmwareJobState::Queued:
        return 3;
    case store::FirmwareJobState::Planned:
        return 4;
    case store::FirmwareJobState::Cancelled:
        return 5;
    case store::FirmwareJobState::Installed:
        break;
    }
    return 6;
}

QString stationText(const JobRow &row)
{
    return row.job.station;
}

QString imageText(const JobRow &row)
{
    return row.image.contains(row.version) ? row.image : u"%1 (%2)"_s.arg(row.image, row.version);
}

QString progressText(const JobRow &row)
{
    return format::percent(row.job.progress);
}

QVariant progressKey(const JobRow &row)
{
    return row.job.progress;
}

QString waveText(const JobRow &row)
{
    return JobRowWords::tr("wave %1").arg(row.job.wave);
}

QVariant waveKey(const JobRow &row)
{
    return row.job.wave;
}

QString jobBegunText(const JobRow &row)
{
    return format::ago(row.job.created, store::now());
}

QString begunTooltip(const JobRow &row)
{
    return format::utc(row.job.created);
}

QVariant begunKey(const JobRow &row)
{
    return row.job.id;
}

Role mutedInk(const JobRow &)
{
    return Role::Muted;
}

constexpr Column<JobRow> stateColumn{.title = QT_TRANSLATE_NOOP("ui::JobRow", "State"),
                                     .text = stateText,
                                     .width = 200,
                                     .narrowWidth = 180,
                                     .tooltip = stateTooltip,
                                     .sortKey = stateKey,
                                     .marks = stateMarks};
constexpr Column<JobRow> stationColumn{.title = QT_TRANSLATE_NOOP("ui::JobRow", "Station"),
                                       .text = stationText,
                                       .width = 130,
                                       .narrowWidth = 108,
                                       .tooltip = stationText,
                                       .strong = true};
constexpr Column<JobRow> progressColumn{.title = QT_TRANSLATE_NOOP("ui::JobRow", "Progress"),
                                        .text = progressText,
                                        .width = 104,
                                        .narrowWidth = 104,
                                        .alignment = Qt::AlignRight,
                                        .sortKey = progressKey};

constexpr std::array jobTable{
    stateColumn,
    stationColumn,
    Column<JobRow>{
        .title = QT_TRANSLATE_NOOP("ui::JobRow", "Firmware"), .text = imageText, .width = 0, .tooltip = imageText},
    progressColumn,
    Column<JobRow>{.title = QT_TRANSLATE_NOOP("ui::JobRow", "Begun"),
                   .text = jobBegunText,
                   .width = 150,
                   .narrowWidth = 0,
                   .tooltip = begunTooltip,
                   .sortKey = begunKey,
                   .ink = mutedInk,
                   .ageing = true},
};
constexpr int jobBegunPlace = 4;
static_assert(jobTable[jobBegunPlace].text == jobBegunText);

constexpr std::array waves{
    Column<JobRow>{.title = QT_TRANSLATE_NOOP("ui::JobRow", "Wave"),
                   .text = waveText,
                   .width = 84,
                   .sortKey = waveKey,
                   .ink = mutedInk},
    Column<JobRow>{.title = QT_TRANSLATE_NOOP("ui::JobRow", "Station"),
                   .text = stationText,
                   .width = 96,
                   .tooltip = stationText,
                   .strong = true},
    Column<JobRow>{.title = QT_TRANSLATE_NOOP("ui::JobRow", "State"),
                   .text = stateText,
                   .width = 0,
                   .tooltip = stateTooltip,
                   .sortKey = stateKey,
                   .marks = stateMarks},
    Column<JobRow>{.title = QT_TRANSLATE_NOOP("ui::JobRow", "Progress"),
                   .text = progressText,
                   .width = 104,
                   .alignment = Qt::AlignRight,
                   .sortKey = progressKey},
};

} // namespace

std::span<const Column<JobRow>> jobColumns()
{
    return jobTable;
}

std::span<const Column<JobRow>> waveColumns()
{
    return waves;
}

int jobBegunColumn()
{
    return jobBegunPlace;
}

} // namespace ui
