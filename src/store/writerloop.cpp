// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writerloop.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {

namespace {

constexpr std::chrono::milliseconds firstPause{50};
constexpr std::chrono::milliseconds longestPause{2000};
/// An idle spell longer than this means that the load is over.
constexpr std::chrono::milliseconds calm{10};

Error stopped()
{
    return {Error::Kind::Other, u"The central system is being stopped; the change was not saved."_s, {}};
}

Error vanished(const Location &location)
{
    return {Error::Kind::Unreachable,
            u"The database %1 has disappeared. Connect its disk again, or restart the central system to begin with "
            "an empty one."_s.arg(location.display()),
            {}};
}

bool isWorthRetrying(const Error &error)
{
    return error.kind == Error::Kind::Unreachable || error.kind == Error::Kind::Locked;
}

} // namespace

Writer::Loop::Loop(Writer &writer, Location where, WriterOptions options)
    : location(std::move(where)), id(QUuid::createUuid().toString(QUuid::WithoutBraces)), writer_(writer),
      options_(options)
{
}

Writer::Loop::~Loop()
{
    stop();
}

Outcome<void> Writer::Loop::start()
{
    std::promise<Outcome<void>> opened;
    std::future<Outcome<void>> outcome = opened.get_future();
    thread_ = std::thread(&Loop::run, this, std::move(opened));
    return outcome.get();
}

void Writer::Loop::stop()
{
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable())
        thread_.join();
    Jobs left;
    {
        const std::lock_guard lock(mutex_);
        left.swap(queue_);
    }
    const Error error = stopped();
    for (const auto &job : left)
        job->finished(&error);
}

void Writer::Loop::post(std::unique_ptr<Job> *jobs, std::size_t count, Hurry hurry)
{
    bool accepted = false;
    bool wake = false;
    {
        const std::lock_guard lock(mutex_);
        accepted = !stopping_;
        if (accepted)
            queue_.insert(queue_.end(), std::make_move_iterator(jobs), std::make_move_iterator(jobs + count));
        if (hurry == Hurry::Yes) {
            hurry_ = true;
            wake = std::exchange(idle_, false);
        }
    }
    if (wake)
        wake_.notify_one();
    if (accepted)
        return;
    const Error error = stopped();
    std::for_each(jobs, jobs + count, [&error](const auto &job) { job->finished(&error); });
}

qsizetype Writer::Loop::queued() const
{
    const std::lock_guard lock(mutex_);
    const std::size_t jobs = queue_.size() + taken_;
    return static_cast<qsizetype>(jobs);
}

// ---- the writer's thread

void Writer::Loop::run(std::promise<Outcome<void>> opened)
{
    Outcome<std::unique_ptr<Database>> db = Database::open(location, Access::ReadWrite);
    if (!db)
        return opened.set_value(tl::unexpected(db.error()));
    db_ = std::move(*db);
    opened.set_value({});
    othersHaveWritten();
    for (Jobs jobs; waitForJobs(jobs); jobs.clear())
        jobs.empty() ? lookAround() : work(jobs);
    db_.reset();
}

/// Takes all that is queued, which may be nothing after a while; false when there is nothing left to do for ever.
bool Writer::Loop::waitForJobs(Jobs &jobs)
{
    std::unique_lock lock(mutex_);
    taken_ = 0;
    if (!hurry_ && !stopping_) {
        const Clock::time_point since = Clock::now();
        idle_ = true;
        wake_.wait_for(lock, options_.watch, [this] { return hurry_ || stopping_; });
        idle_ = false;
        underLoad_ = underLoad_ && Clock::now() - since < calm;
    }
    // More arrives while we wait, and shares the commit: half the CPU for each message.
    if (underLoad_)
        wake_.wait_for(lock, options_.gather, [this] { return stopping_; });
    jobs.swap(queue_);
    taken_ = jobs.size();
    hurry_ = false;
    underLoad_ = jobs.size() > 1;
    return !jobs.empty() || !stopping_;
}

/// With nothing to do: has somebody else written?
void Writer::Loop::lookAround()
{
    if (db_ && othersHaveWritten())
        emit writer_.changed(resyncChanges());
    if (db_ && !db_->ok())
        disconnect(*db_->takeError());
}

void Writer::Loop::work(Jobs &jobs)
{
    std::optional<Clock::time_point> deadline;
    for (std::chrono::milliseconds duration = firstPause;; duration = std::min(duration * 2, longestPause)) {
        const std::optional<Error> error = attempt(jobs);
        tellTrouble(error ? &*error : nullptr);
        if (!error)
            return finish(jobs, nullptr);
        if (!deadline)
            deadline = lostSince_.value_or(Clock::now()) + options_.patience;
        if (!isWorthRetrying(*error) || !pause(*deadline, duration)) {
            uncertain_ = 0;
            return finish(jobs, &*error);
        }
    }
}

/// False if there is no time left to wait.
bool Writer::Loop::pause(Clock::time_point deadline, std::chrono::milliseconds duration)
{
    std::unique_lock lock(mutex_);
    const Clock::time_point until = Clock::now() + duration;
    return until < deadline && !wake_.wait_until(lock, until, [this] { return stopping_; });
}

/// One try to run and commit the whole batch.
std::optional<Error> Writer::Loop::attempt(Jobs &jobs)
{
    if (std::optional<Error> error = connect())
        return error;
    if (uncertain_ != 0 && wasCommitted()) {
        uncertain_ = 0; // of this batch: the next one is not done by it
        return std::nullopt;
    }
    if (!db_->ok()) // what the batch changed must not be forgotten: it may have been committed
        return disconnect(*db_->takeError());
    failures_.assign(jobs.size(), std::nullopt);
    if (!runTogether(jobs))
        runApart(jobs);
    db_->flush();
    changes_ = db_->takeChanges();
    if (othersHaveWritten())
        changes_ = resyncChanges();
    announce();
    if (db_->commit()) {
        uncertain_ = 0;
        return std::nullopt;
    }
    return disconnect(*db_->takeError());
}

/// Whether another process wrote to the SQLite file since the last batch, nobody knows what: a window that joined this
/// engine, a tool. Commits of our own connection do not change its data_version.
bool Writer::Loop::othersHaveWritten()
{
    if (location.backend != Backend::Sqlite || !db_->ok())
        return false;
    const qint64 version = db_->number(u"PRAGMA data_version"_s); // microseconds: no page is read
    const qint64 before = std::exchange(dataVersion_, version);
    return before != 0 && before != version;
}

/// Savepoints cost each job two statements, on a server two round trips, and hardly a job ever fails. False if one
/// did; what it and the others wrote is undone then.
bool Writer::Loop::runTogether(Jobs &jobs)
{
    db_->begin();
    for (std::size_t i = 0; i < jobs.size() && !db_->hasFailed(); ++i)
        jobs[i]->run(*db_);
    if (!db_->hasFailed() || (db_->error() && db_->error()->concernsWholeDatabase()))
        return true;
    db_->rollback();
    db_->takeError();
    return false;
}

/// Once more, so that a job fails alone.
void Writer::Loop::runApart(Jobs &jobs)
{
    db_->begin();
    for (std::size_t i = 0; i < jobs.size() && db_->ok(); ++i)
        runAlone(*jobs[i], failures_[i]);
}

void Writer::Loop::runAlone(Job &job, std::optional<Error> &failure)
{
    db_->savepoint();
    job.run(*db_);
    db_->release();
    if (db_->ok() || db_->error()->concernsWholeDatabase())
        return;
    failure = db_->error();
    db_->rollbackToSavepoint();
    db_->takeError();
}

/// Inside the transaction, so that others hear of it if and only if it is committed.
void Writer::Loop::announce()
{
    if (location.backend != Backend::PostgreSql || !db_->ok())
        return;
    const QString payload = QString::fromUtf8(encodeChanges(id, changes_));
    // With the transaction's id: should the COMMIT not be answered, it tells what became of it.
    uncertain_ = changes_.isEmpty()
                     ? db_->number(u"SELECT txid_current()"_s)
                     : db_->number(u"SELECT txid_current(), pg_notify('stationmaster', ?)"_s, {payload});
}

/// After a COMMIT that was not answered. Leaves an error if the server cannot tell yet.
bool Writer::Loop::wasCommitted()
{
    const QString status = db_->value(u"SELECT txid_status(?)"_s, {uncertain_}).toString();
    if (status == "in progress"_L1)
        db_->fail({Error::Kind::Unreachable, u"The server has not finished the last change yet."_s, {}});
    return status == "committed"_L1;
}

std::optional<Error> Writer::Loop::connect()
{
    if (db_)
        return std::nullopt;
    // Opening would make a new, empty file in the place of one whose disk is away.
    if (location.backend == Backend::Sqlite && !QFileInfo::exists(location.file))
        return vanished(location);
    Outcome<std::unique_ptr<Database>> db = Database::open(location, Access::ReadWrite);
    if (!db)
        return db.error();
    db_ = std::move(*db);
    dataVersion_ = 0;
    lostSince_.reset();
    emit writer_.reachableChanged(true);
    return std::nullopt;
}

/// Gives up the connection if it is the trouble.
std::optional<Error> Writer::Loop::disconnect(const Error &error)
{
    if (error.kind != Error::Kind::Unreachable) {
        uncertain_ = 0;
        return error;
    }
    db_.reset();
    if (!lostSince_) {
        lostSince_ = Clock::now();
        emit writer_.reachableChanged(false);
    }
    return error;
}

void Writer::Loop::tellTrouble(const Error *error)
{
    if (error && error->concernsWholeDatabase()) {
        troubled_ = true;
        emit writer_.troubled(*error);
    } else if (!error && std::exchange(troubled_, false)) {
        emit writer_.recovered();
    }
}

void Writer::Loop::finish(Jobs &jobs, const Error *error)
{
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        const Error *own = i < failures_.size() && failures_[i] ? &*failures_[i] : nullptr;
        jobs[i]->finished(error ? error : own);
    }
    if (batchFinished)
        batchFinished();
    if (!error && !changes_.isEmpty())
        emit writer_.changed(changes_);
    changes_.clear();
}

} // namespace store
