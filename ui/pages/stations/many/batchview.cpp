// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/many/batchview.h"

#include "ui/models/roworder.h"
#include "ui/pages/stations/many/commandbatch.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>

namespace ui {

using namespace Qt::Literals::StringLiterals;

BatchView::BatchView(CommandBatch &batch, QWidget *parent)
    : QWidget(parent), batch_(batch), order_(new RowOrder(batch.model(), this))
{
    setMinimumWidth(360);
    table_ = new TableView(u"batch"_s, tr("Progress by station"), this);
    table_->setModel(order_);
    table_->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    table_->arrange(columnWidths(batchColumns()));
    table_->setSortingEnabled(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(table_, 1);
    complaint_ = new Label({}, TextSize::Caption, Role::Fault, this);
    complaint_->wrapping().setContentsMargins(16, 8, 16, 0);
    layout->addWidget(complaint_);
    layout->addWidget(buildButtons());
    connect(&batch_, &CommandBatch::updated, this, &BatchView::present);
    present();
    connect(table_, &QTableView::activated, this, [this](const QModelIndex &index) {
        emit stationRequested(batch_.model().at(order_->mapToSource(index).row()).station);
    });
}

QWidget *BatchView::buildHeader()
{
    auto *header = new QWidget(this);
    title_ = new Label({}, TextSize::Section, Role::Text, header);
    counts_ = new Label({}, TextSize::Body, Role::Muted, header);
    counts_->wrapping();
    progress_ = new QProgressBar(header);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress"));
    auto *close = new QPushButton(icon(u"close"_s), {}, header);
    close->setAccessibleName(tr("Back to the commands"));
    close->setToolTip(tr("Back to the commands"));
    setButtonKind(*close, ButtonKind::Quiet);
    auto *layout = new QGridLayout(header);
    layout->setContentsMargins(16, 12, 8, 8);
    layout->setVerticalSpacing(6);
    layout->setColumnStretch(0, 1);
    layout->addWidget(title_, 0, 0);
    layout->addWidget(close, 0, 1, Qt::AlignRight | Qt::AlignTop);
    layout->addWidget(counts_, 1, 0, 1, 2);
    layout->addWidget(progress_, 2, 0, 1, 2);
    connect(close, &QPushButton::clicked, this, &BatchView::closeRequested);
    return header;
}

QWidget *BatchView::buildButtons()
{
    auto *row = new QWidget(this);
    retry_ = new QPushButton(icon(u"refresh"_s), {}, row);
    cancel_ = new QPushButton(row);
    setButtonKind(*cancel_, ButtonKind::Quiet);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 8, 16, 12);
    layout->addWidget(retry_);
    layout->addWidget(cancel_);
    layout->addStretch();
    connect(retry_, &QPushButton::clicked, this, [this] {
        const QModelIndexList selected = table_->selectionModel()->selectedRows();
        if (selected.isEmpty())
            batch_.retryFailed();
        else
            batch_.retry(batch_.model().at(order_->mapToSource(selected.first()).row()).station);
    });
    connect(cancel_, &QPushButton::clicked, &batch_, &CommandBatch::cancelQueued);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BatchView::present);
    return row;
}

QString BatchView::headline() const
{
    if (!batch_.spec())
        return {};
    const CommandBatch::Counts counts = batch_.counts();
    QString text = tr("%1 of %n done", "stations", counts.all).arg(counts.done());
    if (counts.failed > 0)
        text += u", "_s + tr("%n failed", nullptr, counts.failed);
    if (counts.underWay() > 0)
        text += u", "_s + tr("%n under way", nullptr, counts.underWay());
    if (counts.queued > 0)
        text += u", "_s + tr("%n queued", nullptr, counts.queued);
    return tr("%1: %2", "command, how far").arg(batch_.spec()->titleText(), text);
}

void BatchView::present()
{
    const CommandBatch::Counts counts = batch_.counts();
    title_->setText(batch_.spec() ? batch_.spec()->titleText() : QString());
    counts_->setText(headline().section(u": "_s, 1));
    progress_->setRange(0, std::max(1, counts.all));
    progress_->setValue(counts.all - counts.unsettled);
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    const BatchRow *chosen = selected.isEmpty() ? nullptr : &batch_.model().at(order_->mapToSource(selected.first()).row());
    const bool one = chosen && chosen->hasFailed();
    retry_->setHidden(counts.failed == 0);
    retry_->setText(one ? tr("Try %1 again").arg(chosen->station) : tr("Try %n again", nullptr, counts.failed));
    complaint_->say(counts.cancellable > 0 ? batch_.trouble() : QString());
    cancel_->setHidden(counts.cancellable == 0);
    cancel_->setText(tr("Cancel %n queued", nullptr, counts.cancellable));
}

} // namespace ui
