// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sampleloads.h"

#include "store/clock.h"
#include "store/sites.h"

#include <QtGlobal>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using charging::LimitKind;

namespace sampleloads {
namespace {

store::SiteFuse fuse(const QString &name, double amps, const QString &parent = {}, const charging::PhaseAmps &base = {})
{
    store::SiteFuse made;
    made.name = name;
    made.parent = parent;
    made.limitL1 = made.limitL2 = made.limitL3 = amps;
    made.baseL1 = base[0];
    made.baseL2 = base[1];
    made.baseL3 = base[2];
    return made;
}

store::SiteMember member(const QString &station, const QString &fuse, const QStringList &phases)
{
    store::SiteMember made;
    made.station = station;
    made.fuse = fuse;
    made.phases = phases;
    return made;
}

/// What a station took, and what it draws.
struct Given {
    QString station;
    double share = 0;
    charging::PhaseAmps draws{};
};

void give(store::Database &db, const Given &given)
{
    store::Sites sites(db);
    sites.setClearing(given.station, 1); // nobody else's limits are left there
    sites.clearingDone(given.station, 1);
    sites.addLimit({0, given.station, LimitKind::Fallback, 6, {}, 0, 0, true});
    sites.addLimit({0, given.station, LimitKind::Share, given.share, store::now() + 7min, 10'000, 0, true});
    sites.measured({given.station, 1, given.draws[0], given.draws[1], given.draws[2], store::now() - 20s});
}

void car(store::Database &db, const QString &station, const QString &demand, double share, const QString &reason,
         const QString &fuse = {}, int phase = -1)
{
    store::Sites(db).setCars(station, {{station, 1, demand, share, store::now() - 12min, reason, fuse, phase}});
}

store::SiteSetup depot()
{
    const QStringList straight{u"L1"_s, u"L2"_s, u"L3"_s};
    const QStringList turned{u"L2"_s, u"L3"_s, u"L1"_s};
    return {u"Depot"_s,
            {fuse(u"House connection"_s, 125, {}, {18.4, 22.1, 15.9}), fuse(u"Car park"_s, 50, u"House connection"_s),
             fuse(u"Delivery vans"_s, 16, u"House connection"_s)},
            {member(u"CP01"_s, u"Car park"_s, straight), member(u"CP02"_s, u"Car park"_s, turned),
             member(u"CP04"_s, u"Car park"_s, straight), member(u"CP05"_s, u"Delivery vans"_s, straight),
             member(u"CP06"_s, u"Delivery vans"_s, turned), member(u"CP08"_s, u"Delivery vans"_s, straight)}};
}

} // namespace

void fill(store::Database &db)
{
    if (const auto saved = store::Sites(db).save(depot(), store::now()); !saved)
        qFatal("%s", qPrintable(saved.error().text));
    give(db, {u"CP01"_s, 22, {21.6, 21.4, 21.5}});
    give(db, {u"CP02"_s, 22, {15.8, 0, 0}});
    give(db, {u"CP04"_s, 6, {0, 0, 0}});
    give(db, {u"CP05"_s, 0, {0, 0, 0}});
    give(db, {u"CP06"_s, 8, {7.7, 7.6, 7.7}});
    give(db, {u"CP08"_s, 8, {7.9, 7.9, 7.8}});
    car(db, u"CP01"_s, u"charging"_s, 22, u"fuse"_s, u"Car park"_s, 0);
    car(db, u"CP02"_s, u"charging"_s, 22, u"fuse"_s, u"Car park"_s, 0);
    car(db, u"CP04"_s, u"paused"_s, 6, u"enough"_s);
    car(db, u"CP05"_s, u"charging"_s, 0, u"turn"_s, u"Delivery vans"_s, 1);
    for (const QString &station : {u"CP06"_s, u"CP08"_s})
        car(db, station, u"charging"_s, 8, u"fuse"_s, u"Delivery vans"_s, 1);
}

} // namespace sampleloads
