// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

/// Something that happened to a station or that it told: boot, connection, firmware and diagnostics status,
/// security event.
struct StationEvent {
    qint64 id = 0;
    QString station{};
    QString kind{};
    QString status{};
    QString text{};
    ocpp::Timestamp time{};     ///< as the station says, else the receive time
    ocpp::Timestamp received{};

    static const RowTable &table();
};

struct StationEventFilter {
    QString station{};
    QString kind{};
    qint64 after = 0; ///< id where the page before ended
    int limit = 100;
};

class StationEvents {
public:
    explicit StationEvents(Database &db) : db_(db) { }

    qint64 add(const StationEvent &event);
    /// Newest first.
    QList<StationEvent> list(const StationEventFilter &filter);

private:
    Database &db_;
};

} // namespace store
