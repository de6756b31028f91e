// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>
#include <vector>

namespace simulator {

/// Something that happened inside a station, told to whoever asked to be told. A signal without QObject,
/// because thousands of stations share one thread. Listeners live as long as the event's owner.
template<class... A>
class Event {
public:
    void listen(std::function<void(A...)> listener) { listeners_.push_back(std::move(listener)); }

    void operator()(A... arguments) const
    {
        for (const auto &listener : listeners_)
            listener(arguments...);
    }

private:
    std::vector<std::function<void(A...)>> listeners_;
};

} // namespace simulator
