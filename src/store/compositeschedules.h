// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

/// What a station last said about the power or current that it plans (5.7), for a connector in a unit.
struct CompositeSchedule {
    QString station{};
    int connector = 0; ///< 0: the grid connection
    QString unit{}; ///< "A", "W"
    ocpp::Timestamp askedAt{};
    ocpp::Timestamp start{}; ///< the periods are relative to it
    int durationSeconds = 0; ///< as asked for
    QByteArray schedule{}; ///< the ChargingSchedule, OCPP JSON

    static const RowTable &table();
};

class CompositeSchedules {
public:
    explicit CompositeSchedules(Database &db) : db_(db) {}

    /// Replaces what was said before about this connector in this unit, unless that was asked later.
    void report(const CompositeSchedule &schedule);
    /// The latest; with an empty unit in any.
    std::optional<CompositeSchedule> find(const QString &station, int connector, const QString &unit = {});
    /// By connector and unit.
    QList<CompositeSchedule> list(const QString &station);

private:
    Database &db_;
};

} // namespace store
