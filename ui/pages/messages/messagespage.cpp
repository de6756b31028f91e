// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/messagespage.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "store/stations.h"
#include "ui/models/answerto.h"
#include "ui/pages/messages/messageexport.h"
#include "ui/pages/messages/messagefilterbar.h"
#include "ui/pages/messages/messagelog.h"
#include "ui/theme/icons.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

MessagesPage::MessagesPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), stations_(*backend.feed, quint32(store::Table::Stations), this, 1s),
      pause_(new QAction(this)), filter_(new MessageFilterBar(this)),
      log_(new MessageLog(backend, MessageLog::Place::Page, this)), notice_(new NoticeBar(this)),
      exporter_(new CsvExport(backend, *notice_, this))
{
    pause_->setCheckable(true);
    setHome(&log_->table());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(notice_);
    layout->addWidget(filter_);
    layout->addWidget(log_, 1);
    connectParts();
    log_->setFilter(filter_->filter()); // what is remembered
    stations_.requestAll();
    presentPause();
}

void MessagesPage::connectParts()
{
    connect(log_, &MessageLog::changed, this, [this] {
        filter_->setFollowing(log_->isFollowing());
        emit headlineChanged();
    });
    connect(filter_, &MessageFilterBar::changed, this, [this] { log_->setFilter(filter_->filter()); });
    connect(filter_, &MessageFilterBar::latestRequested, log_, &MessageLog::goToLatest);
    connect(filter_, &MessageFilterBar::exportRequested, this, &MessagesPage::startExport);
    connect(log_, &MessageLog::exportRequested, this, &MessagesPage::startExport);
    connect(log_, &MessageLog::connectRequested, this, [this] { emit linkActivated({u"connect"_s, {}}); });
    connect(exporter_, &CsvExport::ended, this, [this] { filter_->setExporting(false); });
    connect(pause_, &QAction::toggled, this, [this](bool paused) {
        log_->setPaused(paused);
        presentPause();
    });
    connect(&stations_, &ChangeGate::due, this, &MessagesPage::readStations);
}

QString MessagesPage::headline() const
{
    if (log_->hasFailed())
        return {};
    const QString shown = tr("%Ln message(s) shown", nullptr, log_->count());
    if (log_->isPaused())
        return tr("%1, paused").arg(shown);
    return log_->isFollowing() ? tr("%1, live").arg(shown) : tr("%1, more arrive at the end").arg(shown);
}

QString MessagesPage::searchHint() const
{
    return tr("Search messages");
}

void MessagesPage::search(const QString &text)
{
    filter_->setText(text.trimmed());
}

void MessagesPage::visit(const Target &target)
{
    filter_->choose(target.station, target.findingsOnly);
}

void MessagesPage::showEvent(QShowEvent *event)
{
    log_->setOpen(true);
    stations_.setOpen(true);
    Page::showEvent(event);
}

void MessagesPage::hideEvent(QHideEvent *event)
{
    log_->setOpen(false);
    stations_.setOpen(false);
    Page::hideEvent(event);
}

void MessagesPage::startExport()
{
    exporter_->start(messageTable(log_->filter()), tr("messages"));
    filter_->setExporting(exporter_->isRunning());
}

void MessagesPage::readStations()
{
    backend_.reader->read([](store::Database &db) { return store::Stations(db).list(); })
        | answerTo(this, [this](const store::Outcome<QList<store::Station>> &stations) {
              stations_.finished();
              if (!stations)
                  return;
              QStringList ids;
              for (const store::Station &station : *stations)
                  ids.append(station.id);
              filter_->setStations(ids);
          });
}

void MessagesPage::presentPause()
{
    const bool paused = pause_->isChecked();
    pause_->setIcon(icon(paused ? u"play"_s : u"pause"_s, Role::OnAccent));
    pause_->setText(paused ? tr("Go on") : tr("Pause"));
    pause_->setToolTip(paused ? tr("Show what has arrived meanwhile, and follow") : tr("Let the list stand still"));
    emit headlineChanged();
}

} // namespace ui
