// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/answer.h"
#include "http/changehub.h"
#include "http/drawing.h"
#include "http/filestorage.h"
#include "http/metrics.h"
#include "http/readpool.h"
#include "store/writer.h"

#include <atomic>

namespace http {

// How many requests may hold a thread for long. Beyond that they are refused (503), so that short requests
// are always answered.
struct WaitLimits {
    int waits = 128;
    int streams = 32;
    std::chrono::milliseconds heartbeat = std::chrono::seconds(15); // of an event stream
};

// What the resources' handlers work with. Shared by all connections' threads.
struct Context {
    Context(const store::Location &location, store::Writer &storeWriter);

    // Reads, or says why not: 503 while the database is away.
    template<class Work>
    auto read(Work work) -> Answer<std::invoke_result_t<Work, store::Database &>>
    {
        return reads.read(std::move(work)).map_error(storeFailure);
    }
    // The same, after everything that the writer was given: a Heartbeat is answered before its frames are written.
    template<class Work>
    auto readSettled(Work work) -> Answer<std::invoke_result_t<Work, store::Database &>>
    {
        if (writer.queued() > 0)
            writer.submit([](store::Database &) {}).waitForFinished();
        return read(std::move(work));
    }
    // Runs on the writer thread in a savepoint; done when it is committed. May run twice, see store::Job.
    template<class Work>
    auto write(Work work) -> Answer<std::invoke_result_t<Work, store::Database &>>
    {
        return writer.submit(std::move(work)).takeResult().map_error(storeFailure);
    }

    static Failure storeFailure(const store::Error &error);

    ReadPool reads;
    store::Writer &writer;
    const std::shared_ptr<ChangeHub> hub =
        std::make_shared<ChangeHub>(); // a signal may outlast the API by a moment
    ChangeHub &changes = *hub;
    WaitLimits limits;
    std::function<QList<Metric>()> metrics; // any thread; may be empty
    QString version;
    FileStorage *files = nullptr; // null: no files here
    QString fileServer; // as people on this machine reach it, "http://host:port"; empty: it is off
    QString node; // of several that share a database: files lie where they were brought to
    Drawing drawing;
    std::atomic<int> waits = 0;
    std::atomic<int> streams = 0;
};

// A handler's write that may itself refuse: the inner answer, unless the database failed.
template<class T>
Answer<T> flattened(Answer<Answer<T>> answer)
{
    if (!answer)
        return tl::unexpected(answer.error());
    return *std::move(answer);
}

} // namespace http
