// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/publicaddress.h"

#include <algorithm>
#include <array>
#include <utility>

namespace csms {

namespace {

constexpr std::array reservedBlocks{
    std::pair{"0.0.0.0", 8},    std::pair{"10.0.0.0", 8},    std::pair{"100.64.0.0", 10}, std::pair{"127.0.0.0", 8},
    std::pair{"169.254.0.0", 16}, std::pair{"172.16.0.0", 12}, std::pair{"192.0.0.0", 24}, std::pair{"192.168.0.0", 16},
    std::pair{"198.18.0.0", 15}, std::pair{"224.0.0.0", 3},
};
/// Of 2000::/3, the Internet, what carries another address in it: Teredo and 6to4.
constexpr std::array carryingBlocks{std::pair{"2001::", 32}, std::pair{"2002::", 16}};

} // namespace

bool isPublicAddress(const QHostAddress &address)
{
    const auto isIn = [](const QHostAddress &one) {
        return [&one](const auto &block) {
            return one.isInSubnet(QHostAddress(QLatin1StringView(block.first)), block.second);
        };
    };
    bool isIpv4 = false;
    const QHostAddress asIpv4(address.toIPv4Address(&isIpv4)); // also ::ffff:10.0.0.1
    if (isIpv4)
        return std::ranges::none_of(reservedBlocks, isIn(asIpv4));
    return address.isInSubnet(QHostAddress(QStringLiteral("2000::")), 3)
           && std::ranges::none_of(carryingBlocks, isIn(address));
}

} // namespace csms
