// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/alertbook.h"

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

QString keyOf(const SitePulse::Fault &fault)
{
    return u"fault|%1|%2|%3"_s.arg(fault.station).arg(fault.connector).arg(fault.code);
}

QString keyOf(const SitePulse::Absent &absent)
{
    return u"offline|"_s + absent.station;
}

QList<Alert> alertsFor(const SitePulse &pulse, const QSet<QString> &due)
{
    Alert offline{.kind = Alert::Kind::Offline};
    Alert fault{.kind = Alert::Kind::Fault};
    for (const SitePulse::Absent &absent : pulse.absent) {
        if (due.contains(keyOf(absent)))
            offline.stations.append(absent.station);
    }
    for (const SitePulse::Fault &found : pulse.faults) {
        if (!due.contains(keyOf(found)))
            continue;
        fault.faults.append(found);
        if (!fault.stations.contains(found.station))
            fault.stations.append(found.station);
    }
    QList<Alert> alerts{fault, offline};
    alerts.removeIf([](const Alert &alert) { return alert.stations.isEmpty(); });
    return alerts;
}

} // namespace

QList<Alert> AlertBook::look(const SitePulse &pulse, ocpp::Timestamp now)
{
    nextLook_.reset();
    const QList<Matter> matters = mattersOf(pulse, now);
    settle(matters, now);
    const QSet<QString> due = dueOf(matters, now);
    if (due.isEmpty())
        return {};
    if (lastAlert_ && now < *lastAlert_ + rules_.apart) {
        wait(*lastAlert_ + rules_.apart);
        return {};
    }
    lastAlert_ = now;
    for (const QString &key : due)
        told_.insert(key, std::nullopt);
    return alertsFor(pulse, due);
}

QList<AlertBook::Matter> AlertBook::mattersOf(const SitePulse &pulse, ocpp::Timestamp now) const
{
    QList<Matter> matters;
    for (const SitePulse::Absent &absent : pulse.absent)
        matters.append({keyOf(absent), std::max(absent.lastHeard, started_) + rules_.grace,
                        absent.lastHeard + rules_.known < started_});
    for (const SitePulse::Fault &fault : pulse.faults)
        matters.append({keyOf(fault), now, true}); // when we begin it stands on the Overview already
    return matters;
}

/// What lasts stays told; what ended is forgotten after a while.
void AlertBook::settle(const QList<Matter> &matters, ocpp::Timestamp now)
{
    QSet<QString> present;
    for (const Matter &matter : matters) {
        present.insert(matter.key);
        if (!looked_ && matter.isOld)
            told_.insert(matter.key, std::nullopt);
    }
    looked_ = true;
    told_.removeIf([&](auto told) { return told.value() && *told.value() + rules_.again <= now; });
    for (auto told = told_.begin(); told != told_.end(); ++told) {
        if (present.contains(told.key()))
            told.value().reset();
        else if (!told.value())
            told.value() = now;
    }
}

QSet<QString> AlertBook::dueOf(const QList<Matter> &matters, ocpp::Timestamp now)
{
    QSet<QString> due;
    for (const Matter &matter : matters) {
        if (told_.contains(matter.key))
            continue;
        if (matter.due <= now)
            due.insert(matter.key);
        else
            wait(matter.due);
    }
    return due;
}

void AlertBook::wait(ocpp::Timestamp until)
{
    nextLook_ = nextLook_ ? std::min(*nextLook_, until) : until;
}

} // namespace ui
