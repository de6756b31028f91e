// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/securityevents.h"

#include "ocpp/jsontext.h"
#include "store/attention.h"
#include "store/filter.h"
#include "store/words.h"

#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr Word<SecuritySeverity> severityWords[] = {
    {SecuritySeverity::Normal, "normal"_L1},
    {SecuritySeverity::Critical, "critical"_L1},
    {SecuritySeverity::Unknown, "unknown"_L1},
};

constexpr SecurityEventKind securityKinds[] = {
    {"FirmwareUpdated"_L1, true, "The firmware was updated"_L1},
    {"FailedToAuthenticationAtCentralSystem"_L1, false, "The central system rejected the station's credentials"_L1},
    {"CentralSystemFailedToAuthentication"_L1, false, "The station rejected the central system's credentials"_L1},
    {"SettingSystemTime"_L1, true, "The station's clock was changed"_L1},
    {"StartupOfTheDevice"_L1, true, "The station booted"_L1},
    {"ResetOrReboot"_L1, true, "The station was rebooted or reset"_L1},
    {"SecurityLogWasCleared"_L1, true, "The security log was cleared"_L1},
    {"ReconfigurationOfSecurityParameters"_L1, false, "Keys or the security profile were changed"_L1},
    {"MemoryExhaustion"_L1, true, "The station's memory is getting full"_L1},
    {"InvalidMessages"_L1, false, "The station got messages that are not valid"_L1},
    {"AttemptedReplayAttacks"_L1, false, "The station got a message that was replayed"_L1},
    {"TamperDetectionActivated"_L1, true, "The tamper sensor was triggered"_L1},
    {"InvalidFirmwareSignature"_L1, false, "A firmware's signature is not valid"_L1},
    {"InvalidFirmwareSigningCertificate"_L1, false, "A firmware's signing certificate is not valid"_L1},
    {"InvalidCentralSystemCertificate"_L1, false, "The central system's certificate is not valid"_L1},
    {"InvalidChargePointCertificate"_L1, false, "The certificate that was sent to the station is not valid"_L1},
    {"InvalidTLSVersion"_L1, false, "The central system's TLS is older than 1.2"_L1},
    {"InvalidTLSCipherSuite"_L1, false, "The central system offers only TLS ciphers that are not allowed"_L1},
};

constexpr Column securityEventColumns[] = {
    column<&SecurityEvent::id>("id"_L1, ColumnRole::Generated),
    column<&SecurityEvent::station>("station"_L1),
    column<&SecurityEvent::type>("type"_L1),
    column<&SecurityEvent::severity>("severity"_L1),
    column<&SecurityEvent::time>("time"_L1),
    column<&SecurityEvent::received>("received"_L1),
    column<&SecurityEvent::techInfo>("tech_info"_L1),
    column<&SecurityEvent::attention>("attention"_L1),
    column<&SecurityEvent::acknowledged>("acknowledged"_L1),
};
constexpr RowTable securityEventTable{"security_events"_L1, securityEventColumns};

SecuritySeverity severityOf(const SecurityEventKind *kind)
{
    if (!kind)
        return SecuritySeverity::Unknown;
    return kind->isCritical ? SecuritySeverity::Critical : SecuritySeverity::Normal;
}

/// Matters of types that the specification does not know, of a station, that wait each for itself. It may invent as many
/// as it likes.
constexpr int mostUnknownMatters = 20;
const QString manyUnknown = u"The station sends many security events that are not the specification's (W 8), so they may "
                            "be serious. Ask the station's vendor what they mean."_s;

QString reasonOf(const SecurityEventKind &kind)
{
    return u"%1 (%2)."_s.arg(kind.meaning, kind.type);
}

QByteArray payloadOf(const SecurityEvent &event)
{
    QJsonObject payload{{u"type"_s, event.type}, {u"timestamp"_s, ocpp::formatTimestamp(event.time)}};
    if (!event.techInfo.isEmpty())
        payload.insert(u"techInfo"_s, event.techInfo);
    return ocpp::compactBytes(payload);
}

} // namespace

QLatin1StringView toString(SecuritySeverity severity)
{
    return wordOf(severityWords, severity);
}

bool fromString(QStringView text, SecuritySeverity &severity)
{
    return fromWord(severityWords, text, severity);
}

std::span<const SecurityEventKind> securityEventKinds()
{
    return securityKinds;
}

const SecurityEventKind *securityEventKind(QStringView type)
{
    const auto found =
        std::ranges::find_if(securityKinds, [type](const SecurityEventKind &k) { return type == k.type; });
    return found == std::end(securityKinds) ? nullptr : &*found;
}

const RowTable &SecurityEvent::table()
{
    return securityEventTable;
}

QString SecurityEvents::reasonOfUnknown(const SecurityEvent &event)
{
    const QString own =
        u"\"%1\" is not one of the specification's security events (W 8), so it may be serious. Ask the station's vendor "
        "what it means."_s.arg(event.type);
    const qint64 others = db_.number(u"SELECT count(*) FROM attention WHERE station = ? AND kind = 'securityEvent' "
                                     "AND resolved_at IS NULL AND reason <> ? AND reason LIKE '\"%'"_s,
                                     {event.station, own});
    return others < mostUnknownMatters ? own : manyUnknown;
}

qint64 SecurityEvents::add(SecurityEvent event)
{
    const qint64 known = db_.number(u"SELECT id FROM security_events WHERE station = ? AND type = ? AND time = ? "
                                    "AND tech_info = ?"_s,
                                    {event.station, event.type, event.time, event.techInfo});
    if (known > 0)
        return known;
    const SecurityEventKind *const kind = securityEventKind(event.type);
    event.severity = severityOf(kind);
    if (event.isAlarming()) {
        Parked matter;
        matter.station = event.station;
        matter.kind = u"securityEvent"_s;
        matter.time = event.time;
        matter.received = event.received;
        matter.reason = kind ? reasonOf(*kind) : reasonOfUnknown(event);
        matter.payload = payloadOf(event);
        event.attention = Attention(db_).gather(matter);
    }
    const qint64 id = db_.insert(event);
    db_.noteChange(Table::StationEvents, event.station, QString::number(id));
    return id;
}

std::optional<SecurityEvent> SecurityEvents::find(qint64 id)
{
    return db_.row<SecurityEvent>(u"WHERE id = ?"_s, {id});
}

QList<SecurityEvent> SecurityEvents::list(const SecurityEventFilter &filter)
{
    Filter where;
    if (!filter.station.isEmpty())
        where.where(u"station = ?"_s, {filter.station});
    if (filter.alarmingOnly)
        where.where(u"severity <> ?"_s, {SecuritySeverity::Normal});
    if (filter.waitingOnly)
        where.where(u"attention IS NOT NULL AND acknowledged IS NULL"_s, {});
    if (filter.after > 0)
        where.where(u"id < ?"_s, {filter.after});
    where.finish(u"ORDER BY id DESC"_s, filter.limit);
    return db_.rows<SecurityEvent>(where.tail(), where.values());
}

int SecurityEvents::waitingCount(const QString &station)
{
    return int(db_.number(u"SELECT count(*) FROM security_events WHERE station = ? AND attention IS NOT NULL "
                          "AND acknowledged IS NULL"_s,
                          {station}));
}

bool SecurityEvents::acknowledge(const SecurityEvent &event, ocpp::Timestamp at)
{
    return event.attention && Attention(db_).resolve(*event.attention, u"Acknowledged."_s, at);
}

} // namespace store
