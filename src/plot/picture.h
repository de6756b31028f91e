// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charging/compositetext.h"
#include "plot/difference.h"

#include <QLocale>
#include <QTimeZone>

#include <optional>

/// The picture of a composite schedule, the same in the window, the control API and the command line.
namespace plot {

/// A line of the picture's table: what holds from a moment to another, and why.
struct PeriodRow {
    ocpp::Timestamp from{};
    ocpp::Timestamp to{};
    std::optional<double> limit{}; ///< in the picture's unit; nothing: no limit
    std::optional<int> numberPhases{};
    std::optional<double> minChargingRate{};
    QString profile{}; ///< "TxProfile 5 of level 2"; empty: none, or several
    QString reason{}; ///< in words
};

/// Plain values: can be made anywhere, sent to another process as JSON, and drawn there.
struct CompositePicture {
    QString station{}; ///< empty: not known, as of profiles in a file
    QString model{}; ///< vendor and model
    QString firmware{};
    int connector = 0; ///< 0: the grid connection
    QTimeZone zone = QTimeZone::utc(); ///< whose local time is written; the values are UTC
    ocpp::Timestamp madeAt{}; ///< drawn as now, if it is within
    ocpp::ChargingRateUnitType unit{};
    ocpp::Timestamp from{};
    int duration = 0; ///< s

    QList<Line> lines{}; ///< at most one of each source; the first is the one the table is about
    QList<Difference> differences{}; ///< between the lines
    QList<PeriodRow> periods{}; ///< of the first line
    QList<charging::PlacedProfile> profiles{};

    [[nodiscard]] ocpp::Timestamp end() const { return from + std::chrono::seconds(duration); }
    [[nodiscard]] const Line *line(Source source) const;
};

/// All that a picture says. English; whoever shows it to people may hand in others.
struct Words {
    QLocale locale{QLocale::English, QLocale::UnitedKingdom};
    QString dayFormat = QStringLiteral("ddd d MMM"); ///< of QLocale
    QString dateFormat = QStringLiteral("d MMM yyyy");

    QString title = QStringLiteral("Composite schedule");
    QString connector = QStringLiteral("Connector %1");
    QString wholeStation = QStringLiteral("Whole station");
    QString period = QStringLiteral("%1 to %2");

    QString stationFact = QStringLiteral("Station");
    QString modelFact = QStringLiteral("Model");
    QString firmwareFact = QStringLiteral("Firmware");
    QString zoneFact = QStringLiteral("Time zone");
    QString periodFact = QStringLiteral("Period");
    QString madeFact = QStringLiteral("Made");

    QStringList lines{QStringLiteral("computed"), QStringLiteral("desired"), QStringLiteral("reported"),
                      QStringLiteral("measured")}; ///< by Source
    QStringList causes = causeWords(); ///< by Cause
    QString differences = QStringLiteral("Differences");
    QString difference = QStringLiteral("%1 to %2: %3");
    QString moreDifferences = QStringLiteral("and %1 more");
    QString noLimit = QStringLiteral("no limit");
    QString now = QStringLiteral("now");
    QString nothing = QStringLiteral("There is nothing to draw: the schedule covers no time.");
    QString noLines = QStringLiteral("Nothing is known of this time.");

    QString profiles = QStringLiteral("Profiles");
    QString noProfiles = QStringLiteral("No profile counts here.");
    QStringList profileColumns{QStringLiteral("Id"),        QStringLiteral("Purpose"), QStringLiteral("Level"),
                               QStringLiteral("Connector"), QStringLiteral("Kind"),    QStringLiteral("Valid"),
                               QStringLiteral("Schedule")};
    QString validFrom = QStringLiteral("from %1");
    QString validTo = QStringLiteral("until %1");
    QString always = QStringLiteral("always");
    QString lasting = QStringLiteral("for %1");
    QString transaction = QStringLiteral("transaction %1");

    QString periods = QStringLiteral("Periods");
    QStringList periodColumns{QStringLiteral("From"),   QStringLiteral("To"),      QStringLiteral("Limit"),
                              QStringLiteral("Phases"), QStringLiteral("Profile"), QStringLiteral("Why")};
    QString measuredSheet = QStringLiteral("Measured");
    QString page = QStringLiteral("Page %1 of %2");

    static QStringList causeWords();
};

/// The limits as a line. Neighbours of the same limit become one.
Line lineOf(const charging::Composite &composite, Source source);
/// The rows of the table, with the reasons in these words.
QList<PeriodRow> periodsOf(const charging::Composite &composite, const QList<charging::PlacedProfile> &profiles,
                           const charging::ReasonWords &reasons = {});
/// A picture with this one line and its table. Who it is about is still to be said.
CompositePicture pictureOf(const charging::Composite &composite, const QList<charging::PlacedProfile> &profiles,
                           Source source, const charging::ReasonWords &reasons = {});
/// What a meter said at these moments. Where it was silent for much longer than usual nothing is known.
Line measuredLine(const QList<Point> &values);
/// Adds a line, and what sets it apart from those that are there.
void addLine(CompositePicture &picture, const Line &line);

/// "22:00", with seconds only where there are any; and with the day before it.
QString timeText(ocpp::Timestamp time, const QTimeZone &zone, const Words &words);
QString momentText(ocpp::Timestamp time, const QTimeZone &zone, const Words &words);
/// "16 A", "11 kW".
QString limitText(double limit, ocpp::ChargingRateUnitType unit, const Words &words);
/// "Europe/Berlin, UTC+1".
QString zoneText(const CompositePicture &picture);
/// "CP-1, connector 1".
QString headline(const CompositePicture &picture, const Words &words);
/// "23 Nov 2026 22:00", to the minute.
QString madeText(const CompositePicture &picture, const Words &words);
/// "23 Nov 2026 22:00 to 24 Nov 2026 22:00".
QString periodText(const CompositePicture &picture, const Words &words);
/// "Mon 23 Nov 22:00 to 23:00: The station allows less ...".
QString differenceText(const CompositePicture &picture, const Difference &difference, const Words &words);
/// "recurring daily", "from 1 Jan 2026", "22:00 16 A, 06:00 32 A".
QString kindText(const ocpp::ChargingProfile &profile);
QString validityText(const ocpp::ChargingProfile &profile, const QTimeZone &zone, const Words &words);
/// All its periods; or the first `most` of them, and a sign that there are more.
QString scheduleText(const ocpp::ChargingProfile &profile, const QTimeZone &zone, const Words &words,
                     std::optional<qsizetype> most = {});

} // namespace plot
