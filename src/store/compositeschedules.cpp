// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/compositeschedules.h"

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr Column compositeColumns[] = {
    column<&CompositeSchedule::station>("station"_L1, ColumnRole::Key),
    column<&CompositeSchedule::connector>("connector"_L1, ColumnRole::Key),
    column<&CompositeSchedule::unit>("unit"_L1, ColumnRole::Key),
    column<&CompositeSchedule::askedAt>("asked_at"_L1),
    column<&CompositeSchedule::start>("schedule_start"_L1),
    column<&CompositeSchedule::durationSeconds>("duration_seconds"_L1),
    column<&CompositeSchedule::schedule>("schedule"_L1),
};
constexpr RowTable compositeTable{"composite_schedules"_L1, compositeColumns};

} // namespace

const RowTable &CompositeSchedule::table()
{
    return compositeTable;
}

void CompositeSchedules::report(const CompositeSchedule &schedule)
{
    const auto before = find(schedule.station, schedule.connector, schedule.unit);
    if (before && before->askedAt > schedule.askedAt)
        return; // a late answer
    db_.save(schedule);
    db_.noteChange(Table::ChargingProfiles, schedule.station, changeKey(schedule.connector));
}

std::optional<CompositeSchedule> CompositeSchedules::find(const QString &station, int connector, const QString &unit)
{
    return db_.row<CompositeSchedule>(
        u"WHERE station = ? AND connector = ? AND (unit = ? OR ? = '') ORDER BY asked_at DESC LIMIT 1"_s,
        {station, connector, unit, unit});
}

QList<CompositeSchedule> CompositeSchedules::list(const QString &station)
{
    return db_.rows<CompositeSchedule>(u"WHERE station = ? ORDER BY connector, unit"_s, {station});
}

} // namespace store
