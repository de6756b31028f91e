// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "enginefixture.h"
#include "pki/opensslprogram.h"
#include "simulator/journal.h"
#include "simulator/station.h"
#include "simulator/timeline.h"

#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace endings {

/// How it ends when a station is asked for something.
enum class Ending {
    Accepted,
    Rejected,
    NotSupported,
    CallError,
    NoAnswer,
    LateAnswer, ///< the yes comes after the timeout
    Disconnected, ///< the line breaks while the central system waits
    Restarted, ///< the central system restarts while it waits
};

struct EndingRow {
    const char *name;
    Ending ending;
};
inline constexpr EndingRow allEndings[] = {
    {"accepted", Ending::Accepted},         {"rejected", Ending::Rejected},   {"not supported", Ending::NotSupported},
    {"CALLERROR", Ending::CallError},       {"no answer", Ending::NoAnswer},  {"late answer", Ending::LateAnswer},
    {"disconnected", Ending::Disconnected}, {"restarted", Ending::Restarted},
};

/// A station that is asked one thing, and where it is.
struct Part {
    EngineFixture &engine;
    QString id; ///< the station's
    simulator::Station &station;
    const OpenSsl &authority; ///< signs with "root"

    /// What a person asks.
    void ask(const QString &action, const QJsonObject &payload = {}) const;
    /// "inSync", "gaveUp", or "open" for all that is still to be done.
    QString topic(QLatin1StringView name) const;
};

/// What becomes of a command, and of what it is about.
struct Cell {
    QString state; ///< of the command, "accepted", ...
    QString record; ///< what is written about the matter itself, in the words of Feature::record
};

/// A request of the central system, how it comes about, and what is so when it ends.
struct Feature {
    QString request; ///< its action, "DataTransfer.MESSAGEID" for what a DataTransfer carries
    std::function<void(const Part &)> prepare{}; ///< empty: nothing
    std::function<bool(const Part &)> isPrepared{}; ///< with `prepare`
    std::function<void(const Part &)> ask;
    std::function<QString(const Part &)> record;
    QString accepted; ///< the record when the station says yes, in time or late
    Cell rejected;
    Cell notSupported;
    Cell callError;
    QString unanswered; ///< the record when nobody knows: a timeout, a broken line, a restart

    Cell cellOf(Ending ending) const;
};

/// Remote trigger, local list, reservation, smart charging.
std::vector<Feature> chargingFeatures();
/// Firmware, diagnostics and logs.
std::vector<Feature> fileFeatures();
/// Certificates, and Plug & Charge through DataTransfer.
std::vector<Feature> certificateFeatures();

/// The CALLs that reached a station, as in Feature::request.
class Inbox final : public simulator::Journal {
public:
    bool wantsFrames() const override { return true; }
    void frame(const simulator::FrameRecord &record) override;
    void note(const QString &, const QString &) override {}
    bool contains(const QString &request) const { return requests_.contains(request); }

private:
    QStringList requests_;
};

/// One ending, played for all features at once: a central system, and for each feature a simulated station that ends it
/// so. Their time stands still unless the ending wants it to pass: nothing happens by chance.
class Scene {
public:
    Scene(const std::vector<Feature> &features, Ending ending, const OpenSsl &authority);
    ~Scene();

    Ending ending() const { return ending_; }
    /// Up to the ending itself. What did not come about; empty if all did.
    QString play();
    /// The first command with the feature's request that went out; a fresh one if none did.
    store::Command commandOf(std::size_t feature);
    QString recordOf(std::size_t feature) { return features_[feature].record(parts_[feature]); }

private:
    void addStations();
    void behave();
    /// The first feature for which it does not hold in time; empty: it does for all.
    QString await(const char *what, const std::function<bool(std::size_t)> &holds) const;
    QString end();

    const std::vector<Feature> &features_;
    const Ending ending_;
    const OpenSsl &authority_;
    EngineFixture engine_;
    simulator::ManualTimeline timeline_;
    std::vector<std::unique_ptr<Inbox>> inboxes_;
    std::vector<std::unique_ptr<simulator::Station>> stations_;
    std::vector<Part> parts_;
};

} // namespace endings
