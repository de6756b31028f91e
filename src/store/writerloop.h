// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/writer.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace store {

/// The writer's thread: queue, batches, reconnecting.
class Writer::Loop {
public:
    using Jobs = std::vector<std::unique_ptr<Job>>;

    Loop(Writer &writer, Location location, WriterOptions options);
    ~Loop();

    Outcome<void> start();
    void stop();
    enum class Hurry { No, Yes };
    void post(std::unique_ptr<Job> *jobs, std::size_t count, Hurry hurry = Hurry::Yes);
    qsizetype queued() const;

    const Location location;
    const QString id;
    std::function<void()> batchFinished;

private:
    using Clock = std::chrono::steady_clock;

    void run(std::promise<Outcome<void>> opened);
    bool waitForJobs(Jobs &jobs);
    void lookAround();
    void work(Jobs &jobs);
    std::optional<Error> attempt(Jobs &jobs);
    std::optional<Error> connect();
    std::optional<Error> disconnect(const Error &error);
    void tellTrouble(const Error *error);
    bool wasCommitted();
    bool othersHaveWritten();
    bool runTogether(Jobs &jobs);
    void runApart(Jobs &jobs);
    void runAlone(Job &job, std::optional<Error> &failure);
    void announce();
    bool pause(Clock::time_point deadline, std::chrono::milliseconds duration);
    void finish(Jobs &jobs, const Error *error);

    Writer &writer_;
    const WriterOptions options_;

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    Jobs queue_;
    std::size_t taken_ = 0; ///< of the batch at work
    bool stopping_ = false;
    bool hurry_ = false; ///< somebody waits for a job in the queue
    bool idle_ = false;  ///< the thread sleeps: posting in a hurry must wake it

    // The thread's own
    std::unique_ptr<Database> db_;
    std::vector<std::optional<Error>> failures_; ///< per job of the batch
    ChangeSet changes_;                          ///< of the batch
    qint64 dataVersion_ = 0; ///< of the SQLite file, as this connection sees it; 0: not read yet
    qint64 uncertain_ = 0; ///< PostgreSQL's id of a transaction whose COMMIT was not answered
    std::optional<Clock::time_point> lostSince_;
    bool troubled_ = false; ///< listeners were told that nothing is kept
    bool underLoad_ = false;

    std::thread thread_;
};

} // namespace store
