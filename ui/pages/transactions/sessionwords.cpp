// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/transactions/sessionwords.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct SessionWords {
    Q_DECLARE_TR_FUNCTIONS(ui::Session)
};

struct FlagWords {
    QLatin1StringView flag;
    const char *word;
    const char *explanation;
};

constexpr std::array flags{
    FlagWords{"registerReset"_L1, QT_TRANSLATE_NOOP("ui::Session", "meter was reset"),
              QT_TRANSLATE_NOOP("ui::Session",
                                "The meter began anew during the session. What it counted before and after "
                                "the reset is added up.")},
    FlagWords{"falseZero"_L1, QT_TRANSLATE_NOOP("ui::Session", "false zero"),
              QT_TRANSLATE_NOOP("ui::Session",
                                "The station reported a zero that was none, as many do at the start. It is "
                                "left out.")},
    FlagWords{
        "outlier"_L1, QT_TRANSLATE_NOOP("ui::Session", "implausible value"),
        QT_TRANSLATE_NOOP("ui::Session", "A reading climbed faster than any charger can deliver. It is left out.")},
    FlagWords{"lostStop"_L1, QT_TRANSLATE_NOOP("ui::Session", "end was lost"),
              QT_TRANSLATE_NOOP("ui::Session",
                                "The station never said that the session ended. The energy is what is known "
                                "without it.")},
    FlagWords{"doubtful"_L1, QT_TRANSLATE_NOOP("ui::Session", "doubtful"),
              QT_TRANSLATE_NOOP("ui::Session", "The readings contradict each other. Look at the values before you bill "
                                               "this session.")},
    FlagWords{"matched"_L1, QT_TRANSLATE_NOOP("ui::Session", "end was matched"),
              QT_TRANSLATE_NOOP("ui::Session",
                                "The station ended a session without its number, because it never learned "
                                "it. Connector, time, tag and meter say that it is this one.")},
    FlagWords{"pruned"_L1, QT_TRANSLATE_NOOP("ui::Session", "values removed"),
              QT_TRANSLATE_NOOP("ui::Session",
                                "Its meter values were old and have been removed. The energy is the one that "
                                "was derived from them before.")},
};

struct Sentence {
    QLatin1StringView key;
    const char *text;
};

constexpr std::array sources{
    Sentence{"meterStop"_L1,
             QT_TRANSLATE_NOOP("ui::Session",
                               "The meter at the end minus the meter at the start, as the station reported "
                               "them.")},
    Sentence{"run"_L1, QT_TRANSLATE_NOOP("ui::Session", "Added up from the meter values, because the meter did not run "
                                                        "through from start to end.")},
    Sentence{"lastReading"_L1,
             QT_TRANSLATE_NOOP("ui::Session", "From the start to the last good meter value, because there is no usable "
                                              "meter at the end.")},
    Sentence{"nextMeterStart"_L1,
             QT_TRANSLATE_NOOP("ui::Session",
                               "From the start to where the meter stood when the next session began: the "
                               "end was lost, and no values came.")},
    Sentence{
        "meterStart"_L1,
        QT_TRANSLATE_NOOP("ui::Session", "Not known: the end was lost, no values came, and no session has followed.")},
    Sentence{"soFar"_L1, QT_TRANSLATE_NOOP("ui::Session", "So far: from the start to the latest good meter value.")},
};

constexpr std::array reasons{
    Sentence{"Local"_L1, QT_TRANSLATE_NOOP("ui::Session", "Ended at the station, with the card or a button")},
    Sentence{"Remote"_L1, QT_TRANSLATE_NOOP("ui::Session", "Ended from here")},
    Sentence{"EVDisconnected"_L1, QT_TRANSLATE_NOOP("ui::Session", "The car was unplugged")},
    Sentence{"EmergencyStop"_L1, QT_TRANSLATE_NOOP("ui::Session", "Emergency stop was pressed")},
    Sentence{"HardReset"_L1, QT_TRANSLATE_NOOP("ui::Session", "The station was reset hard")},
    Sentence{"SoftReset"_L1, QT_TRANSLATE_NOOP("ui::Session", "The station was restarted")},
    Sentence{"Reboot"_L1, QT_TRANSLATE_NOOP("ui::Session", "The station rebooted by itself")},
    Sentence{"PowerLoss"_L1, QT_TRANSLATE_NOOP("ui::Session", "The station lost its power")},
    Sentence{"UnlockCommand"_L1, QT_TRANSLATE_NOOP("ui::Session", "The connector was unlocked from here")},
    Sentence{"DeAuthorized"_L1, QT_TRANSLATE_NOOP("ui::Session", "The tag was not accepted")},
    Sentence{"Other"_L1, QT_TRANSLATE_NOOP("ui::Session", "For another reason, which the station does not name")},
};

constexpr std::array statuses{
    Sentence{"Accepted"_L1, QT_TRANSLATE_NOOP("ui::Session", "Accepted")},
    Sentence{"Blocked"_L1, QT_TRANSLATE_NOOP("ui::Session", "Blocked")},
    Sentence{"Expired"_L1, QT_TRANSLATE_NOOP("ui::Session", "Expired")},
    Sentence{"Invalid"_L1, QT_TRANSLATE_NOOP("ui::Session", "Not known")},
    Sentence{"ConcurrentTx"_L1, QT_TRANSLATE_NOOP("ui::Session", "Charging elsewhere already")},
};

template<class Table>
QString lookedUp(const Table &table, const QString &key)
{
    const auto entry = std::ranges::find_if(table, [&](const Sentence &row) { return key == row.key; });
    return entry == std::ranges::end(table) ? key : SessionWords::tr(entry->text);
}

SessionNote noteOf(const QString &flag)
{
    const auto entry = std::ranges::find_if(flags, [&](const FlagWords &row) { return flag == row.flag; });
    if (entry == flags.end())
        return {flag, flag, flag};
    return {SessionWords::tr(entry->word), SessionWords::tr(entry->explanation), flag};
}

} // namespace

StateWord sessionState(const store::Transaction &transaction, const QString &connectorStatus)
{
    if (transaction.isOpen()) {
        // A car that pauses does not charge; what the other states say is not about the session.
        constexpr std::array tellsOfTheCar{"Charging"_L1, "SuspendedEV"_L1, "SuspendedEVSE"_L1, "Preparing"_L1, "Finishing"_L1};
        const QString term = SessionWords::tr("No StopTransaction yet");
        if (std::ranges::find(tellsOfTheCar, connectorStatus) == tellsOfTheCar.end())
            return {{Shape::HalfDisc, Role::Accent}, SessionWords::tr("Open"), term};
        const StateWord connector = connectorState(connectorStatus, true);
        return {connector.mark, connector.word, u"%1\n%2"_s.arg(connectorStatus, term)};
    }
    if (transaction.stoppedAt)
        return {{Shape::Check, Role::Inactive},
                SessionWords::tr("Finished"),
                SessionWords::tr("StopTransaction was received")};
    return {{Shape::Bar, Role::Caution},
            SessionWords::tr("Closed by us"),
            SessionWords::tr("No StopTransaction came; it was closed without one")};
}

QList<SessionNote> sessionNotes(const store::Transaction &transaction)
{
    QList<SessionNote> notes;
    for (const QString &flag : transaction.flags)
        notes.append(noteOf(flag));
    if (!transaction.status.isEmpty() && transaction.status != "Accepted"_L1)
        notes.append({SessionWords::tr("tag not accepted"),
                      SessionWords::tr(
                          "The tag was not accepted when the session began (%1). The station may have charged all the "
                          "same.")
                          .arg(tagStatusWord(transaction.status)),
                      transaction.status});
    return notes;
}

QString energyStory(const store::Transaction &transaction)
{
    if (!transaction.energyWh || transaction.energySource.isEmpty())
        return SessionWords::tr("Not known: nothing was measured yet.");
    return lookedUp(sources, transaction.energySource);
}

QString endStory(const store::Transaction &transaction)
{
    if (transaction.isOpen())
        return {};
    if (transaction.stoppedAt)
        return lookedUp(reasons, transaction.stopReason.isEmpty() ? u"Local"_s : transaction.stopReason);
    return transaction.closedBy == "nextStart"_L1
               ? SessionWords::tr("The station never reported the end; the next session on this connector closed it")
               : SessionWords::tr("Closed by hand");
}

QString tagStatusWord(const QString &status)
{
    return lookedUp(statuses, status);
}

std::optional<std::chrono::milliseconds> sessionDuration(const store::Transaction &transaction, ocpp::Timestamp now)
{
    if (transaction.stoppedAt)
        return *transaction.stoppedAt - transaction.startedAt;
    return transaction.isOpen() ? std::optional(now - transaction.startedAt) : std::nullopt;
}

QString durationText(const store::Transaction &transaction)
{
    const auto duration = sessionDuration(transaction, store::now());
    return duration ? format::duration(*duration) : SessionWords::tr("not known");
}

} // namespace ui
