// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/changes.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace store {
class ChangeFeed;
}

namespace ui {

/// Between the change feed and a model: gathers what changed and lets it through at a calm pace, never while the last
/// reading is still under way, and not at all while nobody looks. GUI thread.
class ChangeGate : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds usualPace{100};

    /// `tables` is an or of store::Table flags; other changes are dropped. Closed at first.
    ChangeGate(store::ChangeFeed &feed, quint32 tables, QObject *parent,
               std::chrono::milliseconds pace = usualPace);

    /// The reading that due() asked for has ended, well or not.
    void finished();
    /// Closed, it goes on gathering; what has gathered comes when it opens.
    void setOpen(bool open);
    /// As if everything had changed.
    void requestAll();

signals:
    void due(const store::ChangeSet &changes);

private:
    void gather(const store::ChangeSet &changes);
    void release();
    void schedule();

    quint32 tables_;
    store::ChangeCollector gathered_;
    QTimer timer_;
    bool open_ = false;
    bool reading_ = false;
};

} // namespace ui
