// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"
#include "charging/loadplan.h"
#include "store/connectors.h"
#include "store/database.h"
#include "store/stations.h"

#include <QHash>

#include <tl/expected.hpp>

namespace store {

/// The origin of the commands that hand out shares.
inline constexpr QLatin1StringView loadBalancingOrigin{"loadBalancing"};
/// chargingProfileIds of load balancing at every station. Nobody else hands out numbers that high.
inline constexpr int fallbackProfileId = 1'900'000'001;
inline constexpr int shareProfileId = 1'900'000'002;

/// A group of stations behind common fuses. Its key is the folded name.
struct Site {
    QString nameKey{}; ///< set by save()
    QString name{};
    ocpp::Timestamp nextLook{}; ///< when its shares are due to be looked at

    static const RowTable &table();
};

/// A fuse or a feeder, in A for each phase.
struct SiteFuse {
    QString site{}; ///< nameKey
    QString name{}; ///< unique in its site
    int position = 0; ///< parents come first
    QString parent{}; ///< a fuse; empty: the root, of which a site has one
    double limitL1 = 0;
    double limitL2 = 0;
    double limitL3 = 0;
    double baseL1 = 0; ///< of what else it feeds; with a meter: what is assumed when the meter is silent
    double baseL2 = 0;
    double baseL3 = 0;
    QString meterStation{}; ///< whose connector 0 measures all that flows through this fuse; empty: nothing does

    static const RowTable &table();
};

/// A station's place in a site. First what a person entered.
struct SiteMember {
    QString station{}; ///< as entered; in one site at most
    QString site{}; ///< nameKey
    QString fuse{};
    QStringList phases{QLatin1StringView("L1"), QLatin1StringView("L2"), QLatin1StringView("L3")}; ///< to which of the fuse its first, second, third phase is wired
    int priority = 1; ///< 1 to 9: the weight of its cars
    double minimumA = 6; ///< of each car
    double maximumA = 32; ///< what it can draw on each phase, all connectors together
    std::optional<double> wantedFallbackA{}; ///< nothing: chosen
    double fallbackA = 0; ///< what it gets when this computer is off; set by save()
    bool drawsEvenly = false; ///< on all its phases, as DC chargers do: says what a limit in W means
    double voltage = 230; ///< of a phase, for stations that know W only

    QString refusal{}; ///< the station's words, when it took no limit
    int refusals = 0; ///< in a row
    std::optional<ocpp::Timestamp> nextTry{}; ///< after a refusal
    std::optional<ocpp::Timestamp> raisedAt{}; ///< when it was last sent a higher limit
    double raisedFromA = 0; ///< what it might draw before
    bool needsClearing = true; ///< it may have limits of somebody else at our levels: it counts with its maximum
    qint64 clearCommand = 0; ///< that takes them away; 0: none is under way

    static const RowTable &table();
};

/// A limit that a station may hold; see charging::HeldLimit.
struct SiteLimit {
    qint64 id = 0;
    QString station{};
    charging::LimitKind kind = charging::LimitKind::Share;
    double amps = 0;
    std::optional<ocpp::Timestamp> until{};
    qint64 marginMs = 0;
    qint64 command = 0;
    bool acknowledged = false;
    bool doubted = false; ///< it may be there or not, whatever its command says: not acknowledged then
    int level = 0; ///< stackLevel

    static const RowTable &table();
};

/// What a car is meant to get, and why. Only cars that want something.
struct SiteCar {
    QString station{};
    int connector = 0;
    QString demand{}; ///< "preparing", "charging", "paused"
    double shareA = 0;
    ocpp::Timestamp since{}; ///< when it began to get something, or to wait
    QString reason{}; ///< "maximum", "enough", "fuse", "turn", "station"
    QString fuse{}; ///< of "fuse" and "turn"
    int phase = -1; ///< likewise; 0: L1

    bool operator==(const SiteCar &) const = default;
    static const RowTable &table();
};

/// What was last measured, in the phases of the station.
struct SiteFlow {
    QString station{};
    int connector = 0; ///< 0: its main meter
    double l1 = 0;
    double l2 = 0;
    double l3 = 0;
    ocpp::Timestamp at{};
    int named = 7; ///< bit 0: it says something about L1
    std::optional<double> mostA{}; ///< what it may have drawn at most since
    std::optional<ocpp::Timestamp> mostSince{};

    static const RowTable &table();
};

/// What else a fuse with a meter feeds, as last found.
struct SiteBase {
    QString site{}; ///< nameKey
    QString fuse{};
    double l1 = 0;
    double l2 = 0;
    double l3 = 0;
    ocpp::Timestamp at{};

    static const RowTable &table();
};

/// All that a person enters about a site.
struct SiteSetup {
    QString name{};
    QList<SiteFuse> fuses;
    QList<SiteMember> members;
};

struct SiteRefusal {
    QString path{}; ///< JSON pointer into {"fuses": [...], "members": [...]}
    QString text{}; ///< what, why, what to do
};

charging::PhaseAmps limitOf(const SiteFuse &fuse);
charging::PhaseAmps baseOf(const SiteFuse &fuse);
/// In the order of the phases of the fuses.
charging::WiredPhases wiredPhases(const SiteMember &member);
/// A current of the station's phases, on those of the fuses.
charging::PhaseAmps onFusePhases(const SiteMember &member, const SiteFlow &flow);
/// Of fuses whose parents come first; with the base loads as entered.
QList<charging::Fuse> fuseTree(const QList<SiteFuse> &fuses);
int fuseIndex(const QList<SiteFuse> &fuses, const QString &name);
/// With the drift of the station's clock as it is known now, if it is.
charging::Holding holdingOf(const SiteMember &member, const QList<SiteLimit> &limits,
                            std::optional<qint64> clockDriftMs = {}, const charging::LoadPacing &pacing = {});

/// Sites as entered, and the books about what their stations were told.
class Sites {
public:
    explicit Sites(Database &db) : db_(db) {}

    // Entered. Names are matched case-insensitively.
    QList<Site> list();
    std::optional<Site> find(const QString &name);
    std::optional<SiteSetup> setup(const QString &name);
    /// Fills in what is chosen (order of the fuses, fallbacks), and says what cannot be.
    tl::expected<SiteSetup, SiteRefusal> check(SiteSetup setup);
    /// Inserts or replaces. Who is no longer a member loses its limits, when the station can be told so.
    tl::expected<SiteSetup, SiteRefusal> save(const SiteSetup &setup, ocpp::Timestamp now);
    bool remove(const QString &name);

    QList<SiteFuse> fuses(const QString &nameKey);
    QList<SiteMember> members(const QString &nameKey);
    std::optional<SiteMember> member(const QString &station);
    void saveLive(const SiteMember &member);

    // When to look.
    QStringList due(ocpp::Timestamp now);
    /// Also holds other nodes off until the transaction ends. False if the site is gone, or not due any more.
    bool looking(const QString &nameKey, ocpp::Timestamp now, ocpp::Timestamp next);
    /// Something happened at a station: its site, if it has one, is due.
    void touch(const QString &station, ocpp::Timestamp now);

    // The books.
    QList<SiteLimit> limits(const QString &station);
    /// What the station took of them, as it was sent: counts in its composite schedules.
    QList<charging::PlacedProfile> installed(const QString &station);
    /// Of the members of a site, by station.
    QHash<QString, QList<SiteLimit>> limitsOf(const QString &nameKey);
    void addLimit(const SiteLimit &limit);
    void acknowledge(const SiteLimit &limit);
    /// Nobody will know any more whether the station took it. Those of a kind become one, which allows what any of them did.
    void doubt(const SiteLimit &limit);
    /// Something may have changed what the station holds: all but what is still queued is in doubt.
    void doubtAll(const QString &station);
    /// It may have limits of somebody else at our levels.
    void needClearing(const QString &station);
    void setClearing(const QString &station, qint64 command);
    /// That command was answered: there are no others any more.
    void clearingDone(const QString &station, qint64 command);
    void dropLimit(qint64 id);
    /// It said that it has none of that kind any more of those that were ordered before that command.
    void dropLimits(const QString &station, charging::LimitKind kind, qint64 before);
    /// Stations that may hold limits but are in no site.
    QStringList formerMembers();

    // Of all members at once.
    QHash<QString, Station> stations(const QString &nameKey);
    QHash<QString, QList<Connector>> connectors(const QString &nameKey);
    /// ChargeProfileMaxStackLevel, where it is known.
    QHash<QString, QString> stackLevels(const QString &nameKey);

    QList<SiteCar> cars(const QString &nameKey);
    /// Writes what differs.
    void setCars(const QString &station, const QList<SiteCar> &cars);
    /// What that station measures counts somewhere.
    bool isMeasured(const QString &station);
    /// Unless newer ones are known.
    void measured(const SiteFlow &flow);
    /// It may draw no more than that since: what was measured may be over. Keeps the least.
    void draws(const SiteFlow &flow, double mostA, ocpp::Timestamp since);
    /// Of the members and the meters of a site.
    QList<SiteFlow> flows(const QString &nameKey);
    QList<SiteBase> bases(const QString &nameKey);
    void saveBase(const SiteBase &base);

private:
    std::optional<SiteRefusal> checkMember(SiteSetup &setup, int at);
    void note(const QString &station = {});

    Database &db_;
};

} // namespace store

namespace charging {
/// "fallback", "share".
QLatin1StringView toString(LimitKind kind);
bool fromString(QStringView text, LimitKind &kind);
} // namespace charging
