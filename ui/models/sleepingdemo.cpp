// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sleepingdemo.h"

#include "store/stations.h"

namespace ui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isOfThisMachine(const QString &address)
{
    return address.isEmpty() || address.startsWith("127."_L1) || address.startsWith("::1"_L1)
           || address.startsWith("[::1]"_L1);
}

} // namespace

QSet<QString> sleepingDemo(const QList<store::Station> &stations)
{
    QSet<QString> demo;
    for (const store::Station &station : stations) {
        if (station.site != "Demo"_L1 || !isOfThisMachine(station.remoteAddress))
            continue;
        if (station.online)
            return {};
        demo.insert(station.id);
    }
    return demo;
}

} // namespace ui
