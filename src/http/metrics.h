// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace http {

// One line of a metric. `labels` as in the text format, without braces: action="Reset",direction="out".
struct Sample {
    QByteArray labels;
    double value = 0;
    QByteArray suffix{}; // of a histogram's lines: "_bucket", "_sum", "_count"
};

// A family of samples in the Prometheus text format.
struct Metric {
    enum class Type { Counter, Gauge, Histogram };

    QByteArray name; // without the prefix "stationmaster_"
    QByteArray help;
    Type type = Type::Gauge;
    QList<Sample> samples;
};

QByteArray label(const QByteArray &name, const QByteArray &value); // value escaped
QByteArray prometheusText(const QList<Metric> &metrics);

} // namespace http
