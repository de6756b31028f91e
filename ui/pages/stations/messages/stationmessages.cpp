// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/messages/stationmessages.h"

#include "ui/exchange/csvexport.h"
#include "ui/pages/messages/messageexport.h"
#include "ui/pages/messages/messagelog.h"
#include "ui/pages/messages/messagesource.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/noticebar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace ui {

using namespace Qt::Literals::StringLiterals;

StationMessages::StationMessages(const Backend &backend, QWidget *parent)
    : QWidget(parent), notice_(new NoticeBar(this)),
      log_(new MessageLog(backend, MessageLog::Place::Station, this)), exporter_(new CsvExport(backend, *notice_, this))
{
    search_ = new QLineEdit(this);
    search_->setPlaceholderText(tr("Search messages"));
    search_->setAccessibleName(tr("Search this station's messages"));
    search_->setClearButtonEnabled(true);
    findings_ = new QPushButton(icon(u"warning"_s, Role::Caution), {}, this);
    findings_->setCheckable(true);
    findings_->setAccessibleName(tr("Only findings"));
    findings_->setToolTip(tr("Only messages that deviate from the specification"));
    latest_ = new QPushButton(icon(u"chevron-down"_s), {}, this);
    latest_->setAccessibleName(tr("Latest"));
    latest_->setToolTip(tr("Go to the end and follow what arrives"));
    export_ = new QPushButton(icon(u"export"_s), {}, this);
    export_->setAccessibleName(tr("Export"));
    export_->setToolTip(tr("Write this station's messages that pass the filter into a table (CSV), for who helps you"));
    auto *page = new QPushButton(icon(u"messages"_s), tr("Open"), this);
    page->setAccessibleName(tr("Open the page Messages for this station"));
    page->setToolTip(page->accessibleName());
    for (QPushButton *button : {latest_, export_, page})
        setButtonKind(*button, ButtonKind::Quiet);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 10, 8, 8);
    bar->setSpacing(8);
    bar->addWidget(search_, 1);
    bar->addWidget(latest_);
    bar->addWidget(findings_);
    bar->addWidget(export_);
    bar->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    auto *notice = new QHBoxLayout;
    notice->setContentsMargins(16, 0, 8, 0);
    notice->addWidget(notice_);
    layout->addLayout(notice);
    layout->addWidget(log_, 1);
    latest_->hide();
    connect(search_, &QLineEdit::textChanged, this, &StationMessages::applyFilter);
    connect(findings_, &QPushButton::toggled, this, &StationMessages::applyFilter);
    connect(latest_, &QPushButton::clicked, log_, &MessageLog::goToLatest);
    connect(export_, &QPushButton::clicked, this, &StationMessages::startExport);
    connect(log_, &MessageLog::exportRequested, this, &StationMessages::startExport);
    connect(exporter_, &CsvExport::ended, this, [this] { export_->setEnabled(true); });
    connect(log_, &MessageLog::changed, this, [this] { latest_->setHidden(log_->isFollowing()); });
    connect(page, &QPushButton::clicked, this, [this] { emit pageRequested(findings_->isChecked()); });
}

void StationMessages::setStation(const QString &station)
{
    if (station == station_)
        return;
    station_ = station;
    const QSignalBlocker quietSearch(search_);
    const QSignalBlocker quietFindings(findings_);
    search_->clear();
    findings_->setChecked(false);
    applyFilter();
}

void StationMessages::setOpen(bool open)
{
    log_->setOpen(open && !station_.isEmpty());
}

void StationMessages::startExport()
{
    exporter_->start(messageTable(log_->filter()), u"%1-%2"_s.arg(tr("messages"), station_));
    export_->setEnabled(!exporter_->isRunning());
}

void StationMessages::applyFilter()
{
    log_->setFilter({.station = station_,
                     .action = {},
                     .text = search_->text().trimmed(),
                     .findingsOnly = findings_->isChecked()});
}

} // namespace ui
