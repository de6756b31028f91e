// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/messagespage.h"

#include "store/changefeed.h"
#include "store/error.h"
#include "store/reader.h"
#include "store/stations.h"
#include "ui/pages/messages/messagedetail.h"
#include "ui/pages/messages/messagefilterbar.h"
#include "ui/pages/messages/messagesource.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

MessagesPage::MessagesPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new MessageSource(backend, this)),
      stations_(*backend.feed, quint32(store::Table::Stations), this, 1s), pause_(new QAction(this)),
      filter_(new MessageFilterBar(this)), content_(new QStackedWidget(this)), detail_(new MessageDetail(content_)),
      empty_(new EmptyState(content_))
{
    pause_->setCheckable(true);
    buildTable();
    setHome(table_);
    split_ = new MasterDetail(table_, detail_, u"messages"_s, content_);
    content_->addWidget(new Card(split_, content_));
    content_->addWidget(empty_);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(filter_);
    layout->addWidget(content_, 1);
    connectParts();
    connectScrolling();
    stations_.requestAll();
    presentPause();
}

void MessagesPage::buildTable()
{
    table_ = new TableView(u"messages"_s, tr("Messages"), content_);
    table_->setModel(&source_->model());
    table_->arrange(columnWidths(messageColumns()));
}

void MessagesPage::connectParts()
{
    connect(source_, &MessageSource::reloaded, this, [this] {
        goToLatest();
        presentContent();
    });
    connect(source_, &MessageSource::arrived, this, [this] {
        if (following_)
            table_->scrollToBottom();
        presentContent();
    });
    connect(source_, &MessageSource::prepended, this, &MessagesPage::keepPlace);
    connect(source_, &MessageSource::failed, this, &MessagesPage::presentError);
    connect(filter_, &MessageFilterBar::changed, this, [this] { source_->setFilter(filter_->filter()); });
    connect(filter_, &MessageFilterBar::latestRequested, this, &MessagesPage::goToLatest);
    connect(pause_, &QAction::toggled, this, [this](bool paused) {
        source_->setPaused(paused);
        presentPause();
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MessagesPage::presentSelection);
    connect(split_, &MasterDetail::detailClosed, table_, &QTableView::clearSelection);
    connect(detail_, &MessageDetail::closeRequested, split_, &MasterDetail::closeDetail);
    connect(empty_, &EmptyState::actionRequested, source_, &MessageSource::reload);
    connect(&stations_, &ChangeGate::due, this, &MessagesPage::readStations);
}

void MessagesPage::connectScrolling()
{
    const QScrollBar *bar = table_->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        setFollowing(value >= bar->maximum() - TableView::rowHeight);
        if (value < 10 * TableView::rowHeight && bar->maximum() > 0)
            source_->fetchOlder();
    });
}

QString MessagesPage::headline() const
{
    if (failed_)
        return {};
    const int rows = int(source_->model().rows().size());
    const QString shown = tr("%n message(s) shown", nullptr, rows);
    if (source_->isPaused())
        return tr("%1, paused").arg(shown);
    return following_ ? tr("%1, live").arg(shown) : tr("%1, more arrive at the end").arg(shown);
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
    source_->setOpen(true);
    stations_.setOpen(true);
    Page::showEvent(event);
}

void MessagesPage::hideEvent(QHideEvent *event)
{
    source_->setOpen(false);
    stations_.setOpen(false);
    Page::hideEvent(event);
}

void MessagesPage::readStations()
{
    backend_.reader->read([](store::Database &db) { return store::Stations(db).list(); })
        .then(this, [this](const store::Outcome<QList<store::Station>> &stations) {
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

void MessagesPage::presentContent()
{
    failed_ = false;
    const bool none = source_->model().rows().isEmpty();
    const bool filtered = source_->filter() != MessageFilter{};
    empty_->present(filtered ? u"search"_s : u"messages"_s,
                    filtered ? tr("No message passes the filter") : tr("No message yet"),
                    filtered ? tr("Choose another station or message, or search for fewer letters.")
                             : tr("What stations and Stationmaster say to each other stands here, as it happens."));
    empty_->presentDetail({});
    empty_->presentAction({});
    content_->setCurrentIndex(none ? 1 : 0);
    emit headlineChanged();
}

void MessagesPage::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("The messages cannot be read"), error);
    content_->setCurrentIndex(1);
    emit headlineChanged();
}

void MessagesPage::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    const int row = selected.first().row();
    detail_->present(source_->model().at(row).frame, pairText(row));
    split_->openDetail();
    setFollowing(false);
}

QString MessagesPage::pairText(int row) const
{
    const QList<MessageRow> &rows = source_->model().rows();
    const store::FrameRow &frame = rows.at(row).frame;
    const bool isCall = frame.type == 2;
    const auto pair = std::ranges::find_if(rows, [&](const MessageRow &other) {
        return other.frame.messageId == frame.messageId && other.frame.station == frame.station
               && other.frame.incoming != frame.incoming && (other.frame.type == 2) != isCall;
    });
    if (pair == rows.end() || frame.type == 0)
        return {};
    const auto span = isCall ? pair->frame.time - frame.time : frame.time - pair->frame.time;
    return isCall ? tr("answered after %1 ms").arg(span.count()) : tr("after %1 ms").arg(span.count());
}

void MessagesPage::keepPlace(int olderRows)
{
    QScrollBar *bar = table_->verticalScrollBar();
    bar->setValue(bar->value() + olderRows * TableView::rowHeight);
}

void MessagesPage::goToLatest()
{
    table_->scrollToBottom();
    setFollowing(true);
}

void MessagesPage::setFollowing(bool following)
{
    if (following == following_)
        return;
    following_ = following;
    filter_->setFollowing(following);
    emit headlineChanged();
}

} // namespace ui
