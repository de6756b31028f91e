// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/sessionexport.h"

#include "ui/exchange/csv.h"
#include "ui/pages/transactions/sessionrow.h"

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int rowsInPart = 1000;

QVariant toVariant(const store::BookPlace &place)
{
    return QVariantList{qint64(place.startedAt.time_since_epoch().count()), place.id};
}

std::optional<store::BookPlace> toPlace(const QVariant &variant)
{
    const QVariantList parts = variant.toList();
    if (parts.size() != 2)
        return std::nullopt;
    const std::chrono::milliseconds startedAt(parts.first().toLongLong());
    return store::BookPlace{ocpp::Timestamp(startedAt), parts.last().toLongLong()};
}

QByteArray stateCell(const store::Transaction &transaction)
{
    return transaction.isOpen() ? "charging" : transaction.stoppedAt ? "finished" : "closed";
}

QByteArray durationCell(const store::Transaction &transaction)
{
    if (!transaction.stoppedAt)
        return {};
    return csv::number(
        std::chrono::floor<std::chrono::seconds>(*transaction.stoppedAt - transaction.startedAt).count());
}

struct ExportColumn {
    const char *name; ///< for programs: never translated
    QByteArray (*cell)(const SessionRow &);
};

constexpr std::array columns{
    ExportColumn{"session", [](const SessionRow &r) { return csv::number(r.key()); }},
    ExportColumn{"state", [](const SessionRow &r) { return stateCell(r.transaction); }},
    ExportColumn{"station", [](const SessionRow &r) { return csv::text(r.transaction.station); }},
    ExportColumn{"connector", [](const SessionRow &r) { return csv::number(qint64(r.transaction.connector)); }},
    ExportColumn{"tag", [](const SessionRow &r) { return csv::text(r.transaction.idTag); }},
    ExportColumn{"name", [](const SessionRow &r) { return csv::text(r.name); }},
    ExportColumn{"group", [](const SessionRow &r) { return csv::text(r.transaction.parentIdTag); }},
    ExportColumn{"start", [](const SessionRow &r) { return csv::time(r.transaction.startedAt); }},
    ExportColumn{"end", [](const SessionRow &r) { return csv::time(r.transaction.stoppedAt); }},
    ExportColumn{"duration_s", [](const SessionRow &r) { return durationCell(r.transaction); }},
    ExportColumn{"energy_kwh",
                 [](const SessionRow &r) {
                     return r.transaction.energyWh ? csv::number(*r.transaction.energyWh / 1000, 3) : QByteArray();
                 }},
    // A whole number is read alike by every spreadsheet; "5.000" is five thousand where the comma is the decimal sign.
    ExportColumn{"energy_wh",
                 [](const SessionRow &r) {
                     return r.transaction.energyWh ? csv::number(*r.transaction.energyWh, 0) : QByteArray();
                 }},
    ExportColumn{"energy_source", [](const SessionRow &r) { return csv::text(r.transaction.energySource); }},
    ExportColumn{"meter_start_wh", [](const SessionRow &r) { return csv::number(r.transaction.meterStartWh); }},
    ExportColumn{"meter_stop_wh",
                 [](const SessionRow &r) {
                     return r.transaction.meterStopWh ? csv::number(*r.transaction.meterStopWh) : QByteArray();
                 }},
    ExportColumn{"stop_reason", [](const SessionRow &r) { return csv::text(r.transaction.stopReason); }},
    ExportColumn{"stop_tag", [](const SessionRow &r) { return csv::text(r.transaction.stopIdTag); }},
    ExportColumn{"tag_status", [](const SessionRow &r) { return csv::text(r.transaction.status); }},
    ExportColumn{"closed_by", [](const SessionRow &r) { return csv::text(r.transaction.closedBy); }},
    ExportColumn{"flags", [](const SessionRow &r) { return csv::text(r.transaction.flags.join(u' ')); }},
};

QByteArray headerLine()
{
    QList<QByteArray> cells;
    for (const ExportColumn &column : columns)
        cells.append(column.name);
    return csv::line(cells);
}

QByteArray lineOf(const SessionRow &row)
{
    QList<QByteArray> cells;
    for (const ExportColumn &column : columns)
        cells.append(column.cell(row));
    return csv::line(cells);
}

} // namespace

CsvTable sessionTable(const store::TransactionQuery &query, qint64 expectedRows)
{
    const auto part = [query](store::Database &db, const QVariant &after) {
        const QList<SessionRow> rows =
            named(db, store::TransactionBook(db).page(query, toPlace(after), rowsInPart));
        CsvPart result{.bytes = {}, .rows = rows.size(), .next = {}};
        for (const SessionRow &row : rows)
            result.bytes += lineOf(row);
        if (rows.size() == rowsInPart)
            result.next = toVariant(rows.last().place());
        return result;
    };
    return {.header = headerLine(), .part = part, .expectedRows = expectedRows};
}

} // namespace ui
