// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/csv.h"

#include <QDateTime>

namespace ui::csv {

QByteArray number(double value, int decimals)
{
    return QByteArray::number(value, 'f', decimals);
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

QByteArray time(ocpp::Timestamp time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
    const bool isWhole = local.time().msec() == 0;
    return local.toOffsetFromUtc(local.offsetFromUtc()).toString(isWhole ? Qt::ISODate : Qt::ISODateWithMs).toLatin1();
}

QByteArray time(const std::optional<ocpp::Timestamp> &moment)
{
    return moment ? time(*moment) : QByteArray();
}

QByteArray line(const QList<QByteArray> &cells)
{
    return cells.join(',') + "\r\n";
}

} // namespace ui::csv
