// SPDX-License-Identifier: GPL-3.0-or-later
// What is desired of stations, in the order in which it is worked off after a boot. A new topic is one row.
#include "csms/services/certificateservice.h"
#include "csms/services/configurationservice.h"
#include "csms/services/firmwareservice.h"
#include "csms/services/locallistservice.h"
#include "csms/services/profileservice.h"
#include "csms/services/reconciler.h"
#include "store/certificates.h"
#include "store/chargingprofiles.h"
#include "store/configuration.h"
#include "store/locallists.h"

namespace csms::reconciler {
namespace {

constexpr Topic allTopics[] = {
    {store::configurationTopic, configuration::difference, nullptr},
    {store::LocalLists::topic, locallist::difference, locallist::booted, locallist::failed, locallist::connected},
    {store::chargingProfilesTopic, profiles::difference, profiles::booted, profiles::failed},
    {store::certificatesTopic, certificates::difference, certificates::booted, certificates::failed},
    {store::Firmware::topic, firmware::difference, nullptr, firmware::failed},
};

} // namespace

std::span<const Topic> topics()
{
    return allTopics;
}

} // namespace csms::reconciler
