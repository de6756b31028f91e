// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/transactions/sessionrow.h"

namespace ui {

/// The sessions that pass a filter, latest start first; older ones come by pages. What changes is read anew alone, so that
/// the number of rows in the book does not matter.
class SessionSource : public QObject {
    Q_OBJECT
public:
    static constexpr int pageSize = 200;

    SessionSource(const Backend &backend, QObject *parent);

    [[nodiscard]] TableModel<SessionRow> &model() { return model_; }
    [[nodiscard]] const store::TransactionQuery &query() const { return query_; }
    /// Of all that pass, also of those not loaded yet.
    [[nodiscard]] const store::TransactionTotal &total() const { return total_; }
    void setQuery(const store::TransactionQuery &query);
    /// The page after the oldest row, if there is one.
    void fetchOlder();
    void setOpen(bool open);
    void reload();

signals:
    /// After each reading that went well.
    void updated();
    /// The rows are those of another filter.
    void reloaded();
    void failed(const store::Error &error);

private:
    void readChanges(const store::ChangeSet &changes);
    void readFirstPage();
    void readSome(const QList<qint64> &ids);
    void readMeters(const store::ChangeSet &changes);
    void readTotal();
    /// Those of the model that are not among `rows`.
    [[nodiscard]] QList<qint64> missing(const QList<SessionRow> &rows) const;
    void place(const QList<SessionRow> &rows, const QList<qint64> &gone);

    Backend backend_;
    TableModel<SessionRow> model_;
    ChangeGate book_;
    ChangeGate meters_;
    ChangeGate totals_;
    QTimer clock_;
    store::TransactionQuery query_;
    store::TransactionTotal total_;
    bool fresh_ = true; ///< nothing read yet with this filter
    bool hasOlder_ = false;
    bool fetchingOlder_ = false;
    int generation_ = 0; ///< of the filter: answers to older questions are dropped
};

} // namespace ui
