// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <httplib.h>
#include <list>
#include <mutex>
#include <thread>

namespace http {

// The server's threads, one per open connection: made when all others are busy, gone after half a minute
// without work. Waiting requests and event streams hold theirs, so there may be many, but an idle server
// has none.
class ElasticPool final : public httplib::TaskQueue {
public:
    explicit ElasticPool(size_t maximum, std::chrono::milliseconds patience = std::chrono::seconds(30));
    ~ElasticPool() override;

    void enqueue(std::function<void()> task) override;
    void shutdown() override; // finishes what is queued, then ends all threads
    size_t threadCount();
    size_t idleCount(); // of them, those that wait for a task

private:
    struct Worker {
        std::thread thread;
        bool finished = false;
    };
    void work(Worker &worker);
    bool waitForTask(std::unique_lock<std::mutex> &lock); // false: go home
    void joinFinished();

    const size_t maximum_;
    const std::chrono::milliseconds patience_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> tasks_;
    std::list<Worker> workers_; // stable addresses
    size_t idle_ = 0;
    bool shutdown_ = false;
};

} // namespace http
