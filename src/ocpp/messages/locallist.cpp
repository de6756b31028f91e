// SPDX-License-Identifier: GPL-3.0-or-later
#include "ocpp/messages/locallist.h"

namespace ocpp {

std::span<const Field> GetLocalListVersion::Request::fields()
{
    return {};
}

std::span<const Field> GetLocalListVersion::Response::fields()
{
    static constexpr auto fields = table("6.28", required<&Response::listVersion>("listVersion"));
    return fields;
}

std::span<const Field> SendLocalList::Request::fields()
{
    static constexpr auto fields =
        table("6.41",
              required<&Request::listVersion>(
                  "listVersion", atLeast(1),
                  help("The version that the list has after this update; never 0 or -1.")),
              optional<&Request::localAuthorizationList>(
                  "localAuthorizationList", help("The tags; none with a Full update empties the list.")),
              required<&Request::updateType>(
                  "updateType", help("Full replaces the list, Differential changes the tags given.")));
    return fields;
}

std::span<const Field> SendLocalList::Response::fields()
{
    static constexpr auto fields = table("6.42", required<&Response::status>("status"));
    return fields;
}

} // namespace ocpp
