// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/pages/overview/attentionitem.h"
#include "ui/shell/page.h"

#include <QObject>

#include <functional>

namespace store {
class Database;
}

namespace ui {

/// What a deed has brought, from the writer's thread.
struct DeedResult {
    bool happened = false;
    QString refusal{}; ///< why not, if there is more to say than that it is over already
    std::optional<double> energyWh{};
    std::optional<store::Transaction> before{}; ///< the session as it was
    bool canUndo = true;
    std::function<void(store::Database &)> undo{}; ///< where the result knows best how
};

/// Does what a row of "Needs attention" proposes, in the writer's job, and knows how to take it back.
class AttentionDeeds : public QObject {
    Q_OBJECT
public:
    using Undo = std::function<void(store::Database &)>;

    AttentionDeeds(const Backend &backend, QObject *parent);

    void act(const AttentionItem &item, bool primary);
    /// The last one that done() told of, if it can be.
    void undo();

signals:
    /// `said`: what has happened. The row leaves when the list is read again.
    void done(const QString &said, bool canUndo);
    /// Something is being written; done() or failed() follow.
    void began(const QString &key);
    /// The row stays; `said` tells why.
    void failed(const QString &key, const QString &said);
    /// What was done stays done; `said` tells why. undo() may be tried again.
    void undoFailed(const QString &said);
    void linkActivated(const ui::Target &target);

private:
    using Work = std::function<DeedResult(store::Database &)>;
    void settle(const AttentionItem &item, bool primary);
    void actOnDemo(const AttentionItem &item, bool primary);
    void run(const AttentionItem &item, bool primary, const Work &work);
    void finish(const AttentionItem &item, bool primary, const DeedResult &result);

    Backend backend_;
    Undo undo_;
};

} // namespace ui
