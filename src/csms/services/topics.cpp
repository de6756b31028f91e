// SPDX-License-Identifier: GPL-3.0-or-later
// What is desired of stations, in the order in which it is worked off after a boot. A new topic is one row.
#include "csms/services/profileservice.h"
#include "csms/services/reconciler.h"
#include "store/chargingprofiles.h"

namespace csms::reconciler {
namespace {

constexpr Topic topicTable[] = {
    {store::chargingProfilesTopic, profiles::difference, profiles::booted, profiles::failed},
};

} // namespace

std::span<const Topic> topics()
{
    return topicTable;
}

} // namespace csms::reconciler
