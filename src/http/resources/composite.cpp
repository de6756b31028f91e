// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/resources/composite.h"

#include "http/listing.h"
#include "http/resources/commands.h"
#include "ocpp/messages/smartcharging.h"
#include "store/commandrequest.h"
#include "store/compositeschedules.h"
#include "store/stations.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usualDuration = 86400; // s
constexpr int usualWait = 30; // s

using S = store::CompositeSchedule;
constexpr Property compositeProperties[] = {
    shown<S>("station"_L1, "Its id"_L1, [](const S &s) { return s.station; }),
    shown<S>("connectorId"_L1, "0: the grid connection"_L1, [](const S &s) { return s.connector; }),
    shown<S>("askedAt"_L1, "When the station was asked"_L1, [](const S &s) { return s.askedAt; }),
    shown<S>("duration"_L1, "How far ahead, in seconds"_L1, [](const S &s) { return s.durationSeconds; }),
    shown<S>("scheduleStart"_L1, "The periods are relative to it"_L1, [](const S &s) { return s.start; }),
    shown<S>("chargingSchedule"_L1, "As the station said it (7.13)"_L1,
             [](const S &s) { return wireValue(s.schedule); }),
};

struct CompositeQuestion {
    QString station;
    int connector = 0;
    int duration = usualDuration;
    QString unit;
    std::chrono::seconds wait{usualWait};
};

Failure notInThisVersion(const QString &text)
{
    return {501, u"notInThisVersion"_s, text, {}};
}

Answer<CompositeQuestion> questionOf(const Call &call)
{
    const auto connector = call.queryNumber(u"connectorId"_s);
    const auto duration = call.queryNumber(u"duration"_s);
    const auto wait = call.querySeconds(u"wait"_s, longestWait);
    if (!connector || !duration || !wait)
        return tl::unexpected(!connector ? connector.error() : !duration ? duration.error() : wait.error());
    const QString unit = call.query(u"chargingRateUnit"_s);
    if (!unit.isEmpty() && !ocpp::fromString<ocpp::ChargingRateUnitType>(unit))
        return tl::unexpected(badParameter(u"chargingRateUnit"_s, u"A or W"_s));
    CompositeQuestion question{call.path(u"id"_s), connector->value_or(0), duration->value_or(usualDuration), unit,
                               *wait};
    if (call.query(u"wait"_s).isEmpty())
        question.wait = std::chrono::seconds(usualWait);
    return question;
}

store::CommandRequest requestOf(const CompositeQuestion &question)
{
    store::CommandRequest request;
    request.station = question.station;
    request.action = ocpp::GetCompositeSchedule::action;
    request.payload = {{u"connectorId"_s, question.connector}, {u"duration"_s, question.duration}};
    if (!question.unit.isEmpty())
        request.payload.insert("chargingRateUnit"_L1, question.unit);
    request.origin = u"api"_s;
    request.expiresIn = std::chrono::seconds(0); // now or never
    return request;
}

Answer<Reply> kept(Context &context, const CompositeQuestion &question)
{
    return flattened(context.read([question](store::Database &db) -> Answer<Reply> {
        const auto station = store::Stations(db).find(question.station);
        if (!station)
            return tl::unexpected(unknownStation(question.station));
        const auto schedule = store::CompositeSchedules(db).find(station->id, question.connector, question.unit);
        if (!schedule)
            return tl::unexpected(Failure{404,
                                          u"notAsked"_s,
                                          u"%1 never told a composite schedule for connector %2. Ask it with "
                                          "source=station."_s.arg(station->id)
                                              .arg(question.connector),
                                          {}});
        return jsonReply(toJson(compositeProperties, &*schedule));
    }));
}

/// What this very command brought: the station may have chosen another unit than was asked for, or tell no schedule at all.
Answer<Reply> told(Context &context, const store::Command &command)
{
    return flattened(context.read([command](store::Database &db) -> Answer<Reply> {
        const ocpp::Timestamp asked = command.sentAt.value_or(command.created);
        for (const store::CompositeSchedule &schedule : store::CompositeSchedules(db).list(command.station)) {
            if (schedule.askedAt == asked)
                return jsonReply(toJson(compositeProperties, &schedule));
        }
        return tl::unexpected(Failure{409, u"noCompositeSchedule"_s,
                                      u"%1 accepted, but told no schedule (command %2). Ask for another connector or "
                                      "unit, or take what it said before with source=kept."_s.arg(command.station)
                                          .arg(command.id),
                                      {}});
    }));
}

Answer<Reply> ask(Context &context, const CompositeQuestion &question)
{
    const Seat seat(context.waits, context.limits.waits);
    if (!seat)
        return tl::unexpected(tooManyWaits());
    const auto command = sendAndWait(context, requestOf(question), question.wait);
    if (!command)
        return tl::unexpected(command.error());
    if (command->state == store::CommandState::Accepted)
        return told(context, *command);
    const QString why = command->error.isEmpty() ? u"it is %1"_s.arg(toString(command->state)) : command->error;
    return tl::unexpected(Failure{
        store::isFinal(command->state) ? 409 : 504,
        u"noCompositeSchedule"_s,
        u"%1 did not tell its composite schedule (command %2): %3"_s.arg(command->station).arg(command->id).arg(why),
        {}});
}

} // namespace

const Schema compositeScheduleSchema{"CompositeSchedule"_L1, compositeProperties,
                                     "What a station says that it will draw at most"_L1};

Answer<Reply> showCompositeSchedule(Context &context, const Call &call)
{
    const auto question = questionOf(call);
    if (!question)
        return tl::unexpected(question.error());
    const QString format = call.query(u"format"_s);
    if (!format.isEmpty() && format != "json"_L1)
        return tl::unexpected(notInThisVersion(u"This version gives composite schedules as json only."_s));
    const QString source = call.query(u"source"_s);
    if (source == "station"_L1)
        return ask(context, *question);
    if (source == "kept"_L1)
        return kept(context, *question);
    if (source.isEmpty() || source == "computed"_L1)
        return tl::unexpected(
            notInThisVersion(u"This version does not compute composite schedules. Ask the station with "
                             "source=station, or take what it said last with source=kept."_s));
    return tl::unexpected(badParameter(u"source"_s, u"computed, station or kept"_s));
}

} // namespace http
