// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/elasticpool.h"

namespace http {

ElasticPool::ElasticPool(size_t maximum, std::chrono::milliseconds patience)
    : maximum_(maximum), patience_(patience)
{
}

ElasticPool::~ElasticPool()
{
    shutdown();
}

void ElasticPool::enqueue(std::function<void()> task)
{
    {
        const std::lock_guard lock(mutex_);
        joinFinished();
        tasks_.push_back(std::move(task));
        if (tasks_.size() > idle_ && workers_.size() < maximum_) {
            Worker &worker = workers_.emplace_back();
            worker.thread = std::thread([this, &worker] { work(worker); });
        }
    }
    wake_.notify_one();
}

void ElasticPool::work(Worker &worker)
{
    std::unique_lock lock(mutex_);
    while (waitForTask(lock)) {
        const std::function<void()> task = std::move(tasks_.front());
        tasks_.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
    worker.finished = true;
}

bool ElasticPool::waitForTask(std::unique_lock<std::mutex> &lock)
{
    ++idle_;
    wake_.wait_for(lock, patience_, [this] { return !tasks_.empty() || shutdown_; });
    --idle_;
    return !tasks_.empty();
}

// The thread of a finished worker has left the lock, or is about to: joining takes no time.
void ElasticPool::joinFinished()
{
    workers_.remove_if([](Worker &worker) {
        if (worker.finished)
            worker.thread.join();
        return worker.finished;
    });
}

void ElasticPool::shutdown()
{
    {
        const std::lock_guard lock(mutex_);
        shutdown_ = true;
    }
    wake_.notify_all();
    for (Worker &worker : workers_) // nobody enqueues any more
        worker.thread.join();
    workers_.clear();
}

size_t ElasticPool::threadCount()
{
    const std::lock_guard lock(mutex_);
    return workers_.size();
}

size_t ElasticPool::idleCount()
{
    const std::lock_guard lock(mutex_);
    return idle_;
}

} // namespace http
