// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sitepulse.h"

#include "store/connectors.h"
#include "store/stations.h"
#include "ui/models/sleepingdemo.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct SitePulseWords {
    Q_DECLARE_TR_FUNCTIONS(ui::SitePulse)
};

} // namespace

SitePulse readPulse(store::Database &db)
{
    SitePulse pulse;
    QSet<QString> online;
    const QList<store::Station> stations = store::Stations(db).list();
    const QSet<QString> sleeping = sleepingDemo(stations);
    for (const store::Station &station : stations) {
        ++pulse.stations;
        if (station.online)
            online.insert(station.id);
        else if (station.lastHeard && station.registration == store::Registration::Accepted
                 && !sleeping.contains(station.id))
            pulse.absent.append({station.id, *station.lastHeard});
    }
    pulse.online = int(online.size());
    for (const store::Connector &connector : db.rows<store::Connector>(
             u"WHERE status IN ('Charging', 'Faulted') ORDER BY station, connector"_s)) {
        if (!online.contains(connector.station))
            continue;
        if (connector.status == "Faulted"_L1)
            pulse.faults.append({connector.station, connector.connector, connector.errorCode});
        else if (connector.connector > 0)
            ++pulse.charging;
    }
    return pulse;
}

QString pulseText(const SitePulse &pulse)
{
    if (pulse.stations == 0)
        return SitePulseWords::tr("No stations yet");
    QStringList parts{SitePulseWords::tr("%1 of %2 online")
                          .arg(QLocale().toString(pulse.online), QLocale().toString(pulse.stations))};
    if (pulse.charging > 0)
        parts << SitePulseWords::tr("%n charging", nullptr, pulse.charging);
    if (!pulse.faults.isEmpty())
        parts << SitePulseWords::tr("%n fault(s)", nullptr, int(pulse.faults.size()));
    return parts.join(u", "_s);
}

} // namespace ui
