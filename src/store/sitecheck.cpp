// SPDX-License-Identifier: GPL-3.0-or-later
// Sites: what can be entered, and what is filled in.
#include "store/sites.h"
#include "store/stations.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace store {
namespace {

constexpr double mostAmps = 10'000;
constexpr qsizetype mostFuses = 200;
constexpr qsizetype mostMembers = 1000;
constexpr QLatin1StringView phaseNames[] = {"L1"_L1, "L2"_L1, "L3"_L1};

std::optional<SiteRefusal> siteProblem(bool isProblem, const QString &path, const QString &text)
{
    return isProblem ? std::optional(SiteRefusal{path, text}) : std::nullopt;
}

/// The first of them, if there is any.
std::optional<SiteRefusal> firstOf(std::initializer_list<std::optional<SiteRefusal>> problems)
{
    for (const auto &problem : problems) {
        if (problem)
            return problem;
    }
    return std::nullopt;
}

std::optional<SiteRefusal> problemOf(const QList<SiteFuse> &fuses, int at)
{
    const SiteFuse &fuse = fuses[at];
    const QString path = u"/fuses/%1"_s.arg(at);
    const auto limits = limitOf(fuse);
    const auto bases = baseOf(fuse);
    const auto isLegal = [](double amps) { return amps >= 0 && amps <= mostAmps; };
    return firstOf({
        siteProblem(fuse.name.trimmed().isEmpty() || fuse.name.size() > 100, path + "/name"_L1,
                    u"A fuse needs a name of 1 to 100 characters."_s),
        siteProblem(fuseIndex(fuses, fuse.name) != at, path + "/name"_L1,
                    u"There are two fuses \"%1\". Give each a name of its own."_s.arg(fuse.name)),
        siteProblem(!fuse.parent.isEmpty() && fuseIndex(fuses, fuse.parent) < 0, path + "/parent"_L1,
                    u"There is no fuse \"%1\" in this site. Name one that is, or none for the first."_s.arg(fuse.parent)),
        siteProblem(!std::ranges::all_of(limits, isLegal) || std::ranges::max(limits) <= 0, path + "/amps"_L1,
                    u"A fuse bears more than 0 and at most 10,000 A on some phase. Give the amperes printed on it."_s),
        siteProblem(!std::ranges::all_of(bases, isLegal), path + "/base"_L1,
                    u"A base load is 0 to 10,000 A."_s),
    });
}

/// Parents first. Nothing if a fuse is above itself.
std::optional<QList<SiteFuse>> inTreeOrder(QList<SiteFuse> fuses)
{
    QList<SiteFuse> ordered;
    while (!fuses.isEmpty()) {
        const auto next = std::ranges::find_if(fuses, [&ordered](const SiteFuse &fuse) {
            return fuse.parent.isEmpty() || fuseIndex(ordered, fuse.parent) >= 0;
        });
        if (next == fuses.end())
            return std::nullopt;
        ordered.append(*next);
        ordered.last().position = int(ordered.size()) - 1;
        fuses.erase(next);
    }
    return ordered;
}

/// Whatever is looked at every few seconds must stay small.
std::optional<SiteRefusal> problemOfSize(const SiteSetup &setup)
{
    return firstOf({
        siteProblem(setup.fuses.size() > mostFuses, u"/fuses"_s,
                    u"A site has at most %1 fuses, not %2. Leave out those that feed one station only."_s.arg(mostFuses)
                        .arg(setup.fuses.size())),
        siteProblem(setup.members.size() > mostMembers, u"/members"_s,
                    u"A site has at most %1 stations, not %2. Make a site of each part that has a fuse of its own."_s
                        .arg(mostMembers)
                        .arg(setup.members.size())),
    });
}

std::optional<SiteRefusal> problemOfTree(const SiteSetup &setup)
{
    const auto roots = std::ranges::count_if(setup.fuses, [](const SiteFuse &fuse) { return fuse.parent.isEmpty(); });
    return firstOf({
        siteProblem(setup.name.trimmed().isEmpty() || setup.name.size() > 100, {},
                    u"A site needs a name of 1 to 100 characters."_s),
        siteProblem(setup.fuses.isEmpty(), u"/fuses"_s, u"A site needs at least one fuse: the one that all of it hangs on."_s),
        siteProblem(roots > 1, u"/fuses"_s,
                    u"%1 fuses have no parent. All but one need one: enter the main fuse, or the connection of the "
                    "house, above them."_s.arg(roots)),
    });
}

std::optional<SiteRefusal> phasesProblem(const SiteMember &member, const QString &path)
{
    QStringList phases = member.phases;
    const bool areKnown = std::ranges::all_of(phases, [](const QString &phase) {
        return std::ranges::find(phaseNames, phase) != std::end(phaseNames);
    });
    const bool areLegal = areKnown && !phases.isEmpty() && phases.removeDuplicates() == 0;
    return siteProblem(!areLegal, path + "/phases"_L1,
                       u"The phases are one to three of L1, L2 and L3, each once: those of the fuse to which the first, "
                       "second and third phase of the station are wired."_s);
}

std::optional<SiteRefusal> figuresProblem(const SiteMember &member, const QString &path)
{
    const double fallback = member.wantedFallbackA.value_or(0);
    return firstOf({
        siteProblem(member.priority < 1 || member.priority > 9, path + "/priority"_L1, u"A priority is 1 to 9."_s),
        siteProblem(member.minimumA < 6 || member.minimumA > 80, path + "/minimum"_L1,
                    u"A car needs at least 6 A to charge, and none needs more than 80 A."_s),
        siteProblem(member.maximumA < member.minimumA || member.maximumA > 1000, path + "/maximum"_L1,
                    u"A station's maximum is at least the minimum of a car, and at most 1,000 A."_s),
        siteProblem(fallback < 0 || fallback > member.maximumA || (fallback > 0 && fallback < 6), path + "/fallback"_L1,
                    u"A fallback is 0, or at least 6 A and at most the station's maximum. Between 0 and 6 A no car "
                    "charges."_s),
        siteProblem(member.voltage < 50 || member.voltage > 500, path + "/voltage"_L1, u"A voltage is 50 to 500 V."_s),
    });
}

QList<charging::FallbackWish> fallbackWishes(const SiteSetup &setup)
{
    QList<charging::FallbackWish> wishes;
    for (const SiteMember &member : setup.members)
        wishes.append({fuseIndex(setup.fuses, member.fuse), wiredPhases(member), member.minimumA, member.priority,
                       member.wantedFallbackA});
    return wishes;
}

/// What is left when this computer is off must fit by itself.
std::optional<SiteRefusal> chooseFallbacks(SiteSetup &setup, const QList<SiteFuse> &asEntered)
{
    const QList<charging::Fuse> tree = fuseTree(setup.fuses);
    const auto wishes = fallbackWishes(setup);
    const QList<double> amps = charging::chosenFallbacks(tree, wishes);
    for (int i = 0; i < amps.size(); ++i)
        setup.members[i].fallbackA = amps[i];
    const auto above = charging::excess(tree, wishes, amps);
    for (int fuse = 0; fuse < above.size(); ++fuse) {
        for (std::size_t phase = 0; phase < 3; ++phase) {
            if (above[fuse][phase] <= 0)
                continue;
            return SiteRefusal{u"/fuses/%1/amps"_s.arg(fuseIndex(asEntered, setup.fuses[fuse].name)),
                               u"Base load and fallbacks are %1 A above what fuse \"%2\" bears on %3: when this computer is "
                               "off it would blow. Lower the fallbacks, leave them out to have them chosen, or lower the "
                               "base load."_s.arg(above[fuse][phase], 0, 'f', 1)
                                   .arg(setup.fuses[fuse].name, phaseNames[phase])};
        }
    }
    return std::nullopt;
}

} // namespace

tl::expected<SiteSetup, SiteRefusal> Sites::check(SiteSetup setup)
{
    const QList<SiteFuse> asEntered = setup.fuses;
    if (auto problem = problemOfSize(setup))
        return tl::unexpected(*problem);
    if (auto problem = problemOfTree(setup))
        return tl::unexpected(*problem);
    for (int i = 0; i < asEntered.size(); ++i) {
        if (auto problem = problemOf(asEntered, i))
            return tl::unexpected(*problem);
        const QString meter = asEntered[i].meterStation;
        const auto station = meter.isEmpty() ? std::nullopt : Stations(db_).find(meter);
        if (!meter.isEmpty() && !station)
            return tl::unexpected(SiteRefusal{u"/fuses/%1/meter"_s.arg(i),
                                              u"There is no station \"%1\" whose meter could be read."_s.arg(meter)});
        if (station)
            setup.fuses[i].meterStation = station->id;
    }
    const auto ordered = inTreeOrder(setup.fuses);
    if (!ordered)
        return tl::unexpected(SiteRefusal{u"/fuses"_s, u"A fuse is above itself. Its parents must lead to the main fuse."_s});
    setup.fuses = *ordered;
    for (int i = 0; i < setup.members.size(); ++i) {
        if (auto problem = checkMember(setup, i))
            return tl::unexpected(*problem);
    }
    if (auto problem = chooseFallbacks(setup, asEntered))
        return tl::unexpected(*problem);
    return setup;
}

/// Writes the station's id as it was entered with the station.
std::optional<SiteRefusal> Sites::checkMember(SiteSetup &setup, int at)
{
    SiteMember &entered = setup.members[at];
    const QString path = u"/members/%1"_s.arg(at);
    const auto station = Stations(db_).find(entered.station);
    if (!station)
        return SiteRefusal{path + "/station"_L1,
                           u"There is no station \"%1\". Enter it first."_s.arg(entered.station)};
    entered.station = station->id;
    const auto isSame = [&entered](const SiteMember &other) { return other.station == entered.station; };
    const auto before = member(station->id);
    return firstOf({
        siteProblem(std::ranges::any_of(setup.members.first(at), isSame), path + "/station"_L1,
                    u"\"%1\" is in the list twice."_s.arg(station->id)),
        siteProblem(before && before->site != folded(setup.name), path + "/station"_L1,
                    u"\"%1\" is in another site, \"%2\". Take it out there first."_s.arg(
                        station->id, before ? before->site : QString())),
        siteProblem(fuseIndex(setup.fuses, entered.fuse) < 0, path + "/fuse"_L1,
                    u"There is no fuse \"%1\" in this site."_s.arg(entered.fuse)),
        phasesProblem(entered, path),
        figuresProblem(entered, path),
    });
}

} // namespace store
