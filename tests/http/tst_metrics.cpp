// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/metrics.h"

#include <QTest>

#include <cmath>

using namespace http;

class tst_Metrics : public QObject {
    Q_OBJECT

private slots:
    void textFormat();
    void labelsAreEscaped();
    void unusualNumbers();
};

void tst_Metrics::textFormat()
{
    const Metric counter{"calls_total",
                         "Calls",
                         Metric::Type::Counter,
                         {{label("action", "Reset") + ',' + label("direction", "out"), 3}, {{}, 0.5}}};
    const Metric histogram{"latency_seconds",
                           "Latency",
                           Metric::Type::Histogram,
                           {{label("le", "+Inf"), 2, "_bucket"}, {{}, 2, "_count"}}};
    QCOMPARE(prometheusText({counter, histogram}),
             "# HELP stationmaster_calls_total Calls\n"
             "# TYPE stationmaster_calls_total counter\n"
             "stationmaster_calls_total{action=\"Reset\",direction=\"out\"} 3\n"
             "stationmaster_calls_total 0.5\n"
             "# HELP stationmaster_latency_seconds Latency\n"
             "# TYPE stationmaster_latency_seconds histogram\n"
             "stationmaster_latency_seconds_bucket{le=\"+Inf\"} 2\n"
             "stationmaster_latency_seconds_count 2\n");
}

void tst_Metrics::labelsAreEscaped()
{
    QCOMPARE(label("a", "x\"y\\z\nw"), "a=\"x\\\"y\\\\z\\nw\"");
}

void tst_Metrics::unusualNumbers()
{
    const auto line = [](double value) {
        return prometheusText({{"m", "h", Metric::Type::Gauge, {{{}, value}}}}).split('\n').at(2);
    };
    QCOMPARE(line(std::nan("")), "stationmaster_m NaN");
    QCOMPARE(line(INFINITY), "stationmaster_m +Inf");
    QCOMPARE(line(-INFINITY), "stationmaster_m -Inf");
    QCOMPARE(line(12345678901234.0), "stationmaster_m 12345678901234");
}

QTEST_GUILESS_MAIN(tst_Metrics)
#include "tst_metrics.moc"
