// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/rolloutpanel.h"

#include "ui/pages/firmware/firmwarewords.h"
#include "ui/text/storedtext.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/tableview.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

RolloutPanel::RolloutPanel(QWidget *parent) : QWidget(parent), jobs_(waveColumns(), jobColumnsContext, this)
{
    setMinimumWidth(420);
    table_ = new TableView(u"rolloutJobs"_s, tr("Updates of the roll-out"), this);
    table_->setModel(&jobs_);
    table_->arrange(columnWidths(waveColumns()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(table_, 1);
    connect(table_, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit jobRequested(jobs_.at(index.row()).key()); });
}

QWidget *RolloutPanel::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    title_->wrapping();
    mark_ = new MarkView(header);
    state_ = new Label({}, TextSize::Body, Role::Muted, header);
    reason_ = new Label({}, TextSize::Body, Role::Caution, header);
    reason_->wrapping().selectable();
    waves_ = new Label({}, TextSize::Body, Role::Text, header);
    waves_->wrapping();
    progress_ = new QProgressBar(header);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress"));
    stop_ = new QPushButton(icon(u"command-stop"_s), tr("Stop the roll-out"), header);
    stop_->setToolTip(tr("What is installed stays; what has not begun does not begin, and what runs is called off."));
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Close the detail"));
    close->setToolTip(tr("Close (Esc)"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *stateRow = new QHBoxLayout;
    stateRow->setSpacing(6);
    stateRow->addWidget(mark_);
    stateRow->addWidget(state_, 1);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 8, 0); // ends where the table's numbers end; only the closing button goes further
    bar->addWidget(progress_);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 12);
    layout->setVerticalSpacing(8);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(close, 0, 1, Qt::AlignTop);
    layout->addLayout(stateRow, 1, 0, 1, 2);
    layout->addWidget(reason_, 2, 0, 1, 2);
    layout->addWidget(waves_, 3, 0, 1, 2);
    layout->addLayout(bar, 4, 0, 1, 2);
    layout->addWidget(stop_, 5, 0, Qt::AlignLeft);
    connect(stop_, &QPushButton::clicked, this, [this] {
        stop_->setEnabled(false);
        emit stopRequested(row_.key());
    });
    connect(close, &QPushButton::clicked, this, &RolloutPanel::closeRequested);
    return header;
}

/// "Wave 1: 2 of 2. Wave 2: 0 of 3."
QString RolloutPanel::wavesText() const
{
    QStringList texts;
    for (int wave = 1; wave <= row_.waves(); ++wave) {
        int all = 0;
        int done = 0;
        for (const JobRow &job : row_.jobs) {
            all += job.job.wave == wave ? 1 : 0;
            done += job.job.wave == wave && job.job.state == store::FirmwareJobState::Installed ? 1 : 0;
        }
        texts.append(tr("Wave %1: %2 of %3.").arg(wave).arg(done).arg(all));
    }
    return texts.join(u' ');
}

void RolloutPanel::present(const RolloutRow &row)
{
    row_ = row;
    const StateWord state = rolloutState(row.rollout.state);
    title_->setText(row.version.isEmpty() ? tr("Roll-out of %1").arg(row.image)
                                          : tr("Roll-out of %1 (%2)").arg(row.image, row.version));
    mark_->present(state.mark, state.word);
    state_->setText(state.word);
    reason_->setText(storedText(row.rollout.reason));
    reason_->setHidden(row.rollout.reason.isEmpty());
    waves_->setText(wavesText());
    progress_->setValue(row.progress());
    stop_->setHidden(row.rollout.state != store::RolloutState::Running);
    stop_->setEnabled(true);
    jobs_.replaceAll(row.jobs);
}

} // namespace ui
