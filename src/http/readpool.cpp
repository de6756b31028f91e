// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/readpool.h"

#include <algorithm>

namespace http {

ReadPool::ReadPool(const store::Location &location)
{
    for (Slot &slot : slots_)
        slot.reader = std::make_unique<store::Reader>(location);
}

ReadPool::~ReadPool()
{
    stop();
}

store::Outcome<void> ReadPool::start()
{
    for (Slot &slot : slots_) {
        const store::Outcome<void> started = slot.reader->start();
        if (!started)
            return started;
    }
    return {};
}

void ReadPool::stop()
{
    for (Slot &slot : slots_)
        slot.reader->stop();
}

ReadPool::Slot &ReadPool::leastBusy()
{
    Slot &slot = *std::ranges::min_element(slots_, {}, [](const Slot &s) { return s.waiting.load(); });
    slot.waiting.fetch_add(1);
    return slot;
}

} // namespace http
