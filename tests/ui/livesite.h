// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/engine.h"
#include "simulator/journal.h"
#include "simulator/station.h"
#include "simulator/timeline.h"
#include "store/reader.h"
#include "ui/backend.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <vector>

namespace uitest {

/// The real engine on a free port, with simulated stations that talk to it: for the window's tests. GUI thread.
class LiveSite {
public:
    LiveSite();
    ~LiveSite();

    [[nodiscard]] ui::Backend backend();
    /// Registers a station and switches it on; back when it has booted and told its configuration.
    simulator::Station &add(const QString &id,
                            const std::function<void(simulator::StationOptions &)> &adjust = {});

    /// Commits `work` and waits for it. What it returns comes back.
    template<class Work>
    auto write(Work work)
    {
        auto future = engine_.writer().submit(work);
        future.waitForFinished();
        if (!future.result())
            qFatal("%s %s", qPrintable(future.result().error().text), qPrintable(future.result().error().detail));
        if constexpr (!std::is_void_v<std::invoke_result_t<Work, store::Database &>>)
            return *future.result();
    }

private:
    QTemporaryDir dir_;
    store::Location location_;
    csms::Engine engine_;
    store::Reader reader_;
    simulator::WallTimeline timeline_;
    simulator::SilentJournal journal_;
    std::vector<std::unique_ptr<simulator::Station>> stations_;
};

} // namespace uitest
