// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/centralsystem.h"
#include "simulator/station.h"

#include <QJsonArray>
#include <QTest>
#include <QTimer>

#include <algorithm>

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

/// As QTest::qWaitFor(), but looks again after each event instead of every 10 ms: a simulated day has thousands of
/// moments to wait for.
template<class F>
bool waitFor(F condition)
{
    QTimer limit;
    limit.setSingleShot(true);
    limit.start(10s);
    while (!condition() && limit.isActive()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return condition();
}

/// What the station noted.
class Notes final : public simulator::Journal {
public:
    bool wantsFrames() const override { return false; }
    void frame(const simulator::FrameRecord &) override {}
    void note(const QString &, const QString &sentence) override { sentences_ += sentence; }
    /// How often a sentence that begins so was noted.
    int count(const QString &beginning) const
    {
        return int(std::count_if(sentences_.begin(), sentences_.end(),
                                 [&](const QString &sentence) { return sentence.startsWith(beginning); }));
    }

private:
    QStringList sentences_;
};

/// A central system and a station that talk over a real socket, in a time that the test moves.
class Place {
public:
    explicit Place(simulator::StationOptions options = defaultOptions())
        : central([this] { return timeline.now(); }), station(withEndpoint(std::move(options)), timeline, journal)
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
        return waitFor([this] { return station.isOnline() && station.isQuiet(); });
    }

    /// Lets time pass as it does outside: connections are made and answers come long before their time-outs. False
    /// when they do not.
    bool pass(std::chrono::milliseconds span)
    {
        constexpr std::chrono::milliseconds step = 10s;
        for (auto left = span; left > 0ms; left -= step) {
            timeline.advance(std::min(left, step));
            const bool done =
                waitFor([this] { return !station.wantsToBeOnline() || (station.isOnline() && station.isQuiet()); });
            if (!done)
                return false;
        }
        return true;
    }

    /// A car charges at this connector, and everything about it is delivered.
    bool charge(int connector = 1, const simulator::Vehicle &vehicle = {})
    {
        station.plugIn(connector, vehicle);
        station.presentTag(connector, u"TAG-1"_s);
        return waitFor([=, this] {
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
    Notes journal;
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
