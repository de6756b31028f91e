// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/profilecheck.h"
#include "store/database.h"

#include <QHash>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace store {

/// The reconciler's topic: the origin of the commands that bring profiles to stations.
inline constexpr QLatin1StringView chargingProfilesTopic{"chargingProfiles"};

/// A profile of the library, to be used at many places.
struct NamedProfile {
    QString nameKey{}; ///< folded; set by saveNamed()
    QString name{};
    QByteArray profile{}; ///< OCPP JSON; chargingProfileId may be missing
    ocpp::Timestamp changed{};

    static const RowTable &table();
};

enum class ProfileState {
    Pending, ///< desired, to be sent
    Installed, ///< desired, and the station has it
    Rejected, ///< desired, the station said no; tried again some times
    NotSupported, ///< desired, the station knows no smart charging
    Unfit, ///< desired, but not sent: it breaks the station's own limits, see `refusal`
    Clearing, ///< no longer desired, to be cleared
    Reported, ///< the station has it by a command of somebody, nobody desires it
};
/// "pending", "installed", "rejected", "notSupported", "unfit", "clearing", "reported".
QLatin1StringView toString(ProfileState state);
bool fromString(QStringView text, ProfileState &state);

/// One place for a profile at a station, with what is desired and what the station has accepted there. A station has one
/// profile for each connector, purpose and stack level (3.13.2), a TxProfile for its transaction.
struct StationProfile {
    QString station{};
    int connector = 0;
    QString purpose{}; ///< as on the wire
    int stackLevel = 0;
    qint64 transactionId = 0; ///< of a TxProfile; 0: none, or not known
    int profileId = 0; ///< chargingProfileId, unique at the station
    QString nameKey{}; ///< of the library's profile that is desired; may be empty
    std::optional<QByteArray> desired{}; ///< OCPP JSON, with id and transaction
    std::optional<ocpp::Timestamp> desiredAt{};
    std::optional<QByteArray> accepted{}; ///< as it was sent and accepted
    std::optional<ocpp::Timestamp> acceptedAt{};
    ProfileState state = ProfileState::Pending;
    QString refusal{}; ///< why it is Rejected, NotSupported or Unfit: the station's words or ours
    std::optional<ocpp::Timestamp> triedAt{}; ///< when it was last tried in vain, since it is desired or the station booted

    static const RowTable &table();
};

/// The id of what the station has accepted there; not `profileId` while another one is desired.
std::optional<int> acceptedId(const StationProfile &row);

/// What the station is to get at `now`: as desired, moved by daylight saving (behaviour 35).
QJsonObject profileToSend(const StationProfile &row, ocpp::Timestamp now);

/// What somebody wants at one place. The connector and the profile's purpose and stack level say where.
struct ProfileWish {
    QString station{}; ///< as entered
    int connector = 0;
    QString name{}; ///< of the library; empty: `profile` itself
    /// Strict OCPP JSON. chargingProfileId may be missing, and the transactionId of a TxProfile: both are filled in.
    QJsonObject profile;
};

struct ProfileRefusal {
    enum class Kind { UnknownName, InvalidProfile, Unfit } kind{};
    QString text{};
    QString path{}; ///< JSON pointer into {"connectorId", "profile"}
    QList<charging::Problem> problems; ///< of Unfit: errors first
};

struct DesiredProfile {
    StationProfile row;
    QList<charging::Problem> warnings;
};

/// As in ClearChargingProfile.req: `id` alone wins, else all together, none means all (E 3.26).
struct ProfileFilter {
    std::optional<int> id{};
    std::optional<int> connector{};
    std::optional<QString> purpose{};
    std::optional<int> stackLevel{};
};
/// An id means the desired profile or the accepted one.
bool matches(const ProfileFilter &filter, const StationProfile &row);

/// Who had a station do something: a later wish is not undone by an older command.
struct ProfileSender {
    bool isTopic = false; ///< the reconciler, else a person or a tool
    ocpp::Timestamp asked{};
};

struct ProfileCounts {
    int desired = 0;
    int installed = 0;
    int refused = 0; ///< Rejected, NotSupported, Unfit
};

/// The library of charging profiles, and what is desired and installed at stations. Whatever changes the desired side has
/// the reconciler begin anew.
class ChargingProfiles {
public:
    explicit ChargingProfiles(Database &db) : db_(db) {}

    // Library. Names are matched case-insensitively.
    /// By name.
    QList<NamedProfile> library(const QString &afterName = {}, int limit = 0);
    std::optional<NamedProfile> named(const QString &name);
    /// Whether a profile makes sense by itself; its warnings.
    static tl::expected<QList<charging::Problem>, ProfileRefusal> checkNamed(const QJsonObject &profile);
    /// Inserts or replaces, and makes it desired wherever the name is used. Where it does not fit the station's limits it
    /// is Unfit. The stations that it reaches.
    QStringList saveNamed(const QString &name, const QJsonObject &profile, ocpp::Timestamp now);
    /// False if there is none. Must not be in use.
    bool removeNamed(const QString &name);
    QStringList stationsUsing(const QString &name);
    /// How many places use each name, by nameKey.
    QHash<QString, int> uses();

    // Desired.
    /// Makes it desired. Refused if it breaks a rule or the station's own limits.
    tl::expected<DesiredProfile, ProfileRefusal> desire(const ProfileWish &wish, ocpp::Timestamp now);
    /// What would come of it, without doing it.
    tl::expected<DesiredProfile, ProfileRefusal> check(const ProfileWish &wish, ocpp::Timestamp now);
    /// No longer desired; what the station has is cleared, also what nobody desired. The number of places.
    int withdraw(const QString &station, const ProfileFilter &filter, ocpp::Timestamp now);
    /// What is questionable about what is desired there.
    QList<charging::Problem> problems(const StationProfile &row, ocpp::Timestamp now);
    /// What the station says about its smart charging.
    charging::StationLimits limitsOf(const QString &station);

    // Reported.
    void setAccepted(const QString &station, int connector, const QJsonObject &profile, const ProfileSender &sender,
                     ocpp::Timestamp at);
    void setRefused(const QString &station, int connector, const QJsonObject &profile, ProfileState state,
                    const QString &refusal, ocpp::Timestamp at);
    void cleared(const QString &station, const ProfileFilter &filter, const ProfileSender &sender);
    /// Sent, or to be cleared, without an answer that says what became of it.
    void setTried(const QString &station, int connector, const QJsonObject &profile, ocpp::Timestamp at);
    void setTried(const QString &station, const ProfileFilter &filter, ocpp::Timestamp at);
    /// The station's limits may be others, or it may have more room: what does not fit waits, what fits by now is sent.
    /// True if that concerns any.
    bool recheck(const QString &station, ocpp::Timestamp now);
    /// A TxProfile dies with its transaction (3.13.1).
    void transactionEnded(const QString &station, int connector, qint64 transaction);
    /// An accepted boot: a factory reset forgets all without a word, so what is desired is sent again.
    void booted(const QString &station, ocpp::Timestamp now);

    // Reading.
    /// By connector, purpose and stack level.
    QList<StationProfile> list(const QString &station);
    /// Of all stations, by station.
    QList<StationProfile> all();
    /// By station; those without any are missing.
    QHash<QString, ProfileCounts> counts();

private:
    struct Draft {
        StationProfile row;
        QList<charging::Problem> problems;
    };
    std::optional<StationProfile> at(const StationProfile &place);
    tl::expected<QJsonObject, ProfileRefusal> profileOf(const ProfileWish &wish);
    tl::expected<Draft, ProfileRefusal> draft(const ProfileWish &wish, ocpp::Timestamp now);
    Draft draftOf(StationProfile row, ocpp::ChargingProfile profile, std::optional<int> id, ocpp::Timestamp now);
    int countBeside(const StationProfile &row);
    QList<charging::Problem> problemsBeside(const StationProfile &row, int others, ocpp::Timestamp now);
    void findTransaction(const QString &station, int connector, ocpp::ChargingProfile &profile);
    int freeId(const QList<StationProfile> &others, const std::optional<StationProfile> &before,
               std::optional<int> wanted) const;
    void put(const StationProfile &row);
    void drop(const StationProfile &row);
    void withdrawRow(StationProfile row);
    bool mayHaveArrived(const StationProfile &row);
    void giveWay(const StationProfile &winner);
    void begin(const QString &station, ocpp::Timestamp now);
    void renewNamed(const StationProfile &before, const NamedProfile &named, ocpp::Timestamp now);
    void replaceFormerPlaces(const StationProfile &row);

    Database &db_;
};

} // namespace store
