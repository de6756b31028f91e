// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/metervalues.h"
#include "ui/models/column.h"

#include <span>

namespace ui {

/// One sampledValue of a session, as the station sent it.
struct SampleRow {
    qint64 id = 0; ///< of the meter value, and the place in it
    ocpp::Timestamp time{};
    QString measurand; ///< the specification's name
    QString value; ///< as received
    QString unit;
    QString phase;
    QString context;
    QString location;

    [[nodiscard]] qint64 key() const { return id; }
};

std::span<const Column<SampleRow>> sampleColumns();
/// In a table with this font; that of the times as the locale writes them.
QList<ColumnWidth> sampleWidths(const QFont &font);
/// The translation context of the titles.
inline constexpr auto sampleColumnsContext = "ui::SampleRow";

/// In order of time, defaults of the specification filled in (7.43). Any thread.
QList<SampleRow> samplesOf(const QList<store::MeterValue> &values);

} // namespace ui
