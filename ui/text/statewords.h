// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/statemark.h"

#include <QString>

namespace ui {

/// How one state looks and what it is called: mark, word for the owner, the specification's term for the tooltip.
struct StateWord {
    Mark mark;
    QString word;
    QString term;
};

/// `status` as on the wire (ChargePointStatus, 7.7). An unknown one is shown as it is spelled, with an empty mark.
StateWord connectorState(const QString &status, bool online);

/// How much a status asks for attention: the station's row shows the most telling one of its connectors.
int tellingRank(const QString &status);

} // namespace ui
