// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/sites/sitewarnings.h"

#include "charging/loadplan.h"
#include "ui/pages/sites/siterow.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

QString warningWords(const char *text)
{
    return QCoreApplication::translate("ui::SiteWarnings", text);
}

void addFuse(QStringList &texts, const store::SiteView::FuseState &fuse)
{
    if (fuse.isMeterSilent)
        texts.append(warningWords(QT_TRANSLATE_NOOP(
                                      "ui::SiteWarnings",
                                      "The meter of %1, %2, says nothing: the other load counts as it was last, and at "
                                      "least as entered."))
                         .arg(fuse.fuse.name, fuse.fuse.meterStation));
    const charging::PhaseAmps limits = store::limitOf(fuse.fuse);
    charging::PhaseAmps most = fuse.handedOut;
    for (std::size_t phase = 0; phase < 3; ++phase)
        most[phase] += fuse.base[phase];
    const std::size_t phase = fullestPhase(most, limits);
    if (most[phase] > limits[phase] + 0.05)
        texts.append(
            warningWords(QT_TRANSLATE_NOOP("ui::SiteWarnings", "%1 may be asked for %2 more on L%3 than it bears."))
                .arg(fuse.fuse.name, format::current(most[phase] - limits[phase]))
                .arg(phase + 1));
}

void addMember(QStringList &texts, const store::SiteView::MemberState &member)
{
    const QString &id = member.member.station;
    // One that refuses has no fallback either, mostly: that is one matter.
    if (!member.member.refusal.isEmpty() && !member.hasFallback)
        texts.append(
            u"%1: %2 %3"_s.arg(id, storedText(member.member.refusal),
                               warningWords(QT_TRANSLATE_NOOP("ui::SiteWarnings", "So %1 are kept free for it."))
                                   .arg(format::current(member.mayDraw))));
    else if (!member.member.refusal.isEmpty())
        texts.append(u"%1: %2"_s.arg(id, storedText(member.member.refusal)));
    else if (!member.hasFallback)
        texts.append(
            warningWords(QT_TRANSLATE_NOOP("ui::SiteWarnings",
                                           "%1 has not taken its fallback yet, so %2 are kept free for it. Have it "
                                           "connect, or take it out of the site."))
                .arg(id, format::current(member.mayDraw)));
    if (std::chrono::abs(std::chrono::milliseconds(member.clockDriftMs)) > charging::loadpacing::worstClock)
        texts.append(warningWords(QT_TRANSLATE_NOOP(
                                      "ui::SiteWarnings",
                                      "The clock of %1 is too wrong for a limit that expires. A restart has it ask "
                                      "for the time."))
                         .arg(id));
}

} // namespace

QStringList siteWarningTexts(const store::SiteView &view)
{
    QStringList texts;
    for (const store::SiteView::FuseState &fuse : view.fuses)
        addFuse(texts, fuse);
    for (const store::SiteView::MemberState &member : view.members)
        addMember(texts, member);
    return texts;
}

} // namespace ui
