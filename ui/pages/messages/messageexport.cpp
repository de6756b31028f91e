// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/messageexport.h"

#include "ui/exchange/csv.h"
#include "ui/pages/messages/messagesource.h"

#include <array>

namespace ui {
namespace {

constexpr int rowsInPart = 1000;

struct ExportColumn {
    const char *name; ///< for programs: never translated
    QByteArray (*cell)(const store::FrameRow &);
};

constexpr std::array columns{
    ExportColumn{"time", [](const store::FrameRow &f) { return csv::time(f.time); }},
    ExportColumn{"station", [](const store::FrameRow &f) { return csv::text(f.station); }},
    ExportColumn{"direction", [](const store::FrameRow &f) { return QByteArray(f.incoming ? "from" : "to"); }},
    ExportColumn{"type", [](const store::FrameRow &f) { return csv::number(qint64(f.type)); }},
    ExportColumn{"message_id", [](const store::FrameRow &f) { return csv::text(f.messageId); }},
    ExportColumn{"message", [](const store::FrameRow &f) { return csv::text(f.action); }},
    ExportColumn{"finding", [](const store::FrameRow &f) { return csv::text(f.finding); }},
    ExportColumn{"payload", [](const store::FrameRow &f) { return csv::text(QString::fromUtf8(f.payload)); }},
};

QByteArray headerLine()
{
    QList<QByteArray> cells;
    for (const ExportColumn &column : columns)
        cells.append(column.name);
    return csv::line(cells);
}

QByteArray lineOf(const store::FrameRow &frame)
{
    QList<QByteArray> cells;
    for (const ExportColumn &column : columns)
        cells.append(column.cell(frame));
    return csv::line(cells);
}

} // namespace

CsvTable messageTable(const MessageFilter &filter)
{
    const auto part = [filter](store::Database &db, const QVariant &after) {
        const MessagePage page = readMessages(db, filter, 0, after.toLongLong(), rowsInPart);
        CsvPart result{.bytes = {}, .rows = page.rows.size(), .next = {}};
        for (auto row = page.rows.crbegin(); row != page.rows.crend(); ++row)
            result.bytes += lineOf(row->frame);
        if (page.next > 0)
            result.next = page.next;
        return result;
    };
    return {.header = headerLine(), .part = part, .expectedRows = 0};
}

} // namespace ui
