// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/metercurve.h"

#include "store/clock.h"
#include "store/energy.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// So many times the usual distance, and at least so long, is a gap and not just a late value.
constexpr int gapFactor = 4;
constexpr auto shortestGap = 5min;

struct MeterCurveWords {
    Q_DECLARE_TR_FUNCTIONS(ui::MeterCurve)
};

double hoursBetween(ocpp::Timestamp from, ocpp::Timestamp to)
{
    return std::chrono::duration<double, std::ratio<3600>>(to - from).count();
}

/// Readings of the register become energy since the start.
class Counter {
public:
    Counter(ocpp::Timestamp start, double wh) : last_{start, wh} {}

    double take(ocpp::Timestamp time, double wh)
    {
        const store::RegisterReading next{time, wh};
        if (wh < last_.wh) { // a reset, or a zero that was none
            hasDropped_ = true;
            dropped_ = last_;
        } else if (isPlausible(last_, next)) {
            sum_ += wh - last_.wh;
        } else if (hasDropped_ && wh >= dropped_.wh && isPlausible(dropped_, next)) {
            sum_ += wh - dropped_.wh;
        }
        last_ = next;
        return sum_;
    }

private:
    static bool isPlausible(const store::RegisterReading &from, const store::RegisterReading &to)
    {
        const double hours = std::max(hoursBetween(from.time, to.time), 1.0 / 60);
        return (to.wh - from.wh) / hours <= store::plausibleMaximumW;
    }

    store::RegisterReading last_;
    store::RegisterReading dropped_{}; ///< what stood there before it fell
    bool hasDropped_ = false;
    double sum_ = 0;
};

void markGaps(QList<MeterPoint> &points)
{
    if (points.size() < 4)
        return;
    QList<std::chrono::milliseconds> distances;
    for (qsizetype i = 1; i < points.size(); ++i)
        distances.append(points.at(i).time - points.at(i - 1).time);
    std::ranges::nth_element(distances, distances.begin() + distances.size() / 2);
    const auto longest =
        std::max<std::chrono::milliseconds>(distances.at(distances.size() / 2) * gapFactor, shortestGap);
    for (qsizetype i = 1; i < points.size(); ++i)
        points[i].afterGap = points.at(i).time - points.at(i - 1).time > longest;
}

/// The mean power up to each point, from what the meter counted since the one before.
void derivePower(QList<MeterPoint> &points)
{
    const MeterPoint *before = nullptr;
    for (MeterPoint &point : points) {
        if (!point.energyWh)
            continue;
        if (before && point.time > before->time)
            point.powerW = (*point.energyWh - *before->energyWh) / hoursBetween(before->time, point.time);
        before = &point;
    }
}

void addEnds(QList<MeterPoint> &points, const store::Transaction &transaction)
{
    if (points.isEmpty() || points.first().time > transaction.startedAt)
        points.prepend({.time = transaction.startedAt, .powerW = {}, .energyWh = 0});
    if (transaction.stoppedAt && transaction.energyWh && points.last().time < *transaction.stoppedAt)
        points.append({.time = *transaction.stoppedAt, .powerW = {}, .energyWh = transaction.energyWh});
}

} // namespace

MeterCurve curveOf(const store::Transaction &transaction, const QList<store::MeterValue> &values, ocpp::Timestamp now)
{
    MeterCurve curve;
    Counter counter(transaction.startedAt, double(transaction.meterStartWh));
    for (const store::MeterValue &value : values) {
        if (!value.energyWh && !value.powerW)
            continue;
        if (curve.points.isEmpty() || curve.points.last().time != value.time)
            curve.points.append({.time = value.time});
        MeterPoint &point = curve.points.last();
        if (value.powerW)
            point.powerW = value.powerW;
        if (value.energyWh)
            point.energyWh = counter.take(value.time, *value.energyWh);
    }
    addEnds(curve.points, transaction);
    curve.powerIsDerived = std::ranges::none_of(curve.points, [](const MeterPoint &p) { return p.powerW.has_value(); });
    if (curve.powerIsDerived)
        derivePower(curve.points);
    markGaps(curve.points);
    curve.from = curve.points.first().time;
    curve.isRunning = transaction.isOpen();
    curve.to = std::max(curve.points.last().time, curve.isRunning ? now : curve.from);
    return curve;
}

QString MeterCurve::summary() const
{
    if (isEmpty())
        return MeterCurveWords::tr("No meter values yet.");
    const ocpp::Timestamp now = store::now();
    QString text = MeterCurveWords::tr("From %1 to %2").arg(format::moment(from, now), format::moment(to, now));
    const auto last = std::ranges::find_if(points.rbegin(), points.rend(),
                                           [](const MeterPoint &p) { return p.energyWh.has_value(); });
    if (last != points.rend())
        text = MeterCurveWords::tr("%1: %2").arg(text, format::energy(*last->energyWh));
    double highest = -1;
    for (const MeterPoint &point : points)
        highest = std::max(highest, point.powerW.value_or(-1));
    if (highest < 0)
        return text + u'.';
    if (last != points.rend() && last->time > from)
        return MeterCurveWords::tr("%1. Power up to %2, %3 on average.")
            .arg(text, format::power(highest), format::power(*last->energyWh / hoursBetween(from, last->time)));
    return MeterCurveWords::tr("%1. Power up to %2.").arg(text, format::power(highest));
}

} // namespace ui
