// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/messagelog.h"

#include "store/error.h"
#include "ui/pages/messages/messagedetail.h"
#include "ui/pages/messages/messagesource.h"
#include "ui/text/format.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

MessageLog::MessageLog(const Backend &backend, Place place, QWidget *parent)
    : QStackedWidget(parent), place_(place), source_(new MessageSource(backend, this)),
      detail_(new MessageDetail(this)), empty_(new EmptyState(this))
{
    buildTable();
    const bool isPage = place == Place::Page;
    // In a narrow panel the detail stands below.
    split_ = new MasterDetail(buildList(), detail_, isPage ? u"messages"_s : u"stationMessages"_s, this,
                              isPage ? Qt::Horizontal : Qt::Vertical, isPage ? 440 : 320);
    addWidget(isPage ? static_cast<QWidget *>(new Card(split_, this)) : split_);
    addWidget(empty_);
    connectParts();
    connectScrolling();
}

void MessageLog::buildTable()
{
    const bool isPage = place_ == Place::Page;
    table_ = new TableView(isPage ? u"messages"_s : u"stationMessages"_s, tr("Messages"), this);
    table_->setModel(&source_->model());
    QList<ColumnWidth> widths = columnWidths(messageColumns());
    if (!isPage)
        widths[messageStationColumn()] = {ColumnWidth::never, ColumnWidth::never}; // always the same
    table_->arrange(widths);
}

QWidget *MessageLog::buildList()
{
    auto *list = new QWidget(this);
    reach_ = new NoticeBar(list);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(reach_);
    layout->addWidget(table_, 1);
    list->setFocusProxy(table_);
    return list;
}

void MessageLog::connectParts()
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
    connect(source_, &MessageSource::prepended, this, [this](int olderRows) {
        keepPlace(olderRows);
        presentContent();
    });
    connect(reach_, &NoticeBar::firstRequested, this, [this] {
        if (source_->isFull())
            emit exportRequested();
        else
            source_->fetchOlder();
    });
    connect(source_, &MessageSource::failed, this, &MessageLog::presentError);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MessageLog::presentSelection);
    connect(split_, &MasterDetail::detailClosed, table_, &QTableView::clearSelection);
    connect(detail_, &MessageDetail::closeRequested, split_, &MasterDetail::closeDetail);
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_)
            source_->reload();
        else if (source_->reach())
            source_->fetchOlder();
        else
            emit connectRequested();
    });
}

void MessageLog::connectScrolling()
{
    const QScrollBar *bar = table_->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        setFollowing(value >= bar->maximum() - TableView::rowHeight);
        if (isAtBeginning())
            source_->fetchOlder();
        if (source_->isFull())
            presentReach();
    });
}

/// Of the rows that are there; a table that needs no scrolling shows its end.
bool MessageLog::isAtBeginning() const
{
    const QScrollBar *bar = table_->verticalScrollBar();
    return bar->value() < 10 * TableView::rowHeight && bar->maximum() > 0;
}

const MessageFilter &MessageLog::filter() const
{
    return source_->filter();
}

void MessageLog::setFilter(const MessageFilter &filter)
{
    source_->setFilter(filter);
}

void MessageLog::setOpen(bool open)
{
    source_->setOpen(open);
}

void MessageLog::setPaused(bool paused)
{
    source_->setPaused(paused);
}

bool MessageLog::isPaused() const
{
    return source_->isPaused();
}

int MessageLog::count() const
{
    return int(source_->model().rows().size());
}

void MessageLog::presentContent()
{
    failed_ = false;
    const bool none = source_->model().rows().isEmpty();
    const bool ofStation = place_ == Place::Station;
    const bool filtered = source_->filter() != MessageFilter{.station = ofStation ? source_->filter().station : QString()};
    empty_->present(filtered ? u"search"_s : u"messages"_s,
                    filtered ? tr("No message passes the filter") : tr("No message yet"),
                    filtered && ofStation ? tr("Search for fewer letters.")
                    : filtered            ? tr("Choose another station or message, or search for fewer letters.")
                                          : tr("What stations and Stationmaster say to each other stands here, as it "
                                               "happens."));
    empty_->presentDetail({});
    empty_->presentAction(filtered || ofStation ? QString() : tr("Connect a charger"));
    presentReach();
    setCurrentIndex(none ? 1 : 0);
    emit changed();
}

/// A long log is searched part by part; who searches must know what has not been looked at.
void MessageLog::presentReach()
{
    if (source_->isFull())
        return presentBound();
    isBoundTold_ = false;
    reach_->setVisible(source_->reach().has_value());
    if (!source_->reach())
        return;
    const QString since = format::dateTime(*source_->reach());
    empty_->present(u"search"_s, tr("Nothing since %1").arg(since), tr("Older messages have not been searched yet."));
    empty_->presentAction(tr("Search further"));
    reach_->present(u"info"_s, Role::Accent, tr("Searched back to %1.").arg(since));
    reach_->presentActions(tr("Search further"));
}

/// Told where the person looks for more, not to everybody who follows the end.
void MessageLog::presentBound()
{
    if (!isAtBeginning()) {
        isBoundTold_ = false;
        return reach_->hide();
    }
    if (isBoundTold_)
        return; // its button may be pressed just now, or the person has closed it
    isBoundTold_ = true;
    const int most = MessageSource::mostRows;
    reach_->present(u"info"_s, Role::Accent,
                    place_ == Place::Station
                        ? tr("Only the latest %L1 messages stand here. Search for a text to find older ones, or export "
                             "them all.")
                              .arg(most)
                        : tr("Only the latest %L1 messages stand here. Choose a station or a message, or search for a "
                             "text, to find older ones, or export them all.")
                              .arg(most));
    reach_->presentActions(tr("Export all"));
}

void MessageLog::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("The messages cannot be read"), error);
    setCurrentIndex(1);
    emit changed();
}

void MessageLog::presentSelection()
{
    const QModelIndexList selected = table_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    const int row = selected.first().row();
    detail_->present(source_->model().at(row).frame, pairText(row));
    split_->openDetail();
    setFollowing(false);
}

QString MessageLog::pairText(int row) const
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
    const QString count = QLocale().toString(span.count());
    return isCall ? tr("answered after %1 ms").arg(count) : tr("after %1 ms").arg(count);
}

void MessageLog::keepPlace(int olderRows)
{
    QScrollBar *bar = table_->verticalScrollBar();
    bar->setValue(bar->value() + olderRows * TableView::rowHeight);
}

void MessageLog::goToLatest()
{
    table_->scrollToBottom();
    setFollowing(true);
}

void MessageLog::setFollowing(bool following)
{
    if (following == following_)
        return;
    following_ = following;
    emit changed();
}

} // namespace ui
