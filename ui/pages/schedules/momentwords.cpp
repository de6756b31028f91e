// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/momentwords.h"

#include "ui/commands/fieldwords.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using charging::Standing;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::MomentWords)
};

struct StandingRow {
    Standing standing;
    const char *text; ///< %1: the layer
};

/// What is to be said of a layer that does not decide.
constexpr std::array standingTexts{
    StandingRow{Standing::NotLower, QT_TRANSLATE_NOOP("ui::MomentWords", "%1 allows no less.")},
    StandingRow{Standing::LowerLevel, QT_TRANSLATE_NOOP("ui::MomentWords", "%1 is beaten: it is of a lower level.")},
    StandingRow{Standing::Overruled,
                QT_TRANSLATE_NOOP("ui::MomentWords", "%1 gives way to the profile of the session.")},
    StandingRow{Standing::Open,
                QT_TRANSLATE_NOOP("ui::MomentWords", "%1 limits its connector, but another one has no limit.")},
    StandingRow{Standing::NoLongerValid, QT_TRANSLATE_NOOP("ui::MomentWords", "%1 is not valid any more.")},
    StandingRow{Standing::NotYetValid, QT_TRANSLATE_NOOP("ui::MomentWords", "%1 is not valid yet.")},
    StandingRow{Standing::NotBegun, QT_TRANSLATE_NOOP("ui::MomentWords", "%1 has not begun yet.")},
    StandingRow{Standing::Ended, QT_TRANSLATE_NOOP("ui::MomentWords", "%1 says nothing now.")},
    StandingRow{Standing::Replaced,
                QT_TRANSLATE_NOOP("ui::MomentWords", "%1 is replaced by another of its purpose and level.")},
    StandingRow{Standing::NoTransaction, QT_TRANSLATE_NOOP("ui::MomentWords", "%1 is for a session, and none runs.")},
    StandingRow{Standing::OtherTransaction, QT_TRANSLATE_NOOP("ui::MomentWords", "%1 is for another session.")},
    StandingRow{Standing::WrongPlace,
                QT_TRANSLATE_NOOP("ui::MomentWords", "%1 is where no station takes its purpose.")},
    StandingRow{Standing::OtherConnector, QT_TRANSLATE_NOOP("ui::MomentWords", "%1 is for another connector.")},
};

QString named(const Layer &layer)
{
    return Words::tr("“%1”", "a name in quotation marks").arg(layer.name);
}

QString standingText(Standing standing, const Layer &layer)
{
    const auto row = std::ranges::find(standingTexts, standing, &StandingRow::standing);
    return row == standingTexts.end() ? QString() : Words::tr(row->text).arg(named(layer));
}

QString decidersText(const ScheduleDocument &document, const charging::CompositePeriod &period)
{
    QStringList names;
    bool isCapped = false;
    for (const charging::Decider &decider : period.deciders) {
        const Layer *layer = document.layerOfProfile(decider.profile);
        if (!layer)
            continue;
        isCapped = layer->purpose() == ocpp::ChargingProfilePurposeType::ChargePointMaxProfile;
        QString name = u"%1 (%2)"_s.arg(named(*layer), layerPlaceText(*layer));
        if (period.deciders.size() > 1)
            name += u' ' + placeWord(decider.connector);
        if (!names.contains(name))
            names.append(name);
    }
    return isCapped ? Words::tr("Capped by %1.").arg(names.join(u" + "_s))
                    : Words::tr("%1 decides.").arg(names.join(u" + "_s));
}

/// Each layer once, with the first reason.
QStringList beatenTexts(const ScheduleDocument &document, const charging::CompositePeriod &period)
{
    QStringList texts;
    QList<int> said;
    for (const charging::Beaten &beaten : period.beaten) {
        const Layer *layer = document.layerOfProfile(beaten.profile);
        if (!layer || said.contains(layer->id))
            continue;
        said.append(layer->id);
        texts.append(standingText(beaten.why, *layer));
    }
    return texts;
}

/// Why those in sight do not count.
QStringList silenceTexts(const ScheduleDocument &document, ocpp::Timestamp moment)
{
    const QList<Standing> standings = charging::standings(document.profiles(), document.place().connector, moment,
                                                          document.unit(), document.context());
    QStringList texts;
    QList<int> said;
    for (qsizetype i = 0; i < standings.size(); ++i) {
        const Layer *layer = document.layerOfProfile(int(i));
        if (!layer || said.contains(layer->id))
            continue;
        said.append(layer->id);
        texts.append(standingText(standings.at(i), *layer));
    }
    return texts;
}

QString untilText(const ScheduleDocument &document, int period)
{
    const charging::Composite &composite = document.composite();
    if (period + 1 >= composite.periods.size())
        return {};
    const auto time = composite.from + std::chrono::seconds(composite.periods.at(period + 1).startPeriod);
    return Words::tr("Until %1.").arg(clockText(document.week().minuteAt(time)));
}

} // namespace

QString layerPlaceText(const Layer &layer)
{
    return Words::tr("%1, level %2", "purpose of a profile and its stack level")
        .arg(valueWord(toString(layer.purpose())))
        .arg(layer.level());
}

QString undrawableText(charging::Undrawable why)
{
    switch (why) {
    case charging::Undrawable::Relative:
    case charging::Undrawable::NoStart:
        return Words::tr("It begins with the charging, so it has no place in the week. It is shown as if a car charged "
                         "from Monday on.");
    case charging::Undrawable::Seconds:
        return Words::tr("It changes within a minute: that is finer than can be drawn here.");
    case charging::Undrawable::Long:
        return Words::tr("It does not repeat and lasts longer than a week.");
    case charging::Undrawable::Empty:
        break;
    }
    return Words::tr("It has no periods.");
}

QString clockText(int minute)
{
    const int day = minute / charging::minutesPerDay;
    return u"%1 %2"_s.arg(QLocale().dayName(day % 7 + 1, QLocale::ShortFormat),
                          format::timeOfDay(minute % charging::minutesPerDay));
}

QString rateText(double limit, charging::WeekPlan::Unit unit)
{
    return limitText(std::round(limit * 10) / 10, QString(toString(unit)));
}

MomentWords momentWords(const ScheduleDocument &document, ocpp::Timestamp moment)
{
    MomentWords words;
    words.when = clockText(document.week().minuteAt(moment));
    const auto second = std::chrono::floor<std::chrono::seconds>(moment - document.week().begin()).count();
    const int place = document.periodAt(int(second));
    const charging::Composite &composite = document.composite();
    const bool isLimited = place >= 0 && composite.periods.at(place).limit;
    QStringList texts;
    if (isLimited) {
        const charging::CompositePeriod &period = composite.periods.at(place);
        words.limit = rateText(*period.limit, composite.unit);
        if (period.numberPhases)
            words.limit += u' ' + Words::tr("on %n phase(s)", nullptr, *period.numberPhases);
        texts.append(decidersText(document, period));
        texts += beatenTexts(document, period);
    } else {
        words.limit = Words::tr("no limit");
        texts += silenceTexts(document, moment);
    }
    if (place >= 0)
        texts.append(untilText(document, place));
    texts.removeAll(QString());
    const std::optional<int> arrival = document.arrival();
    const QString asked = arrival ? u' ' + Words::tr("As if a car came %1.").arg(clockText(*arrival)) : QString();
    words.why =
        texts.isEmpty() ? Words::tr("No profile says anything here: a car may draw all it can.") : texts.join(u' ');
    words.why += asked;
    return words;
}

} // namespace ui
