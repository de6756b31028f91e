// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/engine.h"
#include "store/attention.h"
#include "store/commands.h"
#include "store/findings.h"
#include "store/frames.h"
#include "store/idtags.h"
#include "store/knocks.h"
#include "store/stations.h"
#include "store/transactions.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>

/// A running engine on a database of its own (storetest::ownLocation) and a free port of this machine. What cannot go
/// wrong in a sound test ends the program.
class EngineFixture {
public:
    /// No surprises: nothing is read, triggered or pinged while a test runs.
    static csms::Policy quietPolicy();

    explicit EngineFixture(const csms::Policy &policy = quietPolicy());

    csms::Engine &engine() { return *engine_; }
    quint16 port() const { return engine_->port(); }
    /// For a connection of the test's own.
    const store::Location &location() const { return location_; }

    /// Stops the engine; the database may then be read with a connection of the test's own.
    void stop();
    /// A new engine on the same database, as after a restart of the program.
    void restart();

    /// Runs on the writer thread, inside a transaction; the result after its commit.
    template<class Work>
    auto onStore(Work work)
    {
        auto outcome = engine_->writer().submit(std::move(work)).result();
        if (!outcome)
            qFatal("The test's own statement failed: %s", qPrintable(outcome.error().detail));
        if constexpr (!std::is_void_v<typename decltype(outcome)::value_type>)
            return *std::move(outcome);
    }

    void addStation(const QString &id, const std::function<void(store::Station &)> &adjust = {});
    /// As a person changes what was entered.
    void changeStation(const QString &id, const std::function<void(store::Station &)> &change);
    store::Station station(const QString &id);
    void addTag(const QString &tag, const std::function<void(store::IdTag &)> &adjust = {});

    /// As the window and the API do. The command's id; 0 if it was refused.
    qint64 command(const QString &station, const QString &action, const QJsonObject &payload = {},
                   int priority = store::Command::personPriority, const QString &origin = QStringLiteral("test"));
    store::Command command(qint64 id);
    /// "queued", "sent", ...
    QString stateOf(qint64 command);
    QString outcomeOf(qint64 command);

    /// As the clock does when the pauses are over that the reconciler makes after a boot and between two tries.
    void endPauses(const QString &station);

    QList<store::Transaction> transactions(const QString &station);
    QList<store::Parked> parked(const QString &station);
    QList<store::FindingRow> findings(const QString &station);
    /// The texts of all findings in one, to be searched.
    QString findingTexts(const QString &station);
    std::optional<store::Knock> knock(const QString &station);
    /// Oldest first.
    QList<store::FrameRow> frames(const QString &station);

private:
    void start();

    const csms::Policy policy_;
    QTemporaryDir directory_;
    const store::Location location_;
    std::unique_ptr<csms::Engine> engine_;
};
