// SPDX-License-Identifier: GPL-3.0-or-later
#include "charging/profilelist.h"

#include "charging/profilecheck.h"
#include "ocpp/codec.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace charging {
namespace {

QString adviceFor(const ocpp::Fault &fault)
{
    switch (fault.code) {
    case ocpp::ErrorCode::OccurenceConstraintViolation:
        return u"Add it: a station refuses the request without it."_s;
    case ocpp::ErrorCode::FormationViolation:
        return u"Correct its spelling or leave it out: a station refuses what it does not know."_s;
    default:
        return u"Correct it: a station refuses it so (6.43, 7.8)."_s;
    }
}

/// What a station may be told nevertheless, and what comes of it is known.
bool isHarmless(const Problem &problem, const ocpp::ChargingProfile &profile)
{
    switch (problem.kind) {
    case ProblemKind::TxWithoutTransaction: // it is for whatever transaction runs
    case ProblemKind::StartMissing: // it begins with the charging
    case ProblemKind::ValidityEmpty: // it never counts
        return true;
    case ProblemKind::DurationNotPositive:
        return profile.chargingSchedule.duration == 0; // it is over at once
    default:
        return problem.severity != Severity::Error;
    }
}

/// Paths of problemsOf() begin with {"connectorId", "profile"}.
QString requestPath(QString path)
{
    const QString profile = u"/profile"_s;
    if (path.startsWith(profile))
        path.replace(0, profile.size(), u"/csChargingProfiles"_s);
    return path;
}

QList<InputError> problemsOf(const PlacedProfile &placed, const QString &where)
{
    if (placed.connectorId < 0)
        return {
            {where + "/connectorId"_L1,
             u"There is no connector %1: the first is 1, and 0 is the station. Correct it."_s.arg(placed.connectorId)}};
    QList<InputError> errors;
    const ocpp::ChargingProfile &profile = placed.csChargingProfiles;
    for (const Problem &problem : problemsOf(profile, Placement{placed.connectorId, 0, {}})) {
        if (!isHarmless(problem, profile))
            errors.append({where + requestPath(problem.path), problem.text});
    }
    return errors;
}

/// In the notation that the schema wants. The specification itself writes 2013-01-01T00:00Z (3.13.7), and what has no
/// zone is in UTC.
QJsonObject withPlainTimes(QJsonObject object)
{
    constexpr QLatin1StringView times[] = {"validFrom"_L1, "validTo"_L1, "startSchedule"_L1};
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->isObject())
            *member = withPlainTimes(member->toObject());
        else if (std::ranges::find(times, member.key()) != std::end(times)) {
            if (const auto time = ocpp::parseTimestamp(member->toString(), ocpp::Zone::Utc))
                *member = ocpp::formatTimestamp(time->value);
        }
    }
    return object;
}

/// What the schema does not say: ranges. That a time is long ago says something about the clock of a station; here it is
/// where something recurs from.
std::optional<ocpp::Finding> deviation(const QList<ocpp::Finding> &findings)
{
    constexpr QLatin1StringView timeNotations("3.15");
    const auto found =
        std::ranges::find_if(findings, [&](const ocpp::Finding &finding) { return finding.clause != timeNotations; });
    return found == findings.cend() ? std::nullopt : std::optional(*found);
}

QList<InputError> read(const QJsonValue &json, const QString &where, QList<PlacedProfile> &profiles)
{
    if (!json.isObject())
        return {
            {where,
             u"Expected an object, a SetChargingProfile request. Write {\"connectorId\": 1, \"csChargingProfiles\": "
             "{...}}."_s}};
    const QJsonObject request = withPlainTimes(json.toObject());
    if (const auto fault = ocpp::check(PlacedProfile::fields(), request))
        return {{where + fault->path, u"%1. %2"_s.arg(fault->text, adviceFor(*fault))}};
    QList<ocpp::Finding> findings;
    const auto placed = ocpp::decode<PlacedProfile>(request, findings);
    if (!placed)
        return {{where + placed.error().path, u"%1. %2"_s.arg(placed.error().text, adviceFor(placed.error()))}};
    if (const auto found = deviation(findings))
        return {{where + found->path,
                 u"%1. Correct it: the specification does not allow it (%2)."_s.arg(found->text, found->clause)}};
    profiles.append(*placed);
    return problemsOf(*placed, where);
}

} // namespace

tl::expected<QList<PlacedProfile>, QList<InputError>> readProfiles(const QByteArray &json)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return tl::unexpected(
            QList<InputError>{{{},
                               u"This is not JSON: %1 at byte %2. Correct it there."_s.arg(parseError.errorString())
                                   .arg(parseError.offset)}});
    if (!document.isArray())
        return tl::unexpected(QList<InputError>{
            {{}, u"Expected an array of SetChargingProfile requests. Put [ and ] around one request."_s}});
    QList<PlacedProfile> profiles;
    QList<InputError> errors;
    const QJsonArray array = document.array();
    for (qsizetype i = 0; i < array.size(); ++i)
        errors += read(array[i], u'/' + QString::number(i), profiles);
    if (!errors.isEmpty())
        return tl::unexpected(errors);
    return profiles;
}

} // namespace charging
