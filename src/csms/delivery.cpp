// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/delivery.h"

#include "csms/switchboard.h"

namespace csms {

void Outbox::flush()
{
    if (items_.empty())
        return;
    QMetaObject::invokeMethod(
        &switchboard_,
        [&board = switchboard_, items = std::exchange(items_, {})]() mutable {
            for (Item &item : items) {
                if (auto *delivery = std::get_if<Delivery>(&item))
                    board.deliver(std::move(*delivery));
                else
                    std::get<Action>(item)(board);
            }
        },
        Qt::QueuedConnection);
}

} // namespace csms
