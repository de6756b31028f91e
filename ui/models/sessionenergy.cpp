// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sessionenergy.h"

#include "store/database.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

std::optional<double> knownEnergy(const store::Transaction &session)
{
    return session.energySource == "meterStart"_L1 ? std::nullopt : session.energyWh;
}

std::optional<double> energySoFar(store::Database &db, const store::Transaction &session,
                                  const store::Connector *connector)
{
    const bool registerTells = connector && connector->energyWh && connector->meterTime
                               && *connector->meterTime >= session.startReceived
                               && *connector->energyWh >= double(session.meterStartWh);
    if (registerTells)
        return *connector->energyWh - double(session.meterStartWh);
    const auto whole = store::Transactions(db).find(session.id);
    return whole ? whole->energyWh : std::nullopt;
}

} // namespace ui
