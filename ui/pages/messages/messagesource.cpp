// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/messagesource.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "ui/models/answerto.h"
#include "ui/text/framesummary.h"

#include <algorithm>

namespace ui {
namespace {

/// A search for a rare text stops after this many frames instead of reading the whole log.
constexpr int mostScanned = 20'000;

bool contains(const store::FrameRow &frame, const QString &text)
{
    return text.isEmpty() || frame.action.contains(text, Qt::CaseInsensitive)
           || frame.messageId.contains(text, Qt::CaseInsensitive) || frame.finding.contains(text, Qt::CaseInsensitive)
           || frame.station.contains(text, Qt::CaseInsensitive)
           || QString::fromUtf8(frame.payload).contains(text, Qt::CaseInsensitive);
}

} // namespace

QList<MessageRow> readMessages(store::Database &db, const MessageFilter &filter, qint64 newerThan, qint64 olderThan,
                               int wanted)
{
    store::FrameFilter page{.station = filter.station, .action = filter.action,
                            .findingsOnly = filter.findingsOnly, .after = olderThan, .limit = MessageSource::pageSize};
    QList<MessageRow> newestFirst;
    for (int scanned = 0; scanned < mostScanned && newestFirst.size() < wanted;) {
        const QList<store::FrameRow> frames = store::Frames(db).list(page);
        for (const store::FrameRow &frame : frames) {
            if (frame.id > newerThan && newestFirst.size() < wanted && contains(frame, filter.text))
                newestFirst.append({frame, frameSummary(frame)});
        }
        scanned += int(frames.size());
        if (frames.size() < page.limit || frames.last().id <= newerThan)
            break;
        page.after = frames.last().id;
    }
    std::ranges::reverse(newestFirst);
    return newestFirst;
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
    backend_.reader
        ->read([filter = filter_, last, wanted](store::Database &db) {
            return readMessages(db, filter, last, 0, wanted);
        })
        .then(answerTo(this, [this, generation = generation_](const store::Outcome<QList<MessageRow>> &rows) {
            gate_.finished();
            if (generation != generation_)
                return;
            if (!rows)
                emit failed(rows.error());
            else
                append(*rows);
        }));
}

void MessageSource::append(const QList<MessageRow> &rows)
{
    const bool first = fresh_;
    if (first)
        model_.clear();
    fresh_ = false;
    gate_.setOpen(open_ && !paused_);
    model_.append(rows);
    model_.removeRange(0, int(std::max<qsizetype>(0, model_.rows().size() - mostRows)));
    if (first)
        emit reloaded();
    else if (!rows.isEmpty())
        emit arrived();
}

void MessageSource::fetchOlder()
{
    if (fetchingOlder_ || fresh_ || model_.rows().isEmpty() || model_.rows().size() >= mostRows)
        return;
    fetchingOlder_ = true;
    const qint64 first = model_.rows().first().key();
    backend_.reader
        ->read([filter = filter_, first](store::Database &db) { return readMessages(db, filter, 0, first, pageSize); })
        .then(answerTo(this, [this, generation = generation_](const store::Outcome<QList<MessageRow>> &rows) {
            if (generation != generation_)
                return;
            fetchingOlder_ = false;
            if (!rows) {
                emit failed(rows.error());
                return;
            }
            model_.insert(0, *rows);
            emit prepended(int(rows->size()));
        }));
}

} // namespace ui
