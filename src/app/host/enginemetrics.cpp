// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/enginemetrics.h"

namespace app {
namespace {

http::Metric single(const QByteArray &name, const QByteArray &help, http::Metric::Type type,
                    const csms::Metrics::Counter &counter)
{
    return {name, help, type, {{{}, double(counter.load()), {}}}};
}

/// Only actions that were seen: 39 lines of zeros tell nothing.
QList<http::Sample> byAction(const std::array<csms::Metrics::Counter, csms::Metrics::actionCount> &counters,
                             const QByteArray &direction)
{
    QList<http::Sample> samples;
    const auto messages = ocpp::messages();
    for (size_t i = 0; i < counters.size(); ++i) {
        if (counters[i] == 0)
            continue;
        const QByteArray action = i < messages.size() ? QByteArray(messages[i].action.data(), messages[i].action.size())
                                                      : QByteArray("unknown");
        samples.append({http::label("action", action) + ',' + http::label("direction", direction), double(counters[i]), {}});
    }
    return samples;
}

} // namespace

QList<http::Metric> metricsOf(const csms::Metrics &counters)
{
    using Type = http::Metric::Type;
    return {
        single("connections_open", "Open connections of stations.", Type::Gauge, counters.connectionsOpen),
        single("connections_opened_total", "Connections let in.", Type::Counter, counters.connectionsOpened),
        single("connections_refused_total", "Connections refused.", Type::Counter, counters.connectionsRefused),
        single("frames_in_total", "Frames received.", Type::Counter, counters.framesIn),
        single("frames_out_total", "Frames sent.", Type::Counter, counters.framesOut),
        single("frames_malformed_total", "Frames that were no usable message.", Type::Counter, counters.malformedFrames),
        {"calls_total", "CALLs by action and direction.", Type::Counter,
         byAction(counters.callsIn, "in") + byAction(counters.callsOut, "out")},
    };
}

} // namespace app
