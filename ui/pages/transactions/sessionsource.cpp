// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/sessionsource.h"

#include "store/changefeed.h"
#include "store/reader.h"
#include "ui/models/answerto.h"

#include <algorithm>
#include <functional>

namespace ui {
namespace {

using namespace std::chrono_literals;

/// The total walks the whole book, energies so far read meter values: calmer than the rows themselves.
constexpr auto totalPace = 1s;
constexpr auto meterPace = 2s;
/// Durations of open sessions grow by themselves.
constexpr auto clockPace = 10s;
/// More changed sessions than this at once are read in one sweep.
constexpr qsizetype sweepAbove = 100;

struct Reread {
    QList<SessionRow> rows;
    QList<qint64> gone;
};

Reread reread(store::Database &db, const store::TransactionQuery &query, const QList<qint64> &ids)
{
    Reread result;
    store::TransactionBook book(db);
    for (const qint64 id : ids) {
        if (const auto transaction = book.find(query, id))
            result.rows += named(db, {*transaction});
        else
            result.gone.append(id);
    }
    return result;
}

} // namespace

SessionSource::SessionSource(const Backend &backend, QObject *parent)
    : QObject(parent), backend_(backend), model_(sessionColumns(), sessionColumnsContext, this),
      book_(*backend.feed, store::Table::Transactions | store::Table::IdTags, this),
      meters_(*backend.feed, store::Table::MeterValues | store::Table::Connectors, this, meterPace),
      totals_(*backend.feed, store::Table::Transactions | store::Table::MeterValues, this, totalPace)
{
    connect(&book_, &ChangeGate::due, this, &SessionSource::readChanges);
    connect(&meters_, &ChangeGate::due, this, &SessionSource::readMeters);
    connect(&totals_, &ChangeGate::due, this, &SessionSource::readTotal);
    clock_.setInterval(clockPace);
    connect(&clock_, &QTimer::timeout, this, [this] { model_.touchColumn(durationColumn()); });
    book_.requestAll();
}

void SessionSource::setQuery(const store::TransactionQuery &query)
{
    if (query == query_)
        return;
    query_ = query;
    reload();
}

void SessionSource::reload()
{
    ++generation_;
    fresh_ = true;
    fetchingOlder_ = false;
    book_.requestAll();
}

void SessionSource::setOpen(bool open)
{
    for (ChangeGate *gate : {&book_, &meters_, &totals_})
        gate->setOpen(open);
    if (open)
        clock_.start();
    else
        clock_.stop();
}

void SessionSource::readChanges(const store::ChangeSet &changes)
{
    QSet<qint64> ids;
    bool everything = fresh_;
    for (const store::Change &change : changes) {
        everything = everything || change.key.isEmpty() || change.table == store::Table::IdTags;
        ids.insert(change.key.toLongLong());
    }
    if (everything || ids.size() > sweepAbove)
        readFirstPage();
    else
        readSome(ids.values());
}

void SessionSource::readFirstPage()
{
    // As many as are shown already, so that the eye keeps its place.
    const int wanted = fresh_ ? pageSize : std::max(pageSize, int(model_.rows().size()));
    backend_.reader->read([query = query_, wanted](store::Database &db) {
        return named(db, store::TransactionBook(db).page(query, {}, wanted));
    }) | answerTo(this, [this, wanted, generation = generation_](const store::Outcome<QList<SessionRow>> &rows) {
        book_.finished();
        if (generation != generation_)
            return;
        if (!rows) {
            emit failed(rows.error());
            return;
        }
        const bool first = fresh_;
        fresh_ = false;
        hasOlder_ = rows->size() >= wanted;
        if (first)
            model_.clear();
        place(*rows, missing(*rows));
        emit updated();
        if (first)
            emit reloaded();
    });
    if (fresh_)
        readTotal(); // that of the filter before is wrong by now
}

QList<qint64> SessionSource::missing(const QList<SessionRow> &rows) const
{
    QSet<qint64> staying;
    for (const SessionRow &row : rows)
        staying.insert(row.key());
    QList<qint64> gone;
    for (const SessionRow &row : model_.rows()) {
        if (!staying.contains(row.key()))
            gone.append(row.key());
    }
    return gone;
}

void SessionSource::readSome(const QList<qint64> &ids)
{
    backend_.reader->read([query = query_, ids](store::Database &db) { return reread(db, query, ids); })
        | answerTo(this, [this, generation = generation_](const store::Outcome<Reread> &result) {
              book_.finished();
              if (generation != generation_)
                  return;
              if (!result) {
                  emit failed(result.error());
                  return;
              }
              place(result->rows, result->gone);
              if (model_.rows().isEmpty() && hasOlder_)
                  reload();
              else
                  emit updated();
          });
}

void SessionSource::place(const QList<SessionRow> &rows, const QList<qint64> &gone)
{
    for (const qint64 id : gone)
        model_.remove(id);
    QList<SessionRow> known;
    QList<SessionRow> fresh;
    const auto oldest =
        model_.rows().isEmpty() || !hasOlder_ ? std::nullopt : std::optional(model_.rows().last().place());
    for (const SessionRow &row : rows) {
        if (model_.find(row.key()) >= 0)
            known.append(row);
        else if (!oldest || row.place() > *oldest) // older ones come with their page
            fresh.append(row);
    }
    model_.upsert(known);
    std::ranges::sort(fresh, std::greater(), &SessionRow::place);
    if (model_.rows().isEmpty()) {
        model_.append(fresh);
        return;
    }
    for (const SessionRow &row : fresh) {
        const QList<SessionRow> &all = model_.rows();
        const auto at = std::ranges::partition_point(all, [&](const SessionRow &r) { return r.place() > row.place(); });
        model_.insert(int(at - all.begin()), {row});
    }
}

/// The energy so far of the open sessions that are in the table.
void SessionSource::readMeters(const store::ChangeSet &changes)
{
    QSet<QString> stations;
    for (const store::Change &change : changes)
        stations.insert(change.station);
    QList<qint64> ids;
    for (const SessionRow &row : model_.rows()) {
        const bool concerned = stations.contains(QString()) || stations.contains(row.transaction.station);
        if (row.transaction.isOpen() && concerned && ids.size() < sweepAbove)
            ids.append(row.key());
    }
    if (ids.isEmpty()) {
        meters_.finished();
        return;
    }
    backend_.reader->read([query = query_, ids](store::Database &db) { return reread(db, query, ids); })
        | answerTo(this, [this, generation = generation_](const store::Outcome<Reread> &result) {
              meters_.finished();
              if (generation == generation_ && result)
                  place(result->rows, {});
          });
}

void SessionSource::readTotal()
{
    backend_.reader->read([query = query_](store::Database &db) { return store::TransactionBook(db).total(query); })
        | answerTo(this, [this, generation = generation_](const store::Outcome<store::TransactionTotal> &total) {
              totals_.finished();
              if (generation != generation_ || !total)
                  return; // the rows' reading says what is wrong
              total_ = *total;
              emit updated();
          });
}

void SessionSource::fetchOlder()
{
    if (fetchingOlder_ || fresh_ || !hasOlder_ || model_.rows().isEmpty())
        return;
    fetchingOlder_ = true;
    backend_.reader->read([query = query_, last = model_.rows().last().place()](store::Database &db) {
        return named(db, store::TransactionBook(db).page(query, last, pageSize));
    }) | answerTo(this, [this, generation = generation_](const store::Outcome<QList<SessionRow>> &rows) {
        if (generation != generation_)
            return;
        fetchingOlder_ = false;
        if (!rows) {
            emit failed(rows.error());
            return;
        }
        hasOlder_ = rows->size() >= pageSize;
        QList<SessionRow> older = *rows;
        older.removeIf([this](const SessionRow &row) { return model_.find(row.key()) >= 0; });
        model_.append(older);
        emit updated();
    });
}

} // namespace ui
