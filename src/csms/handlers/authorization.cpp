// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/handlers/authorization.h"

#include "csms/handlers/handlers.h"
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

} // namespace

QString ownTag(const StationEntry &station, const QString &idTag)
{
    const bool appended = !station.tagSuffix.isEmpty() && idTag.size() > station.tagSuffix.size()
                          && idTag.endsWith(station.tagSuffix, Qt::CaseInsensitive);
    return appended ? idTag.chopped(station.tagSuffix.size()) : idTag;
}

ocpp::IdTagInfo tagInfo(Context &context, const QString &tag)
{
    return infoOf(store::IdTags(context.db).find(tag), tag, context);
}

ocpp::IdTagInfo tagInfoForStart(Context &context, const QString &tag)
{
    const auto known = store::IdTags(context.db).find(tag);
    ocpp::IdTagInfo info = infoOf(known, tag, context);
    const bool limited = known && known->maxConcurrent && info.status == AuthorizationStatus::Accepted;
    if (limited && store::Transactions(context.db).openCount(tag) >= *known->maxConcurrent)
        info.status = AuthorizationStatus::ConcurrentTx;
    return info;
}

ocpp::IdTagInfo tagInfoForStop(Context &context, const QString &tag, const QString &startedBy)
{
    ocpp::IdTagInfo info = tagInfo(context, tag);
    const bool isRelated = store::IdTags(context.db).related(tag, startedBy);
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
