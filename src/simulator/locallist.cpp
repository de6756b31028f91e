// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/locallist.h"

#include <algorithm>

namespace simulator {

using namespace Qt::Literals::StringLiterals;
using ocpp::UpdateStatus;

bool LocalAuthList::isSupported() const
{
    return configuration_.list("SupportedFeatureProfiles"_L1).contains("LocalAuthListManagement"_L1);
}

Answer<ocpp::GetLocalListVersion::Response> LocalAuthList::handle(const ocpp::GetLocalListVersion::Request &) const
{
    return ocpp::GetLocalListVersion::Response{!isSupported() ? -1 : entries_.isEmpty() ? 0 : version_}; // 5.10
}

Answer<ocpp::SendLocalList::Response> LocalAuthList::handle(const ocpp::SendLocalList::Request &request)
{
    using Response = ocpp::SendLocalList::Response;
    if (!isSupported())
        return Response{UpdateStatus::NotSupported};
    const bool isFull = request.updateType == ocpp::UpdateType::Full;
    if (!isFull && request.listVersion <= version_)
        return Response{UpdateStatus::VersionMismatch}; // 7.47
    QMap<QString, ocpp::IdTagInfo> updated = isFull ? QMap<QString, ocpp::IdTagInfo>() : entries_;
    for (const ocpp::AuthorizationData &data : request.localAuthorizationList) {
        if (data.idTagInfo)
            updated.insert(data.idTag.toLower(), *data.idTagInfo);
        else if (isFull)
            return Response{UpdateStatus::Failed}; // 7.1: required when Full
        else
            updated.remove(data.idTag.toLower());
    }
    const bool fits = request.localAuthorizationList.size() <= configuration_.number("SendLocalListMaxLength"_L1)
                      && updated.size() <= configuration_.number("LocalAuthListMaxLength"_L1);
    if (!fits || request.listVersion <= 0) // E 3.52
        return Response{UpdateStatus::Failed};
    entries_ = updated;
    version_ = request.listVersion;
    return Response{UpdateStatus::Accepted};
}

const ocpp::IdTagInfo *LocalAuthList::find(const QString &idTag) const
{
    const auto found = entries_.constFind(idTag.toLower());
    const bool isUsed = isSupported() && configuration_.flag("LocalAuthListEnabled"_L1);
    return isUsed && found != entries_.constEnd() ? &*found : nullptr;
}

void LocalAuthList::clear()
{
    entries_.clear();
    version_ = 0;
}

} // namespace simulator
