// SPDX-License-Identifier: GPL-3.0-or-later
// Charging profiles: the desired side.
#include "store/chargingprofiles.h"

#include "ocpp/codec.h"
#include "ocpp/jsontext.h"
#include "ocpp/messages/smartcharging.h"
#include "store/commands.h"
#include "store/reconciliations.h"
#include "store/sites.h"
#include "store/stations.h"
#include "store/transactions.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr QLatin1StringView profileIdMember{"chargingProfileId"};

/// Strictly as the schema, but for the id that is handed out.
tl::expected<ocpp::ChargingProfile, ProfileRefusal> readStrictly(QJsonObject profile)
{
    if (!profile.contains(profileIdMember))
        profile.insert(profileIdMember, 1);
    if (const auto fault = ocpp::check(ocpp::ChargingProfile::fields(), profile))
        return tl::unexpected(ProfileRefusal{
            ProfileRefusal::Kind::InvalidProfile,
            u"The profile does not satisfy the OCPP 1.6 schema at \"%1\": %2"_s.arg(fault->path, fault->text),
            u"/profile"_s + fault->path,
            {}});
    QList<ocpp::Finding> findings;
    const auto read = ocpp::decode<ocpp::ChargingProfile>(profile, findings);
    if (!read)
        return tl::unexpected(ProfileRefusal{
            ProfileRefusal::Kind::InvalidProfile, read.error().text, u"/profile"_s + read.error().path, {}});
    return *read;
}

std::optional<int> idIn(const QJsonObject &profile)
{
    return profile.contains(profileIdMember) ? std::optional(profile[profileIdMember].toInt()) : std::nullopt;
}

QJsonObject jsonOf(const QByteArray &profile)
{
    return QJsonDocument::fromJson(profile).object();
}

ProfileRefusal unfit(const QList<charging::Problem> &problems)
{
    return {ProfileRefusal::Kind::Unfit, charging::errorText(problems), problems.first().path, problems};
}

bool isSamePlace(const StationProfile &a, const StationProfile &b)
{
    return a.connector == b.connector && a.purpose == b.purpose && a.stackLevel == b.stackLevel
           && a.transactionId == b.transactionId;
}

} // namespace

// ---- library

tl::expected<QList<charging::Problem>, ProfileRefusal> ChargingProfiles::checkNamed(const QJsonObject &profile)
{
    const auto read = readStrictly(profile);
    if (!read)
        return tl::unexpected(read.error());
    const QList<charging::Problem> problems = charging::problemsOf(*read, {});
    if (charging::hasErrors(problems))
        return tl::unexpected(unfit(problems));
    return problems;
}

QStringList ChargingProfiles::saveNamed(const QString &name, const QJsonObject &profile, ocpp::Timestamp now)
{
    const NamedProfile named{folded(name), name, ocpp::compactBytes(profile), now};
    db_.save(named);
    db_.noteChange(Table::ChargingProfiles, {}, name);
    const auto users = db_.rows<StationProfile>(u"WHERE name_key = ? ORDER BY station, connector"_s, {named.nameKey});
    QStringList stations;
    for (const StationProfile &user : users) {
        renewNamed(user, named, now);
        stations.append(user.station);
    }
    stations.removeDuplicates();
    return stations;
}

/// The named profile may belong to another place by now: another purpose, another stack level.
void ChargingProfiles::renewNamed(const StationProfile &before, const NamedProfile &named, ocpp::Timestamp now)
{
    const QJsonObject profile = jsonOf(named.profile);
    const auto read = readStrictly(profile);
    if (!read)
        return;
    StationProfile place;
    place.station = before.station;
    place.connector = before.connector;
    place.nameKey = named.nameKey;
    Draft draft = draftOf(place, *read, idIn(profile), now);
    const bool isUnfit = charging::hasErrors(draft.problems);
    // What the station has is better than nothing: it stays where the new one cannot go.
    if (!isSamePlace(before, draft.row) && (!isUnfit || !before.accepted))
        withdrawRow(before);
    if (isUnfit) {
        draft.row.state = ProfileState::Unfit;
        draft.row.refusal = charging::errorText(draft.problems);
    }
    put(draft.row);
    begin(before.station, now);
}

bool ChargingProfiles::removeNamed(const QString &name)
{
    const bool removed = db_.run(u"DELETE FROM charging_profiles WHERE name_key = ?"_s, {folded(name)}) > 0;
    if (removed)
        db_.noteChange(Table::ChargingProfiles, {}, name);
    return removed;
}

// ---- desired

tl::expected<DesiredProfile, ProfileRefusal> ChargingProfiles::desire(const ProfileWish &wish, ocpp::Timestamp now)
{
    auto desired = check(wish, now);
    if (!desired)
        return desired;
    put(desired->row);
    begin(wish.station, now);
    return desired;
}

tl::expected<DesiredProfile, ProfileRefusal> ChargingProfiles::check(const ProfileWish &wish, ocpp::Timestamp now)
{
    const auto made = draft(wish, now);
    if (!made)
        return tl::unexpected(made.error());
    if (charging::hasErrors(made->problems))
        return tl::unexpected(unfit(made->problems));
    return DesiredProfile{made->row, made->problems};
}

tl::expected<QJsonObject, ProfileRefusal> ChargingProfiles::profileOf(const ProfileWish &wish)
{
    if (wish.name.isEmpty())
        return wish.profile;
    const auto known = named(wish.name);
    if (!known)
        return tl::unexpected(ProfileRefusal{ProfileRefusal::Kind::UnknownName,
                                             u"There is no charging profile \"%1\" in the library. Enter it first, or "
                                             "give the profile itself."_s.arg(wish.name),
                                             u"/profile"_s,
                                             {}});
    return jsonOf(known->profile);
}

tl::expected<ChargingProfiles::Draft, ProfileRefusal> ChargingProfiles::draft(const ProfileWish &wish,
                                                                              ocpp::Timestamp now)
{
    const auto profile = profileOf(wish);
    if (!profile)
        return tl::unexpected(profile.error());
    const auto read = readStrictly(*profile);
    if (!read)
        return tl::unexpected(read.error());
    StationProfile place;
    place.station = wish.station;
    place.connector = wish.connector;
    place.nameKey = folded(wish.name);
    return draftOf(place, *read, idIn(*profile), now);
}

/// `row` says the station, the connector and the name.
ChargingProfiles::Draft ChargingProfiles::draftOf(StationProfile row, ocpp::ChargingProfile profile,
                                                  std::optional<int> id, ocpp::Timestamp now)
{
    findTransaction(row.station, row.connector, profile);
    row.purpose = toString(profile.chargingProfilePurpose);
    row.stackLevel = profile.stackLevel;
    row.transactionId = profile.transactionId.value_or(0);

    const auto before = at(row);
    QList<StationProfile> others = list(row.station);
    others.removeIf([&](const StationProfile &other) { return isSamePlace(other, row); });
    profile.chargingProfileId = row.profileId = freeId(others, before, id);
    row.desired = ocpp::compactBytes(ocpp::encode(profile));
    row.desiredAt = now;
    if (before) {
        row.accepted = before->accepted;
        row.acceptedAt = before->acceptedAt;
        const bool isThere = row.accepted && jsonOf(*row.accepted) == profileToSend(row, now);
        row.state = isThere ? ProfileState::Installed : ProfileState::Pending;
    }
    return {row, problemsBeside(row, countBeside(row), now)};
}

/// A TxProfile is for the transaction that runs at its connector, whether it is named or not.
void ChargingProfiles::findTransaction(const QString &station, int connector, ocpp::ChargingProfile &profile)
{
    if (profile.chargingProfilePurpose != ocpp::ChargingProfilePurposeType::TxProfile)
        return;
    const auto running = Transactions(db_).openOn(station, connector);
    const bool isAnother = running && profile.transactionId && *profile.transactionId != running->id;
    profile.transactionId = running && !isAnother ? std::optional(int(running->id)) : std::nullopt;
}

/// As wished for if no other place at the station has it, else as before, else a new one.
int ChargingProfiles::freeId(const QList<StationProfile> &others, const std::optional<StationProfile> &before,
                             std::optional<int> wanted) const
{
    const auto isFree = [&](int id) {
        return std::ranges::none_of(
            others, [id](const StationProfile &o) { return o.profileId == id || acceptedId(o) == id; });
    };
    if (wanted && isFree(*wanted))
        return *wanted;
    if (before && isFree(before->profileId))
        return before->profileId;
    int id = 1;
    for (const StationProfile &other : others)
        id = std::max({id, other.profileId + 1, acceptedId(other).value_or(0) + 1});
    return id;
}

QList<charging::Problem> ChargingProfiles::problems(const StationProfile &row, ocpp::Timestamp now)
{
    return problemsBeside(row, countBeside(row), now);
}

/// How many the station has, or is to have, beside this one: not what goes, what does not fit, and the former places of
/// the same profile.
int ChargingProfiles::countBeside(const StationProfile &row)
{
    const QList<StationProfile> rows = list(row.station);
    return int(std::ranges::count_if(rows, [&row](const StationProfile &other) {
        const bool isFormer = !row.nameKey.isEmpty() && other.nameKey == row.nameKey && other.connector == row.connector;
        return other.state != ProfileState::Clearing && other.state != ProfileState::Unfit && !isFormer
               && !isSamePlace(other, row);
    }));
}

QList<charging::Problem> ChargingProfiles::problemsBeside(const StationProfile &row, int others, ocpp::Timestamp now)
{
    const auto profile = row.desired ? readStrictly(jsonOf(*row.desired)) : tl::unexpected(ProfileRefusal());
    if (!profile)
        return {};
    const charging::StationLimits limits = limitsOf(row.station);
    QList<charging::Problem> found = charging::problemsOf(*profile, {row.connector, others, now}, limits);
    const int ours = limits.maxStackLevel.value_or(1) - 1;
    const bool hidesLoadBalancing = profile->chargingProfilePurpose == ocpp::ChargingProfilePurposeType::ChargePointMaxProfile
                                    && profile->stackLevel >= ours && Sites(db_).member(row.station);
    if (hidesLoadBalancing && !charging::hasErrors(found))
        found.prepend(
            {charging::ProblemKind::HidesLoadBalancing,
             u"/profile/stackLevel"_s,
             charging::Severity::Error,
             {QString::number(profile->stackLevel), QString::number(ours)},
             u"The station is in a site: a ChargePointMaxProfile of stack level %1 or above would hide the limits of "
             "load balancing. Choose a lower level, or take the station out of its site."_s.arg(ours)});
    return found;
}

bool ChargingProfiles::recheck(const QString &station, ocpp::Timestamp now)
{
    bool isNew = false;
    for (StationProfile row : list(station)) {
        const bool isUnfit = row.state == ProfileState::Unfit;
        if (!row.desired || (!isUnfit && row.state != ProfileState::Pending))
            continue;
        // What is on its way already is not counted against others that are, too.
        const auto found = problemsBeside(row, isUnfit ? countBeside(row) : 0, now);
        if (charging::hasErrors(found) == isUnfit)
            continue;
        row.state = isUnfit ? ProfileState::Pending : ProfileState::Unfit;
        row.refusal = isUnfit ? QString() : charging::errorText(found);
        put(row);
        isNew = true;
    }
    if (isNew)
        begin(station, now);
    return isNew;
}

/// A profile of the library has one place at a connector.
void ChargingProfiles::replaceFormerPlaces(const StationProfile &row)
{
    if (row.nameKey.isEmpty() || row.state != ProfileState::Installed)
        return;
    for (const StationProfile &other : list(row.station)) {
        if (other.nameKey == row.nameKey && other.connector == row.connector && !isSamePlace(other, row))
            withdrawRow(other);
    }
}

int ChargingProfiles::withdraw(const QString &station, const ProfileFilter &filter, ocpp::Timestamp now)
{
    int places = 0;
    for (const StationProfile &row : list(station)) {
        if (row.state == ProfileState::Clearing || !matches(filter, row))
            continue;
        withdrawRow(row);
        ++places;
    }
    if (places > 0) {
        recheck(station, now);
        begin(station, now);
    }
    return places;
}

/// What is to be cleared has the id that the station knows. Where it may have either the old profile or the new one,
/// profileId stays that of the new one.
void ChargingProfiles::withdrawRow(StationProfile row)
{
    const bool isNewThere = mayHaveArrived(row);
    if (!row.accepted && !isNewThere)
        return drop(row);
    if (row.accepted && !isNewThere)
        row.profileId = acceptedId(row).value_or(row.profileId);
    row.desired.reset();
    row.desiredAt.reset();
    row.nameKey.clear();
    row.refusal.clear();
    row.triedAt.reset();
    row.state = ProfileState::Clearing;
    put(row);
}

/// It was sent, and nobody knows what became of it (behaviour 15).
bool ChargingProfiles::mayHaveArrived(const StationProfile &row)
{
    CommandFilter sent;
    sent.station = row.station;
    sent.action = ocpp::SetChargingProfile::action;
    sent.states = {CommandState::Sent, CommandState::Timeout, CommandState::Unknown};
    const auto commands = Commands(db_).list(sent);
    return std::ranges::any_of(commands, [&](const Command &command) {
        const QJsonObject profile = jsonOf(command.payload)["csChargingProfiles"_L1].toObject();
        return profile[profileIdMember].toInt() == row.profileId;
    });
}

void ChargingProfiles::begin(const QString &station, ocpp::Timestamp now)
{
    Reconciliations(db_).reset(station, chargingProfilesTopic, now);
}

} // namespace store
