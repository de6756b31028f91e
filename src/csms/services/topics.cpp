// SPDX-License-Identifier: GPL-3.0-or-later
// What is desired of stations, in the order in which it is worked off after a boot. A new topic is one row.
#include "csms/services/firmwareservice.h"
#include "csms/services/reconciler.h"

#include <array>

namespace csms::reconciler {
namespace {

constexpr std::array topicRows{
    Topic{store::Firmware::topic, &firmware::difference, nullptr},
};

} // namespace

std::span<const Topic> topics()
{
    return topicRows;
}

} // namespace csms::reconciler
