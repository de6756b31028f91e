// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transactionbook.h"

#include "store/filter.h"
#include "store/stations.h"

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

/// More words than these do not narrow a search any further, and each number of them is a statement of its own.
constexpr int mostWords = 4;

const QString openCondition = u"stopped_at IS NULL AND closed_by = ''"_s;

struct Sums {
    qint64 count = 0;
    std::optional<qint64> open{};
    std::optional<double> energyWh{};

    static const RowTable &table();
};

constexpr Column sumColumns[] = {
    column<&Sums::count>("count(*)"_L1),
    column<&Sums::open>("sum(CASE WHEN stopped_at IS NULL AND closed_by = '' THEN 1 ELSE 0 END)"_L1),
    column<&Sums::energyWh>("sum(CASE WHEN stopped_at IS NULL AND closed_by = '' THEN NULL ELSE energy_wh END)"_L1),
};
constexpr RowTable sumTable{"transactions"_L1, sumColumns};

const RowTable &Sums::table()
{
    return sumTable;
}

/// LIKE takes "%" and "_" in the text as they are.
QString containing(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u"%"_s + text + u"%"_s;
}

void addWord(Filter &where, const QString &word)
{
    // SQLite's LOWER knows ASCII only: a name is also looked for as it was typed.
    static const QString condition =
        u"(LOWER(station) LIKE ? ESCAPE '\\' OR id_tag_key LIKE ? ESCAPE '\\' OR id = ? OR id_tag_key IN "
        "(SELECT tag_key FROM id_tags WHERE LOWER(name) LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\'))"_s;
    bool isNumber = false;
    const int id = word.toInt(&isNumber);
    const QString pattern = containing(folded(word));
    where.where(condition, {pattern, pattern, isNumber ? id : 0, pattern, containing(word)});
}

void addFate(Filter &where, TransactionFate fate)
{
    switch (fate) {
    case TransactionFate::Any:
        break;
    case TransactionFate::Charging:
        where.where(openCondition, {});
        break;
    case TransactionFate::Finished:
        where.where(u"stopped_at IS NOT NULL"_s, {});
        break;
    case TransactionFate::ClosedByUs:
        where.where(u"stopped_at IS NULL AND closed_by <> ''"_s, {});
        break;
    case TransactionFate::Doubtful:
        where.where(u"((flags <> '[]' AND flags <> '') OR (status <> 'Accepted' AND status <> ''))"_s, {});
        break;
    }
}

Filter conditionsOf(const TransactionQuery &query)
{
    Filter where;
    if (!query.station.isEmpty())
        where.where(u"station = ?"_s, {query.station});
    if (!query.idTag.isEmpty())
        where.where(u"id_tag_key = ?"_s, {folded(query.idTag)});
    addFate(where, query.fate);
    if (query.from)
        where.where(u"started_at >= ?"_s, {*query.from});
    if (query.to)
        where.where(u"started_at < ?"_s, {*query.to});
    if (query.chargedSince)
        where.where(u"(COALESCE(stopped_at, stop_received) >= ? OR (%1))"_s.arg(openCondition), {*query.chargedSince});
    for (const QString &word : query.text.split(u' ', Qt::SkipEmptyParts).mid(0, mostWords))
        addWord(where, word);
    return where;
}

} // namespace

BookPlace placeOf(const Transaction &transaction)
{
    return {transaction.startedAt, transaction.id};
}

QList<Transaction> TransactionBook::withEnergySoFar(QList<Transaction> found)
{
    for (Transaction &transaction : found) {
        if (transaction.isOpen())
            transaction = Transactions(db_).find(transaction.id).value_or(transaction);
    }
    return found;
}

QList<Transaction> TransactionBook::page(const TransactionQuery &query, const std::optional<BookPlace> &after,
                                         int limit)
{
    Filter where = conditionsOf(query);
    if (after) { // the first part is where the index transactions_started begins to be read
        where.where(u"started_at <= ? AND (started_at < ? OR id < ?)"_s,
                    {after->startedAt, after->startedAt, after->id});
    }
    where.finish(u"ORDER BY started_at DESC, id DESC"_s, limit);
    return withEnergySoFar(db_.rows<Transaction>(where.tail(), where.values()));
}

std::optional<Transaction> TransactionBook::find(const TransactionQuery &query, qint64 id)
{
    Filter where = conditionsOf(query);
    where.where(u"id = ?"_s, {id});
    const QList<Transaction> found = withEnergySoFar(db_.rows<Transaction>(where.tail(), where.values()));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

TransactionTotal TransactionBook::total(const TransactionQuery &query)
{
    const Filter where = conditionsOf(query);
    const QList<Sums> sums = db_.rows<Sums>(where.tail(), where.values());
    if (sums.isEmpty())
        return {};
    TransactionTotal total{sums.first().count, sums.first().open.value_or(0), sums.first().energyWh.value_or(0)};
    total.withoutOpen = total.open > mostDerived;
    if (total.open == 0 || total.withoutOpen)
        return total;
    Filter open = conditionsOf(query);
    open.where(openCondition, {});
    open.finish(u"ORDER BY id DESC"_s, mostDerived);
    for (const Transaction &transaction : withEnergySoFar(db_.rows<Transaction>(open.tail(), open.values())))
        total.energyWh += transaction.energyWh.value_or(0);
    return total;
}

} // namespace store
