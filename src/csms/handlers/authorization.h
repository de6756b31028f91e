// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "ocpp/types.h"

namespace csms {

/// The tag as people know it: without what this station's vendor appends (behaviour 13).
QString ownTag(const StationEntry &station, const QString &idTag);

/// What is known of a tag: status by blocking, expiry and site, with expiry date and parent (behaviour 12).
/// The eMAID of a contract is judged by the contract and the tag that it belongs to. An unknown tag is remembered as seen.
/// Says nothing about concurrent transactions (behaviour 11).
ocpp::IdTagInfo tagInfo(Context &context, const QString &tag);

/// As tagInfo(), and ConcurrentTx when the tag has as many open transactions as it may. The one that is being started
/// does not count: it has no status yet.
ocpp::IdTagInfo tagInfoForStart(Context &context, const QString &tag);

/// For a stop: a tag that is related to the one that started is accepted even if it expired meanwhile.
ocpp::IdTagInfo tagInfoForStop(Context &context, const QString &tag, const QString &startedBy);

} // namespace csms
