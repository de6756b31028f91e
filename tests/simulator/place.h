// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/centralsystem.h"
#include "simulator/station.h"

#include <QJsonArray>
#include <QTest>

namespace simtest {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// 2026-11-22T12:00:00Z
inline constexpr ocpp::Timestamp noon{std::chrono::milliseconds(1795348800000)};

inline simulator::StationOptions defaultOptions()
{
    simulator::StationOptions options;
    options.id = u"CP1"_s;
    options.connectors = 2;
    return options;
}

/// A central system and a station that talk over a real socket, in a time that the test moves.
class Place {
public:
    explicit Place(simulator::StationOptions options = defaultOptions())
        : central([this] { return timeline.now(); }),
          station(withEndpoint(std::move(options)), timeline, journal)
    {
    }

    /// Switches on; true when the station is accepted and has said what it has to say.
    bool boot()
    {
        station.switchOn();
        return settled();
    }

    /// Waits until the station is accepted and everything is delivered and answered.
    bool settled()
    {
        return QTest::qWaitFor([this] { return station.isOnline() && station.isQuiet(); });
    }

    /// A car charges at this connector, and everything about it is delivered.
    bool charge(int connector = 1, const simulator::Vehicle &vehicle = {})
    {
        station.plugIn(connector, vehicle);
        station.presentTag(connector, u"TAG-1"_s);
        return QTest::qWaitFor([=, this] {
            const auto transaction = station.transaction(connector);
            return transaction && transaction->id && station.isQuiet();
        });
    }

    QString status(int connector) const
    {
        const auto status = station.status(connector);
        return status ? QString(ocpp::toString(*status)) : QString();
    }

    int transactionId(int connector = 1) const { return station.transaction(connector)->id.value_or(0); }

    simulator::ManualTimeline timeline{noon};
    simulator::SilentJournal journal;
    CentralSystem central;
    simulator::Station station;

private:
    simulator::StationOptions withEndpoint(simulator::StationOptions options) const
    {
        options.endpoint = central.endpoint();
        return options;
    }
};

} // namespace simtest
