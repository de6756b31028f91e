// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/stationoptions.h"

#include <QList>
#include <QStringList>
#include <QThread>

#include <memory>

namespace simulator {

/// A small site to look at: six named stations of invented makers with people, pauses, faults and outages, in
/// a thread of its own. For `--demo`; whoever starts it enters stations() and idTags() into the database
/// before.
class DemoSite {
public:
    struct Person {
        QString idTag;
        QString name;
    };

    /// `endpoint`: ws://127.0.0.1:9000/ocpp/, without a station's id. The same seed gives the same day.
    explicit DemoSite(const QUrl &endpoint, quint64 seed = 1);
    DemoSite(const DemoSite &) = delete;
    DemoSite &operator=(const DemoSite &) = delete;
    /// Stops.
    ~DemoSite();

    /// Does nothing when it runs already.
    void start();
    /// The stations take leave; returns when their thread is done. May be started again.
    void stop();
    bool isRunning() const { return thread_ != nullptr; }

    /// id, vendor, model and number of connectors are what a central system can enter beforehand.
    static QList<StationOptions> stations();
    static QList<Person> people();

private:
    class Worker;

    const QUrl endpoint_;
    const quint64 seed_;
    std::unique_ptr<QThread> thread_;
    Worker *worker_ = nullptr; // lives in thread_, and dies with its end
};

} // namespace simulator
