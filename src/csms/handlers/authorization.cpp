// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/handlers/authorization.h"

#include "csms/handlers/handlers.h"
#include "store/contracts.h"
#include "store/idtags.h"
#include "store/transactions.h"

using ocpp::AuthorizationStatus;

namespace csms {
namespace {

AuthorizationStatus statusOf(const store::IdTag &tag, const Context &context)
{
    if (tag.status == QLatin1StringView("Blocked"))
        return AuthorizationStatus::Blocked;
    if (tag.expiryDate && *tag.expiryDate <= context.received)
        return AuthorizationStatus::Expired;
    const bool validHere = tag.stations.isEmpty() || tag.stations.contains(context.station.id, Qt::CaseInsensitive);
    return validHere ? AuthorizationStatus::Accepted : AuthorizationStatus::Invalid;
}

ocpp::IdTagInfo infoOf(const std::optional<store::IdTag> &known, const QString &tag, Context &context)
{
    if (!known) {
        store::SeenTags(context.db).note(tag, context.station.id, context.received);
        return {AuthorizationStatus::Invalid, {}, {}};
    }
    ocpp::IdTagInfo info{statusOf(*known, context), known->expiryDate, {}};
    if (!known->parentIdTag.isEmpty())
        info.parentIdTag = known->parentIdTag;
    return info;
}

/// Plug & Charge: stations report the eMAID as the tag.
ocpp::IdTagInfo infoOf(const store::Contract &contract, Context &context)
{
    ocpp::IdTagInfo info{AuthorizationStatus::Accepted, {}, {}};
    if (!contract.idTag.isEmpty())
        info = infoOf(store::IdTags(context.db).find(contract.idTag), contract.idTag, context);
    if (contract.validUntil && (!info.expiryDate || *contract.validUntil < *info.expiryDate))
        info.expiryDate = contract.validUntil;
    if (info.status != AuthorizationStatus::Accepted)
        return info;
    if (contract.status != store::ContractStatus::Accepted)
        info.status = AuthorizationStatus::Blocked;
    else if (contract.validUntil && *contract.validUntil <= context.received)
        info.status = AuthorizationStatus::Expired;
    return info;
}

/// The tag on which a session of this one is: of a contract that of its owner.
QString ownersTag(store::Database &db, const QString &tag)
{
    if (store::IdTags(db).find(tag))
        return tag;
    const auto contract = store::Contracts(db).find(tag);
    return contract && !contract->idTag.isEmpty() ? contract->idTag : tag;
}

} // namespace

QString ownTag(const StationEntry &station, const QString &idTag)
{
    const bool appended = !station.tagSuffix.isEmpty() && idTag.size() > station.tagSuffix.size()
                          && idTag.endsWith(station.tagSuffix, Qt::CaseInsensitive);
    return appended ? idTag.chopped(station.tagSuffix.size()) : idTag;
}

ocpp::IdTagInfo tagInfo(Context &context, const QString &tag)
{
    const auto known = store::IdTags(context.db).find(tag);
    const auto contract = known ? std::nullopt : store::Contracts(context.db).find(tag);
    return contract ? infoOf(*contract, context) : infoOf(known, tag, context);
}

ocpp::IdTagInfo tagInfoForStart(Context &context, const QString &tag)
{
    ocpp::IdTagInfo info = tagInfo(context, tag);
    const QString owners = ownersTag(context.db, tag);
    const auto known = store::IdTags(context.db).find(owners);
    if (!known || !known->maxConcurrent || info.status != AuthorizationStatus::Accepted)
        return info;
    const int open =
        store::Transactions(context.db).openCount(owners) + store::Contracts(context.db).openSessions(owners);
    if (open >= *known->maxConcurrent)
        info.status = AuthorizationStatus::ConcurrentTx;
    return info;
}

ocpp::IdTagInfo tagInfoForStop(Context &context, const QString &tag, const QString &startedBy)
{
    ocpp::IdTagInfo info = tagInfo(context, tag);
    const bool isRelated =
        store::IdTags(context.db).related(ownersTag(context.db, tag), ownersTag(context.db, startedBy));
    if (isRelated && info.status == AuthorizationStatus::Expired)
        info.status = AuthorizationStatus::Accepted;
    else if (!isRelated && info.status == AuthorizationStatus::Accepted)
        info.status = AuthorizationStatus::Invalid; // valid, but not for this session
    return info;
}

ocpp::Authorize::Response handle(Context &context, const ocpp::Authorize::Request &request)
{
    return {tagInfo(context, ownTag(context.station, request.idTag))};
}

} // namespace csms
