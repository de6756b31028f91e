// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <array>
#include <atomic>

namespace http {

// A few readers for many connections: a connection of its own for each thread would exhaust PostgreSQL's
// max_connections, and a waiting request needs none. Any thread.
class ReadPool {
public:
    explicit ReadPool(const store::Location &location);
    ~ReadPool();

    store::Outcome<void> start();
    void stop(); // reads that still wait fail

    // Runs `work` on the reader with the least to do, and waits for it. Sees everything committed before.
    template<class Work>
    auto read(Work work) -> store::Outcome<std::invoke_result_t<Work, store::Database &>>
    {
        Slot &slot = leastBusy();
        auto outcome = slot.reader->read(std::move(work)).takeResult();
        slot.waiting.fetch_sub(1);
        return outcome;
    }

private:
    struct Slot {
        std::unique_ptr<store::Reader> reader;
        std::atomic<int> waiting = 0;
    };
    Slot &leastBusy(); // counts the caller in

    std::array<Slot, 4> slots_;
};

} // namespace http
