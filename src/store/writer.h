// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

namespace store {

/// A piece of work for the writer thread.
struct Job {
    virtual ~Job() = default;
    /// Inside a transaction; a failure undoes this job only. Runs again when the batch has to be repeated (a lost
    /// connection, or another job of the batch failed), so it must have no effect outside the database. It may leave
    /// results in its own members, which it sets afresh each time.
    virtual void run(Database &db) = 0;
    /// After the COMMIT (null), or after the rollback (what went wrong). Called exactly once, in the order of
    /// posting, on the writer thread.
    virtual void finished(const Error *error) = 0;
};

struct WriterOptions {
    /// How long a batch gathers while there is load. An idle writer starts at once.
    std::chrono::milliseconds gather{2};
    /// How long a batch waits for a lost server or a locked file before its jobs fail.
    std::chrono::milliseconds patience{10'000};
    /// How often an idle writer looks for unhurried jobs and, with SQLite, whether another process has written.
    std::chrono::milliseconds watch{250};
};

/// Owns the one thread that writes, and its connection. All that is queued goes into one transaction, so that
/// a commit costs the same for one message and for a thousand.
class Writer : public QObject {
    Q_OBJECT
public:
    explicit Writer(Location location, WriterOptions options = {}, QObject *parent = nullptr);
    /// Stops, if stop() was not called.
    ~Writer() override;

    /// Called on the writer thread, once per batch, after finished() of all its jobs. Set before start().
    void setBatchFinished(std::function<void()> hook);
    /// Opens (and migrates) the database on the writer thread; returns when it is open or has failed.
    Outcome<void> start();
    /// Finishes everything that was queued, then ends the thread. Jobs posted later fail.
    void stop();

    /// Any thread. The order of posting is the order of running.
    void post(std::unique_ptr<Job> job);
    void post(std::vector<std::unique_ptr<Job>> jobs);
    /// The same, for what nobody waits for: it shares the next commit, and asks for one of its own only after
    /// WriterOptions::watch.
    void postUnhurried(std::unique_ptr<Job> job);
    /// Runs `work` like a job; the future holds its result after the commit. Any thread.
    /// `work` may run again, see Job::run.
    template<class Work, class T = std::invoke_result_t<Work, Database &>> QFuture<Outcome<T>> submit(Work work);

    const Location &location() const;
    /// Random, one per Writer: tells its own notifications from those of other nodes.
    QString id() const;
    /// Jobs waiting, for metrics. Any thread.
    qsizetype queued() const;

signals:
    /// After each commit that changed something; resyncChanges() if another process wrote to the SQLite file
    /// meanwhile. Emitted on the writer thread.
    void changed(const store::ChangeSet &changes);
    /// The database went away (false) or came back (true). Emitted on the writer thread.
    void reachableChanged(bool reachable);
    /// What is written is not kept: the disk is full, the file damaged, the server gone; again with each batch that
    /// waits or fails. Emitted on the writer thread.
    void troubled(const store::Error &error);
    /// After that: something was committed again.
    void recovered();

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

/// The Job behind Writer::submit().
template<class Work, class T> class SubmittedJob : public Job {
public:
    explicit SubmittedJob(Work work) : work_(std::move(work)) { promise_.start(); }
    QFuture<Outcome<T>> future() { return promise_.future(); }

    void run(Database &db) override
    {
        if constexpr (std::is_void_v<T>)
            work_(db);
        else
            result_.emplace(work_(db));
    }
    void finished(const Error *error) override
    {
        if (error)
            promise_.addResult(Outcome<T>(tl::unexpected(*error)));
        else if constexpr (std::is_void_v<T>)
            promise_.addResult(Outcome<T>());
        else
            promise_.addResult(Outcome<T>(std::move(*result_)));
        promise_.finish();
    }

private:
    using Kept = std::conditional_t<std::is_void_v<T>, bool, T>;
    Work work_;
    QPromise<Outcome<T>> promise_;
    std::optional<Kept> result_;
};

template<class Work, class T> QFuture<Outcome<T>> Writer::submit(Work work)
{
    auto job = std::make_unique<SubmittedJob<Work, T>>(std::move(work));
    auto future = job->future();
    post(std::move(job));
    return future;
}

} // namespace store
