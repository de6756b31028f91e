// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/stationaddress.h"

#include "ui/backend.h"

#include <QUrl>

namespace ui {

QString currentAddress(const Backend &backend)
{
    const QList<ChargerAddress> now = backend.addresses ? backend.addresses() : QList<ChargerAddress>();
    return now.isEmpty() ? backend.ocppAddress : now.first().url;
}

QString stationAddress(const QString &address, const QString &station)
{
    return address + QString::fromLatin1(QUrl::toPercentEncoding(station.trimmed()));
}

} // namespace ui
