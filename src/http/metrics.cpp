// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/metrics.h"

#include <cmath>

namespace http {

namespace {

QByteArray typeName(Metric::Type type)
{
    switch (type) {
    case Metric::Type::Counter:
        return "counter";
    case Metric::Type::Gauge:
        return "gauge";
    case Metric::Type::Histogram:
        return "histogram";
    }
    Q_UNREACHABLE();
}

QByteArray numberText(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value > 0 ? "+Inf" : "-Inf";
    return QByteArray::number(value, 'g', 17);
}

} // namespace

QByteArray label(const QByteArray &name, const QByteArray &value)
{
    QByteArray escaped = value;
    escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return name + "=\"" + escaped + '"';
}

QByteArray prometheusText(const QList<Metric> &metrics)
{
    QByteArray text;
    for (const Metric &metric : metrics) {
        const QByteArray name = "stationmaster_" + metric.name;
        text += "# HELP " + name + ' ' + metric.help + '\n';
        text += "# TYPE " + name + ' ' + typeName(metric.type) + '\n';
        for (const Sample &sample : metric.samples) {
            text += name + sample.suffix;
            if (!sample.labels.isEmpty())
                text += '{' + sample.labels + '}';
            text += ' ' + numberText(sample.value) + '\n';
        }
    }
    return text;
}

} // namespace http
