// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

struct Backend;

/// What to type into a charger at this moment, without the station's name: "ws://192.168.1.5:9000/ocpp/". Networks come
/// and go, so ask again where it stays in sight.
QString currentAddress(const Backend &backend);

/// The same for one station. Its name stands in the address percent-encoded (J 3.1.1); blanks around it do not count.
QString stationAddress(const QString &address, const QString &station);

} // namespace ui
