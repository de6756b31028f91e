// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/stations.h"

#include <QString>

#include <chrono>
#include <memory>

namespace csms {

/// What the engine must know of a station to let it in and to read its messages. An immutable snapshot of the
/// station's row: replaced, never changed, so that both threads may hold it.
struct StationEntry {
    QString id;    ///< as entered
    QString idKey; ///< folded, see store::folded()
    store::Registration registration;
    int securityProfile; ///< 0-3
    QString passwordHash; ///< empty: no password is set
    std::chrono::seconds callTimeout;
    bool zonelessIsLocal;
    QString tagSuffix;
};

using StationEntryPointer = std::shared_ptr<const StationEntry>;

StationEntryPointer entryOf(const store::Station &row);

} // namespace csms
