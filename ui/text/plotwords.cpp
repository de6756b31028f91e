// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/plotwords.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct PlotWords {
    Q_DECLARE_TR_FUNCTIONS(ui::PlotWords)
};

QStringList causes()
{
    return {
        PlotWords::tr("The station allows less than its profiles say: a limit of its own, or a profile that is not "
                      "known here."),
        PlotWords::tr("The station allows more than its profiles say: it does not have them all, or does not heed "
                      "them."),
        PlotWords::tr("The same, shifted by whole hours: the station's clock, its time zone or daylight saving."),
        PlotWords::tr("What is wanted is less than what the station has."),
        PlotWords::tr("What is wanted is more than what the station has."),
        PlotWords::tr("The meter shows more than is allowed: the station or the car does not heed the limit."),
        PlotWords::tr("The car takes much less than it may: its own limit, fewer phases, or a full battery."),
    };
}

void sayFacts(plot::Words &words)
{
    words.title = PlotWords::tr("Limits over time");
    words.connector = PlotWords::tr("Connector %1");
    words.wholeStation = PlotWords::tr("Whole station");
    words.period = PlotWords::tr("%1 to %2");
    words.stationFact = PlotWords::tr("Station");
    words.modelFact = PlotWords::tr("Model");
    words.firmwareFact = PlotWords::tr("Firmware");
    words.zoneFact = PlotWords::tr("Time zone");
    words.periodFact = PlotWords::tr("Period");
    words.madeFact = PlotWords::tr("Made");
}

void sayTables(plot::Words &words)
{
    words.profiles = PlotWords::tr("Profiles");
    words.noProfiles = PlotWords::tr("No profile counts here.");
    words.profileColumns = {PlotWords::tr("Id"),        PlotWords::tr("Purpose"), PlotWords::tr("Level"),
                            PlotWords::tr("Connector"), PlotWords::tr("Kind"),    PlotWords::tr("Valid"),
                            PlotWords::tr("Schedule")};
    words.validFrom = PlotWords::tr("from %1");
    words.validTo = PlotWords::tr("until %1");
    words.always = PlotWords::tr("always");
    words.lasting = PlotWords::tr("for %1");
    words.transaction = PlotWords::tr("session %1");
    words.periods = PlotWords::tr("Periods");
    words.periodColumns = {PlotWords::tr("From"),   PlotWords::tr("To"),      PlotWords::tr("Limit"),
                           PlotWords::tr("Phases"), PlotWords::tr("Profile"), PlotWords::tr("Why")};
    words.measuredSheet = PlotWords::tr("Measured");
    words.page = PlotWords::tr("Page %1 of %2");
}

} // namespace

// lupdate takes a qualified type that is returned for a class.
using charging::ReasonWords;
using plot::Words;

ReasonWords reasonWords()
{
    using charging::Standing;
    ReasonWords words;
    words.noLimit = PlotWords::tr("No profile limits.");
    words.profile = PlotWords::tr("%1 %2 of level %3", "purpose, number");
    words.share = PlotWords::tr("%1 at connector %2 by %3", "16 A at connector 1 by a profile");
    words.decided = PlotWords::tr("%1: %2.", "16 A: profile.");
    words.beaten = PlotWords::tr("%1 %2.", "the profile, what became of it");
    words.inefficient = PlotWords::tr("That is below the least of %1 at which charging is efficient.");
    words.standings[int(Standing::NotLower)] = PlotWords::tr("does not allow less");
    words.standings[int(Standing::LowerLevel)] = PlotWords::tr("is of a lower level");
    words.standings[int(Standing::Overruled)] = PlotWords::tr("gives way to the profile of the session");
    words.standings[int(Standing::Open)] = PlotWords::tr("limits its connector, but another one has no limit");
    return words;
}

Words plotWords()
{
    plot::Words words;
    words.locale = QLocale();
    words.dayFormat = PlotWords::tr("ddd d MMM", "a day on an axis, for QLocale");
    words.dateFormat = PlotWords::tr("d MMM yyyy", "a date, for QLocale");
    sayFacts(words);
    words.lines = {PlotWords::tr("computed"), PlotWords::tr("wanted"), PlotWords::tr("told"),
                   PlotWords::tr("measured")};
    words.causes = causes();
    words.differences = PlotWords::tr("Differences");
    words.difference = PlotWords::tr("%1 to %2: %3");
    words.moreDifferences = PlotWords::tr("and %1 more");
    words.noLimit = PlotWords::tr("no limit");
    words.now = PlotWords::tr("now");
    words.nothing = PlotWords::tr("There is nothing to draw: the schedule covers no time.");
    words.noLines = PlotWords::tr("Nothing is known of this time.");
    sayTables(words);
    return words;
}

} // namespace ui
