// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stations/configuration/wishes.h"

#include "store/clock.h"
#include "store/configuration.h"

namespace ui {

QList<Wish> desire(store::Database &db, const QList<Wish> &wishes)
{
    QList<Wish> back;
    store::Configuration configuration(db);
    const ocpp::Timestamp now = store::now();
    for (const Wish &wish : wishes) {
        const auto before = configuration.find(wish.station, wish.key);
        back.append({wish.station, wish.key, before && before->desired ? before->desired : before ? before->value : std::nullopt});
        configuration.desire(wish.station, wish.key, wish.value, now);
    }
    return back;
}

} // namespace ui
