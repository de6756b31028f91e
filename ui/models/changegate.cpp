// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/changegate.h"

#include "store/changefeed.h"

namespace ui {

ChangeGate::ChangeGate(store::ChangeFeed &feed, quint32 tables, QObject *parent, std::chrono::milliseconds pace)
    : QObject(parent), tables_(tables)
{
    timer_.setSingleShot(true);
    timer_.setInterval(pace);
    connect(&timer_, &QTimer::timeout, this, &ChangeGate::release);
    connect(&feed, &store::ChangeFeed::changed, this, &ChangeGate::gather);
}

void ChangeGate::finished()
{
    reading_ = false;
    schedule();
}

void ChangeGate::setOpen(bool open)
{
    open_ = open;
    schedule();
}

void ChangeGate::requestAll()
{
    gather(store::resyncChanges());
}

void ChangeGate::gather(const store::ChangeSet &changes)
{
    for (const store::Change &change : changes) {
        if (tables_ & change.table)
            gathered_.add(change);
    }
    schedule();
}

void ChangeGate::schedule()
{
    if (open_ && !reading_ && !gathered_.isEmpty() && !timer_.isActive())
        timer_.start();
}

void ChangeGate::release()
{
    if (!open_ || reading_ || gathered_.isEmpty())
        return;
    reading_ = true;
    emit due(gathered_.take());
}

} // namespace ui
