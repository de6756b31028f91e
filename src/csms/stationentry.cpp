// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/stationentry.h"

namespace csms {

StationEntryPointer entryOf(const store::Station &row)
{
    return std::make_shared<const StationEntry>(
        StationEntry{row.id, row.idKey, row.registration, row.securityProfile, row.passwordHash,
                     std::chrono::seconds(row.callTimeoutSeconds), row.zonelessIsLocal, row.tagSuffix});
}

} // namespace csms
