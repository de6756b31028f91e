// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>

namespace store {

/// One thread with one read-only connection, for lists and pages. Sees everything committed before read() was
/// called.
class Reader : public QObject {
    Q_OBJECT
public:
    explicit Reader(Location location, QObject *parent = nullptr);
    ~Reader() override;

    /// Opens the database on the reader's thread. It must have been migrated: start the Writer first.
    Outcome<void> start();
    /// Waits for the running read; those still waiting fail with Kind::Other.
    void stop();

    /// Any thread. `work` runs on the reader's thread inside one consistent snapshot. Reconnects once when the
    /// server was lost, so `work` may run twice.
    template<class Work, class T = std::invoke_result_t<Work, Database &>> QFuture<Outcome<T>> read(Work work);

private:
    /// Runs with an open database, or with the reason why there is none.
    using Task = std::function<void(const std::function<Outcome<void>(const std::function<void(Database &)> &)> &)>;
    void enqueue(Task task);

    class Loop;
    std::unique_ptr<Loop> loop_;
};

template<class Work, class T> QFuture<Outcome<T>> Reader::read(Work work)
{
    static_assert(!std::is_void_v<T>, "a read gives something");
    auto promise = std::make_shared<QPromise<Outcome<T>>>();
    promise->start();
    auto future = promise->future();
    enqueue([promise, work = std::move(work)](const auto &withDatabase) mutable {
        std::optional<T> result;
        const Outcome<void> outcome = withDatabase([&](Database &db) { result.emplace(work(db)); });
        promise->addResult(outcome ? Outcome<T>(std::move(*result)) : Outcome<T>(tl::unexpected(outcome.error())));
        promise->finish();
    });
    return future;
}

} // namespace store
