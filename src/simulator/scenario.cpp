// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace simulator {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *builtIn[] = {
    R"({"name": "idle", "description": "Stations that are there and do nothing.", "steps": []})",
    R"({"name": "day", "description": "People come and go, for ever.",
        "traffic": {"firstMinutes": 20, "pauseMinutes": 45,
                    "stayMinutesLeast": 25, "stayMinutesMost": 150}})",
    R"({"name": "session", "description": "One charging session, then the end.", "exit": true, "steps": [
        {"do": "authorize"},
        {"after": 1, "do": "plug", "soc": 40},
        {"do": "awaitTransaction"},
        {"after": 120, "do": "stop"},
        {"do": "awaitNoTransaction"},
        {"after": 1, "do": "unplug"},
        {"do": "awaitStatus", "is": "Available"},
        {"do": "awaitDelivered", "timeout": 60}]})",
};

const QStringList commonNames{u"at"_s, u"after"_s, u"jitter"_s, u"station"_s, u"do"_s, u"note"_s};

/// The first name in the object that is none of `known`; null: all are.
QString strangerIn(const QJsonObject &object, const QStringList &known)
{
    for (const QString &name : object.keys()) {
        if (!known.contains(name))
            return name;
    }
    return {};
}

tl::expected<Step, QString> parseStep(const QJsonObject &object)
{
    const ActionRow *action = findAction(object.value("do"_L1).toString());
    if (!action)
        return tl::unexpected(
            u"\"%1\" is nothing that a station can do"_s.arg(object.value("do"_L1).toString()));
    const QStringList parameters = QString(action->parameters).split(u' ', Qt::SkipEmptyParts);
    if (const QString stranger = strangerIn(object, commonNames + parameters); !stranger.isNull())
        return tl::unexpected(u"%1 does not know \"%2\""_s.arg(action->name, stranger));
    if (action->objection && object.contains("as"_L1)) {
        if (const QString problem = action->objection(object.value("as"_L1).toString()); !problem.isEmpty())
            return tl::unexpected(problem);
    }
    Step step;
    if (object.contains("at"_L1))
        step.atSeconds = object.value("at"_L1).toDouble();
    step.afterSeconds = object.value("after"_L1).toDouble();
    step.jitterSeconds = object.value("jitter"_L1).toDouble();
    step.station = object.value("station"_L1).toInt();
    step.action = action;
    step.parameters = object;
    return step;
}

tl::expected<QList<Step>, QString> parseSteps(const QJsonArray &array)
{
    QList<Step> steps;
    for (const auto &value : array) {
        auto step = parseStep(value.toObject());
        if (!step)
            return tl::unexpected(u"step %1: %2"_s.arg(steps.size() + 1).arg(step.error()));
        steps.append(*step);
    }
    return steps;
}

int roundsOf(const QJsonValue &loop)
{
    if (loop.isBool())
        return loop.toBool() ? 0 : 1;
    return loop.toInt(1);
}

} // namespace

tl::expected<Scenario, QString> parseScenario(const QJsonObject &object)
{
    const QStringList known{u"name"_s, u"description"_s, u"from"_s,   u"loop"_s,
                            u"exit"_s, u"steps"_s,       u"traffic"_s};
    if (const QString stranger = strangerIn(object, known); !stranger.isNull())
        return tl::unexpected(u"a scenario does not know \"%1\""_s.arg(stranger));
    auto steps = parseSteps(object.value("steps"_L1).toArray());
    if (!steps)
        return tl::unexpected(steps.error());
    Scenario scenario;
    scenario.name = object.value("name"_L1).toString();
    scenario.description = object.value("description"_L1).toString();
    scenario.fromSwitchOn = object.value("from"_L1) == "switchOn"_L1;
    scenario.rounds = roundsOf(object.value("loop"_L1));
    scenario.exits = object.value("exit"_L1).toBool();
    scenario.steps = *steps;
    if (object.contains("traffic"_L1)) {
        auto shape = TrafficShape::fromJson(object.value("traffic"_L1).toObject());
        if (!shape)
            return tl::unexpected(shape.error());
        scenario.traffic = *shape;
    }
    return scenario;
}

tl::expected<Scenario, QString> loadScenario(const QString &nameOrFile)
{
    for (const char *text : builtIn) {
        const QJsonObject object = QJsonDocument::fromJson(text).object();
        if (object.value("name"_L1).toString() == nameOrFile)
            return parseScenario(object);
    }
    QFile file(nameOrFile);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            u"the scenario %1 cannot be read (%2), and no built-in one has that name: %3"_s.arg(
                nameOrFile, file.errorString(), builtInScenarios().join(u", "_s)));
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        return tl::unexpected(u"%1 is not a JSON object: %2 at byte %3"_s.arg(nameOrFile, error.errorString())
                                  .arg(error.offset));
    auto scenario = parseScenario(document.object());
    if (!scenario)
        return tl::unexpected(u"%1: %2"_s.arg(nameOrFile, scenario.error()));
    return scenario;
}

QStringList builtInScenarios()
{
    QStringList names;
    for (const char *text : builtIn)
        names += QJsonDocument::fromJson(text).object().value("name"_L1).toString();
    return names;
}

} // namespace simulator
