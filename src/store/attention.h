// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace store {

/// A message that was answered but could not be booked, or that tells of an alarm, kept for a person to look at.
struct Parked {
    qint64 id = 0;
    QString station{};
    QString kind{}; ///< unmatchedStop, repeatedStop, undecodable, unbookable, securityEvent, fileTls, ...
    ocpp::Timestamp time{};     ///< as the station says, else the receive time
    ocpp::Timestamp received{};
    QString reason{};
    QByteArray payload{};
    std::optional<ocpp::Timestamp> resolvedAt{};
    QString resolution{};
    qint64 digest = 0; ///< of the payload; set by park(), 0 in rows that are older than it
    int more = 0;      ///< further messages for which this row stands, because they are too many or alike; 0: for itself

    static const RowTable &table();
};

struct AttentionFilter {
    QString station{};
    bool resolvedToo = false;
    qint64 after = 0; ///< id where the page before ended
    int limit = 0;    ///< 0: all
};

class Attention {
public:
    explicit Attention(Database &db) : db_(db) { }

    /// Undecodable messages of one station that wait here each in a row of its own. A station with a fault sends such
    /// day and night: what comes beyond is counted in one more row.
    static constexpr int mostUndecodable = 100;

    /// The id. The same message again (station, kind, payload, and time unless it still waits) is not parked twice.
    qint64 park(Parked parked);
    /// The id. While one of the same station, kind and reason waits it stands for this one too, and shows it instead.
    qint64 gather(Parked parked);
    std::optional<Parked> find(qint64 id);
    /// Newest first.
    QList<Parked> list(const AttentionFilter &filter = {});
    /// The security events that it stands for are acknowledged by it. False if it does not wait.
    bool resolve(qint64 id, const QString &resolution, ocpp::Timestamp at);
    /// Takes resolve() back. False if it waits anyway.
    bool reopen(qint64 id);
    int openCount();

private:
    qint64 countBeyond(Parked &parked);
    void settle(qint64 id, const std::optional<ocpp::Timestamp> &at);

    Database &db_;
};

} // namespace store
