// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/messagesource.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "ui/models/answerto.h"
#include "ui/text/framesummary.h"

#include <algorithm>

namespace ui {
namespace {

bool contains(const store::FrameRow &frame, const QString &text)
{
    return text.isEmpty() || frame.action.contains(text, Qt::CaseInsensitive)
           || frame.messageId.contains(text, Qt::CaseInsensitive) || frame.finding.contains(text, Qt::CaseInsensitive)
           || frame.station.contains(text, Qt::CaseInsensitive)
           || QString::fromUtf8(frame.payload).contains(text, Qt::CaseInsensitive);
}

} // namespace

MessagePage readMessages(store::Database &db, const MessageFilter &filter, qint64 newerThan, qint64 olderThan,
                         int wanted, int mostScanned)
{
    store::FrameFilter part{.station = filter.station, .action = filter.action,
                            .findingsOnly = filter.findingsOnly, .after = olderThan, .limit = MessageSource::pageSize};
    MessagePage page;
    for (int scanned = 0; page.rows.size() < wanted;) {
        const QList<store::FrameRow> frames = store::Frames(db).list(part);
        for (const store::FrameRow &frame : frames) {
            if (frame.id <= newerThan || page.rows.size() == wanted)
                break;
            part.after = frame.id;
            if (contains(frame, filter.text))
                page.rows.append({frame, frameSummary(frame)});
        }
        page.next = part.after;
        if (frames.size() < part.limit || frames.last().id <= newerThan) {
            if (page.rows.size() < wanted || (!frames.isEmpty() && part.after == frames.last().id))
                page.next = 0;
            break;
        }
        scanned += int(frames.size());
        if (scanned >= mostScanned && page.rows.size() < wanted) {
            page.reach = frames.last().time;
            break;
        }
    }
    std::ranges::reverse(page.rows);
    return page;
}

MessageSource::MessageSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), model_(messageColumns(), messageColumnsContext, this),
      gate_(*backend.feed, quint32(store::Table::Frames), this)
{
    connect(&gate_, &ChangeGate::due, this, &MessageSource::readNewer);
    gate_.requestAll();
}

void MessageSource::setFilter(const MessageFilter &filter)
{
    if (filter == filter_)
        return;
    filter_ = filter;
    reload();
}

void MessageSource::reload()
{
    ++generation_;
    fresh_ = true;
    fetchingOlder_ = false;
    gate_.setOpen(open_);
    gate_.requestAll();
}

void MessageSource::setOpen(bool open)
{
    open_ = open;
    gate_.setOpen(open && (!paused_ || fresh_));
}

void MessageSource::setPaused(bool paused)
{
    paused_ = paused;
    gate_.setOpen(open_ && !paused);
}

void MessageSource::readNewer()
{
    const qint64 last = fresh_ || model_.rows().isEmpty() ? 0 : model_.rows().last().key();
    const int wanted = fresh_ ? pageSize : mostRows;
    backend_.reader->read([filter = filter_, last, wanted](store::Database &db) {
        return readMessages(db, filter, last, 0, wanted);
    }) | answerTo(this, [this, generation = generation_](const store::Outcome<MessagePage> &page) {
        gate_.finished();
        if (generation != generation_)
            return;
        if (!page)
            emit failed(page.error());
        else
            append(*page);
    });
}

void MessageSource::append(const MessagePage &page)
{
    const QList<MessageRow> &rows = page.rows;
    const bool first = fresh_;
    if (first) {
        model_.clear();
        next_ = page.next;
        reach_ = page.reach;
    }
    fresh_ = false;
    gate_.setOpen(open_ && !paused_);
    model_.append(rows);
    const auto beyond = std::max<qsizetype>(0, model_.rows().size() - mostRows);
    model_.removeRange(0, int(beyond));
    if (beyond > 0)
        next_ = model_.rows().first().key();
    if (first)
        emit reloaded();
    else if (!rows.isEmpty())
        emit arrived();
}

void MessageSource::fetchOlder()
{
    if (fetchingOlder_ || fresh_ || next_ == 0 || isFull())
        return;
    fetchingOlder_ = true;
    backend_.reader->read([filter = filter_, next = next_](store::Database &db) {
        return readMessages(db, filter, 0, next, pageSize);
    }) | answerTo(this, [this, generation = generation_](const store::Outcome<MessagePage> &page) {
        if (generation != generation_)
            return;
        fetchingOlder_ = false;
        if (!page) {
            emit failed(page.error());
            return;
        }
        next_ = page->next;
        reach_ = page->reach;
        model_.insert(0, page->rows);
        emit prepended(int(page->rows.size()));
    });
}

} // namespace ui
