// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/idtags.h"
#include "ui/text/statewords.h"

namespace ui {

inline constexpr qsizetype longestTag = 20; ///< CiString20Type (7.28)

/// What is wrong with a tag as it was typed; empty: nothing.
QString tagComplaint(const QString &tag);
/// What is wrong with `parent` as the group of `tag`; empty: nothing.
QString groupComplaint(const QString &tag, const QString &parent);
/// "CP01, CP02": the ids in a list that a person typed, without doubles.
QStringList stationsIn(const QString &text);

/// Accepted, blocked or expired, as the central system judges it.
StateWord tagState(const store::IdTag &tag, ocpp::Timestamp now);

bool sameTag(const store::IdTag &one, const store::IdTag &other);

} // namespace ui
