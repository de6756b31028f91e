// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <span>

namespace store {

enum class SecuritySeverity {
    Normal, ///< of the whitepaper's list, not critical
    Critical, ///< of the whitepaper's list, critical: "Yes"
    Unknown, ///< not in the list: nobody knows how bad it is
};
/// "normal", "critical", "unknown".
QLatin1StringView toString(SecuritySeverity severity);
bool fromString(QStringView text, SecuritySeverity &severity);

/// One row of the whitepaper's list (W 8).
struct SecurityEventKind {
    QLatin1StringView type;
    bool isCritical;
    QLatin1StringView meaning; ///< English; one sentence without a full stop
};
std::span<const SecurityEventKind> securityEventKinds();
/// Null if the list does not have it.
const SecurityEventKind *securityEventKind(QStringView type);

/// What a station told by SecurityEventNotification.
struct SecurityEvent {
    qint64 id = 0;
    QString station{};
    QString type{};
    SecuritySeverity severity = SecuritySeverity::Normal; ///< set by add()
    ocpp::Timestamp time{}; ///< by the station's clock
    ocpp::Timestamp received{};
    QString techInfo{};
    std::optional<qint64> attention{}; ///< of an alarming one: the matter that gathers those of its type; set by add()
    std::optional<ocpp::Timestamp> acknowledged{}; ///< when a person settled that matter

    bool isAlarming() const { return severity != SecuritySeverity::Normal; }

    static const RowTable &table();
};

struct SecurityEventFilter {
    QString station{};
    bool alarmingOnly = false;
    bool waitingOnly = false; ///< those that nobody has acknowledged
    qint64 after = 0; ///< id where the page before ended
    int limit = 100;
};

class SecurityEvents {
public:
    explicit SecurityEvents(Database &db) : db_(db) {}

    /// The id. An alarming one gets somebody's attention. The same again (station, type, time, techInfo), which a station
    /// sends until it is answered, is not booked twice.
    qint64 add(SecurityEvent event);
    std::optional<SecurityEvent> find(qint64 id);
    /// Newest first.
    QList<SecurityEvent> list(const SecurityEventFilter &filter);
    /// Those of a station that nobody has acknowledged.
    int waitingCount(const QString &station);
    /// Settles its matter, with all events of the same type that wait. False if nothing waited.
    bool acknowledge(const SecurityEvent &event, ocpp::Timestamp at);

private:
    QString reasonOfUnknown(const SecurityEvent &event);

    Database &db_;
};

} // namespace store
