// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/fleet.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;

Fleet::Fleet(FleetOptions options, Timeline &timeline, Journal &journal)
    : options_(std::move(options)), timeline_(timeline)
{
    for (const StationOptions &station : options_.stations) {
        stations_.push_back(std::make_unique<Station>(station, timeline, journal));
        runs_.push_back(std::make_unique<ScenarioRun>(*stations_.back(), int(stations_.size()), timeline,
                                                      options_.scenario, options_.idTags));
        runs_.back()->finished.listen([this] { runFinished(); });
    }
}

void Fleet::start()
{
    const double gap = options_.connectionsPerSecond > 0 ? 1000 / options_.connectionsPerSecond : 0;
    for (std::size_t i = 0; i < stations_.size(); ++i) {
        runs_[i]->start();
        starts_.push_back(std::make_unique<Alarm>(timeline_));
        starts_.back()->start(std::chrono::milliseconds(qint64(double(i) * gap)),
                              [station = stations_[i].get()] { station->switchOn(); });
    }
}

void Fleet::leave()
{
    starts_.clear();
    for (const auto &station : stations_)
        station->leave();
}

Station *Fleet::find(const QString &id) const
{
    for (const auto &station : stations_) {
        if (station->id() == id)
            return station.get();
    }
    return nullptr;
}

int Fleet::accepted() const
{
    int count = 0;
    for (const auto &station : stations_)
        count += station->isAccepted() ? 1 : 0;
    return count;
}

int Fleet::transactionsBegun() const
{
    int count = 0;
    for (const auto &station : stations_)
        count += station->transactionsBegun();
    return count;
}

std::size_t Fleet::queuedMessages() const
{
    std::size_t count = 0;
    for (const auto &station : stations_)
        count += station->queued();
    return count;
}

QStringList Fleet::failures() const
{
    QStringList failures;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        if (!runs_[i]->failure().isEmpty())
            failures += stations_[i]->id() + u": "_s + runs_[i]->failure();
    }
    return failures;
}

void Fleet::runFinished()
{
    if (++finishedRuns_ == runs_.size())
        finished();
}

QList<StationOptions> numbered(const StationOptions &model, const QString &prefix, int count)
{
    QList<StationOptions> stations;
    stations.reserve(count);
    const int width = std::max(4, int(QString::number(count).size()));
    for (int i = 1; i <= count; ++i) {
        StationOptions station = model;
        station.id = prefix + QString::number(i).rightJustified(width, u'0');
        station.serial = model.serial.isEmpty() ? u"%1-%2"_s.arg(prefix).arg(i) : model.serial;
        station.seed = model.seed * 1000003 + quint64(i);
        station.initialRegisterWh = model.initialRegisterWh + 12345.0 * i;
        stations.append(station);
    }
    return stations;
}

} // namespace simulator
