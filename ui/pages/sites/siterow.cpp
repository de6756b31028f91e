// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sites/siterow.h"

#include "store/clock.h"
#include "ui/pages/sites/sitewarnings.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using charging::PhaseAmps;

/// What is left of a fuse below that is as good as nothing.
constexpr double nearlyFull = 0.95;
constexpr int deepest = 1000; // below all lines

QString words(const char *text, int count = -1)
{
    return QCoreApplication::translate(siteColumnsContext, text, nullptr, count);
}

PhaseAmps mayFlow(const store::SiteView::FuseState &fuse)
{
    PhaseAmps sum = fuse.handedOut;
    for (std::size_t phase = 0; phase < 3; ++phase)
        sum[phase] += fuse.base[phase];
    return sum;
}

StateWord fuseState(const store::SiteView::FuseState &fuse)
{
    const PhaseAmps limits = store::limitOf(fuse.fuse);
    const PhaseAmps most = mayFlow(fuse);
    const std::size_t phase = fullestPhase(most, limits);
    if (most[phase] > limits[phase] + 0.05)
        return {{Shape::Triangle, Role::Fault}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "More may flow than it bears")), {}};
    if (most[phase] >= limits[phase] * nearlyFull)
        return {{Shape::Bolt, Role::Accent}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "Shared out")), {}};
    return {{Shape::Ring, Role::Good}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "Has room")), {}};
}

StateWord carsState(const QList<store::SiteCar> &cars)
{
    if (cars.isEmpty())
        return {{Shape::Ring, Role::Good}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "No car")), {}};
    const auto has = [&cars](auto property) { return std::ranges::any_of(cars, property); };
    if (has([](const store::SiteCar &car) { return car.shareA > 0 && car.demand == "charging"_L1; }))
        return {{Shape::Bolt, Role::Accent}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "Charging")), {}};
    if (has([](const store::SiteCar &car) { return car.reason == "turn"_L1; }))
        return {{Shape::Clock, Role::Reserved}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "Waits for its turn")), {}};
    if (has([](const store::SiteCar &car) { return car.demand == "paused"_L1; }))
        return {{Shape::Pause, Role::Caution}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "The car pauses")), {}};
    return {{Shape::HalfDisc, Role::Caution}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "About to begin")), {}};
}

StateWord memberState(const store::SiteView::MemberState &member)
{
    if (!member.isOnline)
        return {{carsState(member.cars).mark.shape, Role::Inactive, true},
                words(QT_TRANSLATE_NOOP("ui::SiteRow", "Offline")),
                {}};
    if (!member.member.refusal.isEmpty())
        return {{Shape::Triangle, Role::Fault}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "Took no limit")), {}};
    return carsState(member.cars);
}

QString fuseSentence(const store::SiteView::FuseState &fuse)
{
    const QString most = phasesText(mayFlow(fuse));
    return fuse.flow ? words(QT_TRANSLATE_NOOP("ui::SiteRow", "Up to %1 may flow")).arg(most)
                     : words(QT_TRANSLATE_NOOP("ui::SiteRow", "Up to %1 may flow; not all of it is measured")).arg(most);
}

/// Why a car gets what it gets.
QString carReason(const store::SiteCar &car)
{
    if (car.reason == "station"_L1)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "its car gets what the station gives it"));
    if (car.reason == "turn"_L1)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "waits: what is left of %1 on L%2 is not enough for another car"))
            .arg(car.fuse)
            .arg(car.phase + 1);
    if (car.demand == "paused"_L1)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "kept for a car that pauses"));
    if (car.demand == "preparing"_L1)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "for a car that is about to begin"));
    if (car.reason == "enough"_L1)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "its car uses no more"));
    if (car.reason == "fuse"_L1)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "its share of %1 on L%2")).arg(car.fuse).arg(car.phase + 1);
    return words(QT_TRANSLATE_NOOP("ui::SiteRow", "more the station cannot give"));
}

QString limitSentence(const store::SiteView::MemberState &member)
{
    const QString most = format::current(member.mayDraw);
    if (!member.hasFallback && !member.member.refusal.isEmpty()) // which says the rest
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "%1 are kept free for it")).arg(most);
    if (!member.hasFallback)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "Has taken no limit yet: %1 are kept free for it")).arg(most);
    if (!member.isOnline)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "Cannot be told: %1 are kept free for it")).arg(most);
    if (!member.limit)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "Is being told: %1 at most until it answers")).arg(most);
    if (!member.limitUntil)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "%1, its fallback")).arg(format::current(*member.limit));
    const QString until = format::moment(*member.limitUntil, store::now());
    if (*member.limit <= 0)
        return words(QT_TRANSLATE_NOOP("ui::SiteRow", "Nothing until %1")).arg(until);
    return words(QT_TRANSLATE_NOOP("ui::SiteRow", "%1 until %2")).arg(format::current(*member.limit), until);
}

QString memberSentence(const store::SiteView::MemberState &member)
{
    QStringList parts{limitSentence(member)};
    for (const store::SiteCar &car : member.cars) {
        const QString share = format::current(car.shareA);
        parts.append(member.cars.size() == 1 ? carReason(car)
                                             : u"%1: %2, %3"_s.arg(QString::number(car.connector), share, carReason(car)));
    }
    if (!member.member.refusal.isEmpty())
        parts.append(storedText(member.member.refusal));
    return parts.join(u" · "_s);
}

QString lineName(const SiteRow &row)
{
    return row.kind == SiteRow::Kind::Site ? row.site : row.name;
}

QString wholeText(const SiteRow &row)
{
    const QString name = lineName(row);
    const bool isMeasured = row.kind == SiteRow::Kind::Fuse && row.fuse.flow;
    const QString flow = isMeasured ? words(QT_TRANSLATE_NOOP("ui::SiteRow", "%1 flow. ")).arg(phasesText(*row.fuse.flow))
                                    : QString();
    return u"%1: %2. %3%4"_s.arg(name, row.state().word, flow, row.sentence());
}

constexpr Column<SiteRow> columns[] = {
    {.title = QT_TRANSLATE_NOOP("ui::SiteRow", "Site"), .text = wholeText, .width = 0},
};

void addBelow(QList<SiteRow> &rows, const store::SiteView &view, const QString &parent, int depth)
{
    for (const store::SiteView::FuseState &fuse : view.fuses) {
        if (fuse.fuse.parent != parent)
            continue;
        rows.append({SiteRow::Kind::Fuse, view.name, fuse.fuse.name, depth, fuse, {}, 0, 0});
        for (const store::SiteView::MemberState &member : view.members) {
            if (member.member.fuse == fuse.fuse.name)
                rows.append({SiteRow::Kind::Member, view.name, member.member.station, depth + 1, {}, member, 0, 0});
        }
        addBelow(rows, view, fuse.fuse.name, depth + 1);
    }
}

/// From the last line up: what a line stands on has more below it than the lines that were seen already.
void layRails(QList<SiteRow> &rows)
{
    quint32 hanging = 0;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (row->kind == SiteRow::Kind::Site) {
            hanging = 0;
            continue;
        }
        row->rails = hanging & ((2u << row->depth) - 1);
        hanging &= (1u << row->depth) - 1;
        if (row->depth > 0)
            hanging |= 1u << (row->depth - 1);
    }
}

} // namespace

QString SiteRow::key() const
{
    return u"%1\n%2\n%3"_s.arg(site).arg(int(kind)).arg(name);
}

StateWord SiteRow::state() const
{
    if (kind == Kind::Fuse)
        return fuseState(fuse);
    if (kind == Kind::Member)
        return memberState(member);
    if (warnings > 0)
        return {{Shape::Triangle, Role::Caution},
                words(QT_TRANSLATE_N_NOOP("ui::SiteRow", "%n matter(s) to look at"), warnings),
                {}};
    return {{Shape::Check, Role::Good}, words(QT_TRANSLATE_NOOP("ui::SiteRow", "All is well")), {}};
}

QString SiteRow::sentence() const
{
    if (kind == Kind::Fuse)
        return fuseSentence(fuse);
    return kind == Kind::Member ? memberSentence(member) : QString();
}

QList<SiteRow> siteRows(const QList<store::SiteView> &sites)
{
    QList<SiteRow> rows;
    for (const store::SiteView &view : sites) {
        rows.append({SiteRow::Kind::Site, view.name, {}, 0, {}, {}, int(siteWarningTexts(view).size()), 0});
        addBelow(rows, view, {}, 0);
    }
    layRails(rows);
    return rows;
}

store::SiteSetup setupOf(const store::SiteView &view)
{
    store::SiteSetup setup{view.name, {}, {}};
    for (const auto &state : view.fuses)
        setup.fuses.append(state.fuse);
    for (const auto &state : view.members)
        setup.members.append(state.member);
    return setup;
}

bool isSameSetup(const store::SiteSetup &one, const store::SiteSetup &other)
{
    const auto isSameFuse = [](const store::SiteFuse &a, const store::SiteFuse &b) {
        return a.name == b.name && a.parent == b.parent && store::limitOf(a) == store::limitOf(b)
               && store::baseOf(a) == store::baseOf(b) && a.meterStation == b.meterStation;
    };
    const auto isSameMember = [](const store::SiteMember &a, const store::SiteMember &b) {
        return a.station == b.station && a.fuse == b.fuse && a.phases == b.phases && a.priority == b.priority
               && a.minimumA == b.minimumA && a.maximumA == b.maximumA && a.wantedFallbackA == b.wantedFallbackA
               && a.drawsEvenly == b.drawsEvenly && a.voltage == b.voltage;
    };
    return std::ranges::equal(one.fuses, other.fuses, isSameFuse)
           && std::ranges::equal(one.members, other.members, isSameMember);
}

QList<SiteRow> matchingRows(const QList<SiteRow> &rows, const QStringList &words)
{
    const auto isIn = [&words](const QString &text) {
        return std::ranges::all_of(words,
                                   [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
    };
    const auto levelOf = [](const SiteRow &row) { return row.kind == SiteRow::Kind::Site ? 0 : row.depth + 1; };
    std::vector<bool> isKept;
    int named = deepest; // level of the site or fuse above that is meant by its name
    for (const SiteRow &row : rows) {
        if (levelOf(row) <= named)
            named = row.kind != SiteRow::Kind::Member && isIn(lineName(row)) ? levelOf(row) : deepest;
        isKept.push_back(levelOf(row) >= named || isIn(wholeText(row)));
    }
    QList<SiteRow> kept;
    int below = 0; // level of the line below that hangs on this one or on one above it
    for (qsizetype i = rows.size() - 1; i >= 0; --i) {
        const int level = levelOf(rows.at(i));
        if (!isKept[std::size_t(i)] && level >= below)
            continue;
        below = level;
        kept.prepend(rows.at(i));
    }
    layRails(kept);
    return kept;
}

std::span<const Column<SiteRow>> siteColumns()
{
    return columns;
}

QString phasesText(const charging::PhaseAmps &amps)
{
    const bool isEven = std::abs(amps[0] - amps[1]) < 0.05 && std::abs(amps[0] - amps[2]) < 0.05;
    if (isEven)
        return format::current(amps[0]);
    const QLocale locale;
    return u"%1/%2/%3"_s.arg(locale.toString(amps[0], 'f', 1), locale.toString(amps[1], 'f', 1), format::current(amps[2]));
}

std::size_t fullestPhase(const PhaseAmps &amps, const PhaseAmps &limits)
{
    std::size_t fullest = 0;
    for (std::size_t phase = 1; phase < 3; ++phase) {
        if (limits[phase] - amps[phase] < limits[fullest] - amps[fullest])
            fullest = phase;
    }
    return fullest;
}

} // namespace ui
