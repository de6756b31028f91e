// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QStackedWidget>

namespace store {
struct Error;
}

namespace ui {

class EmptyState;
class MasterDetail;
class MessageDetail;
class MessageSource;
class NoticeBar;
class TableView;
struct MessageFilter;

/// The messages that pass a filter, live, with the detail of one of them: newest at the end, followed while the end is
/// in sight.
class MessageLog : public QStackedWidget {
    Q_OBJECT
public:
    /// Where it stands: the whole log on a page of its own, or one station's in the station's detail.
    enum class Place { Page, Station };

    MessageLog(const Backend &backend, Place place, QWidget *parent = nullptr);

    [[nodiscard]] const MessageFilter &filter() const;
    void setFilter(const MessageFilter &filter);
    void setOpen(bool open);
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const;
    [[nodiscard]] bool isFollowing() const { return following_; }
    /// The database did not answer.
    [[nodiscard]] bool hasFailed() const { return failed_; }
    [[nodiscard]] int count() const;
    [[nodiscard]] TableView &table() { return *table_; }
    void goToLatest();

signals:
    /// How many there are, whether the end is followed, or that reading failed.
    void changed();
    /// The person wants those that are too old to be shown.
    void exportRequested();
    /// There is none yet, and the person wants the first step.
    void connectRequested();

private:
    void buildTable();
    QWidget *buildList();
    void connectParts();
    void connectScrolling();
    void presentContent();
    void presentReach();
    void presentBound();
    [[nodiscard]] bool isAtBeginning() const;
    void presentSelection();
    void presentError(const store::Error &error);
    void keepPlace(int olderRows);
    [[nodiscard]] QString pairText(int row) const;
    void setFollowing(bool following);

    const Place place_;
    MessageSource *source_;
    TableView *table_;
    NoticeBar *reach_; ///< how far a search has come, or that older messages are not shown
    MessageDetail *detail_;
    MasterDetail *split_;
    EmptyState *empty_;
    bool isBoundTold_ = false;
    bool failed_ = false;
    bool following_ = true;
};

} // namespace ui
