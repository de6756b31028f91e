// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/composite.h"
#include "store/chargingprofiles.h"
#include "ui/text/statewords.h"

#include <QJsonObject>

namespace ui {

/// How a profile stands at its place, for the owner.
StateWord profileState(store::ProfileState state, bool online);
/// The same in a sentence: what it means, and what comes next.
QString profileStateSentence(store::ProfileState state, bool online);
/// What is wrong with a profile, in the person's language.
QString problemText(const charging::Problem &problem);
/// Why a profile was not taken; of problems the errors only.
QString refusalText(const store::ProfileRefusal &refusal);

/// "whole station" for 0, else "connector 2".
QString placeWord(int connector);
/// By what watt and ampere are converted: of the station's place in a site; nothing: it has none.
QString wiringText(const std::optional<charging::Wiring> &wiring);
/// "16 A", "11.0 kW". `unit` as on the wire.
QString limitText(double limit, const QString &unit);
/// "0:00", "22:30", "1 d 6:00": seconds from the start of a schedule; with seconds only where there are any.
QString offsetText(int seconds);
/// What its periods allow, from the lowest to the highest: "6 – 16 A".
QString limitsText(const QJsonObject &profile);
/// "every day", "from the start of charging", ...
QString kindText(const QJsonObject &profile);
/// All periods in a line: "0:00 16 A · 6:00 10 A".
QString periodsText(const QJsonObject &profile);

} // namespace ui
