// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/rolloutrow.h"

#include "store/clock.h"
#include "ui/pages/firmware/firmwarewords.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct RolloutRowWords {
    Q_DECLARE_TR_FUNCTIONS(ui::RolloutRow)
};

QString stateText(const RolloutRow &row)
{
    return rolloutState(row.rollout.state).word;
}

MarkedTexts stateMarks(const RolloutRow &row)
{
    return {{rolloutState(row.rollout.state).mark, stateText(row)}};
}

QString stateTooltip(const RolloutRow &row)
{
    return storedText(row.rollout.reason);
}

QString imageText(const RolloutRow &row)
{
    return row.image.contains(row.version) ? row.image : u"%1 (%2)"_s.arg(row.image, row.version);
}

QString waveText(const RolloutRow &row)
{
    return RolloutRowWords::tr("%1 of %2", "waves").arg(row.rollout.wave).arg(row.waves());
}

QString doneText(const RolloutRow &row)
{
    return RolloutRowWords::tr("%1 of %n station(s)", nullptr, int(row.jobs.size())).arg(row.installed());
}

QVariant doneKey(const RolloutRow &row)
{
    return row.progress();
}

QString progressText(const RolloutRow &row)
{
    return format::percent(row.progress());
}

QString rolloutBegunText(const RolloutRow &row)
{
    return format::ago(row.rollout.created, store::now());
}

QString begunTooltip(const RolloutRow &row)
{
    return format::utc(row.rollout.created);
}

QVariant begunKey(const RolloutRow &row)
{
    return row.rollout.id;
}

Role mutedInk(const RolloutRow &)
{
    return Role::Muted;
}

constexpr int rolloutBegunPlace = 5;

constexpr std::array rolloutTable{
    Column<RolloutRow>{.title = QT_TRANSLATE_NOOP("ui::RolloutRow", "State"),
                       .text = stateText,
                       .width = 190,
                       .narrowWidth = 170,
                       .tooltip = stateTooltip,
                       .marks = stateMarks},
    Column<RolloutRow>{.title = QT_TRANSLATE_NOOP("ui::RolloutRow", "Firmware"),
                       .text = imageText,
                       .width = 0,
                       .tooltip = imageText,
                       .strong = true},
    Column<RolloutRow>{
        .title = QT_TRANSLATE_NOOP("ui::RolloutRow", "Wave"), .text = waveText, .width = 96, .narrowWidth = 0},
    Column<RolloutRow>{.title = QT_TRANSLATE_NOOP("ui::RolloutRow", "Installed"),
                       .text = doneText,
                       .width = 150,
                       .narrowWidth = 130,
                       .sortKey = doneKey},
    Column<RolloutRow>{.title = QT_TRANSLATE_NOOP("ui::RolloutRow", "Progress"),
                       .text = progressText,
                       .width = 104,
                       .narrowWidth = 0,
                       .alignment = Qt::AlignRight,
                       .sortKey = doneKey},
    Column<RolloutRow>{.title = QT_TRANSLATE_NOOP("ui::RolloutRow", "Begun"),
                       .text = rolloutBegunText,
                       .width = 150,
                       .narrowWidth = 0,
                       .tooltip = begunTooltip,
                       .sortKey = begunKey,
                       .ink = mutedInk,
                       .ageing = true},
};
static_assert(rolloutTable[rolloutBegunPlace].text == rolloutBegunText);

} // namespace

int RolloutRow::waves() const
{
    const auto last = std::ranges::max_element(jobs, {}, [](const JobRow &row) { return row.job.wave; });
    return last == jobs.end() ? 0 : last->job.wave;
}

int RolloutRow::installed() const
{
    return int(std::ranges::count_if(
        jobs, [](const JobRow &row) { return row.job.state == store::FirmwareJobState::Installed; }));
}

int RolloutRow::progress() const
{
    int sum = 0;
    for (const JobRow &row : jobs)
        sum += row.job.progress;
    return jobs.isEmpty() ? 0 : sum / int(jobs.size());
}

std::span<const Column<RolloutRow>> rolloutColumns()
{
    return rolloutTable;
}

int rolloutBegunColumn()
{
    return rolloutBegunPlace;
}

} // namespace ui
