// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/transactions.h"
#include "ui/text/statewords.h"

namespace ui {

/// Charging, finished, or closed by us without the station's stop.
/// `connectorStatus`: of its connector, as long as it is open; empty: not known.
StateWord sessionState(const store::Transaction &transaction, const QString &connectorStatus = {});

/// One thing about a session that a person should know.
struct SessionNote {
    QString word; ///< short, for the table: "meter was reset"
    QString explanation; ///< what happened and what it means for the figure
    QString term; ///< the flag, for the tooltip
};
/// Flags, and a tag that was not accepted. What is not known is shown as it is spelled.
QList<SessionNote> sessionNotes(const store::Transaction &transaction);

/// Where the kWh come from, in a sentence (behaviour 10).
QString energyStory(const store::Transaction &transaction);
/// Why it ended (7.36), or who closed it; empty while it is open.
QString endStory(const store::Transaction &transaction);
/// What the station was told about the tag: "Accepted", "Blocked", ... in words.
QString tagStatusWord(const QString &status);

/// From the start to the end, or to now while it charges. Nothing if the end is not known.
std::optional<std::chrono::milliseconds> sessionDuration(const store::Transaction &transaction, ocpp::Timestamp now);
/// In words, until now; "not known".
QString durationText(const store::Transaction &transaction);

} // namespace ui
