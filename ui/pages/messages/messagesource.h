// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/messages/messagerow.h"

#include <optional>

namespace store {
class Database;
}

namespace ui {

/// What the log shows. Empty parts let everything through.
struct MessageFilter {
    QString station{};
    QString action{};
    QString text{}; ///< part of payload, message id, action or finding
    bool findingsOnly = false;

    friend bool operator==(const MessageFilter &, const MessageFilter &) = default;
};

/// Some messages that pass a filter, and how far the log was searched for them.
struct MessagePage {
    QList<MessageRow> rows; ///< oldest first
    qint64 next = 0; ///< frame before which the search goes on; 0: the log has no older ones
    std::optional<ocpp::Timestamp> reach{}; ///< time of that frame, if the search was given up before it had enough
};

/// The latest messages that pass a filter, oldest first, growing at the end; older ones come by pages. Bounded: a few
/// thousand rows, whatever the traffic.
class MessageSource : public QObject {
    Q_OBJECT
public:
    static constexpr int pageSize = 300;
    static constexpr int mostRows = 4000;

    MessageSource(const Backend &backend, QObject *parent);

    [[nodiscard]] TableModel<MessageRow> &model() { return model_; }
    [[nodiscard]] const MessageFilter &filter() const { return filter_; }
    void setFilter(const MessageFilter &filter);
    void setOpen(bool open);
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return paused_; }
    /// The page before the oldest row, if there is one; goes on where a search was given up.
    void fetchOlder();
    /// A search was given up here: older messages may pass the filter too.
    [[nodiscard]] const std::optional<ocpp::Timestamp> &reach() const { return reach_; }
    /// No more rows are kept, and the log has older ones that pass the filter, or may.
    [[nodiscard]] bool isFull() const { return !fresh_ && next_ != 0 && model_.rows().size() >= mostRows; }
    void reload();

signals:
    /// New rows at the end.
    void arrived();
    /// `rows` older ones before the first; 0: there are none.
    void prepended(int rows);
    void reloaded();
    void failed(const store::Error &error);

private:
    void readNewer();
    void append(const MessagePage &page);

    Backend backend_;
    TableModel<MessageRow> model_;
    ChangeGate gate_;
    MessageFilter filter_;
    bool open_ = false;
    bool paused_ = false;
    bool fetchingOlder_ = false;
    qint64 next_ = 0; ///< frame before which older ones begin
    std::optional<ocpp::Timestamp> reach_;
    bool fresh_ = true;   ///< nothing read yet with this filter
    int generation_ = 0;  ///< of the filter: answers to older questions are dropped
};

/// On the reader's thread: at most `wanted` rows after `newerThan` and before `olderThan` (0: no bound), the newest of
/// them. A search for a rare text is given up after `mostScanned` frames instead of reading the whole log.
constexpr int mostScannedFrames = 20'000;
MessagePage readMessages(store::Database &db, const MessageFilter &filter, qint64 newerThan, qint64 olderThan,
                         int wanted, int mostScanned = mostScannedFrames);

} // namespace ui
