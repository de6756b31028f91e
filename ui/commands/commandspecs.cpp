// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandspecs.h"

#include "ocpp/messages.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <array>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct CommandSpecWords {
    Q_DECLARE_TR_FUNCTIONS(ui::CommandSpec)
};

constexpr auto charging = QT_TRANSLATE_NOOP("ui::CommandSpec", "Charging");
constexpr auto station = QT_TRANSLATE_NOOP("ui::CommandSpec", "Station");
constexpr auto settings = QT_TRANSLATE_NOOP("ui::CommandSpec", "Settings");

constexpr std::array specTable{
    CommandSpec{.action = "RemoteStartTransaction"_L1,
                .icon = "command-start"_L1,
                .group = charging,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Start charging"),
                .sentence = QT_TRANSLATE_NOOP(
                    "ui::CommandSpec", "The station charges in the name of a tag as soon as a car is plugged in."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Start")},
    CommandSpec{.action = "RemoteStopTransaction"_L1,
                .icon = "command-stop"_L1,
                .group = charging,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Stop charging"),
                .sentence = QT_TRANSLATE_NOOP("ui::CommandSpec", "The station ends the session and frees the cable."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Stop")},
    CommandSpec{.action = "UnlockConnector"_L1,
                .icon = "command-unlock"_L1,
                .group = charging,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Unlock a connector"),
                .sentence = QT_TRANSLATE_NOOP(
                    "ui::CommandSpec", "For a cable that is stuck. A running session on the connector ends first."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Unlock")},
    CommandSpec{.action = "Reset"_L1,
                .icon = "command-reset"_L1,
                .group = station,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Restart"),
                .sentence = QT_TRANSLATE_NOOP("ui::CommandSpec",
                                              "The station restarts and connects again, mostly within two minutes."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Restart"),
                .preset = R"({"type":"Soft"})"_L1,
                .caution = QT_TRANSLATE_NOOP("ui::CommandSpec",
                                             "A car is charging. A hard restart cuts it off, and the station may lose "
                                             "the session."),
                .cautionWhen = "type=Hard"_L1},
    CommandSpec{.action = "ChangeAvailability"_L1,
                .icon = "command-availability"_L1,
                .group = station,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Put in or out of service"),
                .sentence = QT_TRANSLATE_NOOP("ui::CommandSpec",
                                              "A running session goes on to its end; the change waits for it."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Change"),
                .preset = R"({"type":"Operative","connectorId":0})"_L1},
    CommandSpec{.action = "TriggerMessage"_L1,
                .icon = "command-trigger"_L1,
                .group = station,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Ask for a message"),
                .sentence = QT_TRANSLATE_NOOP("ui::CommandSpec",
                                              "The station sends the message now instead of when it is due."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Ask"),
                .preset = R"({"requestedMessage":"StatusNotification"})"_L1},
    CommandSpec{.action = "ClearCache"_L1,
                .icon = "command-clear"_L1,
                .group = station,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Clear the tag cache"),
                .sentence = QT_TRANSLATE_NOOP("ui::CommandSpec",
                                              "The station forgets which tags it has seen and asks here again."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Clear")},
    CommandSpec{.action = "GetConfiguration"_L1,
                .icon = "command-read"_L1,
                .group = settings,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Read the configuration"),
                .sentence = QT_TRANSLATE_NOOP("ui::CommandSpec", "All keys, or those named here."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Read")},
    CommandSpec{.action = "ChangeConfiguration"_L1,
                .icon = "command-configure"_L1,
                .group = settings,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Change the configuration"),
                .sentence = QT_TRANSLATE_NOOP("ui::CommandSpec", "Some keys are valid only after the next restart."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Change")},
    CommandSpec{.action = "DataTransfer"_L1,
                .icon = "command-data"_L1,
                .group = settings,
                .title = QT_TRANSLATE_NOOP("ui::CommandSpec", "Send vendor data"),
                .sentence = QT_TRANSLATE_NOOP("ui::CommandSpec",
                                              "What only this vendor's stations understand; see its manual."),
                .button = QT_TRANSLATE_NOOP("ui::CommandSpec", "Send")},
};

} // namespace

QString CommandSpec::groupText() const
{
    return CommandSpecWords::tr(group);
}

QString CommandSpec::titleText() const
{
    return CommandSpecWords::tr(title);
}

QString CommandSpec::sentenceText() const
{
    return CommandSpecWords::tr(sentence);
}

QString CommandSpec::buttonText() const
{
    return CommandSpecWords::tr(button);
}

QString CommandSpec::cautionText() const
{
    return caution ? CommandSpecWords::tr(caution) : QString();
}

QJsonObject CommandSpec::presetPayload() const
{
    return QJsonDocument::fromJson(QByteArray(preset.data(), preset.size())).object();
}

bool CommandSpec::needsCaution(const QJsonObject &payload) const
{
    const QStringList condition = QString(cautionWhen).split(u'=');
    return condition.size() == 2 && payload.value(condition.first()).toString() == condition.last();
}

std::span<const CommandSpec> commandSpecs()
{
    return specTable;
}

QString commandHindrance(QLatin1StringView action, store::Registration registration)
{
    const bool startsOrStops =
        action == ocpp::RemoteStartTransaction::action || action == ocpp::RemoteStopTransaction::action;
    if (registration != store::Registration::Pending || !startsOrStops)
        return {};
    return CommandSpecWords::tr("The station is not accepted yet: until then no session may be started or ended from "
                                "here (OCPP 4.2). Accept it first.");
}

} // namespace ui
