// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/connect/knockrow.h"

#include "store/stations.h"
#include "ui/pages/connect/knockwords.h"

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

} // namespace

bool KnockRow::isAcceptable() const
{
    return ui::isAcceptable(knock) && station.isEmpty() && knock.stationId.size() <= store::longestStationId;
}

bool KnockRow::lacksPassword() const
{
    return !station.isEmpty() && (knock.reason == "passwordMissing"_L1 || knock.reason == "passwordWrong"_L1);
}

QList<KnockRow> readKnocks(store::Database &db)
{
    QList<KnockRow> rows;
    for (const store::Knock &knock : store::Knocks(db).list(mostKnocks)) {
        const auto station = isNamed(knock) ? store::Stations(db).find(knock.stationId) : std::nullopt;
        if (station && station->online && station->connectedAt && *station->connectedAt > knock.last)
            continue; // it got in after all
        KnockRow row{.knock = knock};
        if (station)
            row.station = station->id;
        rows.append(row);
    }
    return rows;
}

} // namespace ui
