// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandstory.h"

#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::CommandState;

struct CommandStoryWords {
    Q_DECLARE_TR_FUNCTIONS(ui::CommandStory)
};

constexpr Mark waiting{Shape::Clock, Role::Accent};
constexpr Mark done{Shape::Check, Role::Good};
constexpr Mark doubtful{Shape::Triangle, Role::Caution};
constexpr Mark failed{Shape::Cross, Role::Fault};

struct StateWords {
    CommandState state;
    Mark mark;
    const char *text;
};

constexpr std::array states{
    StateWords{CommandState::Sent, waiting, QT_TRANSLATE_NOOP("ui::CommandStory", "Sent, waiting for the answer")},
    StateWords{CommandState::Rejected, failed, QT_TRANSLATE_NOOP("ui::CommandStory", "Rejected by the station")},
    StateWords{CommandState::Error, failed, QT_TRANSLATE_NOOP("ui::CommandStory", "Answered with an error")},
    StateWords{CommandState::Timeout, failed, QT_TRANSLATE_NOOP("ui::CommandStory", "No answer in time")},
    StateWords{CommandState::Unknown, doubtful,
               QT_TRANSLATE_NOOP("ui::CommandStory", "Connection lost before the answer")},
    StateWords{CommandState::Expired, failed,
               QT_TRANSLATE_NOOP("ui::CommandStory", "Not sent: the station did not come back in time")},
    StateWords{CommandState::Cancelled, doubtful, QT_TRANSLATE_NOOP("ui::CommandStory", "Cancelled before it was sent")},
};

struct OutcomeWords {
    QLatin1StringView outcome;
    Mark mark;
    const char *text; ///< %1: what follows the colon
};

constexpr std::array outcomes{
    OutcomeWords{"transactionStarted"_L1, done, QT_TRANSLATE_NOOP("ui::CommandStory", "Charging: session %1 has started")},
    OutcomeWords{"transactionStopped"_L1, done, QT_TRANSLATE_NOOP("ui::CommandStory", "Session %1 has ended")},
    OutcomeWords{"rebooted"_L1, done, QT_TRANSLATE_NOOP("ui::CommandStory", "Restarted")},
    OutcomeWords{"applied"_L1, done, QT_TRANSLATE_NOOP("ui::CommandStory", "Done, and confirmed by its status")},
    OutcomeWords{"arrived"_L1, done, QT_TRANSLATE_NOOP("ui::CommandStory", "The message has arrived")},
    OutcomeWords{"notArrived"_L1, doubtful,
                 QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, but the message has not come")},
    OutcomeWords{"notStarted"_L1, doubtful,
                 QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, but no session has started")},
    OutcomeWords{"notStopped"_L1, doubtful, QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, but the session goes on")},
    OutcomeWords{"notRebooted"_L1, doubtful,
                 QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, but it has not restarted")},
    OutcomeWords{"notApplied"_L1, doubtful,
                 QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, but its status has not changed")},
};

struct Expectation {
    QLatin1StringView action;
    const char *text;
};

constexpr std::array expectations{
    Expectation{"RemoteStartTransaction"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, waiting for a car")},
    Expectation{"RemoteStopTransaction"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, session is ending")},
    Expectation{"Reset"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, restarting")},
    Expectation{"ChangeAvailability"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, waiting for its status")},
    Expectation{"TriggerMessage"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, waiting for the message")},
    Expectation{"ExtendedTriggerMessage"_L1,
                QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, waiting for the message")},
    Expectation{"DataTransfer"_L1,
                QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted, waiting for the message")}, // a vendor's trigger
};

/// Status words of answers that say more than accepted or rejected (7.3, 7.22, 7.23, 7.40, 7.46).
constexpr std::array answers{
    Expectation{"Scheduled"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "Scheduled: when the session is over")},
    Expectation{"RebootRequired"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "Accepted; valid after a restart")},
    Expectation{"NotSupported"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "Not supported by the station")},
    Expectation{"NotImplemented"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "The station cannot send this message")},
    Expectation{"Unlocked"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "Unlocked")},
    Expectation{"UnlockFailed"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "The lock did not open")},
    Expectation{"Occupied"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "The connector is in use, or reserved already")},
    Expectation{"Faulted"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "The connector is faulted")},
    Expectation{"Unavailable"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "The connector is out of service")},
    Expectation{"UnknownVendorId"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "The station does not know this vendor")},
    Expectation{"UnknownMessageId"_L1, QT_TRANSLATE_NOOP("ui::CommandStory", "The station does not know this message")},
};

template<class Table> QString lookedUp(const Table &table, const QString &word)
{
    const auto entry = std::ranges::find_if(table, [&](const Expectation &row) { return word == row.action; });
    return entry == std::ranges::end(table) ? QString() : CommandStoryWords::tr(entry->text);
}

QJsonObject answerOf(const store::Command &command)
{
    return QJsonDocument::fromJson(command.answer).object();
}

CommandStory outcomeStory(const store::Command &command)
{
    const QString word = command.outcome.section(u':', 0, 0);
    const auto entry = std::ranges::find_if(outcomes, [&](const OutcomeWords &row) { return word == row.outcome; });
    if (entry == outcomes.end())
        return {.mark = done, .text = command.outcome, .explanation = {}};
    const QString text = CommandStoryWords::tr(entry->text);
    return {.mark = entry->mark,
            .text = text.contains("%1"_L1) ? text.arg(command.outcome.section(u':', 1)) : text,
            .explanation = {}};
}

QString acceptedText(const store::Command &command)
{
    const QJsonObject answer = answerOf(command);
    const QString status = answer.value("status"_L1).toString();
    if (const QString text = lookedUp(answers, status); !text.isEmpty())
        return text;
    if (answer.contains("configurationKey"_L1))
        return CommandStoryWords::tr("Read %n key(s)", nullptr,
                                     int(answer.value("configurationKey"_L1).toArray().size()));
    return status.isEmpty() ? CommandStoryWords::tr("Answered") : CommandStoryWords::tr("Accepted");
}

CommandStory acceptedStory(const store::Command &command)
{
    if (!command.outcome.isEmpty())
        return outcomeStory(command);
    const QString status = answerOf(command).value("status"_L1).toString();
    if (!command.outcomeDue || status == "Scheduled"_L1)
        return {.mark = command.outcomeDue ? waiting : done, .text = acceptedText(command), .explanation = {},
                .underWay = command.outcomeDue.has_value()};
    return {.mark = waiting, .text = lookedUp(expectations, command.action), .explanation = {}, .underWay = true};
}

/// Empty if the state says it all.
QString failureText(const store::Command &command)
{
    if (command.state == CommandState::Error && !command.sentAt)
        return CommandStoryWords::tr("Not sent");
    if (command.state != CommandState::Rejected)
        return {};
    const QString status = answerOf(command).value("status"_L1).toString();
    if (command.action == "UnlockConnector"_L1 && status == "NotSupported"_L1) // E 3.87
        return CommandStoryWords::tr("The station cannot unlock, or has no such connector");
    return lookedUp(answers, status);
}

CommandStory unfinishedOrFailed(const store::Command &command, bool online)
{
    if (command.state == CommandState::Queued)
        return {.mark = waiting,
                .text = online ? CommandStoryWords::tr("Queued")
                               : CommandStoryWords::tr("Queued until the station is back"),
                .explanation = {},
                .underWay = true,
                .cancellable = true};
    const auto entry = std::ranges::find(states, command.state, &StateWords::state);
    Q_ASSERT(entry != states.end());
    const QString text = failureText(command);
    return {.mark = entry->mark,
            .text = text.isEmpty() ? CommandStoryWords::tr(entry->text) : text,
            .explanation = storedText(command.error),
            .underWay = command.state == CommandState::Sent};
}

bool wasAnswered(const store::Command &command)
{
    return command.state == CommandState::Accepted || command.state == CommandState::Rejected
           || (command.state == CommandState::Error && command.sentAt);
}

QString timesText(const store::Command &command)
{
    QStringList lines{CommandStoryWords::tr("Asked for at %1").arg(format::dateTime(command.created))};
    if (command.sentAt)
        lines.append(CommandStoryWords::tr("Sent at %1").arg(format::dateTime(*command.sentAt)));
    if (command.finishedAt) {
        const QString text =
            wasAnswered(command) ? CommandStoryWords::tr("Answered at %1") : CommandStoryWords::tr("Ended at %1");
        lines.append(text.arg(format::dateTime(*command.finishedAt)));
    }
    if (command.outcomeDue && command.outcome.isEmpty())
        lines.append(CommandStoryWords::tr("Outcome expected until %1").arg(format::dateTime(*command.outcomeDue)));
    return lines.join(u'\n');
}

} // namespace

CommandStory commandStory(const store::Command &command, bool stationOnline)
{
    CommandStory story = command.state == CommandState::Accepted ? acceptedStory(command)
                                                                 : unfinishedOrFailed(command, stationOnline);
    if (command.late)
        story.text = CommandStoryWords::tr("%1 (late)").arg(story.text);
    story.explanation = (story.explanation.isEmpty() ? QString() : story.explanation + u'\n') + timesText(command);
    return story;
}

} // namespace ui
