// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace store {

class Reader::Loop {
public:
    explicit Loop(Location location) : location_(std::move(location)) { }
    ~Loop() { stop(); }

    Outcome<void> start();
    void stop();
    void enqueue(Task task);

private:
    void run(std::promise<Outcome<void>> opened);
    std::optional<Task> nextTask();
    Outcome<void> perform(const std::function<void(Database &)> &work);
    Outcome<void> performOnce(const std::function<void(Database &)> &work);
    static void refuse(const Task &task);

    const Location location_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> queue_;
    bool stopping_ = false;
    std::unique_ptr<Database> db_; ///< the thread's own
    std::thread thread_;
};

Outcome<void> Reader::Loop::start()
{
    std::promise<Outcome<void>> opened;
    std::future<Outcome<void>> outcome = opened.get_future();
    thread_ = std::thread(&Loop::run, this, std::move(opened));
    return outcome.get();
}

void Reader::Loop::stop()
{
    std::deque<Task> left;
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        left.swap(queue_);
    }
    wake_.notify_all();
    if (thread_.joinable())
        thread_.join();
    for (const Task &task : left)
        refuse(task);
}

void Reader::Loop::refuse(const Task &task)
{
    task([](const auto &) -> Outcome<void> {
        return tl::unexpected(Error{Error::Kind::Other, u"The central system is being stopped."_s, {}});
    });
}

void Reader::Loop::enqueue(Task task)
{
    {
        const std::lock_guard lock(mutex_);
        if (!stopping_) {
            queue_.push_back(std::move(task));
            wake_.notify_one();
            return;
        }
    }
    refuse(task);
}

std::optional<Reader::Task> Reader::Loop::nextTask()
{
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return !queue_.empty() || stopping_; });
    if (queue_.empty())
        return std::nullopt;
    Task task = std::move(queue_.front());
    queue_.pop_front();
    return task;
}

void Reader::Loop::run(std::promise<Outcome<void>> opened)
{
    Outcome<std::unique_ptr<Database>> db = Database::open(location_, Access::ReadOnly);
    if (!db)
        return opened.set_value(tl::unexpected(db.error()));
    db_ = std::move(*db);
    opened.set_value({});
    while (const std::optional<Task> task = nextTask())
        (*task)([this](const auto &work) { return perform(work); });
    db_.reset();
}

Outcome<void> Reader::Loop::perform(const std::function<void(Database &)> &work)
{
    const bool hadConnection = db_ != nullptr;
    Outcome<void> outcome = performOnce(work);
    if (outcome || outcome.error().kind != Error::Kind::Unreachable)
        return outcome;
    db_.reset();
    return hadConnection ? performOnce(work) : outcome; // a fresh connection has just failed, or finds the server back
}

Outcome<void> Reader::Loop::performOnce(const std::function<void(Database &)> &work)
{
    if (!db_) {
        Outcome<std::unique_ptr<Database>> db = Database::open(location_, Access::ReadOnly);
        if (!db)
            return tl::unexpected(db.error());
        db_ = std::move(*db);
    }
    db_->transaction([&] { work(*db_); });
    if (std::optional<Error> error = db_->takeError())
        return tl::unexpected(*error);
    return {};
}

Reader::Reader(Location location, QObject *parent)
    : QObject(parent), loop_(std::make_unique<Loop>(std::move(location)))
{
}

Reader::~Reader() = default;

Outcome<void> Reader::start()
{
    return loop_->start();
}

void Reader::stop()
{
    loop_->stop();
}

void Reader::enqueue(Task task)
{
    loop_->enqueue(std::move(task));
}

} // namespace store
