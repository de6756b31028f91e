// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overview/attentionwords.h"

#include "store/certificates.h"
#include "store/chargingprofiles.h"
#include "store/configuration.h"
#include "store/contracts.h"
#include "store/firmware.h"
#include "store/locallists.h"
#include "ui/commands/commandstory.h"
#include "ui/text/errorwords.h"
#include "ui/text/format.h"
#include "ui/text/securitywords.h"
#include "ui/text/stepwords.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>

#include <cmath>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = AttentionItem::Kind;

struct AttentionText {
    Q_DECLARE_TR_FUNCTIONS(ui::Attention)
};

constexpr Mark fault{Shape::Triangle, Role::Fault};
constexpr Mark caution{Shape::Triangle, Role::Caution};
constexpr Mark away{Shape::Dot, Role::Inactive, true};
constexpr Mark waiting{Shape::Clock, Role::Caution};
constexpr Mark question{Shape::Ring, Role::Accent};

QString placeOf(const AttentionItem &item)
{
    return item.connector > 0 ? AttentionText::tr("%1, connector %2").arg(item.station, QString::number(item.connector))
                              : item.station;
}

AttentionWords faultWords(const AttentionItem &item)
{
    const ErrorWords error = errorWords(item.code);
    const bool faulted = item.kind == Kind::Fault;
    AttentionWords words;
    words.mark = faulted ? fault : caution;
    words.title = faulted ? AttentionText::tr("%1 is out of order: %2").arg(placeOf(item), error.what)
                          : AttentionText::tr("%1 reports: %2").arg(placeOf(item), error.what);
    words.proposal = error.advice;
    words.tooltip = AttentionText::tr("OCPP: %1 %2").arg(item.code, item.detail).trimmed();
    words.primary = AttentionText::tr("Open the station");
    return words;
}

AttentionWords offlineWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = away;
    words.title = AttentionText::tr("%1 is offline").arg(item.station);
    words.proposal =
        item.sessionRuns
            ? AttentionText::tr("A session was running; it is booked when the station is back. Look at its power and "
                                "its network.")
            : AttentionText::tr("Look whether it has power and network; nothing is lost, it tells what happened when "
                                "it is back.");
    words.primary = AttentionText::tr("Open the station");
    return words;
}

AttentionWords knocksWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = question;
    words.title = item.count == 1 ? AttentionText::tr("%1 knocks and was not let in").arg(item.station)
                                  : AttentionText::tr("%n station(s) knock and were not let in", nullptr, item.count);
    words.proposal = AttentionText::tr("If it is yours, accept it; it connects by itself when it tries again.");
    words.primary = AttentionText::tr("See who knocks");
    return words;
}

AttentionWords pendingWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = question;
    words.title = item.detail.isEmpty()
                      ? AttentionText::tr("%1 is new and waits for you").arg(item.station)
                      : AttentionText::tr("%1 (%2) is new and waits for you").arg(item.station, item.detail);
    words.proposal = AttentionText::tr("It may not charge until you accept it.");
    words.primary = AttentionText::tr("Accept");
    words.secondary = AttentionText::tr("Reject");
    return words;
}

AttentionWords endlessWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = waiting;
    words.title = AttentionText::tr("Session %1 on %2 has no end").arg(item.id).arg(placeOf(item));
    const QString energy = item.energyWh ? format::energy(*item.energyWh) : AttentionText::tr("none is known");
    words.proposal =
        item.online
            ? AttentionText::tr("Nothing shows that it still runs. Close it with the last known meter value: %1.")
                  .arg(energy)
            : AttentionText::tr("Its station is away. Close it with the last known meter value: %1. If the station "
                                "tells the end after all, that counts.")
                  .arg(energy);
    words.tooltip = AttentionText::tr("Tag %1").arg(item.code);
    words.primary = AttentionText::tr("Close the session");
    return words;
}

AttentionWords stopWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = caution;
    words.title = AttentionText::tr("%1 ended a session that is not known").arg(item.station);
    words.tooltip = storedText(item.detail);
    if (item.candidate > 0) {
        words.proposal = AttentionText::tr("Tag, time and meter fit session %1 on connector %2, which has no end.")
                             .arg(item.candidate)
                             .arg(item.connector);
        words.primary = AttentionText::tr("It is session %1").arg(item.candidate);
        words.secondary = AttentionText::tr("Dismiss");
    } else {
        words.proposal =
            AttentionText::tr("No session fits, so nothing was booked. If it charged before this program knew it, "
                              "dismiss it.");
        words.primary = AttentionText::tr("Dismiss");
        words.secondary = AttentionText::tr("Messages");
    }
    return words;
}

AttentionWords parkedWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = caution;
    words.tooltip = storedText(item.detail);
    words.primary = AttentionText::tr("Dismiss");
    words.secondary = AttentionText::tr("Messages");
    if (item.code == "repeatedStop"_L1) {
        words.title = AttentionText::tr("%1 ended the same session twice, differently").arg(item.station);
        words.proposal = AttentionText::tr("The first end counts. Dismiss it if the session looks right.");
    } else if (item.code == "undecodable"_L1) {
        words.title = AttentionText::tr("%1 sent a message about a session that cannot be read").arg(item.station);
        words.proposal =
            AttentionText::tr("It was answered, so the station goes on, but nothing was booked. Show the message to "
                              "the station's vendor.");
    } else if (item.code == "fileTls"_L1) {
        words.title = AttentionText::tr("Files go over HTTP only");
        words.proposal = storedText(item.detail);
        words.secondary.clear(); // it is about no station
    } else {
        words.title = AttentionText::tr("%1 sent something that cannot be booked").arg(item.station);
        words.proposal = storedText(item.detail);
    }
    return words;
}

AttentionWords securityEventWords(const AttentionItem &item)
{
    const SecurityWords event = securityWords(item.code);
    AttentionWords words;
    words.mark = caution;
    words.title = AttentionText::tr("%1 reports: %2").arg(item.station, event.what);
    words.proposal =
        item.count > 1 ? AttentionText::tr("%n time(s). %1", nullptr, item.count).arg(event.advice) : event.advice;
    words.tooltip = AttentionText::tr("OCPP: %1 %2").arg(item.code, item.detail).trimmed();
    words.primary = AttentionText::tr("Dismiss");
    words.secondary = AttentionText::tr("Security");
    return words;
}

/// A command that was given for the matter says how it stands; its button waits meanwhile.
void tellCommand(const AttentionItem &item, AttentionWords &words)
{
    if (!item.command)
        return;
    const CommandStory story = commandStory(*item.command, item.online);
    words.proposal = story.text + (story.underWay ? u"…"_s : u". "_s + words.proposal);
    words.tooltip = story.explanation;
    words.canAct = words.canAct && !story.underWay;
}

AttentionWords restartWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = waiting;
    words.title = AttentionText::tr("%1 must restart for %n setting(s)", nullptr, item.count).arg(item.station);
    words.primary = AttentionText::tr("Restart now");
    words.canAct = item.online && !item.sessionRuns;
    words.proposal = !item.online ? AttentionText::tr("It is offline; a restart there does the same.")
                     : item.sessionRuns
                         ? AttentionText::tr("A car is charging; restart when the session is over.")
                         : AttentionText::tr("Nobody charges there now. It is back after about a minute.");
    tellCommand(item, words);
    return words;
}

AttentionWords refusedWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = caution;
    if (item.count == 0) {
        words.title = AttentionText::tr("%1 does not know the setting %2").arg(item.station, item.code);
        words.proposal = AttentionText::tr("Leave it as it is; the station works without it.");
    } else {
        words.title = item.desired.isEmpty()
                          ? AttentionText::tr("%1 refused a new value for %2").arg(item.station, item.code)
                          : AttentionText::tr("%1 refused %2 = %3").arg(item.station, item.code, item.desired);
        words.proposal = item.detail.isEmpty() ? AttentionText::tr("Keep what the station has, or try another value.")
                                               : AttentionText::tr("Keep what the station has: %1.").arg(item.detail);
    }
    words.primary = AttentionText::tr("Keep the station's");
    words.secondary = AttentionText::tr("Open the station");
    return words;
}

QString stuckTitle(const AttentionItem &item)
{
    if (item.code == store::configurationTopic)
        return AttentionText::tr("Changing the configuration of %1 was given up").arg(item.station);
    if (item.code == store::LocalLists::topic)
        return AttentionText::tr("Bringing %1 its local list was given up").arg(item.station);
    if (item.code == store::chargingProfilesTopic)
        return AttentionText::tr("Bringing %1 its charging profiles was given up").arg(item.station);
    if (item.code == store::certificatesTopic)
        return AttentionText::tr("Bringing %1 its certificates was given up").arg(item.station);
    if (item.code == store::Firmware::topic)
        return AttentionText::tr("Updating the firmware of %1 was given up").arg(item.station);
    return AttentionText::tr("Bringing %1 what is wanted of it was given up").arg(item.station);
}

QString stuckPlace(const AttentionItem &item)
{
    if (item.code == store::LocalLists::topic)
        return AttentionText::tr("Open its local list");
    if (item.code == store::chargingProfilesTopic)
        return AttentionText::tr("Open its profiles");
    return item.code == store::Firmware::topic ? AttentionText::tr("Open its update")
                                               : AttentionText::tr("Open the station");
}

AttentionWords stuckWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = caution;
    words.title = stuckTitle(item);
    words.proposal = item.detail.isEmpty() ? AttentionText::tr("Have it tried again when the station is well.")
                                           : stepReason(item.detail);
    words.primary = stuckPlace(item);
    words.secondary = AttentionText::tr("Try again");
    return words;
}

AttentionWords signingWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = caution;
    words.primary = AttentionText::tr("Open the station");
    QString reason = storedText(item.detail);
    if (item.code == toString(store::SigningState::Failed)) {
        words.title = AttentionText::tr("The certificate of %1 for Plug & Charge was not signed").arg(item.station);
        words.secondary = AttentionText::tr("Try again");
    } else if (item.code == toString(store::SigningState::Rejected)) {
        words.title = AttentionText::tr("%1 refused its certificate for Plug & Charge").arg(item.station);
    } else {
        words.mark = waiting;
        words.title = AttentionText::tr("%1 waits for a certificate for Plug & Charge").arg(item.station);
        reason.clear(); // of tries that nobody makes any more
    }
    words.proposal = reason.isEmpty()
                         ? AttentionText::tr("Save its request, have an authority sign it, and give it the certificate "
                                             "that comes back.")
                         : reason;
    return words;
}

AttentionWords clockWords(const AttentionItem &item)
{
    AttentionWords words;
    const qint64 drift = item.driftMs.value_or(0);
    const QString span = format::span(std::chrono::milliseconds(std::abs(drift)));
    words.mark = waiting;
    words.title = drift > 0 ? AttentionText::tr("The clock of %1 is %2 ahead").arg(item.station, span)
                            : AttentionText::tr("The clock of %1 is %2 behind").arg(item.station, span);
    words.proposal =
        AttentionText::tr("Its sessions get wrong times. It is told the right time whenever it says that it is there: "
                          "ask it to. If that does not help, restart it.");
    words.primary = AttentionText::tr("Tell it the time");
    words.secondary = AttentionText::tr("Open the station");
    words.tooltip = AttentionText::tr("OCPP: TriggerMessage(Heartbeat)");
    tellCommand(item, words);
    return words;
}

AttentionWords tagWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = question;
    words.title = AttentionText::tr("The tag %1 is not known").arg(item.code);
    words.proposal =
        item.count == 1
            ? AttentionText::tr("It was shown at %1. If it belongs to one of your people, add it.").arg(item.station)
            : AttentionText::tr("It was shown %1 times, last at %2. If it belongs to one of your people, add it.")
                  .arg(item.count)
                  .arg(item.station);
    words.primary = AttentionText::tr("Add the tag");
    words.secondary = AttentionText::tr("Ignore");
    return words;
}

AttentionWords demoWords(const AttentionItem &item)
{
    AttentionWords words;
    words.mark = question;
    words.title = AttentionText::tr("The demo site is not running");
    words.proposal =
        item.online
            ? AttentionText::tr("Its %n simulated station(s) stand(s) still. Start it to look around, or remove it "
                                "with its cards; its sessions stay in the books.",
                                nullptr, item.count)
            : AttentionText::tr("Its %n simulated station(s) stand(s) still. Start the central system with --demo to "
                                "have it run, or remove it with its cards; its sessions stay in the books.",
                                nullptr, item.count);
    words.primary = AttentionText::tr("Start it");
    words.secondary = AttentionText::tr("Remove it");
    words.canAct = item.online;
    return words;
}

} // namespace

AttentionWords attentionWords(const AttentionItem &item)
{
    switch (item.kind) {
    case Kind::Fault:
    case Kind::Warning:
        return faultWords(item);
    case Kind::Offline:
        return offlineWords(item);
    case Kind::Knocks:
        return knocksWords(item);
    case Kind::Pending:
        return pendingWords(item);
    case Kind::Endless:
        return endlessWords(item);
    case Kind::UnmatchedStop:
        return stopWords(item);
    case Kind::Restart:
        return restartWords(item);
    case Kind::RefusedKey:
        return refusedWords(item);
    case Kind::Stuck:
        return stuckWords(item);
    case Kind::Signing:
        return signingWords(item);
    case Kind::Clock:
        return clockWords(item);
    case Kind::SecurityEvent:
        return securityEventWords(item);
    case Kind::Parked:
        return parkedWords(item);
    case Kind::Tag:
        return tagWords(item);
    case Kind::Demo:
        return demoWords(item);
    }
    Q_UNREACHABLE();
}

} // namespace ui
